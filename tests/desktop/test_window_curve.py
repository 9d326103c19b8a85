"""The curve of value against hours moved, in the dialog that plans again: drawn, looked at, and one of its plans kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

import planner.replanning.tracing
import planner.solving
from data.entities import Hours
from planner.insight.changes import changes
from planner.replanning.curve import Curve, Point, Tracing
from solver.control import Control, Progress
from tests.builders import allocation
from tests.desktop.conftest import PATIENCE, kept_plan, opened_replan
from tests.desktop.rehearsing import shifted
from ui.dialogs.replan import Replan
from ui.main_window import MainWindow
from ui.tokens import LIGHT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
"""The offscreen screen says this of every dialog."""

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def curve(monkeypatch: pytest.MonkeyPatch) -> list[Hours | None]:
    """Traces a curve of three plans at once; what was asked beside its points is noted."""
    asked: list[Hours | None] = []

    def traced(cluster: str | None, tracing: Tracing, points: int, control: Control) -> Curve:
        asked.append(tracing.budget)
        control.report(Progress("Solved 1", None, None, 1, 1.0), None)
        made = [
            (0.0, shifted(tracing.portfolio, 0.0, 90.0)),
            (5.0, shifted(tracing.portfolio, 5.0, 110.0)),
            (None, shifted(tracing.portfolio, 20.0, 120.0)),
        ]
        record = tracing.replanning.plan
        return Curve(tuple(Point(budget, each, changes(tracing.portfolio, record, each), ()) for budget, each in made), 130.0)

    monkeypatch.setattr(planner.replanning.tracing, "traced_at", traced)
    return asked


@pytest.fixture
def drawn(planned: MainWindow, qtbot: QtBot, curve: list[Hours | None], idle: Callable[[], None]) -> Replan:
    """The dialog with a curve of three plans on the screen."""
    dialog = opened_replan(planned, qtbot)
    qtbot.mouseClick(dialog.form.curve, LEFT)
    idle()
    qtbot.waitUntil(lambda: len(dialog.offers.chart.points) == 3, timeout=PATIENCE)
    return dialog


def test_a_curve_begins_with_the_best_plan_and_counts_the_budget_in(drawn: Replan, curve: list[Hours | None]) -> None:
    assert curve == [pytest.approx(1.2)]
    assert drawn.offers.chart.isVisible()
    assert drawn.offers.heading.text().startswith("20 h move")
    assert drawn.offers.chart.hasFocus()
    assert drawn.offers.chart.accessibleName() == "Each further move still gains: 30 points when 50 % of the hours move"


def test_the_points_lie_where_the_chart_draws_them(drawn: Replan) -> None:
    picture = drawn.offers.chart.grab().toImage()
    ratio = picture.devicePixelRatio()
    assert [picture.pixelColor((point * ratio).toPoint()).name().upper() for point in drawn.offers.chart.points] == [LIGHT.accent] * 3


def test_a_click_on_a_point_shows_what_that_plan_changes(drawn: Replan, qtbot: QtBot) -> None:
    at = drawn.offers.chart.points[1].toPoint()
    qtbot.mouseClick(drawn.offers.chart, LEFT, pos=at + QPoint(3, -3))
    assert drawn.offers.chart.chosen_point == 1
    assert drawn.offers.heading.text().startswith("5 h move")
    qtbot.mouseClick(drawn.offers.chart, LEFT, pos=QPoint(2, 2))
    assert drawn.offers.chart.chosen_point == 1


def test_a_double_click_on_a_point_keeps_that_plan(planned: MainWindow, drawn: Replan, qtbot: QtBot, idle: Callable[[], None]) -> None:
    at = drawn.offers.chart.points[1].toPoint()
    qtbot.mouseClick(drawn.offers.chart, LEFT, pos=at)
    qtbot.mouseDClick(drawn.offers.chart, LEFT, pos=at)
    idle()
    assert kept_plan(planned).allocations[-1] == allocation("Build", "Bob", 1, 5.0)


def test_arrows_go_from_plan_to_plan_and_enter_keeps_one(
    planned: MainWindow, drawn: Replan, qtbot: QtBot, idle: Callable[[], None]
) -> None:
    chart = drawn.offers.chart
    for _ in range(4):
        qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert drawn.offers.heading.text() == "Nothing changes"
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    idle()
    assert kept_plan(planned).objective == 110.0
    assert planned.planning.replanning.dialog is None
