"""The hand on a Gantt: what is being dragged by mouse or keys, and what letting it go tells."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QApplication

from data.entities import Id
from ui.presenters.gantt import Gantt
from ui.presenters.gantt_drafts import Drafting, Gesture
from ui.widgets.gantt_drag import BarDrag, RankDrag
from ui.widgets.gantt_geometry import NAMES_WIDTH, Geometry

PAUSE_MILLISECONDS = 1200
"""What was moved by keys is kept after that time, too: with sticky keys Alt is never let go."""


class Shown(Protocol):
    """What is shown while something is dragged."""

    @property
    def gantt(self) -> Gantt | None: ...

    @property
    def row(self) -> int: ...

    def geometry_of_view(self) -> Geometry: ...


class GanttHand(QObject):
    """Takes hold of the current row's bar or of the row itself; nothing is changed before it lets go.

    moved    what is dragged has come to another week or place, or is no longer dragged
    drafted  what a drag would make of a project, a Draft; None when it is over
    dropped  a bar was let go (a Draft): now the change is to be made
    ranked   a row was put at another place (its id and the place, from 0)
    """

    moved = Signal()
    drafted = Signal(object)
    dropped = Signal(object)
    ranked = Signal(object, int)

    def __init__(self, shown: Shown, drafting: Callable[[Id], Drafting | None], parent: QObject) -> None:
        super().__init__(parent)
        self._shown, self._drafting = shown, drafting
        self.drag: BarDrag | RankDrag | None = None
        self.by_keys = False
        self.may_rank = False
        """Whether the rows stand by rank, so that dragging one says something."""
        self._pressed: QPoint | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.let_go)

    @property
    def bar(self) -> BarDrag | None:
        """The bar that is dragged, if one is."""
        return self.drag if isinstance(self.drag, BarDrag) else None

    @property
    def is_on_row(self) -> bool:
        """Whether a whole row is dragged."""
        return isinstance(self.drag, RankDrag)

    def press(self, at: QPoint) -> None:
        """The mouse was pressed on the current row: it may be meant to drag."""
        self._pressed = at

    def follow(self, at: QPoint) -> None:
        """The mouse has gone to a point of the viewport."""
        if self._pressed is not None and (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._take_at(self._pressed)
            self._pressed = None
        view = self._shown.geometry_of_view()
        if isinstance(self.drag, BarDrag) and not self.by_keys and self.drag.to(view.week_at(at.x())):
            self._tell()
        elif isinstance(self.drag, RankDrag) and self.drag.gap != view.gap_at(at.y()):
            self.drag.gap = view.gap_at(at.y())
            self.moved.emit()

    def _take_at(self, at: QPoint) -> None:
        view, shown, row = self._shown.geometry_of_view(), self._shown.gantt, self._shown.row
        if at.x() < NAMES_WIDTH:
            self.drag = RankDrag(row, row) if self.may_rank else None
            return
        gesture = view.part_at(at.x(), at.y(), shown.rows[row], row) if shown else None
        if gesture is not None:
            self._take(gesture, view.week_at(at.x()))

    def _take(self, gesture: Gesture, held_at: float = 0.0) -> None:
        """Takes hold of the current row's bar, where there is one that may be changed."""
        shown, row = self._shown.gantt, self._shown.row
        drafting = self._drafting(shown.rows[row].id) if shown and row < len(shown.rows) else None
        self.drag = BarDrag(row, gesture, drafting, held_at) if drafting else None

    def nudge(self, gesture: Gesture, weeks: int) -> None:
        """Moves what is dragged by keys; another gesture keeps the one before it first."""
        if self.bar is None or not self.by_keys or self.bar.gesture is not gesture:
            self.let_go()
            self._take(gesture)
        if self.bar is not None:
            self.by_keys = True
            self.bar.by(weeks)
            self._pause.start()
            self._tell()

    def let_go(self) -> None:
        """Ends a drag and tells what came of it, where something did."""
        drag, shown = self.drag, self._shown.gantt
        self.give_up()
        if isinstance(drag, BarDrag) and drag.draft.edit:
            self.dropped.emit(drag.draft)
        elif isinstance(drag, RankDrag) and drag.place != drag.row and shown is not None:
            self.ranked.emit(shown.rows[drag.row].id, drag.place)

    def give_up(self) -> None:
        """Ends a drag as if it had not been."""
        was, self.drag, self.by_keys, self._pressed = self.drag, None, False, None
        self._pause.stop()
        if was is not None:
            self.drafted.emit(None)
            self.moved.emit()

    def rank(self, places: int) -> None:
        """Puts the current row so many places lower, higher where below 0, where rows stand by rank."""
        shown, place = self._shown.gantt, self._shown.row + places
        if self.may_rank and shown is not None and 0 <= place < len(shown.rows):
            self.ranked.emit(shown.rows[self._shown.row].id, place)

    def _tell(self) -> None:
        self.moved.emit()
        if self.bar is not None:
            self.drafted.emit(self.bar.draft)
