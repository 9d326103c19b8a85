"""Rules that cannot all hold, in plain words: dependencies that no delays within the windows satisfy (R8, R9)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from data.entities import Id
from data.findings import Finding, error, warning
from planner.hours.conflicts import Conflict, Window, conflicts
from planner.hours.dependencies import Link, links
from planner.hours.rows import Rows
from solver.problem import Problem


def what_cannot_hold(rows: Rows, problem: Problem) -> Iterator[Finding]:
    """An error for each smallest set of dependencies among projects that must take part; without one a plan exists.

    An optional project that the others leave no room for is a warning: it can only be left out.
    """
    windows = _windows(rows, problem)
    told, every = _Told(rows, windows), links(rows.portfolio, windows.keys())
    owed = {project.id: windows[project.id] for project, free in zip(rows.projects, problem.optional, strict=True) if not free}
    found = conflicts(every, owed)
    yield from (told.error(conflict) for conflict in found)
    left = [link for link in every if not any(link in conflict.links for conflict in found)]
    for key in windows:
        if key not in owed:
            yield from (told.warning(conflict, key) for conflict in conflicts(_touching(left, owed, key), owed | {key: windows[key]})[:1])


def _windows(rows: Rows, problem: Problem) -> Mapping[Id, Window]:
    least = [0] * len(rows.projects) if problem.least_delay is None else problem.least_delay.tolist()
    return {
        project.id: Window(soonest, max(soonest, most))
        for project, soonest, most in zip(rows.projects, least, problem.max_delay.tolist(), strict=True)
    }


def _touching(links: list[Link], owed: Mapping[Id, Window], project_id: Id) -> list[Link]:
    """The dependencies among those that must take part and this project; none where it has none."""
    among = owed.keys() | {project_id}
    mine = [link for link in links if {link.dependency.predecessor_id, link.dependency.successor_id} <= among]
    touched = any(project_id in (link.dependency.predecessor_id, link.dependency.successor_id) for link in mine)
    return mine if touched else []


@dataclass(frozen=True, slots=True)
class _Told:
    """Conflicts in words."""

    rows: Rows
    windows: Mapping[Id, Window]

    def error(self, conflict: Conflict) -> Finding:
        return error(self._place(conflict), self._problem(conflict), self._remedy(conflict))

    def warning(self, conflict: Conflict, out: Id) -> Finding:
        so = f"{self._problem(conflict)}, so {self._name(out)} (proposed) can only be left out"
        return warning(self._place(conflict), so, self._remedy(conflict))

    def _name(self, key: Id) -> str:
        return self.rows.portfolio.projects[key].name

    def _place(self, conflict: Conflict) -> str:
        what = "Dependency" if len(conflict.links) == 1 else "Dependencies"
        return f"{what} {' → '.join(map(self._name, conflict.projects))}"

    def _problem(self, conflict: Conflict) -> str:
        last = conflict.projects[-1]
        links = " and ".join(map(self._link, conflict.links))
        needs = f"{links} would need {self._name(last)} {_weeks(conflict.weeks)} later than its dates"
        return f"{needs}{self._start(conflict.projects[0])}, and it {self._limit(last)}"

    def _link(self, link: Link) -> str:
        lag = link.dependency.lag_weeks
        said = f" with {_weeks(lag)} of lag" if lag else ""
        return f"{self._name(link.dependency.successor_id)} after {self._name(link.dependency.predecessor_id)} ({link.dependency.kind.value}{said})"

    def _start(self, first: Id) -> str:
        least = self.windows[first].least
        return f" as {self._name(first)} is {_weeks(least)} late" if least else ""

    def _limit(self, last: Id) -> str:
        most, given = self.windows[last].most, self.rows.portfolio.projects[last].max_delay
        if most != given:
            return f"has begun{f' {_weeks(most)} late' if most else ' on its dates'} and stays so"
        return f"may be delayed by {_weeks(most)} at most" if most else "may not be delayed"

    def _remedy(self, conflict: Conflict) -> str:
        last = conflict.projects[-1]
        begun = self.windows[last].most != self.rows.portfolio.projects[last].max_delay
        allow = "" if begun else f"give {self._name(last)} a Max delay of {_weeks(conflict.weeks)}, "
        return f"{allow}move one of the projects, lessen a lag, or remove a dependency"


def _weeks(n: int) -> str:
    return f"{n} week" if abs(n) == 1 else f"{n} weeks"
