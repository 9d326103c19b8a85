"""What leads to a plan, wired: the choices beside Solve, the policies, planning again."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QToolBar, QWidget

from data.entities import Id
from data.portfolio import Portfolio
from planner.actions.plans import in_force
from ui.actions import Actions
from ui.dialogs.files import FileDialogs
from ui.jobs import Jobs
from ui.planning.policies import PolicyDesk
from ui.planning.replanning import ReplanDesk
from ui.planning.solving import SolveDesk
from ui.session import Session
from ui.surroundings import Surroundings
from ui.tokens import Tokens
from ui.widgets.policy_picker import PolicyPicker


class PlanningDesk(QObject):
    """Remembers by which policy each portfolio is solved, and whether a solve starts from the last plan.

    done    good news in one sentence
    failed  why something could not be done
    """

    done = Signal(str)
    failed = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, solves: SolveDesk, around: Surroundings, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._solves, self._preferences = session, solves, around.preferences
        self._actions = actions
        self.picker = PolicyPicker()
        self.from_last = QCheckBox(actions["from last"].text().replace("&", ""))
        steps = (actions["undo"], actions["redo"])
        self.policies = PolicyDesk(session, jobs, FileDialogs(window, around.preferences), around.formats, steps, window)
        self.replanning = ReplanDesk(session, jobs, solves, around.formats, around.theme, window)
        self._connect()
        self._start_from_last(around.preferences.from_last)

    def _connect(self) -> None:
        self.from_last.setToolTip(self._actions["from last"].toolTip())
        self.from_last.clicked.connect(self._start_from_last)
        self._actions["from last"].triggered.connect(self._start_from_last)
        self._actions["policies"].triggered.connect(self.policies.open)
        self._actions["replan"].triggered.connect(self.replanning.open)
        self._actions["in force"].triggered.connect(self._put_in_force)
        self.picker.chosen.connect(self.choose)
        self.policies.wanted.connect(self.choose)
        self._session.document_changed.connect(self._recall)
        self._session.returned.connect(self._remember_elsewhere)
        self._session.portfolio_changed.connect(self._show)
        self.replanning.done.connect(self.done)
        self.replanning.failed.connect(self.failed)

    def fill(self, bar: QToolBar) -> None:
        """Puts the choices where Solve is."""
        bar.addWidget(self.picker)
        bar.addAction(self._actions["policies"])
        bar.addWidget(self.from_last)

    def choose(self, policy_id: Id | None) -> None:
        """Solves go by this policy from now on; None is no policy."""
        self._solves.policy_id = policy_id
        self._remember()
        self._show()

    @property
    def can_put_in_force(self) -> bool:
        """Whether the last plan could become the plan of record: a scenario's does by promoting the scenario."""
        workspace = self._session.workspace
        if workspace is None or workspace.scenario is not None or workspace.plan is None or not self._session.can_edit:
            return False
        return workspace.plan.id != workspace.portfolio.settings.plan_of_record_id

    def _put_in_force(self) -> None:
        workspace = self._session.workspace
        if workspace is not None and workspace.plan is not None and self._session.apply(in_force(workspace.portfolio, workspace.plan.id)):
            self.done.emit(self.tr("The last plan is the plan of record now. Ctrl+Z takes that back."))

    def show_tokens(self, tokens: Tokens) -> None:
        self.replanning.show_tokens(tokens)

    def _start_from_last(self, start: bool) -> None:
        self._solves.from_last = self._preferences.from_last = start
        self.from_last.setChecked(start)
        self._actions["from last"].setChecked(start)

    def _remember_elsewhere(self) -> None:
        """The file may have been saved under another name."""
        if self._solves.policy_id is not None:
            self._remember()

    def _remember(self) -> None:
        workspace = self._session.workspace
        if workspace is not None:
            self._preferences.remember_policy(workspace.place, self._solves.policy_id)

    def _recall(self) -> None:
        """The policy chosen for this portfolio the last time, else that of its last plan."""
        workspace = self._session.workspace
        self._solves.policy_id = None
        if workspace is not None:
            kept = self._preferences.policy_of(workspace.place)
            by_plan = _named(workspace.portfolio, workspace.plan.policy if workspace.plan else "")
            self._solves.policy_id = by_plan if kept is None else kept or None
        self._show()

    def _show(self) -> None:
        portfolio = self._session.portfolio
        policies = portfolio.policies.values() if portfolio is not None else ()
        self.picker.show_policies(policies, self._solves.policy_id)
        for part in (self.picker, self.from_last):
            part.setEnabled(portfolio is not None)


def _named(portfolio: Portfolio, name: str) -> Id | None:
    return next((policy.id for policy in portfolio.policies.values() if name and policy.name == name), None)
