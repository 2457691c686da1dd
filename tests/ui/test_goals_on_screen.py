"""The goals of an application act: on who is missing, on the wizard, on the message and on fit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStyleOptionViewItem

from lordesk.kinds import (
    ApplicationKind,
    FitQuestion,
    Highlight,
    InteractionKind,
    MentorRole,
)
from lordesk.rows.coverage import GapAction
from lordesk.rows.people import FitAnswer
from tests.ui.showing import shown
from ui.dialogs.fit_dialog import FitDialog
from ui.dialogs.mentor_dialog import MentorDialog
from ui.itemmodels import mentor_table as table
from ui.pages.applications import ApplicationsPage
from ui.pages.mentor_mix import MissingMentors, MixCard
from ui.pages.mentor_pane.fit_bars import FitBar
from ui.pages.mentors import MentorsPage
from ui.places import Places
from ui.widgets.buttons import LinkButton
from ui.wizard import defaults
from ui.wizard.wizard import RequestWizard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from lordesk.core import Core
    from ui.desk import Desk

ODD = "Surgery & <b>more</b>"
HARD = date(2026, 11, 30)
MESSAGE = 2


@pytest.fixture
def goal(core: Core) -> int:
    core.profile.update(name="Priya Raman", email="praman@northfield.example", year="MS4")
    return core.applications.add(
        ODD,
        ApplicationKind.RESIDENCY,
        specialty="Surgery",
        hard_on=HARD,
        goals={"emphasis": "research"},
    )


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, core: Core) -> MentorsPage:
    made = MentorsPage(desk, Places(desk, core).mentor_services())
    qtbot.addWidget(made)
    made.resize(1072, 1000)
    made.show()
    return made


def told(where: QWidget) -> list[str]:
    lines = shown(where, MissingMentors)
    return (
        [label.text() for label in lines[0].findChildren(QLabel) if label.text()] if lines else []
    )


def pi(core: Core) -> int:
    mentor = core.mentors.add(
        "Dr. Hannah Whitlock",
        role=MentorRole.RESEARCH_PI,
        settings_shared="two summers in the lab",
        known_from=date(2024, 6, 3),
        email="h.whitlock@northfield.example",
    )
    core.interactions.log(mentor, InteractionKind.MEETING, date(2026, 6, 1))
    core.interactions.log(mentor, InteractionKind.FEEDBACK_ACTED_ON, date(2026, 6, 8))
    return mentor


def test_mentors_names_who_is_missing_and_begins_with_such_a_mentor(
    qtbot: QtBot, core: Core, goal: int, page: MentorsPage
) -> None:
    core.mentors.add("Dr. Marcus Bell", role=MentorRole.ATTENDING)
    assert told(page) == [f"{ODD}: Research-heavy, no PI yet."]
    (lines,) = shown(page, MissingMentors)
    (button,) = shown(lines, LinkButton)
    assert button.text() == "Add a PI"
    assert "no PI yet" in button.accessibleDescription()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    (dialog,) = shown(page, MentorDialog)
    qtbot.keyClicks(dialog._name, "Dr. Hannah Whitlock")
    dialog._save()
    (row,) = (row for row in core.mentors.rows() if row.full_name == "Dr. Hannah Whitlock")
    assert row.role is MentorRole.RESEARCH_PI
    assert told(page) == []


def test_mentors_follows_the_goals_at_once(core: Core, goal: int, page: MentorsPage) -> None:
    core.mentors.add("Dr. Marcus Bell", role=MentorRole.ATTENDING)
    core.applications.update(goal, goals={"emphasis": "clinical"})
    assert told(page) == []
    core.applications.update(goal, goals={"emphasis": "leadership"})
    assert told(page) == [f"{ODD}: Drawn to leadership, no long-term mentor yet."]
    core.undo.undo()
    assert told(page) == []


def test_with_nobody_yet_the_empty_page_names_all_who_are_missing(
    qtbot: QtBot, core: Core, goal: int, page: MentorsPage
) -> None:
    assert told(page) == [
        f"{ODD}: No physician yet.",
        f"{ODD}: Research-heavy, no PI yet.",
    ]
    assert not shown(page, MixCard)
    (lines,) = shown(page, MissingMentors)
    qtbot.mouseClick(shown(lines, LinkButton)[1], Qt.MouseButton.LeftButton)
    assert shown(page, MentorDialog)


def test_without_an_application_the_mix_begins_with_who_is_missing(
    qtbot: QtBot, core: Core, page: MentorsPage
) -> None:
    core.mentors.add("Dr. Ada Park", role=MentorRole.SCIENCE_PROFESSOR)
    (card,) = shown(page, MixCard)
    buttons = {button.text(): button for button in shown(card, LinkButton)}
    assert set(buttons) == {"Add a professor", "Add a physician", "Add a long-term mentor"}
    qtbot.mouseClick(buttons["Add a physician"], Qt.MouseButton.LeftButton)
    (dialog,) = shown(page, MentorDialog)
    qtbot.keyClicks(dialog._name, "Dr. Marcus Bell")
    dialog._save()
    (row,) = (row for row in core.mentors.rows() if row.full_name == "Dr. Marcus Bell")
    assert row.role is MentorRole.SHADOWED_PHYSICIAN


def test_an_application_lists_who_its_goals_miss(
    qtbot: QtBot, desk: Desk, core: Core, goal: int
) -> None:
    core.mentors.add("Dr. Marcus Bell", role=MentorRole.ATTENDING)
    places = Places(desk, core)
    applications = places._applications()
    assert isinstance(applications, ApplicationsPage)
    qtbot.addWidget(applications)
    applications.resize(1072, 800)
    applications.show()
    (line,) = (
        line
        for line in applications._pane.more_findings.lines
        if line._finding.data["action"] is GapAction.ADD_MENTOR
    )
    assert line.accessibleName() == "Research-heavy, no PI yet."
    line.button.click()
    (dialog,) = shown(applications, MentorDialog)
    qtbot.keyClicks(dialog._name, "Dr. Hannah Whitlock")
    dialog._save()
    assert not any(
        line._finding.code == "mentor-missing" for line in applications._pane.more_findings.lines
    )


def wizard_for(qtbot: QtBot, desk: Desk, core: Core, mentor: int, goal: int) -> RequestWizard:
    made = RequestWizard(desk, Places(desk, core)._wizard_services())
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.start()
    made.show()
    defaults.choose_application(made.session, goal)
    defaults.choose_mentor(made.session, mentor)
    made.go_to(MESSAGE)
    return made


def test_the_wizard_orders_by_the_goals_and_the_message_says_why(
    qtbot: QtBot, desk: Desk, core: Core, goal: int
) -> None:
    mentor = pi(core)
    wizard = wizard_for(qtbot, desk, core, mentor, goal)
    step = wizard.current
    assert step.highlights.order[:2] == (
        Highlight.INDEPENDENCE_IN_RESEARCH,
        Highlight.WRITING_PRESENTING,
    )
    assert step.highlights._why.text() == (
        f"Sorted by what Dr. Whitlock saw you do, and by your goals for {ODD}."
    )
    assert "I ask you because you have seen my research up close, and you gave me feedback" in (
        " ".join(step.preview.body().split())
    )
    core.applications.update(goal, goals={"emphasis": "service"})
    again = wizard_for(qtbot, desk, core, mentor, goal)
    assert "because you have known me for two years, and you have seen my research" in (
        " ".join(again.current.preview.body().split())
    )


def test_what_a_draft_has_picked_stays_when_the_goals_change(
    qtbot: QtBot, desk: Desk, core: Core, goal: int
) -> None:
    wizard = wizard_for(qtbot, desk, core, pi(core), goal)
    step = wizard.current
    step.highlights.chips[Highlight.CURIOSITY].click()
    core.applications.update(goal, goals={"emphasis": "education"})
    wizard.go_to(MESSAGE - 1)
    wizard.go_to(MESSAGE)
    assert wizard.session.state.highlights == (Highlight.CURIOSITY,)
    assert step.highlights.chips[Highlight.CURIOSITY].isChecked()
    assert step.highlights.order[0] is Highlight.WRITING_PRESENTING


def test_without_anything_written_down_the_message_gives_no_reason(
    qtbot: QtBot, desk: Desk, core: Core, goal: int
) -> None:
    mentor = core.mentors.add("Dr. Hannah Whitlock", role=MentorRole.RESEARCH_PI)
    wizard = wizard_for(qtbot, desk, core, mentor, goal)
    step = wizard.current
    assert "because" not in step.preview.body()
    assert "strong letter of recommendation?" in " ".join(step.preview.body().split())


def test_fit_counts_what_the_goals_suggest_and_says_so(
    qtbot: QtBot, core: Core, goal: int, page: MentorsPage
) -> None:
    mentor = pi(core)
    core.mentors.set_answers(mentor, [FitAnswer(FitQuestion.DEPTH, 4)], goal)
    page.open_target(mentor)
    names = [bar.accessibleName() for bar in shown(page, FitBar)]
    assert names[2] == (
        "Relevance to your goal: 5 of 20 points."
        " From your goals: a kind of mentor that it calls for"
    )
    assert core.mentors.fit(mentor, goal).total == 40
    page._pane._on_answers_requested(FitQuestion.RELEVANCE)
    (dialog,) = shown(page, FitDialog)
    combo = dialog._questions._levels[FitQuestion.RELEVANCE]
    assert combo.currentText() == "From your goals: Another field with some overlap"
    assert any(
        "overlap”: a kind of mentor that it calls for." in label.text()
        for label in shown(dialog, QLabel)
    )
    dialog._save()
    assert core.mentors.fit(mentor, goal).total == 40
    core.applications.update(goal, goals={"emphasis": "clinical"})
    assert core.mentors.fit(mentor, goal).total == 35
    core.mentors.set_fit(mentor, FitQuestion.RELEVANCE, 4, application_id=goal)
    assert core.mentors.fit(mentor, goal).total == 55


def test_the_list_says_why_the_fit_is_what_it_is_as_the_pane_does(
    core: Core, goal: int, page: MentorsPage
) -> None:
    mentor = pi(core)
    answers = [FitAnswer(FitQuestion.DEPTH, 4), FitAnswer(FitQuestion.COMMUNICATION, 0)]
    core.mentors.set_answers(mentor, answers, goal)
    page.open_target(mentor)
    index = page._list.model.index(0, table.FIT)
    tip = page._list.delegate.tip(QStyleOptionViewItem(), index)
    sentence = "Saw you grow and helped you do it, but is hard to reach or to learn from."
    assert tip == f"Some fit\n{sentence}"
    assert sentence in [label.text() for label in shown(page, QLabel)]
