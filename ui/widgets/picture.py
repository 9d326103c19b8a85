"""A chart as a picture: drawn by matplotlib in a worker for the size at hand, shown here, so that the window never waits."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.jobs import Jobs

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SETTLE_MILLISECONDS = 150
"""A window that is being resized redraws its chart once it rests."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Pixels as red, green, blue and alpha bytes; `title` is the chart's headline.

    `points` are the places of what the chart calls its points, in parts of its width and height from the top left;
    `panel` is the left, top, width and height of the panel that it calls its weeks, in the same parts, empty where there is none.
    """

    pixels: bytes
    width: int
    height: int
    scale: float
    title: str
    points: tuple[tuple[float, float], ...] = ()
    panel: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


Draw = Callable[[], "Figure"]

ONE_AT_A_TIME = threading.Lock()
"""Charts set matplotlib's defaults while they draw, which all threads share."""


class Picture(QWidget):
    """Shows what a function draws; the last picture stays until the next one is ready."""

    def __init__(self, name: str, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._jobs = name, jobs
        self._draw: Draw | None = None
        self._image = QImage()
        self._points: tuple[tuple[float, float], ...] = ()
        self._panel = QRectF()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MILLISECONDS)
        self._settle.timeout.connect(self._start)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def is_drawn(self) -> bool:
        return not self._image.isNull()

    @property
    def points(self) -> list[QPointF]:
        """Where on the widget the chart's points are, in their order."""
        size = self._size
        return [QPointF(across * size.width(), down * size.height()) for across, down in self._points]

    @property
    def panel(self) -> QRectF:
        """Where on the widget the chart's weeks stand side by side; empty where it has none."""
        size = self._size
        part = self._panel
        across, down = size.width(), size.height()
        return QRectF(part.left() * across, part.top() * down, part.width() * across, part.height() * down)

    @property
    def _size(self) -> QSizeF:
        """What the picture takes of the widget, from its top left corner."""
        return self._image.deviceIndependentSize().scaled(QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio)

    def show_drawing(self, draw: Draw | None) -> None:
        """Shows another chart; None shows nothing."""
        self._draw = draw
        if draw is None:
            self._jobs.abandon(self._name)
            self._image, self._points, self._panel = QImage(), (), QRectF()
            self.update()
        else:
            self._start()

    def _start(self) -> None:
        if self._draw is not None and self.isVisible():
            self._jobs.run(self._name, partial(_drawn, self._draw, self.width(), self.devicePixelRatioF()), self._show, self._failed)

    def _show(self, drawing: Drawing) -> None:
        image = QImage(drawing.pixels, drawing.width, drawing.height, QImage.Format.Format_RGBA8888).copy()
        image.setDevicePixelRatio(drawing.scale)
        self._image, self._points, self._panel = image, drawing.points, QRectF(*drawing.panel)
        self.setAccessibleName(drawing.title)
        self.update()

    def _failed(self, problem: Exception) -> None:
        raise problem

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._settle.start()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._settle.start()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(QPointF(0, 0), self._size), self._image)
        painter.end()


def _drawn(draw: Draw, width: int, scale: float) -> Drawing:
    """Runs in a worker: draws the figure, as wide as the widget, without a window behind it."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 - loaded with the first chart

    with ONE_AT_A_TIME:
        figure = draw()
        figure.set_dpi(width * scale / figure.get_size_inches()[0])
        canvas = FigureCanvasAgg(figure)
        canvas.draw()  # type: ignore[no-untyped-call]  # matplotlib types this backend in part
        across, down = canvas.get_width_height(physical=True)
        title = next((text.get_text() for text in figure.texts if text.get_gid() == "title"), "")
        pixels = bytes(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
        return Drawing(pixels, across, down, scale, title, _points(figure, across, down), _panel(figure))


def _panel(figure: Figure) -> tuple[float, float, float, float]:
    """Where the axes stand that the chart calls its weeks; matplotlib counts from the bottom."""
    for axes in figure.axes:
        if axes.get_gid() == "weeks":
            place = axes.get_position()
            return place.x0, 1 - place.y1, place.width, place.height
    return 0.0, 0.0, 0.0, 0.0


def _points(figure: Figure, across: int, down: int) -> tuple[tuple[float, float], ...]:
    """The places of what the chart calls its points; matplotlib counts from the bottom."""
    marked = [(axes, marks) for axes in figure.axes for marks in axes.collections if marks.get_gid() == "points"]
    places = [place for axes, marks in marked for place in axes.transData.transform(marks.get_offsets()).tolist()]
    return tuple((x / across, 1 - y / down) for x, y in places)
