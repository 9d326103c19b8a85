"""A scenario that came as a file: what it would change here, what of it does not fit, and under which name it can be taken in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from data.edits import Edit
from data.entities import Id, Scenario
from data.findings import Finding
from data.portfolio import Portfolio
from data.scenario_file import read_scenario, write_scenario
from planner.scenarios.resolving import scenario_named
from planner.scenarios.sending import sent
from planner.scenarios.taking import Fitted, fitted, free_name, replaced, taken_in
from ui.presenters.changes import ChangeLine
from ui.presenters.formats import Formats
from ui.presenters.saying import counted, translate
from ui.presenters.scenarios import tried
from ui.presenters.terms import said


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a file brings: the changes as this portfolio would have them, and everything that does not fit or is left out."""

    of: Fitted
    free: str
    lines: tuple[ChangeLine, ...]
    findings: tuple[Finding, ...]

    @property
    def name(self) -> str:
        return self.of.sent.scenario.name

    @property
    def there(self) -> Scenario | None:
        """The scenario in whose place it can be put."""
        return self.of.there


def arrival(path: Path, record: Portfolio, formats: Formats) -> Arrival:
    """Reads a file and tries it here; takes its time. Raises BadScenarioFileError."""
    of = fitted(record, read_scenario(path))
    free = free_name(record, of.sent.scenario.name)
    edit, key = taken_in(of, free)
    found = tried(edit.applied_to(record), key, None, formats)
    return Arrival(of, free, found.lines, (*of.left_out, *(each.finding for each in found.missed)))


def about(of: Arrival) -> str:
    """Where it comes from, and what was said of it there."""
    scenario = of.of.sent.scenario
    came = translate("Taking", "Sent from the portfolio “{name}”").format(name=of.of.sent.portfolio)
    left = counted("Taking", "%n changes are left out", "%n change is left out", len(of.of.left_out)) if of.of.left_out else ""
    return " · ".join(filter(None, (came, said(scenario.status), scenario.owner, left)))


def trouble(record: Portfolio, name: str) -> str:
    """Why it cannot be taken in under a name; "" where it can."""
    if not name.strip():
        return translate("Taking", "Give it a name.")
    if scenario_named(record, name) is not None:
        return translate("Taking", "There is a scenario of this name already.")
    return ""


def edit(of: Arrival, record: Portfolio, name: str | None) -> tuple[Edit, Id]:
    """What takes it in under a name, or with None puts it in the place of the one that is there; and the id that it has then."""
    there = record.scenarios.get(of.there.id) if of.there is not None else None
    return replaced(record, of.of, there) if name is None and there is not None else taken_in(of.of, name or of.free)


def send(record: Portfolio, scenario_id: Id, path: Path) -> Path:
    """Writes a scenario as a file. Raises ScenarioNotWrittenError."""
    write_scenario(sent(record, scenario_id), path)
    return path
