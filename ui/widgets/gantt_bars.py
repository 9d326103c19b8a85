"""Painting of the bars of a Gantt: what is asked, what is planned, how far it is covered, and how late it may be."""

from __future__ import annotations

from itertools import groupby

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from ui.presenters.formats import WHOLE
from ui.presenters.gantt import Gantt, GanttRow, Place
from ui.presenters.gantt_drafts import Draft
from ui.tokens import SMALL, TIGHT, Band, Tokens
from ui.widgets.gantt_geometry import ASKED_HEIGHT, ASKED_TOP, BODY_HEIGHT, BODY_TOP, Geometry

Run = tuple[int, int, float]
"""First week of the horizon, week after the last, and the share met."""
WINDOW_TOP = ASKED_TOP + ASKED_HEIGHT / 2
HATCH_ALPHA = 150


class BarPainter:
    """Draws the bars of one Gantt in one theme."""

    def __init__(self, shown: Gantt, tokens: Tokens) -> None:
        self._shown, self._tokens = shown, tokens
        self._runs: dict[int, tuple[Run, ...]] = {}
        self._met, self._open = QColor(tokens.ramp[Band.RIGHT].fill), QColor(tokens.surface)
        lines = QColor(tokens.bad)
        lines.setAlpha(HATCH_ALPHA)
        self._hatch = QBrush(lines, Qt.BrushStyle.BDiagPattern)

    def paint(self, painter: QPainter, view: Geometry, rows: range, weeks: range) -> None:
        """The bars of these rows as far as they lie in these weeks."""
        for number in rows:
            row = self._shown.rows[number]
            if row.asked is None or row.planned is None:
                continue
            if row.planned[1] + row.window + 1 >= weeks.start and row.asked[0] - 1 <= weeks.stop:
                self._row(painter, view, number, row, weeks)

    def _row(self, painter: QPainter, view: Geometry, number: int, row: GanttRow, weeks: range) -> None:
        top = view.top(number)
        assert row.asked is not None and row.planned is not None  # noqa: S101, PT018 - paint() leaves out rows without bars
        body = box_of(view, row.planned, top)
        match row.place:
            case Place.PLANNED:
                painter.fillRect(body, self._open)
                self._coverage(painter, view, number, body, weeks)
                self._outline(painter, body, self._tokens.muted, Qt.PenStyle.SolidLine)
            case Place.ASKED:
                painter.fillRect(body, QColor(self._tokens.ramp[Band.LOW].fill))
                self._outline(painter, body, self._tokens.muted, Qt.PenStyle.SolidLine)
            case Place.LEFT_OUT:
                self._outline(painter, body, self._tokens.bad, Qt.PenStyle.DashLine)
            case Place.AWAY:
                self._outline(painter, body, self._tokens.disabled, Qt.PenStyle.DotLine)
        if row.place is not Place.AWAY:
            self._asked(painter, view, top, row.asked, row.window)
        if row.delay:
            self._delay(painter, view, top, row)

    def _asked(self, painter: QPainter, view: Geometry, top: int, asked: tuple[float, float], window: int) -> None:
        """A thin bar where the project is asked, and a dashed line with a stop as far as a plan may delay its end."""
        start, finish = view.left(asked[0]), view.left(asked[1])
        painter.fillRect(QRectF(start, top + ASKED_TOP, max(2.0, finish - start), ASKED_HEIGHT), QColor(self._tokens.muted))
        if window:
            end, level = view.left(asked[1] + window), top + WINDOW_TOP
            painter.setPen(QPen(QColor(self._tokens.muted), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QLineF(finish, level, end, level))
            painter.setPen(QPen(QColor(self._tokens.muted), 2))
            painter.drawLine(QLineF(end, level - 3, end, level + 3))

    def _delay(self, painter: QPainter, view: Geometry, top: int, row: GanttRow) -> None:
        """An arrow from where the project is asked to where it is planned."""
        assert row.asked is not None  # noqa: S101 - a delay is that of a row with a bar
        tip, level = view.left(row.asked[0] + row.delay), top + BODY_TOP + BODY_HEIGHT / 2
        painter.setPen(QPen(QColor(self._tokens.warning), 1.5))
        painter.drawLine(QLineF(view.left(row.asked[0]), level, tip - 4, level))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.warning))
        painter.drawPolygon(QPolygonF([QPointF(tip, level), QPointF(tip - 6, level - 4), QPointF(tip - 6, level + 4)]))

    def _outline(self, painter: QPainter, body: QRectF, colour: str, style: Qt.PenStyle) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colour), 1, style))
        painter.drawRect(body.adjusted(0.5, 0.5, -0.5, -0.5))

    def _coverage(self, painter: QPainter, view: Geometry, number: int, body: QRectF, weeks: range) -> None:
        """Each week filled from below by the part of its hours that is met; the rest of a week that is short is hatched."""
        full, short, first = [], [], self._shown.axis.horizon_start
        for start, end, share in self._runs_of(number):
            if first + end < weeks.start or first + start > weeks.stop:
                continue
            left, right = max(body.left(), view.left(first + start)), min(body.right(), view.left(first + end))
            if right <= left:
                continue
            height = BODY_HEIGHT * share
            full.append(QRectF(left, body.bottom() - height, right - left, height))
            if share < WHOLE:
                short.append(QRectF(left, body.top(), right - left, BODY_HEIGHT - height))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._met)
        painter.drawRects(full)
        painter.setBrush(self._hatch)
        painter.drawRects(short)

    def _runs_of(self, number: int) -> tuple[Run, ...]:
        """Weeks of the same share together, by pixels of height; worked out when the row is first seen."""
        if number not in self._runs:
            covered = self._shown.covered(number)
            self._runs[number] = () if covered is None else tuple(_runs(covered))
        return self._runs[number]

    def ghost(self, painter: QPainter, view: Geometry, number: int, draft: Draft) -> None:
        """The bars as they would be, over those that are."""
        row, top = self._shown.rows[number], view.top(number)
        body = box_of(view, (draft.asked[0] + row.delay, draft.asked[1] + row.delay), top)
        fill = QColor(self._tokens.accent)
        fill.setAlpha(90)
        painter.fillRect(body, fill)
        self._outline(painter, body, self._tokens.text, Qt.PenStyle.SolidLine)
        self._asked(painter, view, top, draft.asked, draft.window)


def box_of(view: Geometry, body: tuple[float, float], top: int) -> QRectF:
    """The planned bar in the viewport, two pixels wide at least."""
    left = view.left(body[0])
    return QRectF(left, top + BODY_TOP, max(2.0, view.left(body[1]) - left), BODY_HEIGHT)


def _runs(covered: np.ndarray[tuple[int], np.dtype[np.float64]]) -> list[Run]:
    levels = np.where(np.isnan(covered), -1, np.minimum(covered, 1.0) * BODY_HEIGHT).round().astype(int)
    levels = np.where((levels == BODY_HEIGHT) & (covered < WHOLE), BODY_HEIGHT - 1, levels)
    found, week = [], 0
    for level, same in groupby(levels.tolist()):
        count = len(list(same))
        if level >= 0:
            found.append((week, week + count, level / BODY_HEIGHT))
        week += count
    return found


NOTE_GAP = SMALL
"""Pixels between the end of a bar and its note."""


def note_left(view: Geometry, row: GanttRow) -> float:
    """Where the words behind a bar begin: behind the window of delay, too."""
    assert row.asked is not None and row.planned is not None  # noqa: S101, PT018 - only rows with bars have notes
    return view.left(row.planned[1]) + NOTE_GAP + (TIGHT if row.window else 0)
