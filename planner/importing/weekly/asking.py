"""Demand by week: a demand for each project, phase, role and resource, with its hours."""

from __future__ import annotations

import datetime as dt

from data.portfolio import Kind
from data.workbook.columns import DEMAND_WEEKS, DEMANDS, PROJECTS
from planner.importing.mapping.known import KnownDemand
from planner.importing.mapping.lists import demand_name, note_project
from planner.importing.mapping.reader import Found
from planner.importing.weekly.weeks import Covered, Entry, Hours, Line, Weekly, add, covering, rows_of


def asked(weekly: Weekly) -> list[Covered]:
    lines: dict[str, Line] = {}
    for row, entries in rows_of(weekly.entries()).items():
        names = weekly.names(row, "Demand", "Project", "Phase", "Role", "Min level", "Resource")
        line = _asked_line(weekly, row, names, entries)
        if line is None:
            continue
        weekly.note_priority(row, names["Project"], line.demand)
        line = lines.setdefault(line.demand, line)
        own = weekly.known.week_of(names["Resource"].text)
        for entry in entries:
            for week, hours in weekly.by_week(entry, own):
                add(line.sums, entry, week, hours)
    for line in lines.values():
        write_asked(weekly, line)
    return covering(weekly, Kind.DEMAND_WEEK, [(line.demand,) for line in lines.values()])


def _asked_line(weekly: Weekly, row: int, names: dict[str, Found], entries: list[Entry]) -> Line | None:
    project, demand = names["Project"], names["Demand"]
    if not demand.text and not any(entry.figure for entry in entries):
        return None
    if not demand.text and not weekly.is_named(row, project, "project"):
        return None
    if not names["Role"].text:
        names["Role"] = Found(weekly.known.role_of(names["Resource"].text) or None, names["Resource"].at)
    name = demand.text or _meant(weekly, names)
    return Line(row, names, name, is_new=name not in weekly.known.demands)


def _meant(weekly: Weekly, names: dict[str, Found]) -> str:
    """The one demand that is like what the row names, else a name made of them."""
    project, phase, role, resource = (names[field].text for field in ("Project", "Phase", "Role", "Resource"))
    made = demand_name(project, phase, role, resource)
    alike = weekly.known.demands_like(project, phase, role=role, resource=resource) if role and made not in weekly.known.demands else []
    exact = [each for each in alike if each.resource == resource]
    return exact[0].name if len(exact) == 1 else made


def write_asked(weekly: Weekly, line: Line) -> None:
    written = {week: there for week, there in line.sums.items() if there.hours}
    if line.is_new and written:
        _write_demand(weekly, line, min(written), max(written))
    _write_demand_weeks(weekly, line.demand, line.names, written)


def _write_demand(weekly: Weekly, line: Line, first: dt.date, last: dt.date) -> None:
    names = line.names
    note_project(names["Project"], line.row, weekly.known, weekly.rows(PROJECTS, "Project"))
    rows = weekly.rows(DEMANDS, "Demand", "Project", "Phase", "Role", "Min level", "Start", "Finish", "Resource")
    day = line.sums[first].week_at
    finish = weekly.days.last_before(last + dt.timedelta(days=7))
    rows.add(
        line.row,
        {
            **{field: Found(found.text or None, found.at) for field, found in names.items()},
            "Demand": Found(line.demand, names["Demand"].at or names["Project"].at),
            "Start": Found(first, day),
            "Finish": Found(finish, line.sums[last].week_at),
        },
    )
    weekly.known.note_demand(
        KnownDemand(line.demand, names["Project"].text, names["Role"].text, names["Phase"].text, names.get("Resource", Found(None)).text)
    )


def _write_demand_weeks(weekly: Weekly, demand: str, names: dict[str, Found], sums: dict[dt.date, Hours]) -> None:
    rows = weekly.rows(DEMAND_WEEKS, "Demand", "Week", "Hours")
    at = names["Demand"].at or names["Project"].at
    for week in sorted(sums):
        there = sums[week]
        rows.add(there.row, {"Demand": Found(demand, at), "Week": Found(week, there.week_at), "Hours": Found(there.hours, there.at)})
