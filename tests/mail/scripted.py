"""A mail server that misbehaves on request, over real sockets on loopback.

It accepts everything by default. `script` changes what it does at a verb or at the "dot": a reply
line, DROP (the line goes dead) or STALL (it never answers).
"""

from __future__ import annotations

import base64
import email
import socket
from contextlib import suppress
from threading import Event, Thread
from typing import Self

DROP = b"drop"
STALL = b"stall"
_MULTILINE = b"250-scripted\r\n250-SIZE %d\r\n%s250 8BITMIME"


class ScriptedServer:
    """`commands` is what clients said, `accepted` the Message-IDs that it took, `dates` the
    Date of each message that came to the dot.
    """

    host = "127.0.0.1"

    def __init__(
        self,
        script: dict[str, bytes] | None = None,
        auth: bytes = b"",
        size: int = 30_000_000,
        port: int = 0,
        password: str = "secret",
        messages_a_line: int = 0,
    ) -> None:
        self.script = dict(script or {})
        self._auth = b"250-AUTH %s\r\n" % auth if auth else b""
        self._size = size
        self._password = password
        self._messages_a_line = messages_a_line
        self.commands: list[str] = []
        self.passwords: list[str] = []
        self.accepted: list[str] = []
        self.dates: list[str] = []
        self.connections = 0
        self.stalled = Event()
        self._stop = Event()
        self._listener = socket.create_server((self.host, port))
        self.port: int = self._listener.getsockname()[1]
        self._open: list[socket.socket] = []
        self._threads: list[Thread] = []
        self._accepting = Thread(target=self._accept, daemon=True)

    def __enter__(self) -> Self:
        self._accepting.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._stop.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._accepting.join(5)
        for one in self._open:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
        for thread in self._threads:
            thread.join(5)

    def verbs(self) -> list[str]:
        return [command.split()[0].upper() for command in self.commands if command]

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            self._open.append(connection)
            thread = Thread(target=self._serve, args=(connection,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        with suppress(OSError, ValueError), connection, connection.makefile("rb") as lines:
            if not self._say(connection, "connect", b"220 scripted"):
                return
            taken = 0
            while line := lines.readline():
                words = line.decode().strip()
                self.commands.append(words)
                verb = words.split()[0].upper() if words else ""
                if verb == "MAIL":
                    taken += 1
                    if taken == self._messages_a_line + 1 > 1:
                        connection.sendall(b"421 4.7.0 too many messages\r\n")
                        return
                if verb == "QUIT":
                    self._say(connection, "QUIT", b"221 bye")
                    return
                if verb == "DATA" and not self._take(connection, lines):
                    return
                if verb == "AUTH" and not self._log_in(connection, lines, words):
                    return
                if verb in ("DATA", "AUTH"):
                    continue
                hello = _MULTILINE % (self._size, self._auth)
                usual = hello if verb == "EHLO" else b"250 ok"
                if not self._say(connection, verb, usual):
                    return

    def _say(self, connection: socket.socket, at: str, usual: bytes) -> bool:
        """Answer; False where the line is dead from here on."""
        answer = self.script.get(at, usual)
        if answer == STALL:
            self.stalled.set()
            self._stop.wait()
            return False
        if answer == DROP:
            connection.close()
            return False
        connection.sendall(answer + b"\r\n")
        return True

    def _log_in(self, connection: socket.socket, lines: object, words: str) -> bool:
        mechanism = words.split()[1].upper()
        if mechanism == "PLAIN":
            self.passwords.append(base64.b64decode(words.split()[2]).decode().split("\0")[2])
        elif mechanism == "LOGIN":
            for prompt in (b"334 VXNlcm5hbWU6", b"334 UGFzc3dvcmQ6"):
                connection.sendall(prompt + b"\r\n")
                said = base64.b64decode(lines.readline()).decode()  # type: ignore[attr-defined]
            self.passwords.append(said)
        else:
            connection.sendall(b"334 " + base64.b64encode(b"<1@scripted>") + b"\r\n")
            said = base64.b64decode(lines.readline()).decode()  # type: ignore[attr-defined]
            self.passwords.append(said)
            return self._say(connection, "AUTH", b"235 welcome")
        good = self.passwords[-1] == self._password
        return self._say(connection, "AUTH", b"235 welcome" if good else b"535 5.7.8 no")

    def _take(self, connection: socket.socket, lines: object) -> bool:
        if not self._say(connection, "DATA", b"354 go on"):
            return False
        if not self.script.get("DATA", b"354").startswith(b"354"):
            return True
        if self.script.get("body") == DROP:
            connection.close()
            return False
        body = b""
        while (line := lines.readline()) not in (b".\r\n", b""):  # type: ignore[attr-defined]
            body += line
        if line == b"":
            return False
        message = email.message_from_bytes(body)
        self.dates.append(str(message["Date"]))
        if self.script.get("dot", b"250").startswith((b"250", DROP, STALL)):
            self.accepted.append(str(message["Message-ID"]))
        return self._say(connection, "dot", b"250 taken")
