"""Nothing of a person or a password reaches the log, and a bug leaves a report."""

from __future__ import annotations

import logging
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lordesk.log import Log, redacted

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def told() -> list[tuple[str, Path | None]]:
    return []


@pytest.fixture
def log(tmp_path: Path, told: list[tuple[str, Path | None]]) -> Iterator[Log]:
    made = Log(tmp_path, lambda kind, report: told.append((kind, report)))
    made.open()
    yield made
    made.close()


def written(folder: Path) -> str:
    return (folder / "lordesk.log").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "login of priya.raman+x@example.edu failed",
        "password='hunter2 y'",
        "{'app_password': 'hunter2'}",
        "Authorization: Bearer hunter2.hunter2",
        "AUTH PLAIN hunter2AGh1bnRlcjI=",
        "access_token=hunter2",
    ],
)
def test_addresses_and_secrets_are_hidden(text: str) -> None:
    assert "hunter2" not in redacted(text)
    assert "@" not in redacted(text)


def test_ordinary_sentences_stay() -> None:
    said = "535 5.7.8 Error: authentication failed, the password was wrong"
    assert redacted(said) == said


def test_what_stands_round_an_address_stays() -> None:
    said = "'bell@example.edu' and <moreno@example.edu>, then ortiz+a@example.edu+b@example.edu."
    assert redacted(said) == "'<address>' and <<address>>, then <address>."
    assert redacted("@property, 3 @ 4") == "@property, 3 @ 4"


@pytest.mark.parametrize(
    "piece", ["a", ".", "@", "a@", "a@b.", "password", "token ", "password='", "auth plain "]
)
def test_a_line_of_a_million_letters_is_redacted_at_once(piece: str) -> None:
    """In a process of its own: where time grows with the square of a word, it would take hours."""
    program = (
        "import sys; from lordesk.log import redacted; piece = sys.argv[1];"
        " line = piece * (1_000_000 // len(piece)) + ' bell@example.edu';"
        " sys.exit('bell@' in redacted(line))"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", program, piece], cwd=root, timeout=60, check=True)


def test_the_log_file_is_for_its_user_alone(log: Log, tmp_path: Path) -> None:
    logging.getLogger("lordesk.mail").info("sent to %s", "bell@example.edu")
    assert "sent to <address>" in written(tmp_path)
    assert stat.S_IMODE((tmp_path / "lordesk.log").stat().st_mode) == 0o600


def test_a_bug_is_kept_and_told_once(
    log: Log, tmp_path: Path, told: list[tuple[str, Path | None]]
) -> None:
    for _ in range(3):
        try:
            raise ZeroDivisionError("for bell@example.edu")
        except ZeroDivisionError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    assert [kind for kind, _ in told] == ["ZeroDivisionError"]
    report = told[0][1]
    assert report is not None
    text = report.read_text(encoding="utf-8")
    assert "ZeroDivisionError: for <address>" in text
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert written(tmp_path).count("a bug:") == 3


def test_the_hooks_of_before_are_put_back(tmp_path: Path) -> None:
    before = sys.excepthook
    made = Log(tmp_path, lambda kind, report: None)
    made.open()
    assert sys.excepthook != before
    made.close()
    assert sys.excepthook is before


def test_a_full_log_begins_anew_and_three_before_it_are_kept(log: Log, tmp_path: Path) -> None:
    line = "xxx " * 75_000
    for number in range(30):
        logging.getLogger("lordesk.mail").info("%s %s", number, line)
    kept = sorted(file.name for file in tmp_path.glob("lordesk.log*"))
    assert kept == ["lordesk.log", "lordesk.log.1", "lordesk.log.2", "lordesk.log.3"]
    assert "29 xxx" in written(tmp_path)
    assert "25 xxx" in (tmp_path / "lordesk.log.1").read_text(encoding="utf-8")
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in tmp_path.glob("lordesk.log*"))
