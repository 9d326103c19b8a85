"""The plan kept last, and the one that it is measured against: each read once, since a plan takes a while to read."""

from __future__ import annotations

from data.bank.bank import Bank
from data.document.document import Document
from data.entities import Id
from data.plan import Plan

MOST_FROZEN = 6
"""Plans of baselines that are held: those compared side by side, and one to measure against."""


class LatestPlans:
    """The plans of one scenario in a file or shared bank; "" is the plan of record."""

    def __init__(self, kept: Document | Bank, scenario: str = "") -> None:
        self._kept, self._scenario = kept, scenario
        self._latest: Plan | None = None
        self._was_read = False
        self._previous: Id | None = None
        self._previous_was_read = False
        self._other: Plan | None = None

    @property
    def latest(self) -> Plan | None:
        """The plan kept last; None where there is none."""
        if not self._was_read:
            self._latest, self._was_read = self._kept.latest_plan(self._scenario), True
        return self._latest

    def before(self, in_force: Id | None) -> Plan | None:
        """The plan `in_force` where that is not the latest, else the one kept before it; None where there is no other."""
        latest = self.latest
        if latest is None:
            return None
        wanted = in_force if in_force is not None and in_force != latest.id else self._id_before(latest)
        if wanted is None:
            return None
        if self._other is None or self._other.id != wanted:
            self._other = self._kept.plan(wanted)
        return self._other

    @property
    def was_read(self) -> bool:
        """Whether `latest` answers at once."""
        return self._was_read

    def follow(self, plan: Plan | None) -> None:
        """Another plan is the latest now; None where it is still to be read."""
        known = self._latest
        self._previous_was_read = self._was_read
        self._other, self._previous = known or self._other, known.id if known else None
        self._latest, self._was_read = plan, plan is not None

    def _id_before(self, latest: Plan) -> Id | None:
        if not self._previous_was_read:
            self._previous, self._previous_was_read = self._kept.plan_before(latest.id), True
        return self._previous


class Plans:
    """The plans of one file or shared bank, by their scenarios."""

    def __init__(self, kept: Document | Bank) -> None:
        self._kept = kept
        self._known: dict[str, LatestPlans] = {}
        self._frozen: dict[Id, Plan] = {}

    def of(self, scenario_id: Id | str | None) -> LatestPlans:
        """Those of a scenario; None is the plan of record."""
        key = scenario_id or ""
        return self._known.setdefault(key, LatestPlans(self._kept, key))

    def frozen(self, plan_id: Id) -> Plan:
        """Any plan, such as that of a baseline; the few that were asked for last are read once."""
        found = self._frozen.pop(plan_id, None) or self._kept.plan(plan_id)
        self._frozen[plan_id] = found
        while len(self._frozen) > MOST_FROZEN:
            del self._frozen[next(iter(self._frozen))]
        return found

    def has_read(self, plan_id: Id) -> bool:
        """Whether `frozen` answers at once."""
        return plan_id in self._frozen

    def keep(self, plan: Plan) -> None:
        """Keeps a plan as the latest of its scenario."""
        self._kept.keep_plan(plan)
        self.of(plan.scenario).follow(plan)

    def follow(self, scenario: str, plan: Plan | None) -> None:
        """Others have kept plans: this is the latest of one scenario, None where it is still to be read, as all others are."""
        self._known = {scenario: self.of(scenario)}
        self._known[scenario].follow(plan)
