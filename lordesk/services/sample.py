"""The sample workspace: the people and dates that the demo shows, marked and removable."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from lordesk.jobs import JobContext
from lordesk.kinds import MaterialKind
from lordesk.models import files as file_queries
from lordesk.models import sample_queries
from lordesk.models.applications import Application, ApplicationDate, Slot, Target
from lordesk.models.dates import Meeting, Reminder
from lordesk.models.fields import ClockTimeField, DayField
from lordesk.models.letters import (
    Assignment,
    Letter,
    LetterWriter,
    PlanItem,
    Request,
    RequestFact,
    RequestMove,
    SlotFill,
)
from lordesk.models.mail import Material
from lordesk.models.people import FitAnswerRecord, Interaction, Mentor, Moment, Profile

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from lordesk.clock import Clock
    from lordesk.models.base import Table
    from lordesk.models.store import Store
    from lordesk.rows.mail import MaterialRow

_DAY_IN_TEXT = re.compile(r"\{(\d{4}-\d\d-\d\d)\}")
_MATERIAL_HOUR = 14


def weeks_between(told: date, today: date) -> timedelta:
    """Whole weeks from the day of the pictures to the same weekday on or before today.

    The weekdays stay, and what has happened in the pictures never lies ahead.
    """
    return timedelta(weeks=(today - told).days // 7)


class SampleService:
    """`add_material` takes a file into the file store and lists it."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        resources: Path,
        add_material: Callable[[JobContext, Path, MaterialKind], MaterialRow],
    ) -> None:
        self._store = store
        self._clock = clock
        self._folder = resources / "sample"
        self._add_material = add_material

    def present(self) -> bool:
        return sample_queries.present()

    def add(self, *, with_profile: bool = False) -> None:
        """Add the sample workspace in one step; nothing happens where it is there already.

        `with_profile` fills in the applicant too, as the demo does: never in a real workspace.
        """
        if self.present():
            return
        data = json.loads((self._folder / "workspace.json").read_text(encoding="utf-8"))
        shift = weeks_between(date.fromisoformat(data["today"]), self._clock.today())
        with self._store.step("sample-added"):
            _Loader(data, shift, self._clock).load()
            if with_profile:
                Profile.change(1, **data["profile"], zone=self._clock.zone_name())
            for material in data["materials"]:
                self._add_file(material, shift)

    def remove(self) -> None:
        """Take the samples out in one step. What the user added stays, with what it hangs on."""
        with self._store.step("sample-removed"):
            sample_queries.remove()

    def _add_file(self, material: Mapping[str, str], shift: timedelta) -> None:
        """The user's own file of that kind is not replaced."""
        kind = MaterialKind(material["kind"])
        if file_queries.used_materials(kind):
            return
        row = self._add_material(JobContext(), self._folder / material["name"], kind)
        day = date.fromisoformat(material["added_on"]) + shift
        added_at = datetime.combine(day, time(_MATERIAL_HOUR), UTC)
        Material.change(row.id, sample=True, added_at=added_at)


class _Loader:
    """Writes the rows of the data file. Its rows name each other by key."""

    def __init__(self, data: Mapping[str, Any], shift: timedelta, clock: Clock) -> None:
        self._data = data
        self._shift = shift
        self._now = clock.now()
        self._zone = clock.zone_name()
        self._ids: dict[str, int] = {}

    def load(self) -> None:
        for mentor in self._data["mentors"]:
            self._mentor(mentor)
        for application in self._data["applications"]:
            self._application(application)
        for mentor in self._data["mentors"]:
            self._relevance(mentor)
        for letter in self._data["letters"]:
            self._letter(letter)
        self._targets()
        for reminder in self._data["reminders"]:
            self._dated(Reminder, reminder)
        for meeting in self._data["meetings"]:
            self._dated(Meeting, meeting)

    def _mentor(self, data: Mapping[str, Any]) -> None:
        given, family = data["name"].split()
        mentor_id = self._insert(
            Mentor,
            _plain(data) | {"salutation": f"{data['title']} {family}"},
            given=given,
            family=family,
            initials=given[0] + family[0],
            archived_at=self._now if data.get("archived") else None,
            sample=True,
            created_at=self._now,
        )
        self._ids[data["key"]] = mentor_id
        for row in data["interactions"]:
            self._insert(Interaction, row, mentor_id=mentor_id, sample=True)
        for row in data.get("moments", ()):
            self._insert(Moment, row, mentor_id=mentor_id, sample=True)
        for question, (level, evidence) in data["fit"].items():
            values = {"question": question, "level": level, "evidence": evidence}
            self._insert(FitAnswerRecord, values, mentor_id=mentor_id)

    def _relevance(self, data: Mapping[str, Any]) -> None:
        """Relevance differs by goal; where nothing is said, the general answer holds."""
        for application, (level, evidence) in data.get("relevance", {}).items():
            self._insert(
                FitAnswerRecord,
                {"question": "relevance", "level": level, "evidence": evidence},
                mentor_id=self._ids[data["key"]],
                application_id=self._ids[application],
            )

    def _application(self, data: Mapping[str, Any]) -> None:
        application_id = self._insert(
            Application, _plain(data) | {"goals": data["goals"]}, sample=True, created_at=self._now
        )
        self._ids[data["key"]] = application_id
        for row in data.get("dates", ()):
            self._insert(ApplicationDate, row, application_id=application_id, sample=True)
        for position, row in enumerate(data["slots"]):
            slot = self._insert(Slot, row, application_id=application_id, position=position)
            self._ids[row["key"]] = slot

    def _targets(self) -> None:
        for application in self._data["applications"]:
            for position, row in enumerate(application.get("targets", ())):
                target_id = self._insert(
                    Target,
                    row,
                    application_id=self._ids[application["key"]],
                    cap=application.get("cap"),
                    position=position,
                    sample=True,
                )
                for letter in row["letters"]:
                    Assignment.create(letter_id=self._ids[letter], target_id=target_id)

    def _letter(self, data: Mapping[str, Any]) -> None:
        application = Application.require(self._ids[data["application"]])
        letter_id = self._insert(
            Letter,
            _plain(data),
            application_id=application.id,
            service=application.service,
            hard_on=application.hard_on,
            hard_time=application.hard_time,
            hard_zone=application.hard_zone,
            sample=True,
            created_at=self._now,
        )
        self._ids[data["key"]] = letter_id
        LetterWriter.create(letter_id=letter_id, mentor_id=self._ids[data["mentor"]])
        for row in data["slots"]:
            self._insert(SlotFill, row, slot_id=self._ids[row["slot"]], letter_id=letter_id)
        self._request(letter_id, data)

    def _request(self, letter_id: int, data: Mapping[str, Any]) -> None:
        moves = data["moves"]
        days = {row["to_stage"]: row["on_date"] for row in moves}
        request_id = self._insert(
            Request,
            {
                "letter_id": letter_id,
                "stage": moves[-1]["to_stage"],
                "stage_on": moves[-1]["on_date"],
                "asked_on": days.get("asked"),
                "submitted_on": days.get("submitted"),
                **data.get("request", {}),
            },
        )
        before = None
        for row in moves:
            self._insert(RequestMove, row, request_id=request_id, from_stage=before)
            before = row["to_stage"]
        for row in data.get("plan", ()):
            self._insert(PlanItem, row, request_id=request_id)
        for row in data.get("facts", ()):
            self._insert(RequestFact, row, request_id=request_id)

    def _dated(self, table: type[Table], data: Mapping[str, Any]) -> None:
        mentor_id = self._ids[data["mentor"]] if "mentor" in data else None
        zone = self._zone if "at_time" in data else ""
        self._insert(table, data, mentor_id=mentor_id, zone=zone, sample=True)

    def _insert(self, table: type[Table], row: Mapping[str, Any], **more: Any) -> int:
        """A row of the file becomes a row of a table, its days shifted."""
        fields = table._meta.fields
        values = {k: self._value(fields[k], v) for k, v in row.items() if k in fields}
        return table.insert_plain({**values, **more})

    def _value(self, field: object, value: Any) -> Any:
        if isinstance(field, DayField) and value is not None:
            return date.fromisoformat(value) + self._shift
        if isinstance(field, ClockTimeField):
            return time.fromisoformat(value)
        if isinstance(value, str):
            return _DAY_IN_TEXT.sub(self._day_in_text, value)
        return value

    def _day_in_text(self, found: re.Match[str]) -> str:
        day = date.fromisoformat(found[1]) + self._shift
        return f"{day:%b} {day.day}"


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    """The values that are columns, without the lists of rows below."""
    return {k: v for k, v in row.items() if not isinstance(v, list | dict)}
