"""Whether the mentors are the right ones: for the goals of an application, or before there is one.

Each kind that is missing has a button that begins with such a mentor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lordesk.kinds import MentorRole
from ui.widgets.buttons import LinkButton
from ui.widgets.card import Card
from ui.widgets.text import IconLabel, Label
from ui.wording import coaching as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lordesk.rows.coaching import MentorMix
    from lordesk.rows.letters import ApplicationRow
    from lordesk.rows.reason import Reason
    from ui.widgets.look import Look

_MOST = 4


class MissingLine(QWidget):
    """Who is missing, and the way to add such a mentor."""

    add_requested = Signal(object)
    """The `MentorRole` to begin with."""

    def __init__(self, look: Look, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = MentorRole.OTHER
        self._words = Label(look, "", "small", "text-secondary", wrap=True)
        self._add = LinkButton(look, "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        if icon:
            row.addWidget(IconLabel(look, icon, 14, "text-secondary"))
        row.addWidget(self._words, 1)
        row.addWidget(self._add, 0, Qt.AlignmentFlag.AlignVCenter)
        self._add.clicked.connect(self._on_add_clicked)
        self.hide()

    def show_text(self, text: str, why: str = "", role: object = None) -> None:
        """Without a role there is nobody to add; without words the line goes."""
        self._words.setText(text)
        self._words.setToolTip(why)
        self._add.setVisible(isinstance(role, MentorRole))
        if isinstance(role, MentorRole):
            self._role = role
            self._add.setText(words.add(role))
            self._add.setAccessibleDescription(f"{text} {why}".strip())
        self.setVisible(bool(text))

    def _on_add_clicked(self) -> None:
        self.add_requested.emit(self._role)


class MissingMentors(QWidget):
    """What the goals of an application call for and nobody is; gone when nothing is missing."""

    add_requested = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = [MissingLine(look, "target") for _ in range(_MOST)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in self._lines:
            line.add_requested.connect(self.add_requested)
            column.addWidget(line)
        self.hide()

    def show_missing(self, application: ApplicationRow | None, reasons: Sequence[Reason]) -> None:
        shown = reasons if application is not None else ()
        name = application.name if application is not None else ""
        for place, line in enumerate(self._lines):
            if place < len(shown):
                reason = shown[place]
                text = self.tr("{application}: {missing}")
                said = text.format(application=name, missing=words.missing(reason))
                line.show_text(said, words.who_helps(reason), reason.data["role"])
            else:
                line.show_text("")
        self.setVisible(bool(shown))


class MixCard(Card):
    """How many there are of each kind, and who is missing first, while there is no application."""

    add_requested = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "sunken", None, parent=parent)
        self._title = Label(look, "", "bodyStrong", wrap=True)
        self._kinds = Label(look, "", "small", "text-secondary", tnum=True, wrap=True)
        self._lines = [MissingLine(look) for _ in range(_MOST)]
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._kinds)
        for line in self._lines:
            line.add_requested.connect(self.add_requested)
            column.addWidget(line)
        self.body.addWidget(inner)

    def show_mix(self, mix: MentorMix) -> None:
        self._title.setText(words.mix_title(mix))
        kinds = [words.group(group, count) for group, count in mix.by_group.items() if count]
        self._kinds.setText(" · ".join(kinds))
        self._kinds.setVisible(bool(kinds))
        told = [
            (text, reason.data.get("role"))
            for reason in mix.reasons
            if (text := words.mix_reason(reason))
        ]
        for place, line in enumerate(self._lines):
            if place < len(told):
                text, role = told[place]
                line.show_text(text, role=role)
            else:
                line.show_text("")
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(" ".join(text for text, _ in told))
