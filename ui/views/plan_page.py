"""The plan: heat map of load by week, the chosen cell beside it, the chosen row's load under it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QComboBox, QHBoxLayout, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from ui.presenters import objective
from ui.presenters.cell import Story, story
from ui.presenters.formats import Formats
from ui.presenters.load_grid import Grouping, Measure, grid
from ui.presenters.load_profile import load_profile
from ui.presenters.situation import Situation
from ui.session import Session
from ui.tokens import SMALL, Tokens
from ui.views.cell_panel import CellPanel
from ui.views.lazy import WhenSeen
from ui.views.page import Heading
from ui.widgets.empty import EmptyPage
from ui.widgets.heat_map import HeatMap, Place
from ui.widgets.labels import hairline
from ui.widgets.legend import Legend
from ui.widgets.load_strip import LoadStrip
from ui.widgets.objective_strip import ObjectiveStrip


class PlanPage(QWidget):
    """Who is loaded with how much, week by week."""

    def __init__(self, session: Session, formats: Formats, tokens: Tokens, next_steps: tuple[QAction, ...]) -> None:
        super().__init__()
        self._session, self._formats = session, formats
        self.heat_map = HeatMap(tokens, formats, self._describe)
        self.panel = CellPanel()
        self.strip = LoadStrip(tokens, formats)
        self.legend = Legend(tokens)
        self.objective = ObjectiveStrip()
        self.grouping, self._measures = QComboBox(), QButtonGroup(self)
        self._heading = Heading(self.tr("Plan"), "")
        self._when_seen = WhenSeen(self, self.reload)
        self._lay_out(next_steps)
        self._connect()

    def _lay_out(self, next_steps: tuple[QAction, ...]) -> None:
        self._heading.add(self.legend)
        self._add_choices()
        left = QVBoxLayout()
        left.setSpacing(0)
        for part in (self.heat_map, hairline(), self.strip):
            left.addWidget(part)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(left, 1)
        middle.addWidget(hairline(upright=True))
        middle.addWidget(self.panel)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addWidget(self.objective)
        column.addWidget(hairline())
        column.addLayout(middle, 1)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(full)
        empty = self.tr("The plan shows the load of every resource in every week. There is nobody in this portfolio yet.")
        self._layers.addWidget(EmptyPage(empty, next_steps))

    def _add_choices(self) -> None:
        self.grouping.addItems([self.tr("Resources"), self.tr("Roles"), self.tr("Teams")])
        self.grouping.setAccessibleName(self.tr("Rows of the heat map"))
        self.grouping.setToolTip(self.tr("What a row stands for"))
        choices = QHBoxLayout()
        choices.setSpacing(0)
        for measure, text, tip in (
            (Measure.PERCENT, "%", self.tr("Print utilisation: hours allocated ÷ capacity")),
            (Measure.HOURS, "h", self.tr("Print hours allocated")),
        ):
            tool = QToolButton()
            tool.setText(text)
            tool.setToolTip(tip)
            tool.setAccessibleName(tip)
            tool.setCheckable(True)
            tool.setChecked(measure is Measure.PERCENT)
            self._measures.addButton(tool, list(Measure).index(measure))
            choices.addWidget(tool)
        box = QWidget()
        box.setLayout(choices)
        choices.setContentsMargins(SMALL, 0, SMALL, 0)
        self._heading.add(box)
        self._heading.add(self.grouping)

    def _connect(self) -> None:
        self.heat_map.chosen.connect(self._show_place)
        self.heat_map.entered.connect(self._enter_panel)
        self.heat_map.horizontalScrollBar().valueChanged.connect(self.strip.scroll_to)
        self.grouping.currentIndexChanged.connect(self.reload)
        self._measures.idClicked.connect(self._show_measure)
        self._session.situation_changed.connect(self._when_seen.ask)

    def reload(self) -> None:
        situation = self._session.situation
        if situation is None:
            return
        self._layers.setCurrentIndex(0 if situation.portfolio.resources else 1)
        if situation.portfolio.resources:
            self.heat_map.show_grid(grid(situation, list(Grouping)[self.grouping.currentIndex()]))
            self._show_place(self.heat_map.place)
        self.objective.show_parts(objective.parts(situation.figures, self._formats))
        if situation.plan is None:
            self._heading.say(self.tr("Booked work by week; there is no plan yet."))
        elif situation.current:
            self._heading.say(" ".join([self.tr("Load by week, as the plan gives it."), *_placed(situation)]))
        else:
            self._heading.say(self.tr("Out of date: solve again."))

    @property
    def measures(self) -> list[QAbstractButton]:
        """The buttons that choose what cells print."""
        return self._measures.buttons()

    def show_tokens(self, tokens: Tokens) -> None:
        for part in (self.heat_map, self.strip, self.legend):
            part.show_tokens(tokens)

    def _story(self, place: Place) -> Story | None:
        situation, shown = self._session.situation, self.heat_map.grid
        if situation is None or shown is None or not shown.rows:
            return None
        return story(situation, shown.rows[place[0]], place[1], self._formats)

    def _describe(self, place: Place) -> str:
        found = self._story(place)
        return found.sentence if found else ""

    def _show_place(self, place: Place) -> None:
        found, situation, shown = self._story(place), self._session.situation, self.heat_map.grid
        if found is not None and situation is not None and shown is not None:
            self.panel.show_story(found)
            self.strip.show_profile(load_profile(situation, shown.rows[place[0]]), place[1])

    def _enter_panel(self) -> None:
        self.panel.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_measure(self, number: int) -> None:
        self.heat_map.show_measure(list(Measure)[number])


def _placed(situation: Situation) -> list[str]:
    """How many projects the plan has later than asked, and not at all."""
    found = situation.standing.placings.values()
    late, out = sum(each.delay > 0 for each in found), sum(not each.selected for each in found)
    said = [*([f"{late} delayed"] if late else []), *([f"{out} left out"] if out else [])]
    return [f"{' and '.join(said)} of {len(found)} projects."] if said else []
