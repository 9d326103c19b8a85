"""The dock of the running solve: phase, value, bound and gap live, and Cancel, which keeps the best plan."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDockWidget, QGridLayout, QVBoxLayout, QWidget

from ui.presenters.formats import Formats
from ui.presenters.solving import Course, Told, words
from ui.tokens import MEDIUM, SMALL, Tokens
from ui.widgets.dock_title import DockTitle
from ui.widgets.labels import button, label
from ui.widgets.solve_chart import SolveChart


class SolveDock(QDockWidget):
    """Shows a course; `cancelled` asks for the best plan so far."""

    cancelled = Signal()

    def __init__(self, tokens: Tokens, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("solve")
        self.setWindowTitle(self.tr("Solve"))
        self._formats, self._course = formats, Course()
        self.chart = SolveChart(tokens, formats)
        self.cancel = button(self.tr("Stop and keep the best"))
        self.cancel.setToolTip(self.tr("Ends the search now; the best plan found so far is kept (Shift+F5)"))
        self.cancel.clicked.connect(self.cancelled)
        self._phase = label("")
        self._title = DockTitle(self, tokens)
        self._value_name = label("", "muted")
        self._figures = {name: label("") for name in ("gap", "value", "bound", "seconds")}
        self._lay_out()
        self.rest()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(MEDIUM, SMALL, MEDIUM, MEDIUM)
        column.setSpacing(SMALL)
        column.addWidget(self._phase)
        column.addWidget(self.chart, 1)
        grid = QGridLayout()
        names = (
            ("gap", self.tr("Proved gap")),
            ("value", ""),
            ("bound", self.tr("Bound, points")),
            ("seconds", self.tr("Time")),
        )
        for row, (key, name) in enumerate(names):
            grid.addWidget(self._value_name if key == "value" else label(name, "muted"), row, 0)
            grid.addWidget(self._figures[key], row, 1, Qt.AlignmentFlag.AlignRight)
        grid.setVerticalSpacing(SMALL // 2)
        column.addLayout(grid)
        column.addSpacing(SMALL)
        column.addWidget(self.cancel)
        self.setWidget(inside)
        self.setTitleBarWidget(self._title)

    @property
    def course(self) -> Course:
        return self._course

    @property
    def value_name(self) -> str:
        """What the value is called: with a policy it is an objective."""
        return self._value_name.text()

    def start(self, *, weighs: bool = False) -> None:
        """Shows a new solve that has told nothing yet; it `weighs` more than value by a policy or by what changes cost."""
        self.cancel.setEnabled(True)
        self._show(Course(weighs=weighs))

    def rest(self) -> None:
        """Shows that nothing was solved yet."""
        self._show(Course())
        self.end(self.tr("Nothing solved yet"))

    def follow(self, told: Told) -> None:
        self._show(self._course.after(told))

    def end(self, phase: str) -> None:
        """Keeps the last figures and says how it ended."""
        self.cancel.setEnabled(False)
        self._phase.setText(phase)

    def stopping(self) -> None:
        self.cancel.setEnabled(False)
        self._phase.setText(self.tr("Stopping"))

    def show_tokens(self, tokens: Tokens) -> None:
        self.chart.show_tokens(tokens)
        self._title.show_tokens(tokens)

    def _show(self, course: Course) -> None:
        self._course = course
        said = words(course, self._formats)
        self._phase.setText(said.phase)
        self._value_name.setText(self.tr("{name}, points").format(name=said.name))
        for name, shown in self._figures.items():
            shown.setText(getattr(said, name))
        self.chart.show_course(course)
