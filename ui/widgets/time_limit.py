"""How long a solve may take, chosen beside Solve."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from ui.settings import TIME_LIMITS


class TimeLimit(QComboBox):
    """One of a few limits; `chosen` tells the seconds."""

    chosen = Signal(int)

    def __init__(self, seconds: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for limit in TIME_LIMITS:
            self.addItem(
                self.tr("{count} s").format(count=limit) if limit < 60 else self.tr("{count} min").format(count=limit // 60), limit
            )
        self.setCurrentIndex(self.findData(seconds))
        self.setAccessibleName(self.tr("Time limit of a solve"))
        self.setToolTip(self.tr("How long a solve may search; it ends sooner where nothing better can be found"))
        self.currentIndexChanged.connect(self._tell)

    def choose(self, seconds: int) -> None:
        """Takes one of the limits, and tells of it."""
        self.setCurrentIndex(self.findData(seconds))

    def _tell(self, number: int) -> None:
        self.chosen.emit(self.itemData(number))
