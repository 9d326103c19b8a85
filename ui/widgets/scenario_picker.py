"""The scenario that is worked in, chosen in the tool bar."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from data.entities import Id, Scenario
from ui.presenters.scenarios import RECORD

LETTERS = 12
"""What is seen of a name at least."""


class ScenarioPicker(QComboBox):
    """The plan of record or one of the scenarios; `chosen` tells its id, None for the plan of record, when the user chooses."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Scenario"))
        self.setToolTip(self.tr("What you see and change: the plan of record, or a scenario on top of it"))
        self.setMinimumContentsLength(LETTERS)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.show_scenarios((), None)
        self.activated.connect(self._tell)

    def show_scenarios(self, scenarios: Iterable[Scenario], chosen: Id | None) -> None:
        """Offers these in the order in which they were made."""
        self.clear()
        self.addItem(RECORD, None)
        for scenario in scenarios:
            self.addItem(scenario.name, scenario.id)
        self.setCurrentIndex(max(0, self.findData(chosen)) if chosen is not None else 0)

    def _tell(self) -> None:
        said = self.currentData()
        self.chosen.emit(None if said is None else Id(said))
