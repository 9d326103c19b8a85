"""Small books for tests of the workbook: a valid case as lists of rows, and ways to write it."""

from __future__ import annotations

import copy
import csv
import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl

from data.workbook.reading import RawBook, RawSheet

Rows = list[list[Any]]
Sheets = dict[str, Rows]

JANUARY = dt.date(2027, 1, 4)

CASE: Mapping[str, Rows] = {
    "Settings": [["Setting", "Value"], ["Name", "Hand made"], ["Start", dt.date(2027, 1, 6)], ["Weeks", 6.0]],
    "Resources": [
        ["Resource", "Role", "Level", "Other roles", "Hours per week"],
        ["Ann", "Backend", 4.0, "Tester:2; Analyst", 40.0],
        ["Bob", "Tester", None, None, None],
    ],
    "Projects": [["Project", "Priority", "Status"], ["Apollo", 1.0, "approved"], ["Beta", None, None]],
    "Demands": [
        ["Demand", "Project", "Role", "Start", "Finish", "Hours per week", "Total hours"],
        ["Build", "Apollo", "Backend", dt.date(2027, 1, 4), dt.date(2027, 1, 29), 20.0, None],
        [None, "Beta", "Tester", dt.date(2027, 1, 4), dt.date(2027, 1, 15), None, 30.0],
    ],
}
"""The least that a portfolio needs, and a little more."""


def sheets(*changes: Callable[[Sheets], Any]) -> Sheets:
    """The case with changes made to it."""
    made = copy.deepcopy(dict(CASE))
    for change in changes:
        change(made)
    return made


def put(sheet: str, address: str, value: Any) -> Callable[[Sheets], None]:
    """Sets a cell by its address, such as "H4"."""

    def change(made: Sheets) -> None:
        row, column = int(address[1:]) - 1, ord(address[0]) - ord("A")
        rows = made.setdefault(sheet, [])
        rows += [[] for _ in range(row + 1 - len(rows))]
        rows[row] += [None] * (column + 1 - len(rows[row]))
        rows[row][column] = value

    return change


def add(sheet: str, *rows: list[Any]) -> Callable[[Sheets], None]:
    """Adds rows, and the sheet where it is not there."""
    return lambda made: made.setdefault(sheet, []).extend(list(row) for row in rows)


def without(sheet: str) -> Callable[[Sheets], Any]:
    return lambda made: made.pop(sheet)


def book(
    made: Mapping[str, Rows], *, others: tuple[str, ...] = (), typed: bool = True, merged: Mapping[str, tuple[str, ...]] | None = None
) -> RawBook:
    """The sheets as if they had been read; `merged` are ranges of merged cells by sheet."""
    ranges = merged or {}
    return RawBook(tuple(RawSheet(name, tuple(map(tuple, rows)), typed, ranges.get(name, ())) for name, rows in made.items()), others)


def write_xlsx(path: Path, made: Mapping[str, Rows]) -> Path:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for name, rows in made.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    workbook.save(path)
    return path


def write_csv(folder: Path, made: Mapping[str, Rows], delimiter: str = ",") -> Path:
    folder.mkdir(exist_ok=True)
    for name, rows in made.items():
        with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            csv.writer(file, delimiter=delimiter).writerows(rows)
    return folder
