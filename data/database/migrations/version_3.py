"""Version 3 of the schema, as released: these statements never change.

Policies, and plans that say which policy they were made under and what it took off their value.
"""

from __future__ import annotations

from inspect import cleandoc

from sqlalchemy import Connection

STATEMENTS = (
    """
    CREATE TABLE policies (
        id TEXT NOT NULL,
        name TEXT NOT NULL CHECK ("name" <> ''),
        overtime INTEGER NOT NULL CHECK ("overtime" >= 0),
        cost INTEGER NOT NULL CHECK ("cost" >= 0),
        fit INTEGER NOT NULL CHECK ("fit" >= 0),
        continuity INTEGER NOT NULL CHECK ("continuity" >= 0),
        moved INTEGER NOT NULL CHECK ("moved" >= 0),
        changed INTEGER NOT NULL CHECK ("changed" >= 0),
        strict INTEGER NOT NULL CHECK ("strict" >= 0 AND "strict" <= 1),
        version INTEGER DEFAULT 1 NOT NULL CHECK (version >= 1),
        PRIMARY KEY (id)
    ) WITHOUT ROWID, STRICT
    """,
    "ALTER TABLE plans ADD COLUMN policy TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE plans ADD COLUMN terms TEXT DEFAULT '[]' NOT NULL",
)


def apply(connection: Connection) -> None:
    for statement in STATEMENTS:
        connection.exec_driver_sql(cleandoc(statement))
