"""What a column keeps of its rows: those whose text or figure meets a condition, and those with one of the values chosen."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from ui.presenters.columns import Column, FieldError, Row, SortKey
from ui.presenters.saying import listed, translate

Test = Callable[[Row], bool]

_CONDITION = re.compile(r"(>=|<=|<>|!=|≥|≤|≠|>|<|=)\s*(.*)")
_SIGNS: Mapping[str, Callable[[Any, Any], bool]] = MappingProxyType(  # Any: figures with figures, texts with texts
    {
        ">=": operator.ge,
        "≥": operator.ge,
        "<=": operator.le,
        "≤": operator.le,
        "<>": operator.ne,
        "!=": operator.ne,
        "≠": operator.ne,
        ">": operator.gt,
        "<": operator.lt,
        "=": operator.eq,
    }
)


@dataclass(frozen=True, slots=True)
class ColumnFilter:
    """`condition` is a text to be found, or a comparison such as `>= 5` or `2..4`; `values` are the texts kept, None for all."""

    condition: str = ""
    values: frozenset[str] | None = None

    def __bool__(self) -> bool:
        return bool(self.condition.strip()) or self.values is not None

    @property
    def words(self) -> str:
        """What is kept, said in few words."""
        if self.values is None:
            return self.condition.strip()
        said = ", ".join(sorted(text or translate("ColumnFilter", "empty") for text in self.values)[:2]) or translate(
            "ColumnFilter", "nothing"
        )
        more = len(self.values) - 2
        if more > 0:
            said = translate("ColumnFilter", "{values} and {count} more").format(values=said, count=more)
        return listed([part for part in (self.condition.strip(), said) if part])


def kept(filters: Mapping[str, ColumnFilter], columns: Sequence[Column[Row]]) -> list[Test[Row]]:
    """The tests of all filters; a condition that cannot be read keeps everything, as while it is being typed."""
    tests: list[Test[Row]] = []
    for column in columns:
        chosen = filters.get(column.key)
        if chosen:
            tests += _tests(column, chosen)
    return tests


def _tests(column: Column[Row], chosen: ColumnFilter) -> Iterable[Test[Row]]:
    if chosen.values is not None:
        values = chosen.values
        yield lambda row: column.text(row) in values
    try:
        test = condition_of(column, chosen.condition)
    except FieldError:
        return
    if test is not None:
        yield test


def condition_of(column: Column[Row], text: str) -> Test[Row] | None:
    """The test of a condition, None where it says nothing. Raises FieldError where a comparison holds no figure or date."""
    said = text.strip()
    compared = _CONDITION.fullmatch(said)
    if compared:
        return _comparison(column, compared.group(1), compared.group(2).strip())
    low, dots, high = said.partition("..")
    if dots and column.measure is not None:
        least, most = _measured(column, low.strip()), _measured(column, high.strip())
        return lambda row: not column.order(row)[0] and least <= column.order(row)[1] <= most  # type: ignore[operator]  # both are figures
    words = said.casefold().split()
    return (lambda row: _has(column.text(row), words)) if words else None


def _comparison(column: Column[Row], sign: str, text: str) -> Test[Row] | None:
    compare = _SIGNS[sign]
    if not text:
        empty = compare is operator.eq
        return (lambda row: column.order(row)[0] is empty) if compare in (operator.eq, operator.ne) else None
    wanted: float | str = _measured(column, text) if column.measure is not None else text.casefold()
    if compare is operator.ne:
        return lambda row: column.order(row)[0] or column.order(row)[1] != wanted
    return lambda row: not column.order(row)[0] and compare(column.order(row)[1], wanted)


def _measured(column: Column[Row], text: str) -> float:
    try:
        return column.measure(text) if column.measure else 0.0
    except ValueError as problem:
        raise FieldError(str(problem)) from problem


def _has(text: str, words: Sequence[str]) -> bool:
    said = text.casefold()
    return all(word in said for word in words)


def values_of(rows: Iterable[Row], column: Column[Row]) -> list[tuple[str, int]]:
    """Each text of a column with how often it stands there, in the column's order, nothing last."""
    counts: dict[str, int] = {}
    order: dict[str, SortKey] = {}
    for row in rows:
        text = column.text(row)
        counts[text] = counts.get(text, 0) + 1
        order.setdefault(text, column.order(row))
    return [(text, counts[text]) for text in sorted(counts, key=order.__getitem__)]
