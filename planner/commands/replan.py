"""`plimsoll replan INPUT OUTPUT`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from data.bank.address import Address
from data.edits import Edit
from data.entities import Id, Points, Policy
from data.findings import Finding, errors
from data.plan import Plan
from data.portfolio import Portfolio
from planner.commands.exits import Exit, WrongUsageError
from planner.commands.output import Json, as_json, complain, say, say_json, show_findings
from planner.commands.places import Loaded, Place, check_writable, is_portfolio_file, is_same, load, loaded, write_plan
from planner.commands.policies import check_free, holding, keep, policy_named
from planner.commands.progress import Watch, curve_line, keeping_the_best, line_by
from planner.commands.solve import plan_figures
from planner.commands.ways_out import warn_of_leftover
from planner.commands.writing import changing
from planner.exporting import Against
from planner.hours.calendars import weeks
from planner.insight.changes import Changes, changes
from planner.plans import is_current
from planner.replanning.curve import Curve, NoCurveError, Tracing
from planner.replanning.preparing import Prepared, edit_words, prepared
from planner.replanning.record import NoPlanError, Recorded, plan_of_record
from planner.replanning.request import Budget, Replanning
from planner.replanning.tracing import traced_at
from planner.replanning.words import as_values, curve_table, curve_values, keeping, limits, told
from planner.solving import solve
from planner.summary import summary
from planner.workspace import Workspace
from solver.control import Options
from solver.solution import Status


class NeedsStatusDateError(WrongUsageError):
    """Something was asked of the past, and no date says what that is."""

    def __init__(self, option: str) -> None:
        super().__init__(f"{option} needs --status-date, which says what is past.")


class NeedsCurveError(WrongUsageError):
    """A chart was asked for and no curve to draw in it."""

    def __init__(self) -> None:
        super().__init__("--chart is where --curve is drawn; type --curve 5 as well (or any number of plans), or leave --chart out.")


class NoChartPlaceError(WrongUsageError):
    """A curve has no file beside a shared bank."""

    def __init__(self) -> None:
        super().__init__("The curve is drawn beside OUTPUT, and a shared bank has no such place; name a file with --chart.")


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed; `plan` None is the plan in the INPUT, `curve` counts points, None for none.

    `policy` names a file, or a policy that the INPUT keeps; `cluster` is the address of a Dask cluster that searches.
    """

    plan: Path | None = None
    budget: Budget | None = None
    price_hour: Points = 0.0
    price_assignment: Points = 0.0
    status_date: dt.date | None = None
    spread: bool = False
    book_past: bool = False
    curve: int | None = None
    chart: Path | None = None
    policy: str | None = None
    cluster: str | None = None

    def of(self, plan: Plan) -> Replanning:
        """The replanning of this plan of record."""
        return Replanning(plan, self.price_hour, self.price_assignment, self.budget, self.status_date)


@dataclass(frozen=True, slots=True)
class _Done:
    """What came of it: the portfolio as it was planned, the plan of record, and a plan with what it changes, or none and why."""

    request: Replanning
    ready: Prepared
    policy: Policy | None
    plan: Plan | None
    status: Status
    findings: tuple[Finding, ...]
    changes: Changes | None
    curve: Curve | None = None
    names: Mapping[Id, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def portfolio(self) -> Portfolio:
        """What is kept with the plan, its policy included."""
        return holding(self.ready.portfolio, self.policy)

    @property
    def against(self) -> Against:
        """What the workbook tells of the plan of record."""
        asked, forced = self.request, None if self.changes is None else self.changes.forced
        return Against(asked.plan, self.names, asked.most_moved(weeks(self.portfolio.settings)), forced)

    @property
    def edits(self) -> tuple[Edit, ...]:
        return self.ready.edits


def replan(source: Place, target: Place, asked: Asked, options: Options, *, as_object: bool) -> Exit:
    """Load, plan again from the plan of record, write; a file that is to keep its own plan is held from the beginning."""
    chart = _chart_place(asked, target)
    _check_options(asked)
    check_writable(source, target)
    if is_same(source, target):
        with changing(target) as workspace:
            found = loaded(workspace)
            _check_policy(asked, found.portfolio)
            done = (
                None
                if found.portfolio is None
                else _planned(found.portfolio, _own(asked, source, found.portfolio, workspace), asked, options)
            )
            _keep(workspace, done)
    else:
        found = load(source)
        done = None if found.portfolio is None else _planned(found.portfolio, _record(asked, source, found.portfolio), asked, options)
        if done is not None and done.plan is not None:
            write_plan(done.portfolio, done.plan, target, done.against)
    if chart is not None and done is not None and done.curve is not None:
        _draw(done.curve, chart)
    return _tell(source, target, found, done, chart, as_object=as_object)


def _check_policy(asked: Asked, portfolio: Portfolio | None) -> None:
    """Raises TakenNameError where the policy's name means another in the portfolio that is to keep it."""
    if portfolio is not None:
        check_free(asked.policy, policy_named(asked.policy, portfolio), portfolio)


def _check_options(asked: Asked) -> None:
    """Raises where an option says something of what was not asked for."""
    if asked.chart is not None and asked.curve is None:
        raise NeedsCurveError
    for option, wanted in (("--spread", asked.spread), ("--book-past", asked.book_past)):
        if wanted and asked.status_date is None:
            raise NeedsStatusDateError(option)


def _chart_place(asked: Asked, target: Place) -> Path | None:
    """Where the curve is drawn, None where none is; raises before any work is done where it cannot be."""
    if asked.curve is None:
        return None
    if asked.chart is None and isinstance(target, Address):
        raise NoChartPlaceError
    from planner.charts.saving import FORMATS, UnknownFormatError  # noqa: PLC0415 - matplotlib is loaded only where it draws

    chart = asked.chart or Path(str(target)).with_name(f"{Path(str(target)).stem}-curve.png")
    if chart.suffix.lower().removeprefix(".") not in FORMATS:
        raise UnknownFormatError(chart)
    return chart


def _own(asked: Asked, source: Place, portfolio: Portfolio, workspace: Workspace) -> Recorded:
    """The plan of record of a file that is held."""
    return _kept(workspace, source) if asked.plan is None else _record(asked, source, portfolio)


def _record(asked: Asked, source: Place, portfolio: Portfolio) -> Recorded:
    """The plan of record from where it was said to be, else from the INPUT."""
    if asked.plan is None and isinstance(source, Address):
        with Workspace.open_shared(source) as bank:
            return _kept(bank, source)
    path = asked.plan if asked.plan is not None else Path(str(source))
    if is_portfolio_file(path) and not is_same(source, path):
        warn_of_leftover(path)
    return plan_of_record(path, portfolio)


def _kept(workspace: Workspace, place: Place) -> Recorded:
    plan = workspace.plan_of_record
    if plan is None:
        raise NoPlanError(place)
    return Recorded(plan)


@dataclass(frozen=True, slots=True)
class _Search:
    """What is searched for, how far and where."""

    request: Replanning
    ready: Prepared
    policy: Policy | None
    options: Options
    cluster: str | None

    def one(self, watch: Watch) -> _Done:
        outcome = solve(self.ready.portfolio, self.options, watch, policy=self.policy, replanning=self.request, cluster=self.cluster)
        if outcome.plan is None:
            return self._done(None, outcome.status, outcome.findings)
        its = changes(self.ready.portfolio, self.request.plan, outcome.plan, outcome.forced)
        return self._done(outcome.plan, outcome.status, outcome.findings, its)

    def several(self, points: int, watch: Watch) -> _Done:
        """The curve; the plan is that of the budget where one is given, else the one that may move anything."""
        tracing = Tracing(self.ready.portfolio, self.request, self.options, self.policy)
        try:
            curve = traced_at(self.cluster, tracing, points, watch)
        except NoCurveError as nothing:
            return self._done(None, Status.INFEASIBLE if errors(nothing.findings) else Status.NOTHING, nothing.findings)
        chosen = curve.within(tracing.budget)
        return self._done(chosen.plan, Status.FEASIBLE, chosen.findings, chosen.changes, curve)

    def _done(
        self, plan: Plan | None, status: Status, findings: tuple[Finding, ...], its: Changes | None = None, curve: Curve | None = None
    ) -> _Done:
        return _Done(self.request, self.ready, self.policy, plan, status, (*self.ready.findings, *findings), its, curve)


def _planned(portfolio: Portfolio, record: Recorded, asked: Asked, options: Options) -> _Done:
    show_findings(record.findings)
    request, policy = asked.of(record.plan), policy_named(asked.policy, portfolio)
    ready = prepared(portfolio, request, spread=asked.spread, book_past=asked.book_past)
    for edit in ready.edits:
        complain(f"edit: {edit_words(edit)}")
    search = _Search(request, ready, policy, options, asked.cluster)
    watch = Watch(words=line_by(policy) if asked.curve is None else curve_line)
    with keeping_the_best(watch):
        done = search.one(watch) if asked.curve is None else search.several(asked.curve, watch)
    show_findings(done.findings)
    return replace(done, findings=(*record.findings, *done.findings), names=record.names)


def _keep(workspace: Workspace, done: _Done | None) -> None:
    """The edits and the plan, and a word where others have changed a shared bank meanwhile."""
    if done is None or done.plan is None:
        return
    keep(workspace, done.policy)
    for edit in done.edits:
        workspace.apply(edit)
    workspace.keep_plan(done.plan)
    if not is_current(done.plan, workspace.portfolio):
        complain(f"warning: {workspace.place}: others have changed the portfolio meanwhile, so the plan is out of date; plan again.")


def _draw(curve: Curve, path: Path) -> None:
    from planner.charts import save  # noqa: PLC0415 - matplotlib is loaded only where it draws
    from planner.charts.curve import Mark, change_curve  # noqa: PLC0415

    marks = [Mark(point.changes.share, point.plan.objective) for point in curve.points]
    save(change_curve(marks, curve.bound), path)


def _tell(source: Place, target: Place, found: Loaded, done: _Done | None, chart: Path | None, *, as_object: bool) -> Exit:
    if done is None:
        if as_object:
            say_json({"status": "Refused", "findings": as_json(found.findings)})
        complain(f"{source}: not planned and nothing written; put the errors above right first.")
        return Exit.WRONG
    findings = (*found.findings, *done.findings)
    if done.plan is None or done.changes is None:
        if as_object:
            say_json({"status": done.status.value, "findings": as_json(findings)})
        return Exit.WRONG if errors(findings) else Exit.NO_PLAN
    if as_object:
        say_json({**_values(done, done.plan, done.changes, chart), "output": str(target), "findings": as_json(findings)})
    else:
        say("\n".join(_words(done, done.plan, done.changes, target, chart)))
    return Exit.DONE


def _values(done: _Done, plan: Plan, changed: Changes, chart: Path | None) -> Json:
    its = {
        "changes": as_values(done.portfolio, changed),
        "edits": [edit_words(e) for e in done.edits],
    }
    curve = {} if done.curve is None else {"curve": curve_values(done.curve), "chart": str(chart)}
    return {**plan_figures(done.portfolio, plan), **its, **curve}


def _words(done: _Done, plan: Plan, changed: Changes, target: Place, chart: Path | None) -> list[str]:
    curve = [] if done.curve is None else [curve_table(done.curve), f"Drawn in {chart}", ""]
    edits = [f"Edit: {edit_words(edit)}" for edit in done.edits]
    return [
        *curve,
        summary(done.portfolio, plan, keeping(done.request)),
        "",
        "Against the plan of record",
        *limits(done.portfolio, done.request),
        told(done.portfolio, changed),
        *edits,
        "",
        f"Written to {target}",
        *_how_to_check(done, target),
    ]


def _how_to_check(done: _Done, target: Place) -> Iterator[str]:
    """A workbook holds the portfolio as edited, so that INPUT is no longer what its plan is of."""
    if done.edits and isinstance(target, Path) and not is_portfolio_file(target):
        yield f"It holds the portfolio as edited, so check it against itself: plimsoll check {target} {target}"
