"""Solving from the window: one search at a time, its progress in the dock, its plan into the session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from data.entities import Id, Policy
from data.errors import PlannerError
from data.findings import Finding
from data.plan import Plan, PlanStatus
from data.portfolio import Portfolio
from ui.jobs import Jobs, SolveJob
from ui.presenters.formats import Formats
from ui.presenters.solving import STATUS_WORDS, Told
from ui.presenters.terms import said
from ui.session import Session
from ui.settings import USUAL_TIME_LIMIT
from ui.views.solve_dock import SolveDock

if TYPE_CHECKING:
    from planner.solving import Outcome


@dataclass(frozen=True, slots=True)
class Search:
    """A solve as a job does it; `start` None begins anew."""

    portfolio: Portfolio
    time_limit: float
    policy: Policy | None
    start: Plan | None

    def __call__(self, control: SolveJob[Outcome]) -> Outcome:
        from planner.solving import Options, solve  # noqa: PLC0415 - the optimiser's libraries are loaded with the first solve

        return solve(self.portfolio, Options(time_limit=self.time_limit), control, policy=self.policy, start=self.start)


class SolveDesk(QObject):
    """Starts, follows and stops solves.

    changed     a solve began or ended
    done        good news in one sentence
    failed      why there is no plan
    impossible  the rules cannot all hold; the payload is the findings that say which
    """

    changed = Signal()
    done = Signal(str)
    failed = Signal(str)
    impossible = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, dock: SolveDock, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._dock, self._formats = session, jobs, dock, formats
        self.time_limit = float(USUAL_TIME_LIMIT)
        self.policy_id: Id | None = None
        self.from_last = True
        """Whether a solve starts from the last plan."""
        dock.cancelled.connect(self.stop)
        jobs.changed.connect(self.changed)

    @property
    def is_running(self) -> bool:
        return self._jobs.is_running("solve")

    @property
    def policy(self) -> Policy | None:
        """The policy that was chosen, as the portfolio has it now."""
        portfolio = self._session.portfolio
        return None if portfolio is None or self.policy_id is None else portfolio.policies.get(self.policy_id)

    def solve(self) -> None:
        """Solves the portfolio as it stands; a search under way is replaced."""
        workspace = self._session.workspace
        if workspace is not None:
            start = (workspace.plan or workspace.plan_in(None)) if self.from_last else None
            search = Search(workspace.portfolio, self.time_limit, self.policy, start)
            self.begin(SolveJob(search, self._finished, self._failed, self._jobs), weighs=self.policy is not None)

    def begin(self, job: SolveJob[Any], *, weighs: bool) -> None:  # Any: whatever the search of the job comes to
        """Starts a search, such as a replanning, and follows it in the dock."""
        job.progressed.connect(self._follow)
        self._dock.start(weighs=weighs)
        self._dock.show()
        self._jobs.start(job)

    def end(self, words: str) -> None:
        """Says in the dock how a search ended that `begin` started."""
        self._dock.end(words)

    def stop(self) -> None:
        """Ends the search; the best so far arrives as the result."""
        job = self._jobs.current("solve")
        if isinstance(job, SolveJob):
            job.cancel()
            self._dock.stopping()

    def leave(self) -> None:
        """Drops a search whose portfolio is closed."""
        self._jobs.abandon("solve")
        self._dock.rest()
        self._dock.hide()

    def _follow(self, told: Told) -> None:
        """A report of a search that was replaced or dropped may still be on its way: it is not shown."""
        if self.sender() is self._jobs.current("solve"):
            self._dock.follow(told)

    def _finished(self, outcome: Outcome) -> None:
        plan = outcome.plan
        if plan is None:
            self._session.found(outcome.findings)
            self._dock.end(said(outcome.status.value))
            self._tell_none(outcome.findings, is_proved=outcome.status.value == PlanStatus.INFEASIBLE.value)
            return
        if self._session.has_better(plan):
            self._dock.end(self.tr("The plan from before stays"))
            self.done.emit(self.tr("The plan from before is worth more than what this solve found, and stays"))
            return
        self._session.keep_solved(plan, outcome.findings)
        words = STATUS_WORDS[plan.status]
        self._dock.end(words)
        gap = self._formats.percent(plan.gap, 1)
        self.done.emit(self.tr("{status}: a plan within {gap} of the best possible").format(status=words, gap=gap))

    def _tell_none(self, findings: tuple[Finding, ...], *, is_proved: bool) -> None:
        if is_proved:
            self.impossible.emit(findings)
        else:
            self.failed.emit("; ".join(str(found) for found in findings[:3]) or self.tr("No plan was found; give the search more time."))

    def _failed(self, problem: Exception) -> None:
        """What is a fault of ours, such as the solver's ChildBugError, goes on to the crash hook."""
        self._dock.end(self.tr("Failed"))
        if not isinstance(problem, PlannerError):
            raise problem
        self.failed.emit(str(problem))
