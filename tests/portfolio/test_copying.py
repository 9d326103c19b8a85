"""Looking at the user's file: copied whole while nobody writes, with what an interrupted SQLite left beside it, and compared."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import builders as b
import documents
import pytest
from documents import person

from data.database import opening
from data.database.inspection import verify
from data.database.store import Store
from data.document import copying, seal
from data.document.copying import Seen, bring_in, companions, is_still, renamed, see, seen_of
from data.document.document import Document
from data.errors import PlannerError
from data.file_errors import DamagedFileError, NotAPortfolioError, PrivateFolderError, UnreadableError

_INTERRUPTED = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
for statement in ("PRAGMA journal_mode = " + sys.argv[2], "PRAGMA wal_autocheckpoint = 0", "PRAGMA cache_size = 1", *sys.argv[3:]):
    connection.execute(statement)
os._exit(0)
"""
_BIG = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 400)"
_FILLS = f"{_BIG} INSERT INTO calendars (id, name, working_days, country, subdivision, version) SELECT x, hex(zeroblob(1500)), '0', '', '', 1 FROM c"
"""More than a cache of one page holds, so that pages of an unfinished transaction reach the file."""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return documents.made(documents.place(tmp_path, monkeypatch), "Ann")


@pytest.fixture
def room(path: Path) -> Path:
    return path.parent.parent / "home" / "room.plimsoll"


def interrupted(path: Path, *statements: str, mode: str = "DELETE") -> Path:
    """The file after a plain SQLite was killed in it; answers the journal it left."""
    child = documents.python(_INTERRUPTED, [path, mode, *statements])
    child.communicate()
    assert child.returncode == 0
    journal = path.with_name(path.name + ("-wal" if mode == "WAL" else "-journal"))
    assert journal.stat().st_size > 0
    return journal


def test_a_copy_is_the_file_and_says_what_was_seen(path: Path, room: Path) -> None:
    copied = bring_in(path, path, room)
    found = path.stat()
    assert copied.path.read_bytes() == path.read_bytes()
    assert (copied.seen.size, copied.seen.modified, copied.seen.inode) == (found.st_size, found.st_mtime_ns, found.st_ino)
    assert copied.sealed
    assert is_still(copied.seen, path)


def test_a_file_that_is_not_as_it_was_sealed_is_told_so(path: Path, room: Path) -> None:
    documents.run(path, "VACUUM")
    assert not bring_in(path, path, room).sealed


@pytest.mark.parametrize("cut", [-4096, -1, 4096])
def test_a_file_that_is_not_as_long_as_it_says_is_damaged(path: Path, room: Path, cut: int) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:cut] if cut < 0 else content + bytes(cut))
    with pytest.raises(DamagedFileError, match=rf"it has {len(content) + cut} bytes and should have {len(content)}"):
        bring_in(path, path, room)
    assert not room.exists()


def test_what_is_no_portfolio_is_not_copied(path: Path, room: Path) -> None:
    path.write_bytes(b"no portfolio" * 100)
    with pytest.raises(NotAPortfolioError):
        bring_in(path, path, room)
    assert not room.exists()


def test_a_file_that_changes_while_it_is_copied_is_copied_again(path: Path, room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = documents.made(path.with_name("other.plimsoll"), "Bob")
    copyfile, done = shutil.copyfile, []

    def torn(source: Path, to: Path) -> None:
        copyfile(source, to)
        if not done:
            done.append(copyfile(other, source))

    monkeypatch.setattr(copying.shutil, "copyfile", torn)
    monkeypatch.setattr(copying, "PAUSE", 0)
    assert documents.people(bring_in(path, path, room).path) == ["Bob"]


def test_a_file_that_never_rests_is_told(path: Path, room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copyfile = shutil.copyfile

    def torn(source: Path, to: Path) -> None:
        copyfile(source, to)
        os.utime(source)

    monkeypatch.setattr(copying.shutil, "copyfile", torn)
    monkeypatch.setattr(copying, "PAUSE", 0)
    with pytest.raises(UnreadableError, match="another program keeps writing it"):
        bring_in(path, path, room)


def test_no_room_in_the_private_folder_is_told_before_anything_is_copied(path: Path, room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying.shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(1, 1, 3 << 20))
    with pytest.raises(PrivateFolderError, match=r"home: .* \(5 MB are needed and 3 MB are free\); make room or rights, or name another"):
        Document.open(path)
    with pytest.raises(PrivateFolderError):
        Document.read(path)
    assert not room.exists()
    assert documents.on_desk(path) == documents.QUIET


# an interrupted SQLite


def test_what_an_interrupted_transaction_wrote_is_taken_back(path: Path) -> None:
    journal = interrupted(path, "BEGIN", "UPDATE resources SET level = 5", _FILLS)
    torn = path.read_bytes()
    with Document.open(path) as found:
        assert found.portfolio.resources == b.portfolio(b.resource("Ann")).resources
        assert path.read_bytes() == torn
        assert journal.exists()
        found.commit(person("Bob"))
    assert documents.people(path) == ["Ann", "Bob"]
    assert documents.beside(path) == ["case.plimsoll"]
    assert verify(path, path)


def test_its_journal_is_never_applied_to_what_is_published(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even where a kill comes between the replacing and the removing of the journal."""
    journal = interrupted(path, "BEGIN", _FILLS)
    stale = journal.read_bytes()
    with Document.open(path) as found:
        for count in range(40):
            found.commit(person(f"P{count:02}"))
    journal.write_bytes(stale)
    assert len(documents.people(path)) == 41
    with Document.open(path) as found:
        found.commit(person("Zoe"))
    assert len(documents.people(path)) == 42
    assert documents.beside(path) == ["case.plimsoll"]


def test_what_a_write_ahead_log_holds_is_read_with_the_file(path: Path) -> None:
    wal = interrupted(path, "CREATE TABLE birds (name TEXT)", mode="WAL")
    content = path.read_bytes()
    with pytest.raises(NotAPortfolioError, match="it holds a table “birds”"):
        Document.open(path)
    assert (path.read_bytes(), wal.exists()) == (content, True)


def test_a_file_in_write_ahead_mode_with_nothing_in_its_log_is_opened(path: Path) -> None:
    documents.run(path, "PRAGMA journal_mode = WAL")
    with Document.open(path) as found:
        found.commit(person("Bob"))
    assert documents.people(path) == ["Ann", "Bob"]


def test_an_interrupted_file_without_its_journal_is_damaged_or_whole_but_never_something_between(path: Path) -> None:
    interrupted(path, "BEGIN", "UPDATE resources SET level = 5", _FILLS).unlink()
    with pytest.raises(PlannerError):
        Document.open(path)


def test_an_empty_journal_is_none(path: Path) -> None:
    path.with_name(path.name + "-journal").touch()
    assert companions(path) == ()
    assert documents.people(path) == ["Ann"]


# whether it is still the same


@pytest.mark.parametrize(
    ("change", "still"),
    [
        (lambda path: os.utime(path, (1, 1)), True),
        (lambda path: path.chmod(0o600), True),
        (lambda path: path.write_bytes(path.read_bytes()), True),
        (lambda path: path.write_bytes(path.read_bytes() + b"x"), False),
        (lambda path: path.write_bytes(path.read_bytes()[:5000] + b"x" + path.read_bytes()[5001:]), False),
        (lambda path: path.write_bytes(b""), False),
    ],
)
def test_a_file_is_still_what_was_seen_where_its_bytes_are(path: Path, change: Callable[[Path], None], still: bool) -> None:
    seen = see(path, path)
    assert seen is not None
    change(path)
    assert is_still(seen, path) is still


def test_a_change_that_hides_behind_old_times_is_seen(path: Path) -> None:
    seen, before = see(path, path), path.stat()
    content = path.read_bytes()
    with path.open("r+b") as stream:
        stream.write(content[:5000] + bytes([content[5000] ^ 1]))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert seen is not None
    assert not is_still(seen, path)


def test_nothing_is_seen_where_there_is_nothing(path: Path) -> None:
    assert see(path.with_name("none"), path) is None


def test_a_file_that_is_seen_while_it_changes_is_seen_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reading, done = seal.read, []

    def late(file: Path) -> seal.Sealing:
        found = reading(file)
        if not done:
            done.append(file.write_bytes(b"theirs"))
        return found

    monkeypatch.setattr(copying.seal, "read", late)
    monkeypatch.setattr(copying, "PAUSE", 0)
    seen = see(path, path)
    assert seen is not None
    assert seen.hash == reading(path).hash


def test_a_file_under_its_new_name_is_the_same_and_another_is_not(path: Path) -> None:
    new = path.with_name("new")
    shutil.copyfile(path, new)
    seen = seen_of(new, "hash")
    new.replace(path)
    assert is_still(renamed(seen, path), path)
    path.with_name("theirs").write_bytes(path.read_bytes()[:-1] + b"x")
    path.with_name("theirs").replace(path)
    assert renamed(seen, path) == seen != seen_of(path, "hash")


def test_a_store_brought_in_is_the_store_that_was_published(path: Path, room: Path) -> None:
    with Store.open(bring_in(path, path, room).path, path) as store:
        assert list(store.portfolio.resources) == ["Ann"]


def test_what_no_file_looks_like_is_never_met(path: Path) -> None:
    assert not is_still(Seen(-1, -1, -1, -1, ""), path)


def test_a_file_that_is_replaced_while_it_is_looked_at_is_not_damaged(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As another window's publication does it: whole, by a rename, between any two looks of ours."""
    longer, said = path.with_name("longer"), opening.size_said
    shutil.copy(path, longer)
    with sqlite3.connect(longer) as connection:
        connection.execute("CREATE TABLE more (x)")
        connection.execute("INSERT INTO more VALUES (zeroblob(100000))")
    connection.close()

    def replacing(header: bytes) -> int:
        if longer.exists():
            longer.replace(path)
        return said(header)

    monkeypatch.setattr(opening, "size_said", replacing)
    copying._check_size(path, path)
    assert not longer.exists()
