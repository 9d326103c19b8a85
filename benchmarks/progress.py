"""How a plan grew: the lines that a solve writes on its way, read back as value and bound by the second, and as time by part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

LINE = re.compile(r"^(?P<phase>[^:]+): value (?P<value>-?\d[\d,]*|-), bound (?P<bound>-?\d[\d,]*|-|inf)")
NEAR = 0.01
"""Share of the value at the end that a plan may lack and still be called near it."""
PARTS = MappingProxyType(
    {
        "Reading the problem": "read",
        "Pricing capacity": "price",
        "First plan": "build",
        "Bounding": "bound",
        "Tightening the bound": "bound",
        "Improving": "search",
        "Proving": "exact end",
        "Whole model": "engine",
    }
)
"""What the time until a phase is told belongs to; a phase that is not named here goes by its own name."""
ANNOUNCED = "Proving"
"""Told when it begins: the time until the next phase is its own."""
DONE = "Done"
WRITE = "write"


@dataclass(frozen=True, slots=True)
class Step:
    """What was told after some seconds; value and bound None where there was none yet."""

    seconds: float
    phase: str
    value: float | None
    bound: float | None


def steps(said: Iterable[tuple[float, str]]) -> tuple[Step, ...]:
    """The lines that tell of a solve, in their order; all others are passed over."""
    matched = ((when, LINE.match(line)) for when, line in said)
    return tuple(Step(when, found["phase"], _figure(found["value"]), _figure(found["bound"])) for when, found in matched if found)


def _figure(text: str) -> float | None:
    return None if text in {"-", "inf"} else float(text.replace(",", ""))


def first_plan(way: Sequence[Step]) -> float | None:
    """Seconds until there was a plan."""
    return next((step.seconds for step in way if step.value is not None), None)


def near_the_end(way: Sequence[Step], end: float) -> float | None:
    """Seconds until the value was within a hundredth of what it was in the end; None where it was never told."""
    return next((step.seconds for step in way if step.value is not None and step.value >= end - NEAR * abs(end)), None)


def parts(way: Sequence[Step], seconds: float) -> Mapping[str, float]:
    """Seconds of each part of a run that took so many: from the start of the process to the plan written."""
    spent: dict[str, float] = {}
    before, announced = 0.0, False
    for step in way:
        part = (
            PARTS[ANNOUNCED] if announced else PARTS["Improving"] if step.phase in {ANNOUNCED, DONE} else PARTS.get(step.phase, step.phase)
        )
        spent[part] = spent.get(part, 0.0) + step.seconds - before
        before, announced = step.seconds, step.phase == ANNOUNCED
    return spent | {WRITE: seconds - before}
