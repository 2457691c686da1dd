"""Where the data cannot be opened: what happened, in a sentence, and everything stays in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lordesk.errors import LordeskError
from ui.widgets.buttons import Button
from ui.widgets.focus_ring import FocusRing
from ui.widgets.text import IconLabel, Label
from ui.widgets.toast import announce
from ui.wording import dates
from ui.wording.errors import details, sentence

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QPaintEvent, QShowEvent

    from lordesk.services.recovery import RecoveryService
    from ui.widgets.look import Look


class RecoveryWindow(QWidget):
    """`recovery` is there where the file itself is the trouble, and a copy or a new one helps."""

    retried = Signal()
    quit_requested = Signal()

    def __init__(
        self,
        look: Look,
        error: LordeskError,
        backups: Path,
        recovery: RecoveryService | None = None,
        now: datetime | None = None,
    ) -> None:
        super().__init__()
        self._look = look
        self._backups = backups
        self._recovery = recovery
        self._good = recovery.newest_good() if recovery is not None else None
        self._now = now
        self._sure = False
        self.setWindowTitle(self.tr("Your data could not be opened"))
        self.setMinimumWidth(560)
        self._build(sentence(error), details(error))
        self._ring = FocusRing(look, self)

    def _build(self, words: str, more: str) -> None:
        look = self._look
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 24)
        column.setSpacing(16)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(IconLabel(look, "circle-alert", 20, "danger-text"))
        head.addWidget(Label(look, self.windowTitle(), "title"), 1)
        column.addLayout(head)
        self._words = Label(look, words, "lead", wrap=True, selectable=True)
        column.addWidget(self._words)
        self._way_out = Label(look, self._copy_words(), wrap=True, selectable=True)
        self._way_out.setVisible(self._recovery is not None)
        column.addWidget(self._way_out)
        column.addLayout(self._ways_out())
        self._details = Label(look, more, "small", "text-secondary", wrap=True, selectable=True)
        self._details.hide()
        column.addWidget(self._details)
        column.addStretch(1)
        column.addLayout(self._buttons())
        self._again.setFocus()  # only now it has a window

    def _ways_out(self) -> QHBoxLayout:
        look = self._look
        self.folder = Button(look, self.tr("Open backup folder"), icon="folder-open")
        self.folder.setVisible(self._recovery is not None and any(self._backups.glob("*.db")))
        self.restore = Button(look, self.tr("Restore the newest backup"))
        self.restore.setVisible(self._good is not None)
        self.anew = Button(look, self.tr("Keep the damaged file and start new"))
        self.anew.setVisible(self._recovery is not None and self._good is None)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.restore, self.anew, self.folder):
            row.addWidget(button)
        row.addStretch(1)
        self.folder.clicked.connect(self._on_folder_clicked)
        self.restore.clicked.connect(self._on_restore_clicked)
        self.anew.clicked.connect(self._on_anew_clicked)
        return row

    def _buttons(self) -> QHBoxLayout:
        look = self._look
        self._more = Button(look, self.tr("Details"), "quiet")
        leave = Button(look, self.tr("Quit"))
        self._again = Button(look, self.tr("Try again"), "primary")
        self._again.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._more)
        row.addStretch(1)
        for button in (leave, self._again):
            row.addWidget(button)
        self._more.clicked.connect(self._on_more_clicked)
        leave.clicked.connect(self.quit_requested)
        self._again.clicked.connect(self.retried)
        return row

    def way_out(self) -> str:
        """What is said of a copy that could take the place of the file."""
        return self._way_out.text()

    def _copy_words(self) -> str:
        if self._good is None:
            if any(self._backups.glob("*.db")):
                return self.tr("None of the backups in the folder is whole.")
            return self.tr("There is no backup in the backup folder.")
        text = self.tr(
            "The newest good backup is of {day}, {time} ({size}). If you restore it, the damaged "
            "file is kept beside it, and no mail goes out by itself."
        )
        made = self._good.made_at.astimezone(self._now.tzinfo if self._now else None)
        size = dates.file_size(self._good.size)
        day = dates.full_date(made.date())
        return text.format(day=day, time=dates.clock(made.time()), size=size)

    def showEvent(self, event: QShowEvent) -> None:
        """In the middle of the screen, where the system does not choose a place."""
        super().showEvent(event)
        frame = self.frameGeometry()
        frame.moveCenter(self.screen().availableGeometry().center())
        self.move(frame.topLeft())

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.color("window"))

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.quit_requested.emit()

    def _on_more_clicked(self) -> None:
        self._details.setVisible(self._details.isHidden())

    def _on_folder_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._backups)))

    def _on_restore_clicked(self) -> None:
        if self._recovery is None or self._good is None:
            return
        try:
            self._recovery.restore(self._good)
        except LordeskError as error:
            self._say(error)
        else:
            self.retried.emit()

    def _on_anew_clicked(self) -> None:
        """The first click says what follows, the second does it."""
        if self._recovery is None:
            return
        if not self._sure:
            self._sure = True
            self.anew.setText(self.tr("Start new"))
            self._way_out.setText(
                self.tr(
                    "LoRDesk will begin empty. The damaged file stays in its folder under a name "
                    "with today’s date. Click once more to start new."
                )
            )
            announce(self, self._way_out.text())
            return
        try:
            self._recovery.start_new()
        except LordeskError as error:
            self._say(error)
        else:
            self.retried.emit()

    def _say(self, error: LordeskError) -> None:
        self._words.setText(sentence(error))
        self._details.setText(details(error))
        announce(self, sentence(error))
