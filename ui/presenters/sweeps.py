"""Sweeps in the words of the window: what may vary, every point with its figures, and what stands out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from data.entities import Id
from planner.comparing.measures import MEANINGS, Aim, Form, Measure
from planner.sweeping import Axis, Input, Point, Sweep, Swept, What
from planner.sweeping.points import MEASURES
from ui.presenters.columns import Column, by_figure, worded
from ui.presenters.comparing import Line
from ui.presenters.formats import NOTHING, Formats
from ui.presenters.saying import counted, translate
from ui.presenters.terms import said

INPUTS = {
    What.DELAY: translate("Sweeps", "Delay of a project, weeks"),
    What.MORE: translate("Sweeps", "More people of a role"),
    What.CAPACITY: translate("Sweeps", "Capacity, %"),
    What.EFFORT: translate("Sweeps", "Effort of a project, %"),
    What.COVERAGE: translate("Sweeps", "Minimum coverage, %"),
    What.ASSIGNMENT: translate("Sweeps", "Assignment cost, h"),
    What.PRIORITY: translate("Sweeps", "Priority of a project"),
    What.RANK: translate("Sweeps", "Rank of a project"),
    What.IN: translate("Sweeps", "A project out or in"),
}
"""The inputs as they are chosen."""
HEADINGS = {
    What.DELAY: translate("Sweeps", "Delay of {name}, weeks"),
    What.MORE: translate("Sweeps", "More people: {name}"),
    What.CAPACITY: translate("Sweeps", "Capacity of {name}"),
    What.EFFORT: translate("Sweeps", "Effort of {name}"),
    What.COVERAGE: translate("Sweeps", "Minimum coverage"),
    What.ASSIGNMENT: translate("Sweeps", "Assignment cost"),
    What.PRIORITY: translate("Sweeps", "Priority of {name}"),
    What.RANK: translate("Sweeps", "Rank of {name}"),
    What.IN: translate("Sweeps", "{name} in the plan"),
}
"""The same of one thing, over a column."""
USUAL: dict[What, tuple[float, float, float]] = {
    What.DELAY: (0, 6, 1),
    What.MORE: (0, 5, 1),
    What.CAPACITY: (-20, 20, 10),
    What.EFFORT: (-20, 20, 10),
    What.COVERAGE: (50, 100, 10),
    What.ASSIGNMENT: (0, 8, 2),
    What.PRIORITY: (1, 5, 1),
    What.RANK: (1, 5, 1),
    What.IN: (0, 1, 1),
}
"""First, last and step that are offered."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A sweep in the list: its study's id, what it is called, and whether it is out of date."""

    id: Id
    name: str
    out_of_date: bool


def heading(varied: Input) -> str:
    return HEADINGS[varied.what].format(name=varied.name or translate("Sweeps", "everybody"))


def figure_text(varied: Input, figure: float, formats: Formats) -> str:
    """A figure with its sign where it is one more or less."""
    if varied.what is What.IN:
        return translate("Sweeps", "in") if figure else translate("Sweeps", "out")
    text = formats.figure(abs(figure))
    signed = varied.meaning.least < 0 or varied.what is What.MORE
    sign = "−" if figure < 0 else "+" if figure and signed else ""
    unit = varied.meaning.unit if varied.meaning.unit in ("%", "h") else ""
    return f"{sign}{text} {unit}".strip()


def point_text(swept: Swept, point: Point, formats: Formats) -> str:
    """The figures of a point, one after another."""
    pairs = zip(swept.sweep.axes, swept.sweep.figures(point.place), strict=True)
    return " · ".join(f"{heading(axis.input)}: {figure_text(axis.input, figure, formats)}" for axis, figure in pairs)


def headline(swept: Swept, formats: Formats) -> str:
    """Where the value is greatest."""
    found = swept.solved
    if not found:
        return translate("Sweeps", "No point has a plan yet")
    best = max(found, key=lambda point: point.measures.get(Measure.VALUE) or 0.0)
    told = translate("Sweeps", "Value is greatest at {point}: {value} points").format(
        point=point_text(swept, best, formats), value=formats.number(best.measures.get(Measure.VALUE))
    )
    return told if not swept.ended else translate("Sweeps", "{told}. Stopped early").format(told=told)


def cost_text(sweep: Sweep, seconds: float, formats: Formats) -> str:
    """How many points, and about how long they take, the first of them so many seconds."""
    total = sweep.seconds(seconds)
    count = counted("Sweeps", "%n points", "%n point", sweep.count, formats.number(sweep.count))
    if total < 90:
        return translate("Sweeps", "{points}: about {seconds} s").format(points=count, seconds=formats.number(total))
    return translate("Sweeps", "{points}: about {minutes} min").format(points=count, minutes=formats.number(total / 60, 1))


def lines(swept: Swept) -> tuple[Line[Point], ...]:
    """A row for each point."""
    return tuple(Line(Id(str(row)), swept.sweep.words(point.place), point) for row, point in enumerate(swept.points))


def columns(swept: Swept, formats: Formats) -> list[Column[Line[Point]]]:
    """The figures of the inputs, value and bound, the measures that any point has, and why a point has no plan."""
    told = [measure for measure in MEASURES if any(point.measures.get(measure) is not None for point in swept.points)]
    found = [_axis(swept, row, axis, formats) for row, axis in enumerate(swept.sweep.axes)]
    found += [_measure(measure, formats) for measure in told[:1]]
    found.append(
        Column(
            "bound",
            translate("Sweeps", "Bound"),
            100,
            lambda line: formats.number(line.of.bound),
            lambda line: by_figure(line.of.bound),
            translate("Sweeps", "No plan of this point is worth more: proved"),
            numeric=True,
        )
    )
    found += [_measure(measure, formats) for measure in told[1:]]
    if any(point.why for point in swept.points):
        found.append(worded("why", translate("Sweeps", "Why there is no plan"), 320, lambda line: line.of.why))
    return found


def _axis(swept: Swept, row: int, axis: Axis, formats: Formats) -> Column[Line[Point]]:
    def figure(line: Line[Point]) -> float:
        return swept.sweep.figures(line.of.place)[row]

    return Column(
        f"axis {row}",
        heading(axis.input),
        max(110, 8 * len(heading(axis.input)) + 24),
        lambda line: figure_text(axis.input, figure(line), formats),
        lambda line: by_figure(figure(line)),
        numeric=True,
    )


def _measure(measure: Measure, formats: Formats) -> Column[Line[Point]]:
    name = said(measure.value)
    return Column(
        measure.value,
        name,
        max(90, 8 * len(name) + 24),
        lambda line: written(line.of.measures.get(measure), MEANINGS[measure].form, formats),
        lambda line: by_figure(line.of.measures.get(measure)),
        {Aim.MORE: translate("Sweeps", "More is better"), Aim.LESS: translate("Sweeps", "Less is better")}.get(MEANINGS[measure].aim, ""),
        numeric=True,
    )


def written(figure: float | None, form: Form, formats: Formats) -> str:
    """A figure with its unit."""
    ways: dict[Form, Callable[[float | None], str]] = {
        Form.SHARE: partial(formats.percent, decimals=1),
        Form.HOURS: formats.hours,
        Form.FIGURE: formats.figure,
    }
    return NOTHING if figure is None else ways.get(form, formats.number)(figure)
