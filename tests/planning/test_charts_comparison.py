"""The load of several plans laid over each other, as a chart and on the pages of a report."""

from __future__ import annotations

from dataclasses import replace

import builders as b
import numpy as np
from matplotlib.figure import Figure
from matplotlib.patches import StepPatch

from planner.charts.comparison import STROKES, comparison_chart
from planner.charts.comparison_report import report_pages
from planner.comparing import Comparison, Side, compared
from planner.comparing.loads import Group, Grouped

CASE = b.portfolio(b.resource("Ann"), b.resource("Bob", role="Tester"), b.project("Apollo"), b.demand("Build", "Apollo"))
FIRST, OTHER = (
    b.plan(b.allocation("Build", "Ann", 1, 40.0)),
    b.plan(b.allocation("Build", "Ann", 1, 10.0), b.allocation("Build", "Bob", 2, 5.0)),
)


def beside(*more: Side) -> Comparison:
    return compared((Side("One", CASE, FIRST), Side("Other", CASE, OTHER), *more))


def lines(figure: Figure) -> dict[str, StepPatch]:
    return {str(patch.get_gid()): patch for patch in figure.axes[0].patches if isinstance(patch, StepPatch)}


def title(figure: Figure) -> str:
    return next(text.get_text() for text in figure.texts if text.get_gid() == "title")


def test_each_side_is_a_line_of_its_hours_and_capacity_is_one_where_all_have_the_same() -> None:
    figure = comparison_chart(beside())
    drawn = lines(figure)
    assert sorted(drawn) == ["capacity", "side 0", "side 1"]
    assert drawn["side 1"].get_data().values[:3].tolist() == [10.0, 5.0, 0.0]
    assert title(figure) == "Other takes 25 h less than One, mostly in January 2027"


def test_a_side_of_another_capacity_or_horizon_has_a_load_line_of_its_own() -> None:
    hired = replace(CASE.settings, weeks=10)
    figure = comparison_chart(beside(Side("Hired", CASE.holding(b.resource("Cleo"), hired), OTHER)))
    drawn = lines(figure)
    assert "capacity 2" in drawn
    assert "capacity 1" not in drawn
    assert np.isnan(drawn["side 0"].get_data().values[8:]).all()


def test_a_role_is_drawn_alone_and_named_in_the_headline() -> None:
    assert (
        title(comparison_chart(beside(), Group(Grouped.ROLE, "Tester"))) == "Tester: Other takes 5 h more than One, mostly in January 2027"
    )
    same = compared((Side("One", CASE, FIRST), Side("Two", CASE, FIRST)))
    assert title(comparison_chart(same)) == "The load is the same in every week"


def test_lines_are_told_apart_in_both_themes_and_without_colour() -> None:
    assert len({stroke.dashes for stroke in STROKES}) == len(STROKES)
    for theme in ("light", "dark"):
        colours = {getattr(stroke, theme) for stroke in STROKES}
        assert len(colours) == len(STROKES)


def test_the_report_tells_in_words_in_figures_and_as_a_chart_then_what_differs() -> None:
    pages = list(report_pages(beside(), "Case"))
    assert [title(page) for page in pages] == [
        "Case: One · Other",
        "Case: One · Other",
        "Other takes 25 h less than One, mostly in January 2027",
        "Projects that differ: Other against One",
        "People that differ",
        "Weeks that differ",
    ]
    said = [text.get_text() for text in pages[0].axes[0].texts]
    assert "Other differs from One in 1 project, 2 people and 2 weeks; moved 5 h to another person and week, 25 h removed." in said
    assert "Apollo: gets 15 h instead of 20 h, 30 h changed" in said


def test_where_nothing_differs_the_report_says_so_and_ends_with_the_figures() -> None:
    pages = list(report_pages(compared((Side("One", CASE, FIRST), Side("Two", CASE, FIRST))), "Case"))
    assert len(pages) == 2
    assert "Two is the same as One." in [text.get_text() for text in pages[0].axes[0].texts]
