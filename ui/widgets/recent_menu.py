"""The submenu of files that were opened lately."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.files.recent import RecentFile


class RecentMenu(QMenu):
    """Files, newest first, those that are not there now greyed; `chosen` tells the place as text, `cleared` that the list shall go."""

    chosen = Signal(object)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("&Recent files"))
        self.setToolTipsVisible(True)
        self.triggered.connect(self._tell)
        self.show_files(())

    def show_files(self, files: Sequence[RecentFile]) -> None:
        self.clear()
        for number, file in enumerate(files, 1):
            name = file.name.replace("&", "&&")
            action = self.addAction(
                f"&{number} {name}" if file.is_there else self.tr("{name} (not there now)").format(name=f"&{number} {name}")
            )
            action.setData(str(file.path))
            action.setToolTip(str(file.path))
            action.setStatusTip(str(file.path))
            action.setEnabled(file.is_there)
        self.addSeparator()
        self.addAction(self.tr("&Clear list")).setData("")
        self.setEnabled(bool(files))

    def _tell(self, action: QAction) -> None:
        path = action.data()
        if path:
            self.chosen.emit(str(path))
        else:
            self.cleared.emit()
