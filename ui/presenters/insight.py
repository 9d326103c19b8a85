"""What the plan and the solver know beside the plan itself: what is not met and why, roles, conflicts, and what is proved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from data.entities import Hours, Id
from data.findings import Finding
from planner.hours.problem import build
from planner.insight.by_role import RoleBalance, role_balances
from planner.insight.causes import CENT
from planner.insight.kpis import Figures
from planner.insight.unmet import SHORT, Unmet
from ui.presenters.columns import Column, Row, by_figure, worded
from ui.presenters.formats import NOTHING, Formats
from ui.presenters.objective import points_text
from ui.presenters.saying import counted, translate, within
from ui.presenters.situation import Situation
from ui.presenters.terms import said

NAMED = 3
"""Projects named that are short of a role; the table of what is not met has them all."""
MET = translate("Insight", "Every hour asked is met.")
PROVED = 0.0005
"""A gap below this, half of a tenth of a percent, is shown as none."""


@dataclass(frozen=True, slots=True)
class ShortageRow:
    """A demand that gets less than it asks; `weight` is its project's points an hour, `weeks` those in which it is short."""

    id: Id
    demand: str
    project: str
    role: str
    hours: Hours
    asked: Hours
    weight: float
    weeks: tuple[dt.date, ...]
    unmet: Unmet


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role, with the projects short of it by name."""

    id: Id
    balance: RoleBalance
    short: tuple[tuple[str, Hours], ...]


@dataclass(frozen=True, slots=True)
class Insight:
    """Everything the page shows of a situation; without a plan the findings alone."""

    situation: Situation
    shortages: tuple[ShortageRow, ...] = ()
    roles: tuple[RoleRow, ...] = ()
    findings: tuple[Finding, ...] = ()


def insight(situation: Situation) -> Insight:
    """Worked out from a situation whose shortages are explained; runs in a worker."""
    findings = build(situation.portfolio).findings
    if situation.plan is None:
        return Insight(situation, findings=findings)
    return Insight(situation, _shortages(situation), _roles(situation), findings)


def is_explained(situation: Situation) -> bool:
    """Whether the causes of its shortages are there; they come later than the rest."""
    book = situation.book
    may = np.array([project.status.takes_part for project in situation.portfolio.projects.values()], bool)
    short = book.asked_all.sum(axis=1) - book.earning.sum(axis=1) > SHORT
    return situation.plan is None or bool(situation.unmet) or not (short & may[book.project_of]).any()


def headline(shown: Insight, formats: Formats) -> str:
    """One line: how much is not met, and mostly why."""
    if not shown.shortages:
        return MET
    hours: dict[str, Hours] = {}
    for row in shown.shortages:
        for cause, part in row.unmet.by_cause.items():
            hours[cause.value] = hours.get(cause.value, 0.0) + part
    most = max(hours, key=lambda cause: hours[cause])
    total, count = sum(hours.values()), len(shown.shortages)
    demands = counted("Insight", "%n demands", "%n demand", count, formats.number(count))
    return translate("Insight", "{total} h of {demands} are not met, most of them for: {cause} ({most} h).").format(
        total=formats.hours(total), demands=demands, cause=within(said(most)), most=formats.hours(hours[most])
    )


def proof(figures: Figures, formats: Formats, *, current: bool, status_date: dt.date | None = None) -> str:
    """What the bound says about the plan, in words."""
    if not current:
        return translate(
            "Insight", "The bound was proved for the portfolio before the latest changes. Solve again to know how good a plan of it is."
        )
    value, bound = points_text(figures.value, formats), points_text(figures.bound, formats)
    which = (
        translate("Insight", "plan of this portfolio")
        if status_date is None
        else translate("Insight", "plan of this portfolio with the past of {status_date}").format(status_date=formats.date(status_date))
    )
    if figures.gap < PROVED:
        said_whole = translate("Insight", "The plan is worth {value} points, and it is proved that no {which} is worth more.")
        return said_whole.format(value=value, which=which)
    gap = formats.percent(figures.gap, 1)
    return translate(
        "Insight",
        "The plan is worth {value} points, and it is proved that no {which} is worth more than {bound}. "
        "Whatever anyone finds, by any method, gains at most {gap} of that.",
    ).format(value=value, which=which, bound=bound, gap=gap)


def filter_words(shown: Sequence[Row], total: int, formats: Formats) -> str:
    """How many rows are seen: "34 demands", "5 of 34 demands"."""
    many = counted("Insight", "%n demands", "%n demand", total, formats.number(total))
    return many if len(shown) == total else translate("Insight", "{count} of {many}").format(count=formats.number(len(shown)), many=many)


def shortage_columns(formats: Formats) -> Sequence[Column[ShortageRow]]:
    return (
        worded("demand", translate("Insight", "Demand"), 100, lambda row: row.demand),
        worded("project", translate("Insight", "Project"), 150, lambda row: row.project),
        worded("role", translate("Insight", "Role"), 110, lambda row: row.role),
        Column(
            "hours",
            translate("Insight", "Unmet h"),
            64,
            lambda row: formats.hours(row.hours),
            lambda row: by_figure(row.hours),
            translate("Insight", "Hours asked less hours met, over the whole horizon"),
            numeric=True,
            explain=lambda row: translate("Insight", "{hours} of {asked} h asked").format(
                hours=formats.hours(row.hours), asked=formats.hours(row.asked)
            ),
        ),
        Column(
            "weighted",
            translate("Insight", "Weighted"),
            72,
            lambda row: formats.number(row.hours * row.weight),
            lambda row: by_figure(row.hours * row.weight),
            translate("Insight", "Hours unmet × weight of the project, in points: what meeting them would be worth"),
            numeric=True,
        ),
        Column(
            "weeks",
            translate("Insight", "Weeks"),
            96,
            lambda row: span(row.weeks),
            lambda row: by_figure(row.weeks[0].toordinal() if row.weeks else None),
            translate("Insight", "From the first to the last week in which hours are short; hours delayed past the end are in none"),
            explain=lambda row: weeks_in_words(row.weeks, formats),
        ),
        worded(
            "cause",
            translate("Insight", "Main cause"),
            150,
            lambda row: said(row.unmet.cause),
            explain=lambda row: ", ".join(f"{said(cause)} {formats.hours(hours)} h" for cause, hours in row.unmet.by_cause.items()),
        ),
        worded("why", translate("Insight", "Why"), 150, lambda row: row.unmet.sentence, whole=True),
    )


def why_whole(row: ShortageRow, formats: Formats) -> str:
    """All of why a demand is short: how much and when, the sentence, and the hours by cause where there are several."""
    head = translate("Insight", "{demand}, {project}: {hours} of {asked} h unmet").format(
        demand=row.demand, project=row.project, hours=formats.hours(row.hours), asked=formats.hours(row.asked)
    )
    weeks = weeks_in_words(row.weeks, formats)
    said_of = " · ".join(filter(None, (head, weeks)))
    parts = [f"{said_of}.", row.unmet.sentence]
    if len(row.unmet.by_cause) > 1:
        causes = ", ".join(f"{said(cause)} {formats.hours(hours)} h" for cause, hours in row.unmet.by_cause.items())
        parts.append(translate("Insight", "By cause: {causes}.").format(causes=causes))
    return " ".join(parts)


def role_columns(formats: Formats) -> Sequence[Column[RoleRow]]:
    """Who holds the role, the hours on both sides, the weeks in which its holders are full, and who goes short."""
    return (*_holders(formats), *_role_hours(formats), *_full_weeks(formats), _who_is_short(formats))


def _holders(formats: Formats) -> tuple[Column[RoleRow], ...]:
    return (
        worded("role", translate("Insight", "Role"), 150, lambda row: row.balance.role),
        Column(
            "holders",
            translate("Insight", "Holders"),
            64,
            lambda row: formats.number(row.balance.holders),
            lambda row: by_figure(float(row.balance.holders)),
            translate("Insight", "Resources that hold the role at any level, as their first or another"),
            numeric=True,
            mark=lambda row: "" if row.balance.holders else "bad",
        ),
    )


def _role_hours(formats: Formats) -> tuple[Column[RoleRow], ...]:
    free = translate(
        "Insight",
        "Σ max(0, capacity − allocated) of those who hold the role; who holds several counts in each, and level and weeks may not fit",
    )
    return (
        _hours(
            formats,
            "asked",
            translate("Insight", "Asked h"),
            lambda of: of.asked,
            translate("Insight", "Hours asked of the role by the projects that may take part, those left out too"),
        ),
        _hours(formats, "met", translate("Insight", "Met h"), lambda of: of.met, translate("Insight", "Hours of them that the plan meets")),
        _hours(
            formats,
            "unmet",
            translate("Insight", "Unmet h"),
            lambda of: of.unmet,
            translate("Insight", "Hours asked less hours met"),
            "bad",
        ),
        _hours(formats, "free", translate("Insight", "Free h"), lambda of: of.free, free),
    )


def _hours(formats: Formats, key: str, heading: str, figure: Callable[[RoleBalance], Hours], tip: str, mark: str = "") -> Column[RoleRow]:
    """Hours of a role, marked where there are any."""
    return Column(
        key,
        heading,
        76,
        lambda row: formats.hours(figure(row.balance)),
        lambda row: by_figure(figure(row.balance)),
        tip,
        numeric=True,
        mark=lambda row: mark if mark and figure(row.balance) > SHORT else "",
    )


def _full_weeks(formats: Formats) -> tuple[Column[RoleRow], ...]:
    return (
        Column(
            "full",
            translate("Insight", "Full weeks"),
            76,
            lambda row: formats.number(len(row.balance.full)),
            lambda row: by_figure(float(len(row.balance.full))),
            translate("Insight", "Weeks in which its holders are used to 95 % or more, or none of them is there while hours are short"),
            numeric=True,
            explain=lambda row: weeks_in_words(row.balance.full, formats),
        ),
        Column(
            "when",
            translate("Insight", "Full in"),
            150,
            lambda row: stretches(row.balance.full),
            lambda row: by_figure(row.balance.full[0].toordinal() if row.balance.full else None),
            explain=lambda row: weeks_in_words(row.balance.full, formats),
        ),
    )


def _who_is_short(formats: Formats) -> Column[RoleRow]:
    return Column(
        "short",
        translate("Insight", "Who is short of it"),
        200,
        lambda row: _named(row.short, formats),
        lambda row: by_figure(row.balance.unmet),
        explain=lambda row: _named(row.short, formats, len(row.short)),
    )


def span(weeks: Sequence[dt.date]) -> str:
    """Weeks by the first and the last of them: "W14 – W22"; a dash where there are none."""
    if not weeks:
        return NOTHING
    first, last = (monday.isocalendar().week for monday in (weeks[0], weeks[-1]))
    if weeks[0] == weeks[-1]:
        return translate("Formats", "W{number}").format(number=first)
    return translate("Insight", "W{first} – W{last}").format(first=first, last=last)


def stretches(weeks: Sequence[dt.date]) -> str:
    """Weeks as stretches without a gap: "W2, W5 – W8"; a dash where there are none."""
    found: list[list[dt.date]] = []
    for monday in weeks:
        if found and monday - found[-1][-1] == dt.timedelta(weeks=1):
            found[-1].append(monday)
        else:
            found.append([monday])
    return ", ".join(span(stretch) for stretch in found) or NOTHING


def weeks_in_words(weeks: Sequence[dt.date], formats: Formats) -> str:
    """How many weeks, with the dates of the first and the last: "9 weeks from W14 · 5 Apr to W22 · 31 May"."""
    if not weeks:
        return ""
    first, last = formats.week(weeks[0]), formats.week(weeks[-1])
    return (
        first
        if len(weeks) == 1
        else counted("Insight", "%n weeks from {first} to {last}", "%n week from {first} to {last}", len(weeks)).format(
            first=first, last=last
        )
    )


def _named(short: Sequence[tuple[str, Hours]], formats: Formats, most: int = NAMED) -> str:
    said = [f"{name} {formats.hours(hours)} h" for name, hours in short[:most]]
    return (
        ", ".join([*said, translate("Insight", "{count} more").format(count=len(short) - most)] if len(short) > most else said) or NOTHING
    )


def _shortages(situation: Situation) -> tuple[ShortageRow, ...]:
    portfolio, book = situation.portfolio, situation.book
    row_of = {key: d for d, key in enumerate(portfolio.demands)}
    return tuple(
        ShortageRow(
            id=one.demand_id,
            demand=portfolio.demands[one.demand_id].name,
            project=portfolio.projects[one.project_id].name,
            role=portfolio.demands[one.demand_id].role,
            hours=one.hours_unmet,
            asked=one.hours_asked,
            weight=float(book.points[row_of[one.demand_id]]),
            weeks=tuple(book.weeks[t] for t in np.flatnonzero(book.short[row_of[one.demand_id]] >= CENT).tolist()),
            unmet=one,
        )
        for one in situation.unmet
    )


def _roles(situation: Situation) -> tuple[RoleRow, ...]:
    projects = situation.portfolio.projects
    return tuple(
        RoleRow(Id(each.role.casefold()), each, tuple((projects[key].name, hours) for key, hours in each.short.items()))
        for each in role_balances(situation.book)
    )
