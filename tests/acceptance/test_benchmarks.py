"""What the benchmarks stand on: the neutral scorer, the peers' plans, TaskJuggler's language, and how a plan's growth is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from benchmarks.bound import coverage_bound
from benchmarks.cells import Cells, hours_of
from benchmarks.highs import by_highs
from benchmarks.instances import Shape, lifelike
from benchmarks.must_show import above, best
from benchmarks.peers import solved
from benchmarks.priority_order import priority_order
from benchmarks.progress import first_plan, near_the_end, parts, steps
from benchmarks.scoring import score
from benchmarks.sketch import sketch
from benchmarks.statable import statable
from benchmarks.tjp import booked, stated
from benchmarks.traits import TRAITS
from benchmarks.undelayed import by_search
from benchmarks.whole_model import whole_model
from data.validation import check
from planner.checking import check as check_plan
from planner.exporting import export_plan
from planner.hours.problem import build
from solver.objective import value_of
from solver.problem import Bools, Problem
from solver.solution import Solution
from solver.verify import verify
from tests.builders import absence, demand, friday, portfolio, project, resource, week
from tests.optimiser.exact_plans import exact_best
from tests.optimiser.problems import plan, problem, random_problem

SMALL = Shape(12, 6, 16, seed=2)
Peer = Callable[[Problem], tuple[Cells, Bools]]


@pytest.mark.parametrize("peer", [priority_order, sketch])
@pytest.mark.parametrize("traits", [(), ("bookings",), ("tight teams",), ("delays", "proposals")])
def test_no_peer_breaks_a_rule_or_passes_the_coverage_bound(peer: Peer, traits: tuple[str, ...]) -> None:
    case = build(lifelike(replace(SMALL, traits=traits))).problem
    cells, selected = peer(case)
    found = plan(case, *((d, r, t, hundredths / 100) for (d, r, t), hundredths in sorted(cells.items())), selected=selected)
    assert verify(case, found) == ()
    assert 0.0 < found.value <= coverage_bound(case) * (1 + 1e-9)


@pytest.mark.parametrize("peer", [priority_order, sketch])
@pytest.mark.parametrize("seed", range(40))
def test_no_peer_breaks_a_rule_where_everything_clashes(peer: Peer, seed: int) -> None:
    case = random_problem(seed)
    cells, selected = peer(case)
    given = ((d, r, t, hundredths / 100) for (d, r, t), hundredths in sorted(cells.items()) if hundredths)
    assert verify(case, plan(case, *given, selected=selected)) == ()


@pytest.mark.parametrize("seed", range(12))
def test_the_whole_model_is_worth_what_its_plan_is(seed: int) -> None:
    case = random_problem(seed)
    model = whole_model(case)
    found = by_highs(model, 20.0)
    assert found.point is not None
    hours = found.point[: len(model.cells)]
    selected = ~case.optional | (found.point[model.taken : model.taken + len(case.weight)] > 0.5)
    d, r, t = model.cells[hours > 1e-7].T
    value = value_of(case, d, r, t, hours[hours > 1e-7], selected, np.zeros(len(case.weight), np.int64))
    assert value == pytest.approx(found.bound, rel=2e-4, abs=1e-3)
    assert value == pytest.approx(exact_best(case), rel=2e-4, abs=1e-3)


def test_an_engines_plan_passes_the_products_own_check(tmp_path: Path) -> None:
    case = lifelike(Shape(8, 4, 10, traits=("bookings", "proposals", "tight teams")))
    target = tmp_path / "plan.xlsx"
    export_plan(case, solved(case, "highs", 10.0), target)
    assert check_plan(case, target) == ()


def test_the_whole_model_pays_for_an_assignment_once() -> None:
    case = problem(((10.0, 10.0),), ((40.0, 40.0),), assignment_cost=4.0)
    assert by_highs(whole_model(case), 10.0).bound == pytest.approx(2 * 20.0 - 2 * 4.0)


ENOUGH = 60.0
"""Seconds that no search of these tests needs: it ends when it finds nothing more."""


def _searched(case: Problem, *, all_in: bool) -> Solution:
    cells, selected = by_search(case, ENOUGH, all_in=all_in)
    return plan(case, *((d, r, t, hundredths / 100) for (d, r, t), hundredths in sorted(cells.items()) if hundredths), selected=selected)


def _worth(case: Problem, *, all_in: bool) -> float:
    return by_highs(whole_model(case, all_in=all_in), ENOUGH).bound


def test_a_proposal_that_pays_to_leave_out_is_in_where_all_are_to_be_in() -> None:
    case = problem(((10.0,), (10.0,)), ((16.0,),), weight=(16.0, 1.0), optional=(False, True))
    assert (_worth(case, all_in=False), _worth(case, all_in=True)) == pytest.approx((10 * 16.0, 8 * 16.0 + 8.0))
    for all_in in (False, True):
        found = _searched(case, all_in=all_in)
        assert verify(case, found) == ()
        assert found.selected.tolist() == [True, all_in]


def test_the_search_without_delays_delays_nothing_though_it_pays() -> None:
    case = problem(((40.0, 0.0), (40.0, 0.0)), ((40.0, 40.0),), max_delay=(0, 1), delay_cost=0.0)
    for all_in in (False, True):
        found = _searched(case, all_in=all_in)
        assert verify(case, found) == ()
        assert found.value == _worth(case, all_in=all_in) == 80.0


def test_where_not_all_can_be_in_the_plan_that_is_written_says_so_itself() -> None:
    case = problem(((10.0,), (10.0,)), ((15.0,),), optional=True)
    assert by_highs(whole_model(case, all_in=True), ENOUGH).point is None
    assert any("R10" in each for each in verify(case, _searched(case, all_in=True)))


@pytest.mark.parametrize("seed", range(12))
def test_with_every_project_in_a_plan_is_found_where_there_is_one_and_passes_no_bound(seed: int) -> None:
    case = random_problem(seed)
    found, exact = _searched(case, all_in=True), by_highs(whole_model(case, all_in=True), ENOUGH)
    assert found.selected.all()
    assert (verify(case, found) == ()) == (exact.point is not None)
    if exact.point is not None:
        assert found.value <= exact.bound + 2e-4 * abs(exact.bound) + 1e-3


def test_what_is_told_beside_peers_that_found_no_plan() -> None:
    assert best([None, 3.0, 2.0]) == 3.0
    assert best([None]) is None
    assert above([3.0, 3.0], [2.0, None]) == (0.5, None)


def test_a_delay_lets_the_coverage_bound_use_later_weeks() -> None:
    still = problem(((40.0, 0.0), (40.0, 0.0)), ((40.0, 40.0),))
    assert coverage_bound(still) == pytest.approx(80.0)
    assert coverage_bound(replace(still, max_delay=np.array([0, 1]))) == pytest.approx(160.0)


def test_hours_beyond_what_is_asked_count_nothing() -> None:
    case = portfolio(resource("Ann"), project("Apollo", 1), demand("Build", "Apollo", last=1), assignment_cost=0.0)
    found = score(case, [("Build", "Ann", week(1), 30.0), ("Build", "Ann", week(2), 8.0)])
    assert (found.value, found.counted, found.asked, found.nothing) == (16 * 20.0, 20.0, 20.0, 10.0 + 8.0)


def test_hours_of_somebody_unsuitable_or_beyond_his_week_count_nothing() -> None:
    case = portfolio(
        resource("Ann", hours_per_week=30.0), resource("Tom", "Tester"), project("Apollo", 4),
        demand("Build", "Apollo"), demand("Port", "Apollo"), assignment_cost=0.0,
    )  # fmt: skip
    found = score(case, [("Build", "Ann", week(1), 20.0), ("Port", "Ann", week(1), 20.0), ("Port", "Tom", week(1), 5.0)])
    assert (found.value, found.counted, found.nothing) == (2 * 30.0, 30.0, 10.0 + 5.0)


def test_hours_of_somebody_away_count_nothing() -> None:
    case = portfolio(
        resource("Ann"), absence("Ann", week(1), week(1) + dt.timedelta(days=1)), project("Apollo", 5),
        demand("Build", "Apollo", hours_per_week=40.0), assignment_cost=4.0,
    )  # fmt: skip
    assert score(case, [("Build", "Ann", week(1), 40.0)]).value == 24.0 - 4.0


@pytest.mark.parametrize("peer", [priority_order, sketch])
def test_the_neutral_scorer_agrees_with_the_product_on_what_both_can_state(peer: Peer) -> None:
    stands = statable(SMALL, assignment_cost=4.0)
    case = build(stands)
    cells, selected = peer(case.problem)
    d, r, t, hours = hours_of(cells.items())
    demands, people = (
        [entities[key].name for key in ids] for entities, ids in ((stands.demands, case.demand_ids), (stands.resources, case.resource_ids))
    )
    given = [
        (demands[a], people[b], case.weeks[c], h) for a, b, c, h in zip(d.tolist(), r.tolist(), t.tolist(), hours.tolist(), strict=True)
    ]
    found = score(stands, given)
    assert found.value == pytest.approx(value_of(case.problem, d, r, t, hours, selected, np.zeros(len(selected), np.int64)))
    assert found.asked == pytest.approx(case.problem.asked.sum())
    assert found.nothing == 0.0


def test_taskjuggler_is_told_who_may_work_when_and_how_much() -> None:
    case = portfolio(
        resource("Ann", level=4), resource("Bob", "Tester", other_roles=(("Backend", 3),), hours_per_week=20.0), resource("Cleo", level=1),
        absence("Ann", week(2), friday(2)), project("Apollo", 2), demand("Build", "Apollo", first=2, last=3, min_level=2, hours_per_week=24.0),
    )  # fmt: skip
    told = stated(case, "minloaded", "window")
    assert 'project p "Portfolio" 2027-01-04 +8w' in told
    assert 'resource r1 "Bob" { workinghours mon - fri 8:00 - 12:00 workinghours sat, sun off' in told
    assert "leaves annual 2027-01-11 - 2027-01-16" in told
    assert "priority 700 start 2027-01-11 end 2027-01-23 scheduling asap limits { weeklymax 24h }" in told
    assert told.count("allocate r0 { alternative r1 select minloaded }") == 2
    assert "effort 48h" in stated(case, "minloaded", "effort")


def test_taskjugglers_bookings_are_read_back_as_hours_by_week() -> None:
    case = portfolio(resource("Ann"), resource("Bob"), project("Apollo"), demand("Build", "Apollo"), demand("Check", "Apollo"))
    report = """supplement task p.d1 {
  booking r0 2027-01-04-12:00-+0000 + 4.0h,
          2027-01-08-08:00-+0000 + 8.0h,
          2027-01-11-08:00-+0000 + 30.0min { overtime 2 }
  booking r1 2027-01-17-08:00-+0000 + 1.0h { overtime 2 }
}
supplement task p {
}
"""
    assert booked(case, report) == [
        ("Check", "Ann", week(1), 12.0), ("Check", "Ann", week(2), 0.5), ("Check", "Bob", week(2), 1.0),
    ]  # fmt: skip


@pytest.mark.parametrize("trait", TRAITS)
def test_every_family_is_a_portfolio_without_errors_and_its_trait_shows(trait: str) -> None:
    plain, varied = lifelike(SMALL), lifelike(replace(SMALL, traits=(trait,)))
    assert check(varied) == ()
    shown = {
        "few skills": all(not each.other_roles for each in varied.resources.values()),
        "many skills": all(len(each.other_roles) >= 3 for each in varied.resources.values()),
        "tight teams": all(each.max_projects == 2 for each in varied.resources.values()),
        "loose teams": all(each.max_people is None for each in varied.demands.values()),
        "bookings": len(varied.bookings) > len(plain.bookings),
        "delays": any(each.max_delay for each in varied.projects.values()),
        "proposals": build(varied).problem.optional.any(),
    }
    assert shown[trait]


def test_the_growth_of_a_plan_is_read_from_what_the_solve_tells() -> None:
    said = [
        (1.0, "warning: something: else\n"),
        (2.0, "Reading the problem: value -, bound 2,000, gap -, 0 s\n"),
        (2.5, "Pricing capacity: value -, bound 2,000, gap -, 0 s\n"),
        (3.0, "First plan: value 900, bound 2,000, gap 55.00%, 1 s\n"),
        (5.0, "Tightening the bound: value 900, bound 1,010, gap 10.9%, 3 s\n"),
        (7.0, "Improving: value 995, bound 1,010, gap 1.5%, 5 s\n"),
        (9.0, "Proving: value 1,000, bound 1,010, gap 1.0%, 7 s\n"),
        (12.0, "Done: value 1,000, bound 1,000, gap 0.0%, 10 s\n"),
    ]
    way = steps(said)
    assert first_plan(way) == 3.0
    assert near_the_end(way, 1000.0) == 7.0
    assert parts(way, 12.5) == {"read": 2.0, "price": 0.5, "build": 0.5, "bound": 2.0, "search": 4.0, "exact end": 3.0, "write": 0.5}
