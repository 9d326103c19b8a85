"""How a weekly profile is painted: asked as a bar, given inside it, what is short hatched."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from ui.presenters.formats import Formats
from ui.presenters.load_profile import ticks_up_to
from ui.presenters.saying import translate
from ui.presenters.week_profile import Draft, WeekProfile
from ui.tokens import LARGE, MEDIUM, SMALL, TIGHT, Band, Tokens
from ui.widgets.profile_scale import HEAD, NAMES_WIDTH, WEEK_WIDTH, ProfileScale

GAP, TOP = 3, 3
"""Pixels beside a bar, and of the line along its top by which it is taken."""
LINE_HEIGHT, SWATCH = 18, 10
SHORT_ALPHA = 210
"""Of the lines over what is short: the bar under them is still seen."""


class ProfilePaint:
    """Paints in the colours of a theme; `draft` is what a bar is being pulled to."""

    def __init__(self, tokens: Tokens, formats: Formats) -> None:
        self._tokens, self._formats = tokens, formats

    def paint(self, painter: QPainter, width: int, scale: ProfileScale, shown: WeekProfile, draft: Draft | None, current: int) -> None:
        self._legend(painter, shown)
        plot = QRectF(NAMES_WIDTH, 0, width - NAMES_WIDTH, scale.bottom + TOP)
        self._ticks(painter, plot, scale)
        painter.setClipRect(plot)
        for column in scale.seen(width, len(shown.mondays)):
            self._ground(painter, scale, shown, column, is_current=column == current)
            self._bar(painter, scale, shown, draft, column)
        self._dates(painter, scale, shown)
        if draft is not None:
            self._figure(painter, scale, draft)

    def _ground(self, painter: QPainter, scale: ProfileScale, shown: WeekProfile, column: int, *, is_current: bool) -> None:
        box = QRectF(scale.left(column), 0, WEEK_WIDTH, scale.bottom)
        if column not in shown.horizon:
            painter.fillRect(box, QBrush(QColor(self._tokens.line), Qt.BrushStyle.BDiagPattern))
        if is_current:
            painter.fillRect(box, QColor(self._tokens.selection))

    def _bar(self, painter: QPainter, scale: ProfileScale, shown: WeekProfile, draft: Draft | None, column: int) -> None:
        tokens, before = self._tokens, float(shown.asked[column])
        asked = float(draft.hours[column]) if draft is not None else before
        given = float(shown.given[column])
        self._fill(painter, scale, column, (0.0, asked), QColor(tokens.ramp[Band.LOW].fill))
        self._fill(painter, scale, column, (0.0, min(given, asked)), QColor(tokens.ramp[Band.RIGHT].fill))
        if given > asked:
            self._fill(painter, scale, column, (asked, given), QColor(tokens.ramp[Band.OVER].fill))
        if shown.short[column] > 0 and asked > given:
            self._fill(painter, scale, column, (given, asked), QBrush(self._lines(tokens.bad), Qt.BrushStyle.BDiagPattern))
        if asked != before:
            painter.setPen(QPen(QColor(tokens.muted), 1.5, Qt.PenStyle.DotLine))
            painter.drawLine(self._at(scale, column, before), self._at(scale, column + 1, before))
        if asked > 0 or asked != before:
            is_held = draft is not None and draft.at == column
            painter.setPen(QPen(QColor(tokens.accent if is_held or shown.one else tokens.muted), TOP if is_held else TOP - 1))
            level = scale.level(asked)
            painter.drawLine(QPointF(scale.left(column) + GAP, level), QPointF(scale.left(column) + WEEK_WIDTH - GAP, level))

    def _fill(self, painter: QPainter, scale: ProfileScale, column: int, hours: tuple[float, float], how: QColor | QBrush) -> None:
        if hours[1] > hours[0]:
            top = scale.level(hours[1])
            painter.fillRect(QRectF(scale.left(column) + GAP, top, WEEK_WIDTH - 2 * GAP, scale.level(hours[0]) - top), how)

    def _at(self, scale: ProfileScale, column: int, hours: float) -> QPointF:
        return QPointF(scale.left(column), scale.level(hours))

    def _lines(self, colour: str) -> QColor:
        lines = QColor(colour)
        lines.setAlpha(SHORT_ALPHA)
        return lines

    def _dates(self, painter: QPainter, scale: ProfileScale, shown: WeekProfile) -> None:
        """A line under the weeks of the demand's dates, a hairline under all."""
        painter.setPen(QPen(QColor(self._tokens.line), 1))
        painter.drawLine(self._at(scale, 0, 0.0), self._at(scale, len(shown.mondays), 0.0))
        painter.setPen(QPen(QColor(self._tokens.text), 2))
        painter.drawLine(self._at(scale, shown.dates.start, 0.0), self._at(scale, shown.dates.stop, 0.0))

    def _figure(self, painter: QPainter, scale: ProfileScale, draft: Draft) -> None:
        """The hours of the bar that is held, over its top."""
        top = max(0.0, scale.level(float(draft.hours[draft.at])) - HEAD)
        box = QRectF(scale.left(draft.at) - MEDIUM, top, WEEK_WIDTH + 2 * MEDIUM, HEAD - TOP)
        painter.setPen(QColor(self._tokens.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{self._formats.figure(float(draft.hours[draft.at]))} h")

    def _ticks(self, painter: QPainter, plot: QRectF, scale: ProfileScale) -> None:
        for tick in ticks_up_to(scale.top):
            level = scale.level(tick)
            painter.setPen(QPen(QColor(self._tokens.grid), 1))
            painter.drawLine(QPointF(plot.left(), level), QPointF(plot.right(), level))
            painter.setPen(QColor(self._tokens.muted))
            box = QRectF(NAMES_WIDTH - 64 - SMALL, level - SMALL, 64, MEDIUM)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{self._formats.number(tick)} h")

    def _legend(self, painter: QPainter, shown: WeekProfile) -> None:
        tokens = self._tokens
        given = translate("ProfilePaint", "Given") if shown.planned else translate("ProfilePaint", "Booked")
        short = QBrush(self._lines(tokens.bad), Qt.BrushStyle.BDiagPattern)
        parts: list[tuple[str, QColor | QBrush]] = [
            (translate("ProfilePaint", "Asked"), QColor(tokens.ramp[Band.LOW].fill)),
            (given, QColor(tokens.ramp[Band.RIGHT].fill)),
            *([(translate("ProfilePaint", "Short"), short)] if shown.planned else []),
        ]
        for number, (words, how) in enumerate(parts):
            middle = HEAD + number * LINE_HEIGHT
            box = QRectF(LARGE, middle - SWATCH / 2, SWATCH, SWATCH)
            painter.fillRect(box, how)
            painter.setPen(QPen(QColor(tokens.line), 1))
            painter.drawRect(box)
            painter.setPen(QColor(tokens.muted))
            painter.drawText(QPointF(LARGE + SWATCH + SMALL, middle + TIGHT), words)
