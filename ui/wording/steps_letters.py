"""The steps around letters: side facts, who takes part, evidence, lines of Today put off."""

from __future__ import annotations

from ui.source_text import QT_TRANSLATE_NOOP

LETTERS: dict[str, tuple[str, str]] = {
    "evidence-added": (
        QT_TRANSLATE_NOOP("Steps", "{name} attached."),
        QT_TRANSLATE_NOOP("Steps", "attaching {name}"),
    ),
    "evidence-removed": (
        QT_TRANSLATE_NOOP("Steps", "{name} removed."),
        QT_TRANSLATE_NOOP("Steps", "removing {name}"),
    ),
    "fact-recorded": (
        QT_TRANSLATE_NOOP("Steps", "Recorded for {name}: {fact}."),
        QT_TRANSLATE_NOOP("Steps", "recording “{fact}” for {name}"),
    ),
    "fact-removed": (
        QT_TRANSLATE_NOOP("Steps", "A record about {name} removed."),
        QT_TRANSLATE_NOOP("Steps", "removing a record about {name}"),
    ),
    "put-off": (
        QT_TRANSLATE_NOOP("Steps", "Put off: {name}."),
        QT_TRANSLATE_NOOP("Steps", "putting off “{name}”"),
    ),
    "trouble-settled": (
        QT_TRANSLATE_NOOP("Steps", "The letter from {name} is put right."),
        QT_TRANSLATE_NOOP("Steps", "putting right the letter from {name}"),
    ),
    "writers-changed": (
        QT_TRANSLATE_NOOP("Steps", "Who takes part in the letter from {name} changed."),
        QT_TRANSLATE_NOOP("Steps", "changing who takes part in the letter from {name}"),
    ),
}
