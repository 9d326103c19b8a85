"""The plan in plain words: each line says what the figures say."""

from dataclasses import replace

from builders import allocation, demand, plan, portfolio, project, resource

from data.entities import Id, ProjectStatus
from data.plan import PlanStatus, ProjectPlan
from planner.plans import fingerprint
from planner.summary import summary


def case():
    return portfolio(
        resource("Ann", overtime=4.0),
        resource("Bob", "Tester", hours_per_week=20.0),
        project("Apollo", 1),
        project("Comet", 3),
        project("Dream", 5, status=ProjectStatus.PROPOSED),
        demand("Build", "Apollo", last=2, hours_per_week=44.0),
        demand("Land", "Comet", last=2, hours_per_week=16.0),
        demand("Dive", "Dream", "Diver", last=2, hours_per_week=10.0),
        weeks=2,
        name="Fleet",
    )


def given(**fields):
    made = plan(
        allocation("Build", "Ann", 1, 44.0),
        allocation("Build", "Ann", 2, 40.0),
        projects=(ProjectPlan(Id("Dream"), selected=False),),
        **{"bound": 1600.0, "fingerprint": fingerprint(case()), **fields},
    )
    return replace(made, objective=1276.0, objective_bound=made.bound)


def lines(plan_=None):
    return summary(case(), plan_ or given()).split("\n")


def test_the_first_line_names_the_case_and_the_effort():
    assert lines()[0] == "Fleet: 2 resources, 3 projects, 3 demands, 2 weeks from 2027-01-04. Solved in 2 s with highs, seed 1."


def test_the_gap_is_put_in_words():
    assert "Plan: Feasible, worth 1,276 points; no plan of this input can be worth more than 1,600." in lines()
    assert (
        "Gap: 20.2 %. At most that much of the best possible value is missing; it may well be less, and more time may find some of it."
        in lines()
    )


def test_a_bound_of_plans_that_keep_something_says_so():
    first = summary(case(), given(), "the past and the budget").split("\n")[2]
    assert first.endswith("no plan of this input that keeps the past and the budget can be worth more than 1,600.")


def strictly(bound, *others):
    terms = (("Strict priorities", 1e16), *others)
    return replace(given(policy="Ranks", terms=terms), objective=1e16, objective_bound=bound)


def test_strict_priorities_are_told_in_words():
    text = lines(strictly(1.25e16, ("Continuity", -16.0)))
    said = "Strict priorities: by the policy “Ranks” a higher priority goes before any lower one; "
    assert said + "proved within 20 % of the best by these priorities." in text
    assert "Beside them: value 1,276, continuity -16." in text
    assert "By priority (1 is highest): 1: 95.5 %, 3: 0 %, 5: 0 %." in text
    assert not any("e+" in line or "000,000" in line for line in text)
    assert said + "proved that no plan serves them better." in lines(strictly(1e16))
    assert said + "nothing is proved of how near that is to the best." in lines(strictly(1600.0))  # the value's bound stands in


def test_no_gap_is_a_proof():
    assert "Gap: none. It is proved that nothing better exists." in lines(given(bound=1276.0, status=PlanStatus.OPTIMAL))


def test_what_is_met_by_hours_weight_and_priority():
    assert "Met: 84 h of 120 h asked by the projects that take part, 70 %; by weight 87.5 %." in lines()
    assert "By priority (1 is highest): 1: 95.5 %, 3: 0 %, 5: 0 %." in lines()


def test_projects_that_take_part_stay_out_or_are_short():
    assert "Projects: 2 of 3 take part." in lines()
    assert "Left out: Dream. A proposed project comes in only where 80 % of its hours can be met." in lines()
    assert "Least covered of those that take part: Comet 0 %, Apollo 95.5 %." in lines()


def test_load_and_overload():
    assert "Load: 70 % of all capacity is used, 0 % firmly booked; 0.5 full-time equivalents stay free." in lines()
    assert "Overload: 4.0 h above capacity in 1 resource-week: Ann 4.0 h. It is overtime, or firm bookings." in lines()
    assert "Fullest over all weeks: Ann 105 %." in lines()


def test_nobody_overloaded_is_said():
    calm = replace(given(), allocations=(allocation("Build", "Ann", 1, 40.0),))
    assert "Overload: nobody is given more than their capacity." in lines(calm)


def test_where_it_hurts_by_weight_with_its_cause():
    text = lines()
    assert "Unmet: 56 h on 3 demands, 20 h of it on 1 demand of projects left out; by role: Backend 36 h, Diver 20 h." in text
    first = text.index("Where it hurts most, by weight:") + 1
    assert text[first].startswith("  Comet, Land (Backend): 32 h of 32 h unmet. Ann (Backend at level 1 or higher) has no room")
    assert text[first + 1].startswith("  Apollo, Build (Backend): 4.0 h of 88 h unmet.")
    assert text[first + 2].startswith("  Dream, Dive (Diver): 20 h of 20 h unmet. Dream is proposed and left out")


def test_nothing_unmet_is_said():
    full = portfolio(resource("Ann"), project("Apollo"), demand("Build", "Apollo", last=1), weeks=1)
    assert "Unmet: nothing. Every hour asked is met." in summary(full, plan(allocation("Build", "Ann", 1, 20.0)))


def test_a_plan_that_is_out_of_date_says_so():
    assert lines()[-1].startswith("  Dream")
    assert lines(given(fingerprint="older"))[-1] == "This plan is out of date: the portfolio has changed since it was solved."


def test_a_share_short_of_everything_is_never_rounded_to_it():
    nearly = replace(given(), allocations=(allocation("Build", "Ann", 1, 44.0), allocation("Build", "Ann", 2, 43.99)))
    assert "By priority (1 is highest): 1: 99.98 %, 3: 0 %, 5: 0 %." in lines(nearly)


def test_an_empty_portfolio_has_a_summary_too():
    assert "Unmet: nothing." in summary(portfolio(weeks=2), plan())


def test_projects_that_are_delayed_are_named_those_by_most_weeks_first():
    said = (ProjectPlan(Id("Apollo"), True, 1), ProjectPlan(Id("Comet"), True, 3), ProjectPlan(Id("Dream"), False, 0))
    assert "Delayed: 2 of the projects: Comet by 3 weeks, Apollo by 1 week." in lines(replace(given(), projects=said))
    assert not any(line.startswith("Delayed") for line in lines())


def test_none_delayed_is_said_where_some_may_be():
    free = portfolio(resource("Ann"), project("Apollo", 1, max_delay=2), demand("Build", "Apollo", last=1), weeks=2, name="One")
    said = summary(free, plan(allocation("Build", "Ann", 1, 20.0), fingerprint=fingerprint(free))).split("\n")
    assert "Delayed: none, though 1 of the projects may be." in said
    assert said[0].startswith("One: 1 resource, 1 project, 1 demand, 2 weeks from ")


def test_one_week_is_told_in_the_singular():
    short = portfolio(resource("Ann"), weeks=1, name="One")
    assert summary(short, plan(fingerprint=fingerprint(short))).startswith("One: 1 resource, 0 projects, 0 demands, 1 week from ")
