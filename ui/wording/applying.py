"""What is said before a target is applied to, and where a letter does not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.source_text import QT_TRANSLATE_NOOP
from ui.wording.findings import finding_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lordesk.rows.finding import Finding

_CONTEXT = "Applying"


def _counted(text: str, count: int) -> str:
    return QCoreApplication.translate(_CONTEXT, text, "", count)


def question(name: str) -> str:
    text = QCoreApplication.translate("Applying", "Did you apply to {name} today?")
    return text.format(name=name)


def locks(letters: int, to_come: int) -> str:
    """ "Applying locks 4 letters. 1 is not in yet."."""
    if not letters:
        return QCoreApplication.translate(
            "Applying", "No letter is assigned yet. You can still add one that is late."
        )
    said = _counted(QT_TRANSLATE_NOOP("Applying", "Applying locks %n letter(s)."), letters)
    if to_come:
        waiting = QT_TRANSLATE_NOOP("Applying", "%n (is|are) not in yet.")
        said = f"{said} {_counted(waiting, to_come)}"
    return said


def warnings(found: Iterable[Finding]) -> str:
    """First what is locked, then each thing to mend before."""
    parts: list[str] = []
    for finding in found:
        if finding.code == "applying-locks":
            letters, to_come = finding.data["letters"], finding.data["to_come"]
            parts.insert(0, locks(int(str(letters)), int(str(to_come))))
        else:
            said = finding_words(finding)
            parts.append(f"{said.title} {said.detail}")
    return " ".join(parts)


def late_letters(names: Sequence[str]) -> str:
    """The offer for a target that is added when letters are in already."""
    text = _counted(
        QT_TRANSLATE_NOOP("Applying", "Assign the %n letter(s) that (is|are) in: {names}"),
        len(names),
    )
    return text.format(names=", ".join(names))


def not_everywhere(count: int, schools: bool, reason: str) -> str:
    """ "2 programs cannot take it. Four is the limit. Remove one first."."""
    text = (
        QT_TRANSLATE_NOOP("Applying", "%n school(s) cannot take it.")
        if schools
        else QT_TRANSLATE_NOOP("Applying", "%n program(s) cannot take it.")
    )
    return f"{_counted(text, count)} {reason}"


def everywhere(name: str, count: int, schools: bool) -> str:
    """ "Assign Dr. Kwan to 10 more programs"."""
    text = (
        QT_TRANSLATE_NOOP("Applying", "Assign {name} to %n more school(s)")
        if schools
        else QT_TRANSLATE_NOOP("Applying", "Assign {name} to %n more program(s)")
    )
    return _counted(text, count).format(name=name)


def nowhere(name: str) -> str:
    """Instead of `everywhere`, where there is no place left."""
    text = QCoreApplication.translate("Applying", "{name} is everywhere that it fits")
    return text.format(name=name)
