"""A trade-off curve: plans by several prices of what value is weighed against, and what no plan exceeds.

A solve at a price p proves that worth - p × amount <= bound(p) of every plan. So no plan of an amount is worth more than the least of
bound(p) + p × amount over all prices that were solved: lines whose lower envelope bounds the whole curve, between the points as well.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from data.entities import Id, Points, Policy
from data.findings import Finding
from data.plan import Plan
from data.portfolio import Portfolio
from planner.comparing.measures import Form
from planner.insight.policy_terms import terms_by
from solver.objective import Term

NO_MORE = 1e-6
"""Points or amounts that differ by less are the same."""


class Against(StrEnum):
    """What value is weighed against, as it is typed."""

    COST = "cost"
    OVERTIME = "overtime"
    HAND_OVERS = "hand-overs"

    @property
    def meaning(self) -> Meaning:
        return MEANINGS[self]


@dataclass(frozen=True, slots=True)
class Meaning:
    """The policy with a price for it, the price a policy has, of how much of it that price is, its term, and how it is said and written."""

    at: Callable[[Policy, Points], Policy]
    price: Callable[[Policy], Points]
    each: float
    term: Term
    heading: str
    unit: str
    form: Form


MEANINGS: Mapping[Against, Meaning] = MappingProxyType(
    {
        Against.COST: Meaning(
            lambda policy, price: replace(policy, cost=price),
            lambda policy: policy.cost,
            1000.0,
            Term.COST,
            "Cost of the people used",
            "1,000 of currency",
            Form.MONEY,
        ),
        Against.OVERTIME: Meaning(
            lambda policy, price: replace(policy, overtime=price),
            lambda policy: policy.overtime,
            1.0,
            Term.OVERTIME,
            "Hours above capacity",
            "hour above capacity",
            Form.HOURS,
        ),
        Against.HAND_OVERS: Meaning(
            lambda policy, price: replace(policy, continuity=price),
            lambda policy: policy.continuity,
            1.0,
            Term.CONTINUITY,
            "Hand-overs",
            "hand-over",
            Form.COUNT,
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Priced:
    """The best plan found at a price, by a policy that differs from the one asked for in this price alone.

    `worth` is what the plan is worth by that policy without the price, `bound` is proved of worth - price × amount. Where there is no
    plan, `why` says so and nothing is proved.
    """

    price: Points
    policy: Policy | None
    plan: Plan | None = None
    amount: float = 0.0
    worth: Points = 0.0
    bound: Points | None = None
    findings: tuple[Finding, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Frontier:
    """Points by rising price, the first of price 0; `policy` is the name of the one asked for or empty, `ended` says why it ended early."""

    against: Against
    points: tuple[Priced, ...]
    policy: str = ""
    ended: str = ""

    @property
    def solved(self) -> tuple[Priced, ...]:
        return tuple(point for point in self.points if point.plan is not None)

    @property
    def best(self) -> tuple[Priced, ...]:
        """Those that no other beats, by rising amount: each is worth more than every one of a lesser amount."""
        kept: list[Priced] = []
        for point in sorted(self.solved, key=lambda each: (each.amount, -each.worth, each.price)):
            if not kept or point.worth > kept[-1].worth + NO_MORE:
                kept.append(point)
        return tuple(kept)

    def bound_at(self, amount: float) -> Points | None:
        """What no plan of so much, or less of it, is worth more than; None where nothing is proved."""
        each = self.against.meaning.each
        return min((point.bound + point.price * amount / each for point in self.points if point.bound is not None), default=None)


def priced(policy: Policy | None, against: Against, price: Points, policy_id: Id) -> Policy | None:
    """The policy with this price and no other change, under a name and id of its own; None where that says nothing."""
    if policy is None and not price:
        return None
    meaning = against.meaning
    if policy is not None and meaning.price(policy) == price:
        return policy
    plain = Policy(policy_id, "") if policy is None else policy
    name = f"{meaning.heading} at {price:.4g}" + ("" if policy is None else f" ({policy.name})")
    return meaning.at(replace(plain, id=policy_id, name=name), price)


def amount_of(portfolio: Portfolio, plan: Plan, against: Against) -> float:
    """How much a plan has of it, as the solver counts it: 0 of what nothing is known of, such as cost where nobody has a rate."""
    meaning = against.meaning
    one = meaning.at(Policy(Id("one"), "one"), meaning.each)
    return -dict(terms_by(portfolio, plan, one)).get(meaning.term.value, 0.0)
