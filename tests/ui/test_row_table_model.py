"""The one model of every list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from ui.itemmodels.row_table_model import ROW_ROLE, SORT_ROLE, Column, RowTableModel, folded
from ui.itemmodels.selection_keeper import SelectionKeeper

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@dataclass(frozen=True)
class Person:
    id: int
    name: str
    fit: int | None = None


ANA, BO, CY = Person(1, "Ana Ibáñez", 70), Person(2, "Bo Lund", 90), Person(3, "Cy Ivanov")


def name_of(person: Person) -> str:
    return person.name


def fit_of(person: Person) -> int | None:
    return person.fit


def fit_text(person: Person) -> str:
    return "" if person.fit is None else str(person.fit)


def id_of(person: Person) -> int:
    return person.id


@pytest.fixture
def model(qtbot: QtBot) -> Iterator[RowTableModel[Person]]:
    made = RowTableModel(
        [Column("Name", name_of), Column("Fit", fit_text, fit_of, right=True, searched=False)],
        id_of,
        spoken=name_of,
    )
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning)
    made.set_rows([ANA, BO, CY])
    yield made
    del tester


def test_a_cell_gives_text_row_and_native_value(model: RowTableModel[Person]) -> None:
    cell = model.index(1, 1)
    assert cell.data() == "90"
    assert cell.data(SORT_ROLE) == 90
    assert cell.data(ROW_ROLE) == BO
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Bo Lund"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Fit"


def test_search_knows_no_case_and_no_accents(model: RowTableModel[Person]) -> None:
    model.set_search("IBANEZ ana")
    assert model.rows == [ANA]
    assert model.total == 3
    model.set_search("90")
    assert model.rows == []
    model.set_search("")
    assert model.rows == [ANA, BO, CY]
    assert folded("Ångström Straße") == "angstrom strasse"


def test_what_is_unknown_sorts_last_both_ways(model: RowTableModel[Person]) -> None:
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert model.rows == [BO, ANA, CY]
    model.sort(1, Qt.SortOrder.AscendingOrder)
    assert model.rows == [ANA, BO, CY]
    assert model.order == (1, False)


def test_sorting_carries_an_index_with_its_row(model: RowTableModel[Person]) -> None:
    kept = QPersistentModelIndex(model.index_of(1))
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert kept.row() == 1
    assert model.key_at(kept) == 1


def test_a_changed_row_is_painted_again_and_nothing_else(
    qtbot: QtBot, model: RowTableModel[Person]
) -> None:
    better = replace(BO, fit=95)
    with qtbot.waitSignal(model.dataChanged) as signal, qtbot.assertNotEmitted(model.modelReset):
        model.set_rows([ANA, better, CY])
    first, last, _ = signal.args
    assert (first.row(), last.row()) == (1, 1)
    assert model.index_of(2, 1).data() == "95"


def test_rows_come_and_go_one_stretch_at_a_time(qtbot: QtBot, model: RowTableModel[Person]) -> None:
    new = Person(4, "Di")
    with (
        qtbot.waitSignal(model.rowsRemoved),
        qtbot.waitSignal(model.rowsInserted),
        qtbot.assertNotEmitted(model.modelReset),
    ):
        model.set_rows([ANA, new, CY])
    assert model.rows == [ANA, new, CY]
    assert model.index_of(4).row() == 1
    assert not model.index_of(2).isValid()


def test_a_selection_survives_a_filter_that_changes_much(model: RowTableModel[Person]) -> None:
    people = [Person(number, f"Person {number}") for number in range(400)]
    model.set_rows(people)
    selection = QItemSelectionModel(model)
    SelectionKeeper(model, selection)
    selection.setCurrentIndex(
        model.index_of(120),
        QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
    )
    model.set_filter(lambda person: person.id % 3 == 0)
    assert len(model.rows) == 134
    assert [model.key_at(index) for index in selection.selectedRows()] == [120]
    assert model.key_at(selection.currentIndex()) == 120


def test_a_row_that_is_filtered_out_is_not_selected(model: RowTableModel[Person]) -> None:
    selection = QItemSelectionModel(model)
    SelectionKeeper(model, selection)
    selection.select(model.index_of(2), QItemSelectionModel.SelectionFlag.SelectCurrent)
    model.set_filter(lambda person: person.id == 1)
    assert not selection.hasSelection()
