"""A plan file against the portfolio that it is said to be of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from data.document.document import Document
from data.entities import Policy
from data.findings import Finding, error
from data.portfolio import Portfolio
from data.workbook.columns import PORTFOLIO, RESULTS
from data.workbook.reading import read
from planner.checking.objective import false_objective
from planner.checking.rules import broken_rules
from planner.checking.summary import carried, false_summary
from planner.checking.tables import false_tables
from planner.importing import PlanFile
from planner.importing.loading import PORTFOLIO_SUFFIX, imported
from planner.importing.plan_reading import told_plan
from planner.plans import fingerprint, is_current, policy_of


def check(portfolio: Portfolio, path: Path) -> tuple[Finding, ...]:
    """Every broken rule and false figure of a plan workbook, folder of .csv, or of the latest plan in a portfolio file.

    Raises PlannerError where the file cannot be read.
    """
    if path.suffix.casefold() == PORTFOLIO_SUFFIX:
        return _check_kept(portfolio, path)
    book = read(path, (*RESULTS, *(sheet.name for sheet in PORTFOLIO)))
    told = told_plan(book, portfolio)
    plan = told.plan
    own = imported(book).portfolio
    policy = policy_of(plan, own or portfolio)
    parts = (
        told.findings,
        _other_content(portfolio, path, own, told, policy),
        broken_rules(portfolio, plan),
        false_summary(portfolio, plan, told),
        false_objective(portfolio, plan, told, policy),
        false_tables(portfolio, plan, told, book),
    )
    return tuple(finding for part in parts for finding in part)


def _check_kept(portfolio: Portfolio, path: Path) -> tuple[Finding, ...]:
    """A plan kept in a portfolio file: its names are ids, so it can only be checked against that file's own portfolio."""
    with Document.read(path) as file:
        plan, own = file.latest_plan(), file.portfolio
    if plan is None:
        return (error(path.name, "holds no plan", "solve it first"),)
    if fingerprint(own) != fingerprint(portfolio):
        return (error(path.name, "holds another portfolio than the INPUT", "check the plan against its own portfolio"),)
    findings = list(broken_rules(own, plan))
    if not is_current(plan, own):
        findings.append(error(path.name, "the plan is out of date: the portfolio has changed since it was solved", "solve again"))
    told = carried(plan)
    return (*findings, *false_summary(own, plan, told), *false_objective(own, plan, told, policy_of(plan, own)))


def _other_content(portfolio: Portfolio, path: Path, own: Portfolio | None, told: PlanFile, policy: Policy | None) -> tuple[Finding, ...]:
    """A plan workbook holds its portfolio and policy, or at least its fingerprint: all must be those of the input."""
    if own is not None:
        kept = policy_of(told.plan, portfolio)
        if policy is not None and kept is not None and replace(kept, id=policy.id) != policy:
            return (error(path.name, f"its policy “{policy.name}” differs from the INPUT's", "solve the INPUT again"),)
        if fingerprint(own) != fingerprint(portfolio):
            problem = "its own portfolio sheets differ from the INPUT"
            return (
                error(
                    path.name,
                    problem,
                    "check the plan against itself (plimsoll check PLAN PLAN), or solve the INPUT again; what follows may come of it",
                ),
            )
        return ()
    said = told.summary.get("fingerprint")
    if said is not None and said.value not in (None, "", fingerprint(portfolio), fingerprint(portfolio, policy)):
        return (error(said.place, "the plan was made for another input", "check it against that one, or solve again"),)
    return ()
