"""What the rules about coverage and assignment have found, with the button for each."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lordesk.kinds import LetterService, SlotNeed
from lordesk.rows.coverage import GapAction
from lordesk.rows.reason import Reason
from ui.source_text import QT_TRANSLATE_NOOP
from ui.wording import coaching
from ui.wording.dates import long_date, month_day
from ui.wording.kinds import word

if TYPE_CHECKING:
    from collections.abc import Mapping

_CONTEXT = "Findings"

GAPS: dict[str, tuple[str, str]] = {
    # --- coverage of an application: a fact and what follows, both whole sentences ----------------
    "slot-empty": (
        QT_TRANSLATE_NOOP("Findings", "{slot} has no writer yet."),
        QT_TRANSLATE_NOOP("Findings", "{backup_writer}"),
    ),
    "required-not-confirmed": (
        QT_TRANSLATE_NOOP("Findings", "{slot} is not confirmed."),
        QT_TRANSLATE_NOOP("Findings", "{required}"),
    ),
    "backup-needed": (
        QT_TRANSLATE_NOOP("Findings", "The letter from {name} may come too late."),
        QT_TRANSLATE_NOOP("Findings", "{backup_by}"),
    ),
    "target-short": (
        QT_TRANSLATE_NOOP("Findings", "{target} has too few letters."),
        QT_TRANSLATE_NOOP("Findings", "{missing}"),
    ),
    "phantom-letter": (
        QT_TRANSLATE_NOOP("Findings", "The letter from {name} will not come."),
        QT_TRANSLATE_NOOP("Findings", "{still_assigned}"),
    ),
    "phantom-promise": (
        QT_TRANSLATE_NOOP("Findings", "The letter from {name} is long past due."),
        QT_TRANSLATE_NOOP("Findings", "{held_back}"),
    ),
    "in-not-assigned": (
        QT_TRANSLATE_NOOP("Findings", "The letter from {name} goes nowhere yet."),
        QT_TRANSLATE_NOOP("Findings", "It is in and not assigned. Services do not do it for you."),
    ),
    "need-short": (
        QT_TRANSLATE_NOOP("Findings", "Too few letters of one kind: {need}."),
        QT_TRANSLATE_NOOP("Findings", "{have} in your plan, {least} usually needed."),
    ),
    "need-over": (
        QT_TRANSLATE_NOOP("Findings", "Too many letters of one kind: {need}."),
        QT_TRANSLATE_NOOP("Findings", "There are {have}, and {most} is the limit."),
    ),
    "author-twice": (
        QT_TRANSLATE_NOOP("Findings", "{name} would write twice."),
        QT_TRANSLATE_NOOP("Findings", "The author of a standardized letter writes no second one."),
    ),
    "writer-barred": (
        QT_TRANSLATE_NOOP("Findings", "A letter from {name} may not count."),
        QT_TRANSLATE_NOOP("Findings", "Programs usually want faculty and not residents."),
    ),
    "contributor-twice": (
        QT_TRANSLATE_NOOP("Findings", "{name} is in your packet and writes a letter too."),
        QT_TRANSLATE_NOOP("Findings", "The service does not take both. Choose another writer."),
    ),
    "mentor-missing": (
        QT_TRANSLATE_NOOP("Findings", "{lack}"),
        QT_TRANSLATE_NOOP("Findings", "{who_helps}"),
    ),
    "letter-fills-two": (
        QT_TRANSLATE_NOOP("Findings", "One letter from {name} counts twice here."),
        QT_TRANSLATE_NOOP("Findings", "It fills {slots} places, and programs see one letter."),
    ),
    "writer-twice": (
        QT_TRANSLATE_NOOP("Findings", "{name} has two letters of the same kind."),
        QT_TRANSLATE_NOOP("Findings", "A second voice tells more than the same one again."),
    ),
    "target-over-cap": (
        QT_TRANSLATE_NOOP("Findings", "{target} has more letters than it takes."),
        QT_TRANSLATE_NOOP("Findings", "{letters} are assigned, {cap} is the limit."),
    ),
    "target-contradiction": (
        QT_TRANSLATE_NOOP("Findings", "{target} asks for more letters than it takes."),
        QT_TRANSLATE_NOOP("Findings", "It wants {wanted} and takes {cap}. Correct one of the two."),
    ),
    "channel-refused": (
        QT_TRANSLATE_NOOP("Findings", "The letter from {name} would be turned away."),
        QT_TRANSLATE_NOOP("Findings", "{service} takes no letters through {channel}."),
    ),
    "letter-stale": (
        QT_TRANSLATE_NOOP("Findings", "The letter from {name} may be too old."),
        QT_TRANSLATE_NOOP("Findings", "Letters since {newest} count as recent. Ask for a new one."),
    ),
    "letter-earlier-season": (
        QT_TRANSLATE_NOOP("Findings", "The letter from {name} is from season {season}."),
        QT_TRANSLATE_NOOP("Findings", "Readers see its date. Ask for a new one for {now}."),
    ),
    "reference-repeated": (
        QT_TRANSLATE_NOOP("Findings", "One reference number stands on two letters."),
        QT_TRANSLATE_NOOP("Findings", "{reference}: {other} and {name}. Each letter has its own."),
    ),
    "date-out-of-season": (
        QT_TRANSLATE_NOOP("Findings", "A date of {title} is outside the season."),
        QT_TRANSLATE_NOOP("Findings", "It says {on_year}. The season is {first} to {last}."),
    ),
    "more-than-cap": (
        QT_TRANSLATE_NOOP("Findings", "More letters than the service takes."),
        QT_TRANSLATE_NOOP("Findings", "{letters} are on their way, {cap} is the limit."),
    ),
    "waiver-missing": (
        QT_TRANSLATE_NOOP("Findings", "The waiver is not recorded."),
        QT_TRANSLATE_NOOP("Findings", "{waiver_letters} The service asks you to choose."),
    ),
    "waiver-not-waived": (
        QT_TRANSLATE_NOOP("Findings", "You keep the right to view."),
        QT_TRANSLATE_NOOP("Findings", "{waiver_letters} Readers may count it for less."),
    ),
    # --- why a letter may not be assigned --------------------------------------------------------
    "letter-gone": (
        QT_TRANSLATE_NOOP("Findings", "This letter will not come."),
        QT_TRANSLATE_NOOP("Findings", "A letter that is declined or withdrawn takes no place."),
    ),
    "channel-closed": (
        QT_TRANSLATE_NOOP("Findings", "{service} takes no letters through {channel}."),
        QT_TRANSLATE_NOOP("Findings", "Choose how {name} hands it in first."),
    ),
    "target-full": (
        QT_TRANSLATE_NOOP("Findings", "{target} takes {cap}."),
        QT_TRANSLATE_NOOP("Findings", "Take one away first."),
    ),
    "application-full": (
        QT_TRANSLATE_NOOP("Findings", "The service takes {cap} letters in all."),
        QT_TRANSLATE_NOOP("Findings", "{letters} are in use. Take one away everywhere first."),
    ),
    "author-here": (
        QT_TRANSLATE_NOOP("Findings", "{name} is there already."),
        QT_TRANSLATE_NOOP("Findings", "{target} takes no second letter from the same author."),
    ),
    "enough-of-need": (
        QT_TRANSLATE_NOOP("Findings", "There are {most} of this kind already: {need}."),
        QT_TRANSLATE_NOOP("Findings", "That is the limit."),
    ),
    "locked-here": (
        QT_TRANSLATE_NOOP("Findings", "{target} keeps this letter."),
        QT_TRANSLATE_NOOP("Findings", "It was applied to, and what it has stays."),
    ),
    # --- before a target is applied to -----------------------------------------------------------
    "applying-locks": (
        QT_TRANSLATE_NOOP("Findings", "Applying locks the letters of {target}."),
        QT_TRANSLATE_NOOP("Findings", "None of them can be taken away or replaced from then on."),
    ),
    "applying-short": (
        QT_TRANSLATE_NOOP("Findings", "{target} has too few letters."),
        QT_TRANSLATE_NOOP("Findings", "{missing}"),
    ),
    "applying-with-phantom": (
        QT_TRANSLATE_NOOP("Findings", "{target} would wait for {name}."),
        QT_TRANSLATE_NOOP("Findings", "This letter will not come. Take it away before you apply."),
    ),
    "applying-without": (
        QT_TRANSLATE_NOOP("Findings", "{target} would not get the letter from {name}."),
        QT_TRANSLATE_NOOP("Findings", "It is in, and there is a place for it."),
    ),
}

_ACTIONS = {
    GapAction.ASK: QT_TRANSLATE_NOOP("Findings", "Write request"),
    GapAction.READ_REPLY: QT_TRANSLATE_NOOP("Findings", "Read reply"),
    GapAction.PICK_WRITER: QT_TRANSLATE_NOOP("Findings", "Choose a mentor"),
    GapAction.PICK_BACKUP: QT_TRANSLATE_NOOP("Findings", "Make the writer"),
    GapAction.LINE_UP_BACKUP: QT_TRANSLATE_NOOP("Findings", "Line up a backup writer"),
    GapAction.ASSIGN: QT_TRANSLATE_NOOP("Findings", "Assign to all"),
    GapAction.UNASSIGN: QT_TRANSLATE_NOOP("Findings", "Take away"),
    GapAction.SHOW_TARGET: QT_TRANSLATE_NOOP("Findings", "Show"),
    GapAction.EDIT_TARGET: QT_TRANSLATE_NOOP("Findings", "Edit"),
    GapAction.EDIT_LETTER: QT_TRANSLATE_NOOP("Findings", "Edit letter"),
    GapAction.OPEN_LETTER: QT_TRANSLATE_NOOP("Findings", "Open letter"),
    GapAction.CHANGE_CHANNEL: QT_TRANSLATE_NOOP("Findings", "Change service"),
    GapAction.EDIT_APPLICATION: QT_TRANSLATE_NOOP("Findings", "Edit application"),
    GapAction.OPEN_RULES: QT_TRANSLATE_NOOP("Findings", "Show the rule"),
    GapAction.ADD_MENTOR: QT_TRANSLATE_NOOP("Findings", "Add mentor"),
}


def action_words(action: GapAction) -> str:
    return QCoreApplication.translate(_CONTEXT, _ACTIONS[action])


def gap_data(raw: Mapping[str, object]) -> dict[str, str]:
    """The parts of a sentence that are put together from the data of a finding."""
    data = _lacking(raw.get("lacking"))
    for name in ("service", "channel", "need"):
        value = raw.get(name)
        if isinstance(value, LetterService | SlotNeed):
            data[name] = word(value)
    for name in ("newest", "first", "last"):
        value = raw.get(name)
        if isinstance(value, date):
            data[name] = long_date(value, with_year=True)
    on, by = raw.get("on"), raw.get("by")
    data["on_year"] = long_date(on, with_year=True) if isinstance(on, date) else ""
    data["backup_by"] = _backup_by(by if isinstance(by, date) else None)
    if "backup" in raw:
        data["backup_writer"] = _backup_writer(str(raw["backup"]))
    if "asking" in raw:
        data["required"] = _required(raw)
    if "short" in raw:
        data["missing"] = _counted(
            QT_TRANSLATE_NOOP("Findings", "%n letter(s) short."), raw["short"]
        )
    if "targets" in raw:
        data["still_assigned"] = _counted(
            QT_TRANSLATE_NOOP(
                "Findings", "It is still assigned in %n place(s), which may wait for it."
            ),
            raw["targets"],
        )
        data["held_back"] = _counted(
            QT_TRANSLATE_NOOP(
                "Findings", "%n place(s) (has|have) enough without it and may wait for it."
            ),
            raw["targets"],
        )
    if "letters" in raw:
        data["waiver_letters"] = _counted(
            QT_TRANSLATE_NOOP("Findings", "%n letter(s)."), raw["letters"]
        )
    return data


def _lacking(reason: object) -> dict[str, str]:
    if not isinstance(reason, Reason):
        return {}
    return {"lack": coaching.missing(reason), "who_helps": coaching.who_helps(reason)}


def _counted(source: str, count: object) -> str:
    return QCoreApplication.translate(_CONTEXT, source, "", int(str(count)))


def _required(raw: Mapping[str, object]) -> str:
    if raw.get("schools"):
        text = QT_TRANSLATE_NOOP("Findings", "%n of {targets} schools (requires|require) it.")
    else:
        text = QT_TRANSLATE_NOOP("Findings", "%n of {targets} programs (requires|require) it.")
    return _counted(text, raw["asking"]).format(targets=raw.get("targets"))


def _backup_writer(name: str) -> str:
    if not name:
        return QCoreApplication.translate("Findings", "A good letter takes about four weeks.")
    return QCoreApplication.translate("Findings", "{name} is your backup writer.").format(name=name)


def _backup_by(by: date | None) -> str:
    if by is None:
        return QCoreApplication.translate("Findings", "Line up a backup writer.")
    text = QCoreApplication.translate("Findings", "Line up a backup writer by {day}.")
    return text.format(day=month_day(by))
