"""What has changed since the plan that this one is measured against, figure by figure: sign, arrow and word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from data.plan import Plan
from planner.comparing.measures import Aim
from planner.insight.kpis import Figures
from ui.presenters.formats import Formats
from ui.presenters.saying import translate
from ui.presenters.situation import Measured


@dataclass(frozen=True, slots=True)
class Change:
    """`figure` is the difference with arrow, sign, unit and word; `since` names the plan; `mark` is "good", "bad" or nothing."""

    figure: str
    since: str
    explained: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """How the differences of one figure are said: what it is of a plan, how it is written, and what one more of it is."""

    of: Callable[[Figures], float]
    say: Callable[[float], str]
    write: Callable[[float], str]
    unit: str
    least: float
    aim: Aim = Aim.MORE


def points(of: Callable[[Figures], float], formats: Formats, aim: Aim = Aim.MORE) -> Scale:
    """A share, whose differences are percentage points."""
    return Scale(
        of,
        lambda share: formats.percent(share, 1),
        lambda share: formats.number(share * 100, 1),
        translate("Measuring", "points"),
        0.0005,
        aim,
    )


def hours(of: Callable[[Figures], float], formats: Formats, aim: Aim) -> Scale:
    return Scale(of, lambda figure: f"{formats.hours(figure)} h", formats.hours, "h", 0.05, aim)


def count(of: Callable[[Figures], float], formats: Formats, aim: Aim = Aim.MORE) -> Scale:
    return Scale(of, formats.number, formats.number, "", 0.5, aim)


def change(figures: Figures, measured: Measured | None, scale: Scale, now: dt.datetime, formats: Formats) -> Change | None:
    """The change of one figure; None where there is no plan to measure against."""
    if measured is None:
        return None
    was, present = scale.of(measured.figures), scale.of(figures)
    at = _day(measured.plan, now, formats)
    if measured.called:
        since = translate("Measuring", "since “{name}”").format(name=measured.called)
        explained = translate(
            "Measuring", "{before} in the baseline “{name}” of {day}, {now} now; both measured against the portfolio as it stands."
        )
    elif measured.in_force:
        since = translate("Measuring", "since the plan of record")
        explained = translate(
            "Measuring", "{before} in the plan of record of {day}, {now} now; both measured against the portfolio as it stands."
        )
    else:
        since = translate("Measuring", "since the plan of {day}").format(day=at)
        explained = translate("Measuring", "{before} in the plan of {day}, {now} now; both measured against the portfolio as it stands.")
    explained = explained.format(before=scale.say(was), name=measured.called, day=at, now=scale.say(present))
    by = present - was
    if abs(by) < scale.least:
        return Change(translate("Measuring", "= unchanged"), since, explained)
    arrow, sign = ("▲", "+") if by > 0 else ("▼", "−")
    word, mark = _judged(by, scale.aim)
    figure = " ".join(filter(None, (f"{sign}{scale.write(abs(by))}", scale.unit)))
    return Change(f"{arrow} {figure}, {word}", since, explained, mark)


def _day(plan: Plan, now: dt.datetime, formats: Formats) -> str:
    """When a plan was made: the day, with the year where that is another; its time where it is of today."""
    at = plan.solved_at.astimezone(now.tzinfo)
    if at.date() == now.date():
        return f"{at:%H:%M}"
    return formats.day(at.date()) if at.year == now.year else f"{formats.day(at.date())} {at.year}"


def _judged(by: float, aim: Aim) -> tuple[str, str]:
    """The word for a difference, and how it is marked."""
    if aim is Aim.NEITHER:
        return (translate("Measuring", "higher") if by > 0 else translate("Measuring", "lower")), ""
    is_better = (by > 0) == (aim is Aim.MORE)
    return (translate("Measuring", "better"), "good") if is_better else (translate("Measuring", "worse"), "bad")
