"""Text fields. Their edges come from the style sheet; icons and hints are painted here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.widgets import draw
from ui.widgets.buttons import IconButton

if TYPE_CHECKING:
    from ui.widgets.look import Look

_EDGE = 12
_LEAD = 24


class TextField(QLineEdit):
    """One line. `icon` stands at the left; `hint` at the right while the field is empty."""

    def __init__(
        self,
        look: Look,
        placeholder: str = "",
        icon: str = "",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._hint = hint
        self.setPlaceholderText(placeholder)
        self.textChanged.connect(self._fit)
        look.changed.connect(self._fit)
        self._fit()

    def setText(self, text: str | None) -> None:  # noqa: N802
        """What is too long shows its beginning."""
        super().setText(text)
        if not self.hasFocus():
            self.setCursorPosition(0)

    def set_hint(self, hint: str) -> None:
        self._hint = hint
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not (self._icon or self._shown_hint()):
            return
        painter = QPainter(self)
        draw.begin(painter)
        if self._icon:
            size = self._look.px(16)
            pos = QPointF(_EDGE, (self.height() - size) / 2)
            draw.icon(painter, self._look, pos, self._icon, 16, "text-secondary")
        rect = QRectF(0, 0, self.width() - _EDGE, self.height())
        hint = self._shown_hint()
        draw.text(painter, self._look, rect, hint, "micro", "text-tertiary", draw.RIGHT)

    def _shown_hint(self) -> str:
        return "" if self.text() else self._hint

    def _fit(self) -> None:
        left = _LEAD + self._look.px(16) - 16 if self._icon else 0
        hint = self._shown_hint()
        right = round(draw.text_width(self._look, hint, "micro")) + 8 if hint else 0
        self.setTextMargins(left, 0, right, 0)


class SearchField(TextField):
    """Esc empties it first, then gives the focus up; Down asks to enter the results."""

    left_downwards = Signal()

    def __init__(
        self, look: Look, placeholder: str, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(look, placeholder, "search", hint, parent)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            # What the user did, as typing is: pages listen to textEdited.
            self.textEdited.emit("")
            return
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
            return
        super().keyPressEvent(event)


class PasswordField(TextField):
    """Hidden until the eye is pressed."""

    def __init__(self, look: Look, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, placeholder, parent=parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = IconButton(look, "eye", self.tr("Show password"), "small", parent=self)
        self._eye.setCursor(Qt.CursorShape.ArrowCursor)
        self._eye.clicked.connect(self._on_eye_clicked)
        self._place()

    def set_shown(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode
        self.setEchoMode(mode.Normal if shown else mode.Password)
        self._eye.set_icon("eye-off" if shown else "eye")
        self._eye.set_name(self.tr("Hide password") if shown else self.tr("Show password"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _fit(self) -> None:
        self.setTextMargins(0, 0, self._look.px(28), 0)

    def _place(self) -> None:
        side = self._eye.sizeHint()
        self._eye.resize(side)
        self._eye.move(self.width() - side.width() - 4, (self.height() - side.height()) // 2)

    def _on_eye_clicked(self) -> None:
        self.set_shown(self.echoMode() == QLineEdit.EchoMode.Password)


class TextArea(QPlainTextEdit):
    """Several lines of plain text. Tab leaves it; `editing_finished` when the focus goes."""

    editing_finished = Signal()

    def __init__(
        self, look: Look, placeholder: str = "", rows: int = 3, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._rows = rows
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        look.changed.connect(self._fit)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(240, self.minimumHeight())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.editing_finished.emit()

    def _fit(self) -> None:
        line = QFontMetrics(self._look.theme.font("body")).lineSpacing()
        self.setMinimumHeight(self._rows * line + 24)
        self.updateGeometry()
