"""What compiling the inner loops brings: the same search with numba and without it (NUMBA_DISABLE_JIT=1), each in its own process.

    python -m benchmarks.search [--size 200x80x52] [--seconds 10]

Both take the same path through the same functions, which is checked; so steps a second compare them, and the value each has
reached when the time is up says what the difference is worth. A third table tells what the compiler costs, once on a machine.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from benchmarks.bound import coverage_bound
from benchmarks.instances import Shape, lifelike
from benchmarks.processes import python
from benchmarks.report import heading, median, number, share, table, tell, timed, times
from planner.hours.problem import build
from solver.bound.relaxation import weekly_prices
from solver.prepare import prepare
from solver.residual import residual
from solver.search import improve
from solver.search.layout import layout

FEW_STEPS = 10
"""Steps of a round without the compiler, which would else end long after its time."""
COMPILED: Mapping[str, str] = {}
# The generator's numbers wrap around, as they should; interpreted, numpy warns of it.
INTERPRETED = {"NUMBA_DISABLE_JIT": "1", "PYTHONWARNINGS": "ignore"}


@dataclass(frozen=True, slots=True)
class Searched:
    """What a search did: seconds to get its code ready, seconds and value of its first plan, and what came after it."""

    ready: float
    first_seconds: float
    first_value: float
    steps: int
    seconds: float
    value: float


def search(shape: Shape, seconds: float, steps: int, rounds: int | None) -> Searched:
    """Search in this process, rounds of so many steps a chain, until the time or the rounds are up."""
    ready = 0.0 if "NUMBA_DISABLE_JIT" in os.environ else timed(prepare)
    problem = build(lifelike(shape)).problem
    left = residual(problem)
    improve.STEPS = steps
    running = improve.Search(layout(problem, left, weekly_prices(problem, left)), left.fixed, seed=1)
    started = time.perf_counter()
    running.build()
    first, value = time.perf_counter(), running.value
    with ThreadPoolExecutor(improve.CHAINS) as executor:
        while not running.exhausted and (running.rounds < rounds if rounds is not None else time.perf_counter() - first < seconds):
            running.improve(executor)
    done = running.rounds * steps * improve.CHAINS
    return Searched(ready, first - started, value, done, time.perf_counter() - first, running.value)


def apart(size: str, seconds: float, steps: int, environment: Mapping[str, str], rounds: int | None = None) -> Searched:
    """The same in a process of its own, with or without the compiler."""
    asked = f"--worker --size {size} --seconds {seconds} --steps {steps}{'' if rounds is None else f' --rounds {rounds}'}"
    run = python("-m", "benchmarks.search", *asked.split(), environment=environment)
    return Searched(**json.loads(run.output))


def worker(given: argparse.Namespace) -> None:
    """What the child process does."""
    found = search(Shape.parsed(given.size), given.seconds, given.steps, given.rounds)
    json.dump({name: getattr(found, name) for name in Searched.__slots__}, sys.stdout)


def speeds(size: str, seconds: float) -> None:
    bound = coverage_bound(build(lifelike(Shape.parsed(size))).problem)
    rows, rates = [], []
    for name, steps, environment in (("compiled", improve.STEPS, COMPILED), ("interpreted", FEW_STEPS, INTERPRETED)):
        tell(f"{name}, {seconds:g} s")
        found = apart(size, seconds, steps, environment)
        rates.append(found.steps / found.seconds)
        first = (number(found.ready, 2), number(found.first_seconds, 2), share(found.first_value / bound))
        rows.append(
            (
                name,
                *first,
                number(found.steps),
                number(found.seconds, 1),
                number(rates[-1], 0 if rates[-1] > 100 else 1),
                share(found.value / bound),
            )
        )
    table(("search", "code ready, s", "first plan, s", "first value", "steps", "seconds", "steps a second", "value"), rows)
    print(f"\nCompiled ÷ interpreted: {times(rates[0] / rates[1])} the steps. Values as shares of the weekly coverage bound.")


def sameness(size: str) -> None:
    tell("the same path both ways")
    ways = [apart(size, 0.0, FEW_STEPS, environment, rounds=4) for environment in (COMPILED, INTERPRETED)]
    same = ways[0].value == ways[1].value and ways[0].first_value == ways[1].first_value
    words = f"{ways[0].value:,.2f}" if same else f"{ways[0].value!r} and {ways[1].value!r}"
    print(f"The same path: after {ways[0].steps} steps at {size} both stand at {words}: {'the same' if same else 'NOT the same'}.")


def compiler(repeats: int) -> None:
    """The first run on a machine compiles and keeps the result; every later one loads it."""
    cold, warm = [], []
    for _ in range(repeats):
        with tempfile.TemporaryDirectory() as folder:
            tell("compiling from nothing")
            cold.append(python("-m", "solver.prepare", environment={"NUMBA_CACHE_DIR": folder}).seconds)
            warm.append(python("-m", "solver.prepare", environment={"NUMBA_CACHE_DIR": folder}).seconds)
    rows = (("first on this machine: compiled", cold), ("every later one: loaded from disk", warm))
    table(("`python -m solver.prepare`", "seconds"), [(name, number(median(seconds), 2)) for name, seconds in rows])


def main() -> None:
    parser = argparse.ArgumentParser(description="The compiled search beside the same functions interpreted.")
    parser.add_argument("--size", default="200x80x52")
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--repeats", type=int, default=3, help="of the compiler's own time, a minute each; 0 to leave it out")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--steps", type=int, default=improve.STEPS, help=argparse.SUPPRESS)
    parser.add_argument("--rounds", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.worker:
        worker(given)
        return
    if given.quick:
        given.size, given.seconds, given.repeats = "30x12x26", 3.0, 0
    python("-m", "solver.prepare")
    heading(f"The search compiled and interpreted, at {given.size}")
    speeds(given.size, given.seconds)
    sameness("30x12x26")
    if given.repeats:
        heading("What the compiler costs", f"Medians of {given.repeats}.")
        compiler(given.repeats)


if __name__ == "__main__":
    main()
