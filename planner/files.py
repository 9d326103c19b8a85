"""What can be done with files that are not open: recovery after a crash, and backups. What `data.document` offers, by one name."""

from __future__ import annotations

from pathlib import Path

from data.document.access import ReadOnly, ReadOnlyWhy
from data.document.backups import Backup, backup_at, backups_for, backups_of
from data.document.document import Document
from data.document.locks import Holder
from data.document.private import home
from data.document.publishing import Publication, Published
from data.document.recovery import Leftover, OnLeftover, Standing, UnsavedWorkError, leftover_of, leftovers
from data.document.restoring import restore_file
from data.document.taking import holder_of

__all__ = [
    "Backup",
    "Holder",
    "Leftover",
    "OnLeftover",
    "Publication",
    "Published",
    "ReadOnly",
    "ReadOnlyWhy",
    "Standing",
    "UnsavedWorkError",
    "backup_at",
    "backups_folder",
    "backups_for",
    "backups_of",
    "holder_of",
    "leftover_of",
    "leftovers",
    "restore_file",
    "set_aside",
]


def backups_folder() -> Path:
    """Where the backups of every portfolio are."""
    return home() / "backups"


def set_aside(leftover: Leftover) -> None:
    """Keeps what a crash left as a backup of its document; the file stays as it is."""
    Document.set_aside(leftover.path)
