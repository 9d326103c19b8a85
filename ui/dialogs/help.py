"""The pages of help that are part of the window: shortcuts and about."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.icons import picture
from ui.presenters.saying import translate
from ui.tokens import LARGE, MEDIUM, SMALL, Tokens
from ui.widgets.labels import button, label, wrapped

DISTRIBUTION = "plimsoll-planner"


def product_version() -> str:
    """The version of the installed distribution."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - 50 ms that a start does not need

    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        return "from source"


class Shortcuts(QDialog):
    """Every action with its keys, and the keys of tables and the heat map."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Shortcuts"))
        rows = [(action.iconText().replace("&", "").rstrip("…"), _keys(action)) for action in actions if not action.shortcut().isEmpty()]
        rows += [
            (self.tr("Edit a cell"), self.tr("F2, or type")),
            (self.tr("Next cell below, above, to the right"), self.tr("Enter, Shift+Enter, Tab")),
            (self.tr("First and last cell of a table"), f"{_native('Ctrl+Home')}, {_native('Ctrl+End')}"),
            (self.tr("Put what is typed into every chosen cell"), self.tr("Ctrl+Enter")),
            (self.tr("Choose the whole row, the whole column"), self.tr("Shift+Space, Ctrl+Space")),
            (self.tr("The next and the previous table of a page"), f"{_native('Ctrl+PgDown')}, {_native('Ctrl+PgUp')}"),
            (self.tr("Filter by the current column"), self.tr("Alt+Down")),
            (self.tr("Move in the heat map"), self.tr("Arrows, Home, End, Page Up, Page Down")),
            (self.tr("Walk through the Gantt, open the project's row"), self.tr("Arrows, Home, End, Page Up, Page Down; Enter")),
            (self.tr("Move a bar of the Gantt by weeks"), f"{_native('Alt+Left')}, {_native('Alt+Right')}"),
            (self.tr("Move its end, its start"), f"{_native('Alt+Shift+Right')}, {_native('Alt+Ctrl+Right')}"),
            (self.tr("Allow more or less delay"), f"{_native('Alt++')}, {_native('Alt+-')}"),
            (self.tr("Rank a project higher or lower"), f"{_native('Alt+Shift+Up')}, {_native('Alt+Shift+Down')}"),
            (self.tr("Give up what is dragged"), "Esc"),
            (self.tr("Zoom the Gantt, show all weeks"), f"{_native('Ctrl++')}, {_native('Ctrl+-')}, {_native('Ctrl+0')}"),
            (self.tr("Scroll the Gantt to today, to the bar"), f"{_native('Ctrl+T')}, {_native('Ctrl+J')}"),
            (self.tr("First and last cell of the heat map"), f"{_native('Ctrl+Home')}, {_native('Ctrl+End')}"),
            (self.tr("Carry work on the heat map; drop it, put it back"), self.tr("Alt with arrows; Enter, Esc")),
            (self.tr("Choose a block of the heat map"), self.tr("Shift with the same keys; Shift+Space for all weeks, Ctrl+A for all")),
        ]
        inside = QWidget()
        inside.setObjectName("scrolled")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, SMALL, 0)
        grid.setHorizontalSpacing(LARGE * 2)
        grid.setVerticalSpacing(SMALL)
        for number, (what, keys) in enumerate(rows):
            grid.addWidget(label(what), number, 0)
            grid.addWidget(label(keys, "muted"), number, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, MEDIUM)
        column.addWidget(label(self.tr("Shortcuts"), "heading"))
        column.addWidget(scroll, 1)
        column.addLayout(_closing(self))
        whole = inside.sizeHint().width() + scroll.verticalScrollBar().sizeHint().width() + 3 * LARGE
        self.resize(max(520, whole), 600)


class About(QDialog):
    """What this is, which version, and on what it runs."""

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Plimsoll"))
        mark = QLabel()
        mark.setPixmap(picture("mark", tokens.accent, 64, self.devicePixelRatioF()))
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE * 2, LARGE, LARGE * 2, MEDIUM)
        column.setSpacing(SMALL)
        column.addWidget(mark, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(label("Plimsoll", "title"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(label(self.tr("Version {version}").format(version=product_version()), "muted"), 0, Qt.AlignmentFlag.AlignHCenter)
        text = wrapped(
            self.tr(
                "Shares people and equipment among projects, and proves how good the plan is. Works without a network; your data stays on this computer."
            )
        )
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text.setFixedWidth(320)
        column.addWidget(text, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(label(f"Python {sys.version.split()[0]} · Qt {qVersion()}", "small"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(SMALL)
        column.addLayout(_closing(self))


def _closing(dialog: QDialog) -> QHBoxLayout:
    close = button(translate("Help", "Close"))
    close.clicked.connect(dialog.accept)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(close)
    return row


def _keys(action: QAction) -> str:
    return ", ".join(keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in action.shortcuts())


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
