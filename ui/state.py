"""What the window remembers for itself: place, size, width of the pane, the last screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QSize

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

DEFAULT_SIZE = QSize(1280, 800)
LEAST_SIZE = QSize(1024, 640)


class UiState:
    """An ini file in the config folder; one that is lost or damaged costs only the layout."""

    def __init__(self, file: Path) -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    def restore_window(self, window: QWidget, screen: QScreen | None) -> None:
        """A screen smaller than the design's least size still shows the whole window."""
        least, first = QSize(LEAST_SIZE), QSize(DEFAULT_SIZE)
        if screen is not None:
            room = screen.availableGeometry().size()
            least, first = least.boundedTo(room), first.boundedTo(room)
        window.setMinimumSize(least)
        kept = self._settings.value("window/geometry")
        if not (isinstance(kept, QByteArray) and window.restoreGeometry(kept)):
            window.resize(first)

    def keep_window(self, window: QWidget) -> None:
        self._settings.setValue("window/geometry", window.saveGeometry())

    def pane_width(self, page: str) -> int | None:
        """In px; None where nothing was kept or it is no number."""
        kept = str(self._settings.value(f"panes/{page}", ""))
        return int(kept) if kept.isdecimal() else None

    def keep_pane_width(self, page: str, px: int) -> None:
        self._settings.setValue(f"panes/{page}", px)

    @property
    def last_page(self) -> str:
        return str(self._settings.value("window/page", ""))

    @last_page.setter
    def last_page(self, page: str) -> None:
        self._settings.setValue("window/page", page)

    @property
    def rail(self) -> bool:
        """Whether the user wants the rail even where there is room for the sidebar."""
        return str(self._settings.value("window/rail", "false")) == "true"

    @rail.setter
    def rail(self, rail: bool) -> None:
        self._settings.setValue("window/rail", "true" if rail else "false")

    def save(self) -> None:
        self._settings.sync()
