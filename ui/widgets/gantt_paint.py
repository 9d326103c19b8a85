"""Painting of the Gantt: only what is seen; names at the left, weeks at the top, bars and dependencies in the middle."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from ui.presenters.formats import Formats
from ui.presenters.gantt import MUST_DO, Gantt, GanttRow, Place
from ui.presenters.gantt_drafts import Draft
from ui.presenters.saying import translate
from ui.tokens import CELL_PIXELS, LARGE, SMALL, TIGHT, Tokens
from ui.widgets.gantt_bars import BarPainter, box_of, note_left
from ui.widgets.gantt_geometry import BODY_HEIGHT, BODY_TOP, HEADER_HEIGHT, NAMES_WIDTH, Geometry
from ui.widgets.gantt_links import LinkPainter

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
PRIORITY_WIDTH, SIGN_WIDTH, FIGURE_WIDTH = 22, 18, 44
NUMBERED, NAMED = 20, 36
"""Pixels of a week from which its number is written, and from which a W stands before it."""
MONTH_ROOM = 56


class GanttPainter:
    """Draws one Gantt in one theme; made anew when either changes."""

    def __init__(self, shown: Gantt, tokens: Tokens, font: QFont, formats: Formats) -> None:
        self._shown, self._tokens, self._formats = shown, tokens, formats
        self._font = QFont(font)
        self._font.setPixelSize(CELL_PIXELS)
        self._bold = QFont(self._font)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._metrics = QFontMetrics(self._font)
        self._bars = BarPainter(shown, tokens)
        self._links = LinkPainter(shown, tokens, self._metrics)
        self._names: dict[int, str] = {}
        months = [shown.axis.monday(week).month for week in range(shown.axis.weeks)]
        self._months_begin = tuple(week for week in range(1, len(months)) if months[week] != months[week - 1])

    def paint(self, painter: QPainter, view: Geometry, part: QRect, chosen: int, *, focused: bool) -> None:
        """Draws one part of the viewport."""
        painter.setFont(self._font)
        painter.setClipRect(part)
        painter.fillRect(part, QColor(self._tokens.surface))
        rows = view.rows_between(part.top(), part.bottom() + 1)
        weeks = view.weeks_between(part.left(), part.right() + 1)
        painter.setClipRect(part & QRect(NAMES_WIDTH, HEADER_HEIGHT, view.width, view.height))
        self._ground(painter, view, rows, weeks, chosen)
        self._bars.paint(painter, view, rows, weeks)
        self._links.paint(painter, view, rows, chosen)
        self._notes(painter, view, rows)
        self._today(painter, view)
        self._chosen(painter, view, chosen, focused=focused)
        if part.left() < NAMES_WIDTH:
            painter.setClipRect(part & QRect(0, HEADER_HEIGHT, NAMES_WIDTH, view.height))
            self._row_names(painter, view, rows, chosen)
        if part.top() < HEADER_HEIGHT:
            painter.setClipRect(part & QRect(0, 0, view.width, HEADER_HEIGHT))
            self._header(painter, view, weeks)

    def _ground(self, painter: QPainter, view: Geometry, rows: range, weeks: range, chosen: int) -> None:
        """What lies outside the horizon, lines between rows and months, the chosen row."""
        axis, grid = self._shown.axis, QColor(self._tokens.grid)
        bottom = view.top(view.rows)
        begins, ends = view.left(axis.horizon_start), view.left(axis.horizon_start + axis.horizon_weeks)
        painter.fillRect(QRectF(0, HEADER_HEIGHT, begins, view.height), QColor(self._tokens.window))
        painter.fillRect(QRectF(ends, HEADER_HEIGHT, max(0.0, view.width - ends), view.height), QColor(self._tokens.window))
        if chosen in rows:
            painter.fillRect(QRect(NAMES_WIDTH, view.top(chosen), view.width, view.row_height - 1), self._tint())
        for row in rows:
            painter.fillRect(NAMES_WIDTH, view.top(row + 1) - 1, view.width, 1, grid)
        for week in self._months_begin:
            if week in weeks:
                painter.fillRect(QRectF(round(view.left(week)), HEADER_HEIGHT, 1, bottom - HEADER_HEIGHT), grid)

    def _tint(self) -> QColor:
        """The chosen row: the colour of the selection, faint, since bars of that colour lie on it."""
        tint = QColor(self._tokens.selection)
        tint.setAlpha(110)
        return tint

    def _notes(self, painter: QPainter, view: Geometry, rows: range) -> None:
        """What the plan makes of a project where that is not what was asked, behind its bar."""
        for number in rows:
            row = self._shown.rows[number]
            if not row.note or row.planned is None:
                continue
            bad = row.place is Place.LEFT_OUT
            words = f"✕ {row.note}" if bad else row.note
            painter.setPen(QColor(self._tokens.bad if bad else self._tokens.warning if row.delay else self._tokens.muted))
            box = QRectF(note_left(view, row), view.top(number) + BODY_TOP, self._metrics.horizontalAdvance(words) + TIGHT, BODY_HEIGHT)
            painter.drawText(box, LEFT, words)

    def _today(self, painter: QPainter, view: Geometry) -> None:
        painter.setPen(QPen(QColor(self._tokens.accent), 1))
        x = round(view.left(self._shown.today)) + 0.5
        painter.drawLine(QPointF(x, HEADER_HEIGHT), QPointF(x, view.height))

    def _chosen(self, painter: QPainter, view: Geometry, chosen: int, *, focused: bool) -> None:
        row = self._shown.rows[chosen] if 0 <= chosen < len(self._shown.rows) else None
        if row is None or not focused:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._tokens.accent), 2))
        top = view.top(chosen)
        if row.planned is None:
            painter.drawRect(QRect(NAMES_WIDTH + 1, top + 1, view.width - NAMES_WIDTH - 3, view.row_height - 4))
        else:
            painter.drawRect(box_of(view, row.planned, top).adjusted(-3, -2, 3, 2))

    def _row_names(self, painter: QPainter, view: Geometry, rows: range, chosen: int) -> None:
        for number in rows:
            top, row = view.top(number), self._shown.rows[number]
            if number == chosen:
                painter.fillRect(0, top, NAMES_WIDTH - 1, view.row_height - 1, QColor(self._tokens.selection))
            self._row_name(painter, row, number, QRect(LARGE, top, NAMES_WIDTH - LARGE - SMALL, view.row_height - 1))
        painter.fillRect(NAMES_WIDTH - 1, HEADER_HEIGHT, 1, view.height, QColor(self._tokens.line))

    def _row_name(self, painter: QPainter, row: GanttRow, number: int, box: QRect) -> None:
        painter.setPen(QColor(self._tokens.muted))
        painter.drawText(box, LEFT, f"P{row.priority}")
        painter.drawText(box.adjusted(PRIORITY_WIDTH, 0, 0, 0), LEFT, row.sign)
        painter.setPen(QColor(self._tokens.muted if row.place is Place.AWAY else self._tokens.text))
        painter.drawText(box.adjusted(PRIORITY_WIDTH + SIGN_WIDTH, 0, 0, 0), LEFT, self._name(number, box.width()))
        painter.setPen(QColor(getattr(self._tokens, row.mark or "text")))
        painter.drawText(box, RIGHT, row.coverage)

    def _name(self, number: int, width: int) -> str:
        if number not in self._names:
            row = self._shown.rows[number]
            star = f" {MUST_DO}" if row.must_do else ""
            room = width - PRIORITY_WIDTH - SIGN_WIDTH - FIGURE_WIDTH - self._metrics.horizontalAdvance(star)
            self._names[number] = self._metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, room) + star
        return self._names[number]

    def _header(self, painter: QPainter, view: Geometry, weeks: range) -> None:
        painter.fillRect(0, 0, view.width, HEADER_HEIGHT, QColor(self._tokens.surface))
        painter.setClipRect(painter.clipBoundingRect().toRect() & QRect(NAMES_WIDTH, 0, view.width, HEADER_HEIGHT))
        self._months(painter, view, weeks)
        if view.week_width >= NUMBERED:
            self._week_numbers(painter, view, weeks)
        x = view.left(self._shown.today)
        painter.fillRect(QRectF(round(x) - 2, HEADER_HEIGHT - 6, 5, 5), QColor(self._tokens.accent))
        if view.week_width < NUMBERED:
            painter.setPen(QColor(self._tokens.accent))
            painter.drawText(QRectF(x + TIGHT + 1, HEADER_HEIGHT / 2, 80, HEADER_HEIGHT / 2 - TIGHT), LEFT, translate("Moments", "today"))
        painter.setClipRect(0, 0, view.width, HEADER_HEIGHT)
        painter.fillRect(0, HEADER_HEIGHT - 1, view.width, 1, QColor(self._tokens.line))

    def _months(self, painter: QPainter, view: Geometry, weeks: range) -> None:
        """The name of each month where it has room, of each quarter or year where it has none."""
        axis = self._shown.axis
        starts = [week for week in (0, *self._months_begin) if weeks.start - 12 <= week < weeks.stop]
        step = next(step for step in (1, 3, 6, 12) if step * view.week_width * 4.3 >= MONTH_ROOM or step == 12)
        painter.setFont(self._bold)
        painter.setPen(QColor(self._tokens.text))
        named = [week for week in starts if (axis.monday(week).month - 1) % step == 0]
        if len(named) > 1 and named[0] == 0 and named[1] * view.week_width < MONTH_ROOM + SMALL:
            named = named[1:]  # the axis begins late in a month
        for week in named:
            day = axis.monday(week)
            box = QRectF(view.left(week) + TIGHT, TIGHT, 200, HEADER_HEIGHT / 2 - TIGHT)
            painter.drawText(box, LEFT, self._month(day, view.week_width * 4.3 * step))
        painter.setFont(self._font)

    def _month(self, day: dt.date, room: float) -> str:
        named = f"{self._formats.months[day.month - 1]} {day.year}"
        return named if room >= self._metrics.horizontalAdvance(named) + SMALL + TIGHT else f"{self._formats.months[day.month - 1]}"

    def _week_numbers(self, painter: QPainter, view: Geometry, weeks: range) -> None:
        painter.setPen(QColor(self._tokens.muted))
        prefix = "W" if view.week_width >= NAMED else ""
        for week in weeks:
            box = QRectF(view.left(week) + TIGHT, HEADER_HEIGHT / 2, view.week_width, HEADER_HEIGHT / 2 - TIGHT)
            painter.drawText(box, LEFT, f"{prefix}{self._shown.axis.monday(week).isocalendar().week}")

    def ghost(self, painter: QPainter, view: Geometry, number: int, draft: Draft, words: Sequence[str]) -> None:
        """The project as it would be where it is let go, with what that means in words beside it."""
        painter.setFont(self._font)
        painter.setClipRect(NAMES_WIDTH, HEADER_HEIGHT, view.width, view.height)
        self._bars.ghost(painter, view, number, draft)
        line = self._metrics.height()
        width = max(self._metrics.horizontalAdvance(each) for each in words) + 2 * SMALL
        height = line * len(words) + SMALL
        row = self._shown.rows[number]
        left = min(max(NAMES_WIDTH + TIGHT, view.left(draft.asked[0] + row.delay)), view.width - width - TIGHT)
        below = view.top(number) + view.row_height
        top = below if below + height < view.height else view.top(number) - height
        box = QRectF(left, top, width, height)
        painter.fillRect(box, QColor(self._tokens.raised))
        painter.setPen(QColor(self._tokens.muted))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        for place, each in enumerate(words):
            painter.setPen(QColor(self._tokens.bad if each.startswith("Breaks") else self._tokens.text))
            painter.drawText(QRectF(left + SMALL, top + TIGHT + place * line, width, line), LEFT, each)

    def gap(self, painter: QPainter, view: Geometry, place: int) -> None:
        """The line between two rows where a project would be put by rank."""
        painter.setClipRect(0, HEADER_HEIGHT, view.width, view.height)
        painter.fillRect(0, view.top(place) - 2, view.width, 3, QColor(self._tokens.accent))
