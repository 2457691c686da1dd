"""PySide6 leaves Python's import as it is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

LOOK = """
import builtins, linecache, sys
plain = builtins.__import__
from ui.app import main
assert main(["--self-test"]) == 0
assert "PySide6.QtWidgets" in sys.modules
assert builtins.__import__ is plain, builtins.__import__
read = [file for file in linecache.cache if "/ui/" in file or "/lordesk/" in file]
assert read == [], read
"""


def test_no_source_is_read_when_modules_are_imported_after_pyside() -> None:
    """The self-test imports every module of ours."""
    ended = subprocess.run(
        [sys.executable, "-c", LOOK], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
