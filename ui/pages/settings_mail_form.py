"""The address, provider, server and password of a mail account, without what saves them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lordesk.kinds import Security
from lordesk.rows.mail import NewAccount
from ui.dialogs.form_parts import address_error
from ui.pages.settings_mail_password import PasswordPart
from ui.pages.settings_mail_server import Server, ServerForm
from ui.widgets import draw
from ui.widgets.buttons import Button
from ui.widgets.fields import TextField
from ui.widgets.notice import Notice
from ui.widgets.text import ElidedLabel, Label
from ui.wording import accounts as words

if TYPE_CHECKING:
    from lordesk.mail.accounts import AccountService
    from lordesk.rows.mail import AccountRow, Provider
    from ui.pages.settings_section import Section
    from ui.widgets.card import Card
    from ui.widgets.look import Look

_TILE = 32


class _Tile(QWidget):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedSize(_TILE, _TILE)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw.begin(painter)
        draw.box(painter, self._look, QRectF(self.rect()), 6, "neutral-soft")
        inset = (_TILE - self._look.px(18)) / 2
        draw.icon(painter, self._look, QPointF(inset, inset), "server", 18)


class MailForm(QObject):
    """Fills the rows of a card of its section. `finished` when what was typed can be saved."""

    edited = Signal()
    finished = Signal()
    provider_changed = Signal()

    def __init__(self, section: Section, card: Card, look: Look, accounts: AccountService) -> None:
        super().__init__(section)
        self._accounts = accounts
        self._by_hand = False
        self._own_server = False
        self._wants_details = False
        self._provider: Provider | None = None
        self.address = TextField(look, self.tr("you@school.edu"))
        self._address_field = section.field(self.tr("Email address"), self.address)
        self.server = ServerForm(look, accounts.providers())
        self.password = PasswordPart(look)
        self._name = ElidedLabel(look, "", "bodyStrong")
        self._note = Label(look, "", "small", "text-secondary", wrap=True)
        self._more = Button(look, self.tr("Server details"), size="small")
        self._refused = Notice(look, "accent", compact=False)
        self._card = card
        self._build(section, card, look)
        self.address.textEdited.connect(self._on_address_edited)
        self.address.editingFinished.connect(self._on_address_finished)
        self.server.edited.connect(self._on_server_edited)
        self.server.finished.connect(self.finished)
        self.server.provider_chosen.connect(self._on_provider_chosen)
        self.password.finished.connect(self.finished)
        self.password.edited.connect(self.edited)
        self._more.clicked.connect(self._on_more_clicked)
        self._show_provider()

    def _build(self, section: Section, card: Card, look: Look) -> None:
        section.add_row(card, self._address_field)
        about = QWidget()
        column = QVBoxLayout(about)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self._name)
        column.addWidget(self._note)
        label = section.label(self.tr("Provider"))
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(_Tile(look))
        row.addWidget(about, 1)
        row.addWidget(self._more)
        line = QWidget()
        whole = QHBoxLayout(line)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(label)
        whole.addWidget(part, 1)
        section.add_row(card, line)
        self._server_row = section.add_row(card, self.server)
        self._password_row = section.add_row(card, self.password)
        self._password_row.setContentsMargins(0, 0, 0, -6)
        self._refused_row = section.add_row(card, self._refused)

    # --- what it holds --------------------------------------------------------------------------

    @property
    def takes_password(self) -> bool:
        return self._provider is None or self._provider.takes_password

    def new_account(self, display_name: str) -> NewAccount:
        server = self.server.value()
        return NewAccount(
            address=self.address.text().strip(),
            display_name=display_name,
            provider=self._provider.code if self._provider else "",
            host=server.host,
            port=server.port,
            security=server.security,
            username=server.username,
        )

    def show_account(self, account: AccountRow | None, address: str = "") -> None:
        """An account that is there; without one, `address` is where to begin."""
        self._by_hand = self._own_server = False
        self.address.setText(account.address if account else address)
        self._address_field.set_error("")
        if account is None:
            self._detect()
            return
        known = {provider.code: provider for provider in self._accounts.providers()}
        self._provider = known.get(account.provider)
        server = Server(account.host, account.port, account.security, account.username)
        self.server.set_value(server)
        # What the user chose or typed stays when the address changes; what was detected follows.
        self._by_hand = self._accounts.detect(account.address).code != account.provider
        self._own_server = self._provider is None or self._provider.host != account.host
        self._show_provider()

    def complete(self) -> bool:
        """Whether there is enough to try; says what is missing where it is not."""
        if not self.address.text().strip() or address_error(self.address.text()):
            text = address_error(self.address.text()) or self.tr("Enter your email address.")
            self._address_field.set_error(text)
            self.address.setFocus()
            return False
        return self.takes_password

    def set_error(self, field_name: str, text: str) -> None:
        """Say what is wrong where it was typed, and open the server details for it."""
        if self.server.set_error(field_name, text):
            self._wants_details = True
            self._show_server(True)
        else:
            self._address_field.set_error(text)

    def set_locked(self, locked: bool) -> None:
        """While the keyring or the server is asked, and in the demo, nothing is typed."""
        for part in (self.address, self.server, self.password):
            part.setEnabled(not locked)

    # --- provider -------------------------------------------------------------------------------

    def _detect(self) -> None:
        """From the address, unless the user chose the provider or the server."""
        address = self.address.text().strip()
        if self._by_hand or self._own_server:
            return
        whole = not address_error(address) and bool(address)
        self._provider = self._accounts.detect(address) if whole else None
        self._fill_server()
        self._show_provider()

    def _fill_server(self) -> None:
        found, address = self._provider, self.address.text().strip()
        if found is None:
            self.server.set_value(Server("", 587, Security.STARTTLS, address))
            return
        user = found.username.replace("%address%", address)
        user = user.replace("%local%", address.rpartition("@")[0])
        self.server.set_value(Server(found.host, found.port, found.security, user))

    def _show_provider(self) -> None:
        found = self._provider
        self.password.set_provider(found)
        self._name.setText(found.name if found else self.tr("Not known yet"))
        self._show_note()
        self.server.set_provider(found.code if found else "")
        unknown = found is not None and not self.server.value().host
        self._show_server(self._wants_details or unknown)
        self._show_row(self._password_row, self.takes_password)
        self._show_row(self._refused_row, not self.takes_password)
        if found is not None and not found.takes_password:
            self._refused.set(
                "accent",
                self.tr("{provider} takes no passwords from programs.").format(provider=found.name),
                self.tr(
                    "No account is needed here: choose “Open in mail app” when you send. Your mail "
                    "app gets the finished message with its files."
                ),
            )
        self.provider_changed.emit()

    def _show_note(self) -> None:
        found = self._provider
        self._note.setText(
            words.provider_note(found, self._by_hand, self.server.value().host)
            if found
            else self.tr("It follows from your address.")
        )

    def _show_server(self, shown: bool) -> None:
        self._show_row(self._server_row, shown)
        self._more.setText(self.tr("Hide details") if shown else self.tr("Server details"))

    def _show_row(self, row: QWidget, shown: bool) -> None:
        """A row of the card together with the line above it."""
        row.setVisible(shown)
        body = self._card.body
        item = body.itemAt(body.indexOf(row) - 1)
        line = item.layout() if item is not None else None
        inner = line.itemAt(0) if line is not None else None
        widget = inner.widget() if inner is not None else None
        if widget is not None:
            widget.setVisible(shown)

    # --- reacting -------------------------------------------------------------------------------

    def _on_address_edited(self) -> None:
        self._address_field.set_error("")
        self._detect()
        self.edited.emit()

    def _on_address_finished(self) -> None:
        self._address_field.set_error(address_error(self.address.text()))
        self.finished.emit()

    def _on_server_edited(self) -> None:
        self._own_server = True
        self._show_note()
        self.edited.emit()

    def _on_provider_chosen(self, code: str) -> None:
        self._by_hand = True
        self._own_server = False
        self._provider = next(p for p in self._accounts.providers() if p.code == code)
        self._fill_server()
        self._show_provider()
        self.finished.emit()

    def _on_more_clicked(self) -> None:
        self._wants_details = self._server_row.isHidden()
        self._show_server(self._wants_details)
