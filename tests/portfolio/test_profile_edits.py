"""Edits of when a demand asks for its hours: weeks of its own, profiles, all of it moved."""

from __future__ import annotations

import numpy as np
import pytest

from data.edits import Edit
from data.entities import Id, Profile
from data.portfolio import Portfolio
from data.validation import check
from planner.actions import profiles
from planner.hours.demand import asked, asked_weeks
from tests.builders import demand, demand_week, friday, portfolio, project, week

BUILD = Id("Build")


def case(**fields: object) -> Portfolio:
    return portfolio(project("Apollo"), demand("Build", "Apollo", first=2, last=5, **fields))


def hours(portfolio: Portfolio) -> list[float]:
    return asked(portfolio)[0].tolist()


def made(edit: Edit, before: Portfolio) -> Portfolio:
    after = edit.applied_to(before)
    assert check(after) == ()
    assert edit.inverse().applied_to(after) == before
    return after


def test_own_weeks_say_the_hours_and_the_amount_stays() -> None:
    before = case()
    after = made(profiles.with_weeks(before, BUILD, {week(2): 30.0, week(3): 10.5}, "x"), before)
    assert hours(after) == [0.0, 30.0, 10.5, 0.0, 0.0, 0.0, 0.0, 0.0]
    assert after.demands[BUILD].hours_per_week == 20.0


def test_weeks_that_are_not_said_any_more_ask_for_nothing() -> None:
    before = case().holding(demand_week("Build", 1, 4.0), demand_week("Build", 3, 8.0, id=Id("twice")), demand_week("Build", 3, 8.0))
    after = made(profiles.with_weeks(before, BUILD, {week(3): 10.0}, "x"), before)
    assert hours(after) == [0.0, 0.0, 10.0, 0.0, 0.0, 0.0, 0.0, 0.0]


@pytest.mark.parametrize("given", [(), (demand_week("Build", 3, 8.0), demand_week("Build", 4, 8.0))])
def test_a_demand_whose_weeks_are_all_empty_does_not_fall_back_to_its_profile(given: tuple[object, ...]) -> None:
    before = case().holding(*given)  # type: ignore[arg-type]
    after = made(profiles.with_weeks(before, BUILD, {week(3): 0.0}, "x"), before)
    assert hours(after) == [0.0] * 8


def test_weeks_of_its_own_take_over_the_hours_of_the_profile_also_outside_the_horizon() -> None:
    before = portfolio(project("Apollo"), demand("Build", "Apollo", first=7, last=10, total_hours=80.0, profile=Profile.FRONT))
    after = made(profiles.owned(before, [BUILD], "x"), before)
    assert asked_weeks(after, [BUILD])[1] == pytest.approx(asked_weeks(before, [BUILD])[1], abs=1e-4)
    assert sum(each.hours for each in after.demand_weeks.values()) == pytest.approx(80.0, abs=1e-9)
    assert not profiles.owned(after, [BUILD], "x")


def test_a_profile_takes_the_weeks_away() -> None:
    before = case().holding(demand_week("Build", 2, 7.0))
    after = made(profiles.profiled(before, [BUILD], Profile.FLAT, "x"), before)
    assert hours(after) == [0.0, 20.0, 20.0, 20.0, 20.0, 0.0, 0.0, 0.0]
    assert not after.demand_weeks


def test_a_demand_without_an_amount_gets_that_of_its_weeks() -> None:
    before = case(hours_per_week=None).holding(demand_week("Build", 2, 50.0), demand_week("Build", 3, 30.0))
    after = made(profiles.profiled(before, [BUILD], Profile.FLAT, "x"), before)
    assert (after.demands[BUILD].total_hours, hours(after)[1:5]) == (80.0, [20.0] * 4)


@pytest.mark.parametrize(("field", "amount"), [("hours_per_week", 20.0), ("fte", 0.5), ("total_hours", 80.0)])
def test_a_total_that_is_kept_keeps_the_kind_of_amount(field: str, amount: float) -> None:
    before = case(**{field: amount}).holding(demand_week("Build", 2, 40.0), demand_week("Build", 3, 80.0))
    after = made(profiles.profiled(before, [BUILD], Profile.BELL, "x", keep_total=True), before)
    assert sum(hours(after)) == pytest.approx(120.0)
    assert getattr(after.demands[BUILD], field) == pytest.approx(1.5 * amount)


def test_each_of_several_demands_keeps_its_own_total() -> None:
    own = (demand_week("Build", 2, 40.0), demand_week("Port", 2, 10.0))
    before = case().holding(demand("Port", "Apollo", total_hours=99.0), demand("Rest", "Apollo"), *own)
    after = made(profiles.profiled(before, [Id("Rest"), Id("Port"), BUILD], Profile.FLAT, "x", keep_total=True), before)
    assert asked(after).sum(axis=1).tolist() == [40.0, 10.0, 80.0]


def test_several_demands_go_back_to_their_own_profiles() -> None:
    other = demand("Port", "Apollo", profile=Profile.BACK)
    before = case(profile=Profile.FRONT).holding(other, demand_week("Build", 2, 7.0), demand_week("Port", 2, 7.0))
    after = made(profiles.profiled(before, [BUILD, other.id], None, "x"), before)
    assert [each.profile for each in after.demands.values()] == [Profile.FRONT, Profile.BACK]
    assert not after.demand_weeks


def test_a_demand_moves_with_its_dates_and_weeks() -> None:
    before = case().holding(demand_week("Build", 2, 7.0), demand_week("Build", 4, 9.0))
    after = made(profiles.shifted(before, [BUILD], 2, "x"), before)
    assert (after.demands[BUILD].start, after.demands[BUILD].finish) == (week(4), friday(7))
    assert hours(after) == [0.0, 0.0, 0.0, 7.0, 0.0, 9.0, 0.0, 0.0]


def kept(before: list[float], after: dict[int, float], may: tuple[int, ...] = ()) -> list[float] | None:
    said = np.zeros(len(before), bool)
    said[list(after)] = True
    wanted = np.array(before)
    wanted[list(after)] = list(after.values())
    allowed = np.zeros(len(before), bool)
    allowed[list(may)] = True
    found = profiles.total_kept(np.array(before), wanted, said, allowed)
    return None if found is None else found.tolist()


def test_the_other_weeks_share_the_difference_by_what_they_ask() -> None:
    assert kept([10.0, 20.0, 10.0, 0.0], {1: 10.0}) == [15.0, 10.0, 15.0, 0.0]
    assert kept([10.0, 20.0, 30.0], {1: 32.0}) == [7.0, 32.0, 21.0]


def test_where_the_others_ask_nothing_those_inside_the_dates_share_it_evenly() -> None:
    assert kept([0.0, 20.0, 0.0, 0.0], {1: 10.0}, (1, 2)) == [0.0, 10.0, 10.0, 0.0]


def test_a_total_is_kept_to_the_last_quantum() -> None:
    found = kept([10.0, 10.0, 10.0, 10.0], {0: 9.9})
    assert found is not None
    assert sum(found) == pytest.approx(40.0, abs=1e-9)
    assert [round(each, 4) for each in found] == found


@pytest.mark.parametrize(("before", "after"), [([10.0, 10.0], {0: 21.0}), ([10.0, 0.0], {0: 5.0})])
def test_a_total_that_cannot_be_kept_is_refused(before: list[float], after: dict[int, float]) -> None:
    assert kept(before, after) is None
