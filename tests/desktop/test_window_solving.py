"""What a solve from the window goes by: policy and last plan; what it says where no plan exists; the terms of a policy."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import planner.solving
import ui.session
from data.entities import Id, Policy, ProjectStatus
from data.findings import error, note, warning
from data.plan import Plan, ProjectPlan
from data.portfolio import Portfolio
from planner.changing import Touched
from planner.plans import fingerprint
from planner.solving import BrokenPlanError, Outcome
from planner.workspace import Workspace
from solver.errors import ChildBugError
from solver.solution import Status
from tests.builders import allocation, plan, policy, project, small_case
from tests.desktop.conftest import table_page, texts
from ui.main_window import MainWindow
from ui.settings import Preferences
from ui.views.page import Heading
from ui.views.plan_page import PlanPage

HOUSE = policy("House", cost=2.0)
LAST = plan(allocation("Build", "Ann", 1, 30.0), id=Id("last"))


class Noted:
    """A solver that notes what it is asked and finds nothing."""

    def __init__(self) -> None:
        self.asked: list[tuple[Policy | None, Plan | None]] = []

    def __call__(self, *_: object, policy: Policy | None, start: Plan | None) -> Outcome:
        self.asked.append((policy, start))
        return Outcome(None, Status.NOTHING, ())


@pytest.fixture
def noted(monkeypatch: pytest.MonkeyPatch) -> Noted:
    made = Noted()
    monkeypatch.setattr(planner.solving, "solve", made)
    return made


@pytest.fixture
def house(show: Callable[[Portfolio], MainWindow]) -> MainWindow:
    return show(small_case().holding(HOUSE))


def plan_page(window: MainWindow) -> PlanPage:
    window.show_page(4)
    page = window.pages.page("Plan")
    assert isinstance(page, PlanPage)
    return page


def heading(window: MainWindow, number: int) -> str:
    """What a page says of itself."""
    window.show_page(number)
    page = window.pages.currentWidget()
    assert page is not None
    found = page.findChild(Heading)
    assert isinstance(found, Heading)
    return found.said


def test_a_solve_goes_by_the_policy_chosen_beside_it(house: MainWindow, qtbot: QtBot, noted: Noted, idle: Callable[[], None]) -> None:
    house.planning.picker.setFocus()
    qtbot.keyClick(house.planning.picker, Qt.Key.Key_Down)
    qtbot.keyClick(house, Qt.Key.Key_F5)
    idle()
    assert house.solve_dock.value_name == "Objective, points"
    qtbot.keyClick(house.planning.picker, Qt.Key.Key_Up)
    qtbot.keyClick(house, Qt.Key.Key_F5)
    idle()
    assert house.solve_dock.value_name == "Value, points"
    assert noted.asked == [(HOUSE, None), (None, None)]


def test_a_solve_starts_from_the_last_plan_unless_that_is_switched_off(
    house: MainWindow, qtbot: QtBot, noted: Noted, idle: Callable[[], None], preferences: Preferences
) -> None:
    house.session.keep_plan(LAST, ())
    idle()
    assert house.planning.from_last.isVisible()
    assert house.planning.from_last.isChecked()
    house.desk.solve()
    idle()
    house.planning.from_last.setFocus()
    qtbot.keyClick(house.planning.from_last, Qt.Key.Key_Space)
    house.desk.solve()
    idle()
    assert [start for _, start in noted.asked] == [LAST, None]
    assert not preferences.from_last
    assert not house.actions_by_name["from last"].isChecked()
    qtbot.keyClick(house, Qt.Key.Key_F5, Qt.KeyboardModifier.ControlModifier)
    assert house.planning.from_last.isChecked()
    assert preferences.from_last


def test_a_portfolio_without_a_memory_goes_by_the_policy_of_its_last_plan(
    house: MainWindow, idle: Callable[[], None], preferences: Preferences
) -> None:
    assert house.session.workspace is not None
    house.session.keep_plan(plan(policy="House"), ())
    path = house.session.workspace.path
    house.actions_by_name["close"].trigger()
    idle()
    assert preferences.policy_of(str(path)) is None
    house.documents.open(path)
    idle()
    assert house.planning.picker.currentText() == "House"


def test_rules_that_cannot_all_hold_are_told_one_by_one(
    small: MainWindow, monkeypatch: pytest.MonkeyPatch, idle: Callable[[], None]
) -> None:
    found = (
        note("Settings", "are odd"),
        warning("Project Comet", "asks for nothing"),
        error("Dependency Apollo → Borealis", "needs 3 weeks more delay", "allow Borealis a longer delay"),
    )
    monkeypatch.setattr(planner.solving, "solve", lambda *_, **__: Outcome(None, Status.INFEASIBLE, found))
    small.desk.solve()
    idle()
    assert small.notice.text == "No plan exists: the rules cannot all hold."
    assert small.notice.more.splitlines() == [
        "Dependency Apollo → Borealis: needs 3 weeks more delay; allow Borealis a longer delay",
        "Project Comet: asks for nothing",
        "Settings: are odd",
    ]
    assert small.findings.isVisible()
    assert small.findings.view.model.rowCount() == 3
    assert small.session.workspace is not None
    assert small.session.workspace.plan is None


def test_many_findings_are_counted_above_the_page_and_listed_below(
    small: MainWindow, monkeypatch: pytest.MonkeyPatch, idle: Callable[[], None]
) -> None:
    found = tuple(error(f"Project {number}", "cannot be delayed") for number in range(12))
    monkeypatch.setattr(planner.solving, "solve", lambda *_, **__: Outcome(None, Status.INFEASIBLE, found))
    small.desk.solve()
    idle()
    assert small.notice.more.splitlines()[-1] == "and 4 more, see Findings"
    assert small.findings.view.model.rowCount() == 12


def test_a_fault_in_the_optimisers_process_reaches_the_crash_hook(
    small: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, idle: Callable[[], None]
) -> None:
    def broken(*_: object, **__: object) -> Outcome:
        raise ChildBugError("Traceback: ...")

    monkeypatch.setattr(planner.solving, "solve", broken)
    with qtbot.capture_exceptions() as caught:
        small.desk.solve()
        idle()
    assert [kind for kind, _, _ in caught] == [ChildBugError]
    assert not small.notice.isVisible()


def test_a_plan_that_breaks_rules_is_thrown_away_and_said(
    small: MainWindow, monkeypatch: pytest.MonkeyPatch, idle: Callable[[], None]
) -> None:
    def broken(*_: object, **__: object) -> Outcome:
        raise BrokenPlanError(("R1 capacity",))

    monkeypatch.setattr(planner.solving, "solve", broken)
    small.desk.solve()
    idle()
    assert small.notice.text.startswith("The solver returned a plan that breaks its own rules, so it was thrown away: R1 capacity.")


def test_the_plan_shows_every_term_of_its_policy_apart(house: MainWindow, idle: Callable[[], None]) -> None:
    page = plan_page(house)
    house.session.keep_plan(LAST, ())
    idle()
    assert not page.objective.isVisible()
    terms = (("Cost", -48.0), ("Fit", -12.5))
    house.session.keep_plan(
        plan(
            allocation("Build", "Ann", 1, 32.0),
            id=Id("by policy"),
            policy="House",
            terms=terms,
            value=448.0,
            objective=387.5,
            objective_bound=900.0,
        ),
        (),
    )
    idle()
    assert page.objective.isVisible()
    assert page.objective.accessibleName() == "Objective 388, Objective bound 900, Value 448, Cost -48, Fit -12"


@pytest.fixture
def placed(show: Callable[[Portfolio], MainWindow], idle: Callable[[], None]) -> MainWindow:
    """Comet delayed by two weeks, Dune left out, Borealis as asked."""
    case = small_case().holding(project("Dune", 4, status=ProjectStatus.PROPOSED))
    window = show(case)
    made = plan(
        allocation("Study", "Somebody", 4, 12.5),
        allocation("Build", "Ann", 1, 32.0),
        fingerprint=fingerprint(case),
        projects=(
            ProjectPlan(Id("Comet"), selected=True, delay_weeks=2),
            ProjectPlan(Id("Dune"), selected=False),
            ProjectPlan(Id("Borealis"), selected=True),
        ),
    )
    window.session.keep_plan(made, ())
    idle()
    return window


def test_the_table_of_projects_tells_what_is_delayed_and_left_out(placed: MainWindow) -> None:
    page = table_page(placed, "Projects")
    assert dict(zip(texts(page, "Project"), texts(page, "In the plan"), strict=True)) == {
        "Apollo": "As asked",
        "Borealis": "As asked",
        "Dune": "Left out",
        "Comet": "Delayed 2 weeks",
    }
    days = dict(zip(texts(page, "Project"), zip(texts(page, "Planned start"), texts(page, "Planned finish"), strict=True), strict=True))
    assert days["Borealis"] == ("2027-02-01", "2027-02-26")
    assert days["Comet"] == ("2027-01-18", "2027-02-12")
    assert days["Dune"] == ("", "")


def test_the_table_of_demands_tells_it_of_their_projects(placed: MainWindow) -> None:
    page = table_page(placed, "Demands")
    said = dict(zip(texts(page, "Demand"), texts(page, "In the plan"), strict=True))
    assert (said["Study"], said["Build"]) == ("Delayed 2 weeks", "As asked")


def test_the_drill_down_says_that_work_was_moved_by_a_delay(placed: MainWindow, qtbot: QtBot) -> None:
    page = plan_page(placed)
    grid = page.heat_map.grid
    assert grid is not None
    row = next(number for number, line in enumerate(grid.rows) if line.name == "Somebody")
    qtbot.mouseClick(page.heat_map.viewport(), Qt.MouseButton.LeftButton, pos=page.heat_map.point_of((row, 3)))
    assert "Comet (delayed 2 weeks)" in page.panel.texts()


def test_overview_and_plan_count_what_is_delayed_and_left_out(placed: MainWindow, idle: Callable[[], None]) -> None:
    assert "1 project left out, 1 project delayed; the plan is proved" in heading(placed, 0)
    assert heading(placed, 4) == "Load by week, as the plan gives it. 1 delayed and 1 left out of 4 projects."


def test_a_long_plan_is_written_beside_the_window(
    house: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, idle: Callable[[], None]
) -> None:
    made, threads = plan(allocation("Build", "Ann", 1, 30.0), id=Id("long")), []
    keep = Workspace.keep_plan

    def noting(workspace: Workspace, kept: Plan) -> Touched:
        threads.append(threading.current_thread())
        return keep(workspace, kept)

    monkeypatch.setattr(Workspace, "keep_plan", noting)
    monkeypatch.setattr(ui.session, "AT_ONCE", 0)
    monkeypatch.setattr(planner.solving, "solve", lambda *_, **__: Outcome(made, Status.FEASIBLE, ()))

    qtbot.keyClick(house, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: house.session.situation is not None and house.session.situation.plan is made, timeout=60_000)
    idle()

    assert threads
    assert threading.main_thread() not in threads
    assert house.session.can_edit
    assert house.session.workspace is not None
    assert house.session.workspace.unpublished
