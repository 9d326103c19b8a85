"""The parts of a sweep: its points, and their chart."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from planner.comparing.measures import Measure
from planner.sweeping import Point, Swept
from planner.sweeping.points import MEASURES
from ui.jobs import Jobs
from ui.presenters import sweeps as words
from ui.presenters.formats import Formats
from ui.presenters.saying import translate
from ui.presenters.terms import said
from ui.tokens import Tokens
from ui.views.part_tables import Drawing, PartTables

if TYPE_CHECKING:
    from matplotlib.figure import Figure

TITLES = (translate("Sweeps", "Points"), translate("Sweeps", "Chart"))
SIZE = (8.0, 5.0)
"""Inches of the chart: its letters are as large in the window as those around it."""
BESIDE = (Measure.VALUE, Measure.WEIGHTED)
"""Drawn with what is chosen, where one input varies."""


class SweepTables(PartTables):
    """Shows one sweep at a time."""

    def __init__(self, jobs: Jobs, formats: Formats, tokens: Tokens) -> None:
        measures = QComboBox()
        super().__init__(TITLES, translate("Sweeps", "Parts of the sweep"), jobs, formats, tokens, "sweep chart", (measures,))
        self._shown: Swept | None = None
        self.measure = measures
        for measure in MEASURES:
            self.measure.addItem(said(measure.value), measure.value)
        self.measure.setAccessibleName(translate("Sweeps", "What the chart shows"))
        self.measure.currentIndexChanged.connect(self._draw_measure)

    def show_sweep(self, swept: Swept) -> None:
        self._shown = swept
        self.show_parts(((words.columns(swept, self._formats), words.lines(swept)),), self._measured)

    @property
    def point(self) -> Point | None:
        """The point of the current row."""
        row = self.tables[0].currentIndex().row()
        return self.models[0].row_at(row).of if 0 <= row < self.models[0].rowCount() else None

    def _draw_measure(self) -> None:
        self.show_chart(self._measured)

    @property
    def _measured(self) -> Drawing | None:
        if self._shown is None or not self._shown.solved:
            return None
        chosen = Measure(self.measure.currentData())
        several = len(self._shown.sweep.axes) == 1
        measures = tuple(dict.fromkeys((*BESIDE, chosen))) if several else (chosen,)
        return partial(_chart, self._shown, measures)


def _chart(swept: Swept, measures: Sequence[Measure], *, dark: bool) -> Figure:
    from planner.charts.sweep import sweep_chart  # noqa: PLC0415 - matplotlib is loaded with the first chart

    return sweep_chart(swept, measures, theme="dark" if dark else "light", size=SIZE)
