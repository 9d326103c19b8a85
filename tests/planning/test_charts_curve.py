"""The curve of a replanning as a chart."""

import pytest

from planner.charts import save
from planner.charts.curve import Mark, change_curve, finding

MARKS = (Mark(0.005, 1000.0), Mark(0.03, 1180.0), Mark(0.08, 1190.0), Mark(0.5, 1200.0))


def drawn(figure, name):
    return [artist for artist in figure.findobj() if artist.get_gid() == name]


def test_each_point_is_drawn_at_its_share_and_value():
    (points,) = drawn(change_curve(MARKS, 1250.0), "points")
    assert points.get_offsets().tolist() == [[0.005, 1000.0], [0.03, 1180.0], [0.08, 1190.0], [0.5, 1200.0]]


def test_between_two_points_the_line_stays_with_the_one_on_the_left():
    (line,) = drawn(change_curve(MARKS, 1250.0), "value")
    assert line.get_drawstyle() == "steps-post"


def test_the_bound_is_a_line_above_all_points():
    figure = change_curve(MARKS, 1250.0)
    (line,) = drawn(figure, "bound")
    assert list(line.get_ydata()) == [1250.0, 1250.0]
    low, high = figure.axes[0].get_ylim()
    assert low < 1000.0 < 1250.0 < high


def test_without_a_bound_there_is_no_line():
    assert drawn(change_curve(MARKS, None), "bound") == []


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        (MARKS, "Moving 3 % of the hours gains 90.0 % of what moving 50 % would"),
        (MARKS[:1] + MARKS[3:], "Each further move still gains: 200 points when 50 % of the hours move"),
        (MARKS[:1], "Moving more than has to be moved gains nothing"),
        ((Mark(0.0, 5.0), Mark(0.015, 10.0), Mark(0.3, 10.0)), "Moving 1.5 % of the hours gains all of what moving 30 % would"),
        ((Mark(0.0, 0.0), Mark(0.01, 9999.0), Mark(0.3, 10000.0)), "Moving 1 % of the hours gains 99.9 % of what moving 30 % would"),
    ],
)
def test_the_headline_says_what_most_of_the_gain_takes(marks, said):
    assert finding(marks) == said


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_it_is_saved_in_every_format(form, tmp_path):
    save(change_curve(MARKS, 1250.0, theme="dark"), tmp_path / f"curve.{form}")
    assert (tmp_path / f"curve.{form}").stat().st_size > 1000


def test_one_point_is_a_curve():
    (points,) = drawn(change_curve(MARKS[:1], None), "points")
    assert len(points.get_offsets()) == 1
