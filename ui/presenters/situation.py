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

from data.entities import Id
from data.plan import Plan
from data.portfolio import Portfolio
from planner.hours.dependencies import spans
from planner.insight.by_hand import Moved, standing_hours
from planner.insight.entries import Entries
from planner.insight.kpis import Figures, figures, figures_of
from planner.insight.ledger import Ledger, ledger
from planner.insight.unmet import Unmet, unmet
from planner.plans import is_current, is_same_input
from ui.presenters.tables import Placing, Share, Standing
from ui.presenters.terms import said

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Measured:
    """The plan that the latest is measured against, with its figures of the same portfolio; `in_force` where it is the plan of record."""

    plan: Plan
    figures: Figures
    in_force: bool


@dataclass(frozen=True)
class Situation:
    """What there is to show of a portfolio. `figures` are there only with a plan, `unmet` and `measured` only once it is explained.

    Rows of arrays are in the order of `portfolio.resources`, columns are `weeks`. `current` tells whether the plan was
    made for the portfolio as it stands; `moved` are hours of the plan that were given away by hand since; `measured` is
    None where there is no other plan.
    """

    portfolio: Portfolio
    plan: Plan | None
    current: bool
    book: Ledger
    figures: Figures | None = None
    unmet: tuple[Unmet, ...] = ()
    standing: Standing = field(default_factory=Standing)
    moved: frozenset[Moved] = frozenset()
    measured: Measured | None = None

    @property
    def weeks(self) -> tuple[dt.date, ...]:
        return self.book.weeks

    @property
    def capacity(self) -> Floats:
        return self.book.capacity

    @cached_property
    def given(self) -> Entries:
        """Hours of the plan with the hard bookings it does not have yet; without one what is booked, so that pages say something."""
        if self.plan is None:
            return _together(self.booked.firm, self.booked.soft)
        return standing_hours(self.booked, self.moved)

    @cached_property
    def booked(self) -> Ledger:
        """The ledger with every project that may take part: one that the plan left out is taken in by a hard booking."""
        chosen = [project.status.takes_part for project in self.portfolio.projects.values()]
        return replace(self.book, chosen=np.array(chosen, bool))

    @cached_property
    def load(self) -> Floats:
        """(R, T) those hours by resource."""
        return self.book.by_resource(self.given)

    @cached_property
    def hard(self) -> Floats:
        """(R, T) hours firmly booked."""
        return self.book.by_resource(self.booked.firm)

    @cached_property
    def soft(self) -> Floats:
        """(R, T) hours softly booked."""
        return self.book.by_resource(self.booked.soft)

    @cached_property
    def row_of(self) -> dict[Id, int]:
        return {key: row for row, key in enumerate(self.portfolio.resources)}

    def prepared(self) -> Situation:
        """The same with what pages read first worked out, so that the thread that shows it does not."""
        for table in (self.load, self.hard, self.soft):
            table.setflags(write=False)
        return self

    def project_hours(self, rows: Sequence[int]) -> Floats:
        """(P, T) hours of these resources on each project, rows in the order of `portfolio.projects`."""
        table = np.zeros((len(self.portfolio.projects), len(self.weeks)))
        mine = np.isin(self.given.resource, rows)
        np.add.at(table, (self.book.project_of[self.given.demand[mine]], self.given.week[mine]), self.given.hours[mine])
        return table


def situation(portfolio: Portfolio, plan: Plan | None, before: Situation | None = None) -> Situation:
    """Everything the pages read but for what `explained` adds, from a valid portfolio.

    With the situation of a moment `before`, only what an edit touched is worked out anew; causes of shortages are taken over
    where the shortage is the same, and a plan that was out of date counts as that until it is explained.
    """
    if before is not None and before.plan is not plan:
        before = None
    book = ledger(portfolio, plan, before.book if before else None)
    if plan is None:
        return Situation(portfolio, None, current=True, book=book, standing=_asked(_standing(book))).prepared()
    made = Situation(
        portfolio,
        plan,
        current=is_current(plan, portfolio) if before is None else _is_current_still(before, plan, portfolio),
        book=book,
        figures=figures_of(book, plan),
        standing=replace(_standing(book), placings=_placings(book)),
    )
    return (_with_causes(made, before) if before else made).prepared()


def explained(of: Situation, against: Plan | None = None) -> Situation:
    """The same with the causes of every shortage, which take longest to find, and measured against another plan.

    Whether the plan is current is certain then.
    """
    if of.plan is None:
        return of
    short = unmet(of.portfolio, of.plan, of.book)
    found = _explained_by(of, short)
    return replace(found, current=is_current(of.plan, of.portfolio), measured=_measured(of.portfolio, against)).prepared()


def _explained_by(of: Situation, short: tuple[Unmet, ...]) -> Situation:
    causes = {one.demand_id: said(one.cause) for one in short}
    reasons = {one.demand_id: one.sentence for one in short}
    return replace(of, unmet=short, standing=replace(of.standing, causes=causes, reasons=reasons))


def _with_causes(of: Situation, before: Situation) -> Situation:
    """The causes known before of demands that are as short as they were, and what the plan was measured against."""
    was, now = before.standing.demands, of.standing.demands
    short = (one for one in before.unmet if one.demand_id in now and was.get(one.demand_id) == now[one.demand_id])
    return replace(_explained_by(of, tuple(short)), measured=before.measured)


def _is_current_still(before: Situation, plan: Plan, portfolio: Portfolio) -> bool:
    if plan.policy:  # which prices what else decides a plan
        return is_current(plan, portfolio)
    return before.current and is_same_input(before.portfolio, portfolio)


def _measured(portfolio: Portfolio, before: Plan | None) -> Measured | None:
    if before is None:
        return None
    in_force = portfolio.scenario_id is not None or before.id == portfolio.settings.plan_of_record_id
    return Measured(before, figures(portfolio, before), in_force)


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


def _together(one: Entries, other: Entries) -> Entries:
    both = ((one.demand, other.demand), (one.resource, other.resource), (one.week, other.week))
    demand, resource, week = (np.concatenate(pair) for pair in both)
    return Entries(demand, resource, week, np.concatenate((one.hours, other.hours)))
