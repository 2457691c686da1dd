"""The one place that loads icons: Lucide outlines, recolored and sharp at every scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_GRID = 24.0
# Rendered ahead for a QIcon, so that it stays sharp when its window moves to a denser screen.
_RATIOS = (1.0, 2.0)


def _stroke(size: float) -> float:
    """Line width in pixels of the finished icon; illustrations have a heavier line."""
    if size > 24:
        return 1.75
    return 1.5 if size >= 16 else 1.4


class Icons:
    """Icons by Lucide name and color token. `color` answers for the theme of the moment."""

    def __init__(self, folder: Path, color: Callable[[str], QColor]) -> None:
        self._folder = folder
        self._color = color
        self._sources: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, int, str, float], QPixmap] = {}

    def names(self) -> list[str]:
        return sorted(path.stem for path in self._folder.glob("*.svg"))

    def forget(self) -> None:
        """Drop what was rendered; to be called when the colors change."""
        self._pixmaps.clear()

    def icon(self, name: str, size: int = 16, color: str = "text-secondary") -> QIcon:
        icon = QIcon()
        screen = QGuiApplication.primaryScreen()
        own = screen.devicePixelRatio() if screen else 1.0
        for ratio in sorted({*_RATIOS, own}):
            icon.addPixmap(self.pixmap(name, size, color, ratio))
            faint = self.pixmap(name, size, "text-disabled", ratio)
            icon.addPixmap(faint, QIcon.Mode.Disabled)
        return icon

    def pixmap(
        self, name: str, size: int = 16, color: str = "text-secondary", dpr: float = 1.0
    ) -> QPixmap:
        """Raises FileNotFoundError for a name that is not shipped."""
        key = (name, size, color, dpr)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._render(name, size, self._color(color), dpr)
        return self._pixmaps[key]

    def _render(self, name: str, size: int, color: QColor, dpr: float) -> QPixmap:
        width = _stroke(size) * _GRID / size
        text = self._source(name).replace("currentColor", color.name())
        text = text.replace('stroke-width="2"', f'stroke-width="{width:.3f}"')
        pixmap = QPixmap(round(size * dpr), round(size * dpr))
        pixmap.setDevicePixelRatio(dpr)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, size, size))
        painter.end()
        return pixmap

    def _source(self, name: str) -> str:
        if name not in self._sources:
            self._sources[name] = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        return self._sources[name]
