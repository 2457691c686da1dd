"""Evidence that a letter arrived, what is kept out, and the proof report."""

from __future__ import annotations

import zipfile
import zlib
from datetime import date
from typing import TYPE_CHECKING

import pytest

from lordesk.core import Core
from lordesk.errors import (
    EvidenceQuestionedError,
    EvidenceRefusedError,
    FileMissingError,
    FileUnreadableError,
    MissingRowError,
)
from lordesk.jobs import JobContext
from lordesk.keychain import Keychain
from lordesk.kinds import ApplicationKind, FactKind, Stage, Waiver
from lordesk.rows.evidence import Document
from lordesk.services.file_text import text_of
from tests.keyrings import MemoryKeyring

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lordesk.clock import FixedClock
    from lordesk.paths import Paths
    from lordesk.rows.letters import LetterRow

LETTER = "To whom it may concern: it is my great pleasure to recommend Priya without reservation."


@pytest.fixture
def core(paths: Paths, clock: FixedClock) -> Iterator[Core]:
    opened = Core.open(paths, clock, Keychain(MemoryKeyring))
    yield opened
    opened.close()


@pytest.fixture
def letter(core: Core) -> LetterRow:
    goal = core.applications.add("IM", ApplicationKind.RESIDENCY, hard_on=date(2026, 12, 1))
    mentor = core.mentors.add("Dr. Ada Park")
    return core.letters.get(core.letters.plan(mentor, goal, reference="A-7"))


def file(tmp_path: Path, name: str, content: bytes = b"\x89PNG picture") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def pdf(text: str) -> bytes:
    page = b"BT /F1 12 Tf [" + b" ".join(b"(%s)" % c.encode() for c in text) + b"] TJ ET"
    return b"%PDF-1.4\n1 0 obj\n<<>>\nstream\n" + zlib.compress(page) + b"\nendstream\nendobj"


def test_a_picture_is_kept_by_its_content_and_undone(
    core: Core, letter: LetterRow, tmp_path: Path
) -> None:
    path = file(tmp_path, "status 提出済み.png")
    core.around.evidence.add(JobContext(), path, letter.id, note="Seen at noon\n" * 800)
    (row,) = core.around.evidence.rows(letter.id)
    assert (row.file.name, row.target_id, row.target_name) == ("status 提出済み.png", None, "")
    assert (core.paths.files / row.file.sha256).read_bytes() == b"\x89PNG picture"
    assert core.around.evidence.counts() == {letter.id: 1}
    core.undo.undo()
    assert core.around.evidence.rows(letter.id) == []


def test_evidence_may_be_for_an_assignment_and_goes_with_the_target(
    core: Core, letter: LetterRow, tmp_path: Path
) -> None:
    assert letter.application_id is not None
    target = core.applications.add_target(letter.application_id, "Northfield")
    core.around.evidence.add(JobContext(), file(tmp_path, "a.png"), letter.id, target)
    (row,) = core.around.evidence.rows(letter.id)
    assert row.target_name == "Northfield"
    core.around.evidence.remove(row.id)
    assert core.around.evidence.rows(letter.id) == []
    core.undo.undo()
    core.applications.remove_target(target)
    assert core.around.evidence.rows(letter.id) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("LOR_Park.pdf", b"%PDF-1.4"),
        ("park.txt", LETTER.encode()),
        ("page.pdf", pdf("To whom it may concern")),
    ],
)
def test_what_looks_like_the_letter_is_questioned_and_taken_on_the_users_word(
    core: Core, letter: LetterRow, tmp_path: Path, name: str, content: bytes
) -> None:
    path = file(tmp_path, name, content)
    with pytest.raises(EvidenceQuestionedError):
        core.around.evidence.add(JobContext(), path, letter.id)
    assert core.around.evidence.rows(letter.id) == []
    assert list(core.paths.files.iterdir()) == []
    core.around.evidence.add(JobContext(), path, letter.id, confirmed=True)
    assert len(core.around.evidence.rows(letter.id)) == 1


def test_on_a_waived_letter_it_is_refused_whatever_the_user_says(
    core: Core, letter: LetterRow, tmp_path: Path
) -> None:
    core.letters.update(letter.id, waiver=Waiver.WAIVED)
    path = file(tmp_path, "Letter_of_Recommendation_Park.pdf", b"%PDF-1.4")
    with pytest.raises(EvidenceRefusedError):
        core.around.evidence.add(JobContext(), path, letter.id, confirmed=True)
    assert list(core.paths.files.iterdir()) == []
    core.around.evidence.add(JobContext(), file(tmp_path, "status.png"), letter.id)
    assert len(core.around.evidence.rows(letter.id)) == 1


def test_a_file_or_letter_that_is_gone_is_said(
    core: Core, letter: LetterRow, tmp_path: Path
) -> None:
    with pytest.raises(FileMissingError):
        core.around.evidence.add(JobContext(), tmp_path / "no.png", letter.id)
    with pytest.raises(FileUnreadableError):
        core.around.evidence.add(JobContext(), tmp_path, letter.id)
    with pytest.raises(MissingRowError):
        core.around.evidence.add(JobContext(), file(tmp_path, "a.png"), 99)


def test_a_copy_to_look_at_has_its_own_name(core: Core, letter: LetterRow, tmp_path: Path) -> None:
    core.around.evidence.add(JobContext(), file(tmp_path, "status.png"), letter.id)
    (row,) = core.around.evidence.rows(letter.id)
    for _ in range(2):
        copy = core.around.evidence.copy_to_open(row)
        assert (copy.name, copy.read_bytes()) == ("status.png", b"\x89PNG picture")
    (core.paths.files / row.file.sha256).unlink()
    with pytest.raises(FileMissingError):
        core.around.evidence.copy_to_open(row)


def test_text_is_read_from_documents_and_never_fails_on_what_is_none(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("word/document.xml", f"<w:p><w:t>{LETTER}</w:t></w:p>")
    assert LETTER in text_of(tmp_path / "a.docx")
    assert text_of(file(tmp_path, "b.docx", b"no archive")) == ""
    with zipfile.ZipFile(tmp_path / "c.odt", "w") as archive:
        archive.writestr("other.xml", "x")
    assert text_of(tmp_path / "c.odt") == ""
    assert text_of(file(tmp_path, "d.html", b"<p>Hello</p>")).strip() == "Hello"
    assert text_of(file(tmp_path, "e.pdf", b"%PDF-1.4\nstream\nBT (a\\(b) Tj\nendstream")) == "a(b"
    assert text_of(file(tmp_path, "f.pdf", b"%PDF-1.4\nstream\nabc\nendstream")) == ""
    assert text_of(file(tmp_path, "g.png", b"To whom it may concern")) == ""


def test_the_proof_has_each_letter_with_its_stages_and_files(
    core: Core, letter: LetterRow, tmp_path: Path
) -> None:
    core.requests.move(letter.request_id, Stage.ASKED, date(2026, 8, 1))
    core.around.facts.record(letter.request_id, FactKind.ISSUED)
    core.around.evidence.add(JobContext(), file(tmp_path, "status.png"), letter.id)
    assert letter.application_id is not None
    proof = core.around.reports.proof(letter.application_id)
    (proved,) = proof.letters
    assert [(m.to_stage, m.on) for m in proved.moves][-1] == (Stage.ASKED, date(2026, 8, 1))
    assert [e.file.name for e in proved.evidence] == ["status.png"]
    assert proved.letter.reference == "A-7"


class Renderer:
    def pdf(self, document: Document) -> bytes:
        return b"%PDF " + document.title.encode()


def test_a_report_is_saved_whole_or_not_at_all(core: Core, tmp_path: Path) -> None:
    document = Document("Proof", "", (), "")
    core.around.reports.save(Renderer(), document, tmp_path / "proof.pdf")
    assert (tmp_path / "proof.pdf").read_bytes() == b"%PDF Proof"
    with pytest.raises(FileUnreadableError):
        core.around.reports.save(Renderer(), document, tmp_path / "none" / "proof.pdf")
    (tmp_path / "taken.pdf").mkdir()
    with pytest.raises(FileUnreadableError):
        core.around.reports.save(Renderer(), document, tmp_path / "taken.pdf")
    assert sorted(p.name for p in tmp_path.glob("*.pdf")) == ["proof.pdf", "taken.pdf"]
    assert list(tmp_path.glob(".new-*")) == []
