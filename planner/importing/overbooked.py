"""People of whom a list books more than they can give, told at the cells that do."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

from data.entities import Id
from data.findings import Severity
from data.portfolio import Portfolio
from planner.hours.calendars import weeks
from planner.hours.capacity import capacity
from planner.importing.drafts import Draft, Remark

CENT = 0.01
"""Hours above capacity that are rounding."""
MOST_TOLD = 200
"""People of whom it is said."""


def overbooked(portfolio: Portfolio, drafts: Sequence[Draft]) -> list[Remark]:
    """For each person whom these bookings take beyond capacity and overtime the worst week and how many there are.

    Everything that the portfolio has booked on projects that take part counts; it is told, not refused.
    """
    if not drafts:
        return []
    over = _over(portfolio)
    by_person: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        key = str(draft.values.get("resource_id")), draft.values.get("week")
        if key in over:
            by_person[key[0]].append(draft)
    remarks = (_told(name, mine, over) for name, mine in by_person.items())
    return [remark for _, remark in zip(range(MOST_TOLD), remarks, strict=False)]


def _over(portfolio: Portfolio) -> dict[tuple[str, object], tuple[float, float]]:
    """The weeks of people, by name and Monday, with hours booked beyond what they can give: both figures."""
    hours: dict[tuple[Id, dt.date], float] = defaultdict(float)
    for booking in portfolio.bookings.values():
        demand = portfolio.demands[booking.demand_id]
        if portfolio.projects[demand.project_id].status.takes_part:
            hours[booking.resource_id, booking.week] += booking.hours
    return dict(_beyond(portfolio, hours))


def _beyond(portfolio: Portfolio, hours: dict[tuple[Id, dt.date], float]) -> Iterator[tuple[tuple[str, object], tuple[float, float]]]:
    column = {week: number for number, week in enumerate(weeks(portfolio.settings))}
    row = {key: number for number, key in enumerate(portfolio.resources)}
    can = capacity(portfolio)
    for (key, week), booked in hours.items():
        if week not in column:
            continue
        resource = portfolio.resources[key]
        own = float(can[row[key], column[week]])
        if booked > own + (resource.overtime if own else 0.0) + CENT:
            yield (resource.name, week), (booked, own)


def _told(name: str, drafts: Sequence[Draft], over: dict[tuple[str, object], tuple[float, float]]) -> Remark:
    def beyond(draft: Draft) -> float:
        booked, own = over[name, draft.values["week"]]
        return booked - own

    worst = max(reversed(drafts), key=beyond)
    booked, own = over[name, worst.values["week"]]
    count = len({draft.values["week"] for draft in drafts})
    rows = sorted({draft.row + 1 for draft in drafts})
    named = f"rows {', '.join(map(str, rows[:8]))}{' …' if len(rows) > 8 else ''}, worst" if len(rows) > 1 else "worst"
    weeks_over = f"{count} {'week' if count == 1 else 'weeks'}"
    said = f"{name} is booked for more than there is in {weeks_over}, {booked:,.1f} h of {own:,.1f} h"
    remedy = f"{named} in the week of {worst.values['week']}; taken as it stands: correct a row or the capacity"
    return Remark(Severity.WARNING, worst.place("hours"), said, remedy)
