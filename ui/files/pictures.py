"""The Gantt as a picture, to the clipboard or into a file: drawn beside the window, in the light theme that slides and print want."""

from __future__ import annotations

import tempfile
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
from ui.widgets.picture import ONE_AT_A_TIME


class Pictures(QObject):
    """Draws what is asked for and tells how it went.

    done    good news in one sentence
    failed  why something could not be done
    """

    done = Signal(str)
    failed = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, dialogs: FileDialogs, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._dialogs = session, jobs, dialogs

    def copy_gantt(self) -> None:
        """Puts the Gantt on the clipboard; of many projects the first page, by rank."""
        workspace = self._session.workspace
        if workspace is not None:
            self._jobs.run("picture", partial(_gantt_picture, workspace.portfolio, workspace.plan), self._copied, self._tell)

    def save_gantt(self) -> None:
        """Asks for a file and writes the Gantt, as picture, drawing or print after its ending; more pages get numbers."""
        workspace = self._session.workspace
        place = self._dialogs.place_for_picture(f"{workspace.title} Gantt") if workspace else None
        if workspace is not None and place is not None:
            self._jobs.run("picture", partial(_saved_gantt, workspace.portfolio, workspace.plan, place), self._saved, self._tell)

    def _copied(self, drawn: tuple[bytes, int]) -> None:
        picture, pages = drawn
        QGuiApplication.clipboard().setImage(QImage.fromData(picture))
        more = self.tr(" (page 1 of {pages}; Save Gantt picture writes all)").format(pages=pages) if pages > 1 else ""
        self.done.emit(self.tr("The Gantt is on the clipboard as a picture") + more)

    def _saved(self, places: tuple[Path, ...]) -> None:
        more = self.tr(" and {count} more pages beside it").format(count=len(places) - 1) if len(places) > 1 else ""
        self.done.emit(self.tr("Written to {place}").format(place=places[0]) + more)

    def _tell(self, problem: Exception) -> None:
        if not isinstance(problem, PlannerError):
            raise problem
        self.failed.emit(str(problem))


def _gantt_picture(portfolio: Portfolio, plan: Plan | None) -> tuple[bytes, int]:
    """The first page as the bytes of a PNG, and how many pages there are."""
    from planner.charts.gantt import gantt_chart, gantt_pages  # noqa: PLC0415 - the drawing library, with the first picture
    from planner.charts.saving import save  # noqa: PLC0415

    with ONE_AT_A_TIME, tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "gantt.png")
        save(gantt_chart(portfolio, plan), place)
        return place.read_bytes(), gantt_pages(portfolio)


def _saved_gantt(portfolio: Portfolio, plan: Plan | None, place: Path) -> tuple[Path, ...]:
    """The files as written, the first under the name that was asked for."""
    from planner.charts.gantt import gantt_chart, gantt_pages  # noqa: PLC0415
    from planner.charts.saving import save  # noqa: PLC0415

    pages = range(1, gantt_pages(portfolio) + 1)
    places = tuple(place if page == 1 else place.with_stem(f"{place.stem}-{page}") for page in pages)
    with ONE_AT_A_TIME:
        for page, each in zip(pages, places, strict=True):
            save(gantt_chart(portfolio, plan, page=page), each)
    return places
