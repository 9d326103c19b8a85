"""The commands of scenarios: what may be typed behind them."""

# ruff: noqa: PLC0415 - a command is imported when it is meant, so that --help is there at once

from __future__ import annotations

import argparse
from pathlib import Path

from planner.commands.exits import Exit
from planner.commands.parser import Commands, add_command


def add_compare(commands: Commands) -> None:
    parser = add_command(
        commands,
        "compare",
        "set plans side by side: figures with their differences, and only what differs",
        _compare,
        epilog='Example: plimsoll compare case.plimsoll "Plan of record" "Client first" "Two hires" --to compared.xlsx. '
        "Beside scenarios these can be named: Plan of record, and Plan before or Last plan where there is one.",
    )
    parser.add_argument("portfolio", metavar="PORTFOLIO", help="a portfolio file or the address of a shared bank")
    parser.add_argument(
        "scenarios",
        metavar="SCENARIO",
        nargs="+",
        help="two to five, compared with the first of them; one alone is compared with the plan of record",
    )
    parser.add_argument("--to", metavar="FILE", type=Path, help="write the comparison as a workbook (.xlsx) or a report (.pdf)")
    parser.add_argument("--json", action="store_true", help="the result as one JSON object")


def add_promote(commands: Commands) -> None:
    parser = add_command(
        commands,
        "promote",
        "put a scenario in force, wholly or project by project, as one edit",
        _promote,
        epilog='Example: plimsoll promote case.plimsoll "Client first" --project Billing --other "Zoe Novak". '
        "Without --project and --other all that it changes is promoted.",
    )
    parser.add_argument("portfolio", metavar="PORTFOLIO", help="a portfolio file or the address of a shared bank")
    parser.add_argument("scenario", metavar="SCENARIO", help="the name of one that it keeps")
    parser.add_argument(
        "--project", metavar="NAME", action="append", default=[], help="only what it changes of this project; may stand several times"
    )
    parser.add_argument(
        "--other",
        metavar="NAME",
        action="append",
        default=[],
        help="what it changes of this resource, calendar or policy, or Settings; may stand several times",
    )
    parser.add_argument("--keep", action="store_true", help="leave its list of changes in the scenario")
    parser.add_argument("--dry-run", action="store_true", help="say what would change and write nothing")


def _compare(given: argparse.Namespace) -> Exit:
    from planner.commands.compare import compare
    from planner.commands.places import place

    return compare(place(given.portfolio), given.scenarios, target=given.to, as_object=given.json)


def _promote(given: argparse.Namespace) -> Exit:
    from planner.commands.places import place
    from planner.commands.promote import promote

    return promote(
        place(given.portfolio), given.scenario, projects=given.project, others=given.other, keep=given.keep, dry_run=given.dry_run
    )
