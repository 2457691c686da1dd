"""What Today says of each task: its title, the line below, the words of its button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from lordesk.domain import status
from lordesk.domain.named_files import files_to_send
from lordesk.kinds import DateKind, FactKind, Stage
from ui.wording import dates
from ui.wording.kinds import word

if TYPE_CHECKING:
    from datetime import date

    from lordesk.rows.dates import KeyDate, TaskRow
    from lordesk.rows.letters import ApplicationRow, LetterRow


def title(task: TaskRow) -> str:
    """ "Ask Dr. Whitlock for the Harlan Scholarship letter"."""
    if task.reminder is not None:
        return task.reminder.title
    letter = task.letter
    assert letter is not None
    if task.code == "ask" and letter.application_name:
        text = QCoreApplication.translate("Tasks", "Ask {mentor} for the {application} letter")
        return text.format(mentor=letter.mentor_short, application=letter.application_name)
    text = {
        "ask": QCoreApplication.translate("Tasks", "Ask {mentor} for a letter"),
        "follow_up": QCoreApplication.translate("Tasks", "Follow up with {mentor}"),
        "check_in": QCoreApplication.translate("Tasks", "Check in on the letter from {mentor}"),
        "late": QCoreApplication.translate("Tasks", "The letter from {mentor} is not in yet"),
        "send_problem": QCoreApplication.translate("Tasks", "Mail to {mentor} was not sent"),
        "trouble": _trouble_title(letter),
    }[task.code]
    return text.format(mentor=letter.mentor_short)


def answer_title(letter: LetterRow) -> str:
    """The title of the reminder that stands for a reply."""
    return QCoreApplication.translate("Tasks", "Answer {mentor}").format(mentor=letter.mentor_short)


def thank_title(letter: LetterRow) -> str:
    text = QCoreApplication.translate("Tasks", "Thank {mentor} for the letter")
    return text.format(mentor=letter.mentor_short)


def contact_title(mentor: str) -> str:
    return QCoreApplication.translate("Tasks", "Write to {mentor}").format(mentor=mentor)


def detail(task: TaskRow, today: date) -> str:
    """The line below the title, in which each fact is separated by a dot."""
    if task.reminder is not None:
        return task.reminder.detail or task.reminder.mentor_short
    letter = task.letter
    assert letter is not None
    facts = {
        "ask": _ask_facts,
        "follow_up": _follow_up_facts,
        "check_in": _check_in_facts,
        "late": _late_facts,
        "send_problem": _problem_facts,
        "trouble": _trouble_facts,
    }[task.code](letter, today)
    return " · ".join(facts)


def _ask_facts(letter: LetterRow, today: date) -> list[str]:
    facts = []
    late = letter.planned_ask_on is not None and letter.planned_ask_on < today
    if late and letter.planned_ask_on is not None:
        day = dates.row_date(letter.planned_ask_on, today)
        facts.append(QCoreApplication.translate("Tasks", "Planned for {day}").format(day=day))
    elif letter.slot_title:
        text = (
            QCoreApplication.translate("Tasks", "Backup for {slot}") if letter.backup else "{slot}"
        )
        facts.append(text.format(slot=letter.slot_title))
    if letter.soft_on is not None and letter.planned_ask_on is not None:
        if late:
            day = dates.short_date(letter.soft_on, today)
            facts.append(
                QCoreApplication.translate("Tasks", "the letter is due {day}").format(day=day)
            )
        else:
            left = (letter.soft_on - letter.planned_ask_on).days
            count = dates.day_count(max(left, 0))
            facts.append(
                QCoreApplication.translate("Tasks", "leaves {days} to write").format(days=count)
            )
    return facts


def _follow_up_facts(letter: LetterRow, today: date) -> list[str]:
    facts = []
    if letter.asked_on is not None:
        day = dates.short_date(letter.asked_on, today)
        if letter.application_name:
            text = (
                QCoreApplication.translate("Tasks", "Asked {day} for {application} (backup)")
                if letter.backup
                else QCoreApplication.translate("Tasks", "Asked {day} for {application}")
            )
            facts.append(text.format(day=day, application=letter.application_name))
        else:
            facts.append(QCoreApplication.translate("Tasks", "Asked {day}").format(day=day))
        silent = (today - letter.asked_on).days
        if silent > 0:
            count = dates.day_count(silent)
            facts.append(
                QCoreApplication.translate("Tasks", "no reply in {days}").format(days=count)
            )
    return facts


def _check_in_facts(letter: LetterRow, today: date) -> list[str]:
    facts = []
    if letter.stage_on is not None:
        text = QCoreApplication.translate("Tasks", "{stage} since {day}")
        day = dates.short_date(letter.stage_on, today)
        facts.append(text.format(stage=word(letter.stage), day=day))
    if letter.soft_on is not None:
        facts.append(
            QCoreApplication.translate("Tasks", "due {when}").format(
                when=dates.in_days(letter.soft_on, today)
            )
        )
    return facts


def _late_facts(letter: LetterRow, today: date) -> list[str]:
    facts = []
    if letter.soft_on is not None:
        facts.append(
            QCoreApplication.translate("Tasks", "Due {day}").format(
                day=dates.row_date(letter.soft_on, today)
            )
        )
    if letter.hard_on is not None:
        when = dates.in_days(letter.hard_on, today)
        facts.append(
            QCoreApplication.translate("Tasks", "the application date is {when}").format(when=when)
        )
    return facts


def _problem_facts(letter: LetterRow, today: date) -> list[str]:
    facts = [QCoreApplication.translate("Tasks", "Nothing was lost")]
    if letter.application_name:
        facts.insert(0, letter.application_name)
    return facts


def _trouble_title(letter: LetterRow) -> str:
    found = status.trouble(letter)
    if found is None:
        return QCoreApplication.translate("Tasks", "The letter from {mentor} needs you")
    return {
        FactKind.BOUNCED: QCoreApplication.translate("Tasks", "Mail to {mentor} bounced"),
        FactKind.DENIED: QCoreApplication.translate(
            "Tasks", "The request to {mentor} was denied at the service"
        ),
        FactKind.RESCINDED: QCoreApplication.translate(
            "Tasks", "The letter from {mentor} was taken back"
        ),
    }[found.fact]


def _trouble_facts(letter: LetterRow, today: date) -> list[str]:
    found = status.trouble(letter)
    facts = [letter.application_name] if letter.application_name else []
    if found is not None and found.note:
        facts.append(" ".join(found.note.split()))
    elif found is not None and found.fact is FactKind.BOUNCED:
        facts.append(QCoreApplication.translate("Tasks", "check the address"))
    else:
        facts.append(QCoreApplication.translate("Tasks", "its follow-ups stop"))
    return facts


def action(task: TaskRow) -> str:
    """The words of the button, or nothing where there is nobody to write to."""
    if task.reminder is not None:
        if task.reminder.mentor_id is None:
            return ""
        if files_to_send(task.reminder.title):
            return QCoreApplication.translate("Tasks", "Send files")
        return QCoreApplication.translate("Tasks", "Write email")
    return {
        "ask": QCoreApplication.translate("Tasks", "Write request"),
        "follow_up": QCoreApplication.translate("Tasks", "Write follow-up"),
        "check_in": QCoreApplication.translate("Tasks", "Write note"),
        "late": QCoreApplication.translate("Tasks", "Write note"),
        "send_problem": QCoreApplication.translate("Tasks", "Look at it"),
        "trouble": QCoreApplication.translate("Tasks", "Look at it"),
    }[task.code]


def done_words(task: TaskRow) -> str:
    """What ticking the circle means, as its tooltip and accessible name."""
    return {
        "ask": QCoreApplication.translate("Tasks", "I asked in person"),
        "late": QCoreApplication.translate("Tasks", "The letter is in"),
        "trouble": QCoreApplication.translate("Tasks", "It is put right"),
    }.get(task.code, QCoreApplication.translate("Tasks", "Done"))


def due(task: TaskRow, today: date) -> str:
    """ "4 days late", "Today", "Thu, Aug 20"."""
    if task.days_late > 0:
        return dates.days_late(task.days_late)
    if task.days_late >= -1:
        return dates.days_left(-task.days_late)
    return dates.row_date(task.due_on, today)


def spoken(task: TaskRow, today: date) -> str:
    """The whole row for a screen reader."""
    return ", ".join(part for part in (title(task), detail(task, today), due(task, today)) if part)


def key_date_title(cell: KeyDate) -> str:
    if cell.kind is DateKind.APPLICATION_DATE:
        return cell.title
    if cell.mentor_short:
        return QCoreApplication.translate("Tasks", "{mentor}’s letter").format(
            mentor=cell.mentor_short
        )
    if cell.title:
        return cell.title
    count = cell.letters
    return QCoreApplication.translate("Tasks", "%n letter(s)", "", count)


def key_date_when(cell: KeyDate, today: date) -> str:
    when = dates.in_days(cell.on, today)
    if cell.kind is DateKind.APPLICATION_DATE:
        return when[:1].upper() + when[1:]
    text = (
        QCoreApplication.translate("Tasks", "Due {when}")
        if cell.mentor_short or not cell.title
        else QCoreApplication.translate("Tasks", "Letters due {when}")
    )
    return text.format(when=when)


def letters_in(application: ApplicationRow) -> str:
    """ "2 of 4 letters in"."""
    inside = sum(1 for slot in application.slots if _stage(slot.letter) in _IN)
    needed = application.needed
    text = QCoreApplication.translate("Tasks", "{count} of %n letter(s) in", "", needed)
    return text.format(count=inside)


_IN = (Stage.SUBMITTED, Stage.THANKED)


def _stage(letter: LetterRow | None) -> Stage | None:
    return None if letter is None else letter.stage


def letters_to_come(application: ApplicationRow) -> str:
    """ "1 writing · 1 asked"; an open slot and a planned ask are both "not asked"."""
    counts: dict[Stage | None, int] = {}
    for slot in application.slots:
        stage = _stage(slot.letter)
        if stage not in _IN:
            key = None if stage is Stage.PLANNED else stage
            counts[key] = counts.get(key, 0) + 1
    words = [
        f"{counts[stage]} {word(stage).lower()}"
        for stage in (Stage.WRITING, Stage.AGREED, Stage.ASKED)
        if stage in counts
    ]
    if None in counts:
        open_ = counts[None]
        words.append(QCoreApplication.translate("Tasks", "%n not asked", "", open_))
    return " · ".join(words)
