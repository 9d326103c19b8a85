"""Findings saved back beside the rows they speak of."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from data.findings import error, note
from data.workbook.writing import WriteError
from planner.importing.remarking import write_with_findings
from tests.planning.sheet_builders import write_csv, write_xlsx


def test_each_row_has_what_was_found_in_it(tmp_path: Path) -> None:
    source = write_xlsx(
        tmp_path / "Team.xlsx", {"Team": [["Name", "Since", "Hours"], ["Ann", dt.date(2027, 1, 4), 7.5], ["Bob", None, "x"]]}
    )
    findings = (
        error("Team!C3", "Hours is “x”, which is no number", "type a number"),
        note("Team!3:3", "row 3: said of the row"),
        note("Settings", "no sheet says when the portfolio begins"),
    )
    write_with_findings(source, findings, tmp_path / "Mend.xlsx")
    book = openpyxl.load_workbook(tmp_path / "Mend.xlsx")
    team = book["Team"]
    assert [cell.value for cell in team[2]][:3] == ["Ann", dt.datetime(2027, 1, 4), 7.5]  # noqa: DTZ001
    assert team["E1"].value == "Findings"
    assert team["E3"].value == "Error C3: Hours is “x”, which is no number; type a number\nNote 3:3: row 3: said of the row"
    assert book["Findings"]["A1"].value == "Note: Settings: no sheet says when the portfolio begins"


def test_text_is_never_written_as_a_formula(tmp_path: Path) -> None:
    folder = write_csv(tmp_path / "sheets", {"Team": [["Name"], ["=1+1"]]})
    write_with_findings(folder, (), tmp_path / "Mend.xlsx")
    cell = openpyxl.load_workbook(tmp_path / "Mend.xlsx")["Team"]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_findings_are_written_to_workbooks_only(tmp_path: Path) -> None:
    source = write_xlsx(tmp_path / "Team.xlsx", {"Team": [["Name"], ["Ann"]]})
    with pytest.raises(WriteError, match=r"end the name in \.xlsx"):
        write_with_findings(source, (), tmp_path / "Mend.csv")
