"""Sweeps: one or two inputs varied, points as they come, those that are kept, and a point made a scenario."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from data.edits import Edit
from data.entities import Id
from data.errors import PlannerError
from data.plan import Plan
from data.portfolio import Kind
from planner.actions.entities import removed
from planner.sweeping import NoSweepError, Point, Swept
from planner.sweeping.inputs import Subject, names
from ui.dialogs.files import FileDialogs
from ui.jobs import Jobs, SolveJob
from ui.presenters import sweeps as words
from ui.presenters.formats import Formats
from ui.presenters.saying import translate
from ui.presenters.solving import Told
from ui.presenters.sweeps import Kept
from ui.session import Session
from ui.tokens import SMALL, Tokens
from ui.views import sweep_work as work
from ui.views.part_out import Titles
from ui.views.part_sheet import PartSheet, scrolled
from ui.views.sweep_form import SweepForm
from ui.views.sweep_list import SweepList
from ui.views.sweep_tables import SweepTables
from ui.views.sweep_work import Done
from ui.widgets.labels import button

if TYPE_CHECKING:
    from planner.sweeping.solving import Asking

JOB = "sweeps kept"
WIDTH = 248
"""Pixels of the left side."""


class SweepSheet(PartSheet):
    """The question, the kept sweeps, and the points of the one that is shown."""

    _heard = Signal(object, object)

    def __init__(self, session: Session, jobs: Jobs, formats: Formats, tokens: Tokens, dialogs: FileDialogs) -> None:
        super().__init__(translate("SweepSheet", "Sweeps"))
        self._session, self._jobs, self._formats, self._dialogs = session, jobs, formats, dialogs
        self._shown: Swept | None = None
        self._scenario: Id | None = None
        self._search: SolveJob[Done] | None = None
        self._coming: dict[tuple[int, ...], Point] = {}
        self._asking: Asking | None = None
        self._live: dict[Id, Swept] = {}
        self._told: object = None
        self._wanted: Id | None = None
        self.form, self.tables = SweepForm(formats), SweepTables(jobs, formats, tokens)
        self.kept = SweepList()
        self.out = self.let_out(self.tables, self._titles, jobs, dialogs)
        self.make, self.keep = button(self.tr("Make a scenario of this")), button(self.tr("Keep this plan"))
        self._lay_out()
        self._connect()
        self._show_point()

    def _lay_out(self) -> None:
        self.export.setToolTip(self.tr("Every point of the sweep as a workbook"))
        self.keep.setToolTip(self.tr("Makes it the last plan; it can be put in force on the page Plan"))
        self.empty.setText(
            self.tr(
                "Here one or two inputs vary, such as the delay of a project or the people of a role, and the plan is solved at every point. "
                "Choose what varies at the left and press Sweep."
            )
        )
        ways = QHBoxLayout()
        ways.setSpacing(SMALL)
        for way in (self.make, self.keep):
            ways.addWidget(way)
        ways.addStretch(1)
        self.arrange(scrolled((self.form, self.kept), WIDTH), self.tables, below=(ways,))

    def _connect(self) -> None:
        self.form.asked.connect(self._sweep)
        self.form.stopped.connect(self._stop)
        self.export.clicked.connect(self._export)
        self.make.clicked.connect(self._make_scenario)
        self.keep.clicked.connect(self._keep_plan)
        self.kept.remove_asked.connect(self._remove)
        self.kept.chosen.connect(self._show_kept)
        self.tables.tables[0].selectionModel().currentRowChanged.connect(self._show_point)
        self._heard.connect(self._take)
        self._session.document_changed.connect(self._forget)
        self._jobs.changed.connect(self._make_room)

    @property
    def shown(self) -> Swept | None:
        return self._shown

    def gather(self) -> None:
        """Offers what can vary, and lists what is kept with whether it is out of date."""
        workspace = self._session.workspace
        if workspace is None or self._session.is_lent:
            return
        self.form.offer({subject: names(workspace.portfolio, subject) for subject in Subject})
        self._make_room()
        if self._told != (workspace, workspace.record):
            self._told = workspace, workspace.record
            self._jobs.run(JOB, partial(work.kept_sweeps, workspace.record), partial(self._list, workspace), self.tell)

    def focus_filter(self) -> None:
        self.tables.focus_search()

    def show_tokens(self, tokens: Tokens) -> None:
        self.tables.show_tokens(tokens)

    def _list(self, of: object, kept: list[Kept]) -> None:
        if of is not self._session.workspace:
            return
        chosen = self._wanted or self.kept.key
        self._wanted = None
        self.kept.offer(kept, chosen)
        if chosen is not None and self.kept.key is None and self._search is None:
            self._show(None, None)
        self._show_point()

    def _show_kept(self) -> None:
        """The chosen one; with its plans where it was made in this session."""
        workspace, key = self._session.workspace, self.kept.key
        if workspace is None or key is None or key not in workspace.record.studies or self._search is not None:
            return
        from planner.sweeping.keeping import read  # noqa: PLC0415 - loaded when one is looked at

        study = workspace.record.studies[key]
        try:
            self._show(self._live.get(key) or read(study), study.scenario_id)
        except NoSweepError as problem:
            self._show(None, None)
            self.failed.emit(str(problem))

    def _show(self, swept: Swept | None, scenario: Id | None) -> None:
        self._shown, self._scenario = swept, scenario
        self.heading.say("" if swept is None else words.headline(swept, self._formats))
        if swept is not None:
            self.tables.show_sweep(swept)
        self.show_found(is_there=swept is not None)
        self._show_point()

    def _sweep(self) -> None:
        """Begins the sweep of the portfolio as it stands."""
        workspace = self._session.workspace
        if workspace is None or self._jobs.is_running("solve"):
            return
        try:
            sweep = self.form.sweep
            sweep.check(workspace.portfolio)
        except PlannerError as wrong:
            self.failed.emit(str(wrong))
            return
        from planner.solving import Options  # noqa: PLC0415 - the optimiser's libraries are loaded with the first solve
        from planner.sweeping.solving import Asking  # noqa: PLC0415 - as above

        asking = Asking(workspace.portfolio, sweep, Options(time_limit=float(self.form.seconds.value())), None, workspace.plan)
        self._asking, self._coming = asking, {}
        self._search = SolveJob(
            partial(work.swept, asking, workspace.record, self._hear), partial(self._finish, workspace), self._failed, self._jobs
        )
        self._search.progressed.connect(self._follow)
        self.kept.leave()
        self._show(None, None)
        self.form.work(0, sweep.count)
        self._jobs.start(self._search)

    def _hear(self, job: SolveJob[Done], point: Point) -> None:
        """In the thread of the search."""
        try:
            self._heard.emit(job, point)
        except RuntimeError:
            if not job.abandoned:
                raise

    def _take(self, job: object, point: Point) -> None:
        """A point as it comes."""
        if job is not self._search or self._asking is None:
            return
        self._coming[point.place] = point
        asking = self._asking
        points = tuple(self._coming.get(place, Point(place)) for place in asking.sweep.places)
        self._show(Swept(asking.sweep, asking.options, "", points), asking.portfolio.scenario_id)
        self.form.work(len(self._coming), asking.sweep.count)

    def _follow(self, told: Told) -> None:
        if self._search is not None and self._asking is not None:
            self.form.work(len(self._coming), self._asking.sweep.count)

    def _stop(self) -> None:
        if self._search is not None:
            self._search.cancel()

    def _finish(self, of: object, done: Done) -> None:
        self._end()
        if of is not self._session.workspace:
            return
        self._show(done.swept, done.portfolio.scenario_id)
        if not done.swept.solved:
            self.failed.emit(self.tr("No point was solved; give the search more seconds"))
            return
        self._live[done.key] = done.swept
        if done.edit and not (self._session.can_edit and self._session.apply(done.edit)):
            return  # it is shown until something else is
        self._wanted, self._told = done.key, None
        self.gather()

    def _failed(self, problem: Exception) -> None:
        self._end()
        self.tell(problem)

    def _end(self) -> None:
        self._search, self._asking = None, None
        self.form.rest()

    def _make_room(self) -> None:
        """One search at a time, whoever began it."""
        busy = self._jobs.is_running("solve")
        if self._search is not None and self._search.abandoned:
            self._end()
        self.form.start.setEnabled(not busy and self._session.workspace is not None)

    def _show_point(self) -> None:
        """What can be done with the chosen point."""
        point = self.tables.point if self._shown is not None else None
        can = point is not None and self._session.can_edit and self._search is None
        self.make.setEnabled(can)
        self.keep.setEnabled(can and self._is_of_this(point))
        self.kept.remove.setEnabled(self.kept.key is not None and self._session.can_edit)

    def _is_of_this(self, point: Point | None) -> bool:
        """Whether the point changes nothing of the portfolio that is shown, so that its plan is one of that."""
        workspace = self._session.workspace
        if workspace is None or point is None or point.plan is None or point.edit is None:
            return False
        return not point.edit and self._scenario == workspace.portfolio.scenario_id

    def _make_scenario(self) -> None:
        workspace, point, swept = self._session.workspace, self.tables.point, self._shown
        if workspace is not None and point is not None and swept is not None:
            making = partial(work.made_scenario, workspace.record, self._scenario, swept, point)
            self._jobs.run("sweep point", making, partial(self._add_scenario, workspace, point), self.tell)

    def _add_scenario(self, of: object, point: Point, made: tuple[Edit, Plan | None]) -> None:
        edit, plan = made
        if of is not self._session.workspace or not self._session.apply(edit):
            return
        if plan is not None and self._session.keep_plan(plan, point.findings):
            self.done.emit(self.tr("The scenario is made, with its plan"))
        else:
            self.done.emit(self.tr("The scenario is made; solve it to have a plan"))

    def _keep_plan(self) -> None:
        workspace, point = self._session.workspace, self.tables.point
        if workspace is None or point is None or point.plan is None or not self._is_of_this(point):
            return
        from planner.plans import is_current  # noqa: PLC0415 - when one is kept

        if not is_current(point.plan, workspace.portfolio):
            self.failed.emit(self.tr("The portfolio has changed since, so this plan no longer fits; sweep again"))
        elif self._session.keep_plan(point.plan, point.findings):
            self.done.emit(self.tr("It is the last plan now"))

    def _remove(self) -> None:
        workspace, key = self._session.workspace, self.kept.key
        if workspace is not None and key is not None and key in workspace.record.studies:
            self._session.apply(removed(workspace.record, Kind.STUDY, [key], self.tr("Remove a sweep")))

    def _forget(self) -> None:
        """Another portfolio: nothing was swept there yet."""
        if self._search is not None:
            self._jobs.abandon("solve")
            self._end()
        self._jobs.abandon(JOB)
        self._told = None
        self._live.clear()
        self.kept.offer((), None)
        self._show(None, None)

    def _export(self) -> None:
        workspace, swept = self._session.workspace, self._shown
        if swept is None or workspace is None:
            self.failed.emit(self.tr("There is nothing to export yet: sweep something"))
            return
        place = self._dialogs.place_for_workbook(self.tr("{portfolio} sweep").format(portfolio=workspace.title))
        if place is not None:
            self.out.write(partial(work.written, swept, place))

    def _titles(self) -> Titles | None:
        workspace = self._session.workspace
        if self._shown is None or workspace is None:
            return None
        subject = " × ".join(words.heading(axis.input) for axis in self._shown.sweep.axes)
        return Titles(workspace.title, subject, self.tr("Sweep"), self.tr("{portfolio} sweep").format(portfolio=workspace.title))
