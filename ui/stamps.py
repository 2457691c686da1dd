"""What is drawn often, kept as pictures: small shapes, and whole cells and rows.

A rounded box with an edge costs ten times what its picture does, and a page has a hundred of them.
"""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST = 1_000_000
"""Pixels of all pictures together: 4 MB."""
_MOST_PARTS = 3_200_000
"""Four months of the calendar, days chosen among them, and the rows of the other pages."""
_SMOOTH = (
    QPainter.RenderHint.Antialiasing
    | QPainter.RenderHint.TextAntialiasing
    | QPainter.RenderHint.SmoothPixmapTransform
)


class Stamps:
    """The pictures of one theme. They are sharp as they lie on whole pixels of the screen."""

    def __init__(self) -> None:
        self._pictures: dict[tuple[Any, ...], QPixmap] = {}
        self._pixels = 0

    def draw(
        self,
        painter: QPainter,
        rect: QRectF,
        drawing: Callable[..., None],
        *facts: Any,
    ) -> None:
        """What `drawing(painter, rect, *facts)` draws within `rect`; equal facts, equal picture."""
        left, top, wide, high = rect.x(), rect.y(), rect.width(), rect.height()
        ratio = painter.device().devicePixelRatioF()
        if ratio % 1:
            drawing(painter, rect, *facts)
            return
        x, y = floor(left), floor(top)
        key = (drawing, wide, high, left - x, top - y, ratio, facts)
        picture = self._pictures.get(key)
        if picture is None:
            inside = QRectF(left - x, top - y, wide, high)
            picture = self._pictures[key] = self._make(inside, ratio, drawing, facts)
        painter.drawPixmap(x, y, picture)

    def draw_corners(
        self,
        painter: QPainter,
        rect: QRect,
        size: int,
        drawing: Callable[..., None],
        *facts: Any,
    ) -> bool:
        """The corners alone of what is the same along its edges; False where they would blur."""
        ratio = painter.device().devicePixelRatioF()
        if ratio % 1:
            return False
        key = (drawing, size, ratio, facts)
        picture = self._pictures.get(key)
        if picture is None:
            inside = QRectF(0, 0, 2 * size, 2 * size)
            picture = self._pictures[key] = self._make(inside, ratio, drawing, facts)
        left, top, wide, high = rect.x(), rect.y(), rect.width(), rect.height()
        part = round(size * ratio)
        for x, from_x in ((left, 0), (left + wide - size, part)):
            for y, from_y in ((top, 0), (top + high - size, part)):
                painter.drawPixmap(x, y, size, size, picture, from_x, from_y, part, part)
        return True

    def _make(
        self, rect: QRectF, ratio: float, drawing: Callable[..., None], facts: tuple[Any, ...]
    ) -> QPixmap:
        wide, high = ceil(rect.right() * ratio), ceil(rect.bottom() * ratio)
        self._pixels += wide * high
        if self._pixels > _MOST:
            self._pictures.clear()
            self._pixels = wide * high
        picture = QPixmap(max(1, wide), max(1, high))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHints(_SMOOTH)
        drawing(painter, rect, *facts)
        painter.end()
        return picture


class Pictures:
    """Opaque parts of views as they were painted last, such as a day or a row.

    Equal facts give the same picture, so whatever it shows has to be among them. Those that have
    not been shown for the longest time go first.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[Any, ...], QPixmap] = {}
        self._pixels = 0

    def draw(
        self,
        painter: QPainter,
        rect: QRect,
        ground: QColor,
        drawing: Callable[..., None],
        *facts: Any,
    ) -> None:
        """What `drawing(painter, wide, high, *facts)` draws over `ground`, from its top left."""
        left, top, wide, high = rect.x(), rect.y(), rect.width(), rect.height()
        ratio = painter.device().devicePixelRatioF()
        if ratio % 1:
            painter.save()
            painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
            painter.translate(left, top)
            painter.fillRect(0, 0, wide, high, ground)
            drawing(painter, wide, high, *facts)
            painter.restore()
            return
        key = (drawing, wide, high, ratio, ground.rgba(), facts)
        picture = self._kept.pop(key, None)
        if picture is None:
            picture = self._make(wide, high, ratio, ground, drawing, facts)
        self._kept[key] = picture
        painter.drawPixmap(left, top, picture)

    def _make(
        self,
        wide: int,
        high: int,
        ratio: float,
        ground: QColor,
        drawing: Callable[..., None],
        facts: tuple[Any, ...],
    ) -> QPixmap:
        picture = QPixmap(max(1, round(wide * ratio)), max(1, round(high * ratio)))
        self._pixels += picture.width() * picture.height()
        while self._pixels > _MOST_PARTS and self._kept:
            oldest = self._kept.pop(next(iter(self._kept)))
            self._pixels -= oldest.width() * oldest.height()
        picture.setDevicePixelRatio(ratio)
        picture.fill(ground)
        painter = QPainter(picture)
        painter.setRenderHints(_SMOOTH)
        drawing(painter, wide, high, *facts)
        painter.end()
        return picture
