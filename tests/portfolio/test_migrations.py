"""A file of an older version is opened as one of today: backed up first, in one transaction, and untouched until it is published."""

from __future__ import annotations

import shutil
from pathlib import Path

import builders as b
import documents
import pytest
from documents import person

from data.database import migrations, opening
from data.database.inspection import inspect, verify
from data.database.migrations import CURRENT, STEPS, bring_up, known_schema, schema
from data.database.store import Store
from data.digest import digest
from data.document import backups, document
from data.document.backups import backups_for
from data.document.document import Document
from data.document.restoring import restore_file
from data.edits import adding
from data.entities import Id
from data.errors import PlannerError
from data.file_errors import DamagedFileError, NotAPortfolioError
from planner.workspace import Workspace


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file as version 1 wrote it."""
    return Path(shutil.copyfile(documents.VERSION_1, documents.place(tmp_path, monkeypatch)))


@pytest.fixture
def second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file as version 2 wrote it."""
    return Path(shutil.copyfile(documents.VERSION_2, documents.place(tmp_path, monkeypatch)))


@pytest.fixture
def third(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file as version 3 wrote it."""
    return Path(shutil.copyfile(documents.VERSION_3, documents.place(tmp_path, monkeypatch)))


@pytest.fixture
def fourth(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file as version 4 wrote it."""
    return Path(shutil.copyfile(documents.VERSION_4, documents.place(tmp_path, monkeypatch)))


@pytest.fixture
def fifth(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file as version 5 wrote it."""
    return Path(shutil.copyfile(documents.VERSION_5, documents.place(tmp_path, monkeypatch)))


def version_of(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[60:64], "big")


def full(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


def test_the_saved_file_is_of_version_1(old: Path) -> None:
    assert version_of(old) == 1
    assert inspect(old, old).rows["resources"] == 5


def test_it_is_opened_with_all_it_holds(old: Path) -> None:
    with Document.open(old) as found:
        assert (len(found.portfolio.resources), len(found.portfolio.projects)) == (5, 3)
        assert found.read_only is None
        assert [each.number for each in found.history()] == [1, 2, 3, 4]
        assert all(found.edit(each.number) for each in found.history()[1:])


def test_its_plans_are_there(old: Path) -> None:
    assert inspect(old, old).rows["plans"] == 2
    with Document.open(old) as found:
        assert len(found.state.plans_hash) == 64
        assert found.latest_plan() is not None


def test_it_is_untouched_until_it_is_published(old: Path) -> None:
    content = old.read_bytes()
    with Document.open(old) as found:
        assert not found.unpublished
        assert old.read_bytes() == content
    assert old.read_bytes() == content
    with Document.open(old) as found:
        found.commit(person("Zoe"))
        assert old.read_bytes() == content
    assert version_of(old) == CURRENT
    assert "Zoe" in documents.people(old)
    assert documents.beside(old) == [old.name]


def test_it_is_backed_up_as_it_was_before_its_copy_is_changed(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    keep, bring = backups.keep, opening.bring_up_checked

    def kept(*arguments: object) -> object:
        order.append("backed up")
        return keep(*arguments)  # type: ignore[arg-type]

    def brought(*arguments: object) -> None:
        order.append("brought up")
        bring(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(backups, "keep", kept)
    monkeypatch.setattr(opening, "bring_up_checked", brought)
    content = old.read_bytes()
    Document.open(old).close()
    assert order == ["backed up", "brought up"]
    (backup,) = backups_for(old)
    assert backup.path.read_bytes() == content
    assert (backup.people, backup.projects, version_of(backup.path)) == (5, 3, 1)


def test_opened_often_it_is_backed_up_once(old: Path) -> None:
    for _ in range(3):
        Document.open(old).close()
    assert len(backups_for(old)) == 1


def test_without_a_backup_it_is_not_opened_to_be_changed(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = old.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(backups, "keep", full)
        with pytest.raises(PlannerError, match="No space left"):
            Document.open(old)
        with Document.read(old) as found:
            assert len(found.portfolio.resources) == 5
    assert old.read_bytes() == content
    assert documents.on_desk(old) == documents.QUIET - {"origin.json"}


def test_a_step_that_fails_half_way_leaves_everything(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = old.read_bytes()

    def half(connection: object) -> None:
        STEPS[1](connection)  # type: ignore[arg-type]
        full()

    with monkeypatch.context() as patch:
        patch.setattr(migrations, "STEPS", (STEPS[0], half))
        with pytest.raises(PlannerError, match="No space left"):
            Document.open(old)
    assert old.read_bytes() == content
    assert documents.on_desk(old) <= documents.QUIET
    assert len(backups_for(old)) == 1
    with Document.open(old) as found:
        assert len(found.portfolio.resources) == 5


def test_a_step_that_fails_half_way_leaves_the_database_it_was_on(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All steps are one transaction, statements that change the schema included."""

    def half(connection: object) -> None:
        STEPS[1](connection)  # type: ignore[arg-type]
        full()

    with monkeypatch.context() as patch:
        patch.setattr(migrations, "STEPS", (STEPS[0], half))
        with pytest.raises(PlannerError):
            Store.open(old)
    assert version_of(old) == 1
    with Store.open(old) as found:
        assert len(found.portfolio.resources) == 5
    assert version_of(old) == CURRENT


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE resources SET level = 5", "its content is not what was written"),
        ("UPDATE change_log SET label = 'x'", "of its change log is not what was written"),
        ("DROP INDEX ix_holidays_calendar_id", "its index “ix_holidays_calendar_id” is missing"),
    ],
)
def test_one_that_is_damaged_is_not_brought_up(old: Path, statement: str, found: str) -> None:
    documents.run(old, statement)
    content = old.read_bytes()
    with pytest.raises(DamagedFileError, match=found):
        Document.open(old)
    assert old.read_bytes() == content


def test_one_with_something_of_a_later_version_is_no_file_of_ours(old: Path) -> None:
    documents.run(old, "CREATE TABLE seal (one INTEGER)")
    with pytest.raises(NotAPortfolioError, match="it holds a table “seal” that Plimsoll did not make"):
        Document.open(old)


def test_a_copy_and_save_as_are_of_today(old: Path) -> None:
    copy = old.with_name("copy.plimsoll")
    with Document.read(old) as found:
        found.copy_to(copy)
    assert (version_of(old), version_of(copy)) == (1, CURRENT)
    assert verify(copy, copy).digest == verify(old, old).digest


def test_a_backup_of_version_1_is_restored_into_a_file_of_today(old: Path) -> None:
    with Workspace.open(old) as workspace:
        before = sorted(workspace.portfolio.resources)
        workspace.apply(person("Zoe"))
        workspace.publish()
        workspace.restore(workspace.backups()[-1])
        assert sorted(workspace.portfolio.resources) == before
    old.write_bytes(b"ruined")
    oldest = backups_for(old)[-1]
    assert version_of(oldest.path) == 1
    restore_file(old, oldest)
    assert version_of(old) == CURRENT
    assert len(documents.people(old)) == 5


def test_work_left_on_a_file_of_version_1_is_taken_up(old: Path) -> None:
    documents.left(old, "Zoe")
    with Document.open(old, on_leftover=document.OnLeftover.TAKE_UP) as found:
        assert "Zoe" in documents.names_in(found)
    assert "Zoe" in documents.people(old)


def test_a_file_brought_up_has_the_schema_of_a_new_one(old: Path) -> None:
    Store.open(old).close()
    with Store.open(old) as found, found._engine.connect() as connection:
        assert schema(connection) == known_schema(CURRENT)


def test_a_file_of_version_2_is_opened_with_all_it_holds_and_backed_up_as_it_was(second: Path) -> None:
    content = second.read_bytes()
    assert version_of(second) == 2
    assert verify(second, second).rows["plans"] == 3
    with Document.open(second) as found:
        assert found.portfolio.resources[Id("q1")].name == "Quentin"
        kept = found.latest_plan()
        assert kept is not None
        assert (kept.id, kept.policy, kept.terms) == ("plan-of-version-2", "", ())
        assert second.read_bytes() == content
    (backup,) = backups_for(second)
    assert backup.path.read_bytes() == content


def test_a_file_of_version_2_takes_policies_and_plans_made_under_them(second: Path) -> None:
    made = b.plan(b.allocation("Build", "Ann", 2, 8.0), id=Id("later"), policy="House", terms=(("Cost", -12.5), ("Fit", 0.0)))
    with Document.open(second) as found:
        found.commit(adding("Add House", [b.policy("House", cost=5.0, strict=True)]))
        found.keep_plan(made)
    assert version_of(second) == CURRENT
    with Document.read(second) as found:
        assert found.portfolio.policies == {"House": b.policy("House", cost=5.0, strict=True)}
        assert found.plan(made.id) == made
        assert found.plan(Id("plan-of-version-2")).policy == ""


def test_a_file_of_version_2_keeps_its_digest(second: Path) -> None:
    was = verify(second, second).digest
    with Document.open(second) as found:
        assert digest(found.portfolio) == was


def test_a_file_of_version_3_keeps_its_digest_and_its_plan_and_takes_scenarios(third: Path) -> None:
    was = verify(third, third).digest
    with Document.open(third) as found:
        assert digest(found.portfolio) == found.digest == was
        assert found.latest_plan() == found.plan(Id("plan-of-version-3"))
        zed = found.portfolio.resources[Id("Zed")]
        found.commit(adding("Try", [b.scenario(), b.scenario_change("What if", zed, None)]))
        found.keep_plan(b.plan(id=Id("tried"), scenario="What if"))
    assert version_of(third) == CURRENT
    with Document.read(third) as found:
        assert [each.before for each in found.portfolio.scenario_changes.values()] == [zed]
        plans = (found.latest_plan(), found.latest_plan("What if"))
        assert [each.id for each in plans if each] == ["plan-of-version-3", "tried"]
        assert found.digest != was


def test_a_file_of_version_4_keeps_its_digest_and_its_plan_and_takes_a_plan_with_a_past(fourth: Path) -> None:
    was = verify(fourth, fourth).digest
    made = b.plan(b.allocation("Build", "Ann", 2, 8.0), id=Id("later"), status_date=b.week(2))
    with Document.open(fourth) as found:
        assert found.digest == was
        assert found.plan(Id("plan-of-version-4")).status_date is None
        found.keep_plan(made)
        assert found.latest_plan() == made
    assert version_of(fourth) == CURRENT
    with Document.read(fourth) as found:
        assert (found.plan(made.id), found.digest) == (made, was)


def test_a_file_of_version_5_keeps_its_digest_and_its_plan_and_takes_what_is_studied(fifth: Path) -> None:
    was = verify(fifth, fifth).digest
    studied = (b.estimate("Apollo", win=40.0), b.baseline(plan_id="plan-of-version-5"), b.study(scenario_id="What if"))
    with Document.open(fifth) as found:
        assert found.digest == was
        assert found.plan(Id("plan-of-version-5")).status_date == b.week(2)
        found.commit(adding("Study", studied))
    assert version_of(fifth) == CURRENT
    with Document.read(fifth) as found:
        held = found.portfolio
        assert (*held.estimates.values(), *held.baselines.values(), *held.studies.values()) == studied
        assert found.digest != was


def test_every_version_has_its_step_and_a_saved_file() -> None:
    assert len(STEPS) == CURRENT
    saved = {path.name for path in documents.VERSION_1.parent.glob("version-*.plimsoll")}
    assert {f"version-{version}.plimsoll" for version in range(1, CURRENT)} <= saved


def test_bringing_up_in_steps_is_bringing_up_at_once(tmp_path: Path) -> None:
    from sqlalchemy import create_engine  # noqa: PLC0415

    at = create_engine("sqlite://")
    with at.begin() as connection:
        bring_up(connection, 0, 1)
        assert schema(connection) == known_schema(1)
        bring_up(connection, 1)
        assert schema(connection) == known_schema(CURRENT)
    at.dispose()
