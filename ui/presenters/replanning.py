"""Planning again: what is typed read into a wish, and what came of it in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from data.edits import Edit
from data.entities import Hours, Id, Points, Policy
from data.findings import Finding
from data.plan import Plan
from data.portfolio import Portfolio
from ui.presenters import fields
from ui.presenters.columns import Column, FieldError, by_figure, worded
from ui.presenters.formats import Formats
from ui.presenters.objective import sentences
from ui.presenters.saying import counted, translate
from ui.presenters.tables import delay_text

if TYPE_CHECKING:
    from planner.insight.changes import Changes

NAMED = 5
"""Projects that are named; the rest are counted."""
CURVE_POINTS = 6
"""Plans of a curve, from the one that moves least to the one that may move anything."""
USUAL_BUDGET = "3"
"""Percent of the hours."""


class Limit(StrEnum):
    """What keeps a new plan near to the one before."""

    BUDGET = "budget"
    PRICES = "prices"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Form:
    """What stands in the dialog, as typed; `status_date` None where nothing is past."""

    limit: Limit = Limit.BUDGET
    budget: str = USUAL_BUDGET
    price_hour: str = ""
    price_assignment: str = ""
    status_date: str | None = None
    spread: bool = False
    book_past: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """The same, read: `share` of the hours that may move by choice (None for no limit), prices in points."""

    share: float | None = None
    price_hour: Points = 0.0
    price_assignment: Points = 0.0
    status_date: dt.date | None = None
    spread: bool = False
    book_past: bool = False


def read(form: Form, formats: Formats) -> tuple[Wish | None, dict[str, str]]:
    """The wish, or what is wrong by the field it was typed into; what is not asked is not looked at."""
    wrong: dict[str, str] = {}

    def field(name: str, text: str, reader: Callable[[str], object]) -> object:
        try:
            return reader(text)
        except FieldError as problem:
            wrong[name] = str(problem)
            return None

    asks_budget, asks_prices, is_dated = form.limit is Limit.BUDGET, form.limit is Limit.PRICES, form.status_date is not None
    price = fields.figure(formats)
    share = field("budget", form.budget, fields.figure(formats, 100)) if asks_budget else None
    hour = field("price_hour", form.price_hour, price) if asks_prices and form.price_hour.strip() else 0.0
    assignment = field("price_assignment", form.price_assignment, price) if asks_prices and form.price_assignment.strip() else 0.0
    day = field("status_date", form.status_date or "", fields.date(formats)) if is_dated else None
    if asks_prices and hour == assignment == 0.0:
        wrong["price_hour"] = translate(
            "Replanning", "Both prices are 0, so anything may change; type one, or choose that anything may change"
        )
    if wrong or not isinstance(hour, float) or not isinstance(assignment, float):
        return None, wrong
    return Wish(
        share / 100 if isinstance(share, float) else None,
        hour,
        assignment,
        day if isinstance(day, dt.date) else None,
        spread=form.spread and is_dated,
        book_past=form.book_past and is_dated,
    ), {}


@dataclass(frozen=True, slots=True)
class Offer:
    """A plan that may be kept: what it changes, and what was found in it; `budget` in hours moved by choice, None for no limit."""

    plan: Plan
    changes: Changes
    findings: tuple[Finding, ...] = ()
    budget: Hours | None = None


@dataclass(frozen=True, slots=True)
class Offers:
    """What a replanning came to, nothing of it applied.

    before      the portfolio that was planned again; `after` the one that the plans are made for
    edit        what leads from one to the other, and `steps` tell it in words; an empty edit where nothing does
    offers      by rising budget; none where there is no plan, and `findings` say why
    is_curve    whether the offers are a curve; `bound` is that of plans that may move anything, None where none is proved
    """

    before: Portfolio
    after: Portfolio
    edit: Edit
    steps: tuple[str, ...]
    offers: tuple[Offer, ...]
    findings: tuple[Finding, ...] = ()
    is_curve: bool = False
    bound: Points | None = None
    policy: Policy | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is told of an offer."""

    name: str
    text: str


def summary(offers: Offers, offer: Offer, formats: Formats) -> tuple[Line, ...]:
    """What a plan is worth, what it moves, which assignments and projects change, and how many people."""
    plan, its, portfolio = offer.plan, offer.changes, offers.after
    gone = (
        translate("Replanning", "; {forced} h of it had to, because people or work are gone or were cut").format(
            forced=formats.hours(its.forced)
        )
        if its.forced > 0
        else ""
    )
    moved = translate("Replanning", "{moved} h, {share} of the {hours} h planned before{gone}").format(
        moved=formats.hours(its.moved), share=formats.percent(its.share, 1), hours=formats.hours(its.hours), gone=gone
    )
    lines = [
        Line(
            translate("Replanning", "Worth"),
            translate("Replanning", "{value} points, proved within {gap} of the best under these limits").format(
                value=formats.number(plan.value), gap=formats.percent(plan.gap, 1)
            ),
        ),
        *([Line(translate("Replanning", "Policy"), " ".join(said))] if (said := sentences(plan, formats)) else []),
        Line(translate("Replanning", "Hours moved"), moved),
        Line(
            translate("Replanning", "Assignments"),
            translate("Replanning", "{begun} begun, {ended} ended").format(begun=its.begun, ended=its.ended),
        ),
        Line(translate("Replanning", "Projects"), _projects(portfolio, its)),
        Line(translate("Replanning", "People"), _people(portfolio, its, formats)),
        *(
            Line(translate("Replanning", "Also") if number else translate("Replanning", "Before that"), step)
            for number, step in enumerate(offers.steps)
        ),
    ]
    return tuple(lines)


def heading(offer: Offer | None, formats: Formats) -> str:
    if offer is None:
        return translate("Replanning", "No plan was found")
    if not offer.changes.people:
        return translate("Replanning", "Nothing changes")
    return counted(
        "Replanning",
        "{moved} h move, {share} of the plan; the weeks of %n people change",
        "{moved} h move, {share} of the plan; the weeks of %n person change",
        len(offer.changes.people),
    ).format(moved=formats.hours(offer.changes.moved), share=formats.percent(offer.changes.share, 1))


def _projects(portfolio: Portfolio, its: Changes) -> str:
    name = {key: project.name for key, project in portfolio.projects.items()}
    parts = [
        *(f"{name[shift.project_id]} {_shifted(shift.before, shift.after)}" for shift in its.shifted),
        *(translate("Replanning", "{name} taken in").format(name=name[key]) for key in its.taken_in),
        *(translate("Replanning", "{name} left out").format(name=name[key]) for key in its.left_out),
    ]
    more = len(parts) - NAMED
    if not parts:
        return translate("Replanning", "None shifted, taken in or left out")
    told = "; ".join(parts[:NAMED])
    return translate("Replanning", "{told} and {more} more").format(told=told, more=more) if more > 0 else told


def _shifted(before: int, after: int) -> str:
    return (
        translate("Replanning", "no longer delayed")
        if after == 0
        else translate("Replanning", "{delay_text} instead of {before}").format(delay_text=delay_text(after), before=before)
        if before
        else delay_text(after)
    )


def _people(portfolio: Portfolio, its: Changes, formats: Formats) -> str:
    if not its.people:
        return translate("Replanning", "Nobody's weeks change")
    weeks = sum(each.weeks for each in its.people)
    who = translate("Replanning", "{some} of {all}").format(
        some=formats.number(len(its.people)), all=formats.number(len(portfolio.resources))
    )
    return counted(
        "Replanning",
        "The weeks of {who} change, %n weeks in all",
        "The weeks of {who} change, %n week in all",
        weeks,
        formats.number(weeks),
    ).format(who=who)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody whose weeks change."""

    id: Id
    name: str
    role: str
    weeks: int
    hours: float


def people(portfolio: Portfolio, its: Changes) -> list[PersonRow]:
    """Those with most hours given or taken first."""
    found = ((portfolio.resources[each.resource_id], each) for each in its.people)
    return [PersonRow(who.id, who.name, who.role, each.weeks, each.hours) for who, each in found]


def people_columns(formats: Formats) -> Sequence[Column[PersonRow]]:
    return (
        worded("name", translate("Replanning", "Who is affected"), 200, lambda row: row.name),
        worded("role", translate("Replanning", "Role"), 140, lambda row: row.role),
        Column("weeks", translate("Replanning", "Weeks"), 64, lambda row: str(row.weeks), lambda row: by_figure(row.weeks), numeric=True),
        Column(
            "hours",
            translate("Replanning", "Hours changed"),
            104,
            lambda row: formats.hours(row.hours),
            lambda row: by_figure(row.hours),
            numeric=True,
            tip=translate("Replanning", "Hours given or taken, both counted"),
        ),
    )
