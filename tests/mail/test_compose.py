from __future__ import annotations

import email
from datetime import UTC, datetime
from email import policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lordesk.domain.draft_files import DraftFile, encoded_size
from lordesk.errors import (
    FileMissingError,
    FileUnreadableError,
    HeaderInjectionError,
    InvalidInputError,
)
from lordesk.mail.compose import Envelope, compose, seal
from tests.mail.messages import account, message, stored_file

if TYPE_CHECKING:
    from lordesk.rows.mail import AccountRow, MessageRow

HEADER_ID = "<1.abc@example.edu>"
AT = datetime(2026, 8, 18, 16, 0, tzinfo=UTC)


def envelope(row: MessageRow, sender: AccountRow | None = None, files: Path = Path()) -> Envelope:
    return seal(compose(row, sender or account(), files), HEADER_ID, AT)


def read(sent: Envelope) -> EmailMessage:
    return email.message_from_bytes(sent.content, EmailMessage, policy=policy.default)


def text_of(got: EmailMessage) -> str:
    body = got.get_body(("plain",))
    assert body is not None
    text: str = body.get_content()
    return text.replace("\r\n", "\n").removesuffix("\n")


def test_the_reader_gets_what_was_approved(tmp_path: Path) -> None:
    cv = stored_file(tmp_path, "CV Priya Raman.pdf", b"%PDF-1.7 \x00\xff\r\n" * 9000)
    row = message(cc_address="assistant@example.edu", files=(cv,))
    sent = envelope(row, files=tmp_path)
    got = read(sent)
    assert sent.sender == "applicant@example.edu"
    assert sent.recipients == ("moreno@example.edu", "assistant@example.edu")
    assert got["From"] == "Priya Raman <applicant@example.edu>"
    assert got["To"] == '"Dr. Elena Moreno" <moreno@example.edu>'
    assert got["Cc"] == "assistant@example.edu"
    assert got["Message-ID"] == HEADER_ID
    assert got["Date"].datetime == AT
    assert text_of(got) == row.body
    (attached,) = got.iter_attachments()
    assert attached.get_filename() == "CV Priya Raman.pdf"
    assert attached.get_content_type() == "application/pdf"
    assert attached.get_payload(decode=True) == b"%PDF-1.7 \x00\xff\r\n" * 9000


@pytest.mark.parametrize(
    "name", ["Zoë Kühn", "Иванова Мария", "د. ليلى حسن", "山田 太郎", 'O\'Neil, "Bo"', "A & B <b>"]
)
def test_names_in_any_script_arrive_as_typed(name: str, tmp_path: Path) -> None:
    file = stored_file(tmp_path, f"{name} – план 履歴書 with a long name {'x' * 90}.pdf", b"x")
    row = message(to_name=name, subject=f"For {name}: " + name * 12, body=name * 90, files=(file,))
    got = read(envelope(row, account(display_name=name), tmp_path))
    assert got["To"].addresses[0].display_name == name
    assert got["From"].addresses[0].display_name == name
    assert got["Subject"] == row.subject
    assert text_of(got) == row.body
    (attached,) = got.iter_attachments()
    assert attached.get_filename() == file.name


@given(
    st.text(alphabet=st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=150)
)
@settings(max_examples=40)
def test_any_subject_and_name_arrive_with_every_blank(text: str) -> None:
    row = message(subject=text, to_name=f"x{text}ü")
    sent = envelope(row)
    assert read(sent)["Subject"] == text
    # The library's reader of address fields puts blanks between encoded words, so: the older one.
    plain = email.message_from_bytes(sent.content)
    name = str(make_header(decode_header(parseaddr(plain["To"])[0])))
    assert name == row.to_name


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=600))
@settings(max_examples=40)
def test_every_line_is_short_seven_bit_and_ends_in_crlf(body: str) -> None:
    content = envelope(message(body=body)).content
    assert content.isascii()
    assert content.replace(b"\r\n", b"").count(b"\n") == 0
    assert max(map(len, content.split(b"\r\n"))) <= 998


def test_a_line_that_is_a_dot_does_not_end_the_message() -> None:
    sent = envelope(message(body="one\n.\n..two\nthree"))
    assert b"\r\n..\r\n...two\r\n" in sent.stuffed()


@pytest.mark.parametrize("mark", ["\r\nBcc: x@evil.example", "\n", "\r", "\x0b", "\x85", "\u2028"])
@pytest.mark.parametrize(
    "field", ["to_name", "to_address", "cc_address", "subject", "display_name", "address", "file"]
)
def test_a_line_break_in_any_header_field_is_refused(field: str, mark: str, tmp_path: Path) -> None:
    bad = f"a{mark}b@example.edu"
    sender, row = account(), message()
    if field == "file":
        row = message(files=(stored_file(tmp_path, bad, b"x"),))
    elif field in ("display_name", "address"):
        sender = account(**{field: bad})
    else:
        row = message(**{field: bad})
    with pytest.raises(HeaderInjectionError):
        compose(row, sender, tmp_path)


@pytest.mark.parametrize("address", ["", "nobody", "a@", "@b.edu", "a b@c.edu", "a,b@c.edu"])
def test_a_malformed_address_is_refused(address: str) -> None:
    with pytest.raises(InvalidInputError):
        compose(message(to_address=address), account(), Path())


def test_an_international_domain_goes_out_in_ascii() -> None:
    sent = envelope(message(to_address="m@münchen.example"))
    assert sent.recipients == ("m@xn--mnchen-3ya.example",)
    assert not sent.needs_utf8


def test_an_international_mailbox_asks_for_smtputf8() -> None:
    sent = envelope(message(to_address="jürgen@example.edu"))
    assert sent.needs_utf8
    assert sent.recipients == ("jürgen@example.edu",)


def test_the_same_address_twice_is_one_recipient() -> None:
    assert envelope(message(cc_address="moreno@example.edu")).recipients == ("moreno@example.edu",)


def test_a_vanished_file_stops_the_message(tmp_path: Path) -> None:
    file = stored_file(tmp_path, "cv.pdf", b"content")
    (tmp_path / file.sha256).unlink()
    with pytest.raises(FileMissingError):
        compose(message(files=(file,)), account(), tmp_path)


@pytest.mark.parametrize("content", [b"Content", b"content and more", b""])
def test_a_changed_file_stops_the_message(tmp_path: Path, content: bytes) -> None:
    file = stored_file(tmp_path, "cv.pdf", b"content")
    (tmp_path / file.sha256).write_bytes(content)
    with pytest.raises(FileUnreadableError):
        compose(message(files=(file,)), account(), tmp_path)


@pytest.mark.parametrize("size", [0, 1, 57, 58, 100_000, 3_000_000])
def test_the_size_estimate_is_never_too_small_and_close(tmp_path: Path, size: int) -> None:
    file = stored_file(tmp_path, "cv.pdf", b"x" * size)
    row = message(files=(file,))
    real = len(envelope(row, files=tmp_path).content)
    estimate = encoded_size(row.body, [DraftFile(file)])
    assert real <= estimate <= real * 1.02 + 3000


def test_a_text_file_arrives_byte_for_byte(tmp_path: Path) -> None:
    file = stored_file(tmp_path, "notes.txt", b"caf\xe9\nline\r\n")
    (attached,) = read(envelope(message(files=(file,)), files=tmp_path)).iter_attachments()
    assert attached.get_payload(decode=True) == b"caf\xe9\nline\r\n"
