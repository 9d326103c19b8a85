"""How the user's file stands against what was edited, in words: the field of the status bar, the banner and its ways out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING, assert_never

from ui.presenters.formats import Formats
from ui.presenters.moments import clock
from ui.presenters.saying import counted, translate, within

if TYPE_CHECKING:
    from planner.files import ReadOnly


class How(StrEnum):
    """Where the changes are: in the file, on their way, or only in Plimsoll's own copy; READ_ONLY has no changes."""

    SAVED = "saved"
    WAITING = "waiting"
    WRITING = "writing"
    FAILED = "failed"
    CHANGED = "changed outside"
    GONE = "gone"
    READ_ONLY = "read-only"


@dataclass(frozen=True, slots=True)
class Saving:
    """The state of one open file.

    `at` when it was last written, None where that was before it was opened; `changes` how many are not in it, 0 where
    nobody counted; `said` the sentence that goes with a failure or with being read-only; `short` the same in a few words;
    `held` whether another window may let go of it.
    """

    how: How
    at: dt.datetime | None = None
    changes: int = 0
    said: str = ""
    short: str = ""
    held: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """The field of the status bar: text, tip, the name of an icon and the token that colours both ("" for none)."""

    text: str
    tip: str
    icon: str
    mark: str


class Way(StrEnum):
    """What a person can do about a file that cannot be written."""

    SAVE_AS = "save as"
    TRY_AGAIN = "try again"
    OPEN_AGAIN = "open again"
    WRITE_AGAIN = "write again"
    KEEP_BOTH = "keep both"
    TAKE_THEIRS = "take theirs"
    OVERWRITE = "overwrite"


@dataclass(frozen=True, slots=True)
class Banner:
    """What the strip above the page says while a file cannot be written: sentence, token, ways out and what each does."""

    text: str
    mark: str
    ways: tuple[Way, ...]
    more: str = ""


LOOKS = {
    How.SAVED: ("done", ""),
    How.WAITING: ("clock", ""),
    How.WRITING: ("save", ""),
    How.FAILED: ("error", "bad"),
    How.CHANGED: ("warning", "warning"),
    How.GONE: ("warning", "warning"),
    How.READ_ONLY: ("lock", ""),
}
"""The icon of each state, and the token that colours it."""

STARTS = {
    How.FAILED: translate("Saving", "Not in the file"),
    How.READ_ONLY: translate("Saving", "Read-only"),
    How.WRITING: translate("Saving", "Saving…"),
    How.CHANGED: translate("Saving", "Changed outside"),
    How.GONE: translate("Saving", "File moved away"),
}
SHORT = {
    "held": translate("Saving", "it is open elsewhere"),
    "newer": translate("Saving", "a newer Plimsoll wrote it"),
    "protected": translate("Saving", "it may not be written"),
    "looking": translate("Saving", "it was opened to be looked at"),
}
SAFE = translate("Saving", "Every edit is kept at once in Plimsoll's own copy, so nothing is lost by a crash.")
KEPT = translate("Saving", "Your changes are safe in Plimsoll's own copy.")

WAYS = {
    Way.SAVE_AS: (
        translate("Saving", "Save as…"),
        translate("Saving", "Choose another place; from then on that file is the one you work on"),
    ),
    Way.TRY_AGAIN: (translate("Saving", "Try again"), translate("Saving", "Write the changes to the file now")),
    Way.OPEN_AGAIN: (
        translate("Saving", "Try again"),
        translate("Saving", "Open the file again; once nobody else has it, you can edit it"),
    ),
    Way.WRITE_AGAIN: (
        translate("Saving", "Write it again here"),
        translate("Saving", "Make the file anew in its old place, with everything you see here"),
    ),
    Way.KEEP_BOTH: (
        translate("Saving", "Keep both"),
        translate("Saving", "Theirs keeps the name; yours becomes a file beside it, and you go on in that one"),
    ),
    Way.TAKE_THEIRS: (
        translate("Saving", "Take theirs"),
        translate("Saving", "Go on with what is in the file now; yours is kept as a backup"),
    ),
    Way.OVERWRITE: (translate("Saving", "Overwrite with mine"), translate("Saving", "Write yours over theirs; theirs is kept as a backup")),
}
"""Each way as its button says it, and what happens then."""

REASONS = {
    "ChangedElsewhereError": translate("Saving", "somebody else has changed it"),
    "GoneError": translate("Saving", "it was moved or deleted"),
}
"""Why a file was not written, in a few words; by name, since the file's libraries are loaded beside the window."""

TWO_SIDES = (Way.KEEP_BOTH, Way.TAKE_THEIRS, Way.OVERWRITE)


def words(saving: Saving, now: dt.datetime, formats: Formats) -> Words:
    """The state as the status bar tells it."""
    icon, mark = LOOKS[saving.how]
    return Words(_text(saving, now, formats), _tip(saving), icon, mark)


def _text(saving: Saving, now: dt.datetime, formats: Formats) -> str:
    match saving.how:
        case How.SAVED:
            return (
                translate("Saving", "Saved {clock}").format(clock=clock(saving.at, now, formats))
                if saving.at
                else translate("Saving", "Saved")
            )
        case How.WAITING:
            return _on_their_way(saving.changes)
        case How.FAILED | How.READ_ONLY:
            return f"{STARTS[saving.how]}: {saving.short}"
        case How.WRITING | How.CHANGED | How.GONE:
            return STARTS[saving.how]
        case _:
            assert_never(saving.how)


def _tip(saving: Saving) -> str:
    match saving.how:
        case How.SAVED:
            return translate("Saving", "The file has every change. {safe}").format(safe=SAFE)
        case How.WAITING:
            return translate("Saving", "The file is written when you pause, or at once by Save. {safe}").format(safe=SAFE)
        case How.WRITING:
            return translate("Saving", "The file is being written; you can go on working. {safe}").format(safe=SAFE)
        case How.FAILED | How.CHANGED | How.GONE:
            return translate("Saving", "{said}\n{safe}\nClick to see the ways out.").format(said=saving.said, safe=SAFE)
        case How.READ_ONLY:
            return translate("Saving", "{said}\nNothing can be changed here; Save as makes a file that can be.").format(said=saving.said)
        case _:
            assert_never(saving.how)


def banner(saving: Saving) -> Banner | None:
    """What to decide, None where there is nothing."""
    match saving.how:
        case How.FAILED:
            return Banner(saving.said, "bad", (Way.TRY_AGAIN, Way.SAVE_AS))
        case How.CHANGED:
            return Banner(f"{saving.said} {KEPT}", "warning", TWO_SIDES, _consequences(TWO_SIDES))
        case How.GONE:
            return Banner(f"{saving.said} {KEPT}", "warning", (Way.WRITE_AGAIN, Way.SAVE_AS))
        case How.READ_ONLY:
            ways = (Way.OPEN_AGAIN, Way.SAVE_AS) if saving.held else (Way.SAVE_AS,)
            return Banner(saving.said, "muted", ways)
        case How.SAVED | How.WAITING | How.WRITING:
            return None
        case _:
            assert_never(saving.how)


def _consequences(ways: tuple[Way, ...]) -> str:
    """What each way does, for who does not hover."""
    return "\n".join(f"{text.rstrip('…')}: {within(tip[:1])}{tip[1:]}." for text, tip in (WAYS[way] for way in ways))


def read_only(name: str, why: ReadOnly) -> Saving:
    """The state of a portfolio that can only be looked at."""
    short = str(why.holder) if why.holder else SHORT[why.why.value]
    return Saving(How.READ_ONLY, said=f"{name}: {why.said}.", short=short, held=why.holder is not None)


def told(name: str, problem: Exception) -> tuple[str, str]:
    """What went wrong with a file of this name: in a sentence, and in a few words."""
    said = getattr(problem, "said", "") or translate("Saving", "an error inside Plimsoll ({name})").format(name=type(problem).__name__)
    known = REASONS.get(type(problem).__name__) or translate("Saving", "it could not be written")
    reason = getattr(problem, "reason", "") or getattr(problem.__cause__, "reason", "") or known
    return f"{name}: {said}.", reason[:1].lower() + reason[1:]


def file_name(place: str) -> str:
    """What a sentence calls a file: its name without its folders."""
    return PurePath(place).name


def _on_their_way(count: int) -> str:
    match count:
        case 0:
            return translate("Saving", "Changes on their way to the file…")
        case _:
            return counted("Saving", "%n changes on their way to the file…", "%n change on its way to the file…", count)
