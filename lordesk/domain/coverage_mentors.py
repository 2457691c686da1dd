"""Kinds of mentor that the goals of an application call for and that nobody is yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain.goals import missing_mentors, read_goals
from lordesk.kinds import Severity
from lordesk.rows.coverage import GapAction
from lordesk.rows.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lordesk.domain.coverage_view import View


def findings(view: View) -> Iterator[Finding]:
    application, present = view.facts.application, view.facts.present_roles
    if present is None:
        return
    goals = read_goals(application.goals)
    for reason in missing_mentors(application.kind, goals, present):
        data = {"action": GapAction.ADD_MENTOR, "lacking": reason, "role": reason.data["role"]}
        yield Finding("mentor-missing", Severity.HINT, data)
