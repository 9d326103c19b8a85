"""What a demand asks for week by week, what it is given, and what changing a week makes of it; several demands are added up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from data.edits import Edit
from data.entities import Demand, Hours, Id, Profile
from data.portfolio import Kind, Portfolio
from planner.actions import profiles
from planner.hours.calendars import monday_of, weeks
from planner.hours.demand import asked_weeks
from ui.presenters.columns import FieldError
from ui.presenters.formats import Formats
from ui.presenters.kinds import counted_things
from ui.presenters.saying import counted, translate
from ui.presenters.situation import Floats, Situation
from ui.presenters.tables import Placing, Share
from ui.presenters.terms import said

WEEK = dt.timedelta(weeks=1)
STEPS = (0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 40.0, 100.0)
"""Hours to which a bar snaps: the least of them that the mouse can tell apart."""
MOST_OWN = 100
"""Demands that are given weeks of their own at once: each gets a row on a sheet for every week it asks in."""
TELLING = 0.05
"""Hours short below which a week counts as met, as a demand does (`planner.insight.unmet`)."""


@dataclass(frozen=True)
class WeekProfile:
    """The weeks of some demands; arrays (W,) of hours in the columns `mondays`.

    given      what the plan gives for what the week asks, or, before the first, what is booked; what comes later by a delay stands in the
               week that asked for it
    horizon    columns that are planned
    dates      columns inside the demand's dates
    profile    the one that all go by; None where some have weeks of their own, or they differ
    own        how many have weeks of their own
    delay      weeks by which the plan has all of them later; None where they differ
    share      hours met and asked as the table has them; None before the first plan and for what takes no part
    """

    ids: tuple[Id, ...]
    title: str
    mondays: tuple[dt.date, ...]
    asked: Floats
    given: Floats
    planned: bool
    horizon: range
    dates: range
    profile: Profile | None
    own: int
    delay: int | None = 0
    share: Share | None = None
    cause: str = ""
    reason: str = ""

    @property
    def one(self) -> Id | None:
        """The demand, where it is a single one: only its weeks can be changed."""
        return self.ids[0] if len(self.ids) == 1 else None

    @property
    def total(self) -> Hours:
        return float(self.asked.sum())

    @property
    def short(self) -> Floats:
        """(W,) hours asked in the horizon and not given, once there is a plan."""
        inside = np.zeros(len(self.mondays), bool)
        inside[self.horizon.start : self.horizon.stop] = self.planned
        missing: Floats = np.where(inside & (self.asked - self.given > TELLING), self.asked - self.given, 0.0)
        return missing

    @property
    def first(self) -> int:
        """The column in which the work begins."""
        asking = np.flatnonzero(self.asked > 0)
        return int(asking[0]) if len(asking) else self.dates.start

    def column_of(self, monday: dt.date) -> int:
        """The column of a week, the nearest where it is not there."""
        return min(max(0, (monday - self.mondays[0]) // WEEK), len(self.mondays) - 1)


@dataclass(frozen=True)
class Draft:
    """Hours (W,) as they would be once one week asks for something else."""

    at: int
    before: Floats
    hours: Floats

    @property
    def is_change(self) -> bool:
        return not np.array_equal(self.before, self.hours)


def profile_of(portfolio: Portfolio, situation: Situation | None, ids: Sequence[Id]) -> WeekProfile | None:
    """The weeks of these demands as the portfolio has them, with what the latest situation knows of them; None where none is there."""
    demands = [portfolio.demands[key] for key in ids if key in portfolio.demands]
    if not demands:
        return None
    mondays, hours = _asked(portfolio, situation, demands)
    keys = tuple(demand.id for demand in demands)
    own = {each.demand_id for each in portfolio.demand_weeks.values()} & set(keys)
    ways = {demand.profile for demand in demands}
    shown = WeekProfile(
        ids=keys,
        title=_title(portfolio, demands),
        mondays=mondays,
        asked=hours,
        given=np.zeros(len(mondays)),
        planned=False,
        horizon=_columns(mondays, weeks(portfolio.settings)),
        dates=_columns(mondays, [monday_of(day) for each in demands for day in (each.start, each.finish)]),
        profile=next(iter(ways)) if len(ways) == 1 and not own else None,
        own=len(own),
    )
    return _with_plan(shown, situation, demands) if situation is not None else shown


def _asked(portfolio: Portfolio, situation: Situation | None, demands: Sequence[Demand]) -> tuple[tuple[dt.date, ...], Floats]:
    """Of one demand every week, the horizon or not; of several what is worked out already: a whole table of them may be chosen."""
    if len(demands) == 1:
        mondays, hours = asked_weeks(portfolio, [demands[0].id])
        return mondays, hours[0]
    horizon = weeks(portfolio.settings)
    if situation is None or situation.weeks != horizon:
        return horizon, np.zeros(len(horizon))
    row_of = {key: row for row, key in enumerate(situation.portfolio.demands)}
    rows = [row_of[demand.id] for demand in demands if demand.id in row_of]
    summed: Floats = situation.book.asked_all[rows].sum(axis=0)
    return horizon, summed


def _with_plan(shown: WeekProfile, situation: Situation, demands: Sequence[Demand]) -> WeekProfile:
    standing, wanted = situation.standing, set(shown.ids)
    placed = [standing.placings.get(demand.project_id, Placing()) for demand in demands]
    delays = {placing.delay for placing in placed}
    shares = [standing.demands[key] for key in shown.ids if key in standing.demands]
    met = [share.part for share in shares if share.part is not None]
    causes = dict.fromkeys(standing.causes[key] for key in shown.ids if key in standing.causes)
    return replace(
        shown,
        given=_given(shown, situation, wanted),
        planned=situation.plan is not None,
        delay=delays.pop() if len(delays) == 1 else None,
        share=Share(sum(met) if met else None, sum(share.whole for share in shares)) if shares else None,
        cause=", ".join(causes),
        reason=standing.reasons.get(shown.ids[0], "") if shown.one else "",
    )


def _given(shown: WeekProfile, situation: Situation, wanted: set[Id]) -> Floats:
    """(W,) hours given, in the weeks that asked for them."""
    mine = np.array([key in wanted for key in situation.portfolio.demands], bool)
    entries, offset = situation.given, (situation.weeks[0] - shown.mondays[0]) // WEEK
    of = mine[entries.demand]
    late = situation.book.delay[situation.book.project_of[entries.demand[of]]]
    column = entries.week[of] + offset - late
    inside = (column >= 0) & (column < len(shown.mondays))
    given: Floats = np.bincount(column[inside], entries.hours[of][inside], len(shown.mondays)).astype(np.float64)
    return given


def first_week(situation: Situation, key: Id) -> int:
    """The column of the horizon in which a demand is first short, else first asks for hours, by the plan's delay."""
    row = list(situation.portfolio.demands).index(key)
    short, due = np.flatnonzero(situation.book.short[row] > TELLING), np.flatnonzero(situation.book.due[row] > 0)
    if situation.plan is not None and len(short):
        return int(short[0])
    return int(due[0]) if len(due) else 0


def _title(portfolio: Portfolio, demands: Sequence[Demand]) -> str:
    if len(demands) == 1:
        only = demands[0]
        return " · ".join(filter(None, (only.name, portfolio.projects[only.project_id].name, only.phase, only.role)))
    projects = list(dict.fromkeys(demand.project_id for demand in demands))
    of = portfolio.projects[projects[0]].name if len(projects) == 1 else counted_things(Kind.PROJECT, len(projects))
    return translate("WeekProfile", "{demands} of {projects}").format(demands=counted_things(Kind.DEMAND, len(demands)), projects=of)


def _columns(mondays: Sequence[dt.date], of: Sequence[dt.date]) -> range:
    """The columns from the first of these Mondays to the last, as far as they are there."""
    first, last = (min(of) - mondays[0]) // WEEK, (max(of) - mondays[0]) // WEEK
    return range(min(max(0, first), len(mondays)), max(0, min(last + 1, len(mondays))))


def step_for(hours_a_pixel: float) -> Hours:
    """What a bar snaps to where a pixel is so many hours."""
    return next((step for step in STEPS if step >= hours_a_pixel), STEPS[-1])


def snapped(hours: float, step: Hours) -> Hours:
    """The hours at the nearest step, never below 0."""
    return max(0.0, round(hours / step) * step)


def drafted(shown: WeekProfile, at: int, wanted: Hours, *, keep_total: bool) -> Draft:
    """One week asking for so many hours; with `keep_total` the others give or take the difference, as far as they can."""
    most = shown.total if keep_total else wanted
    try:
        hours = with_hours(shown, {at: min(wanted, most)}, keep_total=keep_total)
    except FieldError:
        hours = shown.asked
    return Draft(at, shown.asked, hours)


def with_hours(shown: WeekProfile, figures: Mapping[int, Hours], *, keep_total: bool) -> Floats:
    """(W,) the hours with these figures by column. Raises FieldError where the total is to be kept and cannot be."""
    meant = np.zeros(len(shown.mondays), bool)
    meant[list(figures)] = True
    after = shown.asked.copy()
    after[list(figures)] = list(figures.values())
    if not keep_total:
        return after
    dates = np.zeros(len(shown.mondays), bool)
    dates[shown.dates.start : shown.dates.stop] = True
    kept = profiles.total_kept(shown.asked, after, meant, dates)
    if kept is None:
        cannot = translate(
            "WeekProfile",
            "The total of {total} h cannot be kept with {hours} h there; switch “Keep the total” off, or leave other weeks to share the "
            "difference",
        )
        raise FieldError(cannot.format(total=f"{shown.total:g}", hours=f"{float(after[meant].sum()):g}"))
    return kept


def edit_of_hours(portfolio: Portfolio, shown: WeekProfile, hours: Floats, at: Sequence[int], formats: Formats) -> Edit:
    """The edit by which the one demand asks for these hours; `at` are the weeks that were meant. Empty where nothing changes."""
    if shown.one is None or np.array_equal(hours, shown.asked):
        return Edit("", ())
    name, week = portfolio.demands[shown.one].name, formats.week(shown.mondays[at[0]])
    label = (
        translate("WeekProfile", "Ask {hours} h of {name} in {week}").format(
            hours=formats.figure(float(hours[at[0]])), name=name, week=week
        )
        if len(at) == 1
        else counted("WeekProfile", "Ask other hours of {name} in %n weeks", "Ask other hours of {name} in %n week", len(at)).format(
            name=name
        )
    )
    return profiles.with_weeks(portfolio, shown.one, dict(zip(shown.mondays, hours.tolist(), strict=True)), label)


def edit_of_profile(portfolio: Portfolio, shown: WeekProfile, profile: Profile, *, keep_total: bool) -> Edit:
    """The edit that puts the demands on a profile."""
    label = translate("WeekProfile", "Put {what} on the profile {profile}").format(what=_called(portfolio, shown), profile=said(profile))
    return profiles.profiled(portfolio, shown.ids, profile, label, keep_total=keep_total)


def edit_back(portfolio: Portfolio, shown: WeekProfile, *, keep_total: bool) -> Edit:
    """The edit that takes away the weeks of their own, so that each goes by its profile again."""
    label = translate("WeekProfile", "Put {what} back on the profile").format(what=_called(portfolio, shown))
    return profiles.profiled(portfolio, shown.ids, None, label, keep_total=keep_total)


def edit_to_own(portfolio: Portfolio, shown: WeekProfile) -> Edit:
    """The edit that gives the demands weeks of their own, with the hours they ask for now. Raises FieldError where they are too many."""
    if len(shown.ids) > MOST_OWN:
        many = translate("WeekProfile", "{count} demands are too many to be given weeks of their own at once; choose {most} at most")
        raise FieldError(many.format(count=len(shown.ids), most=MOST_OWN))
    label = translate("WeekProfile", "Own weeks for {what}").format(what=_called(portfolio, shown))
    return profiles.owned(portfolio, shown.ids, label)


def edit_of_shift(portfolio: Portfolio, shown: WeekProfile, by: int) -> Edit:
    """The edit that moves the demands by whole weeks, later where above 0."""
    weeks_later = counted("WeekProfile", "Move {what} by %n weeks", "Move {what} by %n week", abs(by), f"{by:+d}")
    return profiles.shifted(portfolio, shown.ids, by, weeks_later.format(what=_called(portfolio, shown)))


def _called(portfolio: Portfolio, shown: WeekProfile) -> str:
    return portfolio.demands[shown.one].name if shown.one else counted_things(Kind.DEMAND, len(shown.ids))
