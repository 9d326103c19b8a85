"""Who makes the cases, the peers' plans and the verdicts: this repository alone, or the acceptance scripts of issue 2."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from benchmarks.bound import coverage_bound
from benchmarks.instances import Shape, lifelike
from benchmarks.processes import Run, python
from data.workbook.reading import read
from planner.exporting import export_portfolio
from planner.hours.problem import build
from planner.importing import load

FIRST_PLAN = re.compile(r"value -?\d")
"""What the product's progress says once there is a plan."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Value and proved bound of a plan in points, and how many rules or figures of it are wrong."""

    value: float
    bound: float
    broken: int


class Judge(Protocol):
    """Makes a case, lets a peer plan it, and judges plans."""

    def make(self, shape: Shape, path: Path) -> None: ...

    def peer(self, source: Path, target: Path, by: str, seconds: float) -> Run: ...

    def bound(self, source: Path, plan: Path) -> float:
        """The weekly coverage bound of a case; any plan of it may be looked at."""

    def verdict(self, source: Path, plan: Path) -> Verdict: ...


class Own:
    """Everything from this repository; broken are the findings of `plimsoll check`."""

    def make(self, shape: Shape, path: Path) -> None:
        export_portfolio(lifelike(shape), path)

    def peer(self, source: Path, target: Path, by: str, seconds: float) -> Run:
        return python("-m", "benchmarks.peers", source, target, "--by", by, "--seconds", str(seconds))

    def bound(self, source: Path, plan: Path) -> float:
        portfolio = load(source).portfolio
        assert portfolio is not None, f"{source} was made by us"
        return coverage_bound(build(portfolio).problem)

    def verdict(self, source: Path, plan: Path) -> Verdict:
        summary = {str(row[0]): row[1] for row in read(plan, ["Summary"]).sheets[0].rows if len(row) > 1}
        value, bound = summary["Value"], summary["Bound"]
        assert isinstance(value, float | int)
        assert isinstance(bound, float | int)
        return Verdict(float(value), float(bound), findings_of_check(source, plan))


class Shared:
    """The issue's own `make_portfolio.py`, `peers.py` and `check_plan.py`, in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def make(self, shape: Shape, path: Path) -> None:
        size = ["--people", str(shape.people), "--projects", str(shape.projects), "--weeks", str(shape.weeks), "--seed", str(shape.seed)]
        self._run("make_portfolio.py", path, *size, *(["--mixed"] if shape.mixed else []))

    def peer(self, source: Path, target: Path, by: str, seconds: float) -> Run:
        return self._run("peers.py", source, target, "--by", by, "--seconds", str(seconds))

    def bound(self, source: Path, plan: Path) -> float:
        return float(self._judged(source, plan, "--bound")["coverage bound"])

    def verdict(self, source: Path, plan: Path) -> Verdict:
        """Where the plan workbook is a whole case, what our own check finds is counted on top."""
        told = self._judged(source, plan)
        ours = findings_of_check(source, plan) if read(plan, ["Demands"]).sheets else 0
        return Verdict(float(told["value"]), float(told["reported bound"]), int(told["broken rules"]) + ours)

    def _run(self, script: str, *arguments: str | Path) -> Run:
        return python(self.folder / script, *arguments)

    def _judged(self, source: Path, plan: Path, *more: str) -> dict[str, float]:
        """What check_plan.py prints; broken rules are an answer too, though it then exits with 1."""
        told: dict[str, float] = json.loads(python(self.folder / "check_plan.py", source, plan, *more, accepted=(0, 1)).output)
        return told


def ours(source: Path, target: Path, seconds: float) -> Run:
    """`plimsoll solve` as a user runs it, with the time of its first plan."""
    solve = ("-m", "benchmarks.watched", "solve", source, target, "--time-limit", str(seconds))
    return python(*solve, awaited=lambda line: FIRST_PLAN.search(line) is not None)


def findings_of_check(source: Path, plan: Path) -> int:
    run = python("-m", "planner", "check", source, plan, "--json", accepted=(0, 1))
    return len(json.loads(run.output)["findings"])
