"""Back to a point of the log: worked out beside the window, shown, and done as one edit once the user agrees."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from data.edits import Edit
from data.entities import new_id
from data.errors import PlannerError
from data.plan import Plan
from data.portfolio import Portfolio
from ui.dialogs.restore_point import RestorePoint
from ui.presenters import log
from ui.presenters.changes import ChangeLine, lines
from ui.presenters.formats import Formats
from ui.presenters.log import LogRow
from ui.session import Session
from ui.tokens import Tokens

if TYPE_CHECKING:
    from planner.workspace import Touched, Workspace


@dataclass(frozen=True, slots=True)
class Found:
    """What going back means: the edit, what it changes line by line, and the plan that comes back with it."""

    edit: Edit
    changes: list[ChangeLine]
    plan: Plan | None


class GoingBack(QObject):
    """Asks before anything is changed.

    done    good news in one sentence
    failed  why it could not be done
    errand  something that needs the workspace whole, to be called once nobody writes its file
    """

    done = Signal(str)
    failed = Signal(str)
    errand = Signal(object)

    def __init__(self, session: Session, formats: Formats, tokens: Tokens, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._formats, self._tokens, self._page = session, formats, tokens, page
        self._found: Found | None = None
        self._dialog: RestorePoint | None = None

    def show_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def ask(self, row: LogRow) -> None:
        """Shows what going back to a row of the log would change."""
        work = partial(_found, row=row, formats=self._formats)
        self.errand.emit(lambda: self._session.lend(work, self._show, self._tell))

    def _show(self, found: Found) -> None:
        workspace = self._session.workspace
        if workspace is None or (not found.edit and found.plan is None):
            self.done.emit(self.tr("The portfolio is what it was then: there is nothing to restore"))
            return
        self._found = found
        plan = log.plan_in_words(found.plan, self._formats) if found.plan else ""
        self._dialog = RestorePoint(found.edit.label, found.changes, plan, workspace.reason, self._tokens, self._page.window())
        self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog.accepted.connect(self._restore)
        self._dialog.open()

    def _restore(self) -> None:
        if self._found is not None and self._dialog is not None:
            edit = replace(self._found.edit, why=self._dialog.reason.text().strip())
            self.errand.emit(partial(self._go_back, edit))

    def _go_back(self, edit: Edit) -> None:
        """Makes the edit in the plan of record, which is what goes back."""
        workspace = self._session.workspace
        if workspace is None:
            return
        if workspace.scenario is not None:
            self._session.enter(None)
        if not edit:
            self._bring_back_plan()
        elif workspace.address:  # others may have been first, which the session knows how to tell
            if self._session.apply(edit):
                self._bring_back_plan()
        else:
            self._session.lend(partial(_applied, edit=edit), self._bring_back_plan, self._tell)

    def _bring_back_plan(self, _touched: Touched | None = None) -> None:
        """Keeps the plan of then again, as the latest."""
        found, self._found = self._found, None
        if found is not None and found.plan is not None:
            self._session.keep_solved(replace(found.plan, id=new_id()), (), partial(self._tell_done, found))
        elif found is not None:
            self._tell_done(found)

    def _tell_done(self, found: Found) -> None:
        if found.edit:
            self.done.emit(self.tr("The portfolio is what it was then. Ctrl+Z brings back what it was before."))
        else:
            self.done.emit(self.tr("The plan of then is the latest again"))

    def _tell(self, problem: Exception) -> None:
        if not isinstance(problem, PlannerError):
            raise problem
        self.failed.emit(str(problem))


def _found(workspace: Workspace, *, row: LogRow, formats: Formats) -> Found:
    portfolio, edit = workspace.record, workspace.restoring(row.step, log.restore_label(row, formats))
    then = edit.applied_to(portfolio)
    return Found(edit, lines(edit, portfolio, then, formats), _plan_then(workspace, row, then))


def _plan_then(workspace: Workspace, row: LogRow, then: Portfolio) -> Plan | None:
    """The plan that comes back: the one of the row, or of the point where it was made for what stands then; None where it is there."""
    from planner.plans import is_current  # noqa: PLC0415 - numpy, when it is first needed

    there = workspace.plan_in(None)
    if row.plan_id is None or there is None or there.id == row.plan_id:
        return None
    plan = workspace.plan_of(row.plan_id)
    if replace(plan, id=there.id) == there:  # it was brought back before
        return None
    return plan if row.brings_plan or is_current(plan, then) else None


def _applied(workspace: Workspace, *, edit: Edit) -> Touched:
    return workspace.apply(edit)
