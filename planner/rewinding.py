"""Back to a point of the history: the edit that turns a portfolio of today into that of then."""

from __future__ import annotations

from collections.abc import Sequence

from data.edits import Edit, between
from data.entities import Entity, Id
from data.portfolio import Kind, Portfolio


def restoring(portfolio: Portfolio, since: Sequence[Edit], label: str) -> Edit:
    """The edit that leads back over the edits made `since`, oldest first; empty where nothing of them is left.

    What was changed and changed back is no part of it.
    """
    return between(portfolio, rewound(portfolio, since), label)


def rewound(portfolio: Portfolio, since: Sequence[Edit]) -> Portfolio:
    """The portfolio before the edits made `since`, oldest first, of which it is the outcome.

    Of each thing the first change alone tells what it was, so that ten thousand edits make one new portfolio and not as many.
    """
    was: dict[tuple[Kind, Id], Entity | None] = {}
    for edit in since:
        for change in edit.changes:
            was.setdefault((change.kind, change.id), change.before)
    return portfolio.replacing([(kind, key, entity) for (kind, key), entity in was.items()])
