"""Planning again without a search: a plan of record, plans that differ from it, and a solver that answers as a test wants."""

from __future__ import annotations

import threading

from data.entities import Hours, Id, Policy, new_id
from data.plan import Plan
from data.portfolio import Portfolio
from planner.plans import fingerprint
from planner.replanning.request import Replanning
from planner.solving import Outcome
from solver.control import Control, Options, Progress
from solver.solution import Status
from tests.builders import allocation, plan

RECORD = plan(allocation("Build", "Ann", 1, 30.0), allocation("Check", "Cleo", 2, 10.0), id=Id("record"))


class Rehearsal:
    """A solver of replannings that reports two steps, waits to be let go or stopped, and gives Bob ten of Ann's hours."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.go_on.set()
        self.replanning: Replanning | None = None
        self.policy: Policy | None = None
        self.time_limit: float | None = None

    def __call__(
        self,
        portfolio: Portfolio,
        options: Options,
        control: Control,
        *,
        policy: Policy | None = None,
        replanning: Replanning | None = None,
        start: Plan | None = None,
    ) -> Outcome:
        self.replanning, self.policy, self.time_limit = replanning, policy, options.time_limit
        for step in (1, 2):
            control.report(Progress(f"step {step}", 90.0 + step, 100.0, step, float(step)), None)
        while not control.should_stop() and not self.go_on.wait(0.01):
            pass
        return Outcome(shifted(portfolio, 10.0), Status.STOPPED if control.should_stop() else Status.FEASIBLE, ())


def shifted(portfolio: Portfolio, hours: Hours, worth: float = 100.0) -> Plan:
    """The plan of record with so many of Ann's hours given to Bob."""
    given = [allocation("Build", "Ann", 1, 30.0 - hours), allocation("Check", "Cleo", 2, 10.0)]
    given += [allocation("Build", "Bob", 1, hours)] if hours else []
    made_of = {"value": worth, "objective": worth, "bound": 130.0, "objective_bound": 130.0}
    return plan(*given, id=new_id(), fingerprint=fingerprint(portfolio), **made_of)
