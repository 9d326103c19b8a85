"""`plimsoll futures PORTFOLIO [SCENARIO …]`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from planner.commands.exits import Exit, WrongUsageError
from planner.commands.output import Json, as_json, say, say_json, show_findings
from planner.commands.places import WORKBOOK_SUFFIX, Place
from planner.commands.progress import Watch, keeping_the_best
from planner.commands.sides import check_names, looked_at, sides_named
from planner.comparing import Side
from planner.futures import Answer, Question, answered, faced
from planner.futures.answer import DemandChance, Drawn, ProjectChance
from planner.futures.hindsight import Hindsight
from planner.futures.wording import summary
from solver.control import Options, Progress

DECIMALS = 4
PICTURES = (".png", ".svg", ".pdf")


class UnwritableFuturesError(WrongUsageError):
    """What futures say is written as a workbook or drawn as a picture."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"--to {path}: what the futures say is written as a workbook ({WORKBOOK_SUFFIX}) or drawn ({', '.join(PICTURES)}); name one of them."
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed: the plans by name (none is the plan of record), the question, how its futures are solved, and where it goes."""

    names: Sequence[str]
    question: Question
    options: Options
    cluster: str | None
    target: Path | None
    as_object: bool


def futures(source: Place, asked: Asked) -> Exit:
    """The plans in the same futures; Ctrl-C while futures are solved goes on with those that are."""
    check_names(source, asked.names)
    if asked.target is not None and asked.target.suffix.lower() not in (WORKBOOK_SUFFIX, *PICTURES):
        raise UnwritableFuturesError(asked.target)
    with looked_at(source) as workspace:
        sides, findings = sides_named(source, workspace, asked.names, beside_record=not asked.names)
    show_findings(findings)
    found = faced(sides, asked.question)
    answer = answered(found, _solved(found, asked))
    if asked.target is not None:
        _write(answer, asked.target)
    if asked.as_object:
        say_json({**_as_object(answer), "findings": as_json(findings), **({"output": str(asked.target)} if asked.target else {})})
    else:
        say(summary(answer))
        if asked.target is not None:
            say(f"\nWritten to {asked.target}")
    return Exit.DONE


def _solved(found: Drawn, asked: Asked) -> tuple[Hindsight, ...]:
    """The best plans of as many futures as asked, of the first side."""
    if not asked.question.solved:
        return ()
    from planner.futures.hindsight import solved_at  # noqa: PLC0415 - only where futures are solved

    first = found.sides[0]
    watch = Watch(words=_line)
    with keeping_the_best(watch):
        return solved_at(
            asked.cluster, first.portfolio, first.plan, found.futures[0], asked.question.solved, asked.options, found.share, watch
        )


def _line(progress: Progress) -> str:
    done = "1 future" if progress.effort == 1 else f"{progress.effort} futures"
    return f"{done} solved, {progress.seconds:.0f} s"


def _write(answer: Answer, target: Path) -> None:
    if target.suffix.lower() == WORKBOOK_SUFFIX:
        from planner.exporting.futures_book import export_futures  # noqa: PLC0415 - the writing of workbooks, where one is wanted

        export_futures(answer, target)
    else:
        from planner.charts.futures import futures_chart  # noqa: PLC0415 - matplotlib takes half a second
        from planner.charts.saving import save  # noqa: PLC0415 - as above

        save(futures_chart(answer), target)


def _as_object(answer: Answer) -> Json:
    """Figures by side, in the order of `plans`; shares are fractions."""
    names = {key: each.name for side in answer.sides for key, each in side.portfolio.projects.items()}
    demands = {key: each.name for side in answer.sides for key, each in side.portfolio.demands.items()}
    return {
        "question": answer.question.as_values() | {"met": round(100 * answer.share, DECIMALS)},
        "plans": [_plan(answer, number, side) for number, side in enumerate(answer.sides)],
        "projects": [{"project": names[row.project_id], **_chance(row), "best": _rounded(row.best)} for row in answer.projects],
        "demands": [{"demand": demands[row.demand_id], "project": names[row.project_id], **_chance(row)} for row in answer.demands],
        "reserves": [[{name: _plain(value) for name, value in asdict(row).items()} for row in rows] for rows in answer.reserves],
        "solved": [
            {
                "future": each.future + 1,
                "value": _rounded(each.value),
                "bound": _rounded(each.bound),
                "projects": sorted(names[key] for key in each.projects),
            }
            for each in answer.hindsight
        ],
    }


def _plan(answer: Answer, number: int, side: Side) -> Json:
    return {
        "name": side.name,
        "planned": _rounded(side.figures.value),
        "mean": _rounded(float(answer.values[number].mean())),
        "tenth": _rounded(answer.quantile(number, 0.1)),
        "best_in": _rounded(answer.is_best(number)),
        "regret": _rounded(float(answer.regret[number].mean())),
        "hindsight_regret": _rounded(float(answer.hindsight_regret[number].mean())) if answer.hindsight else None,
        "values": [_rounded(value) for value in answer.values[number].tolist()],
    }


def _chance(row: DemandChance | ProjectChance) -> Json:
    return {"met": [_rounded(each) for each in row.met], "coverage": [_rounded(each) for each in row.coverage]}


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, DECIMALS)


def _plain(value: object) -> object:
    return round(value, DECIMALS) if isinstance(value, float) else value
