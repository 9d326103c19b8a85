"""The filter of one column: a condition, and the values that stand there to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.presenters.column_filter import ColumnFilter
from ui.tokens import MEDIUM, ROW_HEIGHT, SMALL
from ui.widgets.labels import button, label, wrapped

WIDTH, LIST_HEIGHT = 280, 220
MOST_VALUES = 500
"""Values that are listed; beyond them a condition finds what is wanted sooner."""
VALUE = Qt.ItemDataRole.UserRole


class FilterPopup(QFrame):
    """`changed` tells the filter as it is set; the rows follow at once."""

    changed = Signal(object)

    def __init__(self, heading: str, chosen: ColumnFilter, values: Sequence[tuple[str, int]], *, measured: bool, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popup")
        self.setAccessibleName(self.tr("Filter {heading}").format(heading=heading))
        self.condition = QLineEdit(chosen.condition)
        self.condition.setClearButtonEnabled(True)
        self.condition.setAccessibleName(self.tr("Condition for {heading}").format(heading=heading))
        examples = self.tr("> 5, 2..4, <> 3, = for empty") if measured else self.tr("Words, = exactly, <> not, = for empty")
        self.condition.setPlaceholderText(examples)
        self.values = QListWidget()
        self.values.setAccessibleName(self.tr("Values of {heading}").format(heading=heading))
        self.values.setProperty("choices", "true")
        self.values.setFixedHeight(min(LIST_HEIGHT, ROW_HEIGHT * max(1, len(values)) + 12))
        self.problem = wrapped("", "noteBad")
        self.problem.hide()
        self.all, self.none, self.clear = (button(text, link=True) for text in (self.tr("All"), self.tr("None"), self.tr("Clear filter")))
        self._list(values, chosen.values)
        self._lay_out(heading, len(values))
        self._connect()
        self.condition.setFocus()

    def open_at(self, place: QPoint) -> None:
        """Shows it with its corner there, inside the screen."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        left = min(place.x(), screen.right() - self.width())
        self.move(max(screen.left(), left), max(screen.top(), min(place.y(), screen.bottom() - self.height())))
        self.show()
        self.condition.setFocus()

    def say_problem(self, text: str) -> None:
        """Why a condition cannot be understood; empty where it can."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        else:
            super().keyPressEvent(event)

    def _list(self, values: Sequence[tuple[str, int]], chosen: frozenset[str] | None) -> None:
        for text, count in values[:MOST_VALUES]:
            item = QListWidgetItem(f"{text or self.tr('(empty)')}  ({count})")
            item.setData(VALUE, text)
            item.setSizeHint(QSize(0, ROW_HEIGHT))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if chosen is None or text in chosen else Qt.CheckState.Unchecked)
            self.values.addItem(item)

    def _lay_out(self, heading: str, count: int) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, SMALL)
        column.setSpacing(SMALL)
        column.addWidget(label(self.tr("Filter {heading}").format(heading=heading), "section"))
        column.addWidget(self.condition)
        column.addWidget(self.problem)
        if count > MOST_VALUES:
            column.addWidget(wrapped(self.tr("More than {count} values: say above which you want.").format(count=MOST_VALUES), "small"))
            self.values.hide()
        row = QHBoxLayout()
        for tool in (self.all, self.none):
            tool.setVisible(count <= MOST_VALUES)
            row.addWidget(tool)
        row.addStretch(1)
        row.addWidget(self.clear)
        column.addWidget(self.values)
        column.addLayout(row)
        self.setFixedWidth(WIDTH)

    def _connect(self) -> None:
        self.condition.textChanged.connect(self._tell)
        self.values.itemChanged.connect(self._tell)
        self.all.clicked.connect(self._check_all)
        self.none.clicked.connect(self._check_none)
        self.clear.clicked.connect(self._clear)

    def _tell(self) -> None:
        items = [self.values.item(row) for row in range(self.values.count())]
        checked = frozenset(str(item.data(VALUE)) for item in items if item.checkState() is Qt.CheckState.Checked)
        self.changed.emit(ColumnFilter(self.condition.text(), None if len(checked) == len(items) else checked))

    def _check_all(self) -> None:
        self._check(Qt.CheckState.Checked)

    def _check_none(self) -> None:
        self._check(Qt.CheckState.Unchecked)

    def _check(self, state: Qt.CheckState) -> None:
        self.values.blockSignals(True)
        for row in range(self.values.count()):
            self.values.item(row).setCheckState(state)
        self.values.blockSignals(False)
        self._tell()

    def _clear(self) -> None:
        self.condition.blockSignals(True)
        self.condition.clear()
        self.condition.blockSignals(False)
        self._check_all()
        self.close()
