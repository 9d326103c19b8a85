"""Charts as pictures, to the clipboard or into a file: drawn beside the window, in the light theme that slides and print want."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage

from data.errors import PlannerError
from data.plan import Plan
from data.portfolio import Portfolio
from ui.dialogs.files import FileDialogs
from ui.jobs import Jobs
from ui.session import Session
from ui.widgets.picture import ONE_AT_A_TIME, Draw

Pages = Callable[[], tuple[Draw, ...]]
"""What draws each page of a chart; asked beside the window, since the drawing library is loaded with the first picture."""


class Pictures(QObject):
    """Draws what is asked for and tells how it went.

    done     good news in one sentence
    written  the files of a chart, the one that was asked for first
    failed   why something could not be done
    """

    done = Signal(str)
    written = Signal(object)
    failed = Signal(str)

    def __init__(self, jobs: Jobs, dialogs: FileDialogs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._dialogs = jobs, dialogs

    def copy(self, what: str, pages: Pages) -> None:
        """Puts the first page of a chart on the clipboard; `what` begins the sentence that says so."""
        self._jobs.run("picture", partial(_first_page, pages), partial(self._copied, what), self._tell)

    def save(self, name: str, pages: Pages) -> None:
        """Asks for a file and writes the chart, as picture, drawing or print after its ending; more pages get numbers."""
        place = self._dialogs.place_for_picture(name)
        if place is not None:
            self._jobs.run("picture", partial(_all_pages, pages, place), self.written.emit, self._tell)

    def _copied(self, what: str, drawn: tuple[bytes, int]) -> None:
        picture, pages = drawn
        QGuiApplication.clipboard().setImage(QImage.fromData(picture))
        more = self.tr(" (page 1 of {pages}; in a file all are written)").format(pages=pages) if pages > 1 else ""
        self.done.emit(self.tr("{chart} is on the clipboard as a picture").format(chart=what) + more)

    def _tell(self, problem: Exception) -> None:
        if not isinstance(problem, PlannerError):
            raise problem
        self.failed.emit(str(problem))


class GanttPictures(Pictures):
    """The Gantt of the open portfolio and its plan, by rank."""

    def __init__(self, session: Session, jobs: Jobs, dialogs: FileDialogs, parent: QObject) -> None:
        super().__init__(jobs, dialogs, parent)
        self._session = session

    def copy_gantt(self) -> None:
        workspace = self._session.workspace
        if workspace is not None:
            self.copy(self.tr("The Gantt"), partial(_gantt_pages, workspace.portfolio, workspace.plan))

    def save_gantt(self) -> None:
        workspace = self._session.workspace
        if workspace is not None:
            self.save(f"{workspace.title} Gantt", partial(_gantt_pages, workspace.portfolio, workspace.plan))


def _gantt_pages(portfolio: Portfolio, plan: Plan | None) -> tuple[Draw, ...]:
    from planner.charts.gantt import gantt_chart, gantt_pages  # noqa: PLC0415 - the drawing library, with the first picture

    return tuple(partial(gantt_chart, portfolio, plan, page=page) for page in range(1, gantt_pages(portfolio) + 1))


def _first_page(pages: Pages) -> tuple[bytes, int]:
    """The first page as the bytes of a PNG, and how many pages there are."""
    drawn = pages()
    with tempfile.TemporaryDirectory() as folder:
        (place,) = _all_pages(lambda: drawn[:1], Path(folder, "chart.png"))
        return place.read_bytes(), len(drawn)


def _all_pages(pages: Pages, place: Path) -> tuple[Path, ...]:
    """The files as written, the first under the name that was asked for."""
    from planner.charts.saving import save  # noqa: PLC0415 - the drawing library, with the first picture

    places = []
    for page, draw in enumerate(pages(), 1):
        places.append(place if page == 1 else place.with_stem(f"{place.stem}-{page}"))
        with ONE_AT_A_TIME:
            save(draw(), places[-1])
    return tuple(places)
