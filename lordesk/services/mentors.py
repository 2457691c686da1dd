"""Mentors: the people who can write, and how well each fits."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from lordesk.domain import fit as fit_rules
from lordesk.domain import names, status
from lordesk.errors import HasSentRequestsError, InvalidInputError
from lordesk.kinds import FitQuestion, MentorRole
from lordesk.models import letter_queries, mentor_links, people
from lordesk.models.people import Mentor
from lordesk.rows.people import MentorListRow, Removal
from lordesk.services.relevance import Suggestions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lordesk.clock import Clock
    from lordesk.models.store import Store
    from lordesk.rows.letters import LetterRow
    from lordesk.rows.people import FitAnswer, FitRow, LinkChoice, MentorLink, MentorRow
    from lordesk.settings import SettingsFile

ONE_LINE = frozenset(
    {
        "name", "title", "given", "family", "salutation", "pronouns", "initials", "how_known",
        "specialty", "institution", "department", "email", "alternate_email", "assistant_email",
        "phone", "zone", "holiday_region", "settings_shared",
    }
)  # fmt: skip
MANY_LINES = frozenset({"notes", "postal_address"})

_PLAN_FIELDS = ("leave_from", "leave_to", "leaving_on", "follow_up_cap", "follow_up_not_before")
"""What the follow-ups hang on."""

_ROLES = {role.value: role for role in MentorRole}
_POINTS = {
    question: [fit_rules.points(question, level) for level in range(fit_rules.TOP_LEVEL + 1)]
    for question in FitQuestion
}


class MentorService:
    """`replan` lays the follow-ups to a mentor anew; what it writes joins the step under way."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        settings: SettingsFile,
        replan: Callable[[int], None] | None = None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._settings = settings
        self._replan = replan or _no_plan

    # --- reading --------------------------------------------------------------------------------

    def get(self, mentor_id: int) -> MentorRow:
        """Raises MissingRowError."""
        return people.mentor_row(mentor_id)

    def rows(
        self, application_id: int | None = None, archived: bool = False
    ) -> list[MentorListRow]:
        """All mentors with their fit for an application, best fit first."""
        contacts = people.last_contacts()
        fit = _fits(application_id)
        letters = self._first_letters()
        today, quiet_days = self._clock.today(), self._settings.values.quiet_days
        found = []
        for head in people.mentor_heads(archived):
            mentor_id, name, title, salutation, initials, role, known, specialty = head[:8]
            tags, email, gone, touch_days, photo = head[8:]
            full_name = f"{title} {name}".strip()
            letter, contact = letters.get(mentor_id), contacts.get(mentor_id)
            silent = contact is not None and (today - contact).days > (touch_days or quiet_days)
            found.append(
                MentorListRow(
                    id=mentor_id,
                    full_name=full_name,
                    short_name=salutation or full_name,
                    initials=initials,
                    role=_ROLES[role],
                    how_known=known,
                    specialty=specialty,
                    tags=tuple(json.loads(tags)) if tags != "[]" else (),
                    email=email,
                    stage=letter.stage if letter else None,
                    attention=letter.attention if letter else None,
                    last_contact_on=contact,
                    quiet=letter is None and silent,
                    fit=fit(mentor_id, _ROLES[role], specialty, name),
                    archived=bool(gone),
                    unread_reply=letter is not None and letter.unread_reply,
                    photo=photo,
                )
            )
        found.sort(key=_best_fit_first)
        return found

    def _first_letters(self) -> dict[int, LetterRow]:
        """The letter of each mentor that needs the user most."""
        today = self._clock.today()
        chosen: dict[int, LetterRow] = {}
        for marked in letter_queries.marked_rows(today, status.attention):
            other = chosen.get(marked.mentor_id)
            if other is not None and (marked.unread_reply or other.unread_reply):
                marked, other = (
                    replace(marked, unread_reply=True),
                    replace(other, unread_reply=True),
                )
                chosen[marked.mentor_id] = other
            if other is None or _weight(marked) < _weight(other):
                chosen[marked.mentor_id] = marked
        return chosen

    def fit(self, mentor_id: int, application_id: int | None) -> FitRow:
        """With what the goals suggest about relevance, as long as the user has not said it."""
        answers = self.fit_answers(mentor_id, application_id)
        if any(answer.question is FitQuestion.RELEVANCE for answer in answers):
            return fit_rules.fit(answers)
        suggested = Suggestions(application_id).answer(self.get(mentor_id))
        return fit_rules.fit([*answers, suggested] if suggested else answers)

    def fit_answers(self, mentor_id: int, application_id: int | None) -> list[FitAnswer]:
        return people.fit_answers(application_id, mentor_id).get(mentor_id, [])

    def with_address(self, address: str) -> int | None:
        """The mentor who already has this address, whatever its case."""
        wanted = address.strip()
        found = people.mentors_at(wanted) if wanted else []
        return found[0] if found else None

    def links(self, mentor_id: int) -> tuple[MentorLink, ...]:
        return mentor_links.links(mentor_id)

    def link_choices(self) -> list[LinkChoice]:
        return mentor_links.link_choices()

    # --- writing --------------------------------------------------------------------------------

    def add(
        self,
        name: str,
        sample: bool = False,
        answers: Iterable[FitAnswer] = (),
        application_id: int | None = None,
        **values: Any,
    ) -> int:
        """Add a mentor; what the name tells (title, salutation, initials) is filled in.

        `answers` to the fit questions come in the same step, relevance for the application.

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
            self.set_answers(int(created.id), answers, application_id)
        return int(created.id)

    def update(
        self, mentor_id: int, links: Iterable[MentorLink] | None = None, **values: Any
    ) -> None:
        """Change some fields, and the links to programs where they are given.

        Raises InvalidInputError, MissingRowError.
        """
        cleaned = _cleaned(values)
        if "name" in cleaned and not cleaned["name"]:
            raise InvalidInputError(field_name="name", problem="name-missing")
        before = self.get(mentor_id)
        with self._store.step("mentor-changed", name=before.full_name):
            Mentor.change(mentor_id, **cleaned)
            if links is not None:
                mentor_links.set_links(mentor_id, links)
            after = self.get(mentor_id)
            # A follow-up that the user moved stays where nothing about the plan has changed.
            if any(getattr(before, name) != getattr(after, name) for name in _PLAN_FIELDS):
                self._replan(mentor_id)

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
            people.set_answer(
                mentor_id, application_id, question, level, names.clean_text(evidence)
            )

    def set_answers(
        self,
        mentor_id: int,
        answers: Iterable[FitAnswer],
        application_id: int | None,
        taken_back: Iterable[FitQuestion] = (),
    ) -> None:
        """Answer several questions in one step. Relevance is kept for the application, since it
        differs by goal; the other answers hold for all.
        """
        wanted: list[tuple[FitQuestion, int | None, str]] = [
            (answer.question, answer.level, answer.evidence) for answer in answers
        ]
        wanted += [(question, None, "") for question in taken_back]
        if not wanted:
            return
        with self._store.step("fit-changed", name=self.get(mentor_id).full_name):
            for question, level, evidence in wanted:
                goal = application_id if question is FitQuestion.RELEVANCE else None
                self.set_fit(mentor_id, question, level, evidence, goal)
                if level is None and goal is not None:
                    self.set_fit(mentor_id, question, None)

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

    def remove(self, mentor_ids: Iterable[int]) -> Removal:
        """Move several to the trash in one step; who has been asked for a letter is archived."""
        found = [self.get(mentor_id) for mentor_id in mentor_ids]
        if not found:
            return Removal(0, 0, ())
        asked = [mentor for mentor in found if people.has_sent_requests(mentor.id)]
        done = Removal(len(found) - len(asked), len(asked), tuple(m.short_name for m in asked))
        data = {"deleted": str(done.deleted), "archived": str(done.archived)}
        names_asked = ", ".join(done.asked)
        now = self._clock.now()
        name = found[0].full_name
        with self._store.step("mentors-removed", name=name, asked=names_asked, **data):
            for mentor in found:
                mark = {"archived_at": now} if mentor in asked else {"deleted_at": now}
                if not (mentor in asked and mentor.archived):
                    Mentor.change(mentor.id, **mark)
        return done

    def tag(self, mentor_ids: Iterable[int], tag: str, on: bool = True) -> None:
        """Give several a tag, or take it off, in one step. Raises InvalidInputError."""
        cleaned = names.clean_text(tag)
        if not cleaned:
            raise InvalidInputError(field_name="tag", problem="text-missing")
        found = [self.get(mentor_id) for mentor_id in mentor_ids]
        if not found:
            return
        code = "mentors-tagged" if on else "mentors-untagged"
        data = {"name": found[0].full_name, "count": str(len(found)), "tag": cleaned}
        with self._store.step(code, **data):
            for mentor in found:
                tags = {*mentor.tags, cleaned} if on else {*mentor.tags} - {cleaned}
                if tags != set(mentor.tags):
                    Mentor.change(mentor.id, tags=sorted(tags))

    def _mark(self, code: str, mentor_ids: Iterable[int], **values: Any) -> None:
        ids = tuple(mentor_ids)
        if not ids:
            return
        name = self.get(ids[0]).full_name
        with self._store.step(code, name=name, count=str(len(ids))):
            for mentor_id in ids:
                Mentor.change(mentor_id, **values)


def _fits(application_id: int | None) -> Callable[[int, MentorRole, str, str], int | None]:
    """How many points a mentor has; None for one of whom no question is answered."""
    totals, suggestions = people.fit_totals(application_id, _POINTS), Suggestions(application_id)
    relevance = _POINTS[FitQuestion.RELEVANCE]

    def fit(mentor_id: int, role: MentorRole, specialty: str, name: str) -> int | None:
        total = totals.get(mentor_id)
        if total is None or total.relevance:
            return total.points if total else None
        hint = suggestions.hint(mentor_id, role, specialty, name)
        return total.points + (relevance[hint.level] if hint else 0)

    return fit


def _no_plan(mentor_id: int) -> None:
    """Where nothing is planned there is nothing to lay anew."""


def _best_fit_first(row: MentorListRow) -> tuple[int, str]:
    return (-1 if row.fit is None else -row.fit - 2, row.full_name)


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
