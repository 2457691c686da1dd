"""The Outbox: each state with its sentence and its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lordesk.jobs import JobContext
from lordesk.kinds import MessageKind, OutboxState, Security, SendWay
from lordesk.kinds import Page as PageKind
from lordesk.models.mail import OutboxEntry as Entry
from lordesk.rows.mail import NewAccount, NewMessage
from tests.ui.showing import shown as visible
from ui.pages.outbox import OutboxPage
from ui.pages.outbox_entry import OutboxEntry
from ui.widgets.buttons import Button
from ui.widgets.text import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lordesk.core import Core
    from ui.desk import Desk


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, core: Core) -> OutboxPage:
    page = OutboxPage(desk, core.outbox, core.accounts)
    qtbot.addWidget(page)
    page.resize(1072, 800)
    page.show()
    return page


def queue(core: Core, state: OutboxState, **values: object) -> int:
    """A message in the outbox, brought to a state as a run of the sender would leave it."""
    if not core.accounts.rows():
        account = NewAccount(
            address="praman@northfield.example",
            host="mail.northfield.example",
            port=465,
            security=Security.TLS,
            username="praman",
        )
        core.accounts.add(JobContext(), account, "secret")
    new = NewMessage(
        kind=MessageKind.ASK,
        to_address="osei@northfield.example",
        to_name="Dr. <Amara> & Osei",
        subject="Request for a strong letter",
        body="Dear Dr. Osei,",
    )
    way = values.pop("way", SendWay.SMTP)
    row = core.outbox.queue(new, way)
    with core.store.background() as writing:
        Entry.change(row.id, state=state, **values)
        writing.touch("outbox_entry", row.id)
    return row.id


def texts(page: OutboxPage) -> list[str]:
    return [label.text() for label in visible(page, Label)]


def press(page: OutboxPage, text: str) -> None:
    button = next(b for b in visible(page, Button) if b.text() == text)
    button.click()


@pytest.mark.parametrize(
    ("state", "values", "sentence"),
    [
        (OutboxState.UNKNOWN, {}, "Look in the Sent folder"),
        (OutboxState.HELD, {"error_code": "late"}, "Its time went by"),
        (OutboxState.HELD, {"error_code": "stopped"}, "Sending is stopped"),
        (OutboxState.REFUSED, {"error_code": "wrong-password"}, "password"),
        (OutboxState.HANDED_OVER, {"way": SendWay.MAIL_APP}, "Did you send it?"),
    ],
)
def test_what_needs_the_user_says_what_happened_and_what_to_do(
    page: OutboxPage,
    core: Core,
    state: OutboxState,
    values: dict[str, object],
    sentence: str,
) -> None:
    queue(core, state, **values)
    assert any(sentence in text for text in texts(page))
    assert "Needs you" in texts(page)


def test_a_name_shows_as_typed(page: OutboxPage, core: Core) -> None:
    queue(core, OutboxState.UNKNOWN)
    assert "Dr. <Amara> & Osei" in texts(page)


def test_what_may_have_arrived_is_confirmed_by_the_user(page: OutboxPage, core: Core) -> None:
    entry = queue(core, OutboxState.UNKNOWN)
    press(page, "It was sent")
    assert core.outbox.get(entry).state is OutboxState.CONFIRMED
    assert "Sent" in texts(page)


def test_what_was_put_in_the_mail_app_is_confirmed_or_put_aside(
    page: OutboxPage, core: Core
) -> None:
    first = queue(core, OutboxState.HANDED_OVER, way=SendWay.MAIL_APP)
    press(page, "I sent it")
    second = queue(core, OutboxState.HANDED_OVER, way=SendWay.MAIL_APP)
    press(page, "Not sent")
    assert core.outbox.get(first).state is OutboxState.CONFIRMED
    assert core.outbox.get(second).state is OutboxState.CANCELLED


def test_a_queued_message_can_be_cancelled(page: OutboxPage, core: Core) -> None:
    entry = queue(core, OutboxState.QUEUED)
    press(page, "Cancel")
    assert core.outbox.get(entry).state is OutboxState.CANCELLED


def test_details_unfold_the_words_of_the_server(page: OutboxPage, core: Core) -> None:
    queue(
        core,
        OutboxState.REFUSED,
        error_code="wrong-password",
        reply_code=535,
        reply="5.7.8 Authentication failed",
    )
    assert not any("5.7.8" in text for text in texts(page))
    press(page, "Details")
    assert any("535 5.7.8 Authentication failed" in text for text in texts(page))


def test_the_switch_stops_everything(page: OutboxPage, core: Core) -> None:
    entry = queue(core, OutboxState.QUEUED)
    page._switch.click()
    assert core.outbox.stopped
    assert core.outbox.get(entry).state is OutboxState.HELD
    page._switch.click()
    assert core.outbox.get(entry).state is OutboxState.QUEUED


def test_without_an_account_the_way_to_settings_is_offered(qtbot: QtBot, page: OutboxPage) -> None:
    with qtbot.waitSignal(page.navigate_requested) as went:
        press(page, "Set up mail")
    assert went.args == [PageKind.SETTINGS, "mail"]


def test_every_state_that_is_listed_has_a_button(page: OutboxPage, core: Core) -> None:
    for state in (OutboxState.WAITING, OutboxState.HELD, OutboxState.REFUSED):
        queue(core, state)
    for entry in visible(page, OutboxEntry):
        assert entry.findChildren(Button)
