"""Bringing a backup back: of the open portfolio as an edit, or in the place of a file that cannot be opened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from data.errors import PlannerError
from ui.dialogs.files import FileDialogs
from ui.dialogs.restore import Restore, RestoreWords
from ui.files.publishing import Publisher
from ui.jobs import Jobs
from ui.presenters import backups as words
from ui.session import Session
from ui.surroundings import Surroundings

if TYPE_CHECKING:
    from data.portfolio import Portfolio
    from planner.files import Backup
    from planner.workspace import Touched, Workspace


class Restoring(QObject):
    """Shows the backups and does what is decided.

    replaced  a backup is in the place of a damaged file, which can be opened now; the payload is its path
    done      good news in one sentence
    failed    why something could not be done
    """

    replaced = Signal(object)
    done = Signal(str)
    failed = Signal(str)

    def __init__(
        self, session: Session, publisher: Publisher, jobs: Jobs, dialogs: FileDialogs, around: Surroundings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._publisher, self._jobs, self._dialogs = session, publisher, jobs, dialogs
        self._formats, self._theme, self._window = around.formats, around.theme, window

    def ask(self) -> None:
        """Lists the backups of the open portfolio."""
        workspace = self._session.workspace
        if workspace is not None:
            self._jobs.run("backups", workspace.backups, self._list_open, self._tell)

    def ask_for_damaged(self, path: Path, why: str) -> None:
        """Lists the backups of a file that cannot be opened; where there is none, says only why it cannot."""
        self._jobs.run("backups", partial(_backups_for, path), partial(self._list_damaged, path, why), self._tell)

    def _list_open(self, backups: tuple[Backup, ...]) -> None:
        workspace = self._session.workspace
        if workspace is None:
            return
        cannot = "" if workspace.read_only is None else self.tr("This portfolio is read-only: save it under another name first")
        says = RestoreWords(
            self.tr("Backups of {name}").format(name=workspace.path.name),
            self.tr(
                "Plimsoll keeps the latest ten, and one for each day, week and month before. Restoring is one edit, which undo takes back."
            ),
            bad=False,
            does=self.tr("Make the portfolio what this backup holds; undo takes it back"),
            cannot=cannot,
        )
        shown = self._show(says, backups)
        shown.chosen.connect(partial(self._compare, shown))
        shown.restored.connect(partial(self._restore, shown))
        shown.choose_newest()

    def _list_damaged(self, path: Path, why: str, backups: tuple[Backup, ...]) -> None:
        if not backups:
            from planner.files import backups_folder  # noqa: PLC0415 - loaded by now

            folder = backups_folder()
            said = self.tr("{why} No backup is known under this name; those of every portfolio are in {folder}.")
            self.failed.emit(said.format(why=f"{why}.", folder=folder))
            return
        says = RestoreWords(
            self.tr("{name} cannot be opened").format(name=path.name),
            f"{why}.",
            bad=True,
            does=self.tr("The backup takes the place of the damaged file, of which Plimsoll keeps a copy in its own folder."),
        )
        shown = self._show(says, backups)
        shown.restored.connect(partial(self._replace, shown, path))
        shown.choose_newest()

    def _show(self, says: RestoreWords, backups: tuple[Backup, ...]) -> Restore:
        rows = words.rows(backups, dt.datetime.now().astimezone(), self._formats)
        shown = Restore(says, rows, self._formats, self._theme.tokens, self._window)
        shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown.saved_as.connect(self._save_as)
        shown.finished.connect(self._end_comparing)
        shown.open()
        return shown

    def _compare(self, shown: Restore, backup: Backup) -> None:
        workspace = self._session.workspace
        if workspace is not None:
            say = shown.say_differences  # a newer comparison drops the one before
            self._jobs.run("compare", partial(_differences, workspace.record, backup), say, partial(self._not_compared, say))

    def _end_comparing(self) -> None:
        self._jobs.abandon("compare")

    def _not_compared(self, say: Callable[[str], None], problem: Exception) -> None:
        if not isinstance(problem, PlannerError):
            raise problem
        say(str(problem))

    def _restore(self, shown: Restore, backup: Backup) -> None:
        shown.accept()
        self._publisher.when_idle(lambda: self._session.lend(partial(_restored, backup=backup), self._was_restored, self._tell))

    def _was_restored(self, touched: Touched) -> None:
        said = (
            self.tr("The backup is restored; undo takes it back")
            if touched.kinds
            else self.tr("The backup holds the same as the portfolio")
        )
        self.done.emit(said)

    def _replace(self, shown: Restore, path: Path, backup: Backup) -> None:
        shown.accept()
        self._jobs.run("replace", partial(_replaced, path, backup), partial(self._was_replaced, path), self._tell)

    def _was_replaced(self, path: Path, kept: Path | None) -> None:
        self.replaced.emit(path)
        if kept is not None:
            self.done.emit(self.tr("The damaged file is kept as {place}").format(place=kept))

    def _save_as(self, backup: Backup) -> None:
        place = self._dialogs.place_for_portfolio(self.tr("{name} backup").format(name=backup.name))
        if place is not None:
            self._jobs.run("copy backup", partial(_copied, backup, place), self._was_copied, self._tell)

    def _was_copied(self, place: Path) -> None:
        self.done.emit(self.tr("The backup is in {place}").format(place=place))

    def _tell(self, problem: Exception) -> None:
        if not isinstance(problem, PlannerError):
            raise problem
        self.failed.emit(str(problem))


def _backups_for(path: Path) -> tuple[Backup, ...]:
    from planner.files import backups_for  # noqa: PLC0415 - the file's libraries are loaded beside the window

    return backups_for(path)


def _differences(now: Portfolio, backup: Backup) -> str:
    from data.edits import between  # noqa: PLC0415
    from planner.importing import tallies  # noqa: PLC0415
    from planner.workspace import Workspace  # noqa: PLC0415

    with Workspace.read(backup.path) as source:
        return words.restoring(tallies(between(now, source.portfolio, "")))


def _restored(workspace: Workspace, *, backup: Backup) -> Touched:
    return workspace.restore(backup)


def _replaced(path: Path, backup: Backup) -> Path | None:
    from planner.files import restore_file  # noqa: PLC0415

    return restore_file(path, backup)


def _copied(backup: Backup, place: Path) -> Path:
    from planner.workspace import Workspace  # noqa: PLC0415

    with Workspace.read(backup.path) as source:
        source.save_copy(place)
    return place
