"""The load chart shows the hours of the plan, the load line of capacity, and says what it finds."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from builders import allocation, demand, firm, holiday, plan, portfolio, project, resource, week
from matplotlib.figure import Figure
from matplotlib.patches import StepPatch

from data.entities import Calendar, Id
from data.portfolio import Portfolio
from planner.charts import load_chart, scarcest_role
from planner.charts.load import finding, load_view
from planner.charts.style import DARK, LIGHT, PROJECT_COLOURS

TODAY = week(2)


def office() -> Portfolio:
    """Two backends and a tester of 40 hours a week, two weeks; Wednesday of week 2 is a holiday."""
    return portfolio(
        Calendar(Id("Office"), "Office"),
        holiday("Office", dt.date(2027, 1, 13)),
        resource("Ann", "Backend", team="Core"),
        resource("Bob", "Backend", team="Edge"),
        resource("Cleo", "Tester", team="Core"),
        project("Apollo", 1),
        project("Borealis", 3),
        demand("Build", "Apollo", "Backend", last=2, hours_per_week=60.0),
        demand("Port", "Borealis", "Backend", last=2, hours_per_week=30.0),
        demand("Check", "Apollo", "Tester", last=2, hours_per_week=50.0),
        weeks=2,
        default_calendar_id=Id("Office"),
    )


def office_plan():
    return plan(
        allocation("Build", "Ann", 1, 40.0),
        allocation("Build", "Bob", 1, 20.0),
        allocation("Build", "Ann", 2, 32.0),
        allocation("Port", "Bob", 1, 20.0),
        allocation("Check", "Cleo", 1, 40.0),
        allocation("Check", "Cleo", 2, 32.0),
    )


def steps(figure: Figure, name: str) -> StepPatch:
    found = [artist for artist in figure.axes[0].patches if artist.get_gid() == name]
    assert len(found) == 1, name
    assert isinstance(found[0], StepPatch)
    return found[0]


def drawn(figure: Figure) -> set[str]:
    return {str(artist.get_gid()) for artist in figure.axes[0].patches}


def words(figure: Figure) -> list[str]:
    return [text.get_text() for axes in figure.axes for text in axes.texts] + [text.get_text() for text in figure.texts]


def title(figure: Figure) -> str:
    return next(text.get_text() for text in figure.texts if text.get_gid() == "title")


def test_the_load_line_is_the_capacity_of_everybody_week_by_week():
    figure = load_chart(office(), office_plan(), today=TODAY)
    assert steps(figure, "capacity").get_data().values.tolist() == [120.0, 96.0]


def test_projects_are_stacked_in_order_of_rank():
    figure = load_chart(office(), office_plan(), today=TODAY)
    apollo, borealis = steps(figure, "layer Apollo").get_data(), steps(figure, "layer Borealis").get_data()
    assert (apollo.baseline.tolist(), apollo.values.tolist()) == ([0.0, 0.0], [100.0, 64.0])
    assert (borealis.baseline.tolist(), borealis.values.tolist()) == ([100.0, 64.0], [120.0, 64.0])


def test_unmet_demand_is_outlined_above_the_load():
    figure = load_chart(office(), office_plan(), today=TODAY)
    outline = steps(figure, "unmet").get_data()
    assert outline.baseline.tolist() == [120.0, 64.0]
    assert outline.values.tolist() == [140.0, 112.0]


def test_the_title_says_what_is_short_and_when():
    assert title(load_chart(office(), office_plan(), today=TODAY)) == "68 h short, most in January (68 h)"


def test_a_role_is_shown_with_its_own_capacity_demand_and_name():
    figure = load_chart(office(), office_plan(), role="tester", today=TODAY)
    assert title(figure) == "tester: 18 h short, most in January (18 h)"
    assert steps(figure, "capacity").get_data().values.tolist() == [40.0, 32.0]
    assert "layer Borealis" not in drawn(figure)


def test_a_team_has_no_unmet_demand_of_its_own():
    figure = load_chart(office(), office_plan(), team="Core", today=TODAY)
    assert title(figure) == "Core: load stays under capacity"
    assert "unmet" not in drawn(figure)


def test_chosen_resources_alone_are_counted():
    view = load_view(office(), office_plan(), resources=[Id("Bob")])
    assert view.stack.capacity.tolist() == [40.0, 32.0]
    assert view.stack.tops[-1].tolist() == [40.0, 0.0]


def test_load_above_the_line_is_hatched_and_said():
    case = portfolio(
        resource("Ann"),
        project("Apollo", 1),
        demand("Build", "Apollo", last=2, hours_per_week=50.0),
        firm("Build", "Ann", 2, 46.0),
        weeks=2,
    )
    figure = load_chart(case, plan(allocation("Build", "Ann", 1, 40.0), allocation("Build", "Ann", 2, 46.0)), today=TODAY)
    hatched = steps(figure, "above capacity")
    assert hatched.get_hatch()
    np.testing.assert_array_equal(hatched.get_data().baseline, [np.nan, 40.0])
    np.testing.assert_array_equal(hatched.get_data().values, [np.nan, 46.0])
    assert title(figure) == "14 h short, most in January (14 h); 6 h above capacity, most in W2"


def test_nothing_is_hatched_where_load_stays_under_the_line():
    assert "above capacity" not in drawn(load_chart(office(), office_plan(), today=TODAY))


def test_without_a_plan_nothing_is_said_to_be_short():
    assert finding(load_view(office(), None)) == "252 h asked, nothing planned yet, most in January (252 h)"


def test_without_a_plan_what_is_booked_is_the_load():
    case = portfolio(
        resource("Ann"), project("Apollo"), demand("Build", "Apollo", last=2, hours_per_week=40.0), firm("Build", "Ann", 1, 30.0), weeks=2
    )
    view = load_view(case, None)
    assert finding(view) == "50 h asked and not booked yet, most in January (50 h)"
    assert [layer.hours.tolist() for layer in view.stack.layers] == [[30.0, 0.0]]


def test_nothing_asked_and_nothing_given_is_said():
    assert finding(load_view(portfolio(resource("Ann")), None)) == "Nothing is allocated"


def test_beyond_the_twelfth_rank_projects_are_other():
    projects = [project(f"P{n:02d}", 1) for n in range(1, 15)]
    demands = [demand(f"D{n:02d}", f"P{n:02d}", last=1, hours_per_week=2.0) for n in range(1, 15)]
    case = portfolio(resource("Ann"), *projects, *demands, weeks=1)
    layers = load_view(case, plan(*(allocation(f"D{n:02d}", "Ann", 1, 2.0) for n in range(1, 15)))).stack.layers
    assert [layer.name for layer in layers] == [*(f"P{n:02d}" for n in range(1, 13)), "other (2 projects)"]
    assert [layer.colour(LIGHT) for layer in layers] == [*PROJECT_COLOURS, LIGHT.other]
    assert layers[-1].hours.tolist() == [4.0]


def test_the_key_gives_the_hours_of_every_layer():
    said = words(load_chart(office(), office_plan(), today=TODAY))
    assert {"capacity", "216 h", "Apollo", "164 h", "Borealis", "20 h", "unmet demand", "68 h"} <= set(said)


def test_a_name_stands_inside_its_layer_where_it_fits():
    figure = load_chart(office(), office_plan(), today=TODAY)
    assert [text.get_text() for text in figure.axes[0].texts] == ["Apollo", "Borealis", "today"]


def test_today_is_marked_only_inside_the_horizon():
    inside, outside = (load_chart(office(), office_plan(), today=day) for day in (TODAY, week(9)))
    marks = [[line for line in figure.axes[0].lines if line.get_gid() == "today"] for figure in (inside, outside)]
    assert [len(found) for found in marks] == [1, 0]
    assert marks[0][0].get_xdata()[0] == pytest.approx(1 + 0.5 / 7)


def test_the_axes_tell_their_units_and_weeks():
    axes = load_chart(office(), office_plan(), today=TODAY).axes[0]
    assert axes.get_ylabel() == "hours a week"
    assert [label.get_text() for label in axes.get_xticklabels()] == ["W1 · 4 Jan\n2027", "W2 · 11 Jan"]


def test_the_scarcest_role_is_the_one_most_short_for_its_capacity():
    assert scarcest_role(office(), office_plan()) == "Backend"
    assert scarcest_role(portfolio(resource("Ann")), plan()) is None


def test_light_and_dark_differ_in_colour_alone():
    light, dark = (load_chart(office(), office_plan(), theme=theme, today=TODAY) for theme in ("light", "dark"))
    assert words(light) == words(dark)
    assert steps(light, "capacity").get_edgecolor() != steps(dark, "capacity").get_edgecolor()
    assert (LIGHT.name, DARK.name) == ("light", "dark")


def test_a_dollar_in_a_name_begins_no_formula():
    case = portfolio(resource("Ann"), project("$a$ $b$", 1), demand("Build", "$a$ $b$", last=1), weeks=1)
    figure = load_chart(case, plan(allocation("Build", "Ann", 1, 20.0)), today=TODAY)
    assert not any(
        text.get_parse_math() for text in figure.findobj(match=lambda artist: hasattr(artist, "get_parse_math")) if text.get_text()
    )
