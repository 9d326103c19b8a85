"""Hours given and asked against capacity by week, under the Gantt and on its weeks; follows what is dragged above."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.presenters.formats import Formats
from ui.presenters.gantt import Axis
from ui.presenters.gantt_load import GanttLoad
from ui.presenters.saying import counted, within
from ui.presenters.situation import Floats
from ui.tokens import CELL_PIXELS, LARGE, MEDIUM, SMALL, TIGHT, Tokens, band
from ui.widgets.gantt_geometry import NAMES_WIDTH, Geometry
from ui.widgets.heat_paint import HATCH_ALPHA

HEIGHT = 108
LINE_HEIGHT = 18
SAMPLE = 16
"""Pixels of the sample of a line in the legend."""


class CapacityStrip(QWidget):
    """Columns are hours given, coloured as the load ramp has them; lines are capacity and what is asked."""

    def __init__(self, tokens: Tokens, formats: Formats, scale: Callable[[], Geometry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens, self._formats, self._scale = tokens, formats, scale
        self._load: GanttLoad | None = None
        self._before: GanttLoad | None = None
        self._axis: Axis | None = None
        self._title, self._given = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(self.tr("Load against capacity by week"))

    @property
    def verdict(self) -> str:
        """In how many weeks more is asked than there is, and before a drag."""
        if self._load is None:
            return ""
        weeks = self._load.over
        said = counted("CapacityStrip", "%n weeks ask above capacity", "%n week asks above capacity", weeks)
        return self.tr("{said} ({before} before)").format(said=said, before=self._before.over) if self._before else said

    def show_load(self, load: GanttLoad, axis: Axis, title: str, *, planned: bool) -> None:
        """Shows other hours; `planned` is whether those given are of a plan or booked."""
        self._load, self._before, self._axis, self._title = load, None, axis, title
        self._given = self.tr("Given by the plan") if planned else self.tr("Booked")
        self._tell()

    def show_drag(self, load: GanttLoad, before: GanttLoad) -> None:
        """Shows what a drag would make of the hours asked."""
        self._load, self._before = load, before
        self._tell()

    def show_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def _tell(self) -> None:
        self.setAccessibleDescription(f"{self._title}: {self.verdict}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._tokens.surface))
        if self._load is not None and self._axis is not None:
            font = painter.font()
            font.setPixelSize(CELL_PIXELS)
            painter.setFont(font)
            top = max(self._load.top, self._before.top if self._before else 0.0)
            plot = QRectF(NAMES_WIDTH, SMALL, self.width() - NAMES_WIDTH, self.height() - SMALL - TIGHT)
            self._legend(painter)
            self._ticks(painter, plot, self._load, top)
            painter.setClipRect(plot)
            self._columns(painter, plot, self._load, self._axis, top)
            self._lines(painter, plot, self._load, self._axis, top)
        painter.end()

    def _columns(self, painter: QPainter, plot: QRectF, load: GanttLoad, axis: Axis, top: float) -> None:
        view = self._scale()
        gap = 1 if view.week_width >= 6 else 0
        for week in self._seen(axis, view):
            given, capacity, asked = float(load.given[week]), float(load.capacity[week]), float(load.asked[week])
            left, width = view.left(axis.horizon_start + week), view.week_width - gap
            if given > 0:
                height = plot.height() * given / top
                painter.fillRect(QRectF(left, plot.bottom() - height, width, height), QColor(self._tokens.ramp[band(given, capacity)].fill))
            if asked > capacity + 0.005:
                lines = QColor(self._tokens.bad)
                lines.setAlpha(2 * HATCH_ALPHA)
                over = QRectF(left, plot.bottom() - plot.height() * asked / top, width, plot.height() * (asked - capacity) / top)
                painter.fillRect(over, QBrush(lines, Qt.BrushStyle.BDiagPattern))

    def _lines(self, painter: QPainter, plot: QRectF, load: GanttLoad, axis: Axis, top: float) -> None:
        """Capacity as one strong line, what is asked dashed; while a bar is dragged what was asked before stays, faint."""
        if self._before is not None:
            self._line(painter, plot, self._before.asked, axis, top, QPen(QColor(self._tokens.disabled), 1.5, Qt.PenStyle.DotLine))
        asked = self._tokens.accent if self._before is not None else self._tokens.muted
        self._line(painter, plot, load.asked, axis, top, QPen(QColor(asked), 1.5, Qt.PenStyle.DashLine))
        self._line(painter, plot, load.capacity, axis, top, QPen(QColor(self._tokens.text), 2))

    def _line(self, painter: QPainter, plot: QRectF, hours: Floats, axis: Axis, top: float, pen: QPen) -> None:
        view, steps = self._scale(), QPolygonF()
        for week in self._seen(axis, view):
            level = plot.bottom() - plot.height() * float(hours[week]) / top
            steps.append(QPointF(view.left(axis.horizon_start + week), level))
            steps.append(QPointF(view.left(axis.horizon_start + week + 1), level))
        painter.setPen(pen)
        painter.drawPolyline(steps)

    def _ticks(self, painter: QPainter, plot: QRectF, load: GanttLoad, top: float) -> None:
        for tick in load.ticks:
            level = plot.bottom() - plot.height() * tick / top
            painter.setPen(QPen(QColor(self._tokens.grid), 1))
            painter.drawLine(QPointF(plot.left(), level), QPointF(plot.right(), level))
            painter.setPen(QColor(self._tokens.muted))
            box = QRectF(NAMES_WIDTH - 64 - SMALL, level - SMALL, 64, MEDIUM)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{self._formats.number(tick)} h")

    def _legend(self, painter: QPainter) -> None:
        """The title, what the columns and lines are, and how many weeks ask for more than there is."""
        room, metrics = NAMES_WIDTH - LARGE - 64, painter.fontMetrics()
        bold, plain = painter.font(), painter.font()
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(self._tokens.text))
        painter.drawText(
            LARGE, SMALL + LINE_HEIGHT // 2 + 3, painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        )
        painter.setFont(plain)
        asked = QPen(QColor(self._tokens.muted), 1.5, Qt.PenStyle.DashLine)
        samples = (
            (self.tr("Capacity"), QPen(QColor(self._tokens.text), 2)),
            (self.tr("Asked, with the delays"), asked),
            (self._given, None),
        )
        for number, (words, pen) in enumerate(samples, 1):
            middle = SMALL + LINE_HEIGHT // 2 + number * LINE_HEIGHT
            if pen is None:
                painter.fillRect(QRectF(LARGE, middle - 5, SAMPLE, 10), QColor(self._tokens.ramp[band(0.9, 1.0)].fill))
            else:
                painter.setPen(pen)
                painter.drawLine(LARGE, middle, LARGE + SAMPLE, middle)
            painter.setPen(QColor(self._tokens.muted))
            painter.drawText(
                LARGE + SAMPLE + SMALL, middle + 4, metrics.elidedText(words, Qt.TextElideMode.ElideRight, room - SAMPLE - SMALL)
            )
        over = self._load is not None and self._load.over > 0
        painter.setPen(QColor(self._tokens.bad if over else self._tokens.good))
        painter.drawText(LARGE, SMALL + LINE_HEIGHT // 2 + 4 * LINE_HEIGHT + 6, f"▲ {self.verdict}" if over else self.verdict)

    def _seen(self, axis: Axis, view: Geometry) -> range:
        weeks = view.weeks_between(NAMES_WIDTH, self.width())
        return range(max(0, weeks.start - axis.horizon_start), max(0, min(axis.horizon_weeks, weeks.stop - axis.horizon_start)))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.told_at(event.pos().x()), self)
            return True
        return super().event(event)

    def told_at(self, x: int) -> str:
        """The hours of the week at a pixel."""
        if self._load is None or self._axis is None or x < NAMES_WIDTH:
            return self.tr("Hours of the people who hold the role first, and hours asked of it")
        week = int(self._scale().week_at(x)) - self._axis.horizon_start
        if not 0 <= week < self._axis.horizon_weeks:
            return self.tr("Outside the horizon of the portfolio")
        given, asked, capacity = (
            self._formats.hours(float(each[week])) for each in (self._load.given, self._load.asked, self._load.capacity)
        )
        monday = self._formats.week(self._axis.monday(self._axis.horizon_start + week))
        said = self.tr("{given} h {what}, {asked} h asked, {capacity} h capacity")
        return f"{monday}\n{said.format(given=given, what=within(self._given), asked=asked, capacity=capacity)}"
