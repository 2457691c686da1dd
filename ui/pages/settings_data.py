"""Settings, Data: where everything lies, its copies, the samples, and who was contacted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices

from lordesk.errors import LordeskError
from ui.pages.settings_section import Section
from ui.widgets.buttons import Button
from ui.widgets.notice import Notice
from ui.widgets.text import ElidedLabel, Label
from ui.wording import dates
from ui.wording import settings as words
from ui.wording.errors import details, sentence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lordesk.mail.accounts import AccountService
    from lordesk.paths import Paths
    from lordesk.rows.mail import BackupRow, HostRow
    from lordesk.services.backups import BackupService
    from lordesk.services.sample import SampleService
    from ui.desk import Desk
    from ui.widgets.card import Card

_COPIES_SHOWN = 5


class DataSection(Section):
    TABLES = frozenset({"host_contact", "mentor", "application"})

    def __init__(
        self,
        desk: Desk,
        paths: Paths,
        backups: BackupService,
        sample: SampleService,
        accounts: AccountService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            desk,
            self.tr("Data and backup"),
            self.tr("Everything stays on this computer, for you alone to read."),
            parent,
        )
        self._paths = paths
        self._backups = backups
        self._sample = sample
        self._accounts = accounts
        self._build_places()
        self._build_copies()
        self._build_sample()
        self.add_heading(self.tr("Computers that LoRDesk has contacted"))
        self._hosts = self.add_card()
        self.column.addStretch(1)

    # --- building -------------------------------------------------------------------------------

    def _build_places(self) -> None:
        card = self.add_card()
        self._folders: list[Button] = []
        for text, path in (
            (self.tr("Data"), self._paths.data),
            (self.tr("Backups"), self._paths.backups),
            (self.tr("Settings"), self._paths.config),
            (self.tr("Logs"), self._paths.logs),
        ):
            button = Button(self._look, self.tr("Open folder"), size="small")
            button.setAccessibleName(self.tr("Open folder: {name}").format(name=text))
            button.setProperty("folder", str(path))
            button.clicked.connect(self._on_folder_clicked)
            self._folders.append(button)
            where = ElidedLabel(self._look, str(path), "body", "text-secondary")
            self.add_row(card, self.label(text), where, button, stretch=1)

    def _build_copies(self) -> None:
        head = self.add_heading(self.tr("Backups"))
        self._copy = Button(self._look, self.tr("Back up now"), icon="save", size="small")
        self._copy.clicked.connect(self._on_copy_clicked)
        head.addWidget(self._copy)
        self._trouble = Notice(self._look, "danger", compact=True)
        self._trouble.hide()
        self.column.addWidget(self._trouble)
        self._copies = self.add_card()

    def _build_sample(self) -> None:
        self.add_heading(self.tr("Sample data"))
        text = self.two_lines(
            self.tr("Invented people, letters and dates"),
            self.tr("To look around. What you add yourself stays when they go."),
        )
        self._samples = Button(self._look)
        self._samples.clicked.connect(self._on_samples_clicked)
        self.add_row(self.add_card(), text, self._samples)

    def first(self) -> QWidget:
        return self._folders[0]

    # --- showing --------------------------------------------------------------------------------

    def reload(self) -> None:
        self._show_copies()
        present = self._sample.present()
        self._samples.setText(
            self.tr("Remove sample data") if present else self.tr("Add sample data")
        )
        _empty(self._hosts)
        hosts = self._accounts.hosts()
        if not hosts:
            text = self.tr("None so far. Only your own mail server is ever contacted.")
            self.add_row(self._hosts, Label(self._look, text, "body", "text-secondary", wrap=True))
        for host in hosts:
            self._add_host(host)

    def _show_copies(self) -> None:
        _empty(self._copies)
        rows = self._backups.rows()
        if not rows:
            text = self.tr("No backup yet. The first one takes a moment.")
            none = Label(self._look, text, "body", "text-secondary", wrap=True)
            self.add_row(self._copies, none)
        for row in rows[:_COPIES_SHOWN]:
            self._add_copy(row)

    def _add_copy(self, row: BackupRow) -> None:
        when = dates.moment(row.made_at, self._desk.clock.local_now())
        size = dates.file_size(row.size)
        self.add_row(
            self._copies,
            ElidedLabel(self._look, words.backup_reason(row.reason), "bodyMedium"),
            Label(self._look, size, "small", "text-secondary", tnum=True),
            Label(self._look, when, "small", "text-secondary", tnum=True),
        )

    def _add_host(self, host: HostRow) -> None:
        address = self.tr("{host}, port {port}").format(host=host.host, port=host.port)
        times = self.tr("%n time(s)", "", host.times)
        when = dates.moment(host.last_at, self._desk.clock.local_now())
        self.add_row(
            self._hosts,
            ElidedLabel(self._look, address, "bodyMedium"),
            Label(self._look, words.host_purpose(host.purpose), "small", "text-secondary"),
            Label(self._look, times, "small", "text-secondary", tnum=True),
            Label(self._look, when, "small", "text-secondary", tnum=True),
        )

    # --- doing ----------------------------------------------------------------------------------

    def _on_folder_clicked(self) -> None:
        sender = self.sender()
        if not isinstance(sender, Button):
            return
        folder = Path(str(sender.property("folder")))
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            text = self.tr("This desktop did not open the folder. It is {path}.")
            self._desk.say(text.format(path=folder), undo=False)

    def _on_copy_clicked(self) -> None:
        self._trouble.hide()
        self._copy.setEnabled(False)
        task = self._desk.tasks.start(self._backups.make_job, "by-hand")
        task.succeeded.connect(self._on_copy_succeeded)
        task.failed.connect(self._on_copy_failed)
        task.finished.connect(self._on_copy_finished)

    def _on_copy_succeeded(self, path: object) -> None:
        self._show_copies()
        self._desk.say(self.tr("Backup made and checked."), undo=False)

    def _on_copy_failed(self, error: object) -> None:
        assert isinstance(error, LordeskError)
        self._trouble.set("danger", sentence(error))
        self._trouble.setToolTip(details(error))
        self._trouble.show()

    def _on_copy_finished(self) -> None:
        focused = self._copy.hasFocus()
        self._copy.setEnabled(True)
        if focused or self.focusWidget() is None:
            self._copy.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_samples_clicked(self) -> None:
        try:
            if self._sample.present():
                self._sample.remove()
            else:
                self._sample.add()
        except LordeskError as error:
            self._desk.report(error)
            return
        self._desk.say()


def _empty(card: Card) -> None:
    while (item := card.body.takeAt(0)) is not None:
        widget, layout = item.widget(), item.layout()
        while layout is not None and (inner := layout.takeAt(0)) is not None:
            if (line := inner.widget()) is not None:
                line.deleteLater()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
