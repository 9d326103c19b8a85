"""Planning again: what may change is asked, the search is followed, and what came of it is shown before it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from data.entities import Id
from data.plan import Plan
from ui.jobs import Jobs
from ui.presenters.formats import Formats
from ui.presenters.replanning import Offers, Wish
from ui.presenters.solving import Told
from ui.settings import USUAL_TIME_LIMIT
from ui.tokens import LARGE, MEDIUM, SMALL, Tokens
from ui.views.replan_course import ReplanCourse
from ui.views.replan_form import ReplanForm
from ui.views.replan_offers import ReplanOffers
from ui.widgets.labels import label, wrapped

WIDTH, HEIGHT = 1040, 720


@dataclass(frozen=True, slots=True)
class Record:
    """A plan to start from, as the dialog names it."""

    plan: Plan
    name: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user wants: the plan to start from, what may change, by which policy, how long, and whether a curve is drawn."""

    record: Plan
    wish: Wish
    policy_id: Id | None
    time_limit: float
    is_curve: bool


class Replan(QDialog):
    """Three pages, one after the other.

    asked    the search shall begin; the payload is an Asked
    stopped  it shall end with the best so far
    kept     this Offer shall be kept, with the edit of its Offers
    """

    asked = Signal(object)
    stopped = Signal()
    kept = Signal(object)

    def __init__(self, records: Sequence[Record], formats: Formats, tokens: Tokens, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Plan again"))
        self.resize(WIDTH, HEIGHT)
        self._records = records
        self.form = ReplanForm([record.name for record in records], formats)
        self.course = ReplanCourse(tokens, formats)
        self.offers = ReplanOffers(formats, tokens, jobs)
        self.says = wrapped("", "bad")
        self._pages = QStackedWidget()
        for page in (self.form, self.course, self.offers):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, MEDIUM)
        column.setSpacing(SMALL)
        column.addWidget(label(self.tr("Plan again"), "heading"))
        column.addWidget(
            wrapped(
                self.tr("Start from a plan in force and change as little of it as you ask for. Hard bookings stay in any case."), "muted"
            )
        )
        column.addWidget(self.says)
        column.addWidget(self._pages, 1)
        self._connect()
        self.say("")

    def _connect(self) -> None:
        self.form.asked.connect(self._ask)
        self.form.left.connect(self.reject)
        self.course.stopped.connect(self.stopped)
        self.offers.kept.connect(self.kept)
        self.offers.back.connect(self.show_form)
        self.offers.left.connect(self.reject)

    @property
    def time_limit(self) -> int:
        """Seconds chosen, those that are usual where none are."""
        return int(self.form.time_limit.currentData() or USUAL_TIME_LIMIT)

    def show_form(self) -> None:
        self._pages.setCurrentWidget(self.form)
        self.form.focus_first()

    def show_course(self, *, weighs: bool) -> None:
        """A search has begun."""
        self.say("")
        self.course.start(weighs=weighs)
        self._pages.setCurrentWidget(self.course)

    def follow(self, told: Told) -> None:
        self.course.follow(told)

    def show_offers(self, offers: Offers) -> None:
        self._pages.setCurrentWidget(self.offers)
        self.offers.show_offers(offers)

    def say(self, text: str) -> None:
        """Why something could not be done; nothing hides it."""
        self.says.setText(text)
        self.says.setVisible(bool(text))

    def show_tokens(self, tokens: Tokens) -> None:
        self.course.show_tokens(tokens)
        self.offers.show_tokens(tokens)

    def _ask(self, wish: Wish, is_curve: bool) -> None:
        record = self._records[self.form.record.currentIndex()]
        self.asked.emit(Asked(record.plan, wish, self.form.policy.policy_id, float(self.time_limit), is_curve))
