from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from lordesk.settings import Settings, SettingsFile

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_without_a_file_the_defaults_hold(path: Path) -> None:
    assert SettingsFile(path).values == Settings()
    assert not path.exists()


def test_what_is_changed_is_read_back(path: Path) -> None:
    SettingsFile(path).change(scheme="dark", text_scale=1.3, soft_days=21)
    values = SettingsFile(path).values
    assert (values.scheme, values.text_scale, values.soft_days) == ("dark", 1.3, 21)
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("scheme", "pink"),
        ("scheme", ["dark"]),
        ("text_scale", 3),
        ("text_scale", {}),
        ("soft_days", -1),
        ("soft_days", 14.5),
        ("soft_days", True),
        ("quiet_from", "25:00"),
        ("quiet_from", "8:00"),
        ("quiet_from", None),
        ("notices_a_day", 0),
        ("welcomed", "yes"),
        ("undo_seconds", 31),
        ("undo_seconds", False),
        ("paused_until", "tomorrow"),
        ("paused_until", "2026-08-19T09:00:00"),
    ],
)
def test_a_bad_value_keeps_its_default_and_is_logged(
    path: Path, caplog: pytest.LogCaptureFixture, name: str, value: Any
) -> None:
    path.write_text(json.dumps({name: value, "quiet_days": 30}))
    values = SettingsFile(path).values
    assert getattr(values, name) == getattr(Settings(), name)
    assert values.quiet_days == 30
    assert name in caplog.text


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"dark"', "\x00\x01"])
def test_a_file_that_is_no_settings_gives_the_defaults(path: Path, text: str) -> None:
    path.write_text(text)
    assert SettingsFile(path).values == Settings()


def test_bytes_that_are_no_text_give_the_defaults(path: Path) -> None:
    path.write_bytes(b"\xff\xfe\x80")
    assert SettingsFile(path).values == Settings()


def test_a_refused_value_changes_nothing(path: Path) -> None:
    file = SettingsFile(path)
    file.change(scheme="dark")
    before = path.read_bytes()
    with pytest.raises(ValueError, match="soft_days"):
        file.change(scheme="light", soft_days=999)
    with pytest.raises(ValueError, match="unknown"):
        file.change(unknown=1)
    assert file.values.scheme == "dark"
    assert path.read_bytes() == before


def test_a_file_that_cannot_be_written_changes_nothing(path: Path) -> None:
    file = SettingsFile(path)
    path.with_suffix(".new").mkdir()
    with pytest.raises(OSError, match="settings"):
        file.change(scheme="dark")
    assert file.values == Settings()


def test_settings_of_a_later_version_are_passed_over(path: Path) -> None:
    path.write_text(json.dumps({"from_the_future": 1, "scheme": "dark"}))
    assert SettingsFile(path).values.scheme == "dark"
