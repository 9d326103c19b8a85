"""The open file: made, opened, read, saved as, copied and closed; every error tells its way out and leaves everything as it was."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import builders as b
import documents
import pytest
from documents import person

from data.document import backups, locks, publishing, taking, working_copy
from data.document.access import ReadOnlyWhy
from data.document.document import Document
from data.document.private import HOME_VARIABLE, Desk, home
from data.document.recovery import leftovers
from data.errors import PlannerError
from data.file_errors import (
    AlreadyThereError,
    DiskError,
    NewerFileError,
    NoFolderError,
    NotAPortfolioError,
    NotFoundError,
    NotKeptError,
    NotPublishedError,
    PrivateFolderError,
    ReadOnlyError,
)
from data.steps import StepKind


@pytest.fixture
def other(path: Path) -> Path:
    return path.with_name("other.plimsoll")


def full(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


# making


def test_a_new_file_is_there_at_once_and_open(path: Path) -> None:
    with Document.create(path, b.small_case()) as made:
        assert not made.unpublished
        assert made.read_only is None
        assert path.exists()
        with Document.read(path) as found:
            assert (found.portfolio, found.digest, found.document_id) == (b.small_case(), made.digest, made.document_id)


def test_a_path_that_is_taken_is_refused_unless_it_may_be_replaced(path: Path) -> None:
    documents.made(path, "Ann")
    with pytest.raises(AlreadyThereError, match="a file of this name is there already; choose another name"):
        Document.create(path, b.portfolio())
    assert documents.people(path) == ["Ann"]
    old = backups.backups_for(path)[0].document_id
    Document.create(path, b.portfolio(b.resource("Bob")), replace=True).close()
    assert documents.people(path) == ["Bob"]
    assert {name for each in backups.backups_of(old) for name in documents.people(each.path)} == {"Ann"}


def test_a_folder_that_is_not_there_is_told_before_anything_is_made(path: Path) -> None:
    nowhere = path.parent / "nowhere" / "case.plimsoll"
    with pytest.raises(NoFolderError, match=r"there is no folder .*nowhere; create it or choose another"):
        Document.create(nowhere, b.portfolio())
    assert not home().exists()


@pytest.mark.parametrize("content", [b"my notes", b"SQLite format 3\x00" + bytes(5000)])
def test_what_cannot_be_backed_up_is_kept_as_it_is_before_it_is_replaced(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    Document.create(path, b.portfolio(), replace=True).close()
    assert [each.read_bytes() for each in (home() / "damaged").glob("*/case.plimsoll")] == [content]


@pytest.mark.parametrize("name", ["snapshot", "verify"])
def test_a_file_that_cannot_be_made_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(publishing, name, full)
        with pytest.raises(NotPublishedError, match="No space left"):
            Document.create(path, b.portfolio())
    assert documents.beside(path) == []
    assert documents.on_desk(path) == documents.QUIET
    assert documents.is_let_go(path)
    assert leftovers() == ()
    documents.made(path)


# opening and reading


def test_what_was_done_is_there_when_it_is_opened_again(path: Path) -> None:
    documents.made(path, "Ann")
    with Document.open(path) as first:
        step = first.commit(person("Bob"))
        first.commit(person("Bob").inverse(), kind=StepKind.UNDO, of=step.number)
        plan = b.plan(b.allocation("Build", "Ann", 1, 8.0))
        first.keep_plan(plan)
    with Document.open(path) as again:
        assert [(each.label, each.kind) for each in again.history()[1:]] == [("Add Bob", StepKind.EDIT), ("Add Bob", StepKind.UNDO)]
        assert again.edit(2) == person("Bob")
        assert (again.latest_plan(), again.plan(plan.id)) == (plan, plan)
        assert again.document_id == first_id(path)
        assert not again.unpublished


def first_id(path: Path) -> str:
    return backups.backups_for(path)[-1].document_id


def test_looking_at_a_file_changes_nothing(path: Path) -> None:
    documents.made(path)
    before, content = path.stat(), path.read_bytes()
    Document.open(path).close()
    Document.read(path).close()
    after = path.stat()
    assert (after.st_mtime_ns, after.st_ino, path.read_bytes()) == (before.st_mtime_ns, before.st_ino, content)
    assert documents.on_desk(path) == documents.QUIET
    assert list((home() / "reading").iterdir()) == []


def test_what_is_only_read_cannot_be_changed_or_published(path: Path) -> None:
    documents.made(path, "Ann")
    with Document.read(path) as found:
        assert found.read_only is not None
        assert found.read_only.why is ReadOnlyWhy.LOOKING
        with pytest.raises(ReadOnlyError, match="it was opened only to be read"):
            found.commit(person("Bob"))
        with pytest.raises(ReadOnlyError):
            found.keep_plan(b.plan())
        assert (found.unpublished, found.publication(), found.publish()) == (False, None, None)


def test_reading_takes_no_lock_and_sees_what_is_published(path: Path) -> None:
    documents.made(path, "Ann")
    with Document.open(path) as editing:
        editing.commit(person("Bob"))
        with Document.read(path) as found:
            assert documents.names_in(found) == ["Ann"]
        editing.publish()
        with Document.read(path) as found:
            assert documents.names_in(found) == ["Ann", "Bob"]


def test_copies_to_read_that_a_kill_left_are_removed(path: Path) -> None:
    documents.made(path)
    old = home() / "reading" / "killed"
    old.mkdir(parents=True)
    (old / "working.plimsoll").write_bytes(b"x")
    os.utime(old, (1, 1))
    young = home() / "reading" / "young"
    young.mkdir()
    Document.read(path).close()
    assert [each.name for each in (home() / "reading").iterdir()] == ["young"]


def test_another_process_that_tidies_at_the_same_moment_is_no_trouble(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents.made(path, "Ann")
    gone = home() / "reading" / "gone"
    gone.mkdir(parents=True)
    os.utime(gone, (1, 1))
    tried = []

    def too_late(folder: Path) -> bool:
        tried.append(folder.name)
        folder.rmdir()
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(taking.locks, "is_free", too_late)
    with Document.read(path) as found:
        assert documents.names_in(found) == ["Ann"]
    assert tried == ["gone"]
    assert list((home() / "reading").iterdir()) == []


@pytest.mark.parametrize("opening", [Document.open, Document.read])
def test_what_is_no_portfolio_is_refused_and_nothing_stays(path: Path, opening: Callable[[Path], Document]) -> None:
    with pytest.raises(NotFoundError, match="there is no such file; look for it in another folder or under another name"):
        opening(path)
    path.write_text("notes", encoding="utf-8")
    with pytest.raises(NotAPortfolioError, match="this is no Plimsoll portfolio"):
        opening(path)
    with pytest.raises(NotAPortfolioError, match="it is a folder"):
        opening(path.parent)
    assert path.read_text(encoding="utf-8") == "notes"
    assert not list(home().rglob("*.plimsoll"))
    assert documents.is_let_go(path)


def test_a_newer_file_is_read_only_where_it_is_whole(path: Path) -> None:
    documents.made(path, "Ann")
    documents.run(path, "CREATE TABLE later (id TEXT)", "ALTER TABLE projects ADD COLUMN colour TEXT", "PRAGMA user_version = 99")
    before = path.read_bytes()
    with Document.open(path) as found:
        assert found.read_only is not None
        assert found.read_only.why is ReadOnlyWhy.NEWER
        assert documents.names_in(found) == ["Ann"]
        with pytest.raises(ReadOnlyError, match="a newer Plimsoll wrote this file; look at it here, and change it with that Plimsoll"):
            found.commit(person("Bob"))
    with Document.read(path) as found:
        assert found.read_only is not None
        assert found.read_only.why is ReadOnlyWhy.NEWER
    assert path.read_bytes() == before
    assert documents.is_let_go(path)


@pytest.mark.parametrize("statement", ["UPDATE resources SET level = 5", "DROP TABLE bookings", "UPDATE document SET log_hash = 'x'"])
def test_a_newer_file_of_which_we_cannot_say_that_it_is_whole_is_refused(path: Path, statement: str) -> None:
    documents.made(path, "Ann")
    documents.run(path, statement, "PRAGMA user_version = 99")
    with pytest.raises(NewerFileError, match="open it with that Plimsoll"):
        Document.open(path)
    assert documents.is_let_go(path)


def test_a_newer_file_that_could_run_something_is_refused(path: Path) -> None:
    documents.made(path)
    documents.run(path, "CREATE TRIGGER sly AFTER INSERT ON resources BEGIN DELETE FROM projects; END", "PRAGMA user_version = 99")
    with pytest.raises(NotAPortfolioError, match="it holds a trigger “sly” that no Plimsoll would make"):
        Document.open(path)


def test_a_file_that_may_not_be_replaced_is_read_only(path: Path, other: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents.made(path, "Ann")
    with monkeypatch.context() as patch:
        patch.setattr(working_copy, "may_be_replaced", lambda _: False)
        found = Document.open(path)
    assert found.read_only is not None
    assert found.read_only.why is ReadOnlyWhy.PROTECTED
    with pytest.raises(ReadOnlyError, match="may not be written; save it under a name of your choice to change it"):
        found.commit(person("Bob"))
    with pytest.raises(ReadOnlyError):
        found.save_as(path)
    with found.save_as(other) as moved:
        moved.commit(person("Bob"))
    assert documents.people(other) == ["Ann", "Bob"]
    assert documents.is_let_go(path)


# closing


def test_closing_publishes(path: Path) -> None:
    documents.made(path)
    document = Document.open(path)
    document.commit(person("Ann"))
    document.close()
    assert documents.people(path) == ["Ann"]
    assert documents.is_let_go(path)


def test_a_close_that_cannot_publish_leaves_it_open(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents.made(path)
    document = Document.open(path)
    document.commit(person("Ann"))
    with monkeypatch.context() as patch:
        patch.setattr(publishing, "snapshot", full)
        with pytest.raises(NotPublishedError):
            document.close()
    assert not locks.is_free(Desk.of(path).folder)
    document.commit(person("Bob"))
    document.close()
    assert documents.people(path) == ["Ann", "Bob"]


def test_leaving_by_an_error_keeps_the_work_for_the_next_start(path: Path) -> None:
    documents.made(path)

    def fails() -> None:
        with Document.open(path) as document:
            document.commit(person("Ann"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert documents.people(path) == []
    assert [each.steps for each in leftovers()] == [1]
    assert documents.is_let_go(path)


def test_closing_twice_leaves_nothing(path: Path) -> None:
    document = Document.create(path, b.portfolio())
    document.close()
    document.close()
    assert documents.on_desk(path) == documents.QUIET


@pytest.mark.parametrize("theirs", ["an older state", "something else", "nothing"])
def test_what_the_file_lost_after_it_was_published_is_a_backup_when_it_is_closed(path: Path, theirs: str) -> None:
    document = Document.create(path, b.portfolio())
    older = path.read_bytes()
    document.commit(person("Ann"))
    document.publish()
    match theirs:
        case "an older state":
            path.write_bytes(older)
        case "something else":
            path.write_bytes(b"theirs")
        case _:
            path.unlink()
    mine = document.document_id
    document.close()
    assert documents.people(backups.backups_of(mine)[0].path) == ["Ann"]
    assert documents.on_desk(path) == documents.QUIET


def test_an_edit_that_has_no_room_says_where_it_is_missing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document.create(path, b.portfolio())

    def refuse(*_: object, **__: object) -> None:
        raise DiskError(path, "the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(document._store, "commit", refuse)
        with pytest.raises(NotKeptError, match=str(home())):
            document.commit(person("Ann"))
    document.commit(person("Bob"))
    document.close()
    assert documents.people(path) == ["Bob"]


# the private folder


@pytest.mark.parametrize("opening", [Document.open, Document.read, lambda path: Document.create(path, b.portfolio(), replace=True)])
def test_a_private_folder_that_cannot_be_made_is_named(
    path: Path, monkeypatch: pytest.MonkeyPatch, opening: Callable[[Path], Document]
) -> None:
    documents.made(path)
    before = path.read_bytes()
    wall = path.with_name("wall")
    wall.write_text("", encoding="utf-8")
    monkeypatch.setenv(HOME_VARIABLE, str(wall / "home"))
    with pytest.raises(PrivateFolderError, match=r"wall/home: Plimsoll keeps its working copies here and cannot \(Not a directory\)"):
        opening(path)
    assert path.read_bytes() == before
    assert leftovers() == ()


def test_nobody_else_may_look_into_the_private_folder(path: Path) -> None:
    documents.made(path)
    assert home().stat().st_mode & 0o077 == 0


def test_every_error_of_a_document_is_one_of_ours(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working copy that is ruined under an open document is told, and not as a fault of the user's file."""
    document = Document.create(path, b.portfolio())
    document.commit(person("Ann"))
    Desk.of(path).working.write_bytes(b"x" * 8192)
    with pytest.raises(PlannerError, match="working copy"):
        document.publish()
    assert documents.people(path) == []
    document.close(publish=False)
