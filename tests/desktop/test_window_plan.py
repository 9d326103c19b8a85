"""The plan page and solving from the window."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import planner.solving
from data.entities import Id, Policy, new_id
from data.errors import PlannerError
from data.findings import warning
from data.plan import Plan
from data.portfolio import Portfolio
from planner.actions import projects
from planner.plans import fingerprint
from planner.solving import Outcome
from planner.workspace import Workspace
from solver.control import Control, Options, Progress
from solver.solution import Status
from tests.builders import allocation, plan, small_case
from tests.desktop.conftest import PATIENCE, close_window, place_of, plan_page, row_names, table_page, texts
from ui.main_window import MainWindow
from ui.map_wordings import MapAct
from ui.presenters.load_grid import Measure
from ui.settings import Preferences
from ui.widgets.table import Table

SOLVER_PATIENCE = 90_000
"""Milliseconds: a first solve may have to compile its inner loops."""


class Rehearsal:
    """A solver that reports two steps, then waits to be stopped or let go; it plans Ann's booked week."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.calls = 0
        self.policy: Policy | None = None
        self.start: Plan | None = None

    def __call__(
        self, portfolio: Portfolio, options: Options, control: Control, *, policy: Policy | None = None, start: Plan | None = None
    ) -> Outcome:
        self.calls += 1
        self.policy, self.start = policy, start
        for step in (1, 2):
            control.report(Progress(f"step {step}", 90.0 + step, 100.0, step, float(step)), None)
        while not control.should_stop() and not self.go_on.wait(0.01):
            pass
        status = Status.STOPPED if control.should_stop() else Status.FEASIBLE
        made = plan(allocation("Build", "Ann", 1, 30.0), id=new_id(), fingerprint=fingerprint(portfolio))
        return Outcome(made, status, (warning("Project Comet", "gets nothing"),))


@pytest.fixture
def rehearsal(monkeypatch: pytest.MonkeyPatch) -> Rehearsal:
    made = Rehearsal()
    monkeypatch.setattr(planner.solving, "solve", made)
    return made


def test_a_click_on_a_cell_tells_who_works_on_what(small: MainWindow, qtbot: QtBot) -> None:
    page = plan_page(small)
    at = page.heat_map.point_of(place_of(page, "Ann", 1))
    qtbot.mouseClick(page.heat_map.viewport(), Qt.MouseButton.LeftButton, pos=at)
    said = page.panel.texts()
    assert said[:3] == ["Ann", "W1 · 4 Jan", "50 %, 16 h free"]
    assert "Apollo" in said
    assert "Build · Backend · hard booking" in said


def test_the_keyboard_leads_to_the_same_drill_down(small: MainWindow, qtbot: QtBot) -> None:
    page = plan_page(small)
    page.heat_map.choose(place_of(page, "Ann", 1))
    qtbot.keyClick(page.heat_map, Qt.Key.Key_Right)
    qtbot.keyClick(page.heat_map, Qt.Key.Key_Right)
    assert page.panel.texts()[:3] == ["Ann", "W3 · 18 Jan", "No capacity this week"]
    assert page.panel.texts()[-1:] == ["Ann away 18 Jan to 22 Jan (Skiing)"]


def test_enter_on_a_cell_leads_into_its_story(small: MainWindow, qtbot: QtBot) -> None:
    page = plan_page(small)
    page.heat_map.setFocus()
    qtbot.keyClick(page.heat_map, Qt.Key.Key_Return)
    assert page.panel.isAncestorOf(QApplication.focusWidget())


def test_rows_may_be_roles(small: MainWindow) -> None:
    page = plan_page(small)
    page.bar.grouping.setCurrentIndex(1)
    assert page.heat_map.grid is not None
    assert [row.name for row in page.heat_map.grid.rows] == ["Analyst", "Backend", "Tester"]


def test_rows_may_be_projects(small: MainWindow) -> None:
    page = plan_page(small)
    page.bar.grouping.setCurrentIndex(3)
    assert row_names(page) == ["Apollo", "Borealis", "Comet"]
    assert page.panel.texts()[:4] == ["Apollo", "W1 · 4 Jan", "35 % met, 29 h short", "Given"]


def test_ctrl_f_finds_a_person_and_enter_goes_there(small: MainWindow, qtbot: QtBot) -> None:
    page = plan_page(small)
    qtbot.keyClick(small, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.bar.search.hasFocus()
    qtbot.keyClicks(page.bar.search, "cle")
    assert row_names(page) == ["Cleo"]
    qtbot.keyClick(page.bar.search, Qt.Key.Key_Return)
    assert page.heat_map.hasFocus()
    assert page.panel.texts()[0] == "Cleo"
    page.bar.search.clear()
    assert page.heat_map.place[0] == row_names(page).index("Cleo")


def test_a_search_that_finds_nobody_empties_the_panel(small: MainWindow, qtbot: QtBot) -> None:
    page = plan_page(small)
    qtbot.keyClicks(page.bar.search, "zebra")
    assert row_names(page) == []
    assert page.panel.texts() == ["Nothing is chosen"]


def test_chosen_cells_are_copied_as_a_table(small: MainWindow, qtbot: QtBot) -> None:
    page = plan_page(small)
    page.heat_map.choose_block(place_of(page, "Ann", 1), place_of(page, "Bob", 2))
    page.heat_map.setFocus()
    qtbot.keyClick(page.heat_map, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "\t2027-01-04\t2027-01-11\nAnn\t50 %\t0 %\nBob\t0 %\t0 %"


def test_findings_beside_the_map_are_copied_while_they_have_the_focus(small: MainWindow, qtbot: QtBot) -> None:
    plan_page(small)
    small.session.found((warning("Demands!H4", "is odd"),))
    small.findings.show()
    findings = small.findings.findChild(Table)
    assert findings is not None
    findings.setFocus()
    findings.selectAll()
    qtbot.keyClick(findings, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Demands!H4" in QApplication.clipboard().text()


def test_the_heat_map_is_copied_as_a_picture(small: MainWindow, qtbot: QtBot) -> None:
    page = plan_page(small)
    qtbot.keyClick(small, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    image = QApplication.clipboard().image()
    assert image.width() >= page.heat_map.viewport().width()
    assert len({image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 9)}) > 5


@pytest.mark.parametrize(("suffix", "begins"), [(".png", b"\x89PNG"), (".svg", b"<?xml"), (".pdf", b"%PDF")])
def test_the_heat_map_is_written_as_a_picture(
    small: MainWindow, answer: Callable[[str, Path | None], None], tmp_path: Path, suffix: str, begins: bytes
) -> None:
    plan_page(small)
    answer("place_for_picture", tmp_path / f"map{suffix}")
    small.actions_by_name[MapAct.SAVE_PICTURE].trigger()
    assert (tmp_path / f"map{suffix}").read_bytes().startswith(begins)
    assert small.notice.text.startswith("Picture written")


def test_a_picture_that_cannot_be_written_says_so(small: MainWindow, answer: Callable[[str, Path | None], None], tmp_path: Path) -> None:
    plan_page(small)
    answer("place_for_picture", tmp_path / "nowhere" / "map.png")
    small.actions_by_name[MapAct.SAVE_PICTURE].trigger()
    assert "could not be written (No such file or directory)" in small.notice.text


def test_ctrl_and_the_wheel_zoom(small: MainWindow, qtbot: QtBot) -> None:
    page = plan_page(small)
    before = page.heat_map.cell_width
    qtbot.keyClick(small, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert page.heat_map.cell_width < before
    qtbot.keyClick(small, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert page.heat_map.cell_width == before


def test_the_maps_actions_are_there_on_its_page_alone(small: MainWindow) -> None:
    assert not small.actions_by_name[MapAct.COPY].isEnabled()
    plan_page(small)
    assert small.actions_by_name[MapAct.COPY].isEnabled()
    small.show_page(0)
    assert not small.actions_by_name[MapAct.COPY].isEnabled()


def test_a_tooltip_says_the_cell_in_one_sentence(small: MainWindow) -> None:
    page = plan_page(small)
    page.heat_map.choose(place_of(page, "Ann", 1))
    assert page.heat_map.accessibleDescription() == "Ann, W1 · 4 Jan: 16 h of 32 h, 50 %, 16 h free"


def test_hours_can_be_printed_instead_of_percent(small: MainWindow, qtbot: QtBot) -> None:
    page = plan_page(small)
    before = page.heat_map.viewport().grab().toImage()
    hours = next(tool for tool in page.bar.measures if tool.text() == "h")
    qtbot.mouseClick(hours, Qt.MouseButton.LeftButton)
    assert page.heat_map.measure is Measure.HOURS
    assert page.heat_map.viewport().grab().toImage() != before


def test_f5_solves_and_shows_the_course_live(small: MainWindow, qtbot: QtBot, rehearsal: Rehearsal) -> None:
    qtbot.keyClick(small, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: small.solve_dock.course.phase == "step 2", timeout=PATIENCE)
    assert small.solve_dock.isVisible()
    assert [point.value for point in small.solve_dock.course.points] == [91.0, 92.0]
    assert small.status.solved.text() == "Solving"
    rehearsal.go_on.set()
    qtbot.waitUntil(lambda: not small.desk.is_running, timeout=PATIENCE)


def test_stopping_keeps_the_best_plan(small: MainWindow, qtbot: QtBot, rehearsal: Rehearsal, idle: Callable[[], None]) -> None:
    small.desk.solve()
    qtbot.waitUntil(lambda: small.solve_dock.course.phase == "step 2", timeout=PATIENCE)
    qtbot.mouseClick(small.solve_dock.cancel, Qt.MouseButton.LeftButton)
    idle()
    assert small.session.workspace is not None
    assert small.session.workspace.plan is not None
    assert small.status.solved.text() == "Feasible, gap 2.9 %"
    assert small.status.findings.text() == "1 warning"


def test_the_window_stays_usable_while_it_solves(small: MainWindow, qtbot: QtBot, rehearsal: Rehearsal, idle: Callable[[], None]) -> None:
    small.desk.solve()
    qtbot.keyClick(small, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert texts(table_page(small, "Resources"), "Resource") == ["Ann", "Bob", "Cleo", "Somebody"]
    rehearsal.go_on.set()
    idle()


def test_a_plan_shows_in_tables_and_heat_map(small: MainWindow, rehearsal: Rehearsal, idle: Callable[[], None]) -> None:
    rehearsal.go_on.set()
    small.desk.solve()
    idle()
    assert texts(table_page(small, "Resources"), "Planned h") == ["30", "0", "0", "0"]
    page = plan_page(small)
    assert page.heat_map.grid is not None
    assert page.heat_map.grid.load[place_of(page, "Ann", 1)] == 30.0


def test_a_plan_whose_portfolio_changed_meanwhile_is_kept_as_out_of_date(
    small: MainWindow, qtbot: QtBot, rehearsal: Rehearsal, idle: Callable[[], None]
) -> None:
    small.desk.solve()
    qtbot.waitUntil(lambda: rehearsal.calls == 1, timeout=PATIENCE)
    assert small.session.portfolio is not None
    assert small.session.apply(projects.with_priority(small.session.portfolio, Id("Comet"), 1))
    rehearsal.go_on.set()
    idle()
    assert small.status.solved.text() == "Plan out of date (Feasible, gap 2.9 %)"


def test_undoing_the_change_makes_the_plan_current_again(small: MainWindow, rehearsal: Rehearsal, idle: Callable[[], None]) -> None:
    rehearsal.go_on.set()
    small.desk.solve()
    idle()
    assert small.session.portfolio is not None
    small.session.apply(projects.with_priority(small.session.portfolio, Id("Comet"), 1))
    idle()
    assert small.status.solved.text().startswith("Plan out of date")
    small.actions_by_name["undo"].trigger()
    idle()
    assert small.status.solved.text() == "Feasible, gap 2.9 %"


def test_a_second_solve_replaces_the_first(small: MainWindow, qtbot: QtBot, rehearsal: Rehearsal, idle: Callable[[], None]) -> None:
    small.desk.solve()
    qtbot.waitUntil(lambda: rehearsal.calls == 1, timeout=PATIENCE)
    small.desk.solve()
    qtbot.waitUntil(lambda: rehearsal.calls == 2, timeout=PATIENCE)
    rehearsal.go_on.set()
    idle()
    assert small.session.workspace is not None
    assert small.session.workspace.plan is not None


def test_a_solve_without_a_plan_says_why(small: MainWindow, monkeypatch: pytest.MonkeyPatch, idle: Callable[[], None]) -> None:
    found = warning("Solve", "stopped before the first plan was found", "give it more time")
    monkeypatch.setattr(planner.solving, "solve", lambda *_, **__: Outcome(None, Status.NOTHING, (found,)))
    small.desk.solve()
    idle()
    assert small.notice.text == "Solve: stopped before the first plan was found; give it more time"


def test_a_solve_that_fails_for_an_outer_reason_says_so(
    small: MainWindow, monkeypatch: pytest.MonkeyPatch, idle: Callable[[], None]
) -> None:
    def broken(*_: object, **__: object) -> Outcome:
        raise PlannerError("HiGHS is not installed; type: pip install highspy")

    monkeypatch.setattr(planner.solving, "solve", broken)
    small.desk.solve()
    idle()
    assert small.notice.text == "HiGHS is not installed; type: pip install highspy"


def test_the_window_closes_while_it_solves(small: MainWindow, qtbot: QtBot, rehearsal: Rehearsal) -> None:
    small.desk.solve()
    qtbot.waitUntil(lambda: rehearsal.calls == 1, timeout=PATIENCE)
    close_window(qtbot, small)


def test_another_portfolio_ends_the_solve_and_takes_its_figures_away(
    small: MainWindow, qtbot: QtBot, rehearsal: Rehearsal, idle: Callable[[], None], tmp_path: Path
) -> None:
    small.desk.solve()
    qtbot.waitUntil(lambda: rehearsal.calls == 1, timeout=PATIENCE)
    Workspace.create(tmp_path / "Other.plimsoll", small_case()).close()
    small.documents.open(tmp_path / "Other.plimsoll")
    idle()
    assert not small.solve_dock.isVisible()
    assert small.solve_dock.course.last.value is None
    assert not small.solve_dock.cancel.isEnabled()
    assert small.session.workspace is not None
    assert small.session.workspace.plan is None


def test_a_solve_stopped_early_does_not_replace_a_better_plan(
    small: MainWindow, qtbot: QtBot, rehearsal: Rehearsal, idle: Callable[[], None]
) -> None:
    better = plan(id=new_id(), fingerprint=fingerprint(small_case()), value=101.0, objective=101.0)
    small.session.keep_plan(better, ())
    small.desk.solve()
    qtbot.waitUntil(lambda: rehearsal.calls == 1, timeout=PATIENCE)
    small.desk.stop()
    idle()
    assert small.session.workspace is not None
    assert small.session.workspace.plan == better
    assert small.notice.text.startswith("The plan from before is worth more")


def test_the_time_limit_beside_solve_is_remembered(small: MainWindow, preferences: Preferences) -> None:
    assert [small.time_limit.itemText(number) for number in range(4)] == ["10 s", "30 s", "1 min", "5 min"]
    assert small.desk.time_limit == 60.0
    small.time_limit.setCurrentIndex(0)
    assert small.desk.time_limit == 10.0
    assert preferences.time_limit == 10


def test_a_real_solve_finds_a_plan_that_can_be_stopped(
    show: Callable[[Portfolio], MainWindow], qtbot: QtBot, idle: Callable[[], None]
) -> None:
    window = show(small_case())
    window.desk.time_limit = 60.0
    window.desk.solve()
    qtbot.waitUntil(lambda: window.solve_dock.course.last.value is not None or not window.desk.is_running, timeout=SOLVER_PATIENCE)
    window.actions_by_name["stop"].trigger()
    idle()
    assert window.session.workspace is not None
    made = window.session.workspace.plan
    assert made is not None
    assert made.allocations
