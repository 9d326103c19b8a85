"""The keys of the Gantt: what each does to a bar, and to which row it leads."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt

from ui.presenters.gantt_drafts import Gesture

ALT, SHIFT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
KEY_OF: Mapping[tuple[Gesture, int], str] = MappingProxyType(
    {
        (Gesture.MOVE, -1): "Alt+Left",
        (Gesture.MOVE, 1): "Alt+Right",
        (Gesture.FINISH, -1): "Alt+Shift+Left",
        (Gesture.FINISH, 1): "Alt+Shift+Right",
        (Gesture.START, -1): "Alt+Ctrl+Left",
        (Gesture.START, 1): "Alt+Ctrl+Right",
        (Gesture.WINDOW, -1): "Alt+-",
        (Gesture.WINDOW, 1): "Alt++",
    }
)
"""The keys of each gesture by one week, as menus write them."""

KEY_MOVES: Mapping[tuple[Qt.Key, Qt.KeyboardModifier], tuple[Gesture, int]] = MappingProxyType(
    {
        (Qt.Key.Key_Left, ALT): (Gesture.MOVE, -1),
        (Qt.Key.Key_Right, ALT): (Gesture.MOVE, 1),
        (Qt.Key.Key_Left, ALT | SHIFT): (Gesture.FINISH, -1),
        (Qt.Key.Key_Right, ALT | SHIFT): (Gesture.FINISH, 1),
        (Qt.Key.Key_Left, ALT | CONTROL): (Gesture.START, -1),
        (Qt.Key.Key_Right, ALT | CONTROL): (Gesture.START, 1),
        (Qt.Key.Key_Minus, ALT): (Gesture.WINDOW, -1),
        (Qt.Key.Key_Plus, ALT): (Gesture.WINDOW, 1),
        (Qt.Key.Key_Plus, ALT | SHIFT): (Gesture.WINDOW, 1),
        (Qt.Key.Key_Equal, ALT): (Gesture.WINDOW, 1),
    }
)
"""The same as they are pressed; + is where a keyboard has it."""


def row_after(key: Qt.Key, row: int, rows: int, page: int) -> int | None:
    """The row that a key leads to, None for a key that leads to none."""
    return {
        Qt.Key.Key_Up: row - 1,
        Qt.Key.Key_Down: row + 1,
        Qt.Key.Key_Home: 0,
        Qt.Key.Key_End: rows,
        Qt.Key.Key_PageUp: row - page,
        Qt.Key.Key_PageDown: row + page,
    }.get(key)
