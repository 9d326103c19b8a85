"""Coverage and Gantt show every project by rank, with what it gets and when."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from builders import allocation, demand, dependency, friday, plan, portfolio, project, resource, week
from matplotlib.figure import Figure
from matplotlib.patches import StepPatch

from data.entities import DependencyKind, Id, ProjectStatus
from data.plan import ProjectPlan
from data.portfolio import Portfolio
from planner.charts import coverage_chart, coverage_pages, gantt_chart, gantt_pages
from planner.charts.coverage import coverage_rows
from planner.charts.gantt import gantt_view
from planner.charts.ranking import colours, ranked
from planner.charts.style import LIGHT, PROJECT_COLOURS
from planner.charts.timeline import Phase


def office() -> Portfolio:
    """Four weeks; Dune is on hold, Comet only proposed, Apollo has two phases."""
    return portfolio(
        resource("Ann"),
        project("Borealis", 2),
        project("Apollo", 1),
        project("Comet", 1, weight=0.5, status=ProjectStatus.PROPOSED),
        project("Dune", 1, status=ProjectStatus.ON_HOLD, start=week(1), finish=friday(2)),
        demand("Design", "Apollo", phase="Design", last=2, hours_per_week=10.0),
        demand("Build", "Apollo", phase="Build", first=2, last=3, hours_per_week=20.0),
        demand("Port", "Borealis", first=2, last=4, hours_per_week=10.0),
        demand("Study", "Comet", last=4, hours_per_week=5.0),
        dependency("Apollo", "Borealis", DependencyKind.FS),
        dependency("Apollo", "Comet", DependencyKind.SS),
        weeks=4,
    )


def office_plan():
    return plan(
        allocation("Design", "Ann", 1, 10.0),
        allocation("Design", "Ann", 2, 5.0),
        allocation("Build", "Ann", 2, 20.0),
        allocation("Build", "Ann", 3, 10.0),
        allocation("Port", "Ann", 4, 10.0),
        projects=(
            ProjectPlan(Id("Apollo"), selected=True),
            ProjectPlan(Id("Borealis"), selected=True),
            ProjectPlan(Id("Comet"), selected=False),
        ),
    )


def words(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.axes[0].texts]


def title(figure: Figure) -> str:
    return next(text.get_text() for text in figure.texts if text.get_gid() == "title")


def bars(figure: Figure, name: str) -> list[tuple[float, float]]:
    """Left end and width of the bars of one name, from the top down."""
    return [(bar.get_x(), pytest.approx(bar.get_width())) for bar in figure.axes[0].patches if bar.get_gid() == name]


def test_projects_rank_by_weight_and_only_if_they_may_take_part():
    assert ranked(office()) == ("Apollo", "Borealis", "Comet")


def test_of_equal_weight_the_must_do_ranks_first_then_the_name():
    case = portfolio(project("b"), project("A"), project("Z", must_do=True))
    assert ranked(case) == ("Z", "A", "b")


def test_a_project_has_one_colour_in_every_chart():
    assert [colours(office(), LIGHT)[Id(name)] for name in ("Apollo", "Borealis", "Dune")] == [
        PROJECT_COLOURS[0],
        PROJECT_COLOURS[1],
        LIGHT.other,
    ]


def test_coverage_is_hours_met_of_hours_asked():
    rows = [(row.name, row.asked, row.met, row.selected) for row in coverage_rows(office(), office_plan())]
    assert rows == [("Apollo", 60.0, 45.0, True), ("Borealis", 30.0, 10.0, True), ("Comet", 20.0, 0.0, False)]


def test_the_part_not_met_is_hatched_behind_the_part_met():
    figure = coverage_chart(office(), office_plan())
    assert bars(figure, "unmet") == [(0.75, 0.25), (pytest.approx(1 / 3), 2 / 3)]
    assert all(bar.get_hatch() for bar in figure.axes[0].patches if bar.get_gid() == "unmet")
    assert bars(figure, "left out") == [(0.0, 1.0)]


def test_each_bar_has_its_figures_in_words():
    assert words(coverage_chart(office(), office_plan())) == [
        *("P1", "Apollo", "75 %", "15 of 60 h short"),
        *("P2", "Borealis", "33 %", "20 of 30 h short"),
        *("P1", "Comet", "left out", "20 h asked"),
    ]


def test_the_coverage_title_says_who_gets_least():
    assert title(coverage_chart(office(), office_plan())) == (
        "61 % of the hours asked are met; 2 projects get less than 80 %, least Borealis (33 %); 1 left out"
    )


def test_what_is_not_quite_all_is_not_called_all():
    case = portfolio(resource("Ann"), project("Apollo"), demand("Build", "Apollo", last=4, hours_per_week=200.0), weeks=4)
    given = plan(*(allocation("Build", "Ann", number, 199.0) for number in (1, 2, 3, 4)))
    assert words(coverage_chart(case, given)) == ["P3", "Apollo", "99 %", "4 of 800 h short"]


def test_many_projects_take_pages_of_sixty():
    case = portfolio(*(project(f"P{n:03d}") for n in range(1, 71)))
    assert (coverage_pages(case), gantt_pages(case)) == (2, 2)
    assert next(name for name in words(coverage_chart(case, None, page=2)) if name.startswith("P0")) == "P061"
    assert next(name for name in words(gantt_chart(case, None, page=2)) if name.startswith("P0")) == "P061"


def test_a_bar_runs_from_the_first_day_to_the_last_and_phases_follow_one_another():
    row = gantt_view(office(), office_plan()).rows[0]
    assert row.bar == (0.0, pytest.approx(2 + 5 / 7))
    assert row.phases == (Phase("Design", 0.0, 1.0), Phase("Build", 1.0, pytest.approx(2 + 5 / 7)))


def test_each_week_shows_the_part_of_its_hours_that_is_met():
    rows = gantt_view(office(), office_plan()).rows
    np.testing.assert_allclose(rows[0].covered, [1.0, 25 / 30, 0.5, np.nan])
    np.testing.assert_allclose(rows[1].covered, [np.nan, 0.0, 0.0, 1.0])


def test_weeks_that_are_short_are_hatched():
    figure = gantt_chart(office(), office_plan(), today=week(1))
    strips = [patch for patch in figure.axes[0].patches if isinstance(patch, StepPatch) and patch.get_gid() == "short"]
    assert [np.isnan(strip.get_data().values).tolist() for strip in strips] == [[True, False, False, True], [True, False, False, True]]
    assert all(strip.get_hatch() for strip in strips)


def test_projects_out_of_the_plan_stand_last_as_empty_outlines():
    figure = gantt_chart(office(), office_plan(), today=week(1))
    assert [name for name in words(figure) if name in {"Apollo", "Borealis", "Comet", "Dune"}] == ["Apollo", "Borealis", "Comet", "Dune"]
    assert {"left out", "on hold"} <= set(words(figure))
    assert len([patch for patch in figure.axes[0].patches if patch.get_gid() == "not in the plan"]) == 2


def test_dependencies_are_drawn_and_those_the_dates_break_are_said():
    figure = gantt_chart(office(), office_plan(), today=week(1))
    assert len([line for line in figure.axes[0].lines if line.get_gid() == "link"]) == 2
    assert [link.broken for link in gantt_view(office(), office_plan()).links] == [True, False]
    assert title(figure) == "2 of 3 projects take part; up to 2 at once in January; 1 dependency broken by the dates"


def test_a_delay_moves_the_bar_and_its_phases():
    late = plan(projects=(ProjectPlan(Id("Borealis"), selected=True, delay_weeks=2),))
    rows = {row.name: row for row in gantt_view(office(), late).rows}
    assert rows["Borealis"].bar == (3.0, pytest.approx(5 + 5 / 7))
    assert rows["Borealis"].phases[0].start == 3.0
    assert "1 delayed" in title(gantt_chart(office(), late, today=week(1)))
    assert "delayed 2 weeks" in words(gantt_chart(office(), late, today=week(1)))


def test_months_are_named_with_the_year_where_it_changes():
    case = portfolio(project("Apollo"), start=dt.date(2027, 11, 1), weeks=13)
    labels = [label.get_text() for label in gantt_chart(case, None, today=week(1)).axes[0].get_xticklabels()]
    assert labels == ["2027\nNov", "Dec", "2028\nJan"]


def test_a_portfolio_without_projects_is_an_empty_page():
    assert title(coverage_chart(portfolio(), None)) == "No project asks for hours"
    assert title(gantt_chart(portfolio(), None, today=week(1))) == "0 of 0 projects take part"
