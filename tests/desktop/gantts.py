"""The portfolio Gantt as its tests drive it."""

from __future__ import annotations

import builders as b
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from data.entities import Id, Project
from data.portfolio import Portfolio
from ui.main_window import MainWindow
from ui.presenters.gantt_drafts import Gesture
from ui.views.gantt_panel import GanttPanel
from ui.widgets.gantt_view import GanttView

APOLLO, BOREALIS, COMET = Id("Apollo"), Id("Borealis"), Id("Comet")
ALT, SHIFT, CONTROL, NONE = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.NoModifier,
)
LEFT = Qt.MouseButton.LeftButton


def case() -> Portfolio:
    """Apollo in weeks 1 to 4, Borealis in 5 to 8, Comet in 3 and 4 of twenty; Ann does what she can."""
    return b.portfolio(
        b.resource("Ann"),
        b.project("Apollo", 1, must_do=True),
        b.project("Borealis", 3, max_delay=2),
        b.project("Comet", 5),
        b.demand("Build", "Apollo", last=4),
        b.demand("Port", "Borealis", first=5, last=8),
        b.demand("Study", "Comet", first=3, last=4),
        b.dependency("Apollo", "Borealis"),
        weeks=20,
    )


def portfolio_of(gantt_panel: GanttPanel) -> Portfolio:
    window = gantt_panel.window()
    assert isinstance(window, MainWindow)
    assert window.session.portfolio is not None
    return window.session.portfolio


def project(gantt_panel: GanttPanel, key: Id) -> Project:
    return portfolio_of(gantt_panel).projects[key]


def days(gantt_panel: GanttPanel, demand: str) -> tuple[object, object]:
    found = portfolio_of(gantt_panel).demands[Id(demand)]
    return found.start, found.finish


def grab_bar(gantt_view: GanttView, row: int, gesture: Gesture, weeks: float) -> QPoint:
    """Presses on a bar and moves the mouse by so many weeks; it is not let go."""
    at = gantt_view.point_on(row, gesture)
    QTest.mousePress(gantt_view.viewport(), LEFT, NONE, at)
    for part in (0.5, 1.0):
        QTest.mouseMove(gantt_view.viewport(), at + QPoint(round(weeks * part * gantt_view.week_width), 0))
    return at + QPoint(round(weeks * gantt_view.week_width), 0)


def drag(gantt_view: GanttView, row: int, gesture: Gesture, weeks: float) -> None:
    QTest.mouseRelease(gantt_view.viewport(), LEFT, NONE, grab_bar(gantt_view, row, gesture, weeks))


def undo_label(gantt_panel: GanttPanel) -> str | None:
    window = gantt_panel.window()
    assert isinstance(window, MainWindow)
    assert window.session.workspace is not None
    return window.session.workspace.undo_label
