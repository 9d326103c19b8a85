"""What may vary: each input turns a portfolio and a figure into an ordinary edit, so that any point can be made a scenario."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import StrEnum
from types import MappingProxyType

from data.edits import Edit
from data.entities import Id, ProjectStatus, Resource, quantised
from data.errors import PlannerError
from data.portfolio import Portfolio
from planner.actions import entities, projects, ranking
from planner.sweeping.hiring import hired

EVERYBODY = ""
"""Whose capacity varies where neither role nor team is named."""
ONE: Mapping[str, str] = MappingProxyType({"weeks": "week", "people": "person"})
"""Units of a single one."""
MOST_NAMED = 8
"""Names in one message."""


class NoInputError(PlannerError):
    """An input that the portfolio does not have; the message names those that come nearest."""


class What(StrEnum):
    """The inputs by the words that are typed for them."""

    DELAY = "delay"
    MORE = "more"
    CAPACITY = "capacity"
    EFFORT = "effort"
    COVERAGE = "coverage"
    ASSIGNMENT = "assignment"
    PRIORITY = "priority"
    RANK = "rank"
    IN = "in"


class Subject(StrEnum):
    """What an input is of."""

    PROJECT = "project"
    ROLE = "role"
    GROUP = "role or team"
    NOTHING = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """How an input is read and made.

    heading    what its figures are called, {} being the name of what it is of
    unit       what stands behind a figure
    whole      whether figures are whole numbers
    least, most  of a figure
    now        the figure that changes nothing; None where none does
    edit       makes the portfolio one of that figure
    """

    subject: Subject
    heading: str
    unit: str
    whole: bool
    least: float
    most: float
    now: Callable[[Portfolio, str], float | None]
    edit: Callable[[Portfolio, str, float], Edit]


@dataclass(frozen=True, slots=True)
class Input:
    """One thing that may vary: what, and the name of the project, role or team; empty where it is of the whole portfolio."""

    what: What
    name: str = ""

    @property
    def meaning(self) -> Meaning:
        return MEANINGS[self.what]

    @property
    def heading(self) -> str:
        """As a column or an axis is called."""
        return self.meaning.heading.format(self.name or "everybody")

    def now(self, portfolio: Portfolio) -> float | None:
        """The figure at which the portfolio is as it stands; None where there is none."""
        return self.meaning.now(portfolio, self.name)

    def edit(self, portfolio: Portfolio, figure: float) -> Edit:
        """Makes the portfolio one of that figure, empty where it is; NoInputError where it has no such input any more."""
        self.check(portfolio)
        return self.meaning.edit(portfolio, self.name, figure)

    def check(self, portfolio: Portfolio) -> None:
        """Raises NoInputError where the portfolio has nothing of the name."""
        known = names(portfolio, self.meaning.subject)
        if self.meaning.subject is not Subject.NOTHING and self.name not in known and not self._is_of_all:
            near = get_close_matches(self.name, known, 3, 0.5) or list(known)[:MOST_NAMED]
            there = f"; is one of these meant: {', '.join(f'“{name}”' for name in near)}?" if near else ""
            raise NoInputError(f"{self.what}: there is no {self.meaning.subject} “{self.name}”{there}")

    @property
    def _is_of_all(self) -> bool:
        return self.meaning.subject is Subject.GROUP and self.name == EVERYBODY

    def words(self, figure: float) -> str:
        """A figure of it with its unit: +2 weeks."""
        if self.what is What.IN:
            return "in" if figure else "out"
        relative = self.meaning.least < 0 or self.what is What.MORE
        said = f"{figure:+g}" if relative and figure else f"{figure:g}"
        unit = ONE.get(self.meaning.unit, self.meaning.unit) if abs(figure) == 1 else self.meaning.unit
        return f"{said} {unit}".rstrip().replace("-", "−")


def names(portfolio: Portfolio, subject: Subject) -> tuple[str, ...]:
    """What an input of this kind may be of, in the order of the portfolio."""
    people = portfolio.resources.values()
    match subject:
        case Subject.PROJECT:
            return tuple(project.name for project in portfolio.projects.values())
        case Subject.ROLE:
            return tuple(dict.fromkeys(each.role for each in people))
        case Subject.GROUP:
            return tuple(dict.fromkeys([*(each.role for each in people), *(each.team for each in people if each.team)]))
    return ()


def _project(portfolio: Portfolio, name: str) -> Id:
    return next(key for key, project in portfolio.projects.items() if project.name == name)


def _delayed(portfolio: Portfolio, name: str, weeks: float) -> Edit:
    return projects.shifted(portfolio, _project(portfolio, name), int(weeks))


def _capacity(portfolio: Portfolio, name: str, percent: float) -> Edit:
    """Hours a week of everybody, or of those of a role of their own or a team; overtime stays."""
    standard = portfolio.settings.standard_week
    people = [each for each in portfolio.resources.values() if name in (EVERYBODY, each.role, each.team)] if percent else []
    share = 1 + percent / 100
    return entities.all_changed(
        portfolio, [_working(each, standard, share) for each in people], f"Change the capacity of {name or 'everybody'} by {percent:+g} %"
    )


def _working(person: Resource, standard: float, share: float) -> Resource:
    own = standard if person.hours_per_week is None else person.hours_per_week
    return replace(person, hours_per_week=quantised(own * share))


def _effort(portfolio: Portfolio, name: str, percent: float) -> Edit:
    return projects.with_effort(portfolio, _project(portfolio, name), 1 + percent / 100)


def _coverage(portfolio: Portfolio, _name: str, percent: float) -> Edit:
    return entities.changed(portfolio, replace(portfolio.settings, minimum_coverage=percent), f"Set minimum coverage to {percent:g} %")


def _assignment(portfolio: Portfolio, _name: str, hours: float) -> Edit:
    return entities.changed(portfolio, replace(portfolio.settings, assignment_cost=hours), f"Set assignment cost to {hours:g} h")


def _priority(portfolio: Portfolio, name: str, priority: float) -> Edit:
    """A weight of the project's own gives way, since it would count instead."""
    project = replace(portfolio.projects[_project(portfolio, name)], priority=int(priority), weight=None)
    return entities.changed(portfolio, project, f"Set {name} to priority {priority:g}")


def _priority_now(portfolio: Portfolio, name: str) -> float | None:
    project = portfolio.projects[_project(portfolio, name)]
    return None if project.weight is not None else project.priority


def _rank(portfolio: Portfolio, name: str, place: float) -> Edit:
    """The first place is 1; places past the last are the last."""
    last = len(portfolio.projects)
    return ranking.ranked(portfolio, _project(portfolio, name), min(int(place), last) - 1)


def _rank_now(portfolio: Portfolio, name: str) -> float:
    return [project.name for project in ranking.by_rank(portfolio)].index(name) + 1


def _taking_part(portfolio: Portfolio, name: str, wanted: float) -> Edit:
    """Out is on hold. In is approved, so that no plan leaves it out, where it is not under way already."""
    key = _project(portfolio, name)
    now = portfolio.projects[key].status
    there = now in (ProjectStatus.APPROVED, ProjectStatus.ACTIVE)
    wished = (now if there else ProjectStatus.APPROVED) if wanted else (ProjectStatus.ON_HOLD if now.takes_part else now)
    return projects.with_status(portfolio, key, wished)


def _takes_part_now(portfolio: Portfolio, name: str) -> float | None:
    project = portfolio.projects[_project(portfolio, name)]
    return None if project.status is ProjectStatus.PROPOSED else float(project.status.takes_part)


def _nothing(_portfolio: Portfolio, _name: str) -> float:
    return 0.0


MEANINGS: Mapping[What, Meaning] = MappingProxyType(
    {
        What.DELAY: Meaning(Subject.PROJECT, "Delay of {}", "weeks", True, -104, 104, _nothing, _delayed),
        What.MORE: Meaning(Subject.ROLE, "More people: {}", "people", True, 0, 100, _nothing, hired),
        What.CAPACITY: Meaning(Subject.GROUP, "Capacity of {}", "%", False, -99, 200, _nothing, _capacity),
        What.EFFORT: Meaning(Subject.PROJECT, "Effort of {}", "%", False, -100, 400, _nothing, _effort),
        What.COVERAGE: Meaning(
            Subject.NOTHING, "Minimum coverage", "%", False, 0, 100, lambda p, _: p.settings.minimum_coverage, _coverage
        ),
        What.ASSIGNMENT: Meaning(
            Subject.NOTHING, "Assignment cost", "h", False, 0, 1_000, lambda p, _: p.settings.assignment_cost, _assignment
        ),
        What.PRIORITY: Meaning(Subject.PROJECT, "Priority of {}", "", True, 1, 5, _priority_now, _priority),
        What.RANK: Meaning(Subject.PROJECT, "Rank of {}", "", True, 1, 5_000, _rank_now, _rank),
        What.IN: Meaning(Subject.PROJECT, "{} in the plan", "", True, 0, 1, _takes_part_now, _taking_part),
    }
)


def wrong_figures(varied: Input, figures: tuple[float, ...]) -> Iterator[str]:
    """What of the figures the input cannot be, each in words."""
    meaning = varied.meaning
    for figure in figures:
        if meaning.whole and figure != int(figure):
            yield f"{figure:g} is no whole number"
        elif not meaning.least <= figure <= meaning.most:
            yield f"{figure:g} is not {meaning.least:g} to {meaning.most:g}"
