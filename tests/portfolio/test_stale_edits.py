"""An edit that meets another state than it was made for says what both sides did, and can be made again on theirs."""

from __future__ import annotations

from dataclasses import replace

import builders as b
import pytest

from data.edits import Change, Edit, StaleEditError, adding, on_top_of
from data.entities import Id
from data.errors import PlannerError
from data.portfolio import Kind, Portfolio

ANN = b.resource("Ann", hours_per_week=40.0, team="Core")
MINE = replace(ANN, hours_per_week=32.0)
MY_CHANGE = Change(Kind.RESOURCE, ANN.id, ANN, MINE)


def said(edit: Edit, now: Portfolio) -> str:
    with pytest.raises(StaleEditError) as met:
        edit.applied_to(now)
    return str(met.value)


def test_both_values_of_a_field_are_told() -> None:
    assert said(Edit("Shorten", (MY_CHANGE,)), b.portfolio(replace(ANN, hours_per_week=36.0))) == (
        "“Shorten” cannot be applied: resources Ann has changed since: hours per week: was 40, yours 32, theirs 36. "
        "Look at it again and repeat the change."
    )


def test_fields_that_one_side_alone_changed_are_told_too() -> None:
    theirs = replace(ANN, team="", other_roles=(("Tester", 2), ("Lead", 3)), max_projects=2)
    told = said(Edit("Shorten", (MY_CHANGE,)), b.portfolio(theirs))
    assert "other roles: was nothing, theirs Tester 2, Lead 3; team: was Core, theirs nothing; hours per week: was 40, yours 32;" in told
    assert "max projects: was nothing, theirs 2." in told


def test_what_the_other_removed_is_told() -> None:
    assert "resources Ann has changed since: it was removed; hours per week: was 40, yours 32." in said(
        Edit("x", (MY_CHANGE,)), b.portfolio()
    )


def test_what_was_to_be_removed_is_told_with_what_stands_there() -> None:
    remove = Edit("Remove Ann", (Change(Kind.RESOURCE, ANN.id, ANN, None),))
    assert "you wanted to remove it; level: was 3, theirs 5." in said(remove, b.portfolio(replace(ANN, level=5)))
    assert "it was removed; you wanted to remove it." in said(remove, b.portfolio())


def test_what_is_added_twice_is_told_with_both() -> None:
    told = said(adding("Add Ann", [ANN]), b.portfolio(replace(ANN, level=5)))
    assert "resources Ann has changed since: it is there already; level: yours 3, theirs 5." in told


def test_things_without_a_name_are_called_by_what_they_belong_to_and_references_by_name() -> None:
    office, night = b.calendar("Office"), b.calendar("Night")
    cleo = b.resource("Cleo")
    booked = b.booking("Build", "Ann", 2, 8.0, id=Id("0001"))
    now = b.portfolio(
        office, ANN, replace(cleo, calendar_id=office.id), b.project("Apollo"), b.demand("Build", "Apollo"), replace(booked, hours=6.5)
    )
    moved = Edit("Move", (Change(Kind.BOOKING, booked.id, booked, replace(booked, hours=4.0)),))
    assert "bookings Build Ann 2027-01-11 has changed since: hours: was 8, yours 4, theirs 6.5." in said(moved, now)
    set_calendar = Edit("Set", (Change(Kind.RESOURCE, cleo.id, cleo, replace(cleo, calendar_id=night.id)),))
    assert "calendar: was nothing, yours something removed, theirs Office." in said(set_calendar, now)


def test_the_error_holds_both_sides_as_values() -> None:
    theirs = replace(ANN, hours_per_week=36.0, team="Edge")
    with pytest.raises(PlannerError) as met:
        Edit("Shorten", (MY_CHANGE,)).applied_to(b.portfolio(theirs))
    error = met.value
    assert isinstance(error, StaleEditError)
    assert (error.change, error.now) == (MY_CHANGE, theirs)
    assert [(each.field, each.clashes) for each in error.differences] == [("team", False), ("hours per week", True)]


def test_my_change_on_top_of_theirs_changes_only_what_i_changed() -> None:
    theirs = replace(ANN, hours_per_week=36.0, team="Edge")
    assert on_top_of(MY_CHANGE, theirs) == Change(Kind.RESOURCE, ANN.id, theirs, replace(theirs, hours_per_week=32.0))


def test_nothing_is_left_of_a_change_that_stands_already_or_whose_thing_is_gone() -> None:
    assert on_top_of(MY_CHANGE, MINE) is None
    assert on_top_of(MY_CHANGE, None) is None
    assert on_top_of(Change(Kind.RESOURCE, ANN.id, ANN, None), None) is None
    assert on_top_of(Change(Kind.RESOURCE, ANN.id, None, ANN), ANN) is None


def test_an_addition_and_a_removal_are_made_again_whole() -> None:
    theirs = replace(ANN, level=5)
    assert on_top_of(Change(Kind.RESOURCE, ANN.id, ANN, None), theirs) == Change(Kind.RESOURCE, ANN.id, theirs, None)
    assert on_top_of(Change(Kind.RESOURCE, ANN.id, None, ANN), None) == Change(Kind.RESOURCE, ANN.id, None, ANN)
    assert on_top_of(Change(Kind.RESOURCE, ANN.id, None, ANN), theirs) == Change(Kind.RESOURCE, ANN.id, theirs, ANN)


def test_an_edit_made_again_on_theirs_fits_and_keeps_the_rest_of_it() -> None:
    bob, gone = b.resource("Bob"), b.project("Gone")
    theirs = b.portfolio(replace(ANN, team="Edge"))
    edit = Edit("Change all", (MY_CHANGE, Change(Kind.RESOURCE, bob.id, None, bob), Change(Kind.PROJECT, gone.id, gone, None)), "a reason")
    again = edit.on_top_of(theirs)
    assert (again.label, again.why) == ("Change all", "a reason")
    assert again.applied_to(theirs) == b.portfolio(replace(MINE, team="Edge"), bob)
