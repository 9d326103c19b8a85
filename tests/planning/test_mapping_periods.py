"""Headings that mean time, in the ways people write them, and figures spread over the weeks of their months."""

from __future__ import annotations

import datetime as dt

import pytest

from planner.importing.mapping.periods import Period, numbered, period_of, periods, read_parts, span_of
from planner.importing.mapping.quantities import Workdays, hours_by_week
from planner.importing.mapping.values import Span, Unit

MARCH_30 = dt.date(2026, 3, 30)


@pytest.mark.parametrize(
    "words",
    [
        "W14", "KW 14", "kw14", "Week 14", "2026-W14", "W14 2026", "W14/26", "W14 · 30 Mar", "30 Mar", "Mar 30 2026", "30.03.", "30.03.2026",
        "w/c 30 Mar 2026", "Week ending 03/04/2026", "2026-03-30", dt.date(2026, 4, 1), dt.datetime(2026, 3, 30, 9),  # noqa: DTZ001
        14.0,
    ],
)  # fmt: skip
def test_a_heading_reads_as_the_week_it_means(words):
    assert period_of(words, None, 2026) == Period(MARCH_30, dt.date(2026, 4, 5), Span.WEEKS)


@pytest.mark.parametrize("words", ["Mar", "March 2026", "Mar-26", "Mrz 26", "März", "mars 2026", "2026-03", "03/2026", "03.2026"])
def test_a_heading_reads_as_the_month_it_means(words):
    assert period_of(words, None, 2026) == Period(dt.date(2026, 3, 1), dt.date(2026, 3, 31), Span.MONTHS)


@pytest.mark.parametrize(
    "words", ["Resource", "Total", "Manager", "Sum 2026", "Decision", "Maria", "Marketing", "Sean", "Augsburg", 2026.0, True, None]
)
def test_other_headings_mean_no_time(words):
    assert period_of(words, None, 2026) is None


def test_rows_of_headings_are_read_together():
    read = read_parts([2027.0, "Q1", "Jan"])
    assert (read.year, read.month) == (2027, 1)
    assert read_parts(["W14", "Plan"]).rest == "plan"


def test_bare_numbers_are_weeks_unless_they_count_the_months():
    months = numbered([read_parts([float(number)]) for number in range(1, 13)], None)
    assert span_of(months) is Span.MONTHS
    weeks = numbered([read_parts([float(number)]) for number in range(10, 22)], None)
    assert span_of(weeks) is Span.WEEKS


def test_dates_are_days_weeks_or_months_by_how_far_they_lie_apart():
    def spaced(days):
        return span_of([read_parts([dt.date(2027, 1, 4) + dt.timedelta(days=days * step)]) for step in range(4)])

    assert [spaced(1), spaced(7), spaced(31)] == [Span.DAYS, Span.WEEKS, Span.MONTHS]


def test_a_year_that_is_not_said_goes_on_at_new_year():
    reads = [read_parts([words]) for words in ("W51", "W52", "W1", "W2")]
    assert [period.first for period in periods(reads, Span.WEEKS, 2026) if period] == [
        dt.date(2026, 12, 14), dt.date(2026, 12, 21), dt.date(2027, 1, 4), dt.date(2027, 1, 11),
    ]  # fmt: skip


def test_weeks_that_begin_on_sunday_are_those_of_the_monday_after():
    reads = [read_parts([day]) for day in (dt.date(2027, 1, 3), dt.date(2027, 1, 10))]
    assert [period.first for period in periods(reads, Span.WEEKS, 2027) if period] == [dt.date(2027, 1, 4), dt.date(2027, 1, 11)]


def spread(figure, unit, days=None, own_week=40.0):
    january = period_of("January 2027", None, 2027)
    return list(hours_by_week(figure, unit, january, days or Workdays(), week=40.0, own_week=own_week))


def test_a_months_hours_go_to_its_weeks_by_working_days():
    weeks = spread(21.0, Unit.HOURS)
    assert weeks == [
        (dt.date(2026, 12, 28), 1.0), (dt.date(2027, 1, 4), 5.0), (dt.date(2027, 1, 11), 5.0), (dt.date(2027, 1, 18), 5.0),
        (dt.date(2027, 1, 25), 5.0),
    ]  # fmt: skip


def test_the_sum_of_the_weeks_is_the_months_figure_to_the_last_decimal():
    assert round(sum(hours for _, hours in spread(100.0, Unit.HOURS)), 4) == 100.0


def test_days_off_take_nothing_of_a_month():
    new_year = Workdays(holidays=frozenset({dt.date(2027, 1, 1)}))
    assert spread(20.0, Unit.HOURS, new_year)[0] == (dt.date(2027, 1, 4), 5.0)


def test_days_fte_and_percent_are_hours_of_a_full_week():
    assert sum(hours for _, hours in spread(2.0, Unit.DAYS)) == 16.0
    assert spread(0.5, Unit.FTE)[1] == (dt.date(2027, 1, 4), 20.0)
    assert spread(50.0, Unit.PERCENT, own_week=30.0)[1] == (dt.date(2027, 1, 4), 15.0)
