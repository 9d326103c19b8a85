"""Which backups are kept: ten recent ones, seven days, four weeks and twelve months."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import documents
from hypothesis import given
from hypothesis import strategies as st

from data.document import backups
from data.document.backups import backups_for, kept

NOON = dt.datetime(2027, 1, 4, 12, tzinfo=dt.UTC)
TIMES = st.lists(st.datetimes(dt.datetime(2025, 12, 1), dt.datetime(2027, 1, 9)), max_size=60).map(  # noqa: DTZ001 - given a zone here
    lambda found: sorted({each.replace(tzinfo=dt.UTC) for each in found})
)
ZONES = st.sampled_from([dt.UTC, dt.timezone(dt.timedelta(hours=13)), dt.timezone(dt.timedelta(hours=-11, minutes=-30))])


def last_of_each(times: list[dt.datetime], zone: dt.tzinfo, form: str, count: int) -> set[dt.datetime]:
    """The last of each period, by the words for it, of the latest periods that have any."""
    by_period: dict[str, dt.datetime] = {}
    for at in times:
        by_period[f"{at.astimezone(zone):{form}}"] = at
    return {by_period[period] for period in sorted(by_period)[-count:]} if count else set()


@given(TIMES, ZONES)
def test_kept_are_ten_recent_seven_days_four_weeks_and_twelve_months(times: list[dt.datetime], zone: dt.tzinfo) -> None:
    """And whatever a wrong clock stamped with a time to come."""
    past = [at for at in times if at <= NOON]
    expected = {*past[-10:], *(at for at in times if at > NOON)}
    for form, count in (("%Y-%m-%d", 7), ("%G-%V", 4), ("%Y-%m", 12)):
        expected |= last_of_each(past, zone, form, count)
    assert kept(times, NOON.astimezone(zone)) == expected


def test_of_two_years_of_backups_four_a_day_every_period_is_kept_to_its_number() -> None:
    times = [NOON - dt.timedelta(hours=6 * count) for count in range(4 * 730)]
    left = sorted(kept(times, NOON))
    past = sorted(times)
    assert left[-10:] == past[-10:]
    assert {f"{at:%m-%d %H}" for at in left[:-10]} == {
        *(
            f"{month:02}-{day} 18"
            for month, day in ((2, 28), (3, 31), (4, 30), (5, 31), (6, 30), (7, 31), (8, 31), (9, 30), (10, 31), (11, 30))
        ),
        *("12-20 18", "12-27 18", "12-29 18", "12-30 18", "12-31 18", "01-01 18"),
    } - {f"{at:%m-%d %H}" for at in past[-10:]}


@given(TIMES, ZONES)
def test_the_newest_is_always_kept_and_thinning_twice_is_thinning_once(times: list[dt.datetime], zone: dt.tzinfo) -> None:
    now = NOON.astimezone(zone)
    once = kept(times, now)
    assert set(times[-1:]) <= once
    assert kept(once, now) == once
    assert len([at for at in once if at <= now]) <= 10 + 7 + 4 + 12


def test_thinning_removes_old_backups_of_this_document_only(path: Path) -> None:
    documents.made(path)
    folder = backups_for(path)[0].path.parent
    (folder / "mine.plimsoll").write_text("not a backup", encoding="utf-8")
    other = documents.made(path.with_name("other.plimsoll"))
    for count in range(30):
        backups.keep(path, path, NOON + dt.timedelta(seconds=count))
    assert [each.at for each in backups_for(path)][-1] >= NOON - dt.timedelta(days=400)
    assert len([each for each in backups_for(path) if each.at < NOON + dt.timedelta(days=1) and each.at >= NOON]) == 10
    assert (folder / "mine.plimsoll").exists()
    assert len(backups_for(other)) == 1
