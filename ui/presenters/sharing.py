"""A shared bank as the window tells it: its name, how the portfolio here stands to it, and what others have done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from data.steps import Step, StepKind
from ui.presenters.formats import Formats
from ui.presenters.moments import clock
from ui.presenters.saving import Words

AT_ONCE = "Every change is in the shared bank at once; others see it within seconds, and you see theirs."
FILE_ONLY = {
    "save": "Nothing has to be saved: every change is in the shared bank at once",
    "save as": "A shared bank stays where it is; use Save a copy to have a file of it",
    "restore": "The backups of a shared bank are made by its server: ask who runs it",
}
"""What only a file can do, and why a shared bank cannot."""

DOING = {StepKind.UNDO: "took back ", StepKind.REDO: "did again "}


@dataclass(frozen=True, slots=True)
class Standing:
    """How the portfolio here stands to its bank.

    `at` when the server answered last; `problem` why it does not answer now ("" where it does), `away` whether that is because
    it cannot be reached; `news` what others did just now ("" for nothing).
    """

    name: str
    at: dt.datetime
    problem: str = ""
    away: bool = False
    news: str = ""


def bank_name(address: str) -> str:
    """What a person calls the bank of an address: "portfolio on db.example.org"."""
    parts = urlsplit(address)
    database = unquote(parts.path.strip("/"))
    return f"{database} on {parts.hostname}" if parts.hostname else database


def words(standing: Standing, now: dt.datetime, formats: Formats) -> Words:
    """The field of the status bar."""
    since = clock(standing.at, now, formats)
    if standing.away:
        text = f"No connection since {since}: you can look, changes have to wait until it is back"
        return Words(text, f"{standing.problem}\nPlimsoll tries again by itself.", "warning", "warning")
    if standing.problem:
        return Words(f"Shared: {standing.name} · nothing can be changed", standing.problem, "error", "bad")
    return Words(f"Shared: {standing.name} · {standing.news or f'up to date {since}'}", AT_ONCE, "done", "")


def refusal(standing: Standing) -> str:
    """Why an edit is refused now; "" where it is not."""
    if not standing.problem:
        return ""
    return f"Not done, and nothing was kept of it: {standing.problem}"


def done_by_others(steps: Iterable[Step], *, new_plan: bool) -> str:
    """What others have done, in a few words: "dana: Add Bob", "dana made 3 changes"; "" for nothing."""
    found = tuple(steps)
    names = sorted({step.who for step in found})
    if not found:
        return "a new plan was kept" if new_plan else ""
    who = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    if len(found) > 1:
        return f"{who} made {len(found)} changes"
    return f"{who}: {DOING.get(found[0].kind, '')}{found[0].label}"
