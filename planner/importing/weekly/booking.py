"""Bookings: who works on which project, and the demands that they meet or make."""

from __future__ import annotations

from data.entities import BookingKind, quantised
from data.findings import Severity
from data.portfolio import Kind
from data.workbook.columns import BOOKINGS, RESOURCES
from data.workbook.tables import nearest
from planner.importing.mapping.known import KnownResource
from planner.importing.mapping.lists import demand_name
from planner.importing.mapping.reader import Found
from planner.importing.mapping.values import BOOKING_KIND
from planner.importing.mapping.words import is_nobody
from planner.importing.weekly.asking import write_asked
from planner.importing.weekly.weeks import Covered, Entry, Hours, Line, Weekly, add, covering, rows_of


def booked(weekly: Weekly) -> list[Covered]:
    lines: dict[tuple[str, str, str], Line] = {}
    for row, entries in rows_of(weekly.entries()).items():
        names = booked_names(weekly, row, entries)
        line = _booked_line(weekly, row, names) if names is not None else None
        if names is None or line is None:
            continue
        weekly.note_priority(row, names["Project"], line.demand)
        line = lines.setdefault((line.demand, line.resource, names["Type"].text.casefold()), line)
        for entry in entries:
            for week, hours in weekly.by_week(entry, weekly.known.week_of(line.resource)):
                add(line.sums, entry, week, hours)
    owners = [(line.demand, line.resource) for line in lines.values() if line.resource]
    write_booked(weekly, list(lines.values()), covering(weekly, Kind.BOOKING, owners))
    asked = [(line.demand,) for line in lines.values() if stands_by_bookings(weekly, line)]
    return [*covering(weekly, Kind.BOOKING, owners), *covering(weekly, Kind.DEMAND_WEEK, asked)]


def write_booked(weekly: Weekly, lines: list[Line], covered: list[Covered]) -> None:
    """The bookings of these lines, which come for those `covered`, the demands that stand by them, and how firm they are."""
    _write_asked_by_bookings(weekly, lines, covered)
    for line in lines:
        if line.resource:
            _write_bookings(weekly, line)
    _say_kinds(weekly, [line for line in lines if line.resource])


def booked_names(weekly: Weekly, row: int, entries: list[Entry]) -> dict[str, Found] | None:
    """Whom a row books, on what and as what; None where it names too little, which is said."""
    names = weekly.names(row, "Demand", "Project", "Phase", "Role", "Team", "Resource")
    names["Type"] = weekly.said(row, BOOKING_KIND)
    resource, demand = names["Resource"], names["Demand"]
    if not weekly.is_named(row, resource, "resource"):
        return None
    if not demand.text and not names["Project"].text:
        if any(entry.figure for entry in entries):
            weekly.is_named(row, names["Project"], "project")
        return None
    if names["Role"].text and resource.text not in weekly.known.resources and is_nobody(resource.text):
        _say_nobody(weekly, resource.text)
        names["Resource"] = resource = Found(None, resource.at)
    else:
        note_resource(weekly, row, names)
    if resource.text and resource.text not in weekly.known.resources:
        _say_unknown(weekly, resource)
        return None
    if not names["Role"].text or names["Role"].at is None:
        names["Role"] = Found(weekly.known.role_of(resource.text) or names["Role"].cell, resource.at)
    return names


def _booked_line(weekly: Weekly, row: int, names: dict[str, Found]) -> Line | None:
    resource, demand = names["Resource"], names["Demand"]
    made = demand_name(*(names[field].text for field in ("Project", "Phase", "Role")))
    name = demand.text or _meant_by_booking(weekly, row, names)
    if name is None:
        return None
    return Line(row, names, name, name not in weekly.known.demands, resource.text, is_made=name == made)


def _say_nobody(weekly: Weekly, name: str) -> None:
    """A word in the place of a name; said once."""
    if name not in weekly.unknown:
        weekly.unknown.add(name)
        weekly.complain(None, f"“{name}” names nobody", "the hours are asked of the role, and nobody is booked for them", Severity.NOTE)


def _say_unknown(weekly: Weekly, resource: Found) -> None:
    """A name that nothing knows and of which no role is told; said once."""
    name = resource.text
    if name in weekly.unknown:
        return
    weekly.unknown.add(name)
    meant = nearest(name, weekly.known.resources)
    remedy = f"write “{meant}”, or " if meant else ""
    weekly.complain(resource.at, f"“{name}” is not among the resources", f"{remedy}add it, or say a role for every row")


def _meant_by_booking(weekly: Weekly, row: int, names: dict[str, Found]) -> str | None:
    """The demand that a resource works on: the project's only one for it, else one made for the project and role."""
    project, phase, role, resource = (names[field].text for field in ("Project", "Phase", "Role", "Resource"))
    made = demand_name(project, phase, role)
    if made in weekly.known.demands:
        return made
    alike = weekly.known.demands_like(project, phase, role=role, resource=resource)
    if len(alike) > 1 and len({each.name for each in alike}) > 1:
        named = ", ".join(each.name for each in alike[:4])
        weekly.complain(
            names["Project"].at or (row, -1),
            f"{project} has several demands for {role or resource} ({named})",
            "add a column that names the demand",
        )
        return None
    return alike[0].name if alike else made


def note_resource(weekly: Weekly, row: int, names: dict[str, Found]) -> None:
    """A resource that nothing knows, and whose role the table tells, becomes one."""
    resource, role = names["Resource"], names.get("Role", Found(None))
    if resource.text in weekly.known.resources or not role.text:
        return
    weekly.rows(RESOURCES, "Resource", "Role", "Team").add(
        row, {"Resource": resource, "Role": role, "Team": names.get("Team", Found(None))}
    )
    weekly.known.resources[resource.text] = KnownResource(role.text, frozenset({role.text.casefold()}), None)


def stands_by_bookings(weekly: Weekly, line: Line) -> bool:
    """Whether what the demand asks is what the table books: it is new, or was made so by an earlier import."""
    return line.is_new or (line.is_made and line.demand in weekly.known.by_weeks)


def _write_asked_by_bookings(weekly: Weekly, lines: list[Line], covered: list[Covered]) -> None:
    together: dict[str, Line] = {}
    for line in lines:
        if stands_by_bookings(weekly, line):
            whole = together.setdefault(line.demand, Line(line.row, line.names | {"Resource": Found(None)}, line.demand, line.is_new))
            for week, there in line.sums.items():
                sums = whole.sums.setdefault(week, Hours(there.row, there.at, there.week_at))
                sums.hours = quantised(sums.hours + there.hours)
    for whole in together.values():
        for each in covered:
            _add_others(weekly, whole, each)
        write_asked(weekly, whole)


def _add_others(weekly: Weekly, whole: Line, covered: Covered) -> None:
    """What the portfolio has booked on the demand for people whom the table does not name is asked as before."""
    for (resource, week), hours in weekly.known.booked.get(whole.demand, {}).items():
        if covered.first <= week <= covered.last and (whole.demand, resource) not in covered.owners:
            sums = whole.sums.setdefault(week, Hours(whole.row, None, None))
            sums.hours = quantised(sums.hours + hours)


def _write_bookings(weekly: Weekly, line: Line) -> None:
    names = line.names
    rows = weekly.rows(BOOKINGS, "Demand", "Resource", "Week", "Hours", "Type")
    demand = Found(line.demand, names["Demand"].at or names["Project"].at)
    for week in sorted(line.sums):
        there = line.sums[week]
        if there.hours:
            said = {
                "Demand": demand,
                "Resource": names["Resource"],
                "Week": Found(week, there.week_at),
                "Hours": Found(there.hours, there.at),
            }
            rows.add(there.row, {**said, "Type": names["Type"]})


def _say_kinds(weekly: Weekly, lines: list[Line]) -> None:
    """How firm the bookings are, and what says so: a plan may move those that are soft."""
    hours = {
        is_firm: sum(there.hours for line in lines if _is_firm(line) is is_firm for there in line.sums.values())
        for is_firm in (True, False)
    }
    if not any(hours.values()) or any(each.severity is Severity.ERROR for each in weekly.remarks):
        return
    column = weekly.reader.table.column(BOOKING_KIND.heading)
    if column is not None and BOOKING_KIND.heading in weekly.reader.columns:
        said = f"by the column “{column.heading}” {hours[True]:,.0f} h are booked hard and {hours[False]:,.0f} h soft"
        weekly.complain(None, said, "a plan keeps what is hard and may move what is soft", Severity.NOTE)
    elif hours[True]:
        weekly.complain(None, "no column says how firm the bookings are", "all are taken as hard: a plan keeps them", Severity.NOTE)
    else:
        remedy = "all are taken as soft: a plan may move them; where these people are booked, say that the bookings are hard"
        weekly.complain(None, "no column says how firm the bookings are", remedy, Severity.NOTE)


def _is_firm(line: Line) -> bool:
    return line.names["Type"].text.casefold() == BookingKind.HARD.value.casefold()
