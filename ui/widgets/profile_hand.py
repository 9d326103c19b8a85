"""The hand on a bar of a weekly profile: what it is pulled to by mouse or keys, and what letting it go tells."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QTimer, Signal
from PySide6.QtWidgets import QApplication

from data.entities import Hours
from ui.presenters.week_profile import Draft, WeekProfile, drafted, snapped, step_for

PAUSE_MILLISECONDS = 1200
"""What keys have changed is kept after that time, so that a run of presses is one step."""


class ProfileHand(QObject):
    """Changes nothing before it lets go.

    drafted  what the bar is pulled to has changed: a Draft, None once it is over
    dropped  it was let go (a Draft): now the change is to be made
    """

    drafted = Signal(object)
    dropped = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.draft: Draft | None = None
        self.keep_total = False
        self._shown: WeekProfile | None = None
        self._pressed: tuple[QPointF, int] | None = None
        self._wanted: Hours = 0.0
        self._is_pulled = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.let_go)

    @property
    def is_busy(self) -> bool:
        """Whether a bar is held or has been changed by keys that are still to be kept."""
        return self._pressed is not None or self.draft is not None

    def work_on(self, shown: WeekProfile | None) -> None:
        """Takes up another profile, or none where nothing may be changed."""
        self.give_up()
        self._shown = shown

    def press(self, at: QPointF, column: int) -> None:
        """The mouse was pressed on the top of a bar."""
        if self._shown is not None:
            self._pressed = (at, column)

    def follow(self, at: QPointF, hours_a_pixel: float) -> None:
        """The mouse has gone on; it has to move a little before it pulls."""
        if self._pressed is None or self._shown is None:
            return
        start, column = self._pressed
        up = start.y() - at.y()
        if self._is_pulled or abs(up) >= QApplication.startDragDistance():
            self._is_pulled = True
            step = step_for(hours_a_pixel)
            self._go(column, snapped(float(self._shown.asked[column]) + up * hours_a_pixel, step))

    def nudge(self, column: int, by: Hours) -> None:
        """Goes on by so many hours, by keys; another week keeps the one before it first."""
        if self.draft is not None and self.draft.at != column:
            self.let_go()
        if self._shown is not None:
            before = self._wanted if self.draft is not None else float(self._shown.asked[column])
            self._go(column, max(0.0, round(before + by, 2)))
            self._pause.start()

    def let_go(self) -> None:
        """Ends it and tells what came of it, where something did."""
        draft = self.draft
        self.give_up()
        if draft is not None and draft.is_change:
            self.dropped.emit(draft)

    def give_up(self) -> None:
        """Ends it as if it had not been."""
        was, self.draft, self._pressed, self._is_pulled = self.draft, None, None, False
        self._pause.stop()
        if was is not None:
            self.drafted.emit(None)

    def _go(self, column: int, wanted: Hours) -> None:
        if self._shown is not None:
            self.draft = drafted(self._shown, column, wanted, keep_total=self.keep_total)
            self._wanted = float(self.draft.hours[column])
            self.drafted.emit(self.draft)
