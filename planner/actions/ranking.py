"""The edit that puts a project at a place among all by rank: by its priority where that is enough, else by weights."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from data.edits import Edit
from data.entities import QUANTUM, Id, Points, Project, quantised
from data.portfolio import Portfolio
from planner.actions import entities
from planner.hours.weights import rank, weight

PRIORITIES = range(1, 6)
APART = 0.01
"""Neighbours are put apart by a hundredth of their weight where there is room: an order, hardly a difference in worth."""
LEAST_STEP = 2 * QUANTUM
"""Weights that lie closer than this leave no room for another between them."""


def by_rank(portfolio: Portfolio) -> tuple[Project, ...]:
    """Every project, whether it takes part or not, the one whose hours are worth most first."""
    return tuple(sorted(portfolio.projects.values(), key=rank))


def ranked(portfolio: Portfolio, project_id: Id, place: int) -> Edit:
    """Puts the project at a place (from 0) of the order by rank; empty where it stands there.

    Rank is weight, so the project gets a priority whose weight lies between its neighbours', or else a weight of its own just above the
    one below; where the neighbours weigh the same, as few as possible of them are put apart. Its priority stays between theirs.
    """
    order, project = by_rank(portfolio), portfolio.projects[project_id]
    others = [each for each in order if each.id != project_id]
    place = min(max(0, place), len(others))
    above, below = (others[place - 1] if place else None), (others[place] if place < len(others) else None)
    label = f"Rank {project.name} above {below.name}" if below else f"Rank {project.name} last"
    if order[place].id == project_id:
        return Edit(label, ())
    changed = _by_priority(project, above, below) or _by_weight(project, others, place)
    return entities.all_changed(portfolio, changed, label)


def _by_priority(project: Project, above: Project | None, below: Project | None) -> list[Project]:
    """The project with the nearest priority whose weight lies between the neighbours', if there is one."""
    lowest, highest = weight(below) if below else -1.0, weight(above) if above else math.inf
    candidates = (replace(project, priority=each, weight=None) for each in sorted(PRIORITIES, key=lambda p: abs(p - project.priority)))
    return next(([each] for each in candidates if lowest < weight(each) < highest), [])


def _by_weight(project: Project, others: Sequence[Project], place: int) -> list[Project]:
    """The project with a weight between its neighbours', and those that had to make room, which are as few as can be."""
    moved = replace(project, priority=_priority_between(project, others[max(0, place - 1) : place + 1]))
    for many in range(len(others) + 1):
        for tried in (_lowered, _raised) if place == len(others) else (_raised, _lowered):
            found = tried(moved, others, place, many)
            if found:
                return found
    return [replace(moved, weight=0.0)]  # nothing weighs anything, and it is to be last


def _raised(project: Project, others: Sequence[Project], place: int, many: int) -> list[Project]:
    """The project just above the one below, and so many above it pushed up; empty where they have no room."""
    if many > place:
        return []
    base = weight(others[place]) if place < len(others) else 0.0
    limit = weight(others[place - many - 1]) if many < place else math.inf
    step = min(max(base * APART, APART), (limit - base) / (many + 2))
    pushed = [project, *reversed(others[place - many : place])]
    return _stepping(pushed, base, step) if step >= LEAST_STEP else []


def _lowered(project: Project, others: Sequence[Project], place: int, many: int) -> list[Project]:
    """The project just below the one above, and so many below it pushed down; empty where they have no room."""
    if place == 0 or place + many > len(others):
        return []
    base = weight(others[place - 1])
    limit = weight(others[place + many]) if place + many < len(others) else 0.0
    step = min(max(base * APART, APART), (base - limit) / (many + 2))
    return _stepping([project, *others[place : place + many]], base, -step) if step >= LEAST_STEP else []


def _stepping(projects: Sequence[Project], base: Points, step: Points) -> list[Project]:
    return [replace(each, weight=quantised(base + number * step)) for number, each in enumerate(projects, 1)]


def _priority_between(project: Project, neighbours: Sequence[Project]) -> int:
    """The project's own priority, or the nearest that its neighbours have."""
    held = [each.priority for each in neighbours]
    return min(max(project.priority, min(held)), max(held)) if held else project.priority
