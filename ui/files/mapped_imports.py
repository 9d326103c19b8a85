"""The import of sheets of any form: the wizard, and the work it asks for, done beside the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from data.errors import PlannerError
from ui.dialogs.files import FileDialogs
from ui.files.documents import Documents
from ui.files.proposals import Proposal, Unmapped, guessed_anew, mapped
from ui.jobs import Jobs
from ui.session import Session
from ui.surroundings import Surroundings

if TYPE_CHECKING:
    from planner.importing.mapping.values import BookMapping, TableMapping, Target
    from ui.dialogs.import_wizard import ImportWizard
    from ui.presenters.mapping import Draft

Result = TypeVar("Result")


class MappedImports(QObject):
    """Shows the wizard when sheets of a form of their own were read; one at a time."""

    def __init__(
        self, session: Session, documents: Documents, jobs: Jobs, dialogs: FileDialogs, around: Surroundings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._documents, self._jobs, self._dialogs = session, documents, jobs, dialogs
        self._around, self._window = around, window
        self._wizard: ImportWizard | None = None
        self._proposal: Proposal | None = None
        self._path = Path()
        documents.unmapped.connect(self._show)

    def _show(self, found: Unmapped) -> None:
        from ui.dialogs.import_wizard import ImportWizard  # noqa: PLC0415 - loads the libraries of sheets, which are loaded by now

        tokens, formats = self._around.theme.tokens, self._around.formats
        can_take, is_open = self._session.read_only is None, self._session.workspace is not None
        wizard = ImportWizard(found.path.name, found.draft, formats, tokens, self._window, can_take=can_take, is_open=is_open)
        self._wizard, self._path, self._proposal = wizard, found.path, None
        wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wizard.wanted.connect(self._map)
        wizard.regarded.connect(self._guess)
        wizard.accepted.connect(self._accept)
        wizard.apart.connect(self._accept_apart)
        wizard.saved.connect(self._save_findings)
        wizard.kept.connect(self._keep)
        wizard.loaded.connect(self._load)
        wizard.finished.connect(self._forget)
        wizard.open()

    def _map(self, draft: Draft) -> None:
        self._run(partial(mapped, self._path, draft, self._session.portfolio, self._around.formats), self._preview)

    def _preview(self, proposal: Proposal) -> None:
        self._proposal = proposal
        if self._wizard is not None:
            self._wizard.show_import(proposal.lines, proposal.findings)

    def _guess(self, draft: Draft, sheet: str, target: Target | None, first: int, last: int) -> None:
        self._run(partial(guessed_anew, draft, sheet, target, (first, last), self._path.stem), self._take_guess)

    def _take_guess(self, table: TableMapping) -> None:
        if self._wizard is not None:
            self._wizard.take_guess(table)

    def _accept(self) -> None:
        if self._proposal is not None:
            self._documents.accept(self._proposal)

    def _accept_apart(self) -> None:
        if self._proposal is not None:
            self._documents.accept_apart(self._proposal)

    def _save_findings(self) -> None:
        if self._proposal is not None:
            self._documents.save_findings(self._path, self._proposal.findings)

    def _keep(self, mapping: BookMapping) -> None:
        place = self._dialogs.place_for_mapping(self._path.stem)
        if place is not None:
            self._run(partial(_kept, mapping, place), self._say_kept)

    def _say_kept(self, place: Path) -> None:
        if self._wizard is not None:
            self._wizard.say(self.tr("The mapping is written to {place}").format(place=place), "good")

    def _load(self) -> None:
        chosen = self._dialogs.mapping_to_load()
        if chosen is not None:
            self._run(partial(_loaded, chosen), self._take_mapping)

    def _take_mapping(self, mapping: BookMapping) -> None:
        if self._wizard is not None:
            self._wizard.take_mapping(mapping)

    def _run(self, work: Callable[[], Result], then: Callable[[Result], None]) -> None:
        self._jobs.run("mapping", work, then, self._tell)

    def _tell(self, problem: Exception) -> None:
        if not isinstance(problem, PlannerError | OSError):
            raise problem
        if self._wizard is not None:
            self._wizard.say(str(problem), "bad")

    def _forget(self, _result: int) -> None:
        """What the wizard asked for and nobody waits for any more is dropped."""
        self._jobs.abandon("mapping")
        self._wizard = None


def _kept(mapping: BookMapping, place: Path) -> Path:
    from planner.importing.mapping.mapping_file import write_mapping  # noqa: PLC0415

    write_mapping(mapping, place)
    return place


def _loaded(place: Path) -> BookMapping:
    from planner.importing.mapping.mapping_file import read_mapping  # noqa: PLC0415

    return read_mapping(place)
