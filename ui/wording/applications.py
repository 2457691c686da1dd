"""What the Applications page says of an application, its slots, its targets and their letters."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from lordesk.kinds import ApplicationKind, LetterService, SlotNeed, Stage
from lordesk.rows.coverage import GapAction
from ui.source_text import QT_TRANSLATE_NOOP
from ui.wording import dates, tasks
from ui.wording.gaps import action_words
from ui.wording.kinds import word
from ui.wording.seasons import publisher

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lordesk.rows.coverage import Written
    from lordesk.rows.finding import Finding
    from lordesk.rows.letters import ApplicationDateRow, ApplicationRow, LetterRow, TargetRow

_CONTEXT = "Applications"

_NEEDS = {
    SlotNeed.IN_SPECIALTY: QT_TRANSLATE_NOOP("Applications", "specialty"),
    SlotNeed.CHAIR: QT_TRANSLATE_NOOP("Applications", "chair"),
    SlotNeed.STANDARDIZED: QT_TRANSLATE_NOOP("Applications", "standardized"),
    SlotNeed.SCIENCE_FACULTY: QT_TRANSLATE_NOOP("Applications", "science"),
    SlotNeed.NON_SCIENCE: QT_TRANSLATE_NOOP("Applications", "non-science"),
    SlotNeed.PHYSICIAN: QT_TRANSLATE_NOOP("Applications", "physician"),
    SlotNeed.DO_PHYSICIAN: QT_TRANSLATE_NOOP("Applications", "DO"),
    SlotNeed.RESEARCH: QT_TRANSLATE_NOOP("Applications", "research"),
    SlotNeed.COMMUNITY: QT_TRANSLATE_NOOP("Applications", "community"),
    SlotNeed.CLINICAL: QT_TRANSLATE_NOOP("Applications", "clinical"),
    SlotNeed.COMMITTEE: QT_TRANSLATE_NOOP("Applications", "committee"),
}

_NUMBERS = (
    QT_TRANSLATE_NOOP("Applications", "None"),
    QT_TRANSLATE_NOOP("Applications", "One"),
    QT_TRANSLATE_NOOP("Applications", "Two"),
    QT_TRANSLATE_NOOP("Applications", "Three"),
    QT_TRANSLATE_NOOP("Applications", "Four"),
    QT_TRANSLATE_NOOP("Applications", "Five"),
    QT_TRANSLATE_NOOP("Applications", "Six"),
    QT_TRANSLATE_NOOP("Applications", "Seven"),
    QT_TRANSLATE_NOOP("Applications", "Eight"),
    QT_TRANSLATE_NOOP("Applications", "Nine"),
    QT_TRANSLATE_NOOP("Applications", "Ten"),
)

_CELLS = {
    "in": QT_TRANSLATE_NOOP("Applications", "in and assigned"),
    "to-come": QT_TRANSLATE_NOOP("Applications", "assigned, not in yet"),
    "off": QT_TRANSLATE_NOOP("Applications", "not assigned"),
    "closed": QT_TRANSLATE_NOOP("Applications", "assigned, but it will not come"),
}


class FactWords(NamedTuple):
    """A fact with its icon ("" for none) and the token of its color."""

    icon: str
    text: str
    color: str


def _tr(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)


def _count(text: str, count: int) -> str:
    return QCoreApplication.translate(_CONTEXT, text, "", count)


def _at_a_service(application: ApplicationRow) -> bool:
    return application.service not in (None, LetterService.PORTAL)


def is_schools(application: ApplicationRow) -> bool:
    """Targets are called schools by those who apply to one, and programs by all others."""
    return application.kind is ApplicationKind.MEDICAL_SCHOOL


# --- an application -------------------------------------------------------------------------------


def title(application: ApplicationRow) -> str:
    """ "Internal Medicine, categorical"."""
    if application.detail and _at_a_service(application):
        return QCoreApplication.translate("Applications", "{name}, {detail}").format(
            name=application.name, detail=application.detail
        )
    return application.name


def facts(application: ApplicationRow, today: date) -> str:
    """ "2 of 4 letters in · target September 16"."""
    parts = [tasks.letters_in(application)] if application.slots else []
    if application.letters_by is not None:
        day = dates.month_day(application.letters_by, today)
        parts.append(QCoreApplication.translate("Applications", "target {day}").format(day=day))
    return " · ".join(parts)


def in_full(application: ApplicationRow, today: date) -> list[str]:
    """Lines of a tooltip, its dates with how sure they are and where they come from."""
    lines = [title(application), where(application), letters_by(application, today)]
    if application.hard_on is not None:
        text = QCoreApplication.translate("Applications", "Application date {day}, {status}")
        day = dates.row_date(application.hard_on, today)
        lines.append(text.format(day=day, status=word(application.hard_status)))
        if application.hard_source:
            lines.append(source(publisher(application.hard_source)))
    return lines


def where(application: ApplicationRow) -> str:
    """ "ERAS 2027 · 14 programs"."""
    parts = (service_words(application), target_count(application))
    return " · ".join(part for part in parts if part)


def service_words(application: ApplicationRow) -> str:
    """ "ERAS 2027"; without a service the user's own words, else the kind."""
    if _at_a_service(application) and application.service is not None:
        return f"{word(application.service)} {application.season}".strip()
    return application.detail or word(application.kind)


def target_count(application: ApplicationRow) -> str:
    """Empty where there is none."""
    if not application.targets:
        return ""
    schools = QT_TRANSLATE_NOOP("Applications", "%n school(s)")
    programs = QT_TRANSLATE_NOOP("Applications", "%n program(s)")
    return _count(schools if is_schools(application) else programs, application.targets)


def letters_by(application: ApplicationRow, today: date) -> str:
    if application.letters_by is None:
        return QCoreApplication.translate("Applications", "No date yet")
    day = dates.short_date(application.letters_by, today)
    return QCoreApplication.translate("Applications", "Letters by {day}").format(day=day)


def letters_day(application: ApplicationRow, today: date) -> str:
    """ "Sep 16", where there is no room for more."""
    if application.letters_by is None:
        return QCoreApplication.translate("Applications", "No date yet")
    return dates.short_date(application.letters_by, today)


def spoken_application(application: ApplicationRow, today: date, pressing: bool) -> str:
    parts = [application.name, where(application), tasks.letters_in(application)]
    parts += [tasks.letters_to_come(application), letters_by(application, today)]
    if pressing:
        parts.append(QCoreApplication.translate("Applications", "pressing"))
    return ", ".join(part for part in parts if part)


# --- a slot ---------------------------------------------------------------------------------------


def slot_fact(letter: LetterRow, replied_on: date | None, today: date) -> FactWords:
    """The third line of a slot's card: what there is to know about its date.

    `replied_on` is the day of a reply that is not read yet.
    """
    if letter.stage in (Stage.SUBMITTED, Stage.THANKED):
        if letter.submitted_on is None:
            return FactWords("", QCoreApplication.translate("Applications", "In"), "text-secondary")
        day = dates.short_date(letter.submitted_on, today)
        return FactWords(
            "",
            QCoreApplication.translate("Applications", "In since {day}").format(day=day),
            "text-secondary",
        )
    if letter.unread_reply:
        when = dates.in_days(replied_on or today, today)
        return FactWords(
            "mail",
            QCoreApplication.translate("Applications", "New reply {when}").format(when=when),
            "accent-text",
        )
    if letter.stage is Stage.PLANNED and letter.planned_ask_on is not None:
        return _dated(
            QCoreApplication.translate("Applications", "Ask by {day}"), letter.planned_ask_on, today
        )
    if letter.soft_on is not None:
        return _dated(
            QCoreApplication.translate("Applications", "Due {day}"), letter.soft_on, today
        )
    return FactWords(
        "", QCoreApplication.translate("Applications", "No date yet"), "text-secondary"
    )


def carried(written: Written) -> FactWords:
    """A letter of an earlier season, which readers see by its date."""
    if written.season:
        text = QCoreApplication.translate("Applications", "From season {season}, ask anew")
        return FactWords("history", text.format(season=written.season), "warning-text")
    text = QCoreApplication.translate("Applications", "From an earlier season, ask anew")
    return FactWords("history", text, "warning-text")


def _dated(text: str, on: date, today: date) -> FactWords:
    late = on < today
    shown = text.format(day=dates.short_date(on, today))
    return FactWords(
        "circle-alert" if late else "", shown, "danger-text" if late else "text-secondary"
    )


def suggestion(name: str, fit: int | None) -> str:
    """ "Dr. Adeyemi, fit 76"."""
    if fit is None:
        return name
    return QCoreApplication.translate("Applications", "{name}, fit {fit}").format(
        name=name, fit=fit
    )


def need_words(needs: Sequence[SlotNeed]) -> str:
    return ", ".join(_tr(_NEEDS[need]) for need in needs if need in _NEEDS)


def gap_button(finding: Finding, letter: LetterRow | None) -> str:
    """The one thing to do about a finding; empty where there is nothing to press."""
    action = finding.data.get("action")
    if not isinstance(action, GapAction):
        return ""
    first = letter is None or letter.stage in (Stage.PLANNED, Stage.SUBMITTED, Stage.THANKED)
    if action is GapAction.ASK and not first:
        return QCoreApplication.translate("Applications", "Write follow-up")
    return action_words(action)


def dated_title(row: ApplicationDateRow) -> str:
    """ "Wed, Sep 23, 2026 · Program review"."""
    return f"{dates.full_date(row.on)} · {row.title}"


# --- targets and their letters --------------------------------------------------------------------


def needs(target: TargetRow) -> str:
    """ "3, incl. chair" or "3, any"."""
    wanted = need_words(target.needs)
    if not wanted:
        return QCoreApplication.translate("Applications", "{count}, any").format(
            count=target.min_letters
        )
    return QCoreApplication.translate("Applications", "{count}, incl. {needs}").format(
        count=target.min_letters, needs=wanted
    )


def summary(code: str, here: int, to_come: int, short: int) -> str:
    """ "2 in, 2 to come", "1 short" or "Complete"; the codes are those of `TargetSummary`."""
    if code == "short":
        return QCoreApplication.translate("Applications", "{count} short").format(count=short)
    if code == "complete":
        return QCoreApplication.translate("Applications", "Complete")
    return QCoreApplication.translate("Applications", "{here} in, {to_come} to come").format(
        here=here, to_come=to_come
    )


def cell(state: str, locked: bool, proved: bool = False) -> str:
    text = _tr(_CELLS[state])
    if locked:
        text = QCoreApplication.translate("Applications", "{state}, locked").format(state=text)
    if proved:
        with_file = QCoreApplication.translate("Applications", "{state}, with evidence")
        text = with_file.format(state=text)
    return text


def limit(cap: int | None) -> str:
    """The head of the last column."""
    if cap is None:
        return QCoreApplication.translate("Applications", "Letters")
    return QCoreApplication.translate("Applications", "Letters, {count} at most").format(count=cap)


def cap_reached(cap: int) -> str:
    """ "Four is the limit. Remove one first." """
    number = _tr(_NUMBERS[cap]) if cap < len(_NUMBERS) else str(cap)
    return QCoreApplication.translate(
        "Applications", "{number} is the limit. Remove one first."
    ).format(number=number)


def target_words(schools: bool) -> tuple[str, str, str]:
    """One of them, all of them, and the verb of the button that adds one."""
    if schools:
        return (
            QCoreApplication.translate("Applications", "School"),
            QCoreApplication.translate("Applications", "Schools"),
            QCoreApplication.translate("Applications", "Add school"),
        )
    return (
        QCoreApplication.translate("Applications", "Program"),
        QCoreApplication.translate("Applications", "Programs"),
        QCoreApplication.translate("Applications", "Add program"),
    )


def needs_head() -> str:
    return QCoreApplication.translate("Applications", "Needs")


def missing(needs: Sequence[SlotNeed]) -> str:
    """ "No letter for: chair."; empty where nothing is missing by name."""
    if not needs:
        return ""
    return QCoreApplication.translate("Applications", "No letter for: {needs}.").format(
        needs=need_words(needs)
    )


def target_head(target: TargetRow) -> str:
    """The tooltip of a row, as markup: "Cascadia Health Sciences, Port Alder"."""
    text = ", ".join(part for part in (target.name, target.place) if part)
    return f"<qt>{html.escape(text)}</qt>"


def no_targets(schools: bool) -> str:
    return (
        QCoreApplication.translate("Applications", "No schools yet.")
        if schools
        else QCoreApplication.translate("Applications", "No programs yet.")
    )


def no_targets_why(schools: bool) -> str:
    """Why one would add some."""
    if schools:
        return QCoreApplication.translate(
            "Applications", "Add them to see which letters each school needs, and which it gets."
        )
    return QCoreApplication.translate(
        "Applications", "Add them to see which letters each program needs, and which it gets."
    )


def target_title(schools: bool, new: bool) -> str:
    """The title of the form."""
    if new:
        return target_words(schools)[2]
    return (
        QCoreApplication.translate("Applications", "Edit school")
        if schools
        else QCoreApplication.translate("Applications", "Edit program")
    )


# --- the form of an application -------------------------------------------------------------------


def source(text: str) -> str:
    return QCoreApplication.translate("Applications", "Source: {source}").format(source=text)
