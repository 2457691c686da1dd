"""The one place that opens message boxes and the system's file dialogs.

Their classes are imported when one opens: the start waits for none of them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Boxes(Protocol):
    """What may be asked. Tests hand in an object that knows the answers.

    A box is for a question before loss; anything else is said in place.
    """

    def ask(
        self,
        parent: QWidget | None,
        question: str,
        yes: str,
        no: str,
        *,
        danger: bool = False,
        detail: str = "",
    ) -> bool:
        """`yes` and `no` are verbs ("Delete", "Keep"). Escape is no; so is Enter for a danger."""
        ...

    def open_files(
        self, parent: QWidget | None, title: str, kinds: str = "", many: bool = False
    ) -> list[Path]:
        """`kinds` as Qt filters: "PDF (*.pdf);;All files (*)". Empty when dismissed."""
        ...

    def save_file(
        self, parent: QWidget | None, title: str, suggested: str, kinds: str = ""
    ) -> Path | None: ...

    def pick_folder(self, parent: QWidget | None, title: str) -> Path | None: ...


class QtBoxes:
    def ask(
        self,
        parent: QWidget | None,
        question: str,
        yes: str,
        no: str,
        *,
        danger: bool = False,
        detail: str = "",
    ) -> bool:
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(parent)
        box.setWindowModality(Qt.WindowModality.WindowModal)
        box.setIcon(QMessageBox.Icon.Warning if danger else QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(QGuiApplication.applicationDisplayName())
        box.setText(question)
        box.setInformativeText(detail)
        role = QMessageBox.ButtonRole
        agree = box.addButton(
            yes.replace("&", "&&"), role.DestructiveRole if danger else role.AcceptRole
        )
        refuse = box.addButton(no.replace("&", "&&"), role.RejectRole)
        box.setEscapeButton(refuse)
        box.setDefaultButton(refuse if danger else agree)
        box.exec()
        agreed = box.clickedButton() is agree
        box.deleteLater()
        return agreed

    def open_files(
        self, parent: QWidget | None, title: str, kinds: str = "", many: bool = False
    ) -> list[Path]:
        from PySide6.QtWidgets import QFileDialog

        if many:
            names, _ = QFileDialog.getOpenFileNames(parent, title, "", kinds)
            return [Path(name) for name in names]
        name, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
        return [Path(name)] if name else []

    def save_file(
        self, parent: QWidget | None, title: str, suggested: str, kinds: str = ""
    ) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getSaveFileName(parent, title, suggested, kinds)
        return Path(name) if name else None

    def pick_folder(self, parent: QWidget | None, title: str) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        name = QFileDialog.getExistingDirectory(parent, title)
        return Path(name) if name else None
