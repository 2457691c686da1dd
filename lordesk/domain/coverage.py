"""Every gap of an application, the most important first: the page shows that one.

Each finding has in its data what its sentence needs, one suggested `GapAction` and the ids that
the action is about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lordesk.domain import coverage_letters, coverage_mentors, coverage_slots, coverage_targets
from lordesk.domain.coverage_view import view_of
from lordesk.kinds import Severity

if TYPE_CHECKING:
    from lordesk.rows.coverage import CoverageFacts
    from lordesk.rows.finding import Finding

ORDER = (
    "channel-refused",
    "target-contradiction",
    "slot-empty",
    "required-not-confirmed",
    "backup-needed",
    "target-short",
    "phantom-letter",
    "phantom-promise",
    "in-not-assigned",
    "need-short",
    "writer-barred",
    "author-twice",
    "contributor-twice",
    "letter-fills-two",
    "writer-twice",
    "target-over-cap",
    "need-over",
    "mentor-missing",
    "letter-stale",
    "letter-earlier-season",
    "reference-repeated",
    "date-out-of-season",
    "more-than-cap",
    "waiver-missing",
    "waiver-not-waived",
)
"""Within a severity: first what leaves a target without a letter, last what is only unrecorded."""


def findings(facts: CoverageFacts) -> tuple[Finding, ...]:
    view = view_of(facts)
    found = [
        *coverage_slots.findings(view),
        *coverage_targets.findings(view),
        *coverage_letters.findings(view),
        *coverage_mentors.findings(view),
    ]
    severities, codes = list(Severity), {code: at for at, code in enumerate(ORDER)}
    return tuple(sorted(found, key=lambda f: (severities.index(f.severity), codes[f.code])))
