"""What more change buys: the best value known for each number of hours moved, from the least possible to no limit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from data.entities import Hours, Points, Policy
from data.errors import PlannerError
from data.findings import Finding, errors
from data.plan import Plan
from data.portfolio import Portfolio
from planner.hours.calendars import weeks
from planner.hours.problem import Case
from planner.insight.changes import Changes, changes
from planner.replanning.request import Budget, Replanning
from planner.solving import Wish, concluded, posed
from solver.control import Options
from solver.executing import Task
from solver.solution import Solution

FEWEST = 2
"""Points of a curve: the least possible and no limit."""

ROUNDING = 0.5
"""Hours by which the sum of a plan's hours may be off a budget: figures of two decimals, thousands of them."""

SolveAll = Callable[[Sequence[Task]], Iterable[tuple[int, Solution]]]
"""Solves tasks in any order, each told by its place among them."""


class NoCurveError(PlannerError):
    """A curve was asked for and not one of its plans was found; `findings` has errors where the rules cannot all hold."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        wrong = errors(findings)
        why = f"the rules cannot all hold. {wrong[0]}" if wrong else "no plan was found for any of its points; give each solve more time."
        super().__init__(f"There is no curve: {why}")
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Point:
    """The best plan known that moves no more than `budget` hours by choice (None for no limit)."""

    budget: Hours | None
    plan: Plan
    changes: Changes
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """Points by rising budget, whose objectives never fall; `bound` is proved for plans that may move anything, None where none is."""

    points: tuple[Point, ...]
    bound: Points | None

    def within(self, budget: Hours | None) -> Point:
        """The best point that keeps the budget; the first where none does."""
        kept = [point for point in self.points if budget is None or (point.budget is not None and point.budget <= budget)]
        return kept[-1] if kept else self.points[0]


@dataclass(frozen=True, slots=True)
class Tracing:
    """What a curve is traced of; the replanning's prices do not count, its budget is a point, its status date holds for all."""

    portfolio: Portfolio
    replanning: Replanning
    options: Options
    policy: Policy | None = None

    @property
    def wish(self) -> Wish:
        return Wish(self.policy, replace(self.replanning, price_hour=0.0, price_assignment=0.0, budget=Budget(hours=0.0)))

    @property
    def budget(self) -> Hours | None:
        """Hours of the replanning's own budget; None for none."""
        return self.replanning.most_moved(weeks(self.portfolio.settings))


@dataclass
class _Tracer:
    """A curve on its way: the case of budget 0, and the plans found so far, each at the budget it was found for."""

    tracing: Tracing
    case: Case
    known: list[Point] = field(default_factory=list)

    def solve(self, budgets: Sequence[Hours | None], solve_all: SolveAll) -> None:
        """Adds the plans of these budgets, those that could be solved."""
        tracing = self.tracing
        cases = [replace(self.case, problem=replace(self.case.problem, most_moved=self.most_moved(budget))) for budget in budgets]
        tasks = [Task(_name(budget), case.problem, tracing.options) for budget, case in zip(budgets, cases, strict=True)]
        for number, solution in solve_all(tasks):
            outcome = concluded(tracing.portfolio, cases[number], solution, tracing.wish)
            if outcome.plan is not None:
                its = changes(tracing.portfolio, tracing.replanning.plan, outcome.plan, outcome.forced)
                self.known.append(Point(budgets[number], outcome.plan, its, outcome.findings))

    def most_moved(self, budget: Hours | None) -> Hours | None:
        """Beside the budget what has to move."""
        return None if budget is None else budget + (self.case.problem.most_moved or 0.0)

    def point(self, budget: Hours | None) -> Point | None:
        """The best of all plans that keep the budget, whichever it was found for: more room never costs value."""
        most = self.most_moved(budget)
        here = float(self.case.problem.terms.current.hours.sum())
        keeping = [each for each in self.known if most is None or each.changes.moved - (each.changes.hours - here) <= most + ROUNDING]
        if not keeping:
            return None
        return replace(max(keeping, key=lambda each: (each.plan.objective, -each.changes.moved)), budget=budget)

    def span(self) -> Hours:
        """Hours between the plans that move least and most."""
        moved = [each.changes.moved for each in self.known]
        return max(moved) - min(moved)


def traced(tracing: Tracing, points: int, solve_all: SolveAll) -> Curve:
    """The curve of so many points and that of the budget; the two ends are solved first, since the others lie between them.

    Budgets come closer together near the least, where each hour buys most. Raises NoCurveError where no plan was found.
    """
    tracer = _Tracer(tracing, posed(tracing.portfolio, tracing.wish))
    if not errors(tracer.case.findings):
        tracer.solve((0.0, None), solve_all)
    if not tracer.known:
        raise NoCurveError(tracer.case.findings)
    budgets = sorted({*_between(tracer.span(), points - FEWEST), *([tracing.budget] if tracing.budget else [])})
    if budgets:
        tracer.solve(budgets, solve_all)
    found = [tracer.point(budget) for budget in (0.0, *budgets, None)]
    bounds = [each.plan.objective_bound for each in tracer.known if each.budget is None]
    return Curve(tuple(point for point in found if point is not None), min(bounds, default=None))


def _between(span: Hours, count: int) -> list[Hours]:
    """Budgets above 0 and below the span, at the squares of even steps."""
    return [span * (step / (count + 1)) ** 2 for step in range(1, count + 1)] if span > 0 else []


def _name(budget: Hours | None) -> str:
    return "no limit" if budget is None else f"{budget:,.0f} h moved"
