"""Planning again from the window: asked, followed, shown, and kept only then."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import planner.replanning.tracing
import planner.solving
import ui.session
from data.entities import Id
from data.errors import PlannerError
from data.findings import error
from data.portfolio import Portfolio
from planner.actions import projects
from planner.plans import is_current
from planner.replanning.request import Budget, Replanning
from planner.solving import Outcome
from planner.workspace import Workspace
from solver.errors import ChildBugError
from solver.solution import Status
from tests.builders import allocation, policy, small_case
from tests.desktop.conftest import PATIENCE, kept_plan, opened_replan
from tests.desktop.rehearsing import RECORD, Rehearsal, shifted
from ui.dialogs.replan import Replan
from ui.main_window import MainWindow
from ui.presenters.replanning import Limit

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
"""The offscreen screen says this of every dialog."""

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def rehearsal(monkeypatch: pytest.MonkeyPatch) -> Rehearsal:
    made = Rehearsal()
    monkeypatch.setattr(planner.solving, "solve", made)
    return made


def test_without_a_plan_there_is_nothing_to_plan_again(small: MainWindow) -> None:
    action = small.actions_by_name["replan"]
    assert not action.isEnabled()
    assert action.toolTip() == "There is no plan to start from; solve first"


def test_a_budget_is_typed_and_the_plan_is_shown_before_it_is_kept(
    planned: MainWindow, qtbot: QtBot, rehearsal: Rehearsal, idle: Callable[[], None]
) -> None:
    dialog = opened_replan(planned, qtbot)
    assert dialog.form.budget.hasFocus()
    qtbot.keyClicks(dialog.form.budget, "5")
    qtbot.keyClick(dialog.form.budget, Qt.Key.Key_Return)
    idle()
    assert rehearsal.replanning == Replanning(RECORD, budget=Budget(share=0.05))
    assert dialog.offers.heading.text() == "10 h move, 25.0 % of the plan; the weeks of 2 people change"
    assert "1 begun, 0 ended" in dialog.offers.lines
    assert [dialog.offers.model.index(row, 0).data() for row in range(2)] == ["Ann", "Bob"]
    assert kept_plan(planned) == RECORD
    qtbot.keyClick(dialog.offers.keep, Qt.Key.Key_Return)
    idle()
    assert kept_plan(planned).allocations[-1] == allocation("Build", "Bob", 1, 10.0)
    assert planned.notice.text == "The plan is kept; it moves 25.0 % of the hours of the one before"
    assert planned.planning.replanning.dialog is None


def test_a_plan_that_is_thrown_away_changes_nothing(
    planned: MainWindow, qtbot: QtBot, rehearsal: Rehearsal, idle: Callable[[], None]
) -> None:
    dialog = opened_replan(planned, qtbot)
    qtbot.mouseClick(dialog.form.go, LEFT)
    idle()
    qtbot.mouseClick(dialog.offers.leave, LEFT)
    assert kept_plan(planned) == RECORD
    assert planned.planning.replanning.dialog is None


def test_prices_policy_and_time_reach_the_search(planned: MainWindow, qtbot: QtBot, rehearsal: Rehearsal, idle: Callable[[], None]) -> None:
    dialog = opened_replan(planned, qtbot)
    form = dialog.form
    form.limits[Limit.PRICES].setFocus()
    qtbot.keyClick(form.limits[Limit.PRICES], Qt.Key.Key_Space)
    assert not form.go.isEnabled()
    qtbot.keyClicks(form.price_hour, "2")
    assert form.meanings["price_hour"].text() == "as much as 1 hour of a priority-4 project"
    qtbot.keyClicks(form.price_assignment, "8")
    qtbot.keyClick(form.policy, Qt.Key.Key_Down)
    qtbot.keyClick(form.time_limit, Qt.Key.Key_Home)
    rehearsal.go_on.clear()
    qtbot.mouseClick(form.go, LEFT)
    qtbot.waitUntil(lambda: dialog.course.figures.text().startswith("Objective 92"), timeout=PATIENCE)
    rehearsal.go_on.set()
    idle()
    assert rehearsal.replanning == Replanning(RECORD, price_hour=2.0, price_assignment=8.0)
    assert (rehearsal.policy, rehearsal.time_limit) == (policy("House", cost=2.0), 10.0)


def test_a_date_that_is_none_is_said_in_place(planned: MainWindow, qtbot: QtBot) -> None:
    form = opened_replan(planned, qtbot).form
    form.is_dated.setFocus()
    qtbot.keyClick(form.is_dated, Qt.Key.Key_Space)
    form.status_date.selectAll()
    qtbot.keyClicks(form.status_date, "soon")
    assert form.wrong["status_date"].isVisible()
    assert form.wrong["status_date"].text() == "“soon” is no date; type one such as 2027-04-05"
    assert not form.go.isEnabled()
    assert not form.curve.isEnabled()


def date(qtbot: QtBot, dialog: Replan, text: str, *, spread: bool = False) -> None:
    form = dialog.form
    form.is_dated.setChecked(True)
    form.status_date.selectAll()
    qtbot.keyClicks(form.status_date, text)
    form.spread.setChecked(spread)


@pytest.mark.parametrize("most", [5000, 0])
def test_the_rest_is_spread_as_an_edit_that_comes_with_the_plan_also_where_that_is_written_beside_the_window(
    planned: MainWindow, qtbot: QtBot, rehearsal: Rehearsal, idle: Callable[[], None], monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(ui.session, "AT_ONCE", most)
    before = planned.session.portfolio
    assert before is not None
    dialog = opened_replan(planned, qtbot)
    date(qtbot, dialog, "2027-01-18", spread=True)
    qtbot.mouseClick(dialog.form.go, LEFT)
    idle()
    assert any(line.startswith("Spread what is unmet before 2027-01-18") for line in dialog.offers.lines)
    assert planned.session.portfolio is before
    qtbot.mouseClick(dialog.offers.keep, LEFT)
    idle()
    assert planned.session.portfolio != before
    assert is_current(kept_plan(planned), planned.session.portfolio)  # type: ignore[arg-type]  # a portfolio is open
    assert planned.actions_by_name["undo"].text().startswith("&Undo Spread what is unmet before 2027-01-18")


@pytest.mark.parametrize("most", [5000, 0])
def test_a_plan_that_cannot_be_kept_leaves_the_portfolio_as_it_was(
    planned: MainWindow, qtbot: QtBot, rehearsal: Rehearsal, idle: Callable[[], None], monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    def full(*_: object) -> None:
        raise PlannerError("the disk is full")

    monkeypatch.setattr(ui.session, "AT_ONCE", most)
    before = planned.session.portfolio
    dialog = opened_replan(planned, qtbot)
    date(qtbot, dialog, "2027-01-18", spread=True)
    qtbot.mouseClick(dialog.form.go, LEFT)
    idle()
    monkeypatch.setattr(Workspace, "keep_plan", full)
    qtbot.mouseClick(dialog.offers.keep, LEFT)
    qtbot.waitUntil(lambda: planned.session.portfolio == before and planned.notice.text == "the disk is full", timeout=PATIENCE)
    assert dialog.isVisible()
    monkeypatch.undo()
    qtbot.mouseClick(dialog.offers.keep, LEFT)
    qtbot.waitUntil(lambda: planned.session.portfolio != before and not dialog.isVisible(), timeout=PATIENCE)


def test_what_was_spread_over_a_portfolio_that_has_changed_is_not_kept(
    planned: MainWindow, qtbot: QtBot, rehearsal: Rehearsal, idle: Callable[[], None]
) -> None:
    dialog = opened_replan(planned, qtbot)
    date(qtbot, dialog, "2027-01-18", spread=True)
    qtbot.mouseClick(dialog.form.go, LEFT)
    idle()
    assert planned.session.portfolio is not None
    planned.session.apply(projects.with_priority(planned.session.portfolio, Id("Comet"), 1))
    qtbot.mouseClick(dialog.offers.keep, LEFT)
    assert dialog.says.text() == "The portfolio has changed meanwhile, so this plan no longer fits; go back and plan again."
    assert kept_plan(planned) == RECORD
    assert planned.actions_by_name["undo"].text() == "&Undo Set Comet to priority 1"


def test_a_status_date_after_the_last_week_is_explained(
    planned: MainWindow, qtbot: QtBot, rehearsal: Rehearsal, idle: Callable[[], None]
) -> None:
    dialog = opened_replan(planned, qtbot)
    date(qtbot, dialog, "2028-01-03")
    qtbot.mouseClick(dialog.form.go, LEFT)
    idle()
    assert dialog.says.text().endswith("with a status date of 2028-01-03 nothing is left to plan.")
    assert dialog.form.isVisible()


def test_the_plan_of_record_can_be_chosen_beside_the_last_plan(
    planned: MainWindow, qtbot: QtBot, rehearsal: Rehearsal, idle: Callable[[], None]
) -> None:
    assert planned.session.portfolio is not None
    act = planned.actions_by_name["in force"]
    assert act.isEnabled()
    qtbot.keyClick(planned, Qt.Key.Key_F5, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert planned.session.portfolio.settings.plan_of_record_id == RECORD.id
    assert not act.isEnabled()
    last = shifted(planned.session.portfolio, 5.0)
    planned.session.keep_plan(last, ())
    idle()
    dialog = opened_replan(planned, qtbot)
    assert [dialog.form.record.itemText(row).partition(" (")[0] for row in range(2)] == ["The plan of record", "The last plan"]
    qtbot.mouseClick(dialog.form.go, LEFT)
    idle()
    assert rehearsal.replanning is not None
    assert rehearsal.replanning.plan == RECORD
    qtbot.mouseClick(dialog.offers.again, LEFT)
    qtbot.keyClick(dialog.form.record, Qt.Key.Key_Down)
    qtbot.mouseClick(dialog.form.go, LEFT)
    idle()
    assert rehearsal.replanning.plan == last


def test_the_search_is_followed_and_stopped_with_its_best(
    planned: MainWindow, qtbot: QtBot, rehearsal: Rehearsal, idle: Callable[[], None]
) -> None:
    rehearsal.go_on.clear()
    dialog = opened_replan(planned, qtbot)
    qtbot.mouseClick(dialog.form.go, LEFT)
    qtbot.waitUntil(lambda: dialog.course.phase.text() == "Step 2", timeout=PATIENCE)
    assert dialog.course.figures.text() == "Value 92, bound 100, proved gap 8.00 %, 2 s"
    assert planned.solve_dock.course.phase == "step 2"
    qtbot.mouseClick(dialog.course.stop, LEFT)
    idle()
    assert dialog.offers.offer is not None
    assert dialog.offers.isVisible()


def test_closing_the_dialog_ends_the_search(planned: MainWindow, qtbot: QtBot, rehearsal: Rehearsal, idle: Callable[[], None]) -> None:
    rehearsal.go_on.clear()
    dialog = opened_replan(planned, qtbot)
    qtbot.mouseClick(dialog.form.go, LEFT)
    qtbot.waitUntil(lambda: dialog.course.phase.text() == "Step 2", timeout=PATIENCE)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not planned.desk.is_running
    idle()
    assert kept_plan(planned) == RECORD


def test_another_solve_takes_its_place_and_the_dialog_says_so(
    planned: MainWindow, qtbot: QtBot, rehearsal: Rehearsal, idle: Callable[[], None]
) -> None:
    rehearsal.go_on.clear()
    dialog = opened_replan(planned, qtbot)
    qtbot.mouseClick(dialog.form.go, LEFT)
    qtbot.waitUntil(lambda: dialog.course.phase.text() == "Step 2", timeout=PATIENCE)
    planned.desk.solve()
    assert dialog.form.isVisible()
    assert dialog.says.text() == "Another solve took the place of this one; begin it again."
    rehearsal.go_on.set()
    idle()


def test_rules_that_cannot_all_hold_are_told_one_by_one(
    planned: MainWindow, qtbot: QtBot, idle: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = (error("Dependency Apollo", "cannot hold", "allow a delay"), error("Project Comet", "must be done", "leave it out"))
    monkeypatch.setattr(planner.solving, "solve", lambda *_, **__: Outcome(None, Status.INFEASIBLE, found))
    dialog = opened_replan(planned, qtbot)
    qtbot.mouseClick(dialog.form.go, LEFT)
    idle()
    assert dialog.offers.heading.text() == "No plan was found"
    assert dialog.offers.lines == ["Dependency Apollo: cannot hold; allow a delay", "Project Comet: must be done; leave it out"]
    assert not dialog.offers.keep.isVisible()


def test_a_fault_of_ours_reaches_the_crash_hook(
    planned: MainWindow, qtbot: QtBot, idle: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> Outcome:
        raise ChildBugError("Traceback: ...")

    monkeypatch.setattr(planner.solving, "solve", broken)
    dialog = opened_replan(planned, qtbot)
    with qtbot.capture_exceptions() as caught:
        qtbot.mouseClick(dialog.form.go, LEFT)
        idle()
    assert [kind for kind, _, _ in caught] == [ChildBugError]
    assert dialog.form.isVisible()


def test_a_real_replanning_keeps_what_it_may_not_move(
    show: Callable[[Portfolio], MainWindow], qtbot: QtBot, idle: Callable[[], None]
) -> None:
    window = show(small_case())
    window.desk.solve()
    qtbot.waitUntil(lambda: not window.desk.is_running, timeout=90_000)
    idle()
    before = kept_plan(window)
    dialog = opened_replan(window, qtbot)
    dialog.form.budget.clear()
    qtbot.keyClicks(dialog.form.budget, "0")
    qtbot.mouseClick(dialog.form.go, LEFT)
    qtbot.waitUntil(dialog.offers.isVisible, timeout=90_000)
    assert dialog.offers.offer is not None
    assert dialog.offers.offer.changes.moved <= 0.01
    qtbot.mouseClick(dialog.offers.keep, LEFT)
    idle()
    assert kept_plan(window).id != before.id
