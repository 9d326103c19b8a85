"""Who makes the cases, the peers' plans and the verdicts: this repository alone, or the acceptance scripts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from benchmarks.bound import coverage_bound
from benchmarks.instances import LOAD, Shape, lifelike
from benchmarks.processes import Run, python
from data.workbook.reading import read
from planner.exporting import export_portfolio
from planner.hours.problem import build
from planner.importing import load

ACCEPTANCE = Path("/work/shared/acceptance")
TOLERANCE = 1e-4
"""Share of a rival's value by which a bound may lie below it, as `check_plan.py` has it."""
FLAGS = {"delays": "--delays", "proposals": "--optional"}
"""Traits that `make_portfolio.py` knows, by its words for them."""


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

    def verdict(self, source: Path, plan: Path, rivals: Sequence[Path] = ()) -> Verdict:
        """Of a plan; a bound below the value of a rival plan that breaks nothing counts as broken."""


class Own:
    """Everything from this repository; broken are the findings of `plimsoll check`."""

    def make(self, shape: Shape, path: Path) -> None:
        export_portfolio(lifelike(shape), path)

    def peer(self, source: Path, target: Path, by: str, seconds: float) -> Run:
        return peer(source, target, by, seconds)

    def bound(self, source: Path, plan: Path) -> float:
        portfolio = load(source).portfolio
        assert portfolio is not None, f"{source} was made by us"
        return coverage_bound(build(portfolio).problem)

    def verdict(self, source: Path, plan: Path, rivals: Sequence[Path] = ()) -> Verdict:
        value, bound = _summary(plan)
        best = max((_summary(rival)[0] for rival in rivals if not findings_of_check(source, rival)), default=value)
        false = bound < best - max(1.0, TOLERANCE * abs(best))
        return Verdict(value, bound, findings_of_check(source, plan) + false)


def _summary(plan: Path) -> tuple[float, float]:
    """Value and bound as a plan workbook tells them."""
    summary = {str(row[0]): row[1] for row in read(plan, ["Summary"]).sheets[0].rows if len(row) > 1}
    value, bound = summary["Value"], summary["Bound"]
    assert isinstance(value, float | int)
    assert isinstance(bound, float | int)
    return float(value), float(bound)


class Shared:
    """`make_portfolio.py`, `peers.py` and `check_plan.py` in a folder of their own; the sketch is ours, since there is none there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def make(self, shape: Shape, path: Path) -> None:
        strange = [trait for trait in shape.traits if trait not in FLAGS]
        if strange:
            raise ValueError(f"make_portfolio.py knows no {', '.join(strange)}; leave out --shared")
        size = ["--people", str(shape.people), "--projects", str(shape.projects), "--weeks", str(shape.weeks), "--seed", str(shape.seed)]
        load = [] if shape.load == LOAD else ["--load", str(shape.load)]
        self._run("make_portfolio.py", path, *size, *load, *(["--mixed"] if shape.mixed else []), *(FLAGS[trait] for trait in shape.traits))

    def peer(self, source: Path, target: Path, by: str, seconds: float) -> Run:
        if by == "sketch":
            return peer(source, target, by, seconds)
        return self._run("peers.py", source, target, "--by", by, "--seconds", str(seconds))

    def bound(self, source: Path, plan: Path) -> float:
        return float(self._judged(source, plan, "--bound")["coverage bound"])

    def verdict(self, source: Path, plan: Path, rivals: Sequence[Path] = ()) -> Verdict:
        """Where the plan workbook is a whole case, what our own check finds is counted on top."""
        told = self._judged(source, plan, *(["--rival", *map(str, rivals)] if rivals else []))
        ours = findings_of_check(source, plan) if read(plan, ["Demands"]).sheets else 0
        return Verdict(float(told["value"]), float(told["reported bound"]), int(told["broken rules"]) + ours)

    def _run(self, script: str, *arguments: str | Path) -> Run:
        return python(self.folder / script, *arguments)

    def _judged(self, source: Path, plan: Path, *more: str) -> dict[str, float]:
        """What check_plan.py prints; broken rules are an answer too, though it then exits with 1."""
        told: dict[str, float] = json.loads(python(self.folder / "check_plan.py", source, plan, *more, accepted=(0, 1)).output)
        return told


def judge_of(*, shared: bool) -> Judge:
    return Shared(ACCEPTANCE) if shared else Own()


def peer(source: Path, target: Path, by: str, seconds: float, *more: str) -> Run:
    """A plan by one of the ways of benchmarks.peers."""
    return python("-m", "benchmarks.peers", source, target, "--by", by, "--seconds", str(seconds), *more)


def ours(source: Path, target: Path, seconds: float, *more: str) -> Run:
    """`plimsoll solve` as a user runs it, each step told as it happens."""
    return python("-m", "benchmarks.watched", "solve", source, target, "--time-limit", str(seconds), *more)


def findings_of_check(source: Path, plan: Path) -> int:
    run = python("-m", "planner", "check", source, plan, "--json", accepted=(0, 1))
    return len(json.loads(run.output)["findings"])
