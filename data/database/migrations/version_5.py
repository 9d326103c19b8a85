"""Version 5 of the schema, as released: these statements never change.

Plans that say which weeks were past when they were made.
"""

from __future__ import annotations

from sqlalchemy import Connection

STATEMENTS = ("ALTER TABLE plans ADD COLUMN status_date TEXT",)


def apply(connection: Connection) -> None:
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
