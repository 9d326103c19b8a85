"""What happened, said in the notice that lies over the page: good news, warnings, refusals, and where an export is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from data.findings import Finding
from ui.presenters.solving import impossible
from ui.session import Session
from ui.views.findings_dock import FindingsDock
from ui.widgets.notice import Answer, Notice

OPEN, FOLDER = "open", "folder"


class Notices(QObject):
    """One notice at a time; what was refused goes once an edit was taken."""

    def __init__(self, notice: Notice, session: Session, findings: FindingsDock) -> None:
        super().__init__(notice)
        self._notice, self._findings = notice, findings
        self._refused = ""
        self._place = Path()
        session.refused.connect(self.say_refused)
        session.edited.connect(self._forget_refused)
        notice.answered.connect(self._go)

    def say_done(self, text: str) -> None:
        self._notice.say(text, "good")

    def say_warning(self, text: str) -> None:
        self._notice.say(text, "warning")

    def say_failed(self, text: str) -> None:
        self._notice.say(text, "bad")

    def say_refused(self, text: str) -> None:
        self._refused = text
        self.say_failed(text)

    def say_written(self, places: tuple[Path, ...]) -> None:
        """Where an export is, with ways to look at it; the first of several files is the one that was asked for."""
        self._place = place = places[0]
        more = self.tr(" and {count} more pages beside it").format(count=len(places) - 1) if len(places) > 1 else ""
        answers = [Answer(FOLDER, self.tr("Show folder"), self.tr("Shows the folder in which it lies"))]
        if place.is_file():
            answers.insert(0, Answer(OPEN, self.tr("Open"), self.tr("Opens it in the program for such files")))
        self._notice.say(self.tr("Written to {place}").format(place=place) + more, "good", answers)

    def say_impossible(self, findings: tuple[Finding, ...]) -> None:
        """Every finding is listed below, since none alone may be the one to mend."""
        said, reasons = impossible(findings)
        self._notice.say(said, "bad", more=reasons)
        self._findings.show()

    def _forget_refused(self) -> None:
        if self._refused and self._notice.text == self._refused:
            self._notice.hide()
        self._refused = ""

    def _go(self, answer: str) -> None:
        place = self._place if answer == OPEN or self._place.is_dir() else self._place.parent
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))):
            self.say_failed(self.tr("No program here opens {place}").format(place=place))
