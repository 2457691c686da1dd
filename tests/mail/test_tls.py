"""Lines with TLS: what is trusted, what is not, and what the server sees of the password."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

import pytest

from lordesk.errors import CertificateError, ServerUnreachableError, WrongPasswordError
from lordesk.kinds import Security
from lordesk.mail.compose import Envelope
from lordesk.mail.dial import Dialer, system_trust
from tests.mail.authority import Authority
from tests.mail.messages import account
from tests.mail.modern import PASSWORD, USER, ModernServer

if TYPE_CHECKING:
    from pathlib import Path

    from lordesk.rows.mail import AccountRow

MAIL = Envelope(USER, ("moreno@example.edu",), b"Message-ID: <1@x.edu>\r\n\r\nBody\r\n")
BOTH = pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def dialer(authority: Authority) -> Dialer:
    return Dialer(lambda: ssl.create_default_context(cafile=authority.ca_file), timeout_s=5)


def server_for(security: Security, chain: Path) -> ModernServer:
    return ModernServer(chain, implicit=security is Security.TLS)


def to(server: ModernServer, security: Security, pin: str = "") -> AccountRow:
    return account(host=server.host, port=server.port, security=security, pin=pin)


@BOTH
def test_a_message_is_delivered(authority: Authority, dialer: Dialer, security: Security) -> None:
    with server_for(security, authority.issue()) as server:
        connection = dialer.dial(to(server, security))
        connection.login(USER, PASSWORD)
        connection.deliver(MAIL, lambda: None)
        connection.quit()
    assert server.arrived == [MAIL.content]
    assert server.logins == [PASSWORD]


@BOTH
def test_a_wrong_password_is_sent_once_only(
    authority: Authority, dialer: Dialer, security: Security
) -> None:
    with server_for(security, authority.issue()) as server:
        with pytest.raises(WrongPasswordError):
            dialer.dial(to(server, security)).login(USER, "Tr0ub4dor")
        assert server.logins == ["Tr0ub4dor"]


@BOTH
@pytest.mark.parametrize("fault", ["untrusted", "expired", "wrong name"])
def test_a_certificate_that_does_not_verify_never_sees_the_password(
    authority: Authority, tmp_path: Path, dialer: Dialer, security: Security, fault: str
) -> None:
    chain = {
        "untrusted": lambda: Authority(tmp_path).issue(),
        "expired": lambda: authority.issue(expired=True),
        "wrong name": lambda: authority.issue("elsewhere.example.edu"),
    }[fault]()
    with server_for(security, chain) as server:
        with pytest.raises(CertificateError) as caught:
            dialer.dial(to(server, security))
        assert server.logins == []
    assert caught.value.detail


@BOTH
def test_a_certificate_of_this_machine_can_be_accepted_by_its_fingerprint(
    tmp_path: Path, dialer: Dialer, security: Security
) -> None:
    with server_for(security, Authority(tmp_path).issue()) as server:
        with pytest.raises(CertificateError) as caught:
            dialer.dial(to(server, security))
        pin = caught.value.fingerprint
        connection = dialer.dial(to(server, security, pin))
        connection.login(USER, PASSWORD)
        connection.quit()
        with pytest.raises(CertificateError) as refused:
            dialer.dial(to(server, security, "0" * 64))
    assert len(pin) == 64
    assert refused.value.fingerprint == pin


@BOTH
def test_the_trust_of_the_system_is_used(
    authority: Authority, monkeypatch: pytest.MonkeyPatch, security: Security
) -> None:
    with server_for(security, authority.issue()) as server:
        with pytest.raises(CertificateError):
            Dialer(system_trust).dial(to(server, security))
        monkeypatch.setenv("SSL_CERT_FILE", str(authority.ca_file))
        Dialer(system_trust).dial(to(server, security)).quit()


def test_tls_from_the_first_byte_to_a_server_that_does_not_speak_it(
    authority: Authority, dialer: Dialer
) -> None:
    with (
        ModernServer(authority.issue()) as server,
        pytest.raises(ServerUnreachableError),
    ):
        dialer.dial(to(server, Security.TLS))
