"""Sheets as .csv: UTF-8 with its mark, commas, ISO dates, and text that no spreadsheet takes for a formula."""

from __future__ import annotations

import datetime as dt
import re

from data.workbook.sheets import Formula, Out, OutSheet

_FORMULA_SIGNS = ("=", "+", "-", "@")
_QUOTED = re.compile('[,;"\r\n\t]|^\\s|\\s$')


def csv_bytes(sheet: OutSheet) -> bytes:
    """The sheet with its headings, a line for each row; a formula is written as its value."""
    lines = [[column.heading for column in sheet.columns], *sheet.rows]
    return "".join(",".join(map(_cell, line)) + "\r\n" for line in lines).encode("utf-8-sig")


def _cell(value: Out) -> str:
    match value:
        case None:
            return ""
        case str():
            return _text(value)
        case dt.date():
            return value.isoformat()
        case Formula():
            return _number(value.value)
    return _number(value)


def _text(value: str) -> str:
    """A tab before what would begin a formula makes it text for every spreadsheet; readers of the contract drop it as space."""
    safe = f"\t{value}" if value.startswith(_FORMULA_SIGNS) else value
    return '"' + safe.replace('"', '""') + '"' if _QUOTED.search(safe) else safe


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else repr(float(value))
