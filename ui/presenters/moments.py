"""Moments as a person says them: today, yesterday, or the day."""

from __future__ import annotations

import datetime as dt

from ui.presenters.formats import Formats
from ui.presenters.saying import translate


def when(at: dt.datetime, now: dt.datetime, formats: Formats) -> str:
    """A moment in the local time of `now`: "today 10:32", "yesterday 17:05", "5 Apr 10:32", with the year where it is another."""
    local = at.astimezone(now.tzinfo)
    days = (now.date() - local.date()).days
    day = {0: translate("Moments", "today"), 1: translate("Moments", "yesterday")}.get(days) or _day(local.date(), now.date(), formats)
    return f"{day} {local:%H:%M}"


def clock(at: dt.datetime, now: dt.datetime, formats: Formats) -> str:
    """The time alone where the moment is of today, else as `when` says it."""
    local = at.astimezone(now.tzinfo)
    return f"{local:%H:%M}" if local.date() == now.date() else when(at, now, formats)


def _day(day: dt.date, today: dt.date, formats: Formats) -> str:
    return formats.day(day) if day.year == today.year else f"{formats.day(day)} {day.year}"
