"""The license of something that comes with LoRDesk, in its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.dialogs.dialog import Dialog
from ui.widgets.buttons import Button
from ui.widgets.fields import TextArea

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk


class LicenseDialog(Dialog):
    def __init__(self, desk: Desk, name: str, text: str, parent: QWidget | None = None) -> None:
        title = self.tr("License of {name}").format(name=name)
        super().__init__(desk, title, width=640, parent=parent)
        area = TextArea(self._look, rows=18)
        area.setReadOnly(True)
        area.setPlainText(text)
        area.setAccessibleName(title)
        self.body.addWidget(area)
        done = Button(self._look, self.tr("Close"))
        done.setDefault(True)
        done.clicked.connect(self.accept)
        self._buttons.addWidget(done)
        done.setFocus()
