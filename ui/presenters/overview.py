"""The overview in words: tiles with their formulas, and the worst shortages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.entities import Id
from planner.insight.kpis import Figures
from planner.insight.unmet import SHORT
from ui.presenters.columns import Column, by_figure, by_text
from ui.presenters.formats import Formats
from ui.presenters.situation import Situation

WORST = 24
"""Shortages listed: what fits beside a large chart; the table of demands has them all."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure: what it is, how it stands ("good", "warning", "bad" or nothing), how it is worked out."""

    label: str
    figure: str
    note: str
    formula: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Shortage:
    """A demand that gets less than it asks."""

    id: Id
    project: str
    demand: str
    hours: float
    cause: str
    sentence: str


def tiles(situation: Situation, formats: Formats) -> tuple[Tile, ...]:
    """The figures of the plan, or of the portfolio where there is no plan yet."""
    if situation.figures is None:
        return _before_a_plan(situation, formats)
    return _of_a_plan(situation.figures, formats)


def headline(situation: Situation, formats: Formats) -> str:
    """One line that says how things stand."""
    if situation.figures is None:
        return "There is no plan yet. Solve to share the people among the projects."
    figures = situation.figures
    inside, shares = _of_those_in(situation), situation.standing.demands
    left = sum(share.whole - (share.part or 0.0) > SHORT for key, share in shares.items() if key in inside)
    short = (
        f"{formats.hours(figures.hours_asked - figures.hours_met)} h are short in {_counted(left, 'demand')}"
        if left
        else "Every demand is met"
    )
    out = figures.projects_asking - figures.projects_in
    later = figures.delayed_projects
    besides = f", {_counted(out, 'project')} left out" if out else ""
    besides += f", {_counted(later, 'project')} delayed" if later else ""
    old = "" if situation.current else " The portfolio has changed since: this plan is out of date."
    return f"{short}{besides}; the plan is proved within {formats.percent(figures.gap, 1)} of the best possible.{old}"


def _of_those_in(situation: Situation) -> set[Id]:
    """The demands of the projects that take part."""
    chosen = dict(zip(situation.portfolio.projects, situation.book.chosen.tolist(), strict=True))
    return {key for key, demand in situation.portfolio.demands.items() if chosen[demand.project_id]}


def shortages(situation: Situation) -> list[Shortage]:
    """The demands with most weighted hours short."""
    portfolio = situation.portfolio
    return [
        Shortage(
            id=one.demand_id,
            project=portfolio.projects[one.project_id].name,
            demand=portfolio.demands[one.demand_id].name,
            hours=one.hours_unmet,
            cause=one.cause.value,
            sentence=one.sentence,
        )
        for one in situation.unmet[:WORST]
    ]


def shortage_columns(formats: Formats) -> Sequence[Column[Shortage]]:
    return (
        Column("project", "Project", 150, lambda row: row.project, lambda row: by_text(row.project)),
        Column("demand", "Demand", 70, lambda row: row.demand, lambda row: by_text(row.demand)),
        Column("hours", "Short h", 64, lambda row: formats.hours(row.hours), lambda row: by_figure(row.hours), numeric=True),
        Column("cause", "Why", 150, lambda row: row.cause, lambda row: by_text(row.cause), explain=lambda row: row.sentence),
    )


def _of_a_plan(figures: Figures, formats: Formats) -> tuple[Tile, ...]:
    out, later = figures.projects_asking - figures.projects_in, figures.delayed_projects
    besides = [*([f"{out} left out"] if out else []), *([f"{later} delayed"] if later else [])]
    return (
        Tile(
            "Coverage",
            formats.percent(figures.coverage, 1),
            f"{formats.hours(figures.hours_met)} of {formats.hours(figures.hours_asked)} h",
            "Hours met ÷ hours asked, of the projects that take part",
        ),
        Tile(
            "Weighted coverage",
            formats.percent(figures.weighted_coverage, 1),
            "by weight of the projects",
            "Σ weight × hours met ÷ Σ weight × hours asked",
        ),
        Tile(
            "Utilisation",
            formats.percent(figures.utilisation, 1),
            f"{formats.number(figures.bench, 1)} FTE free",
            "Hours allocated ÷ capacity, sums divided; free: Σ max(0, capacity − allocated) in FTE",
        ),
        _overload(figures, formats),
        Tile(
            "Projects in",
            f"{figures.projects_in} of {figures.projects_asking}",
            ", ".join(besides) or _counted(figures.assignments, "assignment"),
            f"Projects that take part in the plan, of those that may; {figures.assignments} assignments, each one resource on one demand",
            "warning" if besides else "",
        ),
        Tile(
            "Proved gap",
            formats.percent(figures.gap, 1),
            f"{formats.number(figures.value)} points",
            f"(bound − value) ÷ max(1, |bound|); proved: no plan is worth more than {formats.number(figures.bound)} points",
            "good" if figures.gap <= 0.03 else "warning",
        ),
    )


def _overload(figures: Figures, formats: Formats) -> Tile:
    over = figures.over_allocated_hours
    return Tile(
        "Overload",
        f"{formats.hours(over)} h",
        f"in {_counted(figures.over_allocated_weeks, 'resource-week')}" if figures.over_allocated_weeks else "nobody above capacity",
        "Σ max(0, allocated − capacity), and the weeks of resources in which it happens",
        "bad" if figures.over_allocated_weeks else "good",
    )


def _before_a_plan(situation: Situation, formats: Formats) -> tuple[Tile, ...]:
    portfolio, book = situation.portfolio, situation.book
    asked, room = float(book.asked.sum()), float(book.capacity.sum())
    share = asked / room if room > 0 else None
    return (
        Tile("Resources", formats.number(len(portfolio.resources)), f"{formats.hours(room)} h of capacity", "People, teams and equipment"),
        Tile(
            "Projects",
            formats.number(len(portfolio.projects)),
            f"{int(book.chosen.sum())} may take part",
            "Proposed, approved and active projects may take part",
        ),
        Tile(
            "Demands",
            formats.number(len(portfolio.demands)),
            f"{formats.hours(asked)} h asked",
            "Hours asked by projects that may take part",
        ),
        Tile(
            "Asked of capacity",
            formats.percent(share),
            "more than there is" if share and share > 1 else "as a whole; roles and weeks may differ",
            "Hours asked ÷ capacity over the whole horizon",
            "warning" if share and share > 1 else "",
        ),
    )


def _counted(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
