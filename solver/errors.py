"""What can go wrong in a solve that is no outcome of it."""

from __future__ import annotations


class SolverError(Exception):
    """A solve could not be carried out; the message says why and what to do."""


class EngineError(SolverError):
    """An engine is missing or did not take what it was given."""


class SearchError(SolverError):
    """The search found no plan that keeps its own rules: a fault of ours."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)  # kept as it is: an error crosses from process to process by its arguments

    def __str__(self) -> str:
        return f"The optimiser returned no valid plan ({self.args[0]}). This is a fault of Plimsoll: please report it."


class InfeasibleError(SolverError):
    """The dependencies (R9) of the projects that must take part cannot hold within their delays (R8)."""

    def __str__(self) -> str:
        return "The dependencies between projects that must take part cannot hold within the delays that are allowed."


class MemoryFullError(SolverError):
    """The problem is larger than the memory that could be had."""

    def __str__(self) -> str:
        return "There is not enough memory for this solve: close other programs, or solve fewer weeks at once."


class ChildLostError(SolverError):
    """The process that was solving is gone before its first plan."""

    def __init__(self, code: int | None) -> None:
        super().__init__(code)

    def __str__(self) -> str:
        return (
            f"The process that was solving ended before its first plan (exit code {self.args[0]}). "
            "It may have run out of memory: close other programs, or solve fewer weeks at once."
        )


class ChildBugError(Exception):
    """The process that was solving failed by a fault of ours; `args[0]` is its traceback.

    Like any bug it is no SolverError: nobody below the crash hook or the end of the command line takes it.
    """

    def __str__(self) -> str:
        return f"The optimiser failed in its own process. This is a fault of Plimsoll: please report it with these lines.\n{self.args[0]}"
