"""The right side of Applications: title, slots, the gap, backup writers and the table."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lordesk.kinds import Severity
from ui.pages.applications_backups import BackupWriters
from ui.pages.applications_content import letter_of
from ui.pages.applications_findings import MoreFindings
from ui.pages.applications_slots import SlotRowWidget
from ui.pages.applications_targets import TargetsSection
from ui.widgets.buttons import Button, IconButton
from ui.widgets.notice import Notice
from ui.widgets.scroll import ScrollPane
from ui.widgets.text import ElidedLabel
from ui.wording import applications as words
from ui.wording.findings import finding_words
from ui.wording.rules import broken

if TYPE_CHECKING:
    from datetime import date

    from lordesk.rows.finding import Finding
    from lordesk.rows.rules import BrokenPack
    from ui.pages.applications_content import Content
    from ui.widgets.look import Look


class CoveragePane(QWidget):
    edit_clicked = Signal()
    more_clicked = Signal(QPoint)
    gap_clicked = Signal(object)
    """The finding whose button was pressed."""
    rules_clicked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._application_id: int | None = None
        self._gap: Finding | None = None
        self._build()
        self._edit.clicked.connect(self.edit_clicked)
        self._more.clicked.connect(self._on_more_clicked)
        self._notice.clicked.connect(self._on_notice_clicked)
        self.more_findings.clicked.connect(self.gap_clicked)
        self.more_findings.shown_changed.connect(self._order_tabs)

    def _build(self) -> None:
        look = self._look
        self._title = ElidedLabel(look, "", "title")
        self._facts = ElidedLabel(look, "", "body", "text-secondary")
        self._edit = IconButton(look, "pencil", self.tr("Edit application"))
        self._more = IconButton(look, "ellipsis", self.tr("More"))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._facts, 1)
        head.addWidget(self._edit)
        head.addWidget(self._more)
        self.slots_row = SlotRowWidget(look)
        self._notice = Notice(look)
        self.backups = BackupWriters(look)
        self.more_findings = MoreFindings(look)
        self.targets = TargetsSection(look)
        self._packs = QVBoxLayout()
        self._packs.setSpacing(8)
        self._broken: list[BrokenPack] = []
        self._packs_shown: list[Notice] = []
        between = QHBoxLayout()
        between.setSpacing(12)
        between.addWidget(self.backups, 1)
        top_right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        between.addWidget(self.more_findings.toggle, 0, top_right)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setSpacing(12)
        self._column.addLayout(head)
        self._column.addSpacing(4)
        self._column.addWidget(self.slots_row)
        self._column.addLayout(self._packs)
        self._column.addWidget(self._notice)
        self._column.addLayout(between)
        self._column.addWidget(self.more_findings)
        self._column.addWidget(self.targets, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollPane(inner))
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        edge = 20 if narrow else 24
        self._column.setContentsMargins(edge, edge, edge, 16)

    def show_content(self, content: Content, today: date) -> None:
        row = content.row
        other = row.id != self._application_id
        self._application_id = row.id
        self._title.setText(words.title(row))
        self._facts.setText(words.facts(row, today))
        self.slots_row.set_faces(content.faces, today)
        self.slots_row.setVisible(bool(content.faces))
        self._show_gap(content)
        self.more_findings.set_content(content, other)
        self.backups.set_letters(content.backups)
        self.targets.set_content(row, content.columns, content.matrix, other)
        self._order_tabs()

    def show_broken(self, packs: list[BrokenPack]) -> None:
        """Files with rules that were left out, each named with what is used instead."""
        if packs == self._broken:
            return
        self._broken = packs
        for notice in self._packs_shown:
            notice.hide()
            notice.deleteLater()
        self._packs_shown = []
        for pack in packs:
            fact, more = broken(pack)
            notice = Notice(self._look, "warning", fact, more, self.tr("Rules and sources"))
            notice.clicked.connect(self.rules_clicked)
            self._packs_shown.append(notice)
            self._packs.addWidget(notice)

    def _order_tabs(self) -> None:
        """Cards and backup writers are made anew, which puts them at the end of the order."""
        steps: list[QWidget] = [self._more, *self.slots_row.cards]
        for notice in (*self._packs_shown, self._notice):
            steps += notice.findChildren(Button)
        steps += [*self.backups.people, self.more_findings.toggle]
        steps += [line.button for line in self.more_findings.lines]
        for before, after in pairwise(steps):
            QWidget.setTabOrder(before, after)

    def _show_gap(self, content: Content) -> None:
        self._gap = content.gap
        self._notice.setVisible(content.gap is not None)
        if content.gap is None:
            return
        letter = letter_of(content, content.gap)
        said = finding_words(content.gap)
        button = words.gap_button(content.gap, letter)
        kind = "danger" if content.gap.severity is Severity.BLOCKS else "warning"
        self._notice.set(kind, said.title, said.detail, button)

    def _on_more_clicked(self) -> None:
        self.more_clicked.emit(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _on_notice_clicked(self) -> None:
        if self._gap is not None:
            self.gap_clicked.emit(self._gap)
