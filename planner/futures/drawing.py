"""Futures drawn: the effort each project turns out to take, whether a proposal is won, and who is away when.

Every project and every resource draws from a stream of its own, named by seed and name: the same one meets the same fate in each
scenario, so that plans of different portfolios stand in the same futures.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from data.entities import Estimate, Project, ProjectStatus, Resource, ResourceKind
from data.portfolio import Portfolio
from planner.futures.question import Question
from solver.problem import Bools, Floats

Parts: TypeAlias = NDArray[np.uint8]

PERT = 4.0
"""Weight of the likeliest in a three-point estimate (Malcolm, Roseboom, Clark and Fazar, Operations Research 7(5), 1959)."""

WHOLE = 200
"""Parts into which a week's absence is counted, so that a thousand people over two years in 500 futures take 52 MB."""

MOST_OF_A_TEAM = 40
"""People of a team who fall ill one by one; more would be as one with the mean."""


@dataclass(frozen=True)
class Futures:
    """F futures of a portfolio of P projects, R resources and T weeks, in its own order.

    effort   (P, F) what the project takes, as a share of what its demands ask
    won      (P, F) whether it is there at all
    away     (R, T, F) how much of the planned capacity is away, of `WHOLE`
    """

    effort: Floats
    won: Bools
    away: Parts

    @property
    def count(self) -> int:
        return int(self.effort.shape[1])

    def present(self, week: int) -> Floats:
        """(R, F) share of the planned capacity that is there in a week."""
        there: Floats = 1.0 - self.away[:, week] / WHOLE
        return there

    def absence(self, future: int) -> Floats:
        """(R, T) share of the planned capacity that is away in a future."""
        away: Floats = self.away[:, :, future] / WHOLE
        return away


def drawn(portfolio: Portfolio, weeks: int, question: Question) -> Futures:
    """The futures of the question; projects in the order of the portfolio, as resources are."""
    of = {each.project_id: each for each in portfolio.estimates.values()}
    projects, resources = list(portfolio.projects.values()), list(portfolio.resources.values())
    effort, won = np.ones((len(projects), question.draws)), np.ones((len(projects), question.draws), bool)
    for row, project in enumerate(projects):
        effort[row] = _efforts(of.get(project.id), question, _stream(question.seed, "effort", project.name))
        won[row] = _wins(project, of.get(project.id), question, _stream(question.seed, "win", project.name))
    away = np.zeros((len(resources), weeks, question.draws), np.uint8)
    standard = portfolio.settings.standard_week
    for row, resource in enumerate(resources):
        if question.absence > 0 and resource.kind in (ResourceKind.PERSON, ResourceKind.TEAM):
            away[row] = _away(resource, standard, question, weeks)
    return Futures(effort, won, away)


def _stream(seed: int, kind: str, name: str) -> np.random.Generator:
    """A stream of its own for each name, the same on every machine."""
    mark = int.from_bytes(sha256(f"{kind}\0{name}".encode()).digest()[:8])
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, mark])))


def _efforts(estimate: Estimate | None, question: Question, stream: np.random.Generator) -> Floats:
    """(F,) draws of the PERT distribution of the estimate, a beta distribution between low and high."""
    low, likely, high = (question.low, 100.0, question.high) if estimate is None else (estimate.low, estimate.likely, estimate.high)
    if high <= low:
        return np.full(question.draws, likely / 100)
    before, after = (1 + PERT * (part / (high - low)) for part in (likely - low, high - likely))
    draws: Floats = low + (high - low) * stream.beta(before, after, question.draws)
    return draws / 100


def _wins(project: Project, estimate: Estimate | None, question: Question, stream: np.random.Generator) -> Bools:
    chance = stream.random(question.draws)
    if project.status is not ProjectStatus.PROPOSED or estimate is None:
        return np.ones(question.draws, bool)
    return chance < estimate.win / 100


def _away(resource: Resource, standard: float, question: Question, weeks: int) -> Parts:
    """(T, F) who is away: each person is well or not, and changes from one to the other by a chance of their own each week.

    Somebody away comes back with a chance of 1 ÷ spell a week, so absences last `spell` weeks on average, and in the long run they
    take the share of time that is asked for. Weeks are drawn one after the other, so that a longer horizon only adds to them.
    """
    hours = standard if resource.hours_per_week is None else resource.hours_per_week
    people = min(MOST_OF_A_TEAM, max(1, round(hours / standard))) if resource.kind is ResourceKind.TEAM else 1
    share, back = question.absence / 100, 1 / question.spell
    falls = min(1.0, back * share / (1 - share))
    stream = _stream(question.seed, "resource", resource.name)
    parts = np.empty((weeks, question.draws), np.uint8)
    is_away = stream.random((people, question.draws)) < share
    for week in range(weeks):
        if week:
            chances = stream.random((people, question.draws))
            is_away = np.where(is_away, chances >= back, chances < falls)
        parts[week] = np.round(WHOLE * is_away.mean(axis=0))
    return parts
