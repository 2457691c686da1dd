"""The form of the help texts."""

from __future__ import annotations

import pytest

from lordesk.domain.help_text import parse_help
from lordesk.rows.help import HelpRow, HelpSection


def test_a_text_becomes_title_lead_and_sections() -> None:
    text = "Today\nOne list.\n\n# What stands here\n- Overdue: late.\n- Later.\n# More\n- Last.\n"
    assert parse_help(text) == HelpRow(
        "Today",
        "One list.",
        (
            HelpSection("What stands here", ("Overdue: late.", "Later.")),
            HelpSection("More", ("Last.",)),
        ),
    )


@pytest.mark.parametrize("line", ["a loose line", "- a point before any section"])
def test_a_line_that_is_neither_section_nor_point_is_named(line: str) -> None:
    with pytest.raises(ValueError, match=line):
        parse_help(f"Title\nLead\n{line}\n")
