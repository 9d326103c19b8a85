"""Version 4 of the schema, as released: these statements never change.

Scenarios, and what they change.
"""

from __future__ import annotations

from inspect import cleandoc

from sqlalchemy import Connection

STATEMENTS = (
    """
    CREATE TABLE scenarios (
        id TEXT NOT NULL,
        name TEXT NOT NULL CHECK ("name" <> ''),
        note TEXT NOT NULL,
        status TEXT NOT NULL CHECK ("status" IN ('Draft', 'Proposed', 'Approved', 'Rejected')),
        owner TEXT NOT NULL,
        based_on_id TEXT,
        version INTEGER DEFAULT 1 NOT NULL CHECK (version >= 1),
        PRIMARY KEY (id),
        FOREIGN KEY(based_on_id) REFERENCES scenarios (id) DEFERRABLE INITIALLY DEFERRED
    ) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX ix_scenarios_based_on_id ON scenarios (based_on_id)",
    """
    CREATE TABLE scenario_changes (
        id TEXT NOT NULL,
        scenario_id TEXT NOT NULL,
        "before" TEXT,
        "after" TEXT,
        version INTEGER DEFAULT 1 NOT NULL CHECK (version >= 1),
        PRIMARY KEY (id),
        CHECK (before IS NOT NULL OR after IS NOT NULL),
        FOREIGN KEY(scenario_id) REFERENCES scenarios (id) DEFERRABLE INITIALLY DEFERRED
    ) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX ix_scenario_changes_scenario_id ON scenario_changes (scenario_id)",
)


def apply(connection: Connection) -> None:
    for statement in STATEMENTS:
        connection.exec_driver_sql(cleandoc(statement))
