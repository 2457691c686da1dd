"""Marks a text for translation where a table holds it; it is translated where it is shown."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802
    """Named as the translation tools look for it. PySide6 types its own as returning an object."""
    return text
