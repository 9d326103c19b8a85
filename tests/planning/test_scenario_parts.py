"""A scenario put in force part by part: project by project, what else has to go along, and what stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import builders as b
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import portfolios, with_scenarios

from data.digest import digest
from data.edits import between
from data.entities import Entity, Id, ScenarioStatus
from data.portfolio import WHAT_IF_KINDS, Kind, Portfolio
from data.validation import check
from planner.cli import main
from planner.plans import fingerprint
from planner.scenarios.editing import promoted, within
from planner.scenarios.parts import IncompleteError, Parts, said
from planner.scenarios.resolving import Key, changes_of, resolve
from planner.workspace import Workspace

IF = Id("What if")
APOLLO, COMET = b.project("Apollo"), b.project("Comet")
BUILD, PORT = b.demand("Build", "Apollo"), b.demand("Port", "Comet")
ANN, ZOE = b.resource("Ann"), b.resource("Zoe")
RECORD = b.portfolio(ANN, APOLLO, COMET, BUILD, PORT, b.policy(), b.scenario())


def wanting(*pairs: tuple[Entity | None, Entity | None], on: Portfolio = RECORD) -> Portfolio:
    return on.holding(*(b.scenario_change("What if", *pair) for pair in pairs))


def project(name: str) -> Key:
    return Kind.PROJECT, Id(name)


EVERYTHING = wanting(
    (APOLLO, replace(APOLLO, priority=1)),
    (BUILD, replace(BUILD, hours_per_week=10.0)),
    (None, b.demand_week("Build", 2, 4.0)),
    (COMET, replace(COMET, max_delay=4)),
    (None, ZOE),
    (None, b.booking("Port", "Zoe", 2, 8.0)),
    (None, b.absence("Ann", b.week(2), b.friday(2))),
    (RECORD.settings, replace(RECORD.settings, weeks=12)),
    (b.policy(), b.policy(cost=3.0)),
    (None, b.dependency("Apollo", "Comet")),
)


def test_every_change_belongs_to_its_project_and_what_ties_two_to_both() -> None:
    parts = {said(part): len(part.changes) for part in Parts.of(EVERYTHING, IF).all}
    assert parts == {
        "Project Apollo": 4,
        "Project Comet": 3,
        "Resource Ann": 1,
        "Resource Zoe": 1,
        "Policy House": 1,
        "Settings": 1,
    }


def test_one_project_is_promoted_and_the_rest_stays_in_the_scenario() -> None:
    after = promoted(EVERYTHING, IF, only=[project("Apollo")]).applied_to(EVERYTHING)
    assert (after.projects[APOLLO.id].priority, after.projects[COMET.id]) == (1, COMET)
    assert (len(after.demand_weeks), len(after.dependencies), len(after.bookings)) == (1, 1, 0)
    assert after.scenarios[IF].status is ScenarioStatus.DRAFT
    assert len(changes_of(after, IF)) == 6
    assert resolve(after, IF).findings == ()
    assert _content(resolve(after, IF).portfolio) == _content(resolve(EVERYTHING, IF).portfolio)


def test_a_booking_of_somebody_new_needs_that_person_and_nothing_is_half_done() -> None:
    with pytest.raises(IncompleteError) as refused:
        promoted(EVERYTHING, IF, only=[project("Comet")])
    assert [said(part) for part in refused.value.needs] == ["Resource Zoe"]
    assert str(refused.value) == (
        "Nothing was promoted, since this cannot be without the rest: "
        "Booking of Zoe on Port, week 2027-01-11, resource: is not there; name one of the resources. Take along: Resource Zoe"
    )
    assert promoted(EVERYTHING, IF, only=[project("Comet"), (Kind.RESOURCE, ZOE.id)])


def test_somebody_who_leaves_takes_the_project_along_that_is_rid_of_their_bookings() -> None:
    booked = b.booking("Build", "Ann", 1, 4.0)
    case = wanting((booked, None), (ANN, None), on=RECORD.holding(booked))
    assert [said(part) for part in Parts.of(case, IF).needs([(Kind.RESOURCE, ANN.id)])] == ["Project Apollo"]
    assert Parts.of(case, IF).needs([project("Apollo")]) == ()


def test_a_name_that_another_gives_up_and_a_circle_that_another_opens_need_that_other() -> None:
    case = wanting((ANN, replace(ANN, name="Anna")), (None, replace(ZOE, name="Ann")))
    assert [said(part) for part in Parts.of(case, IF).needs([(Kind.RESOURCE, ZOE.id)])] == ["Resource Anna"]
    third, back = b.project("Delta"), b.dependency("Comet", "Delta")
    case = wanting(
        (b.dependency("Apollo", "Comet"), None),
        (None, b.dependency("Delta", "Apollo")),
        on=RECORD.holding(third, back, b.dependency("Apollo", "Comet")),
    )
    assert [said(part) for part in Parts.of(case, IF).needs([project("Delta")])] == ["Project Comet"]
    assert not Parts.of(case, IF).faults([project("Apollo")])


def test_all_parts_are_the_whole_scenario_and_none_are_nothing() -> None:
    parts = Parts.of(EVERYTHING, IF)
    assert promoted(EVERYTHING, IF, only=parts.keys) == promoted(EVERYTHING, IF)
    assert not promoted(EVERYTHING, IF, only=[])


@given(portfolios(), portfolios(), st.data())
def test_whatever_is_chosen_either_holds_by_itself_or_says_what_is_needed_and_what_is_left_is_still_wanted(
    one: Portfolio, other: Portfolio, data: st.DataObject
) -> None:
    case = one.holding(b.scenario())
    case = within(case, IF, between(one, other, "")).applied_to(case)
    parts = Parts.of(case, IF)
    chosen = {part.key for part in parts.all if data.draw(st.booleans())}
    needed = {part.key for part in parts.needs(chosen)}
    edit = promoted(case, IF, only=chosen | needed)
    after = edit.applied_to(case)
    assert check(after) == ()
    assert _content(resolve(after, IF).portfolio) == other
    assert digest(edit.inverse().applied_to(after)) == digest(case)
    if needed:
        with pytest.raises(IncompleteError):
            promoted(case, IF, only=chosen)


@given(with_scenarios())
def test_every_part_can_be_had_with_what_it_needs_whatever_the_plan_of_record_has_become(case: Portfolio) -> None:
    for key in case.scenarios:
        parts = Parts.of(case, key)
        for part in parts.all:
            wanted = {part.key, *(each.key for each in parts.needs([part.key]))}
            assert check(promoted(case, key, only=wanted).applied_to(case)) == ()


def _content(portfolio: Portfolio) -> Portfolio:
    return portfolio.replacing([(kind, key, None) for kind in WHAT_IF_KINDS for key in portfolio.of(kind)])


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PLIMSOLL_HOME", str(tmp_path / "home"))
    path = tmp_path / "case.plimsoll"
    Workspace.create(path, EVERYTHING).close()
    return path


def test_a_part_is_one_undo_step_and_takes_no_plan_along_that_was_made_for_the_whole(path: Path) -> None:
    with Workspace.open(path) as workspace:
        before = workspace.digest
        workspace.enter(IF)
        workspace.keep_plan(b.plan(fingerprint=fingerprint(workspace.portfolio), scenario=IF))
        workspace.promote(IF, only=[project("Apollo")])
        assert workspace.scenario is None
        assert workspace.plan is None
        assert workspace.undo_label == "Promote Apollo of scenario What if"
        workspace.undo()
        assert workspace.digest == before


def test_the_command_promotes_by_name_and_says_what_and_what_stays(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["promote", str(path), " What if", "--project", "Comet", "--other", "Zoe"]
    assert main([*arguments, "--dry-run"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Project Comet: max delay 0 → 4; bookings: 1 added; dependencies: 1 added",
        "Resource Zoe: added",
        "Left in the scenario: Project Apollo, Resource Ann, Policy House, Settings",
        "Nothing written (--dry-run).",
    ]
    assert main(arguments) == 0
    assert f"What if promoted in {path} as one edit." in capsys.readouterr().out
    with Workspace.read(path) as workspace:
        assert workspace.record.projects[COMET.id].max_delay == 4
        assert workspace.record.projects[APOLLO.id] == APOLLO


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["What if", "--project", "Comet"], 1, "Take along: Resource Zoe"),
        (["What if", "--project", "Zoe"], 2, "Zoe: the scenario changes nothing of that name (it changes Project Apollo, Project Comet)."),
        (["Else"], 2, "Else: the PORTFOLIO keeps no scenario of that name (it keeps What if)."),
    ],
)
def test_what_cannot_be_promoted_is_told_and_the_file_stays_as_it_is(
    path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, told: str
) -> None:
    before = path.read_bytes()
    assert main(["promote", str(path), *arguments]) == code
    assert told in capsys.readouterr().err
    assert path.read_bytes() == before


def test_the_command_promotes_a_whole_scenario(path: Path) -> None:
    assert main(["promote", str(path), "What if"]) == 0
    with Workspace.read(path) as workspace:
        assert not workspace.record.scenario_changes
        assert workspace.record.scenarios[IF].status is ScenarioStatus.APPROVED
