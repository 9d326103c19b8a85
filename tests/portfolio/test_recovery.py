"""After a crash every acknowledged edit is offered again: what there is, how its file stands to it, and every way on."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import builders as b
import documents
import pytest
from documents import person

from data.document import backups, locks, recovery
from data.document.backups import backups_for
from data.document.document import Document
from data.document.private import Desk, desks
from data.document.recovery import Leftover, OnLeftover, Standing, UnsavedWorkError, leftover_of, leftovers
from data.errors import PlannerError
from data.file_errors import ChangedElsewhereError, NotFoundError, PrivateFolderError
from data.replacement import place_beside
from planner.files import set_aside


def full(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


def the_only() -> Leftover:
    (only,) = leftovers()
    return only


def opened(path: Path, how: OnLeftover = OnLeftover.TAKE_UP) -> Document:
    return Document.open(path, on_leftover=how)


def in_backups(path: Path) -> set[str]:
    """Everybody who is in any backup of a file."""
    return {name for each in backups_for(path) for name in documents.people(each.path)}


def test_what_a_killed_window_did_is_offered(path: Path) -> None:
    documents.made(path, "Ann")
    documents.killed(path, "Bob", "Cleo")
    found = the_only()
    assert (found.path, found.name, found.steps, found.plans) == (path, "Portfolio", 2, 0)
    assert (found.last_label, found.target) == ("Add Cleo", Standing.AS_IT_WAS)
    assert dt.datetime.now(dt.UTC) - found.last_at < dt.timedelta(minutes=1)
    assert documents.people(path) == ["Ann"]


def test_a_window_killed_with_nothing_to_publish_leaves_nothing_to_offer(path: Path) -> None:
    documents.made(path)
    documents.killed(path)
    assert leftovers() == ()
    assert documents.on_desk(path) == documents.QUIET


def test_opening_asks_what_to_do(path: Path) -> None:
    documents.made(path)
    documents.left(path, "Ann", "Bob")
    with pytest.raises(UnsavedWorkError, match=r"ended before 2 changes reached this file, the last “Add Bob” at .*; take them up"):
        Document.open(path)
    assert the_only().steps == 2  # asking does nothing


def test_a_plan_alone_is_unsaved_work(path: Path) -> None:
    documents.made(path)
    working = Document.open(path)
    working.keep_plan(b.plan())
    working.close(publish=False)
    assert (the_only().steps, the_only().plans) == (0, 1)
    with pytest.raises(UnsavedWorkError, match="ended before 1 plan reached this file"):
        Document.open(path)


def test_steps_and_plans_are_counted_from_what_the_file_holds(path: Path) -> None:
    working = Document.create(path, b.portfolio())
    working.commit(person("Ann"))
    working.keep_plan(b.plan(id="one"))
    working.publish()
    for name in ("Bob", "Cleo", "Dora"):
        working.commit(person(name))
    working.keep_plan(b.plan(id="two"))
    working.close(publish=False)
    assert (the_only().steps, the_only().plans) == (3, 1)
    with pytest.raises(UnsavedWorkError, match="ended before 3 changes and 1 plan reached"):
        Document.open(path)


def test_taken_up_the_work_goes_on_and_is_published(path: Path) -> None:
    documents.made(path, "Ann")
    documents.left(path, "Bob")
    with opened(path) as document:
        assert document.unpublished
        assert [each.label for each in document.history()][1:] == ["Add Bob"]
        document.commit(person("Cleo"))
    assert documents.people(path) == ["Ann", "Bob", "Cleo"]
    assert leftovers() == ()
    assert documents.on_desk(path) == documents.QUIET
    assert documents.beside(path) == ["case.plimsoll"]


def test_set_aside_the_work_is_a_backup_and_the_file_is_opened(path: Path) -> None:
    documents.made(path, "Ann")
    documents.left(path, "Bob")
    with opened(path, OnLeftover.SET_ASIDE) as document:
        assert documents.names_in(document) == ["Ann"]
        assert not document.unpublished
        newest = document.backups()[0]
    assert documents.people(newest.path) == ["Ann", "Bob"]
    assert documents.people(path) == ["Ann"]
    assert documents.on_desk(path) == documents.QUIET


def test_set_aside_without_opening(path: Path) -> None:
    documents.made(path, "Ann")
    documents.left(path, "Bob")
    set_aside(the_only())
    assert leftovers() == ()
    assert in_backups(path) == {"Ann", "Bob"}
    Document.set_aside(path)  # nothing is left to set aside
    assert documents.people(path) == ["Ann"]


def test_work_that_cannot_be_set_aside_stays_where_it_is(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents.made(path)
    documents.left(path, "Ann")
    with monkeypatch.context() as patch:
        patch.setattr(backups, "keep", full)
        with pytest.raises(PlannerError, match="No space left"):
            opened(path, OnLeftover.SET_ASIDE)
        with pytest.raises(PlannerError, match="No space left"):
            set_aside(the_only())
    opened(path).close()
    assert documents.people(path) == ["Ann"]
    assert documents.on_desk(path) == documents.QUIET


def test_a_new_file_in_its_place_sets_the_work_aside(path: Path) -> None:
    documents.made(path)
    documents.left(path, "Ann")
    old = backups_for(path)
    Document.create(path, b.portfolio(), replace=True).close()
    kept = {name for each in backups.backups_of(old[0].document_id) for name in documents.people(each.path)}
    assert kept == {"Ann"}


def test_a_new_file_that_cannot_set_the_work_aside_is_not_made(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents.made(path)
    documents.left(path, "Ann")
    with monkeypatch.context() as patch:
        patch.setattr(backups, "keep", full)
        with pytest.raises(PlannerError, match="No space left"):
            Document.create(path, b.portfolio(), replace=True)
    assert the_only().steps == 1
    assert locks.is_free(Desk.of(path).folder)


# how the file stands to the work


def test_a_file_that_holds_more_than_the_work_leaves_nothing_to_offer(path: Path) -> None:
    """Another machine took the published file further."""
    documents.made(path)
    documents.left(path, "Ann")
    working = Desk.of(path).working.read_bytes()
    with opened(path) as document:
        document.commit(person("Bob"))
    Desk.of(path).working.write_bytes(working)
    assert leftovers() == ()
    with Document.open(path) as document:
        assert documents.names_in(document) == ["Ann", "Bob"]


def test_a_file_that_was_put_back_to_an_older_state_is_changed(path: Path) -> None:
    documents.made(path)
    older = path.read_bytes()
    with Document.open(path) as document:
        document.commit(person("Ann"))
    documents.left(path, "Bob")
    path.write_bytes(older)
    assert (the_only().target, the_only().steps) == (Standing.CHANGED, 1)
    taken = opened(path)
    with pytest.raises(ChangedElsewhereError):
        taken.publish()
    with taken.keep_both() as document:
        assert documents.names_in(document) == ["Ann", "Bob"]
    assert documents.people(path) == []


def changed(path: Path) -> None:
    """Leaves work on a file that somebody else changed since."""
    documents.made(path)
    theirs = documents.copy_of(path, "theirs.plimsoll")
    documents.left(path, "Ann")
    with Document.open(theirs) as document:
        document.commit(person("Theo"))
    theirs.replace(path)


def test_work_on_a_file_changed_since_is_not_published_without_being_asked(path: Path) -> None:
    changed(path)
    assert (the_only().target, the_only().steps) == (Standing.CHANGED, 1)
    document = opened(path)
    with pytest.raises(ChangedElsewhereError):
        document.publish()
    assert documents.people(path) == ["Theo"]
    kept = document.replace_theirs()
    document.close()
    assert documents.people(path) == ["Ann"]
    assert documents.people(kept) == ["Theo"]


def test_both_are_kept(path: Path) -> None:
    changed(path)
    mine = opened(path).keep_both()
    mine.close()
    assert documents.people(path) == ["Theo"]
    assert documents.people(mine.path) == ["Ann"]


def test_theirs_is_taken_and_the_work_is_a_backup(path: Path) -> None:
    changed(path)
    with opened(path).take_theirs() as document:
        assert documents.names_in(document) == ["Theo"]
    assert in_backups(path) >= {"Ann", "Theo"}
    assert leftovers() == ()


def crashed(path: Path, *names: str) -> None:
    """A window that ended by a kill after these people were added to a file, also where that was nothing."""
    document = Document.open(path)
    for name in names:
        document.commit(person(name))
    document._store.close()
    document._held.release()


@pytest.mark.parametrize("unpublished", [(), ("Bob",)])
def test_work_on_a_file_that_is_gone_is_written_again(path: Path, unpublished: tuple[str, ...]) -> None:
    """Also where the file had held everything."""
    documents.made(path, "Ann")
    crashed(path, *unpublished)
    path.unlink()
    assert the_only().target is Standing.GONE
    opened(path).close()
    assert documents.people(path) == ["Ann", *unpublished]


@pytest.mark.parametrize("unpublished", [(), ("Bob",)])
def test_work_on_a_damaged_file_takes_its_place_when_asked(path: Path, unpublished: tuple[str, ...]) -> None:
    documents.made(path, "Ann")
    crashed(path, *unpublished)
    ruined = path.read_bytes()[:-4096]
    path.write_bytes(ruined)
    assert the_only().target is Standing.DAMAGED
    taken = opened(path)
    with pytest.raises(ChangedElsewhereError):
        taken.close()
    assert taken.replace_theirs().read_bytes() == ruined
    taken.close()
    assert documents.people(path) == ["Ann", *unpublished]


def test_a_newer_file_has_changed_and_is_not_damaged(path: Path) -> None:
    documents.made(path)
    documents.left(path, "Ann")
    documents.run(path, "PRAGMA user_version = 99")
    assert the_only().target is Standing.CHANGED


def test_a_file_out_of_reach_is_told_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents.made(path)
    documents.left(path, "Ann")
    exists = Path.exists

    def refused(self: Path) -> bool:
        if self == path:
            raise PermissionError(13, "Permission denied")
        return exists(self)

    monkeypatch.setattr(Path, "exists", refused)
    assert (the_only().target, the_only().steps) == (Standing.OUT_OF_REACH, 1)


def test_no_room_to_compare_is_not_a_damaged_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents.made(path)
    documents.left(path, "Ann")
    monkeypatch.setattr("data.document.copying.SPARE", 1 << 60)
    with pytest.raises(PrivateFolderError, match="MB are needed and"):
        Document.open(path)
    monkeypatch.undo()


def test_what_came_after_the_comparison_is_not_overwritten(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents.made(path)
    documents.left(path, "Ann")
    found = recovery.of_or_kept_apart

    def then_changed(desk: Desk, named: Path) -> Leftover | None:
        left = found(desk, named)
        path.write_bytes(b"theirs")
        return left

    monkeypatch.setattr(recovery, "of_or_kept_apart", then_changed)
    taken = opened(path)
    with pytest.raises(ChangedElsewhereError):
        taken.publish()
    assert path.read_bytes() == b"theirs"
    taken.close(publish=False)


def test_leftovers_are_newest_first_and_those_of_one_file_are_asked_for_by_path(path: Path) -> None:
    other = path.with_name("other.plimsoll")
    documents.made(path)
    documents.made(other)
    documents.left(path, "Ann")
    documents.left(other, "Bob")
    assert [each.path for each in leftovers()] == [other, path]
    assert leftover_of(path) == leftovers()[1]
    assert leftover_of(path.with_name("none.plimsoll")) is None


def test_a_file_that_was_never_published_is_offered(path: Path) -> None:
    """Killed between the making of the working copy and its first publishing."""
    desk = Desk.of(path)
    desk.folder.mkdir(parents=True)
    desk.note_origin({})
    recovery.Store.create(desk.working, b.portfolio(b.resource("Ann")), named=path).close()
    assert (the_only().target, the_only().steps) == (Standing.GONE, 1)
    opened(path).close()
    assert documents.people(path) == ["Ann"]


def test_work_whose_file_is_gone_may_be_set_aside(path: Path) -> None:
    documents.made(path)
    documents.left(path, "Ann")
    path.unlink()
    with pytest.raises(NotFoundError):
        opened(path, OnLeftover.SET_ASIDE)
    assert in_backups(path) == {"Ann"}
    assert leftovers() == ()


def test_what_a_killed_publication_left_beside_the_file_is_swept(path: Path) -> None:
    documents.made(path)
    sign = Desk.of(path).sign
    other = path.with_name("other.plimsoll")
    documents.made(other)
    left = [place_beside(path, sign), path.with_name(".plimsoll-of-somebody-else.part")]
    for each in left:
        each.write_bytes(b"half")
    Document.open(other).close()
    assert documents.beside(path) == [".plimsoll-of-somebody-else.part", "case.plimsoll", "other.plimsoll"]


def test_every_desk_is_known_by_its_note(path: Path) -> None:
    documents.made(path)
    assert [each.target for each in desks()] == [path]
    note = json.loads((Desk.of(path).folder / "origin.json").read_text(encoding="utf-8"))
    assert note["path"] == str(path)
