"""Dependencies between projects (R9): the weeks of delay that the dates ask of them, and which a plan breaks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import assert_never

from data.entities import Dependency, DependencyKind, Id
from data.portfolio import Portfolio

NO_DELAYS: Mapping[Id, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day of a project, both days of work."""

    first: dt.date
    last: dt.date


def spans(portfolio: Portfolio) -> Mapping[Id, Span]:
    """Each project's own dates, else those of its demands; a project without either is left out."""
    first: dict[Id, dt.date] = {}
    last: dict[Id, dt.date] = {}
    for demand in portfolio.demands.values():
        key, start, finish = demand.project_id, demand.start, demand.finish
        if key not in first or start < first[key]:
            first[key] = start
        if key not in last or finish > last[key]:
            last[key] = finish
    dated = {}
    for key, project in portfolio.projects.items():
        begins, ends = project.start or first.get(key), project.finish or last.get(key)
        if begins and ends:
            dated[key] = Span(begins, ends)
    return dated


def weeks_needed(dependency: Dependency, predecessor: Span, successor: Span) -> int:
    """Least whole weeks by which the successor must be delayed more than the predecessor; 0 or less where it holds."""
    early, late = _ends(dependency.kind, predecessor, successor)
    return -(-(early - late + 7 * dependency.lag_weeks) // 7)


@dataclass(frozen=True, slots=True)
class Link:
    """A dependency between two projects with dates, and the weeks by which the successor must be delayed more."""

    dependency: Dependency
    needed: int


def links(portfolio: Portfolio, project_ids: Collection[Id]) -> tuple[Link, ...]:
    """The dependencies among these projects, by their names; one without dates is bound by none."""
    dated, name = spans(portfolio), {key: project.name for key, project in portfolio.projects.items()}
    found = [
        Link(each, weeks_needed(each, dated[each.predecessor_id], dated[each.successor_id]))
        for each in portfolio.dependencies.values()
        if {each.predecessor_id, each.successor_id} <= (dated.keys() & set(project_ids))
    ]
    return tuple(sorted(found, key=lambda link: (name[link.dependency.predecessor_id], name[link.dependency.successor_id], link.needed)))


def broken(portfolio: Portfolio, delays: Mapping[Id, int] = NO_DELAYS) -> Iterator[tuple[Dependency, int]]:
    """Dependencies that the dates break after the delays (weeks by project), and by how many weeks.

    Who takes part is not asked; a project without dates is bound by none.
    """
    dated = spans(portfolio)
    for dependency in portfolio.dependencies.values():
        before, after = dependency.predecessor_id, dependency.successor_id
        if before in dated and after in dated:
            missing = weeks_needed(dependency, dated[before], dated[after]) + delays.get(before, 0) - delays.get(after, 0)
            if missing > 0:
                yield dependency, missing


def _ends(kind: DependencyKind, predecessor: Span, successor: Span) -> tuple[int, int]:
    """Ordinals of the day it counts from (a finish is a day of work) and of the day that must not lie before that."""
    match kind:
        case DependencyKind.FS:
            return predecessor.last.toordinal() + 1, successor.first.toordinal()
        case DependencyKind.SS:
            return predecessor.first.toordinal(), successor.first.toordinal()
        case DependencyKind.FF:
            return predecessor.last.toordinal(), successor.last.toordinal()
        case DependencyKind.SF:
            return predecessor.first.toordinal(), successor.last.toordinal()
        case _:
            assert_never(kind)
