"""A replanning under way: the same live figures as the dock of a solve."""

from __future__ import annotations

from dataclasses import asdict

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.presenters.formats import Formats
from ui.presenters.solving import Course, Told, words
from ui.tokens import SMALL, Tokens
from ui.widgets.labels import button, label
from ui.widgets.solve_chart import SolveChart


class ReplanCourse(QWidget):
    """Shows a course; `stopped` asks for the best so far."""

    stopped = Signal()

    def __init__(self, tokens: Tokens, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats, self._course = formats, Course()
        self.phase, self.figures = label("", "section"), label("", "muted")
        self.chart = SolveChart(tokens, formats)
        self.stop = button(self.tr("Stop and keep the best"))
        self.stop.clicked.connect(self._stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SMALL)
        for part in (self.phase, self.figures):
            column.addWidget(part)
        column.addWidget(self.chart, 1)
        column.addStretch()
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.stop)
        column.addLayout(row)

    def start(self, *, weighs: bool) -> None:
        """Shows a new search; it `weighs` more than value by a policy or by what changes cost."""
        self.stop.setEnabled(True)
        self._show(Course(weighs=weighs))

    def follow(self, told: Told) -> None:
        self._show(self._course.after(told))

    def show_tokens(self, tokens: Tokens) -> None:
        self.chart.show_tokens(tokens)

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self.phase.setText(self.tr("Stopping"))
        self.stopped.emit()

    def _show(self, course: Course) -> None:
        self._course = course
        said = words(course, self._formats)
        self.phase.setText(said.phase)
        figures = self.tr("{name} {value}, bound {bound}, proved gap {gap}, {seconds}")
        shown = said.seconds if course.last.bound is None else figures.format(**asdict(said))
        self.figures.setText(shown)
        self.chart.show_course(course)
        self.chart.setVisible(course.last.value is not None or course.last.bound is not None)
