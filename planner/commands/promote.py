"""`plimsoll promote PORTFOLIO SCENARIO [--project NAME]… [--other NAME]…`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from data.differences import differences
from data.edits import Edit
from data.portfolio import Kind
from planner.commands.exits import Exit, WrongUsageError
from planner.commands.output import say, show_findings
from planner.commands.places import MOST_NAMES, Place, check_portfolio_file, scenario_in
from planner.commands.sides import looked_at
from planner.commands.transfer import words
from planner.commands.writing import changing
from planner.importing import tallies
from planner.scenarios.parts import Part, Parts, said
from planner.scenarios.resolving import Key, resolve


class NoPartError(WrongUsageError):
    """The scenario changes nothing of a name."""

    def __init__(self, wanted: str, parts: Sequence[Part]) -> None:
        more = f" and {len(parts) - MOST_NAMES} more" if len(parts) > MOST_NAMES else ""
        there = f"it changes {', '.join(map(said, parts[:MOST_NAMES]))}{more}" if parts else "there is nothing of the kind in it"
        super().__init__(f"{wanted}: the scenario changes nothing of that name ({there}).")


def promote(
    place: Place, scenario: str, *, projects: Sequence[str] = (), others: Sequence[str] = (), keep: bool = False, dry_run: bool = False
) -> Exit:
    """Put a scenario in force as one edit: wholly, or with names only its changes of these projects and other things."""
    check_portfolio_file(place)
    with looked_at(place) if dry_run else changing(place) as workspace:
        named = scenario_in(workspace, scenario)
        parts = Parts.of(workspace.record, named.id)
        only = (*_keys(parts, projects, projects=True), *_keys(parts, others, projects=False)) if projects or others else None
        edit = parts.checked(parts.keys if only is None else only, "")
        lines = list(_told(parts, edit, only))
        show_findings(resolve(workspace.record, named.id).findings)
        if not dry_run:
            workspace.promote(named.id, keep=keep, only=only)
    for line in lines:
        say(line)
    say("Nothing written (--dry-run)." if dry_run else f"{named.name} promoted in {place} as one edit.")
    return Exit.DONE


def _keys(parts: Parts, names: Sequence[str], *, projects: bool) -> Iterator[Key]:
    """The parts of these names, space around them aside; the settings have that name. NoPartError where there is none."""
    offered = [part for part in parts.all if (part.kind is Kind.PROJECT) is projects]
    for name in names:
        found = [part.key for part in offered if name.strip() == (said(part) if part.kind is Kind.SETTINGS else part.name)]
        if not found:
            raise NoPartError(name, offered)
        yield from found


def _told(parts: Parts, edit: Edit, only: Sequence[Key] | None) -> Iterator[str]:
    if not edit:
        yield "The plan of record says all this already."
    for part in parts.all:
        if only is None or part.key in only:
            yield f"{said(part)}: {'; '.join(_changes(parts, part))}"
    left = [] if only is None else [said(part) for part in parts.all if part.key not in only]
    if left:
        more = f" and {len(left) - MOST_NAMES} more" if len(left) > MOST_NAMES else ""
        yield f"Left in the scenario: {', '.join(left[:MOST_NAMES])}{more}"


def _changes(parts: Parts, part: Part) -> Iterator[str]:
    """What becomes of the thing itself, field by field, then how many of what belongs to it change."""
    for change in part.changes:
        if (change.kind, change.id) != part.key:
            continue
        if change.before is None or change.after is None:
            yield "added" if change.before is None else "removed"
            continue
        for each in differences(change.before, change.after, change.before, parts.wanted):
            yield f"{each.field} {each.was} → {each.yours}"
    for tally in tallies(Edit("", tuple(change for change in part.changes if (change.kind, change.id) != part.key))):
        counts = ((tally.added, "added"), (tally.changed, "changed"), (tally.removed, "removed"))
        yield f"{words(tally.kind)}: {', '.join(f'{count} {what}' for count, what in counts if count)}"
