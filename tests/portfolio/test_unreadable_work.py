"""Work that a crash left and that cannot be read: kept apart, read again, and in nobody else's way."""

from __future__ import annotations

from pathlib import Path

import documents
import pytest

from data.document import locks, recovery
from data.document.document import Document
from data.document.private import Desk, home
from data.document.recovery import OnLeftover, UnsavedWorkError, leftovers
from data.file_errors import DamagedFileError, NewerFileError, UnreadableLeftoverError


def full(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


def opened(path: Path) -> Document:
    return Document.open(path, on_leftover=OnLeftover.TAKE_UP)


def test_a_damaged_working_copy_is_kept_apart_and_the_file_opened_next(path: Path) -> None:
    documents.made(path, "Ann")
    documents.left(path, "Bob")
    working = Desk.of(path).working
    ruined = working.read_bytes()[:-4096]
    working.write_bytes(ruined)
    with pytest.raises(UnreadableLeftoverError, match=r"left of it when it ended cannot be read \(.*\)") as told:
        opened(path)
    (kept,) = (home() / "damaged").glob("*/working.plimsoll")
    assert kept.read_bytes() == ruined
    assert str(kept) in str(told.value)
    with Document.open(path) as document:
        assert documents.names_in(document) == ["Ann"]


def test_a_working_copy_that_reads_damaged_once_is_read_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents.made(path)
    documents.left(path, "Ann")
    opening, fail_once = recovery.Store.open, [True]

    def unsteady(*arguments: object, **named: object) -> object:
        if fail_once.pop() if fail_once else False:
            raise DamagedFileError(path, "a disk that erred")
        return opening(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(recovery.Store, "open", unsteady)
    assert [each.steps for each in leftovers()] == [1]


def test_one_that_cannot_be_read_hides_no_other(path: Path) -> None:
    other = path.with_name("other.plimsoll")
    newer = path.with_name("newer.plimsoll")
    for each in (path, other, newer):
        documents.made(each)
        documents.left(each, "Ann")
    Desk.of(path).working.write_bytes(b"ruined" * 1000)
    documents.run(Desk.of(newer).working, "PRAGMA user_version = 99")
    assert [each.path for each in leftovers()] == [other]
    assert Desk.of(path).working.exists()
    with pytest.raises(NewerFileError):
        Document.open(newer)
    assert Desk.of(newer).working.exists()


def test_one_that_cannot_be_taken_hides_no_other(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = path.with_name("other.plimsoll")
    for each in (path, other):
        documents.made(each)
        documents.left(each, "Ann")
    hold = locks.hold
    monkeypatch.setattr(locks, "hold", lambda folder: full() if folder == Desk.of(path).folder else hold(folder))
    assert [each.path for each in leftovers()] == [other]


@pytest.mark.parametrize("noted", ["", "{", "[1]", '{"path": 1}', '{"published": {"log_number": 1}}', '{"published": 7, "seen": [1]}'])
def test_a_note_that_cannot_be_read_loses_no_work(path: Path, noted: str) -> None:
    documents.made(path)
    documents.left(path, "Ann")
    (Desk.of(path).folder / "origin.json").write_text(noted, encoding="utf-8")
    with pytest.raises(UnsavedWorkError):
        Document.open(path)
    opened(path).close()
    assert documents.people(path) == ["Ann"]
