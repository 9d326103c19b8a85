"""A portfolio and its latest plan, worked out into the arrays, figures and shares that every page reads.

Made in a worker thread: it takes longer than a frame at a thousand people.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from data.entities import BookingKind, Hours, Id
from data.plan import Plan
from data.portfolio import Portfolio
from planner.hours.dependencies import spans
from planner.insight.kpis import Figures, figures
from planner.insight.ledger import Entries, Ledger, ledger
from planner.insight.unmet import Unmet, unmet
from planner.plans import is_current
from ui.presenters.tables import Placing, Share, Standing

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Work:
    """Hours of one resource on one demand in one week; `booked` is the firmest booking behind them, if any."""

    demand_id: Id
    resource_id: Id
    hours: Hours
    booked: BookingKind | None


@dataclass(frozen=True)
class Situation:
    """What there is to show of a portfolio. `figures` are there only with a plan, `unmet` only once it is explained.

    Rows of arrays are in the order of `portfolio.resources`, columns are `weeks`. `current` tells whether the plan was
    made for the portfolio as it stands.
    """

    portfolio: Portfolio
    plan: Plan | None
    current: bool
    book: Ledger
    figures: Figures | None = None
    unmet: tuple[Unmet, ...] = ()
    standing: Standing = field(default_factory=Standing)

    @property
    def weeks(self) -> tuple[dt.date, ...]:
        return self.book.weeks

    @property
    def capacity(self) -> Floats:
        return self.book.capacity

    @cached_property
    def load(self) -> Floats:
        """(R, T) hours of the plan; without one what is booked, so that the heat map says something from the start."""
        return self.book.load if self.plan else self.hard + self.soft

    @cached_property
    def hard(self) -> Floats:
        """(R, T) hours firmly booked."""
        return self.book.by_resource(self.book.firm)

    @cached_property
    def soft(self) -> Floats:
        """(R, T) hours softly booked."""
        return self.book.by_resource(self.book.soft)

    @cached_property
    def row_of(self) -> dict[Id, int]:
        return {key: row for row, key in enumerate(self.portfolio.resources)}

    @cached_property
    def _resources(self) -> tuple[Id, ...]:
        return tuple(self.portfolio.resources)

    @cached_property
    def _demands(self) -> tuple[Id, ...]:
        return tuple(self.portfolio.demands)

    def work(self, rows: Sequence[int], week: int) -> tuple[Work, ...]:
        """What these resources do in a week, most hours first."""
        cells: dict[tuple[int, int], tuple[float, BookingKind | None]] = {}
        for entries, kind in ((self.book.soft, BookingKind.SOFT), (self.book.firm, BookingKind.HARD)):
            for demand, resource, hours in _within(entries, rows, week):
                cells[demand, resource] = (cells.get((demand, resource), (0.0, None))[0] + hours, kind)
        if self.plan:
            given = _within(self.book.given, rows, week)
            cells = {(d, r): (hours, cells.get((d, r), (0.0, None))[1]) for d, r, hours in given}
        ordered = sorted(cells.items(), key=lambda item: (-item[1][0], item[0]))
        return tuple(Work(self._demands[d], self._resources[r], hours, kind) for (d, r), (hours, kind) in ordered)

    def project_hours(self, rows: Sequence[int]) -> Floats:
        """(P, T) hours of these resources on each project, rows in the order of `portfolio.projects`."""
        table = np.zeros((len(self.portfolio.projects), len(self.weeks)))
        for entries in (self.book.given,) if self.plan else (self.book.firm, self.book.soft):
            mine = np.isin(entries.resource, rows)
            np.add.at(table, (self.book.project_of[entries.demand[mine]], entries.week[mine]), entries.hours[mine])
        return table


def situation(portfolio: Portfolio, plan: Plan | None) -> Situation:
    """Everything the pages read but for the causes of shortages, from a valid portfolio."""
    book = ledger(portfolio, plan)
    if plan is None:
        return Situation(portfolio, None, current=True, book=book, standing=_asked(_standing(book)))
    return Situation(
        portfolio,
        plan,
        current=is_current(plan, portfolio),
        book=book,
        figures=figures(portfolio, plan),
        standing=replace(_standing(book), placings=_placings(book)),
    )


def explained(of: Situation) -> Situation:
    """The same with the causes of every shortage, which take longest to find."""
    if of.plan is None:
        return of
    short = unmet(of.portfolio, of.plan)
    standing = replace(
        of.standing,
        causes={one.demand_id: one.cause.value for one in short},
        reasons={one.demand_id: one.sentence for one in short},
    )
    return replace(of, unmet=short, standing=standing)


def _standing(book: Ledger) -> Standing:
    """Shares of each entity over the whole horizon; a project that takes no part has none, nor have its demands."""
    portfolio = book.portfolio
    asked, met = book.asked_all.sum(axis=1), book.earning.sum(axis=1)
    taking_part = {key for key, project in portfolio.projects.items() if project.status.takes_part}
    projects = _shares(portfolio.projects, book.by_project(met), book.by_project(asked))
    demands = _shares(portfolio.demands, met, asked)
    return Standing(
        resources=_shares(portfolio.resources, book.load.sum(axis=1), book.capacity.sum(axis=1)),
        projects={key: share for key, share in projects.items() if key in taking_part},
        demands={key: share for key, share in demands.items() if portfolio.demands[key].project_id in taking_part},
    )


def _placings(book: Ledger) -> dict[Id, Placing]:
    """Where the plan puts each project that may take part."""
    portfolio, dated = book.portfolio, spans(book.portfolio)
    found = {}
    for (key, project), chosen, delay in zip(portfolio.projects.items(), book.chosen.tolist(), book.delay.tolist(), strict=True):
        if project.status.takes_part:
            by, span = dt.timedelta(weeks=delay), dated.get(key) if chosen else None
            found[key] = Placing(chosen, delay if chosen else 0, span.first + by if span else None, span.last + by if span else None)
    return found


def _asked(standing: Standing) -> Standing:
    """What is asked alone: before the first plan nothing is met, nor refused."""
    projects, demands = (
        {key: replace(share, part=None) for key, share in shares.items()} for shares in (standing.projects, standing.demands)
    )
    return Standing(projects=projects, demands=demands)


def _shares(keys: Iterable[Id], parts: Floats, wholes: Floats) -> dict[Id, Share]:
    return {key: Share(part, whole) for key, part, whole in zip(keys, parts.tolist(), wholes.tolist(), strict=True)}


def _within(entries: Entries, rows: Sequence[int], week: int) -> list[tuple[int, int, float]]:
    mine = (entries.week == week) & np.isin(entries.resource, rows)
    return list(zip(entries.demand[mine].tolist(), entries.resource[mine].tolist(), entries.hours[mine].tolist(), strict=True))
