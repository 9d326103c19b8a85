"""Why demand stays unmet: each cause in one plain sentence."""

from dataclasses import replace

from builders import absence, allocation, demand, dependency, firm, friday, plan, portfolio, project, resource, week

from data.entities import Id, ProjectStatus
from data.plan import ProjectPlan
from planner.insight.causes import Cause
from planner.insight.unmet import shortages, unmet

APOLLO, COMET = project("Apollo", 1), project("Comet", 3)


def only(portfolio_, plan_):
    (one,) = unmet(portfolio_, plan_)
    return one


def test_a_demand_that_is_met_is_not_named():
    met = plan(allocation("Build", "Ann", 1, 20.0))
    assert unmet(portfolio(resource("Ann"), APOLLO, demand("Build", "Apollo", last=1)), met) == ()


def test_cents_lost_to_rounding_are_not_unmet():
    nearly = plan(allocation("Build", "Ann", 1, 19.96))
    assert unmet(portfolio(resource("Ann"), APOLLO, demand("Build", "Apollo", last=1)), nearly) == ()


def test_hours_asked_and_unmet_are_told():
    given = plan(allocation("Build", "Ann", 1, 12.0))
    one = only(portfolio(resource("Ann", hours_per_week=12.0), APOLLO, demand("Build", "Apollo", last=2)), given)
    assert (one.demand_id, one.project_id, one.hours_asked, one.hours_unmet) == ("Build", "Apollo", 40.0, 28.0)
    assert (one.fix, one.gain) == ("", None)


def test_nobody_holds_the_role_and_level():
    one = only(portfolio(resource("Ann", "Backend", 2), APOLLO, demand("Build", "Apollo", "Backend", min_level=4)), plan())
    assert (one.cause, one.sentence) == (Cause.NOBODY, "Nobody holds Backend at level 4 or higher.")


def test_those_who_could_are_away():
    away = absence("Ann", week(1), friday(4))
    one = only(portfolio(resource("Ann"), away, APOLLO, demand("Build", "Apollo")), plan())
    assert one.cause is Cause.AWAY
    assert one.sentence == "Ann is away in W1–W4 of 2027, and nobody else with Backend at level 1 or higher has room."


def test_who_is_not_there_yet_is_not_said_to_be_absent():
    one = only(portfolio(resource("Ann", available_from=week(9)), APOLLO, demand("Build", "Apollo")), plan())
    assert one.cause is Cause.AWAY
    assert one.sentence == ("Ann (Backend at level 1 or higher) has no room in the 4 weeks asked: away, not yet there or already gone.")


def test_an_absence_is_the_cause_though_others_are_busy():
    away = absence("Ann", week(2), friday(2))
    tasks = (demand("Build", "Apollo", hours_per_week=40.0), demand("Land", "Comet", hours_per_week=40.0))
    given = plan(
        *(allocation("Build", "Ann" if n != 2 else "Bob", n, 40.0) for n in (1, 2, 3, 4)),
        *(allocation("Land", "Bob", n, 40.0) for n in (1, 3, 4)),
    )
    one = only(portfolio(resource("Ann"), resource("Bob"), away, APOLLO, COMET, *tasks), given)
    assert (one.demand_id, one.by_cause) == ("Land", {Cause.AWAY: 40.0})
    assert one.sentence == "Ann is away in W2 of 2027, and nobody else with Backend at level 1 or higher has room."


def test_an_absence_is_told_beside_a_greater_cause():
    away = absence("Ann", week(2), friday(2))
    tasks = (demand("Build", "Apollo", hours_per_week=40.0), demand("Land", "Comet", hours_per_week=40.0))
    given = plan(*(allocation("Build", "Ann", n, 40.0) for n in (1, 3, 4)), *(allocation("Build", "Bob", 2, 40.0),))
    one = only(portfolio(resource("Ann"), resource("Bob", hours_per_week=40.0, available_to=friday(2)), away, APOLLO, COMET, *tasks), given)
    assert one.by_cause == {Cause.TAKEN: 80.0, Cause.AWAY: 40.0, Cause.ROOM: 40.0}
    assert one.sentence.endswith(
        "work of higher weight comes first, mostly Apollo. 40 h would be there if nobody were away: Ann is away in W2 of 2027."
    )


def test_the_only_one_allowed_is_away():
    away = absence("Ann", week(2), friday(2))
    given = plan(*(allocation("Build", "Ann", n, 20.0) for n in (1, 3, 4)))
    one = only(portfolio(resource("Ann"), resource("Bob"), away, APOLLO, demand("Build", "Apollo", resource_id="Ann")), given)
    assert one.sentence == "Ann is away in W2 of 2027, and nobody else may do it."


def test_work_of_higher_weight_is_named():
    tasks = (demand("Build", "Apollo", last=1, hours_per_week=40.0), demand("Land", "Comet", last=1))
    one = only(portfolio(resource("Ann"), APOLLO, COMET, *tasks), plan(allocation("Build", "Ann", 1, 40.0)))
    assert one.cause is Cause.TAKEN
    assert one.sentence == (
        "Ann (Backend at level 1 or higher) has no room in the week asked: work of higher weight comes first, mostly Apollo."
    )


def test_other_work_is_named_where_it_weighs_no_more():
    tasks = (demand("Build", "Apollo", last=1, hours_per_week=20.0), demand("Land", "Comet", last=1, hours_per_week=40.0))
    people = tuple(resource(name, hours_per_week=10.0) for name in ("Ann", "Bob", "Cy", "Dee"))
    given = plan(*(allocation("Land", name, 1, 10.0) for name in ("Ann", "Bob", "Cy", "Dee")))
    one = only(portfolio(*people, APOLLO, COMET, *tasks), given)
    assert one.sentence == "The 4 resources with Backend at level 1 or higher have no room in the week asked: taken by Comet."


def test_firm_bookings_are_named():
    tasks = (demand("Build", "Apollo", last=1), demand("Land", "Comet", last=1, hours_per_week=40.0))
    one = only(portfolio(resource("Ann"), APOLLO, COMET, *tasks, firm("Land", "Ann", 1, 40.0)), plan(allocation("Land", "Ann", 1, 40.0)))
    assert one.cause is Cause.FIRM
    assert one.sentence.endswith("has no room in the week asked: most of it is firmly booked, on Comet.")


def test_a_full_team_is_named_with_who_stays_free():
    task = demand("Build", "Apollo", last=1, hours_per_week=60.0, max_people=1)
    one = only(portfolio(resource("Ann"), resource("Bob"), APOLLO, task), plan(allocation("Build", "Ann", 1, 40.0)))
    assert one.cause is Cause.TEAM
    assert one.sentence == "Bob has free hours in the week asked, but this demand's team is full at 1 resource."


def test_too_many_projects_are_named():
    tasks = (demand("Build", "Apollo", last=1), demand("Land", "Comet", last=1))
    one = only(portfolio(resource("Ann", max_projects=1), APOLLO, COMET, *tasks), plan(allocation("Land", "Ann", 1, 20.0)))
    assert one.cause is Cause.FOCUS
    assert one.sentence == "Ann has free hours in the week asked, but as many projects as allowed."


def test_who_is_on_the_project_already_is_not_kept_off_by_focus():
    tasks = (demand("Build", "Apollo", last=1), demand("Check", "Apollo", last=1))
    one = only(portfolio(resource("Ann", max_projects=1), APOLLO, *tasks), plan(allocation("Build", "Ann", 1, 20.0)))
    assert (one.demand_id, one.cause) == ("Check", Cause.ROOM)


def test_pieces_below_a_block_are_named():
    tasks = (demand("Build", "Apollo", last=1), demand("Land", "Comet", last=1, hours_per_week=38.0))
    one = only(portfolio(resource("Ann"), APOLLO, COMET, *tasks), plan(allocation("Land", "Ann", 1, 38.0)))
    assert one.cause is Cause.TAKEN  # 2 of the 20 hours short are free, the rest is taken
    assert one.by_cause == {Cause.TAKEN: 18.0, Cause.BLOCK: 2.0}


def test_hours_not_worth_an_assignment_are_named():
    task = demand("Build", "Apollo", last=1, hours_per_week=4.0)
    one = only(portfolio(resource("Ann"), APOLLO, task), plan())
    assert (one.cause, one.sentence) == (
        Cause.WORTH,
        "What is free in the week asked is not worth one more resource: an assignment costs 4 h.",
    )


def test_room_that_is_left_is_admitted():
    one = only(portfolio(resource("Ann"), APOLLO, demand("Build", "Apollo", last=1)), plan())
    assert (one.cause, one.sentence) == (Cause.ROOM, "Ann has free hours in the week asked, which a longer search may place here.")


def test_a_project_left_out_is_the_cause_of_its_demands():
    proposed = project("Comet", status=ProjectStatus.PROPOSED)
    out = plan(projects=(ProjectPlan(Id("Comet"), selected=False),))
    one = only(portfolio(resource("Ann"), proposed, demand("Land", "Comet", last=1)), out)
    assert (one.cause, one.hours_unmet) == (Cause.LEFT_OUT, 20.0)
    assert one.sentence == "Comet is proposed and left out: it comes in only with 80 % of its hours met and its dependencies kept."


def test_hours_that_a_delay_moves_past_the_last_week_are_named():
    task = demand("Build", "Apollo", first=3, last=4)
    late = plan(allocation("Build", "Ann", 4, 20.0), projects=(ProjectPlan(Id("Apollo"), selected=True, delay_weeks=1),))
    one = only(portfolio(resource("Ann"), project("Apollo", 1, max_delay=4), task, weeks=4), late)
    assert (one.hours_unmet, one.by_cause) == (20.0, {Cause.LATE: 20.0})
    assert one.sentence == "Apollo is delayed by 1 week, which moves 20.0 h past the last week planned."


def test_what_a_delay_loses_stands_beside_what_nobody_can_do():
    task = demand("Build", "Apollo", "Pilot", first=2, last=4)
    late = plan(projects=(ProjectPlan(Id("Apollo"), selected=True, delay_weeks=1),))
    one = only(portfolio(resource("Ann"), project("Apollo", 1, max_delay=4), task, weeks=4), late)
    assert (one.hours_unmet, one.by_cause) == (60.0, {Cause.NOBODY: 40.0, Cause.LATE: 20.0})


def test_a_project_on_hold_is_not_unmet():
    stopped = project("Comet", status=ProjectStatus.ON_HOLD)
    assert unmet(portfolio(resource("Ann"), stopped, demand("Land", "Comet")), plan()) == ()


def test_the_heaviest_shortage_stands_first():
    tasks = (demand("Land", "Comet", last=1, hours_per_week=30.0), demand("Build", "Apollo", last=1, hours_per_week=10.0))
    found = unmet(portfolio(APOLLO, COMET, *tasks, dependency("Apollo", "Comet")), plan())
    assert [one.demand_id for one in found] == ["Build", "Land"]


def test_a_policy_that_may_forbid_the_room_is_named():
    by = replace(plan(), policy="Careful")
    one = only(portfolio(resource("Ann"), APOLLO, demand("Build", "Apollo", last=1)), by)
    assert "which the policy “Careful” may count dearer than this work is worth, or a longer search may place here" in one.sentence


def test_free_hours_of_weeks_that_are_past_are_never_promised():
    case = portfolio(resource("Ann"), APOLLO, demand("Build", "Apollo"))
    given = plan(*(allocation("Build", "Ann", n, 20.0) for n in (3, 4)))
    (one,) = unmet(case, replace(given, status_date=week(3)))
    assert (one.cause, one.by_cause) == (Cause.PAST, {Cause.PAST: 40.0})
    assert one.sentence == "Ann has free hours in 2 of the 4 weeks asked, past when this was planned, so that they stay free."


def test_room_is_told_of_the_weeks_that_are_not_past_alone():
    case = portfolio(resource("Ann"), resource("Bob", hours_per_week=0.0), APOLLO, demand("Build", "Apollo"))
    (one,) = unmet(case, plan(allocation("Build", "Ann", 2, 20.0), status_date=friday(3)))
    assert one.by_cause == {Cause.ROOM: 40.0, Cause.PAST: 20.0}
    assert one.sentence == "Ann has free hours in 2 of the 4 weeks asked, which a longer search may place here."


def test_what_the_past_left_free_does_not_pay_for_an_assignment():
    case = portfolio(resource("Ann"), APOLLO, demand("Build", "Apollo", last=2, hours_per_week=4.0))
    (one,) = unmet(case, plan(status_date=week(2)))
    assert one.by_cause == {Cause.PAST: 4.0, Cause.WORTH: 4.0}


def test_a_project_that_may_take_part_again_is_explained_though_the_plan_stays_the_same():
    kept = plan(
        allocation("Build", "Ann", 1, 8.0), projects=(ProjectPlan(Id("Apollo"), selected=True), ProjectPlan(Id("Comet"), selected=False))
    )
    held = portfolio(
        resource("Ann"), APOLLO, replace(COMET, status=ProjectStatus.ON_HOLD), demand("Build", "Apollo"), demand("Port", "Comet")
    )
    before = shortages(held, kept)
    assert [one.demand_id for one in before.found] == ["Build"]
    again = held.holding(COMET)
    assert shortages(again, kept, before=before).found == shortages(again, kept).found
    assert {one.demand_id for one in shortages(again, kept).found} == {"Build", "Port"}
