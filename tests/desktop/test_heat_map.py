"""The heat map under mouse and keyboard, and what it paints."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from ui.presenters.formats import Formats
from ui.presenters.load_grid import Grid, GridRow, Measure
from ui.tokens import DARK, LIGHT, ROW_HEIGHT, Band
from ui.widgets.heat_geometry import CELL_WIDTH, HEADER_HEIGHT, NAMES_WIDTH, Geometry
from ui.widgets.heat_map import HeatMap

ROWS, WEEKS = 40, 30


def big_grid(load: float = 20.0) -> Grid:
    """Forty people at 40 h a week; the first cell has its own load."""
    loads = np.full((ROWS, WEEKS), 20.0)
    loads[0, 0] = load
    nothing = np.zeros((ROWS, WEEKS), bool)
    rows = tuple(GridRow(f"r{number}", f"Person {number}", "Backend 3", ()) for number in range(ROWS))
    weeks = tuple(dt.date(2027, 1, 4) + dt.timedelta(weeks=number) for number in range(WEEKS))
    return Grid(rows, weeks, loads, np.full((ROWS, WEEKS), 40.0), nothing, nothing)


@pytest.fixture
def heat_map(qtbot: QtBot) -> HeatMap:
    made = HeatMap(LIGHT, Formats(), lambda place: f"cell {place}")
    qtbot.addWidget(made)
    made.resize(NAMES_WIDTH + 10 * CELL_WIDTH, HEADER_HEIGHT + 12 * ROW_HEIGHT)
    made.show()
    qtbot.waitExposed(made)
    made.show_grid(big_grid())
    return made


def test_a_click_chooses_the_cell_under_it(heat_map: HeatMap, qtbot: QtBot) -> None:
    with qtbot.waitSignal(heat_map.chosen) as told:
        qtbot.mouseClick(heat_map.viewport(), Qt.MouseButton.LeftButton, pos=heat_map.point_of((3, 4)))
    assert told.args == [(3, 4)]


def test_a_click_after_scrolling_chooses_the_cell_that_is_seen(heat_map: HeatMap, qtbot: QtBot) -> None:
    heat_map.verticalScrollBar().setValue(10 * ROW_HEIGHT)
    heat_map.horizontalScrollBar().setValue(5 * CELL_WIDTH)
    qtbot.mouseClick(heat_map.viewport(), Qt.MouseButton.LeftButton, pos=heat_map.point_of((11, 6)))
    assert heat_map.place == (11, 6)


@pytest.mark.parametrize(
    ("key", "modifier", "place"),
    [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, (2, 4)),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, (2, 2)),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, (3, 3)),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, (1, 3)),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, (2, 0)),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, (2, 29)),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier, (0, 0)),
        (Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier, (39, 29)),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier, (0, 3)),
    ],
)
def test_keys_move_as_in_a_spreadsheet(
    heat_map: HeatMap, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, place: tuple[int, int]
) -> None:
    heat_map.choose((2, 3))
    qtbot.keyClick(heat_map, key, modifier)
    assert heat_map.place == place


def test_keys_stop_at_the_edge(heat_map: HeatMap, qtbot: QtBot) -> None:
    heat_map.choose((0, 0))
    qtbot.keyClick(heat_map, Qt.Key.Key_Up)
    assert heat_map.place == (0, 0)


def test_the_chosen_cell_is_brought_into_view(heat_map: HeatMap) -> None:
    heat_map.choose((39, 29))
    assert heat_map.viewport().rect().contains(heat_map.point_of((39, 29)))


def test_a_screen_reader_hears_the_chosen_cell(heat_map: HeatMap) -> None:
    heat_map.choose((2, 3))
    assert heat_map.accessibleDescription() == "cell (2, 3)"


def test_the_chosen_cell_stays_with_its_row(heat_map: HeatMap) -> None:
    heat_map.choose((5, 3))
    grid = big_grid()
    heat_map.show_grid(Grid(grid.rows[3:], grid.weeks, grid.load[3:], grid.capacity[3:], grid.hard[3:], grid.soft[3:]))
    assert heat_map.place == (2, 3)


def test_shift_makes_a_block_with_keys_and_mouse(heat_map: HeatMap, qtbot: QtBot) -> None:
    heat_map.choose((2, 3))
    qtbot.keyClick(heat_map, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(heat_map, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert (heat_map.selection.rows, heat_map.selection.columns) == (range(2, 4), range(3, 5))
    at = heat_map.point_of((1, 1))
    qtbot.mouseClick(heat_map.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, at)
    assert (heat_map.selection.rows, heat_map.selection.columns) == (range(1, 3), range(1, 4))
    qtbot.keyClick(heat_map, Qt.Key.Key_Left)
    assert (heat_map.selection.rows, heat_map.selection.columns) == (range(1, 2), range(1))


def test_dragging_over_cells_makes_a_block(heat_map: HeatMap, qtbot: QtBot) -> None:
    port = heat_map.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=heat_map.point_of((4, 5)))
    qtbot.mouseMove(port, heat_map.point_of((4, 6)))
    qtbot.mouseMove(port, heat_map.point_of((6, 8)))
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=heat_map.point_of((6, 8)))
    qtbot.mouseMove(port, heat_map.point_of((9, 9)))
    assert (heat_map.selection.rows, heat_map.selection.columns) == (range(4, 7), range(5, 9))


def test_keys_choose_a_whole_row_and_everything(heat_map: HeatMap, qtbot: QtBot) -> None:
    heat_map.choose((2, 3))
    qtbot.keyClick(heat_map, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert (heat_map.selection.rows, heat_map.selection.columns) == (range(2, 3), range(WEEKS))
    qtbot.keyClick(heat_map, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert (heat_map.selection.rows, heat_map.selection.columns) == (range(ROWS), range(WEEKS))


def test_a_block_is_tinted_but_for_its_chosen_cell(heat_map: HeatMap) -> None:
    plain = colour_at(heat_map, (5, 5))
    heat_map.choose_block((4, 4), (5, 5))
    assert colour_at(heat_map, (4, 4)) != plain
    assert colour_at(heat_map, (5, 5)) == plain


def test_zooming_keeps_what_is_under_the_mouse(heat_map: HeatMap, qtbot: QtBot) -> None:
    heat_map.choose((10, 10))
    heat_map.verticalScrollBar().setValue(6 * ROW_HEIGHT)
    heat_map.horizontalScrollBar().setValue(6 * CELL_WIDTH)
    at = heat_map.point_of((10, 10))
    with qtbot.waitSignal(heat_map.zoomed) as told:
        heat_map.zoom(1, at)
    assert told.args == [heat_map.cell_width]
    assert heat_map.cell_width > CELL_WIDTH
    assert heat_map.geometry_of_view().cell_at(at.x(), at.y()) == (10, 10)
    heat_map.zoom(0)
    assert heat_map.cell_width == CELL_WIDTH


def test_no_rows_are_told_and_harm_nothing(heat_map: HeatMap, qtbot: QtBot) -> None:
    grid = big_grid()
    heat_map.show_grid(grid.with_rows([]))
    assert len({heat_map.viewport().grab().toImage().pixelColor(x, 100).name() for x in range(200, 700)} | {""}) > 1
    qtbot.keyClick(heat_map, Qt.Key.Key_Down)
    heat_map.show_grid(grid)
    qtbot.keyClick(heat_map, Qt.Key.Key_Down)
    assert heat_map.place == (1, 0)


def colour_at(heat_map: HeatMap, place: tuple[int, int]) -> str:
    """The colour near the upper left corner of a cell, where no figure stands."""
    point = heat_map.point_of(place)
    image = heat_map.viewport().grab().toImage()
    return image.pixelColor(point.x() - CELL_WIDTH // 2 + 5, point.y() - ROW_HEIGHT // 2 + 4).name().upper()


def test_a_cell_is_painted_in_the_colour_of_its_load(heat_map: HeatMap) -> None:
    assert colour_at(heat_map, (4, 4)) == LIGHT.ramp[Band.LOW].fill


def test_the_colours_follow_the_theme(heat_map: HeatMap) -> None:
    heat_map.show_tokens(DARK)
    assert colour_at(heat_map, (4, 4)) == DARK.ramp[Band.LOW].fill


def test_overload_is_hatched(heat_map: HeatMap) -> None:
    heat_map.show_grid(big_grid(60.0))
    heat_map.choose((5, 5))
    heat_map.horizontalScrollBar().setValue(0)
    box = heat_map.point_of((0, 0))
    image = heat_map.viewport().grab().toImage()
    seen = {image.pixelColor(box.x() - CELL_WIDTH // 2 + 3 + n, box.y() - ROW_HEIGHT // 2 + 3).name() for n in range(10)}
    assert QColor(LIGHT.ramp[Band.BEYOND].fill).name() in seen
    assert len(seen) > 1


def test_what_scrolled_into_view_looks_as_if_painted_at_once(heat_map: HeatMap, qtbot: QtBot) -> None:
    heat_map.verticalScrollBar().setValue(ROW_HEIGHT * 3 + 7)
    heat_map.horizontalScrollBar().setValue(CELL_WIDTH + 11)
    scrolled = heat_map.viewport().grab().toImage()
    heat_map.viewport().update()
    assert heat_map.viewport().grab().toImage() == scrolled


def test_hours_and_percent_print_different_figures(heat_map: HeatMap) -> None:
    percent = heat_map.viewport().grab().toImage()
    heat_map.show_measure(Measure.HOURS)
    assert heat_map.viewport().grab().toImage() != percent


def test_only_cells_that_are_seen_are_asked_for() -> None:
    view = Geometry(rows=2000, columns=156, row_height=28, x=54 * 10 + 1, y=28 * 100, width=NAMES_WIDTH + 108, height=HEADER_HEIGHT + 56)
    assert view.rows_between(0, view.height) == range(100, 102)
    assert view.columns_between(0, view.width) == range(10, 13)


def test_a_point_on_the_header_is_no_cell() -> None:
    view = Geometry(rows=5, columns=5, row_height=28, x=0, y=0, width=600, height=400)
    assert view.cell_at(300, HEADER_HEIGHT - 1) is None
    assert view.cell_at(NAMES_WIDTH, HEADER_HEIGHT) == (0, 0)
    assert view.cell_at(300, HEADER_HEIGHT + 5 * 28) is None
