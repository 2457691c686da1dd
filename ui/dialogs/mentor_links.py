"""Which programs a mentor knows, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lordesk.rows.people import MentorLink
from ui.widgets.buttons import IconButton, LinkButton
from ui.widgets.pickers import ComboBox
from ui.widgets.text import Label
from ui.wording.mentors import LINKS, link_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lordesk.rows.people import LinkChoice
    from ui.widgets.look import Look


class _LinkLine(QWidget):
    """A program and how the mentor knows it. Names of combos are those of their rows."""

    def __init__(
        self, look: Look, choices: Sequence[LinkChoice], chosen: MentorLink, place: int
    ) -> None:
        super().__init__()
        self._program, self._how = ComboBox(look), ComboBox(look)
        names = (self.tr("Program {number}"), self.tr("How they know program {number}"))
        for combo, name in zip((self._program, self._how), names, strict=True):
            combo.setAccessibleName(name.format(number=place))
            combo.setMinimumContentsLength(8)
        for choice in choices:
            text = f"{choice.name} · {choice.application_name}"
            self._program.addItem(text, choice.target_id)
        for link in LINKS:
            self._how.addItem(link_word(link), link)
        self._program.setCurrentIndex(max(0, self._program.findData(chosen.target_id)))
        self._how.setCurrentIndex(max(0, self._how.findData(chosen.link)))
        name = self.tr("Take off program {number}").format(number=place)
        self.remove = IconButton(look, "x", name, "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._program, 3)
        row.addWidget(self._how, 2)
        row.addWidget(self.remove)

    def value(self) -> MentorLink:
        return MentorLink(self._program.currentData(), self._how.currentData())

    def take_focus(self) -> None:
        self._program.setFocus()


class LinksEditor(QWidget):
    """A link to a program of an application that is archived stays as it is, out of sight."""

    def __init__(
        self,
        look: Look,
        choices: Sequence[LinkChoice],
        links: Iterable[MentorLink],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._choices = choices
        self._lines: list[_LinkLine] = []
        known = {choice.target_id for choice in choices}
        self._unseen = [link for link in links if link.target_id not in known]
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self._add = LinkButton(look, self.tr("Add a program"))
        self._add.setVisible(bool(choices))
        text = self.tr("Programs of your applications can be chosen here.")
        self._none = Label(look, text, "small", "text-secondary", wrap=True)
        self._none.setVisible(not choices)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(self._column)
        whole.addWidget(self._none)
        whole.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        for link in links:
            if link.target_id in known:
                self._add_line(link)
        self._add.clicked.connect(self._on_add_clicked)

    def links(self) -> list[MentorLink]:
        return [*self._unseen, *(line.value() for line in self._lines)]

    def _add_line(self, link: MentorLink) -> _LinkLine:
        line = _LinkLine(self._look, self._choices, link, len(self._lines) + 1)
        line.remove.clicked.connect(self._on_remove_clicked)
        self._lines.append(line)
        self._column.addWidget(line)
        return line

    def _on_add_clicked(self) -> None:
        self._add_line(MentorLink(self._choices[0].target_id, LINKS[0])).take_focus()

    def _on_remove_clicked(self) -> None:
        line = next(line for line in self._lines if line.remove is self.sender())
        self._lines.remove(line)
        line.hide()
        line.deleteLater()
        self._add.setFocus()
