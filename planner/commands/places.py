"""INPUT and OUTPUT of the command line: a workbook, a folder of .csv, or a portfolio file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from data.findings import Finding, errors
from data.plan import Plan
from data.portfolio import Portfolio
from data.validation import check
from planner.commands.exits import WrongUsageError
from planner.commands.output import show_findings
from planner.commands.ways_out import warn_of_leftover
from planner.commands.writing import check_free, making
from planner.exporting import export_plan
from planner.importing import load as load_sheets
from planner.workspace import Workspace

PORTFOLIO_SUFFIX = ".plimsoll"
WORKBOOK_SUFFIX = ".xlsx"


class UnwritableKindError(WrongUsageError):
    """A file of this kind cannot be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path}: cannot write a {path.suffix} file; name a workbook ({WORKBOOK_SUFFIX}), "
            f"a portfolio file ({PORTFOLIO_SUFFIX}) or a folder (no suffix) for .csv files."
        )


class OverwritingError(WrongUsageError):
    """The result would take the place of something that it is not a new version of."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path}: {why}; name another OUTPUT.")


class NoPortfolioFileError(WrongUsageError):
    """A workbook is imported into portfolio files only."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is no portfolio file; name one that ends in {PORTFOLIO_SUFFIX}.")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What stands in a place; `portfolio` is None where an error keeps it from being used."""

    portfolio: Portfolio | None
    findings: tuple[Finding, ...]
    plan: Plan | None = None


def place(argument: str) -> Path:
    """What an argument names: every INPUT, OUTPUT, PORTFOLIO, WORKBOOK, PLAN and FILE of the command line is made here."""
    return Path(argument)


def is_portfolio_file(path: Path) -> bool:
    return path.suffix.lower() == PORTFOLIO_SUFFIX


def load(path: Path) -> Loaded:
    """The portfolio at a place with its findings, shown on stderr, and the latest plan where a portfolio file keeps one."""
    if is_portfolio_file(path):
        return _load_file(path)
    imported = load_sheets(path)
    show_findings(imported.findings)
    usable = imported.portfolio is not None and not errors(imported.findings)
    return Loaded(imported.portfolio if usable else None, imported.findings)


def _load_file(path: Path) -> Loaded:
    warn_of_leftover(path)
    with Workspace.read(path) as workspace:
        return loaded(workspace)


def loaded(workspace: Workspace) -> Loaded:
    """The same of a portfolio file that is open already."""
    portfolio, plan = workspace.portfolio, workspace.plan
    findings = tuple(check(portfolio))
    show_findings(findings)
    return Loaded(None if errors(findings) else portfolio, findings, plan)


def check_portfolio_file(path: Path) -> None:
    """Raises NoPortfolioFileError where the name is not that of a portfolio file."""
    if not is_portfolio_file(path):
        raise NoPortfolioFileError(path)


def is_same(source: Path, target: Path) -> bool:
    """Whether both names lead to one file."""
    return target.exists() and source.exists() and target.samefile(source)


def check_writable(source: Path, target: Path) -> None:
    """Raise before any work is done where a plan of `source` could not be written to `target`."""
    if target.suffix.lower() not in ("", WORKBOOK_SUFFIX, PORTFOLIO_SUFFIX):
        raise UnwritableKindError(target)
    same = is_same(source, target)
    if same and not is_portfolio_file(target):
        raise OverwritingError(target, "is the INPUT, and a plan workbook would replace it")
    if target.exists() and not same and is_portfolio_file(target):
        raise OverwritingError(target, "there is a portfolio file already")
    if not target.absolute().parent.is_dir():
        raise OverwritingError(target, f"there is no folder {target.absolute().parent}")
    if is_portfolio_file(target) and not same:
        check_free(target)


def write_plan(portfolio: Portfolio, plan: Plan, target: Path) -> None:
    """The plan workbook, or a new portfolio file with the plan kept in it."""
    if not is_portfolio_file(target):
        export_plan(portfolio, plan, target)
        return
    with making(target, portfolio) as workspace:
        workspace.keep_plan(plan)
