"""A mentor's photo, chosen from a file and made small at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.avatar import Avatar, tint_of
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.photos import read_square
from ui.widgets.text import Label

if TYPE_CHECKING:
    from lordesk.rows.people import MentorRow
    from ui.desk import Desk

_SIZE = 48


class PhotoField(QWidget):
    """`picture` is None while nothing was changed, and empty bytes where it was taken off."""

    def __init__(
        self, desk: Desk, mentor: MentorRow, photo: QPixmap | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        look = desk.look
        self._desk = desk
        self._face = (mentor.initials, tint_of(mentor.id))
        self.picture: bytes | None = None
        self._avatar = Avatar(look, "", 0, _SIZE)
        self._choose = Button(look, self.tr("Choose a photo"), icon="image")
        self._remove = LinkButton(look, self.tr("Take it off"))
        self._wrong = Label(look, "", "small", "danger-text", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._avatar)
        row.addWidget(self._choose)
        row.addWidget(self._remove)
        row.addWidget(self._wrong, 1)
        self._show(photo)
        self._choose.clicked.connect(self._on_choose_clicked)
        self._remove.clicked.connect(self._on_remove_clicked)

    def _show(self, photo: QPixmap | None, wrong: str = "") -> None:
        self._avatar.set(*self._face, photo)
        self._remove.setVisible(photo is not None)
        self._wrong.setText(wrong)

    def _on_choose_clicked(self) -> None:
        kinds = self.tr("Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.gif)")
        found = self._desk.boxes.open_files(self, self.tr("Choose a photo"), kinds)
        if not found:
            return
        picture = read_square(str(found[0]))
        if not picture:
            self._wrong.setText(self.tr("This file is no picture that can be shown."))
            return
        self.picture = picture
        photo = QPixmap()
        photo.loadFromData(picture)
        self._show(photo)

    def _on_remove_clicked(self) -> None:
        self.picture = b""
        self._show(None)
        self._choose.setFocus()
