"""Futures: marked plans in what may come, drawn beside the window whenever something has changed, solved where asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from data.errors import PlannerError
from data.plan import Plan
from data.portfolio import Portfolio
from planner.comparing import MOST_SIDES, Side
from planner.comparing.choosing import Choice, OfRecord, choices
from planner.futures.question import Question
from ui.dialogs.files import FileDialogs
from ui.jobs import Jobs, SolveJob
from ui.presenters import futures as words
from ui.presenters.comparing import choice_name, missing
from ui.presenters.formats import Formats
from ui.presenters.futures import Shown
from ui.presenters.saying import translate
from ui.presenters.solving import Told
from ui.session import Session
from ui.tokens import Tokens
from ui.views.futures_form import FuturesForm
from ui.views.futures_tables import FuturesTables
from ui.views.part_out import Titles
from ui.views.part_sheet import PartSheet, scrolled
from ui.widgets.labels import wrapped
from ui.widgets.side_choice import Offered, SideChoice

if TYPE_CHECKING:
    from data.edits import Edit
    from planner.futures import Answer
    from planner.futures.hindsight import Hindsight

JOB = "futures"
LIST = 124
"""Height of the list of plans: four of them, and the rest by scrolling."""
Pair = tuple[Choice, Plan]


@dataclass(frozen=True, slots=True)
class Solved:
    """Best plans found, and the edit that keeps them."""

    best: tuple[Hindsight, ...]
    edit: Edit


class FuturesSheet(PartSheet):
    """The marked plans, the question, and what the futures say."""

    def __init__(self, session: Session, jobs: Jobs, formats: Formats, tokens: Tokens, dialogs: FileDialogs) -> None:
        super().__init__(translate("FuturesSheet", "Futures"))
        self._session, self._jobs, self._formats, self._dialogs = session, jobs, formats, dialogs
        self._shown: Shown | None = None
        self._choices: tuple[Choice, ...] = ()
        self._drawn: object = None
        self._search: SolveJob[Solved] | None = None
        self.sides, self.form, self.tables = SideChoice(MOST_SIDES, alone=True), FuturesForm(), FuturesTables(jobs, formats, tokens)
        self.note = wrapped("", "warning")
        self.out = self.let_out(self.tables, self._titles, jobs, dialogs)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.export.setToolTip(self.tr("Everything that the futures say as a workbook"))
        self.sides.list.setFixedHeight(LIST)
        self.arrange(scrolled((self.sides, self.form), self.sides.width()), self.tables, above=(self.note,))
        self.note.hide()

    def _connect(self) -> None:
        for asker in (self.sides, self.form):
            asker.changed.connect(self._ask)
        self.form.solve_asked.connect(self._solve)
        self.form.stopped.connect(self._stop)
        self.export.clicked.connect(self._export)
        self._session.document_changed.connect(self._forget)
        self._jobs.changed.connect(self._make_room)

    @property
    def shown(self) -> Shown | None:
        return self._shown

    def gather(self) -> None:
        """Offers the plans there are, and asks again where one of them or the question has changed."""
        workspace = self._session.workspace
        if workspace is None or self._session.is_lent:
            return
        try:
            self._choices = tuple(replace(each, name=choice_name(each)) for each in choices(workspace))
            without = [each for each in self._choices if each.plan(workspace) is None]
        except PlannerError as problem:
            self.failed.emit(str(problem))
            return
        first_time = not self.sides.list.count()
        self.sides.offer([Offered(each.key, each.name, self.tr("no plan yet") if each in without else "") for each in self._choices])
        if first_time:
            here = workspace.scenario.id if workspace.scenario else None
            self.sides.choose([OfRecord.IN_FORCE.value, *([here] if here else [])])
        self._ask()

    def focus_filter(self) -> None:
        self.tables.focus_search()

    def show_tokens(self, tokens: Tokens) -> None:
        self.tables.show_tokens(tokens)

    def _pairs(self) -> tuple[Pair, ...]:
        """The marked that have a plan; what has none is told."""
        workspace = self._session.workspace
        if workspace is None:
            return ()
        by_key = {each.key: each for each in self._choices}
        marked = [(by_key[key], by_key[key].plan(workspace)) for key in self.sides.keys if key in by_key]
        self.note.setText(" ".join(missing(each) for each, plan in marked if plan is None))
        self.note.setVisible(bool(self.note.text()))
        return tuple((each, plan) for each, plan in marked if plan is not None)

    def _ask(self) -> None:
        """Draws the futures of what is marked; what is shown stays until they are there."""
        workspace, pairs = self._session.workspace, self._pairs()
        if workspace is None:
            return
        self._make_room()
        if not pairs:
            self._jobs.abandon(JOB)
            self._shown, self._drawn = None, None
            self.heading.say("")
            self.empty.setText(self._why_empty())
            self.show_found(is_there=False)
            return
        wanted = workspace, workspace.record, pairs, self.form.question
        if self._drawn == wanted:
            return
        self._drawn = wanted
        self._jobs.run(JOB, partial(_answered, workspace.record, pairs, self.form.question), partial(self._show, wanted), self.tell)

    def _why_empty(self) -> str:
        return self.tr(
            "Here plans meet what may come: absence, projects that take more or less than they ask, proposals won or lost. "
            "Mark a plan at the left; where there is none yet, press Solve (F5)."
        )

    def _show(self, wanted: object, shown: Shown) -> None:
        if self._drawn != wanted:
            return
        self._shown = shown
        self.heading.say(words.headline(shown.answer, self._formats))
        self.tables.show_answer(shown)
        self.show_found(is_there=True)
        if self._search is None:
            self.form.rest(words.solved_text(shown.answer, self._formats) or words.drawn_from(shown.answer, self._formats))

    def _solve(self) -> None:
        """Looks for the best plans of the first futures, for the plan that comes first."""
        workspace, pairs = self._session.workspace, self._pairs()
        if workspace is None or not pairs or self._jobs.is_running("solve"):
            return
        choice, plan = pairs[0]
        question = self.form.question
        search = partial(_solved, workspace.record, choice, plan, question, float(self.form.seconds.value()))
        self._search = SolveJob(search, partial(self._keep, workspace), self._stopped_short, self._jobs)
        self._search.progressed.connect(self._follow)
        self.form.work(0, question.solved)
        self._jobs.start(self._search)

    def _follow(self, told: Told) -> None:
        if self._search is not None:
            self.form.work(told.effort, self.form.question.solved)

    def _stop(self) -> None:
        if self._search is not None:
            self._search.cancel()

    def _keep(self, of: object, solved: Solved) -> None:
        self._search = None
        self.form.rest()
        if of is not self._session.workspace:
            return
        if not solved.best:
            self.failed.emit(self.tr("No future was solved; give each more seconds"))
            return
        if self._session.can_edit and solved.edit.changes:
            self._session.apply(solved.edit)
        self._drawn = None
        self._ask()

    def _stopped_short(self, problem: Exception) -> None:
        self._search = None
        self.form.rest()
        self.tell(problem)

    def _make_room(self) -> None:
        """One search at a time, whoever began it."""
        busy = self._jobs.is_running("solve")
        if self._search is not None and not busy:
            self._search = None
            self.form.rest()
        self.form.solve.setEnabled(not busy and bool(self.sides.keys))

    def _forget(self) -> None:
        """Another portfolio: nothing is marked there yet."""
        self._jobs.abandon(JOB)
        self._shown, self._drawn, self._choices = None, None, ()
        self.sides.offer(())
        self.heading.say("")
        self.empty.setText("")
        self.show_found(is_there=False)

    def _export(self) -> None:
        shown, workspace = self._shown, self._session.workspace
        if shown is None or workspace is None:
            self.failed.emit(self.tr("There is nothing to export yet: mark a plan"))
            return
        place = self._dialogs.place_for_workbook(self.tr("{portfolio} futures").format(portfolio=workspace.title))
        if place is not None:
            self.out.write(partial(_written, shown.answer, place))

    def _titles(self) -> Titles | None:
        workspace = self._session.workspace
        if self._shown is None or workspace is None:
            return None
        names = " · ".join(side.name for side in self._shown.answer.sides)
        return Titles(workspace.title, names, self.tr("Futures"), self.tr("{portfolio} futures").format(portfolio=workspace.title))


def _answered(record: Portfolio, pairs: Sequence[Pair], question: Question) -> Shown:
    """Runs in a worker: the draws, with the best plans that are kept of them."""
    from planner.futures import answered, faced  # noqa: PLC0415 - numpy, beside the window
    from planner.futures.keeping import kept  # noqa: PLC0415 - as above

    sides = [choice.side(record, plan) for choice, plan in pairs]
    return words.shown([choice.key for choice, _ in pairs], answered(faced(sides, question), kept(record, sides[0], question)))


def _solved(record: Portfolio, choice: Choice, plan: Plan, question: Question, seconds: float, job: SolveJob[Solved]) -> Solved:
    """Runs in a worker, the searches in processes of their own."""
    from planner.futures import faced  # noqa: PLC0415 - the optimiser's libraries are loaded with the first solve
    from planner.futures.hindsight import solved_at  # noqa: PLC0415 - as above
    from planner.futures.keeping import keeping  # noqa: PLC0415 - as above
    from planner.solving import Options  # noqa: PLC0415 - as above

    side: Side = choice.side(record, plan)
    found = faced([side], question)
    options = Options(time_limit=seconds)
    best = solved_at(None, side.portfolio, plan, found.futures[0], question.solved, options, found.share, job)
    return Solved(best, keeping(record, side, question, best))


def _written(answer: Answer, place: Path) -> Path:
    """Runs in a worker."""
    from planner.exporting.futures_book import export_futures  # noqa: PLC0415 - the writing of workbooks, with the first

    export_futures(answer, place)
    return place
