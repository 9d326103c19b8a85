"""Where the bars of a Gantt lie: plain arithmetic between weeks, rows and pixels, and what a point is on."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

from ui.presenters.gantt import GanttRow, Place
from ui.presenters.gantt_drafts import Gesture

NAMES_WIDTH = 264
HEADER_HEIGHT = 40
STEPS = (3, 4, 6, 8, 11, 15, 20, 27, 36, 48, 64, 96)
"""Pixels of a week, from the widest view to the closest."""
ASKED_TOP, ASKED_HEIGHT = 4, 3
"""The thin bar of what is asked, from the top of a row."""
BODY_TOP, BODY_HEIGHT = 10, 14
"""The bar of what is planned."""
GRIP = 6
"""Pixels on both sides of an end that take hold of it."""
LEAST_TO_RESIZE = 24
"""A bar narrower than this is only moved: its ends leave nothing to hold between them."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """A scrolled view on rows and weeks. `x` and `y` are the scroll positions, `width` and `height` the viewport."""

    rows: int
    weeks: int
    row_height: int
    week_width: int
    x: int
    y: int
    width: int
    height: int

    def rows_between(self, top: int, bottom: int) -> range:
        """Rows that a stretch of the viewport below the header touches; `bottom` is the first pixel outside."""
        first = (max(top, HEADER_HEIGHT) - HEADER_HEIGHT + self.y) // self.row_height
        last = (bottom - 1 - HEADER_HEIGHT + self.y) // self.row_height
        return range(first, min(self.rows, last + 1)) if bottom > HEADER_HEIGHT else range(0)

    def weeks_between(self, left: int, right: int) -> range:
        """Weeks that a stretch of the viewport right of the names touches; `right` is the first pixel outside."""
        first = floor(self.week_at(max(left, NAMES_WIDTH)))
        last = ceil(self.week_at(right))
        return range(max(0, first), min(self.weeks, last)) if right > NAMES_WIDTH else range(0)

    def left(self, week: float) -> float:
        return NAMES_WIDTH + week * self.week_width - self.x

    def top(self, row: int) -> int:
        return HEADER_HEIGHT + row * self.row_height - self.y

    def week_at(self, x: float) -> float:
        """The place on the axis under a pixel."""
        return (x - NAMES_WIDTH + self.x) / self.week_width

    def row_at(self, y: int) -> int | None:
        row = (y - HEADER_HEIGHT + self.y) // self.row_height
        return row if y >= HEADER_HEIGHT and row < self.rows else None

    def gap_at(self, y: int) -> int:
        """The place between rows nearest to a point, from 0 above the first."""
        return min(max(0, round((y - HEADER_HEIGHT + self.y) / self.row_height)), self.rows)

    def part_at(self, x: float, y: int, row: GanttRow, number: int) -> Gesture | None:
        """What of a row's bars a point takes hold of, None beside them."""
        if row.asked is None or row.planned is None or x < NAMES_WIDTH:
            return None
        down = y - self.top(number)
        if down < BODY_TOP - 1:
            return self._on_asked(x, row.asked, row)
        return self._on_body(x, row.planned)

    def _on_asked(self, x: float, asked: tuple[float, float], row: GanttRow) -> Gesture | None:
        start, finish = self.left(asked[0]), self.left(asked[1])
        if row.place is not Place.AWAY and abs(x - self.left(asked[1] + row.window)) <= GRIP and (row.window or x >= finish):
            return Gesture.WINDOW
        return Gesture.MOVE if start <= x <= finish else None

    def _on_body(self, x: float, body: tuple[float, float]) -> Gesture | None:
        start, finish = self.left(body[0]), self.left(body[1])
        if finish - start >= LEAST_TO_RESIZE:
            if abs(x - start) <= GRIP:
                return Gesture.START
            if abs(x - finish) <= GRIP:
                return Gesture.FINISH
        return Gesture.MOVE if start <= x <= finish else None


def fitting(weeks: int, room: int) -> int:
    """The place in `STEPS` of the closest view that shows all weeks, or of the widest where none does."""
    return max((number for number, step in enumerate(STEPS) if step * weeks <= room), default=0)
