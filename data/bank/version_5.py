"""Version 5 of a bank's schema, as released: these statements never change.

Estimates of projects, baselines, and studies of what came of many solves.
"""

from __future__ import annotations

from inspect import cleandoc

from sqlalchemy import Connection

STATEMENTS = (
    """
    CREATE TABLE estimates (
        id TEXT COLLATE "C" NOT NULL,
        project_id TEXT COLLATE "C" NOT NULL,
        low BIGINT NOT NULL CHECK ("low" >= 0),
        likely BIGINT NOT NULL CHECK ("likely" >= 0),
        high BIGINT NOT NULL CHECK ("high" >= 0),
        win BIGINT NOT NULL CHECK ("win" >= 0 AND "win" <= 1000000),
        version BIGINT DEFAULT 1 NOT NULL CHECK (version >= 1),
        PRIMARY KEY (id),
        FOREIGN KEY(project_id) REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_estimates_project_id ON estimates (project_id)",
    """
    CREATE TABLE baselines (
        id TEXT COLLATE "C" NOT NULL,
        name TEXT COLLATE "C" NOT NULL CHECK ("name" <> ''),
        plan_id TEXT COLLATE "C" NOT NULL CHECK ("plan_id" <> ''),
        note TEXT COLLATE "C" NOT NULL,
        version BIGINT DEFAULT 1 NOT NULL CHECK (version >= 1),
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE studies (
        id TEXT COLLATE "C" NOT NULL,
        name TEXT COLLATE "C" NOT NULL CHECK ("name" <> ''),
        kind TEXT COLLATE "C" NOT NULL CHECK ("kind" IN ('Sweep', 'Trade-off', 'Futures', 'Effects')),
        question TEXT COLLATE "C" NOT NULL CHECK ("question" <> ''),
        answer TEXT COLLATE "C" NOT NULL CHECK ("answer" <> ''),
        fingerprint TEXT COLLATE "C" NOT NULL,
        scenario_id TEXT COLLATE "C",
        version BIGINT DEFAULT 1 NOT NULL CHECK (version >= 1),
        PRIMARY KEY (id),
        FOREIGN KEY(scenario_id) REFERENCES scenarios (id) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_studies_scenario_id ON studies (scenario_id)",
    "UPDATE bank SET version = 5",
)

GRANTS = """
    SELECT DISTINCT 'GRANT ' || privilege_type || ' ON ' || made || ' TO ' || CASE grantee WHEN 'PUBLIC' THEN grantee ELSE quote_ident(grantee) END
    FROM information_schema.role_table_grants, (VALUES ('estimates'), ('baselines'), ('studies')) AS new (made)
    WHERE table_schema = 'plimsoll' AND table_name = 'dependencies' AND grantee <> current_user ORDER BY 1
"""
"""Who may do what with dependencies may do it with these: a team goes on working."""


def apply(connection: Connection) -> None:
    for statement in STATEMENTS:
        connection.exec_driver_sql(cleandoc(statement))
    for (grant,) in connection.exec_driver_sql(GRANTS).all():
        connection.exec_driver_sql(grant)
