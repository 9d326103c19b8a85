"""The tables of a `.plimsoll` file: strict, every range a CHECK, no trigger and no view.

Values are those of data.records: figures in whole ten-thousandths, dates as ISO text. A file is created by
data.database.migrations, whose frozen statements a test compares with these tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from sqlalchemy import REAL, BigInteger, CheckConstraint, Column, Double, ForeignKey, Integer, MetaData, Table, Text, text
from sqlalchemy.types import TypeEngine

from data.entities import BookingKind, DependencyKind, Profile, ProjectStatus, ResourceKind, ScenarioStatus, StudyKind
from data.plan import PlanStatus
from data.portfolio import Kind
from data.records import QUANTA
from data.steps import StepKind

metadata = MetaData()

# Other databases call 64 bits by other names than a strict SQLite table, which knows INTEGER, REAL and TEXT alone.
_WHOLE = BigInteger().with_variant(Integer(), "sqlite")
_REAL: TypeEngine[float] = Double().with_variant(REAL(), "sqlite")

_PERCENT = (0, 100 * QUANTA)


def _key() -> Column[str]:
    return Column("id", Text, primary_key=True)


def _text(name: str, *, filled: bool = False, optional: bool = False) -> Column[str]:
    return Column(name, Text, *([CheckConstraint(f"\"{name}\" <> ''")] if filled else []), nullable=optional)


def _whole(name: str, least: int | None = None, most: int | None = None, *, optional: bool = False) -> Column[int]:
    bounds = [f'"{name}" >= {least}'] * (least is not None) + [f'"{name}" <= {most}'] * (most is not None)
    return Column(name, _WHOLE, *([CheckConstraint(" AND ".join(bounds))] if bounds else []), nullable=optional)


def _figure(name: str, *, optional: bool = False) -> Column[int]:
    """A figure of 0 or more, in ten-thousandths."""
    return _whole(name, 0, optional=optional)


def _real(name: str) -> Column[float]:
    return Column(name, _REAL, nullable=False)


def _day(name: str, *, optional: bool = False) -> Column[str]:
    return Column(name, Text, CheckConstraint(f"\"{name}\" LIKE '____-__-__'"), nullable=optional)


def _choice(name: str, choices: type[StrEnum]) -> Column[str]:
    words = ", ".join(f"'{choice.value}'" for choice in choices)
    return Column(name, Text, CheckConstraint(f'"{name}" IN ({words})'), nullable=False)


def _truth(name: str) -> Column[int]:
    return _whole(name, 0, 1)


def _of(name: str, kind: Kind, *, optional: bool = False) -> Column[str]:
    """A reference, checked when the transaction ends: an edit may come in any order."""
    return Column(name, Text, ForeignKey(f"{kind.value}.id", deferrable=True, initially="DEFERRED"), nullable=optional, index=True)


Part = Column[str] | Column[int] | Column[float] | CheckConstraint


def _table(name: str, *parts: Part, by_number: bool = False) -> Table:
    """A strict table; rows lie in order of their key, which is SQLite's own row number where they go `by_number`."""
    return Table(name, metadata, *parts, sqlite_strict=True, sqlite_with_rowid=by_number)


def _entities(name: str, *parts: Part) -> Table:
    """A table of one kind of entity; `version` is the number of the step that wrote the row last."""
    return _table(name, *parts, Column("version", _WHOLE, CheckConstraint("version >= 1"), nullable=False, server_default=text("1")))


SETTINGS = _entities(
    "settings",
    _day("start"),
    _whole("weeks", 1, 520),
    _key(),
    _text("name", filled=True),
    _whole("standard_week", 1),
    _figure("minimum_block"),
    _whole("minimum_coverage", *_PERCENT),
    _figure("assignment_cost"),
    _figure("overtime_cost"),
    _whole("delay_cost", *_PERCENT),
    _text("currency"),
    _of("default_calendar_id", Kind.CALENDAR, optional=True),
    _text("plan_of_record_id", optional=True),
    CheckConstraint("id = 'settings'"),
)

CALENDARS = _entities(
    "calendars", _key(), _text("name", filled=True), _text("working_days", filled=True), _text("country"), _text("subdivision")
)

HOLIDAYS = _entities("holidays", _key(), _of("calendar_id", Kind.CALENDAR), _day("day"), _text("name"))

RESOURCES = _entities(
    "resources",
    _key(),
    _text("name", filled=True),
    _text("role", filled=True),
    _whole("level", 1, 5),
    _text("other_roles", filled=True),
    _choice("kind", ResourceKind),
    _text("team"),
    _figure("hours_per_week", optional=True),
    _of("calendar_id", Kind.CALENDAR, optional=True),
    _day("available_from", optional=True),
    _day("available_to", optional=True),
    _whole("project_share", *_PERCENT),
    _whole("max_projects", 0, optional=True),
    _figure("overtime"),
    _figure("cost_per_hour", optional=True),
    CheckConstraint("available_to >= available_from"),
)

ABSENCES = _entities(
    "absences",
    _key(),
    _of("resource_id", Kind.RESOURCE),
    _day("first"),
    _day("last"),
    _whole("percent", *_PERCENT),
    _text("reason"),
    CheckConstraint('"last" >= "first"'),
)

PROJECTS = _entities(
    "projects",
    _key(),
    _text("name", filled=True),
    _whole("priority", 1, 5),
    _figure("weight", optional=True),
    _choice("status", ProjectStatus),
    _day("start", optional=True),
    _day("finish", optional=True),
    _whole("max_delay", 0, 520),
    _truth("must_do"),
    _whole("value", optional=True),
    _figure("budget", optional=True),
    _text("programme"),
    _text("manager"),
    CheckConstraint("finish >= start"),
)

DEMANDS = _entities(
    "demands",
    _key(),
    _text("name", filled=True),
    _of("project_id", Kind.PROJECT),
    _text("role", filled=True),
    _day("start"),
    _day("finish"),
    _text("phase"),
    _whole("min_level", 1, 5),
    _figure("hours_per_week", optional=True),
    _figure("total_hours", optional=True),
    _figure("fte", optional=True),
    _choice("profile", Profile),
    _whole("max_people", 0, optional=True),
    _of("resource_id", Kind.RESOURCE, optional=True),
    CheckConstraint("finish >= start"),
    CheckConstraint("(hours_per_week IS NOT NULL) + (total_hours IS NOT NULL) + (fte IS NOT NULL) <= 1"),
)

DEMAND_WEEKS = _entities("demand_weeks", _key(), _of("demand_id", Kind.DEMAND), _day("week"), _figure("hours"))

BOOKINGS = _entities(
    "bookings",
    _key(),
    _of("demand_id", Kind.DEMAND),
    _of("resource_id", Kind.RESOURCE),
    _day("week"),
    _figure("hours"),
    _choice("kind", BookingKind),
)

DEPENDENCIES = _entities(
    "dependencies",
    _key(),
    _of("predecessor_id", Kind.PROJECT),
    _of("successor_id", Kind.PROJECT),
    _choice("kind", DependencyKind),
    _whole("lag_weeks", -520, 520),
    CheckConstraint("successor_id <> predecessor_id"),
)

POLICIES = _entities(
    "policies",
    _key(),
    _text("name", filled=True),
    _figure("overtime"),
    _figure("cost"),
    _figure("fit"),
    _figure("continuity"),
    _figure("moved"),
    _figure("changed"),
    _truth("strict"),
)

ESTIMATES = _entities(
    "estimates",
    _key(),
    _of("project_id", Kind.PROJECT),
    _figure("low"),
    _figure("likely"),
    _figure("high"),
    _whole("win", *_PERCENT),
)

SCENARIOS = _entities(
    "scenarios",
    _key(),
    _text("name", filled=True),
    _text("note"),
    _choice("status", ScenarioStatus),
    _text("owner"),
    _of("based_on_id", Kind.SCENARIO, optional=True),
)

SCENARIO_CHANGES = _entities(
    "scenario_changes",
    _key(),
    _of("scenario_id", Kind.SCENARIO),
    _text("before", optional=True),
    _text("after", optional=True),
    CheckConstraint("before IS NOT NULL OR after IS NOT NULL"),
)
"""What a scenario changes, in JSON (data.records): it outlives what it changes, so it is no reference."""

BASELINES = _entities("baselines", _key(), _text("name", filled=True), _text("plan_id", filled=True), _text("note"))

STUDIES = _entities(
    "studies",
    _key(),
    _text("name", filled=True),
    _choice("kind", StudyKind),
    _text("question", filled=True),
    _text("answer", filled=True),
    _text("fingerprint"),
    _of("scenario_id", Kind.SCENARIO, optional=True),
)

TABLES: Mapping[Kind, Table] = MappingProxyType(
    {
        Kind.SETTINGS: SETTINGS,
        Kind.CALENDAR: CALENDARS,
        Kind.HOLIDAY: HOLIDAYS,
        Kind.RESOURCE: RESOURCES,
        Kind.ABSENCE: ABSENCES,
        Kind.PROJECT: PROJECTS,
        Kind.DEMAND: DEMANDS,
        Kind.DEMAND_WEEK: DEMAND_WEEKS,
        Kind.BOOKING: BOOKINGS,
        Kind.DEPENDENCY: DEPENDENCIES,
        Kind.POLICY: POLICIES,
        Kind.ESTIMATE: ESTIMATES,
        Kind.SCENARIO: SCENARIOS,
        Kind.SCENARIO_CHANGE: SCENARIO_CHANGES,
        Kind.BASELINE: BASELINES,
        Kind.STUDY: STUDIES,
    }
)


DOCUMENT = _table(
    "document",
    Column("one", Integer, CheckConstraint('"one" = 1'), primary_key=True),
    _text("document_id", filled=True),
    _text("digest", filled=True),
    _whole("log_number", 1),
    _text("log_hash", filled=True),
    Column("plans_hash", Text, nullable=False, server_default=text("''")),
    by_number=True,
)
"""One row: the id that every copy of the file keeps, the digest of its content, the last row of its change log, the plans it keeps."""

SEAL = _table("seal", Column("one", Integer, CheckConstraint("one = 1"), primary_key=True), _text("mark"), by_number=True)
"""One row whose text data.document.seal writes over in the finished file: it is never changed through SQL."""

CHANGE_LOG = _table(
    "change_log",
    Column("number", Integer, CheckConstraint('"number" >= 1'), primary_key=True),
    _text("at"),
    _text("who"),
    _choice("kind", StepKind),
    _whole("of", 1, optional=True),
    _text("label"),
    _text("why"),
    _text("changes"),
    _text("digest"),
    _text("previous_hash"),
    _text("hash"),
    by_number=True,
)
"""`of` is the number of the edit that an undo or redo is about, `digest` that of the content after the step."""

PLANS = _table(
    "plans",
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    _text("fingerprint"),
    _text("solved_at"),
    _choice("status", PlanStatus),
    _real("value"),
    _real("bound"),
    _real("objective"),
    _real("objective_bound"),
    _text("engine"),
    _real("seconds"),
    _whole("effort", 0),
    _whole("seed"),
    _text("scenario"),
    _text("digest"),
    Column("policy", Text, nullable=False, server_default=text("''")),
    Column("terms", Text, nullable=False, server_default=text("'[]'")),
    Column("status_date", Text),
    by_number=True,
)
"""Plans in the order in which they were kept; `digest` covers the plan with all its rows. `terms` is a list in JSON."""


def _place(name: str) -> Column[int]:
    """Part of a row's place: the plan's number, and the row's position in it."""
    return Column(name, Integer, *([ForeignKey("plans.number")] if name == "plan" else []), primary_key=True, autoincrement=False)


PLAN_PROJECTS = _table(
    "plan_projects",
    _place("plan"),
    _place("position"),
    _text("project_id"),
    _truth("selected"),
    _whole("delay_weeks", 0),
)

ALLOCATIONS = _table(
    "allocations",
    _place("plan"),
    _place("position"),
    _text("demand_id"),
    _text("resource_id"),
    _day("week"),
    _whole("hours", 1),
)
