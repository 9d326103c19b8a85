"""The heat map: one view that paints only what is seen, moved through by mouse and by keyboard."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from ui.presenters.formats import Formats
from ui.presenters.load_grid import Grid, Measure
from ui.tokens import ROW_HEIGHT, Tokens
from ui.widgets.heat_geometry import CELL_WIDTH, HEADER_HEIGHT, NAMES_WIDTH, Geometry
from ui.widgets.heat_paint import HeatPainter, Look

Place = tuple[int, int]
"""Row and week of a cell, both from 0."""


class HeatMap(QAbstractScrollArea):
    """Rows × weeks; the chosen cell is told by `chosen` as (row, week), Enter on it by `entered`."""

    chosen = Signal(object)
    entered = Signal()

    def __init__(self, tokens: Tokens, formats: Formats, describe: Callable[[Place], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens, self._formats, self._describe = tokens, formats, describe
        self.measure = Measure.PERCENT
        self._grid: Grid | None = None
        self._drawing: HeatPainter | None = None
        self._place: Place = (0, 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Load of resources by week"))
        self.horizontalScrollBar().setSingleStep(CELL_WIDTH)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT)

    @property
    def place(self) -> Place:
        """The chosen cell."""
        return self._place

    @property
    def grid(self) -> Grid | None:
        return self._grid

    def show_grid(self, grid: Grid) -> None:
        """Shows a grid; the chosen cell stays with its row where that still exists."""
        key = self._grid.rows[self._place[0]].key if self._grid and self._grid.rows else ""
        row, fresh = grid.row_of(key), self._grid is None
        rows, columns = grid.shape
        week = _index(grid.weeks, this_week()) if fresh else self._place[1]
        self._place = (min(row if row is not None else self._place[0], max(0, rows - 1)), min(week, max(0, columns - 1)))
        self._grid = grid
        self._redraw()
        self._fit_scroll_bars()
        if fresh:
            self.horizontalScrollBar().setValue(week * CELL_WIDTH)

    def show_measure(self, measure: Measure) -> None:
        self.measure = measure
        self._redraw()

    def show_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._redraw()

    def choose(self, place: Place) -> None:
        """Moves to a cell, as far as there are cells, and brings it into view."""
        if self._grid is None or not self._grid.rows:
            return
        rows, columns = self._grid.shape
        self._place = (min(max(place[0], 0), rows - 1), min(max(place[1], 0), columns - 1))
        self._bring_into_view()
        self.viewport().update()
        self._tell_screen_reader()
        self.chosen.emit(self._place)

    def geometry_of_view(self) -> Geometry:
        rows, columns = self._grid.shape if self._grid else (0, 0)
        across, down, port = self.horizontalScrollBar().value(), self.verticalScrollBar().value(), self.viewport()
        return Geometry(rows, columns, ROW_HEIGHT, across, down, port.width(), port.height())

    def point_of(self, place: Place) -> QPoint:
        """The middle of a cell in the viewport."""
        view = self.geometry_of_view()
        return QPoint(view.left(place[1]) + CELL_WIDTH // 2, view.top(place[0]) + ROW_HEIGHT // 2)

    def _redraw(self) -> None:
        self._drawing = None
        if self._grid:
            look = Look(self._tokens, self.font(), self._formats, this_week())
            self._drawing = HeatPainter(self._grid, self.measure, look)
        self.viewport().update()

    def _fit_scroll_bars(self) -> None:
        view = self.geometry_of_view()
        for bar, size, room in (
            (self.horizontalScrollBar(), view.columns * CELL_WIDTH, view.width - NAMES_WIDTH),
            (self.verticalScrollBar(), view.rows * ROW_HEIGHT, view.height - HEADER_HEIGHT),
        ):
            bar.setRange(0, max(0, size - room))
            bar.setPageStep(max(1, room))

    def _bring_into_view(self) -> None:
        for bar, start, size, room in (
            (self.horizontalScrollBar(), self._place[1] * CELL_WIDTH, CELL_WIDTH, self.viewport().width() - NAMES_WIDTH),
            (self.verticalScrollBar(), self._place[0] * ROW_HEIGHT, ROW_HEIGHT, self.viewport().height() - HEADER_HEIGHT),
        ):
            if start < bar.value():
                bar.setValue(start)
            elif start + size > bar.value() + room:
                bar.setValue(start + size - room)

    def _tell_screen_reader(self) -> None:
        self.setAccessibleDescription(self._describe(self._place))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self.viewport())
        if self._drawing:
            view, parts = self.geometry_of_view(), list(event.region())  # type: ignore[call-overload]  # the stub forgets that it iterates
            for part in parts:
                self._drawing.paint(painter, view, part, self._place, focused=self.hasFocus())
        painter.end()

    def scrollContentsBy(self, across: int, down: int) -> None:  # noqa: N802
        """Moves what is already painted, so that only what comes into view is painted anew."""
        port = self.viewport()
        if across:
            port.scroll(across, 0, QRect(NAMES_WIDTH, 0, port.width() - NAMES_WIDTH, port.height()))
        if down:
            port.scroll(0, down, QRect(0, HEADER_HEIGHT, port.width(), port.height() - HEADER_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit_scroll_bars()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        at = event.position().toPoint()
        place = self.geometry_of_view().cell_at(at.x(), at.y())
        if place and event.button() is Qt.MouseButton.LeftButton:
            self.choose(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif (place := self._moved(event)) is not None:
            self.choose(place)
        else:
            super().keyPressEvent(event)

    def _moved(self, event: QKeyEvent) -> Place | None:
        """Where a key leads, as in a spreadsheet; None for other keys."""
        row, column = self._place
        rows, columns = self._grid.shape if self._grid else (0, 0)
        page = max(1, (self.viewport().height() - HEADER_HEIGHT) // ROW_HEIGHT - 1)
        far = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        moves = {
            Qt.Key.Key_Left: (row, 0 if far else column - 1),
            Qt.Key.Key_Right: (row, columns if far else column + 1),
            Qt.Key.Key_Up: (0 if far else row - 1, column),
            Qt.Key.Key_Down: (rows if far else row + 1, column),
            Qt.Key.Key_Home: (0 if far else row, 0),
            Qt.Key.Key_End: (rows if far else row, columns),
            Qt.Key.Key_PageUp: (row - page, column),
            Qt.Key.Key_PageDown: (row + page, column),
        }
        return moves.get(Qt.Key(event.key()))

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.geometry_of_view().cell_at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), self._describe(place) if place else "", self)
            return True
        return super().viewportEvent(event)


def this_week() -> dt.date:
    """The Monday of today, by this machine's clock."""
    today = dt.datetime.now().astimezone().date()
    return today - dt.timedelta(days=today.weekday())


def _index(weeks: tuple[dt.date, ...], monday: dt.date) -> int:
    """The place of a week, the first where it is outside."""
    return weeks.index(monday) if monday in weeks else 0
