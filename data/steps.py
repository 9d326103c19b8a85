"""The steps a portfolio has gone through, as its change log tells them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class StepKind(StrEnum):
    """The file's creation, an edit, or an edit taken back or done again."""

    CREATE = "create"
    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the change log without its changes, which `Store.edit` reads when they are wanted.

    `of` is the number of the edit that an undo or a redo is about; `digest` that of the content after the step;
    `hash` covers the whole row and the hash of the row before it.
    """

    number: int
    at: dt.datetime
    who: str
    kind: StepKind
    of: int | None
    label: str
    why: str
    digest: str
    hash: str


@dataclass(frozen=True, slots=True)
class State:
    """How far a change log and the plans kept beside it go: equal states hold the same."""

    log_number: int
    log_hash: str
    plans_hash: str
