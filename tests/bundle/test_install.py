"""The packed bundle: installed, started through its menu entry, and taken out again."""

from __future__ import annotations

import configparser
import os
import subprocess
import tarfile
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.daemons import wait_until
from tests.desktop.windows import Window, open_windows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ID = "org.lordesk.LoRDesk"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A user's home, with a name that an entry's Exec key has to quote; ends what was started."""
    home = tmp_path / 'a "home" of $USER'
    (home / ".local/share").mkdir(parents=True)
    (home / ".local/share/keep me").touch()
    monkeypatch.setenv("HOME", str(home))
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.delenv(f"XDG_{name}_HOME", raising=False)
    yield home
    started = running_from(home)
    for process in started:
        process.terminate()
    psutil.wait_procs(started, timeout=10)


def running_from(home: Path) -> list[psutil.Process]:
    return [
        process
        for process in psutil.process_iter(["exe"])
        if (process.info["exe"] or "").startswith(f"{home}/")
    ]


def everything_in(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def call_installer(script: Path, *words: str) -> None:
    subprocess.run([script, *words], check=True, capture_output=True, text=True)


def windows_of(entry: configparser.SectionProxy) -> list[Window]:
    """The windows that a panel puts under this entry."""
    return [window for window in open_windows() if entry["StartupWMClass"] in window.names]


def read_entry(home: Path) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(home / f".local/share/applications/{ID}.desktop")
    return parser["Desktop Entry"]


def test_the_menu_entry_is_valid_and_has_its_icons(home: Path, unpacked: Path) -> None:
    call_installer(unpacked / "install.sh", "--user")
    entry = home / f".local/share/applications/{ID}.desktop"
    checked = subprocess.run(
        ["desktop-file-validate", entry], capture_output=True, text=True, check=False
    )
    icons = home / ".local/share/icons/hicolor"
    assert (checked.returncode, checked.stdout) == (0, "")
    assert read_entry(home)["Icon"] == ID
    assert (icons / f"scalable/apps/{ID}.svg").stat().st_size > 0
    for size in (16, 32, 48, 64, 128, 256):
        assert (icons / f"{size}x{size}/apps/{ID}.png").stat().st_size > 0


def test_the_menu_entry_starts_the_program(home: Path, unpacked: Path) -> None:
    call_installer(unpacked / "install.sh", "--user")
    entry = home / f".local/share/applications/{ID}.desktop"
    subprocess.run(["gio", "launch", entry], check=True)
    assert wait_until(lambda: bool(windows_of(read_entry(home))), patience_s=30)
    assert "LoRDesk" in windows_of(read_entry(home))[0].title
    assert running_from(home)


def test_nothing_of_the_program_is_left(home: Path, unpacked: Path) -> None:
    before = everything_in(home)
    call_installer(unpacked / "install.sh", "--user")
    call_installer(unpacked / "install.sh", "--user")  # over itself, as an update does
    assert os.access(home / ".local/bin/lordesk", os.X_OK)
    call_installer(home / ".local/lib/lordesk/install.sh", "--user", "--uninstall")
    assert everything_in(home) == before


def test_it_installs_for_everybody_too(
    tmp_path: Path, unpacked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESTDIR", str(tmp_path))
    (tmp_path / "usr/local/bin").mkdir(parents=True)
    before = everything_in(tmp_path)
    call_installer(unpacked / "install.sh", "--system")
    entry = tmp_path / f"usr/local/share/applications/{ID}.desktop"
    assert 'Exec="/opt/lordesk/lordesk"' in entry.read_text().splitlines()
    assert (tmp_path / "usr/local/bin/lordesk").readlink().as_posix() == "/opt/lordesk/lordesk"
    assert (tmp_path / f"usr/local/share/icons/hicolor/48x48/apps/{ID}.png").is_file()
    call_installer(unpacked / "install.sh", "--system", "--uninstall")
    assert everything_in(tmp_path) == before


def test_the_letters_stay_when_the_program_goes(home: Path, unpacked: Path) -> None:
    call_installer(unpacked / "install.sh", "--user")
    letters = home / ".local/share/lordesk/lordesk.db"
    letters.parent.mkdir()
    letters.write_text("letters")
    call_installer(unpacked / "install.sh", "--user", "--uninstall")
    assert letters.read_text() == "letters"


def test_the_archive_is_one_folder_that_belongs_to_root(archive: Path) -> None:
    with tarfile.open(archive) as tar:
        members = tar.getmembers()
    assert {member.name.partition("/")[0] for member in members} == {
        archive.name.removesuffix(".tar.xz")
    }
    assert {(member.uid, member.uname) for member in members} == {(0, "root")}
    assert all(member.mode & 0o111 for member in members if member.name.endswith("/lordesk"))
