"""Below the table of scenarios: what the chosen one changes, what of it does not fit any more, what it does, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from data.entities import Scenario
from data.findings import Severity
from data.portfolio import Portfolio
from planner.scenarios.resolving import Missed
from ui.presenters import scenarios as words
from ui.presenters.scenarios import Tried
from ui.tokens import LARGE, MEDIUM, SMALL, TIGHT
from ui.views.effects_panel import EffectsPanel
from ui.widgets.labels import Elided, action_button, button, label, wrapped
from ui.widgets.refilling import refill

MOST_LINES = 60
"""Changes that are shown; the rest are counted."""


class ScenarioPanel(QScrollArea):
    """The chosen scenario.

    kept     a change that was left out shall hold over what the plan of record has now; the payload is the Missed
    dropped  a change shall be taken out of the scenario; the payload is the Missed

    `steps` are actions with what their buttons say.
    """

    kept = Signal(object)
    dropped = Signal(object)

    def __init__(self, steps: tuple[tuple[QAction, str], ...], effects: EffectsPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.effects = effects
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("The chosen scenario"))
        self._title, self._about, self._note = Elided("", "heading"), Elided("", "muted"), wrapped("")
        self._missed: tuple[Missed, ...] = ()
        self._changes, self._findings = QVBoxLayout(), QVBoxLayout()
        self._inside = QWidget()
        self._inside.setObjectName("scrolled")
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        column.setSpacing(SMALL)
        column.addLayout(self._head(steps))
        column.addWidget(self._note)
        row = QHBoxLayout()
        row.setSpacing(LARGE)
        for part in (self._changes, self._findings):
            part.setSpacing(TIGHT)
            part.setAlignment(Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(MEDIUM)
        said.addLayout(self._findings)
        said.addLayout(self._changes)
        said.addStretch(1)
        row.addLayout(said, 1)
        row.addWidget(effects, 1)
        column.addLayout(row)
        column.addStretch(1)
        self.setWidget(self._inside)

    def _head(self, steps: tuple[tuple[QAction, str], ...]) -> QHBoxLayout:
        """Name, and below it status and owner; at the right what can be done."""
        named = QVBoxLayout()
        named.setSpacing(TIGHT)
        for line in (self._title, self._about):
            named.addWidget(line)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addLayout(named, 1)
        for number, (step, said) in enumerate(steps):
            row.addWidget(action_button(step, said, primary=number == 0))
        return row

    def show_scenario(self, scenario: Scenario | None, portfolio: Portfolio | None, tried: Tried | None, *, can_edit: bool) -> None:
        """Shows one as it was worked out; nothing where none is chosen."""
        self._inside.setVisible(scenario is not None)
        if scenario is None or portfolio is None:
            return
        self._title.setText(scenario.name)
        self._about.setText(words.about(scenario, portfolio))
        self._note.setText(scenario.note)
        self._note.setVisible(bool(scenario.note))
        self.effects.show_effects(scenario, tried.attached if tried else None)
        if tried is None:
            refill(self._changes, [])
            refill(self._findings, [])
            return
        parts: list[QWidget] = [label(self.tr("What it changes"), "section"), wrapped(tried.says, "muted")]
        for line in tried.lines[:MOST_LINES]:
            what, details = words.line_words(line)
            parts += [wrapped(what), *([wrapped(details, "small")] if details else [])]
        if len(tried.lines) > MOST_LINES:
            parts.append(label(self.tr("and {count} more").format(count=len(tried.lines) - MOST_LINES), "small"))
        refill(self._changes, parts)
        refill(self._findings, self._told(tried.missed, can_edit=can_edit))

    def texts(self) -> list[str]:
        """Everything the panel says."""
        return [part.text() for part in self.findChildren(QLabel) if not part.isHidden() and part.text()]

    def _told(self, missed: tuple[Missed, ...], *, can_edit: bool) -> list[QWidget]:
        """What does not fit the plan of record of today, each with its ways out."""
        self._missed = missed
        parts: list[QWidget] = [label(self.tr("Does not fit the plan of record of today"), "section")] if missed else []
        for number, each in enumerate(missed):
            parts.append(
                wrapped(f"{each.finding.place}: {each.finding.problem}", "" if each.finding.severity is Severity.NOTE else "warning")
            )
            parts.append(self._ways_out(number, each, can_edit=can_edit))
        return parts

    def _ways_out(self, number: int, each: Missed, *, can_edit: bool) -> QWidget:
        ways = QWidget()
        line = QHBoxLayout(ways)
        line.setContentsMargins(0, 0, 0, SMALL)
        for text, tell, possible in (
            (self.tr("Keep the scenario's"), self._tell_kept, each.can_keep),
            (self.tr("Drop this change"), self._tell_dropped, True),
        ):
            if possible:
                press = button(text, link=True)
                press.setAccessibleDescription(str(each.finding))
                press.setEnabled(can_edit)
                press.setProperty("place", number)
                press.clicked.connect(tell)
                line.addWidget(press)
        line.addStretch(1)
        return ways

    def _tell_kept(self) -> None:
        self.kept.emit(self._missed[int(self.sender().property("place"))])

    def _tell_dropped(self) -> None:
        self.dropped.emit(self._missed[int(self.sender().property("place"))])
