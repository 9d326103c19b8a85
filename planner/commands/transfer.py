"""`plimsoll import WORKBOOK PORTFOLIO` and `plimsoll export PORTFOLIO WORKBOOK`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from data.edits import Edit
from data.portfolio import Kind, Portfolio
from planner.commands.exits import Exit
from planner.commands.output import complain, say
from planner.commands.places import NoPortfolioFileError, check_writable, is_portfolio_file, load
from planner.exporting import export_plan, export_portfolio
from planner.importing import compare, tallies
from planner.plans import is_current
from planner.workspace import Workspace


def import_workbook(source: Path, target: Path, *, dry_run: bool) -> Exit:
    """Compare the workbook with the portfolio file, say what changes, and apply it as one edit; a new file is made."""
    if not is_portfolio_file(target):
        raise NoPortfolioFileError(target)
    loaded = load(source)
    if loaded.portfolio is None:
        complain(f"{source}: nothing imported; put the errors above right first.")
        return Exit.WRONG
    if target.exists():
        return _into_existing(source, target, loaded.portfolio, dry_run=dry_run)
    say(f"{target}: a new portfolio of {', '.join(_counts(loaded.portfolio))}.")
    if dry_run:
        say("Nothing written (--dry-run).")
        return Exit.DONE
    Workspace.create(target, loaded.portfolio).close()
    say(f"{source} imported into {target}.")
    return Exit.DONE


def _into_existing(source: Path, target: Path, imported: Portfolio, *, dry_run: bool) -> Exit:
    with Workspace.read(target) if dry_run else Workspace.open(target) as workspace:
        edit = compare(workspace.portfolio, imported)
        for line in _changes(edit):
            say(line)
        if not dry_run:
            workspace.apply(edit)
    if dry_run:
        say("Nothing written (--dry-run).")
    elif edit:
        say(f"{source} imported into {target} as one edit.")
    return Exit.DONE


def _changes(edit: Edit) -> Iterator[str]:
    if not edit:
        yield "No difference: nothing to import."
    for tally in tallies(edit):
        parts = ((tally.added, "added"), (tally.changed, "changed"), (tally.removed, "removed"))
        yield f"{words(tally.kind)}: {', '.join(f'{count} {what}' for count, what in parts if count)}"


def _counts(portfolio: Portfolio) -> Iterator[str]:
    for kind, entities in portfolio.entities.items():
        if entities and kind is not Kind.SETTINGS:
            yield f"1 {kind.name.lower().replace('_', ' ')}" if len(entities) == 1 else f"{len(entities)} {words(kind)}"


def words(kind: Kind) -> str:
    """A kind of entity as one says it: demand weeks."""
    return kind.value.replace("_", " ")


def export_workbook(source: Path, target: Path) -> Exit:
    """The portfolio as a workbook or folder, with its latest plan where that is up to date."""
    check_writable(source, target)
    loaded = load(source)
    if loaded.portfolio is None:
        complain(f"{source}: nothing exported; put the errors above right first.")
        return Exit.WRONG
    if is_portfolio_file(target):
        Workspace.create(target, loaded.portfolio).close()
    elif loaded.plan is not None and is_current(loaded.plan, loaded.portfolio):
        export_plan(loaded.portfolio, loaded.plan, target)
    else:
        export_portfolio(loaded.portfolio, target)
        if loaded.plan is not None:
            complain("The plan kept in the file is out of date and was not exported; solve again to have it.")
    say(f"Written to {target}")
    return Exit.DONE
