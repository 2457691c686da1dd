"""What comes after the ask: the follow-ups with their days, and the letter's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.card import Card
from ui.widgets.scroll import ScrollPane
from ui.widgets.text import IconLabel, Label
from ui.wizard.preview import SidePane
from ui.wording.dates import short_date
from ui.wording.kinds import word

if TYPE_CHECKING:
    from datetime import date

    from ui.widgets.look import Look
    from ui.wizard.session import Session


class PlanList(QWidget):
    """The heading "After it is sent", a card with a row a day, and the promise below."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._heading = Label(look, self.tr("After it is sent"), "heading")
        self._card = Card(look, padding=0)
        self._card.body.setContentsMargins(1, 5, 1, 5)
        self._told = QWidget()
        told = QHBoxLayout(self._told)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(8)
        told.addWidget(IconLabel(look, "info", 14))
        promise = self.tr("Each follow-up waits for your approval.")
        told.addWidget(Label(look, promise, "small", "text-secondary", wrap=True), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addWidget(self._card)
        column.addWidget(self._told)
        self._rows: list[tuple[str, str, str]] = []

    def set_heading(self, words: str) -> None:
        self._heading.setText(words)

    def show_plan(self, session: Session, leading: list[tuple[str, str, date]]) -> None:
        state, today = session.state, session.today
        rows = [*leading]
        asked_on = leading[0][2] if leading else None
        follow_ups = session.follow_ups(asked_on)
        rows += [("bell", word(item.kind), item.on) for item in follow_ups]
        self._told.setVisible(bool(follow_ups))
        if state.soft_on is not None:
            rows.append(("file-text", self.tr("Letter due"), state.soft_on))
        if state.hard_on is not None and leading:
            rows.append(("flag", self.tr("Application date"), state.hard_on))
        rows.sort(key=lambda row: row[2])
        shown = [(icon, words, short_date(on, today)) for icon, words, on in rows]
        if shown == self._rows:
            return
        self._rows = shown
        while item := self._card.body.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for icon, words, day in shown:
            self._card.body.addWidget(self._row(icon, words, day))
        self._card.setVisible(bool(shown))
        self._heading.setVisible(bool(shown))

    def rows(self) -> list[tuple[str, str]]:
        """What stands there, as words and days."""
        return [(words, day) for _, words, day in self._rows]

    def _row(self, icon: str, words: str, day: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(14, 8, 14, 8)
        line.setSpacing(12)
        line.addWidget(IconLabel(self._look, icon, 16))
        line.addWidget(Label(self._look, words, wrap=True), 1)
        line.addWidget(Label(self._look, day, "small", "text-secondary", tnum=True))
        return row


class PlanPane(SidePane):
    """Beside the timing: every day of the request in order."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._list = PlanList(look)
        self._list.set_heading(self.tr("What will happen"))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(25, 24, 24, 24)
        column.addWidget(self._list)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(ScrollPane(content))

    def show_plan(self, session: Session) -> None:
        ask_on = session.state.ask_on
        asks = [("send", self.tr("You ask"), ask_on)] if ask_on is not None else []
        self._list.show_plan(session, asks)

    def rows(self) -> list[tuple[str, str]]:
        return self._list.rows()
