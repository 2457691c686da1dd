"""One request under way: its state, the rows it speaks of, the text it makes, its saved draft."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from lordesk.domain import deadlines, request_plans
from lordesk.domain.messages import MessageChoices
from lordesk.domain.request_plans import RequestPlan
from lordesk.errors import LordeskError, MissingRowError, StoreError, TemplateProblemError
from lordesk.kinds import MaterialKind, MessageKind, Severity, Waiver
from ui.wizard.state import Way, WizardState, from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime

    from lordesk.domain.messages import MessageFacts
    from lordesk.domain.plans import FollowUp
    from lordesk.domain.request_plans import MessageDraft
    from lordesk.domain.rulepacks import ServiceRule
    from lordesk.rows.finding import Finding
    from lordesk.rows.letters import ApplicationRow
    from lordesk.rows.mail import AccountRow, DraftRow
    from lordesk.rows.people import MentorRow
    from ui.desk import Desk
    from ui.wizard.services import WizardServices

SAVE_AFTER_MS = 300
SUGGESTED_FILES = (MaterialKind.CV, MaterialKind.STATEMENT)
"""What most writers like to have; attached by itself where it is at hand."""


class Session(QObject):
    """`changed` follows every change of the state; `saved` follows its writing to the disk.

    A note that asks for nothing is a session too: see `ui.wizard.note_session`.
    """

    kind = MessageKind.ASK

    changed = Signal()
    saved = Signal(object)
    save_failed = Signal(object)
    replace_asked = Signal()

    def __init__(self, desk: Desk, services: WizardServices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.services = services
        self.state = WizardState()
        self.step = 0
        self.draft_id: int | None = None
        self._unsaved = False
        self._facts: MessageFacts | None = None
        self._facts_plan: RequestPlan | None = None
        self._application: ApplicationRow | None = None
        self._written: MessageDraft | None = None
        self._problem: TemplateProblemError | None = None
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save)

    # --- beginning and ending ---------------------------------------------------------------------

    def begin(self, state: WizardState | None = None) -> None:
        """A new request; it is saved from its first change on."""
        self._timer.stop()
        self.state, self.step, self.draft_id = state or WizardState(), 0, None
        self._unsaved = False
        self.forget_rows()

    def resume(self, draft: DraftRow) -> None:
        self.begin(from_json(draft.state))
        self.step, self.draft_id = draft.step, draft.id
        if self.state.mentor_id is not None and self.mentor is None:
            self.state.mentor_id = self.state.letter_id = self.state.request_id = None
        if self.state.application_id is not None and self.application is None:
            self.state.application_id = self.state.slot_id = None

    def save(self) -> bool:
        """Write the draft where something is unsaved; whether nothing is unsaved any more.

        A failure is told and tried again later.
        """
        self._timer.stop()
        if not self._unsaved:
            return True
        try:
            row = self.services.drafts.save(self.draft_id, self.step, to_json(self.state))
        except StoreError as error:
            self.save_failed.emit(error)
            return False
        self._unsaved = False
        self.draft_id = row.id
        self.saved.emit(row.saved_at)
        return True

    def discard(self) -> None:
        self._timer.stop()
        self._unsaved = False
        if self.draft_id is not None:
            self.services.drafts.discard(self.draft_id)
            self.draft_id = None

    # --- what a note does otherwise -------------------------------------------------------------

    def plan_to_send(self) -> RequestPlan | None:
        """The letter that the message asks for; None where it is about one that was asked for."""
        return self.plan()

    def done_in_person(self, on: date) -> int | None:
        """The step of "I asked in person"."""
        return self.services.messages.asked_in_person(self.plan(), on)

    # --- changing ---------------------------------------------------------------------------------

    def touch(self, rewrites: bool = True) -> None:
        """Something in the state has changed; `rewrites` where the text depends on it."""
        if rewrites:
            self._written = None
        self._unsaved = True
        if not self._timer.isActive():
            self._timer.start()
        self.changed.emit()
        if rewrites and self.state.edited:
            self.replace_asked.emit()

    def forget_rows(self) -> None:
        """Rows may have changed elsewhere: read them again."""
        self._facts = self._application = None
        self._written = None

    def edit_text(self, subject: str, body: str) -> None:
        # A pasted line break could smuggle in a header; preflight refuses it, here it is a blank.
        subject = " ".join(subject.splitlines())
        self.state.edited, self.state.subject, self.state.body = True, subject, body
        self.touch(rewrites=False)

    def write_again(self) -> None:
        """From the answers, in place of the user's own text."""
        self.state.edited, self.state.subject, self.state.body = False, "", ""
        self.touch()

    # --- the rows it speaks of --------------------------------------------------------------------

    @property
    def mentor(self) -> MentorRow | None:
        if self._facts is not None and self._facts.mentor.id == self.state.mentor_id:
            return self._facts.mentor
        if self.state.mentor_id is None:
            return None
        try:
            return self.services.mentors.get(self.state.mentor_id)
        except MissingRowError:
            return None

    @property
    def application(self) -> ApplicationRow | None:
        """With its slots; read once, since it takes all letters to know who fills them."""
        wanted = self.state.application_id
        if wanted is None:
            return None
        if self._application is None or self._application.id != wanted:
            try:
                self._application = self.services.applications.get(wanted)
            except MissingRowError:
                return None
        return self._application

    @property
    def rule(self) -> ServiceRule | None:
        service = self.state.service
        return self.services.rules.services.get(service) if service else None

    @property
    def account(self) -> AccountRow | None:
        return self.services.accounts.default()

    @property
    def today(self) -> date:
        return self.desk.clock.today()

    def holidays(self) -> Collection[date]:
        return self.services.rules.holidays(self.today.year)

    # --- what follows from the state --------------------------------------------------------------

    def plan(self) -> RequestPlan:
        """Raises MissingRowError while no mentor is chosen."""
        state = self.state
        if state.mentor_id is None:
            raise MissingRowError(table="mentor")
        return RequestPlan(
            mentor_id=state.mentor_id,
            letter_id=state.letter_id,
            request_id=state.request_id,
            application_id=state.application_id,
            slot_id=state.slot_id,
            purpose=state.purpose,
            kind=state.kind,
            service=state.service,
            waiver=state.waiver,
            waiver_on=state.waiver_on if state.waiver is not Waiver.UNDECIDED else None,
            reference=state.reference,
            hard_on=state.hard_on,
            hard_time=state.hard_time,
            hard_zone=state.hard_zone,
            soft_on=state.soft_on,
            ask_on=state.ask_on,
        )

    def facts(self) -> MessageFacts:
        plan = self.plan()
        if self._facts is None or plan != self._facts_plan:
            self._facts, self._facts_plan = self.services.messages.facts(plan), plan
        return self._facts

    def choices(self) -> MessageChoices:
        state = self.state
        return MessageChoices(
            greeting=state.greeting,
            highlights=state.highlights,
            moment=state.moment,
            colleagues=state.colleagues if state.mention else "",
            meeting=state.meeting,
            easy_no=state.easy_no,
            files=state.files,
        )

    def written(self) -> MessageDraft | None:
        """The text from the answers; None while no mentor is chosen or the template is broken."""
        if self._written is None and self.state.mentor_id is not None:
            try:
                self._problem = None
                self._written = self.services.messages.write(
                    self.kind, self.state.tone, self.facts(), self.choices()
                )
            except TemplateProblemError as error:
                self._problem = error
            except MissingRowError:
                return None
        return self._written

    @property
    def template_problem(self) -> LordeskError | None:
        return self._problem

    def message(self) -> MessageDraft | None:
        """The text as it would go out: the user's own where there is one."""
        draft, state = self.written(), self.state
        if draft is None:
            return None
        mentor = self.mentor
        cc = mentor.assistant_email if mentor and state.cc else ""
        draft = replace(draft, cc_address=cc, files=state.files)
        if not state.edited:
            return draft
        return replace(draft, subject=state.subject, body=state.body, spans=(), empty=())

    def timing_findings(self) -> list[Finding]:
        if self.state.mentor_id is None:
            return []
        timing = request_plans.timing_of(self.plan(), self.mentor)
        return list(deadlines.problems(timing, self.today, self.holidays()))

    def findings(self) -> list[Finding]:
        """Preflight with what the dates have against them, the gravest first."""
        draft = self.message()
        if draft is None:
            return []
        test = self.state.way is Way.TEST
        found = self.services.messages.check(
            draft, self.facts(), self.account, self.send_on(), test
        )
        told = {finding.code for finding in found}
        dates = [f for f in self.timing_findings() if f.code not in told and self._still_open(f)]
        order = list(Severity)
        return sorted([*found, *dates], key=lambda finding: order.index(finding.severity))

    def _still_open(self, finding: Finding) -> bool:
        """The notice is preflight's matter, from the day of sending."""
        return finding.code not in ("short-notice", "under-four-weeks")

    def open_acknowledgements_in(self, findings: list[Finding]) -> list[Finding]:
        return [
            finding
            for finding in findings
            if finding.severity is Severity.ACKNOWLEDGE
            and key_of(finding) not in self.state.acknowledged
        ]

    def send_on(self) -> date:
        if self.state.way is Way.SCHEDULE and self.state.schedule_on is not None:
            return self.state.schedule_on
        return self.today

    def schedule_instant(self) -> datetime | None:
        on, at = self.state.schedule_on, self.state.schedule_at
        if on is None or at is None:
            return None
        return self.services.messages.instant(on, at, "")

    def follow_ups(self, asked_on: date | None = None) -> tuple[FollowUp, ...]:
        """What would come if the ask went out on a day, by default when it is to be sent."""
        if self.state.mentor_id is None:
            return ()
        on = asked_on or self.send_on()
        return request_plans.outlook(self.plan(), self.mentor, on, self.holidays())


def key_of(finding: Finding) -> str:
    """The same finding about the same thing: a changed text has to be looked at again."""
    data = ",".join(f"{name}={value}" for name, value in sorted(finding.data.items()))
    return f"{finding.code}:{data}"
