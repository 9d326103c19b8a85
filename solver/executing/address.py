"""Where tasks are to be solved, as a user says it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from solver.executing.processes import Processes
from solver.executing.tasks import Executor


@contextmanager
def executor_at(address: None = None) -> Iterator[Executor]:
    """The processes of this machine, closed at the end."""
    executor = Processes()
    try:
        yield executor
    finally:
        executor.close()
