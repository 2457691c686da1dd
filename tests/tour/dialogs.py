"""Pictures of the dialogs about letters, mentors and coverage, each opened over its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from lordesk.domain.coverage_view import view_of
from lordesk.domain.suggestions import suggestion
from lordesk.kinds import FactKind, Page
from tests.tour.driver import MissedError, until
from ui.dialogs.closing_dialog import DeclineDialog, WithdrawDialog
from ui.dialogs.committee_dialog import CommitteeDialog
from ui.dialogs.evidence_dialog import EvidenceDialog
from ui.dialogs.fact_dialog import FactDialog
from ui.dialogs.fit_dialog import FitDialog
from ui.dialogs.letter_dialog import LetterBooks, LetterDialog
from ui.dialogs.merge_dialog import MergeDialog
from ui.dialogs.proof_file import ProofPress
from ui.dialogs.rollover_dialog import RolloverDialog
from ui.dialogs.rule_sources import RuleSourcesDialog
from ui.dialogs.slot_dialog import SlotDialog
from ui.dialogs.suggestion_dialog import SuggestionDialog
from ui.pdf import QtPdfRenderer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lordesk.rows.letters import LetterRow
    from tests.tour.stage import Stage as TourStage
    from ui.dialogs.dialog import Dialog

_SETTLE_MS = 250


def take_dialogs(stage: TourStage, out: Path, ending: str) -> int:
    """Returns how many pictures were written."""
    makers: dict[str, tuple[Page, Callable[[TourStage], Dialog]]] = {
        "decline": (Page.REQUESTS, _decline),
        "withdraw": (Page.REQUESTS, _withdraw),
        "letter": (Page.REQUESTS, _letter),
        "committee": (Page.REQUESTS, _committee),
        "evidence": (Page.REQUESTS, _evidence),
        "fact": (Page.REQUESTS, _fact),
        "suggestion": (Page.APPLICATIONS, _suggestion),
        "rule-sources": (Page.APPLICATIONS, _rule_sources),
        "slot": (Page.APPLICATIONS, _slot),
        "rollover": (Page.APPLICATIONS, _rollover),
        "merge": (Page.MENTORS, _merge),
        "fit": (Page.MENTORS, _fit),
    }
    for name, (page, make) in makers.items():
        stage.window.show_page(page)
        dialog = make(stage)
        dialog.open()
        until(dialog.isVisible, f"the dialog {name}")
        QTest.qWait(_SETTLE_MS)
        if not dialog.grab().save(str(out / f"dialog-{name}-{ending}.png")):
            raise MissedError(f"the picture of the dialog {name}")
        dialog.reject()
    return len(makers)


def _of(stage: TourStage, short: str) -> LetterRow:
    return next(row for row in stage.core.letters.rows() if row.mentor_short == short)


def _decline(stage: TourStage) -> Dialog:
    closings, letter = stage.core.around.closings, _of(stage, "Dr. Halvorsen")
    return DeclineDialog(stage.session.desk, closings, letter, stage.page)


def _withdraw(stage: TourStage) -> Dialog:
    closings, letter = stage.core.around.closings, _of(stage, "Dr. Osei")
    return WithdrawDialog(stage.session.desk, closings, letter, stage.page)


def _letter(stage: TourStage) -> Dialog:
    core = stage.core
    books = LetterBooks(core.letters, core.requests, core.around.facts)
    return LetterDialog(stage.session.desk, books, _of(stage, "Dr. Osei"), stage.page)


def _committee(stage: TourStage) -> Dialog:
    writers, letter = stage.core.around.writers, _of(stage, "Dr. Halvorsen")
    return CommitteeDialog(stage.session.desk, writers, stage.core.mentors, letter, stage.page)


def _evidence(stage: TourStage) -> Dialog:
    around = stage.core.around
    return EvidenceDialog(
        stage.session.desk,
        around.evidence,
        ProofPress(around.reports, QtPdfRenderer()),
        _of(stage, "Dr. Kwan"),
        parent=stage.page,
    )


def _fact(stage: TourStage) -> Dialog:
    facts, letter = stage.core.around.facts, _of(stage, "Dr. Osei")
    return FactDialog(stage.session.desk, facts, letter, FactKind.ISSUED, stage.page)


def _suggestion(stage: TourStage) -> Dialog:
    core = stage.core
    view = view_of(core.coverage.facts(core.applications.rows()[0]))
    desk = stage.session.desk
    return SuggestionDialog(desk, core.applications, view, suggestion(view, {}), stage.page)


def _rule_sources(stage: TourStage) -> Dialog:
    core = stage.core
    application = core.applications.rows()[0]
    return RuleSourcesDialog(stage.session.desk, core.rules, application, stage.page)


def _slot(stage: TourStage) -> Dialog:
    core = stage.core
    row = core.applications.rows()[0]
    return SlotDialog(stage.session.desk, core.applications, row.id, row.slots[0], stage.page)


def _rollover(stage: TourStage) -> Dialog:
    core = stage.core
    application = core.applications.rows()[0]
    return RolloverDialog(stage.session.desk, core.rollover, application, stage.page)


def _fit(stage: TourStage) -> Dialog:
    core = stage.core
    mentor = core.mentors.get(core.mentors.rows()[0].id)
    application = core.applications.rows()[0].id
    hint = core.coach.relevance(mentor.id, application)
    desk = stage.session.desk
    return FitDialog(desk, core.mentors, mentor, application, None, hint, stage.page)


def _merge(stage: TourStage) -> Dialog:
    mentors, merge = stage.core.mentors, stage.core.mentor_merge
    first, second = (mentors.get(row.id) for row in mentors.rows()[:2])
    return MergeDialog(stage.session.desk, merge, first, second, stage.page)
