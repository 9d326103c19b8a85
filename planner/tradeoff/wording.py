"""A trade-off curve in words and plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planner.comparing.measures import Form
from planner.comparing.wording import written
from planner.printed import aligned
from planner.tradeoff.frontier import Frontier, Priced

DECIMALS = 4
LITTLE = 0.01
"""Of what a plan is worth, the loss up to which a saving is named in the headline."""


def finding(frontier: Frontier) -> str:
    """What stands out, in one sentence: the most that is saved for a hundredth of the value."""
    best, meaning = frontier.best, frontier.against.meaning
    if not best:
        return "No price has a plan"
    top = best[-1]
    near = next(point for point in best if point.worth >= top.worth - LITTLE * abs(top.worth))
    if near is top or top.amount <= 0:
        return f"{meaning.heading}: nothing is saved for {100 * LITTLE:.0f} % of the value"
    saved, lost = (top.amount - near.amount) / top.amount, (top.worth - near.worth) / abs(top.worth)
    return f"{meaning.heading}: {100 * saved:.1f} % less for {100 * lost:.2f} % of the value"


def summary(frontier: Frontier) -> str:
    """All of it for a terminal."""
    meaning, kept = frontier.against.meaning, frontier.best
    rows = [("Price", meaning.heading, "Worth", "No plan of it exceeds", "")]
    for point in frontier.solved:
        beaten = "" if point in kept else "beaten by another"
        rows.append((f"{point.price:g}", written(point.amount, meaning.form), *_points(frontier, point), beaten))
    lines = [finding(frontier), "", aligned(rows, left=0), "", f"Price: points for each {meaning.unit}."]
    lines += [f"At {point.price:g}: {point.why}" for point in frontier.points if point.why]
    if frontier.ended:
        lines += [f"Ended early ({frontier.ended}): {len(frontier.solved)} prices are solved."]
    return "\n".join(lines)


def _points(frontier: Frontier, point: Priced) -> tuple[str, str]:
    return written(point.worth, Form.POINTS), written(frontier.bound_at(point.amount), Form.POINTS)


def point_values(frontier: Frontier) -> Sequence[Mapping[str, object]]:
    """Every point as plain values."""
    kept = frontier.best
    return [
        {
            "price": point.price,
            "amount": round(point.amount, DECIMALS) if point.plan else None,
            "worth": round(point.worth, DECIMALS) if point.plan else None,
            "value": round(point.plan.value, DECIMALS) if point.plan else None,
            "proved": None if point.bound is None else round(point.bound, DECIMALS),
            "bound": _rounded(frontier.bound_at(point.amount)) if point.plan else None,
            "on_the_curve": point in kept,
            "why": point.why,
        }
        for point in frontier.points
    ]


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, DECIMALS)
