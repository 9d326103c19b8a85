"""Policies in words: what each figure is a price of, what it means in hours of work, and what is wrong with a typed one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from data.entities import Id, Points, Policy, new_id
from data.entity_rules import entity_problems
from data.portfolio import Portfolio
from ui.presenters import fields
from ui.presenters.columns import FieldError
from ui.presenters.formats import Formats
from ui.presenters.saying import counted, translate

NO_POLICY = translate("Policies", "No policy")
PRIORITIES = (1, 2, 3, 4, 5)

ABOUT = translate(
    "Policies",
    "A policy says what a plan is to weigh beside the hours it meets, each at a price in points. It "
    "breaks no rule. An hour of work is worth 16 points in a project of priority 1, then 8, 4, 2, and 1 "
    "for priority 5 (or the project's own weight).",
)
STRICT = translate(
    "Policies", "A higher priority is served first, whatever it takes from lower ones: one of its hours outweighs 100 of the next lower."
)


@dataclass(frozen=True, slots=True)
class Price:
    """A figure of a policy: its field and name, its unit, what it is for, and what it is a price of."""

    field: str
    name: str
    unit: str
    why: str
    one: str


PRICES = (
    Price(
        "overtime",
        translate("Policies", "Overtime"),
        translate("Policies", "points an hour"),
        translate("Policies", "Keeps overtime for work that is worth it."),
        translate("Policies", "An hour above capacity"),
    ),
    Price(
        "cost",
        translate("Policies", "Cost"),
        translate("Policies", "points for 1,000 of money"),
        translate("Policies", "Prefers cheaper people where they do as well."),
        translate("Policies", "1,000 spent on people"),
    ),
    Price(
        "fit",
        translate("Policies", "Fit"),
        translate("Policies", "points an hour and level"),
        translate("Policies", "Keeps experts free for what only they can do."),
        translate("Policies", "An hour at one level too many"),
    ),
    Price(
        "continuity",
        translate("Policies", "Continuity"),
        translate("Policies", "points each"),
        translate("Policies", "Keeps the same people on a task."),
        translate("Policies", "A hand-over to somebody new"),
    ),
    Price(
        "moved",
        translate("Policies", "Hours moved"),
        translate("Policies", "points an hour"),
        translate("Policies", "Keeps soft bookings, and the plan of record when you plan again."),
        translate("Policies", "A moved hour"),
    ),
    Price(
        "changed",
        translate("Policies", "Assignments changed"),
        translate("Policies", "points each"),
        translate("Policies", "Gives few people new work when you plan again."),
        translate("Policies", "An assignment begun or ended"),
    ),
)


def meaning(price: Price, points: Points, formats: Formats) -> str:
    """What so many points mean: "A moved hour costs as much as 1 hour of a priority-5 project"."""
    return (
        translate("Policies", "{one} costs as much as {in_hours}").format(one=price.one, in_hours=in_hours(points, formats))
        if points
        else translate("Policies", "Counts nothing")
    )


def in_hours(points: Points, formats: Formats) -> str:
    """Points as hours of work, of the highest priority of which they are an hour or more."""
    weights = {priority: 2.0 ** (5 - priority) for priority in PRIORITIES}
    priority = next((each for each in PRIORITIES if weights[each] <= points), PRIORITIES[-1])
    hours = formats.figure(points / weights[priority])
    return counted(
        "Policies", "%n hours of a priority-{priority} project", "%n hour of a priority-{priority} project", 1 if hours == "1" else 2, hours
    ).format(priority=priority)


def caution(portfolio: Portfolio, policy: Policy, formats: Formats) -> str:
    """That work is left undone since its people cost more than it is worth; empty where none is."""
    rates = [resource.cost_per_hour for resource in portfolio.resources.values() if resource.cost_per_hour]
    weights = [_weight(priority=p.priority, own=p.weight) for p in portfolio.projects.values() if p.status.takes_part]
    if not rates or not weights or policy.cost * max(rates) / 1000 < min(weights):
        return ""
    points, most = policy.cost * max(rates) / 1000, 1000 * min(weights) / max(rates)
    return translate(
        "Policies",
        "An hour of somebody at {max} an hour takes {points} points, and an hour of the least project is "
        "worth {min}: such work stays undone even if people are free. Below {most} that cannot happen.",
    ).format(max=formats.figure(max(rates)), points=formats.figure(points), min=formats.figure(min(weights)), most=formats.figure(most))


def _weight(*, priority: int, own: float | None) -> float:
    return 2.0 ** (5 - priority) if own is None else own


def read_price(text: str, formats: Formats) -> Points:
    """The points typed; an empty text is 0. Raises FieldError."""
    return fields.figure(formats)(text) if text.strip() else 0.0


def read_name(text: str, policy_id: Id, portfolio: Portfolio) -> str:
    """The name typed for a policy. Raises FieldError where it cannot be its name."""
    name = fields.some_text(text)
    if any(each.name == name for each in portfolio.policies.values() if each.id != policy_id):
        raise FieldError(translate("Policies", "Another policy is called “{name}”; choose another name").format(name=name))
    for _, problem, remedy in entity_problems(Policy(policy_id, name)):
        raise FieldError(translate("Policies", "The name {problem}; {remedy}").format(problem=problem, remedy=remedy))
    return name


def free_name(wanted: str, portfolio: Portfolio) -> str:
    """The name itself, else with the least number that makes it one that no policy has."""
    taken = {policy.name for policy in portfolio.policies.values()}
    if wanted not in taken:
        return wanted
    return next(name for number in range(2, len(taken) + 3) if (name := f"{wanted} {number}") not in taken)


def fresh(portfolio: Portfolio) -> Policy:
    """A new policy that counts nothing yet."""
    return Policy(new_id(), free_name(translate("Policies", "New policy"), portfolio))


@dataclass(frozen=True, slots=True)
class Taken:
    """A policy read from a file as the portfolio can take it: `is_new` unless it keeps the same already; `says` is what happened."""

    policy: Policy
    is_new: bool
    says: str


def taken(read: Policy, portfolio: Portfolio) -> Taken:
    """A policy of a file beside those there are: none of them is changed by it."""
    kept = next((each for each in portfolio.policies.values() if each.name == read.name), None)
    if kept is not None and replace(read, id=kept.id) == kept:
        return Taken(
            kept, is_new=False, says=translate("Policies", "The portfolio keeps “{name}” with these figures already").format(name=kept.name)
        )
    name = free_name(read.name, portfolio)
    if name == read.name:
        return Taken(read, is_new=True, says=translate("Policies", "“{name}” was read from the file").format(name=name))
    return Taken(
        replace(read, name=name),
        is_new=True,
        says=translate("Policies", "Another policy is called “{name}”, so the file's is “{other}” here").format(name=read.name, other=name),
    )
