"""Tables leave the window as they are shown: to a workbook, and onto paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintPreviewDialog, QPrintPreviewWidget
from pytestqt.qtbot import QtBot

from tests.desktop.conftest import PATIENCE, table_page
from ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)")

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_a_table_is_written_as_it_is_shown(
    small: MainWindow, qtbot: QtBot, idle: Callable[[], None], answer: Callable[[str, Path | None], None], tmp_path: Path
) -> None:
    page = table_page(small, "Projects")
    page.table.sortByColumn(page.table.column_of("name"), Qt.SortOrder.DescendingOrder)
    page.filter.setText("o")
    page.table.setColumnHidden(page.table.column_of("status"), True)
    answer("place_for_workbook", tmp_path / "out.xlsx")
    qtbot.keyClick(page.table, Qt.Key.Key_T, CONTROL | SHIFT)
    idle()
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["Projects"]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:4] == ("Project", "Priority", "Must do", "Weight")
    assert [row[:3] for row in rows[1:]] == [("Comet", 5, "No"), ("Borealis", 3, "No"), ("Apollo", 1, "Yes")]
    value, start = rows[0].index("Value"), rows[0].index("Start")
    assert rows[3][value] == 50_000
    assert rows[2][start].isoformat()[:10] == "2027-02-01"
    assert small.notice.text == f"Written to {tmp_path / 'out.xlsx'}"


def test_a_table_is_looked_at_before_it_is_printed(small: MainWindow, qtbot: QtBot) -> None:
    page = table_page(small, "Resources")
    qtbot.keyClick(page.table, Qt.Key.Key_P, CONTROL)
    preview = small.findChild(QPrintPreviewDialog)
    assert preview is not None
    pages = preview.findChild(QPrintPreviewWidget)
    assert pages is not None
    qtbot.waitUntil(lambda: pages.pageCount() == 1, timeout=PATIENCE)
    preview.reject()
