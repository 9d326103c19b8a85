"""Version 2 of a bank's schema, as released: these statements never change.

Policies, and plans that say which policy they were made under and what it took off their value.
"""

from __future__ import annotations

from inspect import cleandoc

from sqlalchemy import Connection

STATEMENTS = (
    """
    CREATE TABLE policies (
        id TEXT COLLATE "C" NOT NULL,
        name TEXT COLLATE "C" NOT NULL CHECK ("name" <> ''),
        overtime BIGINT NOT NULL CHECK ("overtime" >= 0),
        cost BIGINT NOT NULL CHECK ("cost" >= 0),
        fit BIGINT NOT NULL CHECK ("fit" >= 0),
        continuity BIGINT NOT NULL CHECK ("continuity" >= 0),
        moved BIGINT NOT NULL CHECK ("moved" >= 0),
        changed BIGINT NOT NULL CHECK ("changed" >= 0),
        strict BIGINT NOT NULL CHECK ("strict" >= 0 AND "strict" <= 1),
        version BIGINT DEFAULT 1 NOT NULL CHECK (version >= 1),
        PRIMARY KEY (id)
    )
    """,
    """ALTER TABLE plans ADD COLUMN policy TEXT COLLATE "C" DEFAULT '' NOT NULL""",
    """ALTER TABLE plans ADD COLUMN terms TEXT COLLATE "C" DEFAULT '[]' NOT NULL""",
    "UPDATE bank SET version = 2",
)

GRANTS = """
    SELECT DISTINCT 'GRANT ' || privilege_type || ' ON policies TO ' || CASE grantee WHEN 'PUBLIC' THEN grantee ELSE quote_ident(grantee) END
    FROM information_schema.role_table_grants
    WHERE table_schema = 'plimsoll' AND table_name = 'dependencies' AND grantee <> current_user ORDER BY 1
"""
"""Who may do what with dependencies may do it with policies: a team goes on working."""


def apply(connection: Connection) -> None:
    for statement in STATEMENTS:
        connection.exec_driver_sql(cleandoc(statement))
    for (grant,) in connection.exec_driver_sql(GRANTS).all():
        connection.exec_driver_sql(grant)
