"""The large workspace of the bars: 5,000 mentors and 20,000 dates.

Usage: python -m bench.workspace HOME
Makes HOME, always the same for the same day, through the models rather than the verbs: one
transaction a mentor would take minutes.
"""

from __future__ import annotations

import random
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lordesk.clock import Clock
from lordesk.events import Bus
from lordesk.kinds import FitQuestion, InteractionKind, MentorRole, Stage
from lordesk.models.applications import Application, ApplicationDate, Slot, Target
from lordesk.models.dates import Meeting, Reminder
from lordesk.models.letters import Letter, LetterWriter, PlanItem, Request, SlotFill
from lordesk.models.people import FitAnswerRecord, Interaction, Mentor, Profile
from lordesk.models.store import Store
from lordesk.paths import paths_in
from lordesk.settings import SettingsFile

if TYPE_CHECKING:
    from lordesk.models.base import Table

MENTORS = 5_000
DATES = 20_000
LETTERS = 400
UNDER_WAY = 40
YEARS = 5 * 365
APPLICATIONS = 12
GIVEN = ("Ada", "Omar", "Li", "Elena", "Tomás", "Ruth", "Samuel", "Amara", "Joon", "Ines")
FAMILY = ("Park", "Osei", "Chen", "Marchetti", "Ibarra", "Bell", "Kwan", "Feld", "Novak", "Sato")
SPECIALTIES = (
    "Internal Medicine",
    "Cardiology",
    "Pediatrics",
    "Surgery",
    "Psychiatry",
    "Neurology",
)
SLICE = 500


def make(home: Path, today: date) -> None:
    paths = paths_in(home)
    paths.make()
    SettingsFile(paths.settings).change(welcomed=True)
    store = Store(paths.database, Bus(), Clock())
    store.open(lambda version: None, backups_exist=False)
    maker = _Maker(today)
    with store.background():
        Profile.change(1, name="Priya Raman", email="praman@northfield.example")
        maker.people()
        maker.applications()
        maker.letters()
        maker.dates()
    store.database.execute_sql("ANALYZE")
    store.close()


class _Maker:
    def __init__(self, today: date) -> None:
        self._random = random.Random(20_260_818)
        self._today = today
        self._now = datetime(today.year, today.month, today.day, 12, tzinfo=UTC)

    def _day(self, before: int, after: int) -> date:
        return self._today + timedelta(days=self._random.randint(-before, after))

    def people(self) -> None:
        pick = self._random.choice
        mentors = []
        for number in range(1, MENTORS + 1):
            given, family = pick(GIVEN), f"{pick(FAMILY)}-{number}"
            mentors.append(
                {
                    "name": f"{given} {family}",
                    "title": "Dr.",
                    "given": given,
                    "family": family,
                    "salutation": f"Dr. {family}",
                    "initials": given[0] + family[0],
                    "role": pick(list(MentorRole)),
                    "how_known": "Clerkship attending",
                    "specialty": pick(SPECIALTIES),
                    "email": f"mentor{number}@northfield.example",
                    "created_at": self._now,
                }
            )
        _insert(Mentor, mentors)
        questions = list(FitQuestion)
        _insert(
            FitAnswerRecord,
            [
                {"mentor_id": m, "question": q, "level": self._random.randint(0, 4)}
                for m in range(1, MENTORS + 1)
                for q in questions
            ],
        )
        _insert(
            Interaction,
            [
                {
                    "mentor_id": m,
                    "kind": pick(list(InteractionKind)),
                    "on_date": self._day(500, 0),
                    "note": "Talked about the next steps",
                }
                for m in range(1, MENTORS + 1)
                for _ in range(2)
            ],
        )

    def applications(self) -> None:
        for number in range(1, APPLICATIONS + 1):
            application = Application.create(
                name=f"Application {number}",
                kind="residency",
                service="eras",
                season="2027",
                hard_on=self._day(0, 300),
                letters_by=self._day(0, 280),
                cap=4,
                created_at=self._now,
            )
            for position in range(4):
                Slot.create(
                    application_id=application.id, title=f"Slot {position}", position=position
                )
            _insert(
                Target,
                [
                    {"application_id": application.id, "name": f"Program {n}", "position": n}
                    for n in range(20)
                ],
            )

    def letters(self) -> None:
        """Most are of earlier years and thanked for; forty are under way."""
        stages = [stage for stage in Stage if stage is not Stage.DECLINED]
        for number in range(1, LETTERS + 1):
            old = number > UNDER_WAY
            soft = self._day(YEARS, -60) if old else self._day(-5, 200)
            letter = Letter.create(
                application_id=1 + number % APPLICATIONS,
                soft_on=soft,
                hard_on=soft + timedelta(days=14),
                planned_ask_on=self._day(-3, 60),
                created_at=self._now,
            )
            LetterWriter.create(letter_id=letter.id, mentor_id=number)
            SlotFill.create(
                slot_id=1 + number % (4 * APPLICATIONS),
                letter_id=letter.id,
                backup_rank=number // 48,
            )
            asked = min(soft - timedelta(days=50), self._today)
            request = Request.create(
                letter_id=letter.id,
                stage=Stage.THANKED if old else stages[number % len(stages)],
                stage_on=asked,
                asked_on=asked,
                submitted_on=soft,
            )
            PlanItem.create(
                request_id=request.id,
                kind="one_week_before",
                on_date=soft,
                done_on=soft if old else None,
            )

    def dates(self) -> None:
        """Spread over ten years; what is past is done."""
        reminders = DATES * 3 // 5
        meetings = DATES // 5
        rest = DATES - reminders - meetings - LETTERS * 2
        _insert(
            Reminder,
            [
                {
                    "title": f"Write to mentor {n}",
                    "mentor_id": 1 + n % MENTORS,
                    "on_date": (on := self._day(YEARS, YEARS)),
                    "created_on": self._today,
                    "done_on": on if on < self._today else None,
                }
                for n in range(reminders)
            ],
        )
        _insert(
            Meeting,
            [
                {
                    "title": f"Meeting {n}",
                    "mentor_id": 1 + n % MENTORS,
                    "on_date": self._day(YEARS, YEARS),
                }
                for n in range(meetings)
            ],
        )
        _insert(
            ApplicationDate,
            [
                {
                    "application_id": 1 + n % APPLICATIONS,
                    "title": f"Date {n}",
                    "on_date": self._day(YEARS, YEARS),
                }
                for n in range(rest)
            ],
        )


def _insert(table: type[Table], rows: list[dict[str, Any]]) -> None:
    for start in range(0, len(rows), SLICE):
        table.insert_many(rows[start : start + SLICE]).execute()


if __name__ == "__main__":
    make(Path(sys.argv[1]), Clock().today())
