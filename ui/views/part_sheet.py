"""A sheet of what is found out: what is asked at the left, tables behind tabs at the right, and the ways out at its head."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from data.errors import PlannerError
from ui.dialogs.files import FileDialogs
from ui.jobs import Jobs
from ui.tokens import LARGE, MEDIUM, SMALL
from ui.views.page import Heading
from ui.views.part_out import PartOut, Titles
from ui.views.part_tables import PartTables
from ui.widgets.labels import button, hairline, wrapped

Part = QWidget | QLayout


class PartSheet(QWidget):
    """What `empty` says stands in the place of the tables until something was found out.

    done     good news in one sentence
    written  the files of an export, the one that was asked for first
    failed   why something could not be done
    """

    done = Signal(str)
    written = Signal(object)
    failed = Signal(str)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.heading, self.empty = Heading(title, ""), wrapped("", "muted")
        self.copy, self.print, self.export = button(self.tr("Copy table")), button(self.tr("Print…")), button(self.tr("Export…"))
        for part in (self.copy, self.print, self.export):
            self.heading.add(part)
        self._layers = QStackedWidget()

    def arrange(self, left: QWidget, tables: PartTables, above: Sequence[Part] = (), below: Sequence[Part] = ()) -> None:
        """Lays the sheet out; the tables stand between what is `above` and `below` them."""
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(LARGE)
        self._layers.addWidget(self.empty)
        self._layers.addWidget(tables)
        right = QVBoxLayout()
        right.setSpacing(SMALL)
        _add(right, above)
        right.addWidget(self._layers, 1)
        _add(right, below)
        row = QHBoxLayout()
        row.setContentsMargins(LARGE, SMALL, LARGE, MEDIUM)
        row.setSpacing(LARGE)
        row.addWidget(left)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(hairline())
        column.addLayout(row, 1)

    def let_out(self, tables: PartTables, titled: Callable[[], Titles | None], jobs: Jobs, dialogs: FileDialogs) -> PartOut:
        """Wires the ways out of the tables; `titled` answers what is shown is called, None while nothing is."""
        out = PartOut(tables, titled, jobs, dialogs, self)
        self.copy.clicked.connect(out.copy)
        self.print.clicked.connect(out.print)
        out.done.connect(self.done)
        out.written.connect(self.written)
        out.failed.connect(self.failed)
        return out

    def show_found(self, *, is_there: bool) -> None:
        """The tables, or what the sheet is for."""
        self._layers.setCurrentIndex(1 if is_there else 0)

    def texts(self) -> list[str]:
        """Everything that is said beside the tables."""
        parts: list[QLabel | QPushButton] = [*self.findChildren(QLabel), *self.findChildren(QPushButton)]
        return [part.text() for part in parts if part.isVisible() and part.text()]

    def tell(self, problem: Exception) -> None:
        """Why a job could not be done; what is no PlannerError is a fault of ours."""
        if not isinstance(problem, PlannerError):
            raise problem
        self.failed.emit(str(problem))


def scrolled(parts: Sequence[QWidget], width: int) -> QScrollArea:
    """What is asked, under each other, where that may be higher than a small window."""
    asked, column = QWidget(), QVBoxLayout()
    column.setContentsMargins(0, 0, SMALL, 0)
    column.setSpacing(MEDIUM)
    _add(column, parts)
    column.addStretch(1)
    asked.setLayout(column)
    asked.setObjectName("scrolled")
    scroll = QScrollArea()
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(asked)
    scroll.setFixedWidth(width + LARGE)
    return scroll


def _add(column: QVBoxLayout, parts: Sequence[Part]) -> None:
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
