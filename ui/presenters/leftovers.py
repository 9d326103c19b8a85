"""What a crash left of a portfolio, in words a person can decide by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.presenters.formats import Formats
from ui.presenters.moments import when

if TYPE_CHECKING:
    from planner.files import Leftover

FILE_WORDS = {
    "as it was": "The file is as it was before; taking up writes these changes to it.",
    "changed since": "The file was changed by somebody else since; when you take up, Plimsoll asks which of the two shall stand.",
    "gone": "The file is not there any more; taking up writes it again in its place.",
    "damaged": "The file itself cannot be read any more; when you take up, Plimsoll asks whether to write over it, and keeps a copy of it.",
}
"""What became of the file meanwhile, and what follows from it."""


@dataclass(frozen=True, slots=True)
class LeftoverWords:
    """One leftover: file and portfolio by name, its place, what the file lacks, the last of it, and how the file stands; `warn` where it is not as it was."""

    name: str
    place: str
    lacks: str
    last: str
    file: str
    warn: bool


def words(leftover: Leftover, now: dt.datetime, formats: Formats) -> LeftoverWords:
    standing = str(leftover.target.value)
    return LeftoverWords(
        f"{leftover.path.stem} · {leftover.name}",
        str(leftover.path),
        f"{lacks(leftover)} not in the file",
        f"Last: “{leftover.last_label}”, {when(leftover.last_at, now, formats)}",
        FILE_WORDS.get(standing, ""),
        standing != "as it was",
    )


def lacks(leftover: Leftover) -> str:
    """What the file does not have: "3 changes and 1 plan are"."""
    counted = ((leftover.steps, "change"), (leftover.plans, "plan"))
    parts = [f"{count} {word}{'' if count == 1 else 's'}" for count, word in counted if count > 0]
    said = " and ".join(parts) or "Its last changes"
    return f"{said} {'is' if leftover.steps + leftover.plans == 1 else 'are'}"


def in_words(leftovers: Sequence[Leftover]) -> str:
    """All of them in one line; empty where there are none."""
    match len(leftovers):
        case 0:
            return ""
        case 1:
            return "1 portfolio has changes that are not in its file"
        case count:
            return f"{count} portfolios have changes that are not in their files"
