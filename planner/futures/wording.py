"""Futures in plain words: what was drawn, what becomes of each plan, what is least sure, and what reserve would do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from data.portfolio import Portfolio
from planner.comparing.wording import NONE, WORST, hours
from planner.futures.answer import Answer, Chances, DemandChance, ProjectChance
from planner.futures.question import Question
from planner.futures.reserve import HELD, Reserve
from planner.printed import aligned

Row = TypeVar("Row", DemandChance, ProjectChance)

ALWAYS = 0.95
"""Share of the futures from which something is called sure, and below whose rest it is called unlikely."""


def question_words(question: Question, portfolio: Portfolio) -> str:
    """What the futures are drawn from, in one sentence."""
    estimates = len(portfolio.estimates)
    counted = {0: "no project has an estimate", 1: "one project has an estimate"}.get(estimates, f"{estimates} projects have an estimate")
    return (
        f"{question.draws:,} futures (seed {question.seed}): people are away {question.absence:g} % of their time beyond planned absences, "
        f"{question.spell:g} weeks at a time; {counted}, the others take {question.low:g} to {question.high:g} % of what they ask"
    )


def summary(answer: Answer) -> str:
    """All of it for a terminal."""
    parts = [
        f"{question_words(answer.question, answer.sides[0].portfolio)}.",
        aligned(side_table(answer)),
        *_least_sure(answer),
        *_always_in(answer),
        *_reserves(answer),
        "Nobody plans again in these futures: everybody stays with the work of their weeks, and gives their hours where they are worth most.",
    ]
    return "\n\n".join(parts)


def side_table(answer: Answer) -> list[tuple[str, ...]]:
    """Headings, and a row for each side: its value as planned and in the futures, and how it stands beside the others."""
    several, solved = len(answer.sides) > 1, bool(answer.hindsight)
    rows: list[tuple[str, ...]] = [
        (
            "Plan",
            "As planned",
            "Mean future",
            "1 in 10 is below",
            *(["Best of these in", "Mean regret"] if several else []),
            *(["Short of the best plan known"] if solved else []),
        )
    ]
    for number, side in enumerate(answer.sides):
        own = answer.values[number]
        rows.append(
            (
                side.name,
                f"{side.figures.value:,.0f}",
                f"{own.mean():,.0f}",
                f"{answer.quantile(number, 0.1):,.0f}",
                *([share(answer.is_best(number)), f"{answer.regret[number].mean():,.0f}"] if several else []),
                *([f"{answer.hindsight_regret[number].mean():,.0f}"] if solved else []),
            )
        )
    return rows


def share(figure: float | None) -> str:
    """A share of the futures in whole percent; what is not quite all or none is never written as that."""
    if figure is None:
        return NONE
    if 0 < figure < 0.01:
        return "under 1 %"
    if 0.99 < figure < 1:
        return "over 99 %"
    return f"{100 * figure:.0f} %"


def reserve_words(reserve: Reserve) -> str:
    """One role in one sentence."""
    planned = f"{reserve.role}: {100 * reserve.promised:.0f} % of what is asked is planned; {100 * HELD:.0f} % of that is given in {share(reserve.holds)} of the futures"
    if reserve.people is None:
        return f"{planned}, and no reserve of people is enough"
    if reserve.people == 0:
        return f"{planned}, so no reserve is needed"
    people = "one person" if reserve.people == 1 else f"{reserve.people} people"
    return f"{planned}, with {people} more in {share(reserve.with_them)} ({hours(reserve.used)} of theirs are used in a mean future)"


def always_in_words(answer: Answer) -> str:
    """Which projects the best plans of the solved futures always take in and cover, and which never."""
    names = answer.sides[0].portfolio.projects
    told = [(names[each.project_id].name, each.best) for each in answer.projects if each.best is not None and each.project_id in names]
    always = [name for name, best in told if best == 1]
    never = [name for name, best in told if best == 0]
    between = len(told) - len(always) - len(never)
    count = len(answer.hindsight)
    solved = "the one solved future" if count == 1 else f"the {count} solved futures"
    return (
        f"In the best plan of each of {solved}: {len(always)} projects are covered always{_named(always)}, {between} in some, "
        f"{len(never)} in none{_named(never)}"
    )


def least_sure(rows: Sequence[Row], side: int = 0) -> list[Row]:
    """Those that a side's plan has, the least sure first."""
    return sorted((row for row in rows if row.met[side] is not None), key=lambda row: (_or(row.met, side), _or(row.coverage, side)))


def _or(chances: Chances, side: int) -> float:
    return chances[side] or 0.0


def _least_sure(answer: Answer) -> Iterator[str]:
    portfolio, met = answer.sides[0].portfolio, f"{100 * answer.share:.0f} %"
    kinds: tuple[tuple[str, Sequence[DemandChance] | Sequence[ProjectChance], Callable[[DemandChance | ProjectChance], str]], ...] = (
        ("projects", answer.projects, lambda row: portfolio.projects[row.project_id].name),
        ("demands", answer.demands, lambda row: _demand(portfolio, row)),
    )
    for what, rows, name in kinds:
        had = [row for row in rows if row.met[0] is not None]
        if not had:
            continue
        sure = sum((row.met[0] or 0.0) >= ALWAYS for row in had)
        unlikely = sum((row.met[0] or 0.0) <= 1 - ALWAYS for row in had)
        unsure = sorted((row for row in had if 1 - ALWAYS < (row.met[0] or 0.0) < ALWAYS), key=lambda row: row.met[0] or 0.0)
        lines = [f"  {name(row)}: {share(row.met[0])}" for row in unsure[:WORST]]
        least = ", least sure of those between:" if lines else ""
        head = f"Of {len(had)} {what}, {sure} get {met} of their hours in nearly every future and {unlikely} in hardly any{least}"
        yield "\n".join([head, *lines])


def _demand(portfolio: Portfolio, row: DemandChance | ProjectChance) -> str:
    demand = portfolio.demands[row.demand_id] if isinstance(row, DemandChance) else None
    return "" if demand is None else f"{portfolio.projects[row.project_id].name}, {demand.name} ({demand.role})"


def _always_in(answer: Answer) -> Iterator[str]:
    if answer.hindsight:
        yield f"{always_in_words(answer)}."


def _reserves(answer: Answer) -> Iterator[str]:
    rows = sorted(answer.reserves[0], key=lambda row: -(row.people or 0))
    if rows:
        yield "\n".join(
            [
                f"In reserve, so that what is planned holds in {answer.question.sure:g} % of the futures",
                *(f"  {reserve_words(row)}" for row in rows),
            ]
        )


def _named(names: Sequence[str]) -> str:
    more = f" and {len(names) - WORST} more" if len(names) > WORST else ""
    return f" ({', '.join(names[:WORST])}{more})" if names else ""
