"""The figures of the overview: each with its formula, what has changed since the plan before, and where its cause is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from planner.comparing.measures import Aim
from planner.insight.kpis import Figures
from ui.presenters.column_filter import ColumnFilter
from ui.presenters.formats import NOTHING, WHOLE, Formats
from ui.presenters.leads import InsightPart, Lead, Page, ToInsight, ToMap, ToTable
from ui.presenters.measuring import Change, Scale, change, count, hours, points
from ui.presenters.saying import counted, translate
from ui.presenters.situation import Situation

CLOSE = 0.03
"""A proved gap up to which a plan is good."""
SHORT_OF_ALL = WHOLE * 100
"""Percent of coverage below which a project is short: what is written as 100 % is met."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure: what it is, how it stands ("good", "warning", "bad" or nothing), how it is worked out.

    lead    where its cause is, which `leads` says in words
    change  against the plan before; None where there is none, or the figure cannot be compared
    """

    label: str
    figure: str
    note: str
    formula: str
    lead: Lead
    leads: str
    mark: str = ""
    change: Change | None = None


def tiles(situation: Situation, now: dt.datetime, formats: Formats) -> tuple[Tile, ...]:
    """The figures of the plan, or of the portfolio where there is no plan yet."""
    figures = situation.figures
    if figures is None:
        return _before_a_plan(situation, formats)

    def since(scale: Scale) -> Change | None:
        return change(figures, situation.measured, scale, now, formats)

    return (
        Tile(
            translate("Tiles", "Coverage"),
            formats.percent(figures.coverage, 1),
            translate("Tiles", "{met} of {asked} h").format(met=formats.hours(figures.hours_met), asked=formats.hours(figures.hours_asked)),
            translate("Tiles", "Hours met ÷ hours asked, of the projects that take part"),
            ToInsight(InsightPart.NOT_MET),
            translate("Tiles", "Shows what is not met, and why"),
            change=since(points(lambda each: each.coverage, formats)),
        ),
        Tile(
            translate("Tiles", "Weighted coverage"),
            formats.percent(figures.weighted_coverage, 1),
            translate("Tiles", "by weight of the projects"),
            translate("Tiles", "Σ weight × hours met ÷ Σ weight × hours asked"),
            ToTable(Page.PROJECTS, {"coverage": ColumnFilter(f"< {formats.figure(SHORT_OF_ALL)}")}),
            translate("Tiles", "Shows the projects that are short"),
            change=since(points(lambda each: each.weighted_coverage, formats)),
        ),
        Tile(
            translate("Tiles", "Utilisation"),
            formats.percent(figures.utilisation, 1),
            translate("Tiles", "{number} FTE free").format(number=formats.number(figures.bench, 1)),
            translate("Tiles", "Hours allocated ÷ capacity, sums divided; free: Σ max(0, capacity − allocated) in FTE"),
            ToInsight(InsightPart.ROLES),
            translate("Tiles", "Shows which roles are full, and which have hours free"),
            change=since(points(lambda each: each.utilisation, formats, Aim.NEITHER)),
        ),
        _overload(situation, figures, since(hours(lambda each: each.over_allocated_hours, formats, Aim.LESS)), formats),
        _projects_in(situation, figures, since(count(lambda each: float(each.projects_in), formats)), formats),
        _gap(situation, figures, now, formats),
    )


def _overload(situation: Situation, figures: Figures, changed: Change | None, formats: Formats) -> Tile:
    over = figures.over_allocated_hours
    above = situation.book.load - situation.book.capacity
    lead = ToMap()
    if figures.over_allocated_weeks:
        row, week = np.unravel_index(int(above.argmax()), above.shape)
        lead = ToMap(list(situation.portfolio.resources)[int(row)], situation.weeks[int(week)], overloaded=True)
    return Tile(
        translate("Tiles", "Overload"),
        f"{formats.hours(over)} h",
        counted("Tiles", "in %n resource-weeks", "in %n resource-week", figures.over_allocated_weeks)
        if figures.over_allocated_weeks
        else translate("Tiles", "nobody above capacity"),
        translate("Tiles", "Σ max(0, allocated − capacity), and the weeks of resources in which it happens"),
        lead,
        translate("Tiles", "Shows who is overloaded, at the worst week")
        if figures.over_allocated_weeks
        else translate("Tiles", "Shows the load of everybody"),
        "bad" if figures.over_allocated_weeks else "good",
        changed,
    )


def _projects_in(situation: Situation, figures: Figures, changed: Change | None, formats: Formats) -> Tile:
    out, later = figures.projects_asking - figures.projects_in, figures.delayed_projects
    besides = [
        *([translate("Tiles", "{count} left out").format(count=out)] if out else []),
        *([translate("Tiles", "{count} delayed").format(count=later)] if later else []),
    ]
    assignments = counted("Tiles", "%n assignments", "%n assignment", figures.assignments, formats.number(figures.assignments))
    otherwise = frozenset(placing.words for placing in situation.standing.placings.values() if placing.mark)
    return Tile(
        translate("Tiles", "Projects in"),
        translate("Tiles", "{count} of {all}").format(count=figures.projects_in, all=figures.projects_asking),
        ", ".join(besides) or assignments,
        translate("Tiles", "Projects that take part in the plan, of those that may; an assignment is one resource on one demand"),
        ToTable(Page.PROJECTS, {"placing": ColumnFilter(values=otherwise)} if besides else {}),
        translate("Tiles", "Shows the projects that are delayed or left out") if besides else translate("Tiles", "Shows the projects"),
        "warning" if besides else "",
        changed,
    )


def _gap(situation: Situation, figures: Figures, now: dt.datetime, formats: Formats) -> Tile:
    """Gaps compare only where both bounds were proved for the same input; of changes since nothing is proved."""
    before = situation.measured
    same = before is not None and situation.plan is not None and before.plan.fingerprint == situation.plan.fingerprint
    if not situation.current:
        formula = translate("Tiles", "(bound − value) ÷ max(1, |bound|); the bound was proved for the portfolio before the latest changes")
        lead = ToInsight(InsightPart.NOT_MET)
        return Tile(
            translate("Tiles", "Proved gap"),
            NOTHING,
            translate("Tiles", "solve again to prove it"),
            formula,
            lead,
            translate("Tiles", "Shows what is known of the plan"),
            "warning",
        )
    scale = points(lambda each: each.gap, formats, Aim.LESS)
    return Tile(
        translate("Tiles", "Proved gap"),
        formats.percent(figures.gap, 1),
        translate("Tiles", "{number} points").format(number=formats.number(figures.value)),
        translate("Tiles", "(bound − value) ÷ max(1, |bound|); proved: no plan is worth more than {number} points").format(
            number=formats.number(figures.bound)
        ),
        ToInsight(InsightPart.NOT_MET),
        translate("Tiles", "Shows what is proved of the plan"),
        "good" if figures.gap <= CLOSE else "warning",
        change(figures, before, scale, now, formats) if same else None,
    )


def _before_a_plan(situation: Situation, formats: Formats) -> tuple[Tile, ...]:
    portfolio, book = situation.portfolio, situation.book
    asked, room = float(book.asked.sum()), float(book.capacity.sum())
    share = asked / room if room > 0 else None
    return (
        Tile(
            translate("Tiles", "Resources"),
            formats.number(len(portfolio.resources)),
            translate("Tiles", "{hours} h of capacity").format(hours=formats.hours(room)),
            translate("Tiles", "People, teams and equipment"),
            ToTable(Page.RESOURCES),
            translate("Tiles", "Shows them"),
        ),
        Tile(
            translate("Tiles", "Projects"),
            formats.number(len(portfolio.projects)),
            translate("Tiles", "{count} may take part").format(count=int(book.chosen.sum())),
            translate("Tiles", "Proposed, approved and active projects may take part"),
            ToTable(Page.PROJECTS),
            translate("Tiles", "Shows them"),
        ),
        Tile(
            translate("Tiles", "Demands"),
            formats.number(len(portfolio.demands)),
            translate("Tiles", "{hours} h asked").format(hours=formats.hours(asked)),
            translate("Tiles", "Hours asked by projects that may take part"),
            ToTable(Page.DEMANDS),
            translate("Tiles", "Shows them"),
        ),
        Tile(
            translate("Tiles", "Asked of capacity"),
            formats.percent(share),
            translate("Tiles", "more than there is")
            if share and share > 1
            else translate("Tiles", "as a whole; roles and weeks may differ"),
            translate("Tiles", "Hours asked ÷ capacity over the whole horizon"),
            ToMap(),
            translate("Tiles", "Shows what is booked already, week by week"),
            "warning" if share and share > 1 else "",
        ),
    )
