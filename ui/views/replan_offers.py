"""What planning again came to: one plan, or a curve of plans to choose from, with what each changes and for whom."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.jobs import Jobs
from ui.models.rows import RowsModel
from ui.presenters import replanning
from ui.presenters.findings import WORDS
from ui.presenters.formats import Formats
from ui.presenters.replanning import Line, Offer, Offers, PersonRow
from ui.tokens import COMPACT_ROW_HEIGHT, MEDIUM, SMALL, Tokens
from ui.widgets.curve_chart import CurveChart
from ui.widgets.labels import button, label, wrapped
from ui.widgets.refilling import empty
from ui.widgets.scrolling import scrolled
from ui.widgets.table import Table

if TYPE_CHECKING:
    from matplotlib.figure import Figure

NAME_WIDTH = 96
LEAST_TABLE_HEIGHT = 120
CHART_WIDTH = 580


class ReplanOffers(QWidget):
    """Shows the offer that is chosen; nothing is applied before `kept`.

    kept  the plan shall be kept; the payload is its Offer
    back  something else shall be asked
    left  nothing of it is wanted
    """

    kept = Signal(object)
    back = Signal()
    left = Signal()

    def __init__(self, formats: Formats, tokens: Tokens, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats, self._tokens = formats, tokens
        self._offers: Offers | None = None
        self._chosen = 0
        self.heading = wrapped("", "section")
        self.chart = CurveChart(jobs, tokens)
        self.model: RowsModel[PersonRow] = RowsModel(tokens, lambda *_: False, self)
        self.people = Table(self.model)
        self._lines = QGridLayout()
        self.keep, self.again = button(self.tr("Keep this plan"), primary=True), button(self.tr("Back"))
        self.leave = button(self.tr("Throw it away"))
        self._lay_out()
        self.chart.chosen.connect(self.choose)
        self.chart.kept.connect(self._keep)
        self.keep.clicked.connect(self._keep)
        self.again.clicked.connect(self.back)
        self.leave.clicked.connect(self.left)

    def _lay_out(self) -> None:
        self.people.setAccessibleName(self.tr("Who is affected"))
        self.people.setSelectionBehavior(Table.SelectionBehavior.SelectRows)
        self.people.verticalHeader().setDefaultSectionSize(COMPACT_ROW_HEIGHT)
        self.people.setMinimumHeight(LEAST_TABLE_HEIGHT)
        self._lines.setHorizontalSpacing(MEDIUM)
        self._lines.setVerticalSpacing(SMALL // 2)
        self._lines.setColumnMinimumWidth(0, NAME_WIDTH)
        self._lines.setColumnStretch(1, 1)
        self.chart.setFixedWidth(CHART_WIDTH)
        upper = QHBoxLayout()
        upper.setSpacing(MEDIUM)
        upper.addWidget(self.chart)
        upper.addWidget(self._told(), 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(self.again)
        buttons.addStretch(1)
        for part in (self.leave, self.keep):
            buttons.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(upper, 3)
        column.addWidget(self.people, 2)
        column.addLayout(buttons)
        for part in (self.again, self.leave):
            part.setAutoDefault(False)

    def _told(self) -> QWidget:
        """What a plan does, beside the chart where there is one; many findings scroll."""
        inside = QWidget()
        inside.setObjectName("scrolled")
        told = QVBoxLayout(inside)
        told.setContentsMargins(0, 0, SMALL, 0)
        told.setSpacing(SMALL)
        told.addWidget(self.heading)
        told.addLayout(self._lines)
        told.addStretch(1)
        return scrolled(inside)

    @property
    def offer(self) -> Offer | None:
        """The one that is chosen."""
        return self._offers.offers[self._chosen] if self._offers is not None and self._offers.offers else None

    @property
    def lines(self) -> list[str]:
        """What is told of it, line by line."""
        held = (self._lines.itemAtPosition(row, 1) for row in range(self._lines.rowCount()))
        return [widget.text() for item in held if item is not None and isinstance(widget := item.widget(), QLabel)]

    def show_offers(self, offers: Offers) -> None:
        """Of a curve the best plan is chosen first, which may move anything."""
        self._offers, self._chosen = offers, max(0, len(offers.offers) - 1)
        self.chart.setVisible(offers.is_curve and bool(offers.offers))
        self.keep.setVisible(bool(offers.offers))
        self._draw()
        self._show()
        (self.chart if self.chart.isVisible() else self.keep).setFocus()

    def choose(self, number: int) -> None:
        self._chosen = number
        self._show()

    def show_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.model.show_tokens(tokens)
        self.chart.show_tokens(tokens)
        self._draw()

    def _draw(self) -> None:
        drawn = self._offers is not None and self._offers.is_curve and bool(self._offers.offers)
        self.chart.show_drawing(partial(_curve, self._offers, dark=self._tokens.dark) if drawn and self._offers else None)

    def _show(self) -> None:
        if self._offers is None:
            return
        offers, offer = self._offers, self.offer
        self.heading.setText(replanning.heading(offer, self._formats))
        found = offer.findings if offer else ()
        told = replanning.summary(offers, offer, self._formats) if offer else ()
        self._show_lines((*told, *(Line(WORDS[each.severity], str(each)) for each in (*offers.findings, *found))))
        self.people.setVisible(offer is not None and bool(offer.changes.people))
        self.model.show(replanning.people_columns(self._formats), replanning.people(offers.after, offer.changes) if offer else [])
        self.people.fit_columns()
        self.people.horizontalHeader().setStretchLastSection(False)
        self.chart.choose(self._chosen, len(offers.offers))
        self.chart.setAccessibleDescription(self.heading.text())

    def _show_lines(self, lines: tuple[Line, ...]) -> None:
        empty(self._lines)
        for row, line in enumerate(lines):
            name = label(line.name, {"Error": "bad", "Warning": "warning"}.get(line.name, "muted"))
            self._lines.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            text = wrapped(line.text)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._lines.addWidget(text, row, 1)

    def _keep(self) -> None:
        if self.offer is not None:
            self.kept.emit(self.offer)


def _curve(offers: Offers, *, dark: bool) -> Figure:
    from planner.charts.curve import Mark, change_curve  # noqa: PLC0415 - matplotlib is loaded with the first chart

    marks = [Mark(offer.changes.share, offer.plan.objective) for offer in offers.offers]
    return change_curve(marks, offers.bound, theme="dark" if dark else "light")
