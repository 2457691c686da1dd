"""Start to first painted window, with 5,000 mentors and 20,000 dates in the file.

The reference is a bare PySide6 window, started in turns with LoRDesk in the same run. Bars: at
most 2 times as long at the median, and at most 1.4 times its memory (PSS) once both have settled.
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

ROOT = Path(__file__).resolve().parent.parent
TIME_BAR = 2.0
MEMORY_BAR = 1.4
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
    seconds: float
    megabytes: float


def measure(command: list[str], home: Path) -> Start:
    """Start once, wait for the first window with more than one color in it, and end it."""
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
        painted = _first_paint(server, begun + PATIENCE_S)
        sleep(SETTLE_S)
        return Start(painted - begun, _pss(process.pid) / 1024)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        server.close()


def _first_paint(server: Display, deadline: float) -> float:
    mapped = []
    while monotonic() < deadline:
        while server.pending_events():
            event = server.next_event()
            if event.type == X.MapNotify and not event.override:
                mapped.append(event.window)
        if any(_is_painted(window) for window in mapped):
            return monotonic()
        sleep(0.002)
    raise SystemExit(f"no painted window within {PATIENCE_S} s")


def _is_painted(window: object) -> bool:
    try:
        size = window.get_geometry()  # type: ignore[attr-defined]
        if size.width < 300 or size.height < 200:
            return False
        wide, high = 200, 120
        image = window.get_image(  # type: ignore[attr-defined]
            (size.width - wide) // 2, (size.height - high) // 2, wide, high, X.ZPixmap, 0xFFFFFFFF
        )
    except error.XError:
        return False
    pixels = image.data
    return len({bytes(pixels[at : at + 4]) for at in range(0, len(pixels), 4)}) > 2


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
        times = sorted(start.seconds for start in found)
        print(
            f"{name:8} first paint {times[0]:.3f} / {statistics.median(times):.3f} /"
            f" {times[-1]:.3f} s (least, median, most),"
            f" memory {statistics.median(s.megabytes for s in found):.0f} MiB"
        )
    time_ratio = _ratio([s.seconds for s in starts["LoRDesk"]], [s.seconds for s in starts["bare"]])
    memory_ratio = _ratio(
        [s.megabytes for s in starts["LoRDesk"]], [s.megabytes for s in starts["bare"]]
    )
    print(f"start    {time_ratio:.2f} x bare (bar {TIME_BAR})")
    print(f"memory   {memory_ratio:.2f} x bare (bar {MEMORY_BAR})")
    return int(time_ratio > TIME_BAR or memory_ratio > MEMORY_BAR)


def _ratio(ours: list[float], reference: list[float]) -> float:
    return statistics.median(ours) / statistics.median(reference)


if __name__ == "__main__":
    raise SystemExit(main())
