"""A sweep in words and plain values: a row for each point, and what stands out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from planner.comparing.measures import MEANINGS, Form, Measure
from planner.comparing.wording import NONE, written
from planner.printed import aligned
from planner.sweeping.points import MEASURES, NOT_SOLVED, Point, Swept
from planner.sweeping.question import Place
from planner.sweeping.reading import axis_text

SHORT = (
    Measure.VALUE, Measure.GAP, Measure.COVERAGE, Measure.WEIGHTED, Measure.UTILISATION, Measure.OVER, Measure.COST, Measure.PROJECTS_IN,
    Measure.DELAYED,
)  # fmt: skip
"""What a terminal has room for."""
DECIMALS = 4


def summary(swept: Swept) -> str:
    """All of it for a terminal."""
    lines = [finding(swept), "", aligned(_rows(swept), left=0)]
    lines += ["", *told] if (told := list(_without_plan(swept))) else []
    if swept.ended:
        lines += ["", f"Ended early ({swept.ended}): {len(swept.solved)} of {len(swept.points)} points are solved."]
    return "\n".join(lines)


def finding(swept: Swept) -> str:
    """What stands out, in one sentence: the point worth most, and what it gains upon the one worth least."""
    found = swept.solved
    if not found:
        return "No point has a plan"
    best = max(found, key=lambda point: point.measures[Measure.VALUE] or 0.0)
    worst = min(found, key=lambda point: point.measures[Measure.VALUE] or 0.0)
    most, least = (point.measures[Measure.VALUE] or 0.0 for point in (best, worst))
    if len(found) == 1 or most - least <= 1e-4 * max(1.0, abs(most)):
        return f"Value stays at {most:,.0f} points"
    more = f"{100 * (most - least) / abs(least):.1f} % more than" if least else f"{most - least:,.0f} points more than"
    return f"Value is greatest at {_figures(swept, best)}: {most:,.0f} points, {more} at {_figures(swept, worst)}"


def _figures(swept: Swept, point: Point) -> str:
    return ", ".join(figures_words(swept, point.place))


def figures_words(swept: Swept, place: Place) -> tuple[str, ...]:
    """The point's figures, each with its unit."""
    return tuple(axis.input.words(figure) for axis, figure in zip(swept.sweep.axes, swept.sweep.figures(place), strict=True))


def _rows(swept: Swept) -> list[tuple[str, ...]]:
    measures = [measure for measure in SHORT if any(point.measures.get(measure) is not None for point in swept.points)]
    rows = [(*(axis.input.heading for axis in swept.sweep.axes), *("Value", "Bound"), *(each.value for each in measures[1:]))]
    for point in swept.points:
        bound = written(point.bound, Form.POINTS)
        value, *others = (_written(point, measure) for measure in measures) if measures else (NONE,)
        rows.append((*figures_words(swept, point.place), value, bound, *others))
    return rows


def _written(point: Point, measure: Measure) -> str:
    return written(point.measures.get(measure), MEANINGS[measure].form)


def _without_plan(swept: Swept) -> Iterator[str]:
    for point in swept.points:
        if point.why and not point.is_solved and point.why != NOT_SOLVED:
            yield f"{swept.sweep.words(point.place)}: {point.why}"


def question_values(swept: Swept) -> Mapping[str, object]:
    """What was asked, so that it can be asked again."""
    options = swept.options
    return {
        "vary": [axis_text(axis) for axis in swept.sweep.axes],
        "time_limit": options.time_limit,
        "effort": options.effort,
        "gap": options.gap,
        "seed": options.seed,
        "policy": swept.policy or None,
    }


def point_values(swept: Swept) -> Sequence[Mapping[str, object]]:
    """Every point as plain values; shares are fractions."""
    return [
        {
            "at": list(swept.sweep.figures(point.place)),
            "bound": None if point.bound is None else round(point.bound, DECIMALS),
            "status": point.status.value if point.status else None,
            "figures": {measure.value: _rounded(point.measures[measure]) for measure in MEASURES if measure in point.measures},
            "why": point.why,
        }
        for point in swept.points
    ]


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, DECIMALS)
