"""Many solves at once: independent tasks on processes of this machine or on a Dask cluster, or one solve by several of them.

A task is a value, a `Task` of a name, a `Problem` and `Options`; what comes of it is a `Solution`. Where a task is solved
makes no difference to it: a limit of effort gives the same plan everywhere, a limit of time counts from when the task
itself begins, not from when it was asked for.

    with executor_at(address) as executor:                         # None: processes of this machine
        for number, solution in solved_all(tasks, executor, control):
            ...                                                    # as they are done; `number` counts the tasks from 0

`tasks` may be a generator: a task is taken from it when a place is free for it, so a thousand problems need not stand in
memory together. An executor keeps its processes and its connection until it is closed; use one for all that belongs
together. Tasks of the very same `Problem` object send it once to a worker that keeps it.

- Each task is answered once, whoever dies on the way: what a killed process or worker had begun is begun anew elsewhere,
  a few times at most; then TaskLostError names the task. What was yielded before stays the caller's.
- `control.report` hears how many are done (`Progress.phase`, `Progress.effort`) and the latest figures of any running task.
- Where `control.should_stop` says so, no task is begun any more, those that run are yielded with the best plan they have
  (Status.STOPPED, or NOTHING), and the iteration ends. Leaving the loop early ends the running ones at once.
- What a task raises (EngineError, say) comes as a TaskFailedError that names it; a fault of ours as ChildBugError.
- A cluster that cannot be reached or used is a ClusterError, raised by `executor_at`; one that is gone in the midst of its
  work a ClusterLostError, raised by the iteration.

`solve_together(problem, options, executor, control)` is one solve by all places of an executor: rounds of the same
problem with different seeds, each from the best plan so far. `solve_at(address, problem, options, control)` is that on a cluster.
"""

from solver.executing.address import executor_at
from solver.executing.tasks import Executor, Task, solved_all
from solver.executing.together import solve_at, solve_together

__all__ = ["Executor", "Task", "executor_at", "solve_at", "solve_together", "solved_all"]
