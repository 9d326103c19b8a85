"""A client asks for a project eight weeks early: the story of the manual (docs/manual/what-if.md), from the question to the decision."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from data.entities import Id, ScenarioStatus
from data.portfolio import Portfolio
from planner.scenarios.effects import effects, study_of
from tests.builders import demand, friday, portfolio, project, resource, week
from tests.desktop.conftest import PATIENCE, come_back, table_page
from tests.desktop.test_window_scenarios import CTRL, dialog, keys, scenarios_page, worked_out, workspace_of
from ui.dialogs.deciding import Decide
from ui.main_window import MainWindow
from ui.views.gantt_panel import GanttPanel
from ui.views.pages import PAGES
from ui.views.scenarios_page import ScenariosPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
"""The offscreen screen says this of every dialog."""

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
PORTAL, BILLING = Id("Portal"), Id("Billing")
CASE = portfolio(
    resource("Ann"),
    project("Portal", 1, must_do=True),
    project("Billing", 3),
    demand("Build", "Portal", first=9, last=12, hours_per_week=40.0),
    demand("Invoices", "Billing", first=1, last=4, hours_per_week=40.0),
    weeks=16,
)


class Story:
    """What somebody does in the window, by the keys."""

    def __init__(self, window: MainWindow, qtbot: QtBot, idle: Callable[[], None]) -> None:
        self.window, self.qtbot, self.idle = window, qtbot, idle

    @property
    def record(self) -> Portfolio:
        return workspace_of(self.window).record

    def scenario(self, name: str) -> Id:
        return next(each.id for each in self.record.scenarios.values() if each.name == name)

    def turn(self, page: str) -> None:
        self.qtbot.keyClick(self.window, getattr(Qt.Key, f"Key_{PAGES.index(page) + 1}"), CTRL)

    def type_name(self, name: str) -> None:
        """Types over the name that is open."""
        self.qtbot.waitUntil(
            lambda: QApplication.focusWidget() is not None and QApplication.focusWidget().inherits("QLineEdit"), timeout=PATIENCE
        )
        self.qtbot.keyClicks(QApplication.focusWidget(), name)
        self.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        self.idle()

    def make(self, name: str, key: Qt.Key, like: str = "") -> None:
        """A scenario, new or a copy of the chosen one, named and worked in."""
        page = scenarios_page(self.window, self.qtbot, self.idle)
        if like:
            page.table_page.choose(self.scenario(like))
        keys(self.window, self.qtbot, key)
        self.type_name(name)
        page.table_page.choose(self.scenario(name))
        keys(self.window, self.qtbot, Qt.Key.Key_W)
        self.qtbot.waitUntil(lambda: getattr(workspace_of(self.window).scenario, "name", "") == name, timeout=PATIENCE)
        self.idle()

    def solve(self) -> None:
        self.qtbot.keyClick(self.window, Qt.Key.Key_F5)
        self.qtbot.waitUntil(lambda: workspace_of(self.window).plan is not None and not self.window.desk.is_running, timeout=PATIENCE)
        self.idle()

    def leave(self) -> None:
        keys(self.window, self.qtbot, Qt.Key.Key_R)
        self.qtbot.waitUntil(lambda: workspace_of(self.window).scenario is None, timeout=PATIENCE)
        self.idle()

    def type_into(self, page: str, key: Id, column: str, text: str) -> None:
        table = table_page(self.window, page)
        table.choose(key)
        table.table.setCurrentIndex(table.model.index(table.table.currentIndex().row(), table.table.column_of(column)))
        self.qtbot.keyClicks(table.table, text)
        self.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        self.idle()


def move_eight_weeks_earlier(story: Story) -> None:
    """The first bar of the Gantt, by its keys."""
    story.turn("Projects")
    story.idle()
    (panel,) = story.window.pages.page("Projects").findChildren(GanttPanel)
    story.qtbot.waitUntil(lambda: panel.view.gantt is not None and bool(panel.view.gantt.rows), timeout=PATIENCE)
    panel.view.setFocus()
    story.qtbot.keyClick(panel.view, Qt.Key.Key_Home)
    assert panel.view.key == PORTAL
    for _ in range(8):
        story.qtbot.keyPress(panel.view, Qt.Key.Key_Left, ALT)
    story.qtbot.keyRelease(panel.view, Qt.Key.Key_Alt)
    story.idle()


def test_a_client_asks_for_a_project_eight_weeks_early(
    show: Callable[[Portfolio], MainWindow],
    qtbot: QtBot,
    idle: Callable[[], None],
    answer: Callable[[str, Path | None], None],
    tmp_path: Path,
) -> None:
    story = Story(show(CASE), qtbot, idle)
    story.window.desk.time_limit = 10.0
    story.solve()

    story.make("Eight weeks early", Qt.Key.Key_N)
    move_eight_weeks_earlier(story)
    moved = workspace_of(story.window).portfolio.demands[Id("Build")]
    assert (moved.start, moved.finish) == (week(1), friday(4))
    assert story.record.demands[Id("Build")].start == week(9)
    story.solve()
    story.leave()

    page = scenarios_page(story.window, qtbot, idle)
    page.table_page.choose(story.scenario("Eight weeks early"))
    keys(story.window, qtbot, Qt.Key.Key_J)
    qtbot.waitUntil(
        lambda: any("Billing" in each for each in page.panel.texts()) and "To every other project" in page.panel.texts(), timeout=PATIENCE
    )
    idle()
    hurt = effects_of(story, "Eight weeks early")
    assert hurt == [("Billing", 1.0, 0.0)], "who is hurt is told"

    story.make("With Zoe", Qt.Key.Key_B, "Eight weeks early")
    story.turn("Resources")
    idle()
    people = table_page(story.window, "Resources")
    people.table.setFocus()
    qtbot.keyClick(people.table, Qt.Key.Key_Insert)
    story.type_name("Zoe")
    story.solve()
    story.leave()
    story.make("Billing waits", Qt.Key.Key_B, "Eight weeks early")
    story.turn("Projects")
    idle()
    story.type_into("Projects", BILLING, "max_delay", "6")
    story.solve()
    story.leave()

    compare_all(story, tmp_path, answer)

    qtbot.mouseClick(page.tabs, Qt.MouseButton.LeftButton, pos=page.tabs.tabRect(0).center())
    worked_out(page, qtbot, idle)
    page.table_page.choose(story.scenario("With Zoe"))
    keys(story.window, qtbot, Qt.Key.Key_Q)
    qtbot.waitUntil(lambda: story.record.scenarios[story.scenario("With Zoe")].status is ScenarioStatus.PROPOSED, timeout=PATIENCE)
    idle()
    assert effects_of(story, "With Zoe") == [], "nobody else is hurt"
    approve_and_promote(story, page)
    assert {each.name for each in story.record.resources.values()} == {"Ann", "Zoe"}
    assert story.record.demands[Id("Build")].start == week(1)
    plan = workspace_of(story.window).plan
    assert plan is not None
    assert sum(each.hours for each in plan.allocations) == pytest.approx(320.0), "its plan came along"


def effects_of(story: Story, name: str) -> list[tuple[str, float | None, float | None]]:
    """The other projects whose coverage changes, with what it was and is."""
    study = study_of(story.record, story.scenario(name))
    found = effects(study) if study is not None else None
    assert found is not None
    others = [(each.name, each.before, each.after) for each in found.others]
    told = [(called, before.coverage if before else None, after.coverage if after else None) for called, before, after in others]
    return [each for each in told if each[1] != each[2]]


def compare_all(story: Story, folder: Path, answer: Callable[[str, Path | None], None]) -> None:
    """The three beside the plan of record, written as a workbook."""
    page = scenarios_page(story.window, story.qtbot, story.idle)
    page.table_page.table.setFocus()
    page.table_page.table.selectAll()
    keys(story.window, story.qtbot, Qt.Key.Key_K)
    expected = ["Plan of record", "Eight weeks early", "With Zoe", "Billing waits"]
    story.qtbot.waitUntil(
        lambda: page.compare.shown is not None and [side.name for side in page.compare.shown.comparison.sides] == expected, timeout=PATIENCE
    )
    story.idle()
    answer("place_for_comparison", folder / "compared.xlsx")
    keys(story.window, story.qtbot, Qt.Key.Key_X)
    story.qtbot.waitUntil(lambda: "Written to" in story.window.notice.text, timeout=PATIENCE)
    story.idle()
    rows = list(openpyxl.load_workbook(folder / "compared.xlsx")["Sides"].iter_rows(values_only=True))
    assert [name for name in expected if not any(name in row for row in rows)] == []


def approve_and_promote(story: Story, page: ScenariosPage) -> None:
    window, qtbot = story.window, story.qtbot
    qtbot.keyClick(window, Qt.Key.Key_A, CTRL | ALT | SHIFT)
    qtbot.waitUntil(lambda: bool(window.findChildren(Decide)), timeout=PATIENCE)
    asked = window.findChildren(Decide)[-1]
    qtbot.keyClicks(asked.reason, "The client pays for Zoe")
    qtbot.mouseClick(asked.decide, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: story.record.scenarios[story.scenario("With Zoe")].status is ScenarioStatus.APPROVED, timeout=PATIENCE)
    assert workspace_of(window).steps[-1].why == "The client pays for Zoe"
    come_back(qtbot, window)
    story.idle()
    page.table_page.choose(story.scenario("With Zoe"))
    keys(window, qtbot, Qt.Key.Key_M)
    promoting = dialog(window, qtbot)
    qtbot.mouseClick(promoting.promote, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "is the plan of record now" in window.notice.text, timeout=PATIENCE)
    story.idle()
