"""What is asked before planning again: how much may change, what is past, by which policy and how long."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from ui.presenters import policies, replanning
from ui.presenters.columns import FieldError
from ui.presenters.formats import Formats
from ui.presenters.replanning import CURVE_POINTS, USUAL_BUDGET, Form, Limit
from ui.settings import USUAL_TIME_LIMIT
from ui.tokens import LARGE, SMALL, TIGHT
from ui.widgets.labels import button, label, wrapped
from ui.widgets.policy_picker import PolicyPicker
from ui.widgets.time_limit import TimeLimit

NARROW, DATE_WIDTH = 72, 112


class ReplanForm(QWidget):
    """Says in place what does not fit.

    asked  a Wish, and whether a curve of plans is wanted rather than one
    left   nothing is wanted
    """

    asked = Signal(object, bool)
    left = Signal()

    def __init__(self, records: Sequence[str], formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self.record, self.policy, self.time_limit = QComboBox(), PolicyPicker(), TimeLimit(USUAL_TIME_LIMIT)
        self.record.addItems(list(records))
        self.limits = {
            Limit.BUDGET: QRadioButton(self.tr("At most this share of the hours")),
            Limit.PRICES: QRadioButton(self.tr("What gains more than it costs")),
            Limit.NOTHING: QRadioButton(self.tr("Anything: the best plan there is")),
        }
        self.budget, self.price_hour, self.price_assignment, self.status_date = (QLineEdit() for _ in range(4))
        self.is_dated = QCheckBox(self.tr("The weeks before that of this day are past and stay as they were planned"))
        self.spread = QCheckBox(self.tr("Ask again in the weeks left for what the past did not get"))
        self.book_past = QCheckBox(self.tr("Book the past firmly"))
        self.wrong = {name: wrapped("", "bad") for name in ("budget", "price_hour", "price_assignment", "status_date")}
        self.meanings = {name: label("", "small") for name in ("price_hour", "price_assignment")}
        self.go, self.curve = button(self.tr("Plan again"), primary=True), button(self.tr("Show what more change buys"))
        self.leave = button(self.tr("Close"))
        self._fill()
        self._lay_out()
        self._connect()
        self._enable()

    def _fill(self) -> None:
        self.budget.setText(USUAL_BUDGET)
        self.status_date.setText(self._formats.date(dt.datetime.now().astimezone().date()))
        self.limits[Limit.BUDGET].setChecked(True)
        for part, name, width in (
            (self.budget, self.tr("Percent of the hours that may move"), NARROW),
            (self.price_hour, self.tr("Points for each hour moved"), NARROW),
            (self.price_assignment, self.tr("Points for each assignment begun or ended"), NARROW),
            (self.status_date, self.tr("Status date"), DATE_WIDTH),
        ):
            part.setAccessibleName(name)
            part.setFixedWidth(width)
        self.record.setAccessibleName(self.tr("Plan to start from"))
        self.curve.setToolTip(
            self.tr(
                "Makes {count} plans, from the one that moves least to the one that may move anything; each takes the whole time"
            ).format(count=CURVE_POINTS)
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(label(self.tr("Start from"), "section"))
        column.addLayout(_row(self.record))
        column.addSpacing(SMALL)
        column.addWidget(label(self.tr("How much may change"), "section"))
        for row in self._limits():
            column.addLayout(row)
        column.addSpacing(SMALL)
        column.addWidget(label(self.tr("What is past"), "section"))
        for row in self._past():
            column.addLayout(row)
        column.addSpacing(SMALL)
        column.addWidget(label(self.tr("Policy and time"), "section"))
        column.addLayout(_row(self.policy, self.time_limit))
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(self.curve)
        buttons.addStretch(1)
        for part in (self.leave, self.go):
            buttons.addWidget(part)
        column.addLayout(buttons)
        for part in (self.curve, self.leave):
            part.setAutoDefault(False)
        self.go.setDefault(True)

    def _limits(self) -> Sequence[QHBoxLayout]:
        kept = self.tr("What has to move, since people or work are no longer there, does not count.")
        return (
            _row(self.limits[Limit.BUDGET], self.budget, label("%", "muted"), label(kept, "muted")),
            _row(self.wrong["budget"], indent=True),
            _row(self.limits[Limit.PRICES]),
            _row(self.price_hour, label(self.tr("points for each hour moved"), "muted"), self.meanings["price_hour"], indent=True),
            _row(self.wrong["price_hour"], indent=True),
            _row(
                self.price_assignment,
                label(self.tr("points for each assignment begun or ended"), "muted"),
                self.meanings["price_assignment"],
                indent=True,
            ),
            _row(self.wrong["price_assignment"], indent=True),
            _row(self.limits[Limit.NOTHING]),
        )

    def _past(self) -> Sequence[QHBoxLayout]:
        return (
            _row(self.is_dated, self.status_date),
            _row(self.wrong["status_date"], indent=True),
            _row(self.spread, indent=True),
            _row(self.book_past, indent=True),
        )

    def _connect(self) -> None:
        self._group = QButtonGroup(self)
        for choice in self.limits.values():
            self._group.addButton(choice)
        self._group.buttonToggled.connect(self._enable)
        self.is_dated.toggled.connect(self._enable)
        for part in (self.budget, self.price_hour, self.price_assignment, self.status_date):
            part.textChanged.connect(self._check)
        self.go.clicked.connect(self._ask)
        self.curve.clicked.connect(self._ask_curve)
        self.leave.clicked.connect(self.left)

    def focus_first(self) -> None:
        self.budget.setFocus() if self.budget.isEnabled() else self.record.setFocus()

    @property
    def form(self) -> Form:
        """What stands here, as typed."""
        return Form(
            next(limit for limit, choice in self.limits.items() if choice.isChecked()),
            self.budget.text(),
            self.price_hour.text(),
            self.price_assignment.text(),
            self.status_date.text() if self.is_dated.isChecked() else None,
            self.spread.isChecked(),
            self.book_past.isChecked(),
        )

    def _enable(self) -> None:
        self.budget.setEnabled(self.limits[Limit.BUDGET].isChecked())
        for part in (self.price_hour, self.price_assignment):
            part.setEnabled(self.limits[Limit.PRICES].isChecked())
        for of_past in (self.status_date, self.spread, self.book_past):
            of_past.setEnabled(self.is_dated.isChecked())
        self._check()

    def _check(self) -> None:
        """Says what does not fit where it was typed."""
        wish, wrong = replanning.read(self.form, self._formats)
        for name, shown in self.wrong.items():
            _say(shown, wrong.get(name, ""))
        for name, edit in (("price_hour", self.price_hour), ("price_assignment", self.price_assignment)):
            self.meanings[name].setText(self._meaning(edit.text()) if edit.isEnabled() and name not in wrong else "")
        self.go.setEnabled(wish is not None)
        self.curve.setEnabled(wish is not None)

    def _meaning(self, text: str) -> str:
        try:
            points = policies.read_price(text, self._formats)
        except FieldError:
            return ""
        return self.tr("as much as {hours}").format(hours=policies.in_hours(points, self._formats)) if points else ""

    def _ask(self) -> None:
        self._tell(is_curve=False)

    def _ask_curve(self) -> None:
        self._tell(is_curve=True)

    def _tell(self, *, is_curve: bool) -> None:
        wish, _ = replanning.read(self.form, self._formats)
        if wish is not None:
            self.asked.emit(wish, is_curve)


def _row(*parts: QWidget, indent: bool = False) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(LARGE if indent else 0, 0, 0, 0)
    row.setSpacing(SMALL)
    for part in parts:
        row.addWidget(part, 1 if isinstance(part, QLabel) and part.wordWrap() else 0)
    row.addStretch(1)
    return row


def _say(shown: QLabel, text: str) -> None:
    shown.setText(text)
    shown.setVisible(bool(text))
    shown.setContentsMargins(0, 0, 0, TIGHT if text else 0)
