"""What is typed behind an option, read: a figure, a day, a budget, an engine; each says what would be right where it is not."""

# ruff: noqa: PLC0415 - what reads an option is imported when it is typed, so that --help is there at once

from __future__ import annotations

import argparse
import datetime as dt
import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.replanning.request import Budget

DEFAULT_ENGINE = "highs"


def seconds(text: str) -> float:
    seconds = _number(text)
    if not (math.isfinite(seconds) and seconds > 0):
        raise argparse.ArgumentTypeError(f"{text} is no number of seconds above 0{_comma(text)}")
    return seconds


def share(text: str) -> float:
    share = _number(text)
    if not 0 <= share < 1:
        raise argparse.ArgumentTypeError(f"{text} is no fraction from 0 to 1; type 0.01 for 1 %")
    return share


def percent(text: str) -> float:
    """4 and 4% are the same; what a percentage may be is for whoever asks."""
    return figure(text.strip().removesuffix("%").strip())


def figure(text: str) -> float:
    """Any number that is one."""
    figure = _number(text)
    if not math.isfinite(figure):
        raise argparse.ArgumentTypeError(f"{text} is no number{_comma(text)}")
    return figure


def points(text: str) -> float:
    points = _number(text)
    if not (math.isfinite(points) and points >= 0):
        raise argparse.ArgumentTypeError(f"{text} is no number of points from 0{_comma(text)}")
    return points


def points_of_a_curve(text: str) -> int:
    if not text.isdecimal() or int(text) < 2:
        raise argparse.ArgumentTypeError(f"{text} is no number of plans for a curve; type 2 or more")
    return int(text)


def day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no date; type it as 2027-03-01") from None


def budget(text: str) -> Budget:
    """3% or 3 % is a share of the plan's hours, 120 or 120h are hours; 0.03 could be either and is refused."""
    from planner.replanning.request import Budget

    figure, percent = _number(text.strip().removesuffix("%").removesuffix("h").strip()), text.strip().endswith("%")
    if not (math.isfinite(figure) and figure >= 0) or (percent and figure > 100) or (not percent and 0 < figure < 1):
        raise argparse.ArgumentTypeError(
            f"{text} is no budget; type 0% to 100% of the plan's hours such as 3%, or a number of hours from 1 such as 120{_comma(text)}"
        )
    return Budget(share=figure / 100) if percent else Budget(hours=figure)


def count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text} is no whole number from 0")
    return int(text)


def cluster(text: str) -> str:
    from solver.executing.address import WrongAddressError, checked

    try:
        checked(text)
    except WrongAddressError as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from None
    return text


def engine(text: str) -> str:
    if text.strip().lower() == DEFAULT_ENGINE:
        return DEFAULT_ENGINE  # always there; the solver is not imported to say so
    from solver.engines import named
    from solver.errors import EngineError

    try:
        return named(text)
    except EngineError as missing:
        raise argparse.ArgumentTypeError(str(missing)) from None


def _comma(text: str) -> str:
    """A word to who writes decimals with a comma, which could be a thousand here."""
    return "; decimals have a point, as in 2.5" if "," in text else ""


def _number(text: str) -> float:
    """Not a number where none can be read, which no range allows."""
    try:
        return float(text)
    except ValueError:
        return math.nan
