"""The weekly profile of demands as values and words, and what changing a week makes of it."""

from __future__ import annotations

import pytest

from data.entities import Demand, Id, Profile
from data.plan import ProjectPlan
from data.portfolio import Portfolio
from planner.hours.demand import asked
from tests.builders import allocation, demand, demand_week, plan, portfolio, project, resource, short_case, week
from ui.presenters import profile_cells, profile_words
from ui.presenters.columns import FieldError
from ui.presenters.formats import Formats
from ui.presenters.situation import Situation, explained, situation
from ui.presenters.week_profile import (
    WeekProfile,
    drafted,
    edit_back,
    edit_of_hours,
    edit_of_profile,
    edit_to_own,
    first_week,
    profile_of,
    snapped,
    step_for,
    with_hours,
)

FORMATS = Formats()
BUILD = Id("Build")


def case(**fields: object) -> Portfolio:
    return portfolio(resource("Ann"), project("Apollo"), demand("Build", "Apollo", first=2, last=5, **fields))


def shown_of(held: Portfolio, *keys: str, of: Situation | None = None) -> WeekProfile:
    found = profile_of(held, of, [Id(key) for key in keys or ("Build",)])
    assert found is not None
    return found


def planned(held: Portfolio, *hours: tuple[int, float], **fields: object) -> Situation:
    made = plan(*(allocation("Build", "Ann", number, figure) for number, figure in hours), **fields)
    return explained(situation(held, made))


def test_a_profile_has_the_weeks_of_the_horizon_and_those_asked_beside_it() -> None:
    shown = shown_of(case().holding(demand_week("Build", 10, 4.0), demand_week("Build", 3, 6.0)))
    assert (shown.mondays[0], shown.mondays[-1]) == (week(1), week(10))
    assert (shown.horizon, shown.dates, shown.own, shown.profile) == (range(8), range(1, 5), 1, None)
    assert profile_words.summary(shown, FORMATS) == "10 h asked in 2 weeks, 4 h of it outside the horizon, there is no plan yet"


def test_what_is_given_stands_in_the_week_that_asked_for_it() -> None:
    held = case()
    late = (ProjectPlan(Id("Apollo"), selected=True, delay_weeks=2),)
    of = planned(held, (4, 20.0), (6, 12.0), projects=late)
    shown = shown_of(held, of=of)
    assert shown.given.tolist() == [0.0, 20.0, 0.0, 12.0, 0.0, 0.0, 0.0, 0.0]
    assert shown.short.tolist() == [0.0, 0.0, 20.0, 8.0, 20.0, 0.0, 0.0, 0.0]
    assert profile_words.summary(shown, FORMATS) == "80 h asked in 4 weeks, 32 h given by the plan, 2 weeks later (40 %)"
    assert first_week(of, BUILD) == 4


def test_what_is_short_is_told_with_its_cause() -> None:
    held = short_case()
    of = explained(situation(held, plan(allocation("Build", "Ann", 1, 40.0), allocation("Build", "Ann", 2, 40.0))))
    shown = shown_of(held, "Check", of=of)
    assert profile_words.shortage(shown, FORMATS) == "16 h short in 2 weeks: Nobody suitable. Nobody holds Tester at level 1 or higher."
    assert profile_words.week(shown, 1, FORMATS) == "W2 · 11 Jan: 8 h asked, 0 h given\n8 h short: Nobody suitable"
    assert profile_words.shortage(shown_of(held, of=of), FORMATS) == ""


def test_several_demands_are_added_up_and_only_one_can_be_changed() -> None:
    held = short_case()
    shown = shown_of(held, "Build", "Port", of=situation(held, None))
    assert (shown.title, shown.one, shown.asked.tolist()) == ("2 demands of 2 projects", None, [50.0, 50.0, 0.0, 0.0])
    assert not edit_of_hours(held, shown, shown.asked * 2, [0], FORMATS)


@pytest.mark.parametrize(("pixel", "step"), [(0.1, 0.25), (0.25, 0.25), (0.3, 0.5), (0.6, 1.0), (500.0, 100.0)])
def test_a_bar_snaps_to_what_the_mouse_can_tell_apart(pixel: float, step: float) -> None:
    assert step_for(pixel) == step


def test_hours_snap_to_the_nearest_step_above_nothing() -> None:
    assert (snapped(7.4, 0.5), snapped(-3.0, 0.25)) == (7.5, 0.0)


def test_a_draft_tells_the_week_and_the_difference() -> None:
    shown = shown_of(case())
    assert profile_words.change(shown, drafted(shown, 2, 26.5, keep_total=False), FORMATS) == (
        "W3 · 18 Jan: 26.5 h instead of 20 h. In all 86.5 h instead of 80 h (+6.5 h)"
    )
    assert profile_words.change(shown, drafted(shown, 2, 26.0, keep_total=True), FORMATS) == (
        "W3 · 18 Jan: 26 h instead of 20 h. In all 80 h as before: 3 other weeks give or take the difference"
    )


def test_with_the_total_kept_a_bar_goes_no_higher_than_the_total() -> None:
    shown = shown_of(case())
    assert drafted(shown, 1, 200.0, keep_total=True).hours.tolist() == [0.0, 80.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]


def test_a_changed_week_makes_weeks_of_its_own_and_says_so() -> None:
    held = case()
    shown = shown_of(held)
    edit = edit_of_hours(held, shown, with_hours(shown, {1: 26.0}, keep_total=False), [1], FORMATS)
    assert edit.label == "Ask 26 h of Build in W2 · 11 Jan"
    assert asked(edit.applied_to(held))[0].tolist() == [0.0, 26.0, 20.0, 20.0, 20.0, 0.0, 0.0, 0.0]


def test_figures_above_the_total_that_is_to_be_kept_are_refused() -> None:
    with pytest.raises(FieldError, match="The total of 80 h cannot be kept with 90 h there; switch “Keep the total” off"):
        with_hours(shown_of(case()), {1: 50.0, 2: 40.0}, keep_total=True)


def test_the_edits_of_profiles_say_of_what() -> None:
    held = case().holding(demand_week("Build", 2, 6.0))
    shown = shown_of(held)
    assert edit_of_profile(held, shown, Profile.BELL, keep_total=False).label == "Put Build on the profile Bell"
    edit = edit_back(held, shown, keep_total=True)
    assert (edit.label, _weekly(edit.applied_to(held).demands[BUILD])) == ("Put Build back on the profile", 1.5)


def _weekly(demand: Demand) -> float | None:
    return demand.hours_per_week


def test_a_row_of_figures_is_pasted_from_the_first_chosen_week_on() -> None:
    shown = shown_of(case())
    assert profile_cells.pasted("7,5\t8\t\n", shown, [2], FORMATS) == {2: 7.5, 3: 8.0, 4: 0.0}
    assert profile_cells.pasted("4\n5\n", shown, [0, 1, 2], FORMATS) == {0: 4.0, 1: 5.0}
    assert profile_cells.pasted("12", shown, [1, 2, 3], FORMATS) == {1: 12.0, 2: 12.0, 3: 12.0}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("1\t2\n3\t4", "The block has 2 rows of 2 cells; copy one row"),
        ("1\tten", "W3 · 18 Jan: “ten” is no number"),
        ("-1", "W2 · 11 Jan: “-1” does not fit; type a number of 0 or more"),
        ("\t".join("123456789"), "The row has 9 figures, but only 7 weeks are left from W2 · 11 Jan on"),
        (" ", "There is no text in the clipboard"),
    ],
)
def test_what_is_no_row_of_hours_is_refused_with_the_week(text: str, why: str) -> None:
    with pytest.raises(FieldError, match=why):
        profile_cells.pasted(text, shown_of(case()), [1], FORMATS)


def test_filling_goes_to_the_right() -> None:
    shown = shown_of(case().holding(demand_week("Build", 2, 6.0)))
    assert profile_cells.filled(shown, [1, 2, 3]) == {2: 6.0, 3: 6.0}
    assert profile_cells.filled(shown, [2]) == {2: 6.0}
    assert profile_cells.filled(shown, [0]) == {}


def test_weeks_are_copied_as_a_spreadsheet_pastes_them() -> None:
    shown = shown_of(case())
    assert profile_cells.copied(shown, [0, 1], [1, 2], FORMATS, headed=True) == "2027-01-11\t2027-01-18\n20\t20\n0\t0\n"


def test_too_many_demands_are_not_given_weeks_of_their_own() -> None:
    many = [demand(f"D{number}", "Apollo") for number in range(101)]
    held = portfolio(project("Apollo"), *many)
    with pytest.raises(FieldError, match="101 demands are too many to be given weeks of their own at once; choose 100 at most"):
        edit_to_own(held, shown_of(held, *(each.name for each in many)))
