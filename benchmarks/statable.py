"""Portfolios that Plimsoll and TaskJuggler can both state, made from lifelike ones by taking out what only one has words for.

TaskJuggler knows calendars, holidays, leaves, part-timers, priorities, effort, alternatives and weekly limits; it plans whole slots
of an hour. So everybody works whole hours a day, is away whole days and gives projects all of it; a demand asks for the same
whole hours in each of its weeks, whether or not a holiday falls into it. CANNOT lists what was taken out.
"""

from __future__ import annotations

from dataclasses import replace

from benchmarks.instances import Shape, lifelike
from data.entities import Calendar, Demand, Project, Resource
from data.portfolio import Portfolio

CANNOT = (
    "team size: `allocate` says how many may work at the same moment, not how many different people in all (R5)",
    "focus: no limit on the number of projects of a person in a week (R6)",
    "minimum coverage and selection: a task is scheduled or is an error; no project is left out for the others' sake (R10)",
    "weights: priorities are an order, 900 beats any number of 700s; there is no objective, no value, no bound",
    "the cost of an assignment, of overtime and of a delay",
    "blocks of several hours (R7); its slot of an hour is the only block",
    "levels of a role: whoever is good enough is named one by one",
)
LEAST_BLOCK = 1.0
"""Hours: TaskJuggler's slot."""
DAILY = {40.0: 40.0, 32.0: 30.0, 24.0: 20.0, 20.0: 20.0}
"""Hours a week of the lifelike portfolios, as hours a week of whole hours a day."""


def statable(shape: Shape, assignment_cost: float = 0.0) -> Portfolio:
    """The portfolio of a shape, in what both can state; an assignment cost is ours alone and there to be tried."""
    portfolio = lifelike(replace(shape, mixed=False, traits=()))
    office = next(iter(portfolio.calendars.values()))
    settings = replace(portfolio.settings, minimum_block=LEAST_BLOCK, assignment_cost=assignment_cost, default_calendar_id=None)
    absences = [replace(each, percent=100.0) for each in portfolio.absences.values()]
    people = [_resource(each, office) for each in portfolio.resources.values()]
    projects = [_project(each) for each in portfolio.projects.values()]
    return portfolio.holding(settings, *people, *absences, *projects, *(_demand(each) for each in portfolio.demands.values()))


def _resource(resource: Resource, office: Calendar) -> Resource:
    hours = DAILY[resource.hours_per_week or 40.0]
    return replace(resource, hours_per_week=hours, calendar_id=office.id, project_share=100.0, max_projects=None, overtime=0.0)


def _project(project: Project) -> Project:
    return replace(project, weight=None, max_delay=0)


def _demand(demand: Demand) -> Demand:
    return replace(demand, max_people=None)
