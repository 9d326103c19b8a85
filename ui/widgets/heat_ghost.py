"""What is carried over the heat map, painted where it would land with the load it makes there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from ui.presenters.load_grid import MARKS
from ui.tokens import CELL_PIXELS, SMALL, TIGHT, Band, Tokens
from ui.widgets.heat_geometry import HEADER_HEIGHT, NAMES_WIDTH, Geometry

MOST_WIDTH = 560


@dataclass(frozen=True, slots=True)
class Ghost:
    """Cells of one row from a column on, each with its figure and band; a sentence, its colour, and where it was taken from."""

    row: int
    column: int
    width: int
    figures: tuple[str, ...]
    bands: tuple[Band, ...]
    says: str
    mark: str
    source: tuple[int, range]


def paint_ghost(painter: QPainter, view: Geometry, ghost: Ghost, tokens: Tokens, font: QFont) -> None:
    """Draws it over the cells, its sentence under it."""
    small = QFont(font)
    small.setPixelSize(CELL_PIXELS)
    painter.setFont(small)
    painter.setClipRect(NAMES_WIDTH, HEADER_HEIGHT, view.width, view.height)
    row, columns = ghost.source
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(tokens.muted), 2, Qt.PenStyle.DotLine))
    painter.drawRect(QRect(view.left(columns.start), view.top(row), len(columns) * view.cell_width - 1, view.row_height - 1))
    box = QRect(view.left(ghost.column), view.top(ghost.row), ghost.width * view.cell_width - 1, view.row_height - 1)
    for at, (figure, band) in enumerate(zip(ghost.figures, ghost.bands, strict=True)):
        cell = QRect(view.left(ghost.column + at), view.top(ghost.row), view.cell_width - 1, view.row_height - 1)
        painter.fillRect(cell, QColor(tokens.ramp[band].fill))
        painter.setPen(QColor(tokens.ramp[band].text))
        inside = cell.adjusted(0, 0, -TIGHT, 0)
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, MARKS.get(band, "") + figure)
    painter.setPen(QPen(QColor(tokens.accent), 3))
    painter.drawRect(box)
    painter.setClipRect(0, 0, view.width, view.height)
    _label(painter, view, box, ghost, tokens, QFontMetrics(small))


def _label(painter: QPainter, view: Geometry, box: QRect, ghost: Ghost, tokens: Tokens, metrics: QFontMetrics) -> None:
    text = metrics.elidedText(ghost.says, Qt.TextElideMode.ElideRight, min(MOST_WIDTH, view.width - 4 * SMALL))
    room = QRect(box.bottomLeft() + QPoint(0, SMALL), metrics.size(Qt.TextFlag.TextSingleLine, text)).adjusted(0, 0, 2 * SMALL, SMALL)
    room.moveLeft(max(SMALL, min(room.left(), view.width - room.width() - SMALL)))
    if room.bottom() > view.height - SMALL:
        room.moveBottom(box.top() - SMALL)
    painter.setPen(QPen(QColor(tokens.accent), 1))
    painter.setBrush(QColor(tokens.raised))
    painter.drawRoundedRect(room, TIGHT, TIGHT)
    painter.setPen(QColor(getattr(tokens, ghost.mark)))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
