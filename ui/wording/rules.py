"""Rules, what they say, how sure they are and where they come from, in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from lordesk.domain.rule_values import Barred, CarryOver, ChairLetter, Lock, Narrative
from lordesk.kinds import ApplicationKind, DateStatus, LetterService, SlotNeed
from ui.source_text import QT_TRANSLATE_NOOP
from ui.wording import dates
from ui.wording.kinds import word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lordesk.errors import RulePackError
    from lordesk.rows.rules import BrokenPack, Origin, RuleConflict, RuleRow

_CONTEXT = "Rules"

TITLES: dict[str, str] = {
    "cap": QT_TRANSLATE_NOOP("Rules", "Most letters for one program"),
    "optional_extra": QT_TRANSLATE_NOOP("Rules", "Optional letters on top"),
    "minimum": QT_TRANSLATE_NOOP("Rules", "Fewest letters"),
    "maximum": QT_TRANSLATE_NOOP("Rules", "Most letters usually wanted"),
    "verify_minimum": QT_TRANSLATE_NOOP("Rules", "Letters in before verification"),
    "lag": QT_TRANSLATE_NOOP("Rules", "From the upload until the letter counts"),
    "stored_lag": QT_TRANSLATE_NOOP("Rules", "More days for a letter from Interfolio"),
    "refuses": QT_TRANSLATE_NOOP("Rules", "Takes no letters from"),
    "lock": QT_TRANSLATE_NOOP("Rules", "A letter is locked"),
    "needed_to_process": QT_TRANSLATE_NOOP("Rules", "Letters are needed for processing"),
    "add_after_submission": QT_TRANSLATE_NOOP("Rules", "Letters can be added after submission"),
    "carry_over": QT_TRANSLATE_NOOP("Rules", "Letters in the next season"),
    "packet_counts_as_one": QT_TRANSLATE_NOOP("Rules", "A packet counts as one letter"),
    "packet_suffices": QT_TRANSLATE_NOOP("Rules", "A committee letter or packet is enough"),
    "contributors_excluded": QT_TRANSLATE_NOOP(
        "Rules", "Writers of a packet may not write a single letter too"
    ),
    "recent_from": QT_TRANSLATE_NOOP("Rules", "A letter is recent from"),
    "reference_needed": QT_TRANSLATE_NOOP("Rules", "A reference number is needed"),
    "least": QT_TRANSLATE_NOOP("Rules", "{need}: at least"),
    "preferred": QT_TRANSLATE_NOOP("Rules", "{need}: better"),
    "most": QT_TRANSLATE_NOOP("Rules", "{need}: at most"),
    "need": QT_TRANSLATE_NOOP("Rules", "{title}"),
    "chair": QT_TRANSLATE_NOOP("Rules", "Letter from the chair or department"),
    "form": QT_TRANSLATE_NOOP("Rules", "Standardized letter"),
    "builtin_form": QT_TRANSLATE_NOOP("Rules", "The form is built into the portal"),
    "narrative": QT_TRANSLATE_NOOP("Rules", "Narrative letters"),
    "author_may_not_repeat": QT_TRANSLATE_NOOP(
        "Rules", "Who writes the standardized letter may not write a narrative too"
    ),
    "advanced": QT_TRANSLATE_NOOP("Rules", "Needs a preliminary year with its own letters"),
    "recency_months": QT_TRANSLATE_NOOP("Rules", "Oldest letter that counts"),
    "who": QT_TRANSLATE_NOOP("Rules", "May not write"),
    "on": QT_TRANSLATE_NOOP("Rules", "{title}"),
}
_IN_ALL = QT_TRANSLATE_NOOP("Rules", "Most letters in all")
_CHECK = QT_TRANSLATE_NOOP("Rules", "The letter must meet")
_SHOULD = QT_TRANSLATE_NOOP("Rules", "The letter should meet")
_NOTE = QT_TRANSLATE_NOOP("Rules", "Good to know")

CHOICES: dict[str, dict[str, str]] = {
    "lock": {
        Lock.APPLYING: QT_TRANSLATE_NOOP("Rules", "When you apply"),
        Lock.RECEIPT: QT_TRANSLATE_NOOP("Rules", "Once it is received"),
    },
    "carry_over": {
        CarryOver.IMPORT: QT_TRANSLATE_NOOP("Rules", "Can be imported"),
        CarryOver.KEPT: QT_TRANSLATE_NOOP("Rules", "Are kept"),
        CarryOver.NONE: QT_TRANSLATE_NOOP("Rules", "Have to be sent again"),
    },
    "chair": {
        ChairLetter.EXPECTED: QT_TRANSLATE_NOOP("Rules", "Expected"),
        ChairLetter.COMMON: QT_TRANSLATE_NOOP("Rules", "Common"),
        ChairLetter.SOME: QT_TRANSLATE_NOOP("Rules", "Some programs want one"),
        ChairLetter.OPTIONAL: QT_TRANSLATE_NOOP("Rules", "Optional"),
        ChairLetter.NONE: QT_TRANSLATE_NOOP("Rules", "Not needed"),
    },
    "narrative": {
        Narrative.REPLACED: QT_TRANSLATE_NOOP("Rules", "Replaced by the form"),
        Narrative.DISCARDED: QT_TRANSLATE_NOOP("Rules", "Discarded"),
    },
    "who": {
        Barred.RESIDENT_FELLOW: QT_TRANSLATE_NOOP("Rules", "Residents and fellows"),
        Barred.TEACHING_ASSISTANT: QT_TRANSLATE_NOOP("Rules", "Teaching assistants alone"),
        Barred.FAMILY: QT_TRANSLATE_NOOP("Rules", "Family"),
        Barred.FRIEND: QT_TRANSLATE_NOOP("Rules", "Friends"),
    },
}
GRADES: dict[str, str] = {
    "A": QT_TRANSLATE_NOOP("Rules", "official page"),
    "B": QT_TRANSLATE_NOOP("Rules", "school office"),
    "C": QT_TRANSLATE_NOOP("Rules", "consultant"),
    "D": QT_TRANSLATE_NOOP("Rules", "forum"),
    "mirror": QT_TRANSLATE_NOOP("Rules", "copy of an official page"),
    "derived": QT_TRANSLATE_NOOP("Rules", "derived from a pattern"),
}
PROBLEMS: dict[str, str] = {
    "negative": QT_TRANSLATE_NOOP("Rules", "A number of letters cannot be below zero."),
    "more-than-the-most": QT_TRANSLATE_NOOP(
        "Rules", "At least would be more than at most. Change the other number first."
    ),
    "no-such-rule": QT_TRANSLATE_NOOP("Rules", "The rules have no such value any more."),
}


def _tr(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)


# --- what a rule is and says ----------------------------------------------------------------------


def title(row: RuleRow | RuleConflict) -> str:
    """ "Most letters for one program", "Department chair: at least", "Match Day"."""
    beside = row.beside
    if row.key == "text":
        return _tr(
            _NOTE if ".notes[" in row.path else _CHECK if beside.get("required") else _SHOULD
        )
    if row.key == "cap" and beside.get("cap_scope") == "application":
        return _tr(_IN_ALL)
    need = word(SlotNeed(beside["need"])) if "need" in beside else row.item
    return _tr(TITLES[row.key]).format(need=need, title=beside.get("title", row.item))


def value(key: str, shown: Any, beside: Mapping[str, Any]) -> str:
    """ "4", "Yes", "Wed, Sep 23, 2026", "10 days"; empty where there is none any more."""
    if shown is None:
        return ""
    if isinstance(shown, bool):
        return (
            QCoreApplication.translate("Rules", "Yes")
            if shown
            else QCoreApplication.translate("Rules", "No")
        )
    if isinstance(shown, date):
        return dates.full_date(shown)
    if isinstance(shown, list):
        return ", ".join(word(LetterService(item)) for item in shown)
    if isinstance(shown, int):
        return _number(key, shown, beside)
    if key == "need":
        return word(SlotNeed(shown))
    if key == "recent_from":
        day = dates.month_day(date.fromisoformat(f"2001-{shown}"), date(2001, 1, 1))
        return QCoreApplication.translate(
            "Rules", "{day} of the year before the application opens"
        ).format(day=day)
    return _tr(CHOICES[key][shown]) if key in CHOICES else str(shown)


def _number(key: str, shown: int, beside: Mapping[str, Any]) -> str:
    if key == "recency_months":
        return QCoreApplication.translate("Rules", "%n month(s)", "", shown)
    if key == "stored_lag" or (key == "lag" and beside.get("lag_unit") == "business_days"):
        return QCoreApplication.translate("Rules", "Up to %n business day(s)", "", shown)
    if key == "lag":
        return (
            QCoreApplication.translate("Rules", "Up to %n day(s)", "", shown)
            if shown
            else QCoreApplication.translate("Rules", "At once")
        )
    return str(shown)


def row_value(row: RuleRow) -> str:
    return value(row.key, row.value, row.beside)


def shipped_value(row: RuleRow) -> str:
    """ "Shipped value: 4"."""
    return QCoreApplication.translate("Rules", "Shipped value: {value}").format(
        value=value(row.key, row.shipped, row.beside)
    )


def group(row: RuleRow) -> str:
    """The heading over the rules of one entry: "ERAS", "Every residency", "Dates of the season"."""
    if row.group == "season":
        return QCoreApplication.translate("Rules", "Dates of the season")
    if row.path.startswith("kinds."):
        return QCoreApplication.translate("Rules", "Every application: {kind}").format(
            kind=word(ApplicationKind(row.item))
        )
    return row.item


# --- how sure it is -------------------------------------------------------------------------------


def standing(row: RuleRow) -> tuple[str, str]:
    """The word for it and its code: own, confirmed, projected or uncertain."""
    if row.edited:
        return QCoreApplication.translate("Rules", "Your value"), "own"
    if row.status is DateStatus.CONFIRMED:
        return QCoreApplication.translate("Rules", "Confirmed"), "confirmed"
    if row.group == "season":
        return QCoreApplication.translate("Rules", "Projected"), "projected"
    return QCoreApplication.translate("Rules", "Uncertain"), "uncertain"


def origin(about: Origin) -> str:
    """ "ERAS 2027 · official page · checked on Sun, Nov 22, 2026"."""
    checked = QCoreApplication.translate("Rules", "checked on {day}").format(
        day=dates.full_date(about.checked_on)
    )
    parts = (about.season, _tr(GRADES[about.grade]), checked)
    return " · ".join(part for part in parts if part)


# --- what is asked and refused --------------------------------------------------------------------


def conflict(about: RuleConflict) -> tuple[str, str]:
    """What has changed, and between which values the user chooses."""
    mine, before, now = (
        value(about.key, shown, about.beside) for shown in (about.mine, about.before, about.now)
    )
    if about.now is None:
        fact = QCoreApplication.translate(
            "Rules", "{item}: a rule that you changed is gone."
        ).format(item=about.item)
        return fact, QCoreApplication.translate("Rules", "Your value was {mine}.").format(mine=mine)
    name = title(about)
    fact = QCoreApplication.translate(
        "Rules", "{item}, {rule}: the shipped value has changed."
    ).format(item=about.item, rule=name)
    if about.before == about.now:
        fact = QCoreApplication.translate(
            "Rules", "{item}, {rule}: your value no longer fits."
        ).format(item=about.item, rule=name)
    more = QCoreApplication.translate(
        "Rules", "Yours is {mine}. It was {before}, and is {now} now."
    )
    return fact, more.format(mine=mine, before=before, now=now)


def refused(error: RulePackError) -> str:
    """Why a value was not taken."""
    return _tr(PROBLEMS.get(error.problem, QT_TRANSLATE_NOOP("Rules", "A rule cannot say this.")))


def broken(pack: BrokenPack) -> tuple[str, str]:
    """What is wrong with a file, and what is used in its place."""
    name = pack.name
    if not pack.own:
        fact = QCoreApplication.translate(
            "Rules", "The file {name}, which came with LoRDesk, is damaged."
        ).format(name=name)
        return fact, QCoreApplication.translate(
            "Rules", "Its rules are missing. Install LoRDesk again."
        )
    if pack.problem == "not-json" and pack.place:
        fact = QCoreApplication.translate(
            "Rules", "Your file {name} is left out: line {line} is not JSON."
        )
        fact = fact.format(name=name, line=pack.place)
    else:
        fact = QCoreApplication.translate(
            "Rules", "Your file {name} is left out, because of {place} ({problem})."
        )
        fact = fact.format(name=name, place=pack.place or name, problem=pack.problem)
    return fact, QCoreApplication.translate("Rules", "The rules that came with LoRDesk are used.")
