"""Files that somebody made to run something, to eat time and memory, or to reach beyond themselves."""

from __future__ import annotations

import os
import sqlite3
import struct
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.faults.forging import made_consistent, run

Make = Callable[[Path], None]
"""Turns the good portfolio file at a path into a hostile one."""

VICTIM = "precious.txt"
"""Stands beside the portfolio, and is nobody's to remove."""
PAGE = 4096
GREEDY = "length(hex(zeroblob(200000000)))"
ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c"


@dataclass(frozen=True, slots=True)
class Hostile:
    """How a file is made hostile, and what the refusal names; None where it is opened as if nothing were."""

    make: Make
    named: str | None


def by_sql(*statements: str, writable: bool = False) -> Make:
    return lambda path: run(path, *statements, writable=writable)


def in_schema(table: str, before: str, after: str) -> Make:
    """The statement of a table in the schema says something else."""
    return by_sql(f"UPDATE sqlite_schema SET sql = replace(sql, {_quoted(before)}, {_quoted(after)}) WHERE name = '{table}'", writable=True)


def forged(*statements: str) -> Make:
    """Rows that no Plimsoll would write, with every digest made anew."""

    def make(path: Path) -> None:
        run(path, *statements)
        made_consistent(path)

    return make


def log_row(changes: Callable[[], str]) -> Make:
    """The last step of the change log holds this, with every hash made anew."""

    def make(path: Path) -> None:
        with closing(sqlite3.connect(path)) as plain:
            plain.execute("UPDATE change_log SET changes = ? WHERE number = (SELECT max(number) FROM change_log)", (changes(),))
            plain.commit()
        made_consistent(path)

    return make


def of_the_future(*statements: str) -> Make:
    return by_sql(*statements, "PRAGMA user_version = 99")


def many_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("PRAGMA writable_schema = ON")
        rows = ((f"t{n}", f"t{n}", 2, f"CREATE TABLE t{n} (x)") for n in range(20_000))
        plain.executemany("INSERT INTO sqlite_schema VALUES ('table', ?, ?, ?, ?)", rows)
        plain.commit()


def in_a_write_ahead_log(path: Path) -> None:
    """The trigger is in a log beside the file, as a program leaves it that was interrupted."""
    log = path.with_name(path.name + "-wal")
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("PRAGMA journal_mode = WAL")
        plain.execute("CREATE TRIGGER sly AFTER INSERT ON resources BEGIN DELETE FROM projects; END")
        plain.commit()
        content, logged = path.read_bytes(), log.read_bytes()
    path.write_bytes(content)
    log.write_bytes(logged)


def hot_journal(path: Path) -> bytes:
    """An interrupted transaction's journal, which SQLite takes back when it opens the file."""
    journal = path.with_name(path.name + "-journal")
    with closing(sqlite3.connect(path, isolation_level=None)) as plain:
        plain.execute("PRAGMA cache_size = 2")
        plain.execute("BEGIN")
        plain.execute("UPDATE change_log SET label = label || hex(randomblob(20000))")
        content, found = path.read_bytes(), journal.read_bytes()
        plain.execute("ROLLBACK")
    path.write_bytes(content)
    return found


def naming_a_victim(path: Path) -> None:
    """A journal that names another file as the journal above it: SQLite deletes that when it has taken this one back."""
    journal = hot_journal(path)
    name = os.fsencode(path.with_name(VICTIM))
    checksum = sum(byte - 256 if byte > 127 else byte for byte in name) & 0xFFFFFFFF
    above = struct.pack(">I", 0x40000000 // PAGE + 1) + name + struct.pack(">II", len(name), checksum) + bytes.fromhex("d9d505f920a163d7")
    path.with_name(path.name + "-journal").write_bytes(journal + above)


def with_journal_of(journal: Callable[[], bytes]) -> Make:
    return lambda path: _beside(path, journal())


def sparse(path: Path) -> None:
    """A thousand million bytes, nearly all of them a hole, and a header that says so."""
    pages = 262_144
    with path.open("r+b") as stream:
        stream.truncate(pages * PAGE)
        stream.seek(28)
        stream.write(struct.pack(">I", pages))


def header(at: int, what: bytes) -> Make:
    def make(path: Path) -> None:
        content = path.read_bytes()
        path.write_bytes(content[:at] + what + content[at + len(what) :])

    return make


def link_to(target: str) -> Make:
    def make(path: Path) -> None:
        path.unlink()
        path.symlink_to(target)

    return make


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def circle(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def _beside(path: Path, journal: bytes) -> None:
    path.with_name(path.name + "-journal").write_bytes(journal)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


_DEEP = 100_000 * "["
_SLY_TRIGGER = "CREATE TRIGGER sly AFTER INSERT ON resources BEGIN DELETE FROM projects; END"

HOSTILE: dict[str, Hostile] = {
    "a trigger": Hostile(by_sql(_SLY_TRIGGER), "trigger “sly”"),
    "a trigger under the name of an index": Hostile(
        by_sql("DROP INDEX ix_bookings_demand_id", _SLY_TRIGGER.replace("sly", "ix_bookings_demand_id")), "trigger “ix_bookings_demand_id”"
    ),
    "an endless view": Hostile(by_sql(f"CREATE VIEW sly AS {ENDLESS}"), "view “sly”"),
    "a view in the place of a table": Hostile(
        by_sql("DROP TABLE dependencies", f"CREATE VIEW dependencies AS {ENDLESS}"), "view “dependencies”"
    ),
    "a virtual table": Hostile(by_sql("CREATE VIRTUAL TABLE sly USING fts5(x)"), "table “sly"),
    "a module that is not there": Hostile(
        by_sql("INSERT INTO sqlite_schema VALUES ('table', 'sly', 'sly', 0, 'CREATE VIRTUAL TABLE sly USING evil(x)')", writable=True),
        "table “sly”",
    ),
    "a generated column": Hostile(by_sql(f"ALTER TABLE resources ADD COLUMN sly TEXT AS ({GREEDY}) VIRTUAL"), "table “resources”"),
    "a greedy default": Hostile(
        in_schema("resources", "team TEXT NOT NULL", f"team TEXT NOT NULL DEFAULT ({GREEDY})"), "table “resources”"
    ),
    "a greedy check": Hostile(
        in_schema("resources", "team TEXT NOT NULL", f"team TEXT NOT NULL CHECK ({GREEDY} > 0)"), "table “resources”"
    ),
    "an index on an expression": Hostile(by_sql("CREATE INDEX sly ON resources (lower(name))"), "index “sly”"),
    "an index of ours on an expression": Hostile(
        by_sql("DROP INDEX ix_bookings_demand_id", "CREATE INDEX ix_bookings_demand_id ON bookings (hex(demand_id))"),
        "index “ix_bookings_demand_id”",
    ),
    "a table of SQLite's sequences": Hostile(
        by_sql("CREATE TABLE sly (id INTEGER PRIMARY KEY AUTOINCREMENT)", "DROP TABLE sly"), "table “sqlite_sequence”"
    ),
    "statistics that mislead": Hostile(by_sql("ANALYZE", "UPDATE sqlite_stat1 SET stat = '9999999999 1'"), "table “sqlite_stat1”"),
    "two tables in one place": Hostile(
        by_sql(
            "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'bookings') WHERE name = 'absences'",
            writable=True,
        ),
        "damaged",
    ),
    "a schema of nonsense": Hostile(
        by_sql("INSERT INTO sqlite_schema VALUES ('trigger', 'sly', 'resources', 0, 'CREATE TRIGGER sly nonsense')", writable=True),
        "damaged",
    ),
    "twenty thousand tables": Hostile(many_tables, "table “t"),
    "a name of a million letters": Hostile(by_sql(f'CREATE VIEW "{1_000_000 * "s"}" AS SELECT 1'), "view “sss"),
    "a name that paints over the screen": Hostile(by_sql('CREATE VIEW "sly\x1b[2J\u202e\n" AS SELECT 1'), "view “sly"),
    "a trigger in a write-ahead log": Hostile(in_a_write_ahead_log, "trigger “sly”"),
    "a journal that names a victim": Hostile(naming_a_victim, "journal"),
    "a journal of noise": Hostile(with_journal_of(lambda: b"\xd9\xd5\x05\xf9 \xa1c\xd7" + 2000 * b"\xff"), None),
    "a page size that lies": Hostile(header(16, b"\x00\x01"), "damaged"),
    "pages that are not there": Hostile(header(28, b"\x7f\xff\xff\xff"), "damaged"),
    "a text encoding of another kind": Hostile(header(56, b"\x00\x00\x00\x02"), "damaged"),
    "a thousand million bytes of nothing": Hostile(sparse, "damaged"),
    "a link to all zeros": Hostile(link_to("/dev/zero"), "no ordinary file"),
    "a link to itself": Hostile(circle, "link"),
    "a pipe": Hostile(pipe, "no ordinary file"),
    "a folder": Hostile(folder, "folder"),
    "the future with a trigger": Hostile(of_the_future(_SLY_TRIGGER), "trigger “sly”"),
    "the future with a greedy check": Hostile(
        of_the_future(f"CREATE TABLE sly (x TEXT CHECK ({GREEDY} > x))", "INSERT INTO sly SELECT NULL"), None
    ),
    "the future with a greedy column": Hostile(
        of_the_future(f"ALTER TABLE resources ADD COLUMN sly TEXT AS ({GREEDY}) VIRTUAL"), "“resources”"
    ),
    "the future with a greedy index": Hostile(of_the_future("CREATE INDEX sly ON resources (hex(zeroblob(1000000)))"), "index “sly”"),
    "a plan of absurd figures": Hostile(
        forged("UPDATE plans SET value = 9e999, bound = -9e999", "UPDATE allocations SET hours = 9223372036854775807"), "plan"
    ),
    "a plan of no date": Hostile(forged("UPDATE plans SET solved_at = 'never'", "UPDATE allocations SET week = '9999-99-99'"), "plan"),
    "people with endless roles": Hostile(forged(f"UPDATE resources SET other_roles = '{_DEEP}' WHERE id = 'Ann'"), "damaged"),
    "people whose roles are a figure": Hostile(forged("UPDATE resources SET other_roles = '7' WHERE id = 'Ann'"), "damaged"),
    "a figure of five thousand digits": Hostile(
        forged(f"UPDATE resources SET other_roles = '[[{5000 * '9'}]]' WHERE id = 'Ann'"), "damaged"
    ),
    "a name that is no text": Hostile(forged("UPDATE document SET document_id = CAST(x'ff00fe' AS TEXT)"), "damaged"),
    "a document that is a path": Hostile(forged("UPDATE document SET document_id = '../../../../../../tmp/sly'"), None),
    "a day that never was": Hostile(forged("UPDATE projects SET start = '2027-02-30', finish = NULL WHERE id = 'Comet'"), "damaged"),
    "a step without bottom": Hostile(log_row(lambda: _DEEP), "step"),
    "a step of five thousand digits": Hostile(log_row(lambda: 5000 * "9"), "step"),
    "a step of another shape": Hostile(log_row(lambda: '[{"kind":"resources","id":7}]'), "step"),
    "a step of twenty megabytes": Hostile(log_row(lambda: '["' + 20_000_000 * "x" + '"]'), "step"),
}
