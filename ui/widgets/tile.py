"""A KPI tile: label, figure, note and what has changed; its formula on hovering, its cause on a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.tokens import SMALL, TIGHT
from ui.widgets.labels import Elided, in_role, label
from ui.widgets.lead_button import LeadButton, passive

if TYPE_CHECKING:
    from ui.presenters.tiles import Tile

NOTE_ROLES = {"warning": "noteWarning", "bad": "noteBad", "good": "noteGood"}


class TileView(LeadButton):
    """Shows one figure; space, not a box, sets it apart."""

    def __init__(self, tile: Tile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label, self._figure, self._note = label("", "muted"), label("", "figure"), label("", "small")
        self._change, self._since = label("", "small"), Elided("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(SMALL, TIGHT, SMALL, TIGHT)
        column.setSpacing(TIGHT // 2)
        for part in (self._label, self._figure, self._note, self._change, self._since):
            column.addWidget(passive(part))
        column.addStretch(1)
        self.show_tile(tile)

    @property
    def change(self) -> str:
        """What the tile says of the plan before; empty where it says nothing."""
        return " ".join(filter(None, (self._change.text(), self._since.text())))

    def show_tile(self, tile: Tile) -> None:
        self.lead = tile.lead
        for part, text in ((self._label, tile.label), (self._figure, tile.figure), (self._note, tile.note)):
            part.setText(text)
        in_role(self._note, NOTE_ROLES.get("" if tile.mark == "good" else tile.mark, "small"))
        self._change.setText(tile.change.figure if tile.change else "")
        self._since.setText(tile.change.since if tile.change else "")
        in_role(self._change, NOTE_ROLES.get(tile.change.mark if tile.change else "", "small"))
        for part in (self._change, self._since):
            part.setVisible(tile.change is not None)
        said = [f"{tile.label}: {tile.formula}", *([tile.change.explained] if tile.change else []), tile.leads]
        self.setToolTip("\n".join(said))
        self.setAccessibleName(", ".join(filter(None, (f"{tile.label}: {tile.figure}", tile.note, self.change))))
        self.setAccessibleDescription(tile.leads)
