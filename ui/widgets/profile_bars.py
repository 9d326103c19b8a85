"""A bar for each week of what a demand asks for; its top is dragged by the mouse or moved by keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from data.entities import Hours
from ui.presenters import profile_words
from ui.presenters.formats import Formats
from ui.presenters.week_profile import Draft, WeekProfile
from ui.tokens import CELL_PIXELS, Tokens
from ui.widgets.profile_hand import ProfileHand
from ui.widgets.profile_paint import TOP, ProfilePaint
from ui.widgets.profile_scale import WEEK_WIDTH, ProfileScale

REACH = 7
"""Pixels above and below the top of a bar in which it can be taken."""
LEAST_HEIGHT, ROOM, LEAST_TOP = 84, 1.15, 8.0
"""Pixels of the bars; hours shown above the highest, in parts of it; hours that are shown at least."""
FINE, COARSE = 0.25, 1.0
"""Hours by which an arrow moves a top, with Shift and without."""


class ProfileBars(QWidget):
    """Follows the cells beneath, which scroll it.

    chosen    another week is the current one (its column)
    typed     a figure is begun (the key): it goes into the cell of the current week
    scrolled  the wheel wants the weeks moved by so many pixels
    """

    chosen = Signal(int)
    typed = Signal(object)
    scrolled = Signal(int)

    def __init__(self, tokens: Tokens, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens, self._formats = tokens, formats
        self._paint = ProfilePaint(tokens, formats)
        self.shown: WeekProfile | None = None
        self.current = 0
        self.day: Hours = 8.0
        """Hours by which a page key moves a top."""
        self._across, self._top = 0, LEAST_TOP
        self.hand = ProfileHand(self)
        self.hand.drafted.connect(self._tell)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setAccessibleName(self.tr("Hours asked by week"))

    @property
    def scale(self) -> ProfileScale:
        return ProfileScale(self._across, self.height() - TOP, self._top)

    def show_profile(self, shown: WeekProfile | None, *, may_edit: bool) -> None:
        self.shown = shown
        self.hand.work_on(shown if shown is not None and shown.one and may_edit else None)
        if shown is not None:
            self.current = min(self.current, len(shown.mondays) - 1)
            self._top = max(LEAST_TOP, ROOM * float(max(shown.asked.max(), shown.given.max())))
        self._tell(None)

    def show_tokens(self, tokens: Tokens) -> None:
        self._tokens, self._paint = tokens, ProfilePaint(tokens, self._formats)
        self.update()

    def scroll_to(self, across: int) -> None:
        """Follows the scroll bar of the cells."""
        self._across = across
        self.update()

    def choose(self, column: int) -> None:
        """Makes a week the current one; what keys have made of the one before is kept."""
        if self.shown is None or not 0 <= column < len(self.shown.mondays) or column == self.current:
            return
        self.hand.let_go()
        self.current = column
        self._tell(None)
        self.chosen.emit(column)

    def point_on(self, column: int) -> QPointF:
        """The middle of the top of a bar, where it is taken."""
        hours = float(self.shown.asked[column]) if self.shown is not None else 0.0
        return QPointF(self.scale.left(column) + WEEK_WIDTH / 2, self.scale.level(hours))

    def _tell(self, draft: Draft | None) -> None:
        if self.shown is not None:
            told = (
                profile_words.change(self.shown, draft, self._formats)
                if draft
                else profile_words.week(self.shown, self.current, self._formats)
            )
            self.setAccessibleDescription(f"{self.shown.title}; {told}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._tokens.surface))
        if self.shown is not None:
            font = painter.font()
            font.setPixelSize(CELL_PIXELS)
            painter.setFont(font)
            self._paint.paint(painter, self.width(), self.scale, self.shown, self.hand.draft, self.current)
        if self.hasFocus():
            painter.setClipping(False)
            painter.setPen(QPen(QColor(self._tokens.accent), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _held_at(self, at: QPointF) -> int | None:
        """The week whose bar is taken at a point."""
        if self.shown is None or self.shown.one is None:
            return None
        column = self.scale.column_at(at.x(), len(self.shown.mondays))
        return column if column is not None and abs(at.y() - self.point_on(column).y()) <= REACH else None

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.shown is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        column = self.scale.column_at(event.position().x(), len(self.shown.mondays))
        if column is not None:
            self.choose(column)
            if self._held_at(event.position()) is not None:
                self.hand.give_up()
                self.hand.press(event.position(), column)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.hand.follow(event.position(), self.scale.hours_a_pixel)
            return
        held = self._held_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.SizeVerCursor if held else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() is Qt.MouseButton.LeftButton:
            self.hand.let_go()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Opens the figure of the week."""
        self.typed.emit(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        turned = event.angleDelta().x() or event.angleDelta().y()
        self.scrolled.emit(-turned)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier) or not self._took(event):
            super().keyPressEvent(event)

    def _took(self, event: QKeyEvent) -> bool:
        """Whether the key was one of the bars'."""
        if self.shown is None:
            return False
        key = Qt.Key(event.key())
        goes = {Qt.Key.Key_Left: self.current - 1, Qt.Key.Key_Right: self.current + 1, Qt.Key.Key_Home: self.shown.first}
        goes[Qt.Key.Key_End] = max([column for column, hours in enumerate(self.shown.asked.tolist()) if hours > 0], default=self.current)
        fine = FINE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else COARSE
        pulls = {Qt.Key.Key_Up: fine, Qt.Key.Key_Down: -fine, Qt.Key.Key_PageUp: self.day, Qt.Key.Key_PageDown: -self.day}
        if key in goes:
            self.choose(goes[key])
        elif key in pulls:
            self.hand.nudge(self.current, pulls[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.hand.let_go()
        elif key == Qt.Key.Key_Escape and self.hand.is_busy:
            self.hand.give_up()
        elif event.text().isdecimal() or key == Qt.Key.Key_F2:
            self.hand.let_go()
            self.typed.emit(event)
        else:
            return False
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """What keys have changed is kept when the focus goes elsewhere."""
        self.hand.let_go()
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        """Says on hovering what the week holds."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.shown is not None:
            column = self.scale.column_at(event.pos().x(), len(self.shown.mondays))
            QToolTip.showText(event.globalPos(), profile_words.week(self.shown, column, self._formats) if column is not None else "", self)
            return True
        return super().event(event)
