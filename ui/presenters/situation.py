"""A portfolio and its latest plan, worked out into the arrays, figures and shares that every page reads.

Made in a worker thread: it takes longer than a frame at a thousand people.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from data.entities import Id
from data.plan import Plan
from data.portfolio import Portfolio
from planner.facts import Facts, is_same_input
from planner.insight.by_hand import Moved, standing_hours
from planner.insight.entries import Entries, together
from planner.insight.kpis import Figures, figures_of
from planner.insight.ledger import Ledger, ledger
from planner.insight.unmet import Shortages, Unmet, shortages
from planner.plans import is_current
from ui.presenters.shares import asked_alone, standing
from ui.presenters.tables import Share, Standing
from ui.presenters.terms import said

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Measured:
    """The plan that the latest is measured against, with its figures of the same portfolio.

    `in_force` where it is the plan of record, `called` what it is called where it is a baseline.
    """

    plan: Plan
    figures: Figures
    in_force: bool
    book: Ledger
    called: str = ""


@dataclass(frozen=True, slots=True)
class Explained:
    """What was worked out of a portfolio when it was explained, for the next time: what decides a plan of it, and its shortages."""

    facts: Facts
    shortages: Shortages


@dataclass(frozen=True)
class Situation:
    """What there is to show of a portfolio. `figures` are there only with a plan, `unmet` and `measured` only once it is explained.

    Rows of arrays are in the order of `portfolio.resources`, columns are `weeks`. `current` tells whether the plan was
    made for the portfolio as it stands; `moved` are hours of the plan that were given away by hand since; `measured` is
    None where there is no other plan. `explained` is what was found out when it was explained last.
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
    explained: Explained | None = None

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
            return together(self.booked.firm, self.booked.soft)
        return standing_hours(self.booked, self.moved)

    @property
    def booked(self) -> Ledger:
        """The ledger with every project that may take part: one that the plan left out is taken in by a hard booking."""
        return self.book.with_all

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
        return Situation(portfolio, None, current=True, book=book, standing=asked_alone(book)).prepared()
    made = Situation(
        portfolio,
        plan,
        current=is_current(plan, portfolio) if before is None else _is_current_still(before, plan, portfolio),
        book=book,
        figures=figures_of(book, plan),
        standing=standing(book, before.book, before.standing) if before else standing(book),
    )
    return (_with_causes(made, before) if before else made).prepared()


def explained(of: Situation, against: Plan | None = None, called: str = "") -> Situation:
    """The same with the causes of every shortage, which take longest to find, and measured against another plan, by its name if it has one.

    Whether the plan is current is certain then.
    """
    if of.plan is None:
        return of
    known = of.explained
    short = shortages(of.portfolio, of.plan, of.book, known.shortages if known else None)
    facts = known.facts.after(of.portfolio) if known else Facts.of(of.portfolio)
    current = is_current(of.plan, of.portfolio) if of.plan.policy else of.plan.fingerprint == facts.fingerprint
    found = _explained_by(replace(of, explained=Explained(facts, short)), short.found)
    found = replace(found, current=current, measured=_measured(of, against, called))
    vars(found).update({name: value for name, value in vars(of).items() if name in _OF_HOURS})
    return found.prepared()


_OF_HOURS = ("given", "load", "hard", "soft", "row_of")
"""What is worked out once of a situation, whatever explains it."""


def _explained_by(of: Situation, short: tuple[Unmet, ...]) -> Situation:
    causes = {one.demand_id: said(one.cause) for one in short}
    reasons = {one.demand_id: one.sentence for one in short}
    return replace(of, unmet=short, standing=replace(of.standing, causes=causes, reasons=reasons))


def _with_causes(of: Situation, before: Situation) -> Situation:
    """The causes known before of demands that are as short as they were, and what the plan was measured against."""
    was, now = before.standing, of.standing
    stale = _otherwise_short(was.demands, now.demands) & was.causes.keys()
    known = replace(of, measured=before.measured, explained=before.explained)
    if not stale:
        return replace(known, unmet=before.unmet, standing=replace(now, causes=was.causes, reasons=was.reasons))
    causes, reasons = ({key: word for key, word in words.items() if key not in stale} for words in (was.causes, was.reasons))
    short = tuple(one for one in before.unmet if one.demand_id not in stale)
    return replace(known, unmet=short, standing=replace(now, causes=causes, reasons=reasons))


def _otherwise_short(was: Mapping[Id, Share], now: Mapping[Id, Share]) -> set[Id]:
    """The demands whose share is not what it was."""
    if was is now:
        return set()
    others = {key for key, share in now.items() if was.get(key) is not share}
    return {key for key in others if was.get(key) != now[key]} | (was.keys() - now.keys())


def _is_current_still(before: Situation, plan: Plan, portfolio: Portfolio) -> bool:
    if plan.policy:  # which prices what else decides a plan
        return is_current(plan, portfolio)
    return before.current and is_same_input(before.portfolio, portfolio)


def _measured(of: Situation, against: Plan | None, called: str) -> Measured | None:
    if against is None:
        return None
    portfolio, known = of.portfolio, of.measured
    book = ledger(portfolio, against, known.book if known is not None and known.plan is against else None)
    in_force = portfolio.scenario_id is not None or against.id == portfolio.settings.plan_of_record_id
    return Measured(against, figures_of(book, against), in_force, book, called)
