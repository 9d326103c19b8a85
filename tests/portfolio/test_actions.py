"""The small functions that make edits: each does what its name says, as one edit that can be taken back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import builders as b
import pytest

from data.edits import Edit, StaleEditError
from data.entities import BookingKind, Id, ProjectStatus
from data.portfolio import Kind, Portfolio
from data.validation import check
from planner.actions import bookings, demands, dependencies, entities, plans, projects, resources

CASE = b.small_case()
ANN, APOLLO, BUILD, CLEO = Id("Ann"), Id("Apollo"), Id("Build"), Id("Cleo")


def done(edit: Edit, portfolio: Portfolio = CASE) -> Portfolio:
    after = edit.applied_to(portfolio)
    assert edit.inverse().applied_to(after) == portfolio
    return after


def counts(portfolio: Portfolio) -> dict[str, int]:
    return {kind.value: len(portfolio.of(kind)) for kind in Kind if portfolio.of(kind)}


def test_changing_nothing_is_an_empty_edit() -> None:
    assert not entities.changed(CASE, CASE.projects[APOLLO], "Nothing")


def test_figures_are_kept_to_four_decimals_and_text_without_space_around_it() -> None:
    edit = entities.changed(CASE, replace(CASE.resources[ANN], overtime=0.1 + 0.2, team=" Core team "), "Change Ann")
    ann = done(edit).resources[ANN]
    assert (ann.overtime, ann.team) == (0.3, "Core team")


def test_an_edit_remembers_what_it_was_made_for() -> None:
    edit = projects.with_priority(CASE, APOLLO, 2)
    with pytest.raises(StaleEditError):
        edit.applied_to(done(projects.with_priority(CASE, APOLLO, 5)))


def test_a_project_gets_another_priority() -> None:
    edit = projects.with_priority(CASE, APOLLO, 2)
    assert edit.label == "Set Apollo to priority 2"
    assert done(edit).projects[APOLLO].priority == 2


def test_a_project_gets_another_status_weight_name_and_duty() -> None:
    assert done(projects.with_status(CASE, APOLLO, ProjectStatus.ON_HOLD)).projects[APOLLO].status is ProjectStatus.ON_HOLD
    assert done(projects.with_weight(CASE, APOLLO, 7.5)).projects[APOLLO].weight == 7.5
    assert done(projects.renamed(CASE, APOLLO, "Artemis")).projects[APOLLO].name == "Artemis"
    assert done(projects.with_must_do(CASE, APOLLO, must_do=False)).projects[APOLLO].must_do is False


def test_a_project_moves_with_its_demands_and_their_weeks_but_not_its_bookings() -> None:
    after = done(projects.shifted(CASE, Id("Comet"), 2))
    study = after.demands[Id("Study")]
    assert (study.start, study.finish) == (b.week(3), b.friday(6))
    assert [each.week for each in after.demand_weeks.values()] == [b.week(4), b.week(5)]
    assert done(projects.shifted(CASE, APOLLO, 1)).bookings == CASE.bookings
    assert after.demands[BUILD] == CASE.demands[BUILD]


def test_a_project_s_own_dates_move_too() -> None:
    edit = projects.shifted(CASE, Id("Borealis"), -1)
    assert edit.label == "Move Borealis by -1 week"
    assert (done(edit).projects[Id("Borealis")].start, done(edit).projects[Id("Borealis")].finish) == (b.week(4), b.friday(7))


def test_a_removed_project_takes_its_demands_bookings_and_dependencies_along() -> None:
    after = done(projects.removed(CASE, APOLLO))
    assert counts(after) == {
        "settings": 1, "calendars": 1, "holidays": 1, "resources": 4, "absences": 1, "projects": 2, "demands": 2, "demand_weeks": 2
    }  # fmt: skip
    assert check(after) == ()


def test_a_removed_demand_takes_its_weeks_along() -> None:
    after = done(demands.removed(CASE, Id("Study")))
    assert (len(after.demands), len(after.demand_weeks)) == (3, 0)
    assert check(after) == ()


def test_a_removed_resource_takes_its_absences_and_bookings_along() -> None:
    after = done(resources.removed(CASE, ANN))
    assert (list(after.absences), [each.resource_id for each in after.bookings.values()]) == ([], ["Cleo"])
    assert check(after) == ()


def test_a_demand_for_a_removed_resource_is_open_to_its_role_again() -> None:
    named = done(demands.for_resource(CASE, BUILD, ANN))
    assert named.demands[BUILD].resource_id == "Ann"
    assert done(resources.removed(named, ANN), named).demands[BUILD].resource_id is None


def test_what_used_a_removed_calendar_uses_the_default_and_its_holidays_go() -> None:
    case = CASE.holding(replace(CASE.resources[ANN], calendar_id=Id("Office")))
    after = done(entities.removed(case, Kind.CALENDAR, [Id("Office")], "Remove Office"), case)
    assert (after.settings.default_calendar_id, after.resources[ANN].calendar_id, len(after.holidays)) == (None, None, 0)
    assert check(after) == ()


def test_a_resource_is_added_and_changed() -> None:
    added = done(resources.added("Dora", "Tester", 5))
    assert [each.name for each in added.resources.values() if each.role == "Tester"] == ["Dora", "Cleo"]
    ann = done(resources.with_role(CASE, ANN, "Architect", 5)).resources[ANN]
    assert (ann.role, ann.level) == ("Architect", 5)
    assert done(resources.with_hours_per_week(CASE, ANN, 32.0)).resources[ANN].hours_per_week == 32.0
    assert done(resources.with_project_share(CASE, ANN, 60.0)).resources[ANN].project_share == 60.0
    assert done(resources.renamed(CASE, ANN, "Anna")).resources[ANN].name == "Anna"


def test_a_resource_is_away_for_some_days() -> None:
    edit = resources.away(CASE, CLEO, dt.date(2027, 2, 1), dt.date(2027, 2, 5), percent=50.0)
    assert edit.label == "Cleo away from 2027-02-01 to 2027-02-05"
    assert [(each.percent, each.last) for each in done(edit).absences.values() if each.resource_id == CLEO] == [(50.0, dt.date(2027, 2, 5))]


def test_a_new_demand_takes_the_first_free_name() -> None:
    once = done(demands.added(CASE, APOLLO, "Tester", b.week(1), b.friday(2), hours_per_week=8.0))
    twice = demands.added(once, APOLLO, "Tester", b.week(1), b.friday(2), hours_per_week=8.0).applied_to(once)
    assert {each.name for each in twice.demands.values()} == {"Build", "Check", "Port", "Study", "D1", "D2"}


@pytest.mark.parametrize(
    ("edit", "amounts"),
    [
        (demands.with_hours_per_week(CASE, Id("Check"), 12.0), (12.0, None, None)),
        (demands.with_total_hours(CASE, BUILD, 90.0), (None, 90.0, None)),
        (demands.with_fte(CASE, BUILD, 1.5), (None, None, 1.5)),
    ],
)
def test_a_demand_s_new_amount_replaces_the_old_one(edit: Edit, amounts: tuple[float | None, ...]) -> None:
    demand = done(edit).demands[edit.changes[0].id]
    assert (demand.hours_per_week, demand.total_hours, demand.fte) == amounts


def test_a_demand_gets_other_dates_and_another_name() -> None:
    assert done(demands.between(CASE, BUILD, b.week(2), b.friday(3))).demands[BUILD].finish == b.friday(3)
    assert done(demands.renamed(CASE, BUILD, "Construct")).demands[BUILD].name == "Construct"


def test_a_pin_is_a_hard_booking() -> None:
    after = done(bookings.pinned(CASE, BUILD, Id("Bob"), b.week(2), 8.0))
    assert [(each.hours, each.kind) for each in after.bookings.values() if each.resource_id == "Bob"] == [(8.0, BookingKind.HARD)]


def test_a_pin_replaces_all_that_was_booked_there() -> None:
    case = CASE.holding(b.booking("Check", "Cleo", 2, 5.0, id=Id("second")))
    after = done(bookings.pinned(case, Id("Check"), CLEO, b.week(2), 12.0), case)
    assert [(each.hours, each.kind) for each in after.bookings.values() if each.resource_id == CLEO] == [(12.0, BookingKind.HARD)]


def test_a_pin_of_no_hours_unbooks() -> None:
    assert len(done(bookings.pinned(CASE, BUILD, ANN, b.week(1), 0.0)).bookings) == 1


def test_a_booking_is_made_soft_or_removed() -> None:
    assert done(bookings.of_kind(CASE, Id("Build Ann 1"), BookingKind.SOFT)).bookings[Id("Build Ann 1")].kind is BookingKind.SOFT
    assert list(done(bookings.removed(CASE, Id("Build Ann 1"))).bookings) == ["Check Cleo 2"]


def test_a_dependency_is_added_and_removed() -> None:
    edit = dependencies.added(CASE, Id("Borealis"), Id("Comet"), lag_weeks=1)
    assert edit.label == "Let Comet wait for Borealis"
    assert len(done(edit).dependencies) == 2
    assert len(done(dependencies.removed(CASE, Id("Apollo Borealis"))).dependencies) == 0


def test_a_plan_is_put_in_force() -> None:
    assert done(plans.in_force(CASE, Id("plan-1"))).settings.plan_of_record_id == "plan-1"


def test_a_project_is_added() -> None:
    assert [each.priority for each in done(projects.added("Dione", priority=2)).projects.values() if each.name == "Dione"] == [2]


def test_a_project_may_be_delayed_by_so_many_weeks_or_not_at_all() -> None:
    edit = projects.with_max_delay(CASE, APOLLO, 1)
    assert edit.label == "Let Apollo be delayed by up to 1 week"
    assert done(edit).projects[APOLLO].max_delay == 1
    assert projects.with_max_delay(CASE, Id("Comet"), 0).label == "Let Comet not be delayed"
