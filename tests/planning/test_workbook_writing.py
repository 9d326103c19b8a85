"""Writing sheets: text stays text, files are whole or not there, and what cannot be written is said."""

from __future__ import annotations

import datetime as dt
import os
import zipfile
from pathlib import Path

import openpyxl
import pytest

from data.workbook.excel_writing import RefusedCellError
from data.workbook.sheets import Formula, Look, OutColumn, OutSheet, Tint
from data.workbook.writing import WriteError, write

HOSTILE = (
    "=1+1", "=HYPERLINK(\"http://x.example\",\"y\")", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "{=1+1}", "http://x.example",
    "mailto:a@x.example", "internal:Sheet2!A1", "external:c:\\x.xlsx", "ftp://x.example", "007", "1e5", "TRUE", "#REF!", "\u202e=1",
    "_x0041_", "<b>&amp;</b>", "'=1", "\"=1\"", "=DDE(\"a\";\"b\")", "=\u00a01", "  =1", "file://x", "%0A=1", "=IMPORTXML(1)", "1;2", "a,b",
    "2027-01-04", "=", "+", "-", "@", "=A1", "=B", "＝1", "\u200b=1", "=\"x\"", "x\ny",
)  # fmt: skip


def sheet(*rows: tuple[object, ...], **fields: object) -> OutSheet:
    return OutSheet("Demands", (OutColumn("Demand"), OutColumn("Hours", Look.HOURS)), rows, **fields)  # type: ignore[arg-type]


def test_forty_hostile_texts_make_no_formula_and_no_link(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write(path, [sheet(*((text, 1.0) for text in HOSTILE))])
    assert len(HOSTILE) == 40
    with zipfile.ZipFile(path) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml")
        assert b"<f" not in xml
        assert b"hyperlink" not in xml
        assert not [name for name in archive.namelist() if "rels/sheet" in name]


def test_only_our_own_formulas_are_formulas_and_carry_their_value(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write(path, [sheet(("Build", 8.0), ("Total", Formula("=SUM(B2:B2)", 8.0)), totals=1)])
    assert openpyxl.load_workbook(path)["Demands"]["B3"].value == "=SUM(B2:B2)"
    assert openpyxl.load_workbook(path, data_only=True)["Demands"]["B3"].value == 8


def test_dates_are_real_dates_and_numbers_have_their_look(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    columns = (OutColumn("Day", Look.DATE), OutColumn("Share", Look.SHARE), OutColumn(dt.date(2027, 1, 4), Look.HOURS))
    write(path, [OutSheet("Out", columns, ((dt.date(2027, 3, 31), 0.93, 8.5),))])
    out = openpyxl.load_workbook(path)["Out"]
    assert out["A2"].value == dt.datetime(2027, 3, 31)  # noqa: DTZ001 - cells know no zone
    assert (out["B2"].value, out["B2"].number_format) == (0.93, "0 %")
    assert out["C1"].value == dt.datetime(2027, 1, 4)  # noqa: DTZ001


def test_load_above_capacity_carries_its_sign_beside_its_colour(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write(path, [sheet(("Ann", 44.0), ("Bob", 60.0), tints={(0, 1): Tint.OVER, (1, 1): Tint.FAR_OVER})])
    out = openpyxl.load_workbook(path)["Demands"]
    assert [out[cell].number_format for cell in ("B2", "B3")] == ['"▲ "#,##0.00', '"▲▲ "#,##0.00']
    assert out["B2"].fill.bgColor.rgb != out["B3"].fill.bgColor.rgb or out["B2"].fill.fgColor.rgb != out["B3"].fill.fgColor.rgb


def test_a_sheet_is_ready_to_be_filtered_and_printed(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write(path, [sheet(("Ann", 8.0), fixed=1)])
    out = openpyxl.load_workbook(path)["Demands"]
    assert out.freeze_panes == "B2"
    assert out.auto_filter.ref == "A1:B2"
    assert out.page_setup.orientation == "landscape"
    assert out.print_title_rows == "$1:$1"


def test_text_too_long_for_a_cell_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(RefusedCellError, match="Demands!A2 holds more than 32,767 letters"):
        write(tmp_path / "a.xlsx", [sheet(("x" * 32_768, 1.0))])
    assert list(tmp_path.iterdir()) == []


def test_csv_has_iso_dates_points_and_no_text_that_begins_a_formula(tmp_path: Path) -> None:
    write(tmp_path / "out", [sheet(("=1+1", 7.25), ("a,b", 8.0), ('say "x"', Formula("=SUM(B2)", 3.5)), (None, 0.0001))])
    assert (tmp_path / "out" / "Demands.csv").read_bytes().decode("utf-8-sig") == (
        'Demand,Hours\r\n"\t=1+1",7.25\r\n"a,b",8\r\n"say ""x""",3.5\r\n,0.0001\r\n'
    )


def test_a_folder_keeps_what_is_not_ours_and_loses_sheets_that_are_no_longer_part_of_it(tmp_path: Path) -> None:
    for name in ("Notes.csv", "Allocations.csv", "demands.csv", "readme.txt"):
        (tmp_path / name).write_text("before")
    write(tmp_path, [sheet(("Ann", 8.0))])
    assert sorted(file.name for file in tmp_path.iterdir()) == ["Demands.csv", "Notes.csv", "readme.txt"]


@pytest.mark.parametrize("name", ["a.xlsx", "folder"])
def test_a_failure_leaves_what_was_there(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / name
    write(target, [sheet(("Ann", 8.0)), OutSheet("Bookings", (OutColumn("x"),), ())])
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    flush = os.fsync

    def full(handle: int) -> None:
        flush(handle)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match="the disk is full; free some space or choose another place"):
        write(target, [sheet(("Bob", 9.0)), OutSheet("Bookings", (OutColumn("y"),), ())])
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before


def test_a_new_folder_that_could_not_be_filled_is_taken_away_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_path: Path, _content: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", refused)
    with pytest.raises(WriteError):
        write(tmp_path / "out", [sheet()])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nowhere/a.xlsx", "there is no folder"),
        ("nowhere/a", "there is no folder"),
        ("a" * 300 + ".xlsx", "File name too long; choose another place"),
        ("a.xls", "end the name in .xlsx, or name a folder for .csv files"),
    ],
)
def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(WriteError, match=said) as refused:
        write(tmp_path / name, [sheet()])
    assert str(tmp_path / name) in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_another_program_holds_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(_beside: Path, _path: Path) -> None:
        raise PermissionError(13, "The process cannot access the file")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(WriteError, match="close it in other programs, or choose another place"):
        write(tmp_path / "a.xlsx", [sheet()])
    assert list(tmp_path.iterdir()) == []
