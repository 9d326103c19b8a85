"""One window for one file: a second one looks on at once, and is told who holds the file; a dead one holds nothing."""

from __future__ import annotations

import datetime as dt
import os
import threading
from collections.abc import Callable
from pathlib import Path

import builders as b
import documents
import pytest
from documents import person

from data.document import locks
from data.document.access import ReadOnlyWhy
from data.document.document import Document
from data.document.locks import Held, Holder
from data.document.private import Desk, write_note
from data.document.recovery import OnLeftover, leftovers
from data.file_errors import HeldError, ReadOnlyError


def test_a_folder_is_held_once_and_by_whom_is_told(tmp_path: Path) -> None:
    mine = locks.hold(tmp_path / "desk")
    assert isinstance(mine, Held)
    other = locks.hold(tmp_path / "desk")
    assert isinstance(other, Holder)
    assert other.pid == os.getpid()
    assert dt.datetime.now(dt.UTC) - other.since < dt.timedelta(minutes=1)
    mine.release()
    again = locks.hold(tmp_path / "desk")
    assert isinstance(again, Held)
    again.release()


def test_a_lock_may_be_let_go_in_another_thread(tmp_path: Path) -> None:
    held = locks.hold(tmp_path)
    assert isinstance(held, Held)
    thread = threading.Thread(target=held.release)
    thread.start()
    thread.join()
    assert locks.is_free(tmp_path)


def test_a_lock_that_cannot_be_signed_holds_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(locks, "write_note", refuse)
        held = locks.hold(tmp_path)
    assert isinstance(held, Held)
    assert str(locks.hold(tmp_path)) == "another window has it open"
    held.release()
    assert locks.is_free(tmp_path)


def test_a_holder_says_who_where_and_since_when() -> None:
    since = dt.datetime(2027, 1, 4, 10, 32).astimezone()
    assert str(Holder("dana", "laptop-3", 12, since)) == "dana on laptop-3 has it open since 04 Jan 10:32"


@pytest.mark.parametrize("noted", ["", "no json", "[]", '{"user": "dana"}', '{"user": "d", "host": "h", "pid": "x", "since": "y"}'])
def test_a_holder_that_has_not_signed_yet_is_another_window(tmp_path: Path, noted: str) -> None:
    held = locks.hold(tmp_path)
    (tmp_path / "holder.json").write_text(noted, encoding="utf-8")
    assert str(locks.hold(tmp_path)) == "another window has it open"
    assert isinstance(held, Held)
    held.release()


def test_a_second_window_looks_on_and_names_the_first(path: Path) -> None:
    documents.made(path, "Ann")
    with documents.window(path, "Bob") as other, Document.open(path) as second:
        assert second.read_only is not None
        assert second.read_only.why is ReadOnlyWhy.HELD
        assert second.read_only.holder is not None
        assert second.read_only.holder.pid == other.pid
        assert second.read_only.said.endswith("change it there, or save it here under another name")
        assert documents.names_in(second) == ["Ann"]
        with pytest.raises(ReadOnlyError, match="change it there, or save it here under another name"):
            second.commit(person("Cleo"))
        with pytest.raises(ReadOnlyError):
            second.keep_plan(b.plan())
        assert second.publication() is None


def test_a_second_window_of_the_same_process_looks_on_too(path: Path) -> None:
    documents.made(path)
    with Document.open(path), Document.open(path) as second:
        assert second.read_only is not None
        assert second.read_only.why is ReadOnlyWhy.HELD


def test_a_second_window_goes_on_under_another_name(path: Path) -> None:
    documents.made(path, "Ann")
    with documents.window(path):
        moved = Document.open(path).save_as(path.with_name("mine.plimsoll"))
        moved.commit(person("Bob"))
        moved.close()
    assert documents.people(path.with_name("mine.plimsoll")) == ["Ann", "Bob"]
    assert documents.people(path) == ["Ann"]


def test_the_file_is_free_when_the_first_window_has_closed(path: Path) -> None:
    documents.made(path)
    Document.open(path).close()
    with Document.open(path) as second:
        assert second.read_only is None


def test_the_file_is_free_when_the_first_window_is_killed(path: Path) -> None:
    documents.made(path)
    documents.killed(path, "Ann")
    with Document.open(path, on_leftover=OnLeftover.TAKE_UP) as second:
        assert second.read_only is None
        assert documents.names_in(second) == ["Ann"]


def test_a_file_is_one_file_by_whatever_link_it_is_opened(path: Path) -> None:
    documents.made(path)
    link = path.with_name("link.plimsoll")
    link.symlink_to(path)
    with Document.open(link), Document.open(path) as second:
        assert second.read_only is not None


REPLACING: list[Callable[[Document, Path], object]] = [
    lambda _, path: Document.create(path, b.portfolio(), replace=True),
    lambda mine, path: mine.save_as(path, replace=True),
    lambda mine, path: mine.copy_to(path),
]


@pytest.mark.parametrize("replace", REPLACING, ids=["create", "save_as", "copy_to"])
def test_what_is_open_elsewhere_is_not_replaced(path: Path, replace: Callable[[Document, Path], object]) -> None:
    documents.made(path, "Ann")
    mine = Document.create(path.with_name("mine.plimsoll"), b.portfolio())
    before = path.read_bytes()
    with documents.window(path), mine, pytest.raises(HeldError, match=r"has it open since .*; close it there, or choose another name"):
        replace(mine, path)
    assert path.read_bytes() == before
    assert documents.beside(path) == ["case.plimsoll", "mine.plimsoll"]


def test_what_a_living_window_has_not_published_is_no_leftover(path: Path) -> None:
    documents.made(path)
    with documents.window(path, "Ann"):
        assert leftovers() == ()
        with pytest.raises(HeldError):
            Document.set_aside(path)
    assert [each.steps for each in leftovers()] == [1]


def test_a_note_of_a_holder_is_whole_or_the_one_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_note(tmp_path / "holder.json", {"user": "dana"})

    def torn(self: Path, text: str, encoding: str) -> int:
        self.write_bytes(text.encode()[:3])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", torn)
    with pytest.raises(OSError, match="No space left"):
        write_note(tmp_path / "holder.json", {"user": "erin"})
    assert (tmp_path / "holder.json").read_text(encoding="utf-8") == '{"user": "dana"}'
    assert [each.name for each in tmp_path.iterdir()] == ["holder.json"]


def test_many_windows_that_open_at_once_are_one_that_holds_and_others_that_look(path: Path) -> None:
    documents.made(path)
    opened: list[Document] = []
    start = threading.Barrier(6)

    def open_at_once() -> None:
        start.wait()
        opened.append(Document.open(path))

    threads = [threading.Thread(target=open_at_once) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(each.read_only is None for each in opened) == [False] * 5 + [True]
    for each in opened:
        each.close()
    assert documents.on_desk(path) == documents.QUIET


def test_the_desk_says_what_file_it_is_for(path: Path) -> None:
    documents.made(path)
    assert Desk.of(path).origin["path"] == str(path)
