"""Estimates, baselines and studies: what they must obey, what goes with what, and what an import leaves alone."""

from __future__ import annotations

from dataclasses import replace

import builders as b
import pytest

from data.entities import Baseline, Entity, Estimate, Id, Project, Study
from data.portfolio import Kind, Portfolio
from data.validation import check
from planner.actions.entities import removed
from planner.importing.comparing import compare
from planner.rewinding import restoring

STUDY = b.study(scenario_id="What if")
HELD = b.small_case().holding(b.scenario(), b.estimate("Apollo"), b.baseline(), b.study("Of today"), STUDY)
KEPT: tuple[type[Entity], ...] = (Estimate, Baseline, Study)


def kept(portfolio: Portfolio) -> list[Entity]:
    return [each for each in portfolio.everything() if isinstance(each, KEPT)]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (b.estimate("Apollo", low=120.0), "Estimate of Apollo, likely: is 100, below the low 120; type 120 or more"),
        (b.estimate("Apollo", high=90.0), "Estimate of Apollo, high: is 90, below the likely 100; type 100 or more"),
        (b.estimate("Apollo", high=1001.0), "Estimate of Apollo, high: is 1001; type a number from 0 to 1000"),
        (b.estimate("Apollo", win=0.4), "Estimate of Apollo, win: is 0.4, which reads like a fraction; type 40 for 40 %"),
        (b.estimate("Gemini"), "Estimate of ?, project: is not there; name one of the projects"),
        (replace(b.estimate("Apollo"), id=Id("f")), "Estimate of Apollo, project: has an estimate already; keep one of the two"),
        (replace(b.baseline(), id=Id("b")), "Baseline As agreed, name: “As agreed” stands twice among the baselines; give one of them another name"),
        (b.study(answer="[1]"), "Study How many testers, answer: is not what a study says; remove this study, and ask again"),
        (b.study(question="[" * 100_000), "Study How many testers, question: is not what a study says; remove this study, and ask again"),
        (b.study(scenario_id="gone"), "Study How many testers, scenario: is not there; name one of the scenarios"),
        (b.scenario_change("What if", None, b.baseline("Other")), "changes a scenario, a baseline or a study"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_remedy(wrong: Entity, said: str) -> None:
    assert check(HELD) == ()
    assert said in "\n".join(map(str, check(HELD.holding(wrong))))


def test_a_study_goes_with_its_scenario_and_an_estimate_with_its_project() -> None:
    left = removed(HELD, Kind.SCENARIO, [Id("What if")], "Remove").applied_to(HELD)
    assert list(left.studies) == ["Of today"]
    assert not removed(HELD, Kind.PROJECT, [Id("Apollo")], "Remove").applied_to(HELD).estimates


def test_going_back_keeps_those_of_today_and_brings_back_what_was_removed_since() -> None:
    gone = removed(HELD, Kind.STUDY, [Id("Of today")], "Remove")
    today = gone.applied_to(HELD)
    assert restoring(today, [gone], "Back").applied_to(today) == HELD
    assert restoring(HELD, [gone.inverse()], "Back").changes == ()


def test_an_import_without_a_row_of_them_leaves_them_as_they_are() -> None:
    sheets = b.small_case()
    assert compare(HELD, sheets).changes == ()
    without = removed(sheets, Kind.PROJECT, [Id("Apollo")], "").applied_to(sheets)
    after = compare(HELD, without).applied_to(HELD)
    assert kept(after) == [each for each in kept(HELD) if not isinstance(each, Estimate)]
    assert check(after) == ()


def test_an_import_with_estimates_says_all_of_them() -> None:
    other = Project(Id("p9"), "Gemini")
    after = compare(HELD, b.small_case().holding(other, replace(b.estimate("Apollo"), project_id=other.id))).applied_to(HELD)
    assert [(after.projects[each.project_id].name, each.high) for each in after.estimates.values()] == [("Gemini", 150.0)]
