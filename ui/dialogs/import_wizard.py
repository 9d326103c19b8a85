"""The import of sheets of any form in two steps: say what each sheet is, then see what would change and accept it or not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from data.findings import Finding, errors
from planner.importing.mapping.values import BookMapping, TableMapping
from ui.presenters.changes import ChangeLine
from ui.presenters.formats import Formats
from ui.presenters.mapping import Draft
from ui.tokens import LARGE, MEDIUM, SMALL, Tokens
from ui.views.import_panel import ImportPanel
from ui.views.mapping_page import MappingPage
from ui.widgets.labels import button, in_role, label, wrapped

WIDTH, HEIGHT = 1200, 720
MAPPING, PREVIEW = 0, 1


class ImportWizard(QDialog):
    """Shows and tells; whoever listens does the work. Accepting it is the decision to import.

    wanted    what this Draft would change shall be shown
    regarded  a sheet of this Draft (its name) shall be guessed anew: Target or None, first and last row of its headings
    apart     the sheets shall become a portfolio of their own
    saved     the findings shall be written beside the rows of a copy of the sheets
    kept      this mapping shall be written to a file
    loaded    a mapping shall be read from a file
    """

    wanted = Signal(object)
    regarded = Signal(object, str, object, int, int)
    apart = Signal()
    saved = Signal()
    kept = Signal(object)
    loaded = Signal()

    def __init__(
        self, name: str, draft: Draft, formats: Formats, tokens: Tokens, parent: QWidget, *, can_take: bool, is_open: bool
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import {name}").format(name=name))
        room = parent.window().size()
        self.resize(min(WIDTH, max(room.width() - LARGE, 960)), min(HEIGHT, max(room.height() - LARGE, 600)))
        self._can_take = can_take
        self.page = MappingPage(draft, formats, tokens)
        self.panel = ImportPanel(tokens)
        self.step, self.about = label("", "heading"), wrapped("", "muted")
        self.load, self.keep = button(self.tr("Load mapping…")), button(self.tr("Save mapping…"))
        self.back, self.own = button(self.tr("Back")), button(self.tr("As a new portfolio…"))
        self.leave = button(self.tr("Change nothing"))
        self.next = button(self.tr("Show what would change"), primary=True)
        self.take = button(self.tr("Import"), primary=True)
        self._name, self._is_open = name, is_open
        self.keep.setToolTip(self.tr("Keeps how these sheets are read as a file, for colleagues or the command line"))
        self.load.setToolTip(self.tr("Reads these sheets as such a file says"))
        self.own.setToolTip(self.tr("Keep the open portfolio as it is, and make another of this workbook"))
        self._lay_out()
        self._connect()
        self.show_step(MAPPING)

    def _lay_out(self) -> None:
        self.pages = QStackedWidget()
        self.pages.addWidget(self.page)
        self.pages.addWidget(self.panel)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        for part in (self.load, self.keep, self.back, self.own):
            buttons.addWidget(part)
        buttons.addStretch(1)
        for part in (self.leave, self.next, self.take):
            buttons.addWidget(part)
        for part in (self.load, self.keep, self.back, self.own, self.leave, self.next, self.take):
            part.setAutoDefault(False)  # Enter belongs to the cell that is edited
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, MEDIUM)
        column.setSpacing(SMALL)
        column.addWidget(self.step)
        column.addWidget(self.about)
        column.addSpacing(SMALL)
        column.addWidget(self.pages, 1)
        column.addSpacing(SMALL)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.page.changed.connect(self.next.setEnabled)
        self.page.regarded.connect(self._regard)
        self.panel.saved.connect(self.saved)
        self.load.clicked.connect(self.loaded)
        self.keep.clicked.connect(self._keep)
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.take.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        self.own.clicked.connect(self._take_apart)

    def show_step(self, step: int) -> None:
        self.pages.setCurrentIndex(step)
        self.page.setEnabled(True)
        self.next.setEnabled(self.page.is_ready)
        is_preview = step == PREVIEW
        for part in (self.back, self.take):
            part.setVisible(is_preview)
        self.own.setVisible(is_preview and self._is_open)
        for part in (self.load, self.keep, self.next):
            part.setVisible(not is_preview)
        self.step.setText(self.tr("What would change") if is_preview else self._name)
        in_role(self.about, "muted")
        self.about.setText(
            self.tr("Nothing is applied before you import; it is one step, and undo takes it back.")
            if is_preview
            else self.tr(
                "Say what each sheet holds and what its columns mean. Cells of the first two lines can be changed; nothing is applied yet."
            )
        )
        (self.panel.tabs if is_preview else self.page.table).setFocus()

    def show_import(self, lines: Sequence[ChangeLine], found: tuple[Finding, ...]) -> None:
        """The second step: what the mapping as it stands would change."""
        self.panel.show_import(lines, found)
        wrong = errors(found)
        if wrong:
            self.panel.says.setText(
                self.tr("Put these errors right in the workbook, or go back and say how it is to be read. Nothing was changed.")
            )
        self.take.setText(self.tr("Import {count} changes").format(count=len(lines)) if lines else self.tr("Import"))
        self.take.setEnabled(bool(lines) and not wrong and self._can_take)
        self.take.setToolTip(
            "" if self._can_take else self.tr("The open portfolio is read-only: save it under another name, or import as a new one")
        )
        self.own.setEnabled(not wrong)
        self.show_step(PREVIEW)

    def take_guess(self, table: TableMapping) -> None:
        """Takes up a new guess of one sheet."""
        self.page.take(table)

    def take_mapping(self, mapping: BookMapping) -> None:
        self.page.take_all(mapping)

    def say(self, text: str, role: str = "muted") -> None:
        """What was done, or why something could not be."""
        self.page.setEnabled(True)
        self.next.setEnabled(self.page.is_ready)
        self.about.setText(text)
        in_role(self.about, role)

    @property
    def draft(self) -> Draft:
        return self.page.draft

    def _go_on(self) -> None:
        self.about.setText(self.tr("Reading the sheets …"))
        self.page.setEnabled(False)
        self.next.setEnabled(False)
        self.wanted.emit(self.draft)

    def _go_back(self) -> None:
        self.show_step(MAPPING)

    def _regard(self, sheet: str, target: object, first: int, last: int) -> None:
        self.regarded.emit(self.draft, sheet, target, first, last)

    def _keep(self) -> None:
        self.kept.emit(self.draft.mapping)

    def _take_apart(self) -> None:
        self.reject()
        self.apart.emit()
