"""Scenarios as files from the window: sent, and taken in once the user has seen what fits."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from data.edits import Edit
from data.entities import Id
from data.errors import PlannerError
from ui.actions import Actions
from ui.dialogs.files import FileDialogs
from ui.files.publishing import Publisher
from ui.jobs import Jobs
from ui.planning.scenarios import ScenarioDesk
from ui.scenario_actions import ScenarioAct
from ui.session import Session
from ui.surroundings import Surroundings
from ui.views.pages import Pages

if TYPE_CHECKING:
    from planner.workspace import Touched, Workspace
    from ui.presenters.taking import Arrival


class ScenarioFiles(QObject):
    """Writes the chosen scenario, and reads one that was sent; all of it beside the window.

    done    good news in one sentence
    failed  why something could not be done
    """

    done = Signal(str)
    failed = Signal(str)

    def __init__(
        self, desk: ScenarioDesk, session: Session, jobs: Jobs, publisher: Publisher, around: Surroundings, actions: Actions, pages: Pages
    ) -> None:
        super().__init__(desk)
        self._desk, self._session, self._jobs, self._publisher, self._around = desk, session, jobs, publisher, around
        self._pages = pages
        actions[ScenarioAct.SEND].triggered.connect(self.send)
        actions[ScenarioAct.TAKE].triggered.connect(self.ask_to_take)

    @property
    def _dialogs(self) -> FileDialogs:
        return FileDialogs(self._pages.window(), self._around.preferences)

    def send(self) -> None:
        """Asks for a place, and writes the scenario that is chosen or worked in there."""
        from ui.presenters.taking import send  # noqa: PLC0415 - the planner is loaded beside the window

        workspace, chosen = self._session.workspace, self._desk.chosen()
        scenario = workspace.record.scenarios.get(chosen) if workspace is not None and chosen is not None else None
        if workspace is None or scenario is None:
            return
        place = self._dialogs.place_for_scenario(scenario.name)
        if place is not None:
            told = partial(self._sent, scenario.name)
            self._jobs.run("scenario file", partial(send, workspace.record, scenario.id, place), told, self._tell)

    def ask_to_take(self) -> None:
        """Asks for a file, and shows what it would change here."""
        chosen = self._dialogs.scenario_to_take()
        if chosen is not None:
            self.take(chosen)

    def take(self, path: Path) -> None:
        """Shows what a file would change here."""
        from ui.presenters.taking import arrival  # noqa: PLC0415

        workspace = self._session.workspace
        if workspace is not None:
            work = partial(arrival, path, workspace.record, self._around.formats)
            self._jobs.run("scenario file", work, partial(self._ask, workspace), self._tell)

    def _sent(self, name: str, place: Path) -> None:
        self.done.emit(self.tr("“{name}” is written to {place}; send that file").format(name=name, place=place))

    def _ask(self, workspace: Workspace, found: Arrival) -> None:
        from ui.dialogs.taking import TakeScenario  # noqa: PLC0415
        from ui.presenters.taking import edit  # noqa: PLC0415

        if workspace is not self._session.workspace:
            return
        asked = TakeScenario(found, workspace.record, self._around.theme.tokens, self._pages.window())
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def take() -> None:
            made, key = edit(found, workspace.record, asked.name)
            work, told = partial(_applied, edit=made), partial(self._taken, key)
            self._publisher.when_idle(partial(self._session.lend, work, told, self._tell))

        asked.accepted.connect(take)
        asked.open()

    def _taken(self, key: Id, _touched: Touched) -> None:
        workspace = self._session.workspace
        scenario = workspace.record.scenarios.get(key) if workspace is not None else None
        if scenario is not None:
            self._pages.show_scenario(key, rename=False)
            self.done.emit(self.tr("“{name}” was taken in; undo takes it back").format(name=scenario.name))

    def _tell(self, problem: Exception) -> None:
        if not isinstance(problem, PlannerError):
            raise problem
        self.failed.emit(str(problem))


def _applied(workspace: Workspace, *, edit: Edit) -> Touched:
    return workspace.apply(edit)
