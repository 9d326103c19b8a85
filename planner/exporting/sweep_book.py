"""A sweep as a workbook: what was asked, and every point with its figures or why it has none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from data.workbook.sheets import Look, Out, OutColumn, OutSheet
from data.workbook.writing import write
from planner.comparing.measures import MEANINGS, Form
from planner.sweeping.points import MEASURES, Swept
from planner.sweeping.wording import finding, question_values

Row = tuple[Out, ...]
LOOKS: Mapping[Form, Look] = MappingProxyType(
    {
        Form.POINTS: Look.HOURS,
        Form.SHARE: Look.FINE_SHARE,
        Form.HOURS: Look.HOURS,
        Form.COUNT: Look.PLAIN,
        Form.FIGURE: Look.PLAIN,
        Form.MONEY: Look.HOURS,
    }
)


def export_sweep(swept: Swept, path: Path) -> None:
    """Writes the sweep as .xlsx. Raises PlannerError where that cannot be."""
    write(path, sweep_sheets(swept))


def sweep_sheets(swept: Swept) -> list[OutSheet]:
    """No sheet is called as one of a portfolio, so that none is ever read for one."""
    return [_asked(swept), _points(swept)]


def _asked(swept: Swept) -> OutSheet:
    rows: list[Row] = [("Found", f"{finding(swept)}.")]
    for name, value in question_values(swept).items():
        rows += [("Varied", text) for text in value] if isinstance(value, list) else [(name.replace("_", " ").capitalize(), _cell(value))]
    if swept.ended:
        rows.append(("Ended early", swept.ended))
    return OutSheet("Sweep", (OutColumn("What"), OutColumn("Asked", Look.SENTENCES)), tuple(rows), fixed=1, result=True)


def _cell(value: object) -> Out:
    return value if isinstance(value, str | int | float) else None


def _points(swept: Swept) -> OutSheet:
    axes = swept.sweep.axes
    columns = (
        *(
            OutColumn(f"{axis.input.heading}{f' ({axis.input.meaning.unit})' if axis.input.meaning.unit else ''}", Look.PLAIN)
            for axis in axes
        ),
        OutColumn("Bound", Look.HOURS),
        *(OutColumn(measure.value, LOOKS[MEANINGS[measure].form]) for measure in MEASURES),
        OutColumn("Status"),
        OutColumn("Why there is no plan", Look.SENTENCES),
    )

    def rows() -> Iterator[Row]:
        for point in swept.points:
            figures = (point.measures.get(measure) for measure in MEASURES)
            yield (
                *swept.sweep.figures(point.place),
                point.bound,
                *figures,
                point.status.value if point.status else None,
                point.why or None,
            )

    return OutSheet("Points", columns, tuple(rows()), fixed=len(axes), result=True)
