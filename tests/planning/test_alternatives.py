"""Who else could do some work: what is told at once, the edit that gives it away, and what solving again proves."""

from __future__ import annotations

from data.entities import BookingKind, Entity, Id
from data.plan import Allocation
from data.portfolio import Portfolio
from planner.alternatives.candidates import Candidate, Question, candidates, wanted_hours
from planner.alternatives.giving import given_to
from planner.alternatives.proving import proved
from planner.insight.by_hand import standing_hours
from planner.insight.ledger import ledger
from planner.plans import fingerprint
from planner.solving import solve
from solver.control import Options, Unattended
from tests.builders import allocation, booking, demand, firm, plan, portfolio, project, resource

ANN_BUILDS = Question(Id("Build"), range(2), (Id("Ann"),))


def team(*more: Entity) -> Portfolio:
    """Ann builds Apollo; Bob, Cleo and Dan may too, Cleo is a level above; Comet weighs least."""
    return portfolio(
        resource("Ann"),
        resource("Bob", cost_per_hour=50.0),
        resource("Cleo", level=4),
        resource("Dan", "Tester", other_roles=(("backend", 2),)),
        project("Apollo", 1),
        project("Comet", 5),
        demand("Build", "Apollo", last=2, hours_per_week=20.0),
        demand("Study", "Comet", last=2, hours_per_week=60.0),
        *more,
        weeks=2,
    )


GIVEN = (
    allocation("Build", "Ann", 1, 20.0),
    allocation("Build", "Ann", 2, 20.0),
    allocation("Study", "Bob", 1, 30.0),
    allocation("Study", "Dan", 1, 10.0),
)


def ask(case: Portfolio, *given: Allocation, question: Question = ANN_BUILDS) -> dict[str, Candidate]:
    book = ledger(case, plan(*given))
    return {str(each.resource_id): each for each in candidates(book, standing_hours(book), question)}


def test_everybody_else_who_may_do_it_is_named_the_most_promising_first() -> None:
    assert list(ask(team(), *GIVEN)) == ["Cleo", "Dan", "Bob"]


def test_free_hours_fit_and_cost_are_known_at_once() -> None:
    found = ask(team(), *GIVEN)
    assert (found["Cleo"].total, found["Cleo"].free, found["Cleo"].surplus, found["Cleo"].cost) == (40.0, 40.0, 3, None)
    assert (found["Bob"].total, found["Bob"].free, found["Bob"].level, found["Bob"].cost) == (40.0, 30.0, 3, 2000.0)
    assert found["Dan"].level == 2


def test_what_gives_way_is_told() -> None:
    found = ask(team(), *GIVEN)
    assert found["Bob"].displaced == ((Id("Study"), 10.0),)
    assert found["Cleo"].displaced == ()


def test_firm_work_is_never_displaced() -> None:
    found = ask(team(firm("Study", "Bob", 1, 30.0)), *GIVEN)
    assert found["Bob"].hours == (10.0, 20.0)
    assert found["Bob"].displaced == ()


def test_the_estimate_counts_work_lost_and_assignments_that_come_and_go() -> None:
    found = ask(team(), *GIVEN)
    assert found["Cleo"].estimate == 0.0  # one assignment of Apollo comes, one goes
    assert found["Bob"].estimate == -10.0  # Comet weighs 1 point an hour


def test_whoever_is_on_the_demand_already_costs_no_assignment() -> None:
    wide = team().holding(demand("Build", "Apollo", last=2, hours_per_week=30.0))
    assert ask(wide, *GIVEN, allocation("Build", "Cleo", 1, 5.0))["Cleo"].estimate == 64.0  # Ann's assignment, 4 h of 16 points, goes


def test_a_full_team_is_said_unless_the_one_who_gives_leaves_it() -> None:
    narrow = demand("Build", "Apollo", last=2, hours_per_week=20.0, max_people=1)
    case = team().holding(narrow)
    assert not ask(case, *GIVEN)["Cleo"].team_full
    assert ask(case, *GIVEN, question=Question(Id("Build"), range(1), (Id("Ann"),)))["Cleo"].team_full


def test_somebody_on_as_many_projects_as_they_may_is_told() -> None:
    case = team().holding(resource("Bob", max_projects=1))
    assert ask(case, *GIVEN)["Bob"].focus_full
    assert not ask(case, *GIVEN)["Cleo"].focus_full


def test_where_nobody_has_the_hours_those_unmet_are_asked_for() -> None:
    case = team()
    book = ledger(case, plan(allocation("Build", "Ann", 1, 15.0)))
    assert wanted_hours(book, book.given, Question(Id("Build"), range(2))).tolist() == [5.0, 20.0]
    assert ask(case, allocation("Build", "Ann", 1, 15.0), question=Question(Id("Build"), range(2)))["Bob"].hours == (5.0, 20.0)


def test_giving_books_the_taker_and_takes_from_what_was_booked() -> None:
    case = team(firm("Build", "Ann", 1, 20.0), booking("Build", "Ann", 2, 8.0))
    taker = ask(case, *GIVEN)["Cleo"]
    after = given_to(case, ANN_BUILDS, taker).applied_to(case)
    assert {(b.resource_id, b.week.isoformat(), b.hours, b.kind) for b in after.bookings.values()} == {
        ("Cleo", "2027-01-04", 20.0, BookingKind.HARD),
        ("Cleo", "2027-01-11", 20.0, BookingKind.HARD),
    }


def test_who_can_take_a_part_leaves_the_rest_booked() -> None:
    case = team(firm("Build", "Ann", 1, 20.0), firm("Study", "Bob", 1, 32.0))
    question = Question(Id("Build"), range(1), (Id("Ann"),))
    taker = ask(case, *GIVEN, question=question)["Bob"]
    after = given_to(case, question, taker).applied_to(case)
    assert {(b.demand_id, b.resource_id): b.hours for b in after.bookings.values()} == {
        ("Study", "Bob"): 32.0,
        ("Build", "Ann"): 12.0,
        ("Build", "Bob"): 8.0,
    }


def test_the_effect_is_proved_by_solving_again_with_the_pin() -> None:
    case = team(demand("Rest", "Apollo", last=2, hours_per_week=80.0, min_level=4))
    start = solve(case, Options(time_limit=60.0, effort=5), Unattended(), apart=False).plan
    assert start is not None
    found = candidates(ledger(case, start), ledger(case, start).given, Question(Id("Rest"), range(2), ()))
    assert [each.resource_id for each in found] == []
    question = Question(Id("Build"), range(2), tuple({a.resource_id for a in start.allocations if a.demand_id == "Build"}))
    wanted = candidates(ledger(case, start), ledger(case, start).given, question)
    proofs = list(proved(case, start, question, wanted, None, Unattended()))
    assert {proof.resource_id for proof in proofs} == {each.resource_id for each in wanted}
    busy = next(proof for proof in proofs if proof.resource_id == "Cleo")
    assert busy.effect is not None
    assert busy.effect < -500.0  # 40 h of Rest, which Cleo alone may do, at 16 points an hour
    assert busy.plan is not None
    pin = next(each for each in wanted if each.resource_id == "Cleo")
    assert busy.plan.fingerprint == fingerprint(given_to(case, question, pin).applied_to(case))
    given = {(a.demand_id, a.resource_id) for a in busy.plan.allocations}
    assert ("Build", "Cleo") in given
