"""Initials on a tint."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from ui.widgets import draw
from ui.widgets.photos import paint_photo

if TYPE_CHECKING:
    from ui.widgets.look import Look

_TITLES = frozenset(
    {"dr", "dr.", "prof", "prof.", "professor", "mr", "mr.", "ms", "ms.", "mrs", "mrs."}
)


def initials_of(name: str) -> str:
    """First letters of the first and last part; titles and what follows a comma do not count."""
    parts = [part for part in name.split(",")[0].split() if part.casefold() not in _TITLES]
    letters = [next((char for char in part if char.isalpha()), "") for part in parts]
    letters = [letter for letter in letters if letter]
    if not letters:
        return "?"
    chosen = letters[:1] if len(letters) == 1 else [letters[0], letters[-1]]
    return "".join(chosen).upper()


def tint_of(key: str | int) -> int:
    """The same tint for the same mentor in every session; Python's own hash is salted."""
    return zlib.crc32(str(key).encode())


class Avatar(QWidget):
    """Decoration beside a name: it has no accessible name of its own."""

    def __init__(
        self,
        look: Look,
        initials: str,
        tint: int,
        size: int = 32,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._shown = (initials, tint)
        self._photo: QPixmap | None = None
        self.setFixedSize(size, size)
        look.changed.connect(self.update)

    def set(self, initials: str, tint: int, photo: QPixmap | None = None) -> None:
        """A photo takes the place of the initials."""
        self._shown = (initials, tint)
        self._photo = photo
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        if self._photo is not None:
            paint_photo(painter, QRectF(self.rect()), self._photo)
            return
        draw.avatar(painter, self._look, QRectF(self.rect()), *self._shown)
