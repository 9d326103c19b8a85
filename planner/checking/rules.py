"""Rules R1-R10 of docs/model.md, rechecked on a plan by names: an independent reading, not the solver's own.

Hours are judged as written, to two decimals: each figure may be off by half a cent, a sum by that for each figure in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from data.findings import Finding, error
from data.plan import Plan
from data.portfolio import Portfolio
from planner.hours.dependencies import broken
from planner.hours.problem import limits, optional_ids
from planner.hours.roles import eligible
from planner.insight.entries import Entries
from planner.insight.ledger import Ledger, ledger
from solver.problem import Bools, Floats

HALF_CENT = 0.0051
"""Hours by which a figure written to two decimals may be off, with room for the last bit."""

Cell = tuple[int, int, int]


@dataclass(frozen=True)
class _Checked:
    """A plan's ledger and what the rules compare it with."""

    book: Ledger
    plan: Plan

    @cached_property
    def portfolio(self) -> Portfolio:
        return self.book.portfolio

    @cached_property
    def eligible(self) -> Bools:
        return eligible(list(self.portfolio.resources.values()), list(self.portfolio.demands.values()))

    @cached_property
    def given(self) -> dict[Cell, float]:
        return _by_cell(self.book.given)

    @cached_property
    def firm(self) -> dict[Cell, float]:
        return _by_cell(self.book.firm)

    @cached_property
    def figures_by_resource(self) -> Floats:
        """(R, T) how many figures stand behind each sum."""
        counts = Entries(self.book.given.demand, self.book.given.resource, self.book.given.week, np.ones(len(self.book.given.hours)))
        return self.book.by_resource(counts)

    @cached_property
    def figures_by_demand(self) -> Floats:
        """(D, T) how many figures stand behind each sum."""
        counts = np.zeros(self.book.asked.shape)
        np.add.at(counts, (self.book.given.demand, self.book.given.week), 1.0)
        return counts

    def resource(self, r: int) -> str:
        return list(self.portfolio.resources.values())[r].name

    def demand(self, d: int) -> str:
        return list(self.portfolio.demands.values())[d].name

    def week(self, t: int) -> str:
        return self.book.weeks[t].isoformat()


def broken_rules(portfolio: Portfolio, plan: Plan) -> tuple[Finding, ...]:
    """Every rule that the plan's allocations and selection break; places name the rule, the thing and the week."""
    checked = _Checked(ledger(portfolio, plan), plan)
    parts = (
        _strange(checked),
        _doubled(checked),
        _capacity(checked),
        _no_more_than_asked(checked),
        _suitable(checked),
        _hard_bookings(checked),
        _team_size(checked),
        _focus(checked),
        _blocks(checked),
        _delay_window(checked),
        _dependencies(checked),
        _selection(checked),
    )
    return tuple(finding for part in parts for finding in part)


def _strange(checked: _Checked) -> Iterator[Finding]:
    """Allocations of what the portfolio does not have, or of no hours that can be."""
    demands, resources, weeks = checked.portfolio.demands, checked.portfolio.resources, frozenset(checked.book.weeks)
    for given in checked.plan.allocations:
        if given.demand_id not in demands or given.resource_id not in resources:
            yield error(
                "Allocations", f"a demand or resource that is no longer there has {given.hours:.2f} h in {given.week}", "solve again"
            )
            continue
        place = f"{demands[given.demand_id].name}, {resources[given.resource_id].name}, {given.week}"
        if given.week not in weeks:
            yield error(place, "is no Monday of the weeks planned", "keep to the Mondays of the horizon")
        if not given.hours >= 0:
            yield error(place, f"{given.hours:.2f} h are no hours", "give 0 or more")


def _doubled(checked: _Checked) -> Iterator[Finding]:
    cells = Counter((a.demand_id, a.resource_id, a.week) for a in checked.plan.allocations)
    for (demand, resource, week), n in cells.items():
        if n > 1 and demand in checked.portfolio.demands and resource in checked.portfolio.resources:
            names = checked.portfolio.demands[demand].name, checked.portfolio.resources[resource].name
            yield error(f"{names[0]}, {names[1]}, {week}", f"stands {n} times among the allocations", "keep one row")


def _capacity(checked: _Checked) -> Iterator[Finding]:
    """R1, with what is firmly booked (R4)."""
    book = checked.book
    limit = np.maximum(book.usable, book.by_resource(book.firm))
    for r, t in np.argwhere(book.load > limit + HALF_CENT * (1 + checked.figures_by_resource)).tolist():
        yield error(
            f"R1 {checked.resource(r)}, {checked.week(t)}",
            f"{book.load[r, t]:.2f} h given, {limit[r, t]:.2f} h there",
        )


def _no_more_than_asked(checked: _Checked) -> Iterator[Finding]:
    """R2, with what is firmly booked (R4)."""
    book = checked.book
    booked = np.zeros(book.asked.shape)
    np.add.at(booked, (book.firm.demand, book.firm.week), book.firm.hours)
    limit = np.maximum(book.due, booked)
    for d, t in np.argwhere(book.met > limit + HALF_CENT * (1 + checked.figures_by_demand)).tolist():
        yield error(f"R2 {checked.demand(d)}, {checked.week(t)}", f"{book.met[d, t]:.2f} h given, {limit[d, t]:.2f} h asked")


def _suitable(checked: _Checked) -> Iterator[Finding]:
    """R3: beyond a firm booking only who holds the role and level, or is named."""
    for (d, r, t), hours in checked.given.items():
        if not checked.eligible[d, r] and hours > checked.firm.get((d, r, t), 0.0) + HALF_CENT:
            yield error(f"R3 {checked.demand(d)}, {checked.week(t)}", f"{checked.resource(r)} may not work on it")


def _hard_bookings(checked: _Checked) -> Iterator[Finding]:
    """R4: a firm booking is never dropped."""
    for (d, r, t), hours in checked.firm.items():
        kept = checked.given.get((d, r, t), 0.0)
        if kept < hours - 2 * HALF_CENT:
            yield error(
                f"R4 {checked.demand(d)}, {checked.week(t)}",
                f"{checked.resource(r)} is firmly booked for {hours:.2f} h and given {kept:.2f} h",
            )


def _team_size(checked: _Checked) -> Iterator[Finding]:
    """R5."""
    most = limits(demand.max_people for demand in checked.portfolio.demands.values())
    people = Counter(d for d, _ in {(d, r) for d, r, _ in checked.given})
    booked = Counter(d for d, _ in {(d, r) for d, r, _ in checked.firm})
    for d, n in people.items():
        if n > max(int(most[d]), booked[d]):
            yield error(f"R5 {checked.demand(d)}", f"{n} resources work on it, at most {most[d]} may")


def _focus(checked: _Checked) -> Iterator[Finding]:
    """R6."""
    most = limits(resource.max_projects for resource in checked.portfolio.resources.values())
    project = checked.book.project_of
    busy = Counter((r, t) for r, t, _ in {(r, t, int(project[d])) for d, r, t in checked.given})
    booked = Counter((r, t) for r, t, _ in {(r, t, int(project[d])) for d, r, t in checked.firm})
    for (r, t), n in busy.items():
        if n > max(int(most[r]), booked[r, t]):
            yield error(f"R6 {checked.resource(r)}, {checked.week(t)}", f"works on {n} projects, at most {most[r]} allowed")


def _blocks(checked: _Checked) -> Iterator[Finding]:
    """R7: nothing, what is firmly booked, or at least a block."""
    book, block = checked.book, checked.portfolio.settings.minimum_block
    for (d, r, t), hours in checked.given.items():
        least = min(block, book.due[d, t], book.capacity[r, t])
        if hours < least - 2 * HALF_CENT and hours > checked.firm.get((d, r, t), 0.0) + HALF_CENT:
            yield error(
                f"R7 {checked.demand(d)}, {checked.week(t)}",
                f"{checked.resource(r)} is given {hours:.2f} h, less than a block of {least:.2f} h",
            )


def _delay_window(checked: _Checked) -> Iterator[Finding]:
    """R8, and no delay of what takes no part."""
    known = (said for said in checked.plan.projects if said.project_id in checked.portfolio.projects)
    for said in known:
        project = checked.portfolio.projects[said.project_id]
        most = project.max_delay if said.selected and project.status.takes_part else 0
        if not 0 <= said.delay_weeks <= most:
            yield error(f"R8 {project.name}", f"is delayed by {said.delay_weeks} weeks, at most {most} allowed")


def _dependencies(checked: _Checked) -> Iterator[Finding]:
    """R9 between projects that both take part."""
    book, projects = checked.book, checked.portfolio.projects
    chosen = {key for key, is_in in zip(projects, book.chosen, strict=True) if is_in}
    delays = {key: int(delay) for key, delay in zip(projects, book.delay, strict=True)}
    for dependency, missing in broken(checked.portfolio, delays):
        if {dependency.predecessor_id, dependency.successor_id} <= chosen:
            before, after = projects[dependency.predecessor_id].name, projects[dependency.successor_id].name
            yield error(
                f"R9 {before} → {after}",
                f"{dependency.kind.value} with a lag of {dependency.lag_weeks} weeks is broken by {missing} weeks",
            )


def _selection(checked: _Checked) -> Iterator[Finding]:
    """R10: only optional projects are left out, and those taken in reach the minimum coverage."""
    book, least = checked.book, checked.portfolio.settings.minimum_coverage / 100
    optional = optional_ids(checked.portfolio)
    asked, met = book.by_project(book.asked.sum(axis=1)), book.by_project(book.earning.sum(axis=1))
    room = HALF_CENT * (1 + book.by_project(checked.figures_by_demand.sum(axis=1)))
    for p, (key, project) in enumerate(checked.portfolio.projects.items()):
        if project.status.takes_part and key not in optional and not book.chosen[p]:
            yield error(f"R10 {project.name}", "is left out although it is not optional")
        if key in optional and book.chosen[p] and met[p] < least * asked[p] - room[p]:
            yield error(f"R10 {project.name}", f"is taken in with {met[p] / asked[p]:.1%} of its hours, at least {least:.0%} needed")


def _by_cell(entries: Entries) -> dict[Cell, float]:
    """Hours above 0 by demand, resource and week."""
    cells: dict[Cell, float] = {}
    columns = (entries.demand.tolist(), entries.resource.tolist(), entries.week.tolist(), entries.hours.tolist())
    for d, r, t, hours in zip(*columns, strict=True):
        if hours:
            cells[d, r, t] = cells.get((d, r, t), 0.0) + hours
    return cells
