"""Shared banks in the window: opening and making one, watching it, and deciding where somebody else was first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from data.edits import Edit, StaleEditError
from data.entities import Id
from data.errors import PlannerError
from ui.bank.watch import BankWatch, now
from ui.dialogs.bank import OpenBank
from ui.dialogs.stale import Stale
from ui.files.documents import Documents
from ui.jobs import Jobs
from ui.presenters import sharing, stale
from ui.presenters.saving import Words
from ui.session import Session
from ui.surroundings import Surroundings

if TYPE_CHECKING:
    from data.bank.address import Address
    from data.plan import Plan
    from data.portfolio import Portfolio
    from data.steps import Step
    from planner.workspace import Workspace

LOOK_BACK = 30
"""So many of the latest steps are searched for who changed a thing."""


class Sharing(QObject):
    """Does what is asked of shared banks.

    changed  `words` say something else
    done     good news in one sentence
    failed   why something could not be done
    """

    changed = Signal()
    done = Signal(str)
    failed = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, documents: Documents, around: Surroundings, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._jobs, self._documents, self._window = session, jobs, documents, window
        self._formats, self._theme = around.formats, around.theme
        self.watch = BankWatch(session, self)
        self._asked: OpenBank | None = None
        self.watch.changed.connect(self.changed)
        session.stale.connect(self._find_who)

    @property
    def words(self) -> Words | None:
        """The field of the status bar; None where no bank is open."""
        standing = self.watch.standing
        return sharing.words(standing, now(), self._formats) if standing else None

    def ask_for_one(self) -> None:
        """Asks which bank to open."""
        self.ask("")

    def ask(self, place: str) -> OpenBank:
        """Asks for the address of a bank."""
        asked = OpenBank(place, self._window, can_create=self._session.portfolio is not None)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.opened.connect(self._open)
        asked.created.connect(self._create)
        asked.finished.connect(self._forget)
        self._asked = asked
        asked.open()
        return asked

    def open(self, place: str) -> None:
        """Opens a bank that was open before; its password is asked for only where the server wants one."""
        from data.bank.address import Address  # noqa: PLC0415 - the database's libraries are loaded when they are wanted

        try:
            address = Address.of(place)
        except PlannerError as problem:
            self.failed.emit(str(problem))
            return
        workspace = self._session.workspace
        if workspace is not None and workspace.place == str(address):
            self.done.emit(self.tr("{name} is open here already").format(name=sharing.bank_name(place)))
        else:
            self._open(address)

    def _open(self, address: Address) -> None:
        self._begin(partial(_opened, address), address)

    def _create(self, address: Address) -> None:
        workspace = self._session.workspace
        if workspace is not None:
            self._begin(partial(_created, address, workspace.record, workspace.plan_in(None)), address)

    def _begin(self, work: Callable[[], Workspace], address: Address) -> None:
        self._jobs.run("open", work, partial(self._begun, self._asked), partial(self._not_begun, self._asked, address))

    def _begun(self, asked: OpenBank | None, workspace: Workspace) -> None:
        if asked is not self._asked:  # the dialog was closed meanwhile: it is not wanted any more
            workspace.close()
            return
        if asked is not None:
            asked.accept()
        self._documents.show(workspace)

    def _not_begun(self, asked: OpenBank | None, address: Address, problem: Exception) -> None:
        from data.bank.errors import NoBankError, NotLetInError  # noqa: PLC0415

        if not isinstance(problem, PlannerError):
            raise problem
        if asked is not self._asked:
            return
        match problem:
            case NotLetInError():
                (asked or self.ask(str(address))).ask_for_password(str(problem))
            case NoBankError() if asked is not None:
                asked.offer_to_create(str(problem))
            case _ if asked is not None:
                asked.say_wrong(str(problem))
            case _:
                self.failed.emit(str(problem))

    def _forget(self) -> None:
        self._asked = None

    def _find_who(self, problem: StaleEditError) -> None:
        """Looks beside the window who was first; the answer is worth a moment, not a failure."""
        workspace, portfolio = self._session.workspace, self._session.portfolio
        if workspace is None or portfolio is None:
            return
        keys = frozenset(change.id for change in stale.stale(problem.edit, portfolio))
        steps = workspace.steps[-LOOK_BACK:]
        self._jobs.run("who", partial(_who, workspace, steps, keys), partial(self._ask_which, problem.edit), self._not_found)

    def _not_found(self, problem: Exception) -> None:
        raise problem

    def _ask_which(self, edit: Edit, who: dict[Id, str]) -> None:
        portfolio = self._session.portfolio
        if portfolio is None:
            return
        shown = stale.rows(edit, portfolio)
        asked = Stale(
            edit.label,
            stale.says(edit, portfolio, who),
            stale.advice(edit, portfolio),
            shown,
            self._theme.tokens,
            self._window,
            may_take=bool(edit.on_top_of(portfolio)),
        )
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.taken.connect(partial(self._take, edit, shown, who))
        asked.open()

    def _take(self, edit: Edit, shown: tuple[stale.StaleRow, ...], who: dict[Id, str]) -> None:
        """Makes the edit on top of what stands now; where that is not what was shown, it is asked once more."""
        portfolio = self._session.portfolio
        if portfolio is None:
            return
        if stale.rows(edit, portfolio) != shown:
            self._ask_which(edit, who)
        elif self._session.apply(edit.on_top_of(portfolio)):
            self.done.emit(self.tr("Yours is in the shared bank; undo takes it back"))


def _opened(address: Address) -> Workspace:
    from planner.workspace import Workspace  # noqa: PLC0415 - the database's libraries are loaded beside the window

    return Workspace.open_shared(address).read_plans()  # here, not by the window


def _created(address: Address, portfolio: Portfolio, plan: Plan | None) -> Workspace:
    from planner.workspace import Workspace  # noqa: PLC0415

    workspace = Workspace.create_shared(address, portfolio)
    if plan is not None:
        workspace.keep_plan(plan)
    return workspace


def _who(workspace: Workspace, steps: tuple[Step, ...], keys: frozenset[Id]) -> dict[Id, str]:
    """Who changed each of these things last, as far as the log tells and the server answers."""
    found: dict[Id, str] = {}
    try:
        for step in reversed(steps):
            if keys <= found.keys():
                break
            touched = {change.id for change in workspace.edit_of(step).changes}
            found |= dict.fromkeys(touched & keys - found.keys(), step.who)
    except PlannerError:
        return found
    return found
