"""What solving again has proved of giving work to somebody else."""

from __future__ import annotations

from dataclasses import dataclass

from data.entities import Id, Points
from data.findings import Finding
from data.plan import Plan


@dataclass(frozen=True, slots=True)
class Proof:
    """A plan found with the pin (None: no plan keeps every rule), and the objective of the one found without it by the same search."""

    resource_id: Id
    before: Points
    plan: Plan | None
    findings: tuple[Finding, ...] = ()

    @property
    def after(self) -> Points | None:
        """Its objective, which is its value unless a policy adds terms."""
        return self.plan.objective if self.plan else None

    @property
    def effect(self) -> Points | None:
        """Points won or lost; None where there is no plan."""
        return None if self.plan is None else self.plan.objective - self.before
