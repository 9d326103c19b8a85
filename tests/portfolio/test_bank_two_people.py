"""Two people at one bank: nothing of either is lost, and whoever is late is told what the other did."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import replace

import bank_client
import builders as b
import pytest
from bank_server import Server
from sqlalchemy import event

from data.bank import connection
from data.bank.address import Address
from data.bank.bank import Bank
from data.bank.errors import BehindError, BusyError, LostConnectionError, ReplacedBankError
from data.edits import Change, Edit, StaleEditError, adding
from data.entities import Id
from data.portfolio import Kind, Portfolio
from data.steps import StepKind

ANN = b.resource("Ann", hours_per_week=40.0)
ADD_BOB = adding("Add Bob", [b.resource("Bob")])
ADD_CLEO = adding("Add Cleo", [b.resource("Cleo")])

Two = tuple[Bank, Bank]


def changing(before: object, **fields: object) -> Edit:
    """The edit of one resource."""
    after = replace(before, **fields)  # type: ignore[type-var]
    return Edit("Change", (Change(Kind.RESOURCE, before.id, before, after),))  # type: ignore[attr-defined]


@pytest.fixture
def two(address: Address) -> Iterator[Two]:
    """The same bank, opened by two."""
    with ExitStack() as stack:
        one = stack.enter_context(Bank.create(address, b.portfolio(ANN)))
        yield one, stack.enter_context(Bank.open(address))


def test_who_is_late_writes_nothing_and_is_told(two: Two) -> None:
    one, other = two
    one.commit(ADD_BOB)
    state = other.state
    with pytest.raises(BehindError, match="somebody else has changed the portfolio meanwhile; look at it again"):
        other.commit(ADD_CLEO)
    assert (other.state, one.is_behind(), other.is_behind()) == (state, False, True)


def test_edits_of_different_things_are_both_kept(two: Two, address: Address) -> None:
    one, other = two
    one.commit(ADD_BOB)
    assert [step.label for step in other.catch_up()] == ["Add Bob"]
    other.commit(ADD_CLEO)
    assert [step.label for step in one.catch_up()] == ["Add Cleo"]
    assert one.portfolio == other.portfolio
    with Bank.open(address) as opened:
        assert (list(opened.portfolio.resources), opened.digest) == (["Ann", "Bob", "Cleo"], one.digest)


def test_edits_of_one_thing_are_told_with_both_values(two: Two) -> None:
    one, other = two
    mine = changing(ANN, hours_per_week=32.0)
    one.commit(changing(ANN, hours_per_week=36.0, team="Edge"))
    with pytest.raises(BehindError):
        other.commit(mine)
    other.catch_up()
    with pytest.raises(
        StaleEditError, match="Ann has changed since: team: was nothing, theirs Edge; hours per week: was 40, yours 32, theirs 36"
    ):
        other.commit(mine)
    other.commit(mine.on_top_of(other.portfolio))
    assert other.portfolio.resources[ANN.id] == replace(ANN, hours_per_week=32.0, team="Edge")


def test_a_thing_that_the_other_removed_is_told(two: Two) -> None:
    one, other = two
    one.commit(adding("", [ANN]).inverse())
    other.catch_up()
    with pytest.raises(StaleEditError, match="resources Ann has changed since: it was removed; level: was 3, yours 5"):
        other.commit(changing(ANN, level=5))


def test_catching_up_takes_every_step_with_its_kind_and_the_plans(two: Two) -> None:
    one, other = two
    step = one.commit(ADD_BOB)
    one.commit(ADD_BOB.inverse(), kind=StepKind.UNDO, of=step.number)
    one.commit(ADD_BOB, kind=StepKind.REDO, of=step.number)
    one.keep_plan(b.plan(id=Id("plan-1")))
    taken = other.catch_up()
    assert [(each.kind, each.of) for each in taken] == [(StepKind.EDIT, None), (StepKind.UNDO, 2), (StepKind.REDO, 2)]
    assert (other.state, other.portfolio, other.digest, other.history()) == (one.state, one.portfolio, one.digest, one.history())
    assert other.plan_chain == one.plan_chain
    assert other.latest_plan() == one.latest_plan()
    assert other.catch_up() == ()


def test_a_plan_kept_by_another_is_caught_up_with_before_mine_is_kept(two: Two, address: Address) -> None:
    one, other = two
    one.keep_plan(b.plan(id=Id("plan-1")))
    assert other.is_behind()
    with pytest.raises(BehindError):
        other.keep_plan(b.plan(id=Id("plan-2")))
    assert other.catch_up() == ()
    other.keep_plan(b.plan(id=Id("plan-2")))
    with Bank.open(address) as opened:
        assert opened.plan_chain == other.plan_chain
        assert [opened.plan(Id(each)).id for each in ("plan-1", "plan-2")] == ["plan-1", "plan-2"]


def test_a_bank_put_back_to_an_earlier_state_is_told(two: Two, address: Address, server: Server) -> None:
    one, other = two
    one.commit(ADD_BOB)
    other.catch_up()
    server.run("DROP SCHEMA plimsoll CASCADE", database=str(address.url.database))
    Bank.create(address, b.portfolio(ANN)).close()
    assert other.is_behind()
    with pytest.raises(ReplacedBankError, match="put back to an earlier state since it was opened here; close it and open it again"):
        other.catch_up()


def test_another_thread_may_ask_whether_it_is_behind_while_this_one_works(two: Two) -> None:
    one, other = two
    answers: list[bool] = []
    done = threading.Event()

    def watch() -> None:
        while not done.is_set():
            answers.append(other.is_behind())

    watcher = threading.Thread(target=watch)
    watcher.start()
    for number in range(30):
        one.commit(adding("Add", [b.resource(f"R{number}")]))
        other.catch_up()
    done.set()
    watcher.join()
    assert len(answers) > 5
    assert not other.is_behind()


def test_a_writer_that_holds_the_lock_is_waited_for_no_longer_than_said(
    address: Address, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert dict(connection.SETTINGS)["lock_timeout"] == "2s"
    monkeypatch.setattr(connection, "SETTINGS", tuple((dict(connection.SETTINGS) | {"lock_timeout": "100ms"}).items()))
    with Bank.create(address, b.portfolio(ANN)) as bank:
        with closing(server.connect(str(address.url.database))) as holder, holder.transaction():
            holder.execute("SELECT 1 FROM plimsoll.document FOR UPDATE")
            with pytest.raises(BusyError, match="somebody else is writing; nothing of this step was kept"):
                bank.commit(ADD_BOB)
        bank.commit(ADD_BOB)


def program(address: Address, *words: str, stdin: int | None = None) -> subprocess.Popen[str]:
    place = {"BANK_ADDRESS": address.url.render_as_string(hide_password=False)}
    command = [sys.executable, bank_client.__file__, *words]
    return subprocess.Popen(command, stdin=stdin, stdout=subprocess.PIPE, text=True, env=os.environ | place)


def test_a_program_killed_in_the_middle_of_writing_holds_nobody_up(two: Two, address: Address) -> None:
    one, _ = two
    holder = program(address, "hold")
    assert holder.stdout is not None
    with holder.stdout as said:
        assert said.readline() == "held\n"
        holder.send_signal(signal.SIGKILL)
        started = time.monotonic()
        one.commit(ADD_BOB)
        assert time.monotonic() - started < 1
    holder.wait()


def value_after_kill(address: Address, moment: float) -> tuple[float, float]:
    """The value acknowledged last to a program that was killed a moment after its first edit, and the one that the bank holds."""
    worker = program(address, "go_on")
    assert worker.stdout is not None
    with worker.stdout as said:
        first = said.readline()
        time.sleep(moment)
        worker.kill()
        acknowledged = float((first + said.read()).split()[-1])
    worker.wait()
    with Bank.open(address) as bank:
        value = bank.portfolio.projects[Id("Apollo")].value or 0.0
        assert len(bank.history()) == 1 + value
        return acknowledged, value


@pytest.mark.parametrize("kills", [3, pytest.param(100, marks=pytest.mark.soak)])
def test_a_program_killed_at_any_moment_loses_nothing_acknowledged(address: Address, kills: int) -> None:
    Bank.create(address, b.portfolio(b.project("Apollo", value=0.0))).close()
    moments = random.Random(kills)
    for _ in range(kills):
        acknowledged, value = value_after_kill(address, moments.uniform(0.0, 0.1))
        assert value in (acknowledged, acknowledged + 1.0)  # one more may be kept whose answer nobody was left to hear


def count_together(address: Address, times: int) -> tuple[Portfolio, int]:
    """What two programs made of one figure that each raised by 1 so many times, and how many of their edits met another's.

    They begin together: neither before both have opened the bank.
    """
    Bank.create(address, b.portfolio(b.project("Apollo", value=0.0))).close()
    with ExitStack() as stack:
        programs = [stack.enter_context(program(address, "count", str(times), stdin=subprocess.PIPE)) for _ in range(2)]
        assert [each.stdout and each.stdout.readline() for each in programs] == ["ready\n", "ready\n"]
        for each in programs:
            assert each.stdin is not None
            each.stdin.write("go\n")
            each.stdin.flush()
        said = [each.communicate()[0] for each in programs]
    assert [each.returncode for each in programs] == [0, 0]
    with Bank.open(address) as bank:
        assert len(bank.history()) == 1 + 2 * times
        return bank.portfolio, sum(int(each.split()[1]) for each in said)


def test_two_programs_that_count_together_lose_nothing(address: Address) -> None:
    portfolio, met = count_together(address, 100)
    assert portfolio.projects[Id("Apollo")].value == 200.0
    assert met > 0


@pytest.mark.soak
def test_two_programs_that_count_to_thousands_lose_nothing(address: Address) -> None:
    started = time.monotonic()
    portfolio, met = count_together(address, 2_000)
    print(f"2 x 2,000 read-modify-writes in {time.monotonic() - started:.0f} s, {met} of them met another's")
    assert portfolio.projects[Id("Apollo")].value == 4_000.0
    assert met > 0


def cut(bank: Bank, server: Server) -> None:
    """Ends every connection to the bank, from the server's side."""
    server.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{bank.address.url.database}'")


def test_a_connection_cut_while_writing_leaves_nothing_half_done(two: Two, address: Address, server: Server) -> None:
    one, _ = two

    def cut_before_the_log(connection: object, cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("INSERT INTO change_log"):
            event.remove(one._engine, "before_cursor_execute", cut_before_the_log)
            cut(one, server)

    event.listen(one._engine, "before_cursor_execute", cut_before_the_log)
    state = one.state
    with pytest.raises(LostConnectionError, match=r"the connection to the server was lost .*nothing was half written, so try again"):
        one.commit(ADD_BOB)
    assert one.state == state
    with Bank.open(address) as opened:
        assert (opened.state, opened.portfolio) == (state, b.portfolio(ANN))
    one.commit(ADD_BOB)


def test_a_commit_whose_answer_is_lost_is_known_to_be_kept(two: Two, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = two
    dialect = one._engine.dialect
    commit = dialect.do_commit

    def commit_and_cut(connection: object) -> None:
        monkeypatch.undo()
        commit(connection)  # type: ignore[arg-type]
        cut(one, server)
        connection.execute("SELECT 1")  # type: ignore[attr-defined] # finds the connection gone, as a commit would

    monkeypatch.setattr(dialect, "do_commit", commit_and_cut)
    step = one.commit(ADD_BOB)
    assert [each.hash for each in other.catch_up()] == [step.hash]
    assert not one.is_behind()


def test_after_a_cut_between_two_edits_the_next_goes_through(two: Two, server: Server) -> None:
    one, _ = two
    cut(one, server)
    assert not one.is_behind()
    one.commit(ADD_BOB)
