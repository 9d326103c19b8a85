"""A backup in the place of a file that cannot be opened. Of one that can, restoring is an edit (planner.workspace)."""

from __future__ import annotations

from pathlib import Path

from data.document.backups import Backup
from data.document.document import Document
from data.document.private import keep_damaged, target_of
from data.file_errors import told


def restore_file(path: Path, backup: Backup, to: Path | None = None) -> Path | None:
    """Puts a backup in the place of a file that cannot be opened, of which a copy is kept, or writes it to another place.

    Answers where the copy of the file before is. Raises HeldError where the file is open.
    """
    place = Path(to or path)
    with Document.read(backup.path) as source, told(place):
        target = target_of(place)
        before = keep_damaged(target) if target.exists() else None
        source.copy_to(place)
        return before
