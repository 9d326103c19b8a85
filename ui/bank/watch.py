"""Watching a shared bank: every few seconds the server is asked what others have written, and that is taken in."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from data.errors import PlannerError
from ui.jobs import Job
from ui.presenters.sharing import Standing, bank_name, done_by_others, refusal
from ui.session import Session
from ui.widgets.table import Table

if TYPE_CHECKING:
    from data.bank.bank import News
    from planner.workspace import Workspace

ASK_MILLISECONDS = 3_000
LATEST_MILLISECONDS = 30_000
"""A server that is away is asked less and less often, but never less than this."""

TYPING_MILLISECONDS = 500
"""How soon to look again whether a cell is still being typed into."""

NEWS_MILLISECONDS = 6_000
"""How long it is said what others did."""


class BankWatch(QObject):
    """Knows how the open portfolio stands to its bank; `changed` tells that `standing` says something else.

    The server is asked and answered in a thread. While it does not answer, nothing can be changed here.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.standing: Standing | None = None
        self._session = session
        self._job: Job[News | None] | None = None
        self._failures = 0
        self.timer, self._news = QTimer(self), QTimer(self)
        for timer, slot in ((self.timer, self._ask), (self._news, self._end_news)):
            timer.setSingleShot(True)
            timer.timeout.connect(slot)
        session.document_changed.connect(self._begin)
        session.lent.connect(self.stop)
        session.returned.connect(self._go_on)
        session.refused.connect(self._ask_soon)  # perhaps because the server is away

    def _begin(self) -> None:
        """Another portfolio is open, or none."""
        self.stop()
        self._failures = 0
        workspace = self._session.workspace
        if workspace is None or workspace.address is None:
            self._say(None)
            return
        self._say(Standing(bank_name(workspace.place), now()))
        self._go_on()

    def stop(self) -> None:
        """Asks no more until the workspace is back, and waits for no answer."""
        self.timer.stop()
        if self._job is not None:
            self._job.abandon()
            self._job = None

    def _go_on(self) -> None:
        if self.standing is not None:
            self.timer.start(ASK_MILLISECONDS)

    def _ask_soon(self) -> None:
        if self.timer.isActive():
            self.timer.start(0)

    def _ask(self) -> None:
        workspace = self._session.workspace
        if workspace is None or workspace.address is None or self._session.is_lent or self._job is not None:
            return
        self._job = Job("bank", workspace.news, partial(self._answered, workspace), self._not_answered, self)
        self._job.ended.connect(_forget)
        self._job.start()

    def _answered(self, workspace: Workspace, news: News | None) -> None:
        self._job = None
        self._failures = 0
        if news is not None and is_typing():
            self._say_answered("")
            self.timer.start(TYPING_MILLISECONDS)
            return
        self._say_answered(self._taken(workspace, news) if news is not None else "")
        self.timer.start(ASK_MILLISECONDS)

    def _taken(self, workspace: Workspace, news: News) -> str:
        """What others did, which is in the portfolio now."""
        known, plan = len(workspace.steps), workspace.plan
        self._session.take_in(news)
        return done_by_others(workspace.steps[known:], new_plan=workspace.plan is not plan)

    def _say_answered(self, news: str) -> None:
        if self.standing is None:
            return
        if news:
            self._news.start(NEWS_MILLISECONDS)
        self._say(Standing(self.standing.name, now(), news=news or self.standing.news))

    def _not_answered(self, problem: Exception) -> None:
        self._job = None
        if not isinstance(problem, PlannerError):
            raise problem
        if self.standing is not None:
            away = _is_away(problem)
            self._say(Standing(self.standing.name, self.standing.at, f"{problem}.", away))
        self.timer.start(min(ASK_MILLISECONDS * 2**self._failures, LATEST_MILLISECONDS))
        self._failures += 1

    def _end_news(self) -> None:
        if self.standing is not None and self.standing.news:
            self._say(Standing(self.standing.name, self.standing.at, self.standing.problem, self.standing.away))

    def _say(self, standing: Standing | None) -> None:
        self.standing = standing
        self._session.block(refusal(standing) if standing else "")
        self.changed.emit()


def is_typing() -> bool:
    """Whether somebody is typing into a cell: what is taken in meanwhile would put the old text back."""
    focus = QApplication.focusWidget()
    part = focus.parentWidget() if focus is not None else None
    while part is not None and not isinstance(part, Table):
        part = part.parentWidget()
    return part is not None


def _is_away(problem: PlannerError) -> bool:
    from data.bank.errors import LostConnectionError, UnreachableError  # noqa: PLC0415 - loaded with the bank

    return isinstance(problem, LostConnectionError | UnreachableError)


def _forget(job: Job[object]) -> None:
    job.deleteLater()


def now() -> dt.datetime:
    return dt.datetime.now().astimezone()
