"""The parts of what futures say: plans, projects, demands, reserves, and the chart of values."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.jobs import Jobs
from ui.presenters import futures as words
from ui.presenters.formats import Formats
from ui.presenters.futures import Shown
from ui.presenters.saying import translate
from ui.tokens import Tokens
from ui.views.part_tables import PartTables

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from planner.futures import Answer

TITLES = (
    translate("Futures", "Plans"),
    translate("Futures", "Projects"),
    translate("Futures", "Demands"),
    translate("Futures", "Reserve"),
    translate("Futures", "Values"),
)


class FuturesTables(PartTables):
    """Shows one answer at a time."""

    def __init__(self, jobs: Jobs, formats: Formats, tokens: Tokens) -> None:
        super().__init__(TITLES, translate("Futures", "Parts of what the futures say"), jobs, formats, tokens, "futures chart")

    def show_answer(self, shown: Shown) -> None:
        formats = self._formats
        self.show_parts(
            (
                (words.plan_columns(shown, formats), shown.plans),
                (words.project_columns(shown, formats), shown.projects),
                (words.demand_columns(shown, formats), shown.demands),
                (words.reserve_columns(shown, formats), shown.reserves),
            ),
            partial(_chart, shown.answer),
        )


def _chart(answer: Answer, *, dark: bool) -> Figure:
    from planner.charts.futures import futures_chart  # noqa: PLC0415 - matplotlib is loaded with the first chart

    return futures_chart(answer, theme="dark" if dark else "light")
