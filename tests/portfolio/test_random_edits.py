"""Random edits of random portfolios: whatever is done can be taken back, and the file follows every step."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies import portfolios

from data.edits import between
from data.entities import Entity
from data.portfolio import Kind, Portfolio
from data.validation import check
from planner.actions import entities
from planner.workspace import Workspace


def content(portfolio: Portfolio) -> list[Entity]:
    return list(portfolio.everything())


@given(portfolios(), portfolios())
def test_an_edit_leads_there_and_its_inverse_back(before: Portfolio, after: Portfolio) -> None:
    edit = between(before, after, "There")
    assert content(edit.applied_to(before)) == content(after)
    assert content(edit.inverse().applied_to(after)) == content(before)


@given(portfolios(), st.data())
def test_removing_anything_leaves_a_portfolio_in_order_but_for_amounts(portfolio: Portfolio, data: st.DataObject) -> None:
    kinds = [kind for kind in Kind if kind is not Kind.SETTINGS and portfolio.of(kind)]
    assume(kinds)
    kind = data.draw(st.sampled_from(kinds))
    edit = entities.removed(portfolio, kind, [data.draw(st.sampled_from(list(portfolio.of(kind))))], "Remove")
    after = edit.applied_to(portfolio)
    assert {found.problem for found in check(after)} <= {"is blank, and so are total hours and FTE"}
    assert content(edit.inverse().applied_to(after)) == content(portfolio)


@settings(max_examples=15)
@given(st.lists(portfolios(), min_size=1, max_size=5), st.lists(st.sampled_from(("undo", "redo")), max_size=6))
def test_undo_returns_to_the_first_digest_and_redo_to_the_last(states: list[Portfolio], walk: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder, Workspace.create(Path(folder) / "case.plimsoll", states[0]) as workspace:
        first = workspace.digest
        for state in states[1:]:
            workspace.apply(between(workspace.portfolio, state, "Step"))
        last = workspace.digest
        for step in walk:
            workspace.undo() if step == "undo" else workspace.redo()
        for _ in states:
            workspace.undo()
        assert (workspace.digest, content(workspace.portfolio)) == (first, content(states[0]))
        for _ in states:
            workspace.redo()
        assert (workspace.digest, content(workspace.portfolio)) == (last, content(states[-1]))


@settings(max_examples=10)
@given(portfolios(), portfolios(), st.integers(0, 3))
def test_the_file_holds_what_the_workspace_shows(one: Portfolio, other: Portfolio, undone: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.plimsoll"
        with Workspace.create(path, one) as workspace:
            for state in (other, one, other):
                workspace.apply(between(workspace.portfolio, state, "Step"))
            for _ in range(undone):
                workspace.undo()
            shown = (content(workspace.portfolio), workspace.digest, workspace.undo_label, workspace.redo_label)
        with Workspace.open(path) as reopened:
            assert (content(reopened.portfolio), reopened.digest, reopened.undo_label, reopened.redo_label) == shown
