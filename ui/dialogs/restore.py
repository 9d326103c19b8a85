"""The backups of a portfolio: what each holds, what differs from now, and bringing one back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.models.rows import RowsModel
from ui.presenters import backups as words
from ui.presenters.backups import BackupRow
from ui.presenters.formats import Formats
from ui.tokens import LARGE, MEDIUM, SMALL, Tokens
from ui.widgets.labels import button, label, wrapped
from ui.widgets.table import Table

if TYPE_CHECKING:
    from planner.files import Backup

WIDTH, HEIGHT = 800, 480


@dataclass(frozen=True, slots=True)
class RestoreWords:
    """What the dialog says of the file: its heading, a line under it (`bad` where the file is damaged), and what Restore does."""

    heading: str
    says: str
    bad: bool
    does: str
    cannot: str = ""
    """Why nothing can be restored here; empty where it can."""


class Restore(QDialog):
    """Lists backups, the newest first.

    chosen    another backup was selected
    restored  this one shall come back
    saved_as  this one shall be written to a file of its own
    """

    chosen = Signal(object)
    restored = Signal(object)
    saved_as = Signal(object)

    def __init__(self, says: RestoreWords, rows: Sequence[BackupRow], formats: Formats, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Restore a backup"))
        self.resize(WIDTH, HEIGHT)
        self._says = says
        self.model: RowsModel[BackupRow] = RowsModel(tokens, lambda *_: False, self)
        self.model.show(words.columns(formats), rows)
        self.table = Table(self.model)
        self.table.setAccessibleName(self.tr("Backups"))
        self.table.setSelectionBehavior(Table.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(Table.SelectionMode.SingleSelection)
        self.table.fit_columns()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.differs = wrapped("")
        self.restore = button(self.tr("Restore"), primary=True)
        self.restore.setToolTip(says.cannot or says.does)
        self.restore.setAccessibleDescription(says.cannot or says.does)
        self.save_as = button(self.tr("Save this backup as…"))
        self.save_as.setToolTip(self.tr("Write the backup to a file of its own; the open portfolio stays as it is"))
        self.leave = button(self.tr("Close"))
        for other in (self.save_as, self.leave):
            other.setAutoDefault(False)
        self.restore.setDefault(True)
        self._connect()
        self._lay_out()
        self._say_what_can_be_done()

    @property
    def backup(self) -> Backup | None:
        """The one that is selected."""
        index = self.table.currentIndex()
        return self.model.row_at(index.row()).backup if index.isValid() else None

    def choose_newest(self) -> None:
        """Selects the first row, where there is one."""
        if self.model.rowCount():
            choose = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.table.selectionModel().setCurrentIndex(self.model.index(0, 0), choose)
            self.table.setFocus()

    def say_differences(self, text: str) -> None:
        """What restoring the selected one would change."""
        self.differs.setText(text)

    def _connect(self) -> None:
        self.restore.clicked.connect(self._tell(self.restored))
        self.save_as.clicked.connect(self._tell(self.saved_as))
        self.leave.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.save_as)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, MEDIUM)
        column.setSpacing(SMALL)
        column.addWidget(label(self._says.heading, "heading"))
        column.addWidget(wrapped(self._says.says, "bad" if self._says.bad else "muted"))
        column.addSpacing(SMALL)
        column.addWidget(self.table, 1)
        column.addWidget(self.differs)
        column.addSpacing(SMALL)
        column.addLayout(buttons)

    def _choose(self) -> None:
        self._say_what_can_be_done()
        backup = self.backup
        if backup is not None:
            self.differs.setText(self.tr("Comparing with the portfolio now…") if not self._says.bad else self._says.does)
            self.chosen.emit(backup)

    def _say_what_can_be_done(self) -> None:
        is_chosen = self.backup is not None
        self.restore.setEnabled(is_chosen and not self._says.cannot)
        self.save_as.setEnabled(is_chosen)
        if not self.model.rowCount():
            self.differs.setText(
                self.tr("There is no backup yet. Plimsoll makes one before a file is first changed, while you work, and when you close it.")
            )

    def _tell(self, signal: object) -> Callable[[], None]:
        def tell() -> None:
            backup = self.backup
            if backup is not None:
                signal.emit(backup)  # type: ignore[attr-defined]  # a bound signal, whose type PySide does not name

        return tell
