"""`plimsoll sweep PORTFOLIO --vary INPUT=FIGURES`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from planner.commands.exits import Exit, WrongUsageError
from planner.commands.output import Json, as_json, complain, say, say_json
from planner.commands.places import WORKBOOK_SUFFIX, Place, load
from planner.commands.policies import policy_named
from planner.commands.progress import Watch, keeping_the_best
from planner.plans import is_current
from planner.sweeping import Axis, NoInputError, NoSweepError, Sweep, Swept
from planner.sweeping.reading import read_axis
from planner.sweeping.solving import Asking, swept_at
from planner.sweeping.wording import point_values, question_values, summary
from solver.control import Options, Progress

PICTURES = (".png", ".svg", ".pdf")


class UnwritableSweepError(WrongUsageError):
    """A sweep is written as a workbook or drawn as a picture, into a folder that is there."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"--to {path}: a sweep is written as a workbook ({WORKBOOK_SUFFIX}) or drawn ({', '.join(PICTURES)}); name one in a folder that is there."
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed: the inputs with their figures, how points are solved, of what, by what, and where it goes."""

    vary: Sequence[str]
    options: Options
    scenario: str | None
    policy: str | None
    cluster: str | None
    target: Path | None
    as_object: bool


def sweep(source: Place, asked: Asked) -> Exit:
    """Every point of the sweep; the first Ctrl-C keeps those that are done."""
    wanted = _read(asked.vary)
    target = asked.target
    if target is not None and (target.suffix.lower() not in (WORKBOOK_SUFFIX, *PICTURES) or not target.absolute().parent.is_dir()):
        raise UnwritableSweepError(target)
    found = load(source, asked.scenario)
    if found.portfolio is None:
        complain(f"{source}: nothing is solved; put the errors above right first.")
        return Exit.WRONG
    start = found.plan if found.plan is not None and is_current(found.plan, found.portfolio) else None
    asking = Asking(found.portfolio, wanted, asked.options, policy_named(asked.policy, found.portfolio), start)
    watch = Watch(words=lambda progress: _line(progress, wanted.count))
    try:
        with keeping_the_best(watch):
            swept = swept_at(asked.cluster, asking, watch)
    except NoInputError as unknown:
        raise WrongUsageError(f"--vary {unknown}") from None
    _tell(swept, asked, as_json(found.findings))
    return Exit.DONE if swept.solved else Exit.NO_PLAN


def _read(texts: Sequence[str]) -> Sweep:
    try:
        axes: tuple[Axis, ...] = tuple(map(read_axis, texts))
        return Sweep(axes)
    except NoSweepError as wrong:
        raise WrongUsageError(f"--vary: {wrong}") from None


def _line(progress: Progress, count: int) -> str:
    return f"{progress.effort} of {count} points solved, {progress.seconds:.0f} s"


def _tell(swept: Swept, asked: Asked, findings: list[dict[str, str]]) -> None:
    target = asked.target
    if target is not None:
        _write(swept, target)
    if asked.as_object:
        written: Json = {"output": str(target)} if target else {}
        say_json({"question": question_values(swept), "points": point_values(swept), "ended": swept.ended, "findings": findings, **written})
        return
    say(summary(swept))
    if target is not None:
        say(f"\nWritten to {target}")


def _write(swept: Swept, target: Path) -> None:
    if target.suffix.lower() == WORKBOOK_SUFFIX:
        from planner.exporting.sweep_book import export_sweep  # noqa: PLC0415 - the writing of workbooks, where one is wanted

        export_sweep(swept, target)
    else:
        from planner.charts.saving import save  # noqa: PLC0415 - matplotlib takes half a second
        from planner.charts.sweep import sweep_chart  # noqa: PLC0415 - as above

        save(sweep_chart(swept), target)
