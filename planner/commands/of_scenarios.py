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
        "Beside scenarios and baselines these can be named: Plan of record, and Plan before or Last plan where there is one.",
    )
    parser.add_argument("portfolio", metavar="PORTFOLIO", help="a portfolio file or the address of a shared bank")
    parser.add_argument(
        "scenarios",
        metavar="SCENARIO",
        nargs="+",
        help="two to five, or baselines, compared with the first of them; one alone is compared with the plan of record",
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


def add_scenario(commands: Commands) -> None:
    parser = commands.add_parser("scenario", help="send a scenario as a file, and take one in", allow_abbrev=False)
    parser.set_defaults(parser=parser)
    inner = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    send = add_command(
        inner,
        "send",
        "write a scenario as one small file for whoever has the same portfolio, or another copy of it",
        _send,
        epilog='Example: plimsoll scenario send case.plimsoll "Client first" client-first.plimsoll-scenario',
    )
    send.add_argument("portfolio", metavar="PORTFOLIO", help="a portfolio file or the address of a shared bank")
    send.add_argument("scenario", metavar="SCENARIO", help="the name of one that it keeps")
    send.add_argument("file", metavar="FILE", type=Path, help="where it is written; ends in .plimsoll-scenario")
    take = add_command(
        inner,
        "take",
        "take in a scenario that was sent, as one edit; what cannot be found here is left out and told",
        _take,
        epilog="Example: plimsoll scenario take case.plimsoll client-first.plimsoll-scenario --dry-run",
    )
    take.add_argument("portfolio", metavar="PORTFOLIO", help="a portfolio file or the address of a shared bank")
    take.add_argument("file", metavar="FILE", type=Path, help="what `scenario send` or the window has written")
    which = take.add_mutually_exclusive_group()
    which.add_argument("--name", metavar="NAME", help="take it in under another name")
    which.add_argument("--replace", action="store_true", help="put it in the place of the scenario that has its name")
    take.add_argument("--dry-run", action="store_true", help="say what would change and write nothing")


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


def _send(given: argparse.Namespace) -> Exit:
    from planner.commands.places import place
    from planner.commands.scenario_files import send

    return send(place(given.portfolio), given.scenario, given.file)


def _take(given: argparse.Namespace) -> Exit:
    from planner.commands.places import place
    from planner.commands.scenario_files import take

    return take(place(given.portfolio), given.file, name=given.name, replacing=given.replace, dry_run=given.dry_run)
