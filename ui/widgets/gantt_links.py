"""Painting of dependencies: square lines from the end of one bar to that of another, with type and lag where they are asked for."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF

from ui.presenters.gantt import Gantt, GanttLink
from ui.presenters.saying import counted
from ui.tokens import TIGHT, Tokens
from ui.widgets.gantt_geometry import BODY_HEIGHT, BODY_TOP, Geometry

STUB = 6.0
"""Pixels that a line leaves and enters a bar straight."""
HEAD = 5.0
BROKEN = "✕ "
"""Sign of a dependency that does not hold."""


class LinkPainter:
    """Draws the dependencies of one Gantt in one theme."""

    def __init__(self, shown: Gantt, tokens: Tokens, metrics: QFontMetrics) -> None:
        self._shown, self._tokens, self._metrics = shown, tokens, metrics

    def paint(self, painter: QPainter, view: Geometry, rows: range, chosen: int) -> None:
        """All that cross these rows; those of the chosen row last, strong and with their words, as are the broken ones."""
        if not rows or not self._shown.links:
            return
        ends = self._shown.link_rows
        seen = ((ends[:, 0] < rows.stop) & (ends[:, 1] >= rows.start)).nonzero()[0].tolist()
        links = sorted((self._shown.links[number] for number in seen), key=lambda link: (link.of(chosen), link.missing > 0))
        for link in links:
            self._draw(painter, view, link, strong=link.of(chosen))
        for link in links:
            if link.missing or link.of(chosen):
                self._write(painter, view, link)

    def _draw(self, painter: QPainter, view: Geometry, link: GanttLink, *, strong: bool) -> None:
        route = self._route(view, link)
        colour = QColor(self._tokens.bad if link.missing else self._tokens.accent if strong else self._tokens.disabled)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 2 if strong or link.missing else 1, Qt.PenStyle.DashLine if link.missing else Qt.PenStyle.SolidLine))
        painter.drawPolyline(QPolygonF(route))
        tip, back = route[-1], -HEAD if not link.to_finish else HEAD
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([tip, QPointF(tip.x() + back, tip.y() - 3.5), QPointF(tip.x() + back, tip.y() + 3.5)]))

    def _route(self, view: Geometry, link: GanttLink) -> list[QPointF]:
        """Out of the predecessor's end, along the gap beside the successor's row, into the successor's end."""
        before, after = self._shown.rows[link.before].planned, self._shown.rows[link.after].planned
        assert before is not None and after is not None  # noqa: S101, PT018 - links are between rows with bars
        x1, x2 = view.left(before[link.from_finish]), view.left(after[link.to_finish])
        middle = BODY_TOP + BODY_HEIGHT / 2
        y1, y2 = view.top(link.before) + middle, view.top(link.after) + middle
        gap = view.top(link.after) + (1.5 if link.after > link.before else view.row_height - 1.5)
        out, into = x1 + (STUB if link.from_finish else -STUB), x2 + (STUB if link.to_finish else -STUB)
        places = [(x1, y1), (out, y1), (out, gap), (into, gap), (into, y2), (x2, y2)]
        return [QPointF(round(x) + 0.5, round(y) + 0.5) for x, y in places]

    def _write(self, painter: QPainter, view: Geometry, link: GanttLink) -> None:
        """Type and lag beside the line's last bend, on ground of its own."""
        words = link.text
        if link.missing:
            words = counted("GanttLinks", "{link}: %n wk short", "{link}: %n wk short", link.missing).format(link=f"{BROKEN}{link.text}")
        bend = self._route(view, link)[4]
        width, height = self._metrics.horizontalAdvance(words) + 2 * TIGHT, self._metrics.height()
        left = bend.x() + TIGHT if link.to_finish else bend.x() - width - 1
        box = QRectF(left, bend.y() - height / 2, width, height)
        painter.fillRect(box, QColor(self._tokens.surface))
        painter.setPen(QColor(self._tokens.bad if link.missing else self._tokens.accent))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
