"""Where the cells of a heat map lie: plain arithmetic between cells and pixels."""

from __future__ import annotations

from dataclasses import dataclass

from ui.tokens import ROW_HEIGHT

NAMES_WIDTH = 232
HEADER_HEIGHT = 44
CELL_WIDTH = 54
SIZES = ((30, 20), (42, 24), (CELL_WIDTH, ROW_HEIGHT), (70, 34), (92, 42))
"""Width and height of a cell at every zoom, in logical pixels."""
USUAL_ZOOM = 2

Place = tuple[int, int]
"""Row and week of a cell, both from 0."""


@dataclass(frozen=True, slots=True)
class Selection:
    """A block of cells from where it was begun to the chosen cell."""

    start: Place = (0, 0)
    place: Place = (0, 0)

    @property
    def rows(self) -> range:
        return range(min(self.start[0], self.place[0]), max(self.start[0], self.place[0]) + 1)

    @property
    def columns(self) -> range:
        return range(min(self.start[1], self.place[1]), max(self.start[1], self.place[1]) + 1)

    def has(self, place: Place) -> bool:
        return place[0] in self.rows and place[1] in self.columns


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
    cell_width: int = CELL_WIDTH

    def rows_between(self, top: int, bottom: int) -> range:
        """Rows that a stretch of the viewport below the header touches; `bottom` is the first pixel outside."""
        first = (max(top, HEADER_HEIGHT) - HEADER_HEIGHT + self.y) // self.row_height
        last = (bottom - 1 - HEADER_HEIGHT + self.y) // self.row_height
        return range(first, min(self.rows, last + 1)) if bottom > HEADER_HEIGHT else range(0)

    def columns_between(self, left: int, right: int) -> range:
        """Columns that a stretch of the viewport right of the names touches; `right` is the first pixel outside."""
        first = (max(left, NAMES_WIDTH) - NAMES_WIDTH + self.x) // self.cell_width
        last = (right - 1 - NAMES_WIDTH + self.x) // self.cell_width
        return range(first, min(self.columns, last + 1)) if right > NAMES_WIDTH else range(0)

    def left(self, column: int) -> int:
        return NAMES_WIDTH + column * self.cell_width - self.x

    def top(self, row: int) -> int:
        return HEADER_HEIGHT + row * self.row_height - self.y

    def cell_at(self, x: int, y: int) -> Place | None:
        """The row and column under a point; a point on a row's name is that row's first seen week."""
        if y < HEADER_HEIGHT:
            return None
        row = (y - HEADER_HEIGHT + self.y) // self.row_height
        column = (max(x, NAMES_WIDTH) - NAMES_WIDTH + self.x) // self.cell_width
        return (row, column) if row < self.rows and column < self.columns else None

    def nearest(self, x: int, y: int) -> Place:
        """The cell under a point, or the one nearest to it; there must be cells."""
        row = (max(y, HEADER_HEIGHT) - HEADER_HEIGHT + self.y) // self.row_height
        column = (max(x, NAMES_WIDTH) - NAMES_WIDTH + self.x) // self.cell_width
        return min(max(row, 0), self.rows - 1), min(max(column, 0), self.columns - 1)
