"""A widget that lies over the lower edge of another, so that what stands there does not move when it comes and goes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from ui.tokens import LARGE, MEDIUM

WIDEST = 760
"""Panels at the right, with buttons of their own, stay free."""
MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show)
GROWS = (QEvent.Type.LayoutRequest, QEvent.Type.Show)


class Floating(QObject):
    """Keeps `part` above `ground`, at the left of its lower edge and as high as its words need; both have the same parent."""

    def __init__(self, part: QWidget, ground: QWidget) -> None:
        super().__init__(part)
        self._part, self._ground = part, ground
        part.setParent(ground.parentWidget())
        part.setProperty("floats", True)
        part.hide()
        for each in (part, ground):
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if (watched is self._ground and event.type() in MOVES) or (watched is self._part and event.type() in GROWS):
            self._place()
        return False

    def _place(self) -> None:
        if self._part.isHidden():
            return
        ground = self._ground.geometry()
        wide = min(WIDEST, ground.width() - 2 * LARGE)
        high = max(self._part.heightForWidth(wide), self._part.minimumSizeHint().height())
        self._part.setGeometry(ground.left() + LARGE, ground.bottom() - high - MEDIUM, wide, high)
        self._part.raise_()
