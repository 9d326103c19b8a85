"""`plimsoll scenario send PORTFOLIO SCENARIO FILE` and `plimsoll scenario take PORTFOLIO FILE`."""

from __future__ import annotations

from pathlib import Path

from data.edits import Edit
from data.entities import Id
from data.portfolio import Portfolio
from data.scenario_file import SUFFIX, read_scenario, write_scenario
from planner.commands.exits import Exit, WrongUsageError
from planner.commands.output import say, show_findings
from planner.commands.places import Place, check_portfolio_file, scenario_in
from planner.commands.sides import looked_at
from planner.commands.writing import changing
from planner.scenarios.resolving import changes_of, resolve, scenario_named
from planner.scenarios.sending import sent
from planner.scenarios.taking import Fitted, fitted, replaced, taken_in


class NoScenarioSuffixError(WrongUsageError):
    """A scenario is written to files of its own kind only."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: a scenario is written to a file that ends in {SUFFIX}; name one.")


class NameTakenError(WrongUsageError):
    """There is a scenario of the name already."""

    def __init__(self, name: str, place: Place) -> None:
        super().__init__(
            f"{place} keeps a scenario “{name}” already; --replace puts the one of the file in its place, --name NAME takes it in beside it."
        )


def send(place: Place, scenario: str, target: Path) -> Exit:
    """Write one scenario to a file of its own."""
    check_portfolio_file(place)
    if target.suffix.lower() != SUFFIX:
        raise NoScenarioSuffixError(target)
    with looked_at(place) as workspace:
        found = sent(workspace.record, scenario_in(workspace, scenario).id)
    write_scenario(found, target)
    say(f"{found.scenario.name}: {_counted(len(found.changes))} written to {target}")
    return Exit.DONE


def take(place: Place, source: Path, *, name: str | None, replacing: bool, dry_run: bool) -> Exit:
    """Bring a scenario of a file into a portfolio as one edit, with a finding for all that is left out or does not fit today."""
    check_portfolio_file(place)
    arrived = read_scenario(source)
    with looked_at(place) if dry_run else changing(place) as workspace:
        of = fitted(workspace.record, arrived)
        edit, key = _edit(workspace.record, of, name, replacing=replacing, place=place)
        after = edit.applied_to(workspace.record)
        show_findings((*of.left_out, *resolve(after, key).findings))
        if not dry_run:
            workspace.apply(edit)
    told = f"{after.scenarios[key].name}: {_counted(len(changes_of(after, key)))} of {len(arrived.changes)}"
    say(f"{told}; nothing written (--dry-run)." if dry_run else f"{told} taken into {place} as one edit.")
    return Exit.DONE


def _edit(portfolio: Portfolio, of: Fitted, name: str | None, *, replacing: bool, place: Place) -> tuple[Edit, Id]:
    if replacing and of.there is not None:
        return replaced(portfolio, of, of.there)
    wanted = of.sent.scenario.name if name is None else name
    if scenario_named(portfolio, wanted) is not None:
        raise NameTakenError(wanted.strip(), place)
    return taken_in(of, wanted)


def _counted(count: int) -> str:
    return "1 change" if count == 1 else f"{count} changes"
