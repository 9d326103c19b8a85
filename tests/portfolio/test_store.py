"""A portfolio file gives back what was put into it, and what was committed is there when it is opened again."""

from __future__ import annotations

import datetime as dt
import tempfile
from dataclasses import replace
from pathlib import Path

import builders as b
import pytest
from hypothesis import given, settings
from sqlalchemy.exc import IntegrityError
from strategies import with_scenarios

from data.database.store import Store
from data.digest import digest
from data.edits import Change, Edit, StaleEditError, adding
from data.entities import Id
from data.file_errors import AlreadyThereError, ChangedElsewhereError, NoFolderError, UnknownPlanError
from data.plan import Plan, PlanStatus, ProjectPlan
from data.portfolio import Kind, Portfolio
from data.steps import StepKind

BOB = b.resource("Bob", "Tester")
ADD_BOB = adding("Add Bob", [BOB])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.plimsoll"


@settings(max_examples=25)
@given(with_scenarios())
def test_a_portfolio_comes_back_from_its_file_as_it_was(portfolio: Portfolio) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Store.create(Path(folder) / "case.plimsoll", portfolio).close()
        with Store.open(Path(folder) / "case.plimsoll") as opened:
            assert opened.portfolio == portfolio
            assert opened.digest == digest(portfolio)


def test_a_commit_is_there_when_the_file_is_opened_again(path: Path) -> None:
    with Store.create(path, b.portfolio(b.resource("Ann"))) as file:
        file.commit(ADD_BOB)
    with Store.open(path) as opened:
        assert [each.name for each in opened.portfolio.resources.values()] == ["Ann", "Bob"]


def test_a_commit_is_there_without_the_file_being_closed(path: Path) -> None:
    with Store.create(path, b.portfolio()) as file:
        file.commit(ADD_BOB)
        with Store.open(path) as other:
            assert other.portfolio == file.portfolio


def test_a_thing_may_be_added_changed_and_removed_in_one_edit(path: Path) -> None:
    ann, cleo = b.resource("Ann"), b.resource("Cleo")
    older = replace(ann, level=4)
    edit = Edit(
        "Change all",
        (Change(Kind.RESOURCE, ann.id, ann, older), Change(Kind.RESOURCE, BOB.id, None, BOB), Change(Kind.RESOURCE, cleo.id, cleo, None)),
    )
    with Store.create(path, b.portfolio(ann, cleo)) as file:
        file.commit(edit)
    with Store.open(path) as opened:
        assert list(opened.portfolio.resources.values()) == [older, BOB]


def test_an_edit_may_put_what_refers_before_what_it_refers_to(path: Path) -> None:
    with Store.create(path, b.portfolio()) as file:
        file.commit(adding("Add both", [b.demand("Build", "Apollo"), b.project("Apollo")]))
        assert set(file.portfolio.demands) == {"Build"}


def test_an_edit_for_another_state_is_refused_and_changes_nothing(path: Path) -> None:
    with Store.create(path, b.portfolio(BOB)) as file:
        before = path.read_bytes()
        with pytest.raises(StaleEditError, match="“Add Bob” cannot be applied: resources Bob has changed since"):
            file.commit(ADD_BOB)
        assert path.read_bytes() == before


def test_a_commit_that_breaks_the_file_s_own_rules_leaves_it_as_it_was(path: Path) -> None:
    with Store.create(path, b.portfolio()) as file:
        first = file.digest
        with pytest.raises(IntegrityError):
            file.commit(adding("Add half", [BOB, b.demand("Build", "Nowhere")]))
        assert (file.digest, len(file.history())) == (first, 1)
    with Store.open(path) as opened:
        assert opened.portfolio == b.portfolio()


def test_what_another_window_wrote_is_not_overwritten(path: Path) -> None:
    with Store.create(path, b.portfolio()) as one, Store.open(path) as other:
        other.commit(ADD_BOB)
        with pytest.raises(ChangedElsewhereError, match=r"case\.plimsoll: another window or program has changed this file"):
            one.commit(adding("Add Cleo", [b.resource("Cleo")]))


def test_a_new_file_takes_no_other_s_place_unless_told_to(path: Path) -> None:
    Store.create(path, b.portfolio(BOB)).close()
    with pytest.raises(AlreadyThereError, match="a file of this name is there already"):
        Store.create(path, b.portfolio())
    with Store.create(path, b.portfolio(), replace=True) as file:
        assert not file.portfolio.resources


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoFolderError, match=r"there is no folder .*nowhere; create it or choose another"):
        Store.create(tmp_path / "nowhere" / "case.plimsoll", b.portfolio())


def test_nothing_else_stands_beside_a_closed_file(path: Path) -> None:
    with Store.create(path, b.portfolio()) as file:
        file.commit(ADD_BOB)
    assert [each.name for each in path.parent.iterdir()] == ["case.plimsoll"]


PLAN = b.plan(
    b.allocation("Check", "Cleo", 2, 10.25),
    b.allocation("Build", "Ann", 1, 16.0),
    projects=(ProjectPlan(Id("Apollo"), True), ProjectPlan(Id("Comet"), False, 2)),
    status=PlanStatus.OPTIMAL,
    value=1234.5678901,
    scenario="What if",
)


def test_a_plan_comes_back_as_it_was_kept(path: Path) -> None:
    with Store.create(path, b.small_case()) as file:
        file.keep_plan(PLAN)
    with Store.open(path) as opened:
        assert opened.plan(PLAN.id) == PLAN


def test_the_latest_plan_is_the_one_kept_last(path: Path) -> None:
    with Store.create(path, b.small_case()) as file:
        assert file.latest_plan() is None
        for name in ("plan-2", "plan-1"):
            file.keep_plan(b.plan(id=Id(name)))
        latest = file.latest_plan()
        assert isinstance(latest, Plan)
        assert latest.id == "plan-1"


def test_a_plan_that_is_not_kept_is_told(path: Path) -> None:
    with Store.create(path, b.small_case()) as file, pytest.raises(UnknownPlanError, match="it holds no plan plan-9"):
        file.plan(Id("plan-9"))


def test_keeping_a_plan_is_no_step_of_the_history_and_no_change_of_content(path: Path) -> None:
    with Store.create(path, b.small_case()) as file:
        first = file.digest
        file.keep_plan(PLAN)
        assert (file.digest, len(file.history())) == (first, 1)


def test_the_history_tells_every_step_with_who_and_when(path: Path) -> None:
    with Store.create(path, b.portfolio(name="Works")) as file:
        step = file.commit(ADD_BOB)
        file.commit(ADD_BOB.inverse(), kind=StepKind.UNDO, of=step.number)
        told = file.history()
    assert [(each.number, each.kind, each.of, each.label) for each in told] == [
        (1, StepKind.CREATE, None, "Create Works"),
        (2, StepKind.EDIT, None, "Add Bob"),
        (3, StepKind.UNDO, 2, "Add Bob"),
    ]
    assert all(each.who and each.at <= dt.datetime.now(dt.UTC) for each in told)
    assert told[0].digest == told[2].digest != told[1].digest


def test_an_edit_is_read_back_from_the_history_with_its_reason(path: Path) -> None:
    edit = replace(ADD_BOB, why="Somebody must test")
    with Store.create(path, b.portfolio()) as file:
        file.commit(edit)
    with Store.open(path) as opened:
        assert opened.edit(2) == edit


def test_two_files_are_two_documents(path: Path) -> None:
    with Store.create(path, b.portfolio()) as one, Store.create(path.with_name("b.plimsoll"), b.portfolio()) as other:
        assert one.document_id != other.document_id
