"""Numbers that the rules lean on, each with where it comes from.

"Guide" is the applicant's advice that LoRDesk puts to work; a grade is as in the rule packs, and
"derived" says that no source gives the number itself.
"""

from __future__ import annotations

from typing import NamedTuple


class Threshold(NamedTuple):
    value: int
    source: str
    grade: str


WRITING_DAYS = Threshold(
    49,
    "https://ismms-md-program.gitbook.io/career-and-professional-development/"
    "prepare-for-residency-residency-application-resources/the-residency-application/"
    "letters-of-recommendation",
    "B",
)
"""From the ask to the upload where the writer has no history: the middle of six to eight weeks."""

BACKUP_DAYS = Threshold(
    28,
    "https://www.aafp.org/students-residents/medical-students/become-a-resident/"
    "applying-to-residency/references.html",
    "A",
)
"""What a backup writer needs: at least a month is asked for, four weeks here."""

REPLACE_DAYS = Threshold(
    14,
    "https://residencyadvisor.com/resources/common-residency-mistakes/"
    "if-a-lor-writer-is-late-or-ghosting-you-backup-plans-and-scripts",
    "C",
)
"""So close to the date a nudge alone no longer does."""

LONG_PAST_DUE_DAYS = Threshold(14, "the soft date is told 14 days before the hard one", "derived")
"""After the soft date a promise is no longer counted on."""

KNOWN_MONTHS = Threshold(6, "guide, section 5: six to twelve months or more", "derived")
ROTATION_MONTHS = Threshold(1, "guide, section 1: the sub-internship attending", "derived")
"""A rotation is over in four weeks, and the ask is best right after it."""

INTERACTIONS = Threshold(4, "guide, section 5: consistent, now and then", "derived")
STORIES = Threshold(2, "guide, sections 3 and 5: specific stories", "derived")
FEEDBACK = Threshold(1, "guide, section 5: ask for feedback", "derived")
ACTED_ON = Threshold(1, "guide, section 5: and act on it", "derived")

SPARE_MENTORS = Threshold(
    2, "https://familymedicine.uw.edu/education/advising/apply/impressing-letters-of-recommendation/",
    "B",
)  # fmt: skip
"""Four or five are asked to be sure of three."""
