"""A KPI tile: label, figure and note, its formula on hovering."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.tokens import TIGHT
from ui.widgets.labels import label

if TYPE_CHECKING:
    from ui.presenters.overview import Tile

NOTE_ROLES = {"warning": "noteWarning", "bad": "noteBad"}


class TileView(QWidget):
    """Shows one figure; space, not a box, sets it apart."""

    def __init__(self, tile: Tile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolTip(f"{tile.label}: {tile.formula}")
        self.setAccessibleName(f"{tile.label}: {tile.figure}, {tile.note}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT // 2)
        column.addWidget(label(tile.label, "muted"))
        figure = label(tile.figure, "figure")
        column.addWidget(figure)
        column.addWidget(label(tile.note, NOTE_ROLES.get(tile.mark, "small")))
