"""The heat map shows each resource's utilisation by figure, colour, sign and edge."""

from __future__ import annotations

import pytest
from builders import absence, allocation, booking, demand, firm, friday, plan, portfolio, project, resource, week
from matplotlib.collections import PathCollection, PolyCollection
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure

from data.entities import Id
from data.portfolio import Portfolio
from planner.charts import heat_map, heat_pages
from planner.charts.figures import Figures
from planner.charts.heat import finding, heat_view
from planner.charts.style import LIGHT
from planner.insight.ramp import Band, bands_of


def office() -> Portfolio:
    """Ann is away in week 2; the demand takes whatever is given."""
    return portfolio(
        resource("Ann", "Tester"),
        resource("Bob", "Backend"),
        absence("Ann", week(2), friday(2)),
        project("Apollo", 1),
        demand("Build", "Apollo", last=6, hours_per_week=100.0),
        firm("Build", "Bob", 4, 42.0),
        booking("Build", "Bob", 4, 5.0, id=Id("a soft one beside the hard one")),
        booking("Build", "Bob", 5, 10.0),
        weeks=6,
    )


def office_plan():
    given = {1: 10.0, 2: 30.0, 3: 40.0, 4: 42.0, 5: 60.0}
    return plan(*(allocation("Build", "Bob", number, hours) for number, hours in given.items()))


def figures(figure: Figure) -> dict[tuple[int, int], str]:
    artist = next(child for child in figure.axes[0].get_children() if isinstance(child, Figures))
    return {(int(each.y), int(each.x)): each.text for each in artist.written}


def outlined(figure: Figure, name: str) -> list[tuple[int, int]]:
    """(row, week) of the cells of one outline or hatching."""
    found = [child for child in figure.axes[0].collections if isinstance(child, PolyCollection) and child.get_gid() == name]
    paths = [path for collection in found for path in collection.get_paths()]
    return [(int(path.vertices[0][1]), int(path.vertices[0][0])) for path in paths]


def title(figure: Figure) -> str:
    return next(text.get_text() for text in figure.texts if text.get_gid() == "title")


def test_rows_stand_by_role_and_name_with_the_role_said_once():
    figure = heat_map(office(), office_plan(), today=week(1))
    said = [text.get_text() for text in figure.axes[0].texts]
    assert [word for word in said if word in {"Ann", "Bob", "Backend", "Tester"}] == ["Backend", "Bob", "Tester", "Ann"]


def test_every_cell_with_load_prints_its_utilisation():
    found = figures(heat_map(office(), office_plan(), today=week(1)))
    assert found == {(0, 0): "25", (0, 1): "75", (0, 2): "100", (0, 3): "105", (0, 4): "150"}


def test_the_ramp_turns_at_70_100_and_110_percent():
    view = heat_view(office(), office_plan())
    table = bands_of(view.load, view.capacity)
    assert table[0].tolist() == [Band.LOW, Band.RIGHT, Band.RIGHT, Band.OVER, Band.BEYOND, Band.NONE]
    assert table[1].tolist() == [Band.NONE, Band.AWAY, Band.NONE, Band.NONE, Band.NONE, Band.NONE]


def test_cells_have_the_colours_of_the_ramp():
    cells = next(child for child in heat_map(office(), office_plan(), today=week(1)).axes[0].collections if child.get_gid() == "cells")
    colours = cells.get_array()
    assert tuple(colours[0, 4]) == pytest.approx(to_rgb(LIGHT.ramp[Band.BEYOND].fill))
    assert tuple(colours[1, 1]) == pytest.approx(to_rgb(LIGHT.ramp[Band.AWAY].fill))


def test_overload_and_absence_are_told_apart_without_colour():
    figure = heat_map(office(), office_plan(), today=week(1))
    triangles = [child for child in figure.axes[0].collections if isinstance(child, PathCollection)]
    places = sorted(int(x) for child in triangles for x, _ in child.get_offsets())
    assert places == [3, 4, 4]
    assert outlined(figure, "above 110 % hatching") == [(0, 4)]
    assert outlined(figure, "absent hatching") == [(1, 1)]


def test_bookings_have_edges_solid_for_hard_and_dashed_for_soft():
    figure = heat_map(office(), office_plan(), today=week(1))
    assert outlined(figure, "hard bookings") == [(0, 3)]
    assert outlined(figure, "soft bookings") == [(0, 4)]


def test_load_in_a_week_without_capacity_is_given_in_hours_as_overload():
    figure = heat_map(office(), plan(allocation("Build", "Ann", 2, 5.0)), today=week(1))
    assert figures(figure) == {(1, 1): "5 h"}
    assert outlined(figure, "above 110 % hatching") == [(1, 1)]


def test_the_title_names_the_worst_overload():
    assert title(heat_map(office(), office_plan(), today=week(1))) == (
        "41 % of capacity used; 2 resource-weeks above capacity, worst Bob by 20 h in W5"
    )


def test_the_title_says_when_nobody_is_above_capacity():
    assert finding(heat_view(office(), plan(allocation("Build", "Bob", 1, 40.0)))) == "9 % of capacity used, nobody above capacity"


def test_utilisation_over_all_weeks_stands_at_the_end_of_the_row():
    said = [text.get_text() for text in heat_map(office(), office_plan(), today=week(1)).axes[0].texts]
    assert "76 %" in said


def test_a_large_portfolio_takes_pages_of_sixty_and_says_which():
    people = [resource(f"Person {n:03d}") for n in range(1, 131)]
    case = portfolio(*people, weeks=1)
    figure = heat_map(case, None, page=3, today=week(1))
    names = [text.get_text() for text in figure.axes[0].texts if text.get_text().startswith("Person")]
    assert heat_pages(case) == 3
    assert (names[0], names[-1], len(names)) == ("Person 121", "Person 130", 10)
    assert "resources 121 to 130 of 130" in figure.texts[1].get_text()


def test_a_long_horizon_keeps_colours_and_drops_figures():
    case = portfolio(resource("Ann"), weeks=104)
    assert not [child for child in heat_map(case, None, today=week(1)).axes[0].get_children() if isinstance(child, Figures)]


def test_an_empty_portfolio_is_an_empty_page():
    assert title(heat_map(portfolio(), None, today=week(1))) == "There is no capacity"
