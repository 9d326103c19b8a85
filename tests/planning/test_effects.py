"""What a scenario would do, worked out for whoever decides: figures, other projects, and when it no longer holds."""

from __future__ import annotations

import json
from dataclasses import replace

import builders as b
import pytest

from data.entities import Id, ScenarioStatus, Study
from data.plan import Plan
from data.portfolio import Portfolio
from data.validation import check
from planner.actions import entities, scenarios
from planner.comparing.measures import Measure
from planner.scenarios.effects import Effects, Since, attached, decided, effects, moved_hours, stale, study_of, worked_out
from planner.scenarios.resolving import resolve

IF = Id("What if")
ANN, APOLLO, COMET = b.resource("Ann", cost_per_hour=50.0), b.project("Apollo", 1), b.project("Comet", 2, max_delay=4)
CASE = b.portfolio(
    ANN,
    APOLLO,
    COMET,
    b.demand("Build", "Apollo", last=2, hours_per_week=20.0),
    b.demand("Port", "Comet", last=2, hours_per_week=20.0),
    b.scenario(),
    b.scenario_change("What if", APOLLO, replace(APOLLO, priority=2)),
    weeks=4,
)
BEFORE = b.plan(b.allocation("Build", "Ann", 1, 20.0), b.allocation("Port", "Ann", 1, 20.0), id=Id("before"))
AFTER = b.plan(b.allocation("Build", "Ann", 1, 20.0), b.allocation("Build", "Ann", 2, 20.0), id=Id("after"), scenario=IF)


def worked(case: Portfolio = CASE) -> Study:
    return worked_out(case, IF, BEFORE, AFTER)


def found(study: Study) -> Effects:
    read = effects(study)
    assert read is not None
    return read


def since(case: Portfolio, study: Study, before: Plan = BEFORE, after: Plan = AFTER) -> tuple[Since, ...]:
    return stale(found(study), case, resolve(case, IF).portfolio, (before.id, after.id))


def test_figures_and_projects_stand_before_and_after_and_the_worst_hurt_comes_first() -> None:
    read = found(worked())
    met = next(row for row in read.figures if row.measure is Measure.MET)
    assert met.figures == (40.0, 40.0)
    assert moved_hours(read) == 20.0
    assert [(each.name, each.own) for each in read.projects] == [("Comet", False), ("Apollo", True)]
    (comet,) = read.others
    assert comet.before is not None
    assert comet.after is not None
    assert (comet.before.coverage, comet.after.coverage) == (0.5, 0.0)
    assert read.current == (False, False)


def test_a_study_is_kept_in_the_place_of_the_one_before_and_goes_with_its_scenario() -> None:
    case = attached(CASE, worked(), ScenarioStatus.PROPOSED).applied_to(CASE)
    assert check(case) == ()
    assert case.scenarios[IF].status is ScenarioStatus.PROPOSED
    edit = attached(case, worked(case))
    again = edit.applied_to(case)
    assert edit.label == "Work out effects of What if"
    assert list(again.studies) == [edit.changes[-1].id]
    assert study_of(again, IF) == edit.changes[-1].after
    assert edit.inverse().applied_to(again) == case
    assert not scenarios.removed(again, IF).applied_to(again).studies


def test_it_says_what_has_changed_since_it_was_worked_out() -> None:
    study = worked()
    case = attached(CASE, study).applied_to(CASE)
    assert since(case, study) == ()
    assert since(entities.changed(case, replace(ANN, level=5), "Raise").applied_to(case), study) == (Since.RECORD,)
    more = b.scenario_change("What if", COMET, replace(COMET, max_delay=8))
    assert since(case.holding(more), study) == (Since.SCENARIO,)
    assert since(case, study, after=replace(AFTER, id=Id("newer"))) == (Since.PLANS,)
    assert since(case.holding(replace(case.scenarios[IF], note="Hm")), study) == (), "a note decides nothing"


def test_a_decision_and_its_reason_are_an_edit() -> None:
    edit = decided(CASE, IF, ScenarioStatus.REJECTED, " Too dear ")
    assert (edit.label, edit.why) == ("Reject scenario What if", "Too dear")
    assert edit.applied_to(CASE).scenarios[IF].status is ScenarioStatus.REJECTED


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"figures": [["Value", None, "x", 1.0]], "projects": [], "current": [True, True]},
        {"figures": [["No such figure", None, 1.0, 1.0]], "projects": [], "current": [True, True]},
        {
            "figures": [],
            "projects": [{"id": "a", "name": "A", "own": True, "before": {"met": "x"}, "after": None, "changed": 0}],
            "current": [True, True],
        },
        {"figures": [], "projects": 7, "current": []},
    ],
)
def test_what_somebody_else_has_written_is_no_effect_and_breaks_nothing(answer: object) -> None:
    assert effects(replace(worked(), answer=json.dumps(answer))) is None
