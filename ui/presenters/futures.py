"""Plans in drawn futures in the words of the window: what each is worth, how often work is met, and what reserve it takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from data.entities import Id
from planner.futures.answer import Answer, Chances, DemandChance, ProjectChance
from planner.futures.reserve import Reserve
from ui.presenters.columns import Column, by_figure, worded
from ui.presenters.comparing import Line
from ui.presenters.formats import NOTHING, Formats
from ui.presenters.saying import counted, translate

Of = TypeVar("Of")
LETTER, ROOM = 8, 24
"""Pixels of a letter of a heading, and beside it."""
SURE, UNSURE = 0.8, 0.5
"""Shares of the futures below which a chance is marked: as a warning, and as bad."""


class Chanced(Protocol):
    """What is met more or less often: a project or a demand."""

    @property
    def met(self) -> Chances: ...

    @property
    def coverage(self) -> Chances: ...


By = TypeVar("By", bound=Chanced)


@dataclass(frozen=True, slots=True)
class ReserveOf:
    """The reserve of a role for the plan of a side, by its place among the sides."""

    side: int
    reserve: Reserve


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer with its rows; `keys` are those of the choices, in the order of its sides."""

    keys: tuple[str, ...]
    answer: Answer
    plans: tuple[Line[int], ...]
    projects: tuple[Line[ProjectChance], ...]
    demands: tuple[Line[DemandChance], ...]
    reserves: tuple[Line[ReserveOf], ...]


def shown(keys: Sequence[str], answer: Answer) -> Shown:
    """The rows of an answer, in any thread: the least sure first."""
    projects = {key: each.name for side in answer.sides for key, each in side.portfolio.projects.items()}
    demands = {key: each.name for side in answer.sides for key, each in side.portfolio.demands.items()}
    held = [ReserveOf(side, each) for side, rows in enumerate(answer.reserves) for each in rows]
    return Shown(
        keys=tuple(keys),
        answer=answer,
        plans=tuple(Line(Id(key), side.name, row) for row, (key, side) in enumerate(zip(keys, answer.sides, strict=True))),
        projects=tuple(Line(row.project_id, projects[row.project_id], row) for row in sorted(answer.projects, key=_surety)),
        demands=tuple(Line(row.demand_id, demands[row.demand_id], row) for row in sorted(answer.demands, key=_surety)),
        reserves=tuple(Line(Id(str(row)), each.reserve.role, each) for row, each in enumerate(held)),
    )


def _surety(row: ProjectChance | DemandChance) -> tuple[bool, float, float]:
    """What the first plan has stands before what it has not."""
    met, coverage = row.met[0], row.coverage[0]
    return met is None, met or 0.0, coverage or 0.0


def chance_text(share: float | None, formats: Formats) -> str:
    """A share of the futures; what is not quite none or all is never written as that."""
    if share is None:
        return NOTHING
    if 0 < share < 0.01:
        return translate("Futures", "under {share}").format(share=formats.percent(0.01))
    if 0.99 < share < 1:
        return translate("Futures", "over {share}").format(share=formats.percent(0.99))
    return formats.percent(share)


def headline(answer: Answer, formats: Formats) -> str:
    """What the futures say of the first plan, and of the best of several."""
    first, low = answer.sides[0], [answer.quantile(side, 0.1) for side in range(len(answer.sides))]
    told = translate("Futures", "{plan}: {planned} points as planned, {mean} in a mean future; one in ten is below {low}").format(
        plan=first.name,
        planned=formats.number(first.figures.value),
        mean=formats.number(float(answer.values[0].mean())),
        low=formats.number(low[0]),
    )
    if len(low) == 1:
        return told
    best = max(range(len(low)), key=lambda side: low[side])
    return translate("Futures", "{told}. {plan} is worth most in bad futures").format(told=told, plan=answer.sides[best].name)


def drawn_from(answer: Answer, formats: Formats) -> str:
    """How many futures, and how many projects have an estimate."""
    estimates = len(answer.sides[0].portfolio.estimates)
    futures = counted("Futures", "%n futures", "%n future", answer.question.draws, formats.number(answer.question.draws))
    if not estimates:
        return translate("Futures", "{futures}; no project has an estimate (Projects, sheet Estimates)").format(futures=futures)
    known = counted("Futures", "%n projects have an estimate", "%n project has an estimate", estimates, formats.number(estimates))
    return translate("Futures", "{futures}; {known}").format(futures=futures, known=known)


def solved_text(answer: Answer, formats: Formats) -> str:
    """Which projects the best plans of the solved futures always or never have; empty where none was solved."""
    count = len(answer.hindsight)
    if not count:
        return ""
    told = [each.best for each in answer.projects if each.best is not None]
    return translate("Futures", "Best plans of {count}: {always} projects always in, {never} never").format(
        count=counted("Futures", "%n futures", "%n future", count, formats.number(count)),
        always=formats.number(sum(best == 1 for best in told)),
        never=formats.number(sum(best == 0 for best in told)),
    )


def plan_columns(found: Shown, formats: Formats) -> list[Column[Line[int]]]:
    """What each plan is worth, and how it stands beside the others."""
    answer = found.answer
    columns: list[Column[Line[int]]] = [
        worded("plan", translate("Futures", "Plan"), 180, lambda line: line.name, whole=True),
        _points("planned", translate("Futures", "As planned"), lambda line: answer.sides[line.of].figures.value, formats),
        _points("mean", translate("Futures", "Mean future"), lambda line: float(answer.values[line.of].mean()), formats),
        _points("low", translate("Futures", "1 in 10 is below"), lambda line: answer.quantile(line.of, 0.1), formats),
        _points("high", translate("Futures", "1 in 10 is above"), lambda line: answer.quantile(line.of, 0.9), formats),
    ]
    if len(answer.sides) > 1:
        columns.append(
            _chance(
                "best",
                translate("Futures", "Best of these in"),
                lambda line: answer.is_best(line.of),
                formats,
                translate("Futures", "Share of the futures in which no other plan here is worth more"),
            )
        )
        columns.append(
            _points(
                "regret",
                translate("Futures", "Mean regret"),
                lambda line: float(answer.regret[line.of].mean()),
                formats,
                translate("Futures", "Points that it falls short of the best plan here, in a mean future"),
            )
        )
    if answer.hindsight:
        columns.append(
            _points(
                "hindsight",
                translate("Futures", "Short of the best known"),
                lambda line: float(answer.hindsight_regret[line.of].mean()),
                formats,
                translate("Futures", "Points that it falls short of the best plan known of each solved future, on average"),
            )
        )
    return columns


def project_columns(found: Shown, formats: Formats) -> list[Column[Line[ProjectChance]]]:
    """How often each project is met in each plan; with solved futures how often their best plan has it."""
    columns: list[Column[Line[ProjectChance]]] = [
        worded("project", translate("Futures", "Project"), 200, lambda line: line.name, whole=True),
        *_chances(found, formats, ProjectChance),
    ]
    if found.answer.hindsight:
        tip = translate("Futures", "Share of the solved futures whose best plan takes the project in and covers it")
        columns.append(_chance("best", translate("Futures", "In the best plan of"), lambda line: line.of.best, formats, tip))
    return columns


def demand_columns(found: Shown, formats: Formats) -> list[Column[Line[DemandChance]]]:
    """How often each demand is met in each plan."""
    projects = {key: each.name for side in found.answer.sides for key, each in side.portfolio.projects.items()}
    roles = {key: each.role for side in found.answer.sides for key, each in side.portfolio.demands.items()}
    return [
        worded("demand", translate("Futures", "Demand"), 150, lambda line: line.name, whole=True),
        worded("project", translate("Futures", "Project"), 170, lambda line: projects[line.of.project_id], whole=True),
        worded("role", translate("Futures", "Role"), 120, lambda line: roles[line.of.demand_id]),
        *_chances(found, formats, DemandChance),
    ]


def reserve_columns(found: Shown, formats: Formats) -> list[Column[Line[ReserveOf]]]:
    """What reserve keeps what is planned for each role."""
    answer = found.answer
    sure = formats.percent(answer.question.sure / 100)
    columns: list[Column[Line[ReserveOf]]] = [worded("role", translate("Futures", "Role"), 150, lambda line: line.name, whole=True)]
    if len(answer.sides) > 1:
        columns.append(worded("plan", translate("Futures", "Plan"), 160, lambda line: answer.sides[line.of.side].name, whole=True))
    return [
        *columns,
        _chance(
            "planned",
            translate("Futures", "Planned"),
            lambda line: line.of.reserve.promised,
            formats,
            translate("Futures", "Share of the hours asked of the role that the plan gives where all comes as planned"),
            marked=False,
        ),
        _chance(
            "holds",
            translate("Futures", "Holds in"),
            lambda line: line.of.reserve.holds,
            formats,
            translate("Futures", "Share of the futures in which 95 % of what is planned is given"),
        ),
        Column(
            "people",
            translate("Futures", "Reserve"),
            90,
            lambda line: NOTHING if line.of.reserve.people is None else formats.number(line.of.reserve.people),
            lambda line: by_figure(line.of.reserve.people),
            translate("Futures", "Full-time people more with whom it holds in {sure} of the futures").format(sure=sure),
            numeric=True,
        ),
        _chance(
            "with",
            translate("Futures", "Holds with them in"),
            lambda line: line.of.reserve.with_them,
            formats,
            translate("Futures", "Share of the futures in which 95 % of what is planned is given with the reserve"),
        ),
        Column(
            "used",
            translate("Futures", "Hours they work"),
            140,
            lambda line: formats.hours(line.of.reserve.used),
            lambda line: by_figure(line.of.reserve.used),
            translate("Futures", "In a mean future, over the whole horizon"),
            numeric=True,
        ),
    ]


def _chances(found: Shown, formats: Formats, _of: type[By]) -> list[Column[Line[By]]]:
    """Two columns for each side: how often enough is met, and how much in a mean future."""
    columns: list[Column[Line[By]]] = []
    several = len(found.keys) > 1
    enough = translate("Futures", "Share of the futures in which it gets at least {share} of its hours").format(
        share=formats.percent(found.answer.share)
    )
    much = translate("Futures", "Share of the hours asked that it gets in a mean future")
    for side, (key, of) in enumerate(zip(found.keys, found.answer.sides, strict=True)):
        often = translate("Futures", "{plan}: met in").format(plan=of.name) if several else translate("Futures", "Met in")
        columns.append(_chance(f"met {key}", often, _met(side), formats, enough, width=180 if several else 110))
        columns.append(_chance(f"coverage {key}", translate("Futures", "Coverage"), _covered(side), formats, much, marked=False))
    return columns


def _met(side: int) -> Callable[[Line[By]], float | None]:
    return lambda line: line.of.met[side]


def _covered(side: int) -> Callable[[Line[By]], float | None]:
    return lambda line: line.of.coverage[side]


def _chance(
    key: str,
    heading: str,
    value: Callable[[Line[Of]], float | None],
    formats: Formats,
    tip: str,
    *,
    marked: bool = True,
    width: int = 110,
) -> Column[Line[Of]]:
    return Column(
        key,
        heading,
        max(width, LETTER * len(heading) + ROOM),
        lambda line: chance_text(value(line), formats),
        lambda line: by_figure(value(line)),
        tip,
        numeric=True,
        mark=(lambda line: _mark(value(line))) if marked else None,
    )


def _mark(chance: float | None) -> str:
    return "" if chance is None or chance >= SURE else "warning" if chance >= UNSURE else "bad"


def _points(key: str, heading: str, value: Callable[[Line[Of]], float], formats: Formats, tip: str = "") -> Column[Line[Of]]:
    return Column(
        key,
        heading,
        max(110, LETTER * len(heading) + ROOM),
        lambda line: formats.number(value(line)),
        lambda line: by_figure(value(line)),
        tip,
        numeric=True,
    )
