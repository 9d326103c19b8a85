"""An editable table as its tests drive it: by keys and clipboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from data.portfolio import Portfolio
from ui.main_window import MainWindow
from ui.views.table_page import TablePage

CONTROL, SHIFT, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


def cell(page: TablePage, name: str, heading: str) -> tuple[int, int]:  # type: ignore[type-arg]
    row = next(row for row in range(page.model.rowCount()) if page.model.columns[0].text(page.model.row_at(row)) == name)
    return row, [column.heading for column in page.model.columns].index(heading)


def go_to(page: TablePage, name: str, heading: str) -> None:  # type: ignore[type-arg]
    page.table.go_to(*cell(page, name, heading))


def extend(qtbot: QtBot, page: TablePage, *, down: int = 0, right: int = 0) -> None:  # type: ignore[type-arg]
    for key, times in ((Qt.Key.Key_Down, down), (Qt.Key.Key_Right, right)):
        for _ in range(times):
            qtbot.keyClick(page.table, key, SHIFT)


def here(page: TablePage) -> tuple[str, str]:  # type: ignore[type-arg]
    index = page.table.currentIndex()
    return page.model.columns[0].text(page.model.row_at(index.row())), page.model.columns[index.column()].heading


def chosen(page: TablePage) -> list[str]:  # type: ignore[type-arg]
    return ["|".join(line) for line in page.table.chosen_texts()]


def copied(qapp: QApplication, text: str) -> None:
    qapp.clipboard().setText(text)


def held(window: MainWindow) -> Portfolio:
    assert window.session.portfolio is not None
    return window.session.portfolio


def levels(window: MainWindow) -> list[int]:
    return [each.level for each in held(window).resources.values()]


def undo(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
