"""Import with a preview, and exports, from the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QToolBar
from pytestqt.qtbot import QtBot

from data.entities import Id
from planner.exporting import export_portfolio
from planner.workspace import Workspace
from tests.builders import allocation, plan, resource, small_case
from tests.desktop.conftest import PATIENCE
from ui.dialogs.import_preview import ImportPreview
from ui.main_window import MainWindow
from ui.views.overview import OverviewPage
from ui.widgets.tile import TileView

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
"""The offscreen screen says this of every dialog."""


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """The small case with Ann at level 5 and a new tester."""
    case = small_case()
    changed = case.holding(
        resource("Dora", "Tester"), resource("Ann", "Backend", 5, team="Core", other_roles=(("Tester", 2),), cost_per_hour=80.0)
    )
    export_portfolio(changed, tmp_path / "Next.xlsx")
    return tmp_path / "Next.xlsx"


def preview_of(window: MainWindow, path: Path, idle: Callable[[], None]) -> ImportPreview:
    window.documents.import_workbook(path)
    idle()
    shown = window.findChild(ImportPreview)
    assert shown is not None
    return shown


def lines(preview: ImportPreview) -> list[tuple[str, str]]:
    model = preview.changes.model()
    return [(model.index(row, 0).data(), model.index(row, 2).data()) for row in range(model.rowCount())]


def test_an_import_shows_what_it_would_change_and_changes_nothing_yet(small: MainWindow, workbook: Path, idle: Callable[[], None]) -> None:
    preview = preview_of(small, workbook, idle)
    assert sorted(lines(preview)) == [("Added", "Dora"), ("Changed", "Ann")]
    assert small.session.portfolio is not None
    assert len(small.session.portfolio.resources) == 4


def test_an_accepted_import_is_one_edit_that_undo_takes_back(
    small: MainWindow, workbook: Path, idle: Callable[[], None], qtbot: QtBot
) -> None:
    preview = preview_of(small, workbook, idle)
    qtbot.mouseClick(preview.take, Qt.MouseButton.LeftButton)
    assert small.session.portfolio is not None
    assert small.session.portfolio.resources[Id("Ann")].level == 5
    assert small.actions_by_name["undo"].text() == "&Undo Import Next.xlsx"
    small.actions_by_name["undo"].trigger()
    assert small.session.portfolio == small_case()


def test_a_declined_import_changes_nothing(small: MainWindow, workbook: Path, idle: Callable[[], None], qtbot: QtBot) -> None:
    preview = preview_of(small, workbook, idle)
    qtbot.mouseClick(preview.leave, Qt.MouseButton.LeftButton)
    assert small.session.portfolio == small_case()
    assert not small.actions_by_name["undo"].isEnabled()


def test_a_workbook_with_errors_cannot_be_taken(small: MainWindow, tmp_path: Path, idle: Callable[[], None]) -> None:
    export_portfolio(small_case(), tmp_path / "book")
    projects = tmp_path / "book" / "Projects.csv"
    projects.write_text(projects.read_text(encoding="utf-8-sig").replace("Borealis,3", "Borealis,high"), encoding="utf-8")
    preview = preview_of(small, tmp_path / "book", idle)
    assert not preview.take.isEnabled()
    assert preview.tabs.currentWidget() is preview.findings
    assert preview.findings.model.index(0, 1).data().startswith("Projects!")


def test_a_file_that_is_no_workbook_is_explained(small: MainWindow, tmp_path: Path, idle: Callable[[], None]) -> None:
    (tmp_path / "letter.xlsx").write_text("Dear all", encoding="utf-8")
    small.documents.import_workbook(tmp_path / "letter.xlsx")
    idle()
    shown = small.findChild(ImportPreview)
    said = small.notice.text if shown is None else shown.findings.model.index(0, 1).data() + shown.findings.model.index(0, 2).data()
    assert "letter.xlsx" in said


def test_an_import_with_nothing_open_asks_where_to_keep_the_portfolio(
    window: MainWindow, workbook: Path, idle: Callable[[], None], qtbot: QtBot, answer: Callable[[str, Path | None], None], tmp_path: Path
) -> None:
    answer("place_for_portfolio", tmp_path / "New.plimsoll")
    preview = preview_of(window, workbook, idle)
    qtbot.mouseClick(preview.take, Qt.MouseButton.LeftButton)
    idle()
    assert window.windowTitle() == "New – Plimsoll"
    assert window.session.portfolio is not None
    assert len(window.session.portfolio.resources) == 5


def test_an_import_may_become_a_portfolio_of_its_own_beside_the_open_one(
    small: MainWindow, workbook: Path, idle: Callable[[], None], qtbot: QtBot, answer: Callable[[str, Path | None], None], tmp_path: Path
) -> None:
    answer("place_for_portfolio", tmp_path / "Mine.plimsoll")
    preview = preview_of(small, workbook, idle)
    qtbot.mouseClick(preview.own, Qt.MouseButton.LeftButton)
    idle()
    assert small.windowTitle() == "Mine – Plimsoll"
    kept = Workspace.open(tmp_path / "Case.plimsoll")
    assert kept.portfolio == small_case()
    kept.close()


def test_a_folder_of_csv_is_imported_from_the_menu(
    small: MainWindow, idle: Callable[[], None], answer: Callable[[str, Path | None], None], tmp_path: Path
) -> None:
    export_portfolio(small_case().holding(resource("Dora", "Tester")), tmp_path / "sheets")
    answer("folder_to_import", tmp_path / "sheets")
    small.actions_by_name["import folder"].trigger()
    idle()
    shown = small.findChild(ImportPreview)
    assert shown is not None
    assert lines(shown) == [("Added", "Dora")]


def test_the_portfolio_is_exported_as_a_workbook(
    small: MainWindow, answer: Callable[[str, Path | None], None], idle: Callable[[], None], tmp_path: Path
) -> None:
    answer("place_for_workbook", tmp_path / "Out.xlsx")
    small.actions_by_name["export portfolio"].trigger()
    idle()
    assert small.notice.text == f"Written to {tmp_path / 'Out.xlsx'}"
    assert lines_of_import(small, tmp_path / "Out.xlsx", idle) == []


def test_what_was_exported_can_be_opened_from_where_it_is_said(
    small: MainWindow,
    answer: Callable[[str, Path | None], None],
    idle: Callable[[], None],
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or len(opened) < 3)
    answer("place_for_workbook", tmp_path / "Out.xlsx")
    small.actions_by_name["export portfolio"].trigger()
    idle()
    open_it, folder = small.notice.buttons
    for way in (open_it, folder):
        qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    assert opened == [str(tmp_path / "Out.xlsx"), str(tmp_path)]
    qtbot.mouseClick(open_it, Qt.MouseButton.LeftButton)
    assert small.notice.text == f"No program here opens {tmp_path / 'Out.xlsx'}"


def test_the_tool_bar_waits_for_something_to_work_on(window: MainWindow, idle: Callable[[], None]) -> None:
    (bar,) = window.findChildren(QToolBar)
    assert not bar.isVisible()
    window.documents.open_sample()
    idle()
    assert bar.isVisible()
    window.actions_by_name["close"].trigger()
    idle()
    assert not bar.isVisible()


def lines_of_import(window: MainWindow, path: Path, idle: Callable[[], None]) -> list[tuple[str, str]]:
    return lines(preview_of(window, path, idle))


def test_the_plan_is_exported_once_there_is_one(
    small: MainWindow, answer: Callable[[str, Path | None], None], idle: Callable[[], None], tmp_path: Path
) -> None:
    assert not small.actions_by_name["export plan"].isEnabled()
    small.session.keep_plan(plan(allocation("Build", "Ann", 1, 30.0)), ())
    idle()
    answer("place_for_workbook", tmp_path / "Plan.xlsx")
    small.actions_by_name["export plan"].trigger()
    idle()
    assert (tmp_path / "Plan.xlsx").is_file()


def test_a_plan_beside_the_one_in_force_is_exported_with_what_it_changes(
    small: MainWindow, answer: Callable[[str, Path | None], None], idle: Callable[[], None], tmp_path: Path
) -> None:
    in_force = plan(allocation("Build", "Ann", 1, 30.0), id=Id("in force"))
    small.session.keep_plan(in_force, ())
    assert small.session.portfolio is not None
    idle()
    small.actions_by_name["in force"].trigger()
    small.session.keep_plan(plan(allocation("Build", "Ann", 1, 20.0)), ())
    idle()
    answer("place_for_workbook", tmp_path / "Plan.xlsx")
    small.actions_by_name["export plan"].trigger()
    idle()
    rows = list(openpyxl.load_workbook(tmp_path / "Plan.xlsx", data_only=True)["Changes"].iter_rows(values_only=True))
    assert [(row[0], *row[4:]) for row in rows[1:]] == [("Ann", 30, 20, -10)]


def test_charts_are_exported_in_three_formats(
    small: MainWindow, answer: Callable[[str, Path | None], None], idle: Callable[[], None], tmp_path: Path
) -> None:
    answer("folder_for_charts", tmp_path)
    small.actions_by_name["export charts"].trigger()
    idle()
    assert sorted(path.name for path in tmp_path.glob("load.*")) == ["load.pdf", "load.png", "load.svg"]


def test_a_cancelled_dialog_does_nothing(
    small: MainWindow, answer: Callable[[str, Path | None], None], idle: Callable[[], None], tmp_path: Path
) -> None:
    answer("place_for_workbook", None)
    small.actions_by_name["export portfolio"].trigger()
    idle()
    assert list(tmp_path.glob("*.xlsx")) == []


def test_a_copy_is_a_portfolio_of_its_own(
    small: MainWindow, answer: Callable[[str, Path | None], None], tmp_path: Path, idle: Callable[[], None]
) -> None:
    answer("place_for_portfolio", tmp_path / "Copy.plimsoll")
    small.actions_by_name["save copy"].trigger()
    idle()
    with Workspace.open(tmp_path / "Copy.plimsoll") as copy:
        assert copy.portfolio == small_case()
    assert small.windowTitle() == "Case – Plimsoll"


def test_the_overview_draws_its_chart_beside_the_window(small: MainWindow, idle: Callable[[], None], qtbot: QtBot) -> None:
    page = small.pages.page("Overview")
    assert isinstance(page, OverviewPage)
    qtbot.waitUntil(lambda: page.chart.is_drawn, timeout=20_000)
    assert page.chart.accessibleName()


def test_tiles_of_the_overview_take_a_second_row_where_one_has_no_room(small: MainWindow, idle: Callable[[], None], qtbot: QtBot) -> None:
    page = small.pages.page("Overview")
    idle()
    tiles = page.findChildren(TileView)
    assert len({tile.y() for tile in tiles}) == 1
    page.setFixedWidth(600)
    qtbot.waitUntil(lambda: len({tile.y() for tile in tiles}) == 2, timeout=PATIENCE)
