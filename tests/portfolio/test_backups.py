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
from hypothesis import given
from hypothesis import strategies as st

from data.database.inspection import verify
from data.document import backups, publishing
from data.document.backups import Backup, backup_at, backups_for, backups_of, kept
from data.document.document import Document
from data.document.private import home
from data.document.restoring import restore_file
from data.file_errors import DamagedFileError, FileError, HeldError, NotFoundError
from planner.workspace import Workspace

NOON = dt.datetime(2027, 1, 4, 12, tzinfo=dt.UTC)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return documents.place(tmp_path, monkeypatch)


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


# which are kept

TIMES = st.lists(st.datetimes(dt.datetime(2025, 12, 1), dt.datetime(2027, 1, 9)), max_size=60).map(  # noqa: DTZ001 - given a zone here
    lambda found: sorted({each.replace(tzinfo=dt.UTC) for each in found})
)
ZONES = st.sampled_from([dt.UTC, dt.timezone(dt.timedelta(hours=13)), dt.timezone(dt.timedelta(hours=-11, minutes=-30))])


def last_of_each(times: list[dt.datetime], zone: dt.tzinfo, form: str, count: int) -> set[dt.datetime]:
    """The last of each period, by the words for it, of the latest periods that have any."""
    by_period: dict[str, dt.datetime] = {}
    for at in times:
        by_period[f"{at.astimezone(zone):{form}}"] = at
    return {by_period[period] for period in sorted(by_period)[-count:]} if count else set()


@given(TIMES, ZONES)
def test_kept_are_ten_recent_seven_days_four_weeks_and_twelve_months(times: list[dt.datetime], zone: dt.tzinfo) -> None:
    """And whatever a wrong clock stamped with a time to come."""
    past = [at for at in times if at <= NOON]
    expected = {*past[-10:], *(at for at in times if at > NOON)}
    for form, count in (("%Y-%m-%d", 7), ("%G-%V", 4), ("%Y-%m", 12)):
        expected |= last_of_each(past, zone, form, count)
    assert kept(times, NOON.astimezone(zone)) == expected


def test_of_two_years_of_backups_four_a_day_every_period_is_kept_to_its_number() -> None:
    times = [NOON - dt.timedelta(hours=6 * count) for count in range(4 * 730)]
    left = sorted(kept(times, NOON))
    past = sorted(times)
    assert left[-10:] == past[-10:]
    assert {f"{at:%m-%d %H}" for at in left[:-10]} == {
        *(
            f"{month:02}-{day} 18"
            for month, day in ((2, 28), (3, 31), (4, 30), (5, 31), (6, 30), (7, 31), (8, 31), (9, 30), (10, 31), (11, 30))
        ),
        *("12-20 18", "12-27 18", "12-29 18", "12-30 18", "12-31 18", "01-01 18"),
    } - {f"{at:%m-%d %H}" for at in past[-10:]}


@given(TIMES, ZONES)
def test_the_newest_is_always_kept_and_thinning_twice_is_thinning_once(times: list[dt.datetime], zone: dt.tzinfo) -> None:
    now = NOON.astimezone(zone)
    once = kept(times, now)
    assert set(times[-1:]) <= once
    assert kept(once, now) == once
    assert len([at for at in once if at <= now]) <= 10 + 7 + 4 + 12


def test_thinning_removes_old_backups_of_this_document_only(path: Path) -> None:
    documents.made(path)
    folder = backups_for(path)[0].path.parent
    (folder / "mine.plimsoll").write_text("not a backup", encoding="utf-8")
    other = documents.made(path.with_name("other.plimsoll"))
    for count in range(30):
        backups.keep(path, path, NOON + dt.timedelta(seconds=count))
    assert [each.at for each in backups_for(path)][-1] >= NOON - dt.timedelta(days=400)
    assert len([each for each in backups_for(path) if each.at < NOON + dt.timedelta(days=1) and each.at >= NOON]) == 10
    assert (folder / "mine.plimsoll").exists()
    assert len(backups_for(other)) == 1


# restoring


def test_a_restore_is_one_edit_that_can_be_taken_back(path: Path) -> None:
    documents.made(path, "Ann")
    with Workspace.open(path) as workspace:
        for name in ("Bob", "Cleo"):
            workspace.apply(person(name))
        (first,) = workspace.backups()
        workspace.restore(first)
        assert list(workspace.portfolio.resources) == ["Ann"]
        assert workspace.undo_label == f"Restore backup of {first.at.astimezone():%d %b %Y %H:%M}"
        workspace.undo()
        assert sorted(workspace.portfolio.resources) == ["Ann", "Bob", "Cleo"]
        workspace.redo()
    assert documents.people(path) == ["Ann"]


def test_restoring_what_is_there_already_does_nothing(path: Path) -> None:
    documents.made(path, "Ann")
    with Workspace.open(path) as workspace:
        workspace.restore(workspace.backups()[0])
        assert workspace.undo_label is None
        assert not workspace.unpublished


def test_a_restore_of_a_backup_that_cannot_be_read_changes_nothing(path: Path) -> None:
    documents.made(path, "Ann")
    with Workspace.open(path) as workspace:
        workspace.apply(person("Bob"))
        (backup,) = workspace.backups()
        content = backup.path.read_bytes()
        backup.path.write_bytes(content[:-4096])
        with pytest.raises(DamagedFileError):
            workspace.restore(backup)
        assert sorted(workspace.portfolio.resources) == ["Ann", "Bob"]


def test_a_damaged_file_is_restored_and_kept_apart(path: Path) -> None:
    documents.made(path, "Ann")
    path.write_bytes(b"ruined")
    (backup,) = backups_for(path)
    before = restore_file(path, backup)
    assert before is not None
    assert before.read_bytes() == b"ruined"
    assert home() / "damaged" in before.parents
    assert documents.people(path) == ["Ann"]
    assert documents.beside(path) == ["case.plimsoll"]


def test_a_file_that_is_gone_is_restored(path: Path) -> None:
    documents.made(path, "Ann")
    (backup,) = backups_for(path)
    path.unlink()
    assert restore_file(path, backup) is None
    assert documents.people(path) == ["Ann"]


def test_a_backup_is_restored_to_another_place(path: Path) -> None:
    documents.made(path, "Ann")
    before = path.read_bytes()
    (backup,) = backups_for(path)
    assert restore_file(path, backup, path.with_name("restored.plimsoll")) is None
    assert documents.people(path.with_name("restored.plimsoll")) == ["Ann"]
    assert path.read_bytes() == before


def test_a_file_that_is_open_is_not_restored_over(path: Path) -> None:
    documents.made(path, "Ann")
    (backup,) = backups_for(path)
    with documents.window(path), pytest.raises(HeldError):
        restore_file(path, backup)


def test_a_backup_is_not_changed_by_restoring_it(path: Path) -> None:
    documents.made(path, "Ann")
    (backup,) = backups_for(path)
    before = backup.path.read_bytes()
    restore_file(path, backup)
    with Document.open(path) as document:
        document.commit(person("Bob"))
    assert backup.path.read_bytes() == before
    assert {each.name for each in backup.path.parent.iterdir() if each.suffix != ".plimsoll"} == set()


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
