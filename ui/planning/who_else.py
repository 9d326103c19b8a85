"""“Who else?”, wired: candidates at once, their effects as they are proved beside the window, and one of them taken."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from data.entities import Id, Policy
from data.errors import PlannerError
from data.plan import Plan
from data.portfolio import Portfolio
from planner.alternatives.candidates import Candidate, Question
from planner.alternatives.giving import given_to
from planner.alternatives.proof import Proof
from planner.plans import policy_of
from ui.jobs import Job, Jobs
from ui.presenters.booking import Target
from ui.presenters.formats import Formats
from ui.presenters.situation import Situation
from ui.presenters.solving import Told
from ui.presenters.who_else import MOST_SHOWN, Asked, Offer, asked, offers
from ui.session import Session
from ui.views.who_else_panel import WhoElsePanel

JOB, LOOKING = "who else", "who else at once"
AT_ONCE = 5
"""How many candidates are proved before the user is asked whether to go on: the best ones, about half a minute."""


@dataclass(frozen=True, slots=True)
class Trials:
    """What is proved at one go."""

    portfolio: Portfolio
    plan: Plan
    question: Question
    candidates: tuple[Candidate, ...]
    policy: Policy | None


class ProvingJob(Job[None]):
    """Solves again for one candidate after the other; `proved` tells each proof. Cancelled, it ends without a word more."""

    proved = Signal(object)

    def __init__(self, trials: Trials, then: Callable[[None], None], otherwise: Callable[[Exception], None], parent: QObject) -> None:
        super().__init__(JOB, self._prove, then, otherwise, parent)
        self._trials = trials
        self._stop = threading.Event()

    def cancel(self) -> None:
        self._stop.set()

    def abandon(self) -> None:
        super().abandon()
        self.cancel()

    def report(self, progress: Told, best: object) -> None:
        """Nobody follows a single solve."""

    def should_stop(self) -> bool:
        return self._stop.is_set()

    def _prove(self) -> None:
        from planner.alternatives.proving import proved  # noqa: PLC0415 - the optimiser's libraries are loaded with the first solve

        of = self._trials
        for proof in proved(of.portfolio, of.plan, of.question, of.candidates, of.policy, self):
            if not self.abandoned:
                self.proved.emit(proof)


class WhoElse(QObject):
    """One question at a time; a change of the portfolio ends it.

    opened  there are answers
    closed  back to the drill-down
    failed  why it could not be asked or proved
    """

    opened = Signal()
    closed = Signal()
    failed = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, formats: Formats, panel: WhoElsePanel, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._formats, self._panel = session, jobs, formats, panel
        self._situation: Situation | None = None
        self._target: Target | None = None
        self._asked: Asked | None = None
        self._proofs: dict[Id, Proof] = {}
        self._running: tuple[Id, ...] = ()
        panel.taken.connect(self._take)
        panel.stopped.connect(self.stop)
        panel.more.connect(self._prove_more)
        panel.closed.connect(self.close)
        panel.turned.connect(self._turn)
        session.portfolio_changed.connect(self.close)
        session.document_changed.connect(self.close)
        jobs.changed.connect(self._make_room)

    def ask(self, situation: Situation, target: Target) -> None:
        """Finds who may do the chosen work beside the window, shows them, and begins to prove the best."""
        self._situation, self._target = situation, target
        self._jobs.run(LOOKING, partial(asked, situation, target, self._formats), self._begin, self._failed)

    def _turn(self) -> None:
        """Asks of the hours missing instead of those given, or the other way round."""
        situation, target, found = self._situation, self._target, self._asked
        if situation is not None and target is not None and found is not None:
            look = partial(asked, situation, target, self._formats, missing=not found.is_missing)
            self._jobs.run(LOOKING, look, self._begin, self._failed)

    def _begin(self, found: Asked | None) -> None:
        if found is None:
            self.failed.emit(self.tr("Choose a demand with hours in these weeks first: click its line, or pick it under Book by hand"))
            return
        self._asked, self._proofs = found, {}
        self._panel.ask(found.says, found.now, found.turned)
        self._prove_more()
        self.opened.emit()

    def stop(self) -> None:
        """Ends the solving; what is proved stays."""
        self._jobs.abandon(JOB)
        self._running = ()
        self._show()

    def close(self) -> None:
        """Drops the question."""
        self._jobs.abandon(LOOKING)
        if self._asked is not None:
            self._asked = None
            self._jobs.abandon(JOB)
            self._running = ()
            self.closed.emit()

    def _prove_more(self) -> None:
        """Proves the next candidates, the most promising first; before the first plan there is nothing to compare with."""
        situation, found = self._situation, self._asked
        if situation is None or found is None:
            return
        wanted = self._open_ones()[:AT_ONCE]
        if situation.plan is not None and wanted and not self._jobs.is_running("solve"):
            policy = policy_of(situation.plan, situation.portfolio)
            trials = Trials(situation.portfolio, situation.plan, found.question, wanted, policy)
            job = ProvingJob(trials, self._ended, self._failed, self._jobs)
            job.proved.connect(self._take_in)
            self._running = tuple(each.resource_id for each in wanted)
            self._jobs.start(job)
        self._show()

    def _open_ones(self) -> tuple[Candidate, ...]:
        """Candidates that are shown and not proved."""
        shown = self._asked.candidates[:MOST_SHOWN] if self._asked else ()
        return tuple(each for each in shown if each.resource_id not in self._proofs)

    def _take_in(self, proof: Proof) -> None:
        """A proof of a question that was closed may still be on its way: it is not shown."""
        if self.sender() is self._jobs.current(JOB):
            self._proofs[proof.resource_id] = proof
            self._running = tuple(key for key in self._running if key != proof.resource_id)
            self._show()

    def _ended(self, nothing: None) -> None:
        self._running = ()
        self._show()

    def _failed(self, problem: Exception) -> None:
        self._running = ()
        self._show()
        if not isinstance(problem, PlannerError):
            raise problem
        self.failed.emit(str(problem))

    def _make_room(self) -> None:
        """A solve of the whole plan goes first."""
        if self._running and self._jobs.is_running("solve"):
            self.stop()

    def _take(self, offer: Offer) -> None:
        """Gives the work to the candidate; a plan that was proved with it is kept, so that nothing needs to be solved again."""
        situation, found = self._situation, self._asked
        if situation is None or found is None:
            return
        proof = self._proofs.get(offer.candidate.resource_id)
        if (
            self._session.apply(given_to(situation.portfolio, found.question, offer.candidate))
            and proof is not None
            and proof.plan is not None
        ):
            self._session.keep_solved(proof.plan, proof.findings)

    def _show(self) -> None:
        situation, found = self._situation, self._asked
        if situation is None or found is None:
            return
        self._panel.show_offers(offers(situation, found, self._proofs, self._running, self._formats), can_take=self._session.can_edit)
        self._panel.say(self._state(situation), running=bool(self._running), more=situation.plan is not None and bool(self._open_ones()))

    def _state(self, situation: Situation) -> str:
        if situation.plan is None:
            return self.tr("Solve first: effects are proved against a plan.")
        if self._running:
            return self.tr("Solving with each of them, the most promising first…")
        if not self._proofs:
            return self.tr("Points of value; “about” is not proved yet.")
        return self.tr("Points of value won or lost, proved by solving again.")
