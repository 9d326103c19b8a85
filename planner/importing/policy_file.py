"""A policy from a small TOML file: its keys are the fields of a policy."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path

from data.entities import Policy, new_id
from data.entity_rules import entity_problems
from data.errors import PlannerError
from data.workbook.tables import nearest
from planner.importing.own_text import text_of

MOST_BYTES = 65_536
"""No policy comes near it, so a larger file is another one by mistake."""

KEYS = tuple(field.name for field in fields(Policy) if field.name != "id")
PRICES = tuple(key for key in KEYS if key not in ("name", "strict"))
DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+")
SHOWN = 60
"""Most letters of a value in a message."""

Problem = tuple[str, str, str]
"""Key, what is wrong with it, the way out."""


class BadPolicyFileError(PlannerError):
    """A file that is no policy; the message has a line for everything that is wrong with it."""


def read_policy(path: Path) -> Policy:
    """The policy of a file, under the file's own name where it gives none. Raises BadPolicyFileError."""
    text = text_of(path, "policy", MOST_BYTES, BadPolicyFileError)
    try:
        given = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as problem:
        if slips := list(_slips(text)):
            raise BadPolicyFileError(_told(path, text, slips)) from problem
        raise BadPolicyFileError(f'{path}: is no TOML: {problem}; write lines such as cost = 2.5 or name = "House".') from problem
    wrong = list(_problems(given))
    if not wrong:
        policy = _policy(path, given)
        wrong = list(entity_problems(policy))
    if wrong:
        raise BadPolicyFileError(_told(path, text, wrong))
    return policy


def _told(path: Path, text: str, wrong: Iterable[Problem]) -> str:
    return "\n".join(f"{path}{_line(text, key)}: {key} {problem}; {remedy}." for key, problem, remedy in wrong)


def _problems(given: Mapping[str, object]) -> Iterator[Problem]:
    """Keys that are not known, and values of another type than their field's."""
    for key, value in given.items():
        if key not in KEYS:
            meant = nearest(key, KEYS)
            yield _plain(key), "is not known", f"write {meant} if that is meant" if meant else f"the keys are {', '.join(KEYS)}"
        elif not _fits(key, value):
            yield key, f"is {_shown(value)}", _wanted(key)
        elif key in PRICES and isinstance(value, int) and value.bit_length() > 64:
            yield key, "is far too large", _wanted(key)


def _fits(key: str, value: object) -> bool:
    """Whether a value is of the type of its field; true and false are no numbers."""
    if key in PRICES:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, bool if key == "strict" else str)


def _slips(text: str) -> Iterator[Problem]:
    """Known keys whose line TOML cannot read: what people type who do not know it, such as 1,5 or yes."""
    for line in text.split("\n"):
        key, equals, value = (part.strip() for part in line.partition("#")[0].partition("="))
        if equals and key in KEYS and value[:1] not in ("[", "{") and not _is_toml(line):
            is_decimal = key in PRICES and DECIMAL_COMMA.fullmatch(value)
            remedy = f"type it with a decimal point: {value.replace(',', '.')}" if is_decimal else _wanted(key)
            yield key, f"is {_plain(value)}" if value else "is blank", remedy


def _is_toml(line: str) -> bool:
    try:
        tomllib.loads(line)
    except tomllib.TOMLDecodeError:
        return False
    return True


def _wanted(key: str) -> str:
    return {"name": 'type a text such as "House"', "strict": "type true or false"}.get(key, "type a number such as 7.5")


def _shown(value: object) -> str:
    """A value in a message: text in quotes, true and false as they are written, nothing long."""
    return str(value).lower() if isinstance(value, bool) else f"“{_plain(value)}”" if isinstance(value, str) else _plain(str(value))


def _plain(text: str) -> str:
    """What a terminal can be given: nothing long, and nothing that it would obey."""
    shown = "".join(letter if letter.isprintable() else "?" for letter in text[:SHOWN])
    return shown if len(text) <= SHOWN else f"{shown}…"


def _policy(path: Path, given: Mapping[str, object]) -> Policy:
    prices = {key: float(value) for key in PRICES if isinstance(value := given.get(key, 0.0), int | float)}
    return Policy(new_id(), str(given.get("name", path.stem)).strip(), strict=given.get("strict") is True, **prices)


def _line(text: str, key: str) -> str:
    """Where the key stands, as far as a plain line shows it."""
    begins = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*=""")
    number = next((number for number, line in enumerate(text.split("\n"), 1) if begins.match(line)), None)
    return f", line {number}" if number else ""
