"""The applicant's own data ("You")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lordesk.domain import names
from lordesk.models import people
from lordesk.models.people import Profile

if TYPE_CHECKING:
    from lordesk.jobs import JobContext
    from lordesk.models.store import Store
    from lordesk.rows.people import ProfileRow

_PLACES = (
    "Africa/", "America/", "Antarctica/", "Arctic/", "Asia/", "Atlantic/", "Australia/", "Europe/",
    "Indian/", "Pacific/",
)  # fmt: skip
"""Zones that are named by a place; the others are old names and bare offsets."""


class ProfileService:
    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self) -> ProfileRow:
        return people.profile_row()

    def update(self, **values: Any) -> None:
        """Change some fields; `service_ids` is a mapping of service to the applicant's number."""
        cleaned = {
            key: names.clean_text(value, one_line=False)
            if key == "signature"
            else value
            if key == "service_ids"
            else names.clean_text(value)
            for key, value in values.items()
        }
        with self._store.step("profile-changed"):
            Profile.change(1, **cleaned)

    def zones(self, job: JobContext) -> list[str]:
        """Job, since it walks through the files of the zones: every place by its IANA name."""
        from zoneinfo import available_timezones

        job.check()
        return sorted(name for name in available_timezones() if name.startswith(_PLACES))
