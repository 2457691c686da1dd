"""Buttons that paint themselves from the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.widgets import draw
from ui.widgets.text import set_tip

if TYPE_CHECKING:
    from ui.widgets.look import Look


class _Face(NamedTuple):
    fill: str | None
    border: str | None
    text: str


class _Kind(NamedTuple):
    rest: _Face
    hover: _Face
    pressed: _Face
    disabled: _Face = _Face("sunken", "border", "text-disabled")


_KINDS = {
    "primary": _Kind(
        _Face("accent", None, "on-accent"),
        _Face("accent-hover", None, "on-accent"),
        _Face("accent-pressed", None, "on-accent"),
    ),
    "secondary": _Kind(
        _Face("surface", "border-strong", "text"),
        _Face("hover", "border-strong", "text"),
        _Face("pressed", "border-strong", "text"),
    ),
    "soft": _Kind(
        _Face("accent-soft", "accent-border", "accent-text"),
        _Face("accent-soft-hover", "accent-border", "accent-text"),
        _Face("accent-soft-hover", "accent-text", "accent-text"),
    ),
    "quiet": _Kind(
        _Face(None, None, "accent-text"),
        _Face("hover", None, "accent-text"),
        _Face("pressed", None, "accent-text"),
        _Face(None, None, "text-disabled"),
    ),
    "danger": _Kind(
        _Face("surface", "border-strong", "danger-text"),
        _Face("danger-soft", "danger-border", "danger-text"),
        _Face("danger-soft", "danger-text", "danger-text"),
    ),
}


class _Size(NamedTuple):
    height: int
    pad: int
    icon: int
    text: str
    strong: str


_SIZES = {
    "small": _Size(28, 11, 14, "smallMedium", "label"),
    "normal": _Size(32, 13, 16, "bodyMedium", "bodyStrong"),
    "large": _Size(36, 16, 16, "bodyMedium", "bodyStrong"),
}
_GAP = 6


class Button(QPushButton):
    """kind: primary secondary soft quiet danger; size: small normal large.

    The text is shown as typed: no mnemonic is made from an ampersand. `tone` replaces the color of
    the words of a quiet button. `hint` stands at the right, such as the key that does the same.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        kind: str = "secondary",
        icon: str = "",
        size: str = "normal",
        hint: str = "",
        tone: str = "",
        trailing: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._text = ""
        self._kind = kind
        self._icon = icon
        self._trailing = trailing
        self._size = _SIZES[size]
        self._hint = hint
        self._tone = tone
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setText(text)
        look.changed.connect(self._renew)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt does this in dialogs only.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def text(self) -> str:
        return self._text

    def setText(self, text: str) -> None:  # noqa: N802
        self._text = text
        super().setText(text.replace("&", "&&"))
        self._renew()

    @property
    def kind(self) -> str:
        return self._kind

    def set_icon(self, name: str) -> None:
        self._icon = name
        self._renew()

    def set_trailing(self, name: str) -> None:
        self._trailing = name
        self._renew()

    def set_hint(self, hint: str) -> None:
        self._hint = hint
        self._renew()

    def sizeHint(self) -> QSize:
        width = 2 * self._size.pad + draw.text_width(self._look, self._text, self._style())
        for name in (self._icon, self._tail()):
            if name:
                width += self._look.px(self._size.icon) + (_GAP if self._text else 0)
        height = self._look.px(self._size.height)
        return QSize(round(width + 0.5) + self._hint_width(), height)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return hint - QSize(self._hint_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        face = self._face()
        draw.box(painter, self._look, QRectF(self.rect()), 6, face.fill, face.border)
        self._paint_words(painter, face.text)

    def _hint_width(self) -> int:
        """The hint goes first where the room is short."""
        if not self._hint:
            return 0
        return 2 * _GAP + round(draw.text_width(self._look, self._hint, "micro"))

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()

    def _style(self) -> str:
        strong = self._kind in ("primary", "soft")
        return self._size.strong if strong else self._size.text

    def _tail(self) -> str:
        return self._trailing or ("chevron-down" if self.menu() is not None else "")

    def _face(self) -> _Face:
        kind = _KINDS[self._kind]
        if not self.isEnabled():
            face = kind.disabled
        elif self.isDown() or self.isChecked():
            face = kind.pressed
        elif self.underMouse():
            face = kind.hover
        else:
            face = kind.rest
        if self._tone and self.isEnabled():
            face = face._replace(text=self._tone)
        if self._look.theme.high_contrast and face.border is None:
            face = face._replace(border="text")
        return face

    def _paint_words(self, painter: QPainter, color: str) -> None:
        look, size = self._look, self._size
        grown = look.px(size.icon)
        top = (self.height() - grown) / 2
        whole = self.sizeHint().width()
        wide = whole - 2 * size.pad
        spare = max(0.0, self.width() - 2 * size.pad - wide)
        left = size.pad + (-2 if self._hint else spare / 2)
        right = self.width() - left
        if self._icon:
            draw.icon(painter, look, QPointF(left, top), self._icon, size.icon, color)
            left += grown + _GAP
        if self._tail():
            right -= grown
            draw.icon(painter, look, QPointF(right, top), self._tail(), size.icon, color)
            right -= _GAP
        if self._hint and self.width() >= whole:
            end = QRectF(left, 0, self.width() - size.pad + 2 - left, self.height())
            draw.text(painter, look, end, self._hint, "micro", color, draw.RIGHT)
        words = QRectF(left, 0, right - left, self.height())
        draw.text(painter, look, words, self._text, self._style(), color)


class IconButton(Button):
    """Only an icon, so its name is required: it is the tooltip and what a screen reader says."""

    def __init__(
        self,
        look: Look,
        icon: str,
        name: str,
        size: str = "normal",
        kind: str = "quiet",
        icon_size: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        tone = "text-secondary" if kind == "quiet" else ""
        super().__init__(look, "", kind, icon, size, tone=tone, parent=parent)
        if icon_size:
            self._size = self._size._replace(icon=icon_size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        self.setAccessibleName(name)
        set_tip(self, name)

    def sizeHint(self) -> QSize:
        side = self._look.px(self._size.height)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        face = self._face()
        draw.box(painter, self._look, QRectF(self.rect()), 6, face.fill, face.border)
        grown = self._look.px(self._size.icon)
        pos = QPointF((self.width() - grown) / 2, (self.height() - grown) / 2)
        draw.icon(painter, self._look, pos, self._icon, self._size.icon, face.text)


class LinkButton(Button):
    """Words in the accent color without a box; underlined under the mouse."""

    def __init__(
        self, look: Look, text: str, style: str = "smallMedium", parent: QWidget | None = None
    ) -> None:
        self._link_style = style
        super().__init__(look, text, "quiet", size="small", parent=parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = draw.text_width(self._look, self._text, self._link_style)
        return QSize(round(width + 1.5), self._look.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        color = self._face().text
        rect = QRectF(self.rect())
        wide = draw.text(painter, self._look, rect, self._text, self._link_style, color)
        if self.underMouse() and self.isEnabled():
            y = (self.height() + self._look.px(14)) / 2
            painter.fillRect(QRectF(0, y, wide, 1), self._look.color(color))
