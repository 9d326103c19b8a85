"""Where tasks are to be solved, as a user says it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import SplitResult, urlsplit

from solver.errors import SolverError
from solver.executing.processes import Processes
from solver.executing.tasks import Executor

SCHEMES = ("tcp", "tls")


class ClusterError(SolverError):
    """A cluster cannot be used; the message says which, why, and what to do."""


class WrongAddressError(ClusterError):
    """What was given is no address of a Dask scheduler."""

    def __init__(self, address: str) -> None:
        super().__init__(address)

    def __str__(self) -> str:
        return (
            f"“{self.args[0]}” is no address of a Dask scheduler; type it as the scheduler shows it, such as tcp://host:8786 (or tls://)."
        )


class MissingDaskError(ClusterError):
    """The extra that speaks to clusters is not installed."""

    def __str__(self) -> str:
        return "A cluster needs Dask, which is not installed here; type: pip install 'plimsoll-planner[cluster]'"


@contextmanager
def executor_at(address: str | None) -> Iterator[Executor]:
    """The Dask cluster at the address, or the processes of this machine where it is None; closed at the end.

    Raises ClusterError, within seconds, where there is no cluster, or none that can be used.
    """
    executor = Processes() if address is None else _cluster(address)
    try:
        yield executor
    finally:
        executor.close()


def checked(address: str) -> SplitResult:
    """The parts of an address; raises WrongAddressError."""
    try:
        parts = urlsplit(address)
        usable = parts.scheme in SCHEMES and bool(parts.hostname) and bool(parts.port) and not (parts.path or parts.query or parts.username)
    except ValueError:
        usable = False
    if not usable:
        raise WrongAddressError(address)
    return parts


def _cluster(address: str) -> Executor:
    checked(address)
    try:
        from solver.executing.cluster import Cluster  # noqa: PLC0415 - Dask is loaded only where it is meant
    except ModuleNotFoundError as missing:
        if missing.name in ("dask", "distributed"):
            raise MissingDaskError from missing
        raise
    return Cluster(address)
