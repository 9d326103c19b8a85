"""A finished file is read back as it lies there: what it holds, without a lock, a journal or anything of its own running."""

from __future__ import annotations

import time
from pathlib import Path

import builders as b
import documents
import pytest
from documents import person

from data.database.inspection import inspect, verify
from data.document.backups import backups_for
from data.document.document import Document
from data.file_errors import DamagedFileError, FileError, NotAPortfolioError

FOREVER = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 100000000)"
NAMED = Path("/home/dana/case.plimsoll")


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of the small case with one more person and a plan."""
    place = documents.place(tmp_path, monkeypatch)
    with Document.create(place, b.small_case()) as document:
        document.commit(person("Dora"))
        document.keep_plan(b.plan(b.allocation("Build", "Ann", 1, 16.0)))
    return place


def test_it_says_what_the_file_holds(path: Path) -> None:
    found = inspect(path, path)
    with Document.read(path) as document:
        assert (found.document_id, found.state, found.digest) == (document.document_id, document.state, document.digest)
    assert found.name == "Portfolio"
    assert {name: found.rows[name] for name in ("resources", "projects", "demands", "change_log", "plans", "allocations")} == {
        "resources": 5,
        "projects": 3,
        "demands": 4,
        "change_log": 2,
        "plans": 1,
        "allocations": 1,
    }
    assert verify(path, path) == found


def test_it_leaves_no_trace(path: Path) -> None:
    path.parent.chmod(0o555)
    before = (path.stat().st_mtime_ns, documents.beside(path))
    verify(path, path)
    assert (path.stat().st_mtime_ns, documents.beside(path)) == before
    path.parent.chmod(0o755)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE resources SET level = 5 WHERE id = 'Ann'", "its content is not what was written"),
        ("DELETE FROM holidays", "its content is not what was written"),
        ("UPDATE document SET digest = 'x'", "its content is not what was written"),
        ("UPDATE document SET plans_hash = 'x'", "its kept plans are not those that were kept"),
        ("UPDATE plans SET digest = 'x'", "its kept plans are not those that were kept"),
        ("DELETE FROM document", "it does not say what document it is"),
    ],
)
def test_what_is_not_what_was_written_is_found(path: Path, statement: str, said: str) -> None:
    documents.run(path, statement)
    with pytest.raises(DamagedFileError, match=said) as told:
        verify(path, NAMED)
    assert str(told.value).startswith(str(NAMED))


@pytest.mark.parametrize("reading", [inspect, verify])
@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" + bytes(4096)])
def test_what_is_no_database_is_told_by_the_user_s_name(tmp_path: Path, content: bytes, reading: type) -> None:
    (tmp_path / "odd").write_bytes(content)
    with pytest.raises(FileError, match=str(NAMED)):
        reading(tmp_path / "odd", NAMED)
    with pytest.raises(FileError, match=str(NAMED)):
        reading(tmp_path / "nothing", NAMED)


def test_a_newer_file_is_read_as_far_as_we_know_it(path: Path) -> None:
    before = verify(path, path)
    documents.run(path, "CREATE TABLE later (id TEXT)", "PRAGMA user_version = 99")
    assert verify(path, path) == before
    documents.run(path, "CREATE VIEW sly AS SELECT 1")
    with pytest.raises(NotAPortfolioError, match="it holds a view “sly” that no Plimsoll would make"):
        inspect(path, path)


@pytest.mark.parametrize(
    ("table", "view"),
    [
        ("document", f"{FOREVER} SELECT max(x) document_id, 'x' digest, 1 log_number, 'x' log_hash, '' plans_hash FROM c"),
        ("settings", f"{FOREVER} SELECT max(x) AS name FROM c"),
        ("resources", f"{FOREVER} SELECT x AS id FROM c"),
    ],
)
def test_a_stranger_s_view_does_not_run(path: Path, table: str, view: str) -> None:
    documents.run(path, "PRAGMA foreign_keys = OFF", f"DROP TABLE {table}", f"CREATE VIEW {table} AS {view}")
    began = time.monotonic()
    with pytest.raises(NotAPortfolioError, match=f"it holds a view “{table}” that Plimsoll did not make"):
        inspect(path, path)
    assert backups_for(path)  # by its path: the file is not asked
    assert time.monotonic() - began < 2


def test_a_file_of_version_1_is_read_as_what_it_is() -> None:
    found = verify(documents.VERSION_1, documents.VERSION_1)
    assert (found.rows["resources"], found.rows["projects"]) == (5, 3)
    assert "seal" not in found.rows
