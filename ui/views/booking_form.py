"""Where hours are booked by hand: on which demand, how many a week, hard or soft; and what is pinned or released."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from data.entities import BookingKind, Id
from ui.presenters.booking import Choice
from ui.tokens import SMALL
from ui.widgets.labels import Elided, button, label, wrapped

HOURS_WIDTH = 72


class BookingForm(QWidget):
    """Tells what is wanted; whoever made it knows the block it is for.

    booked    the hours in the field are to be booked
    pinned    what is given is to be booked firmly
    released  what is booked is to be taken back
    wondered  who else could do it
    chosen    another demand was chosen
    """

    booked = Signal()
    pinned = Signal()
    released = Signal()
    wondered = Signal()
    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.demand, self.hours = QComboBox(), QLineEdit()
        self.hard, self.soft = QRadioButton(self.tr("Hard")), QRadioButton(self.tr("Soft"))
        self.book, self.pin, self.release = button(self.tr("Book")), button(self.tr("Pin")), button(self.tr("Release"))
        self.who_else = button(self.tr("Who else?"))
        self._for = Elided("", "muted")
        self._note, self._why_not = wrapped("", "small"), wrapped("", "small")
        self._choices: tuple[Choice | None, ...] = ()
        self._pin_tip = self.tr("Book firmly what is given here, so that the next solve keeps it")
        self._release_tip = self.tr("Take back what is booked here, so that the next solve is free")
        self._word()
        self._lay_out()
        self._connect()

    def _word(self) -> None:
        self.hard.setChecked(True)
        for part, name, tip in (
            (
                self.demand,
                self.tr("Demand to book"),
                self.tr("What the hours are booked on: work of these cells first, then what asks for it"),
            ),
            (self.hours, self.tr("Hours a week"), self.tr("Hours in each of the chosen weeks; nothing or 0 takes the booking back")),
            (self.hard, self.hard.text(), self.tr("The next solve keeps it, whatever else yields")),
            (self.soft, self.soft.text(), self.tr("An intention: the next solve may place the work elsewhere")),
            (self.book, self.tr("Book these hours"), self.tr("Book these hours in each of the chosen weeks")),
            (self.pin, self.tr("Pin"), self._pin_tip),
            (self.release, self.tr("Release"), self._release_tip),
            (
                self.who_else,
                self.tr("Who else?"),
                self.tr("Who else could do this work in these weeks, and what that would do to the plan"),
            ),
        ):
            part.setAccessibleName(name)
            part.setToolTip(tip)

    def _lay_out(self) -> None:
        self.demand.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.demand.setMinimumContentsLength(12)
        self.hours.setFixedWidth(HOURS_WIDTH)
        self.hours.setAlignment(Qt.AlignmentFlag.AlignRight)
        hours = QHBoxLayout()
        hours.setSpacing(SMALL)
        for part in (self.hours, label(self.tr("h a week"), "muted"), self.hard, self.soft):
            hours.addWidget(part)
        hours.addStretch(1)
        buttons = QGridLayout()
        buttons.setSpacing(SMALL)
        for number, made in enumerate((self.book, self.pin, self.release, self.who_else)):
            buttons.addWidget(made, number // 2, number % 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(label(self.tr("Book by hand"), "section"))
        column.addWidget(self._for)
        column.addWidget(self.demand)
        column.addWidget(self._note)
        column.addLayout(hours)
        column.addLayout(buttons)
        column.addWidget(self._why_not)

    def _connect(self) -> None:
        self.demand.activated.connect(self.chosen)
        self.hours.returnPressed.connect(self.booked)
        self.book.clicked.connect(self.booked)
        self.pin.clicked.connect(self.pinned)
        self.release.clicked.connect(self.released)
        self.who_else.clicked.connect(self.wondered)

    @property
    def demand_id(self) -> Id | None:
        """The demand chosen; None for all work, or where there is none."""
        at = self.demand.currentIndex()
        choice = self._choices[at] if 0 <= at < len(self._choices) else None
        return choice.demand_id if choice else None

    @property
    def kind(self) -> BookingKind:
        return BookingKind.HARD if self.hard.isChecked() else BookingKind.SOFT

    def offer(self, choices: Sequence[Choice], wanted: Id | None, *, all_work: bool) -> None:
        """Offers demands, before them all work of the cells where there is more than one; chooses the one that is wanted."""
        self._choices = (*((None,) if all_work else ()), *choices)
        self.demand.clear()
        self.demand.addItems([choice.text if choice else self.tr("All work here") for choice in self._choices])
        for at, choice in enumerate(self._choices):
            if choice is not None:
                self.demand.setItemData(at, choice.note, Qt.ItemDataRole.ToolTipRole)
        keys = [choice.demand_id if choice else None for choice in self._choices]
        self.demand.setCurrentIndex(keys.index(wanted) if wanted in keys else 0)
        self._say()

    def say_for(self, named: str) -> None:
        """Says whom and when everything here is for."""
        self._for.setText(named)
        for part, tip in ((self.pin, self._pin_tip), (self.release, self._release_tip)):
            part.setToolTip(f"{named}. {tip}" if named else tip)

    def choose(self, demand_id: Id) -> bool:
        """Whether the demand is offered; then it is chosen."""
        keys = [choice.demand_id if choice else None for choice in self._choices]
        if demand_id not in keys:
            return False
        self.demand.setCurrentIndex(keys.index(demand_id))
        self._say()
        return True

    def step(self, by: int) -> None:
        """Chooses the next demand, or the one before."""
        at = self.demand.currentIndex() + by
        if 0 <= at < len(self._choices) and self._choices[at] is not None:
            self.demand.setCurrentIndex(at)
            self._say()
            self.chosen.emit()

    def show_hours(self, text: str) -> None:
        """What the field starts with."""
        self.hours.setText(text)

    def allow(self, *, can_edit: bool, can_type: bool, says: str) -> None:
        """What can be done: change anything at all, type hours; and what stands in the way."""
        self._why_not.setText(says)
        self._why_not.setVisible(bool(says))
        one = can_edit and can_type and self.demand_id is not None
        for part in (self.hours, self.book, self.hard, self.soft):
            part.setEnabled(one)
        for part in (self.pin, self.release):
            part.setEnabled(can_edit)
        self.demand.setEnabled(bool(self._choices))
        self.who_else.setEnabled(self.demand_id is not None)

    @property
    def words(self) -> str:
        """What hours typed now are booked on."""
        return f"{self.demand.currentText()}, {self.tr('hard') if self.hard.isChecked() else self.tr('soft')}"

    def _say(self) -> None:
        at = self.demand.currentIndex()
        choice = self._choices[at] if 0 <= at < len(self._choices) else None
        self._note.setText(choice.note if choice else "")
        self._note.setVisible(choice is not None)
