"""What every test may use. Fixtures of one part alone are in that part's own conftest."""

from __future__ import annotations

import os

from tests.desktop.session import is_inside

if not is_inside():  # before the first QApplication, which pytest-qt makes
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
