"""Painting of the heat map: only what is seen, all cells of one colour at once, every figure laid out once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen, QRegion, QStaticText

from ui.presenters.formats import Formats
from ui.presenters.load_grid import BANDS, MARKS, Grid, Measure, bands, figures
from ui.presenters.saying import translate
from ui.tokens import CELL_PIXELS, LARGE, SMALL, TIGHT, Band, Tokens
from ui.widgets.heat_geometry import CELL_WIDTH, HEADER_HEIGHT, NAMES_WIDTH, SIZES, USUAL_ZOOM, Geometry, Selection

HATCH_ALPHA = 70
TINT_ALPHA = 46


@dataclass(frozen=True)
class Look:
    """What a grid is drawn with; `this_week` is the Monday of today, `size` width and height of a cell."""

    tokens: Tokens
    font: QFont
    formats: Formats
    this_week: dt.date
    size: tuple[int, int] = SIZES[USUAL_ZOOM]


class HeatPainter:
    """Draws one grid in one theme; made anew when either changes."""

    def __init__(self, grid: Grid, measure: Measure, look: Look) -> None:
        self.grid, self.tokens, self._formats = grid, look.tokens, look.formats
        self._this_week = look.this_week
        self._width, self._height = look.size
        self._bands = bands(grid)
        self._figures = figures(grid, measure)
        self._font = QFont(look.font)
        self._font.setPixelSize(CELL_PIXELS)
        self._bold = QFont(self._font)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._metrics = QFontMetrics(self._font)
        self._texts: dict[tuple[int, int], tuple[QStaticText, int, int]] = {}
        self._names: dict[int, tuple[str, str]] = {}

    def paint(self, painter: QPainter, view: Geometry, part: QRect, chosen: Selection, *, focused: bool) -> None:
        """Draws one part of the viewport."""
        painter.setFont(self._font)
        painter.setClipRect(part)
        painter.fillRect(part, QColor(self.tokens.surface))
        rows = view.rows_between(part.top(), part.bottom() + 1)
        columns = view.columns_between(part.left(), part.right() + 1)
        if rows and columns:
            painter.setClipRect(part & QRect(NAMES_WIDTH, HEADER_HEIGHT, view.width, view.height))
            self._lines(painter, view, rows, columns)
            self._cells(painter, view, rows, columns)
            self._edges(painter, view, rows, columns)
            self._chosen(painter, view, chosen, focused=focused)
        if part.left() < NAMES_WIDTH:
            painter.setClipRect(part & QRect(0, HEADER_HEIGHT, NAMES_WIDTH, view.height))
            self._row_names(painter, view, rows, chosen.rows)
        if part.top() < HEADER_HEIGHT:
            painter.setClipRect(part & QRect(NAMES_WIDTH, 0, view.width, HEADER_HEIGHT))
            self._header(painter, view, columns, chosen.columns)
            painter.setClipRect(part)
            painter.fillRect(0, HEADER_HEIGHT - 1, view.width, 1, QColor(self.tokens.line))

    def _lines(self, painter: QPainter, view: Geometry, rows: range, columns: range) -> None:
        """The grid: what the cells leave free between them."""
        left, top = view.left(columns.start), view.top(rows.start)
        painter.fillRect(left, top, len(columns) * self._width, len(rows) * view.row_height, QColor(self.tokens.grid))

    def _cells(self, painter: QPainter, view: Geometry, rows: range, columns: range) -> None:
        window = (slice(rows.start, rows.stop), slice(columns.start, columns.stop))
        seen, printed = self._bands[window], self._figures[window]
        lefts, tops = [view.left(column) for column in columns], [view.top(row) for row in rows]
        for band in range(len(BANDS)):
            at_rows, at_columns = (axis.tolist() for axis in (seen == band).nonzero())
            if at_rows:
                cells = zip(at_rows, at_columns, strict=True)
                self._fill(painter, band, [QRect(lefts[c], tops[r], self._width - 1, view.row_height - 1) for r, c in cells])
            at_rows, at_columns = (axis.tolist() for axis in ((seen == band) & (printed >= 0)).nonzero())
            if at_rows:
                figures_at = zip(at_rows, at_columns, printed[at_rows, at_columns].tolist(), strict=True)
                self._write(painter, band, [(lefts[c], tops[r], figure) for r, c, figure in figures_at])

    def _fill(self, painter: QPainter, band: int, cells: list[QRect]) -> None:
        ink = self.tokens.ramp[BANDS[band]]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink.fill))
        painter.drawRects(cells)
        if BANDS[band] in (Band.BEYOND, Band.AWAY):
            lines = QColor(ink.text if BANDS[band] is Band.BEYOND else self.tokens.disabled)
            lines.setAlpha(HATCH_ALPHA)
            painter.setBrush(QBrush(lines, Qt.BrushStyle.BDiagPattern))
            painter.drawRects(cells)

    def _write(self, painter: QPainter, band: int, figures_at: list[tuple[int, int, int]]) -> None:
        painter.setPen(QColor(self.tokens.ramp[BANDS[band]].text))
        draw, lay_out = painter.drawStaticText, self._text
        for left, top, figure in figures_at:
            text, across, down = lay_out(band, figure)
            draw(left + across, top + down, text)

    def _text(self, band: int, figure: int) -> tuple[QStaticText, int, int]:
        """The figure with its sign, laid out once, and its place in the cell."""
        known = self._texts.get((band, figure))
        if known is None:
            text = QStaticText(self._words(band, figure))
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(font=self._font)
            across = self._width - 1 - self._inset - round(text.size().width())
            known = self._texts[band, figure] = (text, across, (self._height - self._metrics.height()) // 2)
        return known

    @property
    def _inset(self) -> int:
        """Room right of a figure, less where cells are narrow."""
        return TIGHT if self._width >= CELL_WIDTH else 2

    def _words(self, band: int, figure: int) -> str:
        """The figure with its sign where there is room for both, else the sign alone, else the figure."""
        number, room = self._formats.number(figure), self._width - 2 * self._inset
        sign = MARKS.get(BANDS[band], "")
        for said in (sign + number, number):
            if self._metrics.horizontalAdvance(said) <= room:
                return said
        return sign.strip()

    def _edges(self, painter: QPainter, view: Geometry, rows: range, columns: range) -> None:
        """A solid edge for hard bookings, a dashed one for soft."""
        window = (slice(rows.start, rows.stop), slice(columns.start, columns.stop))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        hard, soft = self.grid.hard[window], self.grid.soft[window]
        for marked, style in ((hard, Qt.PenStyle.SolidLine), (soft & ~hard, Qt.PenStyle.DashLine)):
            painter.setPen(QPen(QColor(self.tokens.muted), 1, style))
            for row, column in zip(*(axis.tolist() for axis in marked.nonzero()), strict=True):
                painter.drawRect(view.left(columns[column]), view.top(rows[row]), self._width - 2, view.row_height - 2)

    def _chosen(self, painter: QPainter, view: Geometry, chosen: Selection, *, focused: bool) -> None:
        """A frame round the block, and where it is more than a cell a tint that leaves the chosen cell out."""
        colour = QColor(self.tokens.accent if focused else self.tokens.text)
        rows, columns = chosen.rows, chosen.columns
        box = QRect(view.left(columns.start), view.top(rows.start), len(columns) * self._width - 1, len(rows) * view.row_height - 1)
        row, column = chosen.place
        one = QRect(view.left(column), view.top(row), self._width - 1, view.row_height - 1)
        if one != box:
            tint = QColor(colour)
            tint.setAlpha(TINT_ALPHA)
            painter.save()
            painter.setClipRegion(painter.clipRegion().subtracted(QRegion(one)))
            painter.fillRect(box, tint)
            painter.restore()
            painter.setPen(QPen(colour, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(one)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 2))
        painter.drawRect(box)

    def _row_names(self, painter: QPainter, view: Geometry, rows: range, chosen: range) -> None:
        for row in rows:
            top = view.top(row)
            name, note = self._name(row)
            if row in chosen:
                painter.fillRect(0, top, NAMES_WIDTH - 1, view.row_height - 1, QColor(self.tokens.selection))
            box = QRect(LARGE, top, NAMES_WIDTH - LARGE - SMALL, view.row_height - 1)
            painter.setPen(QColor(self.tokens.text))
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
            painter.setPen(QColor(self.tokens.muted))
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, note)
        painter.fillRect(NAMES_WIDTH - 1, HEADER_HEIGHT, 1, view.height, QColor(self.tokens.line))

    def _name(self, row: int) -> tuple[str, str]:
        """Name and note cut to the room they have, the name first served."""
        known = self._names.get(row)
        if known is None:
            room = NAMES_WIDTH - LARGE - SMALL * 2
            line = self.grid.rows[row]
            name = self._metrics.elidedText(line.name, Qt.TextElideMode.ElideRight, room * 2 // 3)
            left = room - self._metrics.horizontalAdvance(name)
            known = self._names[row] = (name, self._metrics.elidedText(line.note, Qt.TextElideMode.ElideRight, left))
        return known

    def _header(self, painter: QPainter, view: Geometry, columns: range, chosen: range) -> None:
        middle, align = HEADER_HEIGHT // 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for column in columns:
            monday, left = self.grid.weeks[column], view.left(column)
            if column in chosen:
                painter.fillRect(left, 0, self._width - 1, HEADER_HEIGHT - 1, QColor(self.tokens.selection))
            if monday == self._this_week:
                painter.fillRect(left, HEADER_HEIGHT - 4, self._width - 1, 3, QColor(self.tokens.accent))
            painter.setFont(self._bold)
            painter.setPen(QColor(self.tokens.accent if monday == self._this_week else self.tokens.text))
            painter.drawText(
                QRectF(left, TIGHT, self._width - 1 - self._inset, middle - TIGHT),
                align,
                translate("Formats", "W{number}").format(number=monday.isocalendar().week),
            )
            painter.setFont(self._font)
            painter.setPen(QColor(self.tokens.muted))
            painter.drawText(QRectF(left, middle - 2, self._width - 1 - self._inset, middle - TIGHT), align, self._day(monday))

    def _day(self, monday: dt.date) -> str:
        """The Monday as far as there is room: 5 Apr, else 5, or Apr in the first week of a month."""
        said = self._formats.day(monday)
        if self._metrics.horizontalAdvance(said) <= self._width - 2 * TIGHT:
            return said
        return said.split()[-1] if monday.day <= 7 else str(monday.day)
