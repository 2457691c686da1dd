from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from lordesk.clock import FixedClock
from lordesk.core import Core
from lordesk.domain.messages import MessageChoices
from lordesk.domain.request_plans import RequestPlan
from lordesk.errors import (
    DraftBlockedError,
    HeaderInjectionError,
    InvalidInputError,
    MailAlreadyLeftError,
)
from lordesk.jobs import JobContext
from lordesk.keychain import Keychain
from lordesk.kinds import (
    ApplicationKind,
    FollowUpKind,
    Highlight,
    LetterService,
    MaterialKind,
    MessageKind,
    MoveCause,
    OutboxState,
    Security,
    Stage,
    Tone,
    Waiver,
)
from lordesk.paths import paths_in
from lordesk.rows.mail import NewAccount
from tests.core.opened import TUESDAY
from tests.keyrings import MemoryKeyring

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DUE = date(2026, 9, 16)


class World:
    """A mentor, an application with one slot, and an account to send from."""

    def __init__(self, home: Path) -> None:
        self.clock = FixedClock(TUESDAY)
        keyring = MemoryKeyring()
        self.core = Core.open(paths_in(home), self.clock, keychain=Keychain(lambda: keyring))
        core = self.core
        core.profile.update(name="Priya Raman", email="praman@northfield.example", year="MS4")
        self.application = core.applications.add(
            "ERAS 2027",
            ApplicationKind.RESIDENCY,
            service=LetterService.ERAS,
            hard_on=date(2026, 9, 30),
            specialty="Internal medicine",
        )
        self.slot = core.applications.add_slot(self.application, "IM faculty")
        self.mentor = core.mentors.add("Dr. Samuel Adeyemi", email="s.adeyemi@northfield.example")
        self.account = core.accounts.add(
            JobContext(),
            NewAccount(
                address="praman@northfield.example",
                host="smtp.northfield.example",
                port=587,
                security=Security.STARTTLS,
                username="praman",
            ),
            "secret",
        )
        self.files = home / "mine"
        self.files.mkdir()

    def plan(self, **changes) -> RequestPlan:
        plan = RequestPlan(
            mentor_id=self.mentor,
            application_id=self.application,
            slot_id=self.slot,
            service=LetterService.ERAS,
            waiver=Waiver.WAIVED,
            hard_on=date(2026, 9, 30),
            soft_on=DUE,
            ask_on=date(2026, 8, 18),
        )
        return replace(plan, **changes)

    def write(self, plan: RequestPlan | None = None, tone: Tone = Tone.WARM, **choices):
        facts = self.core.messages.facts(plan or self.plan())
        draft = self.core.messages.write(MessageKind.ASK, tone, facts, MessageChoices(**choices))
        return draft, facts

    def send(self, plan: RequestPlan | None = None, not_before=None):
        plan = plan or self.plan()
        draft, facts = self.write(plan)
        return self.core.messages.send(draft, facts, self.account, plan, not_before)

    def cv(self):
        path = self.files / "cv.pdf"
        path.write_bytes(b"%PDF cv")
        return self.core.materials.add(JobContext(), path, MaterialKind.CV).file


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path / "home")
    yield made
    made.core.close()


@pytest.mark.parametrize("tone", list(Tone))
def test_a_request_in_each_tone_passes_preflight(world: World, tone: Tone) -> None:
    draft, facts = world.write(
        tone=tone,
        highlights=(Highlight.RESPONSE_TO_FEEDBACK,),
        moment="the night we admitted nine patients",
    )
    findings = world.core.messages.check(draft, facts, world.account)
    codes = {finding.code for finding in findings}
    assert {"asks-strong", "deadline-stated", "submit-clear", "greeting-right"} <= codes
    assert draft.subject == (
        "Request for a strong letter of recommendation for internal medicine residency"
    )
    assert "Wednesday, September 16" in draft.body
    moment = next(span for span in draft.spans if span.field == "moment")
    assert draft.body[moment.start : moment.end] == "the night we admitted nine patients"


def test_a_new_request_is_one_step_with_its_letter(world: World) -> None:
    queued = world.send()
    (letter,) = world.core.letters.rows(mentor_id=world.mentor)
    assert letter.stage is Stage.PLANNED
    assert (letter.soft_on, letter.slot_title, letter.waiver) == (DUE, "IM faculty", Waiver.WAIVED)
    assert letter.mail_state is OutboxState.QUEUED
    assert queued.entry.not_before == TUESDAY + timedelta(seconds=30)
    step = world.core.undo.next_undo()
    assert (step.id, step.code) == (queued.step_id, "request-queued")


def test_undo_takes_letter_and_mail_back_together(world: World) -> None:
    queued = world.send()
    world.core.undo.undo()
    assert world.core.letters.rows() == []
    assert world.core.outbox.pending() == []
    assert world.core.undo.next_redo() is None, "a mail is never sent by redo"
    assert queued.entry.message.subject


def test_the_stage_moves_only_when_the_mail_has_left(world: World) -> None:
    queued = world.send()
    assert world.core.letters.rows()[0].stage is Stage.PLANNED
    world.core.requests.message_confirmed(queued.entry, MoveCause.SENT)
    assert world.core.letters.rows()[0].stage is Stage.ASKED


def test_a_letter_that_was_planned_before_is_brought_up_to_date(world: World) -> None:
    letter_id = world.core.letters.plan(world.mentor, world.application, world.slot)
    letter = world.core.letters.get(letter_id)
    plan = replace(world.core.messages.plan_of(letter), soft_on=DUE, reference="12345", ask_on=None)
    queued = world.send(plan)
    (after,) = world.core.letters.rows()
    assert after.id == letter_id
    assert (after.reference, after.soft_on) == ("12345", DUE)
    assert queued.entry.message.request_id == letter.request_id


def test_a_scheduled_request_is_not_overdue_until_it_leaves(world: World) -> None:
    at = world.core.messages.instant(date(2026, 8, 26), time(8, 0), "America/New_York")
    assert at == datetime(2026, 8, 26, 12, 0, tzinfo=UTC)
    queued = world.send(not_before=at)
    assert queued.entry.not_before == at
    assert world.core.letters.rows()[0].planned_ask_on == date(2026, 8, 26)


def test_what_is_on_its_way_is_not_asked_for_again(world: World) -> None:
    queued = world.send()
    assert world.core.today.today().this_week == ()
    assert world.core.notices.take_due(world.core.clock.now()) == []
    world.core.outbox.cancel(queued.entry.id)
    assert [task.code for task in world.core.today.today().this_week] == ["ask"]


def test_a_test_goes_to_the_applicant_and_changes_nothing(world: World) -> None:
    before = world.core.undo.next_undo()
    draft, facts = world.write()
    queued = world.core.messages.send_test(draft, facts, world.account)
    message = queued.entry.message
    assert message.test
    assert message.to_address == "praman@northfield.example"
    assert message.cc_address == ""
    assert world.core.letters.rows() == []
    assert world.core.undo.next_undo() == before


def test_the_mail_app_gets_a_draft_and_the_stage_waits_for_the_users_word(world: World) -> None:
    plan = world.plan()
    draft, facts = world.write(plan, files=(world.cv(),))
    queued = world.core.messages.hand_over(draft, facts, world.account, plan)
    path = world.core.handover.write(JobContext(), queued.entry.message, world.account)
    assert b"X-Unsent: 1" in path.read_bytes()
    world.core.outbox.mark_handed_over(queued.entry.id)
    assert world.core.letters.rows()[0].stage is Stage.PLANNED
    world.core.outbox.confirm_by_user(queued.entry.id)
    assert world.core.letters.rows()[0].stage is Stage.ASKED


def test_asked_in_person_is_one_step_without_mail(world: World) -> None:
    step_id = world.core.messages.asked_in_person(world.plan(), date(2026, 8, 17))
    (letter,) = world.core.letters.rows()
    assert (letter.stage, letter.asked_on) == (Stage.ASKED, date(2026, 8, 17))
    moves = world.core.requests.history(letter.request_id)
    assert moves[-1].cause is MoveCause.IN_PERSON
    assert world.core.outbox.rows() == []
    assert world.core.undo.next_undo().id == step_id
    world.core.undo.undo()
    assert world.core.letters.rows() == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"to_address": ""}, "recipient-missing"),
        ({"to_address": "no address"}, "recipient-malformed"),
        ({"to_address": "praman@northfield.example"}, "recipient-is-you"),
        ({"subject": "Hi\r\nBcc: all@x.example"}, "line-break-in-header"),
        ({"to_name": "A\nB"}, "line-break-in-header"),
        ({"body": ""}, "body-missing"),
        ({"body": "Dear Dr. Adeyemi,\n\n{{ due }}"}, "field-unresolved"),
    ],
)
def test_what_must_not_go_out_is_stopped_on_every_way_and_nothing_is_kept(
    world: World, change: dict[str, str], code: str
) -> None:
    plan = world.plan()
    draft, facts = world.write(plan)
    bad = replace(draft, **change)
    messages = world.core.messages
    before = world.core.undo.next_undo()
    for way in (
        lambda: messages.send(bad, facts, world.account, plan),
        lambda: messages.hand_over(bad, facts, world.account, plan),
    ):
        with pytest.raises((DraftBlockedError, HeaderInjectionError, InvalidInputError)) as caught:
            way()
        if isinstance(caught.value, DraftBlockedError):
            assert code in {finding.code for finding in caught.value.findings}
    assert world.core.letters.rows() == []
    assert world.core.outbox.rows() == []
    assert world.core.undo.next_undo() == before


def test_a_file_that_vanished_since_the_preview_stops_the_request(world: World) -> None:
    file = world.cv()
    plan = world.plan()
    draft, facts = world.write(plan, files=(file,))
    world.core.materials.path(file).unlink()
    with pytest.raises(DraftBlockedError) as caught:
        world.core.messages.send(draft, facts, world.account, plan)
    assert "file-missing" in {finding.code for finding in caught.value.findings}


def test_another_mentors_name_in_the_greeting_is_stopped(world: World) -> None:
    world.core.mentors.add("Dr. Marcus Bell", email="m.bell@northfield.example")
    draft, facts = world.write()
    left_over = replace(draft, body=draft.body.replace("Dear Dr. Adeyemi", "Dear Dr. Bell"))
    codes = {f.code for f in world.core.messages.check(left_over, facts, world.account)}
    assert "other-greeting" in codes


def test_a_mention_of_another_mentor_is_no_mistake(world: World) -> None:
    world.core.mentors.add("Dr. Marcus Bell", email="m.bell@northfield.example")
    draft, facts = world.write(colleagues="Dr. Bell")
    assert "Dr. Bell suggested" in draft.body
    findings = world.core.messages.check(draft, facts, world.account)
    assert "other-mentor-left-over" not in {finding.code for finding in findings}


def test_a_message_that_is_leaving_is_not_undone(world: World) -> None:
    world.send()
    entry = world.core.outbox.pending()[0]
    world.clock.advance(timedelta(minutes=1))
    world.core.outbox._journal.claim(entry)
    with pytest.raises(MailAlreadyLeftError):
        world.core.undo.undo()
    assert len(world.core.letters.rows()) == 1


def test_markup_and_ampersands_stay_as_typed(world: World) -> None:
    draft, _ = world.write(moment="we met at A & B <img src=x>")
    assert "we met at A & B <img src=x>" in draft.body


@pytest.mark.parametrize(
    ("stage", "kind"),
    [
        (Stage.ASKED, MessageKind.FOLLOW_UP),
        (Stage.WRITING, MessageKind.DUE_FOLLOW_UP),
        (Stage.SUBMITTED, MessageKind.THANKS),
        (Stage.THANKED, MessageKind.UPDATE),
        (Stage.DECLINED, MessageKind.DECLINE_REPLY),
    ],
)
def test_each_stage_has_the_message_that_one_would_write(
    world: World, stage: Stage, kind: MessageKind
) -> None:
    letter = world.core.letters.get(world.core.letters.plan(world.mentor, world.application))
    assert world.core.messages.kind_for_now(replace(letter, stage=stage)) is kind


def test_a_follow_up_answers_for_the_planned_one(world: World) -> None:
    world.core.messages.asked_in_person(world.plan(), date(2026, 8, 18))
    letter = world.core.letters.rows()[0]
    item = world.core.messages.next_plan_item(letter.request_id, MessageKind.FOLLOW_UP)
    planned = world.core.requests.follow_ups(letter.request_id)
    assert [(i.id, i.kind) for i in planned] == [(item, FollowUpKind.NO_REPLY)]
    assert world.core.messages.next_plan_item(letter.request_id, MessageKind.THANKS) is None
