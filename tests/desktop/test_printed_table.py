"""A table on paper: as many pages as it needs, each with the headings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QPageLayout, QPdfWriter
from PySide6.QtWidgets import QApplication

from ui.presenters.table_sheet import Printable
from ui.widgets.printed_table import PrintedTable


@pytest.mark.parametrize(("rows", "pages"), [(0, 1), (5, 1), (200, 7)])
def test_a_long_table_goes_over_pages(qapp: QApplication, tmp_path: Path, rows: int, pages: int) -> None:
    table = Printable("People", ("Name", "Level"), (False, True), (200, 60), tuple((f"Person {number}", "3") for number in range(rows)))
    writer = QPdfWriter(str(tmp_path / "out.pdf"))
    writer.setPageOrientation(QPageLayout.Orientation.Landscape)
    PrintedTable(table).paint(writer)
    del writer
    written = (tmp_path / "out.pdf").read_bytes()
    assert len(re.findall(rb"/Type /Page\b", written)) == pages
