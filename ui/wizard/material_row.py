"""One line of the materials: what it is, which file it is, whether it goes with the message."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lordesk.kinds import MaterialKind
from ui.widgets.buttons import Button, IconButton
from ui.widgets.checks import CheckBox
from ui.widgets.text import ElidedLabel, IconLabel, Label
from ui.wording.dates import file_size, month_day
from ui.wording.kinds import word

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from lordesk.rows.mail import FileRef, MaterialRow
    from ui.widgets.look import Look

_ICONS = {
    MaterialKind.PHOTO: "image",
    MaterialKind.PROGRAM_LIST: "list",
    MaterialKind.SHARED_WORK: "files",
    MaterialKind.REQUEST_FORM: "clipboard-list",
}


class MaterialLine(QWidget):
    """`ticked` says whether the file goes with the message; a dropped file is `chosen` too."""

    ticked = Signal(object, bool)
    add_clicked = Signal(object)
    remove_clicked = Signal(object)
    dropped = Signal(object, object)

    def __init__(self, look: Look, kind: MaterialKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.kind = kind
        self.row: MaterialRow | None = None
        self.setAcceptDrops(True)
        name = word(kind)
        self.box = CheckBox(look)
        self._title = Label(look, name, "bodyMedium")
        self._detail = ElidedLabel(look, style="small", color="text-secondary")
        self._wrong = Label(look, style="small", color="danger-text", wrap=True)
        self._wrong.hide()
        self.add = Button(look, size="small")
        self.remove = IconButton(look, "x", self.tr("Remove {what}").format(what=name), "small")
        words = QVBoxLayout()
        words.setSpacing(1)
        for part in (self._title, self._detail, self._wrong):
            words.addWidget(part)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 12, 8)
        line.setSpacing(12)
        line.addWidget(self.box)
        line.addWidget(IconLabel(look, _ICONS.get(kind, "file-text"), 18))
        line.addLayout(words, 1)
        line.addWidget(self.add)
        line.addWidget(self.remove)
        self.setMinimumHeight(look.px(56))
        self.box.clicked.connect(self._on_box_clicked)
        self.add.clicked.connect(self._on_add_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.show_file(None, None, "")

    def show_file(
        self,
        row: MaterialRow | None,
        attached: FileRef | None,
        why: str,
        day: date | None = None,
        today: date | None = None,
    ) -> None:
        """`attached` is what goes with the message; it may be an older version. `why` is said
        while there is no file.
        """
        self.row = row
        name = word(self.kind)
        file = attached or (row.file if row else None)
        self.box.setChecked(attached is not None)
        self.box.setEnabled(file is not None)
        self.box.setAccessibleName(self.tr("Attach {what}").format(what=name))
        self.remove.setVisible(row is not None)
        if file is None:
            self._detail.setText(why)
            self.add.setText(self.tr("Add"))
            self.add.setAccessibleName(self.tr("Add {what}").format(what=name))
        else:
            self._detail.setText(self._about(row, file, day, today))
            self.add.setText(self.tr("Replace"))
            self.add.setAccessibleName(self.tr("Replace {what}").format(what=name))
        self.box.setAccessibleDescription(self._detail.text())
        self.setAccessibleDescription(self._detail.text())

    def set_problem(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self.add.setAccessibleDescription(sentence)

    def problem(self) -> str:
        return self._wrong.text()

    def detail(self) -> str:
        return self._detail.text()

    def set_busy(self, busy: bool) -> None:
        self.add.setEnabled(not busy)
        self.remove.setEnabled(not busy)
        if busy:
            self._detail.setText(self.tr("Adding…"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(self.kind, path)

    def _about(
        self, row: MaterialRow | None, file: FileRef, day: date | None, today: date | None
    ) -> str:
        if row is None or day is None or row.file.sha256 != file.sha256:
            text = self.tr("{file} · an earlier version · {size}")
            return text.format(file=file.name, size=file_size(file.size))
        text = self.tr("{file} · updated {day} · {size}")
        return text.format(file=file.name, day=month_day(day, today), size=file_size(file.size))

    def _on_box_clicked(self, checked: bool) -> None:
        self.ticked.emit(self.kind, checked)

    def _on_add_clicked(self) -> None:
        self.add_clicked.emit(self.kind)

    def _on_remove_clicked(self) -> None:
        self.remove_clicked.emit(self.kind)


def _dropped_file(event: QDropEvent) -> Path | None:
    """One local file; anything else is not for this line."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
