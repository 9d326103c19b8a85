"""What the window works on: the open workspace, and the situation worked out from it after every change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from data.edits import Edit, StaleEditError
from data.entities import Id
from data.errors import PlannerError
from data.findings import Finding
from data.plan import Plan
from ui.jobs import Jobs

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.bank.bank import News
    from data.portfolio import Portfolio
    from planner.files import ReadOnly
    from planner.workspace import Touched, Workspace
    from ui.presenters.situation import Situation

Result = TypeVar("Result")

AT_ONCE = 5_000
"""Rows of a plan that are written within a frame or two."""


class Session(QObject):
    """The one holder of the workspace in the window. Pages listen; whoever changes something calls `apply`.

    document_changed   another file is open, or none
    edited             something was changed that the file does not have yet
    lent               a job has the workspace
    returned           it is back: its file may be another now, or stand to it otherwise
    portfolio_changed  the portfolio was edited; comes before the situation that follows from it
    situation_changed  figures, load and shares of the latest portfolio and plan were worked out
    findings_changed   what is known to be wrong or noteworthy
    refused            a change could not be made; the payload is the sentence that says why
    stale              somebody else has changed the same in a shared bank; the payload is the StaleEditError
    """

    document_changed = Signal()
    edited = Signal()
    lent = Signal()
    returned = Signal()
    portfolio_changed = Signal()
    situation_changed = Signal()
    findings_changed = Signal()
    refused = Signal(str)
    stale = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._workspace: Workspace | None = None
        self._situation: Situation | None = None
        self._plan_findings: tuple[Finding, ...] = ()
        self._scenario_id: Id | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self._is_lent = False
        self._blocked = ""
        self._is_trying = False
        self._waiting: tuple[Plan, tuple[Finding, ...]] | None = None

    @property
    def workspace(self) -> Workspace | None:
        return self._workspace

    @property
    def portfolio(self) -> Portfolio | None:
        return self._workspace.portfolio if self._workspace else None

    @property
    def read_only(self) -> ReadOnly | None:
        """Why the open portfolio can only be looked at."""
        return self._workspace.read_only if self._workspace else None

    @property
    def is_lent(self) -> bool:
        """Whether a job has the workspace now."""
        return self._is_lent

    @property
    def can_edit(self) -> bool:
        return self._workspace is not None and not self._is_lent and not self._blocked and self._workspace.read_only is None

    @property
    def situation(self) -> Situation | None:
        """The latest that was worked out; None while the first is under way."""
        return self._situation

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the last solve found in the input."""
        return self._plan_findings

    def show(self, workspace: Workspace) -> None:
        """Works on another file; the one before has been closed."""
        self._let_go()
        self._workspace = workspace
        self._scenario_id = workspace.scenario.id if workspace.scenario else None
        self._unsubscribe = workspace.subscribe(self._touched)
        self.document_changed.emit()
        self.portfolio_changed.emit()
        self._work_out()

    def forget(self) -> None:
        """Lets go of the workspace, which somebody else has closed or closes."""
        if self._workspace is not None:
            self._let_go()
            self.document_changed.emit()

    def _let_go(self) -> None:
        for name in ("situation", "causes", self._errand):
            self._jobs.abandon(name)
        if self._unsubscribe:
            self._unsubscribe()
        self._workspace, self._situation, self._unsubscribe = None, None, None
        self._plan_findings, self._waiting, self._is_lent, self._blocked = (), None, False, ""
        self.findings_changed.emit()

    def lend(self, work: Callable[[Workspace], Result], then: Callable[[Result], None], otherwise: Callable[[Exception], None]) -> None:
        """Lets a job do slow work on the workspace; until it has given it back, the portfolio can only be looked at.

        Then one of the two is called in this thread, after everybody was told of what changed. Nothing happens where nothing
        is open or a job has it already (see Publisher.when_idle).
        """
        workspace = self._workspace
        if workspace is None or self._is_lent:
            return
        if self._unsubscribe:
            self._unsubscribe()
        self._is_lent = True
        before = workspace.portfolio
        back = partial(self._given_back, before)
        self._jobs.run(self._errand, partial(work, workspace), partial(back, then), partial(back, otherwise))
        self.lent.emit()

    @property
    def _errand(self) -> str:
        """The name of the job that has the workspace: each file's own, so that none waits for a disk that hangs."""
        return f"errand {self._workspace.place}" if self._workspace else ""

    def _given_back(self, before: Portfolio, tell: Callable[[Result], None], result: Result) -> None:
        workspace = self._workspace
        if workspace is None:
            return
        self._is_lent = False
        self._unsubscribe = workspace.subscribe(self._touched)
        self.returned.emit()
        if workspace.portfolio is not before:
            self._follow_scenario()
            self.portfolio_changed.emit()
            self._work_out()
        self._keep_waiting()
        tell(result)

    def enter(self, scenario_id: Id | None) -> None:
        """Shows a scenario, or with None the plan of record; it was made ready before (`Workspace.make_ready`)."""
        if self._workspace is not None and not self._is_lent:
            self._workspace.enter(scenario_id)

    def block(self, why: str) -> None:
        """Refuses every change for this reason, as long as the server of a shared bank is away; "" lets them pass again."""
        self._blocked = why
        if not why:
            self._keep_waiting()

    def take_in(self, news: News) -> None:
        """Takes in what others have written in a shared bank."""
        if self._workspace is not None and not self._is_lent:
            self._workspace.take_in(news)

    def apply(self, edit: Edit, stale: Callable[[StaleEditError], None] | None = None) -> bool:
        """Whether the edit was made; where it was not, `refused` says why, or `stale` is called where others were first."""
        return self._workspace is not None and self._tried(partial(self._workspace.apply, edit), stale)

    def undo(self) -> None:
        if self._workspace:
            self._tried(self._workspace.undo)

    def redo(self) -> None:
        if self._workspace:
            self._tried(self._workspace.redo)

    def has_better(self, plan: Plan) -> bool:
        """Whether the plan kept now was made for the same input and is worth more."""
        kept = self._workspace.plan_in(Id(plan.scenario) or None) if self._workspace else None
        return kept is not None and kept.fingerprint == plan.fingerprint and kept.objective > plan.objective

    def keep_plan(self, plan: Plan, findings: tuple[Finding, ...]) -> bool:
        """Keeps a plan beside the portfolio, out of date or not; where that cannot be now, as soon as it can be.

        Whether it is kept or will be; where it is not, `refused` says why.
        """
        if self._workspace is None:
            return False
        if self._is_lent or self._blocked:
            self._waiting = (plan, findings)
            return True
        self._plan_findings = findings
        kept = self._tried(partial(self._workspace.keep_plan, plan))
        if not kept and self._workspace.address:  # solving took its time: it is not thrown away with a connection
            self._waiting = (plan, findings)
        self.findings_changed.emit()
        return kept or self._waiting is not None

    def keep_solved(
        self,
        plan: Plan,
        findings: tuple[Finding, ...],
        then: Callable[[], None] = lambda: None,
        otherwise: Callable[[], None] = lambda: None,
    ) -> None:
        """The same of a plan that may be long, which is written beside the window: it would stop for a moment.

        `then` is called once it is kept, or will be; `otherwise` where it is not, which `refused` has said.
        """
        is_free = not (self._is_lent or self._blocked) and self._workspace is not None and not self._workspace.address
        if len(plan.allocations) <= AT_ONCE or not is_free:
            (then if self.keep_plan(plan, findings) else otherwise)()
            return
        self._plan_findings = findings
        self.lend(lambda workspace: workspace.keep_plan(plan), partial(self._was_kept, then), partial(self._not_kept, otherwise))
        self.findings_changed.emit()

    def _was_kept(self, then: Callable[[], None], touched: Touched) -> None:
        self._tell_touched(written=touched.written)
        then()

    def _not_kept(self, otherwise: Callable[[], None], problem: Exception) -> None:
        if not isinstance(problem, PlannerError):
            raise problem
        self.refused.emit(str(problem))
        otherwise()

    def _keep_waiting(self) -> None:
        if self._waiting is not None:
            plan, findings = self._waiting
            self._waiting = None
            self.keep_plan(plan, findings)

    def found(self, findings: tuple[Finding, ...]) -> None:
        """Shows findings of a solve that came to no plan."""
        self._plan_findings = findings
        self.findings_changed.emit()

    def _tried(self, change: Callable[[], object], stale: Callable[[StaleEditError], None] | None = None) -> bool:
        if self._is_lent or self._blocked:
            self.refused.emit(self._blocked or self.tr("The file is being written; try again in a moment."))
            return False
        self._is_trying = True
        try:
            change()
        except StaleEditError as problem:
            (stale or self._tell_stale)(problem)
            return False
        except PlannerError as problem:
            self.refused.emit(str(problem))
            return False
        finally:
            self._is_trying = False
        return True

    def _tell_stale(self, problem: StaleEditError) -> None:
        if self._workspace is not None and self._workspace.address:
            self.stale.emit(problem)
        else:
            self.refused.emit(str(problem))

    def _touched(self, touched: Touched) -> None:
        if self._is_trying and self._workspace is not None and self._workspace.address:
            # What others wrote may come in with an edit: whoever makes the edit, such as an open cell, is done with it first.
            QTimer.singleShot(0, self, self._tell_touched)
        else:
            self._tell_touched(written=touched.written)

    def _tell_touched(self, *, written: bool = True) -> None:
        if written:
            self.edited.emit()
        self._follow_scenario()
        self.portfolio_changed.emit()
        self._work_out()

    def _follow_scenario(self) -> None:
        """Forgets what was known of another scenario or of the plan of record, whoever led away from it: a vanished one leads by itself."""
        scenario = self._workspace.scenario if self._workspace else None
        key = scenario.id if scenario else None
        if key != self._scenario_id:
            self._scenario_id, self._situation, self._plan_findings = key, None, ()
            self.findings_changed.emit()

    def _work_out(self) -> None:
        """Works the situation out beside the window; a newer change replaces one under way."""
        if self._workspace is None:
            return
        portfolio, plan = self._workspace.portfolio, self._workspace.plan
        self._jobs.run("situation", partial(_situation_of, portfolio, plan, self._situation), self._worked_out, self._not_worked_out)

    def _worked_out(self, situation: Situation) -> None:
        self._situation = situation
        self.situation_changed.emit()
        if situation.plan is not None:
            against, called = self._plan_before()
            self._jobs.run("causes", partial(_explained, situation, against, called), self._was_explained, self._not_worked_out)

    def explain_again(self) -> None:
        """Explains and measures what is shown anew, once plans are measured against another one."""
        if self._workspace is not None and self._situation is not None:
            self._worked_out(self._situation)

    def _plan_before(self) -> tuple[Plan | None, str]:
        """What the plan is measured against, with its name where it has one; None, too, where it cannot be read, which is no reason to show nothing."""
        if self._workspace is None or self._is_lent:
            return None, ""
        measure = self._workspace.measure
        try:
            before = self._workspace.plan_before
        except PlannerError:
            return None, ""
        return before, measure.name if measure else ""

    def _was_explained(self, situation: Situation) -> None:
        """Takes the causes in, unless the portfolio has moved on meanwhile."""
        if self._situation is not None and self._situation.book is situation.book:
            self._situation = situation
            self.situation_changed.emit()

    def _not_worked_out(self, problem: Exception) -> None:
        if not isinstance(problem, PlannerError):
            raise problem
        self.refused.emit(str(problem))


def _situation_of(portfolio: Portfolio, plan: Plan | None, before: Situation | None) -> Situation:
    from ui.presenters.situation import situation  # noqa: PLC0415 - numpy and the planner are loaded beside the window

    return situation(portfolio, plan, before)


def _explained(of: Situation, before: Plan | None, called: str) -> Situation:
    from ui.presenters.situation import explained  # noqa: PLC0415

    return explained(of, before, called)
