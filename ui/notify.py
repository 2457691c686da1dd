"""The desktop's notifications, with actions. They may fail without harm: the notice list is the
truth. On Linux over D-Bus; elsewhere, or without a notification service, the tray's own message.
"""

from __future__ import annotations

import logging
import os
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from ui.reading_order import in_order

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)

_NAME, _PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
_DESKTOP_ENTRY = "org.lordesk.LoRDesk"
_PASSING_MS, _STAYS = 12_000, 0


class Message(NamedTuple):
    """`ident` comes back with what the user chose; `stays` until answered."""

    ident: int
    title: str
    body: str
    actions: tuple[tuple[str, str], ...] = ()
    stays: bool = False


class Notifier(QObject):
    """`acted` carries a message's ident and the chosen action; "default" is a click on it."""

    acted = Signal(int, str)

    def __init__(self, fall_back: Callable[[Message], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fall_back = fall_back
        self._bus: _Bus | None = None
        self._tried = False

    def show(self, message: Message) -> None:
        """Never raises."""
        bus = self._connected()
        if bus is None or not bus.send(message):
            self.fall_back(message)

    def withdraw(self, ident: int) -> None:
        """Take a message off the screen whose reason is gone. Never raises."""
        if self._bus is not None and not self._bus.broken:
            self._bus.withdraw(ident)

    def close(self) -> None:
        if self._bus is not None:
            self._bus.close()
            self._bus = None

    def _connected(self) -> _Bus | None:
        """One connection for the whole run; a session without a bus is asked once."""
        if self._bus is not None and self._bus.broken:
            self.close()
            self._tried = False
        if not self._tried:
            self._tried = True
            if sys.platform.startswith("linux"):
                self._bus = _open_bus(self)
        return self._bus


def _open_bus(notifier: Notifier) -> _Bus | None:
    try:
        from jeepney.io.blocking import open_dbus_connection

        connection = open_dbus_connection(bus="SESSION")
    except Exception as error:
        # Every way in which a session can lack a bus: no address, no socket, refused, no jeepney.
        log.info("no notification service: %s", type(error).__name__)
        return None
    return _Bus(connection, notifier)


class _Bus(QObject):
    """Speaks to the notification service without ever waiting for it."""

    def __init__(self, connection: Any, notifier: Notifier) -> None:
        super().__init__(notifier)
        self._connection = connection
        self._notifier = notifier
        self._markup: bool | None = None
        self._waiting: list[Message] = []
        self._sent: dict[int, Message] = {}
        self._shown: dict[int, int] = {}
        self.broken = False
        self._listener = QSocketNotifier(connection.sock.fileno(), QSocketNotifier.Type.Read, self)
        self._listener.activated.connect(self._on_activated)
        self._capabilities = self._call("GetCapabilities")
        for signal in ("ActionInvoked", "NotificationClosed", "ActivationToken"):
            self._add_match(signal)

    def send(self, message: Message) -> bool:
        if self.broken:
            return False
        if self._markup is None:
            self._waiting.append(message)
            return True
        title, body = in_order(message.title), in_order(message.body)
        body = _marked_up(body) if self._markup else body
        choices = [word for pair in (("default", ""), *message.actions) for word in pair]
        hints = {"desktop-entry": ("s", _DESKTOP_ENTRY), "urgency": ("y", 1)}
        lasts = _STAYS if message.stays else _PASSING_MS
        arguments = ("LoRDesk", 0, _DESKTOP_ENTRY, title, body, choices, hints, lasts)
        serial = self._call("Notify", "susssasa{sv}i", arguments)
        if serial is None:
            return False
        self._sent[serial] = message
        return True

    def withdraw(self, ident: int) -> None:
        self._waiting = [message for message in self._waiting if message.ident != ident]
        for number, shown in tuple(self._shown.items()):
            if shown == ident:
                self._call("CloseNotification", "u", (number,))

    def close(self) -> None:
        self.broken = True
        self._listener.setEnabled(False)
        self._connection.close()
        self.deleteLater()

    def _call(self, method: str, signature: str = "", body: tuple[Any, ...] = ()) -> int | None:
        """The serial of the call, by which its reply is known; None where the line is gone."""
        from jeepney import DBusAddress, new_method_call

        address = DBusAddress(_PATH, bus_name=_NAME, interface=_NAME)
        call = new_method_call(address, method, signature or None, body)
        return self._send(call)

    def _add_match(self, signal: str) -> None:
        from jeepney import MatchRule, message_bus

        rule = MatchRule(type="signal", interface=_NAME, member=signal, path=_PATH)
        self._send(message_bus.AddMatch(rule))

    def _send(self, call: Any) -> int | None:
        serial = next(self._connection.outgoing_serial)
        try:
            self._connection.send(call, serial=serial)
        except OSError:
            self._break()
            return None
        return int(serial)

    def _on_activated(self) -> None:
        try:
            while True:
                self._take(self._connection.receive(timeout=0))
        except TimeoutError:
            return
        except OSError:
            self._break()

    def _take(self, received: Any) -> None:
        from jeepney import HeaderFields, MessageType

        fields, kind = received.header.fields, received.header.message_type
        if kind is MessageType.signal:
            self._take_signal(fields.get(HeaderFields.member), received.body)
            return
        serial = fields.get(HeaderFields.reply_serial, -1)
        failed = kind is MessageType.error
        if serial == self._capabilities:
            self._take_capabilities(() if failed else received.body[0])
        elif serial in self._sent:
            message = self._sent.pop(serial)
            if failed:
                self._notifier.fall_back(message)
            else:
                self._shown[received.body[0]] = message.ident

    def _take_capabilities(self, found: Any) -> None:
        self._markup = "body-markup" in found
        waiting, self._waiting = self._waiting, []
        for message in waiting:
            if not self.send(message):
                self._notifier.fall_back(message)

    def _take_signal(self, member: str, body: Any) -> None:
        """Signals are broadcast: only those about messages of ours count."""
        ident = self._shown.get(body[0]) if body else None
        if ident is None:
            return
        if member == "ActivationToken":
            os.environ["XDG_ACTIVATION_TOKEN"] = body[1]
        elif member == "ActionInvoked":
            # Answered: some servers would keep it with its buttons. Where it is gone already, the
            # reply is an error that nobody waits for.
            self._call("CloseNotification", "u", (body[0],))
            self._notifier.acted.emit(ident, body[1])
        elif member == "NotificationClosed":
            self._shown.pop(body[0], None)

    def _break(self) -> None:
        """The line is gone: what waits goes the other way, the next message connects anew."""
        self.broken = True
        self._listener.setEnabled(False)
        waiting = [*self._waiting, *self._sent.values()]
        self._waiting, self._sent = [], {}
        for message in waiting:
            self._notifier.fall_back(message)


def _marked_up(text: str) -> str:
    """The tables of HTML are 400 KiB, so the first notification loads them."""
    from html import escape

    return escape(text, quote=False)
