"""A file made to agree with itself again after it was changed behind Plimsoll's back: what somebody does who means harm."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from data.document import seal
from tests.faults.plain import chain_of_plans, content_digest, hashed, plan_digest, steps_in


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
        _chain_steps(plain, content_digest(plain))
        plain.execute("COMMIT")
    seal.stamp(path)


def _chain_plans(plain: sqlite3.Connection) -> None:
    numbers = [number for (number,) in plain.execute("SELECT number FROM plans ORDER BY number")]
    digests = [plan_digest(plain, number) for number in numbers]
    plain.executemany("UPDATE plans SET digest = ? WHERE number = ?", zip(digests, numbers, strict=True))
    plain.execute("UPDATE document SET plans_hash = ?", (chain_of_plans(digests),))


def _chain_steps(plain: sqlite3.Connection, digest: str) -> None:
    plain.execute("UPDATE change_log SET digest = ? WHERE number = (SELECT max(number) FROM change_log)", (digest,))
    before, number = "", 0
    for row in steps_in(plain):
        number, after = row[0], hashed([*row[:-1], before])
        plain.execute("UPDATE change_log SET previous_hash = ?, hash = ? WHERE number = ?", (before, after, number))
        before = after
    plain.execute("UPDATE document SET digest = ?, log_number = ?, log_hash = ?", (digest, number, before))
