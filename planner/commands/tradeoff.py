"""`plimsoll tradeoff PORTFOLIO --against WHAT`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from data.entities import Points
from planner.commands.exits import Exit, WrongUsageError
from planner.commands.output import Json, as_json, complain, say, say_json
from planner.commands.places import Place, load
from planner.commands.policies import policy_named
from planner.commands.progress import Watch, curve_line, keeping_the_best
from planner.plans import is_current
from planner.tradeoff import Against, Asking, Frontier, NothingFoundError, NoTradeoffError, traded_at
from planner.tradeoff.wording import finding, point_values, summary
from solver.control import Options

PICTURES = (".png", ".svg", ".pdf")


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed: what value is weighed against, at which prices or how many, how, of what, by what, and where it is drawn."""

    against: Against
    prices: tuple[Points, ...]
    count: int
    options: Options
    scenario: str | None
    policy: str | None
    cluster: str | None
    chart: Path | None
    as_object: bool


def tradeoff(source: Place, asked: Asked) -> Exit:
    """Every price; the first Ctrl-C keeps those that are done."""
    chart = asked.chart
    if chart is not None and (chart.suffix.lower() not in PICTURES or not chart.absolute().parent.is_dir()):
        raise WrongUsageError(f"--chart {chart}: a curve is drawn as {', '.join(PICTURES)}; name one in a folder that is there.")
    found = load(source, asked.scenario)
    if found.portfolio is None:
        complain(f"{source}: nothing is solved; put the errors above right first.")
        return Exit.WRONG
    start = found.plan if found.plan is not None and is_current(found.plan, found.portfolio) else None
    policy = policy_named(asked.policy, found.portfolio)
    asking = Asking(found.portfolio, asked.against, asked.options, asked.count, asked.prices, policy, start)
    watch = Watch(words=curve_line)
    try:
        with keeping_the_best(watch):
            frontier = traded_at(asked.cluster, asking, watch)
    except NoTradeoffError as nothing:
        complain(f"{source}: {nothing}")
        return Exit.NO_PLAN if isinstance(nothing, NothingFoundError) else Exit.WRONG
    _tell(frontier, asked, as_json(found.findings))
    return Exit.DONE


def _tell(frontier: Frontier, asked: Asked, findings: list[dict[str, str]]) -> None:
    if asked.chart is not None:
        from planner.charts.saving import save  # noqa: PLC0415 - matplotlib takes half a second
        from planner.charts.tradeoff import tradeoff_chart  # noqa: PLC0415 - as above

        save(tradeoff_chart(frontier), asked.chart)
    if asked.as_object:
        written: Json = {"output": str(asked.chart)} if asked.chart else {}
        said = {"against": asked.against.value, "policy": frontier.policy or None, "found": finding(frontier)}
        say_json({**said, "points": point_values(frontier), "ended": frontier.ended, "findings": findings, **written})
        return
    say(summary(frontier))
    if asked.chart is not None:
        say(f"\nDrawn in {asked.chart}")
