"""Version 1 of a bank's schema, as released: these statements never change."""

from __future__ import annotations

from inspect import cleandoc

from sqlalchemy import Connection

STATEMENTS = (
    "CREATE TABLE bank (one INTEGER PRIMARY KEY CHECK (one = 1), version INTEGER NOT NULL CHECK (version >= 1))",
    "INSERT INTO bank (one, version) VALUES (1, 1)",
    """
    CREATE TABLE calendars (
        id TEXT COLLATE "C" NOT NULL,
        name TEXT COLLATE "C" NOT NULL CHECK ("name" <> ''),
        working_days TEXT COLLATE "C" NOT NULL CHECK ("working_days" <> ''),
        country TEXT COLLATE "C" NOT NULL,
        subdivision TEXT COLLATE "C" NOT NULL,
        version BIGINT DEFAULT 1 NOT NULL CHECK (version >= 1),
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE change_log (
        number INTEGER NOT NULL CHECK ("number" >= 1),
        at TEXT COLLATE "C" NOT NULL,
        who TEXT COLLATE "C" NOT NULL,
        kind TEXT COLLATE "C" NOT NULL CHECK ("kind" IN ('create', 'edit', 'undo', 'redo')),
        "of" BIGINT CHECK ("of" >= 1),
        label TEXT COLLATE "C" NOT NULL,
        why TEXT COLLATE "C" NOT NULL,
        changes TEXT COLLATE "C" NOT NULL,
        digest TEXT COLLATE "C" NOT NULL,
        previous_hash TEXT COLLATE "C" NOT NULL,
        hash TEXT COLLATE "C" NOT NULL,
        PRIMARY KEY (number)
    )
    """,
    """
    CREATE TABLE document (
        one INTEGER NOT NULL CHECK ("one" = 1),
        document_id TEXT COLLATE "C" NOT NULL CHECK ("document_id" <> ''),
        digest TEXT COLLATE "C" NOT NULL CHECK ("digest" <> ''),
        log_number BIGINT NOT NULL CHECK ("log_number" >= 1),
        log_hash TEXT COLLATE "C" NOT NULL CHECK ("log_hash" <> ''),
        plans_hash TEXT COLLATE "C" DEFAULT '' NOT NULL,
        PRIMARY KEY (one)
    )
    """,
    """
    CREATE TABLE plans (
        number INTEGER NOT NULL,
        id TEXT COLLATE "C" NOT NULL,
        fingerprint TEXT COLLATE "C" NOT NULL,
        solved_at TEXT COLLATE "C" NOT NULL,
        status TEXT COLLATE "C" NOT NULL CHECK ("status" IN ('Optimal', 'Feasible', 'Stopped', 'Infeasible')),
        value DOUBLE PRECISION NOT NULL,
        bound DOUBLE PRECISION NOT NULL,
        objective DOUBLE PRECISION NOT NULL,
        objective_bound DOUBLE PRECISION NOT NULL,
        engine TEXT COLLATE "C" NOT NULL,
        seconds DOUBLE PRECISION NOT NULL,
        effort BIGINT NOT NULL CHECK ("effort" >= 0),
        seed BIGINT NOT NULL,
        scenario TEXT COLLATE "C" NOT NULL,
        digest TEXT COLLATE "C" NOT NULL,
        PRIMARY KEY (number),
        UNIQUE (id)
    )
    """,
    """
    CREATE TABLE projects (
        id TEXT COLLATE "C" NOT NULL,
        name TEXT COLLATE "C" NOT NULL CHECK ("name" <> ''),
        priority BIGINT NOT NULL CHECK ("priority" >= 1 AND "priority" <= 5),
        weight BIGINT CHECK ("weight" >= 0),
        status TEXT COLLATE "C" NOT NULL CHECK ("status" IN ('Proposed', 'Approved', 'Active', 'On hold', 'Completed', 'Cancelled')),
        start TEXT COLLATE "C" CHECK ("start" LIKE '____-__-__'),
        finish TEXT COLLATE "C" CHECK ("finish" LIKE '____-__-__'),
        max_delay BIGINT NOT NULL CHECK ("max_delay" >= 0 AND "max_delay" <= 520),
        must_do BIGINT NOT NULL CHECK ("must_do" >= 0 AND "must_do" <= 1),
        value BIGINT,
        budget BIGINT CHECK ("budget" >= 0),
        programme TEXT COLLATE "C" NOT NULL,
        manager TEXT COLLATE "C" NOT NULL,
        version BIGINT DEFAULT 1 NOT NULL CHECK (version >= 1),
        PRIMARY KEY (id),
        CHECK (finish >= start)
    )
    """,
    """
    CREATE TABLE allocations (
        plan INTEGER NOT NULL,
        position INTEGER NOT NULL,
        demand_id TEXT COLLATE "C" NOT NULL,
        resource_id TEXT COLLATE "C" NOT NULL,
        week TEXT COLLATE "C" NOT NULL CHECK ("week" LIKE '____-__-__'),
        hours BIGINT NOT NULL CHECK ("hours" >= 1),
        PRIMARY KEY (plan, position),
        FOREIGN KEY(plan) REFERENCES plans (number)
    )
    """,
    """
    CREATE TABLE dependencies (
        id TEXT COLLATE "C" NOT NULL,
        predecessor_id TEXT COLLATE "C" NOT NULL,
        successor_id TEXT COLLATE "C" NOT NULL,
        kind TEXT COLLATE "C" NOT NULL CHECK ("kind" IN ('FS', 'SS', 'FF', 'SF')),
        lag_weeks BIGINT NOT NULL CHECK ("lag_weeks" >= -520 AND "lag_weeks" <= 520),
        version BIGINT DEFAULT 1 NOT NULL CHECK (version >= 1),
        PRIMARY KEY (id),
        CHECK (successor_id <> predecessor_id),
        FOREIGN KEY(predecessor_id) REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(successor_id) REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_dependencies_predecessor_id ON dependencies (predecessor_id)",
    "CREATE INDEX ix_dependencies_successor_id ON dependencies (successor_id)",
    """
    CREATE TABLE holidays (
        id TEXT COLLATE "C" NOT NULL,
        calendar_id TEXT COLLATE "C" NOT NULL,
        day TEXT COLLATE "C" NOT NULL CHECK ("day" LIKE '____-__-__'),
        name TEXT COLLATE "C" NOT NULL,
        version BIGINT DEFAULT 1 NOT NULL CHECK (version >= 1),
        PRIMARY KEY (id),
        FOREIGN KEY(calendar_id) REFERENCES calendars (id) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_holidays_calendar_id ON holidays (calendar_id)",
    """
    CREATE TABLE plan_projects (
        plan INTEGER NOT NULL,
        position INTEGER NOT NULL,
        project_id TEXT COLLATE "C" NOT NULL,
        selected BIGINT NOT NULL CHECK ("selected" >= 0 AND "selected" <= 1),
        delay_weeks BIGINT NOT NULL CHECK ("delay_weeks" >= 0),
        PRIMARY KEY (plan, position),
        FOREIGN KEY(plan) REFERENCES plans (number)
    )
    """,
    """
    CREATE TABLE resources (
        id TEXT COLLATE "C" NOT NULL,
        name TEXT COLLATE "C" NOT NULL CHECK ("name" <> ''),
        role TEXT COLLATE "C" NOT NULL CHECK ("role" <> ''),
        level BIGINT NOT NULL CHECK ("level" >= 1 AND "level" <= 5),
        other_roles TEXT COLLATE "C" NOT NULL CHECK ("other_roles" <> ''),
        kind TEXT COLLATE "C" NOT NULL CHECK ("kind" IN ('Person', 'Team', 'Equipment', 'Placeholder')),
        team TEXT COLLATE "C" NOT NULL,
        hours_per_week BIGINT CHECK ("hours_per_week" >= 0),
        calendar_id TEXT COLLATE "C",
        available_from TEXT COLLATE "C" CHECK ("available_from" LIKE '____-__-__'),
        available_to TEXT COLLATE "C" CHECK ("available_to" LIKE '____-__-__'),
        project_share BIGINT NOT NULL CHECK ("project_share" >= 0 AND "project_share" <= 1000000),
        max_projects BIGINT CHECK ("max_projects" >= 0),
        overtime BIGINT NOT NULL CHECK ("overtime" >= 0),
        cost_per_hour BIGINT CHECK ("cost_per_hour" >= 0),
        version BIGINT DEFAULT 1 NOT NULL CHECK (version >= 1),
        PRIMARY KEY (id),
        CHECK (available_to >= available_from),
        FOREIGN KEY(calendar_id) REFERENCES calendars (id) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_resources_calendar_id ON resources (calendar_id)",
    """
    CREATE TABLE settings (
        start TEXT COLLATE "C" NOT NULL CHECK ("start" LIKE '____-__-__'),
        weeks BIGINT NOT NULL CHECK ("weeks" >= 1 AND "weeks" <= 520),
        id TEXT COLLATE "C" NOT NULL,
        name TEXT COLLATE "C" NOT NULL CHECK ("name" <> ''),
        standard_week BIGINT NOT NULL CHECK ("standard_week" >= 1),
        minimum_block BIGINT NOT NULL CHECK ("minimum_block" >= 0),
        minimum_coverage BIGINT NOT NULL CHECK ("minimum_coverage" >= 0 AND "minimum_coverage" <= 1000000),
        assignment_cost BIGINT NOT NULL CHECK ("assignment_cost" >= 0),
        overtime_cost BIGINT NOT NULL CHECK ("overtime_cost" >= 0),
        delay_cost BIGINT NOT NULL CHECK ("delay_cost" >= 0 AND "delay_cost" <= 1000000),
        currency TEXT COLLATE "C" NOT NULL,
        default_calendar_id TEXT COLLATE "C",
        plan_of_record_id TEXT COLLATE "C",
        version BIGINT DEFAULT 1 NOT NULL CHECK (version >= 1),
        PRIMARY KEY (id),
        CHECK (id = 'settings'),
        FOREIGN KEY(default_calendar_id) REFERENCES calendars (id) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_settings_default_calendar_id ON settings (default_calendar_id)",
    """
    CREATE TABLE absences (
        id TEXT COLLATE "C" NOT NULL,
        resource_id TEXT COLLATE "C" NOT NULL,
        first TEXT COLLATE "C" NOT NULL CHECK ("first" LIKE '____-__-__'),
        last TEXT COLLATE "C" NOT NULL CHECK ("last" LIKE '____-__-__'),
        percent BIGINT NOT NULL CHECK ("percent" >= 0 AND "percent" <= 1000000),
        reason TEXT COLLATE "C" NOT NULL,
        version BIGINT DEFAULT 1 NOT NULL CHECK (version >= 1),
        PRIMARY KEY (id),
        CHECK ("last" >= "first"),
        FOREIGN KEY(resource_id) REFERENCES resources (id) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_absences_resource_id ON absences (resource_id)",
    """
    CREATE TABLE demands (
        id TEXT COLLATE "C" NOT NULL,
        name TEXT COLLATE "C" NOT NULL CHECK ("name" <> ''),
        project_id TEXT COLLATE "C" NOT NULL,
        role TEXT COLLATE "C" NOT NULL CHECK ("role" <> ''),
        start TEXT COLLATE "C" NOT NULL CHECK ("start" LIKE '____-__-__'),
        finish TEXT COLLATE "C" NOT NULL CHECK ("finish" LIKE '____-__-__'),
        phase TEXT COLLATE "C" NOT NULL,
        min_level BIGINT NOT NULL CHECK ("min_level" >= 1 AND "min_level" <= 5),
        hours_per_week BIGINT CHECK ("hours_per_week" >= 0),
        total_hours BIGINT CHECK ("total_hours" >= 0),
        fte BIGINT CHECK ("fte" >= 0),
        profile TEXT COLLATE "C" NOT NULL CHECK ("profile" IN ('Flat', 'Front', 'Back', 'Bell')),
        max_people BIGINT CHECK ("max_people" >= 0),
        resource_id TEXT COLLATE "C",
        version BIGINT DEFAULT 1 NOT NULL CHECK (version >= 1),
        PRIMARY KEY (id),
        CHECK (finish >= start),
        CHECK (num_nonnulls(hours_per_week, total_hours, fte) <= 1),
        FOREIGN KEY(project_id) REFERENCES projects (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(resource_id) REFERENCES resources (id) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_demands_project_id ON demands (project_id)",
    "CREATE INDEX ix_demands_resource_id ON demands (resource_id)",
    """
    CREATE TABLE bookings (
        id TEXT COLLATE "C" NOT NULL,
        demand_id TEXT COLLATE "C" NOT NULL,
        resource_id TEXT COLLATE "C" NOT NULL,
        week TEXT COLLATE "C" NOT NULL CHECK ("week" LIKE '____-__-__'),
        hours BIGINT NOT NULL CHECK ("hours" >= 0),
        kind TEXT COLLATE "C" NOT NULL CHECK ("kind" IN ('Hard', 'Soft')),
        version BIGINT DEFAULT 1 NOT NULL CHECK (version >= 1),
        PRIMARY KEY (id),
        FOREIGN KEY(demand_id) REFERENCES demands (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(resource_id) REFERENCES resources (id) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_bookings_demand_id ON bookings (demand_id)",
    "CREATE INDEX ix_bookings_resource_id ON bookings (resource_id)",
    """
    CREATE TABLE demand_weeks (
        id TEXT COLLATE "C" NOT NULL,
        demand_id TEXT COLLATE "C" NOT NULL,
        week TEXT COLLATE "C" NOT NULL CHECK ("week" LIKE '____-__-__'),
        hours BIGINT NOT NULL CHECK ("hours" >= 0),
        version BIGINT DEFAULT 1 NOT NULL CHECK (version >= 1),
        PRIMARY KEY (id),
        FOREIGN KEY(demand_id) REFERENCES demands (id) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    "CREATE INDEX ix_demand_weeks_demand_id ON demand_weeks (demand_id)",
)


def apply(connection: Connection) -> None:
    for statement in STATEMENTS:
        connection.exec_driver_sql(cleandoc(statement))
