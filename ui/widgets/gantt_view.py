"""The portfolio Gantt: one view that paints only what is seen; bars are dragged by mouse, or by keys while Alt is held."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from data.entities import Id
from ui.presenters.formats import Formats
from ui.presenters.gantt import Gantt
from ui.presenters.gantt_drafts import Draft, Drafting, Gesture
from ui.tokens import ROW_HEIGHT, Tokens
from ui.widgets.gantt_drag import RankDrag
from ui.widgets.gantt_geometry import BODY_HEIGHT, BODY_TOP, HEADER_HEIGHT, NAMES_WIDTH, STEPS, Geometry, fitting
from ui.widgets.gantt_hand import GanttHand
from ui.widgets.gantt_keys import KEY_MOVES, row_after
from ui.widgets.gantt_paint import GanttPainter

NOTCH = 120
"""Angle of one step of a mouse wheel, in eighths of a degree."""
EDGE, EDGE_MILLISECONDS = 24, 40
"""A bar dragged this near to the edge of the view scrolls it, so often."""


class GanttView(QAbstractScrollArea):
    """Rows are chosen, walked and dragged here (`hand`); what is done about it is told by signals.

    chosen   another project is the current one (its id)
    entered  Enter or a double click on the current one
    scaled   scrolled or zoomed: what stands on the same weeks follows
    zoomed   to another step by the user; None where all weeks are shown
    asked    the menu of the current row, at a point of the screen
    """

    chosen = Signal(object)
    entered = Signal()
    scaled = Signal()
    zoomed = Signal(object)
    asked = Signal(object)

    def __init__(
        self,
        tokens: Tokens,
        formats: Formats,
        describe: Callable[[int], Sequence[str]],
        drafting: Callable[[Id], Drafting | None],
        remarks: Callable[[Draft], Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tokens, self._formats, self._describe, self._remarks = tokens, formats, describe, remarks
        self._gantt: Gantt | None = None
        self._drawing: GanttPainter | None = None
        self._row, self._step = 0, 0
        self._kept: int | None = None
        self._edge, self._at = QTimer(self), QPoint()
        self.hand = GanttHand(self, drafting, self)
        self._set_up()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Gantt of projects by week"))
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT)
        self._edge.setInterval(EDGE_MILLISECONDS)
        self._edge.timeout.connect(self._scroll_at_edge)
        self.hand.moved.connect(self._show_drag)

    @property
    def gantt(self) -> Gantt | None:
        return self._gantt

    @property
    def row(self) -> int:
        """The current row."""
        return self._row

    @property
    def key(self) -> Id | None:
        """The current project."""
        rows = self._gantt.rows if self._gantt else ()
        return rows[self._row].id if self._row < len(rows) else None

    @property
    def _bar(self) -> tuple[float, float] | None:
        """Where the current project is planned."""
        return self._gantt.rows[self._row].planned if self._gantt and self._gantt.rows else None

    @property
    def week_width(self) -> int:
        return STEPS[self._step]

    def forget(self) -> None:
        """Lets go of everything that is shown: another portfolio follows, or none."""
        self.hand.give_up()
        self._gantt, self._drawing, self._row = None, None, 0
        self.viewport().update()

    def show_gantt(self, gantt: Gantt) -> None:
        """Shows other values; the current row stays with its project, the weeks that are seen stay where they are."""
        before, key = self._gantt, self.key
        self._gantt = gantt
        row = gantt.place_of.get(key, self._row) if key else self._row
        if before is not None and (gantt.portfolio is not before.portfolio or row != self._row):
            self.hand.give_up()  # what is dragged is no longer what it was
        self._row = min(row, max(0, len(gantt.rows) - 1))
        self._redraw()
        self._fit_scroll_bars()
        if before is None:
            self._scale(fitting(gantt.axis.weeks, self.viewport().width() - NAMES_WIDTH) if self._kept is None else self._kept)
            self.show_today()
        elif before.axis.first != gantt.axis.first:
            weeks = (before.axis.first - gantt.axis.first).days // 7
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + weeks * self.week_width)
        self._tell_screen_reader()
        self.scaled.emit()

    def show_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._redraw()

    def choose(self, row: int) -> None:
        """Makes a row the current one, as far as there are rows, and brings it and its bar into view."""
        if self._gantt is None or not self._gantt.rows:
            return
        self._row = min(max(row, 0), len(self._gantt.rows) - 1)
        self._bring_into_view()
        self.viewport().update()
        self._tell_screen_reader()
        self.chosen.emit(self.key)

    def zoom(self, steps: int, at: float | None = None) -> None:
        """Shows fewer weeks, more where below 0; the week under a pixel of the viewport stays there, else the one in the middle."""
        middle = NAMES_WIDTH + (self.viewport().width() - NAMES_WIDTH) / 2
        anchor = middle if at is None else max(at, float(NAMES_WIDTH))
        week = self.geometry_of_view().week_at(anchor)
        self._scale(min(max(0, self._step + steps), len(STEPS) - 1))
        self._kept = self._step
        self.horizontalScrollBar().setValue(round(week * self.week_width - (anchor - NAMES_WIDTH)))
        self.zoomed.emit(self._kept)

    def fit(self) -> None:
        """Shows all weeks at once, or as many as can be told apart."""
        if self._gantt is not None:
            self._scale(fitting(self._gantt.axis.weeks, self.viewport().width() - NAMES_WIDTH))
            self._kept = None
            self.zoomed.emit(None)

    def begin_at(self, step: int | None) -> None:
        """The zoom of every portfolio that is shown from here on; None shows all its weeks."""
        self._kept = None if step is None else min(step, len(STEPS) - 1)

    def show_today(self) -> None:
        self._show_week(self._gantt.today if self._gantt else 0.0)

    def show_bar(self) -> None:
        """Brings the current row and the start of its bar into view."""
        self._bring_into_view()
        if self._bar is not None:
            self._show_week(self._bar[0])

    def geometry_of_view(self) -> Geometry:
        rows, weeks = (len(self._gantt.rows), self._gantt.axis.weeks) if self._gantt else (0, 0)
        across, down, port = self.horizontalScrollBar().value(), self.verticalScrollBar().value(), self.viewport()
        return Geometry(rows, weeks, ROW_HEIGHT, self.week_width, across, down, port.width(), port.height())

    def point_on(self, row: int, gesture: Gesture) -> QPoint:
        """Where in the viewport a row's bar is taken hold of for a gesture; the middle of the row where it has no bar."""
        view, line = self.geometry_of_view(), self._gantt.rows[row] if self._gantt else None
        if line is None or line.asked is None or line.planned is None:
            return QPoint((NAMES_WIDTH + view.width) // 2, view.top(row) + ROW_HEIGHT // 2)
        start, finish = view.left(line.planned[0]), view.left(line.planned[1])
        body = view.top(row) + BODY_TOP + BODY_HEIGHT // 2
        across = {Gesture.START: start + 1, Gesture.FINISH: finish - 2, Gesture.WINDOW: view.left(line.asked[1] + line.window)}
        return QPoint(round(across.get(gesture, (start + finish) / 2)), view.top(row) + 3 if gesture is Gesture.WINDOW else body)

    def _redraw(self) -> None:
        self._drawing = GanttPainter(self._gantt, self._tokens, self.font(), self._formats) if self._gantt else None
        self.viewport().update()

    def _scale(self, step: int) -> None:
        self._step = step
        self._fit_scroll_bars()
        self.viewport().update()
        self.scaled.emit()

    def _fit_scroll_bars(self) -> None:
        view = self.geometry_of_view()
        self.horizontalScrollBar().setSingleStep(self.week_width)
        for bar, size, room in (
            (self.horizontalScrollBar(), view.weeks * view.week_width, view.width - NAMES_WIDTH),
            (self.verticalScrollBar(), view.rows * ROW_HEIGHT, view.height - HEADER_HEIGHT),
        ):
            bar.setRange(0, max(0, size - room))
            bar.setPageStep(max(1, room))

    def _show_week(self, week: float) -> None:
        """Scrolls so that a place on the axis is a quarter of the way into the view."""
        self.horizontalScrollBar().setValue(round(week * self.week_width - (self.viewport().width() - NAMES_WIDTH) / 4))

    def _bring_into_view(self) -> None:
        bar, room = self.verticalScrollBar(), self.viewport().height() - HEADER_HEIGHT
        start = self._row * ROW_HEIGHT
        if start < bar.value():
            bar.setValue(start)
        elif start + ROW_HEIGHT > bar.value() + room:
            bar.setValue(start + ROW_HEIGHT - room)
        body, view = self._bar, self.geometry_of_view()
        if body and (view.left(body[1]) <= NAMES_WIDTH or view.left(body[0]) >= view.width):
            self._show_week(body[0])

    def _tell_screen_reader(self) -> None:
        bar = self.hand.bar
        said = (bar.draft.words if bar else self._describe(self._row)) if self.key else ()
        self.setAccessibleDescription("; ".join(said))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _show_drag(self) -> None:
        self.viewport().update()
        self._tell_screen_reader()
        if self.hand.drag is None:
            self._edge.stop()

    def _scroll_at_edge(self) -> None:
        """Scrolls on while something is dragged near an edge of the view."""
        at, view = self._at, self.geometry_of_view()
        if self.hand.is_on_row:
            down = (at.y() > view.height - EDGE) - (at.y() < HEADER_HEIGHT + EDGE)
            self.verticalScrollBar().setValue(view.y + down * ROW_HEIGHT // 2)
        else:
            across = (at.x() > view.width - EDGE) - (at.x() < NAMES_WIDTH + EDGE)
            self.horizontalScrollBar().setValue(view.x + across * max(8, self.week_width // 2))
        self.hand.follow(at)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self.viewport())
        if self._drawing:
            view, parts = self.geometry_of_view(), list(event.region())  # type: ignore[call-overload]  # the stub forgets that it iterates
            for part in parts:
                self._drawing.paint(painter, view, part, self._row, focused=self.hasFocus())
            if self.hand.bar:
                draft = self.hand.bar.draft
                self._drawing.ghost(painter, view, self.hand.bar.row, draft, (*draft.words, *self._remarks(draft)))
            elif isinstance(self.hand.drag, RankDrag):
                self._drawing.gap(painter, view, self.hand.drag.gap)
        painter.end()

    def scrollContentsBy(self, across: int, down: int) -> None:  # noqa: N802
        """Moves what is already painted, so that only what comes into view is painted anew; a ghost's words stand still."""
        port = self.viewport()
        if self.hand.drag is not None:
            port.update()
        else:
            if across:
                port.scroll(across, 0, QRect(NAMES_WIDTH, 0, port.width() - NAMES_WIDTH, port.height()))
            if down:
                port.scroll(0, down, QRect(0, HEADER_HEIGHT, port.width(), port.height() - HEADER_HEIGHT))
        if across:
            self.scaled.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit_scroll_bars()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        at = event.position().toPoint()
        row = self.geometry_of_view().row_at(at.y())
        if row is None:
            return
        self.hand.let_go()
        if row != self._row:
            self.choose(row)
        if event.button() is Qt.MouseButton.LeftButton:
            self.hand.press(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        at = self._at = event.position().toPoint()
        self.hand.follow(at)
        if self.hand.drag is None:
            self._show_grip(at)
        elif not self._edge.isActive() and not self.hand.by_keys:
            self._edge.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.hand.let_go()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.geometry_of_view().row_at(event.position().toPoint().y()) is not None:
            self.hand.give_up()
            self.entered.emit()

    def _show_grip(self, at: QPoint) -> None:
        """The shape of the mouse tells what dragging would do here."""
        view = self.geometry_of_view()
        row = view.row_at(at.y())
        gesture = view.part_at(at.x(), at.y(), self._gantt.rows[row], row) if row is not None and self._gantt else None
        shape = Qt.CursorShape.ArrowCursor
        if gesture is not None:
            shape = Qt.CursorShape.OpenHandCursor if gesture is Gesture.MOVE else Qt.CursorShape.SizeHorCursor
        elif row is not None and at.x() < NAMES_WIDTH and self.hand.may_rank:
            shape = Qt.CursorShape.SizeVerCursor
        self.viewport().setCursor(shape)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom((turned > 0) - (turned < 0), event.position().x())
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - turned * 3 * max(self.week_width, 16) // NOTCH)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = Qt.Key(event.key())
        move = KEY_MOVES.get((key, event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier))
        if key is Qt.Key.Key_Escape and self.hand.drag is not None:
            self.hand.give_up()
        elif move is not None:
            self.hand.nudge(*move)
        elif key in (Qt.Key.Key_Alt, Qt.Key.Key_Shift, Qt.Key.Key_Control):
            super().keyPressEvent(event)
        else:
            self.hand.let_go()
            self._walk(event, key)

    def _walk(self, event: QKeyEvent, key: Qt.Key) -> None:
        page = max(1, (self.viewport().height() - HEADER_HEIGHT) // ROW_HEIGHT - 1)
        row = row_after(key, self._row, len(self._gantt.rows) if self._gantt else 0, page)
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.hand.rank(1 if key is Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + self.week_width * (1 if key is Qt.Key.Key_Right else -1))
        elif row is not None:
            self.choose(row)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if Qt.Key(event.key()) is Qt.Key.Key_Alt and self.hand.by_keys:
            self.hand.let_go()
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """What was moved by keys is kept; a mouse that drags does not lose its bar to a message that comes up."""
        if self.hand.by_keys:
            self.hand.let_go()
        super().focusOutEvent(event)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        if self.key is not None:
            by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
            self.asked.emit(self.viewport().mapToGlobal(self.point_on(self._row, Gesture.MOVE)) if by_key else event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self.geometry_of_view().row_at(event.pos().y())
            QToolTip.showText(event.globalPos(), "\n".join(self._describe(row)) if row is not None and self.hand.drag is None else "", self)
            return True
        return super().viewportEvent(event)
