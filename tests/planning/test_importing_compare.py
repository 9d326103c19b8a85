"""An import as an edit: what is the same keeps its id, the rest is added, changed or removed, and twice is nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from data.digest import digest
from data.entities import SETTINGS_ID, Id
from data.portfolio import Kind, Portfolio
from planner.importing import Tally, compare, tallies
from planner.importing.loading import imported
from tests.builders import absence, booking, demand, portfolio, project, resource, small_case, week
from tests.planning.sheet_builders import Sheets, add, book, put, sheets


def read(made: Sheets) -> Portfolio:
    found = imported(book(made)).portfolio
    assert found is not None
    return found


def test_the_same_book_twice_changes_nothing() -> None:
    once = read(sheets())
    edit = compare(once, read(sheets()))
    assert not edit
    assert tallies(edit) == ()


def test_a_changed_cell_is_a_change_of_the_entity_that_is_there() -> None:
    once = read(sheets())
    edit = compare(once, read(sheets(put("Resources", "C2", 5.0))))
    (change,) = edit.changes
    assert (change.kind, change.id) == (Kind.RESOURCE, next(iter(once.resources)))
    assert edit.applied_to(once).resources[change.id].level == 5


def test_what_is_new_is_added_and_refers_to_what_was_there() -> None:
    once = read(sheets())
    row = ["Extra", "Apollo", "Backend", dt.date(2027, 1, 4), dt.date(2027, 1, 8), 8.0, None]
    edit = compare(once, read(sheets(add("Demands", row))))
    assert tallies(edit) == (Tally(Kind.DEMAND, added=1, changed=0, removed=0),)
    after = edit.applied_to(once)
    assert [after.projects[each.project_id].name for each in after.demands.values()] == ["Apollo", "Beta", "Apollo"]


def test_what_is_gone_is_removed_after_what_refers_to_it() -> None:
    once = read(sheets())
    edit = compare(once, read(sheets(lambda made: made["Projects"].pop(), lambda made: made["Demands"].pop())))
    assert [change.kind for change in edit.changes] == [Kind.DEMAND, Kind.PROJECT]
    assert tallies(edit) == (Tally(Kind.PROJECT, 0, 0, 1), Tally(Kind.DEMAND, 0, 0, 1))


def test_an_import_is_undone_in_one_step() -> None:
    once = small_case()
    edit = compare(once, read(sheets()))
    assert digest(edit.inverse().applied_to(edit.applied_to(once))) == digest(once)


def test_the_plan_of_record_outlives_an_import() -> None:
    once = read(sheets())
    once = once.holding(replace(once.settings, plan_of_record_id=Id("plan-1")))
    assert not compare(once, read(sheets()))
    assert compare(once, read(sheets(put("Settings", "B4", 9.0)))).changes[0].id == SETTINGS_ID


def test_rows_without_names_are_matched_by_what_they_belong_to() -> None:
    once = portfolio(resource("Ann"), absence("Ann", week(2), week(3)))
    other = portfolio(resource("Ann"), replace(absence("Ann", week(2), week(4)), id=Id("new")))
    (change,) = compare(once, other).changes
    assert change.id == Id(f"Ann {week(2)}")
    assert change.after is not None


def test_doubled_rows_are_paired_equals_first_and_then_in_order() -> None:
    def case(*hours: float) -> Portfolio:
        rows = [booking("Build", "Ann", 1, each, id=Id(f"{hours} {number}")) for number, each in enumerate(hours)]
        return portfolio(resource("Ann"), project("Apollo"), demand("Build", "Apollo"), *rows)

    once = case(4.0, 8.0, 4.0)
    (change,) = compare(once, case(8.0, 4.0, 6.0)).changes
    assert change.before == once.bookings[Id("(4.0, 8.0, 4.0) 2")]
    assert tallies(compare(once, case(8.0, 4.0))) == (Tally(Kind.BOOKING, 0, 0, 1),)


def test_another_order_of_rows_is_no_change() -> None:
    once = read(sheets())
    assert not compare(once, read(sheets(lambda made: made["Resources"].insert(1, made["Resources"].pop()))))
