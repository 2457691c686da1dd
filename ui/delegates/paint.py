"""What every delegate begins with; the shapes themselves are shared with the widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui.widgets.draw import (
    CENTER,
    LEFT,
    RIGHT,
    PillFace,
    avatar,
    bar,
    begin,
    box,
    gauge,
    hairline,
    icon,
    pill,
    pill_width,
    ring,
    text,
    text_width,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ui.widgets.look import Look

__all__ = [
    "CENTER",
    "LEFT",
    "RIGHT",
    "PillFace",
    "avatar",
    "bar",
    "begin",
    "box",
    "gauge",
    "hairline",
    "icon",
    "is_focused",
    "is_hovered",
    "is_selected",
    "on_selected",
    "pill",
    "pill_width",
    "ring",
    "row_background",
    "text",
    "text_width",
]

_ROW_RADIUS = 8


def is_selected(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_Selected)


def is_hovered(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_MouseOver)


def is_focused(option: QStyleOptionViewItem) -> bool:
    """The current row of a view that has the focus."""
    return bool(option.state & QStyle.StateFlag.State_HasFocus)


def row_background(
    painter: QPainter,
    look: Look,
    rect: QRectF,
    hovered: bool = False,
    selected: bool = False,
    focused: bool = False,
) -> None:
    """`rect` is the row without the gap beside it; the ring lies inside it."""
    edge = "text" if look.theme.high_contrast and (hovered or selected) else None
    if selected:
        box(painter, look, rect, _ROW_RADIUS, "accent-soft", edge)
    elif hovered:
        box(painter, look, rect, _ROW_RADIUS, "hover", edge)
    if focused:
        box(painter, look, rect, _ROW_RADIUS, None, "focus", 2)
    if selected:
        width = float(look.theme.tokens.values["stroke"]["selectedBar"])
        mark = QRectF(rect.left(), rect.top() + 12, width, rect.height() - 24)
        box(painter, look, mark, width / 2, "accent")


def on_selected(face: PillFace, selected: bool) -> PillFace:
    """On a selected row an accent pill would melt into the ground, so it turns to surface."""
    if selected and face.bg == "accent-soft":
        return PillFace(face.icon, face.word, face.fg, "surface", face.border)
    return face
