"""The load chart: hours a week by project, stacked under the load line of capacity."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from matplotlib.figure import Figure

from data.entities import Id
from data.plan import Plan
from data.portfolio import Portfolio
from planner.charts.ranking import ranked
from planner.charts.stacking import Layer, Stack, draw_stack
from planner.charts.style import PROJECT_COLOURS, THEMES, ThemeName
from planner.charts.weeks import default_today
from planner.hours.roles import folded
from planner.insight.ledger import Ledger, ledger, with_bookings
from solver.problem import Bools, Floats

NOTEWORTHY = 0.5
"""Hours below this are not worth a headline."""


@dataclass(frozen=True, slots=True)
class LoadView:
    """What a load chart shows.

    `subject` names the selection, empty for everybody; `above` (T,) sums the hours of each resource above its own
    capacity. Unmet demand is 0 where the selection is no role. `by_bookings` tells that there is no plan, and the hours are those booked;
    where nothing is booked either, nothing `is_planned`.
    """

    subject: str
    stack: Stack
    above: Floats
    by_bookings: bool = False
    is_planned: bool = True


def load_chart(
    portfolio: Portfolio,
    plan: Plan | None,
    *,
    theme: ThemeName = "light",
    resources: Collection[Id] | None = None,
    role: str | None = None,
    team: str | None = None,
    today: dt.date | None = None,
) -> Figure:
    """Load against capacity of the resources given, of those whose primary role or team is given, or of everybody.

    Unmet demand is drawn above the load for a role and for everybody; a team or a choice of resources
    has no demand of its own. Without a plan the load is what is booked, and everything else that is asked is unmet.
    """
    view = load_view(portfolio, plan, resources=resources, role=role, team=team)
    return draw_stack(view.stack, finding(view), THEMES[theme], default_today(today))


def load_view(
    portfolio: Portfolio,
    plan: Plan | None,
    *,
    resources: Collection[Id] | None = None,
    role: str | None = None,
    team: str | None = None,
) -> LoadView:
    """The hours that `load_chart` draws."""
    book = ledger(portfolio, plan)
    by_bookings = plan is None and bool(len(book.firm.hours) or len(book.soft.hours))
    book = with_bookings(book) if by_bookings else book
    chosen = _chosen(portfolio, resources, role, team)
    return LoadView(
        by_bookings=by_bookings,
        is_planned=plan is not None or by_bookings,
        subject=role or team or ("Selected resources" if resources is not None else ""),
        stack=Stack(
            weeks=book.weeks,
            capacity=book.capacity[chosen].sum(axis=0),
            layers=_layers(portfolio, _hours_by_project(book, chosen)),
            unmet=_unmet(book, role, everybody=resources is None and role is None and team is None),
        ),
        above=np.maximum(book.load - book.capacity, 0.0)[chosen].sum(axis=0),
    )


def finding(view: LoadView) -> str:
    """The headline: what is short or above capacity, and when."""
    said = [*_shortage(view), *_overload(view)]
    if not said:
        said = ["load stays under capacity" if view.stack.layers else "nothing is allocated"]
    words = "; ".join(said)
    return f"{view.subject}: {words}" if view.subject else words[0].upper() + words[1:]


def scarcest_role(portfolio: Portfolio, plan: Plan | None) -> str | None:
    """The role of most hours unmet for each hour of its capacity, as its resources write it; None where none is short."""
    book = ledger(portfolio, plan)
    spelt = {folded(resource.role): resource.role for resource in reversed(list(portfolio.resources.values()))}
    short: dict[str, float] = defaultdict(float)
    for demand, hours in zip(portfolio.demands.values(), np.maximum(book.due - book.met, 0.0).sum(axis=1), strict=True):
        short[folded(demand.role)] += float(hours)
    capacity = {role: float(book.capacity[_chosen(portfolio, None, role, None)].sum()) for role in spelt}
    lacking = {role: short[role] / capacity[role] for role in spelt if capacity[role] > 0 and short[role] >= NOTEWORTHY}
    return spelt[max(lacking, key=lambda role: (lacking[role], role))] if lacking else None


def _shortage(view: LoadView) -> list[str]:
    total = float(view.stack.unmet.sum())
    if total < NOTEWORTHY:
        return []
    by_month: dict[tuple[int, int], float] = defaultdict(float)
    for monday, hours in zip(view.stack.weeks, view.stack.unmet, strict=True):
        by_month[monday.year, monday.month] += float(hours)
    year, month = max(by_month, key=lambda key: by_month[key])
    name = f"{dt.date(year, month, 1):%B}" + (f" {year}" if len(view.stack.weeks) > 52 else "")
    lacking = "asked and not booked yet" if view.by_bookings else "short" if view.is_planned else "asked, nothing planned yet"
    return [f"{total:,.0f} h {lacking}, most in {name} ({by_month[year, month]:,.0f} h)"]


def _overload(view: LoadView) -> list[str]:
    total = float(view.above.sum())
    week = view.stack.weeks[int(view.above.argmax())].isocalendar().week
    return [f"{total:,.0f} h above capacity, most in W{week}"] if total >= NOTEWORTHY else []


def _chosen(portfolio: Portfolio, resources: Collection[Id] | None, role: str | None, team: str | None) -> Bools:
    """(R,) who is shown: all that hold for every choice made."""
    return np.array(
        [
            (resources is None or key in resources)
            and (role is None or folded(resource.role) == folded(role))
            and (team is None or resource.team == team)
            for key, resource in portfolio.resources.items()
        ],
        bool,
    )


def _hours_by_project(book: Ledger, chosen: Bools) -> Floats:
    """(P, T) hours that the chosen resources give each project."""
    hours = np.zeros((len(book.weight), len(book.weeks)))
    mine = chosen[book.given.resource]
    np.add.at(hours, (book.project_of[book.given.demand[mine]], book.given.week[mine]), book.given.hours[mine])
    return hours


def _layers(portfolio: Portfolio, hours: Floats) -> tuple[Layer, ...]:
    """Those of the twelve first ranks that have hours, then the sum of all others."""
    row = {key: p for p, key in enumerate(portfolio.projects)}
    first = ranked(portfolio)[: len(PROJECT_COLOURS)]
    layers = [Layer(portfolio.projects[key].name, rank, hours[row[key]]) for rank, key in enumerate(first) if hours[row[key]].any()]
    rest = [p for key, p in row.items() if key not in first and hours[p].any()]
    if rest:
        layers.append(Layer(f"other ({len(rest)} projects)" if len(rest) > 1 else "other (1 project)", None, hours[rest].sum(axis=0)))
    return tuple(layers)


def _unmet(book: Ledger, role: str | None, *, everybody: bool) -> Floats:
    missing = np.maximum(book.due - book.met, 0.0)
    if everybody:
        return np.asarray(missing.sum(axis=0))
    wanted = [role is not None and folded(demand.role) == folded(role) for demand in book.portfolio.demands.values()]
    return np.asarray(missing[np.array(wanted, bool)].sum(axis=0))
