"""The sheets Summary and Assignments of a plan against figures recomputed from its allocations."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from types import MappingProxyType

from data.entities import Id
from data.findings import Finding, error
from data.plan import Plan, PlanStatus
from data.portfolio import Portfolio
from planner.importing import PlanFile, Told
from planner.insight.kpis import Figures, figures
from planner.plans import PROVED

FIGURES = MappingProxyType(
    {
        "value": "value",
        "gap": "gap",
        "hours asked": "hours_asked",
        "hours met": "hours_met",
        "coverage": "coverage",
        "weighted coverage": "weighted_coverage",
        "utilisation": "utilisation",
        "over-allocated hours": "over_allocated_hours",
        "assignments": "assignments",
        "delayed projects": "delayed_projects",
        "projects in": "projects_in",
    }
)
"""Figures of the Summary by the field of `Figures` that they are."""
REQUIRED = ("value", "bound")
CENTS = 0.011
"""What a figure above 1 may be off: it is written to two decimals at least."""
SHARE = 1e-4
"""What a share may be off."""
HOURS = frozenset({"hours asked", "hours met", "over-allocated hours"})
"""Those of FIGURES that are hours: written to two decimals, however few they are."""
RELATIVE = 1e-6
"""What a large figure may be off for its size."""


def false_summary(portfolio: Portfolio, plan: Plan, told: PlanFile) -> tuple[Finding, ...]:
    """Figures that are not what the allocations come to."""
    true = figures(portfolio, plan)
    return (*_required(told), *_figures(told, true), *_proof(told, true), *_assignments(portfolio, plan, told))


def carried(plan: Plan) -> PlanFile:
    """A kept plan's own figures as if they had been written: those that it has must be true as well."""
    written: dict[str, str | float | None] = {"status": plan.status.value, "value": plan.value, "bound": plan.bound}
    summary = {name: Told(value, f"Plan, {name}") for name, value in written.items()}
    return PlanFile(plan.allocations, {}, plan.projects, summary, None, ())


def _is_number(said: Told) -> bool:
    return isinstance(said.value, float | int) and not isinstance(said.value, bool) and math.isfinite(said.value)


def _required(told: PlanFile) -> Iterator[Finding]:
    for name in REQUIRED:
        if name not in told.summary:
            yield error("Summary", f"{name.capitalize()} is missing", "write the plan anew with plimsoll solve")


def _figures(told: PlanFile, true: Figures) -> Iterator[Finding]:
    for name, field in FIGURES.items():
        said = told.summary.get(name)
        if said is None or (said.value is None and name not in REQUIRED):
            continue
        right = float(getattr(true, field))
        if not isinstance(said.value, float | int) or not _is_number(said):
            yield error(said.place, f"{name.capitalize()} is {said.value!r}, which is no number", f"it should be {right:.6g}")
        elif abs(said.value - right) > (cents_tolerance(right) if name in HOURS else tolerance(right)):
            yield error(said.place, f"{name.capitalize()} is {said.value:,.6g}", f"the allocations come to {right:,.6g}")


def tolerance(right: float) -> float:
    """How far a written figure may be from the true one."""
    return max(CENTS if abs(right) > 1 else SHARE, RELATIVE * abs(right))


def cents_tolerance(right: float) -> float:
    """The same of hours and money, of which cents are written however few there are."""
    return max(CENTS, RELATIVE * abs(right))


def _proof(told: PlanFile, true: Figures) -> Iterator[Finding]:
    """The bound is a number that no value exceeds, and optimal means that it is met."""
    bound = told.summary.get("bound")
    if bound is not None and not _is_number(bound):
        yield error(bound.place, f"Bound is {bound.value!r}, which is no number", "write the plan anew with plimsoll solve")
    elif bound is not None and true.bound < true.value - max(CENTS, SHARE * abs(true.value)):
        yield error(bound.place, f"Bound is {true.bound:,.2f}", f"the plan itself is worth {true.value:,.2f}, so no such bound was proved")
    status = told.summary.get("status")
    if status is None or status.value is None:
        return
    if status.value not in {each.value for each in PlanStatus}:
        yield error(status.place, f"Status is {status.value}", f"write one of {', '.join(each.value for each in PlanStatus)}")
    elif status.value == PlanStatus.OPTIMAL.value and true.gap > PROVED:
        yield error(status.place, f"Status is Optimal with a gap of {true.gap:.3%}", "write Feasible")


def _assignments(portfolio: Portfolio, plan: Plan, told: PlanFile) -> Iterator[Finding]:
    """Each assignment written has the hours of its allocations, and none is missing where the sheet is there."""
    if told.assignments is None:
        return
    hours: dict[tuple[Id, Id], float] = defaultdict(float)
    for given in plan.allocations:
        hours[given.demand_id, given.resource_id] += given.hours
    for said in told.assignments:
        right = hours.pop((said.demand_id, said.resource_id), 0.0)
        if abs(said.hours - right) > 2 * CENTS:
            yield error(said.place, f"Hours is {said.hours:.2f}", f"the allocations come to {right:.2f}")
    for (demand, resource), missing in hours.items():
        names = f"{portfolio.demands[demand].name}, {portfolio.resources[resource].name}"
        yield error("Assignments", f"{names} is missing", f"the allocations come to {missing:.2f} h")
