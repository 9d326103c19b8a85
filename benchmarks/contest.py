"""One case planned by several methods in the same run: values, bounds, gaps, times and memory side by side."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.cpsat import WITHOUT_ORTOOLS, has_cpsat
from benchmarks.instances import LOAD, Shape
from benchmarks.judges import ACCEPTANCE, Judge, Verdict, ours
from benchmarks.processes import Run
from benchmarks.progress import first_plan, near_the_end, steps
from benchmarks.report import median, number, share, tell
from benchmarks.traits import TRAITS

RULE, SKETCH, MODEL, CPSAT, OURS = "priority order", "sketch", "whole model", "CP-SAT", "Plimsoll"
BY = {RULE: "rule", SKETCH: "sketch", MODEL: "highs", CPSAT: "cpsat"}
NOTHING = 0.1
"""Share of the bound below which the whole model counts as having found no plan."""
HEADINGS = ("case", "method", "value", "of bound", "of whole model", "gap", "first plan, s", "within 1 %, s", "seconds", "MB", "broken")


@dataclass(frozen=True, slots=True)
class Row:
    """One plan of one case by one method.

    `whole` is the value of the whole model, None where it was not solved; `proves` whether the method proves a bound of the case.
    """

    case: str
    method: str
    verdict: Verdict
    bound: float
    whole: float | None
    run: Run
    proves: bool

    @property
    def of_bound(self) -> float:
        return self.verdict.value / self.bound if self.bound else 1.0

    @property
    def of_whole(self) -> float | None:
        """None too where the whole model found next to nothing, of which any share is meaningless."""
        return self.verdict.value / self.whole if self.whole and self.whole > NOTHING * self.bound else None

    @property
    def gap(self) -> float | None:
        """As proved; None where nothing is."""
        if not self.proves:
            return None
        return max(0.0, (self.verdict.bound - self.verdict.value) / max(1.0, abs(self.verdict.bound)))

    @property
    def first(self) -> float | None:
        """Seconds until the first plan; of what tells nothing on its way, until its end."""
        way = steps(self.run.said)
        return first_plan(way) if way else self.run.seconds

    @property
    def near(self) -> float | None:
        """Seconds until the value was within a hundredth of the end."""
        way = steps(self.run.said)
        return near_the_end(way, self.verdict.value) if way else self.run.seconds


@dataclass(frozen=True, slots=True)
class Contest:
    """Who takes part: seconds of ours and of the engines (0: they do not), how often ours, and which peers."""

    time_limit: float
    model_seconds: float
    repeats: int = 1
    peers: tuple[str, ...] = (RULE, SKETCH, MODEL, CPSAT)

    def methods(self) -> Iterator[tuple[str, str | None, float]]:
        """Each method in words, its way in benchmarks.peers (None for ours) and its seconds."""
        for name in self.peers:
            engine = name in {MODEL, CPSAT}
            if engine and not self.model_seconds:
                continue
            if name == CPSAT and not has_cpsat():
                tell(WITHOUT_ORTOOLS)
                continue
            yield f"{name}, {self.model_seconds:g} s" if engine else name, BY[name], self.model_seconds
        for _ in range(self.repeats):
            yield f"{OURS}, {self.time_limit:g} s", None, self.time_limit

    def rows(self, judge: Judge, shape: Shape, folder: Path) -> list[Row]:
        """Every method on one case, the bound of which is worked out once."""
        source = folder / f"{shape}.xlsx"
        judge.make(shape, source)
        plans: list[tuple[str, Path, Run]] = []
        for method, by, seconds in self.methods():
            target = folder / f"{shape} {len(plans)}.xlsx"
            run = ours(source, target, seconds) if by is None else judge.peer(source, target, by, seconds)
            plans.append((method, target, run))
            tell(f"{shape}: {method} {run.seconds:.1f} s")
        bound = judge.bound(source, plans[0][1])
        rivals = {plan: [other for _, other, _ in plans if other != plan and proves(method, shape)] for method, plan, _ in plans}
        verdicts = [judge.verdict(source, plan, rivals[plan]) for _, plan, _ in plans]
        whole = next((verdict.value for (method, _, _), verdict in zip(plans, verdicts, strict=True) if method.startswith(MODEL)), None)
        return [
            Row(str(shape), method, verdict, bound, whole, run, proves(method, shape))
            for (method, _, run), verdict in zip(plans, verdicts, strict=True)
        ]


def proves(method: str, shape: Shape) -> bool:
    """Whether a method's bound is one: the product's always, HiGHS's where the model it is given is the whole of it."""
    return method.startswith(OURS) or (method.startswith(MODEL) and "delays" not in shape.traits)


def lines(case: str, rows: Sequence[Row]) -> Iterator[tuple[str, ...]]:
    """A line for each method: medians over its rows, but the most memory and the sum of what is broken."""
    for method in dict.fromkeys(row.method for row in rows):
        mine = [row for row in rows if row.method == method]
        yield (
            case,
            method,
            number(median(row.verdict.value for row in mine)),
            share(median(row.of_bound for row in mine)),
            share(median(row.of_whole for row in mine)),
            share(median(row.gap for row in mine)),
            number(median(row.first for row in mine), 1),
            number(median(row.near for row in mine), 1),
            number(median(row.run.seconds for row in mine), 1),
            number(max((row.run.megabytes or 0.0 for row in mine), default=0.0) or None),
            str(sum(row.verdict.broken for row in mine)),
        )


def add_arguments(parser: argparse.ArgumentParser, time_limit: float, model_seconds: float) -> None:
    """What every contest can be told on the command line."""
    parser.add_argument("--seeds", type=seeds, default=[1], help="1,2,3 or 1-5: of the cases")
    parser.add_argument("--time-limit", type=float, default=time_limit, help="seconds of ours")
    parser.add_argument("--model-seconds", type=float, default=model_seconds, help="seconds of each engine on the whole model, 0: none")
    parser.add_argument("--shared", action="store_true", help=f"cases, peers and verdicts from {ACCEPTANCE}")


def add_case_arguments(parser: argparse.ArgumentParser) -> None:
    """What the cases of a contest can be like."""
    parser.add_argument("--load", type=float, default=LOAD, help="hours asked over capacity")
    parser.add_argument("--trait", choices=TRAITS, action="append", default=[], help="what the cases are like; may be given more than once")


def checked(parser: argparse.ArgumentParser, given: argparse.Namespace) -> argparse.Namespace:
    if given.shared and not ACCEPTANCE.is_dir():
        parser.error(f"there is no {ACCEPTANCE}; leave out --shared")
    return given


def names_of(known: Collection[str], kind: str) -> Callable[[str], tuple[str, ...]]:
    """Reads names with commas between them, each one of those known; `kind` says what there is none of."""

    def read(text: str) -> tuple[str, ...]:
        names = tuple(part.strip() for part in text.split(","))
        unknown = [name for name in names if name not in known]
        if unknown:
            raise argparse.ArgumentTypeError(f"there is no {kind} {', '.join(unknown)}; there are {', '.join(known)}")
        return names

    return read


def seeds(text: str) -> list[int]:
    """From `1,2,3` or `1-5`."""
    first, _, last = text.partition("-")
    return list(range(int(first), int(last) + 1)) if last else [int(part) for part in text.split(",")]
