"""A real mail server on loopback: Postfix for submission, with Dovecot to check the password.

Everything it has is in one temporary folder: configuration, queue, certificates, mailbox. Mail for
any address lands in one Maildir.
"""

from __future__ import annotations

import email
import os
import shutil
import socket
import subprocess
import tempfile
from email import policy
from email.message import EmailMessage
from pathlib import Path
from typing import Self

from tests.daemons import Daemons, wait_until
from tests.mail.authority import Authority
from tests.mail.configuration import Door, write_dovecot, write_postfix

USER = "applicant@example.edu"
PASSWORD = "correct horse battery"
REFUSED = "refused@example.edu"
REFUSED_FOR_NOW = "later@example.edu"
_PLACES = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin", "/sbin"))


def why_not() -> str | None:
    """The reason why this server cannot run here, if there is one."""
    if os.geteuid() != 0:
        return "Postfix needs root"
    absent = [name for name in ("postfix", "dovecot") if not shutil.which(name, path=_PLACES)]
    return f"missing on this system: {', '.join(absent)}" if absent else None


class MailServer:
    """Ports, by what a client meets there (all on localhost, all with the same mailbox):

    `submission` STARTTLS, `submissions` TLS from the first byte; STARTTLS with a certificate that
    does not verify: `untrusted`, `expired`, `wrong_name`; no STARTTLS and AUTH in the clear:
    `withdrawn`.
    """

    host = "localhost"

    def __init__(self, size_limit: int = 26_214_400) -> None:
        self._top = Path(tempfile.mkdtemp(prefix="lordesk-mail-"))
        self._top.chmod(0o755)
        (self._top / "ours").mkdir()
        (self._top / "theirs").mkdir()
        ours = Authority(self._top / "ours")
        theirs = Authority(self._top / "theirs", "An authority that nobody knows")
        self.ca_file = ours.ca_file
        ports = _free_ports(6)
        (self.submission, self.submissions, self.untrusted) = ports[:3]
        (self.expired, self.wrong_name, self.withdrawn) = ports[3:]
        doors = [
            Door(self.submission, {}),
            Door(self.submissions, {"smtpd_tls_wrappermode": "yes"}),
            Door(self.untrusted, {"smtpd_tls_chain_files": str(theirs.issue())}),
            Door(self.expired, {"smtpd_tls_chain_files": str(ours.issue(expired=True))}),
            Door(
                self.wrong_name, {"smtpd_tls_chain_files": str(ours.issue("elsewhere.example.edu"))}
            ),
            Door(self.withdrawn, {"smtpd_tls_security_level": "none", "smtpd_tls_auth_only": "no"}),
        ]
        self._env = {**os.environ, "PATH": _PLACES}
        self._postfix = write_postfix(self._top, ours.issue(), doors, size_limit)
        self._dovecot = write_dovecot(self._top, self._ask("dovecot", "--version"), USER, PASSWORD)
        self._daemons = Daemons(self._top / "log" / "daemons")

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def start(self) -> None:
        self._daemons.start("dovecot", "-F", "-c", str(self._dovecot), env=self._env)
        self._ask("postfix", "-c", str(self._postfix), "check")  # lays the queue's folders
        folder = self._ask("postconf", "-dh", "daemon_directory").strip()
        self._daemons.start(f"{folder}/master", "-c", str(self._postfix), "-s", env=self._env)
        socket_file = self._top / "spool" / "private" / "auth"
        self._daemons.wait("Dovecot", socket_file.exists)
        self._daemons.wait("Postfix", lambda: _answers(self.withdrawn))

    def stop(self) -> None:
        """End the server, as one that is gone; `start` brings it back with its mailbox."""
        self._daemons.stop()

    def close(self) -> None:
        self.stop()
        shutil.rmtree(self._top, ignore_errors=True)

    def inbox(self, at_least: int = 0) -> list[EmailMessage]:
        """What was delivered, in the order of arrival; waits for `at_least` messages."""
        wait_until(lambda: len(self._files()) >= at_least)
        return [
            email.message_from_bytes(path.read_bytes(), EmailMessage, policy=policy.default)
            for path in self._files()
        ]

    def empty_inbox(self) -> None:
        for path in self._files():
            path.unlink()

    def log(self) -> str:
        """What Postfix and Dovecot wrote: connections, logins, refusals."""
        return "".join(
            path.read_text(errors="replace") for path in sorted((self._top / "log").iterdir())
        )

    def _files(self) -> list[Path]:
        arrived = (self._top / "mail").glob("inbox/new/*")
        return sorted(arrived, key=lambda path: path.stat().st_mtime_ns)

    def _ask(self, *command: str) -> str:
        done = subprocess.run(command, env=self._env, capture_output=True, text=True, check=True)
        return done.stdout


def _free_ports(count: int) -> list[int]:
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def _answers(port: int) -> bool:
    """Whether a greeting comes: the listening socket is there earlier than the server behind it."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
            return connection.recv(4).startswith(b"220")
    except OSError:
        return False
