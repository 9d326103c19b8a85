"""The sample portfolio is believable, short of work in no week, and never stale."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from data.entities import BookingKind, DependencyKind, Profile, ProjectStatus, ResourceKind
from data.findings import Severity
from data.portfolio import Portfolio
from data.validation import check
from planner.hours.capacity import capacity
from planner.hours.demand import asked
from planner.hours.problem import build
from planner.importing import load
from planner.sample import sample_portfolio
from planner.sample.company import FOLDER

SHIPPED = dt.date(2026, 3, 4)
"""A day in the ninth week of the shipped files: nothing moves."""
ANY_DAY = [
    dt.date(2024, 2, 29),
    dt.date(2026, 8, 12),
    dt.date(2026, 11, 22),
    dt.date(2027, 12, 31),
    dt.date(2031, 7, 19),
    dt.date(2040, 1, 1),
]


@pytest.fixture(scope="module")
def sample() -> Portfolio:
    return sample_portfolio(SHIPPED)


def ratio(portfolio: Portfolio) -> float:
    problem = build(portfolio).problem
    return float(problem.asked.sum() / problem.capacity.sum())


def role_ratio(portfolio: Portfolio, role: str) -> float:
    taking_part = [portfolio.projects[demand.project_id].status.takes_part for demand in portfolio.demands.values()]
    wanted = [part and demand.role == role for part, demand in zip(taking_part, portfolio.demands.values(), strict=True)]
    there = [resource.role == role for resource in portfolio.resources.values()]
    return float(asked(portfolio)[wanted].sum() / capacity(portfolio)[there].sum())


def test_the_shipped_files_have_nothing_wrong_in_them():
    assert {finding.severity for finding in load(FOLDER).findings} <= {Severity.NOTE}


def test_it_has_sixty_resources_twenty_four_projects_and_a_year(sample):
    assert (len(sample.resources), len(sample.projects), sample.settings.weeks) == (60, 24, 52)
    assert Counter(resource.kind for resource in sample.resources.values()) == {
        ResourceKind.PERSON: 54,
        ResourceKind.TEAM: 2,
        ResourceKind.EQUIPMENT: 2,
        ResourceKind.PLACEHOLDER: 2,
    }


def test_it_shows_every_part_of_the_contract(sample):
    assert Counter(project.status for project in sample.projects.values()) == {
        ProjectStatus.ACTIVE: 8,
        ProjectStatus.APPROVED: 11,
        ProjectStatus.PROPOSED: 3,
        ProjectStatus.ON_HOLD: 1,
        ProjectStatus.COMPLETED: 1,
    }
    assert {demand.profile for demand in sample.demands.values()} == set(Profile)
    assert {dependency.kind for dependency in sample.dependencies.values()} == set(DependencyKind)
    assert {booking.kind for booking in sample.bookings.values()} == set(BookingKind)
    assert any(demand.fte for demand in sample.demands.values())
    assert any(demand.resource_id for demand in sample.demands.values())
    assert sample.demand_weeks
    assert {sample.projects[each.project_id].status for each in sample.estimates.values() if each.win < 100} == {ProjectStatus.PROPOSED}
    assert any(project.must_do for project in sample.projects.values())
    assert any(resource.overtime and resource.other_roles for resource in sample.resources.values())


def test_the_roles_that_matter_are_short(sample):
    assert role_ratio(sample, "Data engineer") > 1.2
    assert role_ratio(sample, "Architect") > 1.15
    assert role_ratio(sample, "Tester") > 1.15
    assert role_ratio(sample, "Test chamber") < 0.8


def test_an_architect_is_wanted_by_many_projects_at_once(sample):
    wanted = asked(sample)[:, 22]
    projects = {d.project_id for d, hours in zip(sample.demands.values(), wanted, strict=True) if d.role == "Architect" and hours}
    assert len(projects) >= 5


def test_one_person_is_firmly_booked_above_capacity_in_one_week(sample):
    warnings = [str(finding) for finding in build(sample).findings]
    assert len(warnings) == 1
    assert warnings[0].startswith(
        "Resource Amara Friis: firm bookings exceed capacity in 1 week: in the week of 2026-03-23 44 h are booked"
    )


def test_no_dependency_is_broken_by_the_dates(sample):
    assert not [finding for finding in build(sample).findings if "dates break" in finding.problem]


@pytest.mark.parametrize("today", [SHIPPED, *ANY_DAY], ids=str)
def test_on_any_day_it_is_free_of_errors_and_asks_a_little_more_than_there_is(today):
    portfolio = sample_portfolio(today)
    assert check(portfolio) == ()
    assert 1.05 <= ratio(portfolio) <= 1.15
    assert portfolio.settings.start == today - dt.timedelta(days=today.weekday(), weeks=8)


def test_work_moves_by_whole_weeks(sample):
    later = sample_portfolio(SHIPPED + dt.timedelta(weeks=5))
    moves = {new.start - old.start for old, new in zip(sample.demands.values(), later.demands.values(), strict=True)}
    assert moves == {dt.timedelta(weeks=5)}


@pytest.mark.parametrize("today", ANY_DAY, ids=str)
def test_summer_leave_stays_in_summer_and_in_the_horizon(today):
    portfolio = sample_portfolio(today)
    leave = [absence for absence in portfolio.absences.values() if absence.reason == "Summer leave"]
    assert len(leave) == 54
    assert {absence.first.month for absence in leave} <= {6, 7, 8, 9}
    assert {absence.first.weekday() for absence in leave} == {0}
    assert min(absence.first for absence in leave) >= portfolio.settings.start


def test_public_holidays_are_those_of_the_new_dates():
    days = {(holiday.day, holiday.name) for holiday in sample_portfolio(dt.date(2031, 7, 19)).holidays.values()}
    assert (dt.date(2031, 12, 25), "Christmas Day") in days
    assert (dt.date(2032, 3, 26), "Good Friday") in days
    assert not [day for day, _ in days if not dt.date(2031, 5, 19) <= day < dt.date(2032, 5, 17)]


def test_no_booking_is_overtaken_by_leave_that_moved():
    portfolio = sample_portfolio(dt.date(2026, 11, 22))
    overbooked = [finding for finding in build(portfolio).findings if "firm bookings exceed capacity" in finding.problem]
    assert [finding.place for finding in overbooked] == ["Resource Amara Friis"]


def test_the_same_day_gives_the_same_sample_with_other_ids(sample):
    again = sample_portfolio(SHIPPED)
    assert [demand.name for demand in again.demands.values()] == [demand.name for demand in sample.demands.values()]
    assert not again.demands.keys() & sample.demands.keys()
