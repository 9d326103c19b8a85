"""Why demand stays unmet: hours short by cause, and one plain sentence for each demand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from data.entities import Demand, Hours, Id, Points
from data.plan import Plan
from data.portfolio import Portfolio
from planner.insight.absent import Lacking, lacking, weeks_said
from planner.insight.causes import (
    CENT,
    Cause,
    Scene,
    Shortfall,
    free_hours_by_bar,
    not_covered,
    scene_of,
    shortfall,
    split,
    stale,
)
from planner.insight.ledger import Ledger
from solver.problem import Bools, Floats, Ints

SHORT = 0.05
"""Hours short below which a demand counts as met: several people's hours, each rounded down to a cent."""
ROOMY = (Cause.TEAM, Cause.FOCUS, Cause.BLOCK, Cause.WORTH, Cause.ROOM)
"""Causes that speak of free hours, of which there are none in weeks that are past."""
LEAST_TOLD = 0.1
"""Share of a demand's missing hours from which absences are told beside another cause."""
NAMED = 3
"""Most things named in one sentence."""


@dataclass(frozen=True, slots=True)
class Unmet:
    """One demand that gets less than it asks.

    `hours_asked` counts the horizon at no delay, `by_cause` splits the hours short, the largest first; `sentence`
    explains the largest. `fix` and `gain` (points) stay empty unless proved by solving again.
    """

    demand_id: Id
    project_id: Id
    hours_asked: Hours
    hours_unmet: Hours
    cause: Cause
    sentence: str
    by_cause: Mapping[Cause, Hours]
    fix: str = ""
    gain: Points | None = None


@dataclass(frozen=True, slots=True)
class Shortages:
    """Every demand short of hours in the scene that explains it, those of most weighted hours short first."""

    scene: Scene
    found: tuple[Unmet, ...]


def unmet(portfolio: Portfolio, plan: Plan) -> tuple[Unmet, ...]:
    """Every demand short of hours, those of most weighted hours short first."""
    return shortages(portfolio, plan).found


def shortages(portfolio: Portfolio, plan: Plan, book: Ledger | None = None, before: Shortages | None = None) -> Shortages:
    """The same from the plan's ledger, where there is one already.

    With the shortages of a moment `before`, only those are explained anew of which something may have changed.
    """
    scene = scene_of(portfolio, plan, book, before.scene if before else None)
    book, demands = scene.book, list(portfolio.demands.values())
    known = {one.demand_id: one for one in before.found} if before else {}
    anew = stale(scene, before.scene) if before else np.ones(len(demands), bool)
    is_short = (book.asked_by_demand - book.earned_by_demand > SHORT) & book.may[book.project_of]
    found = []
    for d in np.flatnonzero(is_short).tolist():
        demand = demands[d]
        explain = _explained if book.chosen[book.project_of[d]] else _left_out
        one = explain(scene, d, demand) if anew[d] else known[demand.id]
        found.append((-one.hours_unmet * book.points[d], demand.name, one))
    return Shortages(scene, tuple(one for _, _, one in sorted(found, key=lambda entry: entry[:2])))


def _left_out(scene: Scene, d: int, demand: Demand) -> Unmet:
    portfolio = scene.book.portfolio
    name, hours = portfolio.projects[demand.project_id].name, float(scene.book.asked_all[d].sum())
    sentence = f"{name} is left out."
    if demand.project_id in scene.optional:
        least = portfolio.settings.minimum_coverage
        sentence = f"{name} is proposed and left out: it comes in only with {least:g} % of its hours met and its dependencies kept."
    by_cause = MappingProxyType({Cause.LEFT_OUT: hours})
    return Unmet(demand.id, demand.project_id, hours, hours, Cause.LEFT_OUT, sentence, by_cause)


def _explained(scene: Scene, d: int, demand: Demand) -> Unmet:
    short = shortfall(scene, d)
    barred = free_hours_by_bar(scene, short)
    missed = lacking(scene, short, not_covered(short, barred))
    by_cause = dict(sorted(split(scene, short, barred, missed.total).items(), key=lambda item: -item[1]))
    cause = next(iter(by_cause))
    asked, met = float(scene.book.asked[d].sum()), float(scene.book.earning[d].sum())
    if cause is Cause.AWAY and missed.total >= SHORT:
        sentence = f"{_absences(scene, missed)}, and {_others(demand)}."
    else:
        sentence = _sentence(scene, short.only(_spoken_of(scene, short, cause)), demand, cause, barred)
        if missed.total >= LEAST_TOLD * (asked - met):
            sentence += f" {missed.total:,.0f} h would be there if nobody were away: {_absences(scene, missed)}."
    return Unmet(demand.id, demand.project_id, asked, asked - met, cause, sentence, MappingProxyType(by_cause))


def _absences(scene: Scene, missed: Lacking) -> str:
    """Who is away, those whose hours are missed most first, and in which weeks: "Ann is away in W14–W17 of 2027"."""
    hours = missed.hours.sum(axis=1)
    rows = [row for row in np.argsort(-hours, kind="stable").tolist() if hours[row] >= SHORT]
    said = []
    for row in rows[:NAMED]:
        mondays = [scene.book.weeks[week] for week in missed.short.weeks[missed.hours[row] >= CENT].tolist()]
        said.append(f"{scene.resource_names[int(missed.short.who[row])]} is away in {weeks_said(mondays)}")
    return _listed(said, len(rows))


def _others(demand: Demand) -> str:
    if demand.resource_id is not None:
        return "nobody else may do it"
    return f"nobody else with {demand.role} at level {demand.min_level} or higher has room"


def _spoken_of(scene: Scene, short: Shortfall, cause: Cause) -> Bools:
    """(W,) the weeks that a cause speaks of: nobody has room in those that are past."""
    is_past: Bools = short.weeks < scene.open_from
    if cause is Cause.PAST:
        return is_past
    return ~is_past if cause in ROOMY else np.ones_like(is_past)


def _sentence(scene: Scene, short: Shortfall, demand: Demand, cause: Cause, barred: Mapping[Cause, Floats]) -> str:
    if cause in (Cause.AWAY, Cause.TAKEN, Cause.FIRM):
        return f"{_holders(scene, short, demand)} no room {_when(scene, short)}: {_what_holds_them(scene, short, cause)}."
    if cause in (Cause.TEAM, Cause.FOCUS, Cause.ROOM, Cause.PAST):
        return f"{_free(scene, short, barred[cause])} free hours {_when(scene, short)}, {_what_bars_them(scene, short, cause)}."
    if cause is Cause.LATE:
        return _lost(scene, short)
    settings = scene.book.portfolio.settings
    if cause is Cause.BLOCK:
        return f"What is free {_when(scene, short)} comes in pieces below the minimum block of {settings.minimum_block:g} h."
    if cause is Cause.WORTH:
        return f"What is free {_when(scene, short)} is not worth one more resource: an assignment costs {settings.assignment_cost:g} h."
    return f"Nobody holds {demand.role} at level {demand.min_level} or higher."


def _lost(scene: Scene, short: Shortfall) -> str:
    book = scene.book
    project = int(book.project_of[short.d])
    hours = float(book.asked[short.d].sum() - book.due[short.d].sum())
    delay = _count(int(book.delay[project]), "week")
    return f"{scene.project_names[project]} is delayed by {delay}, which moves {hours:,.1f} h past the last week planned."


def _what_holds_them(scene: Scene, short: Shortfall, cause: Cause) -> str:
    """The work that has the hours, that of higher weight named where it holds most of them."""
    if cause is Cause.AWAY:
        return "away, not yet there or already gone"
    book = scene.book
    hours = scene.taken_by(scene.eligible[short.d], short.weeks)
    if cause is Cause.FIRM:
        return f"most of it is firmly booked, on {_largest(scene, hours)}"
    heavier = np.where(book.weight > book.points[short.d], hours, 0.0)
    if heavier.sum() > hours.sum() / 2:
        return f"work of higher weight comes first, mostly {_largest(scene, heavier)}"
    return f"taken by {_largest(scene, hours)}"


def _what_bars_them(scene: Scene, short: Shortfall, cause: Cause) -> str:
    if cause is Cause.TEAM:
        return f"but this demand's team is full at {_count(int(scene.most_people[short.d]), 'resource')}"
    if cause is Cause.PAST:
        return "past when this was planned, so that they stay free"
    if cause is Cause.FOCUS:
        return "but as many projects as allowed"
    if scene.policy:
        return f"which the policy “{scene.policy}” may count dearer than this work is worth, or a longer search may place here"
    return "which a longer search may place here"


def _holders(scene: Scene, short: Shortfall, demand: Demand) -> str:
    """Who may do the demand, as the subject of a sentence about what they have."""
    if demand.resource_id is not None:
        return f"{scene.book.portfolio.resources[demand.resource_id].name}, the only one allowed, has"
    count = len(short.who)
    what = f"{demand.role} at level {demand.min_level} or higher"
    if count <= NAMED:
        return f"{_listed(_names(scene, short.who), count)} ({what}) {'has' if count == 1 else 'have'}"
    return f"The {count} resources with {what} have"


def _when(scene: Scene, short: Shortfall) -> str:
    asked = int((scene.book.due[short.d] > 0).sum())
    if len(short.weeks) == asked:
        return "in the week asked" if asked == 1 else f"in the {asked} weeks asked"
    return f"in {len(short.weeks)} of the {asked} weeks asked"


def _largest(scene: Scene, hours: Floats) -> str:
    order = [p for p in np.argsort(-hours, kind="stable").tolist() if hours[p] > 0]
    return _listed([scene.project_names[p] for p in order], len(order))


def _free(scene: Scene, short: Shortfall, left: Floats) -> str:
    """Who has these hours (n, W) left, as the subject of a sentence."""
    hours = left.sum(axis=1)
    count = int((hours > 0).sum())
    most = short.who[np.argsort(-hours, kind="stable")][: min(count, NAMED)]
    return f"{_listed(_names(scene, most), count)} {'has' if count == 1 else 'have'}"


def _names(scene: Scene, rows: Ints) -> list[str]:
    return [scene.resource_names[row] for row in rows.tolist()]


def _listed(names: Sequence[str], count: int) -> str:
    """The first few names and how many of the `count` are left: "Ann, Bob, Cy and 4 more"."""
    shown = [*names[:NAMED], f"{count - NAMED} more"] if count > NAMED else list(names)
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _count(n: int, thing: str) -> str:
    return f"{n} {thing}" if n == 1 else f"{n} {thing}s"
