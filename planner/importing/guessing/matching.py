"""Headings matched with fields: by their own name, by other words for it, by likeness."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from functools import cache

from data.workbook.columns import Column
from planner.importing.mapping.headings import Heading, shown
from planner.importing.mapping.values import ColumnMapping, Target, columns_of
from planner.importing.mapping.words import SYNONYMS, folded, without_brackets

LEAST = 0.6
"""Likeness below which a heading is not taken for a field."""
ALIKE = 0.86
"""difflib's likeness from which two words are one misspelt."""
NAME_PARTS = frozenset(("first name", "last name", "surname", "vorname", "nachname"))


@cache
def likeness(heading: str, field: str) -> float:
    """From 0 to 1, how probably a heading means a field; 1 is the field's own name."""
    words = folded(without_brackets(heading)) or folded(heading)
    if not words:
        return 0.0
    if words == folded(field):
        return 1.0
    others = SYNONYMS.get(field, ())
    if words in others:
        return 0.95 - 0.01 * min(others.index(words), 20)
    known = (folded(field), *others)
    parts = set(words.split())
    inside = [each for each in known if len(each) > 2 and set(each.split()) <= parts]
    if inside:
        return 0.6 + 0.15 * max(len(each.split()) for each in inside) / len(parts)
    ratio = max((difflib.SequenceMatcher(None, words, each).ratio() for each in known if abs(len(each) - len(words)) < 4), default=0.0)
    return 0.75 * ratio if ratio >= ALIKE else 0.0


@cache
def best_field(heading: str) -> float:
    """How probably a heading means any field at all."""
    return max((likeness(heading, field) for field in SYNONYMS), default=0.0)


def likeness_of(heading: Heading, field: str) -> float:
    """The same of all rows of a heading together, or of its last row, which says more than what stands above."""
    last = shown(heading.parts[-1]) if heading.parts else ""
    return max(likeness(heading.words, field), 0.98 * likeness(last, field))


def matched(found: Sequence[Heading], target: Target) -> tuple[list[ColumnMapping], float]:
    """The headings that mean fields of a target, the likeliest first come, and the sum of their likeness."""
    columns = columns_of(target)
    pairs = sorted(_pairs(found, columns), key=lambda pair: -pair[0])
    by_column: dict[int, str] = {}
    total = 0.0
    for score, heading, field in pairs:
        is_part = folded(heading.words) in NAME_PARTS
        if heading.column not in by_column and (field not in by_column.values() or is_part):
            by_column[heading.column] = field
            total += score
    return [ColumnMapping(heading.words, by_column[heading.column]) for heading in found if heading.column in by_column], total


def _pairs(found: Iterable[Heading], columns: Iterable[Column]) -> list[tuple[float, Heading, str]]:
    scored = [(likeness_of(heading, column.heading), heading, column.heading) for heading in found if heading.parts for column in columns]
    return [each for each in scored if each[0] >= LEAST]
