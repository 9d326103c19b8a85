"""Why things are changed: asked for once, and said in the log of every change until something else is said."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QWidget

from ui.session import Session
from ui.widgets.status import Status

WIDTH = 520


class Reasons(QObject):
    """Asks for the reason, and shows in the status bar that one is being said."""

    def __init__(self, session: Session, action: QAction, status: Status, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._status, self._window = session, status, window
        action.triggered.connect(self.ask)
        status.reason.clicked.connect(action.trigger)
        session.document_changed.connect(self._show)

    def ask(self) -> None:
        """Asks for the reason of the changes to come; nothing typed says nothing."""
        workspace = self._session.workspace
        if workspace is None or not self._session.can_edit:
            return
        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Reason for changes"))
        dialog.setLabelText(
            self.tr("Why you change what you change from now on. The log says it beside every change until you say something else.")
        )
        dialog.setTextValue(workspace.reason)
        dialog.setOkButtonText(self.tr("Say it"))
        dialog.setCancelButtonText(self.tr("Leave it as it is"))
        dialog.resize(WIDTH, dialog.sizeHint().height())
        dialog.textValueSelected.connect(self._say)
        dialog.open()

    def _say(self, text: str) -> None:
        if self._session.workspace is not None:
            self._session.workspace.reason = " ".join(text.split())
        self._show()

    def _show(self) -> None:
        workspace = self._session.workspace
        self._status.say_reason(workspace.reason if workspace else "")
