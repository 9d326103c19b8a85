"""The files that were opened lately, and whether each is there now; a disk that hangs holds nobody up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.jobs import Jobs
from ui.presenters.sharing import bank_name
from ui.settings import Preferences

if TYPE_CHECKING:
    from planner.workspace import Workspace


Place = Path | str
"""A file by its path, or a shared bank by its address, which has no password."""


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A file, what a list calls it, and whether it is there, as far as known; a shared bank always may be."""

    path: Place
    name: str
    is_there: bool = True


class RecentFiles(QObject):
    """The list, newest first; `changed` tells of another order, or that one was found missing."""

    changed = Signal()

    def __init__(self, preferences: Preferences, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences, self._jobs = preferences, jobs
        self._missing: frozenset[Place] = frozenset()

    @property
    def files(self) -> tuple[RecentFile, ...]:
        paths = self._preferences.recent_files
        return tuple(RecentFile(path, called(path, paths), path not in self._missing) for path in paths)

    @property
    def to_reopen(self) -> str | None:
        """The one that was open last, where the window is to start with it."""
        paths = self._preferences.recent_files
        return str(paths[0]) if paths and self._preferences.reopens_last else None

    def remember(self, path: Place) -> None:
        self._preferences.remember_file(path)
        self._missing -= {path}
        self.changed.emit()

    def clear(self) -> None:
        self._preferences.forget_files()
        self.changed.emit()

    def look(self) -> None:
        """Looks beside the window which of them are there."""
        self._jobs.run("recent", partial(missing, self._preferences.recent_files), self._found, self._not_found)

    def _found(self, gone: frozenset[Place]) -> None:
        self._missing = gone
        self.changed.emit()

    def _not_found(self, problem: Exception) -> None:
        raise problem


def place_of(workspace: Workspace) -> Place:
    """Where the open portfolio is, to be opened again."""
    return workspace.path if workspace.address is None else workspace.place


def called(path: Place, among: Sequence[Place]) -> str:
    """The name of a file, with its folder where another of the list has the same; that of a bank with its server."""
    if isinstance(path, str):
        return bank_name(path)
    alike = sum(isinstance(other, Path) and other.stem == path.stem for other in among)
    return f"{path.stem} – {path.parent.name}" if alike > 1 else path.stem


def missing(paths: Sequence[Place]) -> frozenset[Place]:
    """Those that are no files now; one that may not be looked at counts as missing, and no server is asked."""
    return frozenset(path for path in paths if isinstance(path, Path) and not _is_there(path))


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
