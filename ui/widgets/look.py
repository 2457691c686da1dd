"""What every widget is handed to paint itself, and how icons follow a change of theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QSize, SignalInstance

from ui.icons import Icons

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QColor

    from ui.theme import Theme, ThemeManager


class Look(NamedTuple):
    """Theme and icons together. One for the whole application, handed in by constructor."""

    themes: ThemeManager
    icons: Icons

    @property
    def theme(self) -> Theme:
        return self.themes.theme

    @property
    def changed(self) -> SignalInstance:
        """After colors or text size changed; icons are already fresh then."""
        return self.themes.changed

    def color(self, name: str) -> QColor:
        return self.themes.theme.color(name)

    def px(self, size: float) -> int:
        return self.themes.theme.px(size)


def make_look(themes: ThemeManager, resources: Path) -> Look:
    def color(name: str) -> QColor:
        return themes.theme.color(name)

    icons = Icons(resources / "icons", color)
    themes.changed.connect(icons.forget)
    return Look(themes, icons)


class _IconBinding(QObject):
    """Lives as a child of its target and sets the icon anew after each change of theme."""

    def __init__(self, target: QObject, look: Look, name: str, size: int, color: str) -> None:
        super().__init__(target)
        self._target = target
        self._look = look
        self._drawn = (name, size, color)
        look.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        name, size, color = self._drawn
        grown = self._look.px(size)
        target = self._target
        target.setIcon(self._look.icons.icon(name, grown, color))  # type: ignore[attr-defined]
        if hasattr(target, "setIconSize"):
            target.setIconSize(QSize(grown, grown))


def bind_icon(
    target: QObject, look: Look, name: str, size: int = 16, color: str = "text-secondary"
) -> None:
    """Give a QAction or a button an icon that follows the theme; a second call replaces it."""
    for child in target.children():
        if isinstance(child, _IconBinding):
            child.setParent(None)
            child.deleteLater()
    _IconBinding(target, look, name, size, color)
