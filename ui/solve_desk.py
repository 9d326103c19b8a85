"""Solving from the window: one solve at a time, its progress in the dock, its plan into the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from data.errors import PlannerError
from ui.jobs import Jobs, SolveJob
from ui.presenters.formats import Formats
from ui.presenters.solving import STATUS_WORDS, Told
from ui.session import Session
from ui.settings import USUAL_TIME_LIMIT
from ui.views.solve_dock import SolveDock

if TYPE_CHECKING:
    from planner.solving import Outcome


class SolveDesk(QObject):
    """Starts, follows and stops solves.

    changed  a solve began or ended
    done     good news in one sentence
    failed   why there is no plan
    """

    changed = Signal()
    done = Signal(str)
    failed = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, dock: SolveDock, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._dock, self._formats = session, jobs, dock, formats
        self.time_limit = float(USUAL_TIME_LIMIT)
        dock.cancelled.connect(self.stop)
        jobs.changed.connect(self.changed)

    @property
    def is_running(self) -> bool:
        return self._jobs.is_running("solve")

    def solve(self) -> None:
        """Solves the portfolio as it stands; a solve under way is replaced."""
        portfolio = self._session.portfolio
        if portfolio is None:
            return
        job = SolveJob(portfolio, self.time_limit, self._finished, self._failed, self._jobs)
        job.progressed.connect(self._follow)
        self._dock.start()
        self._dock.show()
        self._jobs.start(job)

    def stop(self) -> None:
        """Ends the search; the best plan so far arrives as the result."""
        job = self._jobs.current("solve")
        if isinstance(job, SolveJob):
            job.cancel()
            self._dock.stopping()

    def leave(self) -> None:
        """Drops a solve whose portfolio is closed."""
        self._jobs.abandon("solve")
        self._dock.rest()
        self._dock.hide()

    def _follow(self, told: Told) -> None:
        """A report of a solve that was replaced or dropped may still be on its way: it is not shown."""
        if self.sender() is self._jobs.current("solve"):
            self._dock.follow(told)

    def _finished(self, outcome: Outcome) -> None:
        plan = outcome.plan
        if plan is None:
            self._session.found(outcome.findings)
            self._dock.end(outcome.status.value)
            self.failed.emit(
                "; ".join(str(found) for found in outcome.findings[:3]) or self.tr("No plan was found; give the search more time.")
            )
            return
        if self._session.has_better(plan):
            self._dock.end(self.tr("The plan from before stays"))
            self.done.emit(self.tr("The plan from before is worth more than what this solve found, and stays"))
            return
        self._session.keep_plan(plan, outcome.findings)
        words = STATUS_WORDS[plan.status]
        self._dock.end(words)
        gap = self._formats.percent(plan.gap, 1)
        self.done.emit(self.tr("{status}: a plan within {gap} of the best possible").format(status=words, gap=gap))

    def _failed(self, problem: Exception) -> None:
        self._dock.end(self.tr("Failed"))
        if not isinstance(problem, PlannerError):
            raise problem
        self.failed.emit(str(problem))
