"""Laws are tested without a time limit an example: the first one also loads modules."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("rules", deadline=None, database=None, print_blob=True)
settings.load_profile("rules")
