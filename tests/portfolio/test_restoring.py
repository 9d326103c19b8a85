"""Restoring: a backup becomes an edit of the open file, or takes the place of one that cannot be opened."""

from __future__ import annotations

from pathlib import Path

import documents
import pytest
from documents import person

from data.document.backups import backups_for
from data.document.document import Document
from data.document.private import home
from data.document.restoring import restore_file
from data.file_errors import DamagedFileError, HeldError
from planner.workspace import Workspace


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
