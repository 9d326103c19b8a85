"""What becomes of a change of the open portfolio: what it touched, or why it was refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from data.bank.address import Address
from data.edits import Edit
from data.errors import PlannerError
from data.findings import Finding
from data.portfolio import Kind


class RefusedEdit(PlannerError):  # noqa: N818 - named as StaleEditError is: what became of the edit
    """An edit would break rules; `findings` says which, and nothing has changed."""

    def __init__(self, edit: Edit, findings: tuple[Finding, ...]) -> None:
        more = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
        super().__init__(f"“{edit.label}” was not done: {findings[0]}{more}")
        self.edit = edit
        self.findings = findings


class GoneScenarioError(PlannerError):
    """An edit was made in a scenario that others have removed; nothing has changed, and the plan of record is seen."""

    def __init__(self, edit: Edit) -> None:
        super().__init__(f"“{edit.label}” was not done: somebody has removed the scenario; do it again to do it in the plan of record")
        self.edit = edit


class NoFileError(PlannerError):
    """Something was asked of a shared bank that only a file can do."""

    def __init__(self, address: Address) -> None:
        super().__init__(f"{address}: this is a shared bank, not a file; save a copy of it to have one")


@dataclass(frozen=True, slots=True)
class Touched:
    """What a change touched: kinds of entities, and whether a plan was kept; not `written` where only another scenario is seen."""

    kinds: frozenset[Kind] = frozenset()
    plan: bool = False
    written: bool = True


Listener = Callable[[Touched], None]
