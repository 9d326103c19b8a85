"""A scenario as a file: sent and taken in, by the same file and by another made of the same sheets; and files that are no good."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import builders as b
import pytest
from hypothesis import HealthCheck, assume, given, settings
from strategies import portfolios, with_scenarios

from data.edits import between
from data.entities import Entity, Id
from data.portfolio import KIND_OF, Kind, Portfolio
from data.references import REFERENCES
from data.scenario_file import BadScenarioFileError, SentScenario, read_scenario, scenario_of_text, text_of_scenario, write_scenario
from data.validation import check
from planner.cli import main
from planner.exporting import export_portfolio
from planner.importing import load
from planner.plans import fingerprint
from planner.scenarios.editing import within
from planner.scenarios.resolving import changes_of, resolve
from planner.scenarios.sending import sent
from planner.scenarios.taking import fitted, free_name, replaced, taken_in
from planner.solving import Options, solve
from planner.workspace import Workspace
from solver.control import Unattended

IF = Id("What if")
CASE = b.small_case()
ANN, BUILD = CASE.resources[Id("Ann")], CASE.demands[Id("Build")]
BOOKED = next(each for each in CASE.bookings.values() if each.resource_id == "Ann")
WANTED = [
    (CASE.projects[Id("Comet")], replace(CASE.projects[Id("Comet")], priority=1)),
    (ANN, replace(ANN, level=5)),
    (None, b.resource("Zoe", "Tester")),
    (None, b.booking("Check", "Zoe", 2, 8.0)),
    (BOOKED, replace(BOOKED, hours=24.0)),
    (next(iter(CASE.absences.values())), None),
    (CASE.settings, replace(CASE.settings, minimum_coverage=60.0)),
]


def wanting(*pairs: tuple[Entity | None, Entity | None], on: Portfolio = CASE) -> Portfolio:
    return on.holding(b.scenario(note="Client asks", owner="Pia"), *(b.scenario_change("What if", *pair) for pair in pairs))


def there_and_back(portfolio: Portfolio, scenario_id: Id = IF) -> SentScenario:
    return scenario_of_text(text_of_scenario(sent(portfolio, scenario_id)), Path("sent"))


def taken(portfolio: Portfolio, arrived: SentScenario) -> tuple[Portfolio, Id]:
    edit, key = taken_in(fitted(portfolio, arrived), free_name(portfolio, arrived.scenario.name))
    return edit.applied_to(portfolio), key


def with_other_ids(portfolio: Portfolio) -> Portfolio:
    """The same things under ids of another file, in the same order."""
    moved = {each.id: Id(f"other {each.id}") for each in portfolio.everything() if KIND_OF[type(each)] is not Kind.SETTINGS}

    def other(entity: Entity) -> Entity:
        targets = ["id", *(each.field for each in REFERENCES if each.kind is KIND_OF[type(entity)])]
        ids: dict[str, Any] = {name: moved.get(getattr(entity, name), getattr(entity, name)) for name in targets}
        return replace(entity, **ids)

    return Portfolio().holding(*map(other, portfolio.everything()))


@given(with_scenarios())
def test_a_copy_of_the_file_makes_of_it_what_the_file_makes(case: Portfolio) -> None:
    for key in case.scenarios:
        after, new = taken(case, there_and_back(case, key))
        assert check(after) == ()
        assert fingerprint(resolve(after, new).portfolio) == fingerprint(resolve(case, key).portfolio)
        assert resolve(after, new).portfolio.entities[Kind.SETTINGS] == resolve(case, key).portfolio.entities[Kind.SETTINGS]


@given(portfolios(), portfolios())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_another_file_of_the_same_things_makes_of_it_the_same(one: Portfolio, goal: Portfolio) -> None:
    case = one.holding(b.scenario())
    case = within(case, IF, between(one, goal, "")).applied_to(case)
    assume(not _doubled(case))
    other = with_other_ids(one)
    found = fitted(other, there_and_back(case))
    assert found.left_out == ()
    after, key = taken(other, there_and_back(case))
    assert resolve(after, key).findings == ()
    assert fingerprint(resolve(after, key).portfolio) == fingerprint(goal)


def _doubled(case: Portfolio) -> bool:
    """Whether something without a name is added that stands there already, which counts twice here and is taken for one elsewhere."""
    added = [each.after for each in changes_of(case, IF) if each.before is None and each.after is not None]
    content = [tuple(getattr(each, field.name) for field in fields(each) if field.name != "id") for each in (*added, *case.everything())]
    return len({repr(each) for each in content}) < len(content)


def test_a_portfolio_made_of_the_same_workbook_takes_it_in_and_gives_the_same_plan(tmp_path: Path) -> None:
    mine = wanting(*WANTED)
    export_portfolio(CASE, tmp_path / "case.xlsx")
    theirs = load(tmp_path / "case.xlsx").portfolio
    assert theirs is not None
    assert not set(theirs.resources) & set(mine.resources)
    write_scenario(sent(mine, IF), tmp_path / "if.plimsoll-scenario")
    after, key = taken(theirs, read_scenario(tmp_path / "if.plimsoll-scenario"))
    found = resolve(after, key)
    assert found.findings == ()
    assert fingerprint(found.portfolio) == fingerprint(resolve(mine, IF).portfolio)
    options = Options(time_limit=600.0, effort=2, seed=7)
    plans = [(each, solve(each, options, Unattended(), apart=False).plan) for each in (resolve(mine, IF).portfolio, found.portfolio)]
    one, other = (
        sorted(
            (side.demands[each.demand_id].name, side.resources[each.resource_id].name, each.week, each.hours)
            for each in (plan.allocations if plan else ())
        )
        for side, plan in plans
    )
    assert one
    assert one == other


def test_what_is_not_there_is_left_out_and_told_and_nothing_is_guessed() -> None:
    stranger = b.portfolio(
        replace(CASE.projects[Id("Comet")], id=Id("x1")),
        replace(ANN, id=Id("x2"), name="ann"),
        b.project("Else"),
        replace(b.demand("Check", "Else", "Tester"), id=Id("x3")),
    )
    found = fitted(with_other_ids(stranger), there_and_back(wanting(*WANTED)))
    assert [str(each) for each in found.left_out] == [
        "Resource Ann: is not in this portfolio; it is left out",
        "Absence of Ann from 2027-01-18: refers to resource Ann, which is not in this portfolio; it is left out",
        "Booking of Ann on Build, week 2027-01-04: refers to demand Build, which is not in this portfolio; it is left out",
    ]
    assert len(found.sides) == 4


def test_of_several_at_one_place_the_same_one_is_meant_or_none() -> None:
    one, two = b.booking("Check", "Cleo", 5, 4.0, id=Id("one")), b.booking("Check", "Cleo", 5, 6.0, id=Id("two"))
    arrived = there_and_back(wanting((two, replace(two, hours=7.0)), on=CASE.holding(one, two)))
    (pair,) = fitted(with_other_ids(CASE.holding(one, two)), arrived).sides
    assert [side.id for side in pair if side is not None] == ["other two"] * 2
    changed = with_other_ids(CASE.holding(one, replace(two, hours=9.0)))
    assert [str(each) for each in fitted(changed, arrived).left_out] == [
        "Booking of Cleo on Check, week 2027-02-01: is one of several here, and none of them is the same; it is left out"
    ]


def test_the_plan_of_record_has_moved_on_and_what_clashes_is_told_by_the_scenario() -> None:
    arrived = there_and_back(wanting(*WANTED))
    later = with_other_ids(CASE.holding(replace(ANN, level=2)))
    after, key = taken(later, arrived)
    assert [str(each) for each in resolve(after, key).findings] == [
        "Resource Ann: the plan of record has changed its level meanwhile; keep the scenario's, or drop this change"
    ]


def test_what_was_promoted_already_is_not_done_twice() -> None:
    arrived = there_and_back(wanting((None, b.booking("Check", "Cleo", 3, 5.0))))
    done = with_other_ids(CASE.holding(b.booking("Check", "Cleo", 3, 5.0)))
    assert [str(each) for each in fitted(done, arrived).left_out] == [
        "Booking of Cleo on Check, week 2027-01-18: stands in this portfolio already; it is left out"
    ]


def test_one_that_is_there_is_replaced_and_keeps_its_id_or_both_stand_beside_each_other() -> None:
    case = wanting(*WANTED[:2])
    arrived = there_and_back(wanting(WANTED[0], WANTED[2]))
    found = fitted(case, arrived)
    assert found.there == case.scenarios[IF]
    edit, key = replaced(case, found, case.scenarios[IF])
    after = edit.applied_to(case)
    assert (key, len(after.scenarios)) == (IF, 1)
    assert sorted(each.id for each in changes_of(after, IF)) == ["What if/Project/Comet", "What if/Resource/Zoe"]
    assert edit.inverse().applied_to(after) == case
    after, key = taken(case, arrived)
    assert {each.name for each in after.scenarios.values()} == {"What if", "What if 2"}


def damaged(change: Callable[[dict[str, Any]], object], *, sign_again: bool = False) -> str:
    given = json.loads(text_of_scenario(sent(wanting(*WANTED), IF)))
    change(given)
    if sign_again:
        from data.scenario_file import _digest  # noqa: PLC0415 - what somebody would do who means harm

        given["digest"] = _digest({key: value for key, value in given.items() if key not in ("format", "version", "digest")})
    return json.dumps(given)


def of_comet(given: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = next(each["after"] for each in given["changes"] if each["kind"] == "projects")
    return found


WHOLE = text_of_scenario(sent(wanting(*WANTED), IF))
NEWER = damaged(lambda given: given.update(version=2))
BY_HAND = damaged(lambda given: given["scenario"].update(name="Mine"))
NONSENSE = damaged(lambda given: of_comet(given).update(priority=77), sign_again=True)
TWICE = damaged(lambda given: given["changes"].append(given["changes"][0]), sign_again=True)
WRONG_TYPE = damaged(lambda given: of_comet(given).update(name=["x"]), sign_again=True)
OF_SCENARIOS = damaged(lambda given: given["changes"][0].update(kind="scenarios"), sign_again=True)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "is no scenario that Plimsoll has written; name a .plimsoll-scenario file."),
        ('{"format": "something else"}', "is no scenario that Plimsoll has written"),
        (WHOLE[: len(WHOLE) // 2], "was cut short, or damaged on its way; have it sent again."),
        (NEWER, "was written by a newer Plimsoll, in form 2, and this one reads form 1; install a newer version."),
        (BY_HAND, "its digest does not fit; have it sent again."),
        (NONSENSE, "says what no scenario says: priority of projects is 77; have it written anew by Plimsoll."),
        (TWICE, "it changes one thing twice"),
        (WRONG_TYPE, "name is ['x']"),
        (OF_SCENARIOS, "it changes scenarios"),
        ("[" * 200_000, "is no scenario that Plimsoll has written"),
        ('{"format": "plimsoll scenario", "version": 1, "digest": ' + "[" * 200_000, "was cut short"),
        (
            '{"format": "plimsoll scenario", "version": 1, "digest": "", "portfolio": ' + "[" * 900 + "]" * 900 + "}",
            "its digest does not fit",
        ),
        ('{"format": "plimsoll scenario", "version": 1e400}', "does not say in which form"),
        ('{"format": "plimsoll scenario", "version": NaN}', "was cut short"),
    ],
)
def test_a_file_that_is_no_good_is_told_with_the_way_out(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "if.plimsoll-scenario"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadScenarioFileError) as refused:
        read_scenario(path)
    assert told in str(refused.value)


def test_text_of_another_coding_and_a_file_that_is_not_there_are_told(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"\xff\xfe\x00")
    for name, told in (("one", "is no scenario"), ("none", "cannot be read (No such file or directory)")):
        with pytest.raises(BadScenarioFileError) as refused:
            read_scenario(tmp_path / name)
        assert told in str(refused.value)


def test_the_file_can_be_read_by_a_person(tmp_path: Path) -> None:
    given = json.loads(WHOLE)
    assert (given["portfolio"], given["scenario"]["name"], given["scenario"]["note"]) == ("Portfolio", "What if", "Client asks")
    (comet,) = [each for each in given["changes"] if each["kind"] == "projects"]
    assert (comet["before"]["priority"], comet["after"]["priority"], comet["after"]["name"]) == (5, 1, "Comet")
    assert given["names"]["resources"] == {"Ann": "Ann"}
    assert text_of_scenario(sent(wanting(*WANTED), IF)) == WHOLE


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PLIMSOLL_HOME", str(tmp_path / "home"))
    path = tmp_path / "case.plimsoll"
    Workspace.create(path, wanting(*WANTED)).close()
    return path


def test_on_the_command_line_a_scenario_is_sent_and_taken_in(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "if.plimsoll-scenario"
    assert main(["scenario", "send", str(path), "What if", str(file)]) == 0
    assert capsys.readouterr().out == f"What if: 7 changes written to {file}\n"
    assert main(["scenario", "take", str(path), str(file)]) == 2
    assert "keeps a scenario “What if” already; --replace puts" in capsys.readouterr().err
    assert main(["scenario", "take", str(path), str(file), "--name", "Theirs"]) == 0
    assert main(["scenario", "take", str(path), str(file), "--replace", "--dry-run"]) == 0
    assert "What if: 7 changes of 7; nothing written (--dry-run)." in capsys.readouterr().out
    with Workspace.read(path) as workspace:
        assert {each.name for each in workspace.record.scenarios.values()} == {"What if", "Theirs"}
        assert {len(changes_of(workspace.record, key)) for key in workspace.record.scenarios} == {7}
        assert workspace.undo_label == "Take in scenario Theirs"


def test_a_scenario_is_not_written_over_a_portfolio(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scenario", "send", str(path), "What if", str(path)]) == 2
    assert "ends in .plimsoll-scenario" in capsys.readouterr().err
