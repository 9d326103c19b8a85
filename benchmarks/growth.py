"""How our time and memory grow with people, projects and weeks, and where the time of one solve goes.

    python -m benchmarks.growth [--size 100x40x52] [--factors 0.5,1,2,4] [--time-limit 30] [--along people,projects,weeks,all]

From one size, one measure at a time is multiplied, then all of them. The sketch stands beside ours in the same run: times its seconds say how
much longer ours takes to a first plan and to within 1 % of what it has in the end, on any machine. The second table splits each run by
what the solve itself reports: read (from the start of the process until the solver has the problem), price, build, bound, search,
exact end, write.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from benchmarks.contest import OURS, SKETCH, Contest, Row, names_of, seeds
from benchmarks.instances import Shape
from benchmarks.judges import Own
from benchmarks.processes import python
from benchmarks.progress import PARTS, WRITE, parts, steps
from benchmarks.report import heading, median, number, share, table, times

ALONG: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"people": ("people",), "projects": ("projects",), "weeks": ("weeks",), "all": ("people", "projects", "weeks")}
)
"""What grows with each factor. The load stays: where people grow alone each demand asks for more, where projects do for less."""
FEWEST = 6
HEADINGS = (
    "growing", "size", "of bound", "gap", "first plan, s", "times the sketch", "within 1 %, s", "times the sketch",
    "seconds", "MB", "sketch, s",
)  # fmt: skip
SHOWN = tuple(dict.fromkeys((*PARTS.values(), WRITE)))
"""Parts of a solve in the order in which they come; the engine is a peer's."""


@dataclass(frozen=True, slots=True)
class Grown:
    """Ours and the sketch on every seed of a size, in the same order."""

    along: str
    shape: Shape
    ours: tuple[Row, ...]
    peers: tuple[Row, ...]

    def median(self, name: str) -> float | None:
        """Of a figure of our rows."""
        return median(getattr(row, name) for row in self.ours)

    def times_the_sketch(self, name: str) -> float | None:
        pairs = ((getattr(row, name), peer.run.seconds) for row, peer in zip(self.ours, self.peers, strict=True))
        return median(mine / its for mine, its in pairs if mine is not None)


def shapes(size: Shape, factors: Sequence[float], along: Sequence[str]) -> Iterator[tuple[str, Shape]]:
    """Every size that is measured, none of them twice."""
    seen = set[str]()
    for name in along:
        for factor in factors:
            shape = replace(size, **{measure: max(FEWEST, round(getattr(size, measure) * factor)) for measure in ALONG[name]})
            if shape.size not in seen:
                seen.add(shape.size)
                yield ("as it is" if shape == size else name), shape


def grown(along: str, shape: Shape, given: argparse.Namespace, folder: Path) -> Grown:
    contest = Contest(given.time_limit, 0.0, peers=(SKETCH,))
    rows = [row for seed in given.seeds for row in contest.rows(Own(), replace(shape, seed=seed), folder)]
    own = tuple(row for row in rows if row.method.startswith(OURS))
    return Grown(along, shape, own, tuple(row for row in rows if row.method == SKETCH))


def line(found: Grown) -> tuple[str, ...]:
    first, near = found.times_the_sketch("first"), found.times_the_sketch("near")
    return (
        found.along,
        found.shape.size,
        share(found.median("of_bound")),
        share(found.median("gap")),
        number(found.median("first"), 1),
        "-" if first is None else times(first),
        number(found.median("near"), 1),
        "-" if near is None else times(near),
        number(median(row.run.seconds for row in found.ours), 1),
        number(max((row.run.megabytes or 0.0 for row in found.ours), default=0.0) or None),
        number(median(row.run.seconds for row in found.peers), 1),
    )


def profile(found: Grown) -> tuple[str, ...]:
    """Share of the whole time that each part takes, medians over the seeds."""
    spent = [(parts(steps(row.run.said), row.run.seconds), row.run.seconds) for row in found.ours]
    named = [median(each.get(part, 0.0) / seconds for each, seconds in spent) or 0.0 for part in SHOWN if part != PARTS["Whole model"]]
    return (found.shape.size, number(median(seconds for _, seconds in spent), 1), *map(share, named))


def main() -> None:
    given = _arguments()
    heading(
        f"How it grows from {given.size.size}", f"Medians of seeds {', '.join(map(str, given.seeds))}; ours within {given.time_limit:g} s."
    )
    python("-m", "solver.prepare")
    with tempfile.TemporaryDirectory() as folder:
        found = [grown(along, shape, given, Path(folder)) for along, shape in shapes(given.size, given.factors, given.along)]
    table(HEADINGS, map(line, found))
    heading("Where the time of a solve goes", "Shares of the seconds of the whole process.")
    table(("size", "seconds", *(part for part in SHOWN if part != PARTS["Whole model"])), map(profile, found))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How time and memory grow, and where the time goes.")
    parser.add_argument("--size", type=Shape.parsed, default=Shape.parsed("100x40x52"), help="people × projects × weeks to start from")
    parser.add_argument("--factors", type=_factors, default=(0.5, 1.0, 2.0, 4.0), help="0.5,1,2,4: multiples of each measure")
    parser.add_argument("--along", type=names_of(ALONG, "direction"), default=tuple(ALONG), help=f"of: {', '.join(ALONG)}")
    parser.add_argument("--seeds", type=seeds, default=[1, 2, 3], help="1,2,3 or 1-5")
    parser.add_argument("--time-limit", type=float, default=30.0, help="seconds of ours")
    parser.add_argument("--quick", action="store_true", help="two small sizes, seconds only")
    given = parser.parse_args()
    if given.quick:
        given.size, given.factors, given.along, given.seeds, given.time_limit = Shape.parsed("12x6x16"), (1.0, 2.0), ("all",), [1], 2.0
    return given


def _factors(text: str) -> tuple[float, ...]:
    return tuple(float(part) for part in text.split(","))


if __name__ == "__main__":
    main()
