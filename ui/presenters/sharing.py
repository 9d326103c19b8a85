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
from ui.presenters.saying import counted, listed, translate

AT_ONCE = translate("Sharing", "Every change is in the shared bank at once; others see it within seconds, and you see theirs.")
FILE_ONLY = {
    "save": translate("Sharing", "Nothing has to be saved: every change is in the shared bank at once"),
    "save as": translate("Sharing", "A shared bank stays where it is; use Save a copy to have a file of it"),
    "restore": translate("Sharing", "The backups of a shared bank are made by its server: ask who runs it"),
}
"""What only a file can do, and why a shared bank cannot."""

DOING = {StepKind.UNDO: translate("Sharing", "took back {what}"), StepKind.REDO: translate("Sharing", "did again {what}")}


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
    return (
        translate("Sharing", "{database} on {hostname}").format(database=database, hostname=parts.hostname) if parts.hostname else database
    )


def words(standing: Standing, now: dt.datetime, formats: Formats) -> Words:
    """The field of the status bar."""
    since = clock(standing.at, now, formats)
    if standing.away:
        text = translate("Sharing", "No connection since {since}: you can look, changes have to wait until it is back").format(since=since)
        return Words(
            text, translate("Sharing", "{problem}\nPlimsoll tries again by itself.").format(problem=standing.problem), "warning", "warning"
        )
    if standing.problem:
        return Words(
            translate("Sharing", "Shared: {name} · nothing can be changed").format(name=standing.name), standing.problem, "error", "bad"
        )
    news = standing.news or translate("Sharing", "up to date {since}").format(since=since)
    return Words(translate("Sharing", "Shared: {name} · {news}").format(name=standing.name, news=news), AT_ONCE, "done", "")


def refusal(standing: Standing) -> str:
    """Why an edit is refused now; "" where it is not."""
    if not standing.problem:
        return ""
    return translate("Sharing", "Not done, and nothing was kept of it: {problem}").format(problem=standing.problem)


def done_by_others(steps: Iterable[Step], *, new_plan: bool) -> str:
    """What others have done, in a few words: "dana: Add Bob", "dana made 3 changes"; "" for nothing."""
    found = tuple(steps)
    names = sorted({step.who for step in found})
    if not found:
        return translate("Sharing", "a new plan was kept") if new_plan else ""
    who = listed(names)
    if len(found) > 1:
        return counted("Sharing", "{who} made %n changes", "{who} made %n change", len(found)).format(who=who)
    return f"{who}: {DOING.get(found[0].kind, '{what}').format(what=found[0].label)}"
