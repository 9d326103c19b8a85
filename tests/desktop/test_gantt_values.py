"""The Gantt as values: where bars lie, what they say, what a drag would make, and the load under it."""

from __future__ import annotations

import datetime as dt

import builders as b
import numpy as np
import pytest

from data.entities import DependencyKind, Id, ProjectStatus
from data.plan import Plan, ProjectPlan
from data.portfolio import Portfolio
from ui.presenters.formats import Formats
from ui.presenters.gantt import Gantt, Place, Weekly, gantt
from ui.presenters.gantt_drafts import Draft, Drafting, Gesture
from ui.presenters.gantt_load import load, roles
from ui.presenters.gantt_words import lines
from ui.presenters.situation import Situation, explained, situation
from ui.widgets.gantt_geometry import BODY_TOP, HEADER_HEIGHT, NAMES_WIDTH, Geometry, fitting

APOLLO, BOREALIS, COMET = Id("Apollo"), Id("Borealis"), Id("Comet")
TODAY = dt.date(2027, 1, 13)


def shown(portfolio: Portfolio, of: Situation | None = None) -> Gantt:
    weekly = Weekly(of) if of and of.plan else None
    return gantt(portfolio, of, list(portfolio.projects), Formats(), TODAY, weekly)


def planned(portfolio: Portfolio, *allocations: tuple[str, str, int, float], projects: tuple[ProjectPlan, ...] = ()) -> Situation:
    made: Plan = b.plan(*(b.allocation(*each) for each in allocations), projects=projects)
    return explained(situation(portfolio, made))


def two(**fields: object) -> Portfolio:
    return b.portfolio(
        b.resource("Ann"),
        b.project("Apollo", 1, **fields),
        b.project("Borealis", 2, max_delay=3),
        b.demand("Build", "Apollo", first=1, last=2),
        b.demand("Port", "Borealis", first=3, last=4),
        weeks=8,
    )


def test_bars_lie_at_days_on_an_axis_with_room_behind() -> None:
    found = shown(two())
    assert [row.asked for row in found.rows] == [(0.0, 12 / 7), (2.0, 26 / 7)]
    assert (found.axis.first, found.axis.weeks, found.axis.horizon_start) == (b.MONDAY, 8 + 4, 0)
    assert found.today == pytest.approx(9 / 7)


def test_the_axis_reaches_where_bars_do_but_not_without_end() -> None:
    early = b.portfolio(b.project("Apollo", start=b.week(-1), finish=b.friday(2)), weeks=8)
    assert (shown(early).axis.first, shown(early).axis.horizon_start) == (b.week(-1), 2)
    ancient = b.portfolio(b.project("Apollo", start=dt.date(1990, 1, 1), finish=b.friday(2)), weeks=8)
    assert shown(ancient).axis.horizon_start == 13


def test_a_delay_moves_the_planned_bar_and_is_said() -> None:
    case = two()
    row = shown(case, planned(case, projects=(ProjectPlan(BOREALIS, selected=True, delay_weeks=2),))).rows[1]
    assert (row.place, row.delay, row.window, row.note) == (Place.PLANNED, 2, 3, "delayed 2 weeks")
    assert row.planned == (4.0, pytest.approx(5 + 5 / 7))


def test_what_is_left_out_or_takes_no_part_stays_where_it_is_asked() -> None:
    case = two(status=ProjectStatus.ON_HOLD)
    rows = shown(case, planned(case, projects=(ProjectPlan(BOREALIS, selected=False, delay_weeks=2),))).rows
    assert [(row.place, row.note, row.sign, row.delay) for row in rows] == [
        (Place.AWAY, "on hold", "‖", 0),
        (Place.LEFT_OUT, "left out", "○", 0),
    ]


def test_before_a_plan_nothing_is_covered() -> None:
    case = two()
    found = shown(case, situation(case, None))
    assert [(row.place, row.coverage) for row in found.rows] == [(Place.ASKED, ""), (Place.ASKED, "")]
    assert found.covered(0) is None


def test_each_week_tells_the_part_of_its_hours_that_is_met() -> None:
    case = two()
    found = shown(case, planned(case, ("Build", "Ann", 1, 20.0), ("Build", "Ann", 2, 5.0)))
    assert found.rows[0].coverage == "62 %"
    np.testing.assert_allclose(found.covered(0), [1.0, 0.25, *[np.nan] * 6])


def test_coverage_of_dates_that_have_changed_since_is_unknown() -> None:
    case = two()
    of = planned(case, ("Build", "Ann", 1, 20.0))
    moved = case.holding(b.demand("Build", "Apollo", first=2, last=3))
    assert shown(moved, of).covered(0) is None
    assert shown(moved, of).covered(1) is not None


def test_links_tell_type_lag_and_how_far_they_do_not_hold() -> None:
    case = two().holding(b.dependency("Apollo", "Borealis", DependencyKind.SS, 3))
    (link,) = shown(case).links
    assert (link.before, link.after, link.from_finish, link.to_finish, link.text, link.missing) == (0, 1, False, False, "SS +3", 1)
    held = planned(case, projects=(ProjectPlan(BOREALIS, selected=True, delay_weeks=1),))
    assert shown(case, held).links[0].missing == 0


def test_a_row_says_dates_coverage_causes_and_what_waits() -> None:
    case = b.small_case()
    said = lines(shown(case, planned(case, ("Build", "Ann", 1, 20.0))), 0, planned(case, ("Build", "Ann", 1, 20.0)), Formats())
    assert said[0] == "Apollo, priority 1, approved, must do"
    assert said[1] == "Asked 2027-01-04 to 2027-01-29, 4 weeks"
    assert said[3].startswith("Coverage 9 %: 20 of ")
    assert any(line.startswith("Build: ") for line in said)
    assert said[-1] == "Borealis waits for it (FS)"


def draft(case: Portfolio, gesture: Gesture, weeks: int, key: Id = APOLLO, of: Situation | None = None) -> Draft:
    found = shown(case, of)
    return Drafting(case, key, (of or situation(case, None)).standing, found.axis, Formats()).draft(gesture, weeks)


def test_a_drag_moves_the_project_with_its_work() -> None:
    made = draft(two(), Gesture.MOVE, 2)
    assert made.asked == (2.0, 26 / 7)
    assert made.words == ("2027-01-18 – 2027-01-29", "2 weeks later")
    assert made.edit.applied_to(two()).demands[Id("Build")].start == b.week(3)
    assert made.hours("backend").tolist() == [0, 0, 20, 20, 0, 0, 0, 0]


def test_pulling_an_end_spreads_the_hours() -> None:
    made = draft(two(), Gesture.FINISH, 2)
    assert made.words == ("2027-01-04 – 2027-01-29", "4 weeks instead of 2, the same hours")
    assert made.hours(None).tolist() == [10, 10, 10, 10, 0, 0, 0, 0]
    assert draft(two(), Gesture.START, 1).hours(None).tolist() == [0, 40, 0, 0, 0, 0, 0, 0]


@pytest.mark.parametrize(("gesture", "weeks", "went"), [(Gesture.START, 9, 1), (Gesture.FINISH, -9, -1), (Gesture.WINDOW, -9, 0)])
def test_a_drag_goes_as_far_as_a_project_allows(gesture: Gesture, weeks: int, went: int) -> None:
    assert draft(two(), gesture, weeks).weeks == went


def test_the_window_of_delay_is_pulled_alone() -> None:
    made = draft(two(), Gesture.WINDOW, 1, BOREALIS)
    assert (made.window, made.words) == (4, ("May be delayed by up to 4 weeks, to 2027-02-26",))
    assert made.edit.applied_to(two()).projects[BOREALIS].max_delay == 4


def test_a_draft_tells_of_bookings_that_stay_and_dependencies_that_break() -> None:
    case = two().holding(b.dependency("Apollo", "Borealis"), b.firm("Build", "Ann", 1, 8.0))
    assert draft(case, Gesture.MOVE, 2).words[2:] == ("1 booking stays in its week", "Breaks FS with Borealis by 2 weeks")


def test_a_draft_asks_where_the_plan_has_delayed_the_project_to() -> None:
    case = two()
    late = planned(case, projects=(ProjectPlan(BOREALIS, selected=True, delay_weeks=2),))
    assert draft(case, Gesture.MOVE, 1, BOREALIS, late).hours("Backend").tolist() == [0, 0, 0, 0, 0, 20, 20, 0]


def test_what_takes_no_part_or_asks_for_nothing_is_drafted_without_hours() -> None:
    held = draft(two(status=ProjectStatus.ON_HOLD), Gesture.MOVE, 1)
    dates_only = b.portfolio(b.project("Apollo", start=b.week(1), finish=b.friday(2)), weeks=8)
    assert held.hours(None).tolist() == draft(dates_only, Gesture.FINISH, 1).hours("Backend").tolist() == [0.0] * 8


def test_dates_that_end_before_they_begin_are_moved_alone() -> None:
    case = b.portfolio(b.project("Apollo", start=b.week(5)), b.demand("Build", "Apollo", last=2), weeks=8)
    assert not draft(case, Gesture.FINISH, 3).edit
    assert draft(case, Gesture.MOVE, 1).edit.applied_to(case).projects[APOLLO].start == b.week(6)


def test_load_by_role_and_of_all() -> None:
    case = two().holding(b.resource("Cleo", "Tester"), b.demand("Check", "Apollo", " tester", first=1, last=1, hours_per_week=50.0))
    of = planned(case, ("Build", "Ann", 1, 20.0))
    assert roles(case) == ("Backend", "Tester")
    whole, testers = load(of, None), load(of, "Tester")
    assert (whole.given[0], whole.asked[0], whole.capacity[0]) == (20.0, 70.0, 80.0)
    assert (testers.given[0], testers.asked[0], testers.capacity[0], testers.over) == (0.0, 50.0, 40.0, 1)
    assert testers.asking(testers.asked, np.zeros(8)).over == 0


def geometry(week_width: int = 20, x: int = 0, y: int = 0) -> Geometry:
    return Geometry(
        rows=2000, weeks=156, row_height=28, week_width=week_width, x=x, y=y, width=NAMES_WIDTH + 100, height=HEADER_HEIGHT + 56
    )


def test_only_what_is_seen_is_asked_for() -> None:
    view = geometry(x=20 * 10 + 1, y=28 * 100)
    assert view.rows_between(0, view.height) == range(100, 102)
    assert view.weeks_between(0, view.width) == range(10, 16)


def test_ends_are_held_to_resize_and_the_middle_to_move() -> None:
    case = two()
    view, row = geometry(), shown(case).rows[1]
    body = HEADER_HEIGHT + 28 + BODY_TOP + 4
    places = {x: view.part_at(NAMES_WIDTH + x, body, row, 1) for x in (30, 41, 56, 73, 90)}
    assert places == {30: None, 41: Gesture.START, 56: Gesture.MOVE, 73: Gesture.FINISH, 90: None}
    assert view.part_at(NAMES_WIDTH + (3 + 5 / 7 + 3) * 20, HEADER_HEIGHT + 28 + 3, row, 1) is Gesture.WINDOW


def test_a_bar_too_narrow_to_hold_by_its_ends_is_moved() -> None:
    row = shown(two()).rows[0]
    assert geometry(4).part_at(NAMES_WIDTH + 1, HEADER_HEIGHT + BODY_TOP + 4, row, 0) is Gesture.MOVE


def test_the_closest_view_that_shows_all_weeks() -> None:
    assert [fitting(52, room) for room in (900, 40, 52 * 96)] == [5, 0, 11]
