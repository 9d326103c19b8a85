"""Names of roles that look as if one were meant, and the balance of hours of each role."""

from __future__ import annotations

import pytest

from planner.insight.by_role import role_balances
from planner.insight.ledger import ledger
from planner.insight.role_names import lookalikes
from tests.builders import demand, portfolio, project, resource


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dev", "Developer"),
        ("Front-end", "Frontend"),
        ("Front end developer", "Frontend dev eloper"),
        ("Tester", "Testers"),
        ("Analyst", "Analist"),
        ("Java dev", "Java developer"),
        ("PM", "Project manager"),
        ("Kühltechniker", "Kuhltechniker"),
    ],
)
def test_what_is_spelt_nearly_so_is_pointed_out(one: str, other: str) -> None:
    assert lookalikes([one, "Welder", other]) == {one: (other,), other: (one,)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Junior developer", "Senior developer"),
        ("Developer 1", "Developer 2"),
        ("Backend", "Frontend"),
        ("UX designer", "UI designer"),
        ("Tester", "Test manager"),
        ("QA", "QM"),
        ("Developer", "developer "),
        ("?", "!"),
    ],
)
def test_what_is_another_role_or_the_same_is_not(one: str, other: str) -> None:
    assert lookalikes([one, other]) == {}


def test_the_balance_counts_everybody_in_their_first_role_alone() -> None:
    case = portfolio(
        resource("Ann", "Dev", other_roles=(("Tester", 2),)),
        resource("Bob", "Tester"),
        project("Apollo"),
        demand("Check", "Apollo", "Tester", first=1, last=2, hours_per_week=60.0),
        weeks=2,
    )
    found = {each.role: (each.holders, each.first, each.capacity, each.asked, each.balance) for each in role_balances(ledger(case, None))}
    assert found == {"Dev": (1, 1, 80.0, 0.0, 80.0), "Tester": (2, 1, 80.0, 120.0, -40.0)}
