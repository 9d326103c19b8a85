"""Where two people changed one entity: field by field what it was, what one wanted, and what stands now."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from data.entities import Entity, Id, ScenarioChange
from data.portfolio import KIND_OF, Kind, Portfolio
from data.references import REFERENCES

NOTHING = "nothing"

_TARGETS = {(each.kind, each.field): each.target for each in REFERENCES}
_DATES = ("day", "week", "first")


@dataclass(frozen=True, slots=True)
class Difference:
    """One field, in words: what it was, what you made of it and what they did.

    None is where there was nothing yet, or where a side left the field alone or removed the whole thing.
    """

    field: str
    was: str | None
    yours: str | None
    theirs: str | None

    @property
    def clashes(self) -> bool:
        """Whether both sides changed it, and not to the same."""
        return self.yours is not None and self.theirs is not None and self.yours != self.theirs

    def __str__(self) -> str:
        said = [f"{who} {value}" for who, value in (("was", self.was), ("yours", self.yours), ("theirs", self.theirs)) if value is not None]
        return f"{self.field}: {', '.join(said)}"


def differences(was: Entity | None, yours: Entity | None, theirs: Entity | None, portfolio: Portfolio) -> tuple[Difference, ...]:
    """The fields in which a side is not what it was, or in which two that were added differ.

    None is a side where the thing is not there; `portfolio` knows the names of what fields refer to.
    """
    was, yours, theirs = _wanted(was), _wanted(yours), _wanted(theirs)
    there = was or yours or theirs
    if there is None:
        return ()
    mine, others = (_news(was, yours), _news(was, theirs)) if was else (_news(theirs, yours), _news(yours, theirs))
    return tuple(
        Difference(
            name.removesuffix("_id").replace("_", " "),
            _said(was, name, portfolio) if was else None,
            _said(yours, name, portfolio) if yours and name in mine else None,
            _said(theirs, name, portfolio) if theirs and name in others else None,
        )
        for name in _names(there)
        if name in mine or name in others
    )


def changed_fields(before: Entity, after: Entity) -> tuple[str, ...]:
    """The names of the fields in which two entities of one kind differ."""
    return tuple(name for name in _names(before) if getattr(before, name) != getattr(after, name))


def with_fields(entity: Entity, other: Entity, names: tuple[str, ...]) -> Entity:
    """The entity with these fields as the other has them."""
    return replace(entity, **{name: getattr(other, name) for name in names})


def called(entity: Entity, portfolio: Portfolio) -> str:
    """What a person calls a thing: its name, else what it belongs to and when."""
    if isinstance(entity, ScenarioChange) and (changed := entity.after or entity.before) is not None:
        return f"{called(changed, portfolio)} in a scenario"
    name = getattr(entity, "name", "")
    if name and KIND_OF[type(entity)] is not Kind.HOLIDAY:
        return str(name)
    telling = [name for name in _names(entity) if name in _DATES or (KIND_OF[type(entity)], name) in _TARGETS]
    return " ".join(_said(entity, each, portfolio) for each in telling) or str(entity.id)


def _wanted(entity: Entity | None) -> Entity | None:
    """What a scenario wants of a thing stands for its change of it."""
    return entity.after if isinstance(entity, ScenarioChange) else entity


def _names(entity: Entity) -> tuple[str, ...]:
    return tuple(each.name for each in fields(entity))


def _news(before: Entity | None, after: Entity | None) -> tuple[str, ...]:
    return () if before is None or after is None else changed_fields(before, after)


def _said(entity: Entity, field: str, portfolio: Portfolio) -> str:
    value = getattr(entity, field)
    target = _TARGETS.get((KIND_OF[type(entity)], field))
    if target is None or value is None:
        return _shown(value)
    referred = portfolio.of(target).get(Id(value))
    return "something removed" if referred is None else called(referred, portfolio)


def _shown(value: object) -> str:
    match value:
        case None | "" | ():
            return NOTHING
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:.4f}".rstrip("0").rstrip(".")
        case tuple():
            return ", ".join(" ".join(map(str, part)) if isinstance(part, tuple) else str(part) for part in value)
        case _:
            return str(value)
