"""What is asked about the futures: how many, from what, and the search for the best plans of some of them."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QFormLayout, QProgressBar, QSpinBox, QVBoxLayout, QWidget

from planner.futures.question import MOST_DRAWS, MOST_SOLVED, Question
from ui.tokens import SMALL, TIGHT
from ui.widgets.labels import button, label, wrapped

PAUSE = 400
"""Milliseconds without typing after which a question is asked."""
SECONDS = 20
MOST_SECONDS = 3_600


class FuturesForm(QWidget):
    """`changed` tells that another question is asked; `solve_asked` and `stopped` are of the search for best plans."""

    changed = Signal()
    solve_asked = Signal()
    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        usual = Question()
        self.draws = _whole(1, MOST_DRAWS, usual.draws, self.tr("Futures that are drawn"))
        self.seed = _whole(0, 999_999, usual.seed, self.tr("Which futures: the same seed draws the same, on every machine"))
        self.absence = _percent(0, 50, usual.absence, self.tr("Share of their time that people are away beyond their planned absences"))
        self.low = _percent(0, 100, usual.low, self.tr("The least effort of a project that has no estimate, of what its demands ask"))
        self.high = _percent(
            100, 1000, usual.high, self.tr("The greatest effort of a project that has no estimate, of what its demands ask")
        )
        self.sure = _percent(1, 99, usual.sure, self.tr("Share of the futures in which a reserve is to be enough"))
        self.solved = _whole(1, MOST_SOLVED, 10, self.tr("Futures, the first of those drawn, whose best plan is looked for"))
        self.seconds = _whole(1, MOST_SECONDS, SECONDS, self.tr("Seconds that each search may take"))
        self.solve, self.stop = button(self.tr("Find best plans")), button(self.tr("Stop"))
        self.note, self.bar = wrapped("", "muted"), QProgressBar()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        for field in (self.draws, self.seed, self.absence, self.low, self.high, self.sure):
            field.valueChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.changed)
        self.solve.clicked.connect(self.solve_asked)
        self.stop.clicked.connect(self._ask_to_stop)
        self.rest()

    def _lay_out(self) -> None:
        drawing, solving = QFormLayout(), QFormLayout()
        for form, fields in (
            (
                drawing,
                (
                    (self.tr("Futures"), self.draws),
                    (self.tr("Absence"), self.absence),
                    (self.tr("Effort from"), self.low),
                    (self.tr("Effort to"), self.high),
                    (self.tr("Reserve for"), self.sure),
                    (self.tr("Seed"), self.seed),
                ),
            ),
            (solving, ((self.tr("Futures"), self.solved), (self.tr("Seconds each"), self.seconds))),
        ):
            form.setVerticalSpacing(TIGHT)
            for name, field in fields:
                form.addRow(name, field)
                field.setAccessibleName(name)
        self.bar.setTextVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(label(self.tr("What may come"), "section"))
        column.addLayout(drawing)
        column.addSpacing(SMALL)
        column.addWidget(label(self.tr("Best plans"), "section"))
        column.addLayout(solving)
        for part in (self.solve, self.bar, self.stop, self.note):
            column.addWidget(part)

    @property
    def question(self) -> Question:
        return Question(
            draws=self.draws.value(),
            seed=self.seed.value(),
            absence=self.absence.value(),
            low=self.low.value(),
            high=self.high.value(),
            sure=self.sure.value(),
            solved=min(self.solved.value(), self.draws.value()),
        )

    def work(self, done: int, of: int) -> None:
        """A search is under way."""
        self.solve.hide()
        for part in (self.bar, self.stop):
            part.show()
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        self.note.setText(self.tr("{done} of {count} futures solved").format(done=done, count=of))

    def rest(self, note: str = "") -> None:
        """No search is under way; the `note` says what came of the last."""
        self.solve.show()
        self.stop.setEnabled(True)
        for part in (self.bar, self.stop):
            part.hide()
        self.note.setText(note)

    def _ask_to_stop(self) -> None:
        self.stop.setEnabled(False)
        self.stopped.emit()


def _whole(least: int, most: int, value: int, tip: str) -> QSpinBox:
    field = QSpinBox()
    field.setRange(least, most)
    field.setGroupSeparatorShown(True)
    field.setValue(value)
    field.setToolTip(tip)
    return field


def _percent(least: float, most: float, value: float, tip: str) -> QDoubleSpinBox:
    field = QDoubleSpinBox()
    field.setDecimals(0 if value == round(value) and most > 50 else 1)
    field.setRange(least, most)
    field.setSuffix(" %")
    field.setValue(value)
    field.setToolTip(tip)
    return field
