"""A trade-off curve solved: the plan at no price in full, then rising prices, each from the best plan known at it.

One price after the other, so that which plan a price starts from does not depend on how many places there are: the same input, seed and
effort give the same curve everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from data.entities import Points, Policy, new_id
from data.errors import PlannerError
from data.findings import errors
from data.plan import Plan
from data.portfolio import Portfolio
from planner.solving import BrokenPlanError, SolveFailedError, Wish, concluded, posed
from planner.tradeoff.frontier import Against, Frontier, Priced, amount_of, priced
from solver.control import Control, Options
from solver.errors import SolverError
from solver.executing import Task, executor_at, solved_all
from solver.solution import Solution

PART = 4
"""A price after the first gets a quarter of the time and effort: another price moves more of a plan than a neighbour in a sweep does."""
LEAST_EFFORT = 8
"""Rounds for such a price at least."""
FEWEST = 2
"""Prices: none, and one."""
HIGHEST = 2.0
"""The highest price, of what one of it is worth on average where it is free."""

STEP = 3
"""How many times the price before a price is."""

SolveAll = Callable[[Iterable[Task]], Iterable[tuple[int, Solution]]]
"""Solves tasks in any order, each told by its place among them."""


class NoTradeoffError(PlannerError):
    """A curve that cannot be: the message says why, and what would do."""


class NothingFoundError(NoTradeoffError):
    """No plan was found, though there may be one."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What is weighed against what, at so many prices or at those given beside 0; `options` are those of the first, which has no price."""

    portfolio: Portfolio
    against: Against
    options: Options
    count: int = 8
    prices: tuple[Points, ...] = ()
    policy: Policy | None = None
    start: Plan | None = None

    @property
    def near(self) -> Options:
        """What a price gets that begins from a plan."""
        limit, effort = self.options.time_limit, self.options.effort
        return replace(
            self.options,
            time_limit=None if limit is None else limit / PART,
            effort=None if effort is None else min(effort, max(LEAST_EFFORT, effort // PART)),
        )

    def check(self) -> None:
        """Raises NoTradeoffError where there is nothing to weigh."""
        if self.count < FEWEST:
            raise NoTradeoffError(f"A curve has {FEWEST} prices at least: none, and one.")
        if self.against is Against.COST and not any(each.cost_per_hour for each in self.portfolio.resources.values()):
            raise NoTradeoffError("Nobody has a cost per hour, so every plan costs nothing; give people rates, or weigh against another.")


def traded(asking: Asking, solve_all: SolveAll, should_stop: Callable[[], bool], hear: Callable[[Priced], None]) -> Frontier:
    """Every price solved; once stopped, or where the solves cannot go on, those that are done.

    Raises NoTradeoffError where there is nothing to weigh or no plan at all, SolveFailedError where the solves could not be carried out.
    """
    asking.check()
    trader = _Trader(asking, solve_all, hear)
    ended = ""
    try:
        free = trader.solve(0.0, asking.options)
        if free.plan is None:
            kind = NoTradeoffError if errors(free.findings) else NothingFoundError
            raise kind(f"There is no curve: {free.why}.")
        for price in sorted(set(asking.prices)) or _levels(free, asking):
            if should_stop():
                break
            if price:
                trader.solve(price, asking.near)
    except SolverError as reason:
        if not trader.done:
            raise SolveFailedError(str(reason)) from reason
        ended = str(reason)
    return Frontier(
        asking.against, tuple(trader.done), asking.policy.name if asking.policy else "", ended or ("stopped" if should_stop() else "")
    )


def traded_at(cluster: str | None, asking: Asking, control: Control, hear: Callable[[Priced], None] = lambda _point: None) -> Frontier:
    """`traded` by a Dask cluster at this address, None for this machine. Raises what it raises."""
    asking.check()
    try:
        with executor_at(cluster) as executor:
            return traded(asking, lambda tasks: solved_all(tasks, executor, control), control.should_stop, hear)
    except SolverError as reason:
        raise SolveFailedError(str(reason)) from reason


def _levels(free: Priced, asking: Asking) -> Sequence[Points]:
    """Rising prices, each three times the one before: what is saved at a low price is most of what can be saved at little loss.

    None where the plan at no price has nothing of it.
    """
    if free.amount <= 0 or free.worth <= 0:
        return ()
    highest = HIGHEST * free.worth / free.amount * asking.against.meaning.each
    return [float(f"{highest / STEP**step:.3g}") for step in reversed(range(asking.count - 1))]


@dataclass(slots=True)
class _Trader:
    asking: Asking
    solve_all: SolveAll
    hear: Callable[[Priced], None]
    done: list[Priced] = field(default_factory=list)

    def solve(self, price: Points, options: Options) -> Priced:
        """The plan at a price, which begins from the best that is known at it."""
        asking = self.asking
        policy = priced(asking.policy, asking.against, price, new_id())
        wish = Wish(policy, start=self._start(price))
        case = posed(asking.portfolio, wish)
        wrong = errors(case.findings)
        if wrong:
            return self._keep(Priced(price, policy, findings=case.findings, why=str(wrong[0])))
        for _, solution in self.solve_all([Task(f"price {price:g}", case.problem, options)]):
            try:
                outcome = concluded(asking.portfolio, case, solution, wish)
            except BrokenPlanError as broken:
                return self._keep(Priced(price, policy, why=str(broken)))
            told = errors(outcome.findings)
            why = "" if outcome.plan else str(told[0]) if told else "no plan was found; give it more time"
            return self._keep(self._told(Priced(price, policy, outcome.plan, findings=outcome.findings, why=why)))
        return self._keep(Priced(price, policy, why="stopped before it was solved"))

    def _told(self, point: Priced) -> Priced:
        if point.plan is None:
            return point
        amount = amount_of(self.asking.portfolio, point.plan, self.asking.against)
        worth = point.plan.objective + point.price * amount / self.asking.against.meaning.each
        return replace(point, amount=amount, worth=worth, bound=point.plan.objective_bound)

    def _start(self, price: Points) -> Plan | None:
        each = self.asking.against.meaning.each
        known = [point for point in self.done if point.plan is not None]
        best = max(known, key=lambda point: (point.worth - price * point.amount / each, point.price), default=None)
        return self.asking.start if best is None else best.plan

    def _keep(self, point: Priced) -> Priced:
        self.done.append(point)
        self.hear(point)
        return point
