"""Value and bound of a running solve as two lines that close in on each other."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.presenters.formats import Formats
from ui.presenters.solving import Course, Point, axis
from ui.tokens import CELL_PIXELS, MEDIUM, SMALL, TIGHT, Tokens

LABELS_WIDTH = 64


class SolveChart(QWidget):
    """Time to the right, points upwards; the bound above in the text's colour, the value below in the accent."""

    def __init__(self, tokens: Tokens, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens, self._formats, self._course = tokens, formats, Course()
        self.setMinimumHeight(120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Value and bound of the running solve"))

    def show_course(self, course: Course) -> None:
        self._course = course
        self.update()

    def show_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = painter.font()
        font.setPixelSize(CELL_PIXELS)
        painter.setFont(font)
        plot = QRectF(self.rect()).adjusted(MEDIUM, SMALL, -LABELS_WIDTH - SMALL, -MEDIUM - SMALL)
        self._grid(painter, plot)
        points = self._course.points
        if points:
            self._line(painter, plot, [(p, p.bound) for p in points], self._tokens.text, self.tr("bound"), above=True)
            self._line(painter, plot, [(p, p.value) for p in points], self._tokens.accent, self.tr("value"), above=False)
        painter.end()

    def _grid(self, painter: QPainter, plot: QRectF) -> None:
        painter.setPen(QPen(QColor(self._tokens.grid), 1))
        for part in range(4):
            height = plot.top() + plot.height() * part / 3
            painter.drawLine(QPointF(plot.left(), height), QPointF(plot.right(), height))
        painter.setPen(QColor(self._tokens.muted))
        below = QRectF(plot.left(), plot.bottom() + TIGHT, plot.width(), MEDIUM)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, self._formats.number(0) + " s")
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, self._formats.number(self._course.last.seconds) + " s")

    def _line(
        self, painter: QPainter, plot: QRectF, course: list[tuple[Point, float | None]], colour: str, name: str, *, above: bool
    ) -> None:
        """A line in steps, since a better plan or bound holds until the next; its name stands at its end."""
        span, latest = axis(self._course.points), max(self._course.last.seconds, 0.1)
        line: list[QPointF] = []
        for point, height in course:
            if height is None:
                continue
            x = plot.left() + plot.width() * point.seconds / latest
            y = plot.bottom() - plot.height() * (min(max(height, span.low), span.high) - span.low) / (span.high - span.low)
            if line:
                line.append(QPointF(x, line[-1].y()))
            line.append(QPointF(x, y))
        if not line:
            return
        line.append(QPointF(plot.right(), line[-1].y()))
        painter.setPen(QPen(QColor(colour), 2))
        painter.drawPolyline(QPolygonF(line))
        shift = -MEDIUM + TIGHT // 2 if above else -TIGHT // 2
        painter.drawText(QPointF(plot.right() + SMALL, line[-1].y() + shift + 12), name)
