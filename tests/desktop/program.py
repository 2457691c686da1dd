"""The program itself as a process of its own, on a virtual desktop."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Self

from tests.daemons import wait_until
from tests.desktop.windows import ask_to_close, open_windows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.desktop.windows import Window

ROOT = Path(__file__).parents[2]
_DRAG_STEPS = 12


class Running:
    """One start of LoRDesk on a home; killed at the end if it still runs."""

    def __init__(
        self,
        home: Path,
        *words: str,
        env: Mapping[str, str] | None = None,
        before: Callable[[], None] | None = None,
    ) -> None:
        self.home = home
        self.env = dict(os.environ if env is None else env)
        self._said = home.with_name(f"{home.name}-said.txt").open("ab+")
        self.process = subprocess.Popen(
            [sys.executable, str(ROOT / "main.py"), "--home", str(home), *words],
            env=self.env,
            stdout=self._said,
            stderr=self._said,
            cwd=home.parent,
            preexec_fn=before,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        if self.process.poll() is None:
            self.stop()
        self._said.close()

    # --- what can be seen -----------------------------------------------------------------------

    def windows(self) -> list[Window]:
        """The managed windows of this display that are LoRDesk's."""
        return [w for w in open_windows(self.env["DISPLAY"]) if "lordesk" in w.names]

    def wait_for_window(self, title: str = "") -> Window:
        def there() -> bool:
            return any(title in window.title for window in self.windows())

        assert wait_until(there), f"no window “{title}”: {self.windows()}\n{self.log()}"
        return next(window for window in self.windows() if title in window.title)

    def log(self) -> str:
        """What it said and wrote."""
        self._said.seek(0)
        written = sorted(self.home.rglob("*.log"))
        return self._said.read().decode(errors="replace") + "".join(
            path.read_text(errors="replace") for path in written
        )

    # --- what a user does -----------------------------------------------------------------------

    def keys(self, *names: str) -> None:
        """Press keys such as ctrl+n in the window that has the focus."""
        self._xdotool("key", "--delay", "40", *names)

    def type(self, text: str) -> None:
        self._xdotool("type", "--delay", "20", text)

    def close_window(self, title: str = "") -> None:
        """As the cross of its frame does."""
        ask_to_close(self.wait_for_window(title), self.env["DISPLAY"])

    def click(self, x: int, y: int, button: int = 1) -> None:
        self._xdotool("mousemove", str(x), str(y), "click", str(button))

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """With the left button, in small steps: a drag begins only after some way."""
        self._xdotool("mousemove", *map(str, start), "sleep", "0.2", "mousedown", "1")
        for part in range(1, _DRAG_STEPS + 1):
            at = (a + (b - a) * part // _DRAG_STEPS for a, b in zip(start, end, strict=True))
            self._xdotool("mousemove", *map(str, at), "sleep", "0.05")
        self._xdotool("sleep", "0.3", "mouseup", "1")

    def _xdotool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.env, check=True, capture_output=True)

    # --- the end --------------------------------------------------------------------------------

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    def wait_for_end(self) -> int:
        return self.process.wait(20)

    def stop(self) -> int:
        """As a logout does."""
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
