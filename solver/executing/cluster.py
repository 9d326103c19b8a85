"""Tasks solved by the workers of a Dask cluster.

Dask begins a task anew when its worker is gone, and gives it up when several went while they had it. What Dask does not
see (a child of a worker that is killed) comes back as lost. A problem is a Dask task of its own: it crosses to a worker
once, and is made anew from what the scheduler holds where all who had it are gone.
"""

from __future__ import annotations

import hashlib
import logging
import queue
import socket
import threading
import time
import uuid
import warnings
from collections import Counter, OrderedDict
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import dask
from distributed import Client, Future, Security
from distributed.client import FutureCancelledError
from distributed.scheduler import KilledWorker

from solver.control import Progress
from solver.errors import ChildLostError
from solver.executing.address import ClusterError, checked
from solver.executing.processes import THREADS
from solver.executing.tasks import Heard, Task
from solver.executing.worker import TOPIC, Errands, OtherVersionsError, pack, solve_on_worker, stop, unpacked, versions
from solver.problem import Problem
from solver.solution import Solution

KNOCKING = 3.0
"""Seconds that a machine may take to answer at all, and again to say the first word."""
CONNECTING = 5.0
"""Seconds that a scheduler may take to answer."""
LEAVING = 0.5
"""Seconds for the farewell to a scheduler that is gone."""
GATHERING = 10.0
"""Seconds that a plan may take to come from its worker before it is asked for again."""
STOPPING = 10.0
"""Seconds that a task asked to stop has to hand over its plan."""
ALONE = 30.0
"""Seconds without any worker until the cluster is given up: a worker that is restarted is back before."""
LOOKING = 2.0
"""Seconds between two looks at who the workers are."""
KEPT = 8
"""Problems whose copies on the workers are kept for tasks to come."""


class UnreachableClusterError(ClusterError):
    """Nobody answers at the address."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(address, why)

    def __str__(self) -> str:
        return (
            f"Nobody answers at {self.args[0]} ({self.args[1]}): start the scheduler there (dask scheduler), or look at its host, "
            "port and firewall. Without --cluster this machine solves alone."
        )


class NoSchedulerError(ClusterError):
    """Somebody answers, but not as a Dask scheduler does."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(address, why)

    def __str__(self) -> str:
        return (
            f"What answers at {self.args[0]} does not speak as a Dask scheduler does ({self.args[1]}). Its port is usually 8786 (8787 is its "
            "web page); a scheduler with TLS is reached by tls:// and the certificates named in Dask's own configuration."
        )


class NoWorkersError(ClusterError):
    """A scheduler without workers."""

    def __init__(self, address: str) -> None:
        super().__init__(address)

    def __str__(self) -> str:
        return f"The cluster at {self.args[0]} has no workers; start some (dask worker {self.args[0]}) and try again."


class UnfitWorkersError(ClusterError):
    """A worker without Plimsoll, or with another."""

    def __init__(self, worker: str, why: str) -> None:
        super().__init__(worker, why)

    def __str__(self) -> str:
        return (
            f"The worker {self.args[0]} cannot run Plimsoll ({self.args[1]}): "
            "install the same Plimsoll on the same Python there: pip install 'plimsoll-planner[cluster]'"
        )


class ClusterLostError(ClusterError):
    """A cluster that is gone in the midst of its work."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(address, why)

    def __str__(self) -> str:
        return f"The cluster at {self.args[0]} is gone ({self.args[1]}); start it again, or go on without --cluster."


class LostWorkersError(ClusterError):
    """A task that took worker after worker with it."""

    def __init__(self, workers: int) -> None:
        super().__init__(workers)

    def __str__(self) -> str:
        return (
            f"given up, since {self.args[0]} workers of the cluster ended one after another while they had it. "
            "It may need more memory than a worker has: solve fewer weeks at once, or give each worker more."
        )


class Cluster:
    """An executor of the workers of a Dask cluster: on each, one task at a time for every THREADS threads it has."""

    def __init__(self, address: str) -> None:
        """Connects; raises ClusterError where there is no scheduler, no worker, or a worker with another Plimsoll."""
        self.address = address
        _knock(address)
        self._client = _client(address)
        self._futures: dict[int, Future[Solution]] = {}
        self._at: dict[int, str | None] = {}
        self._sent: OrderedDict[int, tuple[Problem, Future[Problem]]] = OrderedDict()
        self._inbox: queue.SimpleQueue[Heard | int] = queue.SimpleQueue()
        self._errands = self._fresh()
        self._stopped_at: float | None = None
        self._workers: Mapping[str, int] = {}
        self._looked_at = self._seen_at = time.monotonic()
        try:
            self._look()
            self._check()
            self._client.subscribe_topic(TOPIC, self._told)
        except BaseException:
            self.close()
            raise

    def places(self) -> int:
        if time.monotonic() > self._looked_at + LOOKING:
            self._look()
        return max(1, sum(self._workers.values()))

    def begin(self, ticket: int, task: Task) -> None:
        if self._stopped_at is not None:
            self._stopped_at, self._errands = None, self._fresh()
        self._at[ticket] = worker = self._freest()
        future = self._client.submit(
            solve_on_worker, self._problem(task.problem), task.start, task.options, ticket, self._errands,
            key=f"plimsoll-solve-{uuid.uuid4().hex}", workers=[worker] if worker else None, allow_other_workers=bool(worker), pure=False,
        )  # fmt: skip
        self._futures[ticket] = future
        future.add_done_callback(lambda _: self._inbox.put(ticket))

    def heard(self, seconds: float) -> tuple[Heard, ...]:
        heard: list[Heard] = []
        wait = seconds
        while True:
            try:
                word = self._inbox.get(timeout=wait) if wait else self._inbox.get_nowait()
            except queue.Empty:
                break
            wait = 0.0
            found = self._came_of(word) if isinstance(word, int) else word
            if found is not None:
                heard.append(found)
        self._check_alive()
        return (*heard, *self._given_up())

    def stop(self) -> None:
        """Told by a thread of its own: a worker that does not answer holds nobody up."""
        self._stopped_at = time.monotonic()
        threading.Thread(target=self._say_stop, args=(self._errands.word,), name="plimsoll-stop", daemon=True).start()

    def abandon(self) -> None:
        futures = list(self._futures.values())
        self._futures.clear()
        self._at.clear()
        if futures and self._client.status == "running":
            self._client.cancel(futures, force=True)

    def close(self) -> None:
        self.abandon()
        self._sent.clear()
        self._client.close(timeout=CONNECTING if self._client.status == "running" else LEAVING)

    def _fresh(self) -> Errands:
        return Errands(uuid.uuid4().hex, versions())

    def _problem(self, problem: Problem) -> Future[Problem]:
        """The problem on its way to the workers, once for the very same object."""
        kept = self._sent.pop(id(problem), None)
        if kept is None:
            parcel = pack(problem)
            key = f"plimsoll-problem-{hashlib.sha256(parcel).hexdigest()}"
            with dask.config.set({"distributed.admin.large-graph-warning-threshold": "10GB"}):  # a problem is meant to travel
                kept = (problem, self._client.submit(unpacked, parcel, key=key))
        self._sent[id(problem)] = kept
        while len(self._sent) > KEPT:
            self._sent.popitem(last=False)
        return kept[1]

    def _freest(self) -> str | None:
        """The worker with most places free, by what was begun here."""
        taken = Counter(self._at.values())
        return max(self._workers, key=lambda worker: self._workers[worker] - taken[worker], default=None)

    def _came_of(self, ticket: int) -> Heard | None:
        future = self._futures.get(ticket)
        if future is None:
            return None
        try:
            found = Heard(ticket, solution=future.result(timeout=GATHERING))
        except TimeoutError:  # its worker went with the plan in hand, and Dask has it solved again
            self._inbox.put(ticket)
            return None
        except KilledWorker as gone:
            found = Heard(ticket, failed=LostWorkersError(gone.allowed_failures + 1))
        except ChildLostError as gone:
            found = Heard(ticket, lost=f"exit code {gone.args[0]} on a worker")
        except FutureCancelledError as gone:
            self._check_alive(str(gone))
            found = Heard(ticket, lost=str(gone))
        except Exception as failed:
            found = Heard(ticket, failed=failed)
        del self._futures[ticket], self._at[ticket]
        return found

    def _told(self, event: tuple[float, Any]) -> None:
        """A task's progress, on the client's own thread. Any: as it comes from the wire."""
        word, ticket, (phase, value, bound, effort, seconds) = event[1]
        if word == self._errands.word:
            self._inbox.put(Heard(ticket, progress=Progress(phase, value, bound, effort, seconds)))

    def _given_up(self) -> tuple[Heard, ...]:
        """Tasks that were asked to stop, and whose time for it is over."""
        if self._stopped_at is None or time.monotonic() < self._stopped_at + STOPPING:
            return ()
        late = tuple(self._futures)
        self.abandon()
        return tuple(Heard(ticket, lost="it did not stop") for ticket in late)

    def _say_stop(self, word: str) -> None:
        with suppress(Exception):  # whoever cannot be told is given up when its time is over
            self._client.run(stop, word, on_error="ignore")

    def _look(self) -> None:
        """Who the workers are, and how many tasks each has a place for."""
        self._check_alive()
        found = self._client.scheduler_info(n_workers=-1)["workers"]
        now = time.monotonic()
        self._workers = {worker: max(1, about["nthreads"] // THREADS) for worker, about in found.items()}
        self._looked_at, self._seen_at = now, now if found else self._seen_at
        if now > self._seen_at + ALONE:
            raise ClusterLostError(self.address, "it has had no worker for a while")

    def _check_alive(self, why: str = "") -> None:
        if self._client.status != "running" or "scheduler" in why:
            raise ClusterLostError(self.address, "the connection to its scheduler broke")

    def _check(self) -> None:
        """Raises NoWorkersError, and UnfitWorkersError for the first worker that would not do."""
        try:
            self._client.wait_for_workers(1, timeout=CONNECTING)
        except TimeoutError as nobody:
            raise NoWorkersError(self.address) from nobody
        self._look()
        answers = self._client.run(versions, on_error="return")
        for worker, theirs in answers.items():
            if isinstance(theirs, BaseException):
                raise UnfitWorkersError(worker, str(theirs)) from theirs
            if theirs != versions():
                raise OtherVersionsError(worker, theirs, versions())


def _knock(address: str) -> None:
    """Hears a scheduler's first word, which comes unasked; Dask itself would wait for ever where none comes."""
    parts = checked(address)
    try:
        line = socket.create_connection((parts.hostname, parts.port), KNOCKING)
    except OSError as refused:
        raise UnreachableClusterError(address, refused.strerror or str(refused)) from refused
    try:
        if parts.scheme == "tls":
            context = Security().get_connection_args("client")["ssl_context"]
            if context is None:
                raise NoSchedulerError(address, "no certificates are configured for tls")
            line = context.wrap_socket(line)
        if not line.recv(1):
            raise NoSchedulerError(address, "it hung up")
    except OSError as silent:
        raise NoSchedulerError(address, str(silent) or "it said nothing") from silent
    finally:
        line.close()


def _client(address: str) -> Client:
    for name in ("distributed", "distributed.client", "distributed.core", "distributed.comm", "distributed.batched"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what goes wrong is told by our own words
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of versions, which are looked at below
            return Client(address, timeout=CONNECTING, set_as_default=False, direct_to_workers=False)
    except (OSError, TypeError, ValueError) as refused:
        raise NoSchedulerError(address, str(refused)) from refused
