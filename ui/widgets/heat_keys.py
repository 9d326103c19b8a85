"""Where a key leads in a heat map, as in a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.widgets.heat_geometry import Place


def led_to(event: QKeyEvent, place: Place, shape: tuple[int, int], page: int) -> Place | None:
    """The cell that a key leads to from a place, perhaps outside of the rows and columns; None for other keys."""
    row, column = place
    rows, columns = shape
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
