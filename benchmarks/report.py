"""What a measurement says: Markdown tables, the machine they were taken on, and figures as they are written."""

from __future__ import annotations

import math
import os
import platform
import statistics
import sys
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from time import perf_counter

PARTS = ("numpy", "highspy", "PuLP", "numba", "SQLAlchemy", "PySide6-Essentials")


def heading(title: str, *words: str) -> None:
    """A section with the command that makes it and the machine it ran on."""
    print(f"\n### {title}\n")
    print(f"`python -m {command()}`; {machine()}.{' ' if words else ''}{' '.join(words)}\n")


def command() -> str:
    """The module that runs, with its arguments, as it would be typed."""
    spec = sys.modules["__main__"].__spec__
    name = spec.name.removesuffix(".__main__") if spec else Path(sys.argv[0]).stem
    return " ".join([name, *sys.argv[1:]])


def machine() -> str:
    load = f", load {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""
    return f"{os.cpu_count()} cores{load}, Python {platform.python_version()}, {', '.join(f'{part} {version(part)}' for part in PARTS)}"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Prints a Markdown table; every column but the first is of figures."""
    print(f"| {' | '.join(headings)} |")
    print("|" + "|".join("---" if n < 1 else "---:" for n in range(len(headings))) + "|")
    for row in rows:
        print(f"| {' | '.join(row)} |")
    sys.stdout.flush()


def tell(words: str) -> None:
    """How a long measurement stands, on stderr."""
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()


def timed(task: Callable[[], object]) -> float:
    """Seconds a task takes."""
    started = perf_counter()
    task()
    return perf_counter() - started


def median(figures: Iterable[float | None]) -> float | None:
    """The median of those that are known; None where none is."""
    known = [figure for figure in figures if figure is not None]
    return statistics.median(known) if known else None


def percentile(figures: Sequence[float], share: float) -> float:
    """The smallest figure that at least this share of all figures does not exceed."""
    ordered = sorted(figures)
    return ordered[max(0, math.ceil(len(ordered) * share) - 1)]


def share(figure: float | None) -> str:
    return "-" if figure is None else f"{figure:.2%}".replace("%", " %")


def number(figure: float | None, decimals: int = 0) -> str:
    return "-" if figure is None else f"{figure:,.{decimals}f}"


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:,.{1 if seconds < 0.1 else 0}f} ms"


def times(factor: float) -> str:
    """How many times as much, to two or three figures."""
    return f"{factor:,.{0 if factor >= 100 else 1 if factor >= 10 else 2}f}×"
