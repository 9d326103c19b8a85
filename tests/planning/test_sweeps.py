"""Sweeps: what each input makes of a portfolio, how figures are read, and what becomes of every point."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

import builders as b
import pytest

from data.entities import Id, Policy, ProjectStatus
from data.portfolio import Portfolio
from data.validation import check
from planner.comparing.measures import Measure
from planner.plans import is_current as is_current_plan
from planner.scenarios.resolving import resolve
from planner.solving import Options, solve
from planner.sweeping import Axis, Input, NoInputError, NoSweepError, Point, Sweep, Swept, What
from planner.sweeping.keeping import is_current, keeping, read, studies
from planner.sweeping.points import MEASURES
from planner.sweeping.reading import axis_text, read_axis
from planner.sweeping.solving import Asking, swept
from planner.sweeping.trying import as_scenario
from solver.control import Unattended
from solver.errors import SolverError
from solver.executing import Task
from solver.solution import Solution
from solver.solve import solve as solve_task

SHORT = Options(time_limit=None, effort=40)


def case() -> Portfolio:
    """Three people and two projects that ask for more than there is; nobody is in the team Ops but Cleo."""
    return (
        b.portfolio(
            b.resource("Ann", role="Dev", level=2, hours_per_week=20.0, cost_per_hour=50.0),
            b.resource("Bob", role="Dev", level=4, cost_per_hour=70.0, project_share=80.0),
            b.resource("Cleo", role="Tester", team="Ops"),
            weeks=8,
        )
        .holding(b.project("Apollo", priority=1), b.project("Comet, = and: more", priority=3, weight=7.0))
        .holding(
            b.demand("Build", "Apollo", role="Dev", first=1, last=4, hours_per_week=60.0),
            b.demand("Check", "Apollo", role="Tester", first=2, last=5, hours_per_week=25.0),
            b.demand("Draw", "Comet, = and: more", role="Dev", first=1, last=6, hours_per_week=None),
            b.demand_week("Draw", 2, 30.0),
            b.demand_week("Draw", 5, 45.0),
        )
    )


def here(tasks: Iterable[Task]) -> Iterator[tuple[int, Solution]]:
    for number, task in enumerate(tasks):
        yield number, solve_task(task.started(), task.options, Unattended())


def made(what: What, name: str, figure: float) -> Portfolio:
    portfolio = case()
    after = Input(what, name).edit(portfolio, figure).applied_to(portfolio)
    assert check(after) == ()
    return after


def of(text: str, portfolio: Portfolio | None = None, options: Options = SHORT) -> Swept:
    axes = tuple(map(read_axis, text.split(" x ")))
    return swept(Asking(portfolio or case(), Sweep(axes), options), here, lambda: False, lambda _point: None)


@pytest.mark.parametrize("what", [what for what in What if what not in (What.COVERAGE, What.ASSIGNMENT)])
def test_the_figure_that_is_now_changes_nothing(what: What) -> None:
    portfolio = case()
    name = {What.MORE: "Tester", What.CAPACITY: "Ops"}.get(what, "Apollo")
    now = Input(what, name).now(portfolio)
    assert now is not None
    assert not Input(what, name).edit(portfolio, now)


def test_inputs_make_ordinary_edits() -> None:
    assert made(What.DELAY, "Apollo", 2).demands[Id("Build")].start == b.week(3)
    assert made(What.CAPACITY, "", -10).resources[Id("Ann")].hours_per_week == 18.0
    assert made(What.CAPACITY, "Ops", 50).resources[Id("Cleo")].hours_per_week == 60.0
    assert made(What.CAPACITY, "Ops", 50).resources[Id("Bob")].hours_per_week is None
    effort = made(What.EFFORT, "Comet, = and: more", -10)
    assert [week.hours for week in effort.demand_weeks.values()] == [27.0, 40.5]
    assert made(What.COVERAGE, "", 55).settings.minimum_coverage == 55
    assert made(What.ASSIGNMENT, "", 2).settings.assignment_cost == 2
    assert made(What.PRIORITY, "Comet, = and: more", 1).projects[Id("Comet, = and: more")].weight is None
    assert made(What.IN, "Apollo", 0).projects[Id("Apollo")].status is ProjectStatus.ON_HOLD


def test_a_person_more_is_the_median_one() -> None:
    more = [each for key, each in made(What.MORE, "Dev", 2).resources.items() if key not in case().resources]
    assert [each.name for each in more] == ["New Dev 1", "New Dev 2"]
    assert [(each.level, each.hours_per_week, each.cost_per_hour, each.project_share) for each in more] == [(2, 30.0, 60.0, 90.0)] * 2


def test_texts_are_read_and_written() -> None:
    assert read_axis("capacity=-20..20 by 10%") == Axis(Input(What.CAPACITY), (-20.0, -10.0, 0.0, 10.0, 20.0))
    odd = read_axis("Effort:Comet, = and: more=0, 12.5,5")
    assert odd == Axis(Input(What.EFFORT, "Comet, = and: more"), (0.0, 5.0, 12.5))
    assert read_axis(axis_text(odd)) == odd


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("dely:Apollo=0..3", "Is “delay” meant?"),
        ("delay:Apollo", "names no figures"),
        ("delay=0..3", "type its name"),
        ("coverage:Apollo=50", "of the whole portfolio"),
        ("delay:Apollo=0..2 by 0.5", "no whole number"),
        ("delay:Apollo=3..1", "the first is the least"),
        ("capacity=nan", "is no figure"),
        ("capacity=0..1e9", "is no figure"),
        ("assignment=0..900 by 0.001", "400 points at most"),
        ("priority:Apollo=0..2", "0 is not 1 to 5"),
    ],
)
def test_what_cannot_be_meant_says_what_would_be(text: str, said: str) -> None:
    with pytest.raises(NoSweepError, match="(?s)" + re.escape(said)):
        read_axis(text)


def test_a_name_that_is_not_there_names_the_nearest() -> None:
    with pytest.raises(NoInputError, match="“Apollo”"):
        of("delay:Apolo=0..3")


def test_the_point_of_the_portfolio_as_it_stands_is_what_a_solve_of_it_gives() -> None:
    point = of("delay:Apollo=0..2").at((0,))
    plan = solve(case(), SHORT, Unattended(), apart=False).plan
    assert point.plan is not None
    assert plan is not None
    assert (point.plan.allocations, point.bound) == (plan.allocations, plan.bound)
    assert not point.edit


def test_the_same_effort_gives_the_same_sweep_and_every_figure_keeps_to_its_bound() -> None:
    first, again = (of("more:Dev=0..2 x capacity=-20..20 by 20") for _ in range(2))
    assert [point.measures for point in first.points] == [point.measures for point in again.points]
    assert first.sweep.figures(first.points[1].place) == (0.0, 0.0)
    for point in first.points:
        value = point.measures[Measure.VALUE]
        assert value is not None
        assert point.bound is not None
        assert value <= point.bound + 1e-6
        assert set(point.measures) == set(MEASURES)
    worth = [point.measures[Measure.VALUE] or 0.0 for point in first.points]
    assert worth[2] > worth[1] > worth[0]


def test_a_point_starts_from_its_neighbour_with_a_part_of_the_effort() -> None:
    asked: list[Task] = []

    def watching(tasks: Iterable[Task]) -> Iterator[tuple[int, Solution]]:
        for number, task in enumerate(tasks):
            asked.append(task)
            yield number, solve_task(task.started(), task.options, Unattended())

    options = Options(time_limit=None, effort=200, gap=0.0)
    swept(Asking(case(), Sweep((read_axis("delay:Apollo=-1..2"),)), options), watching, lambda: False, lambda _point: None)
    assert [task.options.effort for task in asked] == [200, 20, 20, 20]
    assert [task.problem.start is None for task in asked] == [True, False, False, False]


def test_a_point_that_cannot_be_says_why_and_the_others_are_solved() -> None:
    first, second = (b.project(name, start=b.week(start), finish=b.friday(start + 3)) for name, start in (("Apollo", 1), ("Borealis", 5)))
    portfolio = case().holding(
        first, second, b.demand("Extend", "Borealis", role="Dev", first=5, last=8), b.dependency("Apollo", "Borealis")
    )
    found = of("delay:Apollo=-1..2", portfolio)
    assert [point.is_solved for point in found.points] == [True, True, False, False]
    assert found.points[2].why
    assert found.ended == ""


def test_once_stopped_what_is_done_is_kept() -> None:
    heard: list[Point] = []
    asking = Asking(case(), Sweep((read_axis("delay:Apollo=0..4"),)), SHORT)
    found = swept(asking, here, lambda: len(heard) >= 2, heard.append)
    assert [point.is_solved for point in found.points] == [True, True, False, False, False]
    assert (found.ended, found.points[3].why) == ("stopped", "not solved: stopped before")


def test_where_no_more_can_be_solved_what_is_done_is_kept() -> None:
    calls = iter(range(9))

    def failing(tasks: Iterable[Task]) -> Iterator[tuple[int, Solution]]:
        if next(calls) == 2:
            raise SolverError("the cluster is gone")
        yield from here(tasks)

    found = swept(Asking(case(), Sweep((read_axis("delay:Apollo=0..4"),)), SHORT), failing, lambda: False, lambda _point: None)
    assert (found.ended, len(found.solved)) == ("the cluster is gone", 2)


def test_one_input_cannot_vary_twice_nor_three_at_once() -> None:
    axis = read_axis("delay:Apollo=0..2")
    for axes in ((axis, replace(axis, figures=(0.0, 4.0))), (axis, read_axis("capacity=0,10"), read_axis("coverage=50,60"))):
        with pytest.raises(NoSweepError):
            Sweep(axes)


def test_a_sweep_is_kept_and_read_again() -> None:
    portfolio = case()
    found = of("more:Dev=0..1 x capacity=-20..0 by 20", portfolio)
    key, edit = keeping(portfolio, portfolio, found)
    record = edit.applied_to(portfolio)
    (study,) = studies(record)
    again = read(study)
    assert (again.sweep, again.options, again.ended) == (found.sweep, found.options, "")
    assert [point.bound for point in again.points] == pytest.approx([point.bound for point in found.points], abs=1e-3)
    assert is_current(study, record)
    same, nothing = keeping(record, portfolio, found)
    assert (same, bool(nothing)) == (key, False)
    assert not is_current(study, record.holding(b.resource("Dan", role="Dev")))
    with pytest.raises(NoSweepError, match="cannot be read"):
        read(replace(study, answer='{"points": []}'))


def test_a_point_becomes_a_scenario_with_its_plan() -> None:
    portfolio = case()
    found = of("more:Dev=0..1 x delay:Apollo=0..1", portfolio)
    point = found.at((1, 1))
    edit, plan = as_scenario(portfolio, None, found.sweep, point)
    record = edit.applied_to(portfolio)
    (scenario,) = record.scenarios.values()
    assert scenario.name == "More people: Dev: +1 person, Delay of Apollo: +1 week"
    assert plan is not None
    assert is_current_plan(plan, resolve(record, scenario.id).portfolio)
    again, none = as_scenario(record, scenario.id, found.sweep, replace(point, edit=None, plan=None, portfolio=None))
    upon = again.applied_to(record)
    last = list(upon.scenarios.values())[-1]
    assert (none, last.based_on_id, last.name) == (None, scenario.id, f"{scenario.name} (2)")
    assert len(resolve(upon, last.id).portfolio.resources) == len(portfolio.resources) + 2


def test_what_is_found_farther_out_comes_back_to_the_points_before() -> None:
    """A solver that finds next to nothing at the centre, and all there is farther out."""

    def late(tasks: Iterable[Task]) -> Iterator[tuple[int, Solution]]:
        for number, task in enumerate(tasks):
            poor = task.problem.start is None
            problem = replace(task.problem, capacity=task.problem.capacity * 0.25) if poor else task.started()
            yield number, replace(solve_task(problem, task.options, Unattended()), bound=1e6)

    found = swept(Asking(case(), Sweep((read_axis("assignment=4,4.5"),)), SHORT), late, lambda: False, lambda _point: None)
    best = solve(case(), SHORT, Unattended(), apart=False).plan
    assert best is not None
    assert found.points[0].measures[Measure.VALUE] == pytest.approx(best.value, rel=0.02)


@pytest.mark.parametrize("policy", [None, b.policy("House", cost=20.0)], ids=["no policy", "a policy"])
def test_a_centre_searched_enough_is_not_searched_again(policy: Policy | None) -> None:
    names: list[str] = []

    def counted(tasks: Iterable[Task]) -> Iterator[tuple[int, Solution]]:
        for number, task in enumerate(tasks):
            names.append(task.name)
            yield number, solve_task(task.started(), task.options, Unattended())

    found = swept(Asking(case(), Sweep((read_axis("more:Dev=0..3"),)), SHORT, policy), counted, lambda: False, lambda _point: None)
    assert len(found.solved) == 4
    assert len(names) == len(set(names)) == 4
