"""Ways out of tables behind tabs: the table in sight to the clipboard and to paper, the chart as a picture, all of it to a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from data.errors import PlannerError
from ui.dialogs.files import FileDialogs
from ui.files.pictures import Pictures
from ui.jobs import Jobs
from ui.views.part_tables import PartTables
from ui.views.table_out import TableOut
from ui.widgets.picture import Draw
from ui.widgets.table import copy_table


@dataclass(frozen=True, slots=True)
class Titles:
    """What goes out is called: on paper after the portfolio and before the `subject`, the printed document, the picture's file."""

    portfolio: str
    subject: str
    document: str
    picture: str


class PartOut(QObject):
    """`titled` answers what is shown is called, None while nothing is.

    done     good news in one sentence
    written  the files of an export, the one that was asked for first
    failed   why something could not be done
    """

    done = Signal(str)
    written = Signal(object)
    failed = Signal(str)

    def __init__(self, tables: PartTables, titled: Callable[[], Titles | None], jobs: Jobs, dialogs: FileDialogs, parent: QWidget) -> None:
        super().__init__(parent)
        self._tables, self._titled, self._jobs = tables, titled, jobs
        self._paper, self._pictures = TableOut(jobs, dialogs, parent), Pictures(jobs, dialogs, self)
        tables.copied.connect(self._copy_chart)
        tables.saved.connect(self._save_chart)
        self._pictures.done.connect(self.done)
        self._pictures.written.connect(self.written)
        for teller in (self._paper, self._pictures):
            teller.failed.connect(self.failed)

    def copy(self) -> None:
        """The table in front to the clipboard, as it is narrowed and sorted."""
        table = self._tables.table_in_sight() if self._titled() is not None else None
        if table is None or not table.rows:
            self.failed.emit(self.tr("There are no rows to copy"))
            return
        copy_table(table)
        self.done.emit(self.tr("Copied as a table"))

    def print(self) -> None:
        """The table in front on paper."""
        table, titles = self._tables.table_in_sight(), self._titled()
        if table is None or titles is None:
            self.failed.emit(self.tr("There is no table to print; the chart is saved, and printed from the file"))
            return
        subject = f" · {titles.subject}" if titles.subject else ""
        self._paper.print_table(replace(table, title=f"{titles.portfolio}: {table.title}{subject}"), titles.document)

    def write(self, work: Callable[[], Path]) -> None:
        """Writes a file beside the window and says where it is."""
        self._jobs.run("export", work, self._written, self._tell)

    def _copy_chart(self, draw: Draw | None) -> None:
        if draw is not None:
            self._pictures.copy(self.tr("The chart"), lambda: (draw,))

    def _save_chart(self, draw: Draw | None) -> None:
        titles = self._titled()
        if draw is not None and titles is not None:
            self._pictures.save(titles.picture, lambda: (draw,))

    def _written(self, place: Path) -> None:
        self.written.emit((place,))

    def _tell(self, problem: Exception) -> None:
        if not isinstance(problem, PlannerError):
            raise problem
        self.failed.emit(str(problem))
