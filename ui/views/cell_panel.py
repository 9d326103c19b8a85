"""The drill-down beside the heat map: who works on what in the chosen week."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.presenters.cell import Line, Story
from ui.tokens import MEDIUM, SMALL, TIGHT, Band
from ui.widgets.labels import in_role, label, wrapped

PANEL_WIDTH = 300
ROLES = {Band.OVER: "warning", Band.BEYOND: "bad"}


class CellPanel(QScrollArea):
    """Shows the story of one cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFixedWidth(PANEL_WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("The chosen cell"))
        self._title, self._week = wrapped("", "heading"), label("", "muted")
        self._verdict = wrapped("", "section")
        self._load, self._capacity = label(""), label("")
        self._lines, self._away = QVBoxLayout(), QVBoxLayout()
        self._work_heading = label(self.tr("Works on"), "section")
        self._away_heading = label(self.tr("Away"), "section")
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        column.setSpacing(SMALL)
        for part in (self._title, self._week, self._verdict):
            column.addWidget(part)
        figures = QGridLayout()
        figures.setVerticalSpacing(TIGHT)
        for row, (name, value) in enumerate(((self.tr("Load"), self._load), (self.tr("Capacity"), self._capacity))):
            figures.addWidget(label(name, "muted"), row, 0)
            figures.addWidget(value, row, 1, Qt.AlignmentFlag.AlignRight)
        column.addLayout(figures)
        column.addSpacing(SMALL)
        for heading, content in ((self._work_heading, self._lines), (self._away_heading, self._away)):
            content.setSpacing(SMALL)
            column.addWidget(heading)
            column.addLayout(content)
        column.addStretch(1)
        self.setWidget(inside)

    def show_story(self, story: Story) -> None:
        self._title.setText(story.title)
        self._week.setText(story.week)
        self._verdict.setText(story.verdict)
        in_role(self._verdict, ROLES.get(story.band, "section"))
        self._load.setText(story.load)
        self._capacity.setText(story.capacity)
        self._fill(self._lines, [_line(line) for line in story.lines])
        self._fill(self._away, [wrapped(text, "muted") for text in story.away])
        self._work_heading.setVisible(bool(story.lines))
        self._away_heading.setVisible(bool(story.away))
        self.setAccessibleDescription(story.sentence)

    def texts(self) -> list[str]:
        """Everything the panel says, for whoever reads it aloud."""
        return [part.text() for part in self.findChildren(QLabel) if not part.isHidden()]

    def _fill(self, column: QVBoxLayout, parts: list[QWidget]) -> None:
        while (item := column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        for part in parts:
            column.addWidget(part)
            part.show()


def _line(line: Line) -> QWidget:
    """Project and hours; under them demand, who and how firm."""
    shown = QWidget()
    grid = QGridLayout(shown)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(SMALL)
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(0, 1)
    grid.addWidget(wrapped(line.project), 0, 0)
    grid.addWidget(label(line.hours), 0, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    below = " · ".join(filter(None, (line.who, line.demand, line.firmness)))
    grid.addWidget(wrapped(below, "small"), 1, 0, 1, 2)
    return shown
