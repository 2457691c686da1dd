"""What has just happened, at the bottom of the window, with the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.widgets import draw
from ui.widgets.buttons import Button
from ui.widgets.text import IconLabel, Label

if TYPE_CHECKING:
    from ui.widgets.look import Look

_BOTTOM = 24


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say it, politely. Its classes are loaded by the first words."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    event = QAccessibleAnnouncementEvent(widget, words)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
    QAccessible.updateAccessibility(event)


class _InkButton(Button):
    """Bold words on ink."""

    def sizeHint(self) -> QSize:
        width = draw.text_width(self._look, self._text, "bodyStrong")
        return QSize(round(width) + 16, self._look.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        rect = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            draw.box(painter, self._look, rect.adjusted(0, 1, 0, -1), 6, None, "on-ink")
        draw.text(painter, self._look, rect, self._text, "bodyStrong", "on-ink", draw.CENTER)


class UndoBar(QFrame):
    """Stays while the mouse is over it or the focus is in it, so nobody has to hurry.

    With `countdown`, `{seconds}` in the text is replaced each second; then it does not wait, since
    what it counts down to happens elsewhere. `closed` follows every showing, after `undone` too.
    """

    undone = Signal()
    closed = Signal()

    def __init__(self, look: Look, host: QWidget, tick_ms: int = 1000) -> None:
        super().__init__(host)
        self._look = look
        self._host = host
        self._text = ""
        self._left = 0
        self._shown = 0
        self._countdown = False
        self._sign = IconLabel(look, "check", 16, "on-ink")
        self._words = Label(look, color="on-ink")
        self._button = _InkButton(look, self.tr("Undo"))
        self._button.clicked.connect(self._on_button_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 6, 0)
        row.setSpacing(8)
        for part in (self._sign, self._words, self._button):
            row.addWidget(part)
        row.insertStretch(2, 1)
        row.insertSpacing(2, 16)
        self._timer = QTimer(self, interval=tick_ms)
        self._timer.timeout.connect(self._on_tick)
        host.installEventFilter(self)
        look.changed.connect(self._place)
        self.hide()

    def show_undo(
        self,
        text: str,
        seconds: int = 8,
        countdown: bool = False,
        undo: bool = True,
        button: str = "",
        hint: str = "",
        icon: str = "",
    ) -> None:
        """A new text replaces the one that stands there. `button` stands in for "Undo", and
        `hint` says more about it.
        """
        if self._timer.isActive():
            self.dismiss()
        self._shown += 1
        self._text, self._left, self._countdown = text, seconds, countdown
        self._button.setVisible(undo)
        self._button.setText(button or self.tr("Undo"))
        self._button.setToolTip(hint)
        self._button.setAccessibleDescription(hint)
        self._sign.set_icon(icon or ("clock" if countdown else "check"))
        self._write()
        self.show()
        self._place()
        self.raise_()
        self._timer.start()
        announce(self, self._words.text())

    def dismiss(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self.hide()
            self.closed.emit()

    @property
    def seconds_left(self) -> int:
        return self._left

    def text(self) -> str:
        return self._words.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        draw.box(painter, self._look, QRectF(self.rect()), 8, "ink")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show) and not self.isHidden():
            self._place()
        return False

    def _write(self) -> None:
        words = self._text.replace("{seconds}", str(self._left)) if self._countdown else self._text
        self._words.setText(words)
        self.setAccessibleName(words)
        self.adjustSize()

    def _place(self) -> None:
        self.setFixedHeight(self._look.px(36))
        room = self._host.width() - 32
        self.resize(min(room, max(280, self.sizeHint().width())), self._look.px(36))
        left = (self._host.width() - self.width()) // 2
        self.move(left, self._host.height() - self.height() - _BOTTOM)

    def _waits(self) -> bool:
        inside = self.underMouse() or self._button.hasFocus()
        return inside and not self._countdown

    def _on_tick(self) -> None:
        if self._waits():
            return
        self._left -= 1
        if self._left <= 0:
            self.dismiss()
        elif self._countdown:
            self._write()

    def _on_button_clicked(self) -> None:
        """What undoing says takes this place; only without such an answer the bar goes."""
        asked = self._shown
        self.undone.emit()
        if self._shown == asked:
            self.dismiss()
