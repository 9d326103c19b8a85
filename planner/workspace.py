"""The Workspace: an open file or shared bank, its portfolio now, its history and whoever wants to know of changes.

The only stateful object of the program. The thread that opened it owns it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Self

from data.bank.bank import Bank, News
from data.bank.errors import BehindError
from data.document.backups import Backup
from data.document.document import Document
from data.edits import Edit, between
from data.entities import Baseline, Id, Scenario
from data.errors import PlannerError
from data.plan import KeptPlan, Plan
from data.portfolio import Kind, Portfolio
from data.steps import Step, StepKind
from data.validation import brought_by
from planner.changing import GoneScenarioError, Listener, NoFileError, RefusedEdit, Touched
from planner.history import is_own, own_history
from planner.latest_plans import Plans
from planner.opened import Opened
from planner.rewinding import restoring
from planner.scenarios.editing import plan_along, promoted
from planner.scenarios.resolving import Key, Resolved
from planner.scenarios.view import View

__all__ = ["Listener", "NoFileError", "RefusedEdit", "Touched", "Workspace"]


class Workspace(Opened):
    """One open portfolio. What fails raises a `PlannerError` and leaves everything as it was."""

    def __init__(self, kept: Document | Bank) -> None:
        self._listeners: tuple[Listener, ...] = ()
        self._view = View()
        super().__init__(kept)
        self._plans = Plans(kept)
        self._measure_id: Id | None = None
        self._history = own_history(kept.history(), shared=isinstance(kept, Bank))
        self.reason = ""
        """What the log says of every edit from now on that says nothing itself."""

    @property
    def portfolio(self) -> Portfolio:
        """The plan of record, or what the scenario makes of it that is worked in."""
        return self.seen.portfolio

    @property
    def record(self) -> Portfolio:
        """The portfolio as the file holds it: the plan of record, and the scenarios beside it."""
        return self._kept.portfolio

    @property
    def scenario(self) -> Scenario | None:
        """The scenario that is worked in; None is the plan of record."""
        return self._view.scenario(self.record)

    @property
    def seen(self) -> Resolved:
        """The portfolio with what its scenario wants and the plan of record does not allow any more."""
        return self._view.seen(self.record)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The change log, oldest first; `edit_of` gives the changes of a step."""
        return self._kept.history()

    @property
    def undo_label(self) -> str | None:
        """What undo would take back; None where there is nothing."""
        return self._history.to_undo.label if self._history.to_undo else None

    @property
    def redo_label(self) -> str | None:
        """What redo would do again; None where there is nothing."""
        return self._history.to_redo.label if self._history.to_redo else None

    @property
    def plan(self) -> Plan | None:
        """The plan kept last of what is worked in, out of date or not."""
        return self.plan_in(self.scenario.id if self.scenario else None)

    def plan_in(self, scenario_id: Id | None) -> Plan | None:
        """The plan kept last of a scenario; None is the plan of record."""
        return self._plans.of(scenario_id).latest

    def has_read_plan(self, scenario_id: Id | None) -> bool:
        """Whether `plan_in` answers at once, without the disk or the server."""
        return self._plans.of(scenario_id).was_read

    @property
    def plan_of_record(self) -> Plan | None:
        """The plan in force, else the one kept last of the plan of record."""
        key = self.record.settings.plan_of_record_id
        plan = self.plan_in(None)
        return plan if key is None or (plan is not None and plan.id == key) else self.plan_of(key)

    @property
    def plan_before(self) -> Plan | None:
        """What the plan is measured against; None where there is no other.

        It is the plan of the baseline that was chosen for that, else in a scenario the plan of record, else the plan in force
        where that is another, else the one kept before.
        """
        if self.measure is not None:
            return self.frozen_plan(self.measure)
        return self.plan_of_record if self.scenario else self.record_plan_before

    @property
    def measure(self) -> Baseline | None:
        """The baseline that plans are measured against; None where none was chosen, or it was removed."""
        return self.record.baselines.get(self._measure_id) if self._measure_id is not None else None

    def measure_against(self, baseline_id: Id | None) -> None:
        """Measures plans against a baseline from now on, whose plan is read now; None is the plan before again."""
        if baseline_id is not None:
            self.frozen_plan(self.record.baselines[baseline_id])
        self._measure_id = baseline_id

    def frozen_plan(self, baseline: Baseline) -> Plan:
        """The plan of a baseline."""
        return self._plans.frozen(baseline.plan_id)

    def has_read_frozen(self, baseline: Baseline) -> bool:
        """Whether `frozen_plan` answers at once, without the disk or the server."""
        return self._plans.has_read(baseline.plan_id)

    @property
    def record_plan_before(self) -> Plan | None:
        """The same of the plan of record, whatever is worked in."""
        return self._plans.of(None).before(self.record.settings.plan_of_record_id)

    def read_plans(self) -> Self:
        """Reads both plans now, for whoever must not wait for them later; what cannot be read raises when it is asked for."""
        with suppress(PlannerError):
            _ = self.plan_before
        return self

    def edit_of(self, step: Step) -> Edit:
        return self._kept.edit(step.number)

    def stored_edit_of(self, step: Step) -> Callable[[], Edit]:
        """What makes the edit of a step, in any thread: a large one takes its time."""
        return self._kept.stored_edit(step.number)

    def restoring(self, step: Step, label: str) -> Edit:
        """The edit that turns the portfolio into what it was after a step; empty where it is that already."""
        return restoring(self._kept.portfolio, self._kept.edits_since(step.number), label)

    def stored_plans(self) -> Callable[[], tuple[KeptPlan, ...]]:
        """What tells, in any thread, of every plan kept without its rows, oldest first."""
        return self._kept.stored_plans()

    def plan_of(self, plan_id: Id) -> Plan:
        """Any plan kept in this file, such as the plan of record."""
        return self._kept.plan(plan_id)

    def apply(self, edit: Edit) -> Touched:
        """Does the edit durably and tells the listeners; an empty edit does nothing.

        Raises RefusedEdit where it would bring errors, StaleEditError where what it changes has changed since it was made.
        """
        scenario_id = self._view.scenario_id
        return self._latest(lambda: self._apply(edit, scenario_id)) if edit else Touched()

    def enter(self, scenario_id: Id | None) -> Touched:
        """Works in a scenario from now on, None being the plan of record: what is seen and changed is the scenario's."""
        self._view.enter(self.record, scenario_id)
        return self._tell(Touched(frozenset(Kind), plan=True, written=False))

    def make_ready(self, scenario_id: Id) -> None:
        """Works out what `enter` shows, for a job that this is lent to: it takes its time in a large portfolio."""
        self._view.make_ready(self.record, scenario_id)
        _ = self.plan_in(scenario_id), self.plan_of_record

    def promote(self, scenario_id: Id, *, keep: bool = False, only: Collection[Key] | None = None) -> Touched:
        """Makes a scenario the plan of record as one edit, and goes on there with its plan if that is up to date.

        `keep` leaves its list, `only` takes some of its parts (planner.scenarios.parts). Raises IncompleteError where these
        cannot be without others.
        """
        tried = self.plan_in(scenario_id)
        self._latest(lambda: self._store(promoted(self.record, scenario_id, keep=keep, only=only)))
        self._view.enter(self.record, None)
        if (plan := plan_along(self.record, tried)) is not None:
            self.keep_plan(plan)
        return self._tell(Touched(frozenset(Kind), plan=True))

    def undo(self) -> Touched:
        """Takes back the latest edit; does nothing where there is none. In a shared bank it is the latest of this account."""
        return self._latest(self._undo)

    def redo(self) -> Touched:
        """Does again what was undone last; does nothing where there is nothing."""
        return self._latest(self._redo)

    def keep_plan(self, plan: Plan) -> Touched:
        """Keeps a plan durably as the latest and tells the listeners."""
        return self._latest(lambda: self._keep_plan(plan))

    def is_behind(self) -> bool:
        """Whether others have changed a shared bank since it was read here; for any one thread to ask."""
        return isinstance(self._kept, Bank) and self._kept.is_behind()

    def refresh(self) -> Touched:
        """Takes in what others have changed in a shared bank, and tells the listeners."""
        return self._caught_up(self._kept, self._kept.catch_up) if isinstance(self._kept, Bank) else Touched()

    def news(self) -> News | None:
        """What others have written in a shared bank, for `take_in`; None where there is nothing. For any one thread to ask."""
        return self._kept.news(self._view.scenario_id or "") if isinstance(self._kept, Bank) else None

    def take_in(self, news: News) -> Touched:
        """Takes in news that were read in another thread, without asking the server; does nothing where they are old."""
        if not isinstance(self._kept, Bank):
            return Touched()
        return self._caught_up(self._kept, partial(self._kept.take, news), news)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Calls the listener after every change; returns what ends that."""
        self._listeners = (*self._listeners, listener)

        def unsubscribe() -> None:
            self._listeners = tuple(each for each in self._listeners if each is not listener)

        return unsubscribe

    def save_copy(self, path: Path) -> None:
        """Writes a checked copy of the file, history and plans included, replacing what is there.

        Of a shared bank it is a file of its own, of the portfolio, the latest plans and those of baselines as they stand.
        """
        if isinstance(self._kept, Document):
            self._kept.copy_to(path)
            return
        with Document.create(path, self.record, replace=True) as copy:
            latest = [plan for key in (*self.record.scenarios, None) if (plan := self.plan_in(key)) is not None]
            frozen = [self.plan_of(key) for key in {each.plan_id for each in self.record.baselines.values()} - {plan.id for plan in latest}]
            for plan in (*sorted(frozen, key=lambda plan: plan.solved_at), *latest):
                copy.keep_plan(plan)

    def save_as(self, path: Path, *, replace: bool = False) -> Touched:
        """Goes on under another name; the file before stays as it was published last."""
        self._work_on(self._document.save_as(path, replace=replace))
        return Touched()

    def keep_both(self) -> Path:
        """Goes on under a new name beside a file that was changed outside."""
        self._work_on(self._document.keep_both())
        return self.path

    def take_theirs(self) -> Touched:
        """Goes on with the file as it was changed outside; what this one has is kept as a backup."""
        self._work_on(self._document.take_theirs())
        return self._tell(Touched(frozenset(Kind), plan=True))

    def restore(self, backup: Backup) -> Touched:
        """Brings the portfolio back to what a backup holds, as one edit; does nothing where it is the same."""
        with Document.read(backup.path) as source:
            label = f"Restore backup of {backup.at.astimezone():%d %b %Y %H:%M}"
            edit = between(self.record, source.portfolio, label)
            return self._latest(lambda: self._store(edit)) if edit else Touched()

    def close(self, *, publish: bool = True) -> None:
        """Lets go of what is open, and of the listeners; where that fails the workspace stays open."""
        super().close(publish=publish)
        self._listeners = ()

    def _caught_up(self, bank: Bank, read: Callable[[], tuple[Step, ...]], news: News | None = None) -> Touched:
        """Goes on with the steps of others; a plan of the `news` was read with them."""
        before, plans = bank.portfolio, bank.plan_chain
        for step in read():
            self._history = self._history.after(step) if is_own(step) else self._history
        changed = frozenset(kind for kind in Kind if bank.portfolio.of(kind) != before.of(kind))
        new_plan = bank.plan_chain != plans
        if new_plan:
            self._plans.follow(news.scenario if news else "", news.plan if news else None)
        return self._tell(Touched(changed, new_plan)) if changed or new_plan else Touched()

    def _work_on(self, file: Document) -> None:
        self._kept, self._history, self._plans = file, own_history(file.history(), shared=False), Plans(file)

    def _latest(self, change: Callable[[], Touched]) -> Touched:
        """Makes a change on top of all that others have written: whoever comes second decides again on what then stands."""
        while True:
            try:
                return change()
            except BehindError:
                self.refresh()

    def _apply(self, edit: Edit, scenario_id: Id | None) -> Touched:
        """Does an edit where it was made: once others have removed that scenario, it is not one of the plan of record."""
        if self._view.scenario_id != scenario_id:
            raise GoneScenarioError(edit)
        portfolio = self.portfolio
        if findings := brought_by(edit, portfolio, edit.applied_to(portfolio)):
            raise RefusedEdit(edit, findings)
        stored = self._view.stored(self.record, edit if edit.why else replace(edit, why=self.reason))
        return self._take(stored, StepKind.EDIT, None) if stored else Touched()

    def _store(self, edit: Edit) -> Touched:
        """Does an edit of the plan of record, whatever is worked in; an empty one does nothing."""
        if not edit:
            return Touched()
        if findings := brought_by(edit, self.record, edit.applied_to(self.record)):
            raise RefusedEdit(edit, findings)
        return self._take(edit if edit.why else replace(edit, why=self.reason), StepKind.EDIT, None)

    def _undo(self) -> Touched:
        step = self._history.to_undo
        return Touched() if step is None else self._again(self.edit_of(step).inverse(), StepKind.UNDO, step)

    def _redo(self) -> Touched:
        step = self._history.to_redo
        return Touched() if step is None else self._again(self.edit_of(step), StepKind.REDO, step)

    def _again(self, edit: Edit, kind: StepKind, of: Step) -> Touched:
        """Back or forth over a step: what a file takes without question, others may have built upon in a shared bank."""
        if isinstance(self._kept, Bank) and (findings := brought_by(edit, self.record, edit.applied_to(self.record))):
            raise RefusedEdit(edit, findings)
        return self._take(edit, kind, of.number)

    def _keep_plan(self, plan: Plan) -> Touched:
        self._plans.keep(plan)
        return self._tell(Touched(plan=True))

    def _take(self, edit: Edit, kind: StepKind, of: int | None) -> Touched:
        step = self._kept.commit(edit, kind=kind, of=of)
        self._history = self._history.after(step)
        return self._tell(Touched(edit.touched()))

    def _tell(self, touched: Touched) -> Touched:
        if self.scenario is None and self._view.scenario_id is not None:  # it was undone, or removed by others
            self._view.enter(self.record, None)
        for listener in self._listeners:
            listener(touched)
        return touched
