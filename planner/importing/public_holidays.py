"""Public holidays of calendars that name a country, drawn once: what stands on the sheet Holidays is never overruled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from data.entities import Calendar, Holiday, new_id
from data.findings import Severity
from data.portfolio import Portfolio
from planner.hours.calendars import weeks
from planner.importing.drafts import Draft, Remark

LANGUAGE = "en_US"
"""The program's own, so that the names do not depend on the machine."""
NAMED = 5
"""Most missing holidays that one remark names."""


def public_holidays(country: str, subdivision: str, first: dt.date, last: dt.date) -> Mapping[dt.date, str]:
    """Names of the public holidays by date, from the first to the last day.

    Raises NotImplementedError where the country or subdivision (ISO codes, case ignored) is not known.
    """
    import holidays  # noqa: PLC0415 - takes a tenth of a second that few imports need

    years = range(first.year, last.year + 1)
    found = holidays.country_holidays(country.upper(), subdiv=subdivision.upper() or None, years=years, language=LANGUAGE)
    return {day: name for day, name in sorted(found.items()) if first <= day <= last}


def unknown_places(drafts: Iterable[Draft]) -> Iterator[Remark]:
    """An error for each calendar whose country or subdivision nobody knows the public holidays of."""
    for draft in drafts:
        country, subdivision = str(draft.values.get("country", "")), str(draft.values.get("subdivision", ""))
        if subdivision and not country and "country" not in draft.bad:
            yield draft.error("subdivision", f"is “{subdivision}”, and the country is blank", "type the country's ISO code, such as DE")
        elif country and not _is_known(country, ""):
            yield draft.error(
                "country", f"is “{country}”, of which no public holidays are known", "type an ISO code such as DE, or leave it blank"
            )
        elif country and subdivision and not _is_known(country, subdivision):
            remedy = "type the last part of its ISO code, such as BY for DE-BY, or leave it blank"
            yield draft.error("subdivision", f"is “{subdivision}”, which is not known in {country.upper()}", remedy)


def _is_known(country: str, subdivision: str) -> bool:
    try:
        public_holidays(country, subdivision, dt.date(2026, 1, 1), dt.date(2026, 1, 1))
    except NotImplementedError:
        return False
    return True


def drawn(portfolio: Portfolio, drafts: Iterable[Draft]) -> tuple[list[Holiday], list[Remark]]:
    """The public holidays of the horizon for each calendar that names a (known) country, and a remark on each drawing.

    They are drawn where none of them stands on the sheet yet. Where some stand, the sheet is the work of an earlier
    drawing or of a person: those missing are mentioned and left out, so that a deleted one stays deleted.
    """
    found, remarks = [], []
    for draft in drafts:
        calendar = portfolio.calendars[draft.id]
        if calendar.country:
            days = _in_horizon(portfolio, calendar)
            standing = {holiday.day for holiday in portfolio.holidays.values() if holiday.calendar_id == calendar.id}
            if standing & days.keys():
                remarks += _missing(draft, [day for day in days if day not in standing and day.weekday() in calendar.working_days])
            elif days:
                found += [Holiday(new_id(), calendar.id, day, name) for day, name in days.items()]
                problem = f"{_counted(len(days))} of {_where(calendar)} drawn for {calendar.name}"
                remarks.append(Remark(Severity.NOTE, draft.place("country"), problem, "an export has them on the sheet Holidays"))
    return found, remarks


def _in_horizon(portfolio: Portfolio, calendar: Calendar) -> Mapping[dt.date, str]:
    mondays = weeks(portfolio.settings)
    return public_holidays(calendar.country, calendar.subdivision, mondays[0], mondays[-1] + dt.timedelta(days=6))


def _missing(draft: Draft, days: list[dt.date]) -> list[Remark]:
    if not days:
        return []
    listed = ", ".join(str(day) for day in days[:NAMED]) + (" …" if len(days) > NAMED else "")
    problem = f"{_counted(len(days))} of the horizon missing on the sheet Holidays: {listed}"
    return [Remark(Severity.WARNING, draft.place("country"), problem, "add those that are days off")]


def _counted(number: int) -> str:
    return f"{number} public holiday{'' if number == 1 else 's'}"


def _where(calendar: Calendar) -> str:
    return f"{calendar.country.upper()}-{calendar.subdivision.upper()}" if calendar.subdivision else calendar.country.upper()
