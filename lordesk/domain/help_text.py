"""The form of a help text: a title, a lead, then sections of one-line points.

The first line is the title, the second the lead. "# " begins a section, "- " a point.
"""

from __future__ import annotations

from lordesk.rows.help import HelpRow, HelpSection

_SECTION, _POINT = "# ", "- "


def parse_help(text: str) -> HelpRow:
    """Raises ValueError that names the line which is neither."""
    title, lead, *rest = [line.strip() for line in text.splitlines() if line.strip()]
    sections: list[tuple[str, list[str]]] = []
    for line in rest:
        if line.startswith(_SECTION):
            sections.append((line.removeprefix(_SECTION), []))
        elif line.startswith(_POINT) and sections:
            sections[-1][1].append(line.removeprefix(_POINT))
        else:
            raise ValueError(f"not a line of a help text: {line!r}")
    return HelpRow(
        title, lead, tuple(HelpSection(name, tuple(points)) for name, points in sections)
    )
