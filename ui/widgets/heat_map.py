"""The heat map: one view that paints only what is seen, moved through by mouse and by keyboard."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from ui.presenters.formats import Formats
from ui.presenters.load_grid import Grid, Measure
from ui.tokens import Tokens
from ui.widgets.heat_geometry import HEADER_HEIGHT, NAMES_WIDTH, SIZES, USUAL_ZOOM, Geometry, Place, Selection
from ui.widgets.heat_ghost import Ghost, paint_ghost
from ui.widgets.heat_hand import HeatHand
from ui.widgets.heat_keys import led_to
from ui.widgets.heat_paint import HeatPainter, Look

FIGURE_SIGNS = frozenset("0123456789.,")


class HeatMap(QAbstractScrollArea):
    """Rows × weeks.

    chosen   a cell was chosen, or a block of cells that ends there: (row, week)
    entered  Enter on it
    typed    the first sign of a figure was typed
    cleared  what is booked in the chosen cells is to go (Delete)
    zoomed   cells have another width, in pixels
    menu_wanted  the menu of the chosen cells, at this point of the screen
    """

    chosen = Signal(object)
    entered = Signal()
    typed = Signal(str)
    cleared = Signal()
    zoomed = Signal(int)
    menu_wanted = Signal(QPoint)

    def __init__(self, tokens: Tokens, formats: Formats, describe: Callable[[Place], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens, self._formats, self._describe = tokens, formats, describe
        self.measure = Measure.PERCENT
        self.formula = ""
        """How figures are made, told with each cell on hovering."""
        self._grid: Grid | None = None
        self._drawing: HeatPainter | None = None
        self._selection = Selection()
        self._zoom = USUAL_ZOOM
        self._is_selecting = False
        self.hand = HeatHand(self)
        self._ghost: Ghost | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Load of resources by week"))
        self._size_steps()

    @property
    def place(self) -> Place:
        """The chosen cell."""
        return self._selection.place

    @property
    def selection(self) -> Selection:
        """The chosen block; of one cell where no more was chosen."""
        return self._selection

    @property
    def cell_width(self) -> int:
        return SIZES[self._zoom][0]

    @property
    def row_height(self) -> int:
        return SIZES[self._zoom][1]

    @property
    def grid(self) -> Grid | None:
        return self._grid

    def show_grid(self, grid: Grid) -> None:
        """Shows a grid; the chosen block stays with its rows where they still exist."""
        fresh = self._grid is None
        if fresh:
            place = (0, _index(grid.weeks, this_week()))
            self._selection = Selection(place, place)
        self._selection = Selection(self._kept(self._selection.start, grid), self._kept(self._selection.place, grid))
        self._grid = grid
        self._redraw()
        self._fit_scroll_bars()
        if fresh:
            self.show_this_week()

    def _kept(self, place: Place, grid: Grid) -> Place:
        """Where a cell stands in another grid: with its row where that still exists, else near."""
        had = self._grid.rows[place[0]].key if self._grid and place[0] < len(self._grid.rows) else ""
        row, (rows, columns) = grid.row_of(had), grid.shape
        return min(place[0] if row is None else row, max(0, rows - 1)), min(place[1], max(0, columns - 1))

    def show_measure(self, measure: Measure) -> None:
        self.measure = measure
        self._redraw()

    def show_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._redraw()

    def choose(self, place: Place, *, extend: bool = False) -> None:
        """Moves to a cell, as far as there are cells, and brings it into view; extending makes a block up to there."""
        if self._grid is None or not self._grid.rows:
            return
        rows, columns = self._grid.shape
        place = (min(max(place[0], 0), rows - 1), min(max(place[1], 0), columns - 1))
        self._selection = Selection(self._selection.start if extend else place, place)
        self.bring_into_view()
        self.viewport().update()
        self._tell_screen_reader()
        self.chosen.emit(place)

    def choose_block(self, start: Place, place: Place) -> None:
        self.choose(start)
        self.choose(place, extend=True)

    def show_ghost(self, ghost: Ghost | None) -> None:
        """Paints what is carried over the cells; None when nothing is."""
        self._ghost = ghost
        if ghost is not None:
            self.setAccessibleDescription(ghost.says)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.viewport().update()

    def show_this_week(self) -> None:
        """Scrolls the week of today to the left edge."""
        if self._grid is not None:
            self.horizontalScrollBar().setValue(_index(self._grid.weeks, this_week()) * self.cell_width)

    def zoom(self, steps: int, around: QPoint | None = None) -> None:
        """Makes cells larger or smaller; 0 steps gives the usual size. What is under the point stays there."""
        level = USUAL_ZOOM if steps == 0 else min(max(self._zoom + steps, 0), len(SIZES) - 1)
        if level == self._zoom:
            return
        before, point = self.geometry_of_view(), around or self.point_of(self.place)
        across = (max(point.x(), NAMES_WIDTH) - NAMES_WIDTH + before.x) / before.cell_width
        down = (max(point.y(), HEADER_HEIGHT) - HEADER_HEIGHT + before.y) / before.row_height
        self._zoom = level
        self._size_steps()
        self._redraw()
        self._fit_scroll_bars()
        self.horizontalScrollBar().setValue(round(across * self.cell_width) - max(point.x(), NAMES_WIDTH) + NAMES_WIDTH)
        self.verticalScrollBar().setValue(round(down * self.row_height) - max(point.y(), HEADER_HEIGHT) + HEADER_HEIGHT)
        self.zoomed.emit(self.cell_width)

    @property
    def zoom_level(self) -> int:
        """How large cells are, from 0."""
        return self._zoom

    def zoom_to(self, level: int) -> None:
        """Makes cells so large."""
        if level != self._zoom:
            self.zoom(level - self._zoom)

    def geometry_of_view(self) -> Geometry:
        rows, columns = self._grid.shape if self._grid else (0, 0)
        across, down, port = self.horizontalScrollBar().value(), self.verticalScrollBar().value(), self.viewport()
        return Geometry(rows, columns, self.row_height, across, down, port.width(), port.height(), self.cell_width)

    def point_of(self, place: Place) -> QPoint:
        """The middle of a cell in the viewport."""
        view = self.geometry_of_view()
        return QPoint(view.left(place[1]) + self.cell_width // 2, view.top(place[0]) + self.row_height // 2)

    def box_of(self, place: Place) -> QRect:
        """A cell in the viewport."""
        view = self.geometry_of_view()
        return QRect(view.left(place[1]), view.top(place[0]), self.cell_width, self.row_height)

    def _size_steps(self) -> None:
        self.horizontalScrollBar().setSingleStep(self.cell_width)
        self.verticalScrollBar().setSingleStep(self.row_height)

    def _redraw(self) -> None:
        self._drawing = None
        if self._grid:
            look = Look(self._tokens, self.font(), self._formats, this_week(), SIZES[self._zoom])
            self._drawing = HeatPainter(self._grid, self.measure, look)
        self.viewport().update()

    def _fit_scroll_bars(self) -> None:
        view = self.geometry_of_view()
        for bar, size, room in (
            (self.horizontalScrollBar(), view.columns * self.cell_width, view.width - NAMES_WIDTH),
            (self.verticalScrollBar(), view.rows * self.row_height, view.height - HEADER_HEIGHT),
        ):
            bar.setRange(0, max(0, size - room))
            bar.setPageStep(max(1, room))

    def bring_into_view(self) -> None:
        """Scrolls to the chosen cell."""
        self.show_place(self.place)

    def show_place(self, place: Place) -> None:
        """Scrolls to a cell."""
        for bar, start, size, room in (
            (self.horizontalScrollBar(), place[1] * self.cell_width, self.cell_width, self.viewport().width() - NAMES_WIDTH),
            (self.verticalScrollBar(), place[0] * self.row_height, self.row_height, self.viewport().height() - HEADER_HEIGHT),
        ):
            if start < bar.value():
                bar.setValue(start)
            elif start + size > bar.value() + room:
                bar.setValue(start + size - room)

    def _tell_screen_reader(self) -> None:
        self.setAccessibleDescription(self._describe(self.place))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self.viewport())
        if self._drawing:
            view, parts = self.geometry_of_view(), list(event.region())  # type: ignore[call-overload]  # the stub forgets that it iterates
            for part in parts:
                self._drawing.paint(painter, view, part, self._selection, focused=self.hasFocus())
            if self._ghost is not None:
                paint_ghost(painter, view, self._ghost, self._tokens, self.font())
        if self._grid is not None and not self._grid.rows:
            painter.setPen(QColor(self._tokens.muted))
            painter.drawText(
                self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self.tr("No row fits: choose others, or clear the search")
            )
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
        if not place or event.button() is not Qt.MouseButton.LeftButton:
            return
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.hand.put_back()
        if self._selection.has(place) and not extend and at.x() >= NAMES_WIDTH:
            self.hand.press(at, place)
        else:
            self._is_selecting = True
            self.choose(place, extend=extend)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        at = event.position().toPoint()
        if self._grid is None or not self._grid.rows:
            return
        place = self.geometry_of_view().nearest(at.x(), at.y())
        was_pressed = self.hand.is_pressed
        if self.hand.drag(at, place):
            return
        if was_pressed and not self.hand.is_pressed:  # nothing there to carry: a block is chosen instead
            self._is_selecting = True
            self.choose(place)
        if self._is_selecting and place != self.place:
            self.choose(place, extend=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        was_pressed = self.hand.is_pressed
        at = event.position().toPoint()
        place = self.geometry_of_view().cell_at(at.x(), at.y())
        if not self.hand.release() and was_pressed and place is not None:
            self.choose(place)
        self._is_selecting = False
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """At the mouse, which chooses what is under it, or by the keyboard at the chosen cell."""
        place = self.geometry_of_view().cell_at(event.pos().x(), event.pos().y())
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        if by_mouse and place is not None and not self._selection.has(place):
            self.choose(place)
        self.menu_wanted.emit(event.globalPos() if by_mouse else self.viewport().mapToGlobal(self.point_of(self.place)))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.zoom(1 if event.angleDelta().y() > 0 else -1, event.position().toPoint())
            event.accept()
        else:
            super().wheelEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self.hand.put_back()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if self.hand.key(event):
            return
        page = max(1, (self.viewport().height() - HEADER_HEIGHT) // self.row_height - 1)
        shape = self._grid.shape if self._grid else (0, 0)
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif (place := led_to(event, self.place, shape, page)) is not None:
            self.choose(place, extend=shifted)
        elif event.key() == Qt.Key.Key_Space and shifted:
            self.choose_block((self.selection.start[0], 0), (self.place[0], shape[1]))
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.choose_block((0, 0), shape)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not event.modifiers():
            self.cleared.emit()
        elif event.text()[:1] in FIGURE_SIGNS and event.text():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.geometry_of_view().cell_at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), f"{self._describe(place)}\n{self.formula}".strip() if place else "", self)
            return True
        return super().viewportEvent(event)


def this_week() -> dt.date:
    """The Monday of today, by this machine's clock."""
    today = dt.datetime.now().astimezone().date()
    return today - dt.timedelta(days=today.weekday())


def _index(weeks: tuple[dt.date, ...], monday: dt.date) -> int:
    """The place of a week, the first where it is outside."""
    return weeks.index(monday) if monday in weeks else 0
