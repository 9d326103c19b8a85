"""Edits of when demands ask for their hours: by a profile, by weeks of their own, all of it earlier or later."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

import numpy as np

from data.edits import Change, Edit
from data.entities import QUANTUM, Demand, DemandWeek, Hours, Id, Profile, new_id
from data.portfolio import Kind, Portfolio
from planner.actions import entities
from planner.actions.spreading import given_weeks, weeks_of_its_own
from planner.hours.demand import asked_weeks
from solver.problem import Bools, Floats


def with_weeks(portfolio: Portfolio, demand_id: Id, hours: Mapping[dt.date, Hours], label: str) -> Edit:
    """The demand asks these hours in these weeks (Mondays), and none in any other; its amount stays, for a profile to come back to."""
    there = given_weeks(portfolio)
    return Edit(label, tuple(_written(portfolio.demands[demand_id], there, hours)))


def owned(portfolio: Portfolio, demand_ids: Collection[Id], label: str) -> Edit:
    """Gives demands that go by a profile weeks of their own with the same hours; those that have some stay as they are."""
    there = given_weeks(portfolio)
    wanted = set(demand_ids) - {key for key, _ in there}
    if not wanted:
        return Edit(label, ())
    mondays, hours = asked_weeks(portfolio, wanted)
    without = [demand for demand in portfolio.demands.values() if demand.id in wanted]
    changes = (_written(demand, there, dict(zip(mondays, row, strict=True))) for demand, row in zip(without, hours.tolist(), strict=True))
    return Edit(label, tuple(chain.from_iterable(changes)))


def profiled(portfolio: Portfolio, demand_ids: Collection[Id], profile: Profile | None, label: str, *, keep_total: bool = False) -> Edit:
    """Puts demands on a profile over their dates, None being that of each, and takes away their own weeks.

    A demand asks by its amount again. Without one, and with `keep_total`, the amount becomes what its weeks ask for in all.
    """
    wanted = dict.fromkeys(demand_ids)
    weeks = [each for each in portfolio.demand_weeks.values() if each.demand_id in wanted]
    totals: dict[Id, Hours] = {}
    for each in weeks:
        totals[each.demand_id] = totals.get(each.demand_id, 0.0) + each.hours
    gone = entities.removed(portfolio, Kind.DEMAND_WEEK, [each.id for each in weeks], label)
    on = [replace(portfolio.demands[key], profile=profile or portfolio.demands[key].profile) for key in wanted]
    plain = _totals(gone.applied_to(portfolio).holding(*on), totals) if keep_total else {}
    edit = entities.all_changed(portfolio, [_amounting(demand, totals.get(demand.id), plain.get(demand.id)) for demand in on], label)
    return replace(edit, changes=(*edit.changes, *gone.changes))


def shifted(portfolio: Portfolio, demand_ids: Collection[Id], weeks: int, label: str) -> Edit:
    """Moves demands with their own weeks by whole weeks, earlier where below 0; bookings stay in their weeks, as when a project is moved."""
    by, wanted = dt.timedelta(weeks=weeks), set(demand_ids)
    moved: list[Demand | DemandWeek] = [
        replace(portfolio.demands[key], start=portfolio.demands[key].start + by, finish=portfolio.demands[key].finish + by)
        for key in demand_ids
    ]
    moved += [replace(each, week=each.week + by) for each in portfolio.demand_weeks.values() if each.demand_id in wanted]
    return entities.all_changed(portfolio, moved, label)


def total_kept(before: Floats, after: Floats, said: Bools, may_ask: Bools) -> Floats | None:
    """Hours (T,) with the total of `before` in which the weeks `said` are as in `after`: the others share the rest by what they ask.

    Where the others ask for nothing, those of them that `may_ask` share it evenly. None where the total cannot be kept: the weeks said
    ask for more, or there is no other to take the rest.
    """
    rest = float(before.sum() - after[said].sum())
    others = np.where(said, 0.0, before)
    if not others.any():
        others = np.where(said, 0.0, may_ask.astype(np.float64))
    if rest < -QUANTUM / 2 or (rest > QUANTUM / 2 and not others.any()):
        return None
    kept = after.copy()
    kept[~said] = 0.0
    if others.any():
        kept += _in_quanta(others / others.sum() * max(0.0, rest))
    rounded: Floats = np.round(kept, 4)
    return rounded


def _in_quanta(hours: Floats) -> Floats:
    """The hours in whole quanta, which no rounding adds up to more or less; those in whole quanta stay."""
    running = np.concatenate([[0.0], np.cumsum(hours)])
    whole: Floats = np.diff(np.round(running / QUANTUM)) * QUANTUM
    return whole


def _written(demand: Demand, there: Mapping[tuple[Id, dt.date], list[DemandWeek]], hours: Mapping[dt.date, Hours]) -> Iterator[Change]:
    """What it takes for the demand's weeks to be these; one stays, of no hours, where all are empty: without any the profile would count."""
    mine = {monday for key, monday in there if key == demand.id}
    mondays = sorted(mine | {monday for monday, figure in hours.items() if figure})
    if any(hours.values()):
        yield from weeks_of_its_own(demand, there, mondays, _in_quanta(np.array([hours.get(monday, 0.0) for monday in mondays])))
    else:
        yield from _emptied(demand, [each for monday in sorted(mine) for each in there[demand.id, monday]])


def _emptied(demand: Demand, mine: Sequence[DemandWeek]) -> Iterator[Change]:
    monday = demand.start - dt.timedelta(days=demand.start.weekday())
    kept = replace(mine[0], hours=0.0) if mine else DemandWeek(new_id(), demand.id, monday, 0.0)
    before = mine[0] if mine else None
    if kept != before:
        yield Change(Kind.DEMAND_WEEK, kept.id, before, kept)
    for each in mine[1:]:
        yield Change(Kind.DEMAND_WEEK, each.id, each, None)


def _totals(portfolio: Portfolio, demand_ids: Collection[Id]) -> Mapping[Id, Hours]:
    """What each of these demands asks for in all."""
    if not demand_ids:
        return {}
    wanted = set(demand_ids)
    _, hours = asked_weeks(portfolio, wanted)
    return dict(zip((key for key in portfolio.demands if key in wanted), hours.sum(axis=1).tolist(), strict=True))


def _amounting(demand: Demand, total: Hours | None, plain: Hours | None) -> Demand:
    """The demand with an amount that asks for the total, in its own kind of amount where it has one.

    A total of None is whatever it asks by itself; so is, for a demand with an amount, `plain`, what that asks for in all, of None.
    """
    if total is None:
        return demand
    if demand.hours_per_week is demand.total_hours is demand.fte is None:
        return replace(demand, total_hours=total)
    if plain is None or abs(plain - total) < QUANTUM / 2:
        return demand
    if demand.total_hours is not None or not plain:
        return replace(demand, hours_per_week=None, total_hours=total, fte=None)
    factor = total / plain
    return replace(
        demand,
        hours_per_week=None if demand.hours_per_week is None else demand.hours_per_week * factor,
        fte=None if demand.fte is None else demand.fte * factor,
    )
