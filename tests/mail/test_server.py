"""The harness itself, spoken to with nothing but smtplib."""

from __future__ import annotations

import smtplib
import ssl
from email.message import EmailMessage

import pytest

from tests.mail.server import PASSWORD, REFUSED, REFUSED_FOR_NOW, USER, MailServer


def message(to: str) -> EmailMessage:
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = USER, to, "Zoë & Söhne"
    letter.set_content("Body")
    return letter


def connect(server: MailServer, port: int) -> smtplib.SMTP:
    context = ssl.create_default_context(cafile=server.ca_file)
    if port == server.submissions:
        return smtplib.SMTP_SSL(server.host, port, context=context, timeout=10)
    smtp = smtplib.SMTP(server.host, port, timeout=10)
    try:
        smtp.starttls(context=context)
    except ssl.SSLError:
        smtp.close()
        raise
    return smtp


@pytest.mark.parametrize("door", ["submission", "submissions"])
def test_a_message_is_delivered(mail_server: MailServer, door: str) -> None:
    with connect(mail_server, getattr(mail_server, door)) as smtp:
        smtp.login(USER, PASSWORD)
        smtp.send_message(message("mentor@example.edu"))
    (delivered,) = mail_server.inbox(at_least=1)
    assert delivered["Subject"] == "Zoë & Söhne"
    assert delivered["Delivered-To"] == "mentor@example.edu"


def test_a_wrong_password_is_refused(mail_server: MailServer) -> None:
    with (
        connect(mail_server, mail_server.submission) as smtp,
        pytest.raises(smtplib.SMTPAuthenticationError) as caught,
    ):
        smtp.login(USER, "wrong")
    assert caught.value.smtp_code == 535


@pytest.mark.parametrize("door", ["untrusted", "expired", "wrong_name"])
def test_a_certificate_that_does_not_verify_is_seen(mail_server: MailServer, door: str) -> None:
    with pytest.raises(ssl.SSLCertVerificationError):
        connect(mail_server, getattr(mail_server, door))


def test_starttls_can_be_withdrawn(mail_server: MailServer) -> None:
    with smtplib.SMTP(mail_server.host, mail_server.withdrawn, timeout=10) as smtp:
        smtp.ehlo()
        assert not smtp.has_extn("starttls")
        assert smtp.has_extn("auth")


@pytest.mark.parametrize(("recipient", "code"), [(REFUSED, 550), (REFUSED_FOR_NOW, 450)])
def test_recipients_can_be_refused(mail_server: MailServer, recipient: str, code: int) -> None:
    with connect(mail_server, mail_server.submission) as smtp:
        smtp.login(USER, PASSWORD)
        with pytest.raises(smtplib.SMTPRecipientsRefused) as caught:
            smtp.send_message(message(recipient))
    assert caught.value.recipients[recipient][0] == code
    assert mail_server.inbox() == []


def test_a_server_can_go_and_come_back(own_server: MailServer) -> None:
    own_server.stop()
    with pytest.raises(ConnectionRefusedError):
        connect(own_server, own_server.submission)
    own_server.start()
    connect(own_server, own_server.submission).quit()
