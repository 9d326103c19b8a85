"""What may be typed of what varies: sweeps of one or two inputs."""

# ruff: noqa: PLC0415 - a command is imported when it is meant, so that --help is there at once

from __future__ import annotations

import argparse
from pathlib import Path

from planner.commands import typed
from planner.commands.exits import Exit
from planner.commands.parser import Commands, add_command

INPUTS = (
    "What may vary: delay:PROJECT in weeks; more:ROLE people like the median one who has the role; capacity, capacity:ROLE or capacity:TEAM "
    "in percent more or less; effort:PROJECT in percent more or less of the hours it asks; coverage, the minimum coverage in percent; "
    "assignment, the assignment cost in hours; priority:PROJECT from 1 to 5; rank:PROJECT from 1, the first; in:PROJECT, 0 for on hold and "
    "1 for approved. Figures are 0..12, -20..20 by 5, or 0,2,4."
)


def add_sweep(commands: Commands) -> None:
    parser = add_command(
        commands,
        "sweep",
        "vary one or two inputs and solve every point, each from its nearest neighbour's plan",
        _sweep,
        epilog=f'{INPUTS} Example: plimsoll sweep case.plimsoll --vary "delay:Project A=0..12" --vary "more:Tester=0..5" --to sweep.xlsx',
    )
    parser.add_argument("portfolio", metavar="PORTFOLIO", help="a workbook, a folder of .csv files, a portfolio file or a shared bank")
    parser.add_argument(
        "--vary", metavar="INPUT=FIGURES", action="append", required=True, help="what varies, and through which figures; once or twice"
    )
    parser.add_argument("--scenario", metavar="NAME", help="sweep what this scenario of the PORTFOLIO makes of the plan of record")
    parser.add_argument("--policy", metavar="POLICY", help="a policy file, or the name of one that the PORTFOLIO keeps")
    parser.add_argument(
        "--time-limit",
        metavar="S",
        type=typed.seconds,
        help="seconds to search for the point nearest to the PORTFOLIO; the others get a tenth (default: 60, none with --effort)",
    )
    parser.add_argument(
        "--effort", metavar="N", type=typed.count, help="rounds of work for that point: the same number gives the same sweep everywhere"
    )
    parser.add_argument("--seed", metavar="N", type=typed.count, default=1, help="which of many equally good paths is taken (default: 1)")
    parser.add_argument(
        "--cluster", metavar="ADDRESS", type=typed.cluster, help="a Dask cluster of your own that searches (tcp://host:8786)"
    )
    parser.add_argument("--to", metavar="FILE", type=Path, help="write all of it as a workbook (.xlsx), or the chart (.png, .svg, .pdf)")
    parser.add_argument("--json", action="store_true", help="the result as one JSON object")


def _sweep(given: argparse.Namespace) -> Exit:
    from planner.commands.places import place
    from planner.commands.sweep import Asked, sweep
    from solver.control import DEFAULT_TIME_LIMIT, Options

    limit = DEFAULT_TIME_LIMIT if given.time_limit is None and given.effort is None else given.time_limit
    options = Options(limit, given.effort, seed=max(1, given.seed))
    return sweep(place(given.portfolio), Asked(given.vary, options, given.scenario, given.policy, given.cluster, given.to, given.json))


def add_tradeoff(commands: Commands) -> None:
    parser = add_command(
        commands,
        "tradeoff",
        "what value costs in money, overtime or hand-overs: plans at several prices, under a proved bound",
        _tradeoff,
        epilog="Value against hours moved is `plimsoll replan --curve`. "
        "Example: plimsoll tradeoff case.plimsoll --against hand-overs --time-limit 60 --chart curve.png",
    )
    parser.add_argument("portfolio", metavar="PORTFOLIO", help="a workbook, a folder of .csv files, a portfolio file or a shared bank")
    parser.add_argument(
        "--against", required=True, choices=("cost", "overtime", "hand-overs"), help="what the value of a plan is weighed against"
    )
    parser.add_argument(
        "--price",
        metavar="P",
        type=typed.points,
        action="append",
        default=[],
        help="points for 1,000 of currency, an hour above capacity or a hand-over; once for each (default: chosen from the plan at none)",
    )
    parser.add_argument(
        "--points", metavar="N", type=typed.points_of_a_curve, default=8, help="how many prices, none included (default: 8)"
    )
    parser.add_argument("--scenario", metavar="NAME", help="of what this scenario of the PORTFOLIO makes of the plan of record")
    parser.add_argument("--policy", metavar="POLICY", help="a policy file, or the name of one that the PORTFOLIO keeps")
    parser.add_argument(
        "--time-limit",
        metavar="S",
        type=typed.seconds,
        help="seconds to search at no price; the others get a quarter (default: 60, none with --effort)",
    )
    parser.add_argument("--effort", metavar="N", type=typed.count, help="rounds of work at no price: the same number gives the same curve")
    parser.add_argument("--seed", metavar="N", type=typed.count, default=1, help="which of many equally good paths is taken (default: 1)")
    parser.add_argument(
        "--cluster", metavar="ADDRESS", type=typed.cluster, help="a Dask cluster of your own that searches (tcp://host:8786)"
    )
    parser.add_argument("--chart", metavar="FILE", type=Path, help="draw the curve (.png, .svg, .pdf)")
    parser.add_argument("--json", action="store_true", help="the result as one JSON object")


def _tradeoff(given: argparse.Namespace) -> Exit:
    from planner.commands.places import place
    from planner.commands.tradeoff import Asked, tradeoff
    from planner.tradeoff.frontier import Against
    from solver.control import DEFAULT_TIME_LIMIT, Options

    limit = DEFAULT_TIME_LIMIT if given.time_limit is None and given.effort is None else given.time_limit
    options = Options(limit, given.effort, seed=max(1, given.seed))
    asked = Asked(
        against=Against(given.against),
        prices=tuple(given.price),
        count=given.points,
        options=options,
        scenario=given.scenario,
        policy=given.policy,
        cluster=given.cluster,
        chart=given.chart,
        as_object=given.json,
    )
    return tradeoff(place(given.portfolio), asked)
