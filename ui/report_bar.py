"""What went wrong, in a sentence across the top of the page, with the code under Details."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import IconButton
from ui.widgets.notice import Notice
from ui.widgets.text import Label
from ui.widgets.toast import announce
from ui.wording.errors import details, sentence

if TYPE_CHECKING:
    from pathlib import Path

    from lordesk.errors import LordeskError
    from ui.widgets.look import Look


class ReportBar(QWidget):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice = Notice(look, "danger", "", button=self.tr("Details"), compact=True)
        self._details = Label(look, "", "small", "text-secondary", wrap=True, selectable=True)
        self._details.setContentsMargins(16, 8, 16, 4)
        self._close = IconButton(look, "x", self.tr("Dismiss"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._notice, 1)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._details)
        self._notice.clicked.connect(self._on_notice_clicked)
        self._close.clicked.connect(self.hide)
        self.hide()

    def show_error(self, error: LordeskError) -> None:
        self._show(sentence(error), details(error))

    def show_crash(self, kind: str, report: Path | None) -> None:
        """A bug of ours: said plainly, with the place of the report that was kept here."""
        words = self.tr("Something went wrong inside LoRDesk. What you saved is safe.")
        where = self.tr("A report was kept in {file}. It is sent nowhere.")
        self._show(words, f"{kind}\n{where.format(file=report)}" if report else kind)

    def _show(self, words: str, more: str) -> None:
        self._notice.set("danger", words, button=self.tr("Details"))
        self._details.setText(more)
        self._details.hide()
        self.show()
        announce(self, words)

    def text(self) -> str:
        return self._notice.accessibleName()

    def _on_notice_clicked(self) -> None:
        self._details.setVisible(self._details.isHidden())
