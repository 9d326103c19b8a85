"""Carrying a block of the heat map by mouse or by keys: taken up, moved cell by cell, dropped, or put back by Esc."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from ui.widgets.heat_geometry import Place

STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
"""Rows and weeks that an arrow carries on."""


class HeatHand(QObject):
    """Knows whether something is carried, and by how many rows and weeks.

    grabbed  something is to be taken up: whoever can carry it answers by `take`
    moved    it is over another cell: `by`
    dropped  it was let go there
    left     it was put back
    """

    grabbed = Signal()
    moved = Signal()
    dropped = Signal()
    left = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.by: Place = (0, 0)
        self._is_carrying = False
        self._pressed: tuple[QPoint, Place] | None = None

    @property
    def is_carrying(self) -> bool:
        return self._is_carrying

    @property
    def is_pressed(self) -> bool:
        """Whether the mouse went down on what may be taken up."""
        return self._pressed is not None

    def take(self) -> None:
        """Says that it can be carried."""
        self._is_carrying, self.by = True, (0, 0)

    def press(self, point: QPoint, place: Place) -> None:
        """The mouse went down on what is chosen."""
        self._pressed = (point, place)

    def drag(self, point: QPoint, place: Place) -> bool:
        """Whether the mouse carries something; it has to move a little before it does."""
        if self._pressed is None:
            return self._is_carrying
        start, origin = self._pressed
        if not self._is_carrying:
            if (point - start).manhattanLength() < QApplication.startDragDistance():
                return False
            self.grabbed.emit()
            if not self._is_carrying:
                self._pressed = None
                return False
        self._go((place[0] - origin[0], place[1] - origin[1]))
        return True

    def release(self) -> bool:
        """Whether the mouse let go of something that it carried."""
        carried = self._is_carrying and self._pressed is not None
        self._pressed = None
        if carried:
            self._end(dropped=True)
        return carried

    def key(self, event: QKeyEvent) -> bool:
        """Whether a key took something up, carried it on, dropped it or put it back."""
        step = STEPS.get(Qt.Key(event.key()))
        if not self._is_carrying:
            if step is None or not event.modifiers() & Qt.KeyboardModifier.AltModifier:
                return False
            self.grabbed.emit()
        if not self._is_carrying:
            return True
        if step is not None:
            self._go((self.by[0] + step[0], self.by[1] + step[1]))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._end(dropped=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._end(dropped=False)
        return True

    def put_back(self) -> None:
        """Ends carrying without a change."""
        self._pressed = None
        if self._is_carrying:
            self._end(dropped=False)

    def _go(self, by: Place) -> None:
        if by != self.by:
            self.by = by
            self.moved.emit()

    def _end(self, *, dropped: bool) -> None:
        self._is_carrying, self._pressed = False, None
        (self.dropped if dropped else self.left).emit()
