"""What a sweep asks: one or two inputs with their figures, how long it searches, and the search under way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout, QProgressBar, QSpinBox, QVBoxLayout, QWidget

from planner.sweeping import Axis, Input, NoSweepError, Sweep, What
from planner.sweeping.inputs import Subject
from planner.sweeping.reading import between
from ui.presenters import sweeps as words
from ui.presenters.formats import Formats
from ui.tokens import SMALL, TIGHT
from ui.widgets.labels import button, label, wrapped

SECONDS, MOST_SECONDS = 30, 3_600
FARTHEST = 5_000
"""Of a figure that can be typed; what an input takes is said when it is asked."""


class InputForm(QWidget):
    """One input: what varies, of what, and through which figures. `changed` tells that it is another."""

    changed = Signal()

    def __init__(self, title: str, *, optional: bool) -> None:
        super().__init__()
        self._names: Mapping[Subject, Sequence[str]] = {}
        self.what, self.name = QComboBox(), QComboBox()
        if optional:
            self.what.addItem(self.tr("Nothing else"), None)
        for what, said in words.INPUTS.items():
            self.what.addItem(said, what.value)
        self.what.setAccessibleName(title)
        self.name.setAccessibleName(self.tr("{title}: of what").format(title=title))
        self.first, self.last, self.step = (_figure(each) for each in (self.tr("From"), self.tr("To"), self.tr("In steps of")))
        self._form = QFormLayout()
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(TIGHT)
        for said, field in (
            (self.tr("Of"), self.name),
            (self.tr("From"), self.first),
            (self.tr("To"), self.last),
            (self.tr("In steps of"), self.step),
        ):
            self._form.addRow(said, field)
        for box in (self.what, self.name):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(label(title, "section"))
        column.addWidget(self.what)
        column.addLayout(self._form)
        self.what.currentIndexChanged.connect(self._take_another)
        self.name.currentIndexChanged.connect(self.changed)
        for field in (self.first, self.last, self.step):
            field.valueChanged.connect(self.changed)
        self._take_another()

    def offer(self, names: Mapping[Subject, Sequence[str]]) -> None:
        """What an input may be of; the name that is chosen stays where it is still there."""
        if names != self._names:
            self._names = names
            self._show_names()

    @property
    def input_of(self) -> What | None:
        said = self.what.currentData()
        return None if said is None else What(said)

    def axis(self) -> Axis | None:
        """None where nothing is to vary. Raises NoSweepError."""
        what = self.input_of
        if what is None:
            return None
        return Axis(
            Input(what, str(self.name.currentData() or "")), tuple(between(self.first.value(), self.last.value(), self.step.value()))
        )

    def _take_another(self) -> None:
        what = self.input_of
        if what is not None:
            for field, value in zip((self.first, self.last, self.step), words.USUAL[what], strict=True):
                with QSignalBlocker(field):
                    field.setDecimals(0 if Input(what).meaning.whole else 1)
                    field.setValue(value)
        self._show_names()

    def _show_names(self) -> None:
        what = self.input_of
        subject = Subject.NOTHING if what is None else Input(what).meaning.subject
        before = self.name.currentData()
        with QSignalBlocker(self.name):
            self.name.clear()
            if subject is Subject.GROUP:
                self.name.addItem(self.tr("Everybody"), "")
            for name in self._names.get(subject, ()):
                self.name.addItem(name, name)
            self.name.setCurrentIndex(max(0, self.name.findData(before)))
        self._form.setRowVisible(self.name, subject is not Subject.NOTHING)
        for field in (self.first, self.last, self.step):
            self._form.setRowVisible(field, what is not None)
        self.changed.emit()


class SweepForm(QWidget):
    """`asked` tells that it is to begin, `stopped` that it is to end with what is done."""

    asked = Signal()
    stopped = Signal()

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self.first, self.second = InputForm(self.tr("What varies"), optional=False), InputForm(self.tr("And beside it"), optional=True)
        self.seconds = QSpinBox()
        self.seconds.setRange(1, MOST_SECONDS)
        self.seconds.setValue(SECONDS)
        self.seconds.setSuffix(self.tr(" s"))
        self.seconds.setAccessibleName(self.tr("Seconds for the first point"))
        self.seconds.setToolTip(
            self.tr(
                "How long the point nearest to the portfolio as it stands is searched for; every other starts from its neighbour with a tenth of that"
            )
        )
        self.cost, self.note = wrapped("", "muted"), wrapped("", "muted")
        self.start, self.stop, self.bar = button(self.tr("Sweep"), primary=True), button(self.tr("Stop")), QProgressBar()
        self.bar.setTextVisible(False)
        time = QFormLayout()
        time.addRow(self.tr("Search"), self.seconds)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for part in (self.first, self.second):
            column.addWidget(part)
        column.addLayout(time)
        for below in (self.cost, self.start, self.bar, self.stop, self.note):
            column.addWidget(below)
        for part in (self.first, self.second):
            part.changed.connect(self._tell_cost)
        self.seconds.valueChanged.connect(self._tell_cost)
        self.start.clicked.connect(self.asked)
        self.stop.clicked.connect(self._ask_to_stop)
        self._tell_cost()
        self.rest()

    @property
    def sweep(self) -> Sweep:
        """What is asked. Raises NoSweepError."""
        axes = tuple(axis for part in (self.first, self.second) if (axis := part.axis()) is not None)
        return Sweep(axes)

    def offer(self, names: Mapping[Subject, Sequence[str]]) -> None:
        for part in (self.first, self.second):
            part.offer(names)

    def work(self, done: int, of: int) -> None:
        """A sweep is under way."""
        self.start.hide()
        for part in (self.bar, self.stop):
            part.show()
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        self.note.setText(self.tr("{done} of {count} points solved").format(done=done, count=of))

    def rest(self) -> None:
        """No sweep is under way."""
        self.start.show()
        self.stop.setEnabled(True)
        for part in (self.bar, self.stop):
            part.hide()
        self.note.setText("")

    def _tell_cost(self) -> None:
        """How much it is, or why it cannot be asked."""
        try:
            self.cost.setText(words.cost_text(self.sweep, self.seconds.value(), self._formats))
        except NoSweepError as wrong:
            self.cost.setText(str(wrong))

    def _ask_to_stop(self) -> None:
        self.stop.setEnabled(False)
        self.stopped.emit()


def _figure(name: str) -> QDoubleSpinBox:
    field = QDoubleSpinBox()
    field.setRange(-FARTHEST, FARTHEST)
    field.setAccessibleName(name)
    return field
