"""Scenarios: changes on the plan of record, replayed on what it is today, edited from inside, put in force."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import builders as b
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import portfolios, with_scenarios

from data.digest import digest
from data.edits import Change, Edit, StaleEditError, adding, between
from data.entities import Id, Scenario, ScenarioStatus
from data.findings import Severity
from data.portfolio import WHAT_IF_KINDS, Kind, Portfolio
from data.validation import check
from planner.actions import entities, scenarios
from planner.changing import RefusedEdit
from planner.plans import fingerprint
from planner.scenarios.editing import promoted, within
from planner.scenarios.resolving import changes_of, replayed, resolve
from planner.workspace import Workspace

IF = Id("What if")
APOLLO = b.project("Apollo", priority=2, start=b.week(1), finish=b.friday(4))
BUILD = b.demand("Build", "Apollo", hours_per_week=10.0)
ANN = b.resource("Ann")
CASE = b.portfolio(ANN, APOLLO, BUILD, b.scenario())


def wanting(*pairs: tuple[object, object], on: Portfolio = CASE) -> Portfolio:
    """The case with a scenario that changes each first into the second."""
    return on.holding(*(b.scenario_change("What if", before, after) for before, after in pairs))  # type: ignore[arg-type]


LATER = replace(APOLLO, start=b.week(3))


def test_a_scenario_without_changes_is_the_plan_of_record() -> None:
    found = resolve(CASE, IF)
    assert found.portfolio == CASE
    assert found.portfolio.scenario_id == IF
    assert found.findings == ()


def test_changes_are_made_on_the_plan_of_record_and_leave_it_alone() -> None:
    bob = b.resource("Bob")
    case = wanting((APOLLO, LATER), (None, bob), (BUILD, None))
    found = resolve(case, IF)
    assert found.findings == ()
    assert found.portfolio.projects == {"Apollo": LATER}
    assert set(found.portfolio.resources) == {"Ann", "Bob"}
    assert not found.portfolio.demands
    assert case.projects == {"Apollo": APOLLO}


def test_a_scenario_does_not_change_what_a_plan_is_made_for() -> None:
    assert fingerprint(wanting((APOLLO, LATER))) == fingerprint(b.portfolio(ANN, APOLLO, BUILD))


def test_what_the_plan_of_record_changed_elsewhere_in_a_thing_holds_in_the_scenario() -> None:
    case = wanting((APOLLO, LATER)).holding(replace(APOLLO, name="Apollo 2", priority=1))
    found = resolve(case, IF)
    assert found.findings == ()
    assert found.portfolio.projects[APOLLO.id] == replace(LATER, name="Apollo 2", priority=1)


def test_where_both_changed_one_field_the_change_is_left_out_and_told() -> None:
    case = wanting((APOLLO, replace(LATER, priority=1))).holding(replace(APOLLO, start=b.week(2)))
    found = resolve(case, IF)
    assert found.portfolio.projects[APOLLO.id] == replace(APOLLO, start=b.week(2))
    (missed,) = found.missed
    assert str(missed.finding) == (
        "Project Apollo: the plan of record has changed its start meanwhile; keep the scenario's, or drop this change"
    )
    assert missed.can_keep


def test_a_change_left_out_is_kept_on_top_of_today_or_dropped() -> None:
    case = wanting((APOLLO, LATER)).holding(replace(APOLLO, start=b.week(2), priority=1))
    (missed,) = resolve(case, IF).missed
    kept = scenarios.kept(case, missed.change).applied_to(case)
    assert resolve(kept, IF).findings == ()
    assert resolve(kept, IF).portfolio.projects[APOLLO.id] == replace(LATER, priority=1)
    dropped = scenarios.dropped(case, missed.change).applied_to(case)
    assert not dropped.scenario_changes


def test_a_thing_that_was_removed_is_told_and_can_be_added_again() -> None:
    case = wanting((ANN, replace(ANN, level=5)))
    case = case.replacing([(Kind.RESOURCE, ANN.id, None)])
    found = resolve(case, IF)
    (missed,) = found.missed
    assert not found.portfolio.resources
    assert str(missed.finding).startswith("Resource Ann: was removed from the plan of record; drop this change")
    kept = scenarios.kept(case, missed.change).applied_to(case)
    assert resolve(kept, IF).portfolio.resources == {"Ann": replace(ANN, level=5)}


def test_what_is_so_already_is_only_noted() -> None:
    found = resolve(wanting((APOLLO, LATER)).holding(LATER), IF)
    assert [each.severity for each in found.findings] == [Severity.NOTE]
    assert found.portfolio.projects[APOLLO.id] == LATER


def test_what_has_come_to_a_removed_project_goes_with_it() -> None:
    case = wanting((BUILD, None), (APOLLO, None)).holding(b.demand("Test", "Apollo", hours_per_week=5.0))
    found = resolve(case, IF)
    assert not found.portfolio.projects
    assert not found.portfolio.demands
    assert check(found.portfolio) == ()


def test_what_refers_to_something_that_is_gone_is_left_out_with_all_that_hangs_on_it() -> None:
    more, booked = b.demand("More", "Apollo", hours_per_week=5.0), b.booking("More", "Ann", 2, 4.0)
    case = wanting((None, more), (None, booked))
    case = entities.removed(case, Kind.PROJECT, [APOLLO.id], "").applied_to(case)
    found = resolve(case, IF)
    assert not found.portfolio.demands
    assert not found.portfolio.bookings
    assert len(found.missed) == 2
    assert "does not fit the plan of record any more" in str(found.missed[0].finding)


def test_a_name_that_is_taken_meanwhile_is_told_of_the_one_that_the_scenario_adds() -> None:
    case = wanting((None, replace(ANN, id=Id("A new Bob"), name="Bob"))).holding(b.resource("Bob"))
    found = resolve(case, IF)
    assert set(found.portfolio.resources) == {"Ann", "Bob"}
    assert len(found.missed) == 1
    assert check(found.portfolio) == ()


def test_an_edit_made_inside_is_the_scenario_s() -> None:
    case = wanting((APOLLO, LATER))
    inside = resolve(case, IF).portfolio
    edit = within(case, IF, entities.changed(inside, replace(LATER, priority=1), "Raise Apollo"))
    assert edit.label == "Raise Apollo (in What if)"
    after = edit.applied_to(case)
    assert after.projects == case.projects
    assert [(each.before, each.after) for each in changes_of(after, IF)] == [(APOLLO, replace(LATER, priority=1))]


def test_a_change_taken_back_inside_is_none() -> None:
    case = wanting((APOLLO, LATER))
    edit = within(case, IF, entities.changed(resolve(case, IF).portfolio, APOLLO, "Back"))
    assert edit.applied_to(case) == CASE


def test_what_is_added_and_removed_inside_is_none() -> None:
    bob = b.resource("Bob")
    case = wanting((None, bob))
    edit = within(case, IF, entities.removed(resolve(case, IF).portfolio, Kind.RESOURCE, [bob.id], "Remove Bob"))
    assert edit.applied_to(case) == CASE


def test_an_edit_for_another_state_of_the_scenario_is_stale() -> None:
    with pytest.raises(StaleEditError):
        within(wanting((APOLLO, LATER)), IF, entities.changed(CASE, replace(APOLLO, priority=1), "Raise"))


def test_a_note_on_a_scenario_written_inside_one_is_no_change_of_it() -> None:
    edit = entities.changed(CASE, b.scenario(note="Client asks"), "Note")
    assert within(CASE, IF, edit) == edit


def test_promoting_makes_the_changes_and_approves_and_empties() -> None:
    case = wanting((APOLLO, LATER))
    after = promoted(case, IF).applied_to(case)
    assert after.projects == {"Apollo": LATER}
    assert after.scenarios[IF].status is ScenarioStatus.APPROVED
    assert not after.scenario_changes
    assert set(promoted(case, IF, keep=True).applied_to(case).scenario_changes) == set(case.scenario_changes)


def test_promoting_leaves_in_the_scenario_what_could_not_be_done() -> None:
    case = wanting((APOLLO, LATER), (ANN, replace(ANN, level=5))).holding(replace(APOLLO, start=b.week(2)))
    after = promoted(case, IF).applied_to(case)
    assert after.resources[ANN.id].level == 5
    assert [each.before for each in after.scenario_changes.values()] == [APOLLO]


def test_a_copy_begins_with_all_that_the_other_changes_and_outlives_it() -> None:
    case = wanting((APOLLO, LATER))
    copy = scenarios.fresh(case, "Pia", case.scenarios[IF])
    assert (copy.name, copy.owner, copy.based_on_id) == ("What if 2", "Pia", IF)
    case = scenarios.added(case, copy).applied_to(case)
    assert check(case) == ()
    case = scenarios.removed(case, IF).applied_to(case)
    assert check(case) == ()
    assert case.scenarios[copy.id].based_on_id is None
    assert resolve(case, copy.id).portfolio.projects == {"Apollo": LATER}


def test_a_scenario_change_that_says_nonsense_is_refused() -> None:
    found = [str(each) for each in check(wanting((APOLLO, replace(APOLLO, priority=9)), (ANN, ANN), (CASE.settings, None)))]
    assert "Scenario What if, Project Apollo, priority: is 9; type a whole number from 1 to 5" in found
    assert any("changes nothing" in each for each in found)
    assert any("adds or removes the settings" in each for each in found)
    loose = replace(b.scenario_change("What if", APOLLO, LATER), id=Id("else"))
    assert any("not that of what it changes" in str(each) for each in check(CASE.holding(loose)))
    assert any("changes a scenario" in str(each) for each in check(wanting((None, b.scenario("Other")))))


@given(portfolios(), portfolios())
def test_a_scenario_replayed_on_what_it_was_made_for_is_what_it_was_made_as(one: Portfolio, other: Portfolio) -> None:
    case = one.holding(b.scenario())
    case = within(case, IF, between(one, other, "")).applied_to(case)
    found = resolve(case, IF)
    assert found.findings == ()
    assert _content(found.portfolio) == other


@given(with_scenarios())
def test_whatever_was_left_out_the_rules_hold_and_everything_is_told(case: Portfolio) -> None:
    for key in case.scenarios:
        found = resolve(case, key)
        assert check(found.portfolio) == ()
        left_out = {each.change.id for each in found.missed}
        done = [each for each in changes_of(case, key) if each.id not in left_out]
        assert replayed(case, done).portfolio == found.portfolio
        assert replayed(case, done).missed == ()


@given(with_scenarios(), st.booleans())
def test_promoting_and_taking_it_back_is_nothing(case: Portfolio, keep: bool) -> None:
    for key in case.scenarios:
        edit = promoted(case, key, keep=keep)
        after = edit.applied_to(case)
        assert _content(after) == _content(resolve(case, key).portfolio)
        assert check(after) == ()
        assert digest(edit.inverse().applied_to(after)) == digest(case)


@given(portfolios(), st.lists(st.tuples(st.booleans(), portfolios()), max_size=3))
def test_whatever_is_edited_inside_is_what_is_seen_next_whatever_the_plan_of_record_did(
    case: Portfolio, steps: list[tuple[bool, Portfolio]]
) -> None:
    case = case.holding(b.scenario())
    for inside, goal in steps:
        if not inside:
            case = between(_content(case), goal, "").applied_to(case)
            continue
        seen = resolve(case, IF)
        edit = between(_content(seen.portfolio), goal, "")
        case = within(case, IF, edit).applied_to(case)
        found = resolve(case, IF)
        assert check(found.portfolio) == ()
        assert seen.missed or _content(found.portfolio) == goal, "what was left out before may fit again"
    promotion = promoted(case, IF)
    assert digest(promotion.inverse().applied_to(promotion.applied_to(case))) == digest(case)


def _content(portfolio: Portfolio) -> Portfolio:
    """The portfolio without its scenarios."""
    return portfolio.replacing([(kind, key, None) for kind in WHAT_IF_KINDS for key in portfolio.of(kind)])


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.setenv("PLIMSOLL_HOME", str(tmp_path / "home"))
    return Workspace.create(tmp_path / "case.plimsoll", CASE)


def test_in_a_scenario_edits_and_plans_are_the_scenario_s_and_survive_closing(workspace: Workspace) -> None:
    plan, tried = b.plan(id=Id("of record")), b.plan(id=Id("tried"), scenario=IF)
    with workspace:
        workspace.keep_plan(plan)
        workspace.enter(IF)
        assert workspace.plan is None
        workspace.apply(entities.changed(workspace.portfolio, LATER, "Delay"))
        workspace.keep_plan(tried)
        assert (workspace.portfolio.projects[APOLLO.id], workspace.record.projects[APOLLO.id]) == (LATER, APOLLO)
        assert (workspace.plan, workspace.plan_of_record) == (tried, plan)
        workspace.enter(None)
        assert (workspace.portfolio.projects[APOLLO.id], workspace.plan) == (APOLLO, plan)
    with Workspace.open(workspace.path) as again:
        again.enter(IF)
        assert (again.portfolio.projects[APOLLO.id], again.plan) == (LATER, tried)


def test_undo_takes_back_what_was_done_in_a_scenario_and_undoing_the_scenario_leaves_it(workspace: Workspace) -> None:
    with workspace:
        other = Scenario(Id("other"), "Other")
        workspace.apply(scenarios.added(workspace.portfolio, other))
        workspace.enter(other.id)
        workspace.apply(entities.changed(workspace.portfolio, LATER, "Delay"))
        assert workspace.undo_label == "Delay (in Other)"
        workspace.undo()
        assert workspace.portfolio.projects[APOLLO.id] == APOLLO
        workspace.redo()
        assert workspace.portfolio.projects[APOLLO.id] == LATER
        workspace.undo()
        workspace.undo()
        assert workspace.scenario is None
        assert workspace.portfolio == CASE


def test_an_edit_that_breaks_a_rule_of_the_scenario_is_refused(workspace: Workspace) -> None:
    with workspace:
        workspace.enter(IF)
        workspace.apply(adding("Add Bob", [b.resource("Bob")]))
        twin = replace(ANN, id=Id("Twin"), name="Bob")
        with pytest.raises(RefusedEdit, match="stands twice"):
            workspace.apply(Edit("Add twin", (Change(Kind.RESOURCE, twin.id, None, twin),)))


def test_promoting_goes_on_with_the_plan_of_record_and_takes_the_plan_along(workspace: Workspace) -> None:
    with workspace:
        before = workspace.digest
        workspace.enter(IF)
        workspace.apply(entities.changed(workspace.portfolio, LATER, "Delay"))
        tried = workspace.digest
        workspace.keep_plan(b.plan(fingerprint=fingerprint(workspace.portfolio), scenario=IF))
        workspace.promote(IF)
        assert workspace.scenario is None
        assert workspace.record.projects[APOLLO.id] == LATER
        assert workspace.plan is not None
        assert workspace.plan.scenario == ""
        workspace.undo()
        assert workspace.digest == tried
        workspace.undo()
        assert workspace.digest == before
