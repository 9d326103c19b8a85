"""The figures of a plan, all recomputed from its allocations by the formulas of docs/model.md."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from data.entities import Hours, Id, Points
from data.plan import Plan, PlanStatus
from data.portfolio import Portfolio
from planner.insight.ledger import Ledger, ledger
from planner.insight.ramp import FULL, LOW
from solver.problem import Floats

CENT = 0.005
"""Hours below this are rounding, not load above capacity."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Every figure of a plan. Shares are fractions; None where there is nothing to divide by.

    status, value, bound, gap        the proof; value in points
    objective, objective_bound       they differ from value and bound only where a policy adds terms
    policy, terms                    the policy's name, and each of its terms with the points that it adds, mostly below 0
    hours_asked, hours_met           of the projects that take part, at no delay; met counts no hour above what is asked
    coverage, weighted_coverage      met ÷ asked, 1 where nothing is asked
    utilisation                      hours given ÷ capacity, 0 without capacity
    over_allocated_hours             Σ max(0, given - capacity); over_allocated_weeks counts the resource-weeks
    committed_utilisation            hard bookings ÷ capacity
    assignments, delayed_projects, projects_in   counts; projects_asking are those that may take part
    bench                            idle capacity in FTE
    in_band                          share of resource-weeks with capacity that are used 70-100 %
    mean_projects, most_projects     of a resource in a week it works
    team_size                        mean resources on a demand that has any
    skill_fit                        mean level held above the level asked, by hours; who does not hold the role is left out
    hand_overs                       continuity: times somebody comes to a demand who was not on it in the week worked before
    value_delivered, plan_cost       money: Σ project value × share met, Σ hours × rate
    coverage_by_project, coverage_by_priority   met ÷ asked; a project left out has 0, one that asks nothing None
    """

    status: PlanStatus
    value: Points
    bound: Points
    gap: float
    objective: Points
    objective_bound: Points
    policy: str
    terms: tuple[tuple[str, Points], ...]
    hours_asked: Hours
    hours_met: Hours
    coverage: float
    weighted_coverage: float
    utilisation: float
    committed_utilisation: float
    over_allocated_hours: Hours
    over_allocated_weeks: int
    assignments: int
    delayed_projects: int
    projects_in: int
    projects_asking: int
    bench: float
    in_band: float | None
    mean_projects: float | None
    most_projects: int
    team_size: float | None
    skill_fit: float | None
    hand_overs: int
    value_delivered: float
    plan_cost: float
    coverage_by_project: Mapping[Id, float | None]
    coverage_by_priority: Mapping[int, float | None]


def figures(portfolio: Portfolio, plan: Plan) -> Figures:
    """The plan's figures against this portfolio; bound, status and objective's extra terms are the plan's own."""
    return figures_of(ledger(portfolio, plan), plan)


def figures_of(book: Ledger, plan: Plan) -> Figures:
    """The same from the ledger in which the plan is entered."""
    portfolio = book.portfolio
    value = value_of(book)
    asked_by_demand = book.asked_by_demand * book.chosen[book.project_of]
    asked, met = float(asked_by_demand.sum()), float(book.earned_by_demand.sum())
    above = np.maximum(book.load - book.capacity, 0.0)
    total = float(book.capacity.sum())
    spread = book.projects_a_week[book.projects_a_week > 0]
    people, covered = _people(book), _coverage_by_project(book)
    return Figures(
        status=plan.status,
        value=value,
        bound=plan.bound,
        gap=max(0.0, (plan.bound - value) / max(1.0, abs(plan.bound))),
        objective=value + plan.objective - plan.value,
        objective_bound=plan.objective_bound,
        policy=plan.policy,
        terms=plan.terms,
        hours_asked=asked,
        hours_met=met,
        coverage=_share(met, asked, 1.0),
        weighted_coverage=_share(float(book.points @ book.earned_by_demand), float(book.points @ asked_by_demand), 1.0),
        utilisation=_share(float(book.load.sum()), total, 0.0),
        committed_utilisation=_share(float(book.firm.hours.sum()), total, 0.0),
        over_allocated_hours=float(above.sum()),
        over_allocated_weeks=int((above > CENT).sum()),
        assignments=int(people.sum()),
        delayed_projects=int((book.chosen & (book.delay > 0)).sum()),
        projects_in=int(book.chosen.sum()),
        projects_asking=int(book.may.sum()),
        bench=_bench(book),
        in_band=_in_band(book),
        mean_projects=float(spread.mean()) if spread.size else None,
        most_projects=int(spread.max(initial=0)),
        team_size=float(people[people > 0].mean()) if people.any() else None,
        skill_fit=book.skill_fit,
        hand_overs=book.given.hand_overs,
        value_delivered=float(sum((p.value or 0.0) * (covered[key] or 0.0) for key, p in portfolio.projects.items())),
        plan_cost=_plan_cost(book),
        coverage_by_project=covered,
        coverage_by_priority=_coverage_by_priority(book),
    )


def value_of(book: Ledger) -> Points:
    """V of docs/model.md: weighted hours met, less the costs of assignments, of hours above capacity and of delay."""
    above = book.portfolio.settings.overtime_cost * np.maximum(book.load - book.capacity, 0.0).sum()
    return float(points_by_project(book).sum() - above)


def points_by_project(book: Ledger) -> Floats:
    """(P,) what each project adds to the value; hours above capacity cost as well, and belong to no project."""
    settings = book.portfolio.settings
    earned = book.points * (book.earned_by_demand - settings.assignment_cost * _people(book))
    late = settings.delay_cost / 100 * book.delay * book.weight * book.chosen * book.by_project(book.asked_by_demand)
    return book.by_project(earned) - late


def _people(book: Ledger) -> Floats:
    """(D,) resources on each demand."""
    demand, _ = book.given.assignments
    return np.bincount(demand, minlength=len(book.project_of)).astype(np.float64)


def _bench(book: Ledger) -> float:
    standard = book.portfolio.settings.standard_week * len(book.weeks)
    return _share(float(np.maximum(book.capacity - book.load, 0.0).sum()), standard, 0.0)


def _in_band(book: Ledger) -> float | None:
    there = book.capacity > 0
    if not there.any():
        return None
    used = book.load[there] / book.capacity[there]
    cent = CENT / book.capacity[there]
    return float(((used >= LOW - cent) & (used <= FULL + cent)).mean())


def _plan_cost(book: Ledger) -> float:
    rates = np.array([resource.cost_per_hour or 0.0 for resource in book.portfolio.resources.values()])
    return float(rates @ book.load.sum(axis=1))


def _coverage_by_project(book: Ledger) -> dict[Id, float | None]:
    asked, met = book.by_project(book.asked_by_demand), book.by_project(book.earned_by_demand)
    return {key: met[p] / asked[p] if asked[p] > 0 else None for p, key in enumerate(book.portfolio.projects)}


def _coverage_by_priority(book: Ledger) -> dict[int, float | None]:
    """Projects that may take part, those left out counted with what they ask."""
    asked, met = book.by_project(book.asked_by_demand), book.by_project(book.earned_by_demand)
    shares: dict[int, float | None] = {}
    projects = list(book.portfolio.projects.values())
    for priority in sorted({project.priority for project in projects if project.status.takes_part}):
        rows = [p for p, project in enumerate(projects) if project.priority == priority and project.status.takes_part]
        shares[priority] = float(met[rows].sum() / asked[rows].sum()) if asked[rows].sum() > 0 else None
    return shares


def _share(part: float, whole: float, otherwise: float) -> float:
    return part / whole if whole else otherwise
