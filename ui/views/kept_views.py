"""What stays of the pages that are painted, from one run to the next: their zoom, their choices and the width of what stands beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSplitter

from ui.presenters.grid_choices import Order, Show
from ui.presenters.load_grid import Grouping, Measure
from ui.settings import Preferences

if TYPE_CHECKING:
    from ui.views.gantt_panel import GanttPanel
    from ui.views.plan_page import PlanPage


class KeptSplit(QObject):
    """A splitter stands where it was left."""

    def __init__(self, split: QSplitter, name: str, preferences: Preferences) -> None:
        super().__init__(split)
        self._split, self._name, self._preferences = split, name, preferences
        split.restoreState(preferences.layout(name))
        split.splitterMoved.connect(self._keep)

    def _keep(self) -> None:
        self._preferences.keep_layout(self._name, self._split.saveState())


class KeptPlanView(QObject):
    """What rows of the heat map stand for, which are shown and in which order, what cells print and how large they are."""

    def __init__(self, page: PlanPage, preferences: Preferences) -> None:
        super().__init__(page)
        self._page, self._preferences = page, preferences
        bar, said = page.bar, preferences.view
        for box, choices, kept in (
            (bar.grouping, Grouping, said("plan rows")),
            (bar.show_only, Show, said("plan shown")),
            (bar.order, Order, said("plan order")),
        ):
            words = [str(each.value) for each in choices]
            if kept in words:
                box.setCurrentIndex(words.index(kept))
        measure = next((each for each in Measure if each.name == said("plan measure")), None)
        if measure is not None:
            bar.measures[list(Measure).index(measure)].click()
        if said("plan zoom").isdecimal():
            page.heat_map.zoom_to(int(said("plan zoom")))
        KeptSplit(page.split, "split plan", preferences)
        for signal in (bar.changed, bar.measured, page.heat_map.zoomed):
            signal.connect(self._keep)

    def _keep(self) -> None:
        bar, keep = self._page.bar, self._preferences.keep_view
        keep("plan rows", bar.rows.value)
        keep("plan shown", list(Show)[bar.show_only.currentIndex()].value)
        keep("plan order", list(Order)[bar.order.currentIndex()].value)
        keep("plan measure", self._page.heat_map.measure.name)
        keep("plan zoom", str(self._page.heat_map.zoom_level))


class KeptGanttView(QObject):
    """How many weeks the Gantt shows, and whose load stands under it."""

    def __init__(self, panel: GanttPanel, preferences: Preferences) -> None:
        super().__init__(panel)
        self._panel, self._preferences = panel, preferences
        step = preferences.view("gantt zoom")
        panel.begin_with(preferences.view("gantt role"), int(step) if step.isdecimal() else None)
        panel.view.zoomed.connect(self._keep_zoom)
        panel.role.activated.connect(self._keep_role)

    def _keep_zoom(self, step: int | None) -> None:
        self._preferences.keep_view("gantt zoom", "" if step is None else str(step))

    def _keep_role(self, number: int) -> None:
        self._preferences.keep_view("gantt role", self._panel.role.itemText(number) if number else "")
