"""A table on paper: headings on every page, as wide as the page, numbered."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPainter, QPen

from ui.presenters.table_sheet import Printable
from ui.tokens import LIGHT

LARGEST = 9.0
"""Points of the text where the columns have room for it."""
LEAST = 4.5
LINE = 1.7
"""Height of a line in heights of its text."""
POINTS_PER_PIXEL = 0.75
GAP = 4.0
"""Points between a column's text and the next."""
LEFT, RIGHT = (
    side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine for side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
)


class PrintedTable:
    """Paints a table onto the pages of a printer or a PDF, in the light colours whatever the theme."""

    def __init__(self, table: Printable) -> None:
        self._table = table

    def paint(self, device: QPagedPaintDevice) -> None:
        painter = QPainter(device)
        dots = painter.device().logicalDpiY() / 72
        width, height = painter.viewport().width() / dots, painter.viewport().height() / dots
        painter.scale(dots, dots)
        natural = sum(self._table.widths) * POINTS_PER_PIXEL
        size = max(LEAST, min(LARGEST, LARGEST * width / max(1.0, natural)))
        self._draw(painter, device, QRectF(0, 0, width, height), size, dots)
        painter.end()

    def _draw(self, painter: QPainter, device: QPagedPaintDevice, page: QRectF, size: float, dots: float) -> None:
        line = size * LINE
        body = page.height() - 3.5 * line - 2 * size
        per_page = max(1, int(body / line))
        rows = self._table.rows
        pages = max(1, -(-len(rows) // per_page))
        for number in range(pages):
            if number:
                device.newPage()
            self._head(painter, page, size)
            top = 3 * line
            for offset, row in enumerate(rows[number * per_page : (number + 1) * per_page]):
                self._line(painter, row, QRectF(0, top + offset * line, page.width(), line), size)
            painter.setFont(_font(size * 0.9))
            painter.setPen(QColor(LIGHT.muted))
            painter.drawText(QRectF(0, page.height() - line, page.width(), line), RIGHT, f"{number + 1} / {pages}")

    def _head(self, painter: QPainter, page: QRectF, size: float) -> None:
        line = size * LINE
        painter.setFont(_font(size * 1.4, bold=True))
        painter.setPen(QColor(LIGHT.text))
        painter.drawText(QRectF(0, 0, page.width(), 1.6 * line), LEFT, self._table.title)
        painter.setFont(_font(size, bold=True))
        self._cells(painter, self._table.headings, QRectF(0, 1.8 * line, page.width(), line))
        painter.setPen(QPen(QColor(LIGHT.muted), 0.6))
        painter.drawLine(QRectF(0, 2.9 * line, page.width(), 0).topLeft(), QRectF(0, 2.9 * line, page.width(), 0).topRight())

    def _line(self, painter: QPainter, row: tuple[str, ...], box: QRectF, size: float) -> None:
        painter.setFont(_font(size))
        painter.setPen(QColor(LIGHT.text))
        self._cells(painter, row, box)
        painter.setPen(QPen(QColor(LIGHT.line), 0.3))
        painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _cells(self, painter: QPainter, texts: tuple[str, ...], box: QRectF) -> None:
        left, whole = 0.0, max(1, sum(self._table.widths))
        metrics = painter.fontMetrics()
        for text, wide, right in zip(texts, self._table.widths, self._table.numeric, strict=True):
            width = box.width() * wide / whole
            inside = QRectF(left, box.top(), width - GAP, box.height())
            said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(inside.width()))
            painter.drawText(inside, RIGHT if right else LEFT, said)
            left += width


def _font(size: float, *, bold: bool = False) -> QFont:
    """A font of so many units of the scaled painter, which are points on paper."""
    font = QFont()
    font.setPixelSize(max(1, round(size)))
    font.setBold(bold)
    return font
