"""A portfolio made ready to be planned again: what is past spread over the weeks left, and booked, where that is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from data.edits import Edit
from data.entities import Hours, Id
from data.errors import PlannerError
from data.findings import Finding, warning
from data.portfolio import Portfolio
from planner.actions.bookings import past_booked
from planner.actions.spreading import rest_spread
from planner.hours.calendars import weeks
from planner.importing import tallies
from planner.replanning.request import Replanning

NAMED = 5
"""Most demands that are named; the rest are counted."""


class NothingLeftError(PlannerError):
    """The status date leaves no week to plan."""

    def __init__(self, status_date: dt.date, last: dt.date) -> None:
        super().__init__(f"The last week planned begins on {last}, so with a status date of {status_date} nothing is left to plan.")


@dataclass(frozen=True, slots=True)
class Prepared:
    """The portfolio after the edits, each of which is shown before it is kept; findings of what they could not do."""

    portfolio: Portfolio
    edits: tuple[Edit, ...]
    findings: tuple[Finding, ...]


def prepared(portfolio: Portfolio, request: Replanning, *, spread: bool = False, book_past: bool = False) -> Prepared:
    """The portfolio with the rest of the past spread and the past booked, as asked; neither does anything without a status date.

    Raises NothingLeftError.
    """
    if request.status_date is None:
        return Prepared(portfolio, (), ())
    last = weeks(portfolio.settings)[-1]
    if request.opening is not None and request.opening > last:
        raise NothingLeftError(request.status_date, last)
    edits: list[Edit] = []
    lost: Mapping[Id, Hours] = {}
    if spread:
        moved = rest_spread(portfolio, request.plan, request.status_date)
        edits, lost, portfolio = [moved.edit], moved.lost, moved.edit.applied_to(portfolio)
    if book_past:
        edits.append(past_booked(portfolio, request.plan, request.status_date))
        portfolio = edits[-1].applied_to(portfolio)
    findings = (*_nothing_past(portfolio, request.status_date), *_lost(portfolio, lost))
    return Prepared(portfolio, tuple(edit for edit in edits if edit), findings)


def _nothing_past(portfolio: Portfolio, status_date: dt.date) -> Iterator[Finding]:
    """A status date before the second week freezes nothing: likely a slip of the year."""
    first, *_ = weeks(portfolio.settings)
    if status_date < first:
        yield warning("Status date", f"{status_date} is before the first week planned, {first}, so nothing is past", "look at its year")


def edit_words(edit: Edit) -> str:
    """The edit in a line: its name, and how many things of each kind it adds, changes and removes."""
    counts = [
        f"{_counted(count, tally.kind.value.replace('_', ' '))} {what}"
        for tally in tallies(edit)
        for what, count in (("added", tally.added), ("changed", tally.changed), ("removed", tally.removed))
        if count
    ]
    return f"{edit.label}: {', '.join(counts)}"


def _counted(count: int, things: str) -> str:
    return f"{count} {things.removesuffix('s') if count == 1 else things}"


def _lost(portfolio: Portfolio, lost: Mapping[Id, Hours]) -> Iterator[Finding]:
    """One warning, however many there are, with those that lost most."""
    worst = sorted(lost.items(), key=lambda each: -each[1])
    total = sum(lost.values())
    if len(worst) == 1:
        place, problem = (
            f"Demand {portfolio.demands[worst[0][0]].name}",
            f"it did not get {total:,.2f} h that it asked for in the past, and has no weeks left for them",
        )
        yield warning(place, problem, "give it a later finish, or let them go")
    elif worst:
        named = ", ".join(f"{portfolio.demands[key].name} {hours:,.2f} h" for key, hours in worst[:NAMED])
        more = f" and {len(worst) - NAMED} more" if len(worst) > NAMED else ""
        problem = f"{len(worst)} demands did not get {total:,.2f} h that they asked for in the past, and have no weeks left for them: {named}{more}"
        yield warning("Demands", problem, "give them a later finish, or let them go")
