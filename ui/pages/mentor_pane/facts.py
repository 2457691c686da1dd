"""What the pane knows of its mentor, read in one go."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from lordesk.domain.fit import required_by
from lordesk.domain.next_step import NextStep, next_step
from lordesk.domain.status import leads
from lordesk.rows.late import dataclass

if TYPE_CHECKING:
    from datetime import date

    from lordesk.clock import Clock
    from lordesk.rows.coaching import CoachStep, Readiness
    from lordesk.rows.letters import ApplicationRow, LetterRow
    from lordesk.rows.people import FitRow, InteractionRow, MentorRow, MomentRow
    from lordesk.services.applications import ApplicationService
    from lordesk.services.around_letters import AroundLetters
    from lordesk.services.coach import CoachService
    from lordesk.services.interactions import InteractionService
    from lordesk.services.letters import LetterService
    from lordesk.services.mentor_merge import MentorMergeService
    from lordesk.services.mentors import MentorService
    from lordesk.services.photos import PhotoService
    from lordesk.services.reminders import ReminderService
    from lordesk.services.requests import RequestService


@dataclass(frozen=True)
class MentorServices:
    """The verbs that the page and the pane use."""

    mentors: MentorService
    interactions: InteractionService
    letters: LetterService
    requests: RequestService
    reminders: ReminderService
    applications: ApplicationService
    coach: CoachService
    merge: MentorMergeService
    photos: PhotoService
    around: AroundLetters


@dataclass(frozen=True)
class MentorFacts:
    """`application` is the goal that fit is shown for, `required_by` how many of its targets ask
    by name for a letter of this mentor. `readiness` is None once the mentor has been asked.
    """

    mentor: MentorRow
    applications: tuple[ApplicationRow, ...]
    application: ApplicationRow | None
    required_by: int
    letters: tuple[LetterRow, ...]
    interactions: tuple[InteractionRow, ...]
    moments: tuple[MomentRow, ...]
    fit: FitRow
    next_step: NextStep | None
    readiness: Readiness | None
    suggestions: tuple[CoachStep, ...]
    today: date


def read(
    services: MentorServices,
    mentor_id: int,
    application_id: int | None,
    clock: Clock,
    quiet_days: int,
) -> MentorFacts:
    """Raises MissingRowError."""
    today = clock.today()
    mentor = services.mentors.get(mentor_id)
    letters = services.letters.rows(mentor_id=mentor_id)
    interactions = services.interactions.rows(mentor_id)
    fit = services.mentors.fit(mentor_id, application_id)
    silence = timedelta(days=mentor.stay_in_touch_days or quiet_days)
    quiet = bool(interactions) and today - interactions[0].on > silence
    step = next_step(
        leads(letters),
        services.reminders.of_mentor(mentor_id),
        quiet=quiet,
        fit_answered=fit.answered,
    )
    applications = tuple(services.applications.rows())
    # None also where it was deleted while the pane stood open.
    moments = services.interactions.moments(mentor_id)
    advice = services.coach.advice(mentor, letters, interactions, moments, applications)
    application = next((row for row in applications if row.id == application_id), None)
    return MentorFacts(
        mentor=mentor,
        applications=applications,
        application=application,
        required_by=_required_by(services, mentor_id, application),
        letters=tuple(letters),
        interactions=tuple(interactions),
        moments=tuple(moments),
        fit=fit,
        next_step=step,
        readiness=advice.readiness,
        suggestions=advice.suggestions,
        today=today,
    )


def _required_by(
    services: MentorServices, mentor_id: int, application: ApplicationRow | None
) -> int:
    if application is None:
        return 0
    targets = services.applications.targets(application.id)
    return required_by(mentor_id, application.slots, targets)
