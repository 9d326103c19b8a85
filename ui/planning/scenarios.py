"""Scenarios from the window: made, worked in, left, promoted; the choice in the tool bar and the strip that says where one is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from data.entities import Id
from data.errors import PlannerError
from ui.actions import Actions
from ui.dialogs.promoting import Promote
from ui.files.publishing import Publisher
from ui.jobs import Jobs
from ui.presenters import promoting
from ui.presenters import scenarios as words
from ui.presenters.promoting import Offer
from ui.scenario_actions import ScenarioAct
from ui.session import Session
from ui.surroundings import Surroundings
from ui.tokens import Tokens
from ui.views.pages import Pages
from ui.widgets.scenario_picker import ScenarioPicker
from ui.widgets.scenario_strip import ScenarioStrip

if TYPE_CHECKING:
    from planner.scenarios.resolving import Key
    from planner.workspace import Touched, Workspace

PROMISE = "promise"
"""The job that works out what promoting would do."""


class ScenarioDesk(QObject):
    """Leads in and out of scenarios, and remembers for each file in which one it was left.

    done    good news in one sentence
    failed  why something could not be done
    """

    done = Signal(str)
    failed = Signal(str)

    def __init__(
        self, session: Session, jobs: Jobs, publisher: Publisher, around: Surroundings, actions: Actions, pages: Pages, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._jobs, self._publisher, self._pages, self._window = session, jobs, publisher, pages, window
        self._preferences, self._formats, self._actions = around.preferences, around.formats, actions
        self._to_solve = False
        self.picker = ScenarioPicker()
        self.strip = ScenarioStrip(around.theme.tokens, actions[ScenarioAct.PROMOTE], actions[ScenarioAct.LEAVE])
        for name, slot in (
            (ScenarioAct.NEW, self.make_new),
            (ScenarioAct.COPY, self.copy),
            (ScenarioAct.ENTER, self.enter_chosen),
            (ScenarioAct.LEAVE, self.leave),
            (ScenarioAct.PROMOTE, self.ask_to_promote),
            (ScenarioAct.COMPARE, self.compare),
            (ScenarioAct.COMPARE_BEFORE, self.compare_before),
            (ScenarioAct.EXPORT_COMPARISON, pages.export_comparison),
        ):
            actions[name].triggered.connect(slot)
        self.picker.chosen.connect(self.go)
        session.document_changed.connect(self._recall)
        session.returned.connect(self._remember)
        for signal in (session.document_changed, session.portfolio_changed, session.situation_changed, session.lent, session.returned):
            signal.connect(self._show)
        pages.currentChanged.connect(self._show)
        pages.scenario_chosen.connect(self._show)
        pages.solve_asked.connect(self.solve_in)
        self._show()

    def go(self, scenario_id: Id | None) -> None:
        """Shows a scenario once it is worked out, or the plan of record."""
        self._show()  # until then the picker stays where it was
        self._publisher.when_idle(partial(self._prepare, scenario_id))

    def make_new(self) -> None:
        """Adds a scenario on the plan of record as it is, and goes to it in its table."""
        self._add(None)

    def copy(self) -> None:
        """Adds a scenario with all that the chosen one changes."""
        self._add(self.chosen())

    def enter_chosen(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.go(chosen)

    def leave(self) -> None:
        self.go(None)

    def ask_to_promote(self) -> None:
        """Says what promoting would do, worked out beside the window, and asks."""
        workspace, chosen = self._session.workspace, self.chosen()
        if workspace is not None and chosen is not None:
            work = partial(promoting.offer, workspace.record, chosen, self._formats)
            self._jobs.run(PROMISE, work, partial(self._ask, chosen), self._tell)

    def compare(self) -> None:
        """Sets the chosen scenarios or baselines beside the plan of record; without any, what was compared last."""
        from planner.comparing.choosing import OfRecord  # noqa: PLC0415 - the planner is loaded beside the window

        here = self.chosen()
        chosen = self._pages.chosen_scenarios or self._pages.chosen_baselines or ([here] if here else [])
        self._pages.show_comparison([OfRecord.IN_FORCE, *chosen] if chosen else None)

    def compare_before(self) -> None:
        """Sets the last plan of what is worked in beside the one that it is measured against."""
        from planner.comparing.choosing import measured  # noqa: PLC0415

        workspace = self._session.workspace
        if workspace is None:
            return
        try:
            keys = measured(workspace)
        except PlannerError as problem:
            self.failed.emit(str(problem))
            return
        if keys:
            self._pages.show_comparison(keys)
        else:
            self.failed.emit(self.tr("There is no plan before this one to compare with; change something, and solve again"))

    def solve_in(self, scenario_id: Id | None) -> None:
        """Goes into a scenario and solves it there."""
        self._to_solve = True
        self.go(scenario_id)

    def show_tokens(self, tokens: Tokens) -> None:
        self.strip.show_tokens(tokens)

    def _add(self, like: Id | None) -> None:
        from data.accounts import who  # noqa: PLC0415 - the planner is loaded beside the window
        from planner.actions import scenarios  # noqa: PLC0415

        workspace = self._session.workspace
        if workspace is None:
            return
        record = workspace.record
        scenario = scenarios.fresh(record, who(), record.scenarios.get(like) if like else None)
        if self._session.apply(scenarios.added(record, scenario)):
            self._pages.show_scenario(scenario.id)

    def chosen(self) -> Id | None:
        """The scenario chosen on its page, else the one that is worked in."""
        workspace = self._session.workspace
        here = workspace.scenario.id if workspace and workspace.scenario else None
        return self._pages.scenario_id or here

    def _prepare(self, scenario_id: Id | None) -> None:
        if scenario_id is None:
            self._enter(None)
        else:
            self._session.lend(partial(_made_ready, scenario_id=scenario_id), self._enter, self._tell)

    def _enter(self, scenario_id: Id | None) -> None:
        self._session.enter(scenario_id)
        self._remember()
        if self._to_solve:
            self._to_solve = False
            QTimer.singleShot(0, self, self._actions["solve"].trigger)  # once everybody has heard where it is worked

    def _ask(self, scenario_id: Id, offer: Offer) -> None:
        workspace = self._session.workspace
        scenario = workspace.record.scenarios.get(scenario_id) if workspace else None
        if scenario is None:
            return
        asked = Promote(scenario.name, offer, self._window)

        def promote() -> None:
            only = None if offer.parts.keys <= asked.chosen else asked.chosen
            work = partial(_promoted, scenario_id=scenario_id, keep=asked.keep.isChecked(), only=only)
            told = partial(self._was_promoted, scenario.name, in_part=only is not None)
            self._publisher.when_idle(partial(self._session.lend, work, told, self._tell))

        def judge(chosen: frozenset[Key]) -> None:
            self._jobs.run(PROMISE, partial(promoting.verdict, offer, chosen), asked.tell, self._tell)

        asked.ticked.connect(judge)
        asked.finished.connect(lambda _: self._jobs.abandon(PROMISE))
        asked.accepted.connect(promote)
        asked.open()

    def _was_promoted(self, name: str, _touched: Touched, *, in_part: bool) -> None:
        self._remember()
        if in_part:
            self.done.emit(self.tr("The chosen part of “{name}” is in the plan of record now; undo takes it back").format(name=name))
        else:
            self.done.emit(self.tr("“{name}” is the plan of record now; undo takes it back").format(name=name))

    def _recall(self) -> None:
        """Goes on in the scenario in which the file was left, once everybody has heard that it is open."""
        workspace = self._session.workspace
        if workspace is not None:
            wanted = self._preferences.scenario_of(workspace.place)
            if wanted is not None and wanted in workspace.record.scenarios:
                QTimer.singleShot(0, self, partial(self.go, wanted))

    def _remember(self) -> None:
        workspace = self._session.workspace
        if workspace is not None:
            self._preferences.remember_scenario(workspace.place, workspace.scenario.id if workspace.scenario else None)

    def _tell(self, problem: Exception) -> None:
        self._to_solve = False
        if not isinstance(problem, PlannerError):
            raise problem
        self.failed.emit(str(problem))

    def _show(self) -> None:
        workspace, can_edit = self._session.workspace, self._session.can_edit
        here = workspace.scenario if workspace else None
        scenarios = tuple(workspace.record.scenarios.values()) if workspace else ()
        self.picker.show_scenarios(scenarios, here.id if here else None)
        self.picker.setEnabled(bool(scenarios))
        self.strip.say(words.where(here, len(workspace.seen.findings)) if here and workspace else "")
        chosen, is_free = self.chosen(), workspace is not None and not self._session.is_lent
        for name, enabled in (
            (ScenarioAct.NEW, can_edit),
            (ScenarioAct.COPY, can_edit and chosen is not None),
            (ScenarioAct.ENTER, is_free and self._pages.scenario_id is not None and (here is None or here.id != self._pages.scenario_id)),
            (ScenarioAct.LEAVE, is_free and here is not None),
            (ScenarioAct.PROMOTE, can_edit and chosen is not None),
            (ScenarioAct.SEND, workspace is not None and chosen is not None),
            (ScenarioAct.TAKE, can_edit),
            (ScenarioAct.COMPARE, is_free),
            (ScenarioAct.COMPARE_BEFORE, is_free and workspace is not None and workspace.plan is not None),
            (ScenarioAct.EXPORT_COMPARISON, is_free),
        ):
            self._actions[name].setEnabled(enabled)


def _made_ready(workspace: Workspace, *, scenario_id: Id) -> Id:
    workspace.make_ready(scenario_id)
    return scenario_id


def _promoted(workspace: Workspace, *, scenario_id: Id, keep: bool, only: frozenset[Key] | None) -> Touched:
    return workspace.promote(scenario_id, keep=keep, only=only)
