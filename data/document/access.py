"""Why a portfolio can only be looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from data.document.locks import Holder


class ReadOnlyWhy(StrEnum):
    """Somebody holds it, a newer Plimsoll wrote it, it may not be written, or reading was all that was asked."""

    HELD = "held"
    NEWER = "newer"
    PROTECTED = "protected"
    LOOKING = "looking"


@dataclass(frozen=True, slots=True)
class ReadOnly:
    """Why, in a sentence for a person with the way out, and who holds the file where somebody does."""

    why: ReadOnlyWhy
    said: str
    holder: Holder | None = None


LOOKING = ReadOnly(ReadOnlyWhy.LOOKING, "it was opened only to be read")
NEWER = ReadOnly(ReadOnlyWhy.NEWER, "a newer Plimsoll wrote this file; look at it here, and change it with that Plimsoll")
PROTECTED = ReadOnly(ReadOnlyWhy.PROTECTED, "the file or its folder may not be written; save it under a name of your choice to change it")


def held(holder: Holder) -> ReadOnly:
    return ReadOnly(ReadOnlyWhy.HELD, f"{holder}; change it there, or save it here under another name", holder)
