"""What a crash left of a portfolio, in words a person can decide by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.presenters.formats import Formats
from ui.presenters.moments import when
from ui.presenters.saying import counted, listed, translate

if TYPE_CHECKING:
    from planner.files import Leftover

FILE_WORDS = {
    "as it was": translate("Leftovers", "The file is as it was before; taking up writes these changes to it."),
    "changed since": translate(
        "Leftovers", "The file was changed by somebody else since; when you take up, Plimsoll asks which of the two shall stand."
    ),
    "gone": translate("Leftovers", "The file is not there any more; taking up writes it again in its place."),
    "damaged": translate(
        "Leftovers",
        "The file itself cannot be read any more; when you take up, Plimsoll asks whether to write over it, and keeps a copy of it.",
    ),
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
        lacks(leftover),
        translate("Leftovers", "Last: “{last_label}”, {when}").format(
            last_label=leftover.last_label, when=when(leftover.last_at, now, formats)
        ),
        FILE_WORDS.get(standing, ""),
        standing != "as it was",
    )


def lacks(leftover: Leftover) -> str:
    """What the file does not have: "3 changes and 1 plan are not in the file"."""
    changes = counted("Leftovers", "%n changes", "%n change", leftover.steps) if leftover.steps > 0 else ""
    plans = counted("Leftovers", "%n plans", "%n plan", leftover.plans) if leftover.plans > 0 else ""
    what = listed([part for part in (changes, plans) if part]) or translate("Leftovers", "Its last changes")
    count = leftover.steps + leftover.plans
    return counted("Leftovers", "{what} are not in the file", "{what} is not in the file", count).format(what=what)


def in_words(leftovers: Sequence[Leftover]) -> str:
    """All of them in one line; empty where there are none."""
    match len(leftovers):
        case 0:
            return ""
        case count:
            return counted(
                "Leftovers",
                "%n portfolios have changes that are not in their files",
                "%n portfolio has changes that are not in its file",
                count,
            )
