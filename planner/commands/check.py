"""`plimsoll check INPUT PLAN`."""

from __future__ import annotations

from pathlib import Path

from data.findings import errors
from planner.checking import check as check_plan
from planner.commands.exits import Exit
from planner.commands.output import as_json, complain, say, say_json
from planner.commands.places import Place, is_portfolio_file, is_same, load
from planner.commands.ways_out import warn_of_leftover


def check(source: Place, plan_path: Path, *, as_object: bool) -> Exit:
    """Recheck every rule and figure; the findings are the result."""
    loaded = load(source)
    if loaded.portfolio is None:
        if as_object:
            say_json({"passes": False, "findings": as_json(loaded.findings)})
        complain(f"{source}: the plan was not checked; put the errors above right first.")
        return Exit.WRONG
    if is_portfolio_file(plan_path) and not is_same(source, plan_path):
        warn_of_leftover(plan_path)
    findings = check_plan(loaded.portfolio, plan_path)
    wrong = errors(findings)
    if as_object:
        say_json({"passes": not wrong, "findings": as_json(findings)})
    else:
        for finding in findings:
            say(f"{finding.severity.value}: {finding}")
        say(f"{plan_path}: {_verdict(len(wrong))}")
    return Exit.WRONG if wrong else Exit.DONE


def _verdict(count: int) -> str:
    if not count:
        return "every rule holds and every figure is true"
    return f"{count} finding{'s' if count > 1 else ''}: rules are broken or figures false"
