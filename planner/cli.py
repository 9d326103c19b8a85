"""The command line: what may be typed, and which command it means."""

# ruff: noqa: PLC0415 - a command is imported when it is meant, so that --help is there at once

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from data.errors import PlannerError
from planner.commands import of_futures, of_scenarios, of_sweeps, typed
from planner.commands.exits import Exit, WrongUsageError
from planner.commands.parser import PLACES, Commands, Parser, add_command

DESCRIPTION = "Share an organisation's people and equipment among its projects, with a proved gap on every plan."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code. Expects at least a command: the window is opened by `ui.app`."""
    _take_every_letter()
    parser = _parser()
    try:
        given = parser.parse_args(arguments)
        command: Callable[[argparse.Namespace], Exit] = given.command
        return int(command(given))
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else Exit.USAGE
    except PlannerError as broken:
        sys.stderr.write(f"plimsoll: {broken}{_way_out(broken)}\n")
        return Exit.USAGE if isinstance(broken, WrongUsageError) else Exit.WRONG
    except BrokenPipeError:
        sys.stdout = None  # whoever read our words has gone; Python would complain once more at its end
        return Exit.WRONG
    except KeyboardInterrupt as stopped:
        sys.stderr.write(f"\nplimsoll: stopped; {str(stopped) or 'nothing was written.'}\n")
        return Exit.NO_PLAN


def _way_out(broken: PlannerError) -> str:
    from planner.commands.ways_out import way_out

    return way_out(broken)


def _take_every_letter() -> None:
    """A name that the terminal's encoding lacks is shown with a mark in it, not as a failure."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _parser() -> Parser:
    parser = Parser(prog="plimsoll", description=DESCRIPTION, epilog=PLACES, allow_abbrev=False)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for add in (
        _add_demo,
        _add_solve,
        _add_replan,
        _add_check,
        _add_import,
        _add_export,
        of_scenarios.add_compare,
        of_futures.add_futures,
        of_sweeps.add_sweep,
        of_sweeps.add_tradeoff,
        of_scenarios.add_promote,
        of_scenarios.add_scenario,
        _add_backups,
        _add_restore,
        _add_recover,
    ):
        add(commands)
    return parser


def _add_demo(commands: Commands) -> None:
    parser = add_command(
        commands, "demo", "solve a sample portfolio; show it, or without a screen write plan, charts and summary", _demo, epilog=None
    )
    parser.add_argument("--out", metavar="FOLDER", type=Path, default=Path("demo-out"), help="where to write (default: demo-out)")


def _add_solve(commands: Commands) -> None:
    parser = add_command(
        commands,
        "solve",
        "propose who works on what, and prove how good that is",
        _solve,
        epilog=f"Example: plimsoll solve portfolio.xlsx plan.xlsx --time-limit 30. {PLACES}",
    )
    _add_search(parser)
    parser.add_argument("--fresh", action="store_true", help="search anew, not from the plan that INPUT holds")
    _add_scenario(parser)


def _add_search(parser: argparse.ArgumentParser) -> None:
    """INPUT and OUTPUT of whatever searches for a plan, and how far it searches."""
    parser.add_argument("source", metavar="INPUT", help="the portfolio")
    parser.add_argument("target", metavar="OUTPUT", help="where the plan goes, with the portfolio it was made for")
    parser.add_argument("--time-limit", metavar="S", type=typed.seconds, default=60.0, help="seconds to search (default: 60)")
    parser.add_argument(
        "--effort", metavar="N", type=typed.count, help="rounds of work to search: the same number gives the same plan on any machine"
    )
    parser.add_argument(
        "--gap", metavar="G", type=typed.share, default=0.001, help="stop at this proved gap, 0.01 is 1 %% (default: 0.001)"
    )
    parser.add_argument("--seed", metavar="N", type=typed.count, default=1, help="which of many equally good paths is taken (default: 1)")
    parser.add_argument(
        "--engine",
        metavar="NAME",
        type=typed.engine,
        default=typed.DEFAULT_ENGINE,
        help="the solver used for small cases: highs, or one that is installed beside it, such as cbc (default: highs)",
    )
    parser.add_argument(
        "--policy",
        metavar="POLICY",
        help="what to weigh beside the value: a policy file (TOML), or where there is no such file the name of a policy kept in INPUT",
    )
    parser.add_argument(
        "--cluster", metavar="ADDRESS", type=typed.cluster, help="a Dask cluster of your own that searches (tcp://host:8786)"
    )
    parser.add_argument("--json", action="store_true", help="the result as one JSON object")


def _add_replan(commands: Commands) -> None:
    parser = add_command(
        commands,
        "replan",
        "plan again from the plan of record, with as few changes as asked",
        _replan,
        epilog=f"Example: plimsoll replan now.xlsx new.xlsx --plan old.xlsx --budget 3% --status-date 2027-03-01. {PLACES}",
    )
    _add_search(parser)
    parser.add_argument(
        "--plan",
        metavar="PLAN",
        help="the plan of record: a plan workbook, a folder of .csv files or a portfolio file (default: the one in INPUT)",
    )
    parser.add_argument(
        "--budget",
        metavar="B",
        type=typed.budget,
        help="most hours of the plan of record that may move by choice: 3%% of them, or 120 hours",
    )
    parser.add_argument(
        "--price-hour",
        metavar="P",
        type=typed.points,
        default=0.0,
        help="what each hour moved costs, in points of the plan's value (default: 0)",
    )
    parser.add_argument(
        "--price-assignment",
        metavar="P",
        type=typed.points,
        default=0.0,
        help="what each assignment begun or ended costs, in points (default: 0)",
    )
    parser.add_argument("--status-date", metavar="DATE", type=typed.day, help="the weeks before this day's are past and stay (2027-03-01)")
    parser.add_argument("--spread", action="store_true", help="ask for what the past did not get in the weeks left of each demand")
    parser.add_argument("--book-past", action="store_true", help="book firmly what was planned in the past")
    parser.add_argument(
        "--curve", metavar="N", type=typed.points_of_a_curve, help="value against hours moved: N plans, from the least to no limit"
    )
    parser.add_argument("--chart", metavar="FILE", type=Path, help="where the curve is drawn: .png, .svg or .pdf (default: beside OUTPUT)")


def _add_check(commands: Commands) -> None:
    parser = add_command(commands, "check", "recheck every rule and figure of a plan", _check)
    parser.add_argument(
        "source", metavar="INPUT", help="the portfolio that the plan is said to be of; PLAN itself where it holds an edited one"
    )
    parser.add_argument("plan", metavar="PLAN", help="a plan workbook, a folder of .csv files, or a portfolio file with its latest plan")
    parser.add_argument("--json", action="store_true", help="the result as one JSON object")


def _add_import(commands: Commands) -> None:
    parser = add_command(commands, "import", "bring a workbook into a portfolio file as one edit", _import)
    parser.add_argument("source", metavar="WORKBOOK")
    parser.add_argument("target", metavar="PORTFOLIO")
    parser.add_argument("--dry-run", action="store_true", help="say what would change and write nothing")
    parser.add_argument(
        "--mapping",
        metavar="FILE",
        type=Path,
        help="how sheets of another form are read (TOML); without it a guess is used, and printed so that it can be kept",
    )


def _add_export(commands: Commands) -> None:
    parser = add_command(commands, "export", "write a portfolio file as a workbook or a folder of .csv", _export)
    parser.add_argument("source", metavar="PORTFOLIO")
    parser.add_argument("target", metavar="WORKBOOK")
    _add_scenario(parser)


def _add_backups(commands: Commands) -> None:
    parser = add_command(commands, "backups", "list the backups of a portfolio file, newest first", _backups, epilog=None)
    parser.add_argument("portfolio", metavar="PORTFOLIO", help="the file itself; it may be damaged or gone")
    parser.add_argument("--json", action="store_true", help="the result as one JSON object")


def _add_restore(commands: Commands) -> None:
    parser = add_command(commands, "restore", "bring a backup back", _restore, epilog=None)
    parser.add_argument(
        "portfolio", metavar="PORTFOLIO", help="changed by one edit that can be undone; replaced where it is damaged or gone"
    )
    parser.add_argument("backup", metavar="BACKUP", help="its number in the list of backups, or its path")
    parser.add_argument("--to", metavar="FILE", help="write the backup to a new file and leave PORTFOLIO as it is")


def _add_recover(commands: Commands) -> None:
    parser = add_command(commands, "recover", "bring changes into a portfolio file that a crash kept from it", _recover, epilog=None)
    parser.add_argument("portfolio", metavar="PORTFOLIO", nargs="?", help="without it: list what crashes left")
    parser.add_argument("--set-aside", action="store_true", help="keep what was left as a backup, and the file as it is")
    parser.add_argument("--json", action="store_true", help="the result as one JSON object")


def _add_scenario(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--scenario", metavar="NAME", help="a scenario that a portfolio file or shared bank keeps (default: the plan of record)"
    )


def _solve(given: argparse.Namespace) -> Exit:
    from planner.commands.places import place
    from planner.commands.solve import solve
    from solver.control import Options

    options = Options(given.time_limit, given.effort, given.gap, given.seed, given.engine)
    return solve(
        place(given.source),
        place(given.target),
        options,
        as_object=given.json,
        by=given.policy,
        cluster=given.cluster,
        fresh=given.fresh,
        scenario=given.scenario,
    )


def _replan(given: argparse.Namespace) -> Exit:
    from planner.commands.places import file, place
    from planner.commands.replan import Asked, replan
    from solver.control import Options

    options = Options(given.time_limit, given.effort, given.gap, given.seed, given.engine)
    asked = Asked(
        plan=None if given.plan is None else file(given.plan),
        budget=given.budget,
        price_hour=given.price_hour,
        price_assignment=given.price_assignment,
        status_date=given.status_date,
        spread=given.spread,
        book_past=given.book_past,
        curve=given.curve,
        chart=given.chart,
        policy=given.policy,
        cluster=given.cluster,
    )
    return replan(place(given.source), place(given.target), asked, options, as_object=given.json)


def _check(given: argparse.Namespace) -> Exit:
    from planner.commands.check import check
    from planner.commands.places import file, place

    return check(place(given.source), file(given.plan), as_object=given.json)


def _import(given: argparse.Namespace) -> Exit:
    from planner.commands.places import place
    from planner.commands.transfer import import_workbook

    return import_workbook(place(given.source), place(given.target), dry_run=given.dry_run, mapping=given.mapping)


def _export(given: argparse.Namespace) -> Exit:
    from planner.commands.places import place
    from planner.commands.transfer import export_workbook

    return export_workbook(place(given.source), place(given.target), given.scenario)


def _backups(given: argparse.Namespace) -> Exit:
    from planner.commands.backups import list_backups
    from planner.commands.places import file_with_backups

    return list_backups(file_with_backups(given.portfolio), as_object=given.json)


def _restore(given: argparse.Namespace) -> Exit:
    from planner.commands.backups import restore
    from planner.commands.places import file, file_with_backups

    return restore(file_with_backups(given.portfolio), given.backup, None if given.to is None else file(given.to))


def _recover(given: argparse.Namespace) -> Exit:
    from planner.commands.places import file_with_backups
    from planner.commands.recover import list_leftovers, recover

    if given.portfolio is None:
        return list_leftovers(setting_aside=given.set_aside, as_object=given.json)
    return recover(file_with_backups(given.portfolio), setting_aside=given.set_aside, as_object=given.json)


def _demo(given: argparse.Namespace) -> Exit:
    from planner.commands.demo import demo

    return demo(given.out)
