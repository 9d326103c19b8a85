"""The schema of a bank: made once in one transaction, and looked through before a bank is believed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from sqlalchemy import (
    CheckConstraint,
    Connection,
    Dialect,
    ForeignKeyConstraint,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    func,
    select,
)

from data.bank import catalogue, version_1, version_2, version_3, version_4, version_5
from data.bank.address import Address
from data.bank.connection import SCHEMA
from data.bank.errors import AlreadyABankError, DamagedBankError, NewerBankError, NoBankError, NoRightsError, NotABankError, OlderBankError
from data.bank.tables import BANK, TABLES

STEPS: tuple[Callable[[Connection], None], ...] = (version_1.apply, version_2.apply, version_3.apply, version_4.apply, version_5.apply)

CURRENT = len(STEPS)
"""The version of the schema that this program makes and knows."""

_ONE_MAKER = 0x506C_696D
"""The lock under which banks are made: two at once would meet half of each other's tables."""

_LETTERS = {PrimaryKeyConstraint: "p", ForeignKeyConstraint: "f", UniqueConstraint: "u", CheckConstraint: "c"}


def make(address: Address, connection: Connection) -> None:
    """Makes the tables of a new bank; AlreadyABankError or NotABankError where their place is taken."""
    connection.execute(select(func.pg_advisory_xact_lock(_ONE_MAKER)))
    _check_encoding(address, connection)
    if _is_there(connection):
        if ("table", BANK.name) in _pairs(connection, catalogue.RELATIONS):
            raise AlreadyABankError(address)
        if taken := _pairs(connection, catalogue.RELATIONS):
            raise NotABankError(address, _not_ours(*min(taken)))
    else:
        connection.exec_driver_sql(f"CREATE SCHEMA {SCHEMA}")
    for step in STEPS:
        step(connection)


def bring_up(address: Address, connection: Connection) -> None:
    """Brings a bank of an older version up to this one, looked through before and after; the caller owns the transaction."""
    connection.execute(select(func.pg_advisory_xact_lock(_ONE_MAKER)))
    _check_nothing_runs(address, connection)
    for step in STEPS[connection.execute(select(BANK.c.version)).scalar_one() :]:
        step(connection)
    check(address, connection)


def check(address: Address, connection: Connection) -> None:
    """There is a bank of this version, and in its schema nothing but what this version put there; OlderBankError for an older one."""
    _check_encoding(address, connection)
    if _is_there(connection) and not connection.execute(select(func.has_schema_privilege(SCHEMA, "USAGE"))).scalar_one():
        raise NoRightsError(address, f"permission denied for schema {SCHEMA}")
    if not _is_there(connection) or not (found := _pairs(connection, catalogue.RELATIONS)):
        raise NoBankError(address)
    if ("table", BANK.name) not in found:
        raise NotABankError(address, f"its schema “{SCHEMA}” was made by another program")
    version = connection.execute(select(BANK.c.version)).scalar()
    if version is None:
        raise DamagedBankError(address, "it does not say its version")
    if version > CURRENT:
        raise NewerBankError(address, version, CURRENT)
    if version < CURRENT:
        raise OlderBankError(address, version, CURRENT)
    _check_nothing_else(address, connection, found)
    _check_columns(address, connection)


def _is_there(connection: Connection) -> bool:
    return connection.execute(select(func.to_regnamespace(SCHEMA).is_not(None))).scalar_one() is True


def _check_encoding(address: Address, connection: Connection) -> None:
    encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
    if encoding != "UTF8":
        raise NotABankError(address, f"its database keeps text as {encoding}, and names in any script need one made with ENCODING 'UTF8'")


def _check_nothing_else(address: Address, connection: Connection, found: frozenset[tuple[str, str]]) -> None:
    _check_nothing_runs(address, connection)
    known = {("table", table.name) for table in TABLES} | {("index", name) for table in TABLES for name in _indexes(table)}
    for kind, name in sorted(found - known):
        raise NotABankError(address, _not_ours(kind, name))
    for kind, name in sorted(known - found):
        raise DamagedBankError(address, f"its {kind} “{name}” is missing")


def _check_nothing_runs(address: Address, connection: Connection) -> None:
    for kind, name, where in connection.exec_driver_sql(catalogue.COULD_RUN):
        raise NotABankError(address, _not_ours(kind, name, where))


def _not_ours(kind: str, name: str, where: str = "") -> str:
    return f"its schema “{SCHEMA}” holds what Plimsoll did not make, the {kind} “{name}” {where}".rstrip()


def _check_columns(address: Address, connection: Connection) -> None:
    known = {column for table in TABLES for column in _columns(table, connection.dialect)}
    found = {tuple(row) for row in connection.exec_driver_sql(catalogue.COLUMNS)}
    for table, column, *_ in sorted(found ^ known):
        raise NotABankError(address, f"its column {table}.{column} is not as Plimsoll made it")
    constraints = {(table, kind): number for table, kind, number in connection.exec_driver_sql(catalogue.CONSTRAINTS)}
    wanted = Counter((table.name, letter) for table in TABLES for letter in _constraints(table))
    for table, _ in sorted(constraints.items() ^ wanted.items(), key=str)[:1]:
        raise NotABankError(address, f"the rules of its table “{table[0]}” are not those that Plimsoll made")


def _pairs(connection: Connection, query: str) -> frozenset[tuple[str, str]]:
    return frozenset((kind, name) for kind, name in connection.exec_driver_sql(query))


def _indexes(table: Table) -> Iterable[str]:
    yield f"{table.name}_pkey"
    yield from (str(index.name) for index in table.indexes)
    yield from (f"{table.name}_{column.name}_key" for column in table.columns if column.unique)


def _columns(table: Table, dialect: Dialect) -> Iterable[tuple[str, str, str, bool, str, bool]]:
    for column in table.columns:
        kind = column.type.compile(dialect).lower()
        yield table.name, column.name, kind, not column.nullable, "C" if kind == "text" else "", False


def _constraints(table: Table) -> Iterable[str]:
    of_columns = (constraint for column in table.columns for constraint in column.constraints)
    return (_LETTERS[type(constraint)] for constraint in (*table.constraints, *of_columns))
