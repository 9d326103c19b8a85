"""Findings saved back beside the rows they speak of, in a copy of the sheets."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from data.findings import Finding
from data.workbook.addresses import parsed
from data.workbook.reading import RawBook
from data.workbook.remark_writing import write_remarked
from planner.importing.loading import read_book


def write_with_findings(source: Path, findings: Iterable[Finding], target: Path) -> None:
    """A workbook of the sheets of `source` as they stand there now, each row with what was found in it.

    Raises UnreadableFileError and WriteError.
    """
    book = read_book(source)
    remarks: dict[str, dict[int, list[str]]] = {}
    marked: dict[str, set[tuple[int, int]]] = {}
    general = []
    for found in findings:
        sheet, row, column = _placed(found.place, book)
        if row is None:
            general.append(f"{found.severity.value.capitalize()}: {found}")
            continue
        remarks.setdefault(sheet, {}).setdefault(row, []).append(_said(found))
        if column is not None:
            marked.setdefault(sheet, set()).add((row, column))
    write_remarked(target, book.sheets, remarks, marked, general)


def _said(found: Finding) -> str:
    _, _, cell = found.place.rpartition("!")
    said = f"{found.severity.value.capitalize()} {cell}: {found.problem}"
    return f"{said}; {found.remedy}" if found.remedy else said


def _placed(place: str, book: RawBook) -> tuple[str, int | None, int | None]:
    """The sheet, row and column that a finding names; no row where it speaks of something else."""
    sheet, _, cells = place.rpartition("!")
    if sheet not in {each.name for each in book.sheets}:
        return "", None, None
    first = cells.partition(":")[0]
    if first.isdecimal():
        return sheet, int(first) - 1, None
    at = parsed(first)
    return (sheet, *at) if at else ("", None, None)
