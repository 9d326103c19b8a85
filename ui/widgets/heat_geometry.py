"""Where the cells of a heat map lie: plain arithmetic between cells and pixels."""

from __future__ import annotations

from dataclasses import dataclass

NAMES_WIDTH = 208
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

    def seen_rows(self) -> range:
        """Rows of which at least a pixel is seen."""
        first = self.y // self.row_height
        last = (self.y + max(0, self.height - HEADER_HEIGHT) - 1) // self.row_height
        return range(max(0, first), min(self.rows, last + 1))

    def seen_columns(self) -> range:
        """Columns of which at least a pixel is seen."""
        first = self.x // CELL_WIDTH
        last = (self.x + max(0, self.width - NAMES_WIDTH) - 1) // CELL_WIDTH
        return range(max(0, first), min(self.columns, last + 1))

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
