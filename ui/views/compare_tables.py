"""The parts of a comparison: its tables, and the load of all sides as a chart."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from planner.comparing.loads import EVERYBODY, Group
from ui.jobs import Jobs
from ui.presenters import comparing as words
from ui.presenters import comparing_tables as tables
from ui.presenters.comparing import Shown
from ui.presenters.formats import Formats
from ui.presenters.saying import translate
from ui.tokens import Tokens
from ui.views.part_tables import Drawing, PartTables

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from planner.comparing import Comparison

TITLES = (
    translate("Comparing", "KPIs"),
    translate("Comparing", "Projects"),
    translate("Comparing", "People"),
    translate("Comparing", "Weeks"),
    translate("Comparing", "Hours"),
    translate("Comparing", "Load"),
)
LOAD = len(TITLES) - 1
"""The place of the chart, after the tables."""
SIZE = (9.4, 4.9)
"""Inches of the chart: its letters are as large in the window as those around it."""


class CompareTables(PartTables):
    """Shows one comparison at a time."""

    def __init__(self, jobs: Jobs, formats: Formats, tokens: Tokens) -> None:
        group = QComboBox()
        super().__init__(TITLES, translate("Comparing", "Parts of the comparison"), jobs, formats, tokens, "compare chart", (group,))
        self._shown: Shown | None = None
        self.group = group
        group.setAccessibleName(self.tr("Whose load is shown"))
        group.activated.connect(self._draw_group)

    def show_comparison(self, shown: Shown) -> None:
        """Shows another; what is searched for, the part in front and whose load is drawn stay."""
        self._shown = shown
        found, formats = shown.comparison, self._formats
        chosen = self._group
        self.group.clear()
        for group in found.groups:
            self.group.addItem(words.group_name(group), group)
        self.group.setCurrentIndex(found.groups.index(chosen) if chosen in found.groups else 0)
        self.show_parts(
            (
                (tables.measure_columns(shown, formats), shown.measures),
                (tables.project_columns(shown, formats), shown.projects),
                (tables.person_columns(shown, formats), shown.people),
                (tables.week_columns(shown, formats), shown.weeks),
                (tables.change_columns(shown, formats), shown.changes),
            ),
            self._load,
        )

    @property
    def _group(self) -> Group:
        group = self.group.currentData()
        return group if isinstance(group, Group) else EVERYBODY

    @property
    def _load(self) -> Drawing | None:
        return None if self._shown is None else partial(_chart, self._shown.comparison, self._group)

    def _draw_group(self) -> None:
        self.show_chart(self._load)


def _chart(found: Comparison, group: Group, *, dark: bool) -> Figure:
    from planner.charts.comparison import comparison_chart  # noqa: PLC0415 - matplotlib is loaded with the first chart

    return comparison_chart(found, group, theme="dark" if dark else "light", size=SIZE)
