"""The Workspace: an open file or shared bank, its portfolio now, its history and whoever wants to know of changes.

The only stateful object of the program. The thread that opened it owns it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from data.bank.address import Address
from data.bank.bank import Bank, News
from data.bank.errors import BehindError
from data.document.access import ReadOnly
from data.document.backups import Backup
from data.document.document import Document
from data.document.publishing import Publication, Published
from data.document.recovery import OnLeftover
from data.edits import Edit, between
from data.entities import Id
from data.errors import PlannerError
from data.findings import Finding
from data.plan import KeptPlan, Plan
from data.portfolio import Kind, Portfolio
from data.steps import Step, StepKind
from data.validation import brought_by, check
from planner.history import History, is_own
from planner.latest_plans import LatestPlans
from planner.rewinding import restoring


class RefusedEdit(PlannerError):  # noqa: N818 - named as StaleEditError is: what became of the edit
    """An edit would break rules; `findings` says which, and nothing has changed."""

    def __init__(self, edit: Edit, findings: tuple[Finding, ...]) -> None:
        more = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
        super().__init__(f"“{edit.label}” was not done: {findings[0]}{more}")
        self.edit = edit
        self.findings = findings


class NoFileError(PlannerError):
    """Something was asked of a shared bank that only a file can do."""

    def __init__(self, address: Address) -> None:
        super().__init__(f"{address}: this is a shared bank, not a file; save a copy of it to have one")


@dataclass(frozen=True, slots=True)
class Touched:
    """What a change touched: kinds of entities, and whether a plan was kept."""

    kinds: frozenset[Kind] = frozenset()
    plan: bool = False


Listener = Callable[[Touched], None]


class Workspace:
    """One open portfolio. What fails raises a `PlannerError` and leaves everything as it was."""

    def __init__(self, kept: Document | Bank) -> None:
        self._listeners: tuple[Listener, ...] = ()
        self._kept, self._history, self._plans = kept, _own_history(kept), LatestPlans(kept)
        self.reason = ""
        """What the log says of every edit from now on that says nothing itself."""

    @classmethod
    def create(cls, path: Path, portfolio: Portfolio, *, replace: bool = False) -> Self:
        """A new file of this portfolio, opened; a path that is taken is refused unless it may be replaced.

        Raises RefusedEdit where the portfolio breaks a rule.
        """
        if findings := check(portfolio):
            raise RefusedEdit(Edit(f"Create {path}", ()), findings)
        return cls(Document.create(path, portfolio, replace=replace))

    @classmethod
    def open(cls, path: Path, *, on_leftover: OnLeftover = OnLeftover.ASK) -> Self:
        """An existing file, with the history it had when it was closed.

        Read-only where it is open elsewhere, newer, or may not be written. Raises UnsavedWorkError where a crash left work
        that is not in the file, and nothing is said about it.
        """
        return cls(Document.open(path, on_leftover=on_leftover))

    @classmethod
    def read(cls, path: Path) -> Self:
        """A file as it stands, read-only, whoever has it open."""
        return cls(Document.read(path))

    @classmethod
    def create_shared(cls, address: Address, portfolio: Portfolio) -> Self:
        """A new shared bank of this portfolio in a database that holds none, opened. Raises RefusedEdit, BankError."""
        if findings := check(portfolio):
            raise RefusedEdit(Edit(f"Create {address}", ()), findings)
        return cls(Bank.create(address, portfolio))

    @classmethod
    def open_shared(cls, address: Address) -> Self:
        """A shared bank, whose edits several people make at once. Raises BankError."""
        return cls(Bank.open(address))

    @property
    def path(self) -> Path:
        """The user's file; NoFileError where this is a shared bank."""
        return self._document.path

    @property
    def address(self) -> Address | None:
        """Where the shared bank is; None where this is a file."""
        return self._kept.address if isinstance(self._kept, Bank) else None

    @property
    def title(self) -> str:
        """What a window calls it."""
        return f"{self._kept.address.url.database}" if isinstance(self._kept, Bank) else self._kept.path.stem

    @property
    def place(self) -> str:
        """Where it is, to be shown and to be opened again: a path, or an address without its password."""
        return str(self._kept.address if isinstance(self._kept, Bank) else self._kept.path)

    @property
    def read_only(self) -> ReadOnly | None:
        """Why nothing can be changed here; None where it can."""
        return self._kept.read_only if isinstance(self._kept, Document) else None

    @property
    def unpublished(self) -> bool:
        """Whether the user's file lacks something that is safe in the working copy."""
        return isinstance(self._kept, Document) and self._kept.unpublished

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the user should know of the file itself."""
        return self._kept.remarks if isinstance(self._kept, Document) else ()

    @property
    def portfolio(self) -> Portfolio:
        return self._kept.portfolio

    @property
    def digest(self) -> str:
        """The digest of the portfolio as the file holds it."""
        return self._kept.digest

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
        """The plan kept last, out of date or not."""
        return self._plans.latest

    @property
    def plan_of_record(self) -> Plan | None:
        """The plan in force, else the one kept last."""
        key = self.portfolio.settings.plan_of_record_id
        plan = self.plan
        return plan if key is None or (plan is not None and plan.id == key) else self.plan_of(key)

    @property
    def plan_before(self) -> Plan | None:
        """What the plan is measured against: the plan in force where that is another, else the one kept before it; None where there is none."""
        return self._plans.before(self.portfolio.settings.plan_of_record_id)

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
        return self._latest(lambda: self._apply(edit)) if edit else Touched()

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
        return self._kept.news() if isinstance(self._kept, Bank) else None

    def take_in(self, news: News) -> Touched:
        """Takes in news that were read in another thread, without asking the server; does nothing where they are old."""
        if not isinstance(self._kept, Bank):
            return Touched()
        return self._caught_up(self._kept, partial(self._kept.take, news), news.plan)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Calls the listener after every change; returns what ends that."""
        self._listeners = (*self._listeners, listener)

        def unsubscribe() -> None:
            self._listeners = tuple(each for each in self._listeners if each is not listener)

        return unsubscribe

    def publication(self, *, asked: bool = False) -> Publication | None:
        """What a worker needs to bring the file up to date; None where it is. The file itself is looked at where the user `asked`."""
        return self._kept.publication(asked=asked) if isinstance(self._kept, Document) else None

    def take(self, published: Published) -> None:
        """Takes in what a publication came to."""
        self._document.take(published)

    def publish(self) -> Published | None:
        """Brings the file up to date in this thread; None where it is.

        Raises NotPublishedError, ChangedElsewhereError or GoneError; the file is then as it was and no edit is lost.
        """
        return self._kept.publish() if isinstance(self._kept, Document) else None

    def save_copy(self, path: Path) -> None:
        """Writes a checked copy of the file, history and plans included, replacing what is there.

        Of a shared bank it is a file of its own, of the portfolio and the latest plan as they stand.
        """
        if isinstance(self._kept, Document):
            self._kept.copy_to(path)
            return
        with Document.create(path, self.portfolio, replace=True) as copy:
            if self.plan is not None:
                copy.keep_plan(self.plan)

    def save_as(self, path: Path, *, replace: bool = False) -> Touched:
        """Goes on under another name; the file before stays as it was published last."""
        self._work_on(self._document.save_as(path, replace=replace))
        return Touched()

    def replace_theirs(self) -> Path:
        """Publishes over a file that was changed outside, and answers where a copy of that is kept."""
        return self._document.replace_theirs()

    def write_again(self) -> None:
        """Publishes to the place from which the file was moved away."""
        self._document.write_again()

    def keep_both(self) -> Path:
        """Goes on under a new name beside a file that was changed outside."""
        self._work_on(self._document.keep_both())
        return self.path

    def take_theirs(self) -> Touched:
        """Goes on with the file as it was changed outside; what this one has is kept as a backup."""
        self._work_on(self._document.take_theirs())
        return self._tell(Touched(frozenset(Kind), plan=True))

    def backups(self) -> tuple[Backup, ...]:
        """The backups of this document, newest first; those of a shared bank are its server's."""
        return self._kept.backups() if isinstance(self._kept, Document) else ()

    def restore(self, backup: Backup) -> Touched:
        """Brings the portfolio back to what a backup holds, as one edit; does nothing where it is the same."""
        with Document.read(backup.path) as source:
            label = f"Restore backup of {backup.at.astimezone():%d %b %Y %H:%M}"
            return self.apply(between(self.portfolio, source.portfolio, label))

    def close(self, *, publish: bool = True) -> None:
        """Publishes what the file lacks and lets go of it. Where that fails the workspace stays open.

        Without publishing, the working copy is kept, and offered when the file is opened next.
        """
        if isinstance(self._kept, Document):
            self._kept.close(publish=publish)
        else:
            self._kept.close()
        self._listeners = ()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None) -> None:
        self.close(publish=kind is None)

    @property
    def _document(self) -> Document:
        if isinstance(self._kept, Bank):
            raise NoFileError(self._kept.address)
        return self._kept

    def _caught_up(self, bank: Bank, read: Callable[[], tuple[Step, ...]], plan: Plan | None = None) -> Touched:
        """Goes on with the steps of others; `plan` is the latest where it was read with them."""
        before, plans = bank.portfolio, bank.plan_chain
        for step in read():
            self._history = self._history.after(step) if is_own(step) else self._history
        changed = frozenset(kind for kind in Kind if bank.portfolio.of(kind) != before.of(kind))
        new_plan = bank.plan_chain != plans
        if new_plan:
            self._plans.follow(plan)
        return self._tell(Touched(changed, new_plan)) if changed or new_plan else Touched()

    def _work_on(self, file: Document) -> None:
        self._kept, self._history, self._plans = file, _own_history(file), LatestPlans(file)

    def _latest(self, change: Callable[[], Touched]) -> Touched:
        """Makes a change on top of all that others have written: whoever comes second decides again on what then stands."""
        while True:
            try:
                return change()
            except BehindError:
                self.refresh()

    def _apply(self, edit: Edit) -> Touched:
        portfolio = self.portfolio
        if findings := brought_by(edit, portfolio, edit.applied_to(portfolio)):
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
        if isinstance(self._kept, Bank) and (findings := brought_by(edit, self.portfolio, edit.applied_to(self.portfolio))):
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
        for listener in self._listeners:
            listener(touched)
        return touched


def _own_history(kept: Document | Bank) -> History:
    """What this account may take back: in a file every edit, in a shared bank its own."""
    steps = kept.history()
    return History.of(steps if isinstance(kept, Document) else filter(is_own, steps))
