"""The plan of record: where it is read from, and how it meets a portfolio that has changed since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from data.entities import Id
from data.errors import PlannerError
from data.findings import Finding, Severity, note, warning
from data.plan import Plan
from data.portfolio import Kind, Portfolio
from data.workbook.addresses import known
from data.workbook.columns import ALLOCATIONS, PORTFOLIO, PROJECT_PLAN, RESULTS, SUMMARY
from data.workbook.reading import RawBook, read
from planner.hours.calendars import weeks
from planner.importing import PlanFile
from planner.importing.loading import PORTFOLIO_SUFFIX, imported
from planner.importing.plan_reading import known_names, names_told, told_plan
from planner.importing.records import Names
from planner.workspace import Workspace

READ = (ALLOCATIONS.name, PROJECT_PLAN.name)
"""Sheets that make a plan of record; its figures are not looked at."""
RECORD, START = "Plan of record", "Plan to start from"
"""What findings call a plan, by what it is read for."""
MAY_GO_TO_OTHERS, SEARCHED_WITHOUT = "they are left out, so what they gave may go to others", "the search starts without them"
SHOWN = 5
"""Most rows of a plan that are named when they mean nothing here."""


class NoPlanError(PlannerError):
    """There is no plan to start from where one was looked for."""

    def __init__(self, place: object) -> None:
        super().__init__(f"{place} holds no plan; solve it first, or name a plan workbook or portfolio file with --plan.")


@dataclass(frozen=True, slots=True)
class Recorded:
    """A plan by the ids of the portfolio that is planned again, and what was found while it was read.

    What is no longer there keeps an id that means nothing in the portfolio; `names` has what it was called, where that is known.
    """

    plan: Plan
    findings: tuple[Finding, ...] = ()
    names: Mapping[Id, str] = field(default_factory=lambda: MappingProxyType({}))


def plan_of_record(path: Path, portfolio: Portfolio) -> Recorded:
    """The plan in a plan workbook, a folder of .csv or a portfolio file, matched with the portfolio by names.

    Raises NoPlanError where it holds none, and PlannerError where it cannot be read.
    """
    if path.suffix.casefold() == PORTFOLIO_SUFFIX:
        with Workspace.read(path) as file:
            own, plan = file.portfolio, file.plan_of_record
        if plan is None:
            raise NoPlanError(path)
        return Recorded(matched(plan, own, portfolio), names=_names(own))
    found = _of_book(read(path, (*RESULTS, *(sheet.name for sheet in PORTFOLIO))), portfolio)
    if found is None:
        raise NoPlanError(path)
    return found


def plan_within(path: Path, portfolio: Portfolio) -> Recorded | None:
    """The plan that a workbook or folder of .csv carries beside its portfolio, which was read already; None where it carries none."""
    book = read(path, [sheet.name for sheet in (SUMMARY, ALLOCATIONS, PROJECT_PLAN)])
    if not has_plan(book):
        return None
    told = told_plan(book, portfolio)
    return Recorded(told.plan, _unread(told, START, SEARCHED_WITHOUT))


def plan_kept(plan: Plan, portfolio: Portfolio) -> Recorded:
    """A plan kept beside the portfolio, as one to start from: what it names may have been deleted since."""
    mondays = frozenset(weeks(portfolio.settings))
    gone = [
        given
        for given in plan.allocations
        if given.demand_id not in portfolio.demands or given.resource_id not in portfolio.resources or given.week not in mondays
    ]
    if not gone:
        return Recorded(plan)
    rows, hours = f"{len(gone)} row{'s name' if len(gone) > 1 else ' names'}", sum(given.hours for given in gone)
    problem = f"{rows} a resource, a demand or a week that is no longer there, with {hours:,.0f} h"
    return Recorded(plan, (note(START, problem, SEARCHED_WITHOUT),))


def matched(plan: Plan, own: Portfolio, portfolio: Portfolio) -> Plan:
    """The plan of one portfolio as one of another: what has the same id is the same, else what has the same name."""
    resources, demands, projects = (_meant(own, portfolio, kind) for kind in (Kind.RESOURCE, Kind.DEMAND, Kind.PROJECT))
    return replace(
        plan,
        allocations=tuple(
            replace(a, demand_id=demands.get(a.demand_id, a.demand_id), resource_id=resources.get(a.resource_id, a.resource_id))
            for a in plan.allocations
        ),
        projects=tuple(replace(p, project_id=projects.get(p.project_id, p.project_id)) for p in plan.projects),
    )


def _meant(own: Portfolio, portfolio: Portfolio, kind: Kind) -> Mapping[Id, Id]:
    """Ids of `portfolio` by the ids of `own`; one that is taken by its own likeness stands for no other thing."""
    there = portfolio.of(kind)
    by_name = {_name(each): key for key, each in there.items()}
    names = {key: by_name.get(_name(each)) for key, each in own.of(kind).items() if key not in there}
    return {key: meant for key, meant in names.items() if meant is not None and meant not in own.of(kind)}


def _name(thing: object) -> str:
    return str(getattr(thing, "name", ""))


def has_plan(book: RawBook) -> bool:
    """Whether a book carries a plan beside its portfolio."""
    return any(known(sheet.name) == known(ALLOCATIONS.name) for sheet in book.sheets)


def _of_book(book: RawBook, portfolio: Portfolio) -> Recorded | None:
    if not has_plan(book):
        return None
    own = imported(book).portfolio
    missing = _missing(book, own or portfolio, portfolio)
    told = told_plan(book, own or portfolio, missing)
    plan = told.plan if own is None else matched(told.plan, own, portfolio)
    gone = {key: name for names in missing.values() for name, key in names.items()}
    return Recorded(
        plan,
        (*_unread(told, RECORD, MAY_GO_TO_OTHERS), *_no_longer_there(plan, portfolio, missing)),
        gone if own is None else gone | _names(own),
    )


def _names(own: Portfolio) -> dict[Id, str]:
    return {key: _name(each) for kind in (Kind.RESOURCE, Kind.DEMAND) for key, each in own.of(kind).items()}


def _missing(book: RawBook, own: Portfolio, portfolio: Portfolio) -> Names:
    """Ids for names in the plan that its own book no longer has: those of the portfolio where it has them, else ids of nothing."""
    missing: dict[Kind, dict[str, Id]] = {}
    for sheet in (ALLOCATIONS, PROJECT_PLAN):
        for kind, names in names_told(book, sheet).items():
            here, there = known_names(own, kind), known_names(portfolio, kind)
            ids = {name: there.get(name, Id(f"no longer there: {name}")) for name in names if name not in here}
            missing[kind] = missing.get(kind, {}) | ids
    return missing


def _no_longer_there(plan: Plan, portfolio: Portfolio, missing: Names) -> Iterator[Finding]:
    """A warning for each kind of thing that the plan names and nothing is called any more, with the hours that go with it."""
    for kind, named_by in ((Kind.RESOURCE, "resource_id"), (Kind.DEMAND, "demand_id")):
        gone = {key: name for name, key in missing.get(kind, {}).items() if key not in portfolio.of(kind)}
        hours = sum(given.hours for given in plan.allocations if getattr(given, named_by) in gone)
        if gone:
            more = f" and {len(gone) - SHOWN} more" if len(gone) > SHOWN else ""
            names = ", ".join(f"“{name}”" for name in list(gone.values())[:SHOWN])
            yield warning(
                RECORD,
                f"it names {kind.value} that are no longer there: {names}{more}; {hours:,.0f} h",
                "these hours count as gone; if something was only renamed, give it the old name or name the old plan with --plan",
            )


def _unread(told: PlanFile, place: str, outcome: str) -> tuple[Finding, ...]:
    """Rows of the plan that mean nothing: they are left out, and say so."""
    wrong = [found for found in told.findings if found.severity is Severity.ERROR and found.place.partition("!")[0] in READ]
    if not wrong:
        return ()
    more = f" (and {len(wrong) - SHOWN} more)" if len(wrong) > SHOWN else ""
    problem = f"{len(wrong)} row{'s' if len(wrong) > 1 else ''} cannot be read: {'; '.join(map(str, wrong[:SHOWN]))}{more}"
    return (warning(place, problem, outcome),)
