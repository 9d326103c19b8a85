"""The load of one row of the heat map by week, stacked by project under its capacity line; scrolls with the map."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.presenters.formats import Formats
from ui.presenters.load_profile import LoadProfile
from ui.tokens import CELL_PIXELS, LARGE, MEDIUM, SMALL, TIGHT, Tokens
from ui.widgets.heat_geometry import CELL_WIDTH, NAMES_WIDTH

SWATCH = 10
LEGEND_ROW = 18


class LoadStrip(QWidget):
    """Columns stand exactly under those of the heat map; the legend takes the place of the names."""

    def __init__(self, tokens: Tokens, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens, self._formats = tokens, formats
        self._profile: LoadProfile | None = None
        self._across, self._weeks, self._width = 0, range(0), CELL_WIDTH
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(176)
        self.setAccessibleName(self.tr("Load of the chosen row by week"))

    def show_profile(self, profile: LoadProfile, weeks: range) -> None:
        """Shows the load of a row, with these weeks marked."""
        self._profile, self._weeks = profile, weeks
        self.setAccessibleDescription(profile.title)
        self.update()

    def scroll_to(self, across: int) -> None:
        """Follows the horizontal scroll bar of the heat map."""
        self._across = across
        self.update()

    def zoom_to(self, width: int) -> None:
        """Gives each week that many pixels, as the heat map does."""
        self._width = width
        self.update()

    def show_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._tokens.surface))
        if self._profile and self._profile.weeks:
            font = painter.font()
            font.setPixelSize(CELL_PIXELS)
            painter.setFont(font)
            plot = QRectF(NAMES_WIDTH, MEDIUM, self.width() - NAMES_WIDTH, self.height() - MEDIUM - SMALL)
            self._legend(painter, self._profile)
            self._scale(painter, plot, self._profile)
            painter.setClipRect(plot.adjusted(0, -MEDIUM, 0, SMALL))
            self._columns(painter, plot, self._profile)
            self._capacity(painter, plot, self._profile)
        painter.end()

    def _columns(self, painter: QPainter, plot: QRectF, profile: LoadProfile) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for week in self._seen(plot, profile):
            left, bottom = self._left(week), plot.bottom()
            if week in self._weeks:
                painter.fillRect(QRectF(left, plot.top() - MEDIUM, self._width - 1, plot.height() + MEDIUM), QColor(self._tokens.selection))
            for part in profile.parts:
                height = plot.height() * part.hours[week] / profile.top
                if height > 0:
                    bottom -= height
                    painter.fillRect(
                        QRectF(left + TIGHT, bottom, self._width - 1 - 2 * TIGHT, height), QColor(part.colour or self._tokens.disabled)
                    )
            over = profile.over[week]
            if over > 0:
                self._over(painter, QRectF(left + TIGHT, bottom, self._width - 1 - 2 * TIGHT, plot.height() * over / profile.top))

    def _over(self, painter: QPainter, box: QRectF) -> None:
        """What stands above capacity is hatched, so that it shows without colour."""
        painter.setBrush(QBrush(QColor(self._tokens.bad), Qt.BrushStyle.BDiagPattern))
        painter.drawRect(box)

    def _capacity(self, painter: QPainter, plot: QRectF, profile: LoadProfile) -> None:
        """The load line: capacity as one strong line in steps."""
        line = QPolygonF()
        for week in self._seen(plot, profile):
            height = plot.bottom() - plot.height() * profile.capacity[week] / profile.top
            line.append(QPointF(self._left(week), height))
            line.append(QPointF(self._left(week) + self._width, height))
        painter.setPen(QPen(QColor(self._tokens.text), 2))
        painter.drawPolyline(line)

    def _scale(self, painter: QPainter, plot: QRectF, profile: LoadProfile) -> None:
        for tick in profile.ticks:
            height = plot.bottom() - plot.height() * tick / profile.top
            painter.setPen(QPen(QColor(self._tokens.grid), 1))
            painter.drawLine(QPointF(plot.left(), height), QPointF(plot.right(), height))
            painter.setPen(QColor(self._tokens.muted))
            box = QRectF(NAMES_WIDTH - 64 - SMALL, height - SMALL, 64, MEDIUM)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{self._formats.number(tick)} h")

    def _legend(self, painter: QPainter, profile: LoadProfile) -> None:
        metrics, room = painter.fontMetrics(), NAMES_WIDTH - LARGE - MEDIUM - 56
        painter.setPen(QColor(self._tokens.text))
        bold = painter.font()
        bold.setBold(True)
        plain = painter.font()
        painter.setFont(bold)
        painter.drawText(LARGE, MEDIUM + SMALL, painter.fontMetrics().elidedText(profile.title, Qt.TextElideMode.ElideRight, room + 40))
        painter.setFont(plain)
        lines = (self.height() - 2 * MEDIUM - SMALL) // LEGEND_ROW
        for number, part in enumerate(profile.legend(lines)):
            top = MEDIUM * 2 + TIGHT + number * LEGEND_ROW
            painter.fillRect(QRectF(LARGE, top, SWATCH, SWATCH), QColor(part.colour or self._tokens.disabled))
            painter.setPen(QColor(self._tokens.muted))
            name = metrics.elidedText(part.name, Qt.TextElideMode.ElideRight, room - SWATCH - SMALL)
            painter.drawText(LARGE + SWATCH + SMALL, top + SWATCH, name)

    def _seen(self, plot: QRectF, profile: LoadProfile) -> range:
        first = max(0, self._across // self._width)
        return range(first, min(len(profile.weeks), first + int(plot.width()) // self._width + 2))

    def _left(self, week: int) -> float:
        return NAMES_WIDTH + week * self._width - self._across
