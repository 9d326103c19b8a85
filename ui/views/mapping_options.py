"""What a whole sheet is and how it is read: the choices above the first rows in the import wizard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from planner.importing.mapping.values import BOOKING_KIND, TableMapping, Target
from ui.presenters import mapping as words
from ui.presenters import mapping_words
from ui.tokens import MEDIUM, ROW_HEIGHT, SMALL, TIGHT
from ui.widgets.labels import label

FIRST_YEAR, LAST_YEAR = 1999, 2199
"""A year of the first is none: it is as the headings say."""


class Choice(QComboBox):
    """A list of values under their words (Qt itself would answer an enum's member with its text); the wheel scrolls past it."""

    def __init__(self, offered: Mapping[Any, str], name: str) -> None:
        super().__init__()
        self._values = list(offered)
        self.addItems(list(offered.values()))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def chosen(self) -> Any:  # of the type of what was offered
        return self._values[self.currentIndex()]

    def choose(self, value: object) -> None:
        self.setCurrentIndex(self._values.index(value))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class MappingOptions(QWidget):
    """Tells what was chosen.

    changed    the table as it should be read now
    regarded   the sheet shall be guessed anew as this: a Target (None: as it is) and the first and last row of its headings
    """

    changed = Signal(object)
    regarded = Signal(object, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = TableMapping("", Target.LEFT_OUT)
        self.target = Choice(mapping_words.TARGETS, self.tr("What the sheet holds"))
        self.across = Choice(mapping_words.ACROSS, self.tr("What stands in columns across"))
        self.unit = Choice(mapping_words.UNITS, self.tr("What the figures count"))
        self.kind = Choice(mapping_words.BOOKING_KINDS, self.tr("How firm the bookings are"))
        self.meant = Choice(mapping_words.MEANT, self.tr("Whether these rows are bookings or demands"))
        self.dates = Choice(mapping_words.DATES, self.tr("How dates are written"))
        self.first, self.last = _spin(1, words.MOST_ROWS), _spin(1, words.MOST_ROWS)
        self.year = _spin(FIRST_YEAR, LAST_YEAR)
        self.year.setSpecialValueText(self.tr("as the headings say"))
        self.leave_out, self.pick = QLineEdit(), QLineEdit()
        self.fill_down = QCheckBox(self.tr("A blank name is the one above it"))
        self.sections = QCheckBox(self.tr("Rows with one filled cell are headings of sections"))
        self.complete = QCheckBox(self.tr("This is the complete list: what it lacks is removed"))
        self._name()
        self._lay_out()
        self._connect()

    def _name(self) -> None:
        self.first.setAccessibleName(self.tr("First row of the headings"))
        self.last.setAccessibleName(self.tr("Last row of the headings"))
        self.year.setAccessibleName(self.tr("Year of headings that name none"))
        self.leave_out.setAccessibleName(self.tr("Names of rows to leave out"))
        self.leave_out.setPlaceholderText(self.tr("Total; Subtotal"))
        self.leave_out.setToolTip(self.tr("Rows of these names are no data; semicolons between them"))
        self.pick.setAccessibleName(self.tr("Which column of a week"))
        self.pick.setToolTip(self.tr("Where a week has several columns: a word in the heading of the one to read, such as plan"))
        self.unit.setToolTip(self.tr("Days are a fifth of the full week; percent and shares of a person are of their own week"))
        self.meant.setToolTip(self.tr("A booking gives a person's hours to a project; a demand asks for hours that a plan gives"))
        self.kind.setToolTip(self.tr("A column read as Type says it row by row: Confirmed is hard, Tentative is soft"))
        self.complete.setToolTip(self.tr("Otherwise what the sheet does not name stays as it is"))

    def _lay_out(self) -> None:
        form = QGridLayout()
        form.setHorizontalSpacing(SMALL)
        form.setVerticalSpacing(TIGHT)
        rows = QHBoxLayout()
        rows.setSpacing(TIGHT)
        rows.addWidget(self.first)
        rows.addWidget(label(self.tr("to"), "muted"))
        rows.addWidget(self.last)
        rows.addStretch(1)
        fields: list[tuple[str, QWidget | QHBoxLayout]] = [
            (self.tr("This sheet holds"), self.target),
            (self.tr("Headings stand in rows"), rows),
            (self.tr("Columns of figures are"), self.across),
            (self.tr("Figures count"), self.unit),
            (self.tr("Year of the headings"), self.year),
            (self.tr("Of several, the column"), self.pick),
            (self.tr("Leave out rows named"), self.leave_out),
            (self.tr("Dates are written"), self.dates),
            (self.tr("Bookings are"), self.kind),
            (self.tr("These rows say"), self.meant),
        ]
        self._of_weeks: list[QWidget] = [self.across, self.unit, self.year, self.pick]
        for number, (text, part) in enumerate(fields):
            row, column = divmod(number, 2)
            said = label(text, "muted")
            form.addWidget(said, row, 2 * column)
            if isinstance(part, QWidget):
                said.setBuddy(part)
                form.addWidget(part, row, 2 * column + 1)
                if part in self._of_weeks:
                    self._of_weeks.append(said)
                if part is self.kind:
                    self._kind_label = said
                if part is self.meant:
                    self._meant_label = said
            else:
                form.addLayout(part, row, 2 * column + 1)
        for column in (1, 3):
            form.setColumnStretch(column, 1)
        checks = QHBoxLayout()
        checks.setSpacing(MEDIUM)
        for box in (self.fill_down, self.sections, self.complete):
            checks.addWidget(box)
        checks.addStretch(1)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(0, 0, 0, 0)
        column_of_all.setSpacing(SMALL)
        column_of_all.addLayout(form)
        column_of_all.addLayout(checks)

    def _connect(self) -> None:
        self.target.activated.connect(self._regard)
        self.first.valueChanged.connect(self._move_header)
        self.last.valueChanged.connect(self._move_header)
        for combo, name in ((self.across, "across"), (self.unit, "unit"), (self.dates, "dates")):
            combo.activated.connect(partial(self._choose, combo, name))
        self.kind.activated.connect(self._choose_kind)
        self.meant.activated.connect(self._choose_meant)
        self.year.valueChanged.connect(self._choose_year)
        self.pick.editingFinished.connect(self._type)
        self.leave_out.editingFinished.connect(self._type)
        for box, name in ((self.fill_down, "fill_down"), (self.sections, "sections"), (self.complete, "complete")):
            box.clicked.connect(partial(self._tick, name))

    def show_table(self, table: TableMapping) -> None:
        """Shows how a sheet is read now, and only the choices that it has."""
        self._table = table
        blocked = [QSignalBlocker(part) for part in (self.first, self.last, self.year)]
        for combo, value in ((self.target, table.target), (self.across, table.across), (self.unit, table.unit), (self.dates, table.dates)):
            combo.choose(value)
        self.first.setValue(table.header[0] + 1)
        self.last.setValue(table.header[1] + 1)
        self.year.setValue(table.year or FIRST_YEAR)
        self.pick.setText(table.pick)
        self.leave_out.setText(words.names_text(table.leave_out))
        self.fill_down.setChecked(table.fill_down)
        self.sections.setChecked(table.sections)
        self.complete.setChecked(table.complete)
        for part in self._of_weeks:
            part.setVisible(table.target.is_weekly)
        self.kind.choose(words.booking_kind(table))
        self.kind.setEnabled(table.column(BOOKING_KIND.heading) is None)
        for part in (self.kind, self._kind_label):
            part.setVisible(table.target.is_bookings)
        asks = words.asks_what_is_meant(table)
        for part in (self.meant, self._meant_label):
            part.setVisible(asks)
        if asks:
            self.meant.choose(table.target)
        for rest in (self.first, self.last, self.leave_out, self.dates, self.fill_down, self.sections, self.complete):
            rest.setEnabled(table.target is not Target.LEFT_OUT)
        for blocker in blocked:
            blocker.unblock()

    def _change(self, **fields: Any) -> None:  # Any: the fields of a table, each of the type of its own control
        changed = replace(self._table, **fields)
        if changed != self._table:
            self.changed.emit(changed)

    def _regard(self, _row: int) -> None:
        if self.target.chosen is not self._table.target:
            self.regarded.emit(self.target.chosen, *self._table.header)

    def _move_header(self, _row: int) -> None:
        first, last = self.first.value() - 1, self.last.value() - 1
        if self.sender() is self.first:
            last = max(first, last)
        else:
            first = min(first, last)
        if (first, last) != self._table.header:
            self.regarded.emit(None, first, last)

    def _choose(self, combo: Choice, name: str, _row: int) -> None:
        self._change(**{name: combo.chosen})

    def _choose_kind(self, _row: int) -> None:
        if self.kind.chosen == mapping_words.BY_COLUMN:
            self.kind.choose(words.booking_kind(self._table))  # only a column read as Type can say it
            return
        changed = words.with_booking_kind(self._table, self.kind.chosen)
        if changed != self._table:
            self.changed.emit(changed)

    def _choose_year(self, year: int) -> None:
        self._change(year=None if year == FIRST_YEAR else year)

    def _choose_meant(self, _row: int) -> None:
        if self.meant.chosen is not self._table.target:
            self.regarded.emit(self.meant.chosen, *self._table.header)

    def _type(self) -> None:
        self._change(pick=self.pick.text().strip().casefold(), leave_out=words.names_of(self.leave_out.text()))

    def _tick(self, name: str, checked: bool) -> None:
        self._change(**{name: checked})


def _spin(least: int, most: int) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(least, most)
    spin.setKeyboardTracking(False)
    spin.setMinimumHeight(ROW_HEIGHT)
    spin.setGroupSeparatorShown(False)
    spin.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return spin
