"""How much the outbox costs: 500 messages with a file of 200 kB over one line.

The reference is a bare smtplib loop, in the same run, to the same server in another process. Bars:
the outbox takes at most 1.2 times as long, its journal at most 2 ms a message, `synchronous=FULL`.
Both are run in turns; the median round of each counts.

How fast a disk takes a commit differs between machines and between minutes. So the bare loop also
commits one small row twice a message, the least that two durable marks can cost, with the same
library and settings into the same folder. That is timed apart and told as the floor of the journal.
Computing time is told beside, for on a busy machine the rest is mostly waiting for others.
"""

from __future__ import annotations

import argparse
import os
import smtplib
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from email.message import EmailMessage
from email.utils import localtime, make_msgid
from pathlib import Path
from statistics import median
from time import perf_counter, thread_time
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from lordesk.clock import Clock
from lordesk.events import Bus
from lordesk.jobs import JobContext
from lordesk.keychain import Keychain
from lordesk.kinds import MaterialKind, MessageKind, Security
from lordesk.mail.accounts import AccountService
from lordesk.mail.outbox import OutboxService
from lordesk.models.database import make_database
from lordesk.models.store import Store
from lordesk.paths import paths_in, resources_dir
from lordesk.rows.mail import NewAccount, NewMessage
from lordesk.services.materials import MaterialService
from lordesk.settings import SettingsFile

if TYPE_CHECKING:
    from collections.abc import Iterator

MESSAGES = 500
FILE_SIZE = 200_000
RATIO_BAR = 1.2
JOURNAL_BAR_MS = 2.0

_SENDER, _READER = "applicant@example.edu", "mentor@example.edu"
_SUBJECT = "Request for a strong letter of recommendation for Priya Raman"
_BODY = "Dear Dr. Moreno,\n\n" + "Would you feel able to write a strong letter?\n" * 20


class Sink:
    """The server's side: takes everything, keeps nothing."""

    async def handle_DATA(self, *_anything: object) -> str:  # noqa: N802
        return "250 taken"


def serve() -> None:
    from aiosmtpd.controller import Controller

    port = int(sys.stdin.readline())
    controller = Controller(Sink(), hostname="127.0.0.1", port=port, server_hostname="localhost")
    controller.start()
    print("ready", flush=True)
    sys.stdin.read()
    controller.stop()


class Timed:
    """Adds up the time that is spent in some blocks, once where one is inside another."""

    def __init__(self) -> None:
        self.seconds = self.computing = 0.0
        self._inside = False

    @contextmanager
    def block(self) -> Iterator[None]:
        if self._inside:
            yield
            return
        self._inside, began, computing = True, perf_counter(), thread_time()
        try:
            yield
        finally:
            self._inside = False
            self.seconds += perf_counter() - began
            self.computing += thread_time() - computing

    def wrap(self, owner: object, name: str) -> None:
        setattr(owner, name, self.block()(getattr(owner, name)))

    def part(self, messages: int) -> Part:
        return Part(self.seconds / messages * 1000, self.computing / messages * 1000)


class Part(NamedTuple):
    """Milliseconds a message."""

    ms: float
    computing_ms: float

    def __str__(self) -> str:
        return f"{self.ms:.2f} ms a message ({self.computing_ms:.2f} computing)"


def bare(port: int, messages: int, content: bytes, home: Path) -> tuple[float, Part]:
    """Seconds for all, and what two commits of one row take a message."""
    marks = Marks(home / "marks.db")
    began = perf_counter()
    with smtplib.SMTP("127.0.0.1", port, local_hostname="localhost", timeout=20) as smtp:
        for _ in range(messages):
            message = EmailMessage()
            message["From"], message["To"], message["Subject"] = _SENDER, _READER, _SUBJECT
            message["Date"], message["Message-ID"] = localtime(), make_msgid(domain="example.edu")
            message.set_content(_BODY)
            message.add_attachment(
                content, maintype="application", subtype="pdf", filename="CV.pdf"
            )
            smtp.send_message(message)
            marks.make(2)
    seconds = perf_counter() - began - marks.timed.seconds
    marks.close()
    return seconds, marks.timed.part(messages)


class Marks:
    """Commits of one small row, with the driver alone and nothing of ours but the settings."""

    def __init__(self, file: Path) -> None:
        self.timed = Timed()
        self._database = make_database(file)
        self._database.connect()
        self._connection = self._database.connection()
        self._connection.execute("CREATE TABLE mark (id INTEGER PRIMARY KEY, text TEXT)")
        # The journal's own file has its full length by then, which makes each commit cheaper.
        self._connection.execute("CREATE TABLE ballast (content BLOB)")
        self._connection.execute("INSERT INTO ballast VALUES (randomblob(5000000))")

    def make(self, count: int) -> None:
        with self.timed.block():
            for _ in range(count):
                self._connection.execute("BEGIN IMMEDIATE")
                self._connection.execute("INSERT INTO mark (text) VALUES ('one small row')")
                self._connection.execute("COMMIT")

    def close(self) -> None:
        self._database.close()


def outbox(port: int, messages: int, content: bytes, home: Path) -> tuple[float, Part]:
    """Seconds for all, and what the journal takes of a message."""
    paths, clock = paths_in(home), Clock()
    paths.make()
    store = Store(paths.database, Bus(), clock)
    store.open(lambda _version: None, backups_exist=False)
    settings, keychain = SettingsFile(paths.settings), Keychain(lambda: None)
    accounts = AccountService(store, keychain, clock, resources_dir())
    service = OutboxService(
        store, clock, settings, accounts, paths.files, lambda _row, _cause: None
    )
    new = NewAccount(
        address=_SENDER, host="127.0.0.1", port=port, security=Security.NONE, username=""
    )
    accounts.add(JobContext(), new, "", session_only=True)
    (home / "CV.pdf").write_bytes(content)
    material = MaterialService(store, clock, paths).add(
        JobContext(), home / "CV.pdf", MaterialKind.CV
    )
    letter = NewMessage(
        kind=MessageKind.ASK,
        to_address=_READER,
        subject=_SUBJECT,
        body=_BODY,
        files=(material.file,),
    )
    with store.step("queued"):
        for _ in range(messages):
            service.queue(letter, not_before=clock.now())
    assert store.database.pragma("synchronous") == 2
    journal = Timed()
    for name in ("claim", "mark_data", "sent", "wake"):
        journal.wrap(service._journal, name)  # noqa: SLF001
    began = perf_counter()
    sent = service.send_due(JobContext())
    seconds = perf_counter() - began
    store.close()
    assert sent == messages, f"{sent} of {messages} were sent"
    return seconds, journal.part(messages)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=MESSAGES)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.serve:
        serve()
        return 0
    content = os.urandom(FILE_SIZE)
    server = subprocess.Popen(
        [sys.executable, __file__, "--serve"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdin is not None
    assert server.stdout is not None
    port = free_port()
    print(port, file=server.stdin, flush=True)
    server.stdout.readline()
    rounds: list[Round] = []
    try:
        for number in range(asked.rounds):
            with tempfile.TemporaryDirectory() as home:
                reference = bare(port, asked.messages, content, Path(home))
                rounds.append(Round(*reference, *outbox(port, asked.messages, content, Path(home))))
            print(f"round {number + 1}: {rounds[-1]}", flush=True)
    finally:
        server.stdin.close()
        server.wait(10)
    return verdict(rounds)


class Round(NamedTuple):
    """Seconds for all messages, and what of each the marks and the journal take."""

    bare_s: float
    floor: Part
    outbox_s: float
    journal: Part

    def __str__(self) -> str:
        return (
            f"bare {self.bare_s:.2f} s, outbox {self.outbox_s:.2f} s,"
            f" journal {self.journal}, its floor {self.floor}"
        )


def verdict(rounds: list[Round]) -> int:
    bare_s, floors, outbox_s, journals = zip(*rounds, strict=True)
    floor, journal = (Part(*map(median, zip(*parts, strict=True))) for parts in (floors, journals))
    middle = Round(median(bare_s), floor, median(outbox_s), journal)
    ratio = middle.outbox_s / middle.bare_s
    print(f"median: {middle}; load average {os.getloadavg()[0]:.1f}")
    print(f"ratio {ratio:.2f} (bar {RATIO_BAR}), journal {journal.ms:.2f} ms (bar", end=" ")
    print(f"{JOURNAL_BAR_MS}), {journal.ms / floor.ms:.2f} of its floor")
    passed = ratio <= RATIO_BAR and journal.ms <= JOURNAL_BAR_MS
    print("within the bars" if passed else "OVER THE BARS")
    return 0 if passed else 1


def free_port() -> int:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


if __name__ == "__main__":
    sys.exit(main())
