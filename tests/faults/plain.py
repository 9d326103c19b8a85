"""What a portfolio file holds in the eyes of plain SQLite."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

Holds = tuple[str, int, str]
"""The digest of a file's content, how many steps its change log has, the plan kept last ("" where there is none)."""

DAMAGED: Holds = ("damaged", 0, "")


def holds_plainly(path: Path) -> Holds:
    """Read without a lock or a journal; DAMAGED where SQLite finds it torn."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as plain:
        try:
            if plain.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                return DAMAGED
            digest, steps = plain.execute("SELECT digest, log_number FROM document").fetchone()
            latest = plain.execute("SELECT id FROM plans ORDER BY number DESC LIMIT 1").fetchone()
        except sqlite3.DatabaseError:
            return DAMAGED
    return digest, steps, latest[0] if latest else ""


def plans_in(path: Path) -> list[str]:
    """The ids of all plans kept in a file."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as plain:
        return [found for (found,) in plain.execute("SELECT id FROM plans ORDER BY number")]
