"""Every code that a rule can return, so that each is known to have a sentence on screen."""

from __future__ import annotations

PREFLIGHT = frozenset(
    {
        "asks-strong",
        "attached-without-file",
        "body-missing",
        "cc-malformed",
        "cc-repeats-to",
        "cv-attached",
        "cv-not-attached",
        "deadline-differs",
        "deadline-not-stated",
        "deadline-past",
        "deadline-stated",
        "easy-to-say-no",
        "enough-notice",
        "field-empty",
        "field-unresolved",
        "file-changed",
        "file-missing",
        "file-unreadable",
        "files-too-large",
        "greeting-right",
        "hard-date-told",
        "hard-to-say-no",
        "line-break-in-header",
        "looks-like-letter",
        "no-greeting",
        "no-strong-ask",
        "no-submission-method",
        "other-greeting",
        "other-mentor-left-over",
        "other-persons-file",
        "other-school-left-over",
        "recipient-is-other",
        "recipient-is-you",
        "recipient-malformed",
        "recipient-missing",
        "salutation-differs",
        "short-notice",
        "statement-attached",
        "statement-not-attached",
        "subject-missing",
        "submit-clear",
        "text-long",
        "under-four-weeks",
        "value-missing",
        "waiver-kept",
        "waiver-undecided",
        "waiver-waived",
        "weekday-mismatch",
    }
)

TIMING = frozenset(
    {
        "ask-after-due",
        "date-in-past",
        "date-on-holiday",
        "date-on-weekend",
        "mentor-leaving",
        "mentor-on-leave",
        "short-notice",
        "soft-after-hard",
        "under-four-weeks",
    }
)

COVERAGE = frozenset(
    {
        "author-twice",
        "backup-needed",
        "channel-refused",
        "contributor-twice",
        "date-out-of-season",
        "in-not-assigned",
        "letter-earlier-season",
        "letter-fills-two",
        "letter-stale",
        "mentor-missing",
        "more-than-cap",
        "need-over",
        "need-short",
        "phantom-letter",
        "phantom-promise",
        "reference-repeated",
        "required-not-confirmed",
        "slot-empty",
        "target-contradiction",
        "target-over-cap",
        "target-short",
        "waiver-missing",
        "waiver-not-waived",
        "writer-barred",
        "writer-twice",
    }
)

ASSIGNMENT = frozenset(
    {
        "applying-locks",
        "applying-short",
        "applying-with-phantom",
        "applying-without",
        "application-full",
        "author-here",
        "channel-closed",
        "enough-of-need",
        "letter-gone",
        "locked-here",
        "target-full",
    }
)
