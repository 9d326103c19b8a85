"""A shared bank gives back what was put into it, the same as a file does."""

from __future__ import annotations

import datetime as dt
import gc
import re
from dataclasses import replace
from pathlib import Path

import builders as b
import pytest
from bank_server import Server
from hypothesis import given, settings
from sqlalchemy.exc import IntegrityError
from strategies import with_scenarios

from data.bank.address import Address
from data.bank.bank import Bank
from data.bank.errors import AlreadyABankError, NoSuchPlanError, UnwritableTextError
from data.database.store import Store
from data.digest import digest
from data.edits import Change, Edit, adding
from data.entities import Id
from data.plan import Plan, PlanStatus, ProjectPlan
from data.portfolio import Kind, Portfolio
from data.steps import StepKind

BOB = b.resource("Bob", "Tester")
ADD_BOB = adding("Add Bob", [BOB])
PLAN = b.plan(
    b.allocation("Check", "Cleo", 2, 10.25),
    b.allocation("Build", "Ann", 1, 16.0),
    projects=(ProjectPlan(Id("Apollo"), True), ProjectPlan(Id("Comet"), False, 2)),
    status=PlanStatus.OPTIMAL,
    value=1234.5678901,
    bound=0.1 + 0.2,
    scenario="What if",
)


@settings(max_examples=12)
@given(with_scenarios())
def test_a_portfolio_comes_back_from_its_bank_as_it_was(server: Server, portfolio: Portfolio) -> None:
    server.run("DROP SCHEMA IF EXISTS plimsoll CASCADE")
    Bank.create(server.address("postgres"), portfolio).close()
    with Bank.open(server.address("postgres")) as opened:
        assert opened.portfolio == portfolio
        assert opened.digest == digest(portfolio)
        for kind in Kind:
            assert list(opened.portfolio.of(kind)) == list(portfolio.of(kind))


def test_a_bank_and_a_file_say_the_same_of_the_same_edits(address: Address, tmp_path: Path) -> None:
    ann = b.small_case().resources[Id("Ann")]
    edits = (
        ADD_BOB.inverse().inverse(),
        Edit("Older", (Change(Kind.RESOURCE, ann.id, ann, replace(ann, level=5)),), "a reason"),
        Edit("Take out", (Change(Kind.RESOURCE, Id("Somebody"), b.resource("Somebody", "Analyst"), None),)),
    )
    start = b.small_case().replacing([(Kind.RESOURCE, BOB.id, None)])
    with Store.create(tmp_path / "case.plimsoll", start) as file, Bank.create(address, start) as bank:
        for edit in edits:
            assert file.commit(edit).digest == bank.commit(edit).digest
        file.keep_plan(PLAN)
        bank.keep_plan(PLAN)
        assert (bank.portfolio, bank.digest, bank.plan_chain) == (file.portfolio, file.digest, file.plan_chain)
        assert bank.latest_plan("What if") == file.latest_plan("What if") == PLAN
    with Bank.open(address) as opened:
        assert (opened.portfolio, opened.digest) == (file.portfolio, file.digest)
        assert [each.label for each in opened.history()] == ["Create Portfolio", "Add Bob", "Older", "Take out"]
        assert opened.edit(3) == edits[1]


def test_a_commit_is_there_without_the_bank_being_closed(address: Address) -> None:
    with Bank.create(address, b.portfolio()) as bank:
        bank.commit(ADD_BOB)
        with Bank.open(address) as other:
            assert (other.portfolio, other.state, other.document_id) == (bank.portfolio, bank.state, bank.document_id)


def test_who_asks_a_bank_that_is_closed_already_leaves_no_connection_behind(address: Address) -> None:
    bank = Bank.create(address, b.small_case())
    bank.close()
    assert not bank.is_behind()
    del bank
    gc.collect()  # a connection that nobody closed warns of itself, which fails a test


def test_a_commit_that_breaks_the_bank_s_own_rules_leaves_it_as_it_was(address: Address) -> None:
    with Bank.create(address, b.portfolio()) as bank:
        first = bank.state
        with pytest.raises(IntegrityError):
            bank.commit(adding("Add half", [BOB, b.demand("Build", "Nowhere")]))
        assert bank.state == first
    with Bank.open(address) as opened:
        assert (opened.portfolio, opened.state) == (b.portfolio(), first)


def test_an_edit_may_put_what_refers_before_what_it_refers_to(address: Address) -> None:
    with Bank.create(address, b.portfolio()) as bank:
        bank.commit(adding("Add both", [b.demand("Build", "Apollo"), b.project("Apollo")]))
        assert set(bank.portfolio.demands) == {"Build"}


def test_the_history_tells_undo_and_redo(address: Address) -> None:
    with Bank.create(address, b.portfolio(name="Works")) as bank:
        step = bank.commit(ADD_BOB)
        bank.commit(ADD_BOB.inverse(), kind=StepKind.UNDO, of=step.number)
        bank.commit(ADD_BOB, kind=StepKind.REDO, of=step.number)
    with Bank.open(address) as opened:
        told = opened.history()
    assert [(each.number, each.kind, each.of) for each in told] == [
        (1, StepKind.CREATE, None),
        (2, StepKind.EDIT, None),
        (3, StepKind.UNDO, 2),
        (4, StepKind.REDO, 2),
    ]
    assert all(each.who and each.at <= dt.datetime.now(dt.UTC) for each in told)
    assert told[0].digest == told[2].digest != told[1].digest == told[3].digest


def test_plans_are_kept_and_the_latest_is_the_one_kept_last(address: Address) -> None:
    with Bank.create(address, b.small_case()) as bank:
        assert bank.latest_plan() is None
        bank.keep_plan(PLAN)
        bank.keep_plan(b.plan(id=Id("plan-0")))
    with Bank.open(address) as opened:
        latest = opened.latest_plan()
        assert isinstance(latest, Plan)
        assert latest.id == "plan-0"
        assert opened.plan(PLAN.id) == PLAN
        with pytest.raises(NoSuchPlanError, match="it holds no plan plan-9"):
            opened.plan(Id("plan-9"))


def test_things_come_back_in_order_of_the_code_points_of_their_ids(address: Address) -> None:
    odd = [replace(BOB, id=Id(each), name=each) for each in ("a", "B", "Z", "ä", "ß", "z", "🚀", "_", "1", "\uffee")]
    with Bank.create(address, b.portfolio(*odd)) as bank, Bank.open(address) as opened:
        assert list(opened.portfolio.resources) == sorted(each.id for each in odd)
        assert opened.digest == bank.digest


def test_a_second_bank_takes_no_other_s_place(address: Address) -> None:
    with Bank.create(address, b.portfolio(BOB)) as first:
        with pytest.raises(AlreadyABankError, match="holds a portfolio already; open that, or name another database"):
            Bank.create(address, b.portfolio())
        assert not first.is_behind()


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (
            adding("Add", [b.resource("Bob", "Tes\0ter")]),
            "the role of resources Bob holds the sign U+0000, which a shared bank cannot keep",
        ),
        (adding("Add", [b.resource("Bob", team="\ud800")]), "the team of resources Bob holds the sign U+D800"),
        (replace(ADD_BOB, why="be\0cause"), "the reason of this step holds the sign U+0000"),
        (replace(ADD_BOB, label="Add\0"), "the name of this step holds the sign U+0000"),
    ],
)
def test_text_that_the_server_cannot_keep_is_told_with_its_place(address: Address, edit: Edit, said: str) -> None:
    with Bank.create(address, b.portfolio()) as bank:
        with pytest.raises(UnwritableTextError, match=re.escape(said)):
            bank.commit(edit)
        assert len(bank.history()) == 1
