"""What an hour of a project is worth."""

from __future__ import annotations

from data.entities import Points, Project


def weight(project: Project) -> Points:
    """Points an hour: the project's own weight, else 16 for priority 1 down to 1 for priority 5."""
    return 2.0 ** (5 - project.priority) if project.weight is None else project.weight


def rank(project: Project) -> tuple[Points, bool, str]:
    """What projects are ordered by: most points an hour first; of equal ones, the must-do, then the name."""
    return -weight(project), not project.must_do, project.name.casefold()
