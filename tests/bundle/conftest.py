"""Tests of what `dev.py build` made; it runs them itself, on a virtual desktop."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

DIST = Path(__file__).parents[2] / "dist"


@pytest.fixture(scope="session")
def archive() -> Path:
    archives = list(DIST.glob("lordesk-*.tar.xz"))
    assert len(archives) == 1, "python3 dev.py build makes the archive that is tested here"
    return archives[0]


@pytest.fixture(scope="session")
def unpacked(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a user has after unpacking: one folder."""
    folder = tmp_path_factory.mktemp("download")
    subprocess.run(["tar", "-xf", archive, "-C", folder], check=True)
    (only,) = folder.iterdir()
    return only
