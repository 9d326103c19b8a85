"""What the profile editor says: the hours in all, the week the hand is on, and why they are not met."""

from __future__ import annotations

import numpy as np

from data.entities import Hours
from ui.presenters.formats import WHOLE, Formats
from ui.presenters.saying import counted, translate
from ui.presenters.week_profile import TELLING, Draft, WeekProfile

ALMOST = 0.005
"""Hours below which a difference is rounding."""


def summary(shown: WeekProfile, formats: Formats) -> str:
    """What is asked in all and what of it is given."""
    weeks = int((shown.asked > 0).sum())
    outside = shown.total - float(shown.asked[shown.horizon.start : shown.horizon.stop].sum())
    said = [counted("Profile", "{hours} h asked in %n weeks", "{hours} h asked in %n week", weeks).format(hours=formats.hours(shown.total))]
    if outside > TELLING:
        said.append(translate("Profile", "{hours} h of it outside the horizon").format(hours=formats.hours(outside)))
    return ", ".join([*said, _given(shown, formats)])


def _given(shown: WeekProfile, formats: Formats) -> str:
    if not shown.planned:
        booked = float(shown.given.sum())
        if booked:
            return translate("Profile", "{hours} h booked; there is no plan yet").format(hours=formats.hours(booked))
        return translate("Profile", "there is no plan yet")
    if shown.share is None or shown.share.part is None:
        return translate("Profile", "and the project takes no part") if shown.one else translate("Profile", "and the projects take no part")
    given, share = formats.hours(shown.share.part), formats.met(shown.share.fraction)
    if not shown.delay:
        return translate("Profile", "{hours} h given by the plan ({share})").format(hours=given, share=share)
    late = counted(
        "Profile",
        "{hours} h given by the plan, %n weeks later ({share})",
        "{hours} h given by the plan, %n week later ({share})",
        shown.delay,
    )
    return late.format(hours=given, share=share)


def shortage(shown: WeekProfile, formats: Formats) -> str:
    """How much is not met, and why; empty where all is."""
    share = shown.share
    if not shown.planned or share is None or share.part is None or share.fraction is None or share.fraction >= WHOLE:
        return ""
    weeks, hours = int((shown.short > 0).sum()), formats.hours(share.whole - share.part)
    missing = (
        counted("Profile", "{hours} h short in %n weeks", "{hours} h short in %n week", weeks)
        if weeks
        else translate("Profile", "{hours} h short")
    )
    why = ". ".join(filter(None, (shown.cause, shown.reason)))
    return f"{missing.format(hours=hours)}: {why}" if why else missing.format(hours=hours)


def change(shown: WeekProfile, draft: Draft, formats: Formats) -> str:
    """What a draft makes of the week and of the total."""
    before, after = float(draft.before[draft.at]), float(draft.hours[draft.at])
    total, was = float(draft.hours.sum()), float(draft.before.sum())
    week = translate("Profile", "{week}: {after} h instead of {before} h.").format(
        week=formats.week(shown.mondays[draft.at]), after=formats.figure(after), before=formats.figure(before)
    )
    if abs(total - was) >= ALMOST:
        all_of_it = translate("Profile", "In all {total} h instead of {before} h ({difference} h)").format(
            total=formats.figure(total), before=formats.figure(was), difference=signed(total - was, formats)
        )
        return f"{week} {all_of_it}"
    others = int((np.abs(draft.hours - draft.before) >= ALMOST).sum()) - 1
    if others < 1:
        return week
    shared = counted(
        "Profile",
        "In all {total} h as before: %n other weeks give or take the difference",
        "In all {total} h as before: %n other week gives or takes the difference",
        others,
    )
    return f"{week} {shared.format(total=formats.figure(total))}"


def week(shown: WeekProfile, at: int, formats: Formats) -> str:
    """One week on hovering and to a screen reader."""
    asked, given, monday = float(shown.asked[at]), float(shown.given[at]), formats.week(shown.mondays[at])
    said = translate("Profile", "{week}: {asked} h asked")
    if at in shown.horizon and shown.planned:
        said = translate("Profile", "{week}: {asked} h asked, {given} h given")
    elif at in shown.horizon and given:
        said = translate("Profile", "{week}: {asked} h asked, {given} h booked")
    lines = [said.format(week=monday, asked=formats.figure(round(asked, 2)), given=formats.figure(round(given, 2)))]
    if at not in shown.horizon:
        lines.append(translate("Profile", "Outside the horizon: no plan counts it"))
    if shown.short[at] > 0:
        short = translate("Profile", "{hours} h short").format(hours=formats.hours(float(shown.short[at])))
        lines.append(f"{short}: {shown.cause}" if shown.cause else short)
    if asked and at not in shown.dates:
        lines.append(translate("Profile", "Outside the dates of the demand"))
    return "\n".join(lines)


def signed(hours: Hours, formats: Formats) -> str:
    """A difference with its sign, as typeset."""
    return f"{'+' if hours > 0 else '−'}{formats.figure(abs(round(hours, 2)))}"
