"""The overview in words: its headline, and the worst shortages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.entities import Id
from planner.insight.ledger import with_bookings
from planner.insight.unmet import SHORT
from ui.presenters.columns import Column, by_figure, worded
from ui.presenters.formats import Formats
from ui.presenters.saying import counted, translate
from ui.presenters.situation import Situation
from ui.presenters.terms import said as term

WORST = 24
"""Shortages listed: what fits beside a large chart; the table of demands has them all."""


@dataclass(frozen=True, slots=True)
class Shortage:
    """A demand that gets less than it asks."""

    id: Id
    project: str
    demand: str
    hours: float
    cause: str
    sentence: str


def headline(situation: Situation, formats: Formats) -> str:
    """One line that says how things stand."""
    if situation.figures is None:
        return _before_a_plan(situation, formats)
    figures = situation.figures
    inside, shares = _of_those_in(situation), situation.standing.demands
    left = sum(share.whole - (share.part or 0.0) > SHORT for key, share in shares.items() if key in inside)
    said = [_short(figures.hours_asked - figures.hours_met, left, formats)]
    out, later = figures.projects_asking - figures.projects_in, figures.delayed_projects
    said += [counted("Overview", "%n projects left out", "%n project left out", out)] if out else []
    said += [counted("Overview", "%n projects delayed", "%n project delayed", later)] if later else []
    if not situation.current:
        return translate("Overview", "{said}, by a plan from before the latest changes.").format(said=", ".join(said))
    proved = translate("Overview", "{said}; the plan is proved within {gap} of the best possible.")
    return proved.format(said=", ".join(said), gap=formats.percent(figures.gap, 1))


def _before_a_plan(situation: Situation, formats: Formats) -> str:
    asked, room = (formats.hours(float(table.sum())) for table in (situation.book.asked, situation.capacity))
    hard, soft = float(situation.hard.sum()), float(situation.soft.sum())
    if hard + soft <= SHORT:
        said = translate("Overview", "{asked} h are asked of {room} h of capacity; nothing is planned or booked yet.")
        return said.format(asked=asked, room=room)
    said = translate(
        "Overview", "{asked} h are asked of {room} h of capacity; {booked} h are booked, {hard} h of it hard. There is no plan yet."
    )
    return said.format(asked=asked, room=room, booked=formats.hours(hard + soft), hard=formats.hours(hard))


def _short(hours: float, demands: int, formats: Formats) -> str:
    if not demands:
        return translate("Overview", "Every demand is met")
    return counted("Overview", "{hours} h are short in %n demands", "{hours} h are short in %n demand", demands).format(
        hours=formats.hours(hours)
    )


def weeks_in_words(situation: Situation, formats: Formats) -> tuple[str, ...]:
    """What each week of the load chart says: hours allocated and asked against capacity, and where a click leads."""
    by_bookings = situation.plan is None
    book = with_bookings(situation.book) if by_bookings else situation.book
    load, room, short = (table.sum(axis=0).tolist() for table in (book.load, situation.capacity, book.short))
    met = translate("Overview", "{week}: {given} of {there} h of capacity allocated")
    missing = translate("Overview", "{week}: {given} of {there} h of capacity allocated, {missing} h asked and not met")
    if by_bookings:
        met = translate("Overview", "{week}: {given} of {there} h of capacity booked")
        missing = translate("Overview", "{week}: {given} of {there} h of capacity booked, {missing} h asked and not booked")
    leads = translate("Overview", "Shows the week in the heat map")
    return tuple(
        "\n".join(
            [
                (missing if lacking > SHORT else met).format(
                    week=formats.week(monday), given=formats.hours(given), there=formats.hours(there), missing=formats.hours(lacking)
                ),
                leads,
            ]
        )
        for monday, given, there, lacking in zip(situation.weeks, load, room, short, strict=True)
    )


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
            cause=term(one.cause),
            sentence=one.sentence,
        )
        for one in situation.unmet[:WORST]
    ]


def shortage_columns(formats: Formats) -> Sequence[Column[Shortage]]:
    return (
        worded("project", translate("Overview", "Project"), 150, lambda row: row.project),
        worded("demand", translate("Overview", "Demand"), 70, lambda row: row.demand),
        Column(
            "hours",
            translate("Overview", "Short h"),
            64,
            lambda row: formats.hours(row.hours),
            lambda row: by_figure(row.hours),
            numeric=True,
        ),
        worded("cause", translate("Overview", "Why"), 150, lambda row: row.cause, explain=lambda row: row.sentence),
    )
