"""The application's look, light and without motion, and put back after each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.theme import Mode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.widgets.look import Look


@pytest.fixture
def look(look: Look) -> Iterator[Look]:
    themes = look.themes
    themes.set_mode(Mode.LIGHT)
    themes.set_reduce_motion(True)
    yield look
    themes.set_mode(Mode.SYSTEM)
    themes.set_text_scale(1.0)
    themes.set_reduce_motion(False)
