"""What limits a gap, the plan or the bound: the same case with more time, and by whoever else can say something.

    python -m benchmarks.limits [--size 30x12x26] [--seeds 1-3] [--time-limit 10] [--factor 10] [--model-seconds 600] [--shared]

Ours runs with its time limit and with so many times it; the whole model in HiGHS runs beside them. V* is the best value and B* the
least bound of all of them. Of the gap within the time limit, (B - B*) ÷ B is known to be the bound's, (V* - V) ÷ B the plan's, and
(B* - V*) ÷ B is anybody's: no method here could close it.
"""

from __future__ import annotations

import argparse
import math
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.contest import MODEL, OURS, add_arguments, add_case_arguments, checked, proves
from benchmarks.instances import Shape
from benchmarks.judges import Judge, Verdict, judge_of, ours
from benchmarks.processes import python
from benchmarks.report import heading, median, share, table, tell

HEADINGS = ("case", "gap", "the bound's", "the plan's", "nobody's", "value, with more time", "bound, with more time", "broken")


@dataclass(frozen=True, slots=True)
class Limits:
    """Verdicts of ours within the limit, of ours with more time, and of the whole model, None where it was not run."""

    case: str
    short: Verdict
    long: Verdict
    whole: Verdict | None

    @property
    def split(self) -> tuple[float, float, float, float]:
        """The gap within the limit, and its parts: the bound's, the plan's, nobody's; shares of the bound within the limit."""
        known = [each for each in (self.short, self.long, self.whole) if each is not None]
        value, bound = max(each.value for each in known), min(each.bound for each in known)
        scale = max(1.0, abs(self.short.bound))
        parts = (self.short.bound - self.short.value, self.short.bound - bound, value - self.short.value, bound - value)
        return (parts[0] / scale, parts[1] / scale, parts[2] / scale, parts[3] / scale)

    @property
    def longer(self) -> tuple[float, float]:
        """Value and bound with more time, as multiples of those within the limit, less 1."""
        return self.long.value / self.short.value - 1.0, self.long.bound / self.short.bound - 1.0

    @property
    def broken(self) -> int:
        return self.short.broken + self.long.broken


def limits(judge: Judge, shape: Shape, given: argparse.Namespace, folder: Path) -> Limits:
    source = folder / f"{shape}.xlsx"
    judge.make(shape, source)
    plans = {name: folder / f"{shape} {name}.xlsx" for name in (OURS, "longer", MODEL)}
    ours(source, plans[OURS], given.time_limit)
    tell(f"{shape}: {given.time_limit:g} s")
    ours(source, plans["longer"], given.factor * given.time_limit)
    tell(f"{shape}: {given.factor * given.time_limit:g} s")
    if given.model_seconds:
        judge.peer(source, plans[MODEL], "highs", given.model_seconds)
        tell(f"{shape}: {MODEL} {given.model_seconds:g} s")
    made = [plan for plan in plans.values() if plan.exists()]
    short, long = (judge.verdict(source, plans[name], [rival for rival in made if rival != plans[name]]) for name in (OURS, "longer"))
    whole = judge.verdict(source, plans[MODEL]) if given.model_seconds else None
    if whole is not None and not proves(MODEL, shape):
        whole = replace(whole, bound=math.inf)
    return Limits(f"seed {shape.seed}", short, long, whole)


def lines(found: Sequence[Limits]) -> Iterator[tuple[str, ...]]:
    for each in found:
        yield (each.case, *map(share, each.split), *map(_more, each.longer), str(each.broken))
    if len(found) > 1:
        middles = (median(each.split[part] for each in found) for part in range(4))
        longer = (median(each.longer[part] for each in found) or 0.0 for part in range(2))
        yield (f"median of {len(found)}", *map(share, middles), *map(_more, longer), str(sum(each.broken for each in found)))


def _more(figure: float) -> str:
    return f"{figure:+.2%}".replace("%", " %")


def main() -> None:
    given = _arguments()
    words = f"{given.time_limit:g} s, {given.factor:g} times that, and the whole model in HiGHS for {given.model_seconds:g} s."
    heading(f"What limits the gap at {given.size.size}", words)
    python("-m", "solver.prepare")
    judge = judge_of(shared=given.shared)
    with tempfile.TemporaryDirectory() as folder:
        shapes = (replace(given.size, seed=seed, load=given.load, traits=tuple(given.trait)) for seed in given.seeds)
        table(HEADINGS, lines([limits(judge, shape, given, Path(folder)) for shape in shapes]))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What limits a gap: the plan or the bound.")
    parser.add_argument("--size", type=Shape.parsed, default=Shape.parsed("30x12x26"), help="people × projects × weeks")
    add_arguments(parser, time_limit=10.0, model_seconds=600.0)
    parser.add_argument("--factor", type=float, default=10.0, help="how many times the time limit the longer run has")
    add_case_arguments(parser)
    return checked(parser, parser.parse_args())


if __name__ == "__main__":
    main()
