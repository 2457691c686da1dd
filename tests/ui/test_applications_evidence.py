"""What proves a letter, as the page of applications shows it and saves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from lordesk.jobs import JobContext
from tests.ui.test_applications_page import cell, choose, named, shown
from ui.itemmodels.target_matrix import CELL_ROLE

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from lordesk.core import Core
    from tests.ui.doubles import AnsweredBoxes
    from ui.desk import Desk
    from ui.pages.applications import ApplicationsPage


@pytest.fixture
def page(desk: Desk, core: Core, qtbot: QtBot) -> ApplicationsPage:
    core.sample.add(with_profile=True)
    return shown(desk, core, qtbot)


def add_evidence(core: Core, folder: Path, short: str, target_id: int | None = None) -> None:
    letter = next(row for row in core.letters.rows() if row.mentor_short == short)
    picture = folder / f"status-{target_id}.png"
    picture.write_bytes(b"picture")
    core.around.evidence.add(JobContext(), picture, letter.id, target_id)


def proved(page: ApplicationsPage, column: int) -> list[bool]:
    rows = range(page._pane.targets.view.matrix.rowCount())
    return [cell(page, row, column).data(CELL_ROLE).proved for row in rows]


def test_evidence_of_one_target_is_marked_at_that_target(
    page: ApplicationsPage, core: Core, tmp_path: Path
) -> None:
    assert not any(proved(page, 1))
    target = core.applications.targets(named(core).id)[2]
    add_evidence(core, tmp_path, "Dr. Kwan", target.id)
    assert [at for at, found in enumerate(proved(page, 1)) if found] == [2]
    spoken = page._pane.targets.view.matrix.data(
        cell(page, 2, 1), Qt.ItemDataRole.AccessibleTextRole
    )
    assert spoken == f"{target.name}, Dr. Kwan: in and assigned, with evidence"


def test_evidence_of_the_letter_as_such_is_marked_wherever_it_is_assigned(
    page: ApplicationsPage, core: Core, tmp_path: Path
) -> None:
    add_evidence(core, tmp_path, "Dr. Kwan")
    assert all(proved(page, 1))
    assert not any(proved(page, 2))


def test_the_menu_of_an_application_saves_its_proof_report(
    page: ApplicationsPage,
    core: Core,
    tmp_path: Path,
    boxes: AnsweredBoxes,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "proof.pdf"
    monkeypatch.setattr(boxes, "save_file", lambda *_args, **_more: target)
    page._show_menu(page.mapToGlobal(page.rect().center()))
    choose(page.findChild(QMenu), "Proof report…")
    assert target.read_bytes().startswith(b"%PDF")
