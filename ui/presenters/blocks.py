"""Blocks of cells as the clipboard has them: texts in rows, as spreadsheets copy and paste them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape

from ui.presenters.formats import Formats

Block = tuple[tuple[str, ...], ...]
"""Rows of texts, which may differ in length."""

_CELL = re.compile(r'(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|\Z)')
_AWKWARD = re.compile(r'[\t\r\n]|^"')
"""What a cell must be quoted for."""
_FIGURE = re.compile(r"[+-]?[\d.,]*\d")
_DAYS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}\b.*")


def read_block(text: str) -> Block:
    """The cells of a copied block: tabs between columns, lines between rows, quotes where a cell holds either.

    The last line may end or not. Unlike the csv module, quotes that somebody typed into a cell stay.
    """
    rows: list[list[str]] = [[]]
    for cell in _CELL.finditer(text):
        rows[-1].append(_bare(cell))
        if cell.end() == len(text):
            break
        if cell.group(3) != "\t":
            rows.append([])
    return tuple(tuple(row) for row in rows)


def _bare(cell: re.Match[str]) -> str:
    """Quotes are the spreadsheet's where the cell needs them, else they were typed."""
    inside = cell.group(1)
    if inside is None:
        return cell.group(2)
    needed = '""' in inside or re.search(r"[\t\r\n]", inside)
    return inside.replace('""', '"').replace("\r\n", "\n") if needed else f'"{inside}"'


def tabbed(block: Iterable[Sequence[str]]) -> str:
    """The block as text that a spreadsheet pastes into the same cells."""
    return "".join("\t".join(map(_quoted, row)) + "\n" for row in block)


def _quoted(text: str) -> str:
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if _AWKWARD.search(text) else text


def as_html(block: Iterable[Sequence[str]], numeric: Sequence[bool], headings: Sequence[str] = ()) -> str:
    """The block as a table for mails and texts; figures to the right."""
    lines = ["".join(f'<th align="left">{escape(text)}</th>' for text in headings)] if headings else []
    lines += ["".join(_html_cell(text, right) for text, right in zip(row, numeric, strict=True)) for row in block]
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f'<html><meta charset="utf-8"><body><table>{body}</table></body></html>'


def _html_cell(text: str, right: bool) -> str:
    said = escape(text).replace("\n", "<br>")
    return f'<td align="right">{said}</td>' if right else f"<td>{said}</td>"


def formats_of_block(texts: Iterable[str], formats: Formats) -> Formats:
    """How the block was written, where its own cells prove that it was not as the language writes: decimals and dates."""
    said = list(texts)
    return _dated(said, _pointed(said, formats))


def _pointed(texts: Iterable[str], formats: Formats) -> Formats:
    """The other decimal sign, where some figure can only be read with it and none only with the language's own."""
    found = {sign for text in texts if (sign := _decimal_sign(text))}
    if len(found) != 1 or formats.decimal_point in found:
        return formats
    (point,) = found
    return replace(formats, decimal_point=point, group_separator="." if point == "," else ",")


def _decimal_sign(text: str) -> str:
    """The sign that can only be the decimal sign of a figure; empty where there is none or it might part thousands."""
    bare = re.sub(r"[\s%\u202f\u00a0]", "", text)
    if not _FIGURE.fullmatch(bare):
        return ""
    used = {sign for sign in ",." if sign in bare}
    if len(used) == 2:
        return max(used, key=bare.rfind)
    sign = next(iter(used), "")
    if not sign or bare.count(sign) > 1:
        return ""
    whole, _, decimals = bare.partition(sign)
    return sign if len(decimals) != 3 or whole.strip("+-") in {"", "0"} else ""


def _dated(texts: Iterable[str], formats: Formats) -> Formats:
    """Day and month the other way round, where some date has no month else and none has none then."""
    pairs = [(int(day.group(1)), int(day.group(2))) for text in texts if (day := _DAYS.fullmatch(text.strip()))]
    first_over, second_over = any(first > 12 for first, _ in pairs), any(second > 12 for _, second in pairs)
    if first_over == second_over:
        return formats
    wanted = "dmy" if first_over else "mdy"
    return replace(formats, date_order=wanted) if formats.date_order != wanted else formats
