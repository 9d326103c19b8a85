"""The log in words: rows of steps and plans, and what an edit changed field by field."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from data.edits import Change, Edit
from data.entities import Id, Scenario
from data.plan import KeptPlan, PlanStatus
from data.portfolio import Kind
from data.steps import Step, StepKind
from planner.actions.entities import added, changed, removed
from tests.builders import calendar, resource, small_case
from ui.presenters import log_details
from ui.presenters.formats import Formats
from ui.presenters.log import LogRow, headline, people, restore_label, rows, rows_on, says
from ui.presenters.log_details import Details, details

FORMATS = Formats()


def local(hour: int, minute: int = 0) -> dt.datetime:
    """A moment of the user's own time."""
    return dt.datetime(2026, 11, 22, hour, minute).astimezone()


def step(number: int, at: dt.datetime, label: str, kind: StepKind = StepKind.EDIT, who: str = "ann", why: str = "") -> Step:
    return Step(number, at, who, kind, None, label, why, "", "")


def kept(key: str, at: dt.datetime, policy: str = "", solved_at: dt.datetime | None = None) -> KeptPlan:
    return KeptPlan(Id(key), at, solved_at or at, PlanStatus.FEASIBLE, 1200.0, 1250.0, policy, "HiGHS")


def in_scenario(key: str, at: dt.datetime, scenario: str) -> KeptPlan:
    return replace(kept(key, at), scenario=scenario)


def labels(found: list[LogRow]) -> list[str]:
    return [row.label for row in found]


STEPS = (
    step(1, local(9), "Create Case", StepKind.CREATE),
    step(2, local(10), "Rename Ann", who="bob", why="she married"),
    step(3, local(11), "Rename Ann", StepKind.UNDO),
)


def test_steps_stand_newest_first_with_who_and_when_and_why() -> None:
    found = rows(STEPS, (), FORMATS)
    assert [(row.when, row.who, row.happened, row.label, row.why) for row in found] == [
        ("2026-11-22 11:00", "ann", "Undone", "Rename Ann", ""),
        ("2026-11-22 10:00", "bob", "Changed", "Rename Ann", "she married"),
        ("2026-11-22 09:00", "ann", "Created", "Create Case", ""),
    ]


def test_a_plan_stands_after_the_step_it_was_made_on() -> None:
    plans = (kept("first", local(9, 30)), kept("last", local(12), "House"))
    found = rows(STEPS, plans, FORMATS)
    assert labels(found) == [
        "Feasible plan of 1,200 points, at most 1,250, by the policy House",
        "Rename Ann",
        "Rename Ann",
        "Feasible plan of 1,200 points, at most 1,250",
        "Create Case",
    ]
    assert [row.step.number for row in found] == [3, 3, 2, 1, 1]


def test_a_row_knows_the_plan_that_was_kept_last_at_its_point() -> None:
    found = rows(STEPS, (kept("first", local(9, 30)), kept("last", local(12))), FORMATS)
    assert [row.plan_id for row in found] == ["last", "first", "first", "first", None]


def test_a_plan_that_was_brought_back_stands_where_it_was_and_says_whence() -> None:
    back = kept("again", local(10, 30), solved_at=local(9, 30))
    found = rows(STEPS, (kept("first", local(9, 30)), back), FORMATS)
    assert labels(found)[1] == "Feasible plan of 1,200 points, at most 1,250, brought back from 2026-11-22 09:30"
    assert found[1].step.number == 2


def test_a_clock_set_back_does_not_turn_steps_round() -> None:
    steps = (step(1, local(12), "first"), step(2, local(9), "second"), step(3, local(13), "third"))
    assert labels(rows(steps, (), FORMATS)) == ["third", "second", "first"]


def test_what_was_done_since_comes_on_top_of_the_rows_known() -> None:
    known = rows(STEPS[:2], (kept("first", local(9, 30)),), FORMATS)
    longer = rows_on(known, STEPS, FORMATS)
    assert longer is not None
    assert longer == rows(STEPS, (kept("first", local(9, 30)),), FORMATS)
    assert longer[1] is known[0]


def test_rows_of_another_log_are_not_gone_on_from() -> None:
    other = tuple(replace(each, label="other") for each in STEPS)
    assert rows_on(rows(other, (), FORMATS), STEPS, FORMATS) is None
    assert rows_on(rows(STEPS, (), FORMATS), STEPS[:2], FORMATS) is None


def test_everybody_who_did_something_is_told_once() -> None:
    assert people(rows(STEPS, (kept("first", local(12)),), FORMATS)) == ["ann", "bob"]


def test_a_row_is_told_in_a_headline_and_a_line() -> None:
    undone, renamed, _ = rows(STEPS, (), FORMATS)
    assert headline(undone) == "Undone: Rename Ann"
    assert headline(renamed) == "Rename Ann"
    assert says(renamed) == "bob · 2026-11-22 10:00 · she married"
    assert restore_label(renamed, FORMATS) == "Restore to 2026-11-22 10:00, after “Rename Ann”"


def test_going_back_to_a_plan_is_told_by_the_moment_it_was_kept() -> None:
    planned = rows(STEPS, (kept("last", local(12)),), FORMATS)[0]
    assert restore_label(planned, FORMATS) == "Restore to 2026-11-22 12:00, plan kept"


def told(shown: Details) -> list[tuple[str, str, str, str, str]]:
    return [(line.thing, line.happening.value, line.field, line.was, line.now) for line in shown.lines]


def test_a_change_is_told_field_by_field_with_names_and_formats() -> None:
    before = small_case().holding(calendar("Works"))
    ann = replace(before.resources[Id("Ann")], project_share=62.5, calendar_id=Id("Works"), other_roles=(("Tester", 3), ("Analyst", 1)))
    shown = details(changed(before, ann, "Change Ann"), before, Formats(decimal_point=","))
    assert told(shown) == [
        ("Resource Ann", "Changed", "other roles", "Tester:2", "Tester:3; Analyst:1"),
        ("Resource Ann", "Changed", "calendar", "–", "Works"),
        ("Resource Ann", "Changed", "project share", "100", "62,5"),
    ]
    assert shown.words == "1 thing"


def test_of_what_was_added_every_field_that_says_something_is_told() -> None:
    shown = details(added(resource("Dora", "Tester", 2), "Add Dora"), small_case(), FORMATS)
    assert ("Resource Dora", "Added", "role", "–", "Tester") in told(shown)
    assert all(line.was == "–" and line.now != "–" and line.field != "id" for line in shown.lines)


def test_what_was_removed_keeps_the_names_it_had_though_they_are_gone_today() -> None:
    before = small_case()
    edit = removed(before, Kind.RESOURCE, [Id("Ann")], "Remove Ann")
    shown = details(edit, edit.applied_to(before), FORMATS)
    assert ("Absence Ann · 2027-01-18", "Removed", "reason", "Skiing", "–") in told(shown)


def test_a_name_that_went_with_a_later_edit_is_not_taken_for_nothing() -> None:
    before = small_case()
    booked = next(iter(before.bookings.values()))
    later = removed(before, Kind.RESOURCE, [Id("Ann")], "Remove Ann").applied_to(before)
    shown = details(Edit("Book", (Change(Kind.BOOKING, booked.id, None, booked),)), later, FORMATS)
    assert [line.now for line in shown.lines if line.field == "resource"] == ["something removed since"]


def test_of_a_huge_edit_the_first_lines_are_listed_and_the_rest_is_counted() -> None:
    people = [resource(f"P{number:04}") for number in range(log_details.MOST_LINES)]
    changes = tuple(Change(Kind.RESOURCE, each.id, each, replace(each, name=f"{each.name}!")) for each in people)
    extra = Change(Kind.RESOURCE, Id("more"), None, resource("more"))
    shown = details(Edit("Rename", (*changes, extra)), small_case(), FORMATS)
    assert len(shown.lines) == log_details.MOST_LINES
    assert shown.words == "1,001 things, the last 1 not listed"
    assert details(Edit("Rename", changes), small_case(), FORMATS).words == "1,000 things"


def test_a_step_without_changes_says_so() -> None:
    assert details(Edit("Create Case", ()), small_case(), FORMATS).words == "Nothing was changed"


def test_a_plan_of_a_scenario_is_told_as_that_and_is_none_to_go_back_to() -> None:
    hired = Scenario(Id("hire"), "Hire two")
    plans = (kept("record", local(9, 30)), in_scenario("tried", local(10, 15), "hire"), in_scenario("lost", local(12), "gone"))
    gone, _, tried, _, record, _ = found = rows(STEPS, plans, FORMATS, {hired.id: hired})
    assert (tried.label, gone.label) == (
        "In the scenario Hire two: Feasible plan of 1,200 points, at most 1,250",
        "In a scenario that is gone: Feasible plan of 1,200 points, at most 1,250",
    )
    assert [row.plan_id for row in found] == ["record"] * 5 + [None]
    assert [row.brings_plan for row in (gone, tried, record)] == [False, False, True]
