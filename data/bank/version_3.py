"""Version 3 of a bank's schema, as released: these statements never change.

Scenarios, and what they change.
"""

from __future__ import annotations

from inspect import cleandoc

from sqlalchemy import Connection

STATEMENTS = (
    """
    CREATE TABLE scenarios (
        id TEXT COLLATE "C" NOT NULL,
        name TEXT COLLATE "C" NOT NULL CHECK ("name" <> ''),
        note TEXT COLLATE "C" NOT NULL,
        status TEXT COLLATE "C" NOT NULL CHECK ("status" IN ('Draft', 'Proposed', 'Approved', 'Rejected')),
        owner TEXT COLLATE "C" NOT NULL,
        based_on_id TEXT COLLATE "C",
        version BIGINT DEFAULT 1 NOT NULL CHECK (version >= 1),
        PRIMARY KEY (id),
        FOREIGN KEY(based_on_id) REFERENCES scenarios (id) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_scenarios_based_on_id ON scenarios (based_on_id)",
    """
    CREATE TABLE scenario_changes (
        id TEXT COLLATE "C" NOT NULL,
        scenario_id TEXT COLLATE "C" NOT NULL,
        before TEXT COLLATE "C",
        after TEXT COLLATE "C",
        version BIGINT DEFAULT 1 NOT NULL CHECK (version >= 1),
        PRIMARY KEY (id),
        CHECK (before IS NOT NULL OR after IS NOT NULL),
        FOREIGN KEY(scenario_id) REFERENCES scenarios (id) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_scenario_changes_scenario_id ON scenario_changes (scenario_id)",
    "UPDATE bank SET version = 3",
)

GRANTS = """
    SELECT DISTINCT 'GRANT ' || privilege_type || ' ON ' || made || ' TO ' || CASE grantee WHEN 'PUBLIC' THEN grantee ELSE quote_ident(grantee) END
    FROM information_schema.role_table_grants, (VALUES ('scenarios'), ('scenario_changes')) AS new (made)
    WHERE table_schema = 'plimsoll' AND table_name = 'dependencies' AND grantee <> current_user ORDER BY 1
"""
"""Who may do what with dependencies may do it with scenarios: a team goes on working."""


def apply(connection: Connection) -> None:
    for statement in STATEMENTS:
        connection.exec_driver_sql(cleandoc(statement))
    for (grant,) in connection.exec_driver_sql(GRANTS).all():
        connection.exec_driver_sql(grant)
