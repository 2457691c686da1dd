"""The menus of an application, of one of its slots and of one of its targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.wording import applications as words
from ui.wording import applying

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lordesk.rows.letters import ApplicationDateRow, LetterRow, SlotRow


class _Menu(QMenu):
    """Gone once it has closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.aboutToHide.connect(self.deleteLater)

    def offer(self, text: str) -> QAction:
        """Data in a text shows as typed."""
        return self.addAction(text.replace("&", "&&"))


class ApplicationMenu(_Menu):
    target_chosen = Signal()
    slot_chosen = Signal()
    date_chosen = Signal()
    date_removed = Signal(int)
    edit_chosen = Signal()
    rules_chosen = Signal()
    season_chosen = Signal()
    proof_chosen = Signal()
    archive_chosen = Signal()
    delete_chosen = Signal()

    def __init__(
        self, add_target: str, dates: Sequence[ApplicationDateRow], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.offer(add_target).triggered.connect(self.target_chosen)
        self.offer(self.tr("Add letter")).triggered.connect(self.slot_chosen)
        self.offer(self.tr("Add date")).triggered.connect(self.date_chosen)
        if dates:
            remove = self.addMenu(self.tr("Remove date"))
            remove.triggered.connect(self._on_date_triggered)
            for date in dates:
                action = remove.addAction(words.dated_title(date).replace("&", "&&"))
                action.setData(date.id)
        self.addSeparator()
        self.offer(self.tr("Rules and sources")).triggered.connect(self.rules_chosen)
        self.offer(self.tr("Proof report…")).triggered.connect(self.proof_chosen)
        self.offer(self.tr("Start next season…")).triggered.connect(self.season_chosen)
        self.addSeparator()
        self.offer(self.tr("Edit")).triggered.connect(self.edit_chosen)
        self.offer(self.tr("Archive")).triggered.connect(self.archive_chosen)
        self.offer(self.tr("Delete")).triggered.connect(self.delete_chosen)

    def _on_date_triggered(self, action: QAction) -> None:
        self.date_removed.emit(action.data())


class SlotMenu(_Menu):
    open_chosen = Signal(object)
    mentor_chosen = Signal(object)
    writer_chosen = Signal(int, int)
    """Slot and letter."""
    empty_chosen = Signal(object)
    rename_chosen = Signal(object)
    remove_chosen = Signal(object)
    add_chosen = Signal()

    def __init__(self, slot: SlotRow, parent: QWidget) -> None:
        super().__init__(parent)
        self._slot = slot
        self._offer_people(slot)
        self.addSeparator()
        self.offer(self.tr("Edit letter")).triggered.connect(self._on_rename_triggered)
        self.offer(self.tr("Remove letter")).triggered.connect(self._on_remove_triggered)
        self.addSeparator()
        self.offer(self.tr("Add letter")).triggered.connect(self.add_chosen)

    def _offer_people(self, slot: SlotRow) -> None:
        if slot.letter is None:
            self.offer(self.tr("Choose a mentor")).triggered.connect(self._on_choose_triggered)
        else:
            text = self.tr("Open {name}").format(name=slot.letter.mentor_short)
            self.offer(text).triggered.connect(self._on_open_triggered)
        for letter in slot.backups:
            self._offer_backup(letter)
        if slot.letter is not None:
            text = self.tr("Take {name} off").format(name=slot.letter.mentor_short)
            self.offer(text).triggered.connect(self._on_empty_triggered)

    def _offer_backup(self, letter: LetterRow) -> None:
        text = self.tr("Make {name} the writer").format(name=letter.mentor_short)
        action = self.offer(text)
        action.setData(letter.id)
        action.triggered.connect(self._on_backup_triggered)

    def _on_choose_triggered(self) -> None:
        self.mentor_chosen.emit(self._slot)

    def _on_open_triggered(self) -> None:
        self.open_chosen.emit(self._slot.letter)

    def _on_empty_triggered(self) -> None:
        self.empty_chosen.emit(self._slot)

    def _on_rename_triggered(self) -> None:
        self.rename_chosen.emit(self._slot)

    def _on_remove_triggered(self) -> None:
        self.remove_chosen.emit(self._slot)

    def _on_backup_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.writer_chosen.emit(self._slot.id, action.data())


class LetterMenu(_Menu):
    """Of a column: one letter, and all the places that it could go to."""

    everywhere_chosen = Signal(int)
    off_chosen = Signal(int)
    open_chosen = Signal(object)

    def __init__(self, letter: LetterRow, parent: QWidget) -> None:
        super().__init__(parent)
        self._letter = letter
        text = self.tr("Open {name}").format(name=letter.mentor_short)
        self._open = self.offer(text)
        self._open.triggered.connect(self._on_open_triggered)

    def offer_everywhere(self, places: int, schools: bool) -> None:
        """`places` is how many it could still go to."""
        name = self._letter.mentor_short
        text = applying.everywhere(name, places, schools) if places else applying.nowhere(name)
        action = QAction(text.replace("&", "&&"), self)
        action.setEnabled(bool(places))
        action.triggered.connect(self._on_everywhere_triggered)
        self.insertAction(self._open, action)

    def offer_taking_off(self, places: int) -> None:
        if not places:
            return
        text = self.tr("Take {name} off everywhere").format(name=self._letter.mentor_short)
        action = QAction(text.replace("&", "&&"), self)
        action.triggered.connect(self._on_off_triggered)
        self.insertAction(self._open, action)

    def _on_everywhere_triggered(self) -> None:
        self.everywhere_chosen.emit(self._letter.id)

    def _on_off_triggered(self) -> None:
        self.off_chosen.emit(self._letter.id)

    def _on_open_triggered(self) -> None:
        self.open_chosen.emit(self._letter)


class TargetMenu(_Menu):
    edit_chosen = Signal(int)
    applied_chosen = Signal(int)
    not_applied_chosen = Signal(int)
    remove_chosen = Signal(int)

    def __init__(self, target_id: int, applied: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._target_id = target_id
        self.offer(self.tr("Edit")).triggered.connect(self._on_edit_triggered)
        if applied:
            action = self.offer(self.tr("Not applied yet"))
            action.triggered.connect(self._on_not_applied_triggered)
        else:
            action = self.offer(self.tr("Applied today…"))
            action.triggered.connect(self._on_applied_triggered)
        self.addSeparator()
        self.offer(self.tr("Remove")).triggered.connect(self._on_remove_triggered)

    def _on_edit_triggered(self) -> None:
        self.edit_chosen.emit(self._target_id)

    def _on_applied_triggered(self) -> None:
        self.applied_chosen.emit(self._target_id)

    def _on_not_applied_triggered(self) -> None:
        self.not_applied_chosen.emit(self._target_id)

    def _on_remove_triggered(self) -> None:
        self.remove_chosen.emit(self._target_id)
