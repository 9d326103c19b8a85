"""Roles whose names look as if one were meant: spelt apart, misspelt, or short for the other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from planner.hours.roles import folded

ALIKE = 0.8
"""difflib's likeness from which two words are one misspelt; “junior” and “senior” are at 0.67."""
LETTERS = 5
"""Words of fewer letters are not compared for misspelling: “QA” and “QM” are two things."""
SHORT_FOR = 3
"""Letters from which the beginning of a word stands for the whole: “Dev” for “Developer”."""


def lookalikes(roles: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """For each role that has any, the others that its name looks like, in the order given."""
    words = {role: _words(role) for role in roles}
    found: dict[str, list[str]] = {}
    for one, other in combinations(roles, 2):
        if folded(one) != folded(other) and _alike(words[one], words[other]):
            found.setdefault(one, []).append(other)
            found.setdefault(other, []).append(one)
    return {role: tuple(found[role]) for role in roles if role in found}


def _words(role: str) -> tuple[str, ...]:
    """Its words without case, accents and what stands between them."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", folded(role)) if not unicodedata.combining(sign))
    return tuple(re.findall(r"[^\W_]+", plain))


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if not one or not other:
        return False
    if "".join(one) == "".join(other) or _is_initials(one, other) or _is_initials(other, one):
        return True
    return len(one) == len(other) and all(_same(*pair) for pair in zip(one, other, strict=True))


def _is_initials(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """“PM” for “Project manager”."""
    return len(short) == 1 and len(long) > 1 and short[0] == "".join(word[0] for word in long)


def _same(one: str, other: str) -> bool:
    """Whether two words may be one: the same, its beginning, or misspelt; figures are never mistaken."""
    if one == other:
        return True
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    short, long = sorted((one, other), key=len)
    if len(short) >= SHORT_FOR and long.startswith(short):
        return True
    return len(short) >= LETTERS and SequenceMatcher(None, short, long).ratio() >= ALIKE
