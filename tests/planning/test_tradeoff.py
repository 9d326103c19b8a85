"""Trade-off curves: what is proved holds for every plan, what is beaten is left out, and the same effort gives the same curve."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import builders as b
import pytest

from data.portfolio import Portfolio
from planner.cli import main
from planner.comparing.sides import Side
from planner.solving import Options, solve
from planner.tradeoff.frontier import Against, Frontier, amount_of
from planner.tradeoff.solving import Asking, NoTradeoffError, traded
from planner.workspace import Workspace
from solver.control import Unattended
from solver.executing import Task
from solver.solution import Solution
from solver.solve import solve as solve_task

SHORT = Options(time_limit=None, effort=40)


def case(rate: float | None = 90.0) -> Portfolio:
    """A dear and a cheap developer, work for one and a half of them, and overtime that both may do."""
    return b.portfolio(
        b.resource("Ann", role="Dev", cost_per_hour=rate, overtime=6.0), b.resource("Bob", role="Dev", cost_per_hour=rate and 30.0, overtime=4.0),
        b.project("Apollo", 1), b.project("Comet", 5), b.demand("Build", "Apollo", role="Dev", last=6, hours_per_week=45.0),
        b.demand("Draw", "Comet", role="Dev", first=2, last=8, hours_per_week=45.0), weeks=8,
    )  # fmt: skip


def here(tasks: Iterable[Task]) -> Iterator[tuple[int, Solution]]:
    for number, task in enumerate(tasks):
        yield number, solve_task(task.started(), task.options, Unattended())


def of(against: Against, portfolio: Portfolio | None = None) -> Frontier:
    return traded(Asking(portfolio or case(), against, SHORT, count=6), here, lambda: False, lambda _point: None)


@pytest.mark.parametrize("against", Against)
def test_no_plan_of_any_price_lies_above_the_bound(against: Against) -> None:
    frontier = of(against)
    assert len(frontier.solved) == 6
    for point in frontier.solved:
        bound = frontier.bound_at(point.amount)
        assert bound is not None
        assert point.worth <= bound + 1e-4
    for less, more in pairwise(frontier.best):
        assert less.amount < more.amount
        assert less.worth < more.worth
    assert frontier.best[0].amount < frontier.best[-1].amount


def test_amounts_are_the_figures_of_the_plan() -> None:
    portfolio = case()
    plan = solve(portfolio, SHORT, Unattended(), apart=False).plan
    assert plan is not None
    figures = Side("", portfolio, plan).figures
    assert amount_of(portfolio, plan, Against.COST) == pytest.approx(figures.plan_cost)
    assert amount_of(portfolio, plan, Against.OVERTIME) == pytest.approx(figures.over_allocated_hours)
    assert amount_of(portfolio, plan, Against.HAND_OVERS) == figures.hand_overs


def test_the_first_point_is_the_plain_solve_and_twice_is_the_same() -> None:
    frontier, again = of(Against.COST), of(Against.COST)
    plan = solve(case(), SHORT, Unattended(), apart=False).plan
    assert plan is not None
    assert frontier.points[0].worth == plan.value
    assert [(p.price, p.amount, p.worth, p.bound) for p in frontier.points] == [(p.price, p.amount, p.worth, p.bound) for p in again.points]


def test_a_stop_keeps_what_is_done() -> None:
    done: list[object] = []
    frontier = traded(Asking(case(), Against.COST, SHORT), here, lambda: len(done) >= 2, done.append)
    assert len(frontier.solved) == 2
    assert frontier.ended == "stopped"


def test_without_rates_there_is_nothing_to_weigh() -> None:
    with pytest.raises(NoTradeoffError, match="Nobody has a cost per hour"):
        of(Against.COST, case(rate=None))


@pytest.mark.parametrize(
    ("portfolio", "said"),
    [
        (case(rate=None), "Nobody has a cost per hour"),
        (
            case().holding(
                *(b.project(name, must_do=True, start=b.week(1), finish=b.friday(4)) for name in ("Apollo", "Comet")),
                b.dependency("Apollo", "Comet"),
            ),
            "There is no curve: ",
        ),
    ],
    ids=["without rates", "rules that cannot all hold"],
)
def test_an_input_that_allows_no_curve_is_wrong(
    portfolio: Portfolio, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PLIMSOLL_HOME", str(tmp_path / "home"))
    with Workspace.create(tmp_path / "case.plimsoll", portfolio):
        pass
    assert main(["tradeoff", str(tmp_path / "case.plimsoll"), "--against", "cost", "--effort", "30"]) == 1
    assert said in capsys.readouterr().err


def test_the_command_tells_and_draws(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("PLIMSOLL_HOME", str(tmp_path / "home"))
    file, chart = tmp_path / "case.plimsoll", tmp_path / "curve.svg"
    with Workspace.create(file, case()):
        pass
    arguments = ["tradeoff", str(file), "--against", "cost", "--price", "2", "--price", "20", "--effort", "30", "--chart", str(chart)]
    assert main([*arguments, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [point["price"] for point in told["points"]] == [0, 2, 20]
    assert 'id="bound"' in chart.read_text()
    assert main([*arguments[:-1], str(tmp_path / "curve.docx")]) == 2
    assert "a curve is drawn as" in capsys.readouterr().err
