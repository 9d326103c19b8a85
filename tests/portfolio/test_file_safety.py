"""A file is believed only when it is ours, whole, and what was written; connections run with the safe settings."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import builders as b
import pytest

from data.database import connection
from data.database.connection import APPLICATION_ID, SettingRefusedError, engine, let_go
from data.database.migrations import CURRENT
from data.database.store import Store
from data.edits import adding
from data.entities import Id
from data.file_errors import (
    DamagedFileError,
    DiskError,
    FileError,
    NewerFileError,
    NotAPortfolioError,
    NotFoundError,
    UnreadableError,
)
from data.portfolio import Portfolio


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of the small case with one edit and one plan."""
    made = tmp_path / "case.plimsoll"
    with Store.create(made, b.small_case()) as file:
        file.commit(adding("Add Dora", [b.resource("Dora")]))
        file.keep_plan(b.plan(b.allocation("Build", "Ann", 1, 16.0)))
    return made


def run(path: Path, *statements: str) -> None:
    """Changes the file behind Plimsoll's back."""
    with closing(sqlite3.connect(path)) as other:
        for statement in statements:
            other.execute(statement)
        other.commit()


def test_every_connection_reads_back_the_safe_settings(path: Path) -> None:
    at = engine(path)
    with at.connect() as opened:
        found = {
            name: opened.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "cell_size_check")
        }
    let_go(at)
    assert found == {"journal_mode": "truncate", "synchronous": 3, "foreign_keys": 1, "trusted_schema": 0, "cell_size_check": 1}


def test_a_setting_that_is_not_taken_stops_everything(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "SETTINGS", (("journal_mode", "TRUNCATE", "wal"),))
    with pytest.raises(SettingRefusedError, match="journal_mode is 'truncate' and must be 'wal'"):
        Store.open(path)


def test_a_writer_takes_the_lock_at_once(path: Path) -> None:
    at = engine(path)
    with at.begin() as writing, closing(sqlite3.connect(path, timeout=0)) as other:
        writing.exec_driver_sql("SELECT 1")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
    let_go(at)


def test_a_file_that_another_program_holds_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 0.0)
    with Store.open(path) as file, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DiskError, match="another program is using the file; nothing of this step was kept"):
            file.commit(adding("Add Eve", [b.resource("Eve")]))


def test_the_file_says_what_it_is_in_its_header(path: Path) -> None:
    header = path.read_bytes()[:100]
    assert header[60:64] == CURRENT.to_bytes(4, "big")
    assert header[68:72] == APPLICATION_ID.to_bytes(4, "big") == b"Plim"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"gone\.plimsoll: there is no such file"):
        Store.open(tmp_path / "gone.plimsoll")


def test_a_file_that_may_not_be_read_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableError, match=r"it cannot be read \(Permission denied\); close it in other programs"):
        Store.open(path)


def test_a_new_file_whose_name_is_too_long_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DiskError, match="File name too long"):
        Store.create(tmp_path / ("n" * 300 + ".plimsoll"), b.small_case())


@pytest.mark.parametrize(("content", "why"), [(b"", "it is empty"), (b"PK\x03\x04" * 50, "it is no SQLite file")])
def test_a_file_of_another_kind_is_told(tmp_path: Path, content: bytes, why: str) -> None:
    (tmp_path / "other.plimsoll").write_bytes(content)
    with pytest.raises(NotAPortfolioError, match=why):
        Store.open(tmp_path / "other.plimsoll")


def test_a_folder_is_no_portfolio(tmp_path: Path) -> None:
    with pytest.raises(NotAPortfolioError, match="it is a folder"):
        Store.open(tmp_path)


def test_another_program_s_database_is_told(tmp_path: Path) -> None:
    run(tmp_path / "other.plimsoll", "CREATE TABLE birds (name TEXT)")
    with pytest.raises(NotAPortfolioError, match="another program made it"):
        Store.open(tmp_path / "other.plimsoll")


def test_a_newer_file_is_refused_and_left_alone(path: Path) -> None:
    run(path, "PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(NewerFileError, match=rf"a newer Plimsoll wrote this file \(version 99, this one knows {CURRENT}\)"):
        Store.open(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("CREATE TRIGGER sly AFTER INSERT ON resources BEGIN DELETE FROM projects; END", "trigger “sly”"),
        ("CREATE VIEW sly AS SELECT * FROM resources", "view “sly”"),
        ("CREATE TABLE sly (name TEXT)", "table “sly”"),
        ("CREATE INDEX sly ON resources (name)", "index “sly”"),
        ("ALTER TABLE resources ADD COLUMN sly TEXT", "table “resources”"),
    ],
)
def test_a_schema_that_is_not_ours_is_refused_by_name(path: Path, statement: str, named: str) -> None:
    run(path, statement)
    with pytest.raises(NotAPortfolioError, match=f"it holds a {named} that Plimsoll did not make"):
        Store.open(path)


def test_a_missing_index_is_found(path: Path) -> None:
    run(path, "DROP INDEX ix_bookings_demand_id")
    with pytest.raises(DamagedFileError, match="its index “ix_bookings_demand_id” is missing"):
        Store.open(path)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE resources SET level = 5 WHERE id = 'Ann'",
        "UPDATE bookings SET hours = hours + 1",
        "DELETE FROM holidays",
        "UPDATE document SET digest = 'x'",
        "UPDATE projects SET finish = '2027-02-30' WHERE finish IS NOT NULL",
    ],
)
def test_content_that_is_not_what_was_written_is_found(path: Path, statement: str) -> None:
    run(path, statement)
    with pytest.raises(DamagedFileError, match="the file is damaged"):
        Store.open(path)


def test_a_row_that_refers_to_nothing_is_found(path: Path) -> None:
    run(path, "DELETE FROM projects WHERE id = 'Comet'")
    with pytest.raises(DamagedFileError, match="a row of demands refers to a row of projects that is not there"):
        Store.open(path)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE change_log SET label = 'Nothing' WHERE number = 2",
        "UPDATE change_log SET why = 'Because' WHERE number = 1",
        "UPDATE change_log SET changes = '[]' WHERE number = 2",
        "UPDATE change_log SET who = 'nobody'",
        "DELETE FROM change_log WHERE number = 1",
        "DELETE FROM change_log WHERE number = 2",
        "DELETE FROM change_log",
        "INSERT INTO change_log SELECT 3, at, who, kind, of, label, why, changes, digest, hash, hash FROM change_log WHERE number = 2",
    ],
)
def test_a_change_log_that_was_tampered_with_is_found(path: Path, statement: str) -> None:
    run(path, statement)
    with pytest.raises(DamagedFileError, match="change log"):
        Store.open(path)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE allocations SET hours = hours + 1", "UPDATE plans SET value = value * 2", "DELETE FROM allocations"],
)
def test_a_plan_that_is_not_what_was_kept_is_found(path: Path, statement: str) -> None:
    run(path, statement)
    with pytest.raises(DamagedFileError, match="plan plan-1 is not what was kept"):
        Store.open(path)
    with Store.open(path, sealed=True) as file, pytest.raises(DamagedFileError, match="plan plan-1 is not what was kept"):
        file.plan(Id("plan-1"))


def test_a_plan_taken_out_whole_is_found(path: Path) -> None:
    run(path, "DELETE FROM allocations", "DELETE FROM plan_projects", "DELETE FROM plans")
    with pytest.raises(DamagedFileError, match="its kept plans are not those that were kept"):
        Store.open(path, sealed=True)


def test_a_file_cut_short_is_found(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-8192])
    with pytest.raises(DamagedFileError, match=r"case\.plimsoll: the file is damaged"):
        Store.open(path)


def opened_or_told(path: Path) -> Portfolio | str:
    try:
        with Store.open(path) as file:
            return file.portfolio
    except FileError:
        return "told"


def _overwrite(at: int) -> Callable[[bytes], bytes]:
    return lambda content: content[:at] + bytes(512) + content[at + 512 :]


@pytest.mark.parametrize("sector", range(8, 120, 7))
def test_a_sector_of_zeros_is_found_or_does_no_harm(path: Path, sector: int) -> None:
    whole = b.small_case().holding(b.resource("Dora"))
    path.write_bytes(_overwrite(sector * 512)(path.read_bytes()))
    assert opened_or_told(path) in (whole, "told")
