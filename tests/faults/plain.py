"""What a portfolio file holds, read by plain SQLite and hashed anew: the contract of the file in a few lines, apart from data/."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from typing import Any

from data.digest import digest_of_records
from data.portfolio import Kind
from data.records import FIELDS, compact_json

Holds = tuple[str, int, str]
"""The digest of a file's content, how many steps its change log has, the plan kept last ("" where there is none)."""

DAMAGED: Holds = ("damaged", 0, "")

STEP = ("number", "at", "who", "kind", "of", "label", "why", "changes", "digest", "previous_hash")
PLAN = (
    *("id", "fingerprint", "solved_at", "status", "value", "bound", "objective", "objective_bound"),
    *("engine", "seconds", "effort", "seed", "scenario"),
)


def holds_plainly(path: Path) -> Holds:
    """What the file says it holds, if that is so: DAMAGED where a byte of content, a step or a plan is not what was written."""
    with reading(path) as plain:
        try:
            return _holds(plain)
        except (sqlite3.DatabaseError, TypeError):
            return DAMAGED


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Without a lock or a journal."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as plain:
        yield plain


def content_digest(plain: sqlite3.Connection) -> str:
    return digest_of_records(lambda kind: _records(plain, kind))


def hashed(value: object) -> str:
    return sha256(compact_json(value).encode()).hexdigest()


def plan_digest(plain: sqlite3.Connection, number: int) -> str:
    """The hash of a plan's figures and all its rows."""
    head = plain.execute(f"SELECT {', '.join(PLAN)} FROM plans WHERE number = ?", (number,)).fetchone()
    rows = "SELECT {} FROM {} WHERE plan = ? ORDER BY position"
    projects = plain.execute(rows.format("project_id, selected, delay_weeks", "plan_projects"), (number,)).fetchall()
    cells = plain.execute(rows.format("demand_id, resource_id, week, hours", "allocations"), (number,)).fetchall()
    return hashed([head, projects, cells])


def chain_of_plans(digests: list[str]) -> str:
    *_, last = accumulate(digests, lambda before, digest: sha256(f"{before}{digest}".encode()).hexdigest(), initial="")
    return last


def steps_in(plain: sqlite3.Connection) -> list[tuple[Any, ...]]:
    """The rows of the change log without their own hash."""
    return plain.execute("SELECT {} FROM change_log ORDER BY number".format(", ".join(f'"{name}"' for name in STEP))).fetchall()


def _holds(plain: sqlite3.Connection) -> Holds:
    sound = plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    digest, number, log_hash = plain.execute("SELECT digest, log_number, log_hash FROM document").fetchone()
    plans = plain.execute("SELECT number, id, digest FROM plans ORDER BY number").fetchall()
    sound = sound and digest == content_digest(plain)
    sound = sound and (number, log_hash) == _end_of_log(plain)
    sound = sound and all(digest == plan_digest(plain, plan) for plan, _, digest in plans)
    if plain.execute("PRAGMA user_version").fetchone()[0] > 1:
        kept = plain.execute("SELECT plans_hash FROM document").fetchone()[0]
        sound = sound and kept == chain_of_plans([digest for _, _, digest in plans])
    return (digest, number, plans[-1][1] if plans else "") if sound else DAMAGED


def _end_of_log(plain: sqlite3.Connection) -> tuple[int, str]:
    """The last number and hash of an unbroken chain; of a broken one what no file says."""
    before = ""
    numbers = []
    for row, said in zip(steps_in(plain), plain.execute("SELECT hash FROM change_log ORDER BY number"), strict=True):
        if row[-1] != before or hashed(list(row)) != said[0]:
            return 0, "broken"
        numbers.append(row[0])
        before = said[0]
    return (len(numbers), before) if numbers == list(range(1, len(numbers) + 1)) else (0, "broken")


def _records(plain: sqlite3.Connection, kind: Kind) -> list[tuple[Any, ...]]:
    if not plain.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (kind.value,)).fetchone():
        return []  # an older version had none of these
    fields = ", ".join(f'"{field}"' for field in FIELDS[kind])
    return plain.execute(f"SELECT {fields} FROM {kind.value} ORDER BY id").fetchall()
