"""Mentors: the people who can write, and how well each fits."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from lordesk.domain import fit as fit_rules
from lordesk.domain import names, status
from lordesk.errors import HasSentRequestsError, InvalidInputError
from lordesk.kinds import MentorRole
from lordesk.models import letter_queries, people
from lordesk.models.people import FitAnswerRecord, Mentor
from lordesk.rows.people import FitAnswer, FitRow, MentorListRow, MentorRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lordesk.clock import Clock
    from lordesk.kinds import FitQuestion
    from lordesk.models.store import Store
    from lordesk.rows.letters import LetterRow
    from lordesk.settings import SettingsFile

ONE_LINE = frozenset(
    {
        "name", "title", "given", "family", "salutation", "pronouns", "initials", "how_known",
        "specialty", "institution", "department", "email", "alternate_email", "assistant_email",
        "phone", "zone", "holiday_region", "settings_shared",
    }
)  # fmt: skip
MANY_LINES = frozenset({"notes", "postal_address"})


class MentorService:
    def __init__(self, store: Store, clock: Clock, settings: SettingsFile) -> None:
        self._store = store
        self._clock = clock
        self._settings = settings

    # --- reading --------------------------------------------------------------------------------

    def get(self, mentor_id: int) -> MentorRow:
        """Raises MissingRowError."""
        return people.mentor_row(mentor_id)

    def rows(
        self, application_id: int | None = None, archived: bool = False
    ) -> list[MentorListRow]:
        """All mentors with their fit for an application, best fit first."""
        contacts = people.last_contacts()
        answers = people.fit_answers(application_id)
        letters = self._first_letters()
        quiet_before = self._clock.today() - timedelta(days=self._settings.values.quiet_days)
        found = []
        for head in people.mentor_heads(archived):
            (
                mentor_id,
                name,
                title,
                salutation,
                initials,
                role,
                known,
                specialty,
                tags,
                email,
                gone,
            ) = head
            full_name = f"{title} {name}".strip()
            letter = letters.get(mentor_id)
            contact = contacts.get(mentor_id)
            given = answers.get(mentor_id)
            found.append(
                MentorListRow(
                    id=mentor_id,
                    full_name=full_name,
                    short_name=salutation or full_name,
                    initials=initials,
                    role=MentorRole(role),
                    how_known=known,
                    specialty=specialty,
                    tags=tuple(json.loads(tags)) if tags != "[]" else (),
                    email=email,
                    stage=letter.stage if letter else None,
                    attention=letter.attention if letter else None,
                    last_contact_on=contact,
                    quiet=letter is None and contact is not None and contact < quiet_before,
                    fit=fit_rules.fit(given).total if given else None,
                    archived=bool(gone),
                )
            )
        found.sort(key=lambda row: (-(row.fit if row.fit is not None else -1), row.full_name))
        return found

    def _first_letters(self) -> dict[int, LetterRow]:
        """The letter of each mentor that needs the user most."""
        today = self._clock.today()
        chosen: dict[int, LetterRow] = {}
        for letter in letter_queries.letter_rows():
            marked = status.with_attention(letter, today)
            other = chosen.get(marked.mentor_id)
            if other is None or _weight(marked) < _weight(other):
                chosen[marked.mentor_id] = marked
        return chosen

    def fit(self, mentor_id: int, application_id: int | None) -> FitRow:
        return fit_rules.fit(self.fit_answers(mentor_id, application_id))

    def fit_answers(self, mentor_id: int, application_id: int | None) -> list[FitAnswer]:
        return people.fit_answers(application_id, mentor_id).get(mentor_id, [])

    def with_address(self, address: str) -> int | None:
        """The mentor who already has this address, whatever its case."""
        wanted = address.strip().casefold()
        if not wanted:
            return None
        found = Mentor.select(Mentor.id, Mentor.email, Mentor.alternate_email).where(
            Mentor.deleted_at.is_null()
        )
        for mentor in found:
            if wanted in (mentor.email.casefold(), mentor.alternate_email.casefold()):
                return int(mentor.id)
        return None

    # --- writing --------------------------------------------------------------------------------

    def add(self, name: str, sample: bool = False, **values: Any) -> int:
        """Add a mentor; what the name tells (title, salutation, initials) is filled in.

        Raises InvalidInputError where there is no name.
        """
        cleaned = _cleaned({"name": name, **values})
        guess = names.guess_name(str(cleaned.pop("name")))
        if not guess.name:
            raise InvalidInputError(field_name="name", problem="name-missing")
        for key in ("title", "given", "family", "salutation", "initials"):
            cleaned[key] = cleaned.get(key) or getattr(guess, key)
        cleaned["name"] = guess.name
        full_name = f"{cleaned['title']} {guess.name}".strip()
        with self._store.step("mentor-added", name=full_name):
            created = Mentor.create(created_at=self._clock.now(), sample=sample, **cleaned)
        return int(created.id)

    def update(self, mentor_id: int, **values: Any) -> None:
        """Change some fields. Raises InvalidInputError, MissingRowError."""
        cleaned = _cleaned(values)
        if "name" in cleaned and not cleaned["name"]:
            raise InvalidInputError(field_name="name", problem="name-missing")
        with self._store.step("mentor-changed", name=self.get(mentor_id).full_name):
            Mentor.change(mentor_id, **cleaned)

    def set_fit(
        self,
        mentor_id: int,
        question: FitQuestion,
        level: int | None,
        evidence: str = "",
        application_id: int | None = None,
    ) -> None:
        """Answer a fit question, or take the answer back with None."""
        with self._store.step("fit-changed", name=self.get(mentor_id).full_name):
            same = FitAnswerRecord.application_id == application_id
            if application_id is None:
                same = FitAnswerRecord.application_id.is_null()
            found = FitAnswerRecord.get_or_none(
                FitAnswerRecord.mentor_id == mentor_id, FitAnswerRecord.question == question, same
            )
            text = names.clean_text(evidence)
            if level is None:
                if found is not None:
                    FitAnswerRecord.delete().where(FitAnswerRecord.id == found.id).execute()
            elif found is None:
                FitAnswerRecord.create(
                    mentor_id=mentor_id,
                    application_id=application_id,
                    question=question,
                    level=level,
                    evidence=text,
                )
            else:
                FitAnswerRecord.change(found.id, level=level, evidence=text)

    def archive(self, mentor_ids: Iterable[int]) -> None:
        self._mark("mentors-archived", mentor_ids, archived_at=self._clock.now())

    def unarchive(self, mentor_ids: Iterable[int]) -> None:
        self._mark("mentors-unarchived", mentor_ids, archived_at=None)

    def delete(self, mentor_id: int) -> None:
        """Move to the trash. Raises HasSentRequestsError: then archive is the way."""
        mentor = self.get(mentor_id)
        if people.has_sent_requests(mentor_id):
            raise HasSentRequestsError(name=mentor.full_name)
        self._mark("mentors-deleted", (mentor_id,), deleted_at=self._clock.now())

    def _mark(self, code: str, mentor_ids: Iterable[int], **values: Any) -> None:
        ids = tuple(mentor_ids)
        if not ids:
            return
        name = self.get(ids[0]).full_name
        with self._store.step(code, name=name, count=str(len(ids))):
            for mentor_id in ids:
                Mentor.change(mentor_id, **values)


def _weight(letter: LetterRow) -> int:
    return 99 if letter.attention is None else int(letter.attention)


def _cleaned(values: dict[str, Any]) -> dict[str, Any]:
    cleaned = dict(values)
    for key, value in values.items():
        if key in ONE_LINE:
            cleaned[key] = names.clean_text(str(value))
        elif key in MANY_LINES:
            cleaned[key] = names.clean_text(str(value), one_line=False)
        elif key == "tags":
            cleaned[key] = sorted({names.clean_text(tag) for tag in value} - {""})
    return cleaned
