"""Roles in words: who holds them, how they are spelt, and what a new name does."""

from __future__ import annotations

import pytest

from data.entities import Id
from data.portfolio import Portfolio
from tests.builders import allocation, demand, plan, portfolio, project, resource
from ui.presenters import roles
from ui.presenters.columns import FieldError
from ui.presenters.formats import Formats
from ui.presenters.roles import RoleLine
from ui.presenters.situation import situation

FORMATS = Formats()


def case() -> Portfolio:
    return portfolio(
        resource("Ann", "Developer", 5),
        resource("Bob", "developer", 3, other_roles=(("Tester", 2), ("DEVELOPER", 4))),
        resource("Cy", "Dev", 3),
        project("Apollo"),
        demand("Build", "Apollo", "Developer", first=1, last=2, hours_per_week=60.0),
        demand("Check", "Apollo", "Tester", first=1, last=2),
        weeks=2,
    )


def lines(held: Portfolio) -> dict[str, RoleLine]:
    return {line.name: line for line in roles.roles(situation(held, None))}


def said(line: RoleLine) -> dict[str, str]:
    return {column.heading: column.text(line) for column in roles.role_columns(FORMATS)}


def test_a_role_is_one_line_in_whatever_case_with_its_people_by_level() -> None:
    found = lines(case())
    assert set(found) == {"Developer", "Dev", "Tester"}
    assert said(found["Developer"]) == {
        "Role": "Developer",
        "People": "2",
        "Who, by level": "5 Ann; 4 Bob",
        "Capacity h": "160",
        "Asked h": "120",
        "Balance h": "40",
        "Unmet h": "–",
        "Demands": "1",
        "Looks like": "Dev",
    }
    assert found["Developer"].spellings == ("Developer", "developer", "DEVELOPER")
    assert said(found["Tester"])["Balance h"] == "-40"


def test_what_a_plan_does_not_meet_is_told() -> None:
    held = case()
    (line,) = [each for each in roles.roles(situation(held, plan(allocation("Check", "Bob", 1, 20.0)))) if each.name == "Tester"]
    assert said(line)["Unmet h"] == "20"


def test_the_headline_counts_what_looks_alike() -> None:
    assert roles.headline(list(lines(case()).values()), FORMATS) == (
        "What people do and demands ask for: 3 roles, 2 have names that look like another’s, 1 is written in several ways."
    )


def test_the_name_in_use_most_is_suggested_for_both() -> None:
    found = lines(case())
    assert roles.offers(found["Dev"], found.values()) == (("Developer", "Developer"),)
    assert roles.suggested([found["Tester"], found["Dev"]]) == "Tester"


def test_what_is_told_of_one_role_and_of_several() -> None:
    found = lines(case())
    assert roles.told([found["Tester"]], FORMATS) == "1 holder, 1 demand. 40 h asked, 0 h there: 40 h too few"
    assert roles.told([found["Dev"], found["Developer"]], FORMATS) == "Dev, Developer: 3 holders, 1 demand"


def test_a_new_name_is_one_edit_that_says_what_it_touched() -> None:
    held = case()
    edit = roles.edit_of_name(held, ["Dev", "Developer"], "Engineer")
    assert edit.label == "Merge roles Dev and Developer into Engineer"
    assert roles.done(edit, "Engineer") == "Called Engineer now: 3 resources and 1 demand. Undo takes all of it back."
    assert edit.applied_to(held).resources[Id("Bob")].role == "Engineer"


@pytest.mark.parametrize(("name", "why"), [("  ", "cannot be without a name"), ("Dev:3", "holds “;” or “:”")])
def test_what_cannot_be_a_name_is_refused(name: str, why: str) -> None:
    with pytest.raises(FieldError, match=why):
        roles.edit_of_name(case(), ["Dev"], name)
