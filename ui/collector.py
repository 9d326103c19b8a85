"""Python's search for cyclic rubbish, in the thread of the windows alone.

By itself Python searches in whatever thread happens to make the next object: a chart drawn or a file written beside the
window would destroy the widgets of a dialog that was closed before, which Qt allows in their own thread only.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MILLISECONDS = 1_000
RARELY = (100_000, 50, 1_000)
"""New objects until the youngest are searched, and searches of each age until the next is. Portfolios and plans are values
without cycles: searching them for some stops the window for 0.3 s at a thousand people."""


class Collector(QObject):
    """While it lives Python does not search by itself; it does so now and then, where it lives."""

    def __init__(self, parent: QObject, thresholds: tuple[int, int, int] = RARELY, every: int = EVERY_MILLISECONDS) -> None:
        super().__init__(parent)
        self._thresholds = thresholds
        gc.disable()
        self.timer = QTimer(self, interval=every)
        self.timer.timeout.connect(self.collect_what_is_due)
        self.timer.start()

    def collect_what_is_due(self) -> None:
        """Searches the objects of the greatest age whose turn it is, as Python would."""
        due = [age for age, (count, most) in enumerate(zip(gc.get_count(), self._thresholds, strict=True)) if count > most]
        if due:
            gc.collect(due[-1])
