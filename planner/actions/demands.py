"""Edits of demands."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from data.edits import Edit
from data.entities import Demand, Hours, Id, new_id, quantised
from data.portfolio import Kind, Portfolio
from planner.actions import entities


def added(portfolio: Portfolio, project_id: Id, role: str, start: dt.date, finish: dt.date, *, hours_per_week: Hours) -> Edit:
    """A flat demand under the first free name D1, D2 …; dates inclusive."""
    demand = Demand(new_id(), free_name(portfolio), project_id, role, start, finish, hours_per_week=hours_per_week)
    return entities.added(demand, f"Add demand {demand.name} of {portfolio.projects[project_id].name}")


def free_name(portfolio: Portfolio) -> str:
    taken = {demand.name for demand in portfolio.demands.values()}
    return next(name for number in range(1, len(taken) + 2) if (name := f"D{number}") not in taken)


def renamed(portfolio: Portfolio, demand_id: Id, name: str) -> Edit:
    demand = portfolio.demands[demand_id]
    return entities.changed(portfolio, replace(demand, name=name), f"Rename {demand.name} to {name}")


def between(portfolio: Portfolio, demand_id: Id, start: dt.date, finish: dt.date) -> Edit:
    """Gives the demand other dates, inclusive."""
    demand = portfolio.demands[demand_id]
    return entities.changed(portfolio, replace(demand, start=start, finish=finish), f"Put {demand.name} from {start} to {finish}")


def with_hours_per_week(portfolio: Portfolio, demand_id: Id, hours: Hours) -> Edit:
    return _with_amount(portfolio, demand_id, f"{hours:g} h a week", hours_per_week=hours)


def with_total_hours(portfolio: Portfolio, demand_id: Id, hours: Hours) -> Edit:
    return _with_amount(portfolio, demand_id, f"{hours:g} h in all", total_hours=hours)


def with_fte(portfolio: Portfolio, demand_id: Id, fte: float) -> Edit:
    return _with_amount(portfolio, demand_id, f"{fte:g} FTE", fte=fte)


def for_resource(portfolio: Portfolio, demand_id: Id, resource_id: Id | None) -> Edit:
    """Only this resource may do it; None opens it to everyone of its role and level."""
    demand = portfolio.demands[demand_id]
    said = "everyone of its role" if resource_id is None else f"{portfolio.resources[resource_id].name} only"
    return entities.changed(portfolio, replace(demand, resource_id=resource_id), f"Open {demand.name} to {said}")


def removed(portfolio: Portfolio, demand_id: Id) -> Edit:
    """Removes the demand with its weeks and bookings."""
    return entities.removed(portfolio, Kind.DEMAND, [demand_id], f"Remove demand {portfolio.demands[demand_id].name}")


def scaled(demand: Demand, share: float) -> Demand:
    """The demand with so many times what it asks itself; hours that its weeks say are theirs."""
    week, total, fte = (
        None if amount is None else quantised(amount * share) for amount in (demand.hours_per_week, demand.total_hours, demand.fte)
    )
    return replace(demand, hours_per_week=week, total_hours=total, fte=fte)


def _with_amount(
    portfolio: Portfolio,
    demand_id: Id,
    said: str,
    *,
    hours_per_week: Hours | None = None,
    total_hours: Hours | None = None,
    fte: float | None = None,
) -> Edit:
    """Whatever amount was there before gives way: a demand has exactly one."""
    demand = portfolio.demands[demand_id]
    changed = replace(demand, hours_per_week=hours_per_week, total_hours=total_hours, fte=fte)
    return entities.changed(portfolio, changed, f"Ask {said} in {demand.name}")
