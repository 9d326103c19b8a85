"""An input with its figures as text: "delay:Project A=0..12", "capacity=-20..20 by 5", "in:Project B=0,1"."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from difflib import get_close_matches

from planner.sweeping.inputs import Input, Subject, What
from planner.sweeping.question import MOST_POINTS, Axis, NoSweepError

EXAMPLE = "delay:Project A=0..12, more:Tester=0..5, capacity=-20..20 by 5"
_SPAN = re.compile(r"\s*(?P<first>[-+]?[\d.]+?)\s*\.\.\s*(?P<last>[-+]?[\d.]+)\s*%?\s*(?:by\s+(?P<step>[\d.]+)\s*%?\s*)?")
ROUNDING = 1e-6
"""Of a step, by which the last figure may be missed."""


def read_axis(text: str) -> Axis:
    """The axis that a text says; names may hold colons and equals signs. Raises NoSweepError, which says what would be right."""
    head, equals, figures = text.rpartition("=")
    if not equals:
        raise NoSweepError(f"“{text}” names no figures; type an input and its figures, such as {EXAMPLE}.")
    word, _, name = head.partition(":")
    return Axis(Input(_what(word.strip(), name.strip()), name.strip()), tuple(sorted({*_figures(figures)})))


def axis_text(axis: Axis) -> str:
    """The same axis as text, figure by figure, which `read_axis` reads again."""
    name = f":{axis.input.name}" if axis.input.name else ""
    return f"{axis.input.what}{name}={','.join(f'{figure:.10g}' for figure in axis.figures)}"


def _what(word: str, name: str) -> What:
    try:
        what = What(word.lower())
    except ValueError:
        near = get_close_matches(word.lower(), list(What), 1, 0.5)
        meant = f" Is “{near[0]}” meant?" if near else ""
        raise NoSweepError(f"“{word}” is no input that can vary; name one of {', '.join(What)}.{meant}") from None
    subject = Input(what).meaning.subject
    if subject is Subject.NOTHING and name:
        raise NoSweepError(f"{what} is of the whole portfolio; type {what}=… without “{name}”.")
    if subject in (Subject.PROJECT, Subject.ROLE) and not name:
        raise NoSweepError(f"{what} is of a {subject}; type its name, as in {what}:NAME=….")
    return what


def _figures(text: str) -> Iterator[float]:
    """From 0..12, from 0..12 by 2, or from 0, 2, 4."""
    for part in text.split(","):
        span = _SPAN.fullmatch(part)
        if span is None:
            yield _figure(part)
        else:
            yield from between(_figure(span["first"]), _figure(span["last"]), _figure(span["step"] or "1"))


def between(first: float, last: float, step: float) -> Iterator[float]:
    """The figures from the first to the last by a step. Raises NoSweepError where there are none, or too many."""
    if last < first or step <= 0:
        raise NoSweepError(f"{first:g}..{last:g} by {step:g} names no figures; the first is the least, and a step is above 0.")
    count = int((last - first) / step + ROUNDING)
    if count > MOST_POINTS:
        raise NoSweepError(f"{first:g}..{last:g} by {step:g} are {count + 1:,} figures, and a sweep has {MOST_POINTS} points at most.")
    for number in range(count + 1):
        yield round(first + number * step, 6)


def _figure(text: str) -> float:
    try:
        figure = float(text.strip().removesuffix("%"))
    except ValueError:
        figure = float("nan")
    if not math.isfinite(figure):
        raise NoSweepError(f"“{text.strip()}” is no figure; type figures as in 0..12, in -20..20 by 5 or in 0,2,4.")
    return figure + 0.0
