"""The import of sheets in the form of a portfolio: shown as what it would change, and done once the user agrees."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from ui.dialogs.import_preview import ImportPreview
from ui.files.documents import Documents
from ui.files.proposals import Proposal
from ui.session import Session
from ui.surroundings import Surroundings


class PreviewedImports(QObject):
    """Shows what an import would do; only accepting it does it."""

    def __init__(self, session: Session, documents: Documents, around: Surroundings, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._documents, self._around, self._window = session, documents, around, window
        documents.proposed.connect(self._show)

    def _show(self, proposal: Proposal) -> None:
        documents, read_only = self._documents, self._session.read_only is not None
        preview = ImportPreview(
            proposal.name, proposal.lines, proposal.findings, self._around.theme.tokens, self._window, read_only=read_only
        )
        preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        preview.accepted.connect(partial(documents.accept, proposal))
        preview.apart.connect(partial(documents.accept_apart, proposal))
        preview.saved.connect(partial(documents.save_findings, proposal.path, proposal.findings))
        preview.own.setVisible(self._session.workspace is not None)
        preview.open()
