"""Text that a bank cannot keep: PostgreSQL has no place for the sign U+0000, nor UTF-8 for half of a pair."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import get_args

from data.edits import Edit
from data.entities import Entity

_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")


def unwritable(edit: Edit) -> str | None:
    """What of an edit cannot be written, said in words; None where all of it can."""
    for change in edit.changes:
        if change.after is not None and (found := _in_entity(change.after)):
            name, sign = found
            return f"the {name} of {change.kind.value} {_printable(str(change.id))} holds the sign {sign}, which a shared bank cannot keep"
    for name, said in (("name", edit.label), ("reason", edit.why)):
        if there := _sign(said):
            return f"the {name} of this step holds the sign {there}, which a shared bank cannot keep"
    return None


def _in_entity(entity: Entity) -> tuple[str, str] | None:
    for field in fields(entity):
        value = getattr(entity, field.name)
        if isinstance(value, str) and (sign := _sign(value)):
            return field.name.replace("_", " "), sign
        if isinstance(value, get_args(Entity)) and (found := _in_entity(value)):
            return found
    return None


def _sign(said: str) -> str | None:
    found = _UNWRITABLE.search(said)
    return None if found is None else f"U+{ord(found[0]):04X}"


def _printable(said: str) -> str:
    return _UNWRITABLE.sub("�", said)
