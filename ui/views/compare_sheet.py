"""Compare: plans side by side, chosen by marks, worked out beside the window whenever something has changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout

from data.errors import PlannerError
from data.plan import Plan
from data.portfolio import Portfolio
from planner.comparing import MOST_SIDES, compared
from planner.comparing.choosing import Choice, OfRecord, choices
from ui.dialogs.files import FileDialogs
from ui.jobs import Jobs
from ui.presenters import comparing as words
from ui.presenters.comparing import Shown
from ui.presenters.formats import Formats
from ui.presenters.saying import translate
from ui.session import Session
from ui.tokens import SMALL, Tokens
from ui.views.compare_tables import CompareTables
from ui.views.part_out import Titles
from ui.views.part_sheet import PartSheet
from ui.widgets.labels import button, wrapped
from ui.widgets.picture import ONE_AT_A_TIME
from ui.widgets.side_choice import Offered, SideChoice

if TYPE_CHECKING:
    from planner.comparing import Comparison
    from planner.workspace import Workspace

Pair = tuple[Choice, Plan]


class CompareSheet(PartSheet):
    """The marked sides, those without a plan with the way to one, and what the others come to.

    solve_asked  a plan is wanted; the payload is the id of its scenario, None for the plan of record
    errand       what wants the workspace whole, to be called once nobody writes its file
    """

    solve_asked = Signal(object)
    errand = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, formats: Formats, tokens: Tokens, export: QAction, dialogs: FileDialogs) -> None:
        super().__init__(translate("CompareSheet", "Compare"))
        self._session, self._jobs, self._formats, self._dialogs = session, jobs, formats, dialogs
        self._shown: Shown | None = None
        self._of: object = None
        self._wanted: Sequence[str] | None = None
        self._choices: tuple[Choice, ...] = ()
        self._missing: Choice | None = None
        self._is_export_due = False
        self._asked: set[str] = set()
        self.sides, self.tables = SideChoice(MOST_SIDES), CompareTables(jobs, formats, tokens)
        self.note, self.solve = wrapped("", "warning"), button(self.tr("Solve it"))
        self.out = self.let_out(self.tables, self._titles, jobs, dialogs)
        self._lay_out(export)
        self._connect()

    def _lay_out(self, export: QAction) -> None:
        self.export.setText(export.text().replace("&", ""))
        self.export.setToolTip(export.toolTip())
        self.export.clicked.connect(export.trigger)
        told = QHBoxLayout()
        told.setSpacing(SMALL)
        told.addWidget(self.note, 1)
        told.addWidget(self.solve)
        self.arrange(self.sides, self.tables, above=(told,))
        self._say_missing(())

    def _connect(self) -> None:
        self.sides.changed.connect(self._compare)
        self.solve.clicked.connect(self._ask_to_solve)
        self._session.document_changed.connect(self._forget)

    @property
    def shown(self) -> Shown | None:
        """What is shown; None before something was worked out."""
        return self._shown if self._of is self._session.workspace else None

    def want(self, keys: Sequence[str]) -> None:
        """Marks these when it is gathered next what there is, told against the first of them."""
        self._wanted = keys

    def gather(self) -> None:
        """Offers what there is to compare, and compares what is marked. The plans are read already, but for the one before."""
        workspace = self._session.workspace
        if workspace is None or self._session.is_lent:
            return
        try:
            self._choices = tuple(replace(each, name=words.choice_name(each)) for each in choices(workspace))
            without = [each for each in self._choices if not each.has_plan(workspace)]
        except PlannerError as problem:
            self.failed.emit(str(problem))
            return
        first_time = not self.sides.list.count()
        self.sides.offer([Offered(each.key, each.name, self.tr("no plan yet") if each in without else "") for each in self._choices])
        if self._wanted is None and first_time:
            self._wanted = self._at_first(workspace, without)
        if self._wanted is not None:
            self.sides.choose(self._wanted)
            self._wanted = None
        self._compare()

    def export_to_file(self) -> None:
        """Asks for a file and writes all of the comparison, as a workbook or as a report; once it is there, where it is being worked out."""
        self._is_export_due = self._wanted is not None or self._jobs.is_running("compare")
        if self._is_export_due:
            return
        shown, workspace = self.shown, self._session.workspace
        if shown is None or workspace is None:
            self.failed.emit(self.tr("There is nothing to export yet: mark two plans to compare"))
            return
        place = self._dialogs.place_for_comparison(self.tr("{portfolio} compared").format(portfolio=workspace.title))
        if place is not None:
            self.out.write(partial(_written, shown.comparison, workspace.title, place))

    def focus_filter(self) -> None:
        self.tables.focus_search()

    def show_tokens(self, tokens: Tokens) -> None:
        self.tables.show_tokens(tokens)

    def _at_first(self, workspace: Workspace, without: Sequence[Choice]) -> list[str]:
        """The plan of record, and the scenario that is worked in, else the first other that has a plan."""
        here = workspace.scenario.id if workspace.scenario else None
        others = [each.key for each in self._choices if each.key != OfRecord.IN_FORCE and each not in without]
        return [OfRecord.IN_FORCE.value, *([here] if here else others[:1])]

    def _compare(self) -> None:
        """Works out what is marked; what is shown stays until that is there."""
        workspace = self._session.workspace
        if workspace is None:
            return
        by_key = {each.key: each for each in self._choices}
        marked = [by_key[key] for key in self.sides.keys if key in by_key]
        unread = [each for each in marked if each.key not in self._asked and not each.is_read(workspace)]
        if unread:
            self._read(unread)
            return
        marked = [each for each in marked if each.is_read(workspace)]
        plans = [(each, each.plan(workspace)) for each in marked]
        self._say_missing([each for each, plan in plans if plan is None])
        pairs = tuple((each, plan) for each, plan in plans if plan is not None)
        if len(pairs) < 2:
            self._jobs.abandon("compare")
            self._shown, self._is_export_due = None, False
            self.heading.say("")
            self.empty.setText(self._why_empty(marked))
            self.show_found(is_there=False)
            return
        work = partial(_compared, workspace.record, pairs, self._formats)
        self._jobs.run("compare", work, partial(self._show, workspace), self.tell)

    def _read(self, unread: Sequence[Choice]) -> None:
        """Reads plans of baselines beside the window, each once: it is gathered again when the workspace is back."""
        self._asked |= {each.key for each in unread}
        self.errand.emit(partial(self._session.lend, partial(_read, choices=unread), lambda _: self._asked.clear(), self.tell))

    def _why_empty(self, marked: Sequence[Choice]) -> str:
        if len(self._choices) < 2:
            return self.tr(
                "Here plans stand side by side: figures with their differences, and what differs by project, person, week and hour. "
                "There is only the plan of record; make a scenario, or solve again to have a plan before."
            )
        if len(marked) < 2:
            return self.tr("Mark two to five at the left to see them side by side.")
        return self.tr("Two plans are needed to compare; what is marked has too few.")

    def _say_missing(self, missing: Sequence[Choice]) -> None:
        self._missing = missing[0] if missing else None
        self.note.setText(" ".join(map(words.missing, missing)))
        self.note.setVisible(bool(missing))
        self.solve.setVisible(bool(missing))
        self.solve.setEnabled(self._session.can_edit)
        if self._missing is not None:
            self.solve.setText(self.tr("Solve “{name}”").format(name=self._missing.name))

    def _ask_to_solve(self) -> None:
        if self._missing is not None:
            self.solve_asked.emit(self._missing.scenario_id)

    def _show(self, of: object, shown: Shown) -> None:
        if of is not self._session.workspace:
            return
        self._shown, self._of = shown, of
        self.heading.say(words.headline(shown.comparison, self._formats))
        self.tables.show_comparison(shown)
        self.show_found(is_there=True)
        if self._is_export_due:
            self.export_to_file()

    def _forget(self) -> None:
        """Another portfolio: nothing is marked there yet."""
        self._jobs.abandon("compare")
        self._shown, self._choices, self._wanted, self._is_export_due = None, (), None, False
        self._asked.clear()
        self.sides.offer(())
        self._say_missing(())
        self.heading.say("")
        self.empty.setText("")
        self.show_found(is_there=False)

    def _titles(self) -> Titles | None:
        workspace = self._session.workspace
        if self.shown is None or workspace is None:
            return None
        names = " · ".join(side.name for side in self.shown.comparison.sides)
        picture = self.tr("{portfolio} load compared").format(portfolio=workspace.title)
        return Titles(workspace.title, names, self.tr("Comparison"), picture)


def _read(workspace: Workspace, *, choices: Sequence[Choice]) -> None:
    for choice in choices:
        choice.plan(workspace)


def _compared(record: Portfolio, pairs: Sequence[Pair], formats: Formats) -> Shown:
    return words.shown([choice.key for choice, _ in pairs], compared([choice.side(record, plan) for choice, plan in pairs]), formats)


def _written(found: Comparison, title: str, place: Path) -> Path:
    """Runs in a worker."""
    if place.suffix.lower() == ".pdf":
        from planner.charts.comparison_report import save_report  # noqa: PLC0415 - matplotlib is loaded with the first chart

        with ONE_AT_A_TIME:
            save_report(found, title, place)
    else:
        from planner.exporting.comparison_book import export_comparison  # noqa: PLC0415 - the writing of workbooks, with the first

        export_comparison(found, place)
    return place
