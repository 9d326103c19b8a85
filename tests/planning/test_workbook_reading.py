"""Reading a stranger's file: what is there, what a screen would show otherwise, and what is refused."""

from __future__ import annotations

import datetime as dt
import os
import select
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from data.workbook import reading
from data.workbook.reading import Broken, RawBook, UnreadableFileError, read
from tests.planning.sheet_builders import write_csv

needs_pipes = pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="needs named pipes and process handles")


def workbook(path: Path) -> tuple[openpyxl.Workbook, openpyxl.worksheet.worksheet.Worksheet]:
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "Demands"
    sheet.append(["Demand", "Hours"])
    return made, sheet


def saved(path: Path, made: openpyxl.Workbook) -> RawBook:
    made.save(path)
    return read(path, ["demands"])


def zipped(path: Path, **parts: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableFileError) as refused:
        read(path, ["demands"])
    assert str(path) in str(refused.value)
    return str(refused.value)


def test_cells_keep_their_types(tmp_path: Path) -> None:
    made, sheet = workbook(tmp_path)
    sheet.append(["Build", 7.5])
    sheet.append([dt.date(2027, 1, 4), True])
    found = saved(tmp_path / "a.xlsx", made)
    assert found.sheets[0].rows[1:] == (("Build", 7.5), (dt.date(2027, 1, 4), True))
    assert found.findings == ()


def test_sheets_that_are_not_wanted_are_only_named(tmp_path: Path) -> None:
    made, _ = workbook(tmp_path)
    made.create_sheet("My notes")
    found = saved(tmp_path / "a.xlsx", made)
    assert [sheet.name for sheet in found.sheets] == ["Demands"]
    assert found.others == ("My notes",)


def test_an_error_cell_is_broken_and_not_blank(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as made:
        sheet = made.add_worksheet("Demands")
        sheet.write_formula(3, 1, "=Sheet9!A1", None, "#REF!")
    cell = read(path, ["Demands"]).sheets[0].rows[3][1]
    assert isinstance(cell, Broken)
    assert cell.problem == "holds the error #REF!"


def test_a_formula_that_was_never_calculated_is_broken_and_not_blank(tmp_path: Path) -> None:
    made, sheet = workbook(tmp_path)
    sheet.append(["Build", "=1+1"])
    cell = saved(tmp_path / "a.xlsx", made).sheets[0].rows[1][1]
    assert isinstance(cell, Broken)
    assert cell.problem == "holds a formula that was never calculated"


def test_a_formula_whose_value_is_empty_text_is_blank(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as made:
        sheet = made.add_worksheet("Demands")
        sheet.write_string(0, 0, "Demand")
        sheet.write_formula(1, 0, '=IF(1,"","x")', None, "as text")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).replace(b"<v>as text</v>", b"<v></v>") for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    rows = read(path, ["Demands"]).sheets[0].rows
    assert not any(isinstance(cell, Broken) for row in rows for cell in row)


def test_hidden_rows_columns_and_sheets_are_mentioned_and_read(tmp_path: Path) -> None:
    made, sheet = workbook(tmp_path)
    sheet.append(["Build", 7.5])
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    sheet.sheet_state = "hidden"
    made.create_sheet("Visible")
    found = saved(tmp_path / "a.xlsx", made)
    assert [str(each) for each in found.findings] == [
        "Demands: the sheet is hidden; it is read like the others",
        "Demands!2:2: row 2 is hidden; read like the others",
        "Demands!B:B: column B is hidden; read like the others",
    ]
    assert found.sheets[0].rows[1] == ("Build", 7.5)


def test_merged_cells_are_warned_of(tmp_path: Path) -> None:
    made, sheet = workbook(tmp_path)
    sheet.append(["Build", 7.5])
    sheet.append(["", 8])
    sheet.merge_cells("A2:A3")
    assert [str(each) for each in saved(tmp_path / "a.xlsx", made).findings] == [
        "Demands!A2:A3: the cells are merged, and only the first holds a value; unmerge them and fill in each"
    ]


def test_dates_that_count_from_1904_are_read_as_the_days_they_are(tmp_path: Path) -> None:
    made, sheet = workbook(tmp_path)
    made.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet.append(["Build", dt.date(2027, 1, 4)])
    found = saved(tmp_path / "a.xlsx", made)
    assert found.sheets[0].rows[1][1] == dt.date(2027, 1, 4)
    assert "1904" in str(found.findings[0])


def test_a_time_of_day_is_broken(tmp_path: Path) -> None:
    made, sheet = workbook(tmp_path)
    sheet.append(["Build", dt.time(10, 30)])
    cell = saved(tmp_path / "a.xlsx", made).sheets[0].rows[1][1]
    assert isinstance(cell, Broken)
    assert cell.problem == "holds the time 10:30:00"


def test_an_open_document_is_read_with_its_error_cells(tmp_path: Path) -> None:
    document, sheet = OpenDocumentSpreadsheet(), Table(name="Demands")
    for cells in (["Demand", "Hours"], ["Build", None]):
        row = TableRow()
        for text in cells:
            cell = TableCell(valuetype="string") if text else TableCell(formula="of:=1/0", valuetype="string", stringvalue="")
            cell.addElement(P(text=text or "#DIV/0!"))
            row.addElement(cell)
        sheet.addElement(row)
    document.spreadsheet.addElement(sheet)
    document.save(str(tmp_path / "a.ods"))
    rows = read(tmp_path / "a.ods", ["Demands"]).sheets[0].rows
    assert rows[0] == ("Demand", "Hours")
    assert isinstance(rows[1][1], Broken)
    assert rows[1][1].problem == "holds the error #DIV/0!"


def test_the_last_cell_of_a_sheet_alone_is_refused_with_its_address(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as made:
        made.add_worksheet("Demands").write_number(1_048_575, 16_383, 1)
    assert path.stat().st_size < 6_000
    assert "the sheet Demands reaches down to XFD1048576" in refusal(path)


def test_an_open_document_that_repeats_a_cell_without_end_is_refused(tmp_path: Path) -> None:
    content = (
        b'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        b'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        b'<office:body><office:spreadsheet><table:table table:name="Demands"><table:table-row table:number-rows-repeated="1048576">'
        b'<table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell>'
        b"</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    )
    path = zipped(tmp_path / "a.ods", mimetype=b"application/vnd.oasis.opendocument.spreadsheet", content_dot_xml=content)
    assert "reaches down to XFD1048576" in refusal(path)


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.xlsx", xl__workbook_dot_xml=b"<workbook/>", xl__worksheets__sheet1_dot_xml=b" " * 40_000_000)
    assert "it would unpack to 38 MB" in refusal(path)


def test_a_document_type_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.xlsx", xl__workbook_dot_xml=b'<!DOCTYPE workbook [<!ENTITY a "b">]><workbook/>')
    assert "declares a document type" in refusal(path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the file is empty"),
        (b"Demand,Hours\nBuild,8\n", "it is no workbook; give an .xlsx, .ods or .csv file, or a folder of .csv files"),
        (b"PK\x03\x04 torn", "torn or damaged"),
        (b"\xd0\xcf\x11\xe0 old", "a workbook of the old kind (.xls); save it as .xlsx"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "protected by a password; save it without one"),
    ],
)
def test_what_is_no_workbook_is_refused_with_the_way_out(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert said in refusal(path)


def test_binary_workbooks_and_other_archives_are_refused(tmp_path: Path) -> None:
    assert "save it as .xlsx" in refusal(zipped(tmp_path / "a.xlsb", xl__workbook_dot_bin=b"x"))
    assert "an archive but no workbook" in refusal(zipped(tmp_path / "b.zip", notes_dot_txt=b"x"))


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    assert "there is no such file or folder" in refusal(tmp_path / "nowhere.xlsx")


def test_a_truncated_workbook_never_passes_for_a_whole_one(tmp_path: Path) -> None:
    made, sheet = workbook(tmp_path)
    sheet.append(["Build", 7.5])
    path = tmp_path / "a.xlsx"
    made.save(path)
    whole = path.read_bytes()
    for length in range(1, len(whole), len(whole) // 12):
        path.write_bytes(whole[:length])
        assert "a.xlsx" in refusal(path)


@needs_pipes
def test_a_reader_that_does_not_end_is_ended(tmp_path: Path) -> None:
    pipe = tmp_path / "endless.xlsx"
    os.mkfifo(pipe)
    with pytest.raises(UnreadableFileError, match="could not be read within 0 seconds"):
        read(pipe, ["Demands"], patience=0.3)


def test_a_reader_that_takes_too_much_memory_ends_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    greedy = "import sys; sys.path.insert(0, sys.argv[1]); from data.workbook.child import _limit_memory; _limit_memory(); b'x' * 2**31"
    monkeypatch.setattr(reading, "_STARTER", greedy)
    with pytest.raises(UnreadableFileError, match="took too much memory"):
        read(tmp_path, ["Demands"])


@needs_pipes
def test_the_reader_ends_when_its_parent_does(tmp_path: Path) -> None:
    pipe = tmp_path / "endless.xlsx"
    os.mkfifo(pipe)
    code = (
        f"import os, sys, threading; sys.path.insert(0, {str(Path.cwd())!r}); from pathlib import Path; from data.workbook import reading\n"
        "popen = reading.subprocess.Popen\n"
        "def started(*given, **more):\n    child = popen(*given, **more); print(child.pid, flush=True); return child\n"
        "reading.subprocess.Popen = started\n"
        "threading.Timer(1, lambda: os._exit(0)).start()\n"
        f"reading.read(Path({str(pipe)!r}), ['Demands'])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=20, check=False).stdout
    assert _is_gone(int(said), within=5.0)


def _is_gone(pid: int, within: float) -> bool:
    """Whether a process ends within some seconds."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([handle], [], [], within)[0])
    finally:
        os.close(handle)


def test_csv_is_read_with_commas_or_semicolons_and_with_or_without_a_mark(tmp_path: Path) -> None:
    folder = write_csv(tmp_path / "a", {"Demands": [["Demand", "Hours"], ["Bau; Röhre", "7,5"]]}, delimiter=";")
    assert read(folder, ["Demands"]).sheets[0].rows == (("Demand", "Hours"), ("Bau; Röhre", "7,5"))
    (folder / "Demands.csv").write_bytes("Demand,Hours\r\nBau,8".encode("utf-8-sig"))
    assert read(folder, ["Demands"]).sheets[0].rows == (("Demand", "Hours"), ("Bau", "8"))


def test_an_error_word_in_csv_is_broken(tmp_path: Path) -> None:
    folder = write_csv(tmp_path / "a", {"Demands": [["Demand"], ["#REF!"]]})
    assert isinstance(read(folder, ["Demands"]).sheets[0].rows[1][0], Broken)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("Demand\nR\xf6hre".encode("latin-1"), "Demands.csv is no UTF-8 text"),
        (b'Demand\n"torn', "Demands.csv cannot be divided into cells"),
        (b"x," * 6_000_000, "the sheet Demands reaches down to"),
    ],
)
def test_csv_that_cannot_be_read_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "Demands.csv").write_bytes(content)
    assert said in refusal(tmp_path)


def test_a_folder_without_csv_is_refused(tmp_path: Path) -> None:
    assert "holds no .csv files" in refusal(tmp_path)
