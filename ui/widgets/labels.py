"""Labels, buttons and lines in the look's roles (see style.qss)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QStylePainter, QWidget


class Elided(QLabel):
    """A line of text that gives way to what stands beside it, and says all of it on hovering."""

    def __init__(self, text: str, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QStylePainter(self)
        said = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(self.text() if said != self.text() else "")
        painter.drawItemText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self.palette(), self.isEnabled(), said, self.foregroundRole())
        painter.end()


def label(text: str, role: str = "", parent: QWidget | None = None) -> QLabel:
    """A label of a role: title, heading, section, muted, small, figure, good, warning or bad."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    return made


def wrapped(text: str, role: str = "", parent: QWidget | None = None) -> QLabel:
    """A label that breaks its lines."""
    made = label(text, role, parent)
    made.setWordWrap(True)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


def in_role(shown: QLabel, role: str) -> None:
    """Gives a label another role at once."""
    if shown.property("role") != role:
        shown.setProperty("role", role)
        shown.style().unpolish(shown)
        shown.style().polish(shown)


def button(text: str, *, primary: bool = False, link: bool = False) -> QPushButton:
    made = QPushButton(text)
    made.setAutoDefault(True)  # outside a dialog, too, Enter presses the button that has the focus
    made.setProperty("primary", primary)
    made.setProperty("link", link)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def action_button(action: QAction, said: str, *, primary: bool = False) -> QPushButton:
    """A button that does what an action does, and can be pressed when it can."""
    made = button(said, primary=primary)
    made.setToolTip(action.toolTip())
    made.setAccessibleDescription(action.statusTip())
    made.setEnabled(action.isEnabled())
    made.clicked.connect(action.trigger)
    action.enabledChanged.connect(made.setEnabled)
    return made


def hairline(*, upright: bool = False) -> QFrame:
    line = QFrame()
    line.setProperty("hairline", True)
    if upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line
