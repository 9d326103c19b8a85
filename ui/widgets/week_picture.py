"""A chart over weeks that leads from a week to what happens in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from ui.jobs import Jobs
from ui.tokens import Tokens
from ui.widgets.picture import Picture

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
WASH = 28
"""How much of the accent lies over the week that is pointed at, of 255."""


class WeekPicture(Picture):
    """`picked` tells the Monday of the week that was clicked, or chosen by the arrow keys and Enter."""

    picked = Signal(object)

    def __init__(self, name: str, jobs: Jobs, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(name, jobs, parent)
        self._tokens = tokens
        self._weeks: tuple[dt.date, ...] = ()
        self._words: tuple[str, ...] = ()
        self._at: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_weeks(self, weeks: Sequence[dt.date], words: Sequence[str]) -> None:
        """The weeks of the chart, and what each says on hovering."""
        self._weeks, self._words = tuple(weeks), tuple(words)
        self._point_at(None)

    def show_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def week_at(self, point: QPoint) -> int | None:
        """The number of the week there; None beside the panel."""
        panel = self.panel
        if panel.isEmpty() or not self._weeks or not panel.contains(QPointF(point)):
            return None
        return min(len(self._weeks) - 1, int((point.x() - panel.left()) / panel.width() * len(self._weeks)))

    def box_of(self, week: int) -> QRectF:
        """Where a week stands."""
        panel = self.panel
        wide = panel.width() / max(1, len(self._weeks))
        return QRectF(panel.left() + week * wide, panel.top(), wide, panel.height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._point_at(self.week_at(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        week = self.week_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and week is not None:
            self.picked.emit(self._weeks[week])

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self._point_at(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self._point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = Qt.Key(event.key())
        if key in STEPS and self._weeks:
            start = -1 if self._at is None and STEPS[key] > 0 else len(self._weeks) if self._at is None else self._at
            self._point_at(min(len(self._weeks) - 1, max(0, start + STEPS[key])))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._at is not None:
            self.picked.emit(self._weeks[self._at])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Says on hovering what the week holds."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            week = self.week_at(event.pos())
            QToolTip.showText(event.globalPos(), self._words[week] if week is not None else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self._at is None or self.panel.isEmpty():
            return
        painter = QPainter(self)
        wash, box = QColor(self._tokens.accent), self.box_of(self._at)
        painter.setPen(QPen(wash, 1))
        wash.setAlpha(WASH)
        painter.setBrush(wash)
        painter.drawRect(box)
        painter.end()

    def _point_at(self, week: int | None) -> None:
        if week == self._at:
            return
        self._at = week
        self.setCursor(Qt.CursorShape.PointingHandCursor if week is not None else Qt.CursorShape.ArrowCursor)
        self.setAccessibleDescription(self._words[week] if week is not None else "")
        self.update()
