"""The curve of value against changes, on which a plan is chosen by mouse or keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.jobs import Jobs
from ui.tokens import Tokens
from ui.widgets.picture import Picture

REACH = 16.0
"""Pixels from a point within which a click means it."""
RING = 7.0
FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Up)
BACK = (Qt.Key.Key_Left, Qt.Key.Key_Down)
LEAST_HEIGHT = 336


class CurveChart(Picture):
    """Rings the chosen point.

    chosen  another point, by its number from the left
    kept    the chosen one is the plan to keep: Enter or a double click
    """

    chosen = Signal(int)
    kept = Signal()

    def __init__(self, jobs: Jobs, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__("change curve", jobs, parent)
        self._tokens, self._chosen, self._count = tokens, 0, 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setToolTip(self.tr("Each point is a plan: click one, or use the arrow keys; Enter keeps it"))

    @property
    def chosen_point(self) -> int:
        return self._chosen

    def choose(self, number: int, count: int) -> None:
        """Rings one of so many points."""
        self._chosen, self._count = number, count
        self.update()

    def show_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        points = self.points
        if self._chosen >= len(points):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._tokens.text), 2.0 if self.hasFocus() else 1.5))
        painter.drawEllipse(points[self._chosen], RING, RING)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = Qt.Key(event.key())
        if key in FORWARD:
            self._tell(self._chosen + 1)
        elif key in BACK:
            self._tell(self._chosen - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kept.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        near = self._near(event.position())
        if near is not None:
            self._tell(near)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._near(event.position()) is not None:
            self.kept.emit()

    def _near(self, at: QPointF) -> int | None:
        """The point that a place means, None where it is far from all."""
        far = [(point - at).manhattanLength() for point in self.points]
        nearest = min(range(len(far)), key=lambda number: far[number], default=None)
        return nearest if nearest is not None and far[nearest] <= REACH else None

    def _tell(self, number: int) -> None:
        if 0 <= number < self._count and number != self._chosen:
            self.chosen.emit(number)
