"""Planning again in words: what is typed read into a wish, and what a plan changes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from data.edits import Edit
from data.entities import Id, ProjectStatus
from data.plan import Plan, ProjectPlan
from planner.insight.changes import changes
from tests.builders import allocation, plan, small_case
from ui.presenters import replanning
from ui.presenters.formats import Formats
from ui.presenters.replanning import Form, Limit, Offer, Offers, Wish

FORMATS = Formats()
CASE = small_case()
RECORD = plan(
    allocation("Build", "Ann", 1, 30.0),
    allocation("Check", "Cleo", 2, 10.0),
    projects=(
        ProjectPlan(Id("Apollo"), selected=True),
        ProjectPlan(Id("Comet"), selected=True),
        ProjectPlan(Id("Borealis"), selected=True),
    ),
)
MOVED = plan(
    allocation("Build", "Ann", 1, 20.0),
    allocation("Build", "Bob", 1, 10.0),
    allocation("Check", "Cleo", 2, 10.0),
    projects=(
        ProjectPlan(Id("Apollo"), selected=True),
        ProjectPlan(Id("Comet"), selected=True, delay_weeks=2),
        ProjectPlan(Id("Borealis"), selected=False),
    ),
)


def offered(made: Plan, steps: tuple[str, ...] = ()) -> tuple[Offers, Offer]:
    offer = Offer(made, changes(CASE, RECORD, made))
    return Offers(CASE, CASE, Edit("", ()), steps, (offer,)), offer


def test_a_budget_is_a_share_of_the_hours() -> None:
    assert replanning.read(Form(budget="2.5 %"), FORMATS) == (Wish(share=0.025), {})


def test_no_limit_and_prices_ask_for_no_budget() -> None:
    assert replanning.read(Form(Limit.NOTHING, budget="x"), FORMATS) == (Wish(), {})
    assert replanning.read(Form(Limit.PRICES, price_hour="2"), FORMATS) == (Wish(price_hour=2.0), {})


@pytest.mark.parametrize(
    ("form", "field", "said"),
    [
        (Form(budget="x"), "budget", "“x” is no number; type one such as 7.5"),
        (Form(budget="120"), "budget", "“120” does not fit; type a number from 0 to 100"),
        (Form(Limit.PRICES), "price_hour", "Both prices are 0, so anything may change; type one, or choose that anything may change"),
        (Form(Limit.PRICES, price_hour="1", price_assignment="a"), "price_assignment", "“a” is no number; type one such as 7.5"),
        (Form(status_date="2027-13-01"), "status_date", "“2027-13-01” is no day of the calendar; type one such as 2027-04-05"),
    ],
)
def test_what_does_not_fit_is_said_by_its_field(form: Form, field: str, said: str) -> None:
    assert replanning.read(form, FORMATS) == (None, {field: said})


def test_the_past_is_only_spread_where_there_is_one() -> None:
    form = Form(spread=True, book_past=True)
    assert replanning.read(form, FORMATS)[0] == Wish(share=0.03)
    dated = replanning.read(replace(form, status_date="2027-01-20"), FORMATS)[0]
    assert dated == Wish(share=0.03, status_date=dt.date(2027, 1, 20), spread=True, book_past=True)


def test_what_a_plan_changes_is_told_line_by_line() -> None:
    offers, offer = offered(MOVED, ("Spread what is unmet: 2 demand weeks added",))
    told = {line.name: line.text for line in replanning.summary(offers, offer, FORMATS)}
    assert told == {
        "Worth": "100 points, proved within 2.9 % of the best under these limits",
        "Hours moved": "10 h, 25.0 % of the 40 h planned before",
        "Assignments": "1 begun, 0 ended",
        "Projects": "Comet delayed 2 weeks; Borealis left out",
        "People": "The weeks of 2 of 4 change, 2 weeks in all",
        "Before that": "Spread what is unmet: 2 demand weeks added",
    }


def test_who_is_affected_stands_by_hours() -> None:
    assert [(row.name, row.weeks, row.hours) for row in replanning.people(CASE, changes(CASE, RECORD, MOVED))] == [
        ("Ann", 1, 10.0),
        ("Bob", 1, 10.0),
    ]


def test_the_heading_says_how_much_and_for_how_many() -> None:
    assert replanning.heading(offered(MOVED)[1], FORMATS) == "10 h move, 25.0 % of the plan; the weeks of 2 people change"
    assert replanning.heading(offered(RECORD)[1], FORMATS) == "Nothing changes"
    assert replanning.heading(None, FORMATS) == "No plan was found"


def test_hours_that_nobody_could_keep_are_told_apart() -> None:
    case = CASE.holding(replace(CASE.projects[Id("Apollo")], status=ProjectStatus.CANCELLED))
    its = changes(case, RECORD, plan())
    offers = Offers(case, case, Edit("", ()), (), (Offer(plan(), its),))
    told = {line.name: line.text for line in replanning.summary(offers, offers.offers[0], FORMATS)}
    assert told["Hours moved"].endswith("; 40 h of it had to, because people or work are gone or were cut")
