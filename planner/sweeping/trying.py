"""A point of a sweep made a scenario, with its plan where that is still at hand and of the same portfolio."""

from __future__ import annotations

from dataclasses import replace

from data.edits import Edit, StaleEditError, between
from data.entities import Id, new_id
from data.plan import Plan
from data.portfolio import Portfolio
from planner.actions import scenarios
from planner.plans import is_current
from planner.scenarios.editing import within
from planner.scenarios.resolving import resolve
from planner.sweeping.keeping import base
from planner.sweeping.points import Point
from planner.sweeping.question import NoSweepError, Sweep


def as_scenario(record: Portfolio, scenario_id: Id | None, sweep: Sweep, point: Point, owner: str = "") -> tuple[Edit, Plan | None]:
    """The edit that adds a scenario of the point, upon the one that was swept if any, and the plan to be kept with it.

    Raises NoInputError where the inputs are there no more, NoSweepError where the scenario that was swept is gone or the point refused.
    """
    of = base(record, scenario_id)
    if of is None:
        raise NoSweepError("The scenario that was swept is gone, so there is nothing to add the point to.")
    like = None if scenario_id is None else record.scenarios[scenario_id]
    scenario = replace(scenarios.fresh(record, owner, like), name=_free_name(record, sweep.words(point.place)))
    added = scenarios.added(record, scenario).applied_to(record)
    after = within(added, scenario.id, _edit(of, sweep, point)).applied_to(added)
    plan = point.plan
    if plan is not None:
        plan = replace(plan, id=new_id(), scenario=scenario.id)
        plan = plan if is_current(plan, resolve(after, scenario.id).portfolio) else None
    return between(record, after, f"Add scenario {scenario.name}"), plan


def _edit(portfolio: Portfolio, sweep: Sweep, point: Point) -> Edit:
    """The edit that the point was solved with, whose people its plan names; made again where the portfolio has changed."""
    if point.edit is not None:
        try:
            point.edit.applied_to(portfolio)
        except StaleEditError:
            pass
        else:
            return point.edit
    return sweep.edit(portfolio, point.place)


def _free_name(record: Portfolio, stem: str) -> str:
    taken = {each.name for each in record.scenarios.values()}
    return next(name for number in range(1, len(taken) + 2) if (name := stem if number == 1 else f"{stem} ({number})") not in taken)
