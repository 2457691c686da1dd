"""What can be done to several mentors at once, in place of the filters while several are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from ui.widgets.buttons import Button
from ui.widgets.fields import TextField
from ui.widgets.text import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from lordesk.rows.people import MentorListRow
    from ui.widgets.look import Look


class BulkBar(QWidget):
    """A tag that all of them have is taken off, any other is given to all."""

    tag_picked = Signal(str, bool)
    """A tag, and whether it is given or taken off."""
    archive_requested = Signal()
    restore_requested = Signal()
    delete_requested = Signal()
    cleared = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[MentorListRow] = ()
        self._known: tuple[str, ...] = ()
        self._tags: dict[QAction, str] = {}
        self.setAccessibleName(self.tr("Chosen mentors"))
        self._count = Label(look, "", "bodyStrong", tnum=True)
        self._menu = QMenu(self)
        self._tag = Button(look, self.tr("Tag"), icon="tag", trailing="chevron-down")
        self._new = TextField(look, self.tr("New tag, then Enter"))
        self._new.setAccessibleName(self.tr("New tag"))
        self._new.setMaximumWidth(look.px(180))
        self._new.hide()
        self._archive = Button(look, self.tr("Archive"))
        self._delete = Button(look, self.tr("Delete"), "danger")
        self._clear = Button(look, self.tr("Clear"), "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._count)
        row.addStretch(1)
        for widget in (self._new, self._tag, self._archive, self._delete, self._clear):
            row.addWidget(widget)
        self._connect()

    def show_rows(self, rows: Sequence[MentorListRow], known: Sequence[str]) -> None:
        """The chosen rows, and every tag that there is."""
        self._rows, self._known = rows, tuple(known)
        self._count.setText(self.tr("%n selected", "", len(rows)))
        back = all(row.archived for row in rows)
        self._archive.setText(self.tr("Back to the list") if back else self.tr("Archive"))

    def fold(self, narrow: bool) -> None:
        """What is left out where it is narrow is on the keyboard: Esc clears."""
        self._clear.setVisible(not narrow)

    def _connect(self) -> None:
        self._tag.clicked.connect(self._on_tag_clicked)
        self._menu.triggered.connect(self._on_triggered)
        self._new.returnPressed.connect(self._on_new_entered)
        self._archive.clicked.connect(self._on_archive_clicked)
        self._delete.clicked.connect(self.delete_requested)
        self._clear.clicked.connect(self.cleared)
        leave = QShortcut(QKeySequence("Esc"), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self._on_left)

    def _on_tag_clicked(self) -> None:
        self._menu.clear()
        self._tags = {}
        for tag in self._known:
            action = self._menu.addAction(tag.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(all(tag in row.tags for row in self._rows))
            self._tags[action] = tag
        if self._known:
            self._menu.addSeparator()
        self._menu.addAction(self.tr("New tag"))
        self._menu.popup(self._tag.mapToGlobal(self._tag.rect().bottomLeft()))

    def _on_triggered(self, action: QAction) -> None:
        tag = self._tags.get(action)
        if tag is not None:
            self.tag_picked.emit(tag, action.isChecked())
            return
        self._new.show()
        self._new.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_new_entered(self) -> None:
        text = self._new.text().strip()
        self._new.clear()
        self._new.hide()
        if text:
            self.tag_picked.emit(text, True)

    def _on_archive_clicked(self) -> None:
        back = all(row.archived for row in self._rows)
        (self.restore_requested if back else self.archive_requested).emit()

    def _on_left(self) -> None:
        if self._new.isVisible():
            self._new.clear()
            self._new.hide()
            self._tag.setFocus()
        else:
            self.cleared.emit()
