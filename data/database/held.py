"""What an open database has in common, in a file or on a server: the content as it was read or written last."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable

from sqlalchemy import Connection

from data.database import content
from data.database.content import Content
from data.edits import Edit
from data.plan import Plan
from data.portfolio import Portfolio
from data.steps import State, Step, StepKind


class Held(ABC):
    """The content of an open database; it changes only when a transaction is durable."""

    def __init__(self, held: Content) -> None:
        self._content = held

    @property
    def portfolio(self) -> Portfolio:
        """As it was when it was last read or written here."""
        return self._content.portfolio

    @property
    def digest(self) -> str:
        """The digest of the portfolio."""
        return self._content.hashes.digest

    @property
    def state(self) -> State:
        """How far its change log and its plans go."""
        return self._content.state

    @property
    def plan_chain(self) -> tuple[str, ...]:
        """The hash of all plans after each plan kept, first that of none."""
        return self._content.plan_chain

    def history(self) -> tuple[Step, ...]:
        """Every step since it was made, oldest first."""
        return self._content.steps

    def commit(self, edit: Edit, *, kind: StepKind = StepKind.EDIT, of: int | None = None) -> Step:
        """Applies the edit in one durable transaction with its row of the change log; all of it or nothing.

        `of` is the number of the edit that an undo or redo is about. Raises StaleEditError where the edit was made for
        another portfolio than the one held here; the rules of data.validation are the caller's to check.
        """
        after = content.edited(self._content, edit)
        self._write(lambda connection: content.write_edit(connection, self._content, after, edit, kind=kind, of=of))
        return self._content.steps[-1]

    def keep_plan(self, plan: Plan) -> None:
        """Keeps a plan beside the portfolio, in one durable transaction."""
        self._write(lambda connection: content.write_plan(connection, self._content, plan))

    @abstractmethod
    def _write(self, write: Callable[[Connection], Content]) -> None:
        """Writes in one transaction, on top of exactly what is held, and then holds what was written."""
