"""What the File menu does: open, start from the sample, import, save a copy, export. All of it beside the window."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from data.edits import Edit, between
from data.errors import PlannerError
from data.findings import Finding
from data.plan import Plan
from data.portfolio import Portfolio
from ui.dialogs.files import FileDialogs
from ui.jobs import Jobs
from ui.session import Session
from ui.widgets.picture import ONE_AT_A_TIME

if TYPE_CHECKING:
    from planner.workspace import Workspace

Result = TypeVar("Result")
SAMPLE_NAME = "Sample portfolio"


@dataclass(frozen=True, slots=True)
class Proposal:
    """An import that waits to be accepted: `edit` turns `before` into `after`; no edit where the sheets have errors.

    `read` is what stands in the sheets alone.
    """

    name: str
    before: Portfolio
    after: Portfolio | None
    edit: Edit | None
    findings: tuple[Finding, ...]
    read: Portfolio | None = None


class Documents(QObject):
    """Does the work of the File menu and tells how it went.

    opened    a portfolio was opened; the payload is its path
    proposed  a workbook was read; the payload is the Proposal to look at
    done      good news in one sentence
    failed    why something could not be done
    """

    opened = Signal(object)
    proposed = Signal(object)
    done = Signal(str)
    failed = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, dialogs: FileDialogs, data_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._dialogs, self._data_folder = session, jobs, dialogs, data_folder

    def ask_open(self) -> None:
        """Asks for a portfolio file and opens it."""
        chosen = self._dialogs.portfolio_to_open()
        if chosen is not None:
            self.open(chosen)

    def open(self, path: Path) -> None:
        self._run("open", partial(_opened, path), self._show)

    def open_sample(self) -> None:
        """Starts from a fresh copy of the sample, kept in the app's own data folder."""
        self._run("open", partial(_sample, self._data_folder), self._show)

    def ask_import(self) -> None:
        """Asks for a workbook and proposes what it would change."""
        chosen = self._dialogs.workbook_to_import()
        if chosen is not None:
            self.import_workbook(chosen)

    def ask_import_folder(self) -> None:
        """Asks for a folder of .csv files and proposes what it would change."""
        chosen = self._dialogs.folder_to_import()
        if chosen is not None:
            self.import_workbook(chosen)

    def import_workbook(self, path: Path) -> None:
        self._run("import", partial(_proposal, path, self._session.portfolio), self.proposed.emit)

    def accept(self, proposal: Proposal) -> None:
        """Applies a proposal: as one edit of the open portfolio, or as a new one whose place is asked for."""
        if proposal.edit is None or proposal.after is None:
            return
        if self._session.workspace is None:
            self._create(proposal.after, proposal.name)
        elif self._session.apply(proposal.edit):
            self.done.emit(self.tr("Imported {name}; undo takes it back in one step.").format(name=proposal.name))

    def accept_apart(self, proposal: Proposal) -> None:
        """Makes a portfolio of its own of what was read; the one that is open stays as it is."""
        if proposal.read is not None:
            self._create(proposal.read, proposal.name)

    def save_copy(self) -> None:
        workspace = self._session.workspace
        place = self._dialogs.place_for_portfolio(self._name(self.tr("copy"))) if workspace else None
        if workspace is None or place is None:
            return
        try:
            workspace.save_copy(place)
        except PlannerError as problem:
            self.failed.emit(str(problem))
        else:
            self.done.emit(self.tr("A copy is in {place}").format(place=place))

    def export_portfolio(self) -> None:
        portfolio = self._session.portfolio
        place = self._dialogs.place_for_workbook(self._name(self.tr("portfolio"))) if portfolio else None
        if portfolio is not None and place is not None:
            self._run("export", partial(_export_portfolio, portfolio, place), self._exported)

    def export_plan(self) -> None:
        workspace = self._session.workspace
        plan = workspace.plan if workspace else None
        place = self._dialogs.place_for_workbook(self._name(self.tr("plan"))) if plan else None
        if workspace is not None and plan is not None and place is not None:
            self._run("export", partial(_export_plan, workspace.portfolio, plan, place), self._exported)

    def export_charts(self) -> None:
        workspace = self._session.workspace
        place = self._dialogs.folder_for_charts() if workspace else None
        if workspace is not None and place is not None:
            self._run("export", partial(_export_charts, workspace.portfolio, workspace.plan, place), self._exported)

    def _create(self, portfolio: Portfolio, name: str) -> None:
        place = self._dialogs.place_for_portfolio(name)
        if place is not None:
            self._run("open", partial(_created, place, portfolio), self._show)

    def _show(self, workspace: Workspace) -> None:
        self._session.show(workspace)
        self.opened.emit(workspace.path)

    def _exported(self, place: Path) -> None:
        self.done.emit(self.tr("Written to {place}").format(place=place))

    def _name(self, what: str) -> str:
        workspace = self._session.workspace
        return f"{workspace.path.stem} {what}" if workspace else what

    def _run(self, name: str, work: Callable[[], Result], then: Callable[[Result], None]) -> None:
        self._jobs.run(name, work, then, self._tell)

    def _tell(self, problem: Exception) -> None:
        if not isinstance(problem, PlannerError):
            raise problem
        self.failed.emit(str(problem))


def _opened(path: Path) -> Workspace:
    from planner.workspace import Workspace  # noqa: PLC0415 - the file's libraries are loaded beside the window

    return Workspace.open(path)


def _created(path: Path, portfolio: Portfolio) -> Workspace:
    from planner.workspace import Workspace  # noqa: PLC0415

    return Workspace.create(path, portfolio, replace=True)


def _sample(folder: Path) -> Workspace:
    """A fresh copy with today's dates, under a name that is free."""
    from planner.sample import sample_portfolio  # noqa: PLC0415
    from planner.workspace import Workspace  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    names = [SAMPLE_NAME, *(f"{SAMPLE_NAME} {number}" for number in range(2, 1000))]
    free = next(path for path in (folder / f"{name}.plimsoll" for name in names) if not path.exists())
    return Workspace.create(free, sample_portfolio(dt.datetime.now().astimezone().date()))


def _proposal(path: Path, current: Portfolio | None) -> Proposal:
    from planner.importing import compare, load  # noqa: PLC0415

    read, before, label = load(path), current or Portfolio(), f"Import {path.name}"
    if read.portfolio is None:
        return Proposal(path.stem, before, None, None, read.findings)
    edit = compare(current, read.portfolio, label) if current else between(before, read.portfolio, label)
    return Proposal(path.stem, before, edit.applied_to(before), edit, read.findings, read.portfolio)


def _export_portfolio(portfolio: Portfolio, place: Path) -> Path:
    from planner.exporting import export_portfolio  # noqa: PLC0415

    export_portfolio(portfolio, place)
    return place


def _export_plan(portfolio: Portfolio, plan: Plan, place: Path) -> Path:
    from planner.exporting import export_plan  # noqa: PLC0415

    export_plan(portfolio, plan, place)
    return place


def _export_charts(portfolio: Portfolio, plan: Plan | None, folder: Path) -> Path:
    """Every chart in the light theme, as PNG for slides, SVG for editing and PDF for print."""
    from planner.charts import coverage_chart, gantt_chart, heat_map, load_chart, save  # noqa: PLC0415

    with ONE_AT_A_TIME:
        for name, draw in (("load", load_chart), ("heat-map", heat_map), ("coverage", coverage_chart), ("gantt", gantt_chart)):
            figure = draw(portfolio, plan)
            for suffix in (".png", ".svg", ".pdf"):
                save(figure, folder / f"{name}{suffix}")
    return folder
