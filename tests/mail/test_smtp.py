"""A line to a server that misbehaves at each command."""

from __future__ import annotations

import socket
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from lordesk import errors
from lordesk.kinds import Security
from lordesk.mail.compose import Envelope
from lordesk.mail.dial import Dialer, is_loopback
from tests.mail.messages import account
from tests.mail.scripted import DROP, STALL, ScriptedServer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lordesk.mail.smtp import Connection

MAIL = Envelope(
    sender="applicant@example.edu",
    recipients=("moreno@example.edu", "assistant@example.edu"),
    content=b"Message-ID: <1@example.edu>\r\n\r\nBody\r\n.\r\nend\r\n",
)
DIALER = Dialer(timeout_s=5, final_timeout_s=0.3)


@contextmanager
def line_to(server: ScriptedServer) -> Iterator[Connection]:
    to = account(host=server.host, port=server.port, security=Security.NONE)
    connection = DIALER.dial(to)
    try:
        yield connection
    finally:
        connection.quit()


def deliver(server: ScriptedServer, mail: Envelope = MAIL) -> list[str]:
    """The marks that were made."""
    marks: list[str] = []
    with line_to(server) as connection:
        connection.deliver(mail, lambda: marks.append(server.verbs()[-1]))
    return marks


def test_the_mark_comes_after_the_last_recipient_and_before_data() -> None:
    with ScriptedServer() as server:
        assert deliver(server) == ["RCPT"]
    assert server.verbs() == ["EHLO", "MAIL", "RCPT", "RCPT", "DATA", "QUIT"]
    assert server.accepted == ["<1@example.edu>"]


def test_a_mark_that_fails_sends_nothing() -> None:
    def fail() -> None:
        raise errors.DiskFullError

    with ScriptedServer() as server, line_to(server) as connection:
        with pytest.raises(errors.DiskFullError):
            connection.deliver(MAIL, fail)
        assert "DATA" not in server.verbs()
        connection.deliver(MAIL, lambda: None)
    assert server.verbs().count("RSET") == 1
    assert server.accepted == ["<1@example.edu>"]


@pytest.mark.parametrize(
    ("script", "expected", "marked"),
    [
        ({"MAIL": b"550 5.7.60 not your address"}, errors.SenderRefusedError, False),
        ({"MAIL": b"552 5.3.4 Message size exceeds"}, errors.MessageTooLargeError, False),
        ({"MAIL": b"451 later"}, errors.TemporaryMailError, False),
        ({"MAIL": b"421 busy"}, errors.TemporaryMailError, False),
        ({"MAIL": b"550 5.7.30 Basic authentication is not supported for Client Submission"},
         errors.PasswordLoginOffError, False),
        ({"MAIL": DROP}, errors.TemporaryMailError, False),
        ({"RCPT": b"550 no such user"}, errors.RecipientRefusedError, False),
        ({"RCPT": b"450 mailbox busy"}, errors.TemporaryMailError, False),
        ({"RCPT": DROP}, errors.TemporaryMailError, False),
        ({"DATA": b"451 later"}, errors.TemporaryMailError, True),
        ({"DATA": b"554 no valid recipients"}, errors.MessageRefusedError, True),
        ({"DATA": b"250 what?"}, errors.TemporaryMailError, True),
        ({"DATA": DROP}, errors.TemporaryMailError, True),
        ({"dot": b"451 4.7.1 greylisted"}, errors.TemporaryMailError, True),
        ({"dot": b"550 5.7.1 looks like spam"}, errors.MessageRefusedError, True),
        ({"dot": b"552 5.2.3 too big"}, errors.MessageTooLargeError, True),
        ({"dot": b"gibberish"}, errors.OutcomeUnknownError, True),
        ({"dot": b"354 what?"}, errors.OutcomeUnknownError, True),
        ({"dot": b"999 what?"}, errors.OutcomeUnknownError, True),
        ({"dot": b"250 " + b"x" * 9000}, errors.OutcomeUnknownError, True),
        ({"dot": b""}, errors.OutcomeUnknownError, True),
        ({"dot": DROP}, errors.OutcomeUnknownError, True),
        ({"dot": STALL}, errors.OutcomeUnknownError, True),
    ],
)  # fmt: skip
def test_each_reply_has_its_meaning(
    script: dict[str, bytes], expected: type[Exception], marked: bool
) -> None:
    marks: list[bool] = []
    with (
        ScriptedServer(script) as server,
        line_to(server) as connection,
        pytest.raises(errors.MailError) as caught,
    ):
        connection.deliver(MAIL, lambda: marks.append(True))
    assert type(caught.value) is expected
    assert bool(marks) is marked
    assert ("DATA" in server.verbs()) is marked


def test_one_refused_recipient_of_two_stops_the_message() -> None:
    with ScriptedServer() as server, line_to(server) as connection:
        server.script["RCPT"] = b"550 5.1.1 unknown"
        with pytest.raises(errors.RecipientRefusedError) as caught:
            connection.deliver(MAIL, lambda: None)
    assert caught.value.address == "moreno@example.edu"
    assert caught.value.reply_code == 550
    assert server.accepted == []


def test_a_line_that_dies_within_a_large_body_leaves_nothing_taken() -> None:
    large = Envelope(MAIL.sender, MAIL.recipients, MAIL.content + b"x" * 70 * 300_000 + b"\r\n")
    with ScriptedServer({"body": DROP}) as server, pytest.raises(errors.TemporaryMailError):
        deliver(server, large)
    assert server.accepted == []


def test_a_drop_at_quit_after_success_is_success() -> None:
    with ScriptedServer({"QUIT": DROP}) as server:
        assert deliver(server)
    assert server.accepted == ["<1@example.edu>"]


def test_a_message_larger_than_size_is_not_even_offered() -> None:
    with ScriptedServer(size=20) as server:
        with pytest.raises(errors.MessageTooLargeError) as caught:
            deliver(server)
        assert (caught.value.size, caught.value.limit) == (len(MAIL.stuffed()), 20)
        assert "MAIL" not in server.verbs()


def test_many_messages_go_over_one_line() -> None:
    with ScriptedServer() as server, line_to(server) as connection:
        for _ in range(3):
            connection.deliver(MAIL, lambda: None)
    assert server.connections == 1
    assert len(server.accepted) == 3


def test_after_a_refusal_the_line_is_reset_and_goes_on() -> None:
    with ScriptedServer({"RCPT": b"550 no"}) as server, line_to(server) as connection:
        with pytest.raises(errors.RecipientRefusedError):
            connection.deliver(MAIL, lambda: None)
        del server.script["RCPT"]
        connection.deliver(MAIL, lambda: None)
        assert not connection.broken
    assert server.connections == 1
    assert "RSET" in server.verbs()


@pytest.mark.parametrize("code", ["MAIL", "RCPT", "dot"])
def test_after_421_the_line_counts_as_broken(code: str) -> None:
    with ScriptedServer({code: b"421 4.7.0 enough"}) as server, line_to(server) as connection:
        with pytest.raises(errors.TemporaryMailError):
            connection.deliver(MAIL, lambda: None)
        assert connection.broken


@pytest.mark.parametrize("password", ["secret", "pässwörd ☃", "秘密"])
@pytest.mark.parametrize("mechanism", [b"PLAIN LOGIN CRAM-MD5", b"LOGIN", b"CRAM-MD5"])
def test_the_password_is_shown_once_in_any_script(mechanism: bytes, password: str) -> None:
    with ScriptedServer(auth=mechanism, password=password) as server, line_to(server) as line:
        line.login("applicant", password)
    assert len(server.passwords) == 1
    assert server.passwords == [password] or mechanism == b"CRAM-MD5"


def test_a_wrong_password_is_sent_once_only() -> None:
    with ScriptedServer(auth=b"PLAIN LOGIN CRAM-MD5") as server, line_to(server) as connection:
        with pytest.raises(errors.WrongPasswordError) as caught:
            connection.login("applicant", "Tr0ub4dor")
        assert connection.broken
    assert server.passwords == ["Tr0ub4dor"]
    assert "Tr0ub4dor" not in repr(caught.value)
    assert (caught.value.reply_code, caught.value.reply) == (535, "5.7.8 no")


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        (b"535 5.7.8 Username and Password not accepted", errors.WrongPasswordError),
        (b"535 5.7.3 Authentication unsuccessful", errors.WrongPasswordError),
        (b"534 5.7.9 Application-specific password required", errors.AppPasswordNeededError),
        (b"535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled",
         errors.PasswordLoginOffError),
        (b"550 5.7.30 Basic authentication is not supported", errors.PasswordLoginOffError),
        (b"504 5.5.4 Unrecognized authentication type", errors.NoCommonLoginError),
        (b"538 5.7.11 Encryption required", errors.NoCommonLoginError),
        (b"454 4.7.0 Temporary authentication failure", errors.TemporaryMailError),
        (b"421 4.3.0 closing", errors.TemporaryMailError),
        (DROP, errors.TemporaryMailError),
    ],
)  # fmt: skip
def test_each_reply_to_the_login_has_its_meaning(reply: bytes, expected: type[Exception]) -> None:
    with (
        ScriptedServer({"AUTH": reply}, auth=b"PLAIN") as server,
        line_to(server) as connection,
        pytest.raises(errors.MailError) as caught,
    ):
        connection.login("applicant", "secret")
    assert type(caught.value) is expected
    assert len(server.passwords) == 1


@pytest.mark.parametrize("offered", [b"", b"GSSAPI XOAUTH2"])
def test_without_a_common_mechanism_the_password_stays_here(offered: bytes) -> None:
    with (
        ScriptedServer(auth=offered) as server,
        line_to(server) as connection,
        pytest.raises(errors.NoCommonLoginError),
    ):
        connection.login("applicant", "secret")
    assert "AUTH" not in server.verbs()


@pytest.mark.parametrize(
    ("greeting", "expected"),
    [
        (b"421 too busy", errors.TemporaryMailError),
        (b"554 go away", errors.ServerUnreachableError),
        (b"HTTP/1.1 400 Bad Request", errors.ServerUnreachableError),
        (DROP, errors.ServerUnreachableError),
    ],
)
def test_a_server_that_does_not_greet(greeting: bytes, expected: type[Exception]) -> None:
    with (
        ScriptedServer({"connect": greeting}) as server,
        pytest.raises(expected),
        line_to(server),
    ):
        pass


def test_a_server_that_is_gone() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    to = account(host="127.0.0.1", port=port, security=Security.NONE)
    with pytest.raises(errors.ServerUnreachableError):
        DIALER.dial(to)


@pytest.mark.parametrize("host", ["no-such-host.invalid", "a..b", "x" * 70])
def test_a_host_that_does_not_exist(host: str) -> None:
    with pytest.raises(errors.HostNotFoundError):
        DIALER.dial(account(host=host))
    with pytest.raises(errors.HostNotFoundError):
        DIALER.look_up(account(host=host))


def test_without_tls_only_this_machine_is_spoken_to() -> None:
    with pytest.raises(errors.PlaintextRefusedError):
        DIALER.dial(account(host="mail.example.edu", security=Security.NONE))


def test_which_hosts_are_this_machine() -> None:
    for host in ("localhost", "LOCALHOST.", "127.0.0.1", "127.8.8.8", "::1", "[::1]"):
        assert is_loopback(host), host
    for host in ("localhost.example.edu", "10.0.0.1", "127.0.0.1.example.edu", "0.0.0.0", ""):
        assert not is_loopback(host), host


def test_starttls_that_was_withdrawn_never_sees_the_password() -> None:
    with ScriptedServer(auth=b"PLAIN LOGIN") as server:
        to = account(host=server.host, port=server.port, security=Security.STARTTLS)
        with pytest.raises(errors.StartTlsMissingError):
            DIALER.dial(to)
    assert server.passwords == []
    assert "AUTH" not in server.verbs()


def test_the_name_of_this_machine_is_not_told() -> None:
    with ScriptedServer() as server, line_to(server):
        pass
    assert server.commands[0].lower() == "ehlo localhost"
