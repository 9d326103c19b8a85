"""Saving elsewhere, and every way out where the file was changed outside: nothing of anybody's is lost."""

from __future__ import annotations

from pathlib import Path

import builders as b
import documents
import pytest
from documents import person

from data.document import backups, locks, publishing
from data.document.access import ReadOnlyWhy
from data.document.backups import backups_for
from data.document.document import Document
from data.document.private import Desk, home
from data.document.recovery import leftovers
from data.file_errors import AlreadyThereError, ChangedElsewhereError, DiskError, GoneError, ItselfError, NoFolderError, NotAPortfolioError
from planner.workspace import Workspace


@pytest.fixture
def other(path: Path) -> Path:
    return path.with_name("other.plimsoll")


def full(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


def test_save_as_goes_on_under_the_new_name(path: Path, other: Path) -> None:
    document = Document.create(path, b.portfolio(b.resource("Ann")))
    document.commit(person("Bob"))
    with document.save_as(other) as moved:
        assert moved.path == other
        assert moved.document_id == backups_for(path)[-1].document_id
        moved.commit(person("Cleo"))
    assert documents.people(path) == ["Ann"]
    assert documents.people(other) == ["Ann", "Bob", "Cleo"]
    assert documents.is_let_go(path)
    assert documents.is_let_go(other)
    assert documents.on_desk(path) == documents.on_desk(other) == documents.QUIET
    assert leftovers() == ()


def test_save_as_on_the_same_path_is_save(path: Path) -> None:
    document = Document.create(path, b.portfolio())
    document.commit(person("Ann"))
    link = path.with_name("link.plimsoll")
    link.symlink_to(path)
    assert document.save_as(path) is document
    assert documents.people(path) == ["Ann"]
    document.commit(person("Bob"))
    assert document.save_as(link) is document
    assert documents.people(path) == ["Ann", "Bob"]
    document.close()


def test_save_as_over_another_file_must_be_allowed(path: Path, other: Path) -> None:
    documents.made(other, "Olga")
    document = Document.create(path, b.portfolio())
    with pytest.raises(AlreadyThereError):
        document.save_as(other)
    assert documents.people(other) == ["Olga"]
    document.save_as(other, replace=True).close()
    assert documents.people(other) == []


@pytest.mark.parametrize("how", ["save_as", "copy_to"])
def test_a_place_that_cannot_be_written_leaves_everything_open(path: Path, other: Path, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    document = Document.create(path, b.portfolio())
    document.commit(person("Ann"))
    with pytest.raises(NoFolderError):
        getattr(document, how)(path.parent / "nowhere" / "case.plimsoll")
    with monkeypatch.context() as patch:
        patch.setattr(publishing, "verify", full)
        with pytest.raises(DiskError, match=r"other\.plimsoll: No space left"):
            getattr(document, how)(other)
    assert documents.beside(path) == ["case.plimsoll"]
    assert locks.is_free(Desk.of(other).folder)
    document.commit(person("Bob"))
    document.close()
    assert documents.people(path) == ["Ann", "Bob"]


def test_save_as_over_a_file_with_unsaved_work_sets_that_aside(path: Path, other: Path) -> None:
    documents.made(other, "Olga")
    documents.left(other, "Oskar")
    olgas = backups.backups_for(other)[0].document_id
    Document.create(path, b.portfolio()).save_as(other, replace=True).close()
    assert documents.people(backups.backups_of(olgas)[0].path) == ["Olga", "Oskar"]


def test_a_copy_holds_everything_and_nothing_else_changes(path: Path, other: Path) -> None:
    document = Document.create(path, b.portfolio(b.resource("Ann")))
    document.commit(person("Bob"))
    document.keep_plan(b.plan())
    document.copy_to(other)
    assert document.unpublished
    with Document.read(other) as copy:
        assert (copy.portfolio, copy.state, copy.document_id) == (document.portfolio, document.state, document.document_id)
        assert copy.latest_plan() == b.plan()
    assert documents.people(path) == ["Ann"]
    document.close()
    assert documents.beside(path) == ["case.plimsoll", "other.plimsoll"]


def test_a_copy_onto_the_file_itself_is_refused(path: Path) -> None:
    with Document.create(path, b.portfolio()) as document, pytest.raises(ItselfError, match="this is the open portfolio itself"):
        document.copy_to(path)


def test_a_copy_and_its_original_are_worked_on_apart(path: Path, other: Path) -> None:
    documents.made(path)
    documents.copy_of(path, other.name)
    with Document.open(path) as one, Document.open(other) as two:
        one.commit(person("Ann"))
        two.commit(person("Bob"))
        assert one.read_only is two.read_only is None
    assert (documents.people(path), documents.people(other)) == (["Ann"], ["Bob"])


# what was changed outside


def conflicting(path: Path) -> Document:
    """An open file with Ann, in whose place somebody has put one with Theo."""
    document = Document.create(path, b.portfolio())
    document.commit(person("Ann"))
    documents.made(path.with_name("theirs.plimsoll"), "Theo").replace(path)
    with pytest.raises(ChangedElsewhereError):
        document.publish()
    return document


def test_mine_takes_the_place_of_theirs_which_is_kept(path: Path) -> None:
    document = conflicting(path)
    kept = document.replace_theirs()
    document.close()
    assert (documents.people(path), documents.people(kept)) == (["Ann"], ["Theo"])


def test_both_are_kept_side_by_side(path: Path) -> None:
    mine = conflicting(path).keep_both()
    assert mine.path.parent == path.parent
    assert mine.path.name.startswith("case (mine 20")
    mine.close()
    assert (documents.people(path), documents.people(mine.path)) == (["Theo"], ["Ann"])
    assert documents.is_let_go(path)


def test_a_name_that_is_taken_is_not_given_to_mine(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = conflicting(path)
    exists = Path.exists
    monkeypatch.setattr(Path, "exists", lambda self: exists(self) or ("(mine 20" in self.name and " 2." not in self.name))
    with document.keep_both() as mine:
        assert mine.path.name.endswith(") 2.plimsoll")


def test_theirs_is_taken_and_mine_is_a_backup(path: Path) -> None:
    document = conflicting(path)
    mine = document.document_id
    with document.take_theirs() as theirs:
        assert documents.names_in(theirs) == ["Theo"]
    assert documents.people(backups.backups_of(mine)[0].path) == ["Ann"]


def test_theirs_that_cannot_be_opened_leaves_mine_open(path: Path) -> None:
    document = Document.create(path, b.portfolio())
    document.commit(person("Ann"))
    path.write_bytes(b"no portfolio")
    with pytest.raises(NotAPortfolioError):
        document.take_theirs()
    assert not locks.is_free(Desk.of(path).folder)
    document.commit(person("Bob"))
    document.replace_theirs()
    document.close()
    assert documents.people(path) == ["Ann", "Bob"]


def test_the_workspace_follows_every_way_out(path: Path) -> None:
    workspace = Workspace(conflicting(path))
    heard: list[object] = []
    workspace.subscribe(heard.append)
    workspace.take_theirs()
    assert list(workspace.portfolio.resources) == ["Theo"]
    assert workspace.undo_label is None
    assert len(heard) == 1
    workspace.apply(person("Bob"))
    path.unlink()
    with pytest.raises(GoneError):
        workspace.publish()
    workspace.write_again()
    workspace.save_as(path.with_name("next.plimsoll"))
    assert workspace.path.name == "next.plimsoll"
    workspace.close()
    assert documents.people(path) == documents.people(path.with_name("next.plimsoll")) == ["Bob", "Theo"]


def test_theirs_is_not_taken_where_mine_cannot_be_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = Workspace(conflicting(path))
    with monkeypatch.context() as patch:
        patch.setattr(backups, "keep", full)
        with pytest.raises(DiskError, match="No space left"):
            workspace.take_theirs()
    assert not locks.is_free(Desk.of(path).folder)
    workspace.apply(person("Bob"))
    workspace.take_theirs()
    assert list(workspace.portfolio.resources) == ["Theo"]
    workspace.close()
    assert {name for each in backups_in_all() for name in documents.people(each)} >= {"Ann", "Bob", "Theo"}


def backups_in_all() -> list[Path]:
    return list((home() / "backups").rglob("*.plimsoll"))


def test_a_close_that_cannot_keep_what_the_file_lost_leaves_it_open(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document.create(path, b.portfolio())
    document.commit(person("Ann"))
    document.publish()
    path.write_bytes(b"theirs")
    with monkeypatch.context() as patch:
        patch.setattr(backups, "keep", full)
        with pytest.raises(DiskError, match="No space left"):
            document.close()
    assert not locks.is_free(Desk.of(path).folder)
    document.close()
    assert documents.is_let_go(path)


def test_the_end_of_the_old_file_s_desk_is_no_matter_of_the_new_one(path: Path, other: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document.create(path, b.portfolio())
    document.commit(person("Ann"))
    clear = Desk.clear
    with monkeypatch.context() as patch:
        patch.setattr(Desk, "clear", lambda desk: full() if desk.target == path else clear(desk))
        moved = document.save_as(other)
    moved.commit(person("Bob"))
    moved.close()
    assert documents.people(other) == ["Ann", "Bob"]


def test_a_newer_file_is_copied_and_saved_elsewhere_as_it_is(path: Path, other: Path) -> None:
    documents.made(path, "Ann")
    documents.run(path, "CREATE TABLE later (id TEXT)", "PRAGMA user_version = 99")
    with Document.open(path) as newer:
        newer.copy_to(other)
    assert documents.people(other) == ["Ann"]
    third = path.with_name("third.plimsoll")
    moved = Document.open(path).save_as(third)
    assert moved.read_only is not None
    assert moved.read_only.why is ReadOnlyWhy.NEWER
    moved.close()
    assert documents.is_let_go(third)
    assert documents.is_let_go(path)


def test_a_name_that_another_window_takes_meanwhile_is_not_lost_to_it(path: Path, other: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new file's lock is held from before it is written."""
    document = Document.create(path, b.portfolio())
    write, found = publishing.write, []

    def looked_at(*arguments: object) -> object:
        found.append(locks.is_free(Desk.of(other).folder))
        written = write(*arguments)  # type: ignore[arg-type]
        found.append(locks.is_free(Desk.of(other).folder))
        return written

    monkeypatch.setattr("data.document.document.write", looked_at)
    document.save_as(other).close()
    assert found == [False, False]
