"""What the File menu does: open, start from the sample, import, export. All of it beside the window."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from data.errors import PlannerError
from data.findings import Finding
from data.plan import Plan
from data.portfolio import Portfolio
from ui.dialogs.files import FileDialogs
from ui.files.keeping import Keeping
from ui.files.proposals import Proposal, Unmapped, compared_again, mapped, read_sheets, remembered, with_findings
from ui.files.recent import place_of
from ui.jobs import DESKS, Jobs
from ui.presenters.formats import Formats
from ui.presenters.saving import file_name
from ui.presenters.saying import translate
from ui.session import Session
from ui.widgets.picture import ONE_AT_A_TIME

if TYPE_CHECKING:
    from planner.workspace import Workspace

Result = TypeVar("Result")
SAMPLE_NAME = translate("Documents", "Sample portfolio")


class Documents(QObject):
    """Does the work of the File menu and tells how it went.

    opened    a portfolio was opened; the payload is its place
    unsaved   a file was not opened, because a crash left changes of it; the payload is the Leftover
    damaged   a file cannot be opened as it is; the payload is its path and why
    proposed  a workbook was read; the payload is the Proposal to look at
    unmapped  a workbook has a form of its own; the payload is the Unmapped to say how it is read
    remarked  something the user should know of the file that was opened, in one sentence
    done      good news in one sentence
    written   the file or folder that an export has written, and any more beside it
    failed    why something could not be done
    """

    opened = Signal(object)
    unsaved = Signal(object)
    damaged = Signal(object, str)
    proposed = Signal(object)
    unmapped = Signal(object)
    remarked = Signal(str)
    done = Signal(str)
    written = Signal(object)
    failed = Signal(str)

    def __init__(self, session: Session, keeping: Keeping, jobs: Jobs, dialogs: FileDialogs, data_folder: Path, formats: Formats) -> None:
        super().__init__(keeping)
        self._formats = formats
        self._session, self._keeping, self._jobs = session, keeping, jobs
        self._dialogs, self._data_folder = dialogs, data_folder

    def ask_open(self) -> None:
        """Asks for a portfolio file and opens it."""
        chosen = self._dialogs.portfolio_to_open()
        if chosen is not None:
            self.open(chosen)

    def open(self, path: Path) -> None:
        """Opens a file; one that is open here already stays as it is."""
        self._open(path, "ask")

    def take_up(self, path: Path) -> None:
        """Opens a file with the changes that a crash left of it."""
        self._open(path, "take up")

    def open_again(self) -> None:
        """Opens the file anew that could only be looked at."""
        workspace = self._session.workspace
        if workspace is not None:
            self._open(workspace.path, "ask")

    def close(self) -> None:
        """Brings the file up to date and goes back to the start page."""
        self._keeping.leave(self._session.forget)

    def _open(self, path: Path, on_leftover: str) -> None:
        workspace = self._session.workspace
        here = workspace.path if workspace is not None and not workspace.address and workspace.read_only is None else None
        self._jobs.run("open", partial(_opened, path, on_leftover, here), partial(self._show_unless_open, path), self._not_opened)

    def open_sample(self) -> None:
        """Starts from a fresh copy of the sample, kept in the app's own data folder."""
        self._run("open", partial(_sample, self._data_folder), self.show)

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
        self._run("import", partial(read_sheets, path, self._session.portfolio, self._formats), self._read)

    def _read(self, found: Proposal | Unmapped) -> None:
        if isinstance(found, Unmapped):
            self.unmapped.emit(found)
        else:
            self.proposed.emit(found)

    def accept(self, proposal: Proposal) -> None:
        """Applies a proposal: as one edit of the open portfolio, or as a new one whose place is asked for."""
        if proposal.edit is None or proposal.after is None:
            return
        self._remember(proposal)
        if self._session.workspace is None:
            self._create(proposal.after, proposal.name)
        elif self._session.apply(proposal.edit, lambda _: self._compare_again(proposal)):
            self.done.emit(self.tr("Imported {name}; undo takes it back in one step.").format(name=proposal.name))

    def _compare_again(self, proposal: Proposal) -> None:
        """Others have changed meanwhile what the import changes: nothing is done that was not looked at."""
        current = self._session.portfolio
        if current is not None:
            self._run("import", partial(compared_again, proposal, current, self._formats), self._compared_again)

    def _compared_again(self, proposal: Proposal) -> None:
        self.remarked.emit(self.tr("Others have changed the same meanwhile: this is the import compared with what it is now"))
        self.proposed.emit(proposal)

    def accept_apart(self, proposal: Proposal) -> None:
        """Makes a portfolio of its own of what was read; the one that is open stays as it is."""
        if proposal.draft is not None:
            alone = partial(mapped, proposal.path, proposal.draft, None, self._formats)
            self._run("import", alone, self._create_apart)
        elif proposal.read is not None:
            self._create(proposal.read, proposal.name)

    def _create_apart(self, proposal: Proposal) -> None:
        """Sheets that lean on the open portfolio may say too little for one of their own."""
        if proposal.read is None:
            self.proposed.emit(proposal)
        else:
            self._remember(proposal)
            self._create(proposal.read, proposal.name)

    def _remember(self, proposal: Proposal) -> None:
        if proposal.draft is not None:
            self._run("remember", partial(remembered, proposal.draft), lambda _: None)

    def save_findings(self, path: Path, findings: tuple[Finding, ...]) -> None:
        """Asks for a place and writes a copy of the sheets there, with what was found beside each row."""
        place = self._dialogs.place_for_workbook(self.tr("{name} with findings").format(name=path.stem))
        if place is not None:
            self._run("export", partial(with_findings, path, findings, place), self._exported)

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
            record = workspace.plan_of_record
            self._run("export", partial(_export_plan, workspace.portfolio, plan, record, place), self._exported)

    def export_charts(self) -> None:
        workspace = self._session.workspace
        place = self._dialogs.folder_for_charts() if workspace else None
        if workspace is not None and place is not None:
            self._run("export", partial(_export_charts, workspace.portfolio, workspace.plan, place), self._exported)

    def _create(self, portfolio: Portfolio, name: str) -> None:
        place = self._dialogs.place_for_portfolio(name)
        if place is not None:
            self._run("open", partial(_created, place, portfolio), self.show)

    def _show_unless_open(self, path: Path, workspace: Workspace | None) -> None:
        if workspace is not None:
            self.show(workspace)
        else:
            self.done.emit(self.tr("{name} is open here already").format(name=path.name))

    def show(self, workspace: Workspace) -> None:
        """Leaves the file that is open for this one; where it cannot be left, this one is closed again."""
        self._keeping.leave(partial(self._begin, workspace), workspace.close)

    def _begin(self, workspace: Workspace) -> None:
        self._session.show(workspace)
        self.opened.emit(place_of(workspace))
        for remark in workspace.remarks:
            self.remarked.emit(f"{file_name(workspace.place)}: {remark}")

    def _not_opened(self, problem: Exception) -> None:
        from data.file_errors import DamagedFileError  # noqa: PLC0415 - loaded with the first file
        from planner.files import UnsavedWorkError  # noqa: PLC0415

        match problem:
            case UnsavedWorkError():
                self.unsaved.emit(problem.leftover)
            case DamagedFileError():
                self.damaged.emit(problem.path, str(problem))
            case _:
                self._tell(problem)

    def _exported(self, place: Path) -> None:
        self.written.emit((place,))

    def _name(self, what: str) -> str:
        workspace = self._session.workspace
        return f"{workspace.title} {what}" if workspace else what

    def _run(self, name: str, work: Callable[[], Result], then: Callable[[Result], None]) -> None:
        self._jobs.run(name, work, then, self._tell)

    def _tell(self, problem: Exception) -> None:
        if not isinstance(problem, PlannerError):
            raise problem
        self.failed.emit(str(problem))


def _opened(path: Path, on_leftover: str, here: Path | None) -> Workspace | None:
    """The file, opened; None where it is the one that is open here."""
    from planner.files import OnLeftover  # noqa: PLC0415 - the file's libraries are loaded beside the window
    from planner.workspace import Workspace  # noqa: PLC0415

    if here is not None and here.resolve() == path.resolve():
        return None
    with DESKS:
        return Workspace.open(path, on_leftover=OnLeftover(on_leftover)).read_plans()  # here, not by the window


def _created(path: Path, portfolio: Portfolio) -> Workspace:
    from planner.workspace import Workspace  # noqa: PLC0415

    with DESKS:
        return Workspace.create(path, portfolio, replace=True)


def _sample(folder: Path) -> Workspace:
    """A fresh copy with today's dates, under a name that is free."""
    from planner.sample import sample_portfolio  # noqa: PLC0415
    from planner.workspace import Workspace  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    names = [SAMPLE_NAME, *(f"{SAMPLE_NAME} {number}" for number in range(2, 1000))]
    free = next(path for path in (folder / f"{name}.plimsoll" for name in names) if not path.exists())
    return Workspace.create(free, sample_portfolio(dt.datetime.now().astimezone().date()))


def _export_portfolio(portfolio: Portfolio, place: Path) -> Path:
    from planner.exporting import export_portfolio  # noqa: PLC0415

    export_portfolio(portfolio, place)
    return place


def _export_plan(portfolio: Portfolio, plan: Plan, record: Plan | None, place: Path) -> Path:
    """What it changes of the plan of record goes along, where that is another."""
    from planner.exporting import Against, export_plan  # noqa: PLC0415

    export_plan(portfolio, plan, place, None if record is None or record.id == plan.id else Against(record))
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
