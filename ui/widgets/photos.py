"""Photos of people as round pictures, read once each, and made small before they are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QPainter, QPixmap

_SIDE = 256
_MOST_PIXELS = 64_000_000
"""A larger picture would take more memory than a photo is worth."""


class Photos:
    """`path` tells where the file of a hash lies. What cannot be read is no picture."""

    def __init__(self, path: Callable[[str], Path]) -> None:
        self._path = path
        self._known: dict[str, QPixmap | None] = {}

    def get(self, sha256: str) -> QPixmap | None:
        """None where there is no photo: then the initials stand for the person."""
        if not sha256:
            return None
        if sha256 not in self._known:
            from PySide6.QtGui import QImage, QPixmap

            image = QImage(str(self._path(sha256)))
            self._known[sha256] = None if image.isNull() else QPixmap.fromImage(image)
        return self._known[sha256]


def paint_photo(painter: QPainter, rect: QRectF, photo: QPixmap) -> None:
    """Fill a circle with a square picture."""
    shape = QPainterPath()
    shape.addEllipse(rect)
    painter.save()
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.drawPixmap(rect, photo, QRectF(photo.rect()))
    painter.restore()


def read_square(path: str) -> bytes:
    """The middle of a picture as a small PNG, turned as the camera was held; empty where the file
    is no picture. Nothing of what the camera wrote into the file is kept.
    """
    # What reads and writes pictures is a MiB that a start without photos does without.
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
    from PySide6.QtGui import QImage, QImageReader, QImageWriter

    reader = QImageReader(path)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and size.width() * size.height() > _MOST_PIXELS:
        return b""
    if size.isValid():
        # A decoder that can, such as that of JPEG, reads only as much as is needed.
        grow = Qt.AspectRatioMode.KeepAspectRatioByExpanding
        reader.setScaledSize(size.scaled(QSize(_SIDE, _SIDE), grow))
    image = reader.read()
    if image.isNull():
        return b""
    side = min(image.width(), image.height())
    left, top = (image.width() - side) // 2, (image.height() - side) // 2
    square = image.copy(left, top, side, side)
    smooth = Qt.TransformationMode.SmoothTransformation
    small = square.scaled(QSize(_SIDE, _SIDE), Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    plain = QImage(small.convertToFormat(QImage.Format.Format_RGB32))
    for key in plain.textKeys():
        plain.setText(key, "")
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(plain)
    return bytes(content.data())
