"""Version 6 of the schema, as released: these statements never change.

Estimates of projects, baselines, and studies of what came of many solves.
"""

from __future__ import annotations

from inspect import cleandoc

from sqlalchemy import Connection

STATEMENTS = (
    """
    CREATE TABLE estimates (
        id TEXT NOT NULL,
        project_id TEXT NOT NULL,
        low INTEGER NOT NULL CHECK ("low" >= 0),
        likely INTEGER NOT NULL CHECK ("likely" >= 0),
        high INTEGER NOT NULL CHECK ("high" >= 0),
        win INTEGER NOT NULL CHECK ("win" >= 0 AND "win" <= 1000000),
        version INTEGER DEFAULT 1 NOT NULL CHECK (version >= 1),
        PRIMARY KEY (id),
        FOREIGN KEY(project_id) REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED
    ) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX ix_estimates_project_id ON estimates (project_id)",
    """
    CREATE TABLE baselines (
        id TEXT NOT NULL,
        name TEXT NOT NULL CHECK ("name" <> ''),
        plan_id TEXT NOT NULL CHECK ("plan_id" <> ''),
        note TEXT NOT NULL,
        version INTEGER DEFAULT 1 NOT NULL CHECK (version >= 1),
        PRIMARY KEY (id)
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE studies (
        id TEXT NOT NULL,
        name TEXT NOT NULL CHECK ("name" <> ''),
        kind TEXT NOT NULL CHECK ("kind" IN ('Sweep', 'Trade-off', 'Futures', 'Effects')),
        question TEXT NOT NULL CHECK ("question" <> ''),
        answer TEXT NOT NULL CHECK ("answer" <> ''),
        fingerprint TEXT NOT NULL,
        scenario_id TEXT,
        version INTEGER DEFAULT 1 NOT NULL CHECK (version >= 1),
        PRIMARY KEY (id),
        FOREIGN KEY(scenario_id) REFERENCES scenarios (id) DEFERRABLE INITIALLY DEFERRED
    ) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX ix_studies_scenario_id ON studies (scenario_id)",
)


def apply(connection: Connection) -> None:
    for statement in STATEMENTS:
        connection.exec_driver_sql(cleandoc(statement))
