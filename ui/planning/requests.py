"""Change requests from the window: a scenario proposed with its effects worked out, approved or rejected with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from data.entities import Id, Scenario, ScenarioStatus, Study
from data.errors import PlannerError
from data.findings import Finding
from data.plan import Plan
from data.portfolio import Portfolio
from ui.actions import Actions
from ui.dialogs.deciding import Decide
from ui.files.publishing import Publisher
from ui.jobs import Jobs, SolveJob
from ui.planning.scenarios import ScenarioDesk
from ui.planning.solving import SolveDesk
from ui.scenario_actions import ScenarioAct
from ui.session import Session
from ui.views.pages import Pages

if TYPE_CHECKING:
    from planner.workspace import Touched, Workspace
    from ui.presenters.effects import Attached


@dataclass(frozen=True, slots=True)
class Found:
    """The effects of a scenario, None where no plan of it was found; `plan` where it had to be made for that, with what was found in the input."""

    study: Study | None
    plan: Plan | None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What a job works out: the effects of a scenario against the plan `before`, by its own plan where that is of today."""

    record: Portfolio
    scenario_id: Id
    before: Plan
    own: Plan | None
    time_limit: float

    def __call__(self, control: SolveJob[Found]) -> Found:
        from planner.plans import is_current, policy_of  # noqa: PLC0415 - the optimiser's libraries are loaded with the first solve
        from planner.scenarios.effects import worked_out  # noqa: PLC0415
        from planner.scenarios.resolving import resolve  # noqa: PLC0415
        from planner.solving import Options, solve  # noqa: PLC0415

        wanted = resolve(self.record, self.scenario_id).portfolio
        if self.own is not None and is_current(self.own, wanted):
            return Found(worked_out(self.record, self.scenario_id, self.before, self.own), None)
        policy = policy_of(self.before, wanted)
        outcome = solve(wanted, Options(time_limit=self.time_limit), control, policy=policy, start=self.before)
        if outcome.plan is None:
            return Found(None, None, outcome.findings)
        return Found(worked_out(self.record, self.scenario_id, self.before, outcome.plan), outcome.plan, outcome.findings)


class RequestDesk(QObject):
    """Works effects out, attaches them, and takes decisions down.

    done    good news in one sentence
    failed  why something could not be done
    """

    done = Signal(str)
    failed = Signal(str)

    def __init__(
        self, desk: ScenarioDesk, solves: SolveDesk, session: Session, jobs: Jobs, publisher: Publisher, actions: Actions, pages: Pages
    ) -> None:
        super().__init__(desk)
        self._desk, self._solves, self._session, self._jobs = desk, solves, session, jobs
        self._publisher, self._actions, self._pages = publisher, actions, pages
        for name, slot in (
            (ScenarioAct.EFFECTS, self.work_out),
            (ScenarioAct.PROPOSE, self.propose),
            (ScenarioAct.APPROVE, self.ask_to_approve),
            (ScenarioAct.REJECT, self.ask_to_reject),
        ):
            actions[name].triggered.connect(slot)
        for signal in (session.document_changed, session.portfolio_changed, session.situation_changed, session.lent, session.returned):
            signal.connect(self._show)
        pages.currentChanged.connect(self._show)
        pages.scenario_chosen.connect(self._show)
        solves.changed.connect(self._show)
        self._show()

    def work_out(self) -> None:
        """Attaches to the chosen scenario what it would do."""
        self._work_out(None)

    def propose(self) -> None:
        """The same, and has it wait for approval."""
        self._work_out(ScenarioStatus.PROPOSED)

    def ask_to_approve(self) -> None:
        self._decide(ScenarioStatus.APPROVED)

    def ask_to_reject(self) -> None:
        self._decide(ScenarioStatus.REJECTED)

    @property
    def _scenario(self) -> Scenario | None:
        workspace, chosen = self._session.workspace, self._desk.chosen()
        return workspace.record.scenarios.get(chosen) if workspace is not None and chosen is not None else None

    def _work_out(self, status: ScenarioStatus | None) -> None:
        """Works out what the chosen scenario would do, and attaches it, with a `status` as one edit with that."""
        workspace, scenario = self._session.workspace, self._scenario
        if workspace is None or scenario is None:
            return
        try:
            before, own = workspace.plan_of_record, workspace.plan_in(scenario.id)
        except PlannerError as problem:
            self.failed.emit(str(problem))
            return
        if before is None:
            self.failed.emit(self.tr("The plan of record has no plan yet to tell the effects against: solve it first"))
            return
        question = Question(workspace.record, scenario.id, before, own, self._solves.time_limit)
        job = SolveJob(question, partial(self._attach, workspace, scenario.name, status), self._not_worked_out, self._jobs)
        self._solves.begin(job, weighs=bool(before.policy))

    def _attach(self, of: Workspace, name: str, status: ScenarioStatus | None, found: Found) -> None:
        if of is not self._session.workspace:
            return
        if found.study is None:
            self._solves.end(self.tr("No plan"))
            told = "; ".join(map(str, found.findings[:3])) or self.tr("give the search more time")
            self.failed.emit(self.tr("No plan of “{name}” was found: {why}").format(name=name, why=told))
            return
        self._solves.end(self.tr("Effects worked out"))
        work = partial(_attached, study=found.study, plan=found.plan, status=status)
        self._publisher.when_idle(partial(self._session.lend, work, partial(self._was_attached, name, status), self._tell))

    def _was_attached(self, name: str, status: ScenarioStatus | None, _touched: Touched) -> None:
        if status is None:
            self.done.emit(self.tr("The effects of “{name}” are worked out").format(name=name))
        else:
            self.done.emit(self.tr("“{name}” waits for approval, with its effects worked out").format(name=name))

    def _decide(self, status: ScenarioStatus) -> None:
        workspace, scenario = self._session.workspace, self._scenario
        if workspace is None or scenario is None:
            return
        from ui.presenters.effects import warning_before  # noqa: PLC0415 - numpy, when somebody decides

        known: Attached | None = self._pages.attached(scenario.id)
        asked = Decide(scenario.name, warning_before(known), self._pages.window(), approving=status is ScenarioStatus.APPROVED)
        asked.accepted.connect(lambda: self._take_down(scenario.id, status, asked.reason.text()))
        asked.open()

    def _take_down(self, scenario_id: Id, status: ScenarioStatus, reason: str) -> None:
        from planner.scenarios.effects import decided  # noqa: PLC0415

        workspace = self._session.workspace
        if workspace is None or scenario_id not in workspace.record.scenarios:
            return
        name = workspace.record.scenarios[scenario_id].name
        if self._session.apply(decided(workspace.record, scenario_id, status, reason)):
            approved = self.tr("“{name}” is approved; promote it to put it in force")
            rejected = self.tr("“{name}” is rejected; the reason stands in the log")
            self.done.emit((approved if status is ScenarioStatus.APPROVED else rejected).format(name=name))

    def _not_worked_out(self, problem: Exception) -> None:
        self._solves.end(self.tr("Failed"))
        self._tell(problem)

    def _tell(self, problem: Exception) -> None:
        if not isinstance(problem, PlannerError):
            raise problem
        self.failed.emit(str(problem))

    def _show(self) -> None:
        scenario, can_edit = self._scenario, self._session.can_edit
        can_work = can_edit and scenario is not None and not self._solves.is_running
        is_asked = scenario is not None and scenario.status is ScenarioStatus.PROPOSED
        for name, enabled in (
            (ScenarioAct.EFFECTS, can_work),
            (ScenarioAct.PROPOSE, can_work and not is_asked),
            (ScenarioAct.APPROVE, can_edit and is_asked),
            (ScenarioAct.REJECT, can_edit and is_asked),
        ):
            self._actions[name].setEnabled(enabled)


def _attached(workspace: Workspace, *, study: Study, plan: Plan | None, status: ScenarioStatus | None) -> Touched:
    from planner.scenarios.effects import attached  # noqa: PLC0415

    if study.scenario_id not in workspace.record.scenarios:
        raise GoneError
    if plan is not None:
        workspace.keep_plan(plan)
    return workspace.apply(attached(workspace.record, study, status))


class GoneError(PlannerError):
    """The scenario was removed while its effects were worked out."""

    def __init__(self) -> None:
        super().__init__("The scenario was removed while its effects were worked out; nothing was attached")
