"""A plan in plain words: what is met, who is overloaded, where it hurts and why, and what the gap means."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np

from data.plan import Plan, PlanStatus
from data.portfolio import Portfolio
from planner.insight.kpis import CENT, Figures, figures
from planner.insight.load import LoadTable, load_table
from planner.insight.unmet import Unmet, unmet
from planner.plans import PROVED, is_current
from solver.objective import Term

WORST = 5
"""How many of the worst are named where there are many."""


def summary(portfolio: Portfolio, plan: Plan, keeping: str = "") -> str:
    """About twenty lines that a manager understands, each standing on figures recomputed from the allocations.

    `keeping` names what a replanning held to, such as the past and the budget: the bound speaks of plans that keep it too.
    """
    figure, table, short = figures(portfolio, plan), load_table(portfolio, plan), unmet(portfolio, plan)
    lines = [
        _title(portfolio, plan),
        "",
        *_proof(figure, keeping),
        *_policy(figure),
        _met(figure),
        *_priorities(figure),
        *_projects(portfolio, plan, figure),
        *_delays(portfolio, plan),
        "",
        *_people(portfolio, figure, table),
        "",
        *_pain(portfolio, plan, short),
        *_age(portfolio, plan),
    ]
    return "\n".join(lines)


def _title(portfolio: Portfolio, plan: Plan) -> str:
    settings = portfolio.settings
    counts = ((portfolio.resources, "resource"), (portfolio.projects, "project"), (portfolio.demands, "demand"))
    size = ", ".join(f"{len(things)} {name}{'' if len(things) == 1 else 's'}" for things, name in counts)
    return f"{settings.name}: {size}, {_weeks(settings.weeks)} from {settings.start}. Solved in {plan.seconds:.0f} s with {plan.engine}, seed {plan.seed}."


def _proof(figure: Figures, keeping: str) -> Iterator[str]:
    which = f"plan of this input that keeps {keeping}" if keeping else "plan of this input"
    yield f"Plan: {figure.status.value}, worth {figure.value:,.0f} points; no {which} can be worth more than {figure.bound:,.0f}."
    if figure.status is PlanStatus.OPTIMAL or figure.gap <= PROVED:
        yield "Gap: none. It is proved that nothing better exists."
    else:
        yield f"Gap: {_share(figure.gap)}. At most that much of the best possible value is missing; it may well be less, and more time may find some of it."


def _policy(figure: Figures) -> Iterator[str]:
    """What the policy weighs, term by term, where it adds any."""
    if Term.STRICT in dict(figure.terms):
        yield from _strict(figure)
    elif figure.terms:
        whose = f"By the policy “{figure.policy}”" if figure.policy else "With what changes cost"
        bound = f"no plan can come to more than {_points(figure.objective_bound)}"
        yield f"{whose} the plan comes to {_points(figure.objective)} points, and {bound}."
        terms = [f"{name.lower()} {_points(points)}" for name, points in figure.terms]
        yield f"Of that: value {_points(figure.value)}, {', '.join(terms)}."
    elif figure.policy:
        yield f"The policy “{figure.policy}” asks for nothing that this portfolio could weigh."


def _strict(figure: Figures) -> Iterator[str]:
    """Strict priorities in words: their points are of a size that says nothing, coverage by priority says what came of them."""
    gap = (figure.objective_bound - figure.objective) / max(1.0, abs(figure.objective_bound))
    if gap < -PROVED:
        proof = "nothing is proved of how near that is to the best"
    elif gap <= PROVED:
        proof = "proved that no plan serves them better"
    else:
        proof = f"proved within {_share(gap)} of the best by these priorities"
    yield f"Strict priorities: by the policy “{figure.policy}” a higher priority goes before any lower one; {proof}."
    others = [f"{name.lower()} {_points(points)}" for name, points in figure.terms if name != Term.STRICT]
    if others:
        yield f"Beside them: value {_points(figure.value)}, {', '.join(others)}."


def _points(points: float) -> str:
    points = round(points, 2) + 0.0  # nothing is no less than 0
    return f"{points:,.0f}" if abs(points) >= 10 else f"{points:,.2f}"


def _delays(portfolio: Portfolio, plan: Plan) -> Iterator[str]:
    """The projects that are delayed, those by most weeks first; none is said only where some may be."""
    late = [said for said in plan.projects if said.selected and said.delay_weeks > 0 and said.project_id in portfolio.projects]
    if late:
        late.sort(key=lambda said: (-said.delay_weeks, portfolio.projects[said.project_id].name))
        names = [f"{portfolio.projects[said.project_id].name} by {_weeks(said.delay_weeks)}" for said in late]
        yield f"Delayed: {len(late)} of the projects: {_some(names)}."
    elif free := sum(project.max_delay > 0 and project.status.takes_part for project in portfolio.projects.values()):
        yield f"Delayed: none, though {free} of the projects may be."


def _weeks(weeks: int) -> str:
    return f"{weeks} week" if weeks == 1 else f"{weeks} weeks"


def _met(figure: Figures) -> str:
    hours = f"{_hours(figure.hours_met)} of {_hours(figure.hours_asked)} asked by the projects that take part"
    return f"Met: {hours}, {_share(figure.coverage)}; by weight {_share(figure.weighted_coverage)}."


def _priorities(figure: Figures) -> Iterator[str]:
    shares = [f"{priority}: {_share(share)}" for priority, share in figure.coverage_by_priority.items() if share is not None]
    if shares:
        yield f"By priority (1 is highest): {', '.join(shares)}."


def _projects(portfolio: Portfolio, plan: Plan, figure: Figures) -> Iterator[str]:
    chosen = {said.project_id: said.selected for said in plan.projects}
    asking = [p for p in portfolio.projects.values() if p.status.takes_part]
    out = sorted(p.name for p in asking if not chosen.get(p.id, True))
    yield f"Projects: {figure.projects_in} of {figure.projects_asking} take part."
    if out:
        yield f"Left out: {_some(out)}. A proposed project comes in only where {portfolio.settings.minimum_coverage:g} % of its hours can be met."
    covered = [(share, p.name) for p in asking if chosen.get(p.id, True) and (share := figure.coverage_by_project[p.id]) is not None]
    least = [f"{name} {_share(share)}" for share, name in sorted(covered) if share < 1 - PROVED]
    if least:
        yield f"Least covered of those that take part: {_first(least)}."


def _people(portfolio: Portfolio, figure: Figures, table: LoadTable) -> Iterator[str]:
    yield (
        f"Load: {_share(figure.utilisation)} of all capacity is used, {_share(figure.committed_utilisation)} firmly booked; "
        f"{figure.bench:.1f} full-time equivalents stay free."
    )
    names = [resource.name for resource in portfolio.resources.values()]
    yield _overload(figure, table, names)
    total, load = table.capacity.sum(axis=1), table.hours.sum(axis=1)
    used = np.divide(load, total, out=np.zeros_like(load), where=total > 0)
    fullest = [f"{names[r]} {_share(used[r])}" for r in np.argsort(-used, kind="stable").tolist() if used[r] > 0]
    if fullest:
        yield f"Fullest over all weeks: {_first(fullest)}."
    yield from _people_used(portfolio, figure)
    if figure.mean_projects is not None and figure.team_size is not None:
        yield (
            f"Focus: {figure.mean_projects:.1f} projects for a resource in a week on average, {figure.most_projects} at most; "
            f"{figure.team_size:.1f} resources on a demand."
        )


def _people_used(portfolio: Portfolio, figure: Figures) -> Iterator[str]:
    """What the people cost, how well they fit and how often they change, as far as there is something to say."""
    parts = []
    if figure.plan_cost:
        parts.append(f"cost {figure.plan_cost:,.0f} {portfolio.settings.currency}".rstrip())
    if figure.skill_fit is not None and figure.assignments:
        parts.append(f"{figure.skill_fit:.1f} levels above the one asked on average")
    parts.append(f"{figure.hand_overs} hand-over{'' if figure.hand_overs == 1 else 's'}")
    yield f"People used: {', '.join(parts)}."


def _overload(figure: Figures, table: LoadTable, names: Sequence[str]) -> str:
    above = np.maximum(table.hours - table.capacity, 0.0).sum(axis=1)
    worst = [f"{names[r]} {_hours(above[r])}" for r in np.argsort(-above, kind="stable").tolist() if above[r] > CENT]
    if not worst:
        return "Overload: nobody is given more than their capacity."
    weeks = f"{figure.over_allocated_weeks} resource-week{'' if figure.over_allocated_weeks == 1 else 's'}"
    return f"Overload: {_hours(figure.over_allocated_hours)} above capacity in {weeks}: {_some(worst)}. It is overtime, or firm bookings."


def _pain(portfolio: Portfolio, plan: Plan, short: Sequence[Unmet]) -> Iterator[str]:
    if not short:
        yield "Unmet: nothing. Every hour asked is met."
        return
    by_role: dict[str, float] = {}
    for one in short:
        role = portfolio.demands[one.demand_id].role
        by_role[role] = by_role.get(role, 0.0) + one.hours_unmet
    roles = sorted(by_role, key=lambda role: -by_role[role])
    by_role_in_words = _some([f"{role} {_hours(by_role[role])}" for role in roles])
    yield f"Unmet: {_hours(_sum(short))} on {_demands(short)}{_outside(plan, short)}; by role: {by_role_in_words}."
    yield "Where it hurts most, by weight:"
    for one in short[:WORST]:
        demand, project = portfolio.demands[one.demand_id], portfolio.projects[one.project_id]
        share = f"{_hours(one.hours_unmet)} of {_hours(one.hours_asked)}"
        yield f"  {project.name}, {demand.name} ({demand.role}): {share} unmet. {one.sentence}"


def _outside(plan: Plan, short: Sequence[Unmet]) -> str:
    """How much of it the projects left out ask, so that met and unmet add up to what is asked."""
    out = {said.project_id for said in plan.projects if not said.selected}
    theirs = [one for one in short if one.project_id in out]
    return f", {_hours(_sum(theirs))} of it on {_demands(theirs)} of projects left out" if theirs else ""


def _sum(short: Sequence[Unmet]) -> float:
    return sum(one.hours_unmet for one in short)


def _demands(short: Sequence[Unmet]) -> str:
    return f"{len(short)} demand{'' if len(short) == 1 else 's'}"


def _age(portfolio: Portfolio, plan: Plan) -> Iterator[str]:
    if not is_current(plan, portfolio):
        yield ""
        yield "This plan is out of date: the portfolio has changed since it was solved."


def _first(ranked: Sequence[str]) -> str:
    return ", ".join(ranked[:WORST])


def _some(names: Sequence[str]) -> str:
    """The first few and how many more."""
    more = len(names) - WORST
    return ", ".join(names[:WORST]) + (f" and {more} more" if more > 0 else "")


def _hours(hours: float) -> str:
    return f"{hours:,.0f} h" if hours >= 10 else f"{hours:,.1f} h"


def _share(share: float) -> str:
    """A fraction as a percentage; never 100 % where something is missing, never 0 % where something is there."""
    if 0 < share < 0.01:
        return f"{max(0.01, share * 100):.2f} %"
    if 0.99 < share < 1:
        return f"{math.floor(share * 10_000) / 100:.2f} %"
    return f"{share * 100:.1f}".removesuffix(".0") + " %"
