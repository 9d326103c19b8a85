"""What giving work to somebody else does to the plan, proved by solving again from the plan at hand with that pin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.entities import Id, Points, Policy
from data.findings import errors
from data.plan import Plan
from data.portfolio import Portfolio
from planner.alternatives.candidates import Candidate, Question
from planner.alternatives.giving import given_to
from planner.alternatives.proof import Proof
from planner.hours.problem import Case
from planner.solving import SolveFailedError, Wish, concluded, posed
from solver.control import Control, Options
from solver.errors import SolverError
from solver.executing import Task, executor_at, solved_all
from solver.solution import Solution

SECONDS = 20.0
"""At most for one solve, however busy the machine."""
EFFORT = 24
"""Steps of work for each solve, so that before and after were searched alike and the same question has the same answer."""


@dataclass(frozen=True, slots=True)
class Trial:
    """The portfolio with one candidate's pin, or (None) as it stands."""

    resource_id: Id | None
    portfolio: Portfolio
    case: Case
    wish: Wish


def proved(
    portfolio: Portfolio, start: Plan, question: Question, wanted: Sequence[Candidate], policy: Policy | None, control: Control
) -> Iterator[Proof]:
    """The proof of each candidate, as it comes; once stopped, none any more.

    The portfolio is first solved as it stands, so that what a longer search would have found anyway is nobody's effect. Raises
    SolveFailedError where the solves could not be carried out.
    """
    options = Options(time_limit=SECONDS, effort=EFFORT)
    trials: list[Trial] = []
    hopeless: list[Trial] = []

    def tasks() -> Iterator[Task]:
        for candidate in (None, *wanted):
            trial = _trial(portfolio, start, question, candidate, policy)
            if errors(trial.case.findings):
                hopeless.append(trial)
            else:
                trials.append(trial)
                yield Task(f"Trial {len(trials)}", trial.case.problem, options)

    try:
        with executor_at(None) as executor:
            yield from _judged(trials, solved_all(tasks(), executor, control), control)
    except SolverError as reason:
        raise SolveFailedError(str(reason)) from reason
    yield from (Proof(each.resource_id, 0.0, None, each.case.findings) for each in hopeless if each.resource_id is not None)


def _judged(trials: list[Trial], solved: Iterator[tuple[int, Solution]], control: Control) -> Iterator[Proof]:
    """Holds proofs back until the plan without a pin is there to compare with."""
    before: Points | None = None
    waiting: list[Proof] = []
    for number, solution in solved:
        if control.should_stop():
            return
        trial = trials[number]
        outcome = concluded(trial.portfolio, trial.case, solution, trial.wish)
        if trial.resource_id is None:
            before = outcome.plan.objective if outcome.plan else 0.0
        else:
            waiting.append(Proof(trial.resource_id, 0.0, outcome.plan, outcome.findings))
        if before is not None:
            yield from (Proof(each.resource_id, before, each.plan, each.findings) for each in waiting)
            waiting.clear()


def _trial(portfolio: Portfolio, start: Plan, question: Question, candidate: Candidate | None, policy: Policy | None) -> Trial:
    after = portfolio if candidate is None else given_to(portfolio, question, candidate).applied_to(portfolio)
    wish = Wish(policy, start=start)
    return Trial(candidate.resource_id if candidate else None, after, posed(after, wish), wish)
