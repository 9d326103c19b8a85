"""Cell addresses and names as spreadsheets write them. Rows and columns count from 0 in the program, from 1 and A on the sheet."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,9})", re.ASCII)
_LETTERS = 26


def column_letters(column: int) -> str:
    """The letters of a column: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return letters


def column_number(letters: str) -> int:
    """The column of some letters: A is 0."""
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number - 1


def address(row: int, column: int) -> str:
    """The address of a cell within its sheet: (3, 7) is H4."""
    return f"{column_letters(column)}{row + 1}"


def place(sheet: str, row: int, column: int) -> str:
    """The address of a cell in its workbook: `Demands!H4`."""
    return f"{sheet}!{address(row, column)}"


def row_place(sheet: str, row: int) -> str:
    """A whole row in its workbook: `Demands!4:4`."""
    return f"{sheet}!{row + 1}:{row + 1}"


def parsed(text: str) -> tuple[int, int] | None:
    """The row and column of an address, None where it is none."""
    found = _ADDRESS.fullmatch(text)
    return (int(found[2]) - 1, column_number(found[1])) if found else None


def known(name: str) -> str:
    """A heading, sheet name or choice as it is compared: without case, and without space around it or doubled inside."""
    return " ".join(name.split()).casefold()
