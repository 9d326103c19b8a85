"""The objective of a plan by a policy, in one row: what it comes to, and every term apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.presenters.objective import Part
from ui.tokens import LARGE, SMALL, TIGHT
from ui.widgets.labels import label


class ObjectiveStrip(QWidget):
    """Is there only where a policy adds terms; each figure says on hovering how it comes about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[Part, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(LARGE, 0, LARGE, SMALL)
        self._row.setSpacing(LARGE)
        self.hide()

    @property
    def parts(self) -> tuple[Part, ...]:
        return self._parts

    def show_parts(self, parts: Sequence[Part]) -> None:
        self._parts = tuple(parts)
        self.setVisible(bool(parts))
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for part in parts:
            self._row.addWidget(_figure(part))
        self._row.addStretch(1)
        self.setAccessibleName(", ".join(f"{part.name} {part.figure}" for part in parts))


def _figure(part: Part) -> QWidget:
    shown = QWidget()
    shown.setToolTip(part.tip)
    row = QHBoxLayout(shown)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(TIGHT + TIGHT // 2)
    row.addWidget(label(part.name, "muted"), 0, Qt.AlignmentFlag.AlignBaseline)
    row.addWidget(label(part.figure, "section"), 0, Qt.AlignmentFlag.AlignBaseline)
    return shown
