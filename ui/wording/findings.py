"""What preflight and the rules about dates have found, as a title and a line below it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from lordesk.domain.fields import FIELDS
from lordesk.rows.late import dataclass
from ui.source_text import QT_TRANSLATE_NOOP
from ui.wording.dates import day_count, file_size, long_date, month_day
from ui.wording.gaps import GAPS, gap_data
from ui.wording.mentors import leave_span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lordesk.rows.finding import Finding

_CONTEXT = "Findings"


@dataclass(frozen=True)
class FindingWords:
    title: str
    detail: str


_W = tuple[str, str]

FINDINGS: dict[str, _W] = {
    # --- to whom -------------------------------------------------------------------------------
    "recipient-missing": (
        QT_TRANSLATE_NOOP("Findings", "No email address for {name}"),
        QT_TRANSLATE_NOOP("Findings", "Add the address, or ask in person."),
    ),
    "recipient-malformed": (
        QT_TRANSLATE_NOOP("Findings", "This is not an email address"),
        QT_TRANSLATE_NOOP("Findings", "“{address}” cannot be sent to. Correct it."),
    ),
    "recipient-is-you": (
        QT_TRANSLATE_NOOP("Findings", "This would go to yourself"),
        QT_TRANSLATE_NOOP("Findings", "{address} is your own address. Send test to me does that."),
    ),
    "recipient-is-other": (
        QT_TRANSLATE_NOOP("Findings", "This is {name}’s address"),
        QT_TRANSLATE_NOOP("Findings", "{address} belongs to another mentor."),
    ),
    "cc-malformed": (
        QT_TRANSLATE_NOOP("Findings", "The Cc is not an email address"),
        QT_TRANSLATE_NOOP("Findings", "Correct “{address}” or leave the Cc out."),
    ),
    "cc-repeats-to": (
        QT_TRANSLATE_NOOP("Findings", "The Cc repeats the recipient"),
        QT_TRANSLATE_NOOP("Findings", "{address} would get the message twice."),
    ),
    "line-break-in-header": (
        QT_TRANSLATE_NOOP("Findings", "A line break where none may be"),
        QT_TRANSLATE_NOOP("Findings", "Names, addresses and the subject are one line each."),
    ),
    # --- the text ------------------------------------------------------------------------------
    "field-empty": (
        QT_TRANSLATE_NOOP("Findings", "Something is not filled in"),
        QT_TRANSLATE_NOOP("Findings", "{field}: the text has a place for it, and it is empty."),
    ),
    "subject-missing": (
        QT_TRANSLATE_NOOP("Findings", "The subject is empty"),
        QT_TRANSLATE_NOOP("Findings", "Say what the message is about."),
    ),
    "body-missing": (
        QT_TRANSLATE_NOOP("Findings", "The message is empty"),
        QT_TRANSLATE_NOOP("Findings", "Write it, or take it from your answers again."),
    ),
    "field-unresolved": (
        QT_TRANSLATE_NOOP("Findings", "A placeholder is left in the text"),
        QT_TRANSLATE_NOOP("Findings", "“{text}” was never filled in."),
    ),
    "value-missing": (
        QT_TRANSLATE_NOOP("Findings", "A word is missing"),
        QT_TRANSLATE_NOOP("Findings", "Near “{text}”."),
    ),
    "asks-strong": (
        QT_TRANSLATE_NOOP("Findings", "Asks for a strong letter"),
        QT_TRANSLATE_NOOP("Findings", "“{quote}”"),
    ),
    "no-strong-ask": (
        QT_TRANSLATE_NOOP("Findings", "Does not ask for a strong letter"),
        QT_TRANSLATE_NOOP("Findings", "Ask {name} in plain words for a strong letter."),
    ),
    "easy-to-say-no": (
        QT_TRANSLATE_NOOP("Findings", "Easy to say no"),
        QT_TRANSLATE_NOOP("Findings", "“{quote}”"),
    ),
    "text-long": (
        QT_TRANSLATE_NOOP("Findings", "This is long for an email"),
        QT_TRANSLATE_NOOP("Findings", "{count} words. A shorter message is read sooner."),
    ),
    "hard-to-say-no": (
        QT_TRANSLATE_NOOP("Findings", "Hard to say no"),
        QT_TRANSLATE_NOOP("Findings", "A graceful way out protects you from a weak letter."),
    ),
    "other-greeting": (
        QT_TRANSLATE_NOOP("Findings", "The greeting names {other}"),
        QT_TRANSLATE_NOOP("Findings", "“{called}” is not {name}."),
    ),
    "salutation-differs": (
        QT_TRANSLATE_NOOP("Findings", "The greeting differs"),
        QT_TRANSLATE_NOOP("Findings", "It says “{called}”. You usually write {name}."),
    ),
    "no-greeting": (
        QT_TRANSLATE_NOOP("Findings", "No greeting"),
        QT_TRANSLATE_NOOP("Findings", "Begin with {name}’s name."),
    ),
    "greeting-right": (
        QT_TRANSLATE_NOOP("Findings", "Right name in the greeting"),
        QT_TRANSLATE_NOOP("Findings", "{name}, and no other mentor is named"),
    ),
    "other-mentor-left-over": (
        QT_TRANSLATE_NOOP("Findings", "{other} is left over in the text"),
        QT_TRANSLATE_NOOP("Findings", "This goes to {name}."),
    ),
    "other-school-left-over": (
        QT_TRANSLATE_NOOP("Findings", "Another school is left over in the text"),
        QT_TRANSLATE_NOOP("Findings", "{school} does not belong to this application."),
    ),
    # --- dates in the text -----------------------------------------------------------------------
    "weekday-mismatch": (
        QT_TRANSLATE_NOOP("Findings", "The weekday does not fit its date"),
        QT_TRANSLATE_NOOP("Findings", "It is {on}."),
    ),
    "deadline-past": (
        QT_TRANSLATE_NOOP("Findings", "The date in the text has passed"),
        QT_TRANSLATE_NOOP("Findings", "It says {on}."),
    ),
    "deadline-stated": (
        QT_TRANSLATE_NOOP("Findings", "Deadline stated"),
        QT_TRANSLATE_NOOP("Findings", "{on}"),
    ),
    "hard-date-told": (
        QT_TRANSLATE_NOOP("Findings", "The text tells the application date"),
        QT_TRANSLATE_NOOP("Findings", "{on} leaves no time to spare. The letter is due {due}."),
    ),
    "deadline-differs": (
        QT_TRANSLATE_NOOP("Findings", "The text tells another date"),
        QT_TRANSLATE_NOOP("Findings", "It says {on}. The letter is due {due}."),
    ),
    "deadline-not-stated": (
        QT_TRANSLATE_NOOP("Findings", "No date in the text"),
        QT_TRANSLATE_NOOP("Findings", "Say by when you need the letter."),
    ),
    # --- how to submit, waiver, notice -----------------------------------------------------------
    "no-submission-method": (
        QT_TRANSLATE_NOOP("Findings", "How to submit is not said"),
        QT_TRANSLATE_NOOP("Findings", "Choose the service, or write how the letter gets there."),
    ),
    "submit-clear": (
        QT_TRANSLATE_NOOP("Findings", "How to submit is clear"),
        QT_TRANSLATE_NOOP("Findings", "{method}"),
    ),
    "waiver-waived": (
        QT_TRANSLATE_NOOP("Findings", "Right to view waived"),
        QT_TRANSLATE_NOOP("Findings", "As recorded here on {day}"),
    ),
    "waiver-kept": (
        QT_TRANSLATE_NOOP("Findings", "Right to view kept"),
        QT_TRANSLATE_NOOP("Findings", "Readers trust a letter more when the writer can be frank."),
    ),
    "waiver-undecided": (
        QT_TRANSLATE_NOOP("Findings", "Waiver not recorded"),
        QT_TRANSLATE_NOOP("Findings", "Optional here. The service asks you to choose."),
    ),
    "enough-notice": (
        QT_TRANSLATE_NOOP("Findings", "Enough notice"),
        QT_TRANSLATE_NOOP("Findings", "{days} from sending. Four weeks is a fair ask."),
    ),
    "under-four-weeks": (
        QT_TRANSLATE_NOOP("Findings", "Less than four weeks"),
        QT_TRANSLATE_NOOP("Findings", "{days} to write. Four weeks is a fair ask."),
    ),
    "short-notice": (
        QT_TRANSLATE_NOOP("Findings", "Short notice"),
        QT_TRANSLATE_NOOP("Findings", "{days} to write. Ask in person if you can, and offer help."),
    ),
    # --- files -----------------------------------------------------------------------------------
    "file-missing": (
        QT_TRANSLATE_NOOP("Findings", "{file} is gone"),
        QT_TRANSLATE_NOOP("Findings", "It is no longer in LoRDesk’s files. Add it again."),
    ),
    "file-unreadable": (
        QT_TRANSLATE_NOOP("Findings", "{file} cannot be read"),
        QT_TRANSLATE_NOOP("Findings", "Allow reading it, or add it again."),
    ),
    "file-changed": (
        QT_TRANSLATE_NOOP("Findings", "{file} has changed"),
        QT_TRANSLATE_NOOP("Findings", "It is not the file that you looked at. Add it again."),
    ),
    "other-persons-file": (
        QT_TRANSLATE_NOOP("Findings", "{file} looks like {other}’s"),
        QT_TRANSLATE_NOOP("Findings", "See that it is meant for this mentor."),
    ),
    "looks-like-letter": (
        QT_TRANSLATE_NOOP("Findings", "{file} looks like a letter"),
        QT_TRANSLATE_NOOP("Findings", "LoRDesk holds no letters. Writers upload them themselves."),
    ),
    "files-too-large": (
        QT_TRANSLATE_NOOP("Findings", "The files are too large"),
        QT_TRANSLATE_NOOP("Findings", "{size} as sent, limit {limit}. Choose smaller files."),
    ),
    "attached-without-file": (
        QT_TRANSLATE_NOOP("Findings", "Nothing is attached"),
        QT_TRANSLATE_NOOP("Findings", "The text says “{text}”."),
    ),
    "cv-attached": (
        QT_TRANSLATE_NOOP("Findings", "CV attached"),
        QT_TRANSLATE_NOOP("Findings", "{attached}"),
    ),
    "cv-not-attached": (
        QT_TRANSLATE_NOOP("Findings", "CV not attached"),
        QT_TRANSLATE_NOOP("Findings", "Optional. Writers lean on it for facts."),
    ),
    "statement-attached": (
        QT_TRANSLATE_NOOP("Findings", "Personal statement attached"),
        QT_TRANSLATE_NOOP("Findings", "{attached}"),
    ),
    "statement-not-attached": (
        QT_TRANSLATE_NOOP("Findings", "Personal statement not attached"),
        QT_TRANSLATE_NOOP("Findings", "Optional. Most writers like to see it."),
    ),
    # --- the dates of the plan -------------------------------------------------------------------
    "date-in-past": (
        QT_TRANSLATE_NOOP("Findings", "{date} is in the past"),
        QT_TRANSLATE_NOOP("Findings", "{on} has passed. Choose today or a later day."),
    ),
    "soft-after-hard": (
        QT_TRANSLATE_NOOP("Findings", "The letter would be due after the application date"),
        QT_TRANSLATE_NOOP("Findings", "It has to be in by {hard}. Choose an earlier day."),
    ),
    "ask-after-due": (
        QT_TRANSLATE_NOOP("Findings", "The letter would be due before you ask"),
        QT_TRANSLATE_NOOP("Findings", "It is due {soft}. Ask before that day."),
    ),
    "mentor-on-leave": (
        QT_TRANSLATE_NOOP("Findings", "{leave}"),
        QT_TRANSLATE_NOOP("Findings", "{date} is {on}. Your mentor is away then."),
    ),
    "mentor-leaving": (
        QT_TRANSLATE_NOOP("Findings", "Your mentor leaves before that"),
        QT_TRANSLATE_NOOP("Findings", "The last day you noted is {on}."),
    ),
    "date-on-weekend": (
        QT_TRANSLATE_NOOP("Findings", "{date} is on a weekend"),
        QT_TRANSLATE_NOOP("Findings", "{on}. A workday is easier for most writers."),
    ),
    "date-on-holiday": (
        QT_TRANSLATE_NOOP("Findings", "{date} is on a holiday"),
        QT_TRANSLATE_NOOP("Findings", "{on} is a federal holiday."),
    ),
    **GAPS,
}

_DATE_NAMES = {
    "hard": QT_TRANSLATE_NOOP("Findings", "The application date"),
    "soft": QT_TRANSLATE_NOOP("Findings", "The day the letter is due"),
    "ask": QT_TRANSLATE_NOOP("Findings", "The day to ask"),
}


def _tr(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)


def finding_words(finding: Finding) -> FindingWords:
    """Raises KeyError for a code without words; a test knows every code."""
    title, detail = FINDINGS[finding.code]
    data = _data(finding)
    if finding.code == "waiver-waived" and not data["day"]:
        detail = QT_TRANSLATE_NOOP("Findings", "As recorded here")
    return FindingWords(_tr(title).format(**data), _tr(detail).format(**data))


def _data(finding: Finding) -> dict[str, str]:
    raw = finding.data
    data = {name: _text(name, value) for name, value in raw.items()}
    on = raw.get("on")
    data["day"] = month_day(on) if isinstance(on, date) else ""
    data |= gap_data(raw)
    if finding.code == "mentor-on-leave":
        data["leave"] = leave_span(raw.get("from"), raw.get("to"))
    if "portal" in raw:
        data["method"] = _method(raw)
    if "file" in raw and "size" in raw:
        data["attached"] = _attached(raw)
    return data


def _text(name: str, value: object) -> str:
    if isinstance(value, date):
        return long_date(value)
    if name in ("size", "limit") and isinstance(value, int):
        return file_size(value)
    if name == "days" and isinstance(value, int):
        return day_count(value)
    if name == "count" and isinstance(value, int):
        return QLocale().toString(value)
    if name == "field":
        return _field(str(value))
    if name == "date":
        return _tr(_DATE_NAMES[str(value)])
    return "" if value is None else str(value)


def _field(name: str) -> str:
    return next((fields[name] for fields in FIELDS.values() if name in fields), name)


def _method(raw: Mapping[str, object]) -> str:
    portal = str(
        raw.get("portal") or QCoreApplication.translate("Findings", "It is said in the text")
    )
    portal = portal[:1].upper() + portal[1:]
    if raw.get("form"):
        text = QCoreApplication.translate("Findings", "{portal}, Letter Request Form attached")
        return text.format(portal=portal)
    return portal


def _attached(raw: Mapping[str, object]) -> str:
    name, on, size = raw["file"], raw.get("on"), _text("size", raw["size"])
    if isinstance(on, date):
        text = QCoreApplication.translate("Findings", "{file} · updated {day} · {size}")
        return text.format(file=name, day=month_day(on), size=size)
    return f"{name} · {size}"
