"""Runs the connection test of a mail account and shows how it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lordesk.errors import LordeskError
from ui.pages.settings_mail_check import CheckCard
from ui.tasks import Lane
from ui.widgets.buttons import Button
from ui.widgets.text import Label
from ui.wording import dates

if TYPE_CHECKING:
    from datetime import datetime

    from lordesk.mail.accounts import AccountService
    from lordesk.rows.mail import AccountRow
    from ui.desk import Desk


class ConnectionTest(QWidget):
    """`requested` when the user asks for a test; `ended` with the error of the line that failed,
    or None. `trust_requested` carries the fingerprint of a certificate of this computer.
    """

    requested = Signal()
    ended = Signal(object)
    trust_requested = Signal(str)

    def __init__(self, desk: Desk, accounts: AccountService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._accounts = accounts
        self._username = ""
        look = desk.look
        self._tested = Label(look, "", "small", "text-secondary", tnum=True)
        self.button = Button(look, icon="refresh-cw", size="small")
        self._hint = Label(
            look,
            self.tr("The test sends one short message from you to yourself."),
            "small",
            "text-secondary",
            wrap=True,
        )
        self.checks = CheckCard(look)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label(look, self.tr("Connection test"), "heading"))
        head.addStretch(1)
        head.addWidget(self._tested)
        head.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 0, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addWidget(self.checks)
        self.button.clicked.connect(self.requested)
        self.checks.trust_requested.connect(self.trust_requested)

    def set_tested(self, at: datetime | None) -> None:
        """When all of it worked last."""
        self._hint.setVisible(at is None)
        self.button.setText(self.tr("Test") if at is None else self.tr("Test again"))
        now = self._desk.clock.local_now()
        self._tested.setText("" if at is None else dates.moment(at, now))

    def reset(self) -> None:
        self.checks.reset()

    def start(self, account: AccountRow) -> None:
        self._username = account.username
        self.checks.show_progress(0)
        task = self._desk.tasks.start(self._accounts.test, account, lane=Lane.MAIL)
        task.progressed.connect(self._on_progressed)
        task.succeeded.connect(self._on_succeeded)
        task.failed.connect(self._on_failed)

    def _on_progressed(self, done: int, total: int) -> None:
        self.checks.show_progress(done)

    def _on_succeeded(self, lines: object) -> None:
        assert isinstance(lines, tuple)
        self.checks.show_lines(lines, self._username)
        self.ended.emit(lines[-1].error)
        if retried := lines[-1].data.get("retried", 0):
            said = self.tr("%n message(s) of this account will be tried again.", "", retried)
            self._desk.say(said, undo=False)

    def _on_failed(self, error: object) -> None:
        assert isinstance(error, LordeskError)
        self.checks.reset()
        self._desk.report(error)
        self.ended.emit(error)
