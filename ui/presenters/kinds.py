"""What the window calls the things of a portfolio: one of each kind by name, and so many of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from data.portfolio import Kind
from ui.presenters.saying import counted, translate

SETTINGS = translate("Kinds", "settings")


THINGS: Mapping[Kind, Callable[[int], str]] = {
    Kind.SETTINGS: lambda _: SETTINGS,
    Kind.CALENDAR: lambda n: counted("Kinds", "%n calendars", "%n calendar", n),
    Kind.HOLIDAY: lambda n: counted("Kinds", "%n holidays", "%n holiday", n),
    Kind.RESOURCE: lambda n: counted("Kinds", "%n resources", "%n resource", n),
    Kind.ABSENCE: lambda n: counted("Kinds", "%n absences", "%n absence", n),
    Kind.PROJECT: lambda n: counted("Kinds", "%n projects", "%n project", n),
    Kind.DEMAND: lambda n: counted("Kinds", "%n demands", "%n demand", n),
    Kind.DEMAND_WEEK: lambda n: counted("Kinds", "%n demand weeks", "%n demand week", n),
    Kind.BOOKING: lambda n: counted("Kinds", "%n bookings", "%n booking", n),
    Kind.DEPENDENCY: lambda n: counted("Kinds", "%n dependencies", "%n dependency", n),
    Kind.POLICY: lambda n: counted("Kinds", "%n policies", "%n policy", n),
    Kind.ESTIMATE: lambda n: counted("Kinds", "%n estimates", "%n estimate", n),
    Kind.SCENARIO: lambda n: counted("Kinds", "%n scenarios", "%n scenario", n),
    Kind.SCENARIO_CHANGE: lambda n: counted("Kinds", "%n changes of scenarios", "%n change of a scenario", n),
    Kind.BASELINE: lambda n: counted("Kinds", "%n baselines", "%n baseline", n),
    Kind.STUDY: lambda n: counted("Kinds", "%n studies", "%n study", n),
}


def counted_things(kind: Kind, count: int) -> str:
    """So many things of a kind: "2 resources", "1 dependency"; settings are never counted."""
    return THINGS[kind](count)
