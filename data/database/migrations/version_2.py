"""Version 2 of the schema, as released: these statements never change.

Every row of an entity says which step wrote it, the document says which plans it keeps, and a file can carry a seal.
"""

from __future__ import annotations

from hashlib import sha256

from sqlalchemy import Connection

ENTITIES = (
    "settings",
    "calendars",
    "holidays",
    "resources",
    "absences",
    "projects",
    "demands",
    "demand_weeks",
    "bookings",
    "dependencies",
)
NO_PLANS = ""
NO_SEAL = "plimsoll-seal:" + 64 * "0"


def apply(connection: Connection) -> None:
    for table in ENTITIES:
        connection.exec_driver_sql(f"ALTER TABLE {table} ADD COLUMN version INTEGER DEFAULT 1 NOT NULL CHECK (version >= 1)")
    connection.exec_driver_sql(f"ALTER TABLE document ADD COLUMN plans_hash TEXT DEFAULT '{NO_PLANS}' NOT NULL")
    connection.exec_driver_sql("CREATE TABLE seal (one INTEGER NOT NULL CHECK (one = 1), mark TEXT NOT NULL, PRIMARY KEY (one)) STRICT")
    connection.exec_driver_sql("INSERT INTO seal (one, mark) VALUES (1, ?)", (NO_SEAL,))
    chained = NO_PLANS
    for (digest,) in connection.exec_driver_sql("SELECT digest FROM plans ORDER BY number").all():
        chained = sha256(f"{chained}{digest}".encode()).hexdigest()
    connection.exec_driver_sql("UPDATE document SET plans_hash = ?", (chained,))
