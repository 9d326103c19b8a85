"""What a policy makes of a plan: the objective, its bound and every term apart, in the words of the planner's summary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from data.entities import Points
from ui.presenters.formats import Formats

HUGE = 1e9
"""Points from which digits say nothing: strict priorities make such sums."""


class Weighed(Protocol):
    """A plan as it was solved, or its figures against the portfolio as it stands."""

    @property
    def policy(self) -> str: ...
    @property
    def value(self) -> Points: ...
    @property
    def objective(self) -> Points: ...
    @property
    def objective_bound(self) -> Points: ...
    @property
    def terms(self) -> tuple[tuple[str, Points], ...]: ...


@dataclass(frozen=True, slots=True)
class Part:
    """A figure of the objective, and how it comes about."""

    name: str
    figure: str
    tip: str


TIPS = {
    "Strict priorities": "What the weights of strict priorities add to the plain ones",
    "Overtime": "Hours above capacity × the policy's price",
    "Cost": "Hours × cost per hour ÷ 1,000 × the policy's price",
    "Fit": "Hours × levels above the one asked × the policy's price",
    "Continuity": "Hand-overs × the policy's price",
    "Stability": "Hours moved × their price, and assignments changed × theirs",
}


def sentences(plan: Weighed, formats: Formats) -> tuple[str, ...]:
    """What the policy weighs, term by term; nothing where the plan has none."""
    if not plan.terms:
        asks_nothing = f"The policy “{plan.policy}” asks for nothing that this portfolio could weigh."
        return (asks_nothing,) if plan.policy else ()
    whose = f"By the policy “{plan.policy}”" if plan.policy else "With what changes cost"
    terms = ", ".join(f"{name.lower()} {points_text(points, formats)}" for name, points in plan.terms)
    bound = f"no plan can come to more than {points_text(plan.objective_bound, formats)}"
    return (
        f"{whose} the plan comes to {points_text(plan.objective, formats)} points, and {bound}.",
        f"Of that: value {points_text(plan.value, formats)}, {terms}.",
    )


def parts(plan: Weighed | None, formats: Formats) -> tuple[Part, ...]:
    """The objective, its bound, the value and the terms that make the difference; nothing where no policy adds any."""
    if plan is None or not plan.terms:
        return ()
    return (
        Part("Objective", points_text(plan.objective, formats), "Value and every term of the policy, in points"),
        Part("Objective bound", points_text(plan.objective_bound, formats), "Proved: no plan of this input and policy comes to more"),
        Part("Value", points_text(plan.value, formats), "What the plan is worth without the policy"),
        *(Part(name, points_text(points, formats), TIPS.get(name, "A term of the policy")) for name, points in plan.terms),
    )


def points_text(points: Points, formats: Formats) -> str:
    if abs(points) >= HUGE:
        return f"{points:.3g}".replace(".", formats.decimal_point)
    return formats.number(points, 0 if abs(points) >= 10 else 2)
