"""A file made to agree with itself again after it was changed behind Plimsoll's back: what somebody does who means harm."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from typing import Any

from data.database.tables import TABLES
from data.digest import digest_of_records
from data.document import seal
from data.portfolio import Kind
from data.records import FIELDS, compact_json

_IN_THE_HASH = ("number", "at", "who", "kind", "of", "label", "why", "changes", "digest", "previous_hash")
_REALS_LAST = ("id", "fingerprint", "solved_at", "status", "value", "bound", "objective", "objective_bound")
_HEAD = (*_REALS_LAST, "engine", "seconds", "effort", "seed", "scenario")


def run(path: Path, *statements: str, writable: bool = False) -> None:
    """Changes the file by plain SQLite; with `writable` its schema may be written as a table."""
    with closing(sqlite3.connect(path, isolation_level=None)) as plain:
        plain.execute("PRAGMA journal_mode = DELETE")
        if writable:
            plain.execute("PRAGMA writable_schema = ON")
        for statement in statements:
            plain.execute(statement)


def made_consistent(path: Path) -> None:
    """Digest, chain of steps, plans and seal say again what the rows say."""
    with closing(sqlite3.connect(path, isolation_level=None)) as plain:
        plain.execute("BEGIN")
        _chain_plans(plain)
        _chain_steps(plain, digest_of_records(lambda kind: _records(plain, kind)))
        plain.execute("COMMIT")
    seal.stamp(path)


def _records(plain: sqlite3.Connection, kind: Kind) -> list[tuple[Any, ...]]:
    fields = ", ".join(f'"{field}"' for field in FIELDS[kind])
    return plain.execute(f"SELECT {fields} FROM {TABLES[kind].name} ORDER BY id").fetchall()


def _chain_plans(plain: sqlite3.Connection) -> None:
    for (number,) in plain.execute("SELECT number FROM plans").fetchall():
        head = plain.execute(f"SELECT {', '.join(_HEAD)} FROM plans WHERE number = ?", (number,)).fetchone()
        rows = "SELECT {} FROM {} WHERE plan = ? ORDER BY position"
        projects = plain.execute(rows.format("project_id, selected, delay_weeks", "plan_projects"), (number,)).fetchall()
        cells = plain.execute(rows.format("demand_id, resource_id, week, hours", "allocations"), (number,)).fetchall()
        plain.execute("UPDATE plans SET digest = ? WHERE number = ?", (_hashed([head, projects, cells]), number))
    digests = [digest for (digest,) in plain.execute("SELECT digest FROM plans ORDER BY number")]
    *_, last = accumulate(digests, lambda before, digest: sha256(f"{before}{digest}".encode()).hexdigest(), initial="")
    plain.execute("UPDATE document SET plans_hash = ?", (last,))


def _chain_steps(plain: sqlite3.Connection, digest: str) -> None:
    plain.execute("UPDATE change_log SET digest = ? WHERE number = (SELECT max(number) FROM change_log)", (digest,))
    before, number = "", 0
    names = ", ".join(f'"{name}"' for name in _IN_THE_HASH)
    for row in plain.execute(f"SELECT {names} FROM change_log ORDER BY number").fetchall():
        number, hashed = row[0], _hashed([*row[:-1], before])
        plain.execute("UPDATE change_log SET previous_hash = ?, hash = ? WHERE number = ?", (before, hashed, number))
        before = hashed
    plain.execute("UPDATE document SET digest = ?, log_number = ?, log_hash = ?", (digest, number, before))


def _hashed(value: object) -> str:
    return sha256(compact_json(value).encode()).hexdigest()
