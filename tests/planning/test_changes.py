"""What a new plan changes of the one before, as figures and in words."""

from dataclasses import replace

from builders import allocation, demand, plan, portfolio, project, resource, week

from data.entities import Id, ProjectStatus
from data.plan import ProjectPlan
from planner.insight.changes import PersonChanged, Shift, changes
from planner.replanning.curve import Curve, Point
from planner.replanning.request import Budget, Replanning
from planner.replanning.words import as_values, curve_table, keeping, limits, told


def case():
    return portfolio(
        resource("Ann"), resource("Bob"), project("Apollo"), project("Comet"), demand("Build", "Apollo"), demand("Land", "Comet"), weeks=4
    )


def said(name, selected=True, delay=0):
    return ProjectPlan(Id(name), selected, delay)


BEFORE = plan(allocation("Build", "Ann", 1, 20.0), allocation("Build", "Ann", 2, 20.0), allocation("Land", "Bob", 1, 10.0))


def after(*allocations, projects=()):
    return plan(*allocations, projects=projects)


def test_the_same_plan_changes_nothing():
    found = changes(case(), BEFORE, BEFORE)
    assert (found.hours, found.moved, found.share, found.begun, found.ended, found.people) == (50.0, 0.0, 0.0, 0, 0, ())


def test_hours_that_their_cells_no_longer_have_are_moved():
    new = after(allocation("Build", "Ann", 1, 12.0), allocation("Build", "Ann", 3, 20.0), allocation("Land", "Bob", 1, 18.0))
    found = changes(case(), BEFORE, new)
    assert (found.moved, found.share) == (28.0, 0.56)
    assert found.people == (PersonChanged(Id("Ann"), 3, 48.0), PersonChanged(Id("Bob"), 1, 8.0))


def test_less_than_a_cent_is_no_change():
    found = changes(case(), BEFORE, after(*(replace(a, hours=a.hours - 0.004) for a in BEFORE.allocations)))
    assert (found.moved, found.people) == (0.0, ())


def test_hours_of_who_or_what_is_no_longer_there_are_gone():
    given = portfolio(resource("Ann"), project("Apollo"), demand("Build", "Apollo"), weeks=4)
    stopped = given.holding(project("Comet", status=ProjectStatus.CANCELLED), demand("Land", "Comet"), resource("Bob"))
    new = after(allocation("Build", "Ann", 1, 20.0))
    assert [(found.moved, found.gone) for found in (changes(each, BEFORE, new) for each in (given, stopped))] == [
        (30.0, 10.0),
        (30.0, 10.0),
    ]


def test_what_could_not_stay_is_told_apart_from_what_was_moved_by_choice():
    found = changes(case(), BEFORE, after(allocation("Build", "Ann", 1, 20.0)), forced=12.0)
    assert (found.moved, found.gone, found.forced) == (30.0, 0.0, 12.0)
    assert "30 h of the 50 h that the plan of record gave, 60.0 %; 12 h of it had to" in told(case(), found)
    assert "18 h by choice." in told(case(), found)
    assert changes(case(), BEFORE, BEFORE, forced=12.0).forced == 0.0  # more than moved it never is


def test_weeks_that_are_no_longer_planned_are_left_aside():
    found = changes(case(), plan(allocation("Build", "Ann", -1, 20.0), allocation("Build", "Ann", 1, 4.0)), after())
    assert (found.hours, found.moved) == (4.0, 4.0)


def test_an_assignment_is_one_person_on_one_demand():
    new = after(allocation("Build", "Ann", 4, 20.0), allocation("Land", "Ann", 1, 10.0))
    found = changes(case(), BEFORE, new)
    assert (found.begun, found.ended) == (1, 1)


def test_projects_shifted_taken_in_and_left_out_are_told():
    before = plan(projects=(said("Apollo", delay=1), said("Comet", selected=False)))
    found = changes(case(), before, plan(projects=(said("Apollo", delay=3), said("Comet"))))
    assert (found.shifted, found.taken_in, found.left_out) == ((Shift(Id("Apollo"), 1, 3),), (Id("Comet"),), ())
    back = changes(case(), plan(projects=(said("Apollo", delay=3), said("Comet"))), before)
    assert (back.shifted, back.taken_in, back.left_out) == ((Shift(Id("Apollo"), 3, 1),), (), (Id("Comet"),))


def test_a_project_that_the_plan_before_did_not_know_is_no_change():
    found = changes(case(), BEFORE, plan(projects=(said("Apollo", delay=2), said("Comet", selected=False))))
    assert (found.shifted, found.taken_in, found.left_out) == ((), (), ())


def test_the_words_tell_what_moved_and_for_whom():
    given = portfolio(resource("Ann"), project("Apollo"), project("Comet"), demand("Build", "Apollo"), demand("Land", "Comet"), weeks=4)
    before = replace(BEFORE, projects=(said("Apollo"),))
    new = after(allocation("Build", "Ann", 1, 20.0), allocation("Build", "Ann", 4, 20.0), projects=(said("Apollo", delay=2),))
    assert told(given, changes(given, before, new)).splitlines() == [
        "Moved: 30 h of the 50 h that the plan of record gave, 60.0 %; 10 h of it had to, because people or work are gone or were cut, 20 h by choice.",
        "Assignments: 0 begun, 1 ended.",
        "Projects: 1 shifted: Apollo (+2 weeks).",
        "People: the weeks of 1 of 1 change, 2 weeks in all: Ann (40 h).",
    ]


def test_the_words_for_no_change():
    assert told(case(), changes(case(), BEFORE, BEFORE)).splitlines()[2:] == [
        "Projects: none shifted, taken in or left out.",
        "People: nobody's weeks change.",
    ]


def test_what_the_new_plan_had_to_keep_to_is_told():
    given = Replanning(BEFORE, budget=Budget(share=0.1), status_date=week(3))
    assert limits(case(), given) == [
        "Past: the weeks before 2027-01-18 stay as they were planned.",
        "Budget: 5 h may move beside what has to.",
    ]
    assert limits(case(), Replanning(BEFORE)) == []
    assert keeping(given) == "the past and the budget"
    assert [keeping(Replanning(BEFORE)), keeping(Replanning(BEFORE, budget=Budget(hours=1.0)))] == ["", "the budget"]


def test_many_names_are_counted():
    people = [resource(f"P{n}") for n in range(7)]
    given = portfolio(*people, project("Apollo"), demand("Build", "Apollo"), weeks=4)
    new = plan(*(allocation("Build", each.name, 1, 4.0) for each in people))
    assert told(given, changes(given, plan(), new)).endswith("P0 (4 h), P1 (4 h), P2 (4 h), P3 (4 h), P4 (4 h) and 2 more.")


def test_values_are_by_name():
    before = replace(BEFORE, projects=(said("Apollo"), said("Comet", selected=False)))
    new = replace(after(allocation("Build", "Ann", 1, 20.0)), projects=(said("Apollo", delay=1), said("Comet")))
    values = as_values(case(), changes(case(), before, new))
    assert (values["hours_before"], values["hours_moved"], values["share_moved"]) == (50.0, 30.0, 0.6)
    assert values["projects_shifted"] == {"Apollo": {"before": 0, "after": 1}}
    assert (values["projects_taken_in"], values["projects_left_out"]) == (["Comet"], [])
    assert values["people_changed"] == {"Ann": {"weeks": 1, "hours": 20.0}, "Bob": {"weeks": 1, "hours": 10.0}}


def test_nobody_whose_weeks_change_is_named_with_0_h():
    new = after(allocation("Build", "Ann", 1, 20.0), allocation("Build", "Ann", 2, 19.6), allocation("Land", "Bob", 1, 25.0))
    assert "Bob (15 h), Ann (0.4 h)." in told(case(), changes(case(), BEFORE, new))


def test_a_curve_by_a_policy_shows_the_objective_and_says_so():
    point = Point(0.0, replace(BEFORE, objective=90.0), changes(case(), BEFORE, BEFORE), ())
    by_policy = replace(point, plan=replace(point.plan, terms=(("Fit", -10.0),)))
    assert curve_table(Curve((point,), 100.0)).split()[4] == "Value"
    assert curve_table(Curve((by_policy,), 100.0)).split()[4] == "Objective"
