"""The overview: figures with what has changed, what needs attention, load against capacity, and the worst shortages."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ui.jobs import Jobs
from ui.models.rows import RowsModel
from ui.presenters.formats import Formats
from ui.presenters.leads import ToDemand, ToMap
from ui.session import Session
from ui.tokens import COMPACT_ROW_HEIGHT, LARGE, MEDIUM, SMALL, Tokens
from ui.views.lazy import WhenSeen
from ui.views.page import Heading
from ui.widgets.empty import EmptyPage
from ui.widgets.labels import hairline, label
from ui.widgets.lead_list import LeadList
from ui.widgets.scrolling import scrolled
from ui.widgets.stale_strip import StaleStrip
from ui.widgets.table import Table
from ui.widgets.tile import TileView
from ui.widgets.week_picture import WeekPicture

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from ui.presenters.insight import Insight
    from ui.presenters.overview import Shortage
    from ui.presenters.situation import Situation
    from ui.presenters.tiles import Tile

SIDE_BY_SIDE = 1500
"""Width from which the shortages stand beside the chart instead of under it."""
THREE_ABREAST = 700
"""Width from which the lists stand beside each other."""
SHORTAGES_WIDTH = 520
SHORTAGES_HEIGHT = 340
CHART_SHAPE = 5.8 / 12.0
"""Height over width of the load chart, as `planner.charts` lays it out."""
MOST_CHART_WIDTH = 1500
"""Wider, its type would stand out of the page's."""
LEAST_CHART_HEIGHT, ABOVE_CHART = 400, 212
TILE_WIDTH, MOST_TILE_WIDTH = 162, 260


class OverviewPage(QWidget):
    """Tells how the portfolio stands; `led` tells where what was pressed leads."""

    led = Signal(object)

    def __init__(
        self, session: Session, jobs: Jobs, formats: Formats, tokens: Tokens, solve: QAction, next_steps: tuple[QAction, ...]
    ) -> None:
        super().__init__()
        self._session, self._jobs, self._formats, self._tokens = session, jobs, formats, tokens
        self._heading, self.stale = Heading(self.tr("Overview"), ""), StaleStrip(tokens, solve)
        self._tiles = QGridLayout()
        self.tiles: list[TileView] = []
        self.priorities = LeadList(self.tr("Coverage by priority"), tokens)
        self.bottlenecks = LeadList(self.tr("Top bottlenecks"), tokens)
        self.conflicts = LeadList(self.tr("Top conflicts"), tokens)
        self.chart = WeekPicture("overview chart", jobs, tokens)
        self.model: RowsModel[Shortage] = RowsModel(tokens, lambda *_: False, self)
        self.shortages = Table(self.model)
        self._searched: object = None
        self._when_seen = WhenSeen(self, self.reload)
        self._lay_out(next_steps)
        self._connect()

    def _lay_out(self, next_steps: tuple[QAction, ...]) -> None:
        self._tiles.setContentsMargins(LARGE - SMALL, MEDIUM, LARGE - SMALL, SMALL)
        self._tiles.setHorizontalSpacing(SMALL)
        self._tiles.setVerticalSpacing(SMALL)
        self._lists = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lists.setContentsMargins(LARGE - SMALL, SMALL, LARGE - SMALL, MEDIUM)
        self._lists.setSpacing(MEDIUM)
        for part in (self.priorities, self.bottlenecks, self.conflicts):
            self._lists.addWidget(part, 1)
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
        tops: tuple[QWidget, ...] = (self._heading, self.stale, hairline())
        for top in tops:
            column.addWidget(top)
        tiles = QHBoxLayout()
        tiles.addLayout(self._tiles)
        tiles.addStretch(1)
        for layout in (tiles, self._lists, self._below):
            column.addLayout(layout)
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
        self._shortages = QWidget()
        column = QVBoxLayout(self._shortages)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(label(self.tr("Worst shortages"), "section"))
        column.addWidget(label(self.tr("By hours short times the project's weight; a click or Enter shows the demand"), "muted"))
        column.addWidget(self.shortages, 1)
        return self._shortages

    def _connect(self) -> None:
        self._session.situation_changed.connect(self._when_seen.ask)
        self._session.document_changed.connect(self._when_seen.ask)
        self.shortages.activated.connect(self._go_to_demand)
        self.shortages.clicked.connect(self._go_to_demand)
        self.chart.picked.connect(self._go_to_week)
        for part in (self.priorities, self.bottlenecks, self.conflicts):
            part.led.connect(self.led)

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
        for part in (self.stale, self.chart, self.priorities, self.bottlenecks, self.conflicts):
            part.show_tokens(tokens)
        self._draw_chart()

    def _show(self, situation: Situation) -> None:
        from ui.presenters import attention, overview, tiles  # noqa: PLC0415 - they read the planner, which is loaded beside the window

        now = dt.datetime.now().astimezone()
        self._heading.say(overview.headline(situation, self._formats))
        self._say_state(situation)
        self._show_tiles(tiles.tiles(situation, now, self._formats))
        self.priorities.show_lines(attention.priorities(situation, now, self._formats), self.tr("No project may take part."))
        for part in (self.priorities, self.bottlenecks):
            part.setVisible(situation.plan is not None)
        fresh = not self.model.columns
        rows = overview.shortages(situation)
        self.model.show(overview.shortage_columns(self._formats), rows)
        if fresh:
            self.shortages.fit_columns()
            self.shortages.horizontalHeader().setStretchLastSection(True)
        self._shortages.setVisible(bool(rows))
        if self._searched is not situation.book:  # its causes, which come later, change nothing of these
            self._searched = situation.book
            self.chart.show_weeks(situation.weeks, overview.weeks_in_words(situation, self._formats))
            self._draw_chart()
            self._jobs.run("overview", partial(_insight, situation), self._show_attention, self._failed)

    def _say_state(self, situation: Situation) -> None:
        if situation.plan is None:
            self.stale.say(
                self.tr("There is no plan yet. With one this page says what is met, what has changed and what is in the way."), first=True
            )
        else:
            self.stale.say("" if situation.current else self.tr("This plan was made before the latest changes."))

    def _show_attention(self, shown: Insight) -> None:
        from ui.presenters import attention  # noqa: PLC0415

        if self._session.situation is None or shown.situation.book is not self._session.situation.book:
            return  # a newer one is under way
        self.bottlenecks.show_lines(
            attention.bottlenecks(shown.roles, len(shown.situation.weeks), self._formats), self.tr("No role is short of hours.")
        )
        nothing = self.tr("Nothing contradicts itself, and nobody is loaded above capacity.")
        self.conflicts.show_lines(attention.conflicts(shown, self._formats), nothing)

    def _failed(self, problem: Exception) -> None:
        raise problem

    def _show_tiles(self, told: tuple[Tile, ...]) -> None:
        """Those that are there stay, with their focus."""
        while len(self.tiles) > len(told):
            gone = self.tiles.pop()
            self._tiles.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for view, tile in zip(self.tiles, told, strict=False):
            view.show_tile(tile)
        for tile in told[len(self.tiles) :]:
            self.tiles.append(TileView(tile))
            self.tiles[-1].led.connect(self.led)
        self._place_tiles()

    def _place_tiles(self) -> None:
        """In one row where there is room, else in two, the first no shorter than the second."""
        count, fit = len(self.tiles), (self._room + SMALL) // (TILE_WIDTH + SMALL)
        in_a_row = max(1, count if count <= fit else (count + 1) // 2)
        wide = min(MOST_TILE_WIDTH, max(TILE_WIDTH, (self._room + 2 * SMALL) // in_a_row - SMALL))
        for number, tile in enumerate(self.tiles):
            tile.setFixedWidth(wide)
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
        self.led.emit(ToDemand(self.model.row_at(index.row()).id))

    def _go_to_week(self, week: dt.date) -> None:
        self.led.emit(ToMap(week=week))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Puts the lists beside each other, and the shortages beside the chart, where there is room."""
        super().resizeEvent(event)
        room = self._room
        self._place_tiles()
        abreast = room >= THREE_ABREAST
        self._lists.setDirection(QBoxLayout.Direction.LeftToRight if abreast else QBoxLayout.Direction.TopToBottom)
        wide = room >= SIDE_BY_SIDE
        self._below.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._shortages.setFixedWidth(SHORTAGES_WIDTH if wide else min(room, MOST_CHART_WIDTH))
        across = room - (SHORTAGES_WIDTH + LARGE if wide else 0)
        down = max(LEAST_CHART_HEIGHT, self.height() - ABOVE_CHART)
        across = min(across, round(down / CHART_SHAPE), MOST_CHART_WIDTH)
        self.chart.setFixedSize(across, round(across * CHART_SHAPE))
        self._shortages.setFixedHeight(max(SHORTAGES_HEIGHT, self.chart.height()) if wide else SHORTAGES_HEIGHT)


def _insight(situation: Situation) -> Insight:
    from ui.presenters.insight import insight  # noqa: PLC0415

    return insight(situation)


def _load_chart(situation: Situation, *, dark: bool) -> Figure:
    from planner.charts.load import load_chart  # noqa: PLC0415 - matplotlib is loaded with the first chart

    return load_chart(situation.portfolio, situation.plan, theme="dark" if dark else "light")
