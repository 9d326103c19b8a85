"""The Workspace: an open file, its portfolio now, its history and whoever wants to know of changes.

The only stateful object of the program. The thread that opened it owns it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from data.database.store import Store
from data.edits import Edit
from data.entities import Id
from data.errors import PlannerError
from data.findings import Finding
from data.plan import Plan
from data.portfolio import Kind, Portfolio
from data.steps import Step, StepKind
from data.validation import brought_by, check
from planner.history import History


class RefusedEdit(PlannerError):  # noqa: N818 - named as StaleEditError is: what became of the edit
    """An edit would break rules; `findings` says which, and nothing has changed."""

    def __init__(self, edit: Edit, findings: tuple[Finding, ...]) -> None:
        more = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
        super().__init__(f"“{edit.label}” was not done: {findings[0]}{more}")
        self.edit = edit
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Touched:
    """What a change touched: kinds of entities, and whether a plan was kept."""

    kinds: frozenset[Kind] = frozenset()
    plan: bool = False


Listener = Callable[[Touched], None]


class Workspace:
    """One open portfolio. What fails raises a `PlannerError` and leaves everything as it was."""

    def __init__(self, file: Store) -> None:
        self._file = file
        self._history = History.of(file.history())
        self._listeners: tuple[Listener, ...] = ()
        self._plan: Plan | None = None
        self._plan_was_read = False

    @classmethod
    def create(cls, path: Path, portfolio: Portfolio, *, replace: bool = False) -> Self:
        """A new file of this portfolio, opened; a path that is taken is refused unless it may be replaced.

        Raises RefusedEdit where the portfolio breaks a rule.
        """
        if findings := check(portfolio):
            raise RefusedEdit(Edit(f"Create {path}", ()), findings)
        return cls(Store.create(path, portfolio, replace=replace))

    @classmethod
    def open(cls, path: Path) -> Self:
        """An existing file, with the history it had when it was closed."""
        return cls(Store.open(path))

    @property
    def path(self) -> Path:
        return self._file.path

    @property
    def portfolio(self) -> Portfolio:
        return self._file.portfolio

    @property
    def digest(self) -> str:
        """The digest of the portfolio as the file holds it."""
        return self._file.digest

    @property
    def steps(self) -> tuple[Step, ...]:
        """The change log, oldest first; `edit_of` gives the changes of a step."""
        return self._file.history()

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
        """The plan kept last, out of date or not."""
        if not self._plan_was_read:
            self._plan, self._plan_was_read = self._file.latest_plan(), True
        return self._plan

    def edit_of(self, step: Step) -> Edit:
        return self._file.edit(step.number)

    def plan_of(self, plan_id: Id) -> Plan:
        """Any plan kept in this file, such as the plan of record."""
        return self._file.plan(plan_id)

    def apply(self, edit: Edit) -> Touched:
        """Does the edit durably and tells the listeners; an empty edit does nothing.

        Raises RefusedEdit where it would bring errors, StaleEditError where it was made for another state.
        """
        if not edit:
            return Touched()
        portfolio = self.portfolio
        if findings := brought_by(edit, portfolio, edit.applied_to(portfolio)):
            raise RefusedEdit(edit, findings)
        return self._take(edit, StepKind.EDIT, None)

    def undo(self) -> Touched:
        """Takes back the latest edit; does nothing where there is none."""
        step = self._history.to_undo
        return Touched() if step is None else self._take(self.edit_of(step).inverse(), StepKind.UNDO, step.number)

    def redo(self) -> Touched:
        """Does again what was undone last; does nothing where there is nothing."""
        step = self._history.to_redo
        return Touched() if step is None else self._take(self.edit_of(step), StepKind.REDO, step.number)

    def keep_plan(self, plan: Plan) -> Touched:
        """Keeps a plan durably as the latest and tells the listeners."""
        self._file.keep_plan(plan)
        self._plan, self._plan_was_read = plan, True
        return self._tell(Touched(plan=True))

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Calls the listener after every change; returns what ends that."""
        self._listeners = (*self._listeners, listener)

        def unsubscribe() -> None:
            self._listeners = tuple(each for each in self._listeners if each is not listener)

        return unsubscribe

    def save_copy(self, path: Path) -> None:
        """Writes a checked copy of the file, history and plans included, replacing what is there."""
        self._file.copy_to(path)

    def close(self) -> None:
        """Lets go of the file; there is nothing left to save."""
        self._listeners = ()
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _take(self, edit: Edit, kind: StepKind, of: int | None) -> Touched:
        step = self._file.commit(edit, kind=kind, of=of)
        self._history = self._history.after(step)
        return self._tell(Touched(edit.touched()))

    def _tell(self, touched: Touched) -> Touched:
        for listener in self._listeners:
            listener(touched)
        return touched
