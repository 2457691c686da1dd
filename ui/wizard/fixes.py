"""Where in the wizard a finding is put right, and what the button that goes there says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lordesk.kinds import Severity
from ui.source_text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from lordesk.rows.finding import Finding, Place
    from ui.wizard.state import WizardState

MENTOR, TIMING, MESSAGE, MATERIALS, REVIEW = range(5)

_WHERE = {
    "recipient-missing": MENTOR,
    "recipient-malformed": MENTOR,
    "recipient-is-you": MENTOR,
    "recipient-is-other": MENTOR,
    "cc-malformed": MESSAGE,
    "cc-repeats-to": MESSAGE,
    "waiver-kept": MENTOR,
    "waiver-undecided": MENTOR,
    "short-notice": TIMING,
    "under-four-weeks": TIMING,
    "date-in-past": TIMING,
    "soft-after-hard": TIMING,
    "ask-after-due": TIMING,
    "mentor-on-leave": TIMING,
    "mentor-leaving": TIMING,
    "date-on-weekend": TIMING,
    "date-on-holiday": TIMING,
    "file-missing": MATERIALS,
    "file-unreadable": MATERIALS,
    "file-changed": MATERIALS,
    "other-persons-file": MATERIALS,
    "looks-like-letter": MATERIALS,
    "files-too-large": MATERIALS,
    "attached-without-file": MATERIALS,
    "cv-not-attached": MATERIALS,
    "statement-not-attached": MATERIALS,
}
_BY_FIELD = {
    "submit": MENTOR,
    "sender": MENTOR,
    "purpose": MENTOR,
    "applying": MENTOR,
    "due": TIMING,
}
_YOURS = {"applicant_name", "applicant_given", "applicant_role", "signature"}
_ATTACHES = {"cv-not-attached", "statement-not-attached", "attached-without-file"}


def where(finding: Finding, state: WizardState) -> tuple[int, Place | None]:
    """The step and the place in its text; most findings are about the text."""
    if finding.code == "no-submission-method" and state.service is None:
        return MENTOR, None
    if finding.code in ("deadline-not-stated", "deadline-past") and state.soft_on is None:
        return TIMING, None
    if finding.code == "field-empty":
        return _BY_FIELD.get(str(finding.data["field"]), MESSAGE), finding.place
    return _WHERE.get(finding.code, MESSAGE), finding.place


def is_about_you(finding: Finding) -> bool:
    """What is missing is kept in the settings, and no step of the wizard asks for it."""
    return finding.code == "field-empty" and finding.data["field"] in _YOURS


def button_words(finding: Finding) -> str:
    if finding.code in _ATTACHES:
        text = QT_TRANSLATE_NOOP("Fixes", "Attach")
    elif finding.severity is Severity.BLOCKS:
        text = QT_TRANSLATE_NOOP("Fixes", "Fix")
    else:
        text = QT_TRANSLATE_NOOP("Fixes", "Look")
    return QCoreApplication.translate("Fixes", text)
