"""Imports that wait to be accepted, made beside the window: sheets read, mapped where they must be, compared with what is open."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from data.edits import Edit, between
from data.findings import Finding
from data.portfolio import Portfolio
from ui.presenters import changes
from ui.presenters.changes import ChangeLine
from ui.presenters.formats import Formats
from ui.presenters.saying import translate

if TYPE_CHECKING:
    from planner.importing.mapping.values import TableMapping, Target
    from ui.presenters.mapping import Draft


@dataclass(frozen=True, slots=True)
class Proposal:
    """An import that waits to be accepted: `edit` turns `before` into `after`; no edit where the sheets have errors.

    `read` is what stands in the sheets alone; `draft` how they are mapped, where they are not in the form of a portfolio.
    """

    path: Path
    before: Portfolio
    after: Portfolio | None
    edit: Edit | None
    findings: tuple[Finding, ...]
    read: Portfolio | None = None
    draft: Draft | None = None
    lines: Sequence[ChangeLine] = ()

    @property
    def name(self) -> str:
        return self.path.stem


@dataclass(frozen=True, slots=True)
class Unmapped:
    """Sheets of a form of their own, and how they may be read."""

    path: Path
    draft: Draft


def read_sheets(path: Path, current: Portfolio | None, formats: Formats) -> Proposal | Unmapped:
    """What a workbook would change; where it is not in the form of a portfolio, how it may be read."""
    from planner.importing import load  # noqa: PLC0415 - the libraries of sheets are loaded beside the window
    from planner.importing.guessing import guessed, is_contract  # noqa: PLC0415
    from planner.importing.loading import read_book  # noqa: PLC0415
    from planner.importing.mapping.memory import recalled  # noqa: PLC0415
    from ui.presenters.mapping import Draft  # noqa: PLC0415

    book = read_book(path)
    if not is_contract(book):
        mapping, known = recalled(book, guessed(book, current, path.stem))
        return Unmapped(path, Draft(book, mapping, current, known))
    read = load(path)
    return _proposed(Proposal(path, current or Portfolio(), None, None, read.findings, read.portfolio), current, formats)


def mapped(path: Path, draft: Draft, current: Portfolio | None, formats: Formats) -> Proposal:
    """What sheets would change as they are mapped."""
    from planner.importing.mapping.applying import imported_by  # noqa: PLC0415

    read = imported_by(draft.book, draft.mapping, current, path.stem)
    return _proposed(Proposal(path, current or Portfolio(), None, None, read.findings, read.portfolio, draft), current, formats)


def compared_again(proposal: Proposal, current: Portfolio, formats: Formats) -> Proposal:
    """The same sheets against the portfolio as it is now."""
    if proposal.draft is not None:
        return mapped(proposal.path, proposal.draft, current, formats)
    return _proposed(replace(proposal, before=current), current, formats)


def guessed_anew(draft: Draft, sheet: str, target: Target | None, header: tuple[int, int], title: str) -> TableMapping:
    """The mapping of one sheet with these rows of headings, as this kind of table (None: as it is)."""
    from planner.importing.guessing.books import names_in  # noqa: PLC0415
    from planner.importing.guessing.tables import guess  # noqa: PLC0415

    before = draft.table(sheet)
    found = guess(draft.sheet(sheet), names_in(draft.base), title, header if target is None else None, target or before.target)
    return replace(found, complete=before.complete)


def remembered(draft: Draft) -> None:
    """Keeps how the sheets were mapped for such that have the same headings."""
    from planner.importing.mapping.memory import remember  # noqa: PLC0415

    with suppress(OSError):  # a memory that cannot be kept costs a guess
        remember(draft.book, draft.mapping)


def with_findings(path: Path, findings: tuple[Finding, ...], place: Path) -> Path:
    """Writes a copy of the sheets with what was found beside each row."""
    from planner.importing.remarking import write_with_findings  # noqa: PLC0415

    write_with_findings(path, findings, place)
    return place


def _proposed(proposal: Proposal, current: Portfolio | None, formats: Formats) -> Proposal:
    from planner.importing import compare  # noqa: PLC0415

    if proposal.read is None:
        return proposal
    label = translate("Proposals", "Import {name}").format(name=proposal.path.name)
    edit = compare(current, proposal.read, label) if current else between(proposal.before, proposal.read, label)
    after = edit.applied_to(proposal.before)
    return replace(proposal, after=after, edit=edit, lines=changes.lines(edit, proposal.before, after, formats))
