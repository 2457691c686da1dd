"""What a new application begins with: its letters and the dates of its season, each with a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lordesk.domain.rule_values import SlotRule
from lordesk.kinds import SlotNeed
from ui.widgets.buttons import Button, IconButton
from ui.widgets.checks import CheckBox
from ui.widgets.fields import TextField
from ui.widgets.text import Label
from ui.wording import dates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lordesk.domain.rule_values import SeasonEvent
    from ui.widgets.look import Look


class MarkedSlot(NamedTuple):
    """A letter with the mark of where it comes from; empty for one of the user's own.

    What kind it has to be stays as proposed; it is changed on the page.
    """

    title: str
    need: SlotNeed
    mark: str = ""


class _SlotLine(QWidget):
    edited = Signal()
    removed = Signal(object)

    def __init__(self, look: Look, slot: MarkedSlot) -> None:
        super().__init__()
        self._need, self._mark = slot.need, slot.mark
        self.title = TextField(look)
        self.title.setText(slot.title)
        self.title.setAccessibleName(self.tr("Letter"))
        self.title.setAccessibleDescription(slot.mark)
        remove = IconButton(look, "x", self.tr("Remove letter"))
        self._said = Label(look, slot.mark, "small", "text-tertiary")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.title, 1)
        row.addWidget(remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._said)
        self._said.setVisible(bool(slot.mark))
        self.title.textEdited.connect(self._on_edited)
        self.title.editingFinished.connect(self.edited)
        remove.clicked.connect(self._on_removed)

    def slot(self) -> MarkedSlot:
        return MarkedSlot(self.title.text(), self._need, self._mark)

    def _on_edited(self) -> None:
        """From now on it is the user's own."""
        self._mark = ""
        self._said.hide()
        self.edited.emit()

    def _on_removed(self) -> None:
        self.removed.emit(self)


class SlotsEditor(QWidget):
    """`edited` is emitted for what the user does."""

    edited = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.lines: list[_SlotLine] = []
        self.add = Button(look, self.tr("Add letter"), "quiet", "plus", "small")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(self._on_add)

    def slots_shown(self) -> tuple[MarkedSlot, ...]:
        return tuple(line.slot() for line in self.lines)

    def rules(self) -> tuple[SlotRule, ...]:
        """Those with a title; a line without one is left out."""
        shown = self.slots_shown()
        return tuple(SlotRule(slot.title, slot.need) for slot in shown if slot.title.strip())

    def show_slots(self, slots: Sequence[MarkedSlot]) -> None:
        if tuple(slots) == self.slots_shown():
            return
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = []
        for slot in slots:
            self._insert(slot)

    def _insert(self, slot: MarkedSlot) -> _SlotLine:
        line = _SlotLine(self._look, slot)
        line.edited.connect(self.edited)
        line.removed.connect(self._on_removed)
        self._column.insertWidget(len(self.lines), line)
        self.lines.append(line)
        line.show()
        return line

    def _on_add(self) -> None:
        line = self._insert(MarkedSlot("", SlotNeed.ANY))
        line.title.setFocus()
        self.edited.emit()

    def _on_removed(self, line: _SlotLine) -> None:
        self.lines.remove(line)
        line.hide()
        line.deleteLater()
        (self.lines[-1].title if self.lines else self.add).setFocus()
        self.edited.emit()


class DatesChoice(QWidget):
    """The other dates of the season; each can be left out. They are moved in the calendar."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._events: tuple[SeasonEvent, ...] = ()
        self._left_out: set[str] = set()
        self.boxes: list[CheckBox] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def chosen(self) -> tuple[SeasonEvent, ...]:
        return tuple(event for event in self._events if event.key not in self._left_out)

    def show_events(self, events: Sequence[SeasonEvent], marks: Sequence[str]) -> None:
        """What was left out stays so when the season comes back."""
        if tuple(events) == self._events:
            return
        self._events = tuple(events)
        for box in self.boxes:
            box.hide()
            box.deleteLater()
        self.boxes = []
        for event, mark in zip(events, marks, strict=True):
            words = f"{dates.full_date(event.on)} · {event.title} · {mark}"
            box = CheckBox(self._look, words)
            box.setChecked(event.key not in self._left_out)
            box.setProperty("key", event.key)
            box.toggled.connect(self._on_toggled)
            self.boxes.append(box)
            self._column.addWidget(box)

    def _on_toggled(self, checked: bool) -> None:
        sender = self.sender()
        key = str(sender.property("key")) if sender is not None else ""
        if checked:
            self._left_out.discard(key)
        else:
            self._left_out.add(key)
