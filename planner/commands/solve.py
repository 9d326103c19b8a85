"""`plimsoll solve INPUT OUTPUT`."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace

from data.bank.address import Address
from data.entities import Policy
from data.findings import Finding
from data.plan import Plan
from data.portfolio import Portfolio
from planner.commands.exits import Exit
from planner.commands.output import Json, as_json, complain, say, say_json, show_findings
from planner.commands.places import Loaded, Place, check_writable, is_portfolio_file, is_same, load, loaded, write_plan
from planner.commands.policies import check_free, holding, keep, policy_named
from planner.commands.progress import Watch, keeping_the_best, line_by
from planner.commands.writing import changing
from planner.insight.kpis import figures
from planner.plans import is_current
from planner.replanning.record import Recorded, plan_kept, plan_within
from planner.solving import Outcome
from planner.solving import solve as solve_portfolio
from planner.summary import summary
from planner.workspace import Workspace
from solver.control import Options
from solver.solution import Status

DECIMALS = 4
"""Of figures in JSON, as in the plan workbook."""


@dataclass(frozen=True, slots=True)
class _Solved:
    """What stands in the INPUT, by which policy it was solved, and what that came to; None where it was not solved."""

    loaded: Loaded
    policy: Policy | None
    outcome: Outcome | None

    @property
    def portfolio(self) -> Portfolio | None:
        """The portfolio that is kept with the plan."""
        return None if self.loaded.portfolio is None else holding(self.loaded.portfolio, self.policy)

    @property
    def plan(self) -> Plan | None:
        return self.outcome.plan if self.outcome else None


def solve(
    source: Place,
    target: Place,
    options: Options,
    *,
    as_object: bool,
    by: str | None = None,
    cluster: str | None = None,
    fresh: bool = False,
    scenario: str | None = None,
) -> Exit:
    """Load, solve, write; nothing is written unless there is a plan that passed our own check.

    `by` names a policy: a file, or one that the INPUT keeps. Whatever keeps the plan keeps its policy too. `cluster` is the
    address of a Dask cluster that searches in place of this machine. The search starts from the plan that the INPUT holds, anew
    where it is to be `fresh`. With a `scenario` of the INPUT what that makes of it is solved, and the plan is the scenario's.

    A portfolio file that is to keep its own plan is held from the beginning, so that it is not solved in vain; a shared bank is
    held by nobody.
    """
    check_writable(source, target)
    if is_same(source, target):
        with changing(target) as workspace:
            found = loaded(workspace, scenario)
            policy = policy_named(by, found.portfolio) if found.portfolio is not None else None
            check_free(by, policy, workspace.portfolio)
            solved = _solved(found, policy, options, cluster, None if fresh else _start(source, found))
            if solved.plan is not None:
                keep(workspace, policy)
                workspace.keep_plan(solved.plan)
                _warn_of_others(workspace, solved.plan)
    else:
        found = load(source, scenario)
        policy = policy_named(by, found.portfolio) if found.portfolio is not None else None
        solved = _solved(found, policy, options, cluster, None if fresh else _start(source, found))
        if solved.portfolio is not None and solved.plan is not None:
            write_plan(solved.portfolio, solved.plan, target)
    return _tell(source, target, solved, as_object=as_object)


def _start(source: Place, found: Loaded) -> Recorded | None:
    """The plan kept in the INPUT, that of a plan workbook included, with what of it cannot be started from."""
    if found.portfolio is None:
        return None
    if found.plan is not None:
        return plan_kept(found.plan, found.portfolio)
    return None if isinstance(source, Address) or is_portfolio_file(source) else plan_within(source, found.portfolio)


def _solved(found: Loaded, policy: Policy | None, options: Options, cluster: str | None, start: Recorded | None) -> _Solved:
    if found.portfolio is None:
        return _Solved(found, policy, None)
    unusable = () if start is None else start.findings
    show_findings(unusable)
    plan = None if start is None else start.plan
    _warn_of_another_policy(plan, policy)
    watch = Watch(words=line_by(policy))
    with keeping_the_best(watch):
        outcome = solve_portfolio(found.portfolio, options, watch, policy=policy, start=plan, cluster=cluster)
    show_findings(outcome.findings)
    return _Solved(replace(found, findings=(*found.findings, *unusable)), policy, outcome)


def _warn_of_another_policy(start: Plan | None, policy: Policy | None) -> None:
    """Says where the plan that a solve starts from was made by a policy that does not hold now."""
    if start is not None and start.policy and policy is None:
        complain(
            f"note: the plan in the INPUT was made by the policy “{start.policy}”; this solve uses none (--policy “{start.policy}” keeps to it)."
        )


def _warn_of_others(workspace: Workspace, plan: Plan) -> None:
    """Says where others have changed a shared bank while it was solved."""
    if not is_current(plan, workspace.portfolio):
        complain(f"warning: {workspace.place}: others have changed the portfolio meanwhile, so the plan is out of date; solve again.")


def _tell(source: Place, target: Place, solved: _Solved, *, as_object: bool) -> Exit:
    portfolio, outcome = solved.portfolio, solved.outcome
    if portfolio is None or outcome is None:
        return _refused(source, solved.loaded.findings, as_object=as_object)
    findings = (*solved.loaded.findings, *outcome.findings)
    if outcome.plan is None:
        if as_object:
            say_json({"status": outcome.status.value, "findings": as_json(findings)})
        return Exit.WRONG if outcome.status is Status.INFEASIBLE else Exit.NO_PLAN
    _tell_plan(portfolio, outcome.plan, findings, target, as_object=as_object)
    return Exit.DONE


def _refused(source: Place, findings: tuple[Finding, ...], *, as_object: bool) -> Exit:
    if as_object:
        say_json({"status": "Refused", "findings": as_json(findings)})
    complain(f"{source}: not solved and nothing written; put the errors above right first.")
    return Exit.WRONG


def _tell_plan(portfolio: Portfolio, plan: Plan, findings: tuple[Finding, ...], target: Place, *, as_object: bool) -> None:
    if as_object:
        say_json({**plan_figures(portfolio, plan), "output": str(target), "findings": as_json(findings)})
    else:
        say(summary(portfolio, plan))
        say(f"\nWritten to {target}")


def plan_figures(portfolio: Portfolio, plan: Plan) -> Json:
    """Every figure of the plan by name; projects by name too. Rounding keeps their order: no value comes above its bound."""
    found = asdict(figures(portfolio, plan))
    covered = {portfolio.projects[key].name: _rounded(share) for key, share in found["coverage_by_project"].items()}
    by_priority = {priority: _rounded(share) for priority, share in found["coverage_by_priority"].items()}
    effort = {"engine": plan.engine, "seconds": _rounded(plan.seconds), "effort": plan.effort, "seed": plan.seed}
    plain = {name: _rounded(figure) for name, figure in found.items()} | {"terms": {name: _rounded(points) for name, points in plan.terms}}
    return {**plain, "coverage_by_project": covered, "coverage_by_priority": by_priority, **effort, "fingerprint": plan.fingerprint}


def _rounded(figure: object) -> object:
    return round(figure, DECIMALS) if isinstance(figure, float) else figure
