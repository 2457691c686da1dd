"""A reminder that speaks of files to send is known by its words."""

from __future__ import annotations

import pytest

from lordesk.domain.named_files import files_to_send
from lordesk.kinds import MaterialKind


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        ("Send Dr. Marchetti your updated CV", [MaterialKind.CV]),
        ("Send my CV and the personal statement", [MaterialKind.CV, MaterialKind.STATEMENT]),
        ("Email the résumé, transcript", [MaterialKind.CV, MaterialKind.TRANSCRIPT]),
        ("Forward the Letter Request Form", [MaterialKind.REQUEST_FORM]),
        ("Send the list of programs", [MaterialKind.PROGRAM_LIST]),
        ("Update my CV", []),
        ("Send a thank-you card", []),
        ("Send word to CVS", []),
        ("", []),
    ],
)
def test_files_are_named_where_something_is_to_be_sent(
    title: str, kinds: list[MaterialKind]
) -> None:
    assert list(files_to_send(title)) == kinds
