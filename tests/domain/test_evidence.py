"""What proves that a letter came is taken, and the letter itself is not."""

from __future__ import annotations

import pytest

from lordesk.domain.evidence import FINE, QUESTIONED, REFUSED, EvidenceFile, verdict

FAMILIES = ("Marchetti", "Núñez")

LETTERS = [
    ("LOR_Marchetti.pdf", ""),
    ("lor.pdf", ""),
    ("Letter of Recommendation.pdf", ""),
    ("letter-of-rec-raman.pdf", ""),
    ("Recommendation Letter Dr Marchetti.docx", ""),
    ("Reference_letter_final.pdf", ""),
    ("SLOE 2026.pdf", ""),
    ("eSLOR_Raman.pdf", ""),
    ("letter_of_support.pdf", ""),
    ("Letter of Evaluation - Raman.pdf", ""),
    ("rec letter (1).pdf", ""),
    ("Nunez.docx", ""),
    ("MARCHETTI final.doc", ""),
    ("scan0001.pdf", "To Whom It May Concern:\nPriya Raman rotated with us."),
    ("scan0002.pdf", "Dear Program Director,\n\nPriya joined our team in May."),
    ("doc.pdf", "I am pleased to recommend Priya Raman for residency."),
    ("page.pdf", "It is my great pleasure to write in support of Priya."),
    ("x.pdf", "She is in the top 5% of students whom I have taught."),
    ("y.pdf", "I recommend her without reservation."),
    ("z.pdf", "I have known Priya Raman for three years, first as"),
    ("draft.pdf", "I am writing this letter of\nrecommendation for Priya"),
    ("w.pdf", "I strongly and gladly recommend this applicant."),
    ("long.pdf", "Dear Selection Committee, " + "She is kind. " * 100 + " letter submitted"),
]
PROOFS = [
    ("Screenshot 2026-09-12.png", ""),
    ("Bildschirmfoto.png", ""),
    ("ERAS status.pdf", ""),
    ("LOR_received_Marchetti.png", ""),
    ("letter_of_recommendation_confirmation.pdf", ""),
    ("Letter Request Form Marchetti.pdf", ""),
    ("Marchetti.png", ""),
    ("Nunez_portal.docx", ""),
    ("confirmation.docx", ""),
    ("notes.docx", ""),
    ("IMG_0042.HEIC", ""),
    ("newsletter.pdf", ""),
    ("selfie.jpg", ""),
    ("Lorenz.png", ""),
    ("color.pdf", ""),
    ("receipt Interfolio.pdf", "Your order of 3 deliveries"),
    ("mail.pdf", "Your letter of recommendation for Priya has been received by ERAS."),
    ("page1.pdf", "Letter uploaded. Status: assigned. Dr. Marchetti"),
    ("amcas.pdf", "Date received 9/12/2026 Individual Letter"),
    ("portal.pdf", "Letters of evaluation: Received (2), Not Received (1)"),
    ("mail2.pdf", "This email confirms that the recommendation was delivered."),
    ("", ""),
]


@pytest.mark.parametrize(("name", "text"), LETTERS, ids=[name for name, _ in LETTERS])
def test_a_letter_is_questioned_and_refused_where_it_is_waived(name: str, text: str) -> None:
    file = EvidenceFile(name=name, text=text)
    assert verdict(file, FAMILIES).code == QUESTIONED
    found = verdict(file, FAMILIES, waived=True)
    assert found.code == REFUSED
    assert found.signs


@pytest.mark.parametrize(("name", "text"), PROOFS, ids=[name or "-" for name, _ in PROOFS])
@pytest.mark.parametrize("waived", [True, False])
def test_a_confirmation_is_taken(name: str, text: str, waived: bool) -> None:
    assert verdict(EvidenceFile(name=name, text=text), FAMILIES, waived=waived).code == FINE


def test_there_are_twenty_each_way() -> None:
    assert len(LETTERS) >= 20
    assert len(PROOFS) >= 20


def test_a_writer_without_family_name_gives_no_sign() -> None:
    assert verdict(EvidenceFile(name="a b.docx"), ("", " ")).code == FINE
