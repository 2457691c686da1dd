"""The stage of training, guessed from the year as the applicant wrote it."""

from __future__ import annotations

import re

from lordesk.rows.coaching import TrainingStage

_STAGES = (
    (TrainingStage.FINAL_YEAR, r"m(?:s|s-?|d)? ?-?[45]|oms ?-?[45]|(?:4th|fourth)[ -]year med\w*"),
    (TrainingStage.CLERKSHIPS, r"m(?:s|s-?|d)? ?-?3|oms ?-?3|(?:3rd|third)[ -]year med\w*"),
    (
        TrainingStage.PRECLINICAL,
        r"m(?:s|s-?|d)? ?-?[12]|oms ?-?[12]|(?:1st|first|2nd|second)[ -]year med\w*",
    ),
    (
        TrainingStage.LATE_COLLEGE,
        r"junior|senior|post-?bac\w*|gap year|graduate\w*|(?:3rd|third|4th|fourth)[ -]year",
    ),
    (TrainingStage.EARLY_COLLEGE, r"freshman|sophomore|(?:1st|first|2nd|second)[ -]year"),
)


def training_stage(year: str) -> TrainingStage | None:
    """None where the text says none: then nothing is ruled out."""
    text = year.casefold()
    for stage, pattern in _STAGES:
        if re.search(rf"(?<!\w)(?:{pattern})(?!\w)", text):
            return stage
    return None
