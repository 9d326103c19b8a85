"""What the window says of a shared bank, without a window and without a server."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from data.edits import Change, Edit, adding
from data.entities import Id
from data.portfolio import Kind, Portfolio
from data.steps import Step, StepKind
from tests.builders import portfolio, project, resource
from ui.presenters import stale
from ui.presenters.formats import Formats
from ui.presenters.sharing import Standing, bank_name, done_by_others, refusal, words

AT = dt.datetime(2027, 1, 4, 10, 32, tzinfo=dt.UTC)
NOW = AT + dt.timedelta(minutes=5)
APOLLO = project("Apollo", 3, value=100.0)


def step(who: str, label: str, kind: StepKind = StepKind.EDIT) -> Step:
    return Step(7, AT, who, kind, None, label, "", "", "")


def to(**fields: object) -> Edit:
    """An edit of Apollo as it was."""
    return Edit("Change", (Change(Kind.PROJECT, APOLLO.id, APOLLO, replace(APOLLO, **fields)),))  # type: ignore[arg-type]


def now(**fields: object) -> Portfolio:
    """What others have made of it."""
    return portfolio(replace(APOLLO, **fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("postgresql+psycopg://dana@db.example.org:5433/portfolio?sslmode=require", "portfolio on db.example.org"),
        ("postgresql+psycopg:///portfolio", "portfolio"),
        ("postgresql+psycopg://db.example.org/our%20plan", "our plan on db.example.org"),
    ],
)
def test_a_bank_is_called_by_database_and_server(address: str, name: str) -> None:
    assert bank_name(address) == name


@pytest.mark.parametrize(
    ("standing", "text", "mark"),
    [
        (Standing("plans on db", AT), "Shared: plans on db · up to date 10:32", ""),
        (Standing("plans on db", AT, news="dana: Add Bob"), "Shared: plans on db · dana: Add Bob", ""),
        (
            Standing("plans on db", AT, "refused.", away=True),
            "No connection since 10:32: you can look, changes have to wait until it is back",
            "warning",
        ),
        (Standing("plans on db", AT, "It was put back."), "Shared: plans on db · nothing can be changed", "bad"),
    ],
)
def test_the_status_bar_says_how_the_bank_stands(standing: Standing, text: str, mark: str) -> None:
    said = words(standing, NOW, Formats())
    assert (said.text, said.mark) == (text, mark)


def test_an_edit_is_refused_with_the_reason_only_while_there_is_one() -> None:
    assert refusal(Standing("plans on db", AT)) == ""
    assert refusal(Standing("plans on db", AT, "The server is away.", away=True)).endswith("nothing was kept of it: The server is away.")


def test_what_others_did_is_said_in_a_few_words() -> None:
    assert done_by_others([step("dana", "Add Bob")], new_plan=False) == "dana: Add Bob"
    assert done_by_others([step("dana", "Add Bob", StepKind.UNDO)], new_plan=False) == "dana: took back Add Bob"
    assert done_by_others([step("dana", "a"), step("dana", "b"), step("dana", "c")], new_plan=False) == "dana made 3 changes"
    assert done_by_others([step("eli", "a"), step("dana", "b")], new_plan=True) == "dana and eli made 2 changes"
    assert done_by_others([], new_plan=True) == "a new plan was kept"
    assert done_by_others([], new_plan=False) == ""


def test_both_sides_are_told_field_by_field() -> None:
    (value, priority) = sorted(stale.rows(to(priority=2), now(priority=1, value=120.0)), key=lambda row: row.field, reverse=True)
    assert (priority.thing, priority.was, priority.yours, priority.theirs, priority.clashes) == ("Project Apollo", "3", "2", "1", True)
    assert (value.was, value.yours, value.theirs, value.clashes) == ("100", "as it was", "120", False)


def test_changes_that_still_fit_are_not_shown() -> None:
    edit = Edit("Two", (*to(priority=2).changes, *adding("", [resource("Bob")]).changes))
    assert {row.thing for row in stale.rows(edit, now(priority=1))} == {"Project Apollo"}


def test_what_they_removed_is_said_with_who_did_it() -> None:
    assert stale.says(to(priority=2), portfolio(), {APOLLO.id: "dana"}) == "dana removed Project Apollo before you."
    assert stale.advice(to(priority=2), portfolio()) == "Nothing is left that your change could be made to."
    first = stale.rows(to(priority=2), portfolio())[0]
    assert (first.was, first.yours, first.theirs) == ("there", "changed", "removed")


def test_what_i_wanted_to_remove_and_they_changed_is_said() -> None:
    edit = adding("", [APOLLO]).inverse()
    assert stale.says(edit, now(priority=1), {}) == "Somebody else changed Project Apollo before you."
    whole, field = stale.rows(edit, now(priority=1))
    assert (whole.yours, whole.theirs) == ("removed", "changed")
    assert (field.field, field.was, field.theirs) == ("priority", "3", "1")


def test_many_things_are_counted() -> None:
    other = project("Comet", 3)
    edit = Edit("Both", (*to(priority=2).changes, Change(Kind.PROJECT, other.id, other, replace(other, priority=2))))
    both = portfolio(replace(APOLLO, priority=1), replace(other, priority=1))
    assert stale.says(edit, both, {APOLLO.id: "dana", Id("Comet"): "eli"}) == "dana and eli changed 2 of the same things before you."
