"""Plans in the same futures, side by side: what they are worth, how often work is met, who regrets what, which projects are always in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from data.entities import Id, Points
from planner.comparing.sides import Side
from planner.futures.drawing import Futures, drawn
from planner.futures.hindsight import Hindsight
from planner.futures.outcomes import Outcome, outcome
from planner.futures.question import Question
from planner.futures.reserve import Reserve, reserves
from solver.problem import Bools, Floats

POINT = 0.005
"""Points below this part no two plans: sums of the same hours in another order."""

Chances = tuple[float | None, ...]
"""By side; None where the side has no such thing, or leaves it out."""


@dataclass(frozen=True, slots=True)
class DemandChance:
    """How often a demand is met in the futures in which its project is there, and the share of its hours that it gets in a mean one."""

    demand_id: Id
    project_id: Id
    met: Chances
    coverage: Chances


@dataclass(frozen=True, slots=True)
class ProjectChance:
    """How often a project is covered as a whole; `best` is the share of the solved futures in which the best plan takes it in and covers it."""

    project_id: Id
    met: Chances
    coverage: Chances
    best: float | None


@dataclass(frozen=True)
class Answer:
    """S sides in F futures. `values` (S, F) points; `hindsight` the best plans of some futures, for the portfolio of the first side."""

    question: Question
    share: float
    sides: tuple[Side, ...]
    values: Floats
    demands: tuple[DemandChance, ...]
    projects: tuple[ProjectChance, ...]
    reserves: tuple[tuple[Reserve, ...], ...]
    hindsight: tuple[Hindsight, ...]

    @cached_property
    def best(self) -> Floats:
        """(F,) the best value known of each future: of the sides, and of the plan that was made knowing it."""
        best: Floats = self.values.max(axis=0)
        for each in self.hindsight:
            best[each.future] = max(best[each.future], each.value)
        return best

    @cached_property
    def regret(self) -> Floats:
        """(S, F) points that a side falls short of the best of the sides."""
        short: Floats = self.values.max(axis=0) - self.values
        return short

    @cached_property
    def hindsight_regret(self) -> Floats:
        """(S, K) points that a side falls short of the best plan known of each solved future."""
        rows = [each.future for each in self.hindsight]
        short: Floats = self.best[rows] - self.values[:, rows]
        return short

    def quantile(self, side: int, share: float) -> Points:
        """The value that a side reaches in all but that share of the futures."""
        return float(np.quantile(self.values[side], share))

    def is_best(self, side: int) -> float:
        """Share of the futures in which no other side is worth more."""
        return float((self.regret[side] < POINT).mean())


@dataclass(frozen=True)
class Drawn:
    """The sides in their futures, before the futures are solved: each side's own, in the order of its own portfolio."""

    question: Question
    sides: tuple[Side, ...]
    futures: tuple[Futures, ...]
    outcomes: tuple[Outcome, ...]

    @property
    def share(self) -> float:
        """Share of its hours from which a demand counts as met."""
        met = self.question.met
        return (self.sides[0].portfolio.settings.minimum_coverage if met is None else met) / 100


def faced(sides: Sequence[Side], question: Question) -> Drawn:
    """Each side's plan in the same futures; at least one side."""
    futures = tuple(drawn(side.portfolio, side.portfolio.settings.weeks, question) for side in sides)
    outcomes = tuple(outcome(side.book, its) for side, its in zip(sides, futures, strict=True))
    return Drawn(question, tuple(sides), futures, outcomes)


def answered(found: Drawn, hindsight: Sequence[Hindsight] = ()) -> Answer:
    """What the futures say of the sides, with the best plans of those that were solved."""
    question = found.question
    held = tuple(reserves(each, question.absence / 100, question.sure / 100) for each in found.outcomes)
    values = np.stack([each.value for each in found.outcomes])
    return Answer(question, found.share, found.sides, values, _demands(found), _projects(found, hindsight), held, tuple(hindsight))


def _demands(found: Drawn) -> tuple[DemandChance, ...]:
    """Of every demand that asks for hours in some side."""
    told: dict[Id, tuple[Id, list[tuple[float | None, float | None]]]] = {}
    for number, (side, its) in enumerate(zip(found.sides, found.outcomes, strict=True)):
        met, coverage = _chances(its.is_met(found.share), its.met, its.asked)
        for row, demand in enumerate(side.portfolio.demands.values()):
            if coverage[row] is not None:
                chances = told.setdefault(demand.id, (demand.project_id, [(None, None)] * len(found.sides)))[1]
                chances[number] = met[row], coverage[row]
    return tuple(DemandChance(key, project, *_by_side(chances)) for key, (project, chances) in told.items())


def _projects(found: Drawn, hindsight: Sequence[Hindsight]) -> tuple[ProjectChance, ...]:
    """Of every project that asks for hours in some side or is in some best plan, in the order of the first side that holds it."""
    told: dict[Id, list[tuple[float | None, float | None]]] = {}
    for number, (side, its) in enumerate(zip(found.sides, found.outcomes, strict=True)):
        met, coverage = _chances(its.covered(found.share), its.by_project(its.met), its.by_project(its.asked))
        for row, (key, project) in enumerate(side.portfolio.projects.items()):
            if coverage[row] is not None or project.status.takes_part:
                told.setdefault(key, [(None, None)] * len(found.sides))[number] = met[row], coverage[row]
    wins = [
        frozenset(key for key, won in zip(found.sides[0].portfolio.projects, row, strict=True) if won) for row in found.futures[0].won.T
    ]
    return tuple(ProjectChance(key, *_by_side(chances), _share_in(key, wins, hindsight)) for key, chances in told.items())


def _by_side(chances: Sequence[tuple[float | None, float | None]]) -> tuple[Chances, Chances]:
    """How often, and how much, each by side."""
    return tuple(often for often, _ in chances), tuple(much for _, much in chances)


def _share_in(key: Id, wins: Sequence[frozenset[Id]], hindsight: Sequence[Hindsight]) -> float | None:
    """Of the solved futures in which the project is there, the share whose best plan has it; None where it is in none of them."""
    there = [each for each in hindsight if key in wins[each.future]]
    return sum(key in each.projects for each in there) / len(there) if there else None


def _chances(is_met: Bools, met: Floats, asked: Floats) -> tuple[Chances, Chances]:
    """By row how often it is met and how much of it in a mean future, of those in which it asks for anything."""
    there = asked > 0
    count = there.sum(axis=1)
    often = (is_met & there).sum(axis=1)
    hours, wanted = met.sum(axis=1), asked.sum(axis=1)
    some = count > 0
    return (
        tuple(float(often[row] / count[row]) if some[row] else None for row in range(len(count))),
        tuple(float(hours[row] / wanted[row]) if some[row] else None for row in range(len(count))),
    )
