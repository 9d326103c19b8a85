"""Plans in drawn futures as a workbook: each side, how often work is met, reserves by role, and the value of each side in each future."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from data.workbook.sheets import Look, Out, OutColumn, OutSheet
from data.workbook.writing import write
from planner.futures.answer import Answer
from planner.futures.wording import question_words, reserve_words

Row = tuple[Out, ...]


def export_futures(answer: Answer, path: Path) -> None:
    """Writes the answer as .xlsx. Raises PlannerError where that cannot be."""
    write(path, futures_sheets(answer))


def futures_sheets(answer: Answer) -> list[OutSheet]:
    """No sheet is called as one of a portfolio, so that none is ever read for one."""
    return [_asked(answer), _plans(answer), _project_chances(answer), _demand_chances(answer), _reserves(answer), _values(answer)]


def _sheet(name: str, columns: Iterator[OutColumn] | tuple[OutColumn, ...], rows: Iterator[Row]) -> OutSheet:
    return OutSheet(name, tuple(columns), tuple(rows), fixed=1, result=True)


def _asked(answer: Answer) -> OutSheet:
    """What the futures are drawn from, so that the same can be asked again."""
    rows: list[Row] = [("In words", f"{question_words(answer.question, answer.sides[0].portfolio)}.")]
    rows += [(name.capitalize(), value) for name, value in answer.question.as_values().items()]
    rows.append(("Counts as met from", answer.share))
    return _sheet("Question", (OutColumn("What"), OutColumn("Asked", Look.SENTENCES)), iter(rows))


def _plans(answer: Answer) -> OutSheet:
    columns = (
        OutColumn("Plan"),
        *(
            OutColumn(heading, Look.HOURS)
            for heading in ("As planned", "Mean future", "1 in 10 is below", "1 in 10 is above", "Worst future")
        ),
        OutColumn("Best of these in", Look.FINE_SHARE),
        *(OutColumn(heading, Look.HOURS) for heading in ("Mean regret", "Greatest regret", "Short of the best plan known")),
    )

    def rows() -> Iterator[Row]:
        for number, side in enumerate(answer.sides):
            own, regret = answer.values[number], answer.regret[number]
            hindsight = float(answer.hindsight_regret[number].mean()) if answer.hindsight else None
            yield (
                *(side.name, side.figures.value, float(own.mean()), answer.quantile(number, 0.1), answer.quantile(number, 0.9)),
                *(float(own.min()), answer.is_best(number), float(regret.mean()), float(regret.max()), hindsight),
            )

    return _sheet("Plans in futures", columns, rows())


def _chance_columns(answer: Answer) -> Iterator[OutColumn]:
    for side in answer.sides:
        yield OutColumn(f"Met in, {side.name}", Look.FINE_SHARE)
        yield OutColumn(f"Coverage, {side.name}", Look.FINE_SHARE)


def _project_chances(answer: Answer) -> OutSheet:
    columns = (OutColumn("Project"), *_chance_columns(answer), OutColumn("In the best plan of", Look.FINE_SHARE))
    names = {key: project.name for side in answer.sides for key, project in side.portfolio.projects.items()}

    def rows() -> Iterator[Row]:
        for row in answer.projects:
            pairs = (figure for pair in zip(row.met, row.coverage, strict=True) for figure in pair)
            yield names[row.project_id], *pairs, row.best

    return _sheet("Projects in futures", columns, rows())


def _demand_chances(answer: Answer) -> OutSheet:
    columns = (OutColumn("Demand"), OutColumn("Project"), OutColumn("Role"), *_chance_columns(answer))
    projects = {key: project.name for side in answer.sides for key, project in side.portfolio.projects.items()}
    demands = {key: demand for side in answer.sides for key, demand in side.portfolio.demands.items()}

    def rows() -> Iterator[Row]:
        for row in answer.demands:
            demand = demands[row.demand_id]
            pairs = (figure for pair in zip(row.met, row.coverage, strict=True) for figure in pair)
            yield demand.name, projects[row.project_id], demand.role, *pairs

    return _sheet("Demands in futures", columns, rows())


def _reserves(answer: Answer) -> OutSheet:
    columns = (
        OutColumn("Role"),
        OutColumn("Plan"),
        OutColumn("Planned", Look.FINE_SHARE),
        OutColumn("Holds in", Look.FINE_SHARE),
        OutColumn("People in reserve", Look.PLAIN),
        OutColumn("Holds with them in", Look.FINE_SHARE),
        OutColumn("Hours they work", Look.HOURS),
        OutColumn("In words", Look.SENTENCES),
    )

    def rows() -> Iterator[Row]:
        for side, held in zip(answer.sides, answer.reserves, strict=True):
            for row in held:
                yield row.role, side.name, row.promised, row.holds, row.people, row.with_them, row.used, f"{reserve_words(row)}."

    return _sheet("Reserve", columns, rows())


def _values(answer: Answer) -> OutSheet:
    columns = (
        OutColumn("Future", Look.PLAIN),
        *(OutColumn(side.name, Look.HOURS) for side in answer.sides),
        *(OutColumn(f"Regret, {side.name}", Look.HOURS) for side in answer.sides),
        OutColumn("Best plan known", Look.HOURS),
        OutColumn("Its bound", Look.HOURS),
    )
    known = {each.future: each for each in answer.hindsight}

    def rows() -> Iterator[Row]:
        for future in range(answer.values.shape[1]):
            best = known.get(future)
            yield (
                *(future + 1, *answer.values[:, future].tolist(), *answer.regret[:, future].tolist()),
                *((float(answer.best[future]), best.bound) if best else (None, None)),
            )

    return _sheet("Values", columns, rows())
