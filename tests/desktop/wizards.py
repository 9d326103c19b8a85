"""The import wizard as a user's hands use it: its grid read, its lists picked from, its buttons pressed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.desktop.conftest import PATIENCE
from tests.planning.sheet_builders import Rows
from ui.dialogs.import_wizard import ImportWizard

LOAD: dict[str, Rows] = {
    "Load": [
        ["Who", "Project", dt.date(2027, 1, 4), dt.date(2027, 1, 11), dt.date(2027, 1, 18)],
        ["Ann", "Apollo", 16.0, 8.0, 8.0],
        ["Bob", "Borealis", 24.0, 16.0, 24.0],
    ]
}


def grid(shown: ImportWizard) -> list[list[str]]:
    model = shown.page.table.grid
    return [[model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())]


def pick(qtbot: QtBot, combo: QComboBox, text: str) -> None:
    """Goes down or up a closed list with the arrow keys, and takes what stands there; the offscreen screen opens no list."""
    wanted = combo.findText(text)
    assert wanted >= 0, [combo.itemText(number) for number in range(combo.count())]
    steps = wanted - combo.currentIndex()
    for _ in range(abs(steps)):
        qtbot.keyClick(combo, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    if combo.parent() and combo.parent().objectName() == "qt_scrollarea_viewport":
        qtbot.keyClick(combo, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not isValid(combo) or not combo.isVisible(), timeout=PATIENCE)


def press(qtbot: QtBot, part: QWidget, idle: Callable[[], None]) -> None:
    qtbot.mouseClick(part, Qt.MouseButton.LeftButton)
    idle()
