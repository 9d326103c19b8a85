"""Policies in words: what a price means, what is wrong with a typed one, and what a plan says of them."""

from __future__ import annotations

import pytest

from data.entities import Id
from planner.insight.kpis import figures
from planner.summary import summary
from tests.builders import allocation, demand, plan, policy, portfolio, project, resource
from ui.presenters import objective, policies
from ui.presenters.columns import FieldError
from ui.presenters.formats import Formats

FORMATS = Formats()
PRICES = {price.field: price for price in policies.PRICES}


@pytest.mark.parametrize(
    ("points", "said"),
    [
        (1.0, "1 hour of a priority-5 project"),
        (0.5, "0.5 hours of a priority-5 project"),
        (12.0, "1.5 hours of a priority-2 project"),
        (16.0, "1 hour of a priority-1 project"),
        (40.0, "2.5 hours of a priority-1 project"),
    ],
)
def test_points_are_told_as_hours_of_work(points: float, said: str) -> None:
    assert policies.in_hours(points, FORMATS) == said


def test_every_price_of_a_policy_can_be_edited_and_says_what_it_means() -> None:
    every = {name for name in policy("House").__dataclass_fields__ if name not in ("id", "name", "strict")}
    assert set(PRICES) == every
    assert policies.meaning(PRICES["moved"], 1.0, FORMATS) == "A moved hour costs as much as 1 hour of a priority-5 project"
    assert policies.meaning(PRICES["moved"], 0.0, FORMATS) == "Counts nothing"


def test_a_cost_that_leaves_work_undone_is_warned_of() -> None:
    case = portfolio(resource("Ann", cost_per_hour=60.0), project("Comet", 5))
    assert policies.caution(case, policy(cost=16.0), FORMATS) == ""
    said = policies.caution(case, policy(cost=20.0), FORMATS)
    assert said.startswith("An hour of somebody at 60 an hour takes 1.2 points, and an hour of the least project is worth 1")
    assert "Below 16.6667" in said


def test_a_name_that_another_policy_has_is_refused() -> None:
    case = portfolio(policy("House"), policy("Careful"))
    with pytest.raises(FieldError, match="Another policy is called “House”"):
        policies.read_name(" House ", Id("Careful"), case)
    assert policies.read_name("House", Id("House"), case) == "House"


def test_a_name_of_two_lines_is_refused() -> None:
    with pytest.raises(FieldError, match="line break"):
        policies.read_name("House\nrules", Id("House"), portfolio(policy("House")))


def test_a_new_policy_takes_the_first_name_that_is_free() -> None:
    assert policies.fresh(portfolio(policy("New policy"), policy("New policy 2"))).name == "New policy 3"


def test_a_file_never_changes_a_policy_that_is_there() -> None:
    case = portfolio(policy("House", cost=2.0))
    same, other, new = (policies.taken(read, case) for read in (policy("House", cost=2.0), policy("House", cost=3.0), policy("Fair")))
    assert (same.is_new, same.policy.id) == (False, Id("House"))
    assert (other.is_new, other.policy.name, other.policy.cost) == (True, "House 2", 3.0)
    assert (new.is_new, new.policy.name) == (True, "Fair")


def test_the_objective_is_told_in_the_words_of_the_summary() -> None:
    case = portfolio(resource("Ann"), project("Apollo"), demand("Build", "Apollo"), policy("Careful", cost=20.0))
    made = plan(
        allocation("Build", "Ann", 1, 20.0),
        policy="Careful",
        value=64.0,
        objective=-7.5,
        objective_bound=1824.0,
        terms=(("Cost", -72.0), ("Fit", 0.5), ("Continuity", -0.001)),
    )
    said = objective.sentences(figures(case, made), FORMATS)
    assert said == (
        "By the policy “Careful” the plan comes to -7.50 points, and no plan can come to more than 1,824.",
        "Of that: value 64, cost -72, fit 0.50, continuity 0.00.",
    )
    assert "\n".join(said) in summary(case, made)


def test_a_policy_that_has_nothing_to_weigh_says_so_as_the_summary_does() -> None:
    case, made = portfolio(resource("Ann"), project("Apollo"), demand("Build", "Apollo"), policy("Empty")), plan(policy="Empty")
    (said,) = objective.sentences(made, FORMATS)
    assert said in summary(case, made)


def test_every_term_stands_apart() -> None:
    made = plan(value=896.0, objective=824.0, objective_bound=830.0, terms=(("Cost", -72.0), ("Fit", 0.0)))
    assert [(part.name, part.figure) for part in objective.parts(made, FORMATS)] == [
        ("Objective", "824"),
        ("Objective bound", "830"),
        ("Value", "896"),
        ("Cost", "-72"),
        ("Fit", "0.00"),
    ]
    assert objective.parts(plan(), FORMATS) == ()


def test_sums_of_strict_priorities_are_cut_to_what_can_be_read() -> None:
    assert objective.points_text(1234567890123.0, FORMATS) == "1.23e+12"
