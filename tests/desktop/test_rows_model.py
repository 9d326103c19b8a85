"""The table model: sound for Qt, sorted and filtered by its own rows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from data.portfolio import Portfolio
from tests.builders import portfolio, project
from ui.models.rows import RowsModel
from ui.presenters import projects
from ui.presenters.columns import Column
from ui.presenters.formats import Formats
from ui.presenters.projects import ProjectRow
from ui.presenters.tables import Standing
from ui.tokens import LIGHT

CASE = portfolio(project("Apollo", 1), project("Borealis", 3), project("Comet", 5, programme="Sky"))


def shown(model: RowsModel[ProjectRow], case: Portfolio) -> None:
    model.show(projects.columns(case, Formats()), projects.rows(case, Standing()))


@pytest.fixture
def model(qapp: QApplication) -> RowsModel[ProjectRow]:
    made: RowsModel[ProjectRow] = RowsModel(LIGHT, lambda *_: True)
    shown(made, CASE)
    return made


def names(model: RowsModel[ProjectRow]) -> list[str]:
    return [model.row_at(row).entity.name for row in range(model.rowCount())]


def test_qt_finds_no_fault_while_rows_come_go_sort_and_filter(model: RowsModel[ProjectRow]) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.sort(0, Qt.SortOrder.DescendingOrder)
    model.filter("o")
    shown(model, CASE.holding(project("Dune", 2)))
    shown(model, portfolio())
    assert model.rowCount() == 0


def test_rows_are_sorted_by_a_column(model: RowsModel[ProjectRow]) -> None:
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert names(model) == ["Comet", "Borealis", "Apollo"]


def test_without_a_sort_column_rows_stand_as_given(model: RowsModel[ProjectRow]) -> None:
    model.sort(1, Qt.SortOrder.DescendingOrder)
    model.sort(-1)
    assert names(model) == ["Apollo", "Borealis", "Comet"]


def test_the_filter_looks_into_every_column(model: RowsModel[ProjectRow]) -> None:
    model.filter("sky")
    assert names(model) == ["Comet"]


def test_who_holds_an_index_keeps_its_thing_through_a_sort(model: RowsModel[ProjectRow]) -> None:
    held = QPersistentModelIndex(model.index(0, 0))
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert (held.row(), held.data()) == (2, "Apollo")


def test_a_change_of_one_thing_tells_of_its_row_alone(model: RowsModel[ProjectRow], qtbot: object) -> None:
    told: list[tuple[int, int]] = []

    def note(first: QModelIndex, last: QModelIndex) -> None:
        told.append((first.row(), last.row()))

    model.dataChanged.connect(note)
    shown(model, CASE.holding(project("Borealis", 3, manager="Ann")))
    assert told == [(1, 1)]


def test_a_typed_text_goes_to_whoever_decides(qapp: QApplication) -> None:
    typed: list[tuple[str, str, str]] = []

    def take(row: ProjectRow, column: Column[ProjectRow], text: str) -> bool:
        typed.append((row.entity.name, column.heading, text))
        return False

    model: RowsModel[ProjectRow] = RowsModel(LIGHT, take)
    shown(model, CASE)
    assert model.setData(model.index(2, 1), "4") is False
    assert typed == [("Comet", "Priority", "4")]


def test_only_what_can_be_typed_is_editable(model: RowsModel[ProjectRow]) -> None:
    headings = [column.heading for column in model.columns]
    priority, coverage = headings.index("Priority"), headings.index("Coverage")
    assert model.flags(model.index(0, priority)) & Qt.ItemFlag.ItemIsEditable
    assert not model.flags(model.index(0, coverage)) & Qt.ItemFlag.ItemIsEditable
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


def test_figures_stand_to_the_right(model: RowsModel[ProjectRow]) -> None:
    align = model.data(model.index(0, 1), Qt.ItemDataRole.TextAlignmentRole)
    assert align == Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def test_very_many_rows_are_searched_beside_the_window_and_an_answer_that_comes_late_is_not_taken(
    model: RowsModel[ProjectRow], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.models.rows.MOST_AT_ONCE", 2)
    asked: list[tuple[Callable[[], list[ProjectRow]], Callable[[list[ProjectRow]], None]]] = []
    model.beside = lambda work, done: asked.append((work, done))
    model.filter("borealis")
    assert names(model) == ["Apollo", "Borealis", "Comet"]  # as they were, until it is worked out
    model.filter("comet")
    (first, late), (second, done) = asked
    done(second())
    assert names(model) == ["Comet"]
    late(first())
    assert names(model) == ["Comet"]
    model.filter("")
    assert names(model) == ["Apollo", "Borealis", "Comet"]
    model.sort(0, Qt.SortOrder.DescendingOrder)
    shown(model, CASE.holding(project("Dione", 4)))
    asked[2][1](asked[2][0]())  # sorted before the fourth came
    assert len(names(model)) == 4
    asked[3][1](asked[3][0]())
    assert names(model) == ["Dione", "Comet", "Borealis", "Apollo"]
