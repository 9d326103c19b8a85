"""One name for what is one role, wherever it stands."""

from __future__ import annotations

from data.entities import Id
from planner.actions.roles import renamed
from tests.builders import demand, portfolio, project, resource


def test_a_role_is_renamed_on_people_and_demands_in_every_spelling() -> None:
    before = portfolio(
        resource("Ann", "Dev", 4),
        resource("Bob", "Tester", other_roles=(("Analyst", 1), ("DEV", 2), ("Ops", 5))),
        resource("Cy", "Tester"),
        project("Apollo"),
        demand("Build", "Apollo", "dev "),
        demand("Check", "Apollo", "Tester"),
    )
    edit = renamed(before, ["Dev"], " Developer ")
    after = edit.applied_to(before)
    assert edit.label == "Rename role Dev to Developer"
    assert (after.resources[Id("Ann")].role, after.resources[Id("Ann")].level) == ("Developer", 4)
    assert after.resources[Id("Bob")].other_roles == (("Analyst", 1), ("Developer", 2), ("Ops", 5))
    assert [each.role for each in after.demands.values()] == ["Developer", "Tester"]
    assert after.resources[Id("Cy")] is before.resources[Id("Cy")]
    assert edit.inverse().applied_to(after) == before


def test_roles_that_become_one_are_held_once_at_the_higher_level() -> None:
    before = portfolio(
        resource("Ann", "Dev", 2, other_roles=(("Developer", 4), ("Tester", 3))),
        resource("Bob", "Tester", 3, other_roles=(("Developer", 1), ("Dev", 2))),
    )
    after = renamed(before, ["Dev", "Devel"], "Developer").applied_to(before).resources
    assert (after[Id("Ann")].role, after[Id("Ann")].level, after[Id("Ann")].other_roles) == ("Developer", 4, (("Tester", 3),))
    assert after[Id("Bob")].other_roles == (("Developer", 2),)


def test_the_label_names_all_that_become_one() -> None:
    before = portfolio(resource("Ann", "Dev"))
    assert renamed(before, ["Dev", "Coder", "Developer"], "Developer").label == "Merge roles Dev and Coder into Developer"
    assert renamed(before, ["dev"], "Dev").label == "Write role Dev in one way"


def test_a_name_that_stands_everywhere_already_is_no_edit() -> None:
    assert not renamed(portfolio(resource("Ann", "Dev")), ["Dev"], "Dev")
