"""The page Insight in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from data.entities import Id, ProjectStatus
from data.plan import ProjectPlan
from data.portfolio import Portfolio
from planner.plans import fingerprint
from tests.builders import (
    absence,
    allocation,
    clashing_case,
    demand,
    friday,
    plan,
    portfolio,
    project,
    resource,
    short_case,
    week,
)
from ui.presenters import insight
from ui.presenters.formats import Formats
from ui.presenters.insight import Insight
from ui.presenters.situation import Situation, explained, situation

FORMATS = Formats()
CASE = short_case()


def of(case: Portfolio = CASE, **fields: object) -> Situation:
    """Ann builds two weeks in full; who ports and checks is nobody."""
    given = [allocation("Build", "Ann", number, 40.0) for number in (1, 2)]
    return explained(situation(case, plan(*given, fingerprint=fingerprint(case), **fields)))


def shown() -> Insight:
    return insight.insight(of())


def cells(told: Insight, key: str) -> list[str]:
    columns = {column.key: column for column in insight.shortage_columns(FORMATS)}
    return [columns[key].text(row) for row in told.shortages]


def role_cells(told: Insight, key: str) -> dict[str, str]:
    columns = {column.key: column for column in insight.role_columns(FORMATS)}
    return {row.balance.role: columns[key].text(row) for row in told.roles}


def test_shortages_stand_by_weighted_hours_with_cause_and_weeks() -> None:
    told = shown()
    assert cells(told, "demand") == ["Port", "Check"]
    assert cells(told, "hours") == ["20", "16"]
    assert cells(told, "cause") == ["Taken by other work", "Nobody suitable"]
    assert cells(told, "weeks") == ["W1 – W2", "W2 – W3"]
    assert cells(told, "project") == ["Comet", "Comet"]


def test_what_meeting_a_demand_would_be_worth_is_its_hours_by_its_weight() -> None:
    assert cells(shown(), "weighted") == ["20", "16"]  # priority 5 weighs one point an hour


def test_roles_say_what_is_asked_met_unmet_and_free() -> None:
    told = shown()
    assert role_cells(told, "asked") == {"Backend": "100", "Tester": "16"}
    assert role_cells(told, "met") == {"Backend": "80", "Tester": "0"}
    assert role_cells(told, "unmet") == {"Backend": "20", "Tester": "16"}
    assert role_cells(told, "free") == {"Backend": "80", "Tester": "0"}
    assert role_cells(told, "holders") == {"Backend": "1", "Tester": "0"}


def test_roles_say_when_they_are_full_and_who_is_short() -> None:
    told = shown()
    assert role_cells(told, "when") == {"Backend": "W1 – W2", "Tester": "W2 – W3"}
    assert role_cells(told, "short") == {"Backend": "Comet 20 h", "Tester": "Comet 16 h"}


def test_full_weeks_apart_are_told_apart() -> None:
    assert insight.stretches((week(1), week(2), week(4))) == "W1 – W2, W4"
    assert insight.stretches(()) == "–"


def test_the_headline_says_how_much_and_mostly_why() -> None:
    assert insight.headline(shown(), FORMATS) == "36 h of 2 demands are not met, most of them for: taken by other work (20 h)."


def test_with_nothing_short_the_headline_says_so() -> None:
    case = portfolio(resource("Ann"), project("Apollo"), demand("Build", "Apollo", first=1, last=1, hours_per_week=40.0), weeks=2)
    told = explained(situation(case, plan(allocation("Build", "Ann", 1, 40.0))))
    assert insight.headline(insight.insight(told), FORMATS) == "Every hour asked is met."
    assert insight.is_explained(told)


def test_a_project_left_out_is_short_of_all_it_asks() -> None:
    told = insight.insight(
        of(CASE.holding(project("Comet", 5, status=ProjectStatus.PROPOSED)), projects=(ProjectPlan(Id("Comet"), selected=False),))
    )
    assert set(cells(told, "cause")) == {"Project left out"}
    assert role_cells(told, "unmet") == {"Backend": "20", "Tester": "16"}


def test_the_proof_says_what_is_left_to_gain() -> None:
    figures = of().figures
    assert figures is not None
    near = replace(figures, value=970.0, bound=1000.0, gap=0.03)
    assert insight.proof(near, FORMATS, current=True) == (
        "The plan is worth 970 points, and it is proved that no plan of this portfolio is worth more than 1,000. "
        "Whatever anyone finds, by any method, gains at most 3.0 % of that."
    )
    best = replace(figures, value=1000.0, bound=1000.0, gap=0.0)
    assert insight.proof(best, FORMATS, current=True).endswith("it is proved that no plan of this portfolio is worth more.")
    as_of = insight.proof(best, FORMATS, current=True, status_date=dt.date(2027, 3, 1))
    assert "no plan of this portfolio with the past of 2027-03-01 is worth more" in as_of
    assert insight.proof(near, FORMATS, current=False).startswith("The bound was proved for the portfolio before the latest changes.")


def test_weeks_that_were_past_when_it_was_planned_are_told_apart() -> None:
    given = portfolio(resource("Ann"), project("Apollo", 1), demand("Build", "Apollo", last=2), weeks=2)
    as_of = explained(situation(given, plan(allocation("Build", "Ann", 2, 20.0), status_date=week(2))))
    reasons = as_of.standing.reasons
    assert reasons == {"Build": "Ann has free hours in 1 of the 2 weeks asked, past when this was planned, so that they stay free."}


def test_a_plan_waits_for_its_causes() -> None:
    bare = situation(CASE, of().plan)
    assert not insight.is_explained(bare)
    assert insight.is_explained(explained(bare))
    assert insight.is_explained(situation(CASE, None))


def test_without_a_plan_there_are_the_conflicts_alone() -> None:
    case = clashing_case().holding(absence("Ann", week(1), friday(1)))
    told = insight.insight(situation(case, None))
    assert told.shortages == ()
    assert [found.place for found in told.findings if found.severity.value == "error"] == ["Dependency Apollo → Comet"]
    assert "Max delay" in next(found for found in told.findings if found.severity.value == "error").remedy
