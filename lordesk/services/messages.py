"""Messages: written from rows, checked, and handed to the way on which they leave.

A request is one undo step whatever it does: it plans the letter where that is new, keeps the
message with its files, and puts it into the outbox.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from lordesk.domain import draft_files, request_plans
from lordesk.domain.messages import MessageChoices, MessageFacts, field_values
from lordesk.domain.preflight import DraftFacts, PreflightContext, may_send, preflight
from lordesk.domain.rendering import render
from lordesk.domain.request_plans import MessageDraft, RequestPlan
from lordesk.errors import DraftBlockedError, MissingRowError
from lordesk.kinds import FollowUpKind, MessageKind, MoveCause, SendWay, Stage, Tone
from lordesk.models import application_queries, letter_queries, mention_queries, people
from lordesk.rows.late import dataclass
from lordesk.rows.mail import NewMessage
from lordesk.services.relevance import Suggestions, observed

if TYPE_CHECKING:
    from datetime import date, time

    from lordesk.clock import Clock
    from lordesk.events import Changed
    from lordesk.mail.outbox import OutboxService
    from lordesk.models.store import Store
    from lordesk.rows.finding import Finding
    from lordesk.rows.letters import ApplicationRow, LetterRow
    from lordesk.rows.mail import AccountRow, OutboxRow
    from lordesk.rows.people import MentorRow
    from lordesk.services.letters import LetterService
    from lordesk.services.materials import MaterialService
    from lordesk.services.requests import RequestService
    from lordesk.services.rules import RuleService
    from lordesk.services.templates import TemplateService


@dataclass(frozen=True)
class Queued:
    """`step_id` is the step that undo takes back; a test is none."""

    entry: OutboxRow
    step_id: int | None


@dataclass(frozen=True, kw_only=True)
class Verbs:
    """The other services that a request goes through, handed over by the core."""

    letters: LetterService
    requests: RequestService
    templates: TemplateService
    materials: MaterialService
    rules: RuleService
    outbox: OutboxService


class MessageService:
    def __init__(self, store: Store, clock: Clock, verbs: Verbs) -> None:
        self._store = store
        self._clock = clock
        self._verbs = verbs
        self._named: tuple[object, tuple[MentorRow, ...], tuple[str, ...]] | None = None
        store.bus.subscribe(self._on_changed)

    # --- writing the text -----------------------------------------------------------------------

    def plan_of(self, letter: LetterRow) -> RequestPlan:
        """A letter that is planned already, as the wizard's first steps would have chosen it."""
        return RequestPlan(
            mentor_id=letter.mentor_id,
            letter_id=letter.id,
            request_id=letter.request_id,
            application_id=letter.application_id,
            purpose="" if letter.application_id else letter.slot_title,
            kind=letter.kind,
            service=letter.service,
            waiver=letter.waiver,
            waiver_on=letter.waiver_on,
            reference=letter.reference,
            hard_on=letter.hard_on,
            hard_time=letter.hard_time,
            hard_zone=letter.hard_zone,
            soft_on=letter.soft_on,
            ask_on=letter.planned_ask_on,
        )

    def facts(self, plan: RequestPlan) -> MessageFacts:
        """The rows that a message about this letter speaks of. Raises MissingRowError."""
        mentor = people.mentor_row(plan.mentor_id)
        application = self._application(plan.application_id)
        existing = self._letter(plan.letter_id) if plan.letter_id is not None else None
        return MessageFacts(
            profile=people.profile_row(),
            mentor=mentor,
            today=self._clock.today(),
            letter=request_plans.letter_of(plan, mentor, application, existing),
            application=application,
            service=self._verbs.rules.services.get(plan.service) if plan.service else None,
            relevance=Suggestions(plan.application_id).facts(mentor),
            observed=observed(mentor, self._clock.today()),
        )

    def facts_without_letter(self, mentor_id: int) -> MessageFacts:
        """For an update or a first contact. Raises MissingRowError."""
        return MessageFacts(
            profile=people.profile_row(),
            mentor=people.mentor_row(mentor_id),
            today=self._clock.today(),
        )

    def write(
        self, kind: MessageKind, tone: Tone, facts: MessageFacts, choices: MessageChoices
    ) -> MessageDraft:
        """The text in a tone. Raises TemplateProblemError for a broken text of the user's."""
        template = self._verbs.templates.get(kind, tone)
        values = field_values(kind, replace(facts, choices=choices))
        subject = render(template.subject, values)
        body = render(template.body, values)
        letter = facts.letter
        return MessageDraft(
            kind=kind,
            tone=template.tone,
            mentor_id=facts.mentor.id,
            to_name=facts.mentor.full_name,
            to_address=facts.mentor.email,
            subject=" ".join(subject.text.split()),
            body=body.text,
            spans=body.spans,
            empty=tuple(dict.fromkeys((*subject.empty, *body.empty))),
            files=choices.files,
            request_id=letter.request_id or None if letter else None,
        )

    def kind_for_now(self, letter: LetterRow) -> MessageKind:
        """What one would write to this mentor at this stage."""
        if letter.stage is Stage.SUBMITTED:
            return MessageKind.THANKS
        if letter.stage is Stage.DECLINED:
            return MessageKind.DECLINE_REPLY
        if letter.stage in (Stage.AGREED, Stage.WRITING):
            return MessageKind.DUE_FOLLOW_UP
        over = letter.stage in (Stage.THANKED, Stage.WITHDRAWN)
        return MessageKind.UPDATE if over else MessageKind.FOLLOW_UP

    def next_plan_item(self, request_id: int, kind: MessageKind) -> int | None:
        """The follow-up that a message of this kind would answer for."""
        wanted = {
            MessageKind.FOLLOW_UP: (FollowUpKind.NO_REPLY,),
            MessageKind.DUE_FOLLOW_UP: (
                FollowUpKind.TWO_WEEKS_BEFORE,
                FollowUpKind.ONE_WEEK_BEFORE,
            ),
        }.get(kind, ())
        items = letter_queries.plan_items(request_id)
        return next((item.id for item in items if not item.done and item.kind in wanted), None)

    # --- checking -------------------------------------------------------------------------------

    def check(
        self,
        draft: MessageDraft,
        facts: MessageFacts,
        account: AccountRow | None = None,
        send_on: date | None = None,
        test: bool = False,
    ) -> list[Finding]:
        """Preflight, the same for every way to send; files are looked at anew each time."""
        names = [file.name for file in draft.files]
        text = "\n".join((draft.subject, draft.body, draft.to_address, *names))
        own = [facts.profile.email, *([account.address] if account else [])]
        limit = account.size_limit if account else 0
        mentors, schools = self._others(facts, text)
        return preflight(
            DraftFacts(
                kind=draft.kind,
                to_address=draft.to_address,
                to_name=draft.to_name,
                cc_address=draft.cc_address,
                subject=draft.subject,
                body=draft.body,
                files=self._verbs.materials.as_draft_files(draft.files),
                empty_fields=draft.empty,
                test=test,
            ),
            PreflightContext(
                today=self._clock.today(),
                mentor=facts.mentor,
                send_on=send_on,
                own_addresses=tuple(address for address in own if address),
                applicant_name=facts.profile.name,
                other_mentors=mentors,
                other_schools=schools,
                letter=facts.letter,
                service=facts.service,
                size_limit=limit or draft_files.DEFAULT_SIZE_LIMIT,
            ),
        )

    # --- letting it leave -----------------------------------------------------------------------

    def send(
        self,
        draft: MessageDraft,
        facts: MessageFacts,
        account: AccountRow,
        plan: RequestPlan | None = None,
        not_before: datetime | None = None,
    ) -> Queued:
        """Queue a message in one undo step, for an instant or for when undo has run out.

        Raises DraftBlockedError where preflight finds what must not go out, MissingRowError, and
        what `outbox.queue` raises.
        """
        send_on = self._local_day(not_before or self._clock.now())
        self._refuse_blocked(draft, facts, account, send_on)
        name = facts.mentor.short_name
        with self._store.step("request-queued", name=name, kind=draft.kind.value) as writing:
            new = _new(draft, self._request(draft, plan, send_on))
            entry = self._verbs.outbox.queue(new, SendWay.SMTP, account.id, not_before)
        return Queued(entry, writing.step_id)

    def send_test(self, draft: MessageDraft, facts: MessageFacts, account: AccountRow) -> Queued:
        """A copy to the applicant alone; nothing else changes. Raises DraftBlockedError."""
        self._refuse_blocked(draft, facts, account, None, test=True)
        own = facts.profile.email or account.address
        copy = replace(
            _new(draft, None),
            to_name=facts.profile.name,
            to_address=own,
            cc_address="",
            plan_item_id=None,
            test=True,
        )
        with self._store.background():
            now = self._clock.now()
            entry = self._verbs.outbox.queue(copy, SendWay.SMTP, account.id, now)
        return Queued(entry, None)

    def hand_over(
        self,
        draft: MessageDraft,
        facts: MessageFacts,
        account: AccountRow | None = None,
        plan: RequestPlan | None = None,
    ) -> Queued:
        """Put a message for the user's mail app into the outbox, as a draft.

        Writing it out and opening the mail app is a job of `mail.handover`; the stage stays until
        the user says that it was sent. Raises DraftBlockedError.
        """
        today = self._clock.today()
        self._refuse_blocked(draft, facts, account, today)
        name = facts.mentor.short_name
        with self._store.step("request-handed-over", name=name, kind=draft.kind.value) as writing:
            new = _new(draft, self._request(draft, plan, today))
            account_id = account.id if account else None
            entry = self._verbs.outbox.queue(new, SendWay.MAIL_APP, account_id)
        return Queued(entry, writing.step_id)

    def asked_in_person(self, plan: RequestPlan, on: date) -> int | None:
        """The letter is planned where it is new, and counts as asked on that day."""
        name = people.mentor_row(plan.mentor_id).short_name
        step = self._store.step("request-moved", name=name, stage=Stage.ASKED.value)
        with step as writing:
            request_id = self._planned(plan, on)
            self._verbs.requests.move(request_id, Stage.ASKED, on, MoveCause.IN_PERSON)
        return writing.step_id

    def instant(self, on: date, at: time, zone: str) -> datetime:
        """A wall time of a zone as an instant; an hour that a clock change skips is moved on."""
        tz = ZoneInfo(zone or self._clock.zone_name())
        return datetime.combine(on, at).replace(tzinfo=tz).astimezone(UTC)

    # --- inside ---------------------------------------------------------------------------------

    def _others(
        self, facts: MessageFacts, text: str
    ) -> tuple[tuple[MentorRow, ...], tuple[str, ...]]:
        """Who else is named in a text that takes no part in the letter; asked again and again."""
        goal = facts.application.id if facts.application else None
        together = tuple(w.mentor_id for w in facts.letter.writers) if facts.letter else ()
        key = (facts.mentor.id, goal, text, together)
        if self._named is None or self._named[0] != key:
            mentors = mention_queries.other_mentors(facts.mentor.id, text, together)
            self._named = (key, mentors, mention_queries.other_schools(goal, text))
        return self._named[1], self._named[2]

    def _on_changed(self, event: Changed) -> None:
        if event.tables & {"mentor", "target", "application"}:
            self._named = None

    def _refuse_blocked(
        self,
        draft: MessageDraft,
        facts: MessageFacts,
        account: AccountRow | None,
        send_on: date | None,
        test: bool = False,
    ) -> None:
        findings = self.check(draft, facts, account, send_on, test)
        if not may_send(findings):
            raise DraftBlockedError(findings=tuple(findings))

    def _request(self, draft: MessageDraft, plan: RequestPlan | None, send_on: date) -> int | None:
        return draft.request_id if plan is None else self._planned(plan, send_on)

    def _planned(self, plan: RequestPlan, send_on: date | None) -> int:
        """The request of the plan's letter, planned or brought up to date.

        An ask that leaves later than planned must not be overdue until then.
        """
        ask_on = plan.ask_on
        if send_on is not None and (ask_on is None or send_on > ask_on):
            ask_on = send_on
        values: dict[str, Any] = {
            "kind": plan.kind,
            "service": plan.service,
            "waiver": plan.waiver,
            "reference": plan.reference,
            "hard_on": plan.hard_on,
            "hard_time": plan.hard_time,
            "hard_zone": plan.hard_zone,
            "soft_on": plan.soft_on,
            "planned_ask_on": ask_on,
        }
        letters = self._verbs.letters
        if plan.letter_id is None:
            letter_id = letters.plan(
                plan.mentor_id, plan.application_id, plan.slot_id, purpose=plan.purpose, **values
            )
            return letters.get(letter_id).request_id
        before = self._letter(plan.letter_id)
        changed = {name: v for name, v in values.items() if getattr(before, name) != v}
        if changed:
            letters.update(plan.letter_id, **changed)
        if plan.slot_id is not None:
            letters.fill(plan.slot_id, plan.letter_id)
        return before.request_id

    def _letter(self, letter_id: int) -> LetterRow:
        found = letter_queries.letter_rows(letter_ids=(letter_id,))
        if not found:
            raise MissingRowError(table="letter", row_id=letter_id)
        return found[0]

    def _application(self, application_id: int | None) -> ApplicationRow | None:
        if application_id is None:
            return None
        rows = application_queries.application_rows([])
        found = next((row for row in rows if row.id == application_id), None)
        if found is None:
            raise MissingRowError(table="application", row_id=application_id)
        return found

    def _local_day(self, instant: datetime) -> date:
        return instant.astimezone(self._clock.local_now().tzinfo).date()


def _new(draft: MessageDraft, request_id: int | None) -> NewMessage:
    return NewMessage(
        kind=draft.kind,
        to_name=draft.to_name,
        to_address=draft.to_address.strip(),
        cc_address=draft.cc_address.strip(),
        subject=draft.subject,
        body=draft.body,
        request_id=request_id,
        mentor_id=draft.mentor_id,
        plan_item_id=draft.plan_item_id,
        files=draft.files,
    )
