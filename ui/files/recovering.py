"""What a crash left: found beside the window at the start, and decided in one dialog."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from data.errors import PlannerError
from ui.dialogs.recovery import Recovery
from ui.jobs import DESKS, Jobs
from ui.presenters import leftovers as words
from ui.presenters.formats import Formats
from ui.presenters.leftovers import LeftoverWords

if TYPE_CHECKING:
    from planner.files import Leftover


class Recovering(QObject):
    """Knows the leftovers and asks what to do with them.

    changed   there are more, fewer or others
    taken_up  the user goes on with that of this file; the payload is its path
    done      good news in one sentence
    failed    why something could not be done
    """

    changed = Signal()
    taken_up = Signal(object)
    done = Signal(str)
    failed = Signal(str)

    def __init__(self, jobs: Jobs, formats: Formats, window: QWidget) -> None:
        super().__init__(window)
        self._jobs, self._formats, self._window = jobs, formats, window
        self.leftovers: tuple[Leftover, ...] = ()
        self._shown: Recovery | None = None

    def look(self) -> None:
        """Looks beside the window what there is."""
        self._jobs.run("leftovers", _leftovers, self._found, self._tell)

    def ask(self) -> None:
        """Looks, and asks what to do with what there is."""
        self._jobs.run("leftovers", _leftovers, self._found_to_ask, self._tell)

    def ask_first(self, leftover: Leftover) -> None:
        """Asks, with this one in the first place: it stands in the way of opening its file."""
        self._jobs.run("leftovers", partial(_leftovers_after, leftover), self._found_to_ask, self._tell)

    def _found(self, leftovers: tuple[Leftover, ...]) -> None:
        self.leftovers = leftovers
        self.changed.emit()

    def _found_to_ask(self, leftovers: tuple[Leftover, ...]) -> None:
        self._found(leftovers)
        if leftovers:
            self._show()

    def _show(self) -> None:
        if self._shown is not None:
            self._shown.reject()
        shown = Recovery(self.leftovers, self._words, self._window)
        shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown.taken_up.connect(self._take_up)
        shown.put_aside.connect(self._set_aside)
        shown.finished.connect(self._forget)
        self._shown = shown
        shown.open()

    def _words(self, leftover: Leftover) -> LeftoverWords:
        return words.words(leftover, dt.datetime.now().astimezone(), self._formats)

    def _forget(self) -> None:
        self._shown = None

    def _take_up(self, leftover: Leftover) -> None:
        self._drop(leftover)
        self.taken_up.emit(leftover.path)

    def _set_aside(self, leftover: Leftover) -> None:
        self._jobs.run(f"set aside {leftover.path}", partial(_put_aside, leftover), self._was_set_aside, self._tell)

    def _was_set_aside(self, leftover: Leftover) -> None:
        self._drop(leftover)
        if self._shown is not None:
            self._shown.remove(leftover)
        self.done.emit(self.tr("The changes of {name} are kept among its backups").format(name=leftover.name))

    def _drop(self, leftover: Leftover) -> None:
        self._found(tuple(each for each in self.leftovers if each != leftover))

    def _tell(self, problem: Exception) -> None:
        if not isinstance(problem, PlannerError):
            raise problem
        self.failed.emit(str(problem))


def _leftovers() -> tuple[Leftover, ...]:
    from planner.files import leftovers  # noqa: PLC0415 - the file's libraries are loaded beside the window

    with DESKS:
        return leftovers()


def _leftovers_after(first: Leftover) -> tuple[Leftover, ...]:
    """All of them, this one in front: it may be known by another path than the one that leads to its file."""
    own = first.path.resolve()
    return (first, *(each for each in _leftovers() if each.path.resolve() != own))


def _put_aside(leftover: Leftover) -> Leftover:
    from planner.files import set_aside  # noqa: PLC0415

    set_aside(leftover)
    return leftover
