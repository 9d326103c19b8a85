"""Files under any name and behind any link, with the rights they have, in folders that move: the user's file stays the user's."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

import builders as b
import documents
import pytest
from documents import person

from data.document import backups, publishing, seal
from data.document.backups import backups_for
from data.document.document import Document
from data.document.private import HOME_VARIABLE, Desk, home
from data.document.recovery import OnLeftover, leftovers
from data.errors import PlannerError
from data.file_errors import ChangedElsewhereError, GoneError

ODD = [
    "with space.plimsoll",
    "100%.plimsoll",
    "%2e%41?mode=ro.plimsoll",
    "what?.plimsoll",
    "#1.plimsoll",
    'it\'s "quoted".plimsoll',
    "a;b&c|d$e`f.plimsoll",
    "[a-z]*{x}.plimsoll",
    "two\nlines.plimsoll",
    "-rf.plimsoll",
    ".hidden",
    "no suffix",
    "Übung 計画 🚢.plimsoll",
    "e\u0301 decomposed.plimsoll",
    os.fsdecode(b"not utf-8 \xff\xfe.plimsoll"),
    "n" * 246 + ".plimsoll",
    "計" * 82 + ".plimsoll",
    "file:memory:",
    "CON.plimsoll",
    " .plimsoll",
]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows takes few of these names")
@pytest.mark.parametrize("name", ODD, ids=range(len(ODD)))
def test_a_file_of_any_name_goes_every_way(path: Path, name: str) -> None:
    odd = path.with_name(name)
    documents.made(odd, "Ann")
    documents.left(odd, "Bob")
    assert [each.path for each in leftovers()] == [odd]
    Document.set_aside(odd)
    with Document.open(odd) as document:
        document.commit(person("Cleo"))
        document.copy_to(path)
    assert documents.people(odd) == documents.people(path) == ["Ann", "Cleo"]
    assert {name for each in backups_for(odd) for name in documents.people(each.path)} == {"Ann", "Bob", "Cleo"}
    assert documents.beside(path) == sorted([name, "case.plimsoll"])
    document = Document.open(odd)
    document.commit(person("Dora"))
    odd.write_bytes(b"theirs")
    mine = document.keep_both()
    mine.close()
    assert documents.people(mine.path) == ["Ann", "Cleo", "Dora"]
    assert mine.path.parent == path.parent


def test_a_name_that_is_too_long_is_told(path: Path) -> None:
    long = path.with_name("n" * 300 + ".plimsoll")
    for attempt in (lambda: Document.create(long, b.portfolio()), lambda: Document.open(long), lambda: Document.read(long)):
        with pytest.raises(PlannerError, match="File name too long"):
            attempt()
    with Document.create(path, b.portfolio()) as document, pytest.raises(PlannerError, match="File name too long"):
        document.copy_to(long)


def test_a_private_folder_of_an_odd_name_serves(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(path.with_name("my 100% #private? 'folder'")))
    documents.made(path, "Ann")
    documents.left(path, "Bob")
    assert len(leftovers()) == len(backups_for(path)) == 1


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="needs a second file system")
def test_a_private_folder_on_another_disk_serves(path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    elsewhere = tempfile.mkdtemp(dir="/dev/shm")
    request.addfinalizer(lambda: shutil.rmtree(elsewhere))
    monkeypatch.setenv(HOME_VARIABLE, elsewhere)
    documents.made(path, "Ann")
    documents.left(path, "Bob")
    with Document.open(path, on_leftover=OnLeftover.TAKE_UP) as document:
        document.commit(person("Cleo"))
    assert documents.people(path) == ["Ann", "Bob", "Cleo"]
    assert documents.beside(path) == ["case.plimsoll"]


# links


def test_a_link_stays_a_link_and_what_it_leads_to_is_replaced(path: Path, tmp_path: Path) -> None:
    real = tmp_path / "elsewhere" / "real.plimsoll"
    real.parent.mkdir()
    documents.made(real, "Ann")
    path.symlink_to(real)
    before = real.stat().st_ino
    with Document.open(path) as document:
        assert document.path == path
        document.commit(person("Bob"))
    assert path.is_symlink()
    assert real.stat().st_ino != before
    assert documents.people(real) == ["Ann", "Bob"]
    assert documents.beside(path) == ["case.plimsoll"]
    assert documents.beside(real) == ["real.plimsoll"]


def test_a_link_to_nothing_is_a_place_for_a_new_file(path: Path) -> None:
    real = path.with_name("real.plimsoll")
    path.symlink_to(real)
    documents.made(path, "Ann")
    assert path.is_symlink()
    assert documents.people(real) == ["Ann"]


def test_a_link_that_leads_to_itself_is_told(path: Path) -> None:
    path.symlink_to(path)
    for attempt in (lambda: Document.open(path), lambda: Document.read(path), lambda: Document.create(path, b.portfolio())):
        with pytest.raises(PlannerError, match=r"case\.plimsoll"):
            attempt()


def test_a_link_that_is_turned_elsewhere_while_it_is_open_turns_nobody_s_file(path: Path) -> None:
    first, second = (documents.made(path.with_name(f"{name}.plimsoll"), name) for name in ("first", "second"))
    path.symlink_to(first)
    with Document.open(path) as document:
        document.commit(person("Bob"))
        path.unlink()
        path.symlink_to(second)
    assert documents.people(first) == ["Bob", "first"]
    assert documents.people(second) == ["second"]


def test_a_second_name_of_a_file_keeps_what_it_holds_and_is_told(path: Path) -> None:
    documents.made(path, "Ann")
    second = path.with_name("second.plimsoll")
    second.hardlink_to(path)
    with Document.open(path) as document:
        assert [each[:45] for each in document.remarks] == ["this file has a second name on the disk (a ha"]
        document.commit(person("Bob"))
        document.publish()
        assert document.remarks == ()
    assert documents.people(path) == ["Ann", "Bob"]
    assert documents.people(second) == ["Ann"]


def test_a_file_of_one_name_has_no_remarks(path: Path) -> None:
    with Document.create(path, b.portfolio()) as document:
        assert document.remarks == ()
        path.unlink()
        assert document.remarks == ()


# folders


def test_a_folder_that_is_moved_away_is_told(path: Path, tmp_path: Path) -> None:
    document = Document.create(path, b.portfolio(b.resource("Ann")))
    document.commit(person("Bob"))
    path.parent.rename(tmp_path / "moved")
    with pytest.raises(GoneError):
        document.publish()
    document.save_as(tmp_path / "moved" / "new.plimsoll").close()
    assert documents.people(tmp_path / "moved" / "new.plimsoll") == ["Ann", "Bob"]
    assert not path.parent.exists()


def test_a_folder_that_became_a_link_to_where_it_was_moved_is_no_change(path: Path, tmp_path: Path) -> None:
    document = Document.create(path, b.portfolio())
    document.commit(person("Ann"))
    path.parent.rename(tmp_path / "moved")
    path.parent.symlink_to(tmp_path / "moved")
    document.close()
    assert documents.people(tmp_path / "moved" / path.name) == ["Ann"]


def test_a_folder_that_became_a_link_to_another_s_file_is_a_change(path: Path, tmp_path: Path) -> None:
    document = Document.create(path, b.portfolio())
    document.commit(person("Ann"))
    (tmp_path / "theirs").mkdir()
    theirs = documents.made(tmp_path / "theirs" / path.name, "Theo")
    path.parent.rename(tmp_path / "moved")
    path.parent.symlink_to(tmp_path / "theirs")
    with pytest.raises(ChangedElsewhereError):
        document.publish()
    assert documents.people(theirs) == ["Theo"]
    document.close(publish=False)


def test_a_file_that_is_renamed_is_another_file_and_both_are_worked_on(path: Path) -> None:
    document = Document.create(path, b.portfolio(b.resource("Ann")))
    moved = path.rename(path.with_name("moved.plimsoll"))
    with Document.open(moved) as second:
        assert second.read_only is None
        second.commit(person("Bob"))
    document.commit(person("Cleo"))
    with pytest.raises(GoneError):
        document.close()
    document.write_again()
    document.close()
    assert (documents.people(path), documents.people(moved)) == (["Ann", "Cleo"], ["Ann", "Bob"])


def test_two_users_with_folders_of_their_own_overwrite_nothing_of_each_other(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents.made(path)
    mine = Document.open(path)
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "another home"))
    theirs = Document.open(path)
    assert theirs.read_only is None  # nobody can know
    theirs.commit(person("Theo"))
    theirs.close()
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    mine.commit(person("Ann"))
    with pytest.raises(ChangedElsewhereError):
        mine.close()
    both = mine.keep_both()
    both.close()
    assert (documents.people(path), documents.people(both.path)) == (["Theo"], ["Ann"])


# rights


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o666])
def test_the_rights_of_a_file_stay(path: Path, mode: int) -> None:
    documents.made(path)
    path.chmod(mode)
    with Document.open(path) as document:
        document.commit(person("Ann"))
    assert path.stat().st_mode & 0o777 == mode


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root may give files away")
def test_the_owner_of_a_file_stays(path: Path) -> None:
    documents.made(path)
    os.chown(path, 1234, 2345)
    with Document.open(path) as document:
        document.commit(person("Ann"))
    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 2345)


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_a_private_file_is_private_while_it_is_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents.made(path)
    path.chmod(0o600)
    modes: list[int] = []
    stamp = seal.stamp

    def looked_at(file: Path) -> str:
        modes.append(file.stat().st_mode & 0o777)
        return stamp(file)

    monkeypatch.setattr(publishing.seal, "stamp", looked_at)
    with Document.open(path) as document:
        document.commit(person("Ann"))
    assert modes == [0o600]


def test_backups_and_working_copies_are_under_the_private_folder_only(path: Path) -> None:
    documents.made(path, "Ann")
    documents.left(path, "Bob")
    assert {each.parent for each in path.parent.parent.rglob("*.plimsoll")} == {
        path.parent,
        Desk.of(path).folder,
        backups.folder_of(backups_for(path)[0].document_id),
    }
    assert home() in Desk.of(path).folder.parents
