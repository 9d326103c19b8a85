"""Sheets of any form on the command line: read as the contract says, or by a mapping, which is printed where it is a guess."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from data.bank.address import Address
from data.findings import errors
from data.portfolio import Portfolio
from data.workbook.reading import RawBook
from planner.commands.exits import WrongUsageError
from planner.commands.output import complain, say, show_findings
from planner.commands.places import Place, is_portfolio_file, load
from planner.importing.guessing import guessed, is_contract
from planner.importing.loading import read_book
from planner.importing.mapping.applying import imported_by
from planner.importing.mapping.mapping_file import mapping_text, read_mapping
from planner.importing.mapping.memory import recalled, remember
from planner.importing.mapping.values import BookMapping, Target
from planner.replanning.record import has_plan


class NothingToMapError(WrongUsageError):
    """A mapping was given for something that has no sheets."""

    def __init__(self, source: Place) -> None:
        super().__init__(f"{source} has no sheets to be mapped; leave --mapping out.")


@dataclass(frozen=True, slots=True)
class Sheets:
    """How a source is read: `read` answers its portfolio with the one that is there (None where an error stands in the way)."""

    read: Callable[[Portfolio | None], Portfolio | None]
    say: Callable[[str], None] = say
    remember: Callable[[], None] = lambda: None
    has_plan: bool = False
    """Whether a plan stands beside the portfolio, which no import takes along."""


def sheets_at(source: Place, mapping: Path | None) -> Sheets:
    """The sheets of a place; a guess is made and printed when it is known what is there already."""
    if isinstance(source, Address) or is_portfolio_file(source):
        if mapping is not None:
            raise NothingToMapError(source)
        return Sheets(lambda _: load(source).portfolio)
    given = read_mapping(mapping) if mapping is not None else None
    book = read_book(source)
    if given is None and is_contract(book):
        return Sheets(lambda _: load(source).portfolio, has_plan=has_plan(book))
    if given is not None:
        return Sheets(lambda base: _read(source, book, given, base), remember=lambda: _keep(book, given))
    return Sheets(lambda base: _read(source, book, _told(source, book, base), base), _say_beside)


def _told(source: Path, book: RawBook, base: Portfolio | None) -> BookMapping:
    """The guess, with what is remembered of such sheets, printed."""
    mapping, known = recalled(book, guessed(book, base, source.stem))
    say(f"# How Plimsoll reads {source.name}; keep it as a file, change what is wrong, and give it with --mapping FILE.")
    for name in known:
        say(f"# {name}: as it was mapped before")
    say(mapping_text(mapping))
    return mapping


def _read(source: Path, book: RawBook, mapping: BookMapping, base: Portfolio | None) -> Portfolio | None:
    _warn_of_nothing(source, book, mapping)
    imported = imported_by(book, mapping, base, source.stem)
    show_findings(imported.findings)
    return None if errors(imported.findings) else imported.portfolio


def _warn_of_nothing(source: Path, book: RawBook, mapping: BookMapping) -> None:
    there = {sheet.name for sheet in book.sheets}
    if not any(table.target is not Target.LEFT_OUT and table.sheet in there for table in mapping.tables):
        complain(f"warning: {source}: no sheet of it is mapped to anything; say in a mapping what its tables are")


def _keep(book: RawBook, mapping: BookMapping) -> None:
    with suppress(OSError):  # a memory that cannot be kept costs a guess
        remember(book, mapping)


def _say_beside(text: str) -> None:
    """A line of the result beside a printed mapping: as a comment, so that all of it together is a mapping file."""
    say(f"# {text}")
