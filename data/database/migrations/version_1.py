"""Version 1 of the schema, as released: these statements never change."""

from __future__ import annotations

from inspect import cleandoc

from sqlalchemy import Connection

STATEMENTS = (
    """
    CREATE TABLE settings (
        start TEXT NOT NULL CHECK ("start" LIKE '____-__-__'),
        weeks INTEGER NOT NULL CHECK ("weeks" >= 1 AND "weeks" <= 520),
        id TEXT NOT NULL,
        name TEXT NOT NULL CHECK ("name" <> ''),
        standard_week INTEGER NOT NULL CHECK ("standard_week" >= 1),
        minimum_block INTEGER NOT NULL CHECK ("minimum_block" >= 0),
        minimum_coverage INTEGER NOT NULL CHECK ("minimum_coverage" >= 0 AND "minimum_coverage" <= 1000000),
        assignment_cost INTEGER NOT NULL CHECK ("assignment_cost" >= 0),
        overtime_cost INTEGER NOT NULL CHECK ("overtime_cost" >= 0),
        delay_cost INTEGER NOT NULL CHECK ("delay_cost" >= 0 AND "delay_cost" <= 1000000),
        currency TEXT NOT NULL,
        default_calendar_id TEXT,
        plan_of_record_id TEXT,
        PRIMARY KEY (id),
        CHECK (id = 'settings'),
        FOREIGN KEY(default_calendar_id) REFERENCES calendars (id) DEFERRABLE INITIALLY DEFERRED
    ) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX ix_settings_default_calendar_id ON settings (default_calendar_id)",
    """
    CREATE TABLE calendars (
        id TEXT NOT NULL,
        name TEXT NOT NULL CHECK ("name" <> ''),
        working_days TEXT NOT NULL CHECK ("working_days" <> ''),
        country TEXT NOT NULL,
        subdivision TEXT NOT NULL,
        PRIMARY KEY (id)
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE holidays (
        id TEXT NOT NULL,
        calendar_id TEXT NOT NULL,
        day TEXT NOT NULL CHECK ("day" LIKE '____-__-__'),
        name TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(calendar_id) REFERENCES calendars (id) DEFERRABLE INITIALLY DEFERRED
    ) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX ix_holidays_calendar_id ON holidays (calendar_id)",
    """
    CREATE TABLE resources (
        id TEXT NOT NULL,
        name TEXT NOT NULL CHECK ("name" <> ''),
        role TEXT NOT NULL CHECK ("role" <> ''),
        level INTEGER NOT NULL CHECK ("level" >= 1 AND "level" <= 5),
        other_roles TEXT NOT NULL CHECK ("other_roles" <> ''),
        kind TEXT NOT NULL CHECK ("kind" IN ('Person', 'Team', 'Equipment', 'Placeholder')),
        team TEXT NOT NULL,
        hours_per_week INTEGER CHECK ("hours_per_week" >= 0),
        calendar_id TEXT,
        available_from TEXT CHECK ("available_from" LIKE '____-__-__'),
        available_to TEXT CHECK ("available_to" LIKE '____-__-__'),
        project_share INTEGER NOT NULL CHECK ("project_share" >= 0 AND "project_share" <= 1000000),
        max_projects INTEGER CHECK ("max_projects" >= 0),
        overtime INTEGER NOT NULL CHECK ("overtime" >= 0),
        cost_per_hour INTEGER CHECK ("cost_per_hour" >= 0),
        PRIMARY KEY (id),
        CHECK (available_to >= available_from),
        FOREIGN KEY(calendar_id) REFERENCES calendars (id) DEFERRABLE INITIALLY DEFERRED
    ) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX ix_resources_calendar_id ON resources (calendar_id)",
    """
    CREATE TABLE absences (
        id TEXT NOT NULL,
        resource_id TEXT NOT NULL,
        first TEXT NOT NULL CHECK ("first" LIKE '____-__-__'),
        last TEXT NOT NULL CHECK ("last" LIKE '____-__-__'),
        percent INTEGER NOT NULL CHECK ("percent" >= 0 AND "percent" <= 1000000),
        reason TEXT NOT NULL,
        PRIMARY KEY (id),
        CHECK ("last" >= "first"),
        FOREIGN KEY(resource_id) REFERENCES resources (id) DEFERRABLE INITIALLY DEFERRED
    ) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX ix_absences_resource_id ON absences (resource_id)",
    """
    CREATE TABLE projects (
        id TEXT NOT NULL,
        name TEXT NOT NULL CHECK ("name" <> ''),
        priority INTEGER NOT NULL CHECK ("priority" >= 1 AND "priority" <= 5),
        weight INTEGER CHECK ("weight" >= 0),
        status TEXT NOT NULL CHECK ("status" IN ('Proposed', 'Approved', 'Active', 'On hold', 'Completed', 'Cancelled')),
        start TEXT CHECK ("start" LIKE '____-__-__'),
        finish TEXT CHECK ("finish" LIKE '____-__-__'),
        max_delay INTEGER NOT NULL CHECK ("max_delay" >= 0 AND "max_delay" <= 520),
        must_do INTEGER NOT NULL CHECK ("must_do" >= 0 AND "must_do" <= 1),
        value INTEGER,
        budget INTEGER CHECK ("budget" >= 0),
        programme TEXT NOT NULL,
        manager TEXT NOT NULL,
        PRIMARY KEY (id),
        CHECK (finish >= start)
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE demands (
        id TEXT NOT NULL,
        name TEXT NOT NULL CHECK ("name" <> ''),
        project_id TEXT NOT NULL,
        role TEXT NOT NULL CHECK ("role" <> ''),
        start TEXT NOT NULL CHECK ("start" LIKE '____-__-__'),
        finish TEXT NOT NULL CHECK ("finish" LIKE '____-__-__'),
        phase TEXT NOT NULL,
        min_level INTEGER NOT NULL CHECK ("min_level" >= 1 AND "min_level" <= 5),
        hours_per_week INTEGER CHECK ("hours_per_week" >= 0),
        total_hours INTEGER CHECK ("total_hours" >= 0),
        fte INTEGER CHECK ("fte" >= 0),
        profile TEXT NOT NULL CHECK ("profile" IN ('Flat', 'Front', 'Back', 'Bell')),
        max_people INTEGER CHECK ("max_people" >= 0),
        resource_id TEXT,
        PRIMARY KEY (id),
        CHECK (finish >= start),
        CHECK ((hours_per_week IS NOT NULL) + (total_hours IS NOT NULL) + (fte IS NOT NULL) <= 1),
        FOREIGN KEY(project_id) REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(resource_id) REFERENCES resources (id) DEFERRABLE INITIALLY DEFERRED
    ) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX ix_demands_project_id ON demands (project_id)",
    "CREATE INDEX ix_demands_resource_id ON demands (resource_id)",
    """
    CREATE TABLE demand_weeks (
        id TEXT NOT NULL,
        demand_id TEXT NOT NULL,
        week TEXT NOT NULL CHECK ("week" LIKE '____-__-__'),
        hours INTEGER NOT NULL CHECK ("hours" >= 0),
        PRIMARY KEY (id),
        FOREIGN KEY(demand_id) REFERENCES demands (id) DEFERRABLE INITIALLY DEFERRED
    ) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX ix_demand_weeks_demand_id ON demand_weeks (demand_id)",
    """
    CREATE TABLE bookings (
        id TEXT NOT NULL,
        demand_id TEXT NOT NULL,
        resource_id TEXT NOT NULL,
        week TEXT NOT NULL CHECK ("week" LIKE '____-__-__'),
        hours INTEGER NOT NULL CHECK ("hours" >= 0),
        kind TEXT NOT NULL CHECK ("kind" IN ('Hard', 'Soft')),
        PRIMARY KEY (id),
        FOREIGN KEY(demand_id) REFERENCES demands (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(resource_id) REFERENCES resources (id) DEFERRABLE INITIALLY DEFERRED
    ) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX ix_bookings_demand_id ON bookings (demand_id)",
    "CREATE INDEX ix_bookings_resource_id ON bookings (resource_id)",
    """
    CREATE TABLE dependencies (
        id TEXT NOT NULL,
        predecessor_id TEXT NOT NULL,
        successor_id TEXT NOT NULL,
        kind TEXT NOT NULL CHECK ("kind" IN ('FS', 'SS', 'FF', 'SF')),
        lag_weeks INTEGER NOT NULL CHECK ("lag_weeks" >= -520 AND "lag_weeks" <= 520),
        PRIMARY KEY (id),
        CHECK (successor_id <> predecessor_id),
        FOREIGN KEY(predecessor_id) REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(successor_id) REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED
    ) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX ix_dependencies_predecessor_id ON dependencies (predecessor_id)",
    "CREATE INDEX ix_dependencies_successor_id ON dependencies (successor_id)",
    """
    CREATE TABLE document (
        one INTEGER NOT NULL CHECK ("one" = 1),
        document_id TEXT NOT NULL CHECK ("document_id" <> ''),
        digest TEXT NOT NULL CHECK ("digest" <> ''),
        log_number INTEGER NOT NULL CHECK ("log_number" >= 1),
        log_hash TEXT NOT NULL CHECK ("log_hash" <> ''),
        PRIMARY KEY (one)
    ) STRICT
    """,
    """
    CREATE TABLE change_log (
        number INTEGER NOT NULL CHECK ("number" >= 1),
        at TEXT NOT NULL,
        who TEXT NOT NULL,
        kind TEXT NOT NULL CHECK ("kind" IN ('create', 'edit', 'undo', 'redo')),
        "of" INTEGER CHECK ("of" >= 1),
        label TEXT NOT NULL,
        why TEXT NOT NULL,
        changes TEXT NOT NULL,
        digest TEXT NOT NULL,
        previous_hash TEXT NOT NULL,
        hash TEXT NOT NULL,
        PRIMARY KEY (number)
    ) STRICT
    """,
    """
    CREATE TABLE plans (
        number INTEGER NOT NULL,
        id TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        solved_at TEXT NOT NULL,
        status TEXT NOT NULL CHECK ("status" IN ('Optimal', 'Feasible', 'Stopped', 'Infeasible')),
        value REAL NOT NULL,
        bound REAL NOT NULL,
        objective REAL NOT NULL,
        objective_bound REAL NOT NULL,
        engine TEXT NOT NULL,
        seconds REAL NOT NULL,
        effort INTEGER NOT NULL CHECK ("effort" >= 0),
        seed INTEGER NOT NULL,
        scenario TEXT NOT NULL,
        digest TEXT NOT NULL,
        PRIMARY KEY (number),
        UNIQUE (id)
    ) STRICT
    """,
    """
    CREATE TABLE plan_projects (
        "plan" INTEGER NOT NULL,
        position INTEGER NOT NULL,
        project_id TEXT NOT NULL,
        selected INTEGER NOT NULL CHECK ("selected" >= 0 AND "selected" <= 1),
        delay_weeks INTEGER NOT NULL CHECK ("delay_weeks" >= 0),
        PRIMARY KEY ("plan", position),
        FOREIGN KEY("plan") REFERENCES plans (number)
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE allocations (
        "plan" INTEGER NOT NULL,
        position INTEGER NOT NULL,
        demand_id TEXT NOT NULL,
        resource_id TEXT NOT NULL,
        week TEXT NOT NULL CHECK ("week" LIKE '____-__-__'),
        hours INTEGER NOT NULL CHECK ("hours" >= 1),
        PRIMARY KEY ("plan", position),
        FOREIGN KEY("plan") REFERENCES plans (number)
    ) WITHOUT ROWID, STRICT
    """,
)


def apply(connection: Connection) -> None:
    for statement in STATEMENTS:
        connection.exec_driver_sql(cleandoc(statement))
