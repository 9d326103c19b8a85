"""“Who else?” on the plan page: candidates at once, effects as they are proved, one of them taken."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import planner.alternatives.proving
from data.entities import Id, Policy, new_id
from data.plan import Plan
from data.portfolio import Portfolio
from planner.alternatives.candidates import Candidate, Question
from planner.alternatives.giving import given_to
from planner.alternatives.proof import Proof
from planner.plans import fingerprint
from solver.control import Control
from tests.builders import allocation, demand, plan, portfolio, project, resource
from tests.desktop.conftest import PATIENCE, place_of, plan_page
from ui.main_window import MainWindow
from ui.map_wordings import MapAct
from ui.views.plan_page import PlanPage

EFFECTS = {"Bob": -40.0, "Cleo": 12.0}


def team() -> Portfolio:
    return portfolio(
        resource("Ann"),
        resource("Bob", cost_per_hour=50.0),
        resource("Cleo", level=4),
        project("Apollo", 1),
        project("Comet", 5),
        demand("Build", "Apollo", last=2, hours_per_week=20.0),
        demand("Study", "Comet", last=2, hours_per_week=60.0),
        weeks=2,
    )


class Rehearsal:
    """Proves one candidate after the other as far as it is let go; every effect is known beforehand."""

    def __init__(self) -> None:
        self.allowed = threading.Semaphore(0)
        self.stopped = threading.Event()

    def __call__(
        self, portfolio: Portfolio, start: Plan, question: Question, wanted: Sequence[Candidate], policy: Policy | None, control: Control
    ) -> Iterator[Proof]:
        for candidate in wanted:
            while not self.allowed.acquire(timeout=0.01):
                if control.should_stop():
                    self.stopped.set()
                    return
            after = given_to(portfolio, question, candidate).applied_to(portfolio)
            value = 1000.0 + EFFECTS[candidate.resource_id]
            made = plan(
                allocation("Build", candidate.resource_id, 1, 20.0),
                id=new_id(),
                fingerprint=fingerprint(after),
                value=value,
                objective=value,
            )
            yield Proof(candidate.resource_id, 1000.0, made)


@pytest.fixture
def rehearsal(monkeypatch: pytest.MonkeyPatch) -> Rehearsal:
    made = Rehearsal()
    monkeypatch.setattr(planner.alternatives.proving, "proved", made)
    return made


@pytest.fixture
def page(show: Callable[[Portfolio], MainWindow], idle: Callable[[], None], rehearsal: Rehearsal) -> PlanPage:
    window = show(team())
    given = [allocation("Build", "Ann", week, 20.0) for week in (1, 2)] + [allocation("Study", "Bob", 1, 30.0)]
    window.session.keep_plan(plan(*given, fingerprint=fingerprint(team())), ())
    idle()
    shown = plan_page(window)
    shown.heat_map.choose_block(place_of(shown, "Ann", 1), place_of(shown, "Ann", 2))
    shown.heat_map.setFocus()
    return shown


def ask(page: PlanPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.heat_map, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(page.others.isVisible, timeout=PATIENCE)


def shown(page: PlanPage) -> list[tuple[str, str]]:
    return [(line.offer.name, line.offer.effect) for line in page.others.lines]


def test_what_needs_no_solve_is_shown_at_once(page: PlanPage, qtbot: QtBot) -> None:
    ask(page, qtbot)
    assert page.others.isVisible()
    assert page.others.texts()[1:3] == ["Build · Apollo, W1 · 4 Jan to W2 · 11 Jan, 40 h", "Now Ann"]
    assert shown(page) == [("Cleo", "solving…"), ("Bob", "solving…")]
    bob = page.others.lines[1].offer
    assert (bob.fit, bob.room, bob.costs) == (
        "level 3, 2 above what is asked",
        "can take 40 h, 30 h of it free",
        "takes 10 h from Comet · costs 2,000",
    )


def test_effects_come_as_they_are_proved_and_the_best_stands_first(
    page: PlanPage, qtbot: QtBot, rehearsal: Rehearsal, idle: Callable[[], None]
) -> None:
    ask(page, qtbot)
    rehearsal.allowed.release()
    qtbot.waitUntil(lambda: shown(page) == [("Cleo", "+12"), ("Bob", "solving…")], timeout=PATIENCE)
    rehearsal.allowed.release()
    idle()
    assert shown(page) == [("Cleo", "+12"), ("Bob", "−40")]
    assert page.others.lines[1].offer.explained == "Solved again: value 1,000 before, 960 with the work given to them"
    assert page.others.state == "Points of value won or lost, proved by solving again."


def test_taking_one_books_them_and_keeps_the_plan_that_was_proved(
    page: PlanPage, qtbot: QtBot, rehearsal: Rehearsal, idle: Callable[[], None]
) -> None:
    ask(page, qtbot)
    rehearsal.allowed.release(2)
    idle()
    qtbot.mouseClick(page.others.lines[1].take, Qt.MouseButton.LeftButton)
    idle()
    window = page.window()
    assert isinstance(window, MainWindow)
    workspace = window.session.workspace
    assert workspace is not None
    assert {(b.demand_id, b.resource_id, b.hours) for b in workspace.portfolio.bookings.values()} == {("Build", "Bob", 20.0)}
    assert workspace.plan is not None
    assert workspace.plan.value == 960.0
    assert page.stale.isHidden()
    assert not page.others.isVisible()
    assert workspace.undo_label == "Give Build to Bob, 40 h"


def test_one_can_be_taken_before_anything_is_proved(page: PlanPage, qtbot: QtBot, rehearsal: Rehearsal, idle: Callable[[], None]) -> None:
    ask(page, qtbot)
    qtbot.mouseClick(page.others.lines[0].take, Qt.MouseButton.LeftButton)
    assert rehearsal.stopped.wait(PATIENCE / 1000)
    idle()
    assert page.heat_map.grid is not None
    assert page.heat_map.grid.load[place_of(page, "Cleo", 1)] == 20.0
    assert page.heat_map.grid.load[place_of(page, "Ann", 1)] == 0.0
    assert page.stale.isVisible()


def test_stop_ends_the_solving_and_keeps_what_is_proved(page: PlanPage, qtbot: QtBot, rehearsal: Rehearsal) -> None:
    ask(page, qtbot)
    rehearsal.allowed.release()
    qtbot.waitUntil(lambda: ("Cleo", "+12") in shown(page), timeout=PATIENCE)
    qtbot.mouseClick(page.others.stop, Qt.MouseButton.LeftButton)
    assert rehearsal.stopped.wait(PATIENCE / 1000)
    assert shown(page) == [("Cleo", "+12"), ("Bob", "about −10")]
    assert page.others.go_on.isVisible()


def test_escape_and_another_cell_lead_back(page: PlanPage, qtbot: QtBot, rehearsal: Rehearsal) -> None:
    ask(page, qtbot)
    qtbot.keyClick(page.others.back, Qt.Key.Key_Escape)
    assert not page.others.isVisible()
    assert page.heat_map.hasFocus()
    assert rehearsal.stopped.wait(PATIENCE / 1000)
    ask(page, qtbot)
    qtbot.keyClick(page.heat_map, Qt.Key.Key_Down)
    assert not page.others.isVisible()


def test_the_missing_hours_of_a_demand_are_asked_about_beside_those_given(page: PlanPage, qtbot: QtBot) -> None:
    page.heat_map.choose_block(place_of(page, "Bob", 1), place_of(page, "Bob", 1))
    ask(page, qtbot)
    assert page.others.texts()[1:3] == ["Study · Comet, W1 · 4 Jan, 30 h", "Now Bob"]
    assert page.others.turn.text() == "Who could take the 30 h missing, W1 · 4 Jan?"
    qtbot.mouseClick(page.others.turn, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.others.texts()[2] == "Nobody has these hours yet", timeout=PATIENCE)
    assert {line.offer.name: line.offer.candidate.total for line in page.others.lines} == {"Ann": 30.0, "Bob": 10.0, "Cleo": 30.0}
    assert page.others.turn.text() == "Who else for the 30 h given, W1 · 4 Jan?"
    page.heat_map.choose_block(place_of(page, "Ann", 1), place_of(page, "Ann", 1))
    ask(page, qtbot)
    assert not page.others.turn.isVisible()  # nothing of Build is missing


def test_missing_hours_of_other_weeks_are_asked_about_where_the_chosen_ones_lack_none(page: PlanPage, qtbot: QtBot) -> None:
    window = page.window()
    less = [allocation("Build", "Ann", 1, 20.0), allocation("Study", "Bob", 1, 30.0)]
    window.session.keep_plan(plan(*less, id=new_id(), fingerprint=fingerprint(team())), ())
    qtbot.waitUntil(lambda: window.session.situation is not None and window.session.situation.given.hours.sum() == 50, timeout=PATIENCE)
    page.heat_map.choose_block(place_of(page, "Ann", 1), place_of(page, "Ann", 1))
    ask(page, qtbot)
    assert page.others.turn.text() == "Who could take the 20 h missing, W2 · 11 Jan?"


def test_hours_that_nobody_has_are_offered_to_everybody(page: PlanPage, qtbot: QtBot) -> None:
    page.bar.grouping.setCurrentIndex(3)
    page.heat_map.choose((1, 1))
    ask(page, qtbot)
    assert page.others.texts()[1:3] == ["Study · Comet, W2 · 11 Jan, 60 h", "Nobody has these hours yet"]
    assert sorted(name for name, _ in shown(page)) == ["Ann", "Bob", "Cleo"]


def test_without_hours_to_give_it_says_what_to_do(page: PlanPage, qtbot: QtBot) -> None:
    page.heat_map.choose(place_of(page, "Cleo", 1))
    page.form.choose(Id("Build"))
    qtbot.mouseClick(page.form.who_else, Qt.MouseButton.LeftButton)
    window = page.window()
    assert isinstance(window, MainWindow)
    qtbot.waitUntil(window.notice.isVisible, timeout=PATIENCE)
    assert not page.others.isVisible()
    assert window.notice.text.startswith("Choose a demand with hours in these weeks first")


def test_before_the_first_plan_only_what_needs_no_solve_is_told(
    show: Callable[[Portfolio], MainWindow], qtbot: QtBot, rehearsal: Rehearsal
) -> None:
    shown_page = plan_page(show(team()))
    shown_page.heat_map.choose(place_of(shown_page, "Ann", 1))
    window = shown_page.window()
    assert isinstance(window, MainWindow)
    window.actions_by_name[MapAct.WHO_ELSE].trigger()
    qtbot.waitUntil(shown_page.others.isVisible, timeout=PATIENCE)
    assert [name for name, _ in shown(shown_page)] == ["Ann", "Bob", "Cleo"]
    assert shown_page.others.state == "Solve first: effects are proved against a plan."
