"""Every code has its words."""

from __future__ import annotations

import ast
import string
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from lordesk import errors, kinds
from lordesk.errors import LordeskError
from lordesk.kinds import Attention, DateKind, MessageKind, NoticeKind, Page, Stage
from lordesk.rows.dates import NoticeRow
from lordesk.rows.step import StepRow
from ui.wording import dates
from ui.wording.errors import (
    PROBLEMS,
    SENTENCES,
    TEMPLATE_PROBLEMS,
    details,
    sentence,
)
from ui.wording.kinds import WORDS, word
from ui.wording.notices import ICONS, TITLES, notice_words
from ui.wording.stages import attention_pill, date_pill, stage_pill
from ui.wording.steps import (
    STEPS,
    step_deed,
    step_done,
    step_redone,
    step_refused,
    step_undone,
)

LORDESK = Path(errors.__file__).parent
NEVER_SHOWN = {kinds.MoveCause, kinds.Severity, kinds.NoticeKind}
AT = datetime(2026, 8, 18, 13, 0, tzinfo=UTC)
TODAY = date(2026, 8, 18)


def every_kind() -> list[type[LordeskError]]:
    found: list[type[LordeskError]] = [LordeskError]
    for kind in found:
        found.extend(kind.__subclasses__())
    return [kind for kind in found if kind.__module__ == errors.__name__]


def filled(kind: type[LordeskError]) -> LordeskError:
    """An error as it is raised: with a name where a name belongs."""
    names = [n for k in kind.__mro__ for n in getattr(k, "__annotations__", {})]
    named = {n: "Example" for n in names if getattr(kind, n) == "" and n != "problem"}
    paths = {n: Path("/data/example") for n in names if isinstance(getattr(kind, n), Path)}
    return kind(**named, **paths)


def calls() -> list[ast.Call]:
    return [
        node
        for file in LORDESK.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    ]


def named(call: ast.Call, *names: str) -> bool:
    found = getattr(call.func, "attr", getattr(call.func, "id", ""))
    return found in names


def first_text(call: ast.Call) -> str | None:
    first = call.args[0] if call.args else None
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None


@pytest.mark.parametrize("kind", every_kind(), ids=lambda kind: kind.code)
def test_every_error_is_a_sentence_of_its_own(kind: type[LordeskError], qapp: object) -> None:
    assert kind in SENTENCES
    said = sentence(filled(kind))
    assert said[0].isupper()
    assert said.endswith(".")
    assert "{" not in said
    assert kind.code in details(filled(kind))


def test_every_problem_of_a_field_has_a_sentence(qapp: object) -> None:
    used = {
        keyword.value.value
        for call in calls()
        if named(call, "InvalidInputError")
        for keyword in call.keywords
        if keyword.arg == "problem" and isinstance(keyword.value, ast.Constant)
    }
    assert used
    assert used <= set(PROBLEMS)
    error = errors.InvalidInputError(field_name="email", problem="address", value="a{0}@b")
    assert sentence(error) == "“a{0}@b” does not look like an email address. Check it."


def test_every_problem_of_a_template_has_a_sentence(qapp: object) -> None:
    used = {
        keyword.value.value
        for call in calls()
        if named(call, "TemplateProblemError")
        for keyword in call.keywords
        if keyword.arg == "problem" and isinstance(keyword.value, ast.Constant)
    }
    assert used
    assert used <= set(TEMPLATE_PROBLEMS)


def test_every_step_of_a_service_has_a_sentence() -> None:
    used = {first_text(call) for call in calls() if named(call, "step", "_mark")} - {None}
    assert len(used) > 30
    assert used <= set(STEPS)


def test_sentences_name_only_data_that_their_error_has() -> None:
    for kind, source in SENTENCES.items():
        fields = {name for _, name, _, _ in string.Formatter().parse(source) if name}
        assert all(hasattr(kind, field) for field in fields), kind


def test_every_value_that_is_shown_has_a_word(qapp: object) -> None:
    for name in dir(kinds):
        enum = getattr(kinds, name)
        if not isinstance(enum, type) or not issubclass(enum, kinds.StrEnum | kinds.IntEnum):
            continue
        if enum in NEVER_SHOWN or enum in (kinds.StrEnum, kinds.IntEnum):
            continue
        assert set(WORDS[enum]) == set(enum), enum
    assert word(kinds.MentorRole.OTHER) == "Other"
    assert word(kinds.DeclineReason.OTHER) == "Another reason, or none given"


def test_an_error_shows_its_data_as_typed(qapp: object) -> None:
    said = sentence(errors.CapReachedError(target="<b>A & B</b> {x}", cap=4))
    assert said == "The limit at <b>A & B</b> {x} is 4 letters. Remove one first."
    large = errors.MessageTooLargeError(size=24_000_000, limit=20_000_000)
    assert "(24 MB, limit 20 MB)" in sentence(large)


def test_details_hold_the_servers_own_words() -> None:
    error = errors.WrongPasswordError(host="mail.example.edu", reply_code=535, reply="5.7.8 no")
    assert details(error) == "wrong-password\n535 5.7.8 no\nhost: mail.example.edu"


@pytest.mark.parametrize("stage", [None, *Stage])
def test_every_stage_is_a_pill(stage: Stage | None, qapp: object) -> None:
    pill = stage_pill(stage)
    assert pill.word
    assert pill.icon


def test_what_is_overdue_is_said_before_its_kind(qapp: object) -> None:
    assert date_pill(DateKind.REMINDER, Attention.OVERDUE).word == "Overdue"
    assert date_pill(DateKind.REMINDER, Attention.OVERDUE, done=True).word == "Reminder"
    assert date_pill(DateKind.LETTER_DUE, Attention.ON_TRACK).word == "Letter due"
    assert attention_pill(Attention.NOT_SENT).fg == "danger-text"


def test_a_step_names_its_person_and_its_stage(qapp: object) -> None:
    step = StepRow(1, "request-moved", {"name": "Dr. Bell", "stage": "writing"}, AT)
    assert step_done(step) == "Dr. Bell moved to Writing."
    assert step_undone(step) == "Undone: moving Dr. Bell to Writing."


def test_a_step_over_many_says_how_many(qapp: object) -> None:
    step = StepRow(1, "mentors-archived", {"name": "Dr. Bell", "count": "3"}, AT)
    assert step_done(step) == "3 mentors archived."
    assert step_undone(step) == "Undone: archiving 3 mentors."


@pytest.mark.parametrize("code", STEPS)
def test_every_step_reads_as_done_and_as_undone(code: str, qapp: object) -> None:
    step = StepRow(1, code, {"name": "Dr. Bell", "stage": "writing", "fact": "denied"}, AT)
    done, deed = step_done(step), step_deed(step)
    assert done[0].isupper() or done.startswith("“")
    assert done.endswith(".")
    assert not deed.endswith(".")
    assert deed.split()[0].endswith("ing") or deed.startswith(("the change", "message"))
    assert ("Dr. Bell" in done) == ("Dr. Bell" in deed)
    assert step_undone(step) == f"Undone: {deed}."
    assert step_redone(step) == f"Done again: {deed}."


@pytest.mark.parametrize(
    ("code", "kind", "done", "undone"),
    [
        (
            "request-queued",
            MessageKind.ASK,
            "Request to Dr. Bell is in the outbox.",
            "Undone: request to Dr. Bell.",
        ),
        (
            "request-queued",
            MessageKind.DUE_FOLLOW_UP,
            "Follow-up to Dr. Bell is in the outbox.",
            "Undone: follow-up to Dr. Bell.",
        ),
        (
            "request-queued",
            MessageKind.THANKS,
            "Thank-you note to Dr. Bell is in the outbox.",
            "Undone: thank-you note to Dr. Bell.",
        ),
        (
            "request-queued",
            MessageKind.UPDATE,
            "Message to Dr. Bell is in the outbox.",
            "Undone: message to Dr. Bell.",
        ),
        (
            "request-handed-over",
            MessageKind.ASK,
            "Request to Dr. Bell is in your mail app.",
            "Undone: request to Dr. Bell in your mail app.",
        ),
        (
            "date-moved",
            "",
            "“Dr. Bell” moved to another day.",
            "Undone: moving “Dr. Bell” to another day.",
        ),
        ("target-applied", "", "Applied to Dr. Bell.", "Undone: marking Dr. Bell as applied to."),
    ],
)
def test_a_step_is_called_by_what_it_was(
    code: str, kind: str, done: str, undone: str, qapp: object
) -> None:
    step = StepRow(1, code, {"name": "Dr. Bell", "kind": kind}, AT)
    assert step_done(step) == done
    assert step_undone(step) == undone


def test_a_step_that_cannot_be_undone_says_why(qapp: object) -> None:
    step = StepRow(1, "request-queued", {"name": "Dr. Bell", "kind": MessageKind.ASK}, AT)
    left = step_refused(step, errors.MailAlreadyLeftError())
    assert left == "Mail to Dr. Bell has left and cannot be undone."
    changed = step_refused(step, errors.StepConflictError())
    assert changed == "Not undone: request to Dr. Bell. Something in it has changed since."


@pytest.mark.parametrize(
    ("today", "day", "short"),
    [
        (date(2026, 8, 18), date(2026, 8, 18), "Aug 18"),
        (date(2026, 8, 18), date(2026, 12, 31), "Dec 31"),
        (date(2026, 8, 18), date(2027, 1, 1), "Jan 1, 2027"),
        (date(2026, 8, 18), date(2026, 2, 16), "Feb 16"),
        (date(2026, 8, 18), date(2026, 2, 15), "Feb 15, 2026"),
        (date(2026, 1, 20), date(2025, 12, 3), "Dec 3, 2025"),
        (date(2026, 1, 20), date(2026, 7, 22), "Jul 22"),
        (date(2026, 1, 20), date(2026, 7, 23), "Jul 23, 2026"),
    ],
)
def test_a_date_names_its_year_where_it_could_be_taken_for_another(
    today: date, day: date, short: str, qapp: object
) -> None:
    assert dates.short_date(day, today) == short
    with_year = str(day.year) in short
    assert (str(day.year) in dates.row_date(day, today)) is with_year
    assert (str(day.year) in dates.month_day(day, today)) is with_year
    assert (str(day.year) in dates.day_and_time(day, time(8), today)) is with_year


def test_a_date_below_a_heading_with_its_year_goes_without(qapp: object) -> None:
    assert dates.short_date(date(2024, 12, 3)) == "Dec 3"
    assert dates.full_date(date(2024, 12, 3)) == "Tue, Dec 3, 2024"


def test_days_are_said_as_people_say_them(qapp: object) -> None:
    assert dates.row_date(date(2026, 9, 16)) == "Wed, Sep 16"
    assert dates.row_date(date(2027, 9, 16), TODAY) == "Thu, Sep 16, 2027"
    assert dates.long_date(date(2026, 9, 16)) == "Wednesday, September 16"
    assert dates.in_days(date(2026, 8, 28), TODAY) == "in 10 days"
    assert dates.in_days(date(2026, 8, 13), TODAY) == "5 days ago"
    assert dates.in_days(date(2026, 8, 19), TODAY) == "tomorrow"
    assert dates.in_days(date(2026, 12, 1), TODAY) == "on Dec 1"
    assert dates.days_late(4) == "4 days late"
    assert dates.days_late(1) == "1 day late"
    assert dates.days_left(-2) == "2 days late"
    assert dates.clock(time(8, 12)).replace("\u202f", " ") == "8:12 AM"
    assert dates.moment(AT, AT) == dates.clock(time(13))
    assert dates.file_size(24_300_000) == "24 MB"


def notice(**values: object) -> NoticeRow:
    base: dict[str, object] = {
        "id": 1, "key": "k", "kind": NoticeKind.DUE, "code": "follow_up", "subject": "Dr. Osei",
        "letter_id": 1, "mentor_id": 1, "reminder_id": None, "page": Page.REQUESTS,
        "due_on": TODAY, "shown_at": AT, "read": False, "snoozed_until": None,
    }  # fmt: skip
    return NoticeRow(**(base | values))  # type: ignore[arg-type]


def test_every_notice_has_words_and_an_icon(qapp: object) -> None:
    assert set(TITLES) == set(ICONS)
    for file in (LORDESK / "domain" / "notices.py", LORDESK / "domain" / "today.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "code":
                assert not isinstance(node.value, ast.Constant) or node.value.value in TITLES
            if isinstance(node, ast.Call) and named(node, "_task"):
                assert first_text(node) in {None, *TITLES}


def test_a_notice_says_who_and_when(qapp: object) -> None:
    words = notice_words(notice(due_on=date(2026, 8, 17), kind=NoticeKind.OVERDUE), TODAY)
    assert (words.title, words.line, words.overdue) == (
        "Follow up with Dr. Osei",
        "1 day late",
        True,
    )
    assert notice_words(notice(), TODAY).line == "Due today, Tue, Aug 18"
    many = notice_words(notice(code="summary", subject="4"), TODAY)
    assert many.title == "4 more things need you today"
