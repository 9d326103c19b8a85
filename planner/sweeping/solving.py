"""A sweep solved: its centre in full, every other point from the plan of its nearest neighbour that is done, with a part of that effort.

Points are solved by their distance from the centre, all of one distance side by side, so that which plan a point starts from does not
depend on how many places there are: the same input, seed and effort give the same sweep everywhere.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from types import MappingProxyType

from data.entities import Points, Policy
from data.findings import errors
from data.plan import Plan
from data.portfolio import Portfolio
from planner.comparing.measures import MEANINGS
from planner.comparing.sides import Side
from planner.hours.problem import Case
from planner.insight.kpis import value_of
from planner.insight.ledger import ledger
from planner.insight.policy_terms import terms_by
from planner.solving import BrokenPlanError, SolveFailedError, Wish, concluded, posed
from planner.sweeping.points import MEASURES, NOT_SOLVED, Point, Swept
from planner.sweeping.question import NoSweepError, Place, Sweep, distance, effort_near, seconds_near
from solver.control import Control, Options, Progress
from solver.errors import SolverError
from solver.executing import Task, executor_at, solved_all
from solver.solution import Solution, Status

NOISE = 1e-6
"""Points that two ways of adding up a plan may differ by."""
WORTH_IT = 0.0005
"""Share of a plan's objective by which one found farther out must be worth more: less is what the same effort brings by chance."""
SolveAll = Callable[[Iterable[Task]], Iterable[tuple[int, Solution]]]
"""Solves tasks in any order, each told by its place among them."""
Hearing = Callable[[Point], None]
"""Hears of each point as it is done."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What is swept, and how: `options` are those of the centre, which begins from the `start` where there is one."""

    portfolio: Portfolio
    sweep: Sweep
    options: Options
    policy: Policy | None = None
    start: Plan | None = None

    @property
    def near(self) -> Options:
        """What a point that starts from its neighbour gets."""
        limit, effort = self.options.time_limit, self.options.effort
        return replace(
            self.options,
            time_limit=None if limit is None else seconds_near(limit),
            effort=None if effort is None else effort_near(effort),
        )


def swept(asking: Asking, solve_all: SolveAll, should_stop: Callable[[], bool], hear: Hearing) -> Swept:
    """Every point solved as the module says; once stopped, or where the solves cannot go on, those that are done are kept.

    Raises NoInputError before anything is solved, and SolveFailedError where the solves could not be carried out for any point.
    """
    asking.sweep.check(asking.portfolio)
    sweeper = _Sweeper(asking, solve_all, hear)
    ended = ""
    try:
        for wave in sweeper.waves():
            if should_stop():
                ended = "stopped"
                break
            sweeper.solve(wave)
        for wave in reversed(tuple(sweeper.waves())):
            if ended or should_stop():
                break
            sweeper.solve_again(wave)
    except SolverError as reason:
        if not any(point.plan for point in sweeper.done.values()):
            raise SolveFailedError(str(reason)) from reason
        ended = str(reason)
    points = tuple(sweeper.done.get(place, Point(place, NOT_SOLVED)) for place in asking.sweep.places)
    policy = asking.policy.name if asking.policy else ""
    ended = ended or ("stopped" if should_stop() else "")
    return Swept(asking.sweep, asking.options, policy, points, ended)


def swept_at(cluster: str | None, asking: Asking, control: Control, hear: Hearing = lambda _point: None) -> Swept:
    """`swept` by a Dask cluster at this address, None for this machine; `control` hears how many points are done.

    Raises NoInputError, and SolveFailedError where the solves could not be carried out.
    """
    asking.sweep.check(asking.portfolio)
    counting = _Counting(control)

    def heard(point: Point) -> None:
        counting.places.add(point.place)
        hear(point)

    try:
        with executor_at(cluster) as executor:
            return swept(asking, lambda tasks: solved_all(tasks, executor, counting), control.should_stop, heard)
    except SolverError as reason:
        raise SolveFailedError(str(reason)) from reason


@dataclass(slots=True)
class _Counting:
    """A control that tells of the points done in all, where each round of tasks counts its own."""

    control: Control
    places: set[Place] = field(default_factory=set)
    started: float = field(default_factory=time.monotonic)

    def report(self, progress: Progress, best: Solution | None) -> None:
        done = len(self.places)
        self.control.report(replace(progress, phase=f"Solved {done}", effort=done, seconds=time.monotonic() - self.started), best)

    def should_stop(self) -> bool:
        return self.control.should_stop()


@dataclass(slots=True)
class _Sweeper:
    asking: Asking
    solve_all: SolveAll
    hear: Hearing
    done: dict[Place, Point] = field(default_factory=dict)

    def waves(self) -> Iterator[tuple[Place, ...]]:
        """The points by their distance from the centre."""
        centre = self.asking.sweep.centre(self.asking.portfolio)
        near = sorted(self.asking.sweep.places, key=lambda place: (distance(place, centre), place))
        for _, wave in groupby(near, key=lambda place: distance(place, centre)):
            yield tuple(wave)

    def solve(self, wave: tuple[Place, ...]) -> None:
        """Solves points that start from those that are done before any of them is."""
        before = dict(self.done)
        asked: list[tuple[Point, Portfolio, Case, Wish]] = []

        def tasks() -> Iterator[Task]:
            for place in wave:
                begun = self._begun(place)
                start = _nearest(place, before)
                wish = Wish(self.asking.policy, start=start or self.asking.start)
                if begun.portfolio is None:
                    self._keep(begun)
                    continue
                case = posed(begun.portfolio, wish)
                wrong = errors(case.findings)
                if wrong:
                    self._keep(replace(begun, why=str(wrong[0]), findings=case.findings))
                    continue
                asked.append((begun, begun.portfolio, case, wish))
                options = self.asking.options if start is None else self.asking.near
                yield Task(self.asking.sweep.words(place), case.problem, options)

        for number, solution in self.solve_all(tasks()):
            self._keep(_concluded(*asked[number], solution))

    def solve_again(self, wave: tuple[Place, ...]) -> None:
        """Solves those points once more for which a plan found farther out is clearly worth more than their own, from that plan."""
        asked: list[tuple[Point, Portfolio, Case, Wish]] = []

        def tasks() -> Iterator[Task]:
            for place in wave:
                point = self.done[place]
                better = self._better(point)
                if better is not None and point.portfolio is not None:
                    wish = Wish(self.asking.policy, start=better)
                    case = posed(point.portfolio, wish)
                    asked.append((point, point.portfolio, case, wish))
                    yield Task(self.asking.sweep.words(place), case.problem, self.asking.near)

        for number, solution in self.solve_all(tasks()):
            before = asked[number][0]
            again = _concluded(*asked[number], solution)
            if again.plan is not None and before.plan is not None and again.plan.objective > before.plan.objective + NOISE:
                self._keep(again)

    def _better(self, point: Point) -> Plan | None:
        """The plan of a neighbour farther out that is worth most at the point, where that is clearly more than its own."""
        if point.plan is None or point.portfolio is None:
            return None
        centre = self.asking.sweep.centre(self.asking.portfolio)
        here = distance(point.place, centre)
        worth = [
            (self._objective(point.portfolio, each.plan), each.plan)
            for each in self.done.values()
            if each.plan is not None and distance(each.place, point.place) == 1 and distance(each.place, centre) > here
        ]
        own = point.plan.objective
        objective, plan = max(worth, key=lambda found: found[0], default=(own, None))
        return plan if objective > own + WORTH_IT * max(1.0, abs(own)) else None

    def _objective(self, portfolio: Portfolio, plan: Plan) -> Points:
        """What a plan of another point is worth in this portfolio, by the policy that all are solved by."""
        policy = self.asking.policy
        return value_of(ledger(portfolio, plan)) + (sum(points for _, points in terms_by(portfolio, plan, policy)) if policy else 0.0)

    def _begun(self, place: Place) -> Point:
        """The point before it is solved: the portfolio of its figures, or why there is none."""
        try:
            edit = self.asking.sweep.edit(self.asking.portfolio, place)
        except NoSweepError as refused:
            return Point(place, str(refused))
        return Point(place, edit=edit, portfolio=edit.applied_to(self.asking.portfolio))

    def _keep(self, point: Point) -> None:
        self.done[point.place] = point
        self.hear(point)


def _nearest(place: Place, done: Mapping[Place, Point]) -> Plan | None:
    """The plan to start from: of the nearest points that have one the most valuable, the first of several."""
    plans = [(distance(place, each), -point.plan.objective, each, point.plan) for each, point in done.items() if point.plan is not None]
    return min(plans, key=lambda found: found[:3])[3] if plans else None


def _concluded(begun: Point, portfolio: Portfolio, case: Case, wish: Wish, solution: Solution) -> Point:
    try:
        outcome = concluded(portfolio, case, solution, wish)
    except BrokenPlanError as broken:
        return replace(begun, why=str(broken))
    if outcome.plan is None:
        told = errors(outcome.findings) or outcome.findings
        why = NOT_SOLVED if outcome.status is Status.NOTHING else str(told[0]) if told else outcome.status.value
        return replace(begun, why=why, findings=outcome.findings)
    side = Side("", portfolio, outcome.plan)
    measures = {measure: MEANINGS[measure].of(side) for measure in MEASURES}
    return replace(
        begun,
        plan=outcome.plan,
        bound=outcome.plan.bound,
        status=outcome.plan.status,
        measures=MappingProxyType(measures),
        findings=outcome.findings,
    )
