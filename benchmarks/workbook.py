"""Workbooks read and written by us and by openpyxl: the same sheets, a portfolio's and a whole plan's.

    python -m benchmarks.workbook [--size 200x80x52] [--repeats 3]

Reading gives every cell as a value. Ours is done in a limited child process, whose start and answer are part of the time, and
looks for what openpyxl's quick mode passes over (errors, unsaved formulas, false dimensions). Writing keeps number formats and
colours; openpyxl's quick mode is shown with values alone, which is less than we write.
"""

from __future__ import annotations

import argparse
import datetime as dt
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
from openpyxl.styles import Font, PatternFill

from benchmarks.instances import Shape, lifelike
from benchmarks.peers import constructed
from benchmarks.report import heading, median, number, table, tell, timed, times
from data.workbook.reading import read
from data.workbook.sheets import Formula, Out, OutSheet
from data.workbook.writing import write
from planner.exporting.load_sheets import load_sheets
from planner.exporting.plan_sheets import plan_sheets
from planner.exporting.portfolio_sheets import portfolio_sheets
from planner.importing import load

HEADING = Font(bold=True)
FILL = PatternFill("solid", fgColor="9ED8D0")


def _plain(value: Out) -> str | float | dt.date | None:
    return value.text if isinstance(value, Formula) else value


def written_quickly(path: Path, sheets: Sequence[OutSheet]) -> None:
    """openpyxl's write-only mode: values, no formats."""
    book = openpyxl.Workbook(write_only=True)
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        page.append([column.heading for column in sheet.columns])
        for row in sheet.rows:
            page.append([_plain(value) for value in row])
    book.save(path)


def written_with_formats(path: Path, sheets: Sequence[OutSheet]) -> None:
    """openpyxl's usual mode: values with number formats, headings in bold, loads coloured."""
    book = openpyxl.Workbook()
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        for column, each in enumerate(sheet.columns, 1):
            page.cell(1, column, each.heading).font = HEADING
        for number_, row in enumerate(sheet.rows):
            for column, value in enumerate(row):
                cell = page.cell(number_ + 2, column + 1, _plain(value))
                cell.number_format = sheet.looks.get((number_, column), sheet.columns[column].look).value.strip()
                if (number_, column) in sheet.tints:
                    cell.fill = FILL
    book.save(path)


def read_quickly(path: Path, wanted: Sequence[str]) -> int:
    """openpyxl's read-only mode; returns how many cells there were."""
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    count = sum(len(row) for name in book.sheetnames if name in wanted for row in book[name].iter_rows(values_only=True))
    book.close()
    return count


def read_usually(path: Path, wanted: Sequence[str]) -> int:
    book = openpyxl.load_workbook(path, data_only=True)
    return sum(len(row) for name in book.sheetnames if name in wanted for row in book[name].iter_rows(values_only=True))


def writing(name: str, sheets: Sequence[OutSheet], path: Path, repeats: int) -> list[tuple[str, ...]]:
    """Rows of the table: ours leaves its workbook at the path."""
    cells = number(sum(len(sheet.rows) * len(sheet.columns) for sheet in sheets))
    beside = path.with_stem("theirs")
    ways: list[tuple[str, Callable[[], object]]] = [
        ("Plimsoll (XlsxWriter)", lambda: write(path, sheets)),
        ("openpyxl, write-only, values alone", lambda: written_quickly(beside, sheets)),
        ("openpyxl, formats and colours", lambda: written_with_formats(beside, sheets)),
    ]
    return _compared(f"write {name}", cells, ways, repeats)


def reading(name: str, sheets: Sequence[OutSheet], path: Path, repeats: int) -> list[tuple[str, ...]]:
    wanted = [sheet.name for sheet in sheets]
    cells = number(sum(len(row) for sheet in read(path, wanted).sheets for row in sheet.rows))
    ways: list[tuple[str, Callable[[], object]]] = [
        ("Plimsoll (calamine in a child process)", lambda: read(path, wanted)),
        ("openpyxl, read-only", lambda: read_quickly(path, wanted)),
        ("openpyxl, usual", lambda: read_usually(path, wanted)),
    ]
    return _compared(f"read {name}", cells, ways, repeats)


def _compared(task: str, cells: str, ways: Sequence[tuple[str, Callable[[], object]]], repeats: int) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    ours = 0.0
    for by, way in ways:
        tell(f"{task}: {by}")
        seconds = median(timed(way) for _ in range(repeats)) or 0.0
        ours = ours or seconds
        rows.append((task, by, cells, number(seconds, 2), times(seconds / ours)))
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description="Workbooks by us and by openpyxl.")
    parser.add_argument("--size", type=Shape.parsed, default=Shape.parsed("200x80x52"))
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--quick", action="store_true")
    given = parser.parse_args()
    shape, repeats = (Shape.parsed("30x12x26"), 1) if given.quick else (given.size, given.repeats)
    portfolio = lifelike(shape)
    plan = constructed(portfolio, "rule")
    case = portfolio_sheets(portfolio)
    whole = [*plan_sheets(portfolio, plan), *load_sheets(portfolio, plan), *case]
    heading(f"Workbooks at {shape.size}", f"Medians of {repeats}; a plan with {len(plan.allocations):,} allocations.")
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder, "portfolio.xlsx"), Path(folder, "plan.xlsx")
        rows = [*writing("a portfolio", case, small, repeats), *writing("a plan", whole, large, repeats)]
        rows += [*reading("a portfolio", case, small, repeats), *reading("a plan", whole, large, repeats)]
        seconds = median(timed(lambda: load(small)) for _ in range(repeats))
        rows.append(("import a portfolio, checked and linked", "Plimsoll", rows[6][2], number(seconds, 2), ""))
    table(("task", "by", "cells", "seconds", "times ours"), rows)


if __name__ == "__main__":
    main()
