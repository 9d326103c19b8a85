"""Back to a point of the history: the edit that turns a portfolio of today into that of then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from data.edits import Change, Edit, between
from data.entities import Entity, Id, ScenarioChange
from data.portfolio import WHAT_IF_KINDS, Kind, Portfolio


def restoring(portfolio: Portfolio, since: Sequence[Edit], label: str) -> Edit:
    """The edit that leads back over the edits made `since`, oldest first; empty where nothing of them is left.

    What was changed and changed back is no part of it. Scenarios of today stay as they are, since it is the plan of record that
    goes back; those removed since come back. So do baselines and studies.
    """
    back = between(portfolio, rewound(portfolio, since), label)
    return replace(back, changes=tuple(each for each in back.changes if each.kind not in WHAT_IF_KINDS or _comes_back(each, portfolio)))


def _comes_back(change: Change, portfolio: Portfolio) -> bool:
    """Whether a change brings back a scenario, with what it changed, a baseline or a study that is there no more."""
    if isinstance(change.after, ScenarioChange):
        return change.after.scenario_id not in portfolio.scenarios
    return change.after is not None and change.id not in portfolio.of(change.kind)


def rewound(portfolio: Portfolio, since: Sequence[Edit]) -> Portfolio:
    """The portfolio before the edits made `since`, oldest first, of which it is the outcome.

    Of each thing the first change alone tells what it was, so that ten thousand edits make one new portfolio and not as many.
    """
    was: dict[tuple[Kind, Id], Entity | None] = {}
    for edit in since:
        for change in edit.changes:
            was.setdefault((change.kind, change.id), change.before)
    return portfolio.replacing([(kind, key, entity) for (kind, key), entity in was.items()])
