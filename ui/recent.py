"""The files that were opened lately, and whether each is there now; a disk that hangs holds nobody up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ui.jobs import Jobs
from ui.settings import Preferences


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A file, what a list calls it, and whether it is there, as far as known."""

    path: Path
    name: str
    is_there: bool = True


class RecentFiles(QObject):
    """The list, newest first; `changed` tells of another order, or that one was found missing."""

    changed = Signal()

    def __init__(self, preferences: Preferences, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences, self._jobs = preferences, jobs
        self._missing: frozenset[Path] = frozenset()

    @property
    def files(self) -> tuple[RecentFile, ...]:
        paths = self._preferences.recent_files
        return tuple(RecentFile(path, called(path, paths), path not in self._missing) for path in paths)

    def remember(self, path: Path) -> None:
        self._preferences.remember_file(path)
        self._missing -= {path}
        self.changed.emit()

    def clear(self) -> None:
        self._preferences.forget_files()
        self.changed.emit()

    def look(self) -> None:
        """Looks beside the window which of them are there."""
        self._jobs.run("recent", partial(missing, self._preferences.recent_files), self._found, self._not_found)

    def _found(self, gone: frozenset[Path]) -> None:
        self._missing = gone
        self.changed.emit()

    def _not_found(self, problem: Exception) -> None:
        raise problem


def called(path: Path, among: Sequence[Path]) -> str:
    """The name of a file, with its folder where another of the list has the same."""
    alike = sum(other.stem == path.stem for other in among)
    return f"{path.stem} – {path.parent.name}" if alike > 1 else path.stem


def missing(paths: Sequence[Path]) -> frozenset[Path]:
    """Those that are no files now; one that may not be looked at counts as missing."""
    return frozenset(path for path in paths if not _is_there(path))


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
