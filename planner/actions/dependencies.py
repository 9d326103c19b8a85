"""Edits of dependencies between projects."""

from __future__ import annotations

from data.edits import Edit
from data.entities import Dependency, DependencyKind, Id, new_id
from data.portfolio import Kind, Portfolio
from planner.actions import entities


def added(portfolio: Portfolio, predecessor_id: Id, successor_id: Id, kind: DependencyKind = DependencyKind.FS, lag_weeks: int = 0) -> Edit:
    """The successor waits for the predecessor; a negative lag lets them overlap."""
    before, after = (portfolio.projects[each].name for each in (predecessor_id, successor_id))
    return entities.added(Dependency(new_id(), predecessor_id, successor_id, kind, lag_weeks), f"Let {after} wait for {before}")


def removed(portfolio: Portfolio, dependency_id: Id) -> Edit:
    dependency = portfolio.dependencies[dependency_id]
    before, after = (portfolio.projects[each].name for each in (dependency.predecessor_id, dependency.successor_id))
    return entities.removed(portfolio, Kind.DEPENDENCY, [dependency_id], f"Let {after} no longer wait for {before}")
