"""The edit that gives a project more weeks or fewer: its work is spread over them, and what it asks for in all stays."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import floor

import numpy as np

from data.edits import Change, Edit
from data.entities import QUANTUM, Demand, DemandWeek, Id
from data.portfolio import Portfolio
from planner.actions import entities
from planner.actions.spreading import given_weeks, weeks_of_its_own
from planner.hours.calendars import WorkingDays, monday_of, working_days
from planner.hours.dependencies import Span, spans
from solver.problem import Floats

WEEK = dt.timedelta(weeks=1)


def weeks_of(span: Span) -> int:
    """Weeks that a span touches; 0 or less where it ends before it begins, as own dates beside those of demands may."""
    return (monday_of(span.last) - monday_of(span.first)).days // 7 + 1


def stretched(portfolio: Portfolio, project_id: Id, *, start: int = 0, finish: int = 0) -> Edit:
    """Moves the first week of the project by `start` weeks and the last by `finish`, later where above 0, and spreads its work between.

    Days keep their place in the week, demands that followed one another still do. A demand keeps its kind of amount and its hours in all:
    hours a week and FTE fall as its working days grow, weeks of its own share out their hours. Bookings stay in their weeks. Empty for a
    project without dates or with a start after its finish, and where no week would be left.
    """
    project, span = portfolio.projects[project_id], spans(portfolio).get(project_id)
    held = weeks_of(span) if span else 0
    wanted = held - start + finish
    label = f"Spread {project.name} over {wanted} week{'' if wanted == 1 else 's'}"
    if span is None or held < 1 or wanted < 1 or (start, finish) == (0, 0):
        return Edit(label, ())
    scale = _Scale(monday_of(span.first), held, wanted, start)
    mine = [demand for demand in portfolio.demands.values() if demand.project_id == project_id]
    days = _days(portfolio, mine, scale)
    there = given_weeks(portfolio)
    with_weeks = {key for key, _ in there}
    moved = [_demand(demand, scale, days, keep_amount=demand.id in with_weeks) for demand in mine]
    start_day, finish_day = _dates(project.start, project.finish, scale)
    own = replace(project, start=start_day, finish=finish_day)
    edit = entities.all_changed(portfolio, [own, *moved], label)
    return replace(edit, changes=(*edit.changes, *_weeks(mine, there, with_weeks, scale)))


@dataclass(frozen=True, slots=True)
class _Scale:
    """Weeks of the project counted from its first Monday, `held` before and `wanted` after, the first moved by `shift`."""

    first: dt.date
    held: int
    wanted: int
    shift: int

    def index(self, day: dt.date) -> int:
        return (monday_of(day) - self.first).days // 7

    def edge(self, index: int) -> int:
        """Where the start of a week comes to lie, in whole weeks from the first Monday of before."""
        return self.shift + floor(index * self.wanted / self.held + 0.5)

    def weeks(self, start: dt.date, finish: dt.date) -> tuple[int, int]:
        """First week and week after the last of a stretch of days, one week apart at least."""
        first = self.edge(self.index(start))
        return first, max(first + 1, self.edge(self.index(finish) + 1))

    def days(self, start: dt.date, finish: dt.date) -> tuple[dt.date, dt.date]:
        """Both days in the weeks they come to, on the same days of the week."""
        first, after = self.weeks(start, finish)
        begins = start + (first - self.index(start)) * WEEK
        return begins, max(begins, finish + (after - 1 - self.index(finish)) * WEEK)


def _dates(start: dt.date | None, finish: dt.date | None, scale: _Scale) -> tuple[dt.date | None, dt.date | None]:
    """A project's own dates; where it has one of the two, that one alone."""
    begins, ends = scale.days(start or finish or scale.first, finish or start or scale.first)
    return (begins if start else None), (ends if finish else None)


def _days(portfolio: Portfolio, demands: Sequence[Demand], scale: _Scale) -> WorkingDays:
    """Working days of the default calendar over the demands' days of before and after."""
    ends = [(demand.start, demand.finish) for demand in demands]
    ends += [scale.days(*pair) for pair in ends]
    days = [day.toordinal() for pair in ends for day in pair] or [scale.first.toordinal()]
    return working_days(portfolio, None, min(days), max(days))


def _demand(demand: Demand, scale: _Scale, days: WorkingDays, *, keep_amount: bool) -> Demand:
    start, finish = scale.days(demand.start, demand.finish)
    before, after = _count(days, demand.start, demand.finish), _count(days, start, finish)
    factor = before / after if after and not keep_amount else 1.0
    return replace(
        demand,
        start=start,
        finish=finish,
        hours_per_week=None if demand.hours_per_week is None else demand.hours_per_week * factor,
        fte=None if demand.fte is None else demand.fte * factor,
    )


def _count(days: WorkingDays, start: dt.date, finish: dt.date) -> int:
    first, after = days.before(np.array([start.toordinal(), finish.toordinal() + 1])).tolist()
    return int(after - first)


def _weeks(
    demands: Sequence[Demand], there: Mapping[tuple[Id, dt.date], list[DemandWeek]], with_weeks: set[Id], scale: _Scale
) -> Iterator[Change]:
    """The changes to the demands' own weeks: each week's hours go where its part of the demand comes to lie."""
    hours: dict[Id, dict[dt.date, float]] = defaultdict(dict)
    for (key, monday), entries in there.items():
        hours[key][monday] = sum(entry.hours for entry in entries)
    for demand in demands:
        if demand.id in with_weeks:
            mondays, figures = _shared_out(hours[demand.id], demand, scale)
            yield from weeks_of_its_own(demand, there, mondays, figures)


def _shared_out(hours: Mapping[dt.date, float], demand: Demand, scale: _Scale) -> tuple[list[dt.date], Floats]:
    """Hours of each week in whole quanta, the sum of before; the weeks of before stand among them, emptied where nothing comes to lie."""
    a, b = scale.index(demand.start), scale.index(demand.finish) + 1
    first, after = scale.weeks(demand.start, demand.finish)
    length = (after - first) / (b - a)
    edges = sorted({week for monday in hours for week in (scale.index(monday), scale.index(monday) + 1)})
    asked = [hours.get(scale.first + week * WEEK, 0.0) for week in edges[:-1]]
    placed = [first + (edge - a) * length for edge in edges]
    low, high = floor(min(placed)), floor(max(placed)) + 1
    running = np.interp(np.arange(low, high + 1), placed, np.concatenate([[0.0], np.cumsum(asked)]))
    figures = np.diff(np.round(running / QUANTUM)) * QUANTUM
    by_monday = {scale.first + (low + number) * WEEK: figure for number, figure in enumerate(figures.tolist())}
    mondays = sorted(by_monday.keys() | hours.keys())
    return mondays, np.array([by_monday.get(monday, 0.0) for monday in mondays])
