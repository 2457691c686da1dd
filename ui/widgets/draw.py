"""Shapes that widgets and delegates share. Colors are named by token, sizes are at 100 % text."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.theme import Theme
    from ui.widgets.look import Look

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter
_SMOOTH = (
    QPainter.RenderHint.Antialiasing
    | QPainter.RenderHint.TextAntialiasing
    | QPainter.RenderHint.SmoothPixmapTransform
)


_SMALL = 6_000
"""Pixels; blending a larger picture takes longer than filling its inside."""


class PillFace(NamedTuple):
    """An icon and a word; `bg` and `border` are color tokens or nothing."""

    icon: str
    word: str
    fg: str
    bg: str | None = None
    border: str | None = None


def begin(painter: QPainter) -> None:
    painter.setRenderHints(_SMOOTH)


def box(
    painter: QPainter,
    look: Look,
    rect: QRectF,
    radius: float,
    fill: str | None = None,
    border: str | None = None,
    width: float = 1.0,
) -> None:
    """A rounded rectangle whose edge lies wholly inside `rect`, sharp on whole pixels."""
    if fill is None and border is None:
        return
    theme = look.themes.theme
    facts = (theme, radius, fill, border, width)
    if rect.width() * rect.height() <= _SMALL:
        theme.stamps.draw(painter, rect, _draw_box, *facts)
    elif not _draw_large_box(painter, rect, *facts):
        _draw_box(painter, rect, *facts)


def _draw_large_box(
    painter: QPainter,
    rect: QRectF,
    theme: Theme,
    radius: float,
    fill: str | None,
    border: str | None,
    width: float,
) -> bool:
    """Kept corners with plain rectangles between them; False where that would not be the same."""
    whole = rect.toRect()
    if QRectF(whole) != rect or width % 1:
        return False
    size = ceil(max(radius, width)) + 1
    left, top, wide, high = whole.x(), whole.y(), whole.width(), whole.height()
    if min(wide, high) <= 2 * size:
        return False
    facts = (theme, radius, fill, border, width)
    if not theme.stamps.draw_corners(painter, whole, size, _draw_box, *facts):
        return False
    if fill is not None:
        color = theme.color(fill)
        painter.fillRect(left + size, top, wide - 2 * size, high, color)
        painter.fillRect(left, top + size, size, high - 2 * size, color)
        painter.fillRect(left + wide - size, top + size, size, high - 2 * size, color)
    if border is not None:
        color, edge = theme.color(border), int(width)
        for y in (top, top + high - edge):
            painter.fillRect(left + size, y, wide - 2 * size, edge, color)
        for x in (left, left + wide - edge):
            painter.fillRect(x, top + size, edge, high - 2 * size, color)
    return True


def _draw_box(
    painter: QPainter,
    rect: QRectF,
    theme: Theme,
    radius: float,
    fill: str | None,
    border: str | None,
    width: float,
) -> None:
    if border is not None:
        rect = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
        radius = max(0.0, radius - width / 2)
        painter.setPen(QPen(theme.color(border), width))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(fill) if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, radius, radius)


def hairline(painter: QPainter, look: Look, left: float, right: float, y: float) -> None:
    painter.fillRect(QRectF(left, y, right - left, 1), look.color("border"))


def text_width(look: Look, words: str, style: str = "body", tnum: bool = False) -> float:
    return look.theme.shaped(words, style, tnum).width


def text(
    painter: QPainter,
    look: Look,
    rect: QRectF,
    words: str,
    style: str = "body",
    color: str = "text",
    align: Qt.AlignmentFlag = LEFT,
    tnum: bool = False,
) -> float:
    """Draw one line of plain text, elided on the right; returns the width drawn."""
    theme = look.themes.theme
    left, top, wide, high = rect.x(), rect.y(), rect.width(), rect.height()
    line = theme.fitted(words, style, tnum, wide + 0.5)
    if align is not LEFT:
        left += (wide - line.width) / (2 if align is CENTER else 1)
    painter.setFont(line.font)
    painter.setPen(theme.color(color))
    painter.drawStaticText(QPointF(left, top + (high - line.height) / 2), line.glyphs)
    return line.width


def icon(
    painter: QPainter,
    look: Look,
    pos: QPointF,
    name: str,
    size: int = 16,
    color: str = "text-secondary",
) -> None:
    """Top left at `pos`; the size grows with the text."""
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    painter.drawPixmap(pos, look.icons.pixmap(name, look.px(size), color, ratio))


def pill_width(look: Look, face: PillFace, style: str = "pill") -> float:
    lead = look.px(12) + 4 if face.icon else 2
    return 6 + lead + text_width(look, face.word, style) + 8


def pill(
    painter: QPainter,
    look: Look,
    pos: QPointF,
    face: PillFace,
    max_width: float | None = None,
    radius: float | None = None,
    style: str = "pill",
) -> float:
    """Top left at `pos`, 20 high; returns the width taken.

    Pills in the calendar have radius 5 and the style `micro`.
    """
    height = look.px(20)
    width = pill_width(look, face, style)
    if max_width is not None:
        width = min(width, max_width)
    rect = QRectF(pos.x(), pos.y(), width, height)
    edge = face.border
    if look.theme.high_contrast and edge is None:
        edge = "border-strong"
    box(painter, look, rect, height / 2 if radius is None else radius, face.bg, edge)
    left = rect.left() + 6
    if face.icon:
        size = look.px(12)
        top = rect.top() + (height - size) / 2
        icon(painter, look, QPointF(left, top), face.icon, 12, face.fg)
        left += size + 4
    words = QRectF(left, rect.top(), rect.right() - 6 - left, height)
    text(painter, look, words, face.word, style, face.fg)
    return width


def avatar(painter: QPainter, look: Look, rect: QRectF, initials: str, tint: int) -> None:
    """A tinted circle; `tint` is taken modulo the number of tints."""
    theme = look.themes.theme
    number = tint % theme.tokens.tints + 1
    theme.stamps.draw(painter, rect, _draw_avatar, theme, initials, number)


def _draw_avatar(painter: QPainter, rect: QRectF, theme: Theme, initials: str, number: int) -> None:
    edge = "text" if theme.high_contrast else None
    _draw_box(painter, rect, theme, rect.width() / 2, f"av{number}-bg", edge, 1.0)
    font = theme.font("label")
    font.setPixelSize(max(7, round(rect.width() * (0.38 if rect.width() > 24 else 0.42))))
    painter.setFont(font)
    painter.setPen(theme.color(f"av{number}-fg"))
    painter.drawText(rect, CENTER, initials)


def bar(painter: QPainter, look: Look, rect: QRectF, share: float) -> None:
    """A meter filled to `share`, 0 to 1."""
    radius = rect.height() / 2
    box(painter, look, rect, radius, "track")
    share = min(1.0, max(0.0, share))
    if share > 0:
        filled = QRectF(rect)
        filled.setWidth(max(rect.height(), rect.width() * share))
        box(painter, look, filled, radius, "meter")


def ring(painter: QPainter, look: Look, rect: QRectF, colors: Sequence[str]) -> None:
    """One arc a letter, clockwise from the top, with 24 degrees between their ends."""
    stroke = float(look.theme.tokens.values["size"]["ringStroke"])
    drawn = look.theme.tokens.values["ring"]
    inner = rect.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for number, color in enumerate(colors):
        pen = QPen(look.color(color), stroke)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if len(colors) == 1:
            painter.drawEllipse(inner)
            return
        part, gap = 360 / len(colors), drawn["gapDegrees"]
        start = drawn["startDegrees"] - number * part - gap / 2
        painter.drawArc(inner, round(start * 16), -round((part - gap) * 16))


def gauge(painter: QPainter, look: Look, rect: QRectF, share: float) -> None:
    """A full ring filled clockwise from the top to `share`, 0 to 1."""
    stroke = float(look.theme.tokens.values["size"]["gaugeStroke"])
    inner = rect.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.color("track"), stroke))
    painter.drawEllipse(inner)
    if share > 0:
        pen = QPen(look.color("meter"), stroke)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(inner, 90 * 16, -round(min(1.0, share) * 360 * 16))
