"""The tables hold what the entities are, are strict, and stand in the file as the released steps make them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import get_args, get_type_hints

import builders as b
import pytest
from hypothesis import given
from sqlalchemy import create_engine
from strategies import with_scenarios

from data.database.migrations import CURRENT, known_schema, schema
from data.database.store import Store
from data.database.tables import TABLES, metadata
from data.portfolio import KIND_OF, TYPES, Kind, Portfolio
from data.records import FIELDS, entity_of, record
from data.references import REFERENCES


def _plain(sql: str | None) -> str:
    return "".join((sql or "").split())


def test_the_tables_are_those_of_the_released_schema() -> None:
    memory = create_engine("sqlite://")
    with memory.begin() as connection:
        metadata.create_all(connection)
        declared = {(kind, name, _plain(sql)) for kind, name, sql in schema(connection)}
    memory.dispose()
    assert declared == {(kind, name, _plain(sql)) for kind, name, sql in known_schema()}


def test_the_version_is_six() -> None:
    assert CURRENT == 6


@pytest.mark.parametrize("kind", Kind)
def test_a_table_has_a_column_for_every_field_and_its_version_besides(kind: Kind) -> None:
    assert tuple(TABLES[kind].columns.keys()) == (*FIELDS[kind], "version")


@pytest.mark.parametrize("kind", Kind)
def test_a_column_is_optional_where_its_field_is(kind: Kind) -> None:
    hints = get_type_hints(TYPES[kind])
    optional = {field for field in FIELDS[kind] if type(None) in get_args(hints[field])}
    assert {column.name for column in TABLES[kind].columns if column.nullable} == optional


def test_every_reference_is_a_foreign_key() -> None:
    keys = {(table.name, key.parent.name, key.column.table.name) for table in TABLES.values() for key in table.foreign_keys}
    assert keys == {(each.kind.value, each.field, each.target.value) for each in REFERENCES}


@given(with_scenarios())
def test_a_record_gives_its_entity_back(portfolio: Portfolio) -> None:
    for entity in portfolio.everything():
        assert entity_of(KIND_OF[type(entity)], record(entity)) == entity


def test_every_table_is_strict_and_there_is_no_trigger_or_view() -> None:
    assert {kind for kind, _, _ in known_schema()} == {"table", "index"}
    assert all(_plain(sql).endswith("STRICT") for kind, _, sql in known_schema() if kind == "table")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE resources SET level = 6",
        "UPDATE resources SET level = 'high'",
        "UPDATE resources SET name = ''",
        "UPDATE resources SET name = NULL",
        "UPDATE resources SET kind = 'Robot'",
        "UPDATE resources SET project_share = 1000001",
        "UPDATE resources SET overtime = -1",
        "UPDATE resources SET overtime = 1.5",
        "UPDATE settings SET weeks = 0",
        "UPDATE settings SET id = 'others'",
        "UPDATE projects SET priority = 0",
        "UPDATE projects SET must_do = 2",
        "UPDATE projects SET start = '2027-02-01', finish = '2027-01-01'",
        "UPDATE demands SET finish = '2026-01-01'",
        "UPDATE demands SET hours_per_week = 1, fte = 1",
        "UPDATE demand_weeks SET hours = -1",
        "UPDATE bookings SET week = 'Monday'",
        "UPDATE dependencies SET successor_id = predecessor_id",
        "UPDATE absences SET percent = -1",
        "INSERT INTO policies VALUES ('p', 'House', -1, 0, 0, 0, 0, 0, 0, 1)",
        "INSERT INTO policies VALUES ('p', 'House', 0, 0, 0, 0, 0, 0, 2, 1)",
        "INSERT INTO policies VALUES ('p', '', 0, 0, 0, 0, 0, 0, 0, 1)",
        "INSERT INTO scenarios VALUES ('s', '', '', 'Draft', '', NULL, 1)",
        "INSERT INTO scenarios VALUES ('s', 'Late', '', 'Perhaps', '', NULL, 1)",
        "INSERT INTO scenarios VALUES ('s', 'Late', '', 'Draft', '', 'gone', 1)",
        "INSERT INTO scenario_changes VALUES ('c', 'gone', '{}', NULL, 1)",
        "INSERT INTO estimates VALUES ('e', 'gone', 0, 0, 0, 0, 1)",
        "INSERT INTO baselines VALUES ('b', '', 'plan', '', 1)",
        "INSERT INTO studies VALUES ('s', 'Testers', 'Guess', '{}', '{}', '', NULL, 1)",
        "INSERT INTO studies VALUES ('s', 'Testers', 'Sweep', '{}', '{}', '', 'gone', 1)",
        "UPDATE document SET one = 2",
        "UPDATE change_log SET kind = 'guess'",
        "DELETE FROM projects",
        "DELETE FROM calendars",
    ],
)
def test_the_file_itself_refuses_what_no_portfolio_may_hold(tmp_path: Path, statement: str) -> None:
    Store.create(tmp_path / "case.plimsoll", b.small_case()).close()
    with closing(sqlite3.connect(tmp_path / "case.plimsoll")) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError):  # noqa: PT012 - references are checked at the commit
            connection.execute(statement)
            connection.commit()
