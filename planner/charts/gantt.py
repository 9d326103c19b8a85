"""The portfolio Gantt: when each project runs, in which phase, how well it is covered, and what waits for what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from matplotlib.figure import Figure

from data.entities import Dependency, DependencyKind, Id
from data.plan import Plan
from data.portfolio import Portfolio
from planner.charts.ranking import ranked
from planner.charts.style import THEMES, Headline, ThemeName, percent
from planner.charts.timeline import Link, Phase, Row, Timeline, draw_timeline
from planner.charts.weeks import default_today, months, position
from planner.hours.dependencies import Span, broken, spans
from planner.insight.ledger import Ledger, ledger

ROWS = 60
"""Projects on one page."""


def gantt_chart(
    portfolio: Portfolio, plan: Plan | None, *, theme: ThemeName = "light", page: int = 1, today: dt.date | None = None
) -> Figure:
    """Sixty projects by rank; the rest stand on the next of `gantt_pages` pages. The headline tells of all."""
    whole = gantt_view(portfolio, plan)
    view = whole.cut((page - 1) * ROWS, page * ROWS)
    shown = "every project" if len(view.rows) == len(whole.rows) else f"{len(view.rows)} of {len(whole.rows)} projects"
    note = f"Phases of {shown} by priority; below each the part of its hours met in each week, hatched where short"
    return draw_timeline(view, Headline(finding(whole), note), THEMES[theme], default_today(today))


def gantt_pages(portfolio: Portfolio) -> int:
    """Pages that a Gantt of this portfolio takes, one at least."""
    return max(1, -(-len(portfolio.projects) // ROWS))


def gantt_view(portfolio: Portfolio, plan: Plan | None) -> Timeline:
    """What `gantt_chart` draws; projects without dates have a row without a bar."""
    book = ledger(portfolio, plan)
    order = [*ranked(portfolio)]
    order += [key for key in portfolio.projects if key not in set(order)]
    row_of = {key: row for row, key in enumerate(portfolio.projects)}
    delays = dict(zip(portfolio.projects, book.delay.tolist(), strict=True))
    phases = _phases(portfolio, book.weeks, delays)
    dated = spans(portfolio)
    rows = [
        replace(_row(book, row_of[key]), bar=_bar(dated.get(key), book.weeks, delays[key]), phases=phases.get(key, ())) for key in order
    ]
    return Timeline(book.weeks, tuple(rows), tuple(_links(portfolio, order, delays)))


def finding(view: Timeline) -> str:
    """The headline: how many projects run, when most do, what is delayed and what the dates break."""
    asking = [row for row in view.rows if row.takes_part]
    running = [row for row in asking if row.selected]
    said = [f"{len(running)} of {len(asking)} projects take part"]
    if any(row.bar for row in running):
        name, most = _busiest_month(view.weeks, running)
        said.append(f"up to {most} at once in {name}")
    delayed = sum(row.delay > 0 for row in running)
    clashes = sum(link.broken for link in view.links)
    said += [f"{delayed} delayed"] if delayed else []
    said += [f"{clashes} {'dependency' if clashes == 1 else 'dependencies'} broken by the dates"] if clashes else []
    return "; ".join(said)


def _busiest_month(weeks: Sequence[dt.date], rows: Sequence[Row]) -> tuple[str, int]:
    counts = {
        first: sum(row.bar is not None and row.bar[0] < end and row.bar[1] > start for row in rows) for first, start, end in months(weeks)
    }
    busiest = max(counts, key=lambda first: counts[first])
    return f"{busiest:%B}" + (f" {busiest.year}" if len(weeks) > 52 else ""), counts[busiest]


def _row(book: Ledger, index: int) -> Row:
    """The row of a project without its dates."""
    project = list(book.portfolio.projects.values())[index]
    mine = book.project_of == index
    met, due = book.earning[mine].sum(axis=0), book.due[mine].sum(axis=0)
    asked = float(book.asked[mine].sum())
    return Row(
        name=project.name,
        priority=project.priority,
        status=str(project.status),
        takes_part=project.status.takes_part,
        selected=bool(book.chosen[index]),
        coverage=percent(float(met.sum()) / asked) if asked > 0 else "",
        bar=None,
        delay=int(book.delay[index]),
        phases=(),
        covered=np.divide(met, due, out=np.full(len(due), np.nan), where=due > 0),
    )


def _bar(span: Span | None, weeks: Sequence[dt.date], delay: int) -> tuple[float, float] | None:
    """From the first day's start to the last day's end, in weeks of the axis."""
    if span is None:
        return None
    return position(span.first, weeks) + delay, position(span.last + dt.timedelta(days=1), weeks) + delay


def _phases(portfolio: Portfolio, weeks: Sequence[dt.date], delays: Mapping[Id, int]) -> dict[Id, tuple[Phase, ...]]:
    """Each project's phases by start; one that overlaps the next is shown up to where the next begins."""
    found: dict[Id, dict[str, tuple[float, float]]] = {}
    for demand in portfolio.demands.values():
        delay = delays[demand.project_id]
        start, end = position(demand.start, weeks) + delay, position(demand.finish + dt.timedelta(days=1), weeks) + delay
        of_project = found.setdefault(demand.project_id, {})
        first, last = of_project.get(demand.phase, (start, end))
        of_project[demand.phase] = min(first, start), max(last, end)
    return {key: _one_after_another(phases) for key, phases in found.items()}


def _one_after_another(phases: Mapping[str, tuple[float, float]]) -> tuple[Phase, ...]:
    ordered = sorted((start, end, name) for name, (start, end) in phases.items())
    following = [start for start, _, _ in ordered[1:]] + [float("inf")]
    return tuple(
        Phase(name, start, min(end, after)) for (start, end, name), after in zip(ordered, following, strict=True) if min(end, after) > start
    )


def _links(portfolio: Portfolio, order: Sequence[Id], delays: Mapping[Id, int]) -> Iterator[Link]:
    """Dependencies between projects that have dates; broken only where both may take part."""
    place = {key: line for line, key in enumerate(order)}
    dated = spans(portfolio)
    clashes = {dependency.id for dependency, _ in broken(portfolio, delays)}
    for dependency in portfolio.dependencies.values():
        before, after = dependency.predecessor_id, dependency.successor_id
        if before in dated and after in dated:
            asking = portfolio.projects[before].status.takes_part and portfolio.projects[after].status.takes_part
            yield _link(dependency, place[before], place[after], broken=asking and dependency.id in clashes)


def _link(dependency: Dependency, before: int, after: int, *, broken: bool) -> Link:
    from_finish = dependency.kind in (DependencyKind.FS, DependencyKind.FF)
    to_finish = dependency.kind in (DependencyKind.FF, DependencyKind.SF)
    return Link(before, after, from_finish, to_finish, broken)
