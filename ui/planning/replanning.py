"""Planning again from the window: asked in a dialog, searched beside it, shown, and kept only then."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from data.edits import Edit, between
from data.entities import Id, Points, Policy
from data.errors import PlannerError
from data.findings import Finding
from data.plan import Plan
from data.portfolio import Portfolio
from ui.dialogs.replan import Asked, Record, Replan
from ui.jobs import Jobs, SolveJob
from ui.planning.solving import SolveDesk
from ui.presenters.formats import Formats
from ui.presenters.replanning import CURVE_POINTS, Offer, Offers, Wish
from ui.presenters.saying import translate
from ui.presenters.solving import Told
from ui.session import Session
from ui.theme import Theme
from ui.tokens import Tokens

if TYPE_CHECKING:
    from planner.replanning.preparing import Prepared
    from planner.replanning.request import Replanning
    from planner.solving import Options, Progress
    from planner.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Again:
    """A replanning as a job does it: values in, offers out, nothing applied. Raises PlannerError."""

    portfolio: Portfolio
    record: Plan
    wish: Wish
    policy: Policy | None
    time_limit: float
    is_curve: bool

    def __call__(self, control: SolveJob[Offers]) -> Offers:
        from planner.replanning.preparing import edit_words, prepared  # noqa: PLC0415 - the optimiser's libraries come with the first search
        from planner.replanning.request import Budget, Replanning  # noqa: PLC0415
        from planner.solving import Options  # noqa: PLC0415

        wish = self.wish
        budget = None if wish.share is None else Budget(share=wish.share)
        request = Replanning(self.record, wish.price_hour, wish.price_assignment, budget, wish.status_date)
        ready = prepared(self.portfolio, request, spread=wish.spread, book_past=wish.book_past)
        found = (self._curve if self.is_curve else self._one)(request, ready, Options(time_limit=self.time_limit), control)
        label = "; ".join(edit.label for edit in ready.edits)
        return Offers(
            before=self.portfolio,
            after=ready.portfolio,
            edit=ready.edits[0] if len(ready.edits) == 1 else between(self.portfolio, ready.portfolio, label),
            steps=tuple(edit_words(edit) for edit in ready.edits),
            offers=found.offers,
            findings=(*ready.findings, *found.findings),
            is_curve=self.is_curve,
            bound=found.bound,
            policy=self.policy,
        )

    def _one(self, request: Replanning, ready: Prepared, options: Options, control: SolveJob[Offers]) -> Offers:
        from planner.insight.changes import changes  # noqa: PLC0415
        from planner.solving import solve  # noqa: PLC0415

        outcome = solve(ready.portfolio, options, control, policy=self.policy, replanning=request)
        if outcome.plan is None:
            return self._found((), outcome.findings)
        return self._found((Offer(outcome.plan, changes(ready.portfolio, self.record, outcome.plan, outcome.forced)),), outcome.findings)

    def _curve(self, request: Replanning, ready: Prepared, options: Options, control: SolveJob[Offers]) -> Offers:
        from planner.replanning.curve import Tracing  # noqa: PLC0415
        from planner.replanning.tracing import traced_at  # noqa: PLC0415

        tracing = Tracing(ready.portfolio, request, options, self.policy)
        curve = traced_at(None, tracing, CURVE_POINTS, Counting(control, CURVE_POINTS + (1 if tracing.budget else 0)))
        offers: dict[Id, Offer] = {}  # a plan that is best under several budgets is offered once
        for point in curve.points:
            offers.setdefault(point.plan.id, Offer(point.plan, point.changes, point.findings, point.budget))
        return self._found(tuple(offers.values()), (), curve.bound)

    def _found(self, offers: tuple[Offer, ...], findings: tuple[Finding, ...], bound: Points | None = None) -> Offers:
        return Offers(self.portfolio, self.portfolio, Edit("", ()), (), offers, findings, bound=bound)


@dataclass(frozen=True, slots=True)
class Step:
    """How a curve stands: its plans have values of their own, so none is told."""

    phase: str
    seconds: float
    effort: int = 0
    value: float | None = None
    bound: float | None = None
    gap: float | None = None


class Counting:
    """The control of a curve: counts the plans over its two rounds, each of which counts from 0."""

    def __init__(self, job: SolveJob[Offers], total: int) -> None:
        self._job, self._total, self._began = job, total, time.monotonic()
        self._before, self._latest = 0, 0

    def report(self, progress: Progress, best: object) -> None:
        if progress.effort < self._latest:
            self._before += self._latest
        self._latest = progress.effort
        made = min(self._before + self._latest, self._total)
        self._job.report(
            Step(
                translate("Replanning", "{made} of {total} plans made").format(made=made, total=self._total), time.monotonic() - self._began
            ),
            None,
        )

    def should_stop(self) -> bool:
        return self._job.should_stop()


class ReplanDesk(QObject):
    """Opens the dialog, runs what it asks for as the one search of the window, and keeps the plan that is chosen.

    done    good news in one sentence
    failed  why there is nothing to plan again from
    """

    done = Signal(str)
    failed = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, solves: SolveDesk, formats: Formats, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._jobs, self._solves, self._formats, self._theme, self._window = session, jobs, solves, formats, theme, window
        self.dialog: Replan | None = None
        self._job: SolveJob[Offers] | None = None
        self._offers: Offers | None = None
        self._is_keeping = False
        session.document_changed.connect(self._close)
        session.refused.connect(self._say)
        jobs.changed.connect(self._look_after)

    def open(self) -> None:
        workspace = self._session.workspace
        if workspace is None:
            return
        if self.dialog is None:
            records = self._records(workspace)
            if not records:
                self.failed.emit(self.tr("There is no plan to start from; solve first."))
                return
            self.dialog = self._made(records, workspace)
        self.dialog.show()
        self.dialog.activateWindow()

    def show_tokens(self, tokens: Tokens) -> None:
        if self.dialog is not None:
            self.dialog.show_tokens(tokens)

    def _records(self, workspace: Workspace) -> list[Record]:
        """The plan in force, and the last one where that is another."""
        plan, force = workspace.plan, workspace.portfolio.settings.plan_of_record_id
        last = [] if plan is None or plan.id == force else [Record(plan, self.tr("The last plan ({at})").format(at=self._at(plan)))]
        if force is None:
            return last
        in_force = plan if plan is not None and plan.id == force else workspace.plan_of(force)
        return [Record(in_force, self.tr("The plan of record ({at})").format(at=self._at(in_force))), *last]

    def _at(self, plan: Plan) -> str:
        at = plan.solved_at.astimezone()
        return f"{self._formats.date(at.date())} {at:%H:%M}"

    def _made(self, records: list[Record], workspace: Workspace) -> Replan:
        dialog = Replan(records, self._formats, self._theme.tokens, self._jobs, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.form.policy.show_policies(workspace.portfolio.policies.values(), self._solves.policy_id)
        dialog.form.time_limit.setCurrentIndex(max(0, dialog.form.time_limit.findData(int(self._solves.time_limit))))
        dialog.asked.connect(self._search)
        dialog.stopped.connect(self._solves.stop)
        dialog.kept.connect(self._keep)
        dialog.finished.connect(self._forget)
        dialog.show_form()
        return dialog

    def _forget(self) -> None:
        """Nobody waits any more for what is still being searched."""
        self.dialog, self._offers = None, None
        if self._job is not None and self._jobs.current("solve") is self._job:
            self._job = None
            self._solves.leave()

    def _close(self) -> None:
        if self.dialog is not None:
            self.dialog.reject()

    def _say(self, why: str) -> None:
        if self.dialog is not None:
            self.dialog.say(why)

    def _search(self, asked: Asked) -> None:
        workspace = self._session.workspace
        if workspace is None or self.dialog is None:
            return
        portfolio, wish = workspace.portfolio, asked.wish
        policy = portfolio.policies.get(asked.policy_id) if asked.policy_id is not None else None
        weighs = policy is not None or wish.price_hour > 0 or wish.price_assignment > 0
        again = Again(portfolio, asked.record, asked.wish, policy, asked.time_limit, asked.is_curve)
        self._job = SolveJob(again, self._finished, self._failed, self._jobs)
        self._job.progressed.connect(self._follow)
        self.dialog.show_course(weighs=weighs)
        self._solves.begin(self._job, weighs=weighs)

    def _follow(self, told: Told) -> None:
        if self.dialog is not None and self.sender() is self._job:
            self.dialog.follow(told)

    def _finished(self, offers: Offers) -> None:
        self._job, self._offers = None, offers
        self._solves.end(self.tr("Planned again") if offers.offers else self.tr("No plan was found"))
        if self.dialog is not None:
            self.dialog.show_offers(offers)

    def _failed(self, problem: Exception) -> None:
        self._job = None
        self._solves.end(self.tr("Failed"))
        if self.dialog is not None:
            self.dialog.show_form()
        if not isinstance(problem, PlannerError):
            raise problem
        self._say(str(problem))

    def _look_after(self) -> None:
        """Another search has taken the place of this one: its dialog goes back to asking."""
        if self._job is not None and self._job.abandoned:
            self._job = None
            if self.dialog is not None:
                self.dialog.show_form()
                self.dialog.say(self.tr("Another solve took the place of this one; begin it again."))

    def _keep(self, offer: Offer) -> None:
        """The edit and the plan, or neither."""
        offers = self._offers
        if offers is None or self.dialog is None or self._is_keeping:
            return
        if offers.edit and self._session.portfolio != offers.before:
            self.dialog.say(self.tr("The portfolio has changed meanwhile, so this plan no longer fits; go back and plan again."))
            return
        if offers.edit and not self._session.apply(offers.edit):
            return
        self._is_keeping = True
        findings = (*offers.findings, *offer.findings)
        self._session.keep_solved(offer.plan, findings, partial(self._was_kept, offer), partial(self._not_kept, offers))

    def _not_kept(self, offers: Offers) -> None:
        """The edit goes with the plan, and the dialog still offers both."""
        if offers.edit:
            self._session.undo()
        self._is_keeping = False

    def _was_kept(self, offer: Offer) -> None:
        self._is_keeping = False
        if self.dialog is not None:
            self.dialog.accept()
        moved = self._formats.percent(offer.changes.share, 1)
        self.done.emit(self.tr("The plan is kept; it moves {moved} of the hours of the one before").format(moved=moved))
