"""Tasks on a real Dask cluster over TCP: the same plans as here, and nothing lost where workers, children or the scheduler go."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from solver.control import Options, Unattended
from solver.errors import SolverError
from solver.executing import Task, executor_at, solve_at, solved_all
from solver.executing.address import MissingDaskError, WrongAddressError
from solver.solution import Status
from solver.solve import solve
from solver.verify import verify
from tests.optimiser.problems import large_problem, problem

distributed = pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
psutil = pytest.importorskip("psutil", reason="comes with Dask")

BRIEF = Options(time_limit=None, effort=2, gap=0.05)
MANY_ROUNDS = Options(time_limit=None, effort=150, gap=0.0)
ENDLESS = Options(time_limit=None, gap=0.0)
ROOT = Path(__file__).parents[2]
PATIENCE = 30.0
"""Seconds: far beyond what a process takes to start or to go, so that only one that hangs fails."""


class Watching:
    """Does what it is given when a running task first has a plan; stops when told."""

    def __init__(self, at_plan=None):
        self.at_plan, self.stopping, self.phases = at_plan, False, []

    def report(self, progress, best):
        self.phases.append(progress.phase)
        if progress.value is not None and self.at_plan:
            action, self.at_plan = self.at_plan, None
            action(self)

    def should_stop(self):
        return self.stopping

    def stop(self):
        self.stopping = True


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@contextmanager
def dask(*words, path=ROOT):
    """A scheduler or a worker as a user starts it, with the packages of that folder."""
    command = [sys.executable, "-m", "distributed.cli.dask_" + words[0], *words[1:], "--no-dashboard"]
    environment = os.environ | {"PYTHONPATH": str(path)}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@contextmanager
def dask_worker(address, *words, path=ROOT):
    """A worker that its scheduler knows already, however long a busy machine takes over that."""
    with dask("worker", address, *words, path=path) as process:
        with distributed.Client(address, timeout=PATIENCE, set_as_default=False) as client:
            client.wait_for_workers(1, timeout=PATIENCE)
        yield process


@pytest.fixture
def scheduler():
    """A scheduler alone: its process, and its address in `args`."""
    port = free_port()
    with dask("scheduler", "--host", "127.0.0.1", "--port", str(port)) as process:
        until(lambda: answers(port))
        yield process, f"tcp://127.0.0.1:{port}"


def answers(port):
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0


def until(is_so):
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.fixture(scope="module")
def running():
    made = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, protocol="tcp://", host="127.0.0.1", dashboard_address=None, silence_logs=50
    )
    with made:
        yield made


def children(worker):
    """The children in which a worker solves, busy or idle."""
    return [child for child in psutil.Process(worker).children() if solves(child)]


def solves(process):
    """Not Python's own process beside them that minds shared memory, and not one that is on its way out."""
    try:
        return "spawn_main" in " ".join(process.cmdline())
    except (psutil.NoSuchProcess, psutil.ZombieProcess):
        return False


def solving(running):
    return [child for nanny in running.workers.values() if nanny.pid for child in children(nanny.pid)]


def cells(solution):
    return list(zip(*(axis.tolist() for axis in (solution.demand, solution.resource, solution.week, solution.hours)), strict=True))


def small_tasks(count):
    return [Task(f"case {seed}", large_problem(seed, people=15, demands=40, weeks=8), BRIEF) for seed in range(count)]


def medium_tasks(count):
    """Each some seconds' work, and the same plan whenever it is begun anew."""
    return [Task(f"case {seed}", large_problem(seed, people=30, demands=90, weeks=12), MANY_ROUNDS) for seed in range(count)]


def test_every_task_is_answered_once_with_the_plan_it_has_here(running):
    tasks, control = small_tasks(4), Watching()
    with executor_at(running.scheduler_address) as executor:
        answers = list(solved_all(tasks, executor, control))
    assert sorted(number for number, _ in answers) == [0, 1, 2, 3]
    for number, solution in answers:
        assert cells(solution) == cells(solve(tasks[number].problem, BRIEF, Unattended()))
    assert control.phases[-1] == "Solved 4"


@pytest.mark.parametrize("victim", ["worker", "child"])
def test_a_killed_worker_and_a_killed_child_cost_no_task_and_change_no_plan(running, victim):
    killed = []

    def kill(control):
        busy = next(worker for worker in running.scheduler.workers.values() if worker.processing)
        worker = running.workers[busy.name].pid
        killed.extend([worker] if victim == "worker" else [child.pid for child in children(worker)])
        for pid in killed:
            os.kill(pid, signal.SIGKILL)

    tasks = medium_tasks(2)
    with executor_at(running.scheduler_address) as executor:
        answers = list(solved_all(tasks, executor, Watching(at_plan=kill)))
    assert killed
    assert not any(psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE for pid in killed)
    assert sorted(number for number, _ in answers) == [0, 1]
    for number, solution in answers:
        assert cells(solution) == cells(solve(tasks[number].problem, MANY_ROUNDS, Unattended()))
    until(lambda: len([nanny for nanny in running.workers.values() if nanny.pid]) == 2)


def test_a_cancel_reaches_the_workers_and_keeps_what_they_have(running):
    tasks = [Task(f"case {seed}", large_problem(seed), ENDLESS) for seed in range(4)]
    with executor_at(running.scheduler_address) as executor:
        answers = dict(solved_all(tasks, executor, Watching(at_plan=Watching.stop)))
    assert sorted(answers) == [0, 1]
    assert Status.STOPPED in {solution.status for solution in answers.values()} <= {Status.STOPPED, Status.NOTHING}
    assert not any(verify(tasks[number].problem, solution) for number, solution in answers.items() if len(solution.hours))


def test_who_has_heard_enough_leaves_no_worker_at_work(running):
    with executor_at(running.scheduler_address) as executor:
        answers = solved_all([*small_tasks(1), Task("without end", large_problem(), ENDLESS)], executor, Unattended())
        assert next(answers)[0] == 0
        at_work = {child.pid for child in solving(running)}
        answers.close()
        until(lambda: {child.pid for child in solving(running)} < at_work)


def test_one_solve_by_all_workers_keeps_the_best_plan_of_all_and_the_least_bound(running):
    case, control = large_problem(people=30, demands=90, weeks=12), Watching()
    together = solve_at(running.scheduler_address, case, Options(time_limit=None, effort=2, gap=0.0), control)
    alone = [solve(case, Options(time_limit=None, effort=1, gap=0.0, seed=seed), Unattended()) for seed in (1, 2)]
    assert verify(case, together) == ()
    assert together.value >= max(solution.value for solution in alone)
    assert together.bound <= min(solution.bound for solution in alone)
    assert together.log[-1] == "2 rounds of 2 searches"
    assert "Round 2" in control.phases


def test_one_solve_by_all_workers_is_cancelled_with_its_best(running):
    case = large_problem()
    answer = solve_at(running.scheduler_address, case, ENDLESS, Watching(at_plan=Watching.stop))
    assert answer.status is Status.STOPPED
    assert verify(case, answer) == ()


def test_a_scheduler_that_goes_away_is_told_and_what_came_before_is_kept(scheduler):
    process, address = scheduler
    with dask_worker(address, "--nthreads", "1"), executor_at(address) as executor:
        answers = solved_all([*small_tasks(1), Task("without end", large_problem(), ENDLESS)], executor, Watching())
        assert next(answers)[0] == 0
        process.kill()
        with pytest.raises(SolverError, match=r"cluster at tcp://.* is gone .*without --cluster"):
            list(answers)


def test_a_scheduler_without_workers_is_told(scheduler):
    with pytest.raises(SolverError, match=r"has no workers; start some \(dask worker tcp://"), executor_at(scheduler[1]):
        pass


def test_a_worker_with_another_solver_is_named(scheduler, tmp_path):
    shutil.copytree(ROOT / "solver", tmp_path / "solver", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "solver" / "another.py").touch()
    refused = pytest.raises(SolverError, match=r"worker tcp://.* runs other versions \(solver \w+ there, solver \w+ here\).*same Plimsoll")
    with dask_worker(scheduler[1], path=tmp_path), refused, executor_at(scheduler[1]):
        pass


def test_a_worker_without_plimsoll_is_named(scheduler, tmp_path):
    (tmp_path / "solver").mkdir()
    (tmp_path / "solver" / "__init__.py").touch()
    refused = pytest.raises(SolverError, match=r"worker tcp://.* cannot run Plimsoll .*solver.executing.*pip install")
    with dask_worker(scheduler[1], path=tmp_path), refused, executor_at(scheduler[1]):
        pass


def test_nobody_at_the_address_is_told():
    with pytest.raises(SolverError, match=r"Nobody answers at tcp://127.0.0.1:\d+ \(.*refused.*\): start the scheduler"):
        solve_at(f"tcp://127.0.0.1:{free_port()}", problem(), BRIEF, Unattended())


def test_somebody_else_at_the_address_is_told():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(SolverError, match=r"does not speak as a Dask scheduler"), executor_at(address):
            pass


@pytest.mark.parametrize(
    "address", ["host:8786", "tcp://host", "http://host:8786", "tcp://:8786", "tcp://host:port", "tcp://host:8786/x", "tcp://[::1", ""]
)
def test_what_is_no_address_is_told_before_anybody_is_asked(address):
    with pytest.raises(WrongAddressError, match="such as tcp://host:8786"), executor_at(address):
        pass


def test_without_dask_the_way_to_it_is_told(monkeypatch):
    for module in ("solver.executing.cluster", "solver.executing.worker"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingDaskError, match=r"pip install 'plimsoll-planner\[cluster\]'"), executor_at("tcp://127.0.0.1:8786"):
        pass
