"""Tables leave the window: written to .xlsx, or printed after a look at the pages."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from data.errors import PlannerError
from data.workbook.sheets import OutSheet
from ui.dialogs.files import FileDialogs
from ui.jobs import Jobs
from ui.presenters.table_sheet import Printable, printable, sheet_of
from ui.views.table_page import TablePage


class TableOut(QObject):
    """`written` tells the files (of one) that a table was written to, `failed` why it was not."""

    written = Signal(object)
    failed = Signal(str)

    def __init__(self, jobs: Jobs, dialogs: FileDialogs, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs, self._dialogs, self._window = jobs, dialogs, parent
        self._printing: tuple[object, ...] = ()

    def export(self, page: TablePage[Any], portfolio_name: str) -> None:
        """Writes the rows and columns in sight, in their order."""
        place = self._dialogs.place_for_workbook(f"{portfolio_name} {page.title.lower()}")
        if place is not None:
            sheet = sheet_of(page.title, page.columns_in_sight, page.model.rows)
            self._jobs.run("export", partial(_written, place, sheet), self._exported, self._not_exported)

    def print_out(self, page: TablePage[Any], portfolio_name: str) -> None:
        """Shows the pages; from there they go to a printer or into a PDF."""
        columns = page.columns_in_sight
        widths = [page.table.columnWidth(page.table.column_of(column.key)) for column in columns]
        self.print_table(printable(f"{portfolio_name}: {page.title.lower()}", columns, widths, page.model.rows), page.title)

    def print_table(self, texts: Printable, title: str) -> None:
        """The same for any table."""
        from PySide6.QtGui import QPageLayout  # noqa: PLC0415 - printing is loaded when somebody prints
        from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog  # noqa: PLC0415

        from ui.widgets.printed_table import PrintedTable  # noqa: PLC0415

        table = PrintedTable(texts)
        printer = QPrinter()
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        printer.setDocName(title)
        preview = QPrintPreviewDialog(printer, self._window)
        preview.setWindowTitle(self.tr("Print {title}").format(title=title.lower()))
        preview.resize(1000, 720)
        preview.paintRequested.connect(table.paint)
        preview.finished.connect(preview.deleteLater)
        self._printing = (printer, table)  # Qt only borrows them
        preview.open()

    def _exported(self, place: Path) -> None:
        self.written.emit((place,))

    def _not_exported(self, problem: Exception) -> None:
        if not isinstance(problem, PlannerError):
            raise problem
        self.failed.emit(str(problem))


def _written(place: Path, sheet: OutSheet) -> Path:
    from data.workbook.writing import write  # noqa: PLC0415 - the writing of workbooks is loaded with the first

    write(place, [sheet])
    return place
