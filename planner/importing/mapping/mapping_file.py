"""A mapping as a TOML file that people can read, change and keep."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from data.errors import PlannerError
from data.replacement import replacing
from data.workbook.tables import nearest
from planner.importing.mapping.values import STANDARD_WEEK, BookMapping, ColumnMapping, Span, TableMapping, Target, Unit, columns_of
from planner.importing.own_text import text_of

MOST_BYTES = 1_048_576
"""No mapping comes near it, so a larger file is another one by mistake."""
DATE_ORDERS = ("", "dmy", "mdy", "ymd")
_KEYS = {
    "sheet": str, "table": str, "headings": list, "columns": dict, "units": dict, "every_row": dict, "words": dict, "across": str, "unit": str,
    "pick": str, "year": int, "dates": str, "leave_out": list, "sections": bool, "fill_down": bool, "complete": bool,
}  # fmt: skip
Choice = TypeVar("Choice", bound=StrEnum)


class BadMappingFileError(PlannerError):
    """A file that is no mapping; the message names the table and the key."""


def read_mapping(path: Path) -> BookMapping:
    """The mapping of a file. Raises BadMappingFileError."""
    text = text_of(path, "mapping", MOST_BYTES, BadMappingFileError)
    try:
        return mapping_of(text)
    except BadMappingFileError as problem:
        raise BadMappingFileError(f"{path}: {problem}") from problem


def write_mapping(mapping: BookMapping, path: Path) -> None:
    with replacing(path) as beside:
        beside.write_text(mapping_text(mapping), encoding="utf-8")


def mapping_of(text: str) -> BookMapping:
    """The mapping that a text in TOML says. Raises BadMappingFileError."""
    try:
        given = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as problem:
        raise BadMappingFileError(f"is no TOML: {problem}; let plimsoll import print one and change that.") from problem
    week = given.get("standard_week", STANDARD_WEEK)
    if isinstance(week, bool) or not isinstance(week, int | float) or not 0 < week <= 168:
        raise BadMappingFileError(f"standard_week is {week}; type the hours of a full week, such as 40.")
    tables = given.get("tables", [])
    unknown = next((key for key in given if key not in ("standard_week", "tables")), None)
    if unknown is not None or not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        raise BadMappingFileError(f"“{unknown or 'tables'}” is not known there; a mapping has standard_week and [[tables]].")
    return BookMapping(tuple(_table(each, number) for number, each in enumerate(tables, 1)), float(week))


def _table(given: Mapping[str, Any], number: int) -> TableMapping:
    where = f"table {number}"
    for key, value in given.items():
        if key not in _KEYS:
            meant = nearest(key, _KEYS)
            raise BadMappingFileError(f"{where}: {key} is not known; {f'is {meant} meant?' if meant else 'take it out'}")
        if not isinstance(value, _KEYS[key]) or (_KEYS[key] is int and isinstance(value, bool)):
            raise BadMappingFileError(f"{where}: {key} is of another kind than it should be; see the manual's page on importing.")
    if not given.get("sheet"):
        raise BadMappingFileError(f"{where}: names no sheet; write sheet = and its name in quotes.")
    target = _chosen(Target, given.get("table", ""), where, "table")
    return TableMapping(
        given["sheet"],
        target,
        _header(given.get("headings", [1]), where),
        tuple(_columns(given, target, where)),
        tuple((_field(name, target, where), _text(value, where, "every_row")) for name, value in given.get("every_row", {}).items()),
        tuple((_field(name, target, where), _pairs(words, where)) for name, words in given.get("words", {}).items()),
        _chosen(Span, given["across"], where, "across") if given.get("across") else None,
        _chosen(Unit, given.get("unit", Unit.HOURS.value), where, "unit"),
        given.get("pick", ""),
        given.get("year"),
        _order(given.get("dates", ""), where),
        tuple(_text(each, where, "leave_out") for each in given.get("leave_out", [])),
        given.get("sections", False),
        given.get("fill_down", False),
        given.get("complete", False),
    )


def _chosen(choices: type[Choice], word: str, where: str, key: str) -> Choice:
    found = next((each for each in choices if each.value.casefold() == word.strip().casefold()), None)
    if found is None:
        raise BadMappingFileError(f"{where}: {key} is “{word}”; choose {', '.join(each.value for each in choices)}")
    return found


def _header(rows: list[Any], where: str) -> tuple[int, int]:
    if not rows or not all(isinstance(row, int) and 1 <= row <= 1_048_576 for row in rows):
        raise BadMappingFileError(f"{where}: headings should be the numbers of their rows, such as [1] or [3, 4]")
    return min(rows) - 1, max(rows) - 1


def _columns(given: Mapping[str, Any], target: Target, where: str) -> Iterator[ColumnMapping]:
    units = given.get("units", {})
    for heading, field in given.get("columns", {}).items():
        unit = _chosen(Unit, _text(units[heading], where, "units"), where, "units") if heading in units else None
        yield ColumnMapping(heading, _field(_text(field, where, "columns"), target, where), unit)


def _field(name: str, target: Target, where: str) -> str:
    fields = {column.heading.casefold(): column.heading for column in columns_of(target)}
    found = fields.get(name.strip().casefold())
    if found is None:
        raise BadMappingFileError(f"{where}: “{name}” is no column of {target.value}; they are {', '.join(fields.values())}")
    return found


def _pairs(words: object, where: str) -> tuple[tuple[str, str], ...]:
    if not isinstance(words, dict):
        raise BadMappingFileError(f'{where}: words should be pairs such as High = "1"')
    return tuple((word, _text(meant, where, "words")) for word, meant in words.items())


def _text(value: object, where: str, key: str) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise BadMappingFileError(f"{where}: {key} holds something that is no text; write it in quotes")
    return str(value)


def _order(word: str, where: str) -> str:
    if word not in DATE_ORDERS:
        raise BadMappingFileError(f"{where}: dates is “{word}”; write dmy, mdy or ymd")
    return word


def mapping_text(mapping: BookMapping) -> str:
    """The mapping in TOML, as `mapping_of` reads it."""
    lines = [f"standard_week = {mapping.standard_week:g}"]
    for table in mapping.tables:
        lines += ["", *_lines(table)]
    return "\n".join(lines) + "\n"


def _lines(table: TableMapping) -> Iterator[str]:
    yield "[[tables]]"
    yield f"sheet = {_quoted(table.sheet)}"
    yield f"table = {_quoted(table.target.value)}"
    if table.target is Target.LEFT_OUT:
        return
    first, last = table.header
    yield f"headings = [{first + 1}]" if first == last else f"headings = [{first + 1}, {last + 1}]"
    if table.across is not None:
        yield f"across = {_quoted(table.across.value)}"
        yield f"unit = {_quoted(table.unit.value)}"
    yield from (f"{key} = {_quoted(text)}" for key, text in (("pick", table.pick), ("dates", table.dates)) if text)
    if table.year is not None:
        yield f"year = {table.year}"
    if table.leave_out:
        yield f"leave_out = [{', '.join(map(_quoted, table.leave_out))}]"
    yield from (f"{key} = true" for key in ("sections", "fill_down", "complete") if getattr(table, key))
    yield from _section("columns", {each.heading: each.field for each in table.columns})
    yield from _section("units", {each.heading: each.unit.value for each in table.columns if each.unit is not None})
    yield from _section("every_row", dict(table.fixed))
    for field, words in table.words:
        yield from _section(f"words.{_quoted(field)}", dict(words))


def _section(name: str, pairs: Mapping[str, str]) -> Iterator[str]:
    if pairs:
        yield f"[tables.{name}]"
        yield from (f"{_quoted(key)} = {_quoted(text)}" for key, text in pairs.items())


def _quoted(text: str) -> str:
    """A TOML string; JSON's escapes are TOML's, but for the delete sign."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
