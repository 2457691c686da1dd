"""Every verb of the services that the user can undo, each with what it needs, by name."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from lordesk.jobs import JobContext
from lordesk.kinds import (
    ApplicationKind,
    DeclineReason,
    FactKind,
    FitQuestion,
    InteractionKind,
    LetterService,
    MaterialKind,
    MessageKind,
    Signal,
    SlotNeed,
    Stage,
    Tone,
    Waiver,
    WriterPart,
)
from lordesk.models.applications import ApplicationDate
from lordesk.models.dates import Meeting, Reminder
from lordesk.models.letters import PlanItem, RequestFact
from lordesk.models.people import Interaction, Moment
from lordesk.paths import resources_dir
from lordesk.rows.coverage import Suggestion, TargetSuggestion
from lordesk.rows.letters import Closing
from lordesk.rows.people import FitAnswer, MentorLink

if TYPE_CHECKING:
    from collections.abc import Callable

    from lordesk.models.base import Table
    from lordesk.rows.letters import LetterRow
    from tests.core.conftest import House

DAY = date(2026, 9, 1)


def letter(house: House, short: str) -> LetterRow:
    return next(row for row in house.letters.rows() if row.mentor_short == short)


def mentor(house: House, name: str) -> int:
    return next(row.id for row in house.mentors.rows(archived=True) if name in row.full_name)


def application(house: House) -> int:
    return next(row.id for row in house.applications.rows() if row.name == "Internal Medicine")


def slot(house: House, place: int) -> int:
    return house.applications.get(application(house)).slots[place].id


def target(house: House, place: int) -> int:
    return house.applications.targets(application(house))[place].id


def first(table: type[Table]) -> int:
    return int(table.select().order_by(table.id).first().id)


def request(house: House, short: str) -> int:
    return letter(house, short).request_id


VERBS: dict[str, Callable[[House], object]] = {
    "profile.update": lambda h: h.profile.update(name="Sam", service_ids={"amcas": "1"}),
    "mentors.add": lambda h: h.mentors.add("Dr. Ada Park", tags=["new"]),
    "mentors.update": lambda h: h.mentors.update(mentor(h, "Bell"), notes="A\nB", phone="1"),
    "mentors.set_fit": lambda h: h.mentors.set_fit(mentor(h, "Bell"), FitQuestion.DEPTH, 1),
    "mentors.set_answers": lambda h: h.mentors.set_answers(
        mentor(h, "Bell"),
        [FitAnswer(FitQuestion.DEPTH, 0), FitAnswer(FitQuestion.OBSERVED, 1)],
        None,
    ),
    "mentors.unset_fit": lambda h: h.mentors.set_fit(mentor(h, "Bell"), FitQuestion.DEPTH, None),
    "mentors.archive": lambda h: h.mentors.archive([mentor(h, "Bell"), mentor(h, "Feld")]),
    "mentors.unarchive": lambda h: h.mentors.unarchive([mentor(h, "Grant")]),
    "mentors.remove": lambda h: h.mentors.remove([mentor(h, "Feld"), mentor(h, "Kwan")]),
    "mentors.tag": lambda h: h.mentors.tag([mentor(h, "Feld"), mentor(h, "Kwan")], "ward"),
    "mentors.link": lambda h: h.mentors.update(
        mentor(h, "Bell"), links=[MentorLink(target(h, 0), "trained")]
    ),
    "merge.merge": lambda h: h.merge.merge(
        mentor(h, "Bell"), mentor(h, "Osei"), {"specialty": "other"}
    ),
    "coach.make_task": lambda h: h.coach.make_task(mentor(h, "Feld"), "feedback-ask"),
    "coach.end": lambda h: h.coach.end(mentor(h, "Feld"), "feedback-ask"),
    "mentors.delete": lambda h: h.mentors.delete(mentor(h, "Feld")),
    "interactions.log": lambda h: h.interactions.log(
        mentor(h, "Bell"), InteractionKind.MEETING, DAY, "Coffee", "Write again", DAY
    ),
    "interactions.change": lambda h: h.interactions.change(
        first(Interaction), InteractionKind.EMAIL, DAY, "Other"
    ),
    "interactions.remove": lambda h: h.interactions.remove(first(Interaction)),
    "interactions.add_moment": lambda h: h.interactions.add_moment(mentor(h, "Bell"), "When"),
    "interactions.remove_moment": lambda h: h.interactions.remove_moment(first(Moment)),
    "applications.add": lambda h: h.applications.add("New", ApplicationKind.OTHER, hard_on=DAY),
    "applications.add_with_preliminary": lambda h: h.applications.add_with_preliminary(
        {"name": "Eyes", "kind": ApplicationKind.RESIDENCY},
        {"name": "First year", "kind": ApplicationKind.RESIDENCY},
    ),
    "applications.update": lambda h: h.applications.update(application(h), name="Renamed"),
    "applications.delete": lambda h: h.applications.delete(application(h)),
    "applications.archive": lambda h: h.applications.archive(application(h)),
    "applications.add_date": lambda h: h.applications.add_date(application(h), "Open", DAY),
    "applications.move_date": lambda h: h.applications.move_date(first(ApplicationDate), DAY),
    "applications.remove_date": lambda h: h.applications.remove_date(first(ApplicationDate)),
    "applications.add_slot": lambda h: h.applications.add_slot(
        application(h), "Extra", SlotNeed.ANY
    ),
    "applications.update_slot": lambda h: h.applications.update_slot(
        slot(h, 1), "Ward", SlotNeed.ANY
    ),
    "applications.remove_slot": lambda h: h.applications.remove_slot(slot(h, 1)),
    "applications.empty_slot": lambda h: h.applications.empty_slot(
        slot(h, 1), letter(h, "Dr. Osei").id
    ),
    "applications.add_target": lambda h: h.applications.add_target(
        application(h), "New program", needs=[SlotNeed.CHAIR]
    ),
    "applications.update_target": lambda h: h.applications.update_target(
        target(h, 0), needs=["chair", "any"], notes="x"
    ),
    "applications.remove_target": lambda h: h.applications.remove_target(target(h, 0)),
    "applications.assign": lambda h: h.applications.assign(
        letter(h, "Dr. Adeyemi").id, target(h, 4)
    ),
    "applications.unassign": lambda h: h.applications.unassign(
        letter(h, "Dr. Kwan").id, target(h, 0)
    ),
    "applications.mark_applied": lambda h: h.applications.mark_applied(target(h, 0), DAY),
    "applications.assign_to": lambda h: h.applications.assign_to(
        application(h), letter(h, "Dr. Osei").id, [target(h, 4)]
    ),
    "applications.unassign_from": lambda h: h.applications.unassign_from(
        letter(h, "Dr. Kwan").id, [target(h, 0), target(h, 1)]
    ),
    "applications.apply_suggestion": lambda h: h.applications.apply_suggestion(
        application(h),
        Suggestion(
            (
                TargetSuggestion(
                    target(h, 4), (letter(h, "Dr. Osei").id,), (letter(h, "Dr. Kwan").id,), 0, ()
                ),
            ),
            1,
            0,
        ),
    ),
    "rules.edit": lambda h: h.rules.edit("services", "eras.cap", 5),
    "rollover.start": lambda h: h.rollover.start(h.applications.get(application(h)), "2028"),
    "letters.plan": lambda h: h.letters.plan(mentor(h, "Feld"), application(h), slot(h, 1)),
    "letters.fill": lambda h: h.letters.fill(slot(h, 0), letter(h, "Dr. Adeyemi").id),
    "letters.make_writer": lambda h: h.letters.make_writer(slot(h, 1), letter(h, "Dr. Osei").id),
    "letters.update": lambda h: h.letters.update(
        letter(h, "Dr. Osei").id, waiver=Waiver.KEPT, service=LetterService.INTERFOLIO
    ),
    "letters.delete": lambda h: h.letters.delete(letter(h, "Dr. Osei").id),
    "requests.move": lambda h: h.requests.move(request(h, "Dr. Osei"), Stage.AGREED),
    "requests.submit": lambda h: h.requests.move(request(h, "Dr. Marchetti"), Stage.SUBMITTED),
    "requests.decline": lambda h: h.requests.decline(
        request(h, "Dr. Osei"), DeclineReason.NO_TIME, "Dr. Park"
    ),
    "requests.set_signal": lambda h: h.requests.set_signal(request(h, "Dr. Osei"), Signal.KEEN),
    "requests.record_reply": lambda h: h.requests.record_reply(request(h, "Dr. Osei"), "Yes"),
    "requests.mark_reply_read": lambda h: h.requests.mark_reply_read(request(h, "Dr. Halvorsen")),
    "requests.finish_follow_up": lambda h: h.requests.finish_follow_up(first(PlanItem)),
    "requests.move_follow_up": lambda h: h.requests.move_follow_up(first(PlanItem), DAY),
    "requests.move_planned_ask": lambda h: h.requests.move_planned_ask(
        request(h, "Dr. Whitlock"), DAY
    ),
    "requests.move_due": lambda h: h.requests.move_due(
        request(h, "Dr. Marchetti"), date(2026, 10, 1)
    ),
    "facts.record": lambda h: h.facts.record(request(h, "Dr. Osei"), FactKind.DENIED),
    "facts.settle": lambda h: h.facts.settle(request(h, "Dr. Osei")),
    "facts.remove": lambda h: h.facts.remove(first(RequestFact)),
    "closings.decline": lambda h: h.closings.decline(
        request(h, "Dr. Osei"),
        DeclineReason.NO_TIME,
        Closing(why="So much", add_suggested=True),
        "Dr. Park",
    ),
    "closings.withdraw": lambda h: h.closings.withdraw(
        request(h, "Dr. Osei"), Closing(why="So much")
    ),
    "writers.set": lambda h: h.writers.set(
        letter(h, "Dr. Bell").id,
        [(mentor(h, "Bell"), WriterPart.CONTACT), (mentor(h, "Feld"), WriterPart.CHAIR)],
    ),
    "queue.put_off": lambda h: h.queue.put_off(letter(h, "Dr. Kwan"), "Thank", DAY),
    "queue.put_off_reply": lambda h: h.queue.put_off_reply(
        letter(h, "Dr. Halvorsen"), "Answer", DAY
    ),
    "queue.put_off_contact": lambda h: h.queue.put_off_contact(mentor(h, "Feld"), "Write", DAY),
    "evidence.add": lambda h: h.evidence.add(
        JobContext(), resources_dir() / "sample" / "CV_Raman.pdf", letter(h, "Dr. Kwan").id
    ),
    "reminders.add": lambda h: h.reminders.add("Call", DAY, time(9, 30)),
    "reminders.change": lambda h: h.reminders.change(first(Reminder), "Other", DAY, None),
    "reminders.move": lambda h: h.reminders.move(first(Reminder), DAY),
    "reminders.done": lambda h: h.reminders.done(first(Reminder)),
    "reminders.delete": lambda h: h.reminders.delete(first(Reminder)),
    "meetings.add": lambda h: h.meetings.add("Coffee", DAY, time(8), mentor(h, "Bell"), "Café"),
    "meetings.change": lambda h: h.meetings.change(first(Meeting), "Other", DAY, time(7)),
    "meetings.move": lambda h: h.meetings.move(first(Meeting), DAY),
    "meetings.delete": lambda h: h.meetings.delete(first(Meeting)),
    "materials.add": lambda h: h.materials.add(
        JobContext(), resources_dir() / "sample" / "CV_Raman.pdf", MaterialKind.TRANSCRIPT
    ),
    "materials.remove": lambda h: h.materials.remove(h.materials.rows()[0].id),
    "templates.save": lambda h: h.templates.save(
        MessageKind.ASK, Tone.WARM, "Hello", "Dear colleague"
    ),
    "templates.restore": lambda h: h.templates.restore(MessageKind.ASK, Tone.BRIEF),
    "sample.remove": lambda h: h.sample.remove(),
}
"""Run on the workspace of the pictures; each changes at least one row there."""
