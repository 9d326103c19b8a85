"""Publishing beside others: what somebody else wrote, moved or put back is never taken for ours nor overwritten."""

from __future__ import annotations

import os
from pathlib import Path

import documents
import pytest
from documents import apart, person

from data.document import publishing
from data.document.copying import Seen
from data.document.document import Document
from data.file_errors import ChangedElsewhereError, GoneError


def test_a_save_before_a_publication_was_taken_in_is_no_conflict(edited: Document, path: Path) -> None:
    published = apart(edited.publication())
    edited.commit(person("Cleo"))
    edited.publish()
    edited.take(published)
    edited.commit(person("Dora"))
    edited.close()
    assert documents.people(path) == ["Ann", "Bob", "Cleo", "Dora"]


def test_a_publication_of_the_file_before_save_as_is_not_taken_for_the_new_one(edited: Document, path: Path) -> None:
    published = apart(edited.publication())
    edited.commit(person("Cleo"))
    moved = edited.save_as(path.with_name("new.plimsoll"))
    moved.commit(person("Dora"))
    moved.take(published)
    moved.close()
    assert documents.people(path.with_name("new.plimsoll")) == ["Ann", "Bob", "Cleo", "Dora"]


def test_a_file_changed_outside_is_not_overwritten(edited: Document, path: Path) -> None:
    path.write_bytes(b"theirs")
    with pytest.raises(ChangedElsewhereError, match="keep both, take theirs, or write yours over it"):
        edited.publish()
    assert path.read_bytes() == b"theirs"
    assert edited.unpublished
    assert documents.beside(path) == ["case.plimsoll"]
    edited.replace_theirs()
    edited.close()


def test_a_changed_byte_is_a_change_though_size_and_times_are_the_same(edited: Document, path: Path) -> None:
    before, content = path.stat(), bytearray(path.read_bytes())
    content[5000] ^= 1
    with path.open("r+b") as stream:
        stream.write(content)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    with pytest.raises(ChangedElsewhereError):
        edited.publish()
    assert path.read_bytes() == content
    edited.close(publish=False)


@pytest.mark.parametrize("how", ["touched", "copied over itself", "rights changed", "linked"])
def test_a_file_of_the_same_bytes_has_not_changed(edited: Document, path: Path, how: str) -> None:
    match how:
        case "touched":
            os.utime(path, (1, 1))
        case "copied over itself":
            path.with_name("copy").write_bytes(path.read_bytes())
            path.with_name("copy").replace(path)
        case "rights changed":
            path.chmod(0o600)
        case _:
            path.with_name("link.plimsoll").hardlink_to(path)
    edited.close()
    assert documents.people(path) == ["Ann", "Bob"]


def test_a_file_that_was_moved_away_is_told_and_not_made_anew(edited: Document, path: Path) -> None:
    path.rename(path.with_name("moved.plimsoll"))
    with pytest.raises(GoneError, match="it was moved or deleted since it was opened"):
        edited.publish()
    assert documents.beside(path) == ["moved.plimsoll"]
    edited.write_again()
    edited.close()
    assert documents.people(path) == ["Ann", "Bob"]
    assert documents.people(path.with_name("moved.plimsoll")) == ["Ann"]


def test_a_file_that_came_back_is_written_to_again(edited: Document, path: Path) -> None:
    path.rename(path.with_name("moved.plimsoll"))
    with pytest.raises(GoneError):
        edited.publish()
    path.with_name("moved.plimsoll").rename(path)
    edited.close()
    assert documents.people(path) == ["Ann", "Bob"]


def test_another_file_in_the_place_of_one_that_was_moved_is_not_overwritten(edited: Document, path: Path) -> None:
    path.unlink()
    documents.made(path.with_name("other.plimsoll"), "Somebody else").replace(path)
    with pytest.raises(ChangedElsewhereError):
        edited.write_again()
    assert documents.people(path) == ["Somebody else"]
    edited.close(publish=False)


def test_a_file_that_changes_while_it_is_published_is_not_overwritten(
    edited: Document, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The comparison is the last thing before the replacing."""
    verify = publishing.verify

    def meanwhile(beside: Path, named: Path) -> object:
        path.write_bytes(b"theirs")
        return verify(beside, named)

    monkeypatch.setattr(publishing, "verify", meanwhile)
    with pytest.raises(ChangedElsewhereError):
        edited.publish()
    assert path.read_bytes() == b"theirs"
    edited.close(publish=False)


def test_a_copy_saved_while_a_publication_is_out_is_no_conflict(edited: Document, path: Path) -> None:
    published = apart(edited.publication())
    edited.commit(person("Cleo"))
    edited.copy_to(path.with_name("copy.plimsoll"))
    edited.publish()
    edited.take(published)
    edited.close()
    assert documents.people(path) == ["Ann", "Bob", "Cleo"]


def test_what_comes_right_after_the_replacing_is_not_taken_for_ours(edited: Document, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    renamed = publishing.renamed

    def after_a_change(seen: Seen, target: Path) -> Seen:
        path.write_bytes(b"theirs")
        return renamed(seen, target)

    with monkeypatch.context() as patch:
        patch.setattr(publishing, "renamed", after_a_change)
        edited.publish()
    edited.commit(person("Cleo"))
    with pytest.raises(ChangedElsewhereError):
        edited.publish()
    assert path.read_bytes() == b"theirs"
    edited.close(publish=False)
