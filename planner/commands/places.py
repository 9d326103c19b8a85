"""INPUT and OUTPUT of the command line: a workbook, a folder of .csv, a portfolio file, or the address of a shared bank."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from data.bank.address import Address, BadAddressError, is_address
from data.bank.errors import AlreadyABankError, NoBankError
from data.entities import Scenario
from data.findings import Finding, errors
from data.plan import Plan
from data.portfolio import KIND_OF, WHAT_IF_KINDS, Kind, Portfolio
from data.validation import check
from planner.commands.exits import WrongUsageError
from planner.commands.output import show_findings
from planner.commands.ways_out import warn_of_leftover
from planner.commands.writing import check_free, making
from planner.exporting import Against, export_plan
from planner.importing import load as load_sheets
from planner.scenarios.resolving import scenario_named
from planner.workspace import Workspace

Place = Path | Address
"""A file or folder by its path, or a shared bank by its address."""

PORTFOLIO_SUFFIX = ".plimsoll"
WORKBOOK_SUFFIX = ".xlsx"
MOST_NAMES = 10
"""Names of scenarios in one message."""


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


class NoAddressError(WrongUsageError):
    """Something that begins like the address of a shared bank is none."""

    def __init__(self, problem: BadAddressError) -> None:
        super().__init__(str(problem))


class NotAFileError(WrongUsageError):
    """A shared bank where only a file will do."""

    def __init__(self, address: Address) -> None:
        super().__init__(f"{address}: this is a shared bank, and a file is needed here; name a file.")


class ServersBackupsError(WrongUsageError):
    """Backups of a shared bank."""

    def __init__(self, address: Address) -> None:
        super().__init__(
            f"{address}: a shared bank has no backups and leaves nothing behind here; its server's backups are made and brought back "
            "by who runs the server. To have a copy as a file, type: plimsoll export ADDRESS FILE.plimsoll"
        )


class NoPortfolioFileError(WrongUsageError):
    """A workbook is imported into portfolio files only."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is no portfolio file; name one that ends in {PORTFOLIO_SUFFIX}.")


class NoScenarioError(WrongUsageError):
    """The INPUT has no scenario of a name."""

    def __init__(self, wanted: str, names: tuple[str, ...]) -> None:
        super().__init__(f"--scenario {wanted}: the INPUT keeps no scenario of that name ({_kept(names)}).")


class NoSuchScenarioError(WrongUsageError):
    """The PORTFOLIO has no scenario of a name."""

    def __init__(self, wanted: str, names: tuple[str, ...]) -> None:
        super().__init__(f"{wanted}: the PORTFOLIO keeps no scenario of that name ({_kept(names)}).")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What stands in a place; `portfolio` is None where an error keeps it from being used."""

    portfolio: Portfolio | None
    findings: tuple[Finding, ...]
    plan: Plan | None = None
    record: Plan | None = None
    """The plan of record, where that is another."""


def place(argument: str) -> Place:
    """What an argument names: every INPUT, OUTPUT, PORTFOLIO, WORKBOOK, PLAN and FILE of the command line is made here."""
    if not is_address(argument):
        return Path(argument)
    try:
        return Address.of(argument)
    except BadAddressError as problem:
        raise NoAddressError(problem) from None


def file(argument: str) -> Path:
    """The same where only a file will do; NotAFileError for a shared bank."""
    named = place(argument)
    if isinstance(named, Address):
        raise NotAFileError(named)
    return named


def file_with_backups(argument: str) -> Path:
    """The same where backups or leftovers of it are meant; ServersBackupsError for a shared bank."""
    named = place(argument)
    if isinstance(named, Address):
        raise ServersBackupsError(named)
    return named


def is_portfolio_file(place: Place) -> bool:
    return isinstance(place, Path) and place.suffix.lower() == PORTFOLIO_SUFFIX


def is_there(place: Place) -> bool:
    """Whether a place holds something already; a bank is looked at, and may raise BankError."""
    if isinstance(place, Path):
        return place.exists()
    try:
        Workspace.open_shared(place).close()
    except NoBankError:
        return False
    return True


def load(place: Place, scenario: str | None = None) -> Loaded:
    """The portfolio at a place with its findings, shown on stderr, and the latest plan where one is kept there.

    With a `scenario` what that makes of the plan of record, and its own plan. Raises NoScenarioError where there is none of
    that name, as in every workbook.
    """
    if isinstance(place, Address):
        with Workspace.open_shared(place) as workspace:
            return loaded(workspace, scenario)
    if is_portfolio_file(place):
        return _load_file(place, scenario)
    if scenario is not None:
        raise NoScenarioError(scenario, ())
    imported = load_sheets(place)
    show_findings(imported.findings)
    usable = imported.portfolio is not None and not errors(imported.findings)
    return Loaded(imported.portfolio if usable else None, imported.findings)


def _load_file(path: Path, scenario: str | None) -> Loaded:
    warn_of_leftover(path)
    with Workspace.read(path) as workspace:
        return loaded(workspace, scenario)


def loaded(workspace: Workspace, scenario: str | None = None) -> Loaded:
    """The same of a portfolio file or shared bank that is open already, and that works in the scenario from then on."""
    if scenario is not None:
        named = scenario_named(workspace.record, scenario)
        if named is None:
            raise NoScenarioError(scenario, tuple(each.name for each in workspace.record.scenarios.values()))
        workspace.enter(named.id)
    portfolio, plan = workspace.portfolio, workspace.plan
    findings = (*check(portfolio), *workspace.seen.findings)
    show_findings(findings)
    record = workspace.plan_of_record if plan is not None else None
    other = None if record is None or plan is None or record.id == plan.id else record
    return Loaded(None if errors(findings) else portfolio, findings, plan, other)


def scenario_in(workspace: Workspace, name: str) -> Scenario:
    """The scenario of a name; NoSuchScenarioError where there is none."""
    found = scenario_named(workspace.record, name)
    if found is None:
        raise NoSuchScenarioError(name, tuple(each.name for each in workspace.record.scenarios.values()))
    return found


def _kept(names: tuple[str, ...]) -> str:
    """Which scenarios there are, as it stands in brackets."""
    more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
    return f"it keeps {', '.join(names[:MOST_NAMES])}{more}" if names else "it keeps none"


def check_portfolio_file(place: Place) -> None:
    """Raises NoPortfolioFileError where the name is that of another file than a portfolio file."""
    if isinstance(place, Path) and not is_portfolio_file(place):
        raise NoPortfolioFileError(place)


def is_same(source: Place, target: Place) -> bool:
    """Whether both names lead to one file, or to one shared bank."""
    if isinstance(source, Address) or isinstance(target, Address):
        return str(source) == str(target)
    return target.exists() and source.exists() and target.samefile(source)


def check_writable(source: Place, target: Place) -> None:
    """Raise before any work is done where a plan of `source` could not be written to `target`."""
    if isinstance(target, Path):
        _check_writable_file(source, target)
    elif not is_same(source, target) and is_there(target):
        raise AlreadyABankError(target)


def _check_writable_file(source: Place, target: Path) -> None:
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


def write_plan(portfolio: Portfolio, plan: Plan, target: Place, against: Against | None = None) -> None:
    """The plan workbook, or a new portfolio file or shared bank with the plan kept in it; `against` as in `export_plan`."""
    if isinstance(target, Path) and not is_portfolio_file(target):
        export_plan(portfolio, plan, target, against)
        return
    with making(target, apart(portfolio)) as workspace:
        workspace.keep_plan(replace(plan, scenario=""))


def apart(portfolio: Portfolio) -> Portfolio:
    """What goes into a file of its own: without baselines, whose plans stay where they are; of a scenario what it makes, without any scenario."""
    left = WHAT_IF_KINDS if portfolio.scenario_id is not None else {Kind.BASELINE}
    return Portfolio().holding(*(entity for entity in portfolio.everything() if KIND_OF[type(entity)] not in left))
