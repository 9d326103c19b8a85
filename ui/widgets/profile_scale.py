"""Where the bars of a weekly profile stand: one column for each week, over the cells that have its figures."""

from __future__ import annotations

from dataclasses import dataclass

NAMES_WIDTH, WEEK_WIDTH = 136, 46
"""Pixels of the names at the left and of a week, here and in the cells beneath."""
HEAD = 18
"""Pixels above the highest bar, for the figure of the one that is dragged."""


@dataclass(frozen=True, slots=True)
class ProfileScale:
    """`top` hours are as high as the plot, which ends at `bottom`; `across` pixels are scrolled away."""

    across: int
    bottom: float
    top: float

    @property
    def hours_a_pixel(self) -> float:
        return self.top / max(1.0, self.bottom - HEAD)

    def left(self, column: int) -> int:
        return NAMES_WIDTH + column * WEEK_WIDTH - self.across

    def level(self, hours: float) -> float:
        return self.bottom - hours / self.hours_a_pixel

    def column_at(self, x: float, columns: int) -> int | None:
        """The week at a pixel; None beside the weeks."""
        column = int(x - NAMES_WIDTH + self.across) // WEEK_WIDTH
        return column if x >= NAMES_WIDTH and 0 <= column < columns else None

    def seen(self, width: int, columns: int) -> range:
        """The weeks that are in sight."""
        first = self.across // WEEK_WIDTH
        return range(min(first, columns), min(columns, first + (width - NAMES_WIDTH) // WEEK_WIDTH + 2))
