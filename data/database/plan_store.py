"""Plans in their tables, each with the digest of everything it says, so that a flipped bit is found when it is read."""

from __future__ import annotations

import datetime as dt
import json
import math
from collections.abc import Callable, Sequence
from functools import partial
from hashlib import sha256
from itertools import accumulate
from typing import Any

from sqlalchemy import Connection, Row, Table, func, insert, select

from data.database.tables import ALLOCATIONS, PLAN_PROJECTS, PLANS
from data.entities import Id, made_at
from data.plan import Allocation, KeptPlan, Plan, PlanStatus, ProjectPlan
from data.records import compact_json, figure, quanta

Rows = list[tuple[Any, ...]]  # values of a table's columns, whose types differ

NO_PLANS = ""
"""The hash of all plans where none is kept."""

_HEAD = tuple(column.name for column in PLANS.columns if column.name not in ("number", "digest"))
_WITHOUT_POLICY = ("", "[]")
"""Policy and terms of every plan that no policy was part of."""
_REALS = ("value", "bound", "objective", "objective_bound", "seconds")
_PROJECT_COLUMNS = ("project_id", "selected", "delay_weeks")
_ALLOCATION_COLUMNS = ("demand_id", "resource_id", "week", "hours")


class BrokenPlanError(Exception):
    """A plan's rows are not what was written."""


def keep(connection: Connection, plan: Plan) -> str:
    """Writes a plan with all its rows, and answers its digest."""
    head, projects, allocations = _head(plan), _project_rows(plan), _allocation_rows(plan)
    digest = _digest(head, projects, allocations)
    row = dict(zip(_HEAD, head, strict=True)) | {"digest": digest}
    number = connection.execute(select(func.coalesce(func.max(PLANS.c.number), 0) + 1)).scalar_one()
    connection.execute(insert(PLANS), {"number": number, **row})
    for table, columns, rows in ((PLAN_PROJECTS, _PROJECT_COLUMNS, projects), (ALLOCATIONS, _ALLOCATION_COLUMNS, allocations)):
        _insert(connection, table, ("plan", "position", *columns), [(number, at, *values) for at, values in enumerate(rows)])
    return digest


def chained(plans_hash: str, digest: str) -> str:
    """The hash of all plans kept, once a plan of this digest is kept after them."""
    return sha256(f"{plans_hash}{digest}".encode()).hexdigest()


def chain(connection: Connection) -> tuple[str, ...]:
    """The hash of all plans after each plan, first that of none."""
    return tuple(accumulate(connection.execute(select(PLANS.c.digest).order_by(PLANS.c.number)).scalars(), chained, initial=NO_PLANS))


def check(connection: Connection) -> None:
    """Reads every plan; BrokenPlanError where one is not what was kept."""
    for plan_id in connection.execute(select(PLANS.c.id).order_by(PLANS.c.number)).scalars().all():
        _rows_of(connection, plan_id)


def load(connection: Connection, plan_id: Id) -> Plan:
    """A plan; KeyError where there is none of this id, BrokenPlanError where it is not what was kept."""
    head, projects, allocations = _rows_of(connection, plan_id)
    try:
        return _plan(dict(zip(_HEAD, head, strict=True)), projects, allocations)
    except (TypeError, ValueError, OverflowError, RecursionError) as problem:
        raise BrokenPlanError(f"plan {plan_id} holds what no plan holds ({problem})") from problem


def latest(connection: Connection, scenario: str) -> Id | None:
    """The id of the plan of a scenario, "" being the plan of record, that was kept last."""
    return connection.execute(select(PLANS.c.id).where(PLANS.c.scenario == scenario).order_by(PLANS.c.number.desc()).limit(1)).scalar()


def before(connection: Connection, plan_id: Id) -> Id | None:
    """The id of the plan of the same scenario kept before another."""
    number, scenario = (select(column).where(PLANS.c.id == plan_id).scalar_subquery() for column in (PLANS.c.number, PLANS.c.scenario))
    earlier = select(PLANS.c.id).where(PLANS.c.number < number, PLANS.c.scenario == scenario)
    return connection.execute(earlier.order_by(PLANS.c.number.desc()).limit(1)).scalar()


def stored(connection: Connection) -> Callable[[], tuple[KeptPlan, ...]]:
    """What makes what the heads of all plans say, in the order in which they were kept, in any thread.

    It raises BrokenPlanError where a head says what no plan says.
    """
    columns = (PLANS.c[name] for name in ("id", "solved_at", "status", "value", "bound", "policy", "engine", "scenario"))
    return partial(_kept, connection.execute(select(*columns).order_by(PLANS.c.number)).all())


def _kept(heads: Sequence[Row[Any]]) -> tuple[KeptPlan, ...]:  # Any: values of a head, whose types differ
    try:
        return tuple(_kept_plan(head) for head in heads)
    except (TypeError, ValueError) as problem:
        raise BrokenPlanError(f"a plan holds what no plan holds ({problem})") from problem


def _kept_plan(head: Row[Any]) -> KeptPlan:  # Any: as above
    solved = dt.datetime.fromisoformat(head.solved_at)
    status = PlanStatus(head.status)
    return KeptPlan(head.id, made_at(head.id) or solved, solved, status, head.value, head.bound, head.policy, head.engine, head.scenario)


def _rows_of(connection: Connection, plan_id: Id) -> tuple[tuple[Any, ...], Rows, Rows]:
    """Head, projects and allocations as they stand, once their digest says that they are what was kept."""
    found = connection.execute(select(PLANS).where(PLANS.c.id == plan_id)).mappings().first()
    if found is None:
        raise KeyError(plan_id)
    head = tuple(found[name] for name in _HEAD)
    projects = _rows(connection, PLAN_PROJECTS, _PROJECT_COLUMNS, found["number"])
    allocations = _rows(connection, ALLOCATIONS, _ALLOCATION_COLUMNS, found["number"])
    if _digest(head, projects, allocations) != found["digest"]:
        raise BrokenPlanError(f"plan {plan_id} is not what was kept")
    return head, projects, allocations


def _head(plan: Plan) -> tuple[Any, ...]:
    """Its figures as the file gives them back: a whole number in a column of reals is a real."""
    values = {name: getattr(plan, name) for name in _HEAD} | {name: float(getattr(plan, name)) for name in _REALS}
    written = {
        "solved_at": plan.solved_at.isoformat(),
        "status": plan.status.value,
        "terms": compact_json([(name, float(points)) for name, points in plan.terms]),
        "status_date": None if plan.status_date is None else plan.status_date.isoformat(),
    }
    return tuple((values | written).values())


def _project_rows(plan: Plan) -> Rows:
    return [(each.project_id, int(each.selected), each.delay_weeks) for each in plan.projects]


def _allocation_rows(plan: Plan) -> Rows:
    weeks = {week: week.isoformat() for week in {each.week for each in plan.allocations}}
    return [(each.demand_id, each.resource_id, weeks[each.week], quanta(each.hours)) for each in plan.allocations]


def _insert(connection: Connection, table: Table, columns: tuple[str, ...], rows: Rows) -> None:
    """Writes rows of a whole plan: where the driver takes them as they are, a tenth of the time is spent on each."""
    if not rows:
        return
    statement = insert(table).compile(dialect=connection.dialect, column_keys=columns)
    if statement.positional:
        connection.exec_driver_sql(str(statement), rows)
    else:
        connection.execute(insert(table), [dict(zip(columns, values, strict=True)) for values in rows])


def _rows(connection: Connection, table: Any, columns: tuple[str, ...], number: int) -> Rows:
    wanted = select(*(table.c[name] for name in columns)).where(table.c.plan == number).order_by(table.c.position)
    return [tuple(row) for row in connection.execute(wanted)]


def _digest(head: tuple[Any, ...], projects: Rows, allocations: Rows) -> str:
    """A plan without a policy or a past keeps the digest it had before there were any."""
    return sha256(compact_json([_signed(head), projects, allocations]).encode()).hexdigest()


def _signed(head: tuple[Any, ...]) -> tuple[Any, ...]:
    """What of a head is part of the digest: the past where there is one, and policy and terms where there are any."""
    *known, policy, terms, status_date = head
    if status_date is not None:
        return head
    return tuple(known) if (policy, terms) == _WITHOUT_POLICY else (*known, policy, terms)


def _plan(head: dict[str, Any], projects: Rows, allocations: Rows) -> Plan:
    head["solved_at"] = dt.datetime.fromisoformat(head["solved_at"])
    head["status"] = PlanStatus(head["status"])
    days = {week: dt.date.fromisoformat(week) for week in {week for _, _, week, _ in allocations}}
    if any(hours < 1 for _, _, _, hours in allocations) or not all(map(math.isfinite, (head[name] for name in _REALS))):
        raise ValueError("hours below 0, or a figure without an end")
    head["status_date"] = None if head["status_date"] is None else dt.date.fromisoformat(head["status_date"])
    head["terms"] = tuple(_term(*each) for each in json.loads(head["terms"]))
    return Plan(
        **head,
        projects=tuple(ProjectPlan(project, bool(selected), delay) for project, selected, delay in projects),
        allocations=tuple(Allocation(demand, resource, days[week], figure(hours)) for demand, resource, week, hours in allocations),
    )


def _term(name: object, points: object) -> tuple[str, float]:
    if not isinstance(name, str) or not isinstance(points, float) or not math.isfinite(points):
        raise ValueError("a term that is no name with its points")
    return name, points
