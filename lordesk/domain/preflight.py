"""What is checked before a message goes out, the same for every way to send.

BLOCKS stops the sending, ACKNOWLEDGE asks for a yes, HINT informs, PASS is told in the review.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain import addresses, deadlines, draft_files, draft_names
from lordesk.domain.draft_dates import mentions
from lordesk.domain.draft_text import DraftText
from lordesk.kinds import MessageKind, Severity, Waiver
from lordesk.rows.finding import Finding, Place
from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from lordesk.domain.draft_files import DraftFile
    from lordesk.domain.rulepacks import ServiceRule
    from lordesk.rows.letters import LetterRow
    from lordesk.rows.people import MentorRow

_TELLS_DATE = (MessageKind.ASK, MessageKind.FOLLOW_UP, MessageKind.DUE_FOLLOW_UP)
_NEWS = (MessageKind.OUTCOME, MessageKind.UPDATE)
_BLOCKS, _ACKNOWLEDGE = Severity.BLOCKS, Severity.ACKNOWLEDGE
_HINT, _PASS = Severity.HINT, Severity.PASS

LONG_WORDS = 600
"""About three minutes of reading: more belongs into an attachment."""


@dataclass(frozen=True, kw_only=True)
class DraftFacts:
    """The message as it would go out. `empty_fields` are those of its template without a value.

    `test` is a copy to the applicant: its recipient is not checked.
    """

    kind: MessageKind
    to_address: str
    subject: str
    body: str
    to_name: str = ""
    cc_address: str = ""
    files: tuple[DraftFile, ...] = ()
    empty_fields: tuple[str, ...] = ()
    test: bool = False


@dataclass(frozen=True, kw_only=True)
class PreflightContext:
    """What the draft is held against.

    `send_on` is the day on which it would leave. `other_schools` are targets that this message
    is not about. `size_limit` is the server's, in bytes as encoded.
    """

    today: date
    mentor: MentorRow
    send_on: date | None = None
    own_addresses: tuple[str, ...] = ()
    applicant_name: str = ""
    other_mentors: tuple[MentorRow, ...] = ()
    other_schools: tuple[str, ...] = ()
    letter: LetterRow | None = None
    service: ServiceRule | None = None
    size_limit: int = draft_files.DEFAULT_SIZE_LIMIT


def preflight(draft: DraftFacts, context: PreflightContext) -> list[Finding]:
    """Every finding, the gravest first; within a severity in the order of the review."""
    found = [
        *_recipient(draft, context),
        *_headers(draft),
        *_unfinished(draft),
        *_ask(draft, context),
        *_dates(draft, context),
        *_method(draft, context),
        *_way_out(draft),
        *_length(draft),
        *draft_files.findings(draft, context),
        *_greeting(draft, context),
        *_left_over(draft, context),
        *_waiver(draft, context),
        *_notice(draft, context),
    ]
    order = list(Severity)
    return sorted(found, key=lambda finding: order.index(finding.severity))


def may_send(findings: list[Finding]) -> bool:
    return all(finding.severity is not Severity.BLOCKS for finding in findings)


def _texts(draft: DraftFacts) -> tuple[DraftText, DraftText]:
    return DraftText("subject", draft.subject), DraftText("body", draft.body)


def _recipient(draft: DraftFacts, context: PreflightContext) -> Iterator[Finding]:
    to, cc = draft.to_address.strip(), draft.cc_address.strip()
    if cc and not addresses.is_address(cc):
        yield Finding("cc-malformed", _BLOCKS, {"address": cc}, Place("cc", 0, len(cc)))
    if draft.test:
        return
    place = Place("to", 0, len(to))
    if not to:
        yield Finding("recipient-missing", _BLOCKS, {"name": context.mentor.short_name}, place)
    elif not addresses.is_address(to):
        yield Finding("recipient-malformed", _BLOCKS, {"address": to}, place)
    elif any(addresses.same_address(to, own) for own in context.own_addresses):
        yield Finding("recipient-is-you", _BLOCKS, {"address": to}, place)
    elif not any(addresses.same_address(to, own) for own in _addresses_of(context.mentor)):
        owner = _owner(to, context.other_mentors)
        if owner:
            data = {"address": to, "name": owner.short_name}
            yield Finding("recipient-is-other", _BLOCKS, data, place)
    if to and addresses.same_address(to, cc):
        yield Finding("cc-repeats-to", _HINT, {"address": cc}, Place("cc", 0, len(cc)))


def _addresses_of(mentor: MentorRow) -> tuple[str, ...]:
    return mentor.email, mentor.alternate_email, mentor.assistant_email


def _owner(address: str, mentors: tuple[MentorRow, ...]) -> MentorRow | None:
    return next(
        (
            mentor
            for mentor in mentors
            if any(addresses.same_address(address, own) for own in _addresses_of(mentor))
        ),
        None,
    )


def _headers(draft: DraftFacts) -> Iterator[Finding]:
    headers = (
        ("to", draft.to_name + draft.to_address),
        ("cc", draft.cc_address),
        ("subject", draft.subject),
    )
    for field, text in headers:
        if addresses.has_line_break(text):
            yield Finding("line-break-in-header", _BLOCKS, {"header": field}, Place(field))


def _unfinished(draft: DraftFacts) -> Iterator[Finding]:
    for field in draft.empty_fields:
        yield Finding("field-empty", _BLOCKS, {"field": field}, Place("body"))
    for text in _texts(draft):
        if not text.own.strip():
            yield Finding(f"{text.field}-missing", _BLOCKS, {}, Place(text.field))
        for code, match in (
            ("field-unresolved", text.unresolved()),
            ("value-missing", text.hollow()),
        ):
            if match:
                yield Finding(code, _BLOCKS, {"text": match[0]}, text.place(match))


def _ask(draft: DraftFacts, context: PreflightContext) -> Iterator[Finding]:
    if draft.kind is not MessageKind.ASK or not draft.body.strip():
        return
    body = DraftText("body", draft.body)
    match = body.strong_ask()
    if match:
        quote = " ".join(match[0].split())
        yield Finding("asks-strong", _PASS, {"quote": quote}, body.place(match))
    else:
        yield Finding("no-strong-ask", _BLOCKS, {"name": context.mentor.short_name}, Place("body"))


def _dates(draft: DraftFacts, context: PreflightContext) -> Iterator[Finding]:
    letter = context.letter
    due, hard = (letter.soft_on, letter.hard_on) if letter else (None, None)
    stated: Finding | None = None
    for text in _texts(draft):
        for mention in mentions(text, context.today, due):
            data = {"on": mention.on, "due": due}
            if not mention.weekday_fits:
                yield Finding("weekday-mismatch", _ACKNOWLEDGE, data, mention.place)
            if not mention.deadline or draft.kind not in _TELLS_DATE:
                continue
            late = draft.kind is not MessageKind.ASK and mention.on == due
            if mention.on < context.today and not late:
                yield Finding("deadline-past", _BLOCKS, data, mention.place)
            elif due is None or mention.on == due:
                stated = Finding("deadline-stated", _PASS, data, mention.place)
            elif mention.on == hard:
                yield Finding("hard-date-told", _HINT, data, mention.place)
            else:
                yield Finding("deadline-differs", _BLOCKS, data, mention.place)
    if stated:
        yield stated
    elif draft.kind is MessageKind.ASK:
        yield Finding("deadline-not-stated", _ACKNOWLEDGE, {"due": due}, Place("body"))


def _method(draft: DraftFacts, context: PreflightContext) -> Iterator[Finding]:
    if draft.kind is not MessageKind.ASK:
        return
    body, service = DraftText("body", draft.body), context.service
    match = body.submission()
    if match is None and service:
        match = body.find(service.portal) or body.find(service.name)
    if match is None:
        yield Finding("no-submission-method", _BLOCKS, {}, Place("body"))
        return
    data = {
        "portal": service.portal if service else "",
        "service": service.name if service else "",
        "form": draft_files.has_request_form(draft.files),
    }
    yield Finding("submit-clear", _PASS, data, body.place(match))


def _way_out(draft: DraftFacts) -> Iterator[Finding]:
    if draft.kind is not MessageKind.ASK:
        return
    body = DraftText("body", draft.body)
    match = body.easy_no()
    if match:
        quote = body.sentence_round(match)
        yield Finding("easy-to-say-no", _PASS, {"quote": quote}, body.place(match))
    else:
        yield Finding("hard-to-say-no", _HINT, {}, Place("body"))


def _length(draft: DraftFacts) -> Iterator[Finding]:
    count = len(DraftText("body", draft.body).own.split())
    if count > LONG_WORDS:
        yield Finding("text-long", _HINT, {"count": count}, Place("body"))


def _greeting(draft: DraftFacts, context: PreflightContext) -> Iterator[Finding]:
    body, mentor = DraftText("body", draft.body), context.mentor
    found = list(draft_names.greetings(body))
    wrong = False
    for greeting in found:
        other = _other_named(greeting.called, context)
        data = {"name": mentor.short_name, "called": greeting.called}
        if other:
            wrong = True
            data["other"] = other.short_name
            yield Finding("other-greeting", _BLOCKS, data, body.place(greeting.match))
        elif not draft_names.fits(greeting.called, mentor):
            wrong = True
            yield Finding("salutation-differs", _ACKNOWLEDGE, data, body.place(greeting.match))
    if not found and draft.body.strip():
        yield Finding("no-greeting", _ACKNOWLEDGE, {"name": mentor.short_name}, Place("body"))
    elif found and not wrong:
        data = {"name": mentor.short_name}
        yield Finding("greeting-right", _PASS, data, body.place(found[0].match))


def _other_named(called: str, context: PreflightContext) -> MentorRow | None:
    if draft_names.names_someone(called, context.mentor):
        return None
    return next(
        (other for other in context.other_mentors if draft_names.names_someone(called, other)),
        None,
    )


def _left_over(draft: DraftFacts, context: PreflightContext) -> Iterator[Finding]:
    own = {name.casefold() for name in draft_names.names_of(context.mentor)}
    for text in _texts(draft):
        for other in context.other_mentors:
            if own & {name.casefold() for name in draft_names.names_of(other)}:
                continue
            match = draft_names.spoken_to(text, other)
            if match:
                data = {"name": context.mentor.short_name, "other": other.short_name}
                yield Finding("other-mentor-left-over", _BLOCKS, data, text.place(match))
        for school in context.other_schools if draft.kind not in _NEWS else ():
            match = draft_names.school_left_over(text, school)
            if match:
                yield Finding(
                    "other-school-left-over", _BLOCKS, {"school": school}, text.place(match)
                )


def _waiver(draft: DraftFacts, context: PreflightContext) -> Iterator[Finding]:
    letter = context.letter
    if draft.kind is not MessageKind.ASK or letter is None:
        return
    match letter.waiver:
        case Waiver.WAIVED:
            data = {"on": letter.waiver_on, "service": context.service and context.service.name}
            yield Finding("waiver-waived", _PASS, data)
        case Waiver.KEPT:
            yield Finding("waiver-kept", _HINT)
        case _:
            yield Finding("waiver-undecided", _HINT)


def _notice(draft: DraftFacts, context: PreflightContext) -> Iterator[Finding]:
    due = context.letter.soft_on if context.letter else None
    ask_on = context.send_on or context.today
    if draft.kind is not MessageKind.ASK or due is None or due < ask_on:
        return
    data = {"days": deadlines.days_left(due, ask_on), "due": due}
    match deadlines.notice(ask_on, due):
        case deadlines.Notice.OK:
            yield Finding("enough-notice", _PASS, data)
        case deadlines.Notice.UNDER_FOUR_WEEKS:
            yield Finding("under-four-weeks", _HINT, data)
        case _:
            yield Finding("short-notice", _ACKNOWLEDGE, data)
