"""The objective of a plan by a policy, in one row: what it comes to, and every term apart."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui.presenters.objective import Part
from ui.tokens import LARGE, SMALL

BETWEEN = "&nbsp;&nbsp;&nbsp;&nbsp; "
"""Between two figures, where the row may break; a name and its figure stay together."""


class ObjectiveStrip(QLabel):
    """Is there only where a policy adds terms; says on hovering how each figure comes about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[Part, ...] = ()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setContentsMargins(LARGE, 0, LARGE, SMALL)
        self.hide()

    @property
    def parts(self) -> tuple[Part, ...]:
        return self._parts

    def show_parts(self, parts: Sequence[Part]) -> None:
        self._parts = tuple(parts)
        self.setVisible(bool(parts))
        self.setText(BETWEEN.join(f"{_together(part.name)}&nbsp;<b>{_together(part.figure)}</b>" for part in parts))
        self.setToolTip("<br>".join(f"<b>{escape(part.name)}</b>: {escape(part.tip)}" for part in parts))
        self.setAccessibleName(", ".join(f"{part.name} {part.figure}" for part in parts))


def _together(text: str) -> str:
    return escape(text).replace(" ", "&nbsp;").replace("-", "&#8209;")
