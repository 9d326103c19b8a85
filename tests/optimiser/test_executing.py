"""Many solves at once on this machine: every task answered once, whoever is killed, and the same plans as alone."""

import multiprocessing
import os
import signal
from dataclasses import replace

import numpy as np
import pytest

from solver.control import Options, Unattended
from solver.errors import ChildBugError
from solver.executing import Task, solved_all
from solver.executing.processes import Processes
from solver.executing.tasks import TRIES, TaskFailedError, TaskLostError
from solver.solution import Status
from solver.solve import solve
from solver.verify import verify
from tests.optimiser.problems import large_problem, problem

BRIEF = Options(time_limit=None, effort=2, gap=0.05)
FIRST_ROUND = Options(time_limit=None, effort=1, gap=0.0)
ENDLESS = Options(time_limit=None, gap=0.0)


class Watching:
    """Does what it is given each time a running task has a plan, as long as it has a mind to; stops when told."""

    def __init__(self, at_plan=None, times=1):
        self.at_plan, self.times, self.stopping, self.phases = at_plan, times, False, []

    def report(self, progress, best):
        self.phases.append(progress.phase)
        if self.at_plan and self.times and progress.value is not None:
            self.times -= 1
            self.at_plan(self)

    def should_stop(self):
        return self.stopping

    def stop(self):
        self.stopping = True


def children():
    return [child for child in multiprocessing.active_children() if child.name == "plimsoll-solve"]


def kill_all(control):
    for child in children():
        os.kill(child.pid, signal.SIGKILL)


def small_tasks(count):
    """Different cases, each a moment's work."""
    return [Task(f"case {seed}", large_problem(seed, people=15, demands=40, weeks=8), BRIEF) for seed in range(count)]


def cells(solution):
    return list(zip(*(axis.tolist() for axis in (solution.demand, solution.resource, solution.week, solution.hours)), strict=True))


@pytest.fixture(scope="module")
def executor():
    made = Processes(places=2)
    yield made
    made.close()
    assert children() == []


def test_every_task_is_answered_once_with_the_plan_it_has_alone(executor):
    tasks, control = small_tasks(5), Watching()
    answers = list(solved_all(iter(tasks), executor, control))
    assert sorted(number for number, _ in answers) == [0, 1, 2, 3, 4]
    for number, solution in answers:
        alone = solve(tasks[number].problem, BRIEF, Unattended())
        assert (cells(solution), solution.bound) == (cells(alone), alone.bound)
    assert control.phases[-1] == "Solved 5"


def test_a_task_is_taken_only_when_there_is_a_place_for_it(executor):
    taken = []

    def coming():
        for task in small_tasks(6):
            taken.append(task)
            yield task

    for done, _ in enumerate(solved_all(coming(), executor, Unattended())):
        assert len(taken) <= done + 2
    assert len(taken) == 6


def test_a_killed_process_costs_no_task_and_changes_no_plan(executor):
    tasks = [Task(f"case {seed}", large_problem(seed, people=30, demands=90, weeks=12), FIRST_ROUND) for seed in range(2)]
    expected = {number: cells(solution) for number, solution in solved_all(tasks, executor, Unattended())}
    control = Watching(at_plan=kill_all, times=1)
    before = children()
    answers = list(solved_all(tasks, executor, control))
    assert control.times == 0
    assert not set(before) & set(children())
    assert len(answers) == 2
    assert {number: cells(solution) for number, solution in answers} == expected


def test_a_task_that_takes_every_process_with_it_is_named(executor):
    control = Watching(at_plan=kill_all, times=-1)
    with pytest.raises(TaskLostError, match=rf"^the giant: given up after {TRIES} tries.*exit code -9.*more memory"):
        list(solved_all([Task("the giant", large_problem(), ENDLESS)], executor, control))


def test_a_cancel_yields_what_runs_and_begins_no_more(executor):
    tasks = [Task(f"case {seed}", large_problem(seed), ENDLESS) for seed in range(4)]
    answers = dict(solved_all(tasks, executor, Watching(at_plan=Watching.stop)))
    assert sorted(answers) == [0, 1]
    assert {solution.status for solution in answers.values()} <= {Status.STOPPED, Status.NOTHING}
    assert Status.STOPPED in {solution.status for solution in answers.values()}
    assert [verify(tasks[number].problem, solution) for number, solution in answers.items() if len(solution.hours)] in ([()], [(), ()])


def test_who_has_heard_enough_leaves_nobody_at_work(executor):
    brief, endless = small_tasks(1)[0], Task("without end", large_problem(), ENDLESS)
    answers = solved_all([brief, endless], executor, Unattended())
    assert next(answers)[0] == 0
    at_work = children()
    answers.close()
    assert len(children()) < len(at_work)
    assert [number for number, _ in solved_all([brief], executor, Unattended())] == [0]


def test_a_task_that_cannot_be_solved_is_named(executor):
    with pytest.raises(TaskFailedError, match=r"^two: The engine “abacus” is not on this machine"):
        list(solved_all([Task("one", problem(), BRIEF), Task("two", problem(), Options(engine="abacus"))], executor, Unattended()))


def test_a_fault_of_ours_comes_with_its_traceback(executor):
    broken = replace(problem(), capacity=np.ones(1))
    with pytest.raises(ChildBugError, match=r"(?s)report it.*Traceback.*IndexError"):
        list(solved_all([Task("broken", broken, BRIEF)], executor, Unattended()))
