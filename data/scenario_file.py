"""A scenario as one small text file, to be sent to somebody who has the same portfolio, or another copy of it.

JSON in UTF-8 that can be read in any editor: the scenario, what it changes, and by names what that refers to, so that a
portfolio can be found in which the same things have other ids. A digest tells when it was changed or damaged on its way.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import NoReturn

from data.entities import Entity, Id, Scenario
from data.entity_rules import entity_problems
from data.errors import PlannerError
from data.plain import Plain, entity_of_plain, plain
from data.portfolio import WHAT_IF_KINDS, Kind
from data.replacement import replacing
from data.validation import NAMED

SUFFIX = ".plimsoll-scenario"
FORMAT, VERSION = "plimsoll scenario", 1
MOST_BYTES = 32_000_000
"""Every figure of a large portfolio changed is less."""
HEAD = 400
"""Letters in which a file of ours says what it is."""

BY_NAME = frozenset(kind for kind in NAMED if kind not in WHAT_IF_KINDS)
"""Kinds of which a name tells one from another."""

Names = Mapping[Kind, Mapping[Id, str]]


class BadScenarioFileError(PlannerError):
    """A file that is no scenario, or not as it was written."""

    def __init__(self, path: Path, problem: str, remedy: str) -> None:
        super().__init__(f"{path}: {problem}; {remedy}.")


class ScenarioNotWrittenError(PlannerError):
    """The disk refuses a scenario file."""

    def __init__(self, path: Path, reason: OSError) -> None:
        super().__init__(f"{path}: cannot be written ({reason.strerror or reason}); choose another folder, or check your rights to it.")


@dataclass(frozen=True, slots=True)
class SentChange:
    """What a scenario changes of one thing: as it found it, as it wants it, and as the plan of record had it when it was sent."""

    kind: Kind
    before: Entity | None
    after: Entity | None
    now: Entity | None

    @property
    def id(self) -> Id:
        """That of the thing; KeyError where there is none, which no file holds."""
        thing = self.after or self.before
        if thing is None:
            raise KeyError(self.kind)
        return thing.id

    @property
    def is_addition(self) -> bool:
        """Whether there was nothing of it but in the scenario."""
        return self.before is None and self.now is None


@dataclass(frozen=True, slots=True)
class SentScenario:
    """A scenario away from its portfolio. `names` are those that things had there which it changes or refers to, by their ids."""

    portfolio: str
    scenario: Scenario
    changes: tuple[SentChange, ...]
    names: Names = field(default_factory=lambda: MappingProxyType({}))


def write_scenario(sent: SentScenario, path: Path) -> None:
    """Writes the file, whole or not at all, in place of what is there. Raises ScenarioNotWrittenError."""
    try:
        with replacing(path) as beside:
            beside.write_text(text_of_scenario(sent), encoding="utf-8")
    except OSError as reason:
        raise ScenarioNotWrittenError(path, reason) from reason


def text_of_scenario(sent: SentScenario) -> str:
    """The same scenario is the same text, whenever and wherever it is written."""
    said = {
        "portfolio": sent.portfolio,
        "scenario": plain(sent.scenario),
        "changes": [_change(each) for each in sent.changes],
        "names": {kind.value: dict(sorted(names.items())) for kind, names in sent.names.items() if names},
    }
    head = {"format": FORMAT, "version": VERSION, "digest": _digest(said)}
    return json.dumps({**head, **said}, ensure_ascii=False, indent=1) + "\n"


def read_scenario(path: Path) -> SentScenario:
    """What a scenario file holds. Raises BadScenarioFileError, with what is wrong and the way out."""
    return scenario_of_text(_text(path), path)


def scenario_of_text(text: str, path: Path) -> SentScenario:
    """The same of its text; `path` is named in messages."""
    given = _parsed(text, path)
    version = given.get("version")
    if type(version) is not int or version < 1:
        raise BadScenarioFileError(path, "does not say in which form it is written", "have it sent again")
    if version > VERSION:
        newer = f"was written by a newer Plimsoll, in form {version}, and this one reads form {VERSION}"
        raise BadScenarioFileError(path, newer, "install a newer version")
    said = {key: value for key, value in given.items() if key not in ("format", "version", "digest")}
    try:
        if given.get("digest") != _digest(said):
            raise BadScenarioFileError(
                path, "was changed after it was written, or damaged on its way: its digest does not fit", "have it sent again"
            )
        return _scenario(said)
    except (ValueError, RecursionError) as problem:
        raise BadScenarioFileError(path, f"says what no scenario says: {problem}", "have it written anew by Plimsoll") from problem


def _change(sent: SentChange) -> Plain:
    """`now` is left out where the plan of record had the thing as the scenario found it."""
    sides = {name: None if side is None else plain(side) for name, side in (("before", sent.before), ("after", sent.after))}
    now: Plain = {} if sent.now == sent.before else {"now": None if sent.now is None else plain(sent.now)}
    return {"kind": sent.kind.value, **sides, **now}


def _digest(said: Mapping[str, object]) -> str:
    """Of the content, however it is laid out."""
    return sha256(json.dumps(said, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _text(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as problem:
        raise BadScenarioFileError(path, f"cannot be read ({problem.strerror or problem})", f"name a {SUFFIX} file") from problem
    if len(content) > MOST_BYTES:
        raise BadScenarioFileError(path, f"has more than {MOST_BYTES:,} bytes, which is no scenario", f"name a {SUFFIX} file")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise _stranger(path) from problem


def _parsed(text: str, path: Path) -> dict[str, object]:
    try:
        given = json.loads(text, parse_constant=_refused)
    except (ValueError, RecursionError) as problem:
        if FORMAT not in text[:HEAD]:
            raise _stranger(path) from problem
        raise BadScenarioFileError(path, "was cut short, or damaged on its way", "have it sent again") from problem
    if not isinstance(given, dict) or given.get("format") != FORMAT:
        raise _stranger(path)
    return given


def _stranger(path: Path) -> BadScenarioFileError:
    return BadScenarioFileError(path, "is no scenario that Plimsoll has written", f"name a {SUFFIX} file")


def _refused(constant: str) -> NoReturn:
    raise ValueError(constant)


def _scenario(said: Mapping[str, object]) -> SentScenario:
    portfolio, changes, names = said.get("portfolio"), said.get("changes"), said.get("names", {})
    scenario = entity_of_plain(Kind.SCENARIO, said.get("scenario"))
    if not isinstance(portfolio, str) or not isinstance(changes, list) or not isinstance(names, dict) or not isinstance(scenario, Scenario):
        raise ValueError("its parts are not those of a scenario")  # noqa: TRY004 - the file's fault, told as such
    read = tuple(_read_change(each) for each in changes)
    if len({(each.kind, each.id) for each in read}) < len(read):
        raise ValueError("it changes one thing twice")
    return SentScenario(portfolio, scenario, read, MappingProxyType(dict(_names(names))))


def _read_change(given: object) -> SentChange:
    if not isinstance(given, dict):
        raise ValueError("a change is none")  # noqa: TRY004 - the file's fault, told as such
    kind = Kind(str(given.get("kind")))
    if kind in WHAT_IF_KINDS:
        raise ValueError(f"it changes {kind.value}")
    before, after = (_read_side(kind, given.get(side)) for side in ("before", "after"))
    now = _read_side(kind, given["now"]) if "now" in given else before
    there = after or before
    if there is None or before == after or any(side is not None and side.id != there.id for side in (before, after, now)):
        raise ValueError(f"a change of {kind.value} is of nothing, or of two things")
    return SentChange(kind, before, after, now)


def _read_side(kind: Kind, given: object) -> Entity | None:
    """What obeys the rules of its kind, so that whatever is read can be shown, kept and sent on."""
    if given is None:
        return None
    read = entity_of_plain(kind, given)
    for name, problem, _ in entity_problems(read):
        raise ValueError(f"{name} of {kind.value} {problem}")
    return read


def _names(given: Mapping[object, object]) -> Iterator[tuple[Kind, Mapping[Id, str]]]:
    for kind, names in given.items():
        if not isinstance(names, dict) or not all(isinstance(name, str) for name in names.values()):
            raise ValueError("its names are none")
        yield Kind(str(kind)), MappingProxyType({Id(key): name for key, name in names.items()})
