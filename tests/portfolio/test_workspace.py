"""The workspace does edits durably or not at all, undoes and redoes them, and tells whoever listens."""

from __future__ import annotations

from pathlib import Path

import builders as b
import pytest

from data.database import change_log, plan_store
from data.edits import Edit, StaleEditError, adding
from data.entities import Id
from data.portfolio import Kind
from data.steps import StepKind
from planner.workspace import RefusedEdit, Touched, Workspace

ADD_DORA = adding("Add Dora", [b.resource("Dora")])
ADD_EVE = adding("Add Eve", [b.resource("Eve")])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.plimsoll"


def people(workspace: Workspace) -> list[str]:
    return [each.name for each in workspace.portfolio.resources.values()]


def test_an_edit_changes_the_portfolio_and_tells_what_was_touched(path: Path) -> None:
    with Workspace.create(path, b.portfolio()) as workspace:
        heard: list[Touched] = []
        workspace.subscribe(heard.append)
        workspace.apply(ADD_DORA)
        assert people(workspace) == ["Dora"]
        assert heard == [Touched(frozenset({Kind.RESOURCE}))]


def test_a_listener_that_unsubscribed_hears_no_more(path: Path) -> None:
    with Workspace.create(path, b.portfolio()) as workspace:
        heard: list[Touched] = []
        unsubscribe = workspace.subscribe(heard.append)
        unsubscribe()
        workspace.apply(ADD_DORA)
        assert heard == []


def test_a_listener_may_unsubscribe_while_it_is_told(path: Path) -> None:
    with Workspace.create(path, b.portfolio()) as workspace:
        heard: list[Touched] = []
        ends = [workspace.subscribe(lambda _: ends[0]())]
        workspace.subscribe(heard.append)
        workspace.apply(ADD_DORA)
        assert len(heard) == 1


def test_a_listener_finds_the_change_done(path: Path) -> None:
    with Workspace.create(path, b.portfolio()) as workspace:
        seen: list[list[str]] = []
        workspace.subscribe(lambda _: seen.append(people(workspace)))
        workspace.apply(ADD_DORA)
        assert seen == [["Dora"]]


def test_an_empty_edit_is_no_step(path: Path) -> None:
    with Workspace.create(path, b.portfolio()) as workspace:
        heard: list[Touched] = []
        workspace.subscribe(heard.append)
        assert workspace.apply(Edit("Nothing", ())) == Touched()
        assert (heard, workspace.undo_label, len(workspace.steps)) == ([], None, 1)


def test_undo_takes_the_latest_edit_back_and_redo_does_it_again(path: Path) -> None:
    with Workspace.create(path, b.portfolio()) as workspace:
        workspace.apply(ADD_DORA)
        workspace.apply(ADD_EVE)
        workspace.undo()
        assert (people(workspace), workspace.undo_label, workspace.redo_label) == (["Dora"], "Add Dora", "Add Eve")
        workspace.redo()
        assert (people(workspace), workspace.undo_label, workspace.redo_label) == (["Dora", "Eve"], "Add Eve", None)


def test_undo_and_redo_with_nothing_to_do_do_nothing(path: Path) -> None:
    with Workspace.create(path, b.portfolio()) as workspace:
        assert (workspace.undo(), workspace.redo(), len(workspace.steps)) == (Touched(), Touched(), 1)


def test_undo_tells_what_was_touched(path: Path) -> None:
    with Workspace.create(path, b.portfolio()) as workspace:
        workspace.apply(ADD_DORA)
        assert workspace.undo() == Touched(frozenset({Kind.RESOURCE}))


def test_a_new_edit_leaves_nothing_to_redo(path: Path) -> None:
    with Workspace.create(path, b.portfolio()) as workspace:
        workspace.apply(ADD_DORA)
        workspace.undo()
        workspace.apply(ADD_EVE)
        assert workspace.redo_label is None
        workspace.undo()
        assert people(workspace) == []


def test_undo_and_redo_survive_closing_the_file(path: Path) -> None:
    with Workspace.create(path, b.portfolio()) as workspace:
        first = workspace.digest
        workspace.apply(ADD_DORA)
        workspace.apply(ADD_EVE)
        workspace.undo()
    with Workspace.open(path) as reopened:
        assert (reopened.undo_label, reopened.redo_label) == ("Add Dora", "Add Eve")
        reopened.redo()
        assert people(reopened) == ["Dora", "Eve"]
        reopened.undo()
        reopened.undo()
        assert reopened.digest == first


def test_the_log_keeps_what_was_undone(path: Path) -> None:
    with Workspace.create(path, b.portfolio()) as workspace:
        workspace.apply(ADD_DORA)
        workspace.undo()
        workspace.redo()
        assert [(step.kind, step.of) for step in workspace.steps] == [
            (StepKind.CREATE, None),
            (StepKind.EDIT, None),
            (StepKind.UNDO, 2),
            (StepKind.REDO, 2),
        ]
        assert workspace.edit_of(workspace.steps[2]) == ADD_DORA.inverse()


def test_an_edit_that_breaks_a_rule_is_refused_with_its_findings(path: Path) -> None:
    with Workspace.create(path, b.portfolio()) as workspace:
        with pytest.raises(RefusedEdit, match=r"“Add” was not done: Resource Ann, level: is 9; .* \(and 1 more\)") as refused:
            workspace.apply(adding("Add", [b.resource("Ann", level=9, overtime=-1.0)]))
        assert [found.place for found in refused.value.findings] == ["Resource Ann, level", "Resource Ann, overtime"]
        assert (people(workspace), len(workspace.steps)) == ([], 1)


def test_a_file_is_not_made_of_a_portfolio_that_breaks_a_rule(path: Path) -> None:
    with pytest.raises(RefusedEdit, match="was not done: Resource Ann, level: is 9"):
        Workspace.create(path, b.portfolio(b.resource("Ann", level=9)))
    assert not path.exists()


def test_an_edit_made_for_another_state_is_refused(path: Path) -> None:
    with Workspace.create(path, b.portfolio()) as workspace:
        workspace.apply(ADD_DORA)
        with pytest.raises(StaleEditError):
            workspace.apply(ADD_DORA)
        assert len(workspace.steps) == 2


class UnpluggedError(Exception):
    """Stands for whatever may go wrong in the middle of a write."""


def _fail(*_: object, **__: object) -> None:
    raise UnpluggedError


def test_a_write_that_fails_changes_nothing_and_tells_nobody(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Workspace.create(path, b.portfolio()) as workspace:
        workspace.apply(ADD_DORA)
        heard: list[Touched] = []
        workspace.subscribe(heard.append)
        before = (workspace.portfolio, workspace.digest, workspace.steps, workspace.undo_label)
        with monkeypatch.context() as broken:
            broken.setattr(change_log, "append", _fail)  # the rows are written by then, the log is not
            with pytest.raises(UnpluggedError):
                workspace.apply(ADD_EVE)
        assert (workspace.portfolio, workspace.digest, workspace.steps, workspace.undo_label) == before
        assert heard == []
        workspace.apply(ADD_EVE)
        assert people(workspace) == ["Dora", "Eve"]
    with Workspace.open(path) as reopened:
        assert people(reopened) == ["Dora", "Eve"]


def test_an_undo_that_fails_can_be_tried_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Workspace.create(path, b.portfolio()) as workspace:
        workspace.apply(ADD_DORA)
        with monkeypatch.context() as broken:
            broken.setattr(change_log, "append", _fail)
            with pytest.raises(UnpluggedError):
                workspace.undo()
        assert workspace.undo_label == "Add Dora"
        workspace.undo()
        assert people(workspace) == []


def test_a_plan_is_kept_and_told_and_read_again(path: Path) -> None:
    plan = b.plan(b.allocation("Build", "Ann", 1, 16.0))
    with Workspace.create(path, b.small_case()) as workspace:
        assert workspace.plan is None
        heard: list[Touched] = []
        workspace.subscribe(heard.append)
        workspace.keep_plan(plan)
        assert (workspace.plan, heard) == (plan, [Touched(plan=True)])
    with Workspace.open(path) as reopened:
        assert reopened.plan == plan
        assert reopened.plan_of(Id("plan-1")) == plan


def test_a_plan_that_cannot_be_kept_is_not_the_plan(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Workspace.create(path, b.small_case()) as workspace:
        monkeypatch.setattr(plan_store, "keep", _fail)
        with pytest.raises(UnpluggedError):
            workspace.keep_plan(b.plan())
        assert workspace.plan is None


def test_a_copy_can_be_saved_over_an_older_file_and_opened(path: Path) -> None:
    copy = path.with_name("copy.plimsoll")
    copy.write_bytes(b"old")
    with Workspace.create(path, b.small_case()) as workspace:
        workspace.apply(ADD_DORA)
        workspace.save_copy(copy)
    with Workspace.open(copy) as opened:
        assert (people(opened)[-1], opened.undo_label) == ("Somebody", "Add Dora")


def test_a_copy_that_fails_leaves_the_older_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = path.with_name("copy.plimsoll")
    copy.write_bytes(b"old")

    def half_way(_: object, to: Path) -> None:
        to.write_bytes(b"half")
        raise UnpluggedError

    with Workspace.create(path, b.small_case()) as workspace:
        monkeypatch.setattr("data.document.publishing.snapshot", half_way)
        with pytest.raises(UnpluggedError):
            workspace.save_copy(copy)
    assert copy.read_bytes() == b"old"
    assert sorted(each.name for each in path.parent.iterdir()) == ["case.plimsoll", "copy.plimsoll"]
