"""Labels, buttons and lines in the look's roles (see style.qss)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QWidget


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


def hairline(*, upright: bool = False) -> QFrame:
    line = QFrame()
    line.setProperty("hairline", True)
    if upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line
