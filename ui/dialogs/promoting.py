"""The decision to make a scenario the plan of record, or some of what it changes."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from planner.scenarios.resolving import Key
from ui.presenters.promoting import GROUPS, Offer, Verdict, verdict
from ui.tokens import LARGE, MEDIUM, SMALL
from ui.widgets.labels import button, in_role, label, wrapped
from ui.widgets.part_list import PartList

WIDTH, HEIGHT = 460, 540
WIDE = 760
"""The width where there is something to choose."""


class Promote(QDialog):
    """Says what will happen; `keep` is whether the scenario keeps its list of changes, `chosen` what of it is ticked.

    ticked  another choice was made, and waits for its verdict; the payload are the keys of its parts
    """

    ticked = Signal(object)

    def __init__(self, name: str, offer: Offer, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Promote"))
        self._verdict = verdict(offer, offer.parts.keys)
        self.parts = PartList((self.tr("Put in force"), self.tr("What changes")))
        self.parts.setAccessibleName(self.tr("What is put in force"))
        for kind, title in GROUPS.items():
            lines = [(line.key, line.name, line.says, line.details) for line in offer.lines if line.key[0] is kind]
            if lines:
                self.parts.add_group(title, lines)
        self.says = wrapped(self._verdict.says)
        self.needed = button(self.tr("Tick that as well"), link=True)
        self.keep = QCheckBox(self.tr("Keep the list of changes in the scenario, to look at it later"))
        self.promote = button(self.tr("Make it the plan of record"), primary=True)
        self.leave = button(self.tr("Do not promote"))
        self.promote.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        self.needed.clicked.connect(self._take_needed)
        self.parts.ticked.connect(self._wait)
        self._lay_out(name, can_choose=len(offer.lines) > 1)
        self.needed.hide()
        self.promote.setFocus()

    def _lay_out(self, name: str, *, can_choose: bool) -> None:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.needed)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.promote)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, MEDIUM)
        column.setSpacing(MEDIUM)
        column.addWidget(label(self.tr("Promote “{name}”?").format(name=name), "heading"))
        if can_choose:
            column.addWidget(self.parts, 1)
            self.resize(WIDE, HEIGHT)
        else:
            self.parts.setParent(None)
            self.setFixedWidth(WIDTH)
        column.addWidget(self.says)
        column.addWidget(self.keep)
        column.addLayout(row)

    @property
    def chosen(self) -> frozenset[Key]:
        return cast("frozenset[Key]", self.parts.chosen)  # the keys that it was given

    def tell(self, found: Verdict) -> None:
        """Says what was found of the latest choice."""
        self._verdict = found
        self.says.setText(found.says)
        in_role(self.says, "warning" if found.needs else "")
        self.needed.setVisible(bool(found.needs))
        self.promote.setEnabled(found.can_be)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.parts.show_columns()

    def _wait(self) -> None:
        self.promote.setEnabled(False)
        self.ticked.emit(self.chosen)

    def _take_needed(self) -> None:
        self.parts.tick(self._verdict.needs)
