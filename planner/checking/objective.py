"""What a policy makes of a plan, as written, against what its allocations come to."""

from __future__ import annotations

from collections.abc import Iterator

from data.entities import Policy
from data.findings import Finding, error, note, warning
from data.plan import Plan
from data.portfolio import Portfolio
from planner.checking.summary import CENTS, RELATIVE, tolerance
from planner.importing import PlanFile
from planner.importing.plan_reading import OBJECTIVE, OBJECTIVE_BOUND, POINTS, POLICY
from planner.insight.policy_terms import TermPoints, terms_by
from solver.objective import Term

AGAIN = "write the plan anew with plimsoll solve"


def false_objective(portfolio: Portfolio, plan: Plan, told: PlanFile, policy: Policy | None) -> tuple[Finding, ...]:
    """Terms, objective and its bound that are not so; `policy` is the one that the plan names, None where it is not known.

    `plan` has the figures as they are written.
    """
    if not plan.policy and not plan.terms and OBJECTIVE not in told.summary:
        return ()
    terms = plan.terms
    found: list[Finding] = []
    if policy is not None:
        terms = terms_by(portfolio, plan, policy)
        found += _false_terms(told, dict(plan.terms), terms)
    elif plan.policy:
        problem = f"the policy “{plan.policy}” is not kept with it, so its terms were not rechecked"
        found.append(note(_place(told, POLICY), problem, "keep the policy on the sheet Policies"))
    return (*found, *_false_sum(told, plan, terms))


def _place(told: PlanFile, name: str) -> str:
    said = told.summary.get(name)
    return said.place if said else "Summary"


def _false_terms(told: PlanFile, written: dict[str, float], true: TermPoints) -> Iterator[Finding]:
    right = dict(true)
    for name in (term.value for term in Term):
        place = _place(told, f"{name.lower()}{POINTS}")
        if name == Term.STABILITY.value:
            yield from _other_stability(place, written.get(name, 0.0), right.get(name, 0.0))
        elif name in right and name not in written:
            yield error(place, f"{name} of the policy is missing", f"the allocations come to {right[name]:,.6g} points")
        elif name in written and name not in right:
            yield error(place, f"{name} is no term of the policy", AGAIN)
        elif name in right and abs(written[name] - right[name]) > tolerance(right[name]):
            yield error(place, f"{name} is {written[name]:,.6g} points", f"the allocations come to {right[name]:,.6g}")


def _other_stability(place: str, said: float, soft: float) -> Iterator[Finding]:
    """What a replanning weighs against a plan of record cannot be rechecked: that plan is no part of the file."""
    if abs(said - soft) > tolerance(soft):
        problem = f"Stability is {said:,.6g} points, and against soft bookings alone it comes to {soft:,.6g}"
        yield warning(place, problem, "that is right only for a plan made by plimsoll replan")


def _false_sum(told: PlanFile, plan: Plan, terms: TermPoints) -> Iterator[Finding]:
    points = [right for name, right in terms if name != Term.STABILITY.value]
    points.append(dict(plan.terms).get(Term.STABILITY.value, 0.0))
    right = plan.value + sum(points)
    slack = CENTS + RELATIVE * (abs(plan.value) + sum(map(abs, points)))
    if abs(plan.objective - right) > slack:
        yield error(_place(told, OBJECTIVE), f"Objective is {plan.objective:,.6g}", f"value and terms come to {right:,.6g}")
    if plan.objective_bound < plan.objective - slack:
        problem = f"Objective bound is {plan.objective_bound:,.6g}"
        yield error(_place(told, OBJECTIVE_BOUND), problem, f"the plan itself comes to {plan.objective:,.6g}, so no such bound was proved")
