"""The schema steps, append-only. A released step is never changed: write the next one.

Position in `STEPS` is `PRAGMA user_version`. A step is plain SQL that knows no table class, no
setting and no path, so that it does the same on every file for ever.
"""

from __future__ import annotations

from lordesk.models.steps.step_001 import SQL as STEP_001
from lordesk.models.steps.step_002 import SQL as STEP_002

STEPS: tuple[str, ...] = (STEP_001, STEP_002)
