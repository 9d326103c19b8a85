"""The chart of what is not met: hours by cause, parted by role."""

from __future__ import annotations

from pathlib import Path

from data.portfolio import Portfolio
from planner.charts.saving import save
from planner.charts.shortage import cause_bars, finding, shortage_chart
from planner.insight.causes import Cause
from planner.insight.unmet import Unmet, unmet
from tests.builders import allocation, demand, plan, short_case

CASE = short_case(demand("Try", "Comet", "Pilot", first=2, last=3, hours_per_week=3.0))


def short(case: Portfolio = CASE) -> tuple[Unmet, ...]:
    return unmet(case, plan(*(allocation("Build", "Ann", number, 40.0) for number in (1, 2))))


def test_hours_are_told_by_cause_and_role_the_most_first() -> None:
    told = [(bar.cause, bar.hours, bar.roles) for bar in cause_bars(CASE, short())]
    assert told == [
        (Cause.NOBODY, 22.0, (("Tester", 16.0), ("Pilot", 6.0))),
        (Cause.TAKEN, 20.0, (("Backend", 20.0),)),
    ]


def test_every_part_of_a_bar_is_as_long_as_its_hours() -> None:
    (axes,) = shortage_chart(CASE, short()).axes
    assert {patch.get_gid(): patch.get_width() for patch in axes.patches} == {
        "Nobody suitable: Tester": 16.0,
        "Nobody suitable: Pilot": 6.0,
        "Taken by other work: Backend": 20.0,
    }


def test_each_bar_has_its_name_and_figures() -> None:
    (axes,) = shortage_chart(CASE, short(), theme="dark").axes
    written = [text.get_text() for text in axes.texts]
    assert "Nobody suitable" in written
    assert {"22 h · 52 %", "20 h · 48 %"} <= set(written)
    assert "Tester" in written
    assert "Backend" in written


def test_the_headline_names_the_cause_of_most_hours() -> None:
    assert finding(cause_bars(CASE, short())) == "Nobody suitable: 52 % of 42 h unmet"


def test_where_nothing_is_short_the_chart_says_so(tmp_path: Path) -> None:
    drawn = shortage_chart(CASE, ())
    assert drawn.texts[0].get_text() == "Every hour asked is met"
    save(drawn, tmp_path / "met.svg")
    assert (tmp_path / "met.svg").stat().st_size > 0
