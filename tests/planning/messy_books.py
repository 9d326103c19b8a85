"""Three workbooks as PMOs keep them: titles and notes, merged headings, colours, hidden columns, subtotals, dates as text in two styles."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

AMBER = PatternFill("solid", start_color="FFC000")
GREEN = PatternFill("solid", start_color="92D050")
TITLE = Font(bold=True, size=16)


def capacity_book(path: Path) -> Path:
    """An English one: people with contracts as text, projects with a traffic light, FTE by month for projects and roles."""
    book = Workbook()
    notes = _first(book, "Read me")
    _fill(
        notes,
        [["Resource planning Digital"], [], ["Please update by the 5th of each month!"], ["Green = confirmed, amber = to be clarified"]],
    )
    people = book.create_sheet("People")
    _fill(people, [
        ["Resource pool Digital 2027 (as of 12.02.2027)"],
        [],
        ["Person", None, None, "Contract", None, "Remarks"],
        ["Name", "Function", "Staff no.", "Capacity", "Working days", None],
        ["Core team"],
        ["Baker, Ruth", "Developer", 10017, "0,8 FTE", "Mo-Do", "back from leave in March"],
        ["Chen, Li", "Developer", 10018, "1,0 FTE", "Mo-Fr", None],
        ["Dahl, Nils", "Tester", 10021, "0,5 FTE", "Mo, Di, Mi", "mornings"],
        ["Subtotal core team", None, None, "2,3 FTE", None, None],
        ["Externals"],
        ["Evans, Tom", "Architect", None, "1,0 FTE", "Mo-Fr", "until end of June?"],
        ["Subtotal externals", None, None, "1,0 FTE", None, None],
        ["Total", None, None, "3,3 FTE", None, None],
    ])  # fmt: skip
    people.merge_cells("A1:F1")
    people.merge_cells("A3:C3")
    people.merge_cells("D3:E3")
    people.column_dimensions["C"].hidden = True
    people["A1"].font = TITLE
    people["A6"].fill = AMBER
    people["D6"].comment = Comment("0,9 from May", "PMO")
    projects = book.create_sheet("Project list")
    _fill(projects, [
        ["Project portfolio 2027"],
        ["No.", "Project name", "PM", "RAG", "Priority", "Start", "End", "Status", "Comment"],
        [1, "Apollo", "R. Gray", "G", "High", "01.03.2027", "30.06.2027", "In progress", "on track"],
        [2, "Gemini", "S. Hill", "A", "Medium", "1 Apr 2027", "31 Aug 2027", "Planned", "budget open"],
        [3, "Mercury", "R. Gray", "R", "Low", "15.03.2027", "30 Jul 2027", "On hold", None],
    ])  # fmt: skip
    projects.merge_cells("A1:I1")
    for row, colour in ((3, GREEN), (4, AMBER)):
        projects.cell(row, 4).fill = colour
    needs = book.create_sheet("FTE needs")
    _fill(needs, [
        ["Required FTE per project and function"],
        [None, None, 2027, None, None, None, None],
        ["Project", "Function", "Mrz", "Apr", "May", "Jun", "Total"],
        ["Apollo", "Developer", 1.0, 1.5, 1.5, 0.5, 4.5],
        [None, "Tester", None, 0.25, 0.5, 0.5, 1.25],
        ["Subtotal Apollo", None, 1.0, 1.75, 2.0, 1.0, 5.75],
        ["Gemini", "Developer", None, 0.5, 0.5, 0.5, 1.5],
        [None, "Architect", None, 0.3, 0.3, "tbd", 0.6],
        ["Subtotal Gemini", None, None, 0.8, 0.8, 0.5, 2.1],
        ["Total", None, 1.0, 2.55, 2.8, 1.5, 7.85],
        [],
        ["* figures to be confirmed by the line managers"],
    ])  # fmt: skip
    needs.merge_cells("C2:G2")
    needs["C4"].fill = GREEN
    return _saved(book, path)


def week_plan_book(path: Path) -> Path:
    """A German one: who works on what by calendar week, people once for all their rows, sums at the right and below, leave as text."""
    book = Workbook()
    plan = _first(book, "Einsatzplan 2027")
    _fill(plan, [
        ["Einsatzplanung Team Plattform, Angaben in Tagen", None, None, None, None, None, None, None, None],
        ["Stand: 08.02.2027", None, None, None, None, None, None, None, None],
        ["Mitarbeiter", "Projekt", "Rolle", "Februar", None, "März", None, None, "Summe"],
        [None, None, None, "KW 7", "KW 8", "KW 9", "KW 10", "KW 11", None],
        ["Anna Ott", "Portal", "Entwicklung", 3.0, 3.0, 2.5, 3.0, "2,5", 14.0],
        [None, "Betrieb", "Entwicklung", 1.0, 1.0, 1.0, 1.0, 1.0, 5.0],
        ["Summe Anna Ott", None, None, 4.0, 4.0, 3.5, 4.0, 3.5, 19.0],
        ["Ben Roth", "Portal", "Test", 2.0, "-", 2.0, 2.0, 2.0, 8.0],
        [None, "Archiv", "Test", 1.0, 1.0, None, 1.0, 1.0, 4.0],
        ["Summe Ben Roth", None, None, 3.0, 1.0, 2.0, 3.0, 3.0, 12.0],
        ["N.N.", "Archiv", "Entwicklung", None, 2.0, 2.0, 2.0, 2.0, 8.0],
        ["Gesamt", None, None, 7.0, 7.0, 7.5, 9.0, 8.5, 39.0],
    ])  # fmt: skip
    for cells in ("A1:I1", "D3:E3", "F3:H3", "A3:A4", "B3:B4", "C3:C4", "A5:A6", "A8:A9"):
        plan.merge_cells(cells)
    plan["D5"].fill = GREEN
    leave = book.create_sheet("Urlaub")
    _fill(leave, [
        ["Urlaubsliste"],
        ["Mitarbeiter", "von", "bis", "Art", "Tage"],
        ["Anna Ott", "22.02.2027", "26.02.2027", "Urlaub", 5.0],
        ["Ben Roth", "15.03.27", "16.03.27", "Fortbildung", 2.0],
    ])  # fmt: skip
    return _saved(book, path)


def staffing_book(path: Path) -> Path:
    """A list of who is on what from when to when, exported and then kept by hand: text dates, percent as text, a status, old columns hidden."""
    book = Workbook()
    staffing = _first(book, "Staffing")
    _fill(staffing, [
        ["Staffing overview", None, None, None, None, None, None, None],
        ["exported 2027-02-12 09:14", None, None, None, None, None, None, None],
        [],
        ["ID", "Consultant", "Job title", "Engagement", "From", "To", "Allocation", "Booking status"],
        ["A-1", "Ines Wolf", "Consultant", "Harbour", "01/03/2027", "28/05/2027", "60 %", "Confirmed"],
        ["A-2", "Ines Wolf", "Consultant", "Lighthouse", "15/03/2027", "30 April 2027", "60 %", "Tentative"],
        ["A-3", "Omar Diaz", "Analyst", "Harbour", "1 Mar 2027", "30/06/2027", "100 %", "Confirmed"],
        ["A-4", "Pia Lund", "Analyst", "Lighthouse", "05/04/2027", "25/06/2027", "50 %", "Cancelled"],
        ["A-5", "TBD", "Consultant", "Lighthouse", "03/05/2027", "25/06/2027", "80 %", "Tentative"],
    ])  # fmt: skip
    staffing.column_dimensions["A"].hidden = True
    staffing["G6"].fill = AMBER
    return _saved(book, path)


def _first(book: Workbook, name: str) -> Worksheet:
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = name
    return sheet


def _fill(sheet: Worksheet, rows: list[list[Any]]) -> None:
    for row in rows:
        sheet.append(row)


def _saved(book: Workbook, path: Path) -> Path:
    book.save(path)
    return path
