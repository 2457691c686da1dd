"""The server of a mail account: proposed by its provider, open to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lordesk.kinds import Security
from lordesk.rows.late import dataclass
from ui.dialogs.form_parts import beside
from ui.widgets.field import Field
from ui.widgets.fields import TextField
from ui.widgets.pickers import ComboBox
from ui.wording.kinds import word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lordesk.rows.mail import Provider
    from ui.widgets.look import Look


@dataclass(frozen=True)
class Server:
    """`port` is 0 where what was typed is no number."""

    host: str
    port: int
    security: Security
    username: str


class ServerForm(QWidget):
    """`edited` for what the user typed; `finished` when it can be saved."""

    edited = Signal()
    finished = Signal()
    provider_chosen = Signal(str)

    def __init__(
        self, look: Look, providers: Iterable[Provider], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._provider = ComboBox(look)
        self._provider.setMinimumContentsLength(12)
        for provider in providers:
            self._provider.addItem(provider.name, provider.code)
        self._host = TextField(look, self.tr("smtp.example.edu"))
        self._port = TextField(look)
        self._security = ComboBox(look)
        for security in Security:
            self._security.addItem(word(security), security)
        self._user = TextField(look)
        self._fields = {
            "host": Field(look, self.tr("Outgoing server"), self._host),
            "port": Field(look, self.tr("Port"), self._port),
            "security": Field(look, self.tr("Encryption"), self._security),
            "username": Field(look, self.tr("User name"), self._user),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(
            beside(Field(look, self.tr("Provider"), self._provider), self._fields["username"])
        )
        row = beside(self._fields["host"], self._fields["security"])
        row.insertWidget(1, self._fields["port"], 0)
        row.setStretch(0, 3)
        row.setStretch(1, 0)
        row.setStretch(2, 2)
        column.addLayout(row)
        look.changed.connect(self._fit)
        self._look = look
        self._fit()
        for line in (self._host, self._port, self._user):
            line.textEdited.connect(self._on_edited)
            line.editingFinished.connect(self.finished)
        self._security.activated.connect(self._on_security_activated)
        self._provider.activated.connect(self._on_provider_activated)

    def _fit(self) -> None:
        self._fields["port"].setFixedWidth(self._look.px(84))

    def value(self) -> Server:
        text = self._port.text().strip()
        port = int(text) if text.isdecimal() and len(text) < 6 else 0
        host, user = self._host.text().strip(), self._user.text().strip()
        return Server(host, port, Security(self._security.currentData()), user)

    def set_value(self, server: Server) -> None:
        self._host.setText(server.host)
        self._port.setText(str(server.port) if server.port else "")
        self._security.setCurrentIndex(self._security.findData(server.security))
        self._user.setText(server.username)
        self.clear_errors()

    def set_provider(self, code: str) -> None:
        self._provider.setCurrentIndex(self._provider.findData(code))

    def set_error(self, field_name: str, words: str) -> bool:
        """Say it at a field; False where the form has none of that name."""
        if field_name not in self._fields:
            return False
        self._fields[field_name].set_error(words)
        return True

    def clear_errors(self) -> None:
        for field in self._fields.values():
            field.set_error("")

    def _on_edited(self) -> None:
        self.clear_errors()
        self.edited.emit()

    def _on_security_activated(self) -> None:
        self._on_edited()
        self.finished.emit()

    def _on_provider_activated(self) -> None:
        self.provider_chosen.emit(str(self._provider.currentData()))
