"""The application's icon, and the tray's in each of its states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from ui.widgets import draw

if TYPE_CHECKING:
    from pathlib import Path

    from ui.widgets.look import Look

_WINDOW_SIZES = (16, 22, 24, 32, 48, 64, 128)
"""A window hands all of them to the desktop and keeps them: the largest would take 1 MiB."""
_SIZES = (16, 20, 22, 24, 32, 44, 48, 64)
# State: glyph, fill. A panel's color is unknown, so fills are mid tones inside a light edge.
_STATES = {
    "needs_you": ("mail", "accent"),
    "quiet": ("mail", "accent"),
    "paused": ("pause", "gray"),
    "offline": ("wifi-off", "gray"),
}
_GRAY = QColor("#66645E")
_DOT = QColor("#C73B31")
_EDGE = QColor("#FFFFFF")


def app_icon(resources: Path) -> QIcon:
    icon = QIcon()
    for size in _WINDOW_SIZES:
        icon.addFile(str(resources / "icons" / "app" / f"lordesk-{size}.png"))
    return icon


def tray_icon(look: Look, state: str) -> QIcon:
    """state: needs_you, quiet, paused or offline. The tooltip must repeat it in words."""
    icon = QIcon()
    for size in _SIZES:
        icon.addPixmap(_tray_pixmap(look, state, size))
    return icon


def _tray_pixmap(look: Look, state: str, size: int) -> QPixmap:
    glyph, fill = _STATES[state]
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw.begin(painter)
    unit = size / 24
    edge = max(1.0, 1.25 * unit)
    rect = QRectF(0, 0, size, size).adjusted(unit, unit, -unit, -unit)
    painter.setPen(QPen(_EDGE, edge))
    painter.setBrush(_GRAY if fill == "gray" else look.color("accent"))
    painter.drawRoundedRect(rect, 5 * unit, 5 * unit)
    side = round(15 * unit)
    inset = (size - side) / 2
    painter.drawPixmap(QPointF(inset, inset), look.icons.pixmap(glyph, side, "on-accent"))
    if state == "needs_you":
        painter.setPen(QPen(_EDGE, edge))
        painter.setBrush(_DOT)
        painter.drawEllipse(QPointF(size - 5.2 * unit, 5.2 * unit), 4.4 * unit, 4.4 * unit)
    painter.end()
    return pixmap
