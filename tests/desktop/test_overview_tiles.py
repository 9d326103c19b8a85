"""The overview's figures, what has changed since the plan before, and where each leads, in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from data.entities import BookingKind, Id, ProjectStatus
from data.plan import Plan, ProjectPlan
from planner.plans import fingerprint
from tests.builders import allocation, booking, demand, plan, portfolio, project, resource, short_case, week
from ui.presenters import attention, insight, overview, tiles
from ui.presenters.column_filter import ColumnFilter
from ui.presenters.formats import Formats
from ui.presenters.leads import InsightPart, Page, ToInsight, ToMap, ToTable
from ui.presenters.situation import Situation, explained, situation
from ui.presenters.tiles import Tile

FORMATS = Formats()
NOW = dt.datetime(2027, 5, 20, 12, 0, tzinfo=dt.UTC)
CASE = portfolio(resource("Ann"), project("Apollo"), demand("Build", "Apollo", first=1, last=1, hours_per_week=50.0), weeks=2)
MAY = dt.datetime(2027, 5, 3, 9, 0, tzinfo=dt.UTC)


def giving(hours: float, **fields: object) -> Plan:
    """A plan in which Ann gives Apollo so many of its 50 hours."""
    return plan(allocation("Build", "Ann", 1, hours), fingerprint=fingerprint(CASE), bound=640.0, **fields)


def against(now: Plan, before: Plan | None) -> dict[str, Tile]:
    shown = explained(situation(CASE, now), before)
    return {tile.label: tile for tile in tiles.tiles(shown, NOW, FORMATS)}


def said(tile: Tile) -> str:
    assert tile.change is not None
    return f"{tile.change.figure} {tile.change.since}"


def test_before_a_plan_tiles_tell_the_size_of_the_portfolio() -> None:
    told = {tile.label: tile.figure for tile in tiles.tiles(situation(CASE, None), NOW, FORMATS)}
    assert told == {"Resources": "1", "Projects": "1", "Demands": "1", "Asked of capacity": "62 %"}


def test_with_a_plan_tiles_tell_its_figures() -> None:
    told = against(giving(40.0), None)
    assert told["Coverage"].figure == "80.0 %"
    assert told["Utilisation"].figure == "50.0 %"
    assert told["Overload"].figure == "0 h"
    assert told["Projects in"].figure == "1 of 1"


def test_every_tile_has_its_formula_and_says_where_it_leads() -> None:
    everything = (*against(giving(40.0), None).values(), *tiles.tiles(situation(CASE, None), NOW, FORMATS))
    assert all(tile.formula and tile.leads for tile in everything)


def test_without_a_plan_before_nothing_is_compared() -> None:
    assert all(tile.change is None for tile in against(giving(40.0), None).values())


def test_a_change_has_sign_arrow_and_word_and_names_the_plan() -> None:
    tile = against(giving(40.0), giving(39.4, solved_at=MAY))["Coverage"]
    assert said(tile) == "▲ +1.2 points, better since the plan of 3 May"
    assert tile.change is not None
    assert tile.change.explained == "78.8 % in the plan of 3 May, 80.0 % now; both measured against the portfolio as it stands."


def test_what_is_worse_says_so() -> None:
    tile = against(giving(30.0), giving(40.0, solved_at=MAY))["Coverage"]
    assert said(tile) == "▼ −20.0 points, worse since the plan of 3 May"
    assert tile.change is not None
    assert tile.change.mark == "bad"


def test_less_overload_is_better() -> None:
    tile = against(giving(42.0), giving(45.0, solved_at=MAY))["Overload"]
    assert said(tile) == "▼ −3 h, better since the plan of 3 May"


def test_more_use_is_neither_better_nor_worse() -> None:
    tile = against(giving(40.0), giving(20.0, solved_at=MAY))["Utilisation"]
    assert said(tile) == "▲ +25.0 points, higher since the plan of 3 May"
    assert tile.change is not None
    assert tile.change.mark == ""


def test_what_stayed_is_called_unchanged() -> None:
    assert said(against(giving(40.0), giving(40.0, solved_at=MAY))["Coverage"]) == "= unchanged since the plan of 3 May"


def test_a_plan_of_today_is_named_by_its_time_and_one_of_another_year_with_it() -> None:
    today, last_year = NOW.replace(hour=9, minute=5), MAY.replace(year=2026)
    assert said(against(giving(40.0), giving(30.0, solved_at=today))["Coverage"]).endswith("since the plan of 09:05")
    assert said(against(giving(40.0), giving(30.0, solved_at=last_year))["Coverage"]).endswith("since the plan of 3 May 2026")


def test_the_plan_of_record_is_named_as_such() -> None:
    before = giving(30.0, id=Id("plan-0"), solved_at=MAY)
    case = CASE.holding(replace(CASE.settings, plan_of_record_id=before.id))
    shown = explained(situation(case, giving(40.0)), before)
    assert said(next(tile for tile in tiles.tiles(shown, NOW, FORMATS) if tile.label == "Coverage")).endswith("since the plan of record")


def test_gaps_are_compared_only_where_both_were_proved_for_the_same_portfolio() -> None:
    same, other = giving(30.0, solved_at=MAY), replace(giving(30.0, solved_at=MAY), fingerprint="another")
    assert against(giving(40.0), same)["Proved gap"].change is not None
    assert against(giving(40.0), other)["Proved gap"].change is None


def test_of_a_portfolio_changed_since_no_gap_is_claimed() -> None:
    told = tiles.tiles(situation(CASE.holding(project("Apollo", 1)), giving(40.0)), NOW, FORMATS)
    assert next(tile.figure for tile in told if tile.label == "Proved gap") == "–"


def test_the_overload_leads_to_its_worst_week() -> None:
    case = portfolio(resource("Ann"), resource("Bob"), project("Apollo"), demand("Build", "Apollo", hours_per_week=100.0), weeks=4)
    made = plan(allocation("Build", "Ann", 1, 41.0), allocation("Build", "Bob", 3, 50.0), fingerprint=fingerprint(case), bound=9_999.0)
    shown = explained(situation(case, made))
    tile = next(tile for tile in tiles.tiles(shown, NOW, FORMATS) if tile.label == "Overload")
    assert tile.lead == ToMap(Id("Bob"), week(3), overloaded=True)


def test_projects_left_out_lead_to_themselves() -> None:
    case = CASE.holding(project("Borealis", status=ProjectStatus.PROPOSED), demand("Dig", "Borealis", first=1, last=1, hours_per_week=9.0))
    made = plan(allocation("Build", "Ann", 1, 40.0), projects=(ProjectPlan(Id("Borealis"), selected=False),), bound=640.0)
    tile = next(tile for tile in tiles.tiles(situation(case, made), NOW, FORMATS) if tile.label == "Projects in")
    assert tile.lead == ToTable(Page.PROJECTS, {"placing": ColumnFilter(values=frozenset({"Left out"}))})


def short() -> Situation:
    """Ann builds all that Apollo asks; nothing is left for Comet, and nobody checks."""
    case = short_case()
    made = plan(*(allocation("Build", "Ann", number, 40.0) for number in (1, 2)), fingerprint=fingerprint(case), bound=1300.0)
    return explained(situation(case, made))


def test_coverage_is_told_by_priority_with_what_is_short() -> None:
    told = attention.priorities(short(), NOW, FORMATS)
    assert [(line.name, line.figure, line.note) for line in told] == [
        ("Priority 1", "100.0 %", "1 project, all met"),
        ("Priority 5", "0.0 %", "36 h of 1 project short"),
    ]
    assert told[1].lead == ToTable(Page.PROJECTS, {"priority": ColumnFilter("= 5")})


def test_coverage_by_priority_says_what_has_changed() -> None:
    shown = explained(situation(CASE, giving(40.0)), giving(30.0, solved_at=MAY))
    (line,) = attention.priorities(shown, NOW, FORMATS)
    assert line.note.endswith("▲ +20.0 points, better")


def test_bottlenecks_are_the_roles_of_most_hours_short() -> None:
    told = attention.bottlenecks(insight.insight(short()).roles, 4, FORMATS)
    assert [(line.name, line.figure, line.note) for line in told] == [
        ("Backend", "20 h short", "full in 2 of 4 weeks; Comet 20 h"),
        ("Tester", "16 h short", "nobody holds it; Comet 16 h"),
    ]
    assert told[0].lead == ToInsight(InsightPart.NOT_MET, role="Backend")


def test_conflicts_name_who_is_loaded_above_capacity_and_when() -> None:
    case = portfolio(
        resource("Ann"),
        resource("Bob", overtime=8.0),
        project("Apollo"),
        demand("Build", "Apollo", hours_per_week=90.0, first=1, last=2),
        booking("Build", "Ann", 2, 46.0, BookingKind.HARD),
        weeks=4,
    )
    made = plan(allocation("Build", "Ann", 2, 46.0), allocation("Build", "Bob", 1, 44.0), fingerprint=fingerprint(case), bound=9_999.0)
    told = attention.conflicts(insight.insight(explained(situation(case, made))), FORMATS)
    over = [(line.name, line.sign, line.figure, line.note) for line in told if isinstance(line.lead, ToMap)]
    assert over == [
        ("Ann", "▲▲", "6 h over", "in 1 week, most in W2 · 11 Jan; no overtime"),
        ("Bob", "▲", "4 h over", "in 1 week, most in W1 · 4 Jan; within overtime"),
    ]
    assert next(line.lead for line in told if line.name == "Ann") == ToMap(Id("Ann"), week(2))


def test_lists_are_short_and_lead_to_the_rest() -> None:
    roles = [f"Role {number}" for number in range(7)]
    asked = [demand(f"Ask {role}", "Apollo", role) for role in roles]
    case = portfolio(resource("Ann"), project("Apollo"), *asked, weeks=4)
    made = plan(fingerprint=fingerprint(case), bound=9_999.0)
    shown = insight.insight(explained(situation(case, made)))
    told = attention.bottlenecks(shown.roles, 4, FORMATS)
    assert len(told) == attention.MOST + 1
    assert (told[-1].name, told[-1].lead) == ("2 more", ToInsight(InsightPart.ROLES))
    assert attention.conflicts(shown, FORMATS)[-1].lead == ToInsight(InsightPart.CONFLICTS)


def test_before_a_plan_the_headline_says_what_is_asked() -> None:
    assert overview.headline(situation(CASE, None), FORMATS) == "50 h are asked of 80 h of capacity; nothing is planned or booked yet."


def test_each_week_of_the_chart_is_told_in_hours() -> None:
    first, second = overview.weeks_in_words(explained(situation(CASE, giving(40.0))), FORMATS)
    assert first.startswith("W1 · 4 Jan: 40 of 40 h of capacity allocated, 10 h asked and not met")
    assert second.startswith("W2 · 11 Jan: 0 of 40 h of capacity allocated\n")
