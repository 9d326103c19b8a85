"""What is done with the file of the open portfolio: save, save as, a copy, the ways out of trouble, and leaving it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from data.errors import PlannerError
from ui.dialogs.closing import Leaving, NotSaved, Writing
from ui.dialogs.files import FileDialogs
from ui.files.publishing import Publisher
from ui.presenters.saving import Way, file_name, told
from ui.presenters.saying import translate
from ui.session import Session

if TYPE_CHECKING:
    from planner.workspace import Workspace

Result = TypeVar("Result")
SHORT_MILLISECONDS = 300
"""What is done within this time needs no dialog that says so."""


class Keeping(QObject):
    """All of it beside the window: a job has the workspace as long as it takes.

    done    good news in one sentence
    failed  why something could not be done
    """

    done = Signal(str)
    failed = Signal(str)

    def __init__(self, session: Session, publisher: Publisher, dialogs: FileDialogs, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._publisher, self._dialogs, self._window = session, publisher, dialogs, window
        self._leaving: tuple[Callable[[], None], Callable[[], None]] | None = None
        self._left: list[Workspace] = []
        self._writing: Writing | None = None
        self.slow = QTimer(self)
        self.slow.setSingleShot(True)
        self.slow.setInterval(SHORT_MILLISECONDS)
        self.slow.timeout.connect(self._say_writing)

    def save(self) -> None:
        self._publisher.save()

    def save_as(self) -> None:
        place = self._place_for("")
        if place is not None:
            self._change(partial(_save_as, place=place), lambda _: self.done.emit(self.tr("You work on {place} now").format(place=place)))

    def save_copy(self) -> None:
        place = self._place_for(self.tr(" copy"))
        if place is not None:
            self._change(partial(_save_copy, place=place), lambda _: self.done.emit(self.tr("A copy is in {place}").format(place=place)))

    def go(self, way: Way) -> None:
        """Takes a way out of trouble, except for opening again, which is not done here."""
        match way:
            case Way.SAVE_AS:
                self.save_as()
            case Way.TRY_AGAIN:
                self.save()
            case Way.WRITE_AGAIN:
                self._settle(_write_again, self.tr("The file is there again: {said}"))
            case Way.KEEP_BOTH:
                self._settle(_keep_both, self.tr("You work on {said} now; the other file is as it was"))
            case Way.TAKE_THEIRS:
                self._settle(_take_theirs, self.tr("You work on their {said} now; yours is among its backups"))
            case Way.OVERWRITE:
                self._settle(_replace_theirs, self.tr("Yours is in the file; theirs is kept {said}"))
            case Way.OPEN_AGAIN:
                pass

    def leave(self, then: Callable[[], None], otherwise: Callable[[], None] | None = None) -> None:
        """Brings the file up to date and closes it, then calls `then`; where the user would rather stay, `otherwise`."""
        if self._session.workspace is None:
            then()
        elif self._leaving is None:
            self._leaving = (then, otherwise or _nothing)
            self.slow.start()
            self._publisher.when_idle(partial(self._close, publish=True))
        elif otherwise is not None:
            otherwise()

    @property
    def is_leaving(self) -> bool:
        return self._leaving is not None

    def _place_for(self, what: str) -> Path | None:
        workspace = self._session.workspace
        return self._dialogs.place_for_portfolio(f"{workspace.title}{what}") if workspace else None

    def _settle(self, work: Callable[[Workspace], str], said: str) -> None:
        self._change(work, lambda result: self.done.emit(said.format(said=result)), self._not_settled)

    def _change(
        self, work: Callable[[Workspace], Result], then: Callable[[Result], None], otherwise: Callable[[Exception], None] | None = None
    ) -> None:
        self._publisher.when_idle(lambda: self._session.lend(work, then, otherwise or self._tell))

    def _tell(self, problem: Exception) -> None:
        if not isinstance(problem, PlannerError):
            raise problem
        self.failed.emit(str(problem))

    def _not_settled(self, problem: Exception) -> None:
        """The banner says what stands in the way now."""
        self._publisher.failed(problem)

    def _close(self, *, publish: bool) -> None:
        self._session.lend(partial(_closed, publish=publish), self._was_closed, self._was_not_closed)

    def _was_closed(self, _: object) -> None:
        self._leave_for_good()

    def _leave_for_good(self) -> None:
        self._end_writing()
        if self._leaving is not None:
            then, _ = self._leaving
            self._leaving = None
            then()

    def _was_not_closed(self, problem: Exception) -> None:
        self._end_writing()
        self._ask(problem)
        self._publisher.failed(problem)

    def _ask(self, problem: Exception) -> None:
        workspace = self._session.workspace
        name = file_name(workspace.place) if workspace else ""
        _, why = told(name, problem)
        asked = NotSaved(self.tr("{name} was not written: {why}.").format(name=name, why=why), self._window)
        asked.decided.connect(self._decided)
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def _decided(self, decision: Leaving) -> None:
        if decision is Leaving.KEEP:
            self._publisher.when_idle(partial(self._close, publish=False))
        elif decision is Leaving.STAY or (place := self._place_for("")) is None:
            self._stay()
        else:
            self._publisher.when_idle(partial(self._session.lend, partial(_save_as, place=place), self._close_other, self._ask_again))

    def _close_other(self, _: object) -> None:
        self._publisher.when_idle(partial(self._close, publish=True))

    def _ask_again(self, problem: Exception) -> None:
        self._tell(problem)
        self._ask(problem)

    def _stay(self) -> None:
        if self._leaving is not None:
            _, otherwise = self._leaving
            self._leaving = None
            otherwise()

    def _say_writing(self) -> None:
        workspace = self._session.workspace
        if self._leaving is not None and workspace is not None:
            self._writing = Writing(file_name(workspace.place), self._window)
            self._writing.hurried.connect(self._hurry)
            self._writing.open()

    def _end_writing(self) -> None:
        self.slow.stop()
        if self._writing is not None:
            self._writing.hide()
            self._writing.deleteLater()
            self._writing = None

    def _hurry(self) -> None:
        """Leaves the job to itself: it ends with the process at the latest, and what it did not write is in the working copy."""
        workspace = self._session.workspace
        if workspace is not None:
            self._left.append(workspace)  # so that its lock is held as long as the job may write
        self._leave_for_good()


def _nothing() -> None:
    return


def _closed(workspace: Workspace, *, publish: bool) -> None:
    workspace.close(publish=publish)


def _save_as(workspace: Workspace, *, place: Path) -> str:
    workspace.save_as(place, replace=True)  # the system's dialog has asked
    return _settled(workspace)


def _save_copy(workspace: Workspace, *, place: Path) -> None:
    workspace.save_copy(place)


def _write_again(workspace: Workspace) -> str:
    workspace.write_again()
    return workspace.place


def _keep_both(workspace: Workspace) -> str:
    workspace.keep_both()
    return _settled(workspace)


def _take_theirs(workspace: Workspace) -> str:
    workspace.take_theirs()
    return _settled(workspace)


def _replace_theirs(workspace: Workspace) -> str:
    """Where theirs is kept: among the backups, or where it is found if it could not be read."""
    kept = workspace.replace_theirs()
    is_backup = kept in [backup.path for backup in workspace.backups()]
    return translate("Keeping", "among its backups") if is_backup else translate("Keeping", "in {place}").format(place=kept)


def _settled(workspace: Workspace) -> str:
    """The name of the file that is worked on now; its plans are read here, not by the window."""
    return file_name(workspace.read_plans().place)
