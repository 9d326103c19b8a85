"""`plimsoll import WORKBOOK PORTFOLIO` and `plimsoll export PORTFOLIO WORKBOOK`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from data.bank.address import Address
from data.edits import Edit
from data.portfolio import Kind, Portfolio
from planner.commands.exits import Exit
from planner.commands.mapped import Sheets, sheets_at
from planner.commands.output import complain, say
from planner.commands.places import Place, apart, check_portfolio_file, check_writable, is_portfolio_file, is_there, load
from planner.commands.ways_out import warn_of_leftover
from planner.commands.writing import changing, making
from planner.exporting import Against, export_plan, export_portfolio
from planner.importing import compare, tallies
from planner.plans import is_current
from planner.workspace import Workspace


def import_workbook(source: Place, target: Place, *, dry_run: bool, mapping: Path | None = None) -> Exit:
    """Compare the workbook with the portfolio file, say what changes, and apply it as one edit; a new file is made.

    The same with a shared bank; what others write meanwhile stays, and where they change the same, the import is refused.
    A workbook that is not in the contract's form is read by `mapping`, or by a guess that is printed as TOML.
    """
    check_portfolio_file(target)
    sheets = sheets_at(source, mapping)
    if dry_run:
        return _tried(source, sheets, target)
    if is_there(target):
        return _into_existing(source, sheets, target)
    if isinstance(target, Path):
        check_writable(source, target)
    imported = sheets.read(None)
    if imported is None:
        return _refused(source)
    with making(target, imported):
        pass
    sheets.say(_told_new(target, imported))
    sheets.say(f"{source} imported into {target}.")
    sheets.remember()
    _tell_of_plan(source, sheets, target)
    return Exit.DONE


def _tried(source: Place, sheets: Sheets, target: Place) -> Exit:
    if isinstance(target, Path):
        warn_of_leftover(target)
    if is_there(target):
        with _read(target) as workspace:
            imported = sheets.read(workspace.portfolio)
            if imported is not None:
                _tell_changes(compare(workspace.portfolio, imported), sheets)
    else:
        imported = sheets.read(None)
        if imported is not None:
            sheets.say(_told_new(target, imported))
    if imported is None:
        return _refused(source)
    sheets.say("Nothing written (--dry-run).")
    return Exit.DONE


def _read(target: Place) -> Workspace:
    if isinstance(target, Address):
        return Workspace.open_shared(target)
    return Workspace.read(target)


def _into_existing(source: Place, sheets: Sheets, target: Place) -> Exit:
    with changing(target) as workspace:
        imported = sheets.read(workspace.portfolio)
        if imported is None:
            return _refused(source)
        edit = compare(workspace.portfolio, imported)
        workspace.apply(edit)
    _tell_changes(edit, sheets)
    if edit:
        sheets.say(f"{source} imported into {target} as one edit.")
    sheets.remember()
    _tell_of_plan(source, sheets, target)
    return Exit.DONE


def _tell_of_plan(source: Place, sheets: Sheets, target: Place) -> None:
    """A word where the workbook holds a plan as well: nobody should believe that it came along."""
    if sheets.has_plan:
        complain(
            f"note: {source}: its portfolio was imported and its plan was not; to plan again from that plan, "
            f"type: plimsoll replan {target} OUTPUT --plan {source}"
        )


def _refused(source: Place) -> Exit:
    complain(f"{source}: nothing imported; put the errors above right first.")
    return Exit.WRONG


def _told_new(target: Place, portfolio: Portfolio) -> str:
    return f"{target}: a new portfolio of {', '.join(_counts(portfolio))}."


def _tell_changes(edit: Edit, sheets: Sheets) -> None:
    for line in _changes(edit):
        sheets.say(line)


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


def export_workbook(source: Place, target: Place, scenario: str | None = None) -> Exit:
    """The portfolio, or what a scenario of it makes of it, as a workbook or folder, with its latest plan where that is up to date."""
    check_writable(source, target)
    loaded = load(source, scenario)
    if loaded.portfolio is None:
        complain(f"{source}: nothing exported; put the errors above right first.")
        return Exit.WRONG
    if isinstance(target, Address) or is_portfolio_file(target):
        with making(target, apart(loaded.portfolio)):
            pass
    elif loaded.plan is not None and is_current(loaded.plan, loaded.portfolio):
        export_plan(loaded.portfolio, loaded.plan, target, None if loaded.record is None else Against(loaded.record))
    else:
        export_portfolio(loaded.portfolio, target)
        if loaded.plan is not None:
            complain("The plan kept there is out of date and was not exported; solve again to have it.")
    say(f"Written to {target}")
    return Exit.DONE
