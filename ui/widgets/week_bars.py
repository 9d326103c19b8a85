"""A year of load in one small strip: a bar for each week under a line of capacity."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.presenters.resource_card import WeekBar
from ui.tokens import Band, Tokens

HEIGHT = 72


class WeekBars(QWidget):
    """Bars in the colours of the load ramp; what is above the line is over capacity, whatever the colour."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self.weeks: tuple[WeekBar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(self.tr("Load by week"))

    def show_weeks(self, weeks: tuple[WeekBar, ...]) -> None:
        self.weeks = weeks
        self.update()

    def show_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def event(self, event: QEvent) -> bool:
        """Says on hovering what the week holds."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.weeks:
            number = min(len(self.weeks) - 1, max(0, int(event.pos().x() * len(self.weeks) / max(1, self.width()))))
            QToolTip.showText(event.globalPos(), self.weeks[number].words, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        wide, high = self.width() / max(1, len(self.weeks)), self.height() - 4.0
        line = QPolygonF()
        for number, week in enumerate(self.weeks):
            left, bottom = number * wide, high + 2
            if week.load > 0:
                colour = self._tokens.ramp[Band.BEYOND if week.band is Band.AWAY else week.band].fill
                painter.fillRect(QRectF(left, bottom - week.load * high, max(1.0, wide - 1), week.load * high), QColor(colour))
            for side in (left, left + wide):
                line.append(QPointF(side, bottom - week.capacity * high))
        painter.setPen(QPen(QColor(self._tokens.text), 1.5))
        painter.drawPolyline(line)
        painter.end()
