"""What a plan makes of each entity: hours met of hours asked, and where projects stand; only what changed is made anew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from data.entities import Id
from data.portfolio import Portfolio
from planner.hours.dependencies import spans
from planner.hours.since import rows_changed
from planner.insight.ledger import Ledger
from ui.presenters.tables import NO_STANDING, Placing, Share, Standing


@dataclass(frozen=True, slots=True)
class _Parts:
    """Hours of each of some things, and of what whole; those that are not `there` have no share."""

    keys: Iterable[Id]
    part: NDArray[np.float64]
    whole: NDArray[np.float64]
    there: NDArray[np.bool_]


def standing(book: Ledger, before: Ledger | None = None, known: Standing = NO_STANDING) -> Standing:
    """The standing by the plan of a ledger. With the ledger of a moment `before` and what was `known` of it, what stands as it did is the very same."""
    was = _parts(before) if before is not None else (None, None, None)
    shares = (known.resources, known.projects, known.demands)
    resources, projects, demands = (_shares(*each) for each in zip(_parts(book), was, shares, strict=True))
    return Standing(resources=resources, projects=projects, demands=demands, placings=_placings(book, before, known.placings))


def asked_alone(book: Ledger) -> Standing:
    """What is asked alone: before the first plan nothing is met, nor refused."""
    found = standing(book)
    projects, demands = ({key: replace(share, part=None) for key, share in shares.items()} for shares in (found.projects, found.demands))
    return Standing(projects=projects, demands=demands)


def _parts(book: Ledger) -> tuple[_Parts, _Parts, _Parts]:
    """Of resources, projects and demands; a project that takes no part has no share, nor have its demands."""
    portfolio = book.portfolio
    asked, met = book.asked_by_demand, book.earned_by_demand
    load, room = book.load.sum(axis=1), book.capacity.sum(axis=1)
    return (
        _Parts(portfolio.resources, load, room, np.ones(len(load), bool)),
        _Parts(portfolio.projects, book.by_project(met), book.by_project(asked), book.may),
        _Parts(portfolio.demands, met, asked, book.may[book.project_of]),
    )


def _shares(now: _Parts, was: _Parts | None, known: Mapping[Id, Share]) -> Mapping[Id, Share]:
    keys = list(now.keys)
    if was is None or keys != list(was.keys) or not np.array_equal(now.there, was.there):
        told = zip(keys, now.part.tolist(), now.whole.tolist(), now.there.tolist(), strict=True)
        return {key: Share(part, whole) for key, part, whole, is_there in told if is_there}
    changed = np.flatnonzero(((now.part != was.part) | (now.whole != was.whole)) & now.there).tolist()
    fresh = {keys[row]: Share(float(now.part[row]), float(now.whole[row])) for row in changed}
    return {**known, **fresh} if fresh else known


def _placings(book: Ledger, before: Ledger | None, known: Mapping[Id, Placing]) -> Mapping[Id, Placing]:
    """Where the plan puts each project that may take part."""
    portfolio = book.portfolio
    if before is not None and book.chosen is before.chosen and book.delay is before.delay and _are_dated_alike(before.portfolio, portfolio):
        return known
    dated, found = spans(portfolio), {}
    for (key, project), chosen, delay in zip(portfolio.projects.items(), book.chosen.tolist(), book.delay.tolist(), strict=True):
        if project.status.takes_part:
            by, span = dt.timedelta(weeks=delay), dated.get(key) if chosen else None
            found[key] = Placing(chosen, delay if chosen else 0, span.first + by if span else None, span.last + by if span else None)
    return found


def _are_dated_alike(before: Portfolio, now: Portfolio) -> bool:
    """Whether nothing was touched that decides when projects stand: the projects, and the dates of demands."""
    if before.projects is not now.projects:
        return False
    changed = rows_changed(before.demands, now.demands)
    was, there = list(before.demands.values()), list(now.demands.values())
    return changed is not None and all(
        (was[row].project_id, was[row].start, was[row].finish) == (there[row].project_id, there[row].start, there[row].finish)
        for row in changed
    )
