from __future__ import annotations

import ssl
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from keyring.errors import KeyringLocked

from lordesk import errors
from lordesk.jobs import JobContext
from lordesk.kinds import Security
from lordesk.mail.dial import Dialer
from lordesk.rows.mail import CheckLine, NewAccount
from tests.mail.authority import Authority
from tests.mail.desk import Desk, open_desk
from tests.mail.modern import PASSWORD, USER, ModernServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NEW = NewAccount(
    address="applicant@example.edu",
    display_name="Priya Raman",
    host="smtp.example.edu",
    port=587,
    security=Security.STARTTLS,
    username="applicant@example.edu",
)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def desk(tmp_path: Path, authority: Authority) -> Iterator[Desk]:
    dialer = Dialer(lambda: ssl.create_default_context(cafile=authority.ca_file), timeout_s=5)
    with open_desk(tmp_path, dialer=dialer) as desk:
        yield desk


@pytest.fixture
def server(authority: Authority) -> Iterator[ModernServer]:
    with ModernServer(authority.issue()) as server:
        yield server


def on(server: ModernServer) -> NewAccount:
    return replace(NEW, host=server.host, port=server.port, username=USER)


def verdicts(lines: tuple[CheckLine, ...]) -> list[tuple[str, bool]]:
    return [(line.code, line.ok) for line in lines]


def test_an_account_is_kept_and_its_password_is_in_the_keyring_only(
    desk: Desk, tmp_path: Path
) -> None:
    row = desk.accounts.add(JobContext(), NEW, "Tr0ub4dor&3")
    assert desk.accounts.rows() == [row]
    assert desk.accounts.default() == row
    assert desk.keyring.passwords == {(f"LoRDesk:smtp:{row.key}", "LoRDesk"): "Tr0ub4dor&3"}
    desk.store.close()
    for path in tmp_path.rglob("*"):
        assert path.is_dir() or b"Tr0ub4dor" not in path.read_bytes(), path


def test_a_locked_keyring_adds_no_account(desk: Desk) -> None:
    desk.keyring.failure = KeyringLocked("dismissed")
    with pytest.raises(errors.KeychainLockedError):
        desk.accounts.add(JobContext(), NEW, "secret")
    assert desk.accounts.rows() == []


def test_without_a_keyring_the_password_is_kept_for_the_session(desk: Desk) -> None:
    desk.keyring.failure = RuntimeError("no keyring here")
    row = desk.accounts.add(JobContext(), NEW, "secret", session_only=True)
    assert desk.accounts.password(row) == "secret"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"address": "nobody"}, "address"),
        ({"host": ""}, "host"),
        ({"host": "a b"}, "host"),
        ({"port": 0}, "port"),
        ({"port": 70000}, "port"),
        ({"display_name": "A\r\nBcc: x@y.z"}, "display_name"),
        ({"username": "a\nb"}, "username"),
    ],
)
def test_what_cannot_be_is_refused_in_its_field(
    desk: Desk, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(errors.InvalidInputError) as caught:
        desk.accounts.add(JobContext(), replace(NEW, **changes), "secret")  # type: ignore[arg-type]
    assert caught.value.field_name == field
    assert desk.accounts.rows() == []
    assert desk.keyring.passwords == {}


def test_without_encryption_only_this_machine_is_accepted(desk: Desk) -> None:
    with pytest.raises(errors.PlaintextRefusedError):
        desk.accounts.add(JobContext(), replace(NEW, security=Security.NONE), "secret")


def test_a_removed_account_takes_its_password_with_it(desk: Desk) -> None:
    row = desk.accounts.add(JobContext(), NEW, "secret")
    desk.accounts.remove(JobContext(), row.id)
    assert desk.accounts.rows() == []
    assert desk.keyring.passwords == {}
    with pytest.raises(errors.NoAccountError):
        desk.accounts.get(row.id)


def test_an_account_whose_password_cannot_be_removed_stays(desk: Desk) -> None:
    row = desk.accounts.add(JobContext(), NEW, "secret")
    desk.keyring.failure = KeyringLocked("dismissed")
    with pytest.raises(errors.KeychainLockedError):
        desk.accounts.remove(JobContext(), row.id)
    assert desk.accounts.rows() == [row]


def test_another_server_is_another_certificate_and_another_test(
    desk: Desk, server: ModernServer
) -> None:
    row = desk.accounts.add(JobContext(), on(server), PASSWORD)
    desk.accounts.accept_certificate(row.id, "a" * 64)
    changed = desk.accounts.update(row.id, replace(on(server), port=2525))
    assert (changed.pin, changed.port) == ("", 2525)
    desk.accounts.update(row.id, NEW)
    with pytest.raises(errors.InvalidInputError):
        desk.accounts.accept_certificate(row.id, "a" * 64)


def test_the_test_has_a_line_for_each_step_and_sends_to_oneself(
    desk: Desk, server: ModernServer
) -> None:
    row = desk.accounts.add(JobContext(), on(server), PASSWORD)
    lines = desk.accounts.test(JobContext(), row)
    assert verdicts(lines) == [
        ("lookup", True), ("connection", True), ("login", True), ("message", True)
    ]  # fmt: skip
    assert lines[-1].data["recipient"] == row.address
    assert b"To: applicant@example.edu" in server.arrived[0]
    after = desk.accounts.get(row.id)
    assert after.tested_at == desk.clock.now()
    assert after.size_limit > 0
    assert [(h.host, h.port) for h in desk.accounts.hosts()] == [(server.host, server.port)]


def test_an_account_can_be_tested_before_it_is_added(desk: Desk, server: ModernServer) -> None:
    lines = desk.accounts.test(JobContext(), on(server), PASSWORD)
    assert all(line.ok for line in lines)
    assert desk.accounts.rows() == []


def test_a_wrong_password_fails_at_the_login_and_is_shown_once(
    desk: Desk, server: ModernServer
) -> None:
    lines = desk.accounts.test(JobContext(), on(server), "wrong")
    assert verdicts(lines) == [("lookup", True), ("connection", True), ("login", False)]
    assert isinstance(lines[-1].error, errors.WrongPasswordError)
    assert server.logins == ["wrong"]
    assert server.arrived == []


def test_an_untrusted_certificate_fails_at_the_connection(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    with ModernServer(Authority(tmp_path / "theirs").issue()) as server:
        lines = desk.accounts.test(JobContext(), on(server), PASSWORD)
        assert verdicts(lines) == [("lookup", True), ("connection", False)]
        error = lines[-1].error
        assert isinstance(error, errors.CertificateError)
        row = desk.accounts.add(JobContext(), on(server), PASSWORD)
        row = desk.accounts.accept_certificate(row.id, error.fingerprint)
        assert all(line.ok for line in desk.accounts.test(JobContext(), row))


def test_an_unknown_host_fails_at_the_lookup(desk: Desk) -> None:
    lines = desk.accounts.test(JobContext(), replace(NEW, host="mail.invalid"), "secret")
    assert verdicts(lines) == [("lookup", False)]
    assert isinstance(lines[0].error, errors.HostNotFoundError)


def test_a_locked_keyring_fails_at_the_login(desk: Desk, server: ModernServer) -> None:
    row = desk.accounts.add(JobContext(), on(server), PASSWORD)
    desk.keyring.failure = KeyringLocked("dismissed")
    lines = desk.accounts.test(JobContext(), row)
    assert verdicts(lines)[-1] == ("login", False)
    assert isinstance(lines[-1].error, errors.KeychainLockedError)
    assert server.logins == []


# --- providers --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "code", "host"),
    [
        ("priya@gmail.com", "gmail", "smtp.gmail.com"),
        ("PRIYA@GoogleMail.com ", "gmail", "smtp.gmail.com"),
        ("p@hotmail.com", "outlook", "smtp-mail.outlook.com"),
        ("p@me.com", "icloud", "smtp.mail.me.com"),
        ("p@yahoo.co.uk", "yahoo", "smtp.mail.yahoo.com"),
        ("p@aol.com", "aol", "smtp.aol.com"),
        ("p@fastmail.fm", "fastmail", "smtp.fastmail.com"),
        ("p@protonmail.com", "proton", "127.0.0.1"),
        ("p@zoho.com", "zoho", "smtp.zoho.com"),
        ("p@gmx.net", "gmx-net", "mail.gmx.net"),
        ("p@mail.com", "mail-com", "smtp.mail.com"),
        ("p@school.onmicrosoft.com", "microsoft-365", "smtp.office365.com"),
        ("p@student.northfield.edu", "university", ""),
        ("p@med.ox.ac.uk", "university", ""),
        ("p@example.org", "other", ""),
        ("p@notgmail.com", "other", ""),
        ("nonsense", "other", ""),
        ("", "other", ""),
    ],
)
def test_the_provider_of_an_address(desk: Desk, address: str, code: str, host: str) -> None:
    found = desk.accounts.detect(address)
    assert (found.code, found.host) == (code, host)
    assert found.username == address.strip()


def test_every_provider_says_how_to_get_its_password(desk: Desk) -> None:
    rows = desk.accounts.providers()
    assert len(rows) >= 17
    assert len({row.code for row in rows}) == len(rows)
    for row in rows:
        assert row.steps, row.code
        assert row.password_kind in ("account", "app", "bridge"), row.code
        assert row.security is not Security.NONE, row.code
        assert row.guide_url == "" or row.guide_url.startswith("https://"), row.code


def test_where_no_password_works_it_is_said(desk: Desk) -> None:
    refusing = {row.code for row in desk.accounts.providers() if not row.takes_password}
    assert refusing == {"outlook"}
