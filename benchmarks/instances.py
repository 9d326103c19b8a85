"""Lifelike portfolios of any size: the same shape and seed always give the same content.

Twelve roles with levels, part-timers, leave and holidays; projects of two to four phases that ask for two to four roles
each, together somewhat more than the capacity. `mixed` adds what else a portfolio may hold: bookings (some that clash), named
demands, overtime, a second calendar, totals, FTE, profiles, hours by week, proposed and must-do projects, dependencies.
Traits make a family (benchmarks.traits): few or many skills, tight or loose teams, many bookings, delays, proposals.

    python -m benchmarks.instances OUT.xlsx --size 200x80x52 --seed 1 [--load 1.13] [--mixed] [--trait delays --trait proposals]
"""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Self

import numpy as np

from benchmarks.mixing import mixed
from benchmarks.traits import TRAITS, varied
from data.entities import Absence, Calendar, Demand, Holiday, Project, Resource, Settings, new_id
from data.portfolio import Portfolio
from planner.exporting import export_portfolio
from planner.hours.capacity import capacity
from planner.hours.demand import asked

START = dt.date(2027, 1, 4)
ROLES = {
    "Project manager": 8, "Analyst": 10, "Backend": 22, "Frontend": 14, "Mobile": 6, "Tester": 14, "DevOps": 6,
    "Data engineer": 7, "Data scientist": 4, "Designer": 5, "Architect": 3, "Security": 3,
}  # fmt: skip
"""How often each is met among a hundred people, and among demands."""
NAMES = tuple(ROLES)
COMMON = np.array(list(ROLES.values())) / sum(ROLES.values())
HOURS_ASKED = {8: 10, 16: 15, 20: 15, 24: 10, 32: 15, 40: 20, 60: 7, 80: 5, 120: 3}
"""Hours a week of a demand before all are scaled to the load, and how often each is asked."""
LOAD = 1.13
"""Hours asked over capacity: what an organisation that has more ideas than people looks like."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a portfolio is to be like; `load` is hours asked over capacity, `traits` are keys of benchmarks.traits."""

    people: int
    projects: int
    weeks: int
    seed: int = 1
    load: float = LOAD
    mixed: bool = False
    traits: tuple[str, ...] = ()

    @classmethod
    def parsed(cls, text: str) -> Self:
        """From `30x12x26`: people, projects, weeks (five at least)."""
        people, projects, weeks = (int(part) for part in text.lower().replace("×", "x").split("x"))
        return cls(people, projects, weeks)

    @property
    def size(self) -> str:
        return f"{self.people}×{self.projects}×{self.weeks}"

    def __str__(self) -> str:
        load = f", load {self.load:g}" if self.load != LOAD else ""
        return f"{self.size}{' mixed' if self.mixed else ''}{load}{''.join(f', {trait}' for trait in self.traits)}, seed {self.seed}"


def lifelike(shape: Shape) -> Portfolio:
    """The portfolio of a shape; its ids are fresh each time, its content is not."""
    chance = np.random.default_rng([shape.seed, shape.people, shape.projects, shape.weeks])
    office = Calendar(new_id(), "Office")
    settings = Settings(START, shape.weeks, name=f"Portfolio {shape}", default_calendar_id=office.id)
    portfolio = Portfolio().holding(settings, office, *_holidays(shape, chance, office))
    people = list(_people(shape, chance))
    portfolio = portfolio.holding(*people, *(away for person in people for away in _absences(shape, chance, person)))
    projects = list(_projects(shape, chance))
    portfolio = portfolio.holding(*projects, *(demand for project in projects for demand in _demands(chance, project)))
    portfolio = _loaded(_numbered(portfolio), shape.load)
    portfolio = varied(portfolio, shape.traits, shape.seed)
    return mixed(portfolio, shape.seed) if shape.mixed else portfolio


def _holidays(shape: Shape, chance: np.random.Generator, calendar: Calendar) -> Iterator[Holiday]:
    """Nine a year, each in a week of its own."""
    for week in sorted(chance.choice(shape.weeks, max(1, shape.weeks * 9 // 52), replace=False).tolist()):
        yield Holiday(new_id(), calendar.id, START + dt.timedelta(weeks=week, days=int(chance.integers(0, 5))), "Holiday")


def _people(shape: Shape, chance: np.random.Generator) -> Iterator[Resource]:
    """One in five works less than full time, one in ten joins or leaves on the way."""
    last = START + dt.timedelta(weeks=shape.weeks, days=-1)
    for number in range(1, shape.people + 1):
        role, level = int(chance.choice(12, p=COMMON)), int(chance.integers(2, 6))
        others = chance.choice(12, int(chance.integers(0, 3)), replace=False).tolist()
        within, moves = dt.timedelta(weeks=int(chance.integers(1, max(2, shape.weeks // 2)))), chance.random()
        yield Resource(
            id=new_id(),
            name=f"Person {number:04d}",
            role=NAMES[role],
            level=level,
            other_roles=tuple((NAMES[other], int(chance.integers(1, 4))) for other in others if other != role),
            team=f"Team {role + 1}",
            hours_per_week=40.0 * float(chance.choice([1, 0.8, 0.6, 0.5], p=[0.8, 0.1, 0.05, 0.05])),
            available_from=START + within if moves < 0.05 else None,
            available_to=last - within if moves > 0.95 else None,
            project_share=float(chance.choice([100, 90, 80], p=[0.6, 0.2, 0.2])),
            max_projects=int(chance.choice([2, 3, 4])),
            cost_per_hour=float(60 + 25 * level + int(chance.integers(-10, 11))),
        )


def _absences(shape: Shape, chance: np.random.Generator, person: Resource) -> Iterator[Absence]:
    """Five leaves in two years: three days, a week or a fortnight."""
    for _ in range(max(1, shape.weeks * 5 // 104)):
        first = START + dt.timedelta(weeks=int(chance.integers(0, shape.weeks)), days=int(chance.integers(0, 3)))
        last = first + dt.timedelta(days=int(chance.choice([2, 4, 11])))
        yield Absence(new_id(), person.id, first, last, float(chance.choice([100, 50], p=[0.9, 0.1])), "Leave")


def _projects(shape: Shape, chance: np.random.Generator) -> Iterator[Project]:
    """Eight to forty weeks each; some have begun before the horizon, some go on after it."""
    for number in range(1, shape.projects + 1):
        length = int(chance.integers(min(8, shape.weeks - 1), min(40, shape.weeks)))
        start = START + dt.timedelta(weeks=int(chance.integers(-(length // 3), shape.weeks - 4)))
        yield Project(
            id=new_id(),
            name=f"Project {number:03d}",
            priority=int(chance.integers(1, 6)),
            start=start,
            finish=start + dt.timedelta(weeks=length, days=-3),
            value=float(chance.integers(50, 2000)) * 1000,
        )


def _demands(chance: np.random.Generator, project: Project) -> Iterator[Demand]:
    """Two to four phases end to end, two to four roles in each; not yet numbered."""
    assert project.start is not None
    assert project.finish is not None
    length = ((project.finish - project.start).days + 3) // 7
    cuts = sorted(chance.choice(np.arange(1, length), int(chance.integers(1, 4)), replace=False).tolist())
    hours, often = np.array(list(HOURS_ASKED)), np.array(list(HOURS_ASKED.values())) / 100
    for phase, (first, after) in enumerate(pairwise([0, *cuts, length]), 1):
        for role in chance.choice(12, int(chance.integers(2, 5)), replace=False, p=COMMON).tolist():
            yield Demand(
                id=new_id(),
                name="",
                project_id=project.id,
                role=NAMES[role],
                start=project.start + dt.timedelta(weeks=first),
                finish=project.start + dt.timedelta(weeks=after, days=-3),
                phase=f"Phase {phase}",
                min_level=int(chance.integers(1, 4)),
                hours_per_week=float(chance.choice(hours, p=often)),
            )


def _numbered(portfolio: Portfolio) -> Portfolio:
    return portfolio.holding(*(replace(demand, name=f"D{n:05d}") for n, demand in enumerate(portfolio.demands.values(), 1)))


def _loaded(portfolio: Portfolio, load: float) -> Portfolio:
    """Every demand scaled alike, in steps of four hours, so that all together ask for `load` times the capacity."""
    scale = load * float(capacity(portfolio).sum()) / float(asked(portfolio).sum())
    scaled = []
    for demand in portfolio.demands.values():
        hours = max(4.0, round((demand.hours_per_week or 0.0) * scale / 4) * 4.0)
        scaled.append(replace(demand, hours_per_week=hours, max_people=int(np.ceil(hours / 40)) + 1))
    return portfolio.holding(*scaled)


def main() -> None:
    parser = argparse.ArgumentParser(description="Write a lifelike portfolio workbook.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--size", type=Shape.parsed, default=Shape.parsed("200x80x52"), help="people × projects × weeks")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--load", type=float, default=LOAD)
    parser.add_argument("--mixed", action="store_true")
    parser.add_argument("--trait", choices=TRAITS, action="append", default=[], help="may be given more than once")
    given = parser.parse_args()
    shape = replace(given.size, seed=given.seed, load=given.load, mixed=given.mixed, traits=tuple(given.trait))
    export_portfolio(lifelike(shape), given.out)


if __name__ == "__main__":
    main()
