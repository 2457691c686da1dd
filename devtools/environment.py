"""The virtual environment in `.venv`, filled with exactly the pinned packages."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from devtools import machine, packages
from devtools.terminal import ROOT, StopError, call, call_briefly, step

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = ROOT / ".venv"
PYTHON = FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
RUNTIME, DEVELOPMENT = "requirements.txt", "requirements-dev.txt"


def wants() -> dict[str, str]:
    """What the system has to bring so that the environment can be made, where it is not there."""
    return {} if _works() else packages.VENV


def ensure(requirements: str) -> Path:
    """Make and fill the environment where that is still to be done; returns its Python."""
    if not _works():
        _make()
    wanted = fingerprint(ROOT / requirements)
    stamp = _stamp(requirements)
    if not stamp.is_file() or stamp.read_text() != wanted:
        _fill(requirements)
        stamp.write_text(wanted)
    return PYTHON


def fingerprint(requirements: Path) -> str:
    """Changes when the pinned packages change."""
    return hashlib.sha256(requirements.read_bytes()).hexdigest()


def _stamp(requirements: str) -> Path:
    return FOLDER / f".{requirements}.installed"


def _works() -> bool:
    """Whether the environment is there, starts, and belongs to a Python of the right age."""
    if not PYTHON.exists():
        return False
    check = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    try:
        done = subprocess.run([PYTHON, "-c", check], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def _make() -> None:
    if machine.missing(packages.VENV):
        raise StopError("Without that no .venv can be made; start again when it is there.")
    step(f"Making .venv with Python {sys.version.split()[0]}")
    if call([sys.executable, "-m", "venv", "--clear", FOLDER]):
        raise StopError("The virtual environment could not be made; see above.")


def _fill(requirements: str) -> None:
    step(f"Installing the pinned packages of {requirements}")
    command = [
        str(PYTHON), "-m", "pip", "install", "--require-hashes", "--no-input",
        "--disable-pip-version-check", "--progress-bar", "off", "-r", requirements,
    ]  # fmt: skip
    if call_briefly(command, _brief):
        raise StopError(
            "The packages could not be installed; pip's own words are above.\n"
            "Check the connection to the package index and start again: what was loaded is kept."
        )


def _brief(line: str) -> str | None:
    """Of what pip says: each package that is loaded, and how many are unpacked."""
    word, _, rest = line.partition(" ")
    if word == "Collecting":
        return rest.split(" ")[0].replace("==", " ")
    if word == "Installing":
        return f"unpacking {rest.count(',') + 1} packages"
    return None
