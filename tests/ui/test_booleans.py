"""Python before 3.12 survives PySide6's handling of booleans."""

from __future__ import annotations

import subprocess
import sys

_MANY_SIGNALS = """
from PySide6.QtCore import QObject, Signal
from ui.booleans import keep_booleans

class Sender(QObject):
    told = Signal()

keep_booleans()
sender = Sender()
for _ in range(20_000):
    sender.told.emit()
print(bool(1))
"""


def test_twenty_thousand_signals_do_not_end_the_program() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _MANY_SIGNALS], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout) == (0, "True\n"), ran.stderr
