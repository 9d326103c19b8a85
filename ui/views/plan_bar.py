"""The choices above the heat map: what rows stand for, which are shown and in which order, what cells print, how large."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QComboBox, QHBoxLayout, QLineEdit, QToolButton, QWidget

from ui.presenters.grid_choices import Order, Show, arranged, order_words, show_words
from ui.presenters.load_grid import Grid, Grouping, Measure
from ui.tokens import LARGE, SMALL
from ui.widgets.labels import label

FIND_WIDTH = 180


class PlanBar(QWidget):
    """Tells by `changed` that other rows are wanted, by `measured` that cells are to print something else."""

    changed = Signal()
    measured = Signal(object)

    def __init__(self, tools: tuple[QAction, ...]) -> None:
        super().__init__()
        self.search = QLineEdit()
        self.grouping, self.show_only, self.order = QComboBox(), QComboBox(), QComboBox()
        self._measures = QButtonGroup(self)
        self._count = label("", "muted")
        self._lay_out(tools)
        self._word()
        self._connect()

    def _lay_out(self, tools: tuple[QAction, ...]) -> None:
        self.search.setPlaceholderText(self.tr("Find"))
        self.search.setAccessibleName(self.tr("Find rows of the heat map"))
        self.search.setToolTip(self.tr("Show only rows with these words in name, role or team (Ctrl+F); Enter goes to the first"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(FIND_WIDTH)
        self.grouping.addItems([self.tr("Resources"), self.tr("Roles"), self.tr("Teams"), self.tr("Projects")])
        for box, name, tip in (
            (self.grouping, self.tr("Rows of the heat map"), self.tr("What a row stands for")),
            (self.show_only, self.tr("Rows shown"), self.tr("Show all rows, or only those that need attention in some week")),
            (self.order, self.tr("Order of the rows"), self.tr("By what rows are sorted; load is hours ÷ capacity over all weeks")),
        ):
            box.setAccessibleName(name)
            box.setToolTip(tip)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, 0, LARGE, SMALL)
        row.setSpacing(SMALL)
        for part in (self.search, self.grouping, self.show_only, self.order, self._count):
            row.addWidget(part)
        row.addStretch(1)
        row.addLayout(self._measure_buttons())
        for action in tools:
            tool = QToolButton()
            tool.setDefaultAction(action)
            tool.setToolButtonStyle(
                Qt.ToolButtonStyle.ToolButtonIconOnly if not action.icon().isNull() else Qt.ToolButtonStyle.ToolButtonTextOnly
            )
            tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(tool)

    def _measure_buttons(self) -> QHBoxLayout:
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
        return choices

    def _connect(self) -> None:
        self.search.textChanged.connect(self.changed)
        self.grouping.currentIndexChanged.connect(self._group)
        for box in (self.show_only, self.order):
            box.currentIndexChanged.connect(self.changed)
        self._measures.idClicked.connect(self._measure)

    @property
    def rows(self) -> Grouping:
        return list(Grouping)[self.grouping.currentIndex()]

    @property
    def measures(self) -> list[QAbstractButton]:
        """The buttons that choose what cells print."""
        return self._measures.buttons()

    @property
    def choice(self) -> tuple[object, ...]:
        """All that decides which rows are shown, and in which order."""
        return self.rows, self.search.text(), self.show_only.currentIndex(), self.order.currentIndex()

    def arranged(self, grid: Grid) -> Grid:
        """The rows of a grid that are wanted; says how many they are."""
        found = arranged(grid, self.search.text(), list(Show)[self.show_only.currentIndex()], list(Order)[self.order.currentIndex()])
        few = len(found.rows) < len(grid.rows)
        self._count.setText(self.tr("{few} of {all}").format(few=len(found.rows), all=len(grid.rows)) if few else "")
        return found

    def choose(self, rows: Grouping, show: Show) -> None:
        """Shows rows of that kind, whatever was searched for before."""
        self.search.clear()
        self.grouping.setCurrentIndex(list(Grouping).index(rows))
        self.show_only.setCurrentIndex(list(Show).index(show))

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _group(self) -> None:
        self._word()
        self.changed.emit()

    def _word(self) -> None:
        """Names the choices as they are called above these rows."""
        for box, words in (
            (self.show_only, [show_words(each, self.rows) for each in Show]),
            (self.order, [order_words(each, self.rows) for each in Order]),
        ):
            chosen = max(0, box.currentIndex())
            box.blockSignals(True)
            box.clear()
            box.addItems(words)
            box.setCurrentIndex(chosen)
            box.blockSignals(False)

    def _measure(self, number: int) -> None:
        self.measured.emit(list(Measure)[number])
