"""A part of a page that shows other widgets than before."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget


def empty(layout: QLayout) -> None:
    """Takes every widget out of a layout, out of sight and out of the tree that is read aloud, at once."""
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.setParent(None)
            old.deleteLater()


def refill(layout: QBoxLayout, parts: Iterable[QWidget]) -> None:
    """Puts the parts in place of those that were there, shown now: a layout shows what it is given only later, which would flicker."""
    empty(layout)
    for part in parts:
        layout.addWidget(part)
        part.show()
