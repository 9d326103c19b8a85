"""Where the cells of a heat map lie: plain arithmetic between cells and pixels."""

from __future__ import annotations

from dataclasses import dataclass

NAMES_WIDTH = 232
HEADER_HEIGHT = 44
CELL_WIDTH = 54


@dataclass(frozen=True, slots=True)
class Geometry:
    """A scrolled view on a table of cells. `x` and `y` are the scroll positions, `width` and `height` the viewport."""

    rows: int
    columns: int
    row_height: int
    x: int
    y: int
    width: int
    height: int

    def rows_between(self, top: int, bottom: int) -> range:
        """Rows that a stretch of the viewport below the header touches; `bottom` is the first pixel outside."""
        first = (max(top, HEADER_HEIGHT) - HEADER_HEIGHT + self.y) // self.row_height
        last = (bottom - 1 - HEADER_HEIGHT + self.y) // self.row_height
        return range(first, min(self.rows, last + 1)) if bottom > HEADER_HEIGHT else range(0)

    def columns_between(self, left: int, right: int) -> range:
        """Columns that a stretch of the viewport right of the names touches; `right` is the first pixel outside."""
        first = (max(left, NAMES_WIDTH) - NAMES_WIDTH + self.x) // CELL_WIDTH
        last = (right - 1 - NAMES_WIDTH + self.x) // CELL_WIDTH
        return range(first, min(self.columns, last + 1)) if right > NAMES_WIDTH else range(0)

    def left(self, column: int) -> int:
        return NAMES_WIDTH + column * CELL_WIDTH - self.x

    def top(self, row: int) -> int:
        return HEADER_HEIGHT + row * self.row_height - self.y

    def cell_at(self, x: int, y: int) -> tuple[int, int] | None:
        """The row and column under a point; a point on a row's name is that row's first seen week."""
        if y < HEADER_HEIGHT:
            return None
        row = (y - HEADER_HEIGHT + self.y) // self.row_height
        column = (max(x, NAMES_WIDTH) - NAMES_WIDTH + self.x) // CELL_WIDTH
        return (row, column) if row < self.rows and column < self.columns else None
