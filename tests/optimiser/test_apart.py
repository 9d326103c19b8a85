"""A solve in a process of its own: the same plan, cancelled and killed at will, and nobody left behind."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from numba import njit

from solver import apart, prepare
from solver.apart import Child, Errand, solve_apart
from solver.control import Options, Progress, Unattended
from solver.errors import ChildBugError, ChildLostError, EngineError
from solver.prepare import COMPILING
from solver.solution import Status
from solver.solve import solve
from solver.verify import verify
from tests.optimiser.problems import large_problem, problem

ENDLESS = Options(time_limit=None, gap=0.0)
LOADING = 60.0
"""Seconds that a process may take to load, and on a fresh clone to compile, on a busy machine."""


class Watching:
    """Hears all; does once what it is given when the solve begins or when the first plan is there."""

    def __init__(self, at_once=None, at_first_plan=None):
        self.at_once, self.at_first_plan = at_once, at_first_plan
        self.plans, self.phases, self.stopping = [], [], None

    def report(self, progress, best):
        self.phases.append(progress.phase)
        if best is not None:
            self.plans.append(best)
        if self.plans and self.at_first_plan:
            action, self.at_first_plan = self.at_first_plan, None
            action(self)

    def should_stop(self):
        if self.at_once:
            action, self.at_once = self.at_once, None
            action(self)
        return self.stopping is not None

    def stop(self):
        self.stopping = time.monotonic()


def children():
    return [child for child in multiprocessing.active_children() if child.name == "plimsoll-solve"]


def kill_child(control):
    (child,) = children()
    os.kill(child.pid, signal.SIGKILL)


def cells(solution):
    return list(zip(*(axis.tolist() for axis in (solution.demand, solution.resource, solution.week, solution.hours)), strict=True))


def answered(errand):
    while (solution := errand.hear()) is None:
        errand.child.line.poll(0.05)
    return solution


def runs(pid):
    """Whether a process is there and is more than an entry that nobody has collected yet."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    try:
        return state.read_text().rsplit(")", 1)[1].split()[0] not in "ZX" if Path("/proc/self").exists() else True
    except FileNotFoundError:
        return False


def gone_within(pid, seconds):
    deadline = time.monotonic() + seconds
    while runs(pid):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


@pytest.fixture(autouse=True)
def _nobody_left():
    yield
    assert children() == []


def test_the_plan_is_the_one_found_in_this_process_and_its_way_is_heard():
    case, options = large_problem(people=15, demands=40, weeks=8), Options(time_limit=None, effort=2, gap=0.02, seed=3)
    control = Watching()
    here, there = solve(case, options, Unattended()), solve_apart(case, options, control)
    assert cells(there) == cells(here)
    heard = [told.objective for told in control.plans]
    assert heard[0] <= heard[-1] <= here.objective
    assert heard == sorted(heard)
    assert (there.value, there.bound, there.status, there.effort) == (here.value, here.bound, here.status, here.effort)
    assert (control.phases[0], control.phases[-1]) == ("Reading the problem", "Done")


def test_a_cancel_keeps_the_best_plan_and_is_obeyed_within_a_second():
    case, control = large_problem(), Watching(at_first_plan=Watching.stop)
    answer = solve_apart(case, ENDLESS, control)
    took = time.monotonic() - control.stopping
    assert answer.status is Status.STOPPED
    assert answer.value >= control.plans[0].value
    assert verify(case, answer) == ()
    assert took < 2.0


def test_a_child_that_does_not_listen_is_ended_and_what_it_had_sent_is_kept(monkeypatch):
    """Stopped by a signal it hears nothing, as HiGHS does not inside a first relaxation."""
    monkeypatch.setattr(apart, "GRACE", 0.3)
    frozen = []

    def freeze_and_stop(control):
        (child,) = children()
        os.kill(child.pid, signal.SIGSTOP)
        frozen.append(child.pid)
        control.stop()

    control = Watching(at_first_plan=freeze_and_stop)
    answer = solve_apart(large_problem(), ENDLESS, control)
    assert time.monotonic() - control.stopping < 2.0
    assert answer.status is Status.STOPPED
    assert cells(answer) == cells(control.plans[-1])
    assert answer.log[-1] == "the process that was solving did not stop and was ended"
    assert not runs(frozen[0])


def test_a_cancel_before_the_first_plan_is_no_plan(monkeypatch):
    monkeypatch.setattr(apart, "GRACE", 0.0)
    answer = solve_apart(large_problem(), ENDLESS, Watching(at_once=Watching.stop))
    assert answer.status is Status.NOTHING
    assert len(answer.hours) == 0


def test_a_child_killed_after_its_first_plan_leaves_that_plan():
    case, control = large_problem(), Watching(at_first_plan=kill_child)
    answer = solve_apart(case, ENDLESS, control)
    assert answer.status is Status.STOPPED
    assert answer.value >= control.plans[0].value
    assert answer.log[-1] == "the process that was solving ended by itself"
    assert verify(case, answer) == ()


def test_a_child_killed_before_its_first_plan_is_an_error_that_says_so():
    with pytest.raises(ChildLostError, match=r"ended before its first plan \(exit code -9\)"):
        solve_apart(large_problem(), ENDLESS, Watching(at_once=kill_child))


def test_a_time_limit_ends_the_solve_with_a_plan():
    answer = solve_apart(large_problem(people=15, demands=40, weeks=8), Options(time_limit=apart.LOADING + 0.5, gap=0.0), Unattended())
    assert answer.status is Status.FEASIBLE
    assert answer.seconds < 2 * apart.LOADING + apart.LATE


def order(waited):
    return apart._Order(problem(), Options(), time.time() - waited)


def test_what_a_child_took_to_load_counts_up_to_a_limit():
    assert apart._late(order(3.0), 0.0) == pytest.approx(3.0, abs=0.5)
    assert apart._late(order(30.0), 0.0) == apart.LOADING


def test_what_the_compiler_took_does_not_count():
    assert apart._late(order(62.0), 60.0) == pytest.approx(2.0, abs=0.5)


def test_a_child_that_compiles_says_so_and_is_given_its_time():
    """A first solve on a machine: a minute goes by before the search is there, which is neither lateness nor silence."""
    ours, theirs = multiprocessing.Pipe()
    child = SimpleNamespace(line=ours, send=lambda word: None)
    control = Watching()
    errand = Errand(child, problem(), Options(time_limit=0.0), control)
    theirs.send(apart._Said(Progress(COMPILING, None, None, 0, 30.0), preparing=True))
    assert errand.hear() is None
    assert (control.phases, errand.ready_at) == ([COMPILING], None)
    theirs.send(apart._Said(Progress("Reading the problem", None, 9.0, 0, 0.0)))
    assert errand.hear() is None
    assert errand.ready_at is not None


def test_who_waits_for_the_compiler_is_told_and_who_loads_is_not(monkeypatch):
    heard = []
    monkeypatch.setattr(prepare, "solve", lambda *_: njit(lambda hours: hours + 1)(1))
    assert prepare.prepare(heard.append) > 0.0
    assert {each.phase for each in heard} == {COMPILING}
    heard.clear()
    monkeypatch.setattr(prepare, "solve", lambda *_: None)
    assert prepare.prepare(heard.append) == 0.0
    assert heard == []


def test_an_engine_that_is_not_there_is_refused_as_in_this_process():
    with pytest.raises(EngineError, match="“gurobi” is not on this machine"):
        solve_apart(problem(), Options(engine="gurobi"), Unattended())


def test_a_fault_of_ours_comes_with_the_traceback_of_the_child():
    with pytest.raises(ChildBugError, match=r"(?s)fault of Plimsoll: please report.*Traceback.*solver/.*IndexError"):
        solve_apart(replace(problem(), capacity=np.ones(1)), ENDLESS, Unattended())


def test_a_child_solves_one_problem_after_another_as_a_new_one_does():
    cases, brief = [large_problem(seed, people=15, demands=40, weeks=8) for seed in (1, 2)], Options(time_limit=None, effort=2, gap=0.05)
    child = Child()
    try:
        stopped = answered(Errand(child, large_problem(), ENDLESS, Watching(at_first_plan=Watching.stop)))
        answers = [answered(Errand(child, case, brief, Unattended())) for case in cases]
    finally:
        child.end()
    assert stopped.status is Status.STOPPED
    assert [cells(answer) for answer in answers] == [cells(solve(case, brief, Unattended())) for case in cases]


def test_a_control_that_fails_ends_the_child_with_it():
    def fail(control):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        solve_apart(large_problem(), ENDLESS, Watching(at_once=fail))


class Beginning:
    """What begins an engine, as far as anybody can see, in whoever is sent it."""

    def __reduce__(self):
        return subprocess.Popen, (["sleep", "600"],)


def begun_by(pid):
    """The processes that a process has begun, once there are any."""
    deadline = time.monotonic() + LOADING
    while not (
        found := subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], check=False, capture_output=True, text=True).stdout.split()
    ):
        assert time.monotonic() < deadline, "it began nothing"
        time.sleep(0.1)
    return [int(each) for each in found]


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="there are no groups of processes here")
def test_an_engine_that_a_child_has_begun_ends_with_it():
    child = Child()
    try:
        child.send(Beginning())
        (itself,) = children()
        (engine,) = begun_by(itself.pid)
    finally:
        child.end()
    assert gone_within(engine, 10.0)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="nothing tells here which signals a process hears")
def test_a_child_never_hears_ctrl_c_not_even_while_it_is_loading():
    child = Child()
    try:
        (itself,) = children()
        blocked = next(line for line in Path(f"/proc/{itself.pid}/status").read_text().splitlines() if line.startswith("SigBlk"))
        assert int(blocked.split()[1], 16) & 1 << (signal.SIGINT - 1)
        assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])
    finally:
        child.end()


PARENT = """
import multiprocessing
from solver.apart import Child, Errand, solve_apart
from solver.control import Options
from tests.optimiser.problems import large_problem

class Telling:
    told = None
    def report(self, progress, best):
        self.tell("plan" if best is not None else "ready")
    def should_stop(self):
        self.tell("started")
        return False
    def tell(self, what):
        order = ["started", "ready", "plan"]
        if self.told is None or order.index(what) > order.index(self.told):
            self.told = what
            print(what, *(child.pid for child in multiprocessing.active_children()), flush=True)

if __name__ == "__main__":
    solve_apart(large_problem(), Options(time_limit=None, gap=0.0), Telling())
"""


SILENT = """
import multiprocessing
import time
from solver.apart import _Line

def idle(line):
    _Line(line)
    time.sleep(600)

if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=idle, args=(theirs,), daemon=True)
    child.start()
    theirs.close()
    print("silent", child.pid, flush=True)
    child.join()
"""
"""A child that says nothing, as in a long relaxation: it would not notice that nobody hears it."""


@pytest.mark.parametrize(("script", "moment"), [(PARENT, "started"), (PARENT, "plan"), (SILENT, "silent")])
def test_a_child_dies_with_its_parent(script, moment, tmp_path):
    file = tmp_path / "parent.py"
    file.write_text(script)
    root = Path(__file__).parents[2]
    parent = subprocess.Popen([sys.executable, str(file)], stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(root)})
    try:
        for line in parent.stdout:
            said, *pids = line.split()
            if said == moment:
                break
        (child,) = (int(pid) for pid in pids)
        parent.kill()
        parent.wait()
        assert gone_within(child, 5.0 if moment == "plan" else LOADING)
    finally:
        parent.kill()
        parent.wait()
        parent.stdout.close()
