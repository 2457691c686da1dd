"""A fact with its name, changed in place: F2, Enter or a click begins, leaving the field saves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QStackedWidget,
    QWidget,
)

from ui.widgets import draw
from ui.widgets.text import Label, set_tip

if TYPE_CHECKING:
    from ui.widgets.look import Look

_NAME_WIDTH = 128
_HIGH = 32
_PAD = 8


class _Value(QPushButton):
    """The value as typed, with a pencil while it is pointed at or has the focus."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._name = name
        self._text = ""
        self._faint = False
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ring_radius", 6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_value(self, text: str, unset: str) -> None:
        self._text, self._faint = text or unset, not text
        said = self.tr("{name}: {value}").format(name=self._name, value=self._text)
        self.setAccessibleName(said)
        set_tip(self, text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self._look.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._look.px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        look, rect = self._look, QRectF(self.rect())
        lit = self.underMouse() or self.hasFocus()
        if lit:
            draw.box(painter, look, rect, 6, "hover")
        size = look.px(14)
        room = QRectF(rect).adjusted(_PAD, 0, -(size + 2 * _PAD), 0)
        color = "text-tertiary" if self._faint else "text"
        draw.text(painter, look, room, self._text, "body", color)
        if lit:
            spot = QPointF(rect.right() - size - _PAD, (rect.height() - size) / 2)
            draw.icon(painter, look, spot, "pencil", 14, "text-secondary")


class InlineRow(QWidget):
    """`editor` is a line, a number or a choice; `saved` only where its value has changed."""

    saved = Signal(object)

    def __init__(
        self, look: Look, name: str, editor: QWidget, unset: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._unset = unset
        self._stored: Any = None
        self._editing = False
        self._value = _Value(look, name)
        editor.setAccessibleName(name)
        editor.installEventFilter(self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._value)
        self._stack.addWidget(editor)
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        label = Label(look, name, "small", "text-secondary")
        label.setFixedWidth(look.px(_NAME_WIDTH))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(label)
        row.addWidget(self._stack, 1)
        self._value.clicked.connect(self.begin)
        if isinstance(editor, QComboBox):
            editor.activated.connect(self._finish)
        elif isinstance(editor, QLineEdit | QSpinBox):
            editor.editingFinished.connect(self._finish)
        self.setFocusProxy(self._value)

    def show_value(self, value: Any, text: str) -> None:
        """What is being typed is not disturbed."""
        self._value.show_value(text, self._unset)
        if not self._editing:
            self._stored = value

    def begin(self) -> None:
        editor = self._editor
        self._editing = True
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(self._stored))
        elif isinstance(editor, QSpinBox):
            editor.setValue(-1 if self._stored is None else self._stored)
            editor.selectAll()
        elif isinstance(editor, QLineEdit):
            editor.setText(self._stored)
            editor.selectAll()
        self._stack.setCurrentIndex(1)
        editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(editor, QComboBox):
            editor.showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.begin()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape leaves the value as it was; a choice without a pick does so too."""
        if watched is self._editor and self._editing:
            if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
                if event.type() is QEvent.Type.ShortcutOverride:
                    # Otherwise the key would leave the pane, and leaving saves.
                    event.accept()
                elif event.type() is QEvent.Type.KeyPress:
                    self._leave(keep_focus=True)
                return True
            if event.type() is QEvent.Type.FocusOut and self._is_left_open():
                self._leave(keep_focus=False)
        return super().eventFilter(watched, event)

    def _is_left_open(self) -> bool:
        """A choice that lost the focus to anything but its own list."""
        return isinstance(self._editor, QComboBox) and not self._editor.view().isVisible()

    def _finish(self) -> None:
        if not self._editing:
            return
        value, before = self._typed(), self._stored
        self._leave(keep_focus=self._editor.hasFocus())
        if value != before:
            self._stored = value
            self.saved.emit(value)

    def _leave(self, keep_focus: bool) -> None:
        self._editing = False
        self._stack.setCurrentIndex(0)
        if keep_focus:
            self._value.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _typed(self) -> Any:
        editor = self._editor
        if isinstance(editor, QComboBox):
            return editor.currentData()
        if isinstance(editor, QSpinBox):
            return None if editor.value() <= 0 else editor.value()
        return editor.text().strip() if isinstance(editor, QLineEdit) else None
