"""Words, icons and lines that follow the theme."""

from __future__ import annotations

from math import ceil, inf
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from ui.reading_order import as_written, in_order
from ui.widgets import draw

if TYPE_CHECKING:
    from ui.theme import Theme
    from ui.widgets.look import Look

_TOLD = "tip_told"
"""The property that keeps what `set_tip` has set as a description."""


class Label(QLabel):
    """Plain text in one style of the scale; `<b>` and `&` show as typed unless it has a buddy.

    Lines are as high as the style says, which Qt does for markup only, so wrapped text is laid out
    here. Selectable text keeps Qt's own lines.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        style: str = "body",
        color: str = "text",
        wrap: bool = False,
        selectable: bool = False,
        tnum: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._style = style
        self._color = color
        self._tnum = tnum
        self._selectable = selectable
        self._natural: tuple[str, Theme, float] | None = None
        self._laid: tuple[tuple[object, ...], QTextLayout, int] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.setText(text)
        look.changed.connect(self._dress)
        self._dress()

    def text(self) -> str:
        return as_written(super().text())

    def setText(self, text: str) -> None:  # noqa: N802
        super().setText(in_order(text))

    def set_color(self, color: str) -> None:
        self._color = color
        self._dress()

    def heightForWidth(self, width: int) -> int:
        if not self._own_lines():
            return super().heightForWidth(width)
        edges = self.contentsMargins()
        room = width - edges.left() - edges.right()
        high = self._look.theme.line(self._style)
        if not self._fits(room):
            high = self._lay_out(room)[1]
        return high + edges.top() + edges.bottom()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self._own_lines():
            return QSize(hint.width(), self.heightForWidth(hint.width()))
        return hint.expandedTo(QSize(0, self._look.theme.line(self._style)))

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        line = self._look.theme.line(self._style)
        return QSize(hint.width(), line) if self._own_lines() else hint.expandedTo(QSize(0, line))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._own_lines():
            self._paint_lines()
        elif self._own_line():
            self._paint_line()
        else:
            super().paintEvent(event)

    def _paint_lines(self) -> None:
        rect = self.contentsRect()
        layout, height = self._lay_out(rect.width())
        spare = rect.height() - height
        down = spare / 2 if self.alignment() & Qt.AlignmentFlag.AlignVCenter else 0.0
        painter = QPainter(self)
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        painter.setPen(self.palette().color(group, QPalette.ColorRole.WindowText))
        layout.draw(painter, QPointF(rect.left(), rect.top() + down))

    def _paint_line(self) -> None:
        """As QLabel does, but with glyphs that are shaped once."""
        theme = self._look.theme
        line = theme.shaped(super().text(), self._style, self._tnum)
        rect = self.contentsRect()
        left, top, wide, high = float(rect.x()), float(rect.y()), rect.width(), rect.height()
        align = self.alignment()
        indent = max(0, self.indent())
        if align & Qt.AlignmentFlag.AlignRight:
            left += wide - indent - line.width
        elif align & Qt.AlignmentFlag.AlignHCenter:
            left += (wide - line.width) / 2
        else:
            left += indent
        if align & Qt.AlignmentFlag.AlignVCenter:
            top += (high - ceil(line.height)) / 2
        elif align & Qt.AlignmentFlag.AlignBottom:
            top += high - ceil(line.height)
        painter = QPainter(self)
        painter.setFont(line.font)
        painter.setPen(theme.color(self._color if self.isEnabled() else "text-disabled"))
        painter.drawStaticText(QPointF(left, top), line.glyphs)

    def _own_line(self) -> bool:
        """One line without a mnemonic, in which nothing can be selected.

        The glyphs of spaced type stand elsewhere in kept lines, so it is left to Qt.
        """
        if self._selectable or self.buddy() is not None or self.font().letterSpacing():
            return False
        return "\n" not in super().text()

    def _own_lines(self) -> bool:
        return not self._selectable and self.wordWrap() and bool(super().text())

    def _fits(self, width: int) -> bool:
        """Whether one line is enough: layouts ask for the height of many widths."""
        theme, words = self._look.theme, super().text()
        if self._natural is None or self._natural[:2] != (words, theme):
            wide = theme.metrics(self._style, self._tnum).horizontalAdvance(words)
            self._natural = (words, theme, wide if "\n" not in words else inf)
        return self._natural[2] + 1 < width

    def _lay_out(self, width: int) -> tuple[QTextLayout, int]:
        """The text broken into lines, and their height; kept until anything of it changes."""
        facts = (super().text(), width, self._look.theme, self.alignment())
        if self._laid is None or self._laid[0] != facts:
            self._laid = (facts, *self._break_lines(width))
        return self._laid[1], self._laid[2]

    def _break_lines(self, width: int) -> tuple[QTextLayout, int]:
        layout = QTextLayout(super().text().replace("\n", "\u2028"), self.font())
        option = QTextOption(self.alignment())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        pitch, lines = self._look.theme.line(self._style), 0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, lines * pitch + (pitch - line.height()) / 2))
            lines += 1
        layout.endLayout()
        return layout, lines * pitch

    def _dress(self) -> None:
        self.updateGeometry()
        self.setFont(self._look.theme.font(self._style, self._tnum))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._look.color(self._color))
        disabled = self._look.color("text-disabled")
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText, disabled)
        self.setPalette(palette)


class ElidedLabel(Label):
    """One line that ends in an ellipsis where it does not fit; the tooltip has the whole."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        style: str = "body",
        color: str = "text",
        tnum: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, text, style, color, tnum=tnum, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _dress(self) -> None:
        """It paints from the theme, so it needs no font and palette of its own."""
        self.updateGeometry()
        self.update()

    def setText(self, text: str) -> None:  # noqa: N802
        super().setText(text)
        self._set_tip()
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        least = ceil(draw.text_width(self._look, "…", self._style, self._tnum)) + 8
        return QSize(min(least, self._wide()), self._high())

    def sizeHint(self) -> QSize:
        return QSize(self._wide(), self._high())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_tip()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        align = draw.RIGHT if self.alignment() & Qt.AlignmentFlag.AlignRight else draw.LEFT
        color = self._color if self.isEnabled() else "text-disabled"
        rect = QRectF(self.rect())
        draw.text(
            painter, self._look, rect, self.text(), self._style, color, align, tnum=self._tnum
        )

    def _wide(self) -> int:
        return ceil(draw.text_width(self._look, self.text(), self._style, self._tnum)) + 2

    def _high(self) -> int:
        theme = self._look.theme
        return max(ceil(theme.metrics(self._style, self._tnum).height()), theme.line(self._style))

    def _set_tip(self) -> None:
        tip = self.text() if self._wide() - 2 > self.width() else ""
        if as_tip(tip) != self.toolTip():
            set_tip(self, tip)


def set_tip(widget: QWidget, text: str) -> None:
    """The tooltip, which Qt reads aloud where there is no description: then never its markup.

    A description that the widget has otherwise stays.
    """
    widget.setToolTip(as_tip(text))
    before, words = widget.property(_TOLD) or "", text if "<" in text else ""
    if before != words and widget.accessibleDescription() == before:
        widget.setAccessibleDescription(words)
        widget.setProperty(_TOLD, words)


def as_tip(text: str) -> str:
    """Qt guesses markup in tooltips, so data is escaped where it could be taken for some."""
    words = in_order(text)
    return f"<qt>{escaped(words)}</qt>" if "<" in words else words


def escaped(text: str) -> str:
    """Data within markup. The `html` module would load its table of entities for this."""
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(sign, entity)
    return text


class IconLabel(QLabel):
    """An icon that says nothing by itself: words beside it carry the meaning."""

    def __init__(
        self,
        look: Look,
        name: str,
        size: int = 16,
        color: str = "text-secondary",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self._size = size
        self._color = color
        look.changed.connect(self._dress)
        self._dress()

    def set_icon(self, name: str, color: str | None = None) -> None:
        self._name = name
        self._color = color or self._color
        self._dress()

    def _dress(self) -> None:
        size = self._look.px(self._size)
        ratio = self.devicePixelRatioF()
        self.setFixedSize(size, size)
        self.setPixmap(self._look.icons.pixmap(self._name, size, self._color, ratio))


class Hairline(QFrame):
    """A 1 px line in the color of borders."""

    def __init__(self, look: Look, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.color("border"))
