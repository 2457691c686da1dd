"""Start to first painted window, with 5,000 mentors and 20,000 dates in the file.

The reference is a bare PySide6 window, started in turns with LoRDesk in the same run. Bars: at
most 2 times as long at the median, and at most 1.4 times its memory (PSS) once both have settled.
LoRDesk shows the frame of its window first; how long its page takes is the second figure.
Needs a display.
"""

from __future__ import annotations

import argparse
import os
import signal
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from Xlib import X, display, error

from bench.workspace import make
from lordesk.clock import Clock

if TYPE_CHECKING:
    from Xlib.display import Display
    from Xlib.xobject.drawable import Window

ROOT = Path(__file__).resolve().parent.parent
TIME_BAR = 2.0
MEMORY_BAR = 1.4
LINES = 16
PATIENCE_S = 60
SETTLE_S = 3

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(sys.argv)
window = QLabel("A bare window. " * 400)
window.setWordWrap(True)
window.resize(1280, 800)
window.show()
app.exec()
"""


@dataclass(frozen=True)
class Start:
    """Seconds until the window is painted, and until there is something in its middle."""

    painted: float
    filled: float
    megabytes: float


def measure(command: list[str], home: Path) -> Start:
    """Start once, wait for the window and for what is in its middle, and end it."""
    environment = dict(
        os.environ,
        HOME=str(home),
        XDG_CONFIG_HOME=str(home / ".config"),
        XDG_DATA_HOME=str(home / ".local/share"),
        XDG_CACHE_HOME=str(home / ".cache"),
        XDG_STATE_HOME=str(home / ".local/state"),
        QT_QPA_PLATFORM="xcb",
    )
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    server = display.Display()
    server.screen().root.change_attributes(event_mask=X.SubstructureNotifyMask)
    server.sync()
    begun = monotonic()
    process = subprocess.Popen(
        command,
        env=environment,
        cwd=ROOT,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        window, painted = _first_paint(server, begun + PATIENCE_S)
        filled = _first_content(window, begun + PATIENCE_S)
        sleep(SETTLE_S)
        return Start(painted - begun, filled - begun, _pss(process.pid) / 1024)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        server.close()


def _first_paint(server: Display, deadline: float) -> tuple[Window, float]:
    mapped = []
    while monotonic() < deadline:
        while server.pending_events():
            event = server.next_event()
            if event.type == X.MapNotify and not event.override:
                mapped.append(event.window)
        for window in mapped:
            if _is_painted(window):
                return window, monotonic()
        sleep(0.002)
    raise SystemExit(f"no painted window within {PATIENCE_S} s")


def _first_content(window: Window, deadline: float) -> float:
    while monotonic() < deadline:
        if _is_filled(window):
            return monotonic()
        sleep(0.002)
    raise SystemExit(f"nothing in the middle of the window within {PATIENCE_S} s")


def _is_painted(window: Window) -> bool:
    """Whether lines across the whole window have more than two colors."""
    try:
        size = window.get_geometry()
        if size.width < 300 or size.height < 200:
            return False
        colors = set[bytes]()
        for number in range(1, LINES):
            colors |= _colors(window, 0, size.height * number // LINES, size.width, 1)
    except error.XError:
        return False
    return len(colors) > 2


def _is_filled(window: Window) -> bool:
    """Whether the middle of the window has more than two colors."""
    wide, high = 200, 120
    try:
        size = window.get_geometry()
        left, top = (size.width - wide) // 2, (size.height - high) // 2
        return len(_colors(window, left, top, wide, high)) > 2
    except error.XError:
        return False


def _colors(window: Window, left: int, top: int, wide: int, high: int) -> set[bytes]:
    pixels = window.get_image(left, top, wide, high, X.ZPixmap, 0xFFFFFFFF).data
    return {bytes(pixels[at : at + 4]) for at in range(0, len(pixels), 4)}


def _pss(leader: int) -> int:
    """Kilobytes of a process and its children, each shared page counted by its share."""
    total = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if os.getpgid(int(folder.name)) != leader:
                continue
            lines = (folder / "smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        make(home / "lordesk", Clock().today())
        commands = {
            "bare": [sys.executable, "-c", BARE],
            "LoRDesk": [sys.executable, "main.py", "--home", str(home / "lordesk")],
        }
        for command in commands.values():
            measure(command, home)  # caches warm, first-run work done
        starts: dict[str, list[Start]] = {name: [] for name in commands}
        for _ in range(runs):
            for name, command in commands.items():
                starts[name].append(measure(command, home))
    for name, found in starts.items():
        memory = statistics.median(s.megabytes for s in found)
        print(
            f"{name:8} first paint {_spread([s.painted for s in found])},"
            f" page {_spread([s.filled for s in found])} s (least, median, most),"
            f" memory {memory:.0f} MiB"
        )
    ours, bare = starts["LoRDesk"], starts["bare"]
    paint = _ratio([s.painted for s in ours], [s.painted for s in bare])
    page = _ratio([s.filled for s in ours], [s.filled for s in bare])
    memory = _ratio([s.megabytes for s in ours], [s.megabytes for s in bare])
    print(f"start    {paint:.2f} x bare (bar {TIME_BAR})")
    print(f"page     {page:.2f} x bare")
    print(f"memory   {memory:.2f} x bare (bar {MEMORY_BAR})")
    return int(paint > TIME_BAR or memory > MEMORY_BAR)


def _spread(figures: list[float]) -> str:
    found = sorted(figures)
    return f"{found[0]:.3f} / {statistics.median(found):.3f} / {found[-1]:.3f}"


def _ratio(ours: list[float], reference: list[float]) -> float:
    return statistics.median(ours) / statistics.median(reference)


if __name__ == "__main__":
    raise SystemExit(main())
