"""A button made of labels that leads somewhere: a figure or a line of the overview."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.presenters.leads import Lead


class LeadButton(QPushButton):
    """`led` tells where to, when it is pressed by the mouse, Space or Enter."""

    led = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lead: Lead | None = None
        self.setProperty("lead", True)
        self.setAutoDefault(True)  # outside a dialog, too, Enter presses the button that has the focus
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._tell)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the parts: a button by itself reckons with a text."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()

    def _tell(self) -> None:
        if self.lead is not None:
            self.led.emit(self.lead)


def passive(part: QWidget) -> QWidget:
    """A part of a button: the mouse is the button's."""
    part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return part
