"""Bringing the user's file up to date by itself: when the user pauses, by Save, and again where it failed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from data.errors import PlannerError
from ui.jobs import Jobs
from ui.presenters.saving import How, Saving, file_name, read_only, told
from ui.session import Session

if TYPE_CHECKING:
    from planner.files import Published
    from planner.workspace import Workspace

PAUSE_MILLISECONDS = 2_000
"""Without a change for so long, the user has paused."""

STEADY_MILLISECONDS = 30_000
"""Whoever edits without a pause has the file brought up to date all the same."""

TRY_AGAIN_MILLISECONDS = (5_000, 30_000, 60_000)
"""After the first failure, the second, and every one from then on."""


class Publisher(QObject):
    """Publishes the open workspace, never twice at a time, and knows how its file stands.

    changed  `saving` says something else
    warned   the file was written, but something about it is not as it should be; one sentence
    """

    changed = Signal()
    warned = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self.saving: Saving | None = None
        self._queue: list[Callable[[], None]] = []
        self._before: tuple[str, bool] | None = None
        self._at: dt.datetime | None = None
        self._forget()
        self.pause, self.steady, self.again = QTimer(self), QTimer(self), QTimer(self)
        for timer in (self.pause, self.steady, self.again):
            timer.setSingleShot(True)
            timer.timeout.connect(self._publish)
        self.pause.setInterval(PAUSE_MILLISECONDS)
        self.steady.setInterval(STEADY_MILLISECONDS)
        session.document_changed.connect(self._begin)
        session.lent.connect(self._stand_back)
        session.returned.connect(self._take_back)
        session.edited.connect(self._note)

    def save(self) -> None:
        """Brings the file up to date now; what went wrong before is tried again."""
        if self.saving is None or self.saving.how is How.READ_ONLY:
            return
        self._at_once = True
        self._publish()

    def when_idle(self, then: Callable[[], None]) -> None:
        """Calls `then` once nobody writes the file any more; who came first has the first turn."""
        if self._job or self._session.is_lent or self._queue:
            self._queue.append(then)
        else:
            then()

    def failed(self, problem: Exception) -> None:
        """Takes in that the file could not be written, here or by somebody else. A bug is raised again."""
        from data.file_errors import ChangedElsewhereError, GoneError  # noqa: PLC0415 - the file's libraries are loaded by now

        self._stop()
        how = How.CHANGED if isinstance(problem, ChangedElsewhereError) else How.GONE if isinstance(problem, GoneError) else How.FAILED
        if how is How.FAILED:
            self.again.start(TRY_AGAIN_MILLISECONDS[min(self._failures, len(TRY_AGAIN_MILLISECONDS) - 1)])
        self._failures += 1
        self._say(how, problem)
        if not isinstance(problem, PlannerError):
            raise problem

    def _forget(self) -> None:
        self._at, self._before = None, None
        self._queue.clear()
        self._changes = self._failures = 0
        self._warning = self._job = ""
        self._at_once = False

    def _begin(self) -> None:
        """Another file is open, or none."""
        if self._job:
            self._jobs.abandon(self._job)
        self._forget()
        self._look()

    def _stand_back(self) -> None:
        """A job has the workspace: nothing is written beside it."""
        self._stop()
        workspace = self._session.workspace
        self._before = (workspace.place, workspace.unpublished) if workspace else None

    def _take_back(self) -> None:
        """The workspace is back; the job may have written the file, or another one."""
        workspace = self._session.workspace
        if workspace is not None and not workspace.unpublished and self._before != (workspace.place, False):
            self._at = now()
        self._look()
        QTimer.singleShot(0, self, self._go_on)  # after whoever had it has heard what became of it

    def _look(self) -> None:
        """Says how the file stands, and sees to it that what it lacks is written."""
        self._stop()
        workspace = self._session.workspace
        if workspace is None or workspace.address:  # what is done in a shared bank is there at once
            self._tell(None)
        elif workspace.read_only is not None:
            self._tell(read_only(file_name(workspace.place), workspace.read_only))
        elif workspace.unpublished:
            self._say(How.WAITING)
            self._wait()
        else:
            self._changes = self._failures = 0
            self._at_once = False
            self._say(How.SAVED)

    def _note(self) -> None:
        """Something was edited. What waits for a decision or for another try goes on waiting."""
        self._changes += 1
        if self.saving is not None and self.saving.how in (How.SAVED, How.WAITING):
            self._say(How.WAITING)
            self._wait()

    def _wait(self) -> None:
        self.pause.start()
        if not self.steady.isActive():
            self.steady.start()

    def _stop(self) -> None:
        for timer in (self.pause, self.steady, self.again):
            timer.stop()

    def _publish(self) -> None:
        workspace = self._session.workspace
        if workspace is None or self._session.is_lent or self._job:
            return
        self._stop()
        publication = workspace.publication(asked=self._at_once)
        if publication is None:
            self._look()
            return
        self._job = f"publish {workspace.place}"
        if self._at_once or self._failures == 0:  # another try by itself is not worth a word before it succeeds
            self._say(How.WRITING)
        self._at_once = False
        self._jobs.run(self._job, publication.run, partial(self._took, workspace, self._changes), self._not_written)

    def _took(self, workspace: Workspace, changes: int, published: Published) -> None:
        self._job = ""
        try:
            workspace.take(published)
        except PlannerError as problem:
            self._not_written(problem)
            return
        self._at, self._failures = published.at, 0
        self._changes -= changes
        self._look()
        self._warn(published.backup_failed)
        if self._at_once:
            self._publish()
        self._go_on()

    def _not_written(self, problem: Exception) -> None:
        self._job = ""
        self._at_once = False
        try:
            self.failed(problem)
        finally:
            self._go_on()

    def _go_on(self) -> None:
        """Lets the next of those who wait have its turn, unless the file is being written again already."""
        while self._queue and not self._job and not self._session.is_lent:
            self._queue.pop(0)()

    def _warn(self, warning: str) -> None:
        """Says once what is not as it should be."""
        if warning and warning != self._warning:
            self.warned.emit(self.tr("The file is saved, but not backed up: {why}").format(why=warning))
        self._warning = warning

    def _say(self, how: How, problem: Exception | None = None) -> None:
        workspace = self._session.workspace
        name = file_name(workspace.place) if workspace else ""
        self._tell(Saving(how, self._at, self._changes, *(told(name, problem) if problem else ())))

    def _tell(self, saving: Saving | None) -> None:
        self.saving = saving
        self.changed.emit()


def now() -> dt.datetime:
    return dt.datetime.now().astimezone()
