"""Publishing: the user's file becomes what the working copy is, whole or not at all, and never over what somebody else wrote."""

from __future__ import annotations

import errno
import os
import shutil
import sys
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import builders as b
import documents
import pytest
from documents import apart, person

from data.document import publishing
from data.document.document import Document
from data.document.private import Desk
from data.errors import PlannerError
from data.file_errors import ChangedElsewhereError, DamagedFileError, GoneError, NotPublishedError


def fail(error: Exception) -> Callable[..., None]:
    def failing(*_: object, **__: object) -> None:
        raise error

    return failing


def test_an_edit_is_in_the_file_only_when_it_is_published(edited: Document, path: Path) -> None:
    assert edited.unpublished
    assert documents.people(path) == ["Ann"]
    published = edited.publish()
    assert published is not None
    assert published.state == edited.state
    assert not edited.unpublished
    assert documents.people(path) == ["Ann", "Bob"]
    edited.close()


def test_there_is_nothing_to_publish_where_the_file_holds_everything(edited: Document, path: Path) -> None:
    edited.publish()
    before = path.stat()
    assert edited.publication() is None
    assert edited.publish() is None
    assert path.stat() == before
    edited.close()


def test_a_plan_that_is_kept_is_to_be_published(edited: Document, path: Path) -> None:
    edited.publish()
    plan = b.plan(b.allocation("Build", "Ann", 1, 8.0))
    edited.keep_plan(plan)
    assert edited.unpublished
    edited.close()
    with Document.read(path) as found:
        assert found.latest_plan() == plan


def test_another_thread_publishes_while_edits_go_on(edited: Document, path: Path) -> None:
    with ThreadPoolExecutor(1) as worker:
        for count in range(20):
            edited.commit(person(f"before {count:02}"))
            publication = edited.publication()
            assert publication is not None
            running = worker.submit(publication.run)
            edited.commit(person(f"during {count:02}"))
            edited.take(running.result())
            assert f"before {count:02}" in documents.people(path)
    everybody = documents.names_in(edited)
    edited.close()
    assert len(everybody) == 42
    assert documents.people(path) == everybody


def test_what_came_in_while_it_was_published_is_still_to_be_published(edited: Document, path: Path) -> None:
    published = apart(edited.publication())
    edited.commit(person("Cleo"))
    edited.take(published)
    assert edited.unpublished
    assert documents.people(path) == ["Ann", "Bob"]
    edited.close()
    assert documents.people(path) == ["Ann", "Bob", "Cleo"]


def test_two_publications_at_once_are_one_after_the_other(edited: Document, path: Path) -> None:
    both = [edited.publication() for _ in range(2)]
    with ThreadPoolExecutor(2) as workers:
        for each in list(workers.map(lambda publication: publication and publication.run(), both)):
            assert each is not None
            edited.take(each)
    edited.commit(person("Cleo"))
    edited.close()
    assert documents.people(path) == ["Ann", "Bob", "Cleo"]


@pytest.mark.parametrize("name", ["snapshot", "verify"])
def test_a_publication_that_fails_leaves_file_and_work_as_they_were(
    edited: Document, path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    before = path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(publishing, name, fail(OSError(28, "No space left on device")))
        with pytest.raises(NotPublishedError, match=r"it could not be written \(No space left on device\); the file is as it was and no"):
            edited.publish()
    assert path.read_bytes() == before
    assert documents.beside(path) == ["case.plimsoll"]
    edited.close()
    assert documents.people(path) == ["Ann", "Bob"]


def test_what_is_not_read_back_as_it_was_written_is_not_published(edited: Document, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()

    def lost(source: Path, to: Path) -> None:
        shutil.copyfile(source, to)
        documents.run(to, "UPDATE resources SET level = 5")

    with monkeypatch.context() as patch:
        patch.setattr(publishing, "snapshot", lost)
        with pytest.raises(PlannerError, match="its content is not what was written"):
            edited.publish()
    assert path.read_bytes() == before
    assert documents.beside(path) == ["case.plimsoll"]
    edited.close()


def test_nothing_but_the_file_stands_in_its_folder_at_any_moment_between(edited: Document, path: Path) -> None:
    for name in ("Cleo", "Dora"):
        edited.commit(person(name))
        assert documents.beside(path) == ["case.plimsoll"]
        edited.publish()
        assert documents.beside(path) == ["case.plimsoll"]
    edited.close()
    assert documents.beside(path) == ["case.plimsoll"]
    assert documents.on_desk(path) == documents.QUIET


def test_a_copier_that_reads_while_it_is_published_gets_the_old_or_the_new_file(path: Path) -> None:
    document = Document.create(path, b.small_case())
    done, found = threading.Event(), []

    def copy() -> None:
        while not done.is_set():
            found.append(path.read_bytes())

    copier = threading.Thread(target=copy)
    copier.start()
    known = {path.read_bytes()}
    for count in range(10):
        document.commit(person(f"P{count}"))
        document.publish()
        known.add(path.read_bytes())
    done.set()
    copier.join()
    document.close()
    assert found
    assert set(found) <= known


def test_the_snapshot_of_a_damaged_working_copy_is_never_published(edited: Document, path: Path) -> None:
    before = path.read_bytes()
    working = edited._desk.working
    documents.run(working, "UPDATE resources SET level = level + 1 WHERE id = 'Ann'")
    with pytest.raises(DamagedFileError):
        edited.publish()
    assert path.read_bytes() == before
    edited.close(publish=False)


def test_nothing_slow_comes_between_comparing_and_replacing(edited: Document, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noting, done = Desk.note_origin, []

    def then_changed(desk: Desk, noted: Mapping[str, object]) -> None:
        noting(desk, noted)
        if not done:
            done.append(path.write_bytes(b"theirs"))

    monkeypatch.setattr(Desk, "note_origin", then_changed)
    with pytest.raises(ChangedElsewhereError):
        edited.publish()
    assert path.read_bytes() == b"theirs"
    edited.close(publish=False)


def refusing_flushes_of(folder: Path, refusal: int) -> Callable[[int], None]:
    """A disk that flushes everything but this folder."""
    fsync, number = os.fsync, folder.stat().st_ino

    def refused(handle: int) -> None:
        if os.fstat(handle).st_ino == number:
            raise OSError(refusal, os.strerror(refusal))
        fsync(handle)

    return refused


@pytest.mark.skipif(sys.platform == "win32", reason="Windows flushes no folder")
@pytest.mark.parametrize("refusal", [errno.EINVAL, errno.ENOTSUP])
def test_a_disk_that_knows_no_flush_of_a_folder_is_written_to(
    edited: Document, path: Path, monkeypatch: pytest.MonkeyPatch, refusal: int
) -> None:
    monkeypatch.setattr(os, "fsync", refusing_flushes_of(path.parent, refusal))
    edited.close()
    assert documents.people(path) == ["Ann", "Bob"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows flushes no folder")
def test_a_failure_after_the_replacing_is_no_conflict_with_oneself(edited: Document, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refusing_flushes_of(path.parent, errno.EIO))
        with pytest.raises(NotPublishedError, match="Input/output error"):
            edited.publish()
    edited.close()
    assert documents.people(path) == ["Ann", "Bob"]


@pytest.mark.parametrize("text", ["plimsoll-seal:", "plimsoll-seal:" + 64 * "0"])
def test_words_that_look_like_the_seal_are_words(path: Path, text: str) -> None:
    with Document.create(path, b.portfolio(b.resource(text))) as document:
        document.commit(person("Ann"))
    with Document.open(path) as document:
        assert documents.names_in(document) == ["Ann", text]


def test_a_folder_that_may_not_be_entered_any_more_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents.made(path)
    document = Document.open(path)
    document.commit(person("Ann"))
    exists = Path.exists

    def refused(self: Path) -> bool:
        if self == path:
            raise PermissionError(13, "Permission denied")
        return exists(self)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "exists", refused)
        with pytest.raises(NotPublishedError, match="Permission denied"):
            document.publish()
    document.close()
    assert documents.people(path) == ["Ann"]


def test_saving_what_is_saved_looks_at_the_file_itself(path: Path) -> None:
    with Document.create(path, b.small_case()) as file:
        assert file.publication(asked=True) is None
        path.unlink()
        asked = file.publication(asked=True)
        assert asked is not None
        with pytest.raises(GoneError):
            asked.run()
        file.write_again()
    assert path.exists()
