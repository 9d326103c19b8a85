"""The overview: tiles, load against capacity, and the worst shortages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ui.jobs import Jobs
from ui.models.rows import RowsModel
from ui.presenters.formats import Formats
from ui.session import Session
from ui.tokens import COMPACT_ROW_HEIGHT, LARGE, MEDIUM, SMALL, Tokens
from ui.views.lazy import WhenSeen
from ui.views.page import Heading
from ui.widgets.empty import EmptyPage
from ui.widgets.labels import hairline, label
from ui.widgets.picture import Picture
from ui.widgets.scrolling import scrolled
from ui.widgets.table import Table
from ui.widgets.tile import TileView

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from ui.presenters.overview import Shortage
    from ui.presenters.situation import Situation

SIDE_BY_SIDE = 1500
"""Width from which the shortages stand beside the chart instead of under it."""
SHORTAGES_WIDTH = 520
SHORTAGES_HEIGHT = 340
CHART_SHAPE = 5.8 / 12.0
"""Height over width of the load chart, as `planner.charts` lays it out."""
MOST_CHART_WIDTH = 1500
"""Wider, its type would stand out of the page's."""
LEAST_CHART_HEIGHT, ABOVE_CHART = 400, 212
TILE_WIDTH = 154


class OverviewPage(QWidget):
    """Tells how the portfolio stands; `demand_chosen` leads to the demand of a shortage."""

    demand_chosen = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, formats: Formats, tokens: Tokens, next_steps: tuple[QAction, ...]) -> None:
        super().__init__()
        self._session, self._formats, self._tokens = session, formats, tokens
        self._heading = Heading(self.tr("Overview"), "")
        self._tiles = QGridLayout()
        self._shown_tiles: list[TileView] = []
        self.chart = Picture("overview chart", jobs)
        self.model: RowsModel[Shortage] = RowsModel(tokens, lambda *_: False, self)
        self.shortages = Table(self.model)
        self._when_seen = WhenSeen(self, self.reload)
        self._lay_out(next_steps)
        session.situation_changed.connect(self._when_seen.ask)
        session.document_changed.connect(self._when_seen.ask)

    def _lay_out(self, next_steps: tuple[QAction, ...]) -> None:
        self._tiles.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        self._tiles.setHorizontalSpacing(LARGE)
        self._tiles.setVerticalSpacing(LARGE)
        self._below = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._below.setContentsMargins(LARGE, SMALL, LARGE, LARGE)
        self._below.setSpacing(LARGE)
        top_left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        self._below.addWidget(self.chart, 0, top_left)
        self._below.addWidget(self._shortage_list(), 0, top_left)
        self._below.addStretch(1)
        inside = QWidget()
        inside.setObjectName("scrolled")
        inside.setProperty("surface", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._heading, hairline()):
            column.addWidget(part)
        tiles = QHBoxLayout()
        tiles.addLayout(self._tiles)
        tiles.addStretch(1)
        column.addLayout(tiles)
        column.addLayout(self._below)
        column.addStretch(1)
        self._scroll = scrolled(inside)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self._scroll)
        self._layers.addWidget(
            EmptyPage(self.tr("The overview shows how load stands against capacity. There is nothing in this portfolio yet."), next_steps)
        )

    def _shortage_list(self) -> QWidget:
        self.shortages.setAccessibleName(self.tr("Worst shortages"))
        self.shortages.verticalHeader().setDefaultSectionSize(COMPACT_ROW_HEIGHT)
        self.shortages.setSelectionBehavior(Table.SelectionBehavior.SelectRows)
        self.shortages.activated.connect(self._go_to_demand)
        self._shortages = QWidget()
        column = QVBoxLayout(self._shortages)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(label(self.tr("Worst shortages"), "heading"))
        column.addWidget(label(self.tr("By hours short times the project's weight; Enter shows the demand"), "muted"))
        column.addWidget(self.shortages, 1)
        return self._shortages

    def reload(self) -> None:
        situation, portfolio = self._session.situation, self._session.portfolio
        if situation is None or portfolio is None:
            return
        empty = not portfolio.resources and not portfolio.projects
        self._layers.setCurrentIndex(1 if empty else 0)
        if not empty:
            self._show(situation)

    def show_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.model.show_tokens(tokens)
        self._draw_chart()

    def _show(self, situation: Situation) -> None:
        from ui.presenters import overview  # noqa: PLC0415 - reads the planner, which is loaded beside the window

        self._heading.say(overview.headline(situation, self._formats))
        self._show_tiles([TileView(tile) for tile in overview.tiles(situation, self._formats)])
        fresh = not self.model.columns
        rows = overview.shortages(situation)
        self.model.show(overview.shortage_columns(self._formats), rows)
        if fresh:
            self.shortages.fit_columns()
            self.shortages.horizontalHeader().setStretchLastSection(True)
        self._shortages.setVisible(bool(rows))
        self._draw_chart()

    def _show_tiles(self, tiles: list[TileView]) -> None:
        while (item := self._tiles.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for tile in tiles:
            tile.setFixedWidth(TILE_WIDTH)
        self._shown_tiles = tiles
        self._place_tiles()

    def _place_tiles(self) -> None:
        """In one row where there is room, else in two, the first no shorter than the second."""
        count, fit = len(self._shown_tiles), (self._room + LARGE) // (TILE_WIDTH + LARGE)
        in_a_row = max(1, count if count <= fit else (count + 1) // 2)
        for number, tile in enumerate(self._shown_tiles):
            self._tiles.addWidget(tile, number // in_a_row, number % in_a_row)

    @property
    def _room(self) -> int:
        """Pixels across between the margins, beside the scroll bar."""
        return self.width() - 2 * LARGE - self._scroll.verticalScrollBar().sizeHint().width()

    def _draw_chart(self) -> None:
        situation = self._session.situation
        if situation is not None:
            self.chart.show_drawing(partial(_load_chart, situation, dark=self._tokens.dark))

    def _go_to_demand(self, index: QModelIndex) -> None:
        self.demand_chosen.emit(self.model.row_at(index.row()).id)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Puts the shortages beside the chart where there is room for both."""
        super().resizeEvent(event)
        room = self._room
        self._place_tiles()
        wide = room >= SIDE_BY_SIDE
        self._below.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._shortages.setFixedWidth(SHORTAGES_WIDTH if wide else min(room, MOST_CHART_WIDTH))
        across = room - (SHORTAGES_WIDTH + LARGE if wide else 0)
        down = max(LEAST_CHART_HEIGHT, self.height() - ABOVE_CHART)
        across = min(across, round(down / CHART_SHAPE), MOST_CHART_WIDTH)
        self.chart.setFixedSize(across, round(across * CHART_SHAPE))
        self._shortages.setFixedHeight(max(SHORTAGES_HEIGHT, self.chart.height()) if wide else SHORTAGES_HEIGHT)


def _load_chart(situation: Situation, *, dark: bool) -> Figure:
    from planner.charts.load import load_chart  # noqa: PLC0415 - matplotlib is loaded with the first chart

    return load_chart(situation.portfolio, situation.plan, theme="dark" if dark else "light")
