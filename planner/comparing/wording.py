"""A comparison in plain words: how figures and differences are written, and what is said of each side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from data.entities import Hours
from planner.comparing.comparison import Comparison
from planner.comparing.hours import Happened
from planner.comparing.measures import Form, MeasureRow
from planner.comparing.rows import ProjectRow, ProjectSide
from planner.comparing.sides import Side

NONE, SAME = "–", "="
"""Where a side has no such figure, and where it is that of the first."""
WORST = 5
"""How many are named where there are many."""
GAP = "  "
"""Between two columns of text."""


def written(figure: float | None, form: Form) -> str:
    """A figure with its unit, but for points, counts and money."""
    if figure is None:
        return NONE
    match form:
        case Form.SHARE:
            return f"{100 * figure:.1f} %"
        case Form.HOURS:
            return hours(figure)
        case Form.FIGURE:
            return f"{figure:,.2f}"
    return f"{figure:,.0f}"


def difference(more: float | None, form: Form) -> str:
    """A difference with its sign, so that no colour is needed; shares differ by percentage points."""
    if more is None:
        return NONE
    said = f"{100 * abs(more):.1f} pp" if form is Form.SHARE else written(abs(more), form)
    return SAME if not any(sign in "123456789" for sign in said) else f"{'+' if more > 0 else '−'}{said}"


def beside(row: MeasureRow, side: int) -> str:
    """A side's figure, and in brackets how it differs from the first."""
    figure, form = written(row.figures[side], row.meaning.form), row.meaning.form
    more = row.difference(side) if side else None
    return figure if more is None else f"{figure} ({difference(more, form)})"


def hours(figure: Hours) -> str:
    """Whole hours; a decimal where less than ten are not whole."""
    fine = abs(figure) < 10 and abs(figure - round(figure)) >= 0.05
    return f"{figure:,.1f} h" if fine else f"{figure:,.0f} h"


def week_name(monday: dt.date) -> str:
    """A week as W14 · 5 Apr 2027."""
    return f"W{monday.isocalendar().week} · {monday.day} {monday:%b %Y}"


def plan_words(side: Side) -> str:
    """Which plan it is, and whether it is one of the portfolio as it stands."""
    plan = side.plan
    age = "" if side.is_current else "; out of date: its portfolio has changed since"
    gone = f"; {hours(side.elsewhere)} of it are for what is no longer there" if side.elsewhere > 0.5 else ""
    policy = f" by the policy “{plan.policy}”" if plan.policy else ""
    return f"{plan.status.value} plan of {plan.solved_at:%Y-%m-%d %H:%M}{policy}, gap {100 * side.figures.gap:.1f} %{age}{gone}"


def headline(comparison: Comparison, side: int) -> str:
    """What a side, counted from 1, is against the first, in one sentence."""
    first, other = comparison.first.name, comparison.sides[side].name
    parts = [
        _count(sum(_differs(row.sides, row.changed, side) for row in rows), one, many)
        for rows, one, many in (
            (comparison.projects, "project", "projects"),
            (comparison.people, "person", "people"),
            (comparison.weeks, "week", "weeks"),
        )
    ]
    parts = [part for part in parts if part]
    if not parts:
        return f"{other} is the same as {first}"
    return f"{other} differs from {first} in {_listed(parts)}; {hours_words(comparison, side)}"


def hours_words(comparison: Comparison, side: int) -> str:
    """What became of the hours, each named once."""
    moved = [
        (comparison.hours(side, Happened.PERSON), "to another person"),
        (comparison.hours(side, Happened.WEEK), "to another week"),
        (comparison.hours(side, Happened.BOTH), "to another person and week"),
    ]
    told = [f"{hours(figure)} {where}" for figure, where in moved if figure]
    came, went = comparison.hours(side, Happened.ADDED), comparison.hours(side, Happened.REMOVED)
    parts = [
        *([f"moved {_listed(told)}"] if told else []),
        *([f"{hours(came)} added"] if came else []),
        *([f"{hours(went)} removed"] if went else []),
    ]
    return ", ".join(parts) or "no hours moved"


def project_words(row: ProjectRow, side: int) -> str:
    """What becomes of a project in a side, against the first; empty where nothing does."""
    first, other = row.sides[0], row.sides[side]
    if first is None or other is None:
        return "" if first is other else "only here" if first is None else "not here"
    return ", ".join(filter(None, (*_standing(first, other), *_covered(first, other), *_moved(row, side))))


def _standing(first: ProjectSide, other: ProjectSide) -> Iterator[str]:
    if first.takes_part != other.takes_part:
        yield "taken in" if other.takes_part else "left out"
        return
    later = other.delay - first.delay
    dates = [(after - before).days // 7 for before, after in ((first.first, other.first), (first.last, other.last)) if before and after]
    weeks = later or next((each for each in dates if each), 0)
    if weeks:
        yield f"{abs(weeks)} week{'' if abs(weeks) == 1 else 's'} {'later' if weeks > 0 else 'earlier'}"
    if first.priority != other.priority:
        yield f"priority {other.priority} instead of {first.priority}"


def _covered(first: ProjectSide, other: ProjectSide) -> Iterator[str]:
    if first.asked != other.asked:
        yield f"asks {hours(other.asked)} instead of {hours(first.asked)}"
    if first.met != other.met:
        yield f"gets {hours(other.met)} instead of {hours(first.met)}"


def _moved(row: ProjectRow, side: int) -> Iterator[str]:
    if row.changed[side]:
        yield f"{hours(row.changed[side])} changed"


def worst_projects(comparison: Comparison, side: int) -> list[ProjectRow]:
    """The projects that differ in a side: first those that only one holds or takes in, then those of most hours met more or less."""

    def order(row: ProjectRow) -> tuple[bool, float, float, str]:
        first, other = row.sides[0], row.sides[side]
        in_both = first is not None and other is not None and first.takes_part is other.takes_part
        more = abs(other.met - first.met) if first is not None and other is not None else 0.0
        return in_both, -more, -row.changed[side], comparison.names.projects[row.key]

    return sorted((row for row in comparison.projects if project_words(row, side)), key=order)


def _differs(sides: tuple[object, ...], changed: tuple[Hours, ...], side: int) -> bool:
    return sides[side] != sides[0] or changed[side] > 0


def summary(comparison: Comparison) -> str:
    """The figures side by side, then what differs, as text of fixed width."""
    parts = ["\n".join(_sides(comparison)), "\n".join(_measures(comparison))]
    parts += ["\n".join(_side(comparison, side)) for side in range(1, len(comparison.sides))]
    return "\n\n".join(parts)


def _sides(comparison: Comparison) -> Iterator[str]:
    width = max(len(side.name) for side in comparison.sides)
    for side in comparison.sides:
        yield f"{side.name:{width}}{GAP}{plan_words(side)}"


def _measures(comparison: Comparison) -> Iterator[str]:
    """The figures as columns, each difference from the first side beside its figure."""
    cells = [[row.name, *(beside(row, side) for side in range(len(comparison.sides)))] for row in comparison.measures]
    table = [["", *(side.name for side in comparison.sides)], *cells]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for name, *figures in table:
        yield GAP.join([f"{name:{widths[0]}}", *(f"{each:>{width}}" for each, width in zip(figures, widths[1:], strict=True))]).rstrip()


def _side(comparison: Comparison, side: int) -> Iterator[str]:
    yield f"{headline(comparison, side)}."
    names = comparison.names
    projects = worst_projects(comparison, side)
    for row in projects[:WORST]:
        yield f"  {names.projects[row.key]}: {project_words(row, side)}"
    if len(projects) > WORST:
        yield f"  and {_count(len(projects) - WORST, 'more project', 'more projects')}"
    people = sorted((row for row in comparison.people if row.changed[side]), key=lambda row: (-row.changed[side], names.resources[row.key]))
    if people:
        most = [f"{names.resources[row.key]} {hours(row.changed[side])}" for row in people[:WORST]]
        yield f"  People with most hours changed: {', '.join(most)}{_and_more(len(people))}"
    weeks = sorted((row for row in comparison.weeks if row.changed[side]), key=lambda row: (-row.changed[side], row.key))
    if weeks:
        most = [f"{week_name(row.key)} {hours(row.changed[side])}" for row in weeks[:WORST]]
        yield f"  Weeks with most hours changed: {', '.join(most)}{_and_more(len(weeks))}"


def _and_more(count: int) -> str:
    return f" and {count - WORST} more" if count > WORST else ""


def _count(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}" if count else ""


def _listed(parts: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
