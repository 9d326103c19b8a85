"""What a policy makes of a plan: the objective, its bound and every term apart, in the words of the planner's summary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from data.entities import Points
from ui.presenters.formats import Formats
from ui.presenters.saying import translate, within
from ui.presenters.terms import said

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
    "Strict priorities": translate("Objective", "What the weights of strict priorities add to the plain ones"),
    "Overtime": translate("Objective", "Hours above capacity × the policy's price"),
    "Cost": translate("Objective", "Hours × cost per hour ÷ 1,000 × the policy's price"),
    "Fit": translate("Objective", "Hours × levels above the one asked × the policy's price"),
    "Continuity": translate("Objective", "Hand-overs × the policy's price"),
    "Stability": translate("Objective", "Hours moved × their price, and assignments changed × theirs"),
}


def sentences(plan: Weighed, formats: Formats) -> tuple[str, ...]:
    """What the policy weighs, term by term; nothing where the plan has none."""
    if not plan.terms:
        asks_nothing = translate("Objective", "The policy “{policy}” asks for nothing that this portfolio could weigh.").format(
            policy=plan.policy
        )
        return (asks_nothing,) if plan.policy else ()
    whose = (
        translate("Objective", "By the policy “{policy}”").format(policy=plan.policy)
        if plan.policy
        else translate("Objective", "With what changes cost")
    )
    terms = ", ".join(f"{within(said(name))} {points_text(points, formats)}" for name, points in plan.terms)
    bound = translate("Objective", "no plan can come to more than {points_text}").format(
        points_text=points_text(plan.objective_bound, formats)
    )
    return (
        translate("Objective", "{whose} the plan comes to {points_text} points, and {bound}.").format(
            whose=whose, points_text=points_text(plan.objective, formats), bound=bound
        ),
        translate("Objective", "Of that: value {points_text}, {terms}.").format(points_text=points_text(plan.value, formats), terms=terms),
    )


def parts(plan: Weighed | None, formats: Formats) -> tuple[Part, ...]:
    """The objective, its bound, the value and the terms that make the difference; nothing where no policy adds any."""
    if plan is None or not plan.terms:
        return ()
    return (
        Part(
            translate("Objective", "Objective"),
            points_text(plan.objective, formats),
            translate("Objective", "Value and every term of the policy, in points"),
        ),
        Part(
            translate("Objective", "Objective bound"),
            points_text(plan.objective_bound, formats),
            translate("Objective", "Proved: no plan of this input and policy comes to more"),
        ),
        Part(
            translate("Objective", "Value"),
            points_text(plan.value, formats),
            translate("Objective", "What the plan is worth without the policy"),
        ),
        *(
            Part(said(name), points_text(points, formats), TIPS.get(name) or translate("Objective", "A term of the policy"))
            for name, points in plan.terms
        ),
    )


def points_text(points: Points, formats: Formats) -> str:
    if abs(points) >= HUGE:
        return f"{points:.3g}".replace(".", formats.decimal_point)
    return formats.number(points, 0 if abs(points) >= 10 else 2)
