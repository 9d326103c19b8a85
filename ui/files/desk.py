"""All that has to do with files, wired to each other and to where the window shows it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.bank.sharing import Sharing
from ui.dialogs.files import FileDialogs
from ui.files.documents import Documents
from ui.files.keeping import Keeping
from ui.files.mapped_imports import MappedImports
from ui.files.pictures import GanttPictures
from ui.files.previewed_imports import PreviewedImports
from ui.files.publishing import Publisher
from ui.files.recent import RecentFiles
from ui.files.recovering import Recovering
from ui.files.restoring import Restoring
from ui.jobs import Jobs
from ui.presenters.leftovers import in_words
from ui.presenters.saving import WAYS, Banner, Way, banner, words
from ui.session import Session
from ui.surroundings import Surroundings
from ui.tokens import Tokens
from ui.views.start import StartPage
from ui.widgets.notice import Answer, Notice
from ui.widgets.recent_menu import RecentMenu
from ui.widgets.status import Status


class FileDesk(QObject):
    """Opens, keeps, recovers and restores; the status bar, the banner, the menu and the start page say how things stand.

    done     good news in one sentence
    written  the file or folder that an export has written, and any more beside it
    warned  something the user should know, in one sentence
    failed  why something could not be done
    """

    done = Signal(str)
    written = Signal(object)
    warned = Signal(str)
    failed = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, around: Surroundings, start: StartPage, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._formats, self._start = session, around.formats, start
        dialogs = FileDialogs(window, around.preferences)
        self.publisher = Publisher(session, jobs, self)
        self.keeping = Keeping(session, self.publisher, dialogs, window)
        self.documents = Documents(session, self.keeping, jobs, dialogs, around.data_folder, around.formats)
        self.preview = PreviewedImports(session, self.documents, around, window)
        self.mapping = MappedImports(session, self.documents, jobs, dialogs, around, window)
        self.pictures = GanttPictures(session, jobs, dialogs, self)
        self.restoring = Restoring(session, self.publisher, jobs, dialogs, around, window)
        self.recovering = Recovering(jobs, around.formats, window)
        self.recent = RecentFiles(around.preferences, jobs, self)
        self.recent_menu = RecentMenu(window)
        self.status, self.banner = Status(around.theme.tokens, window), Notice(around.theme.tokens)
        self.sharing = Sharing(session, jobs, self.documents, around, window)
        self._offered: Banner | None = None
        self._was_looked = False
        self._connect()
        self._show_recent()

    def begin(self, path: Path | None, *, demo: bool) -> None:
        """The first thing the window does: opens what it was started with, or asks about what a crash left."""
        if demo:
            self.documents.open_sample()
        elif path is not None:
            self.documents.open(path)
        elif (last := self.recent.to_reopen) is not None:
            self._open(last)
        else:
            self.recovering.ask()

    def _look_once(self) -> None:
        """Whoever starts with a file is told of other files, without a dialog in the way."""
        if not self._was_looked:
            self.recovering.look()

    def show_tokens(self, tokens: Tokens) -> None:
        self.status.show_tokens(tokens)
        self.banner.show_tokens(tokens)

    def _connect(self) -> None:
        for teller in (self.keeping, self.documents, self.pictures, self.restoring, self.recovering, self.sharing):
            teller.done.connect(self.done)
            teller.failed.connect(self.failed)
        self.publisher.warned.connect(self.warned)
        for writer in (self.documents, self.pictures):
            writer.written.connect(self.written)
        self.documents.remarked.connect(self.warned)
        self.publisher.changed.connect(self._show_saving)
        self.sharing.changed.connect(self._show_saving)
        self.documents.opened.connect(self.recent.remember)
        self.documents.opened.connect(self._look_once)
        self.documents.unsaved.connect(self.recovering.ask_first)
        self.documents.damaged.connect(self.restoring.ask_for_damaged)
        self.restoring.replaced.connect(self.documents.open)
        self.recovering.taken_up.connect(self.documents.take_up)
        self.recovering.changed.connect(self._show_leftovers)
        self.recent.changed.connect(self._show_recent)
        self.recent_menu.chosen.connect(self._open)
        self.recent_menu.cleared.connect(self.recent.clear)
        self.recent_menu.aboutToShow.connect(self.recent.look)
        self._start.chosen.connect(self._open)
        self._start.recovered.connect(self.recovering.ask)
        self.status.saved.clicked.connect(self._show_banner)
        self.banner.answered.connect(self._go)
        self._session.document_changed.connect(self._show_document)
        self._session.returned.connect(self._remember)

    def _show_document(self) -> None:
        """Another file, or none: nothing that was said of the one before is true any more."""
        self._offered = None
        self.banner.hide()
        self._show_saving()
        if self._session.workspace is None:
            self.recent.look()
            self.recovering.look()

    def _show_saving(self) -> None:
        saving = self.publisher.saving
        self.status.say_saved(words(saving, now(), self._formats) if saving else self.sharing.words)
        offered = banner(saving) if saving else None
        if offered != self._offered:
            self._offered = offered
            self._show_banner()

    def _show_banner(self) -> None:
        """Shows what there is to decide about the file, even if it was closed before."""
        offered = self._offered
        if offered is None:
            self.banner.hide()
        else:
            answers = [Answer(way.value, *WAYS[way]) for way in offered.ways]
            self.banner.say(offered.text, offered.mark, answers, offered.more)

    def _go(self, answer: str) -> None:
        way = Way(answer)
        if way is Way.OPEN_AGAIN:
            self.documents.open_again()
        else:
            self.keeping.go(way)

    def _open(self, place: str) -> None:
        if "://" in place:
            self.sharing.open(place)
        else:
            self.documents.open(Path(place))

    def _show_leftovers(self) -> None:
        said = in_words(self.recovering.leftovers)
        self._start.show_leftovers(said)
        if said and not self._was_looked and self._session.workspace is not None:
            self.warned.emit(self.tr("{said}: see File, Recover").format(said=said))
        self._was_looked = True

    def _show_recent(self) -> None:
        self._start.show_recent(self.recent.files)
        self.recent_menu.show_files(self.recent.files)

    def _remember(self) -> None:
        """The portfolio may be in another file now."""
        workspace = self._session.workspace
        if workspace is not None and not workspace.address and workspace.path not in [file.path for file in self.recent.files][:1]:
            self.recent.remember(workspace.path)


def now() -> dt.datetime:
    return dt.datetime.now().astimezone()
