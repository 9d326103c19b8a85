"""The drill-down beside the heat map: who works on what in the chosen cells, and why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from data.entities import Id
from ui.presenters.cell import Line, Story
from ui.tokens import MEDIUM, SMALL, TIGHT, Band
from ui.widgets.labels import in_role, label, wrapped
from ui.widgets.refilling import refill
from ui.widgets.work_line import WorkLine

ROLES = {Band.OVER: "warning", Band.BEYOND: "bad"}


class CellPanel(QScrollArea):
    """Shows the story of the chosen cells; `picked` tells a line of work that was picked."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("The chosen cells"))
        self._title, self._week = wrapped("", "heading"), label("", "muted")
        self._verdict = wrapped("", "section")
        self._load, self._capacity = label(""), label("")
        self._load_name, self._capacity_name = label("", "muted"), label("", "muted")
        self._shortage, self._more = wrapped("", "muted"), label("", "small")
        self._lines, self._away = QVBoxLayout(), QVBoxLayout()
        self._work_heading = label(self.tr("Works on"), "section")
        self._away_heading = label(self.tr("Away"), "section")
        self._shown: tuple[WorkLine, ...] = ()
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
        for row, (name, value) in enumerate(((self._load_name, self._load), (self._capacity_name, self._capacity))):
            figures.addWidget(name, row, 0)
            figures.addWidget(value, row, 1, Qt.AlignmentFlag.AlignRight)
        column.addLayout(figures)
        column.addWidget(self._shortage)
        column.addSpacing(SMALL)
        for heading, content in ((self._work_heading, self._lines), (self._away_heading, self._away)):
            content.setSpacing(SMALL)
            column.addWidget(heading)
            column.addLayout(content)
            if content is self._lines:
                column.addWidget(self._more)
        column.addStretch(1)
        self.setWidget(inside)

    def show_story(self, story: Story) -> None:
        for part in (self._week, self._verdict, self._load_name, self._load, self._capacity_name, self._capacity):
            part.show()
        self._title.setText(story.title)
        self._week.setText(story.week)
        self._verdict.setText(story.verdict)
        in_role(self._verdict, ROLES.get(story.band, "section"))
        self._verdict.setToolTip(story.formula)
        self._load_name.setText(self.tr("Given") if story.of_project else self.tr("Load"))
        self._capacity_name.setText(self.tr("Asked") if story.of_project else self.tr("Capacity"))
        self._shortage.setText(story.shortage)
        self._shortage.setVisible(bool(story.shortage))
        self._work_heading.setText(self.tr("Given by") if story.of_project else self.tr("Works on"))
        self._more.setText(self.tr("and {count} more").format(count=story.more))
        self._more.setVisible(story.more > 0)
        self._load.setText(story.load)
        self._capacity.setText(story.capacity)
        self._shown = tuple(map(self._line, story.lines))
        refill(self._lines, self._shown)
        refill(self._away, [wrapped(text, "muted") for text in story.away])
        self._work_heading.setVisible(bool(story.lines))
        self._away_heading.setVisible(bool(story.away))
        self.setAccessibleDescription(story.sentence)

    def show_nothing(self) -> None:
        """Shows that no cell is chosen, since there are none."""
        for part in self.findChildren(QLabel):
            part.hide()
        self._shown = ()
        refill(self._lines, ())
        refill(self._away, ())
        self._title.setText(self.tr("Nothing is chosen"))
        self._title.show()

    def mark(self, demand_id: Id | None, resource_id: Id | None) -> None:
        """Marks the line of a demand, of one resource or (None) of whoever; no demand marks none."""
        for each in self._shown:
            line = each.line
            each.mark(picked=line.demand_id == demand_id and resource_id in (None, line.resource_id))

    @property
    def lines(self) -> tuple[WorkLine, ...]:
        """The lines of work shown, from top to bottom."""
        return self._shown

    def texts(self) -> list[str]:
        """Everything the panel says, for whoever reads it aloud."""
        return [part.text() for part in self.findChildren(QLabel) if not part.isHidden()]

    def _line(self, line: Line) -> WorkLine:
        made = WorkLine(line)
        made.picked.connect(self.picked)
        return made
