"""The submenu of the languages that the window speaks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ui.language import languages, own_name


class LanguageMenu(QMenu):
    """The system's language or one of those there are, each by its own name; `chosen` tells the code, "" for the system's."""

    chosen = Signal(str)

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Lan&guage"))
        self.setToolTipsVisible(True)
        group = QActionGroup(self)
        for each, name in (("", self.tr("Language of the &system")), *((each, own_name(each)) for each in languages())):
            action = self.addAction(name)
            action.setData(each)
            action.setCheckable(True)
            action.setChecked(each == code)
            action.setStatusTip(self.tr("Speak this language from the next start on"))
            action.setToolTip(action.statusTip())
            group.addAction(action)
        self.triggered.connect(self._tell)

    def show_choice(self, code: str) -> None:
        """Marks what was chosen elsewhere."""
        for action in self.actions():
            action.setChecked(action.data() == code)

    def _tell(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))
