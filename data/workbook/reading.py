"""Reading sheets: a file or folder becomes rows of plain cells, in a limited child process that cannot hurt this one."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from data.errors import PlannerError
from data.findings import Finding, note, warning
from data.workbook.addresses import column_letters, known
from data.workbook.marks import EVERY, UNSAVED_FORMULA

PATIENCE = 30.0
"""Seconds until a reader that does not end is ended: the largest plans take one."""
_ROOT = Path(__file__).parents[2]
_STARTER = "import sys; sys.path.insert(0, sys.argv[1]); from data.workbook.child import main; sys.exit(main(sys.argv[2:]))"
READER_OPTION = "--plimsoll-reader"
"""In a frozen app the entry point hands the arguments after this one to `data.workbook.child.main`."""


class UnreadableFileError(PlannerError):
    """A file or folder holds no sheets that can be read."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}.")


@dataclass(frozen=True, slots=True)
class Broken:
    """A cell that holds no value that could be meant: an error, an unsaved formula, a time of day."""

    problem: str
    remedy: str


Cell: TypeAlias = str | float | bool | dt.date | dt.datetime | Broken | None
"""One cell; None is blank. A date without a time of day is a plain date."""


@dataclass(frozen=True, slots=True)
class RawSheet:
    """The cells of one sheet from its first row and column on, under the name it has in the file.

    `typed` tells whether its cells know numbers and dates from text, as those of .csv do not; `merged` are the ranges of
    cells that are merged (`A1:C1`), of which only the first holds a value.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    typed: bool = True
    merged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RawBook:
    """The wanted sheets that are there, the names of all others, and what is to be known of them."""

    sheets: tuple[RawSheet, ...]
    others: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def read(path: Path, wanted: Iterable[str] = (EVERY,), *, patience: float = PATIENCE) -> RawBook:
    """The wanted sheets (by name, case ignored; all if none are named) of an .xlsx, an .ods, a .csv or a folder of .csv.

    Raises UnreadableFileError where there is no such file, where it is no workbook, or where it does not fit the limits.
    """
    answer = _answer_of_child(path, sorted({known(name) for name in wanted}), patience)
    if "refused" in answer:
        raise UnreadableFileError(path, answer["refused"])
    findings = [note(path.name, "its dates count from 1904, as on an old Macintosh", "they are read so")] if answer.get("from 1904") else []
    for sheet in answer["sheets"]:
        findings += _remarks(sheet)
    typed = answer["typed"]
    sheets = tuple(_raw_sheet(sheet, typed=typed) for sheet in answer["sheets"])
    return RawBook(sheets, tuple(answer["others"]), tuple(findings))


def _raw_sheet(sheet: dict[str, Any], *, typed: bool) -> RawSheet:
    return RawSheet(sheet["name"], tuple(tuple(map(_cell, row)) for row in sheet["rows"]), typed, tuple(sheet["merged"]))


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, READER_OPTION]
    return [sys.executable, "-I", "-c", _STARTER, str(_ROOT)]


# The answer is our own child's JSON, of the shape that data.workbook.opening describes: typing it would cast each level.
def _answer_of_child(path: Path, wanted: list[str], patience: float) -> dict[str, Any]:
    """The child's answer; its standard input stays open for as long as we wait, which tells it that we live."""
    command = [*_command(), str(path.absolute()), *wanted]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # noqa: S603 - our own code
    late = threading.Event()

    def end() -> None:
        late.set()
        child.kill()

    watch = threading.Timer(patience, end)
    watch.daemon = True
    watch.start()
    with child:
        try:
            output = child.stdout.read() if child.stdout else b""
        finally:
            watch.cancel()
            child.kill()
    if late.is_set():
        raise UnreadableFileError(path, f"it could not be read within {patience:.0f} seconds; delete what is not part of its tables")
    if not output:
        raise UnreadableFileError(path, "reading it failed or took too much memory; copy its tables into a new workbook")
    answer: dict[str, Any] = json.loads(output)
    return answer


def _cell(raw: Any) -> Cell:
    if not isinstance(raw, list):
        return float(raw) if type(raw) is int else raw  # plain JSON values are cells already
    match raw:
        case ["d", text]:
            moment = dt.datetime.fromisoformat(text)
            return moment.date() if moment.time() == dt.time() else moment
        case ["!", words] if words == UNSAVED_FORMULA:
            return Broken(
                "holds a formula that was never calculated", "open the file in a spreadsheet program and save it, or type the value"
            )
        case ["!", words]:
            return Broken(f"holds the error {words}", "mend its formula or type the value")
        case ["t", text]:
            return Broken(f"holds the time {text}", "type a date or a number")
    return None


def _remarks(sheet: dict[str, Any]) -> Iterator[Finding]:
    """What a reader of the sheet on screen would not see, or see otherwise than it is read."""
    name, height = sheet["name"], len(sheet["rows"])
    if sheet["hidden"]:
        yield note(name, "the sheet is hidden", "it is read like the others")
    rows = [str(row + 1) for row in sheet["hidden rows"] if row < height]
    if rows:
        yield note(f"{name}!{rows[0]}:{rows[-1]}", f"{_listed(rows, 'row', 'rows')} hidden", "read like the others")
    width = max((len(row) for row in sheet["rows"]), default=0)
    columns = [column_letters(column) for column in sheet["hidden columns"] if column < width]
    if columns:
        yield note(f"{name}!{columns[0]}:{columns[-1]}", f"{_listed(columns, 'column', 'columns')} hidden", "read like the others")
    for cells in sheet["merged"]:
        yield warning(f"{name}!{cells}", "the cells are merged, and only the first holds a value", "unmerge them and fill in each")


def _listed(names: list[str], one: str, many: str) -> str:
    """“row 4 is”, “rows 4, 5, 6 … are”: enough to find the place."""
    if len(names) == 1:
        return f"{one} {names[0]} is"
    return f"{many} {', '.join(names[:5])}{' …' if len(names) > 5 else ''} are"
