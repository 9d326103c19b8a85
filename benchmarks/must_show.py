"""What must be shown of the optimiser, as one command: each required figure beside what was measured, and whether it is reached.

    python -m benchmarks.must_show [--shared] [--rows 30,200,1000,delays,replan,5000] [--seeds 1-5] [--brief]

Medians over the seeds of the whole process, from the workbook to the written plan. With `--shared` cases, values and broken rules are
those of the acceptance scripts, else our own. Everything: about five hours for five seeds, of which 5000 takes three; `--brief` gives each
solve and engine a few seconds, to see that all of it works (its figures mean nothing).

30      30×12×26, 10 s: beside the whole model in HiGHS, 60 s
200     200×80×52, 30 s: beside the sketch, in points of the coverage bound
1000    1000×400×104, 180 s: the same
delays  200×80×52 with delays, dependencies and proposals, 60 s: beside the best plan found with nothing delayed and nothing left out, and,
        only told, with nothing delayed and projects left out as it pays. Both keep every rule of the portfolio itself, R10 among
        them. Each is looked for by our search and by the whole model in HiGHS, 60 s each, the second by the sketch too, and the best
        that breaks nothing counts: “-” where none was found
replan  200×80×52 after one person leaves, 10 s (benchmarks.replanning)
5000    5000×2000×104, 1,800 s
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import assert_never

from benchmarks.contest import checked, names_of, seeds
from benchmarks.instances import Shape
from benchmarks.judges import ACCEPTANCE, Judge, Verdict, judge_of, ours, peer
from benchmarks.processes import FailedError, Run, python
from benchmarks.progress import first_plan, near_the_end, steps
from benchmarks.report import heading, median, number, share, table, tell

KNOWN_SKETCH: Mapping[tuple[str, int], float] = MappingProxyType(
    {("200×80×52", 1): 0.961, ("200×80×52", 2): 0.953, ("200×80×52", 3): 0.947, ("1000×400×104", 1): 0.966}
)
"""Shares of the coverage bound that the issue tells of the sketch, for the cases of make_portfolio.py; elsewhere ours is run."""
ALL_IN = "nothing delayed or left out"
UNDELAYED = (
    (f"{ALL_IN}, our search", "search", "--all-in"),
    (f"{ALL_IN}, HiGHS", "highs", "--all-in"),
    ("nothing delayed, our search", "search"),
    ("nothing delayed, HiGHS", "highs"),
    ("nothing delayed, sketch", "sketch"),
)
"""The peers of a portfolio with delays, by name: how benchmarks.peers is told to make their plans."""
BRIEF = 4.0
"""Seconds of every solve and engine where it is only to be seen that all works."""
HEADINGS = ("case", "figure", "required", "measured", "reached", "by seed")


@dataclass(frozen=True, slots=True)
class Setting:
    """How the rows are run: who judges, with which seeds, in which folder, and whether only briefly."""

    judge: Judge
    seeds: Sequence[int]
    folder: Path
    shared: bool
    brief: bool

    def seconds(self, given: float) -> float:
        return min(given, BRIEF) if self.brief else given


class Need(Enum):
    """How a figure stands to what is required."""

    AT_MOST = "at most"
    AT_LEAST = "at least"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a row, by seed (None where it could not be told), and what its median must be, None where it is only told."""

    name: str
    measured: tuple[float | None, ...]
    required: float | None
    written: Callable[[float | None], str]
    need: Need = Need.AT_MOST

    @property
    def middle(self) -> float | None:
        return median(self.measured)

    @property
    def reached(self) -> bool | None:
        """None for a figure that is only told."""
        if self.required is None:
            return None
        if self.middle is None:
            return False
        match self.need:
            case Need.AT_MOST:
                return self.middle <= self.required
            case Need.AT_LEAST:
                return self.middle >= self.required
            case Need.ABOVE:
                return self.middle > self.required
        assert_never(self.need)

    def line(self, case: str) -> tuple[str, ...]:
        word = {True: "yes", False: "**no**", None: ""}[self.reached]
        required = "" if self.required is None else f"{self.need.value} {self.written(self.required)}"
        return case, self.name, required, self.written(self.middle), word, "; ".join(map(self.written, self.measured))


@dataclass(frozen=True, slots=True)
class Solved:
    """One plan of ours: its verdict and its run."""

    verdict: Verdict
    run: Run

    @property
    def gap(self) -> float:
        return max(0.0, (self.verdict.bound - self.verdict.value) / max(1.0, abs(self.verdict.bound)))

    @property
    def first(self) -> float | None:
        return first_plan(steps(self.run.said))

    @property
    def near(self) -> float | None:
        return near_the_end(steps(self.run.said), self.verdict.value)


def points(figure: float | None) -> str:
    """A difference of shares."""
    return "-" if figure is None else f"{100 * figure:+.2f} points"


def seconds(figure: float | None) -> str:
    return "-" if figure is None else f"{number(figure, 1)} s"


def gigabytes(figure: float | None) -> str:
    return "-" if figure is None else f"{figure:.2f} GB"


def count(figure: float | None) -> str:
    return number(figure)


def solved(setting: Setting, source: Path, target: Path, limit: float, rivals: Sequence[Path] = ()) -> Solved:
    """Ours within the limit; its bound is tried against the rivals, plans of the same case."""
    run = ours(source, target, setting.seconds(limit))
    found = Solved(setting.judge.verdict(source, target, rivals), run)
    tell(f"{target.stem}: value {found.verdict.value:,.0f}, gap {share(found.gap)}, {run.seconds:.1f} s, broken {found.verdict.broken}")
    return found


def small(setting: Setting) -> list[Figure]:
    """Ours beside the whole model in HiGHS."""
    plans, shares = [], []
    for shape, source in _cases(setting, "30x12x26"):
        whole = setting.folder / f"{shape} whole model.xlsx"
        setting.judge.peer(source, whole, "highs", setting.seconds(60.0))
        plans.append(solved(setting, source, setting.folder / f"{shape} ours.xlsx", 10.0, [whole]))
        shares.append(plans[-1].verdict.value / setting.judge.verdict(source, whole).value)
    first = Figure("value, of whole-model HiGHS after 60 s", tuple(shares), 0.999, share, Need.AT_LEAST)
    return [first, _gap(plans, 0.008), *_told(plans)]


def beside_the_sketch(setting: Setting, size: str, limit: float, above: float, gap: float, first: float) -> list[Figure]:
    """Ours in points of the coverage bound above the sketch."""
    plans, of_bound, sketched, issue = [], [], [], []
    for shape, source in _cases(setting, size):
        rough = setting.folder / f"{shape} sketch.xlsx"
        peer(source, rough, "sketch", 0.0)
        plans.append(solved(setting, source, setting.folder / f"{shape} ours.xlsx", limit, [rough]))
        bound = setting.judge.bound(source, rough)
        of_bound.append(plans[-1].verdict.value / bound)
        sketched.append(setting.judge.verdict(source, rough).value / bound)
        issue.append(KNOWN_SKETCH.get((shape.size, shape.seed), sketched[-1]) if setting.shared else sketched[-1])
    return [
        Figure("above the sketch (the issue's figure where it tells one)", _differences(of_bound, issue), above, points, Need.AT_LEAST),
        Figure("above the sketch as run beside it", _differences(of_bound, sketched), None, points),
        Figure("value, of the coverage bound", tuple(of_bound), None, share),
        _gap(plans, gap),
        Figure("first plan", tuple(plan.first for plan in plans), first, seconds),
        *_told(plans),
    ]


def middle(setting: Setting) -> list[Figure]:
    return beside_the_sketch(setting, "200x80x52", 30.0, 0.012, 0.015, 4.0)


def large(setting: Setting) -> list[Figure]:
    return _within(beside_the_sketch(setting, "1000x400x104", 180.0, 0.010, 0.018, 30.0), 2.5)


def largest(setting: Setting) -> list[Figure]:
    """A gap within the memory; the weekly coverage bound of so many is not worked out."""
    plans = [solved(setting, source, setting.folder / f"{shape} ours.xlsx", 1800.0) for shape, source in _cases(setting, "5000x2000x104")]
    return _within([_gap(plans, 0.03), Figure("first plan", tuple(plan.first for plan in plans), None, seconds), *_told(plans)], 10.0)


def delayed(setting: Setting) -> list[Figure]:
    """Ours beside the best plans of the same portfolio with nothing delayed."""
    plans, found = [], []
    for shape, source in _cases(setting, "200x80x52", ("delays", "proposals")):
        rivals = undelayed(setting, shape, source)
        plans.append(solved(setting, source, setting.folder / f"{shape} ours.xlsx", 60.0, [path for path, _ in rivals.values()]))
        found.append({name: value for name, (_, value) in rivals.items()})
    values = [plan.verdict.value for plan in plans]
    all_in = [best(value for name, value in each.items() if name.startswith(ALL_IN)) for each in found]
    return [
        Figure("value above the best plan with nothing delayed or left out", above(values, all_in), 0.0, share, Need.ABOVE),
        Figure("value above the best plan with nothing delayed", above(values, [best(each.values()) for each in found]), None, share),
        Figure("value", tuple(values), None, count),
        *(Figure(f"value, {name}", tuple(each[name] for each in found), None, count) for name in found[0]),
        _gap(plans, 0.04),
        Figure("first plan", tuple(plan.first for plan in plans), None, seconds),
        *_told(plans),
    ]


def undelayed(setting: Setting, shape: Shape, source: Path) -> dict[str, tuple[Path, float | None]]:
    """The plans of the peers that delay nothing, and what each is worth; None where it breaks a rule, so that no plan was found."""
    found: dict[str, tuple[Path, float | None]] = {}
    for name, by, *more in UNDELAYED:
        target = setting.folder / f"{shape} {name}.xlsx"
        peer(source, target, by, setting.seconds(60.0), *more)
        verdict = setting.judge.verdict(source, target)
        found[name] = target, None if verdict.broken else verdict.value
        tell(f"{target.stem}: value {number(found[name][1])}")
    return found


def best(values: Iterable[float | None]) -> float | None:
    """The greatest of those that are known."""
    return max((value for value in values if value is not None), default=None)


def above(values: Sequence[float], others: Sequence[float | None]) -> tuple[float | None, ...]:
    """By how much each value is above the other, as a share of that; None where there is no other."""
    return tuple(None if other is None else value / other - 1.0 for value, other in zip(values, others, strict=True))


def replanned(setting: Setting) -> list[Figure]:
    """What benchmarks.replanning measures, a seed at a time."""
    told = [_replanning(setting, seed) for seed in setting.seeds]
    return [
        Figure("value, of a free replan", tuple(each["value"] / each["free_value"] for each in told), 0.995, share, Need.AT_LEAST),
        Figure("hours moved", tuple(each["moved_share"] for each in told), 0.03, share),
        Figure("seconds of the whole process", tuple(each["seconds"] for each in told), None, seconds),
        Figure("broken rules", tuple(each["broken"] for each in told), 0.0, count),
    ]


def _replanning(setting: Setting, seed: int) -> dict[str, float]:
    limit = ["--time-limit", str(setting.seconds(10.0))]
    shared = ["--shared"] if setting.shared else []
    run = python("-m", "benchmarks.replanning", "--size", "200x80x52", "--seeds", str(seed), *limit, "--json", *shared)
    found: dict[str, float] = json.loads(run.output.strip().splitlines()[-1])
    tell(f"replanning, seed {seed}: {found}")
    return found


ROWS: Mapping[str, tuple[str, Callable[[Setting], list[Figure]]]] = MappingProxyType(
    {
        "30": ("30×12×26, 10 s", small),
        "200": ("200×80×52, 30 s", middle),
        "1000": ("1000×400×104, 180 s", large),
        "delays": ("200×80×52 with delays and proposals, 60 s", delayed),
        "replan": ("replanning 200×80×52, 10 s", replanned),
        "5000": ("5000×2000×104, 1,800 s", largest),
    }
)


def _cases(setting: Setting, size: str, traits: tuple[str, ...] = ()) -> list[tuple[Shape, Path]]:
    """The workbook of every seed; a brief run takes a tenth of the people and projects."""
    shape = replace(Shape.parsed(size), traits=traits)
    if setting.brief:
        shape = replace(shape, people=max(12, shape.people // 10), projects=max(6, shape.projects // 10))
    found = []
    for seed in setting.seeds:
        mine = replace(shape, seed=seed)
        path = setting.folder / f"{mine}.xlsx"
        setting.judge.make(mine, path)
        found.append((mine, path))
    return found


def _differences(first: Sequence[float], second: Sequence[float]) -> tuple[float, ...]:
    return tuple(a - b for a, b in zip(first, second, strict=True))


def _gap(plans: Sequence[Solved], most: float) -> Figure:
    return Figure("proved gap", tuple(plan.gap for plan in plans), most, share)


def _told(plans: Sequence[Solved]) -> list[Figure]:
    """What is told of every row; nothing may be broken in any of them."""
    return [
        Figure("within 1 % of the end", tuple(plan.near for plan in plans), None, seconds),
        Figure("seconds of the whole process", tuple(plan.run.seconds for plan in plans), None, seconds),
        Figure("memory", tuple(_memory(plan) for plan in plans), None, gigabytes),
        Figure("broken rules, of all seeds", (float(sum(plan.verdict.broken for plan in plans)),), 0.0, count),
    ]


def _memory(plan: Solved) -> float | None:
    return None if plan.run.megabytes is None else plan.run.megabytes / 1000


def _within(figures: Sequence[Figure], memory: float) -> list[Figure]:
    """The same with a limit on the memory."""
    return [replace(each, required=memory) if each.name == "memory" else each for each in figures]


def main() -> int:
    given = _arguments()
    heading(
        "Must show",
        f"Medians of seeds {', '.join(map(str, given.seeds))}.",
        *(["A brief run: figures mean nothing."] if given.brief else []),
    )
    python("-m", "solver.prepare")
    missed = 0
    lines: list[tuple[str, ...]] = []
    with tempfile.TemporaryDirectory() as folder:
        setting = Setting(judge_of(shared=given.shared), given.seeds, given.folder or Path(folder), given.shared, given.brief)
        for row in given.rows:
            case, measure = ROWS[row]
            try:
                figures = measure(setting)
            except FailedError as error:
                tell(str(error))
                lines.append((case, "everything", "", f"failed: {str(error).splitlines()[0]}", "**no**", ""))
                missed += 1
                continue
            missed += sum(figure.reached is False for figure in figures)
            lines += [figure.line(case) for figure in figures]
            table(HEADINGS, [figure.line(case) for figure in figures])
            print()
    if len(given.rows) > 1:
        print("All of it:\n")
        table(HEADINGS, lines)
    print(f"\n{missed} required figures are not reached." if missed else "\nEvery required figure is reached.")
    return 1 if missed and not given.brief else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Each figure that must be shown, beside what was measured.")
    parser.add_argument("--rows", type=names_of(ROWS, "row"), default=tuple(ROWS), help=f"of: {', '.join(ROWS)}")
    parser.add_argument("--seeds", type=seeds, default=[1, 2, 3, 4, 5], help="1,2,3 or 1-5")
    parser.add_argument("--folder", type=Path, help="an existing folder to keep cases and plans in")
    parser.add_argument("--shared", action="store_true", help=f"cases, peers and verdicts from {ACCEPTANCE}")
    parser.add_argument("--brief", action="store_true", help="small cases, seconds only: to see that all works")
    return checked(parser, parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
