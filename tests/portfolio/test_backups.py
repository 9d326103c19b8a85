"""Backups: made before the first change and at close, thinned as documented, never at the cost of saving or of an older one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace

import builders as b
import documents
import pytest
from documents import person

from data.database.inspection import verify
from data.document import backups, publishing
from data.document.backups import Backup, backup_at, backups_for, backups_of
from data.document.document import Document
from data.document.private import home
from data.file_errors import DamagedFileError, FileError, NotFoundError

NOON = dt.datetime(2027, 1, 4, 12, tzinfo=dt.UTC)


def refuse(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


def steps(found: Iterable[Backup]) -> list[int]:
    return [each.state.log_number for each in found]


class Clock:
    """A clock that tests set: what publishing takes for the time."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.time = dt.datetime.now(dt.UTC)
        patch.setattr(publishing, "dt", SimpleNamespace(datetime=self, UTC=dt.UTC, timedelta=dt.timedelta))

    def now(self, zone: dt.tzinfo) -> dt.datetime:
        return self.time.astimezone(zone)

    def wait(self, minutes: float) -> None:
        self.time += dt.timedelta(minutes=minutes)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def test_a_new_file_is_backed_up(path: Path) -> None:
    with Document.create(path, b.small_case()) as document:
        (only,) = document.backups()
        assert (only.document_id, only.state, only.name) == (document.document_id, document.state, "Portfolio")
        assert (only.people, only.projects, only.size) == (4, 3, path.stat().st_size)
        assert only.path.read_bytes() == path.read_bytes()


def test_what_the_file_was_before_the_first_change_is_backed_up(path: Path) -> None:
    documents.made(path, "Ann")
    for each in backups_for(path):
        each.path.unlink()
    with Document.open(path) as document:
        document.commit(person("Bob"))
        document.publish()
        assert 1 in steps(document.backups())


def test_what_the_file_is_at_close_is_backed_up(path: Path) -> None:
    documents.made(path)
    with Document.open(path) as document:
        document.commit(person("Ann"))
        document.commit(person("Bob"))
    assert steps(backups_for(path))[0] == 3


def test_a_file_that_was_only_looked_at_is_not_backed_up(path: Path) -> None:
    documents.made(path)
    for each in backups_for(path):
        each.path.unlink()
    Document.open(path).close()
    Document.read(path).close()
    assert backups_for(path) == ()


def test_the_same_state_is_backed_up_once(path: Path) -> None:
    documents.made(path, "Ann")
    for _ in range(3):
        with Document.open(path) as document:
            document.commit(person("Bob"))
            document.commit(person("Bob").inverse())
    assert steps(backups_for(path)) == [7, 5, 3, 1]


def test_after_ten_minutes_of_work_it_is_backed_up_again(path: Path, clock: Clock) -> None:
    with Document.create(path, b.portfolio()) as document:
        clock.wait(10.1)
        document.commit(person("Ann"))
        document.publish()
        assert steps(document.backups()) == [2, 1]


def test_it_is_backed_up_no_more_often_than_every_ten_minutes_between(path: Path, clock: Clock) -> None:
    with Document.create(path, b.portfolio()) as document:
        for count in range(6):
            clock.wait(4)
            document.commit(person(f"P{count}"))
            document.publish()
        assert steps(document.backups()) == [7, 4, 1]


def test_a_clock_that_was_wrong_once_stops_no_backups(path: Path, clock: Clock) -> None:
    with Document.create(path, b.portfolio()) as document:
        wrong = document.backups()[0].path
        wrong.rename(wrong.with_name("20990101T000000000000Z-" + wrong.name.partition("-")[2]))
        document.commit(person("Ann"))
        document.publish()
        assert 2 in steps(document.backups())


def test_a_backup_that_fails_keeps_nobody_from_saving_and_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents.made(path)
    before = backups_for(path)
    for each in before[1:]:
        each.path.unlink()
    with monkeypatch.context() as patch:
        patch.setattr(backups, "keep", refuse)
        document = Document.open(path)
        document.commit(person("Ann"))
        for each in backups_for(path):
            each.path.rename(each.path.with_suffix(".away"))
        published = document.publish()
        assert published is not None
        assert "No space left on device" in published.backup_failed
        document.close()
    assert documents.people(path) == ["Ann"]


@pytest.mark.parametrize("broken", ["copyfile", "verify"])
def test_a_backup_that_fails_removes_none_and_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    documents.made(path)
    folder = backups_for(path)[0].path.parent
    before = sorted(folder.iterdir())
    monkeypatch.setattr(backups, "RECENT", 0)
    if broken == "copyfile":
        monkeypatch.setattr(backups.shutil, "copyfile", refuse)
    else:
        monkeypatch.setattr(backups, "verify", lambda file, named: verify(file, named) if file == path else refuse())
    with pytest.raises(FileError, match="No space left on device"):
        backups.keep(path, path, NOON)
    assert sorted(folder.iterdir()) == before


def test_a_backup_that_is_not_what_was_copied_does_not_stand(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents.made(path, "Ann")
    folder = backups_for(path)[0].path.parent
    before = sorted(folder.iterdir())
    other = documents.made(path.with_name("other.plimsoll"), "Bob")
    monkeypatch.setattr(backups.shutil, "copyfile", lambda _, to: Path(to).write_bytes(other.read_bytes()))
    with pytest.raises(DamagedFileError, match="its backup is not what was copied"):
        backups.keep(path, path, NOON)
    assert sorted(folder.iterdir()) == before


def test_a_damaged_file_is_not_backed_up(path: Path) -> None:
    documents.made(path, "Ann")
    documents.run(path, "UPDATE resources SET level = 5")
    with pytest.raises(DamagedFileError, match="its content is not what was written"):
        backups.keep(path, path, NOON)


def test_the_list_leaves_out_what_cannot_be_read(path: Path) -> None:
    documents.made(path)
    with Document.open(path) as document:
        document.commit(person("Ann"))
    newest, oldest = backups_for(path)
    newest.path.write_bytes(b"rotten")
    (newest.path.parent / "notes.plimsoll").write_text("not a backup", encoding="utf-8")
    (newest.path.parent / newest.path.name.replace("Z-", "Z-1", 1)).mkdir()
    assert backups_for(path) == (oldest,)


def test_backups_are_newest_first_and_each_is_whole(path: Path) -> None:
    documents.made(path)
    for name in ("Ann", "Bob", "Cleo"):
        with Document.open(path) as document:
            document.commit(person(name))
    found = backups_for(path)
    assert steps(found) == [4, 3, 2, 1]
    assert [each.at for each in found] == sorted((each.at for each in found), reverse=True)
    for each in found:
        assert verify(each.path, each.path).state == each.state


def test_backups_of_a_file_are_found_by_the_id_in_it_wherever_it_stands(path: Path) -> None:
    documents.made(path)
    moved = path.with_name("moved.plimsoll")
    path.rename(moved)
    assert steps(backups_for(moved)) == [1]


def test_backups_of_a_file_that_cannot_be_read_are_found_by_its_path(path: Path) -> None:
    documents.made(path)
    path.write_bytes(b"ruined")
    assert steps(backups_for(path)) == [1]
    path.unlink()
    assert steps(backups_for(path)) == [1]


def test_a_file_never_seen_has_no_backups(path: Path) -> None:
    assert backups_for(path) == ()
    assert backups_of("../../etc") == ()


def test_an_id_that_is_a_way_out_of_the_folder_leads_nowhere(path: Path) -> None:
    assert backups.folder_of("../../somewhere") == home() / "backups" / "______somewhere"


def test_copies_of_a_document_share_their_backups(path: Path) -> None:
    documents.made(path)
    other = documents.copy_of(path, "copy.plimsoll")
    with Document.open(other) as document:
        document.commit(person("Ann"))
    assert backups_for(path) == backups_for(other)
    assert steps(backups_for(path)) == [2, 1]


def test_any_file_can_be_taken_as_a_backup(path: Path) -> None:
    documents.made(path, "Ann")
    mine = documents.copy_of(path, "my own copy.plimsoll")
    found = backup_at(mine)
    assert (found.people, found.state.log_number, found.at.timestamp()) == (1, 1, pytest.approx(mine.stat().st_mtime, abs=1e-3))
    with pytest.raises(NotFoundError):
        backup_at(path.with_name("none.plimsoll"))


def test_work_that_was_set_aside_is_known_as_such_and_outlives_the_others(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents.made(path)
    documents.left(path, "Ann")
    Document.set_aside(path)
    aside, *others = backups_for(path)
    assert (aside.aside, [each.aside for each in others]) == (True, [False] * len(others))
    assert others
    for count in ("RECENT", "DAYS", "WEEKS", "MONTHS"):
        monkeypatch.setattr(backups, count, 0)
    backups.thin(aside.path.parent, aside.at + backups.SET_ASIDE_FOR)
    assert backups_for(path) == (aside,)
    backups.thin(aside.path.parent, aside.at + backups.SET_ASIDE_FOR + dt.timedelta(seconds=1))
    assert backups_for(path) == ()
