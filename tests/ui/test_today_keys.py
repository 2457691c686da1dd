"""Each single key on each kind of line of Today, and the end of the list."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from lordesk.kinds import FactKind, InteractionKind, MessageKind, MoveCause, Stage
from lordesk.kinds import Page as PageKind
from tests.ui.showing import shown as visible
from ui.actions import ActionId
from ui.pages.today import TodayPage
from ui.pages.today_lines import Line, TwoLines
from ui.widgets.buttons import Button
from ui.widgets.text import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lordesk.core import Core
    from lordesk.rows.letters import LetterRow
    from ui.desk import Desk
    from ui.pages.page import Compose

TODAY, TOMORROW, NEXT_WEEK = date(2026, 8, 18), date(2026, 8, 19), date(2026, 8, 25)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, core: Core) -> TodayPage:
    core.sample.add(with_profile=True)
    feld = next(m.id for m in core.mentors.rows() if "Feld" in m.full_name)
    core.coach.make_task(feld, "feedback-ask")
    made = TodayPage(desk, core.today, core.requests, core.reminders, core.drafts, core.around)
    desk.actions.get(ActionId.UNDO).triggered.connect(core.undo.undo)
    qtbot.addWidget(made)
    made.resize(1072, 900)
    made.show()
    return made


def letter(core: Core, short: str) -> LetterRow:
    return next(row for row in core.letters.rows() if row.mentor_short == short)


def line(page: TodayPage, key: str) -> Line:
    """A line by its key, or by the beginning of it."""
    return next(x for x in visible(page, Line) if str(x.key).startswith(key))


def key_of(page: TodayPage, core: Core, kind: str) -> str:
    titles = {"reminder": "updated CV"}
    if kind == "coach":
        return next(
            str(x.key)
            for x in visible(page, Line)
            if str(x.key).startswith("reminder:") and "Feld" in x.accessibleName()
        )
    if kind in titles:
        return next(str(x.key) for x in visible(page, Line) if titles[kind] in x.accessibleName())
    return str(line(page, f"{kind}:").key)


def press(qtbot: QtBot, page: TodayPage, key: str, pressed: str) -> None:
    found = line(page, key)
    found.setFocus()
    qtbot.keyClick(found, pressed)


KINDS = ("ask", "follow_up", "check_in", "reminder", "coach", "reply", "thanks", "quiet")


def keys(page: TodayPage) -> set[str]:
    return {str(x.key) for x in visible(page, Line)}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "quiet"])
def test_1_ends_a_line_and_u_brings_it_back(
    qtbot: QtBot, page: TodayPage, core: Core, kind: str
) -> None:
    key = key_of(page, core, kind)
    before = keys(page)
    press(qtbot, page, key, "1")
    assert key not in keys(page)
    press(qtbot, page, next(iter(sorted(keys(page)))), "u")
    assert keys(page) == before


@pytest.mark.parametrize(("pressed", "to"), [("2", TOMORROW), ("3", NEXT_WEEK)])
@pytest.mark.parametrize("kind", KINDS)
def test_2_and_3_put_a_line_off_and_u_brings_it_back(
    qtbot: QtBot, page: TodayPage, core: Core, kind: str, pressed: str, to: date
) -> None:
    key = key_of(page, core, kind)
    before = core.today.today()
    press(qtbot, page, key, pressed)
    after = core.today.today()
    tasks = {t.key: t.due_on for t in (*after.overdue, *after.this_week, *after.later)}
    if kind in ("reply", "thanks", "quiet"):
        assert key not in keys(page)
        old = {t.key for t in (*before.overdue, *before.this_week, *before.later)}
        assert [on for name, on in tasks.items() if name not in old] == [to]
    else:
        assert tasks[key] == to
    press(qtbot, page, next(iter(sorted(keys(page)))), "u")
    assert core.today.today() == before


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("ask", MessageKind.ASK),
        ("follow_up", MessageKind.FOLLOW_UP),
        ("check_in", MessageKind.DUE_FOLLOW_UP),
        ("reminder", MessageKind.UPDATE),
        ("coach", MessageKind.UPDATE),
        ("reply", MessageKind.UPDATE),
        ("thanks", MessageKind.THANKS),
        ("quiet", MessageKind.UPDATE),
    ],
)
def test_4_writes_the_draft_of_a_line(
    qtbot: QtBot, page: TodayPage, core: Core, kind: str, message: MessageKind
) -> None:
    key = key_of(page, core, kind)
    with qtbot.waitSignal(page.compose_requested) as asked:
        press(qtbot, page, key, "4")
    compose: Compose = asked.args[0]
    assert compose.kind is message
    assert compose.letter_id is not None or compose.mentor_id is not None


def test_1_on_thanks_owed_means_thanked_in_person(
    qtbot: QtBot, page: TodayPage, core: Core
) -> None:
    kwan = letter(core, "Dr. Kwan")
    press(qtbot, page, f"thanks:{kwan.id}", "1")
    move = core.requests.history(kwan.request_id)[-1]
    assert (move.to_stage, move.on, move.cause) == (Stage.THANKED, TODAY, MoveCause.IN_PERSON)


def test_1_on_somebody_who_is_going_quiet_logs_the_contact(
    qtbot: QtBot, page: TodayPage, core: Core
) -> None:
    mentor = core.today.today().going_quiet[0].id
    with qtbot.waitSignal(page.log_contact_requested) as asked:
        press(qtbot, page, f"quiet:{mentor}", "1")
    assert asked.args == [mentor]


def test_4_on_a_reminder_about_nobody_says_so(
    qtbot: QtBot, page: TodayPage, core: Core, desk: Desk
) -> None:
    core.reminders.add("Pay the fee", TODAY)
    key = next(str(x.key) for x in visible(page, Line) if "Pay the fee" in x.accessibleName())
    with qtbot.waitSignal(desk.voice.said) as said:
        press(qtbot, page, key, "4")
    assert said.args[0] == "This one has nobody to write to."


@pytest.mark.parametrize(
    ("fact", "title"),
    [
        (FactKind.BOUNCED, "Mail to Dr. Marchetti bounced"),
        (FactKind.DENIED, "The request to Dr. Marchetti was denied at the service"),
        (FactKind.RESCINDED, "The letter from Dr. Marchetti was taken back"),
    ],
)
def test_a_trouble_stands_under_overdue_and_each_key_works_on_it(
    qtbot: QtBot, page: TodayPage, core: Core, fact: FactKind, title: str
) -> None:
    writing = letter(core, "Dr. Marchetti")
    core.around.facts.record(writing.request_id, fact)
    key = f"trouble:{writing.id}"
    assert title in line(page, key).accessibleName()
    with qtbot.waitSignal(page.navigate_requested) as went:
        press(qtbot, page, key, "4")
    assert went.args == [PageKind.REQUESTS, writing.id]
    press(qtbot, page, key, "2")
    assert key not in keys(page)
    core.undo.undo()
    press(qtbot, page, key, "1")
    assert key not in keys(page)
    assert core.letters.get(writing.id).attention is writing.attention


def test_a_late_letter_is_put_off_by_a_reminder(qtbot: QtBot, page: TodayPage, core: Core) -> None:
    bell = next(r for r in core.letters.rows() if r.stage is Stage.WRITING)
    core.letters.update(bell.id, soft_on=date(2026, 8, 10))
    press(qtbot, page, f"late:{bell.id}", "3")
    assert f"late:{bell.id}" not in keys(page)
    assert [r.on for r in core.reminders.of_mentor(bell.mentor_id) if r.letter_id] == [NEXT_WEEK]


def test_the_next_line_has_the_focus_when_one_is_done(qtbot: QtBot, page: TodayPage) -> None:
    every = visible(page, Line)
    second = every[1].key
    press(qtbot, page, str(every[0].key), "1")
    focused = page.focusWidget()
    assert isinstance(focused, Line)
    assert focused.key == second


def test_keys_mean_nothing_outside_the_list(qtbot: QtBot, page: TodayPage) -> None:
    before = keys(page)
    button = next(b for b in visible(page, Button) if b.text() == "Log contact")
    qtbot.keyClick(button, Qt.Key.Key_1)
    assert keys(page) == before


def test_the_end_names_the_next_date_and_one_thing_to_do(
    qtbot: QtBot, page: TodayPage, core: Core
) -> None:
    for _ in range(40):
        left = [k for k in sorted(keys(page)) if not k.startswith(("thanks", "quiet"))]
        row = core.today.today()
        due = [t.key for t in (*row.overdue, *row.this_week)]
        due += [f"reply:{r.letter.request_id}" for r in row.replies]
        if not due:
            break
        assert set(due) <= set(left)
        press(qtbot, page, due[0], "1")
    said = [x.text() for x in visible(page, Label)]
    said += [text for two in visible(page, TwoLines) for text in two.words()]
    assert "That is all for today." in said
    assert any(text.startswith("All clear until ") for text in said)
    button = next(b for b in visible(page, Button) if b.text() == "Thank Dr. Kwan")
    with qtbot.waitSignal(page.compose_requested) as asked:
        button.click()
    assert asked.args[0].kind is MessageKind.THANKS


def test_without_a_note_owed_the_end_suggests_whoever_is_going_quiet(
    qtbot: QtBot, desk: Desk, core: Core
) -> None:
    feld = core.mentors.add("Dr. Joanna Feld")
    core.interactions.log(feld, InteractionKind.MEETING, date(2026, 5, 1))
    core.reminders.add("Pay the fee", date(2026, 9, 10))
    made = TodayPage(desk, core.today, core.requests, core.reminders, core.drafts, core.around)
    qtbot.addWidget(made)
    made.show()
    button = next(b for b in visible(made, Button) if b.text() == "Write to Dr. Feld")
    with qtbot.waitSignal(made.compose_requested) as asked:
        button.click()
    assert asked.args[0].mentor_id == feld
