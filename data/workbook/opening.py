"""A stranger's file opened as sheets: its kind told by its content, its tables read, its marks put into the cells.

Runs in the child process only. A cell is text, a number, true or false, None for blank, or a list of two:
["d", ISO date or time], ["t", a time of day or a duration], ["!", the words of an error; UNSAVED_FORMULA for a formula
that was never calculated].
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from data.workbook import delimited, excel_marks, opendocument_marks
from data.workbook.archive import Archive
from data.workbook.marks import Marks, RefusedFileError, is_wanted

Json: TypeAlias = "str | float | bool | list[Json] | dict[str, Json] | None"
Raw: TypeAlias = str | float | bool | dt.date | dt.time | dt.timedelta


def opened(path: Path, wanted: frozenset[str]) -> dict[str, Json]:
    """The wanted sheets of a file or folder, and the names of the others. Raises RefusedFileError where it cannot be read."""
    try:
        if path.is_dir():
            return _read_folder(path, wanted)
        return _read_file(path, wanted)
    except FileNotFoundError as missing:
        raise RefusedFileError("there is no such file or folder; check its name and place") from missing
    except OSError as refusal:
        raise RefusedFileError(
            f"it cannot be opened ({refusal.strerror}); close it in other programs and check your rights to it"
        ) from refusal


def _read_folder(path: Path, wanted: frozenset[str]) -> dict[str, Json]:
    files = sorted(each for each in path.iterdir() if each.suffix.casefold() == ".csv" and each.is_file())
    if not files:
        raise RefusedFileError("the folder holds no .csv files; there should be one for each sheet, such as Resources.csv")
    return _tables_of(files, wanted)


def _tables_of(files: Iterable[Path], wanted: frozenset[str]) -> dict[str, Json]:
    """Files of text, each a sheet under its own name."""
    sheets: list[Json] = []
    others: list[Json] = []
    for file in files:
        if is_wanted(file.stem, wanted):
            rows = delimited.rows_of(file)
            sheets.append(_sheet(file.stem, [list(row) for row in rows], delimited.marks_of(file.stem, rows)))
        else:
            others.append(file.stem)
    return {"typed": False, "sheets": sheets, "others": others}


def _read_file(path: Path, wanted: frozenset[str]) -> dict[str, Json]:
    with path.open("rb") as file:
        start = file.read(8)
    if not start:
        raise RefusedFileError("the file is empty; fetch it again or save it anew")
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise RefusedFileError(_old_or_locked(path.read_bytes()))
    if path.suffix.casefold() in delimited.SUFFIXES:
        return _tables_of([path], wanted)
    if not start.startswith(b"PK"):
        raise RefusedFileError("it is no workbook; give an .xlsx, .ods or .csv file, or a folder of .csv files")
    archive = Archive(path)
    if archive.find("xl/workbook.bin"):
        raise RefusedFileError("it is a binary workbook (.xlsb); save it as .xlsx")
    if archive.find("content.xml"):
        return _read_opendocument(path, archive, wanted)
    part = archive.find("xl/workbook.xml") or next((name for name in sorted(archive.names) if name.endswith("workbook.xml")), None)
    if part is None:
        raise RefusedFileError("it is an archive but no workbook; give an .xlsx, .ods or .csv file, or a folder of .csv files")
    return _read_excel(path, excel_marks.Parts(archive, part), wanted)


def _old_or_locked(content: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return "it is protected by a password; save it without one"
    return "it is a workbook of the old kind (.xls); save it as .xlsx"


def _read_excel(path: Path, parts: excel_marks.Parts, wanted: frozenset[str]) -> dict[str, Json]:
    marks = {name: excel_marks.marks_of(name, parts.sheet(name)) for name in parts.sheet_names if is_wanted(name, wanted)}
    return _cells(path, marks, wanted) | {"from 1904": parts.dates_from_1904}


def _read_opendocument(path: Path, archive: Archive, wanted: frozenset[str]) -> dict[str, Json]:
    manifest = archive.find("META-INF/manifest.xml")
    if manifest and b"encryption-data" in archive.read(manifest):
        raise RefusedFileError("it is protected by a password; save it without one")
    content = archive.read(archive.find("content.xml") or "content.xml")
    return _cells(path, opendocument_marks.marks_by_sheet(content, lambda name: is_wanted(name, wanted)), wanted)


def _cells(path: Path, marks: dict[str, Marks], wanted: frozenset[str]) -> dict[str, Json]:
    """The cells of the wanted sheets as calamine reads them, with the marks put in."""
    try:
        book = CalamineWorkbook.from_path(str(path))
        tables = [each for each in book.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
        sheets: list[Json] = [
            _sheet(
                each.name,
                book.get_sheet_by_name(each.name).to_python(skip_empty_area=False),
                marks.get(each.name, Marks()),
                hidden=each.visible != SheetVisibleEnum.Visible,
            )
            for each in tables
            if is_wanted(each.name, wanted)
        ]
    except PasswordError as locked:
        raise RefusedFileError("it is protected by a password; save it without one") from locked
    except CalamineError as damage:
        raise RefusedFileError(f"it cannot be read ({damage}); open it in a spreadsheet program and save it anew") from damage
    except MemoryError:
        raise
    except BaseException as panic:  # the reader's own failures arrive as PanicException, which is no Exception
        raise RefusedFileError(f"it cannot be read ({panic}); open it in a spreadsheet program and save it anew") from panic
    return {"typed": True, "sheets": sheets, "others": [each.name for each in tables if not is_wanted(each.name, wanted)]}


def _sheet(name: str, rows: Iterable[Iterable[Raw]], marks: Marks, *, hidden: bool = False) -> dict[str, Json]:
    cells: list[list[Json]] = [[_cell(value) for value in row] for row in rows]
    for (row, column), words in marks.broken.items():
        _put(cells, row, column, ["!", words])
    return {
        "name": name,
        "rows": [*cells],
        "hidden": hidden,
        "hidden rows": [*marks.hidden_rows],
        "hidden columns": [*marks.hidden_columns],
        "merged": [*marks.merged],
    }


def _cell(value: Raw) -> Json:
    match value:
        case "":
            return None
        case str() | bool() | int() | float():
            return value
        case dt.date():
            return ["d", value.isoformat()]
    return ["t", str(value)]


def _put(cells: list[list[Json]], row: int, column: int, cell: Json) -> None:
    """Set a cell that may lie outside the rows that were read."""
    cells += [[] for _ in range(row + 1 - len(cells))]
    cells[row] += [None] * (column + 1 - len(cells[row]))
    cells[row][column] = cell
