"""Settings, You: saved while it is typed, once, and never while it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from lordesk.jobs import JobContext
from lordesk.kinds import Security
from lordesk.rows.mail import NewAccount
from ui.pages.settings_you import YouSection

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lordesk.core import Core
    from ui.desk import Desk
    from ui.tasks import ImmediateRunner


@pytest.fixture
def you(qtbot: QtBot, desk: Desk, core: Core, tasks: ImmediateRunner) -> YouSection:
    core.profile.update(name="Priya Raman", zone="America/Chicago", service_ids={"eras": "150"})
    made = YouSection(desk, core.profile, core.accounts)
    qtbot.addWidget(made)
    desk.bridge.changed.connect(made.reload)
    tasks.settle()
    made.show()
    return made


def test_showing_writes_nothing(you: YouSection, core: Core) -> None:
    before = core.undo.next_undo()
    you.reload()
    you.save()
    assert core.undo.next_undo() == before
    assert you._lines["name"].text() == "Priya Raman"
    assert you._zone.currentData() == "America/Chicago"
    assert you._numbers["eras"].text() == "150"


def test_a_pause_saves_what_was_typed_and_keeps_the_space_at_its_end(
    qtbot: QtBot, you: YouSection, core: Core
) -> None:
    you._lines["school"].setFocus()
    QTest.keyClicks(you._lines["school"], "Northfield ")
    qtbot.waitUntil(lambda: core.profile.get().school == "Northfield")
    assert you._lines["school"].text() == "Northfield "


def test_a_signature_of_many_lines_is_kept(you: YouSection, core: Core) -> None:
    you._signature.setPlainText("A & B\n<img src=x>")
    you._signature.editing_finished.emit()
    assert core.profile.get().signature == "A & B\n<img src=x>"


def test_a_malformed_address_is_said_and_kept(qtbot: QtBot, you: YouSection, core: Core) -> None:
    email = you._lines["email"]
    qtbot.keyClicks(email, "priya@")
    email.editingFinished.emit()
    assert you._email_field.error() == "“priya@” does not look like an email address. Check it."
    assert core.profile.get().email == "priya@"
    email.setFocus()
    qtbot.keyClicks(email, "northfield.edu")
    assert you._email_field.error() == ""


def test_a_number_at_a_service_comes_and_goes(qtbot: QtBot, you: YouSection, core: Core) -> None:
    qtbot.keyClicks(you._numbers["aacomas"], "77")
    you._numbers["eras"].clear()
    you._numbers["eras"].editingFinished.emit()
    assert core.profile.get().service_ids == (("aacomas", "77"),)


def test_the_zone_follows_the_computer_or_the_choice(you: YouSection, core: Core) -> None:
    you._zone.setCurrentIndex(you._zone.findData("Asia/Tokyo"))
    you._zone.activated.emit(you._zone.currentIndex())
    assert core.profile.get().zone == "Asia/Tokyo"
    you._zone.setCurrentIndex(0)
    you._zone.activated.emit(0)
    assert core.profile.get().zone == ""


def test_undo_shows_what_was_there(qtbot: QtBot, you: YouSection, core: Core) -> None:
    qtbot.keyClicks(you._lines["year"], "MS4")
    you.save()
    core.undo.undo()
    assert you._lines["year"].text() == ""


def test_mail_goes_out_under_the_new_name(qtbot: QtBot, you: YouSection, core: Core) -> None:
    new = NewAccount(
        address="priya@northfield.edu",
        display_name="Priya Raman",
        host="smtp.northfield.edu",
        port=465,
        security=Security.TLS,
        username="priya",
    )
    core.accounts.add(JobContext(), new, "secret")
    you._lines["name"].end(False)
    qtbot.keyClicks(you._lines["name"], "-Lee")
    you.save()
    (account,) = core.accounts.rows()
    assert account.display_name == "Priya Raman-Lee"
