"""A policy as the solver's prices: what it takes off the value of a plan of these rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import numpy as np

from data.entities import BookingKind, Points, Policy, Project
from planner.hours.rows import Rows
from planner.hours.ties import ties
from planner.hours.weights import weight
from solver.problem import Firm, Floats, Terms

OUTWEIGHS = 100.0
"""Hours of the next lower priority that one hour is worth where priorities are strict."""

WIDEST = 1e8
"""Greatest weight ÷ least weight of strict priorities: beyond it the sums of a large plan lose hundredths of an hour of the least."""

Cell = tuple[int, int, int]
"""Demand, resource, week."""


def terms(rows: Rows, policy: Policy, current: Firm) -> Terms:
    """The terms of a policy for a problem of these rows.

    `current` are the hours of the plan of record, by the rows' indices; nothing where there is none. Soft bookings are added
    here. An assignment can only be changed where a plan of record says which there are.
    """
    staying = _together(current, soft_bookings(rows))
    return Terms(
        weight=strict_weights(rows.projects) if policy.strict else None,
        resource_hour=_cost_of_an_hour(rows, policy.cost),
        pair_hour=_surplus(rows, policy.fit),
        overtime_hour=policy.overtime,
        hand_over=policy.continuity,
        moved_hour=policy.moved if len(staying.hours) else 0.0,
        changed_assignment=policy.changed if len(current.hours) else 0.0,
        current=staying,
    )


def strict_weights(projects: Sequence[Project]) -> Floats | None:
    """(P,) points an hour such that each weight outweighs 100 hours of the next lower one; None where that changes nothing.

    Projects go by the weight they have, from their priority or their own; the least keeps it, and so does 0. Many different
    weights share `WIDEST` among them, each outweighing fewer hours, but never fewer than without strict priorities.
    """
    plain = np.array([weight(project) for project in projects], np.float64)
    ranks = np.unique(plain[plain > 0])
    if len(ranks) < 2:
        return None
    step = min(OUTWEIGHS, WIDEST ** (1 / (len(ranks) - 1)))
    strict = ranks[0] * np.cumprod([1.0, *np.maximum(ranks[1:] / ranks[:-1], step)])
    return np.where(plain > 0, strict[np.searchsorted(ranks, plain)], 0.0)


def soft_bookings(rows: Rows) -> Firm:
    """Soft bookings inside the horizon on these demands; what is booked twice in one cell adds up."""
    row_of = {resource.id: r for r, resource in enumerate(rows.resources)}
    demand_of = {demand.id: d for d, demand in enumerate(rows.demands)}
    column = {monday: t for t, monday in enumerate(rows.weeks)}
    cells: dict[Cell, float] = {}
    for booking in rows.portfolio.bookings.values():
        if booking.kind is BookingKind.SOFT and booking.hours > 0 and booking.week in column and booking.demand_id in demand_of:
            cell = demand_of[booking.demand_id], row_of[booking.resource_id], column[booking.week]
            cells[cell] = cells.get(cell, 0.0) + booking.hours
    return _firm(cells)


def _together(plan: Firm, soft: Firm) -> Firm:
    """Both at once: the plan of record has kept many soft bookings already, so in one cell the greater hours count."""
    if not len(plan.hours) or not len(soft.hours):
        return plan if len(plan.hours) else soft
    cells: dict[Cell, float] = {}
    for part in (plan, soft):
        for *at, hours in zip(part.demand.tolist(), part.resource.tolist(), part.week.tolist(), part.hours.tolist(), strict=True):
            cell = at[0], at[1], at[2]
            cells[cell] = max(cells.get(cell, 0.0), hours)
    return _firm(cells)


def _firm(cells: dict[Cell, float]) -> Firm:
    at = np.array(sorted(cells), np.int64).reshape(-1, 3)
    return Firm(at[:, 0], at[:, 1], at[:, 2], np.array([cells[cell] for cell in sorted(cells)], np.float64))


def _cost_of_an_hour(rows: Rows, points: Points) -> Floats | None:
    """(R,) points for an hour of each resource at a price of `points` for 1,000 of currency; who has no rate costs nothing."""
    rates = np.array([resource.cost_per_hour or 0.0 for resource in rows.resources], np.float64)
    return points * rates / 1000 if points and rates.any() else None


def _surplus(rows: Rows, points: Points) -> Floats | None:
    """(D, R) points for an hour: `points` for each level held above the one asked; 0 where a demand names its resource.

    Single precision, since the table of a large portfolio is the greatest thing a solve holds.
    """
    if not points:
        return None
    liked, everybody = ties(rows), np.arange(len(rows.resources))
    table = np.zeros((len(rows.demands), len(rows.resources)), np.float32)
    for d in np.flatnonzero(liked.role >= 0).tolist():
        table[d] = points * liked.surplus(np.full_like(everybody, d), everybody)
    return cast(Floats, table)  # the solver's reading loops take either precision
