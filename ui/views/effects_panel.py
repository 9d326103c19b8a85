"""What the chosen scenario would do, and the decision on it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from data.entities import Scenario, ScenarioStatus
from ui.actions import Actions
from ui.presenters import effects as words
from ui.presenters.effects import Attached, Line
from ui.presenters.formats import Formats
from ui.scenario_actions import ScenarioAct
from ui.tokens import SMALL, TIGHT
from ui.widgets.labels import action_button, label, wrapped
from ui.widgets.refilling import refill

MOST_PROJECTS = 12
"""Projects that are told; the rest are counted."""
NAMES = 160
"""Pixels for the names of figures and projects."""


class EffectsPanel(QWidget):
    """Figures before and after, what becomes of the other projects, and buttons for whoever decides."""

    def __init__(self, actions: Actions, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._head, self._told = QVBoxLayout(), QVBoxLayout()
        for told in (self._head, self._told):
            told.setSpacing(TIGHT)
        self._work = action_button(actions[ScenarioAct.EFFECTS], self.tr("Work out its effects"))
        self._propose = action_button(actions[ScenarioAct.PROPOSE], self.tr("Propose it"))
        self._decisions = (
            action_button(actions[ScenarioAct.APPROVE], self.tr("Approve…"), primary=True),
            action_button(actions[ScenarioAct.REJECT], self.tr("Reject…")),
        )
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        for part in (*self._decisions, self._propose, self._work):
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(self._head)
        column.addLayout(row)
        column.addLayout(self._told)
        column.addStretch(1)

    def show_effects(self, scenario: Scenario, of: Attached | None) -> None:
        is_asked = scenario.status is ScenarioStatus.PROPOSED
        for part in self._decisions:
            part.setVisible(is_asked)
        self._propose.setVisible(not is_asked)
        self._work.setText(self.tr("Work out again") if of is not None else self.tr("Work out its effects"))
        head: list[QWidget] = [label(self.tr("What it does"), "section")]
        if asked := words.asked(scenario, known=of is not None):
            head.append(wrapped(asked, "muted"))
        if of is not None:
            now = dt.datetime.now().astimezone()
            head.append(wrapped(words.stood(of, now, self._formats), "warning" if of.since else "muted"))
        refill(self._head, head)
        refill(self._told, self._effects(of) if of is not None else [])

    def _effects(self, of: Attached) -> list[QWidget]:
        parts: list[QWidget] = [wrapped(of.note, "warning")] if of.note else []
        parts.append(_table(of.figures) if of.figures else label(self.tr("No figure changes")))
        for title, lines in ((self.tr("To its own projects"), of.own), (self.tr("To every other project"), of.others)):
            if lines:
                parts += [label(title, "section"), _table(lines[:MOST_PROJECTS])]
            if len(lines) > MOST_PROJECTS:
                parts.append(label(self.tr("and {count} more").format(count=len(lines) - MOST_PROJECTS), "small"))
        if not of.others:
            parts.append(label(self.tr("No other project is touched"), "muted"))
        return parts


def _table(lines: tuple[Line, ...]) -> QWidget:
    """Names at the left, what is said of them beside."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, SMALL)
    grid.setHorizontalSpacing(SMALL)
    grid.setVerticalSpacing(TIGHT // 2)
    grid.setColumnStretch(1, 1)
    for row, line in enumerate(lines):
        said: tuple[QLabel, QLabel] = wrapped(line.name), wrapped(line.says, line.mark)
        said[0].setFixedWidth(NAMES)
        for column, part in enumerate(said):
            grid.addWidget(part, row, column)
    return made
