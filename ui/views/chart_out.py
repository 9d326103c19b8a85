"""A chart of a page leaves the window: to the clipboard, or into a file; drawn beside the window, in the light theme that slides and print want."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage

from data.errors import PlannerError
from ui.dialogs.files import FileDialogs
from ui.jobs import Jobs
from ui.widgets.picture import ONE_AT_A_TIME, Draw


class ChartOut(QObject):
    """`done` and `failed` say what came of it."""

    done = Signal(str)
    failed = Signal(str)

    def __init__(self, jobs: Jobs, dialogs: FileDialogs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._dialogs = jobs, dialogs

    def copy(self, draw: Draw) -> None:
        self._jobs.run("picture", partial(_as_png, draw), self._copied, self._tell)

    def save(self, draw: Draw, name: str) -> None:
        """Asks for a file and writes the chart as picture, drawing or print, after its ending."""
        place = self._dialogs.place_for_picture(name)
        if place is not None:
            self._jobs.run("picture", partial(_saved, draw, place), self._saved, self._tell)

    def _copied(self, png: bytes) -> None:
        QGuiApplication.clipboard().setImage(QImage.fromData(png))
        self.done.emit(self.tr("The chart is on the clipboard as a picture"))

    def _saved(self, place: Path) -> None:
        self.done.emit(self.tr("Written to {place}").format(place=place))

    def _tell(self, problem: Exception) -> None:
        if not isinstance(problem, PlannerError):
            raise problem
        self.failed.emit(str(problem))


def _as_png(draw: Draw) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return _saved(draw, Path(folder, "chart.png")).read_bytes()


def _saved(draw: Draw, place: Path) -> Path:
    from planner.charts.saving import save  # noqa: PLC0415 - the drawing library, with the first picture

    with ONE_AT_A_TIME:
        save(draw(), place)
    return place
