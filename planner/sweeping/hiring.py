"""More people of a role: each like the median person who has it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import count, islice
from statistics import median, median_low
from typing import TypeVar

from data.edits import Edit, adding
from data.entities import Resource, new_id
from data.portfolio import Portfolio
from planner.actions.entities import tidied

T = TypeVar("T")


def hired(portfolio: Portfolio, role: str, more: float) -> Edit:
    """Adds so many people whose role it is, as "New Tester 1", "New Tester 2" and so on; ValueError where nobody has the role.

    Level, hours a week, project share and overtime are the medians of those whose own role it is (the lower of two levels), and so is the
    cost an hour of those who have one. The most projects at once are too, unless most of them have no limit. Kind, team and calendar are
    the commonest. They have no other role and no absence, and are there throughout.
    """
    people = [each for each in portfolio.resources.values() if each.role == role]
    taken = {each.name for each in portfolio.resources.values()}
    free = (name for number in count(1) if (name := f"New {role} {number}") not in taken)
    said = "1 person" if more == 1 else f"{more:g} people"
    fresh = (_typical(name, people, portfolio.settings.standard_week) for name in islice(free, int(more)))
    return adding(f"Add {said} as {role}", [tidied(each) for each in fresh])


def _typical(name: str, people: Sequence[Resource], standard: float) -> Resource:
    limits = [each.max_projects for each in people if each.max_projects is not None]
    costs = [each.cost_per_hour for each in people if each.cost_per_hour is not None]
    return Resource(
        new_id(),
        name,
        people[0].role,
        median_low(each.level for each in people),
        kind=_commonest(each.kind for each in people),
        team=_commonest(each.team for each in people),
        hours_per_week=median(standard if each.hours_per_week is None else each.hours_per_week for each in people),
        calendar_id=_commonest(each.calendar_id for each in people),
        project_share=median(each.project_share for each in people),
        max_projects=median_low(limits) if 2 * len(limits) > len(people) else None,
        overtime=median(each.overtime for each in people),
        cost_per_hour=median(costs) if costs else None,
    )


def _commonest(values: Iterable[T]) -> T:
    """The first of those that are met most often."""
    return Counter(values).most_common(1)[0][0]
