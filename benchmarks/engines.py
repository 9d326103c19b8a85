"""What an engine finds that is given the whole model in one piece (benchmarks.highs, benchmarks.cpsat), and how it says so."""

from __future__ import annotations

import time
from dataclasses import dataclass

from benchmarks.report import tell
from solver.problem import Floats


@dataclass(frozen=True, slots=True)
class Found:
    """The best point that an engine found, None where it found none, and what it proved; inf where nothing holds."""

    point: Floats | None
    bound: float


def announce(value: float, started: float) -> None:
    """What the product's progress says too, so that both are read alike."""
    tell(f"Whole model: value {value:,.0f}, bound -, gap -, {time.perf_counter() - started:.1f} s")
