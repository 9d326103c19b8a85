"""`plimsoll demo` without a screen: the sample portfolio solved, with workbook, charts and summary in a folder."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from data.errors import PlannerError
from planner.charts import save_all
from planner.commands.exits import Exit
from planner.commands.output import complain, say, show_findings
from planner.commands.progress import Watch, keeping_the_best
from planner.exporting import export_plan
from planner.sample import sample_portfolio
from planner.solving import solve
from planner.summary import summary
from solver.control import Options

TIME_LIMIT = 10.0


class DemoFolderError(PlannerError):
    """The folder for the demo cannot be written."""

    def __init__(self, folder: Path, reason: OSError) -> None:
        super().__init__(f"{folder} cannot be written: {reason.strerror or reason}. Name another folder with --out.")


def demo(folder: Path) -> Exit:
    """Write plan.xlsx, the charts and summary.txt; the same again on another day, only the dates move."""
    _make(folder)
    today = dt.date.today()  # noqa: DTZ011 - the user's own day
    portfolio = sample_portfolio(today)
    complain(f"Solving the sample portfolio for {TIME_LIMIT:.0f} seconds ...")
    watch = Watch()
    with keeping_the_best(watch):
        outcome = solve(portfolio, Options(time_limit=TIME_LIMIT), watch)
    show_findings(outcome.findings)
    if outcome.plan is None:
        return Exit.NO_PLAN
    complain("Writing the plan workbook and the charts ...")
    words = summary(portfolio, outcome.plan)
    export_plan(portfolio, outcome.plan, folder / "plan.xlsx")
    save_all(portfolio, outcome.plan, folder, today=today)
    _write(folder / "summary.txt", words)
    say(words)
    say(f"\nPlan workbook, charts and summary are in {folder.absolute()}")
    return Exit.DONE


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as reason:
        raise DemoFolderError(folder, reason) from reason


def _write(path: Path, words: str) -> None:
    try:
        path.write_text(words + "\n", encoding="utf-8")
    except OSError as reason:
        raise DemoFolderError(path, reason) from reason
