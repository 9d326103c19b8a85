"""The schema's versions as numbered steps: a file of version n is brought up by the steps after n, in one transaction.

A step is never changed once released; a new version is a new module `version_<n>` at the end of `STEPS`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from types import MappingProxyType

from sqlalchemy import Connection, create_engine

from data.database.connection import APPLICATION_ID
from data.database.migrations import version_1, version_2, version_3, version_4, version_5, version_6
from data.portfolio import Kind

_VERSIONS = (version_1, version_2, version_3, version_4, version_5, version_6)
STEPS: tuple[Callable[[Connection], None], ...] = tuple(version.apply for version in _VERSIONS)

CURRENT = len(STEPS)
"""The version this program writes (`user_version`)."""

VERSION_WITH_PLAN_CHAIN = 2
"""The first whose document says which plans it keeps."""

_FIRST_WITH = MappingProxyType(
    {Kind.POLICY: 3, Kind.SCENARIO: 4, Kind.SCENARIO_CHANGE: 4, Kind.ESTIMATE: 6, Kind.BASELINE: 6, Kind.STUDY: 6}
)
"""The first version with a table of a kind; all others are there from the first on."""

SchemaObject = tuple[str, str, str | None]
"""Type, name and statement of one object of a schema."""


def bring_up(connection: Connection, version: int, to: int = CURRENT) -> None:
    """Takes the steps from one version (0 is an empty file) to another; the caller owns the transaction."""
    for step in STEPS[version:to]:
        step(connection)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {to}")


def kinds(version: int) -> tuple[Kind, ...]:
    """The kinds that a file of a version has a table of."""
    return tuple(kind for kind in Kind if _FIRST_WITH.get(kind, 1) <= version)


def schema(connection: Connection) -> frozenset[SchemaObject]:
    """Every object that a file holds."""
    found = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_schema")
    return frozenset((kind, name, sql) for kind, name, sql in found)


@cache
def known_schema(version: int = CURRENT) -> frozenset[SchemaObject]:
    """Every object that a file of a version may hold: what the steps make of an empty one."""
    memory = create_engine("sqlite://")
    try:
        with memory.begin() as connection:
            bring_up(connection, 0, version)
            return schema(connection)
    finally:
        memory.dispose()
