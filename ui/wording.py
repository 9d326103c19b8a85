"""What an action is called."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """One action: text, what it does, keys, icon."""

    name: str
    text: str
    tip: str
    keys: tuple[str, ...]
    icon: str = ""
    checkable: bool = False
