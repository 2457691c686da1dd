"""What arrived at the practice server: the proof, in the demo, that mail really left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lordesk.kinds import Page as PageKind
from ui.delegates.plain_row import PlainTable
from ui.itemmodels.practice_columns import practice_columns
from ui.itemmodels.row_table_model import RowTableModel
from ui.pages.page import Page
from ui.widgets.card import Card
from ui.widgets.empty import EmptyState
from ui.widgets.scroll import Splitter
from ui.widgets.text import Label
from ui.wording import dates

if TYPE_CHECKING:
    from lordesk.mail.practice import PracticeService
    from lordesk.rows.mail import PracticeMail
    from ui.desk import Desk


class PracticeInboxPage(Page):
    KIND = PageKind.PRACTICE_INBOX
    TABLES = frozenset({"practice_mail"})

    def __init__(
        self, desk: Desk, practice: PracticeService, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, parent)
        self._practice = practice
        self._set_up()

    def _build(self) -> None:
        look = self._look
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 20)
        column.setSpacing(4)
        column.addWidget(Label(look, self.tr("Practice inbox"), "display"))
        note = self.tr("What you send in the demo arrives here, and nowhere else.")
        column.addWidget(Label(look, note, "body", "text-secondary"))
        column.addSpacing(8)
        self._splitter = Splitter(Qt.Orientation.Horizontal)
        self._splitter.addWidget(self._build_table())
        self._splitter.addWidget(self._build_reader())
        self._splitter.setSizes([420, 560])
        self._empty = EmptyState(
            look,
            self.tr("No mail yet."),
            self.tr("Ask somebody for a letter; it arrives here within a minute."),
            icons=("user", "inbox", "mail"),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._splitter)
        self._stack.addWidget(self._empty)
        column.addWidget(self._stack, 1)

    def _build_table(self) -> QWidget:
        self._model: RowTableModel[PracticeMail] = RowTableModel(
            practice_columns(self._desk.clock), key=lambda mail: mail.id, parent=self
        )
        table = PlainTable(self._look, self._model, self.tr("Practice inbox"), widths={2: 96})
        table.sorting.show_order(2, Qt.SortOrder.DescendingOrder)
        self._table = table
        return _beside(table, right=12)

    def _build_reader(self) -> QWidget:
        look = self._look
        card = Card(look, padding=16)
        self._subject = Label(look, "", "heading", wrap=True, selectable=True)
        self._heads = Label(look, "", "small", "text-secondary", wrap=True, selectable=True)
        self._body = QPlainTextEdit()
        self._body.setReadOnly(True)
        self._body.setProperty("kind", "plain")
        self._body.setAccessibleName(self.tr("Message"))
        self._body.setTabChangesFocus(True)
        for widget in (self._subject, self._heads, self._body):
            card.body.addWidget(widget)
            card.body.addSpacing(8)
        # Qt's own margin would set the text off from the lines above it.
        self._body.document().setDocumentMargin(0)
        return _beside(card, left=12)

    def _connect(self) -> None:
        self._table.selectionModel().currentRowChanged.connect(self._show_current)

    def areas(self) -> list[QWidget]:
        return [self._table, self._body]

    def reload(self) -> None:
        self._model.set_rows(self._practice.rows())
        filled = self._model.rowCount() > 0
        self._stack.setCurrentWidget(self._splitter if filled else self._empty)
        if filled and not self._table.currentIndex().isValid():
            self._table.selectRow(0)
        self._show_current()

    def _show_current(self) -> None:
        mail = self._model.row(self._table.currentIndex())
        if mail is None:
            return
        self._subject.setText(mail.subject)
        lines = [
            self.tr("From {sender}").format(sender=mail.sender),
            self.tr("To {recipients}").format(recipients=", ".join(mail.recipients)),
        ]
        if mail.attachments:
            files = ", ".join(
                f"{name} ({dates.file_size(size)})" for name, size in mail.attachments
            )
            lines.append(self.tr("Attached: {files}").format(files=files))
        self._heads.setText("\n".join(lines))
        self._body.setPlainText(mail.body)


def _beside(part: QWidget, left: int = 0, right: int = 0) -> QWidget:
    """A pane that keeps off the line of the splitter."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(left, 0, right, 0)
    row.addWidget(part)
    return holder
