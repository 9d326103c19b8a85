"""What may be typed of what may come: plans in drawn futures."""

# ruff: noqa: PLC0415 - a command is imported when it is meant, so that --help is there at once

from __future__ import annotations

import argparse
from pathlib import Path

from planner.commands import typed
from planner.commands.exits import Exit
from planner.commands.parser import Commands, add_command


def add_futures(commands: Commands) -> None:
    parser = add_command(
        commands,
        "futures",
        "draw what may come: absence, effort, proposals won or lost; what becomes of each plan, and what reserve it takes",
        _futures,
        epilog='Example: plimsoll futures case.plimsoll "Plan of record" "Two hires" --absence 5 --solve 10 --time-limit 20 --to futures.xlsx. '
        "Effort and the chance of a proposal are read from the portfolio's estimates (sheet Estimates).",
    )
    parser.add_argument("portfolio", metavar="PORTFOLIO", help="a portfolio file or the address of a shared bank")
    parser.add_argument(
        "scenarios", metavar="SCENARIO", nargs="*", help="up to five plans in the same futures (default: the plan of record)"
    )
    parser.add_argument("--draws", metavar="N", type=typed.count, default=500, help="futures to draw (default: 500)")
    parser.add_argument("--seed", metavar="N", type=typed.count, default=1, help="which futures: the same seed draws the same (default: 1)")
    parser.add_argument(
        "--absence", metavar="P", type=typed.percent, default=4.0, help="percent of their time that people are away unplanned (default: 4)"
    )
    parser.add_argument("--spell", metavar="W", type=typed.figure, default=1.5, help="weeks that such an absence lasts (default: 1.5)")
    parser.add_argument(
        "--effort-from",
        metavar="P",
        type=typed.percent,
        default=90.0,
        help="least effort of a project without an estimate (default: 90 %%)",
    )
    parser.add_argument(
        "--effort-to",
        metavar="P",
        type=typed.percent,
        default=130.0,
        help="greatest effort of a project without an estimate (default: 130 %%)",
    )
    parser.add_argument(
        "--met", metavar="P", type=typed.percent, help="percent of its hours from which work counts as met (default: the minimum coverage)"
    )
    parser.add_argument(
        "--sure", metavar="P", type=typed.percent, default=90.0, help="percent of the futures in which a reserve is to do (default: 90)"
    )
    parser.add_argument(
        "--solve", metavar="N", type=typed.count, default=0, help="look for the best plan of the first N futures too (default: 0)"
    )
    parser.add_argument("--time-limit", metavar="S", type=typed.seconds, default=20.0, help="seconds to search for each (default: 20)")
    parser.add_argument("--effort", metavar="N", type=typed.count, help="rounds of work for each: the same number gives the same plans")
    parser.add_argument(
        "--cluster", metavar="ADDRESS", type=typed.cluster, help="a Dask cluster of your own that searches (tcp://host:8786)"
    )
    parser.add_argument("--to", metavar="FILE", type=Path, help="write all of it as a workbook (.xlsx), or the chart (.png, .svg, .pdf)")
    parser.add_argument("--json", action="store_true", help="the result as one JSON object")


def _futures(given: argparse.Namespace) -> Exit:
    from planner.commands.exits import WrongUsageError
    from planner.commands.futures import Asked, futures
    from planner.commands.places import place
    from planner.futures.question import NoQuestionError, Question
    from solver.control import Options

    try:
        question = Question(
            given.draws, given.seed, given.absence, given.spell, given.effort_from, given.effort_to, given.met, given.sure, given.solve
        )
    except NoQuestionError as wrong:
        raise WrongUsageError(str(wrong)) from None
    options = Options(given.time_limit, given.effort, seed=max(1, given.seed))
    return futures(place(given.portfolio), Asked(given.scenarios, question, options, given.cluster, given.to, given.json))
