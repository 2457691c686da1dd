"""The Outbox: what asks for the user, what is on its way, and what has gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lordesk.errors import LordeskError
from lordesk.kinds import OutboxState
from lordesk.kinds import Page as PageKind
from ui.pages.outbox_entry import OutboxEntry
from ui.pages.page import Page
from ui.tasks import Lane
from ui.widgets.avatar import Avatar, initials_of, tint_of
from ui.widgets.buttons import Button
from ui.widgets.card import Card, SectionHeader
from ui.widgets.checks import Switch
from ui.widgets.empty import EmptyState
from ui.widgets.notice import Notice
from ui.widgets.scroll import ScrollPane
from ui.widgets.text import ElidedLabel, Label
from ui.wording import outbox as words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from lordesk.mail.accounts import AccountService
    from lordesk.mail.outbox import OutboxService
    from lordesk.rows.mail import OutboxRow
    from ui.desk import Desk

_SENT_SHOWN = 50
_WIDEST = 960
_GONE = (OutboxState.SENT, OutboxState.CONFIRMED)


class OutboxPage(Page):
    KIND = PageKind.OUTBOX
    TABLES = frozenset({"outbox_entry", "message", "account"})

    def __init__(
        self,
        desk: Desk,
        outbox: OutboxService,
        accounts: AccountService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._outbox = outbox
        self._accounts = accounts
        self._set_up()

    # --- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._look
        content = QWidget()
        content.setMaximumWidth(_WIDEST)
        self._outer = QVBoxLayout(content)
        self._outer.setContentsMargins(24, 24, 24, 24)
        self._outer.setSpacing(0)
        header = QHBoxLayout()
        header.addWidget(Label(look, self.tr("Outbox"), "display"))
        header.addStretch(1)
        header.addWidget(Label(look, self.tr("Send mail by itself"), "body", "text-secondary"))
        header.addSpacing(8)
        self._switch = Switch(look, self.tr("Send mail by itself"))
        header.addWidget(self._switch)
        self._outer.addLayout(header)
        self._outer.addSpacing(4)
        note = self.tr("Mail leaves only while LoRDesk is running, and never twice.")
        self._outer.addWidget(Label(look, note, "body", "text-secondary"))
        self._outer.addSpacing(12)
        self._setup = Notice(
            look,
            "accent",
            self.tr("Mail is not set up yet."),
            self.tr("Until then you can open each message in your own mail app."),
            self.tr("Set up mail"),
        )
        self._outer.addWidget(self._setup)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._list.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._outer.addLayout(self._list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(ScrollPane(content))

    def _connect(self) -> None:
        self._switch.clicked.connect(self._on_switch_clicked)
        self._setup.clicked.connect(self._open_settings)

    def areas(self) -> list[QWidget]:
        entries = self.findChildren(OutboxEntry)
        buttons = entries[0].findChildren(Button) if entries else []
        return [buttons[0] if buttons else self._switch]

    # --- showing --------------------------------------------------------------------------------

    def reload(self) -> None:
        self._switch.setChecked(not self._outbox.stopped)
        self._setup.setVisible(not self._accounts.rows())
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        asking = self._outbox.asking()
        pending = self._outbox.pending()
        gone = [row for row in self._outbox.rows(_SENT_SHOWN) if row.state in _GONE]
        self._add_entries(self.tr("Needs you"), asking, "danger")
        self._add_entries(self.tr("On its way"), pending, "neutral")
        self._add_gone(gone)
        if not (asking or pending or gone):
            self._list.addSpacing(40)
            self._list.addWidget(
                EmptyState(
                    self._look,
                    self.tr("Nothing on its way."),
                    self.tr("Requests and notes that you send pass through here."),
                    icons=("user", "send", "mail"),
                )
            )

    def _section(self, text: str, count: int, tone: str) -> Card:
        self._list.addSpacing(16)
        self._list.addWidget(SectionHeader(self._look, text, count, tone=tone))
        self._list.addSpacing(4)
        card = Card(self._look)
        self._list.addWidget(card)
        return card

    def _add_entries(self, text: str, rows: list[OutboxRow], tone: str) -> None:
        if not rows:
            return
        card = self._section(text, len(rows), tone)
        now = self._desk.clock.local_now()
        for row in rows:
            entry = OutboxEntry(self._look, row, now)
            entry.chosen.connect(self._on_chosen)
            card.add_row(entry)

    def _add_gone(self, rows: list[OutboxRow]) -> None:
        if not rows:
            return
        card = self._section(self.tr("Sent"), len(rows), "neutral")
        for row in rows:
            card.add_row(self._gone_line(row))

    def _gone_line(self, row: OutboxRow) -> QWidget:
        look, name = self._look, words.recipient(row)
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(16, 8, 16, 8)
        line.setSpacing(12)
        line.addWidget(Avatar(look, initials_of(name), tint_of(row.message.mentor_id or name), 28))
        text = QVBoxLayout()
        text.setSpacing(1)
        text.addWidget(ElidedLabel(look, name, "bodyMedium"))
        text.addWidget(ElidedLabel(look, row.message.subject, "small", "text-secondary"))
        line.addLayout(text, 1)
        when = words.when(row, self._desk.clock.local_now())
        line.addWidget(Label(look, when, "small", "text-secondary", tnum=True))
        return holder

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margin = 20 if self.width() < 1000 else 24
        self._outer.setContentsMargins(margin, margin - 4, margin, 24)

    # --- doing ----------------------------------------------------------------------------------

    def _on_switch_clicked(self) -> None:
        try:
            if self._switch.isChecked():
                self._outbox.resume_all()
            else:
                self._outbox.stop_all()
        except LordeskError as error:
            self._desk.report(error)
        self.set_stale()

    def _on_chosen(self, entry_id: int, verb: str) -> None:
        if verb == "settings":
            self._open_settings()
            return
        verbs = {
            "now": self._outbox.retry_now,
            "cancel": self._outbox.cancel,
            "dismiss": self._outbox.dismiss,
            "confirm": self._outbox.confirm_by_user,
            "resend": self._outbox.resend,
        }
        try:
            verbs[verb](entry_id)
        except LordeskError as error:
            self._desk.report(error)
            return
        said = {
            "now": self.tr("Sending now."),
            "cancel": self.tr("Canceled. Nothing was sent."),
            "dismiss": self.tr("Put aside. Nothing was sent."),
            "confirm": self.tr("Noted as sent."),
            "resend": self.tr("Sending again as a new message."),
        }[verb]
        self._desk.say(said, undo=False)
        if verb in ("now", "resend"):
            self._desk.tasks.start(self._outbox.send_due, lane=Lane.MAIL)

    def _open_settings(self) -> None:
        self.navigate_requested.emit(PageKind.SETTINGS, "mail")
