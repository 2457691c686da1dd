"""Several mentors chosen at once: by keys and mouse, and what the bar does in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from lordesk.kinds import Stage
from tests.ui.showing import shown
from ui.pages.mentor_bulk import BulkBar
from ui.pages.mentor_filters import MentorFilters
from ui.pages.mentors import MentorsPage
from ui.places import Places
from ui.widgets.buttons import Button
from ui.wording.steps import step_done

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lordesk.core import Core
    from ui.desk import Desk

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, core: Core) -> MentorsPage:
    for name, tags in (("Dr. Ada Park", ["ward"]), ("Dr. Ben Kwan", []), ("Dr. Cy Moss", [])):
        core.mentors.add(name, tags=tags)
    made = MentorsPage(desk, Places(desk, core).mentor_services())
    qtbot.addWidget(made)
    made.resize(1072, 800)
    made.show()
    return made


def choose(qtbot: QtBot, page: MentorsPage, count: int) -> list[int]:
    page._view.setFocus()
    qtbot.keyClick(page._view, Qt.Key.Key_Home)
    for _ in range(count - 1):
        qtbot.keyClick(page._view, Qt.Key.Key_Down, SHIFT)
    return [row.id for row in page._list.selected()]


def bar(page: MentorsPage) -> BulkBar:
    (found,) = shown(page, BulkBar)
    return found


def press(page: MentorsPage, text: str) -> None:
    shown(bar(page), Button, lambda each: each.text() == text)[0].click()


def said(core: Core) -> str:
    step = core.undo.next_undo()
    assert step is not None
    return step_done(step)


def test_one_mentor_leaves_the_filters_where_they_are(qtbot: QtBot, page: MentorsPage) -> None:
    assert len(choose(qtbot, page, 1)) == 1
    assert shown(page, MentorFilters)
    assert not shown(page, BulkBar)


def test_shift_ctrl_a_and_shift_end_choose_several_and_esc_ends_it(
    qtbot: QtBot, page: MentorsPage
) -> None:
    assert len(choose(qtbot, page, 2)) == 2
    assert bar(page)._count.text() == "2 selected"
    qtbot.keyClick(page._view, Qt.Key.Key_A, CTRL)
    assert bar(page)._count.text() == "3 selected"
    qtbot.keyClick(page._view, Qt.Key.Key_Escape)
    assert not shown(page, BulkBar)
    qtbot.keyClick(page._view, Qt.Key.Key_Home)
    qtbot.keyClick(page._view, Qt.Key.Key_End, SHIFT)
    assert len(page._list.selected()) == 3
    press(page, "Clear")
    assert len(page._list.selected()) == 1


def test_delete_is_one_step_and_says_who_had_to_stay(
    qtbot: QtBot, page: MentorsPage, core: Core
) -> None:
    ids = choose(qtbot, page, 3)
    kwan = next(row.id for row in core.mentors.rows() if "Kwan" in row.full_name)
    letter = core.letters.get(core.letters.plan(kwan))
    core.requests.move(letter.request_id, Stage.ASKED)
    qtbot.keyClick(page._view, Qt.Key.Key_Delete)
    assert said(core) == "2 deleted, 1 archived: Dr. Kwan has sent requests."
    assert [row.id for row in core.mentors.rows(archived=True)] == [kwan]
    core.undo.undo()
    assert {row.id for row in core.mentors.rows()} == set(ids)


def test_archive_and_back_are_one_step_each(qtbot: QtBot, page: MentorsPage, core: Core) -> None:
    ids = choose(qtbot, page, 2)
    press(page, "Archive")
    assert said(core) == "2 mentors archived."
    assert len(core.mentors.rows()) == 1
    page._list.clear_filters()
    page._view.selectAll()
    for row in page._list.selected():
        if not row.archived:
            index = page._list.model.index_of(row.id)
            flag = page._view.selectionModel().SelectionFlag
            page._view.selectionModel().select(index, flag.Deselect | flag.Rows)
    press(page, "Back to the list")
    assert {row.id for row in core.mentors.rows()} >= set(ids)


def test_a_tag_is_given_to_all_and_taken_off_again(
    qtbot: QtBot, page: MentorsPage, core: Core
) -> None:
    ids = choose(qtbot, page, 3)
    bar(page)._on_tag_clicked()
    menu = bar(page)._menu
    ward, new = (action for action in menu.actions() if not action.isSeparator())
    assert (ward.text(), ward.isChecked(), new.text()) == ("ward", False, "New tag")
    ward.trigger()
    menu.close()
    assert all("ward" in core.mentors.get(mentor).tags for mentor in ids)
    assert said(core) == "3 mentors tagged “ward”."
    assert bar(page)._count.text() == "3 selected", "the choice stays"
    bar(page)._on_tag_clicked()
    menu.actions()[0].trigger()
    menu.close()
    assert not any(core.mentors.get(mentor).tags for mentor in ids)


def test_a_new_tag_is_typed_in_place(qtbot: QtBot, page: MentorsPage, core: Core) -> None:
    ids = choose(qtbot, page, 2)
    bar(page)._on_tag_clicked()
    bar(page)._menu.actions()[-1].trigger()
    bar(page)._menu.close()
    field = bar(page)._new
    assert field.isVisible()
    qtbot.keyClicks(field, "R & D")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert all("R & D" in core.mentors.get(mentor).tags for mentor in ids)
    assert not field.isVisible()
