"""A plan of record read from wherever it is kept, and how it meets a portfolio that has changed since."""

from dataclasses import replace

import pytest
from builders import allocation, demand, plan, portfolio, project, resource, week

from data.entities import Id
from data.plan import ProjectPlan
from planner.actions import plans, projects
from planner.exporting import export_plan, export_portfolio
from planner.importing import load
from planner.importing.plan_reading import load_plan
from planner.insight.changes import changes
from planner.plans import fingerprint
from planner.replanning.record import NoPlanError, matched, plan_of_record, plan_within
from planner.workspace import Workspace


def case():
    return portfolio(resource("Ann"), resource("Bob"), project("Apollo"), demand("Build", "Apollo"), weeks=4)


def old_plan(**fields):
    of = fingerprint(case())
    said = (ProjectPlan(Id("Apollo"), selected=True),)
    return plan(allocation("Build", "Ann", 1, 20.0), allocation("Build", "Bob", 2, 10.0), projects=said, fingerprint=of, **fields)


def told(given, of):
    """The allocations with names for ids, an id where there is no such thing."""
    names = {**given.resources, **given.demands, **given.projects}
    cells = [(a.demand_id, a.resource_id, a.hours) for a in of.allocations]
    return [(names[d].name if d in names else d, names[r].name if r in names else r, hours) for d, r, hours in cells]


WHOLE = [("Build", "Ann", 20.0), ("Build", "Bob", 10.0)]


@pytest.fixture
def kept(tmp_path):
    with Workspace.create(tmp_path / "old.plimsoll", case()) as workspace:
        workspace.keep_plan(old_plan())
    return tmp_path / "old.plimsoll"


@pytest.fixture
def now(tmp_path):
    """The same portfolio read from a workbook: other ids."""
    export_portfolio(case(), tmp_path / "now.xlsx")
    return load(tmp_path / "now.xlsx").portfolio


def test_a_plan_in_a_portfolio_file_is_matched_by_names(kept, now):
    found = plan_of_record(kept, now)
    assert (told(now, found.plan), found.findings) == (WHOLE, ())
    assert [now.projects[said.project_id].name for said in found.plan.projects] == ["Apollo"]


def test_a_plan_in_a_workbook_says_what_was_past_when_it_was_made(tmp_path):
    export_plan(case(), old_plan(status_date=week(2)), tmp_path / "plan.xlsx")
    assert load_plan(tmp_path / "plan.xlsx", case()).plan.status_date == week(2)
    export_plan(case(), old_plan(), tmp_path / "other.xlsx")
    assert load_plan(tmp_path / "other.xlsx", case()).plan.status_date is None


def test_a_plan_in_a_workbook_is_matched_by_names(tmp_path, now):
    export_plan(case(), old_plan(), tmp_path / "plan.xlsx")
    found = plan_of_record(tmp_path / "plan.xlsx", now)
    assert (told(now, found.plan), found.findings) == (WHOLE, ())


def test_who_is_gone_stands_for_nobody(tmp_path, now):
    export_plan(case(), old_plan(), tmp_path / "plan.xlsx")
    without = now.replacing([("resources", key, None) for key, each in now.resources.items() if each.name == "Bob"])
    found = plan_of_record(tmp_path / "plan.xlsx", without).plan
    assert told(without, found)[0] == WHOLE[0]
    assert found.allocations[1].resource_id not in without.resources
    assert found.allocations[1].hours == 10.0


def test_what_was_renamed_in_the_same_file_is_still_the_same(kept):
    renamed = case().holding(replace(case().resources[Id("Ann")], name="Anna"))
    assert told(renamed, plan_of_record(kept, renamed).plan)[0] == ("Build", "Anna", 20.0)


def test_a_name_taken_over_by_another_person_means_the_one_who_had_it():
    """Bob left, and Ann is now called Bob: her hours are hers, and his are nobody's."""
    given = portfolio(resource("Ann"), project("Apollo"), demand("Build", "Apollo"), weeks=4)
    renamed = given.holding(replace(given.resources[Id("Ann")], name="Bob"))
    assert matched(old_plan(), case(), renamed).allocations == old_plan().allocations


def test_the_plan_in_force_goes_before_the_latest(kept, now):
    with Workspace.open(kept) as workspace:
        workspace.apply(plans.in_force(workspace.portfolio, Id("plan-1")))
        workspace.keep_plan(plan(id=Id("plan-2")))
    assert told(now, plan_of_record(kept, now).plan) == WHOLE


def test_without_a_plan_in_force_it_is_the_latest(kept, now):
    with Workspace.open(kept) as workspace:
        workspace.keep_plan(plan(allocation("Build", "Bob", 3, 8.0), id=Id("plan-2")))
    assert told(now, plan_of_record(kept, now).plan) == [("Build", "Bob", 8.0)]


def test_a_file_without_a_plan_says_so(tmp_path, now):
    Workspace.create(tmp_path / "empty.plimsoll", case()).close()
    export_portfolio(case(), tmp_path / "empty.xlsx")
    for name in ("empty.plimsoll", "empty.xlsx"):
        with pytest.raises(NoPlanError, match="holds no plan"):
            plan_of_record(tmp_path / name, now)


def test_who_was_deleted_from_the_plan_workbook_itself_keeps_the_hours_as_gone(tmp_path):
    """A plan workbook edited and planned again: Bob was deleted from its sheet Resources."""
    export_plan(case(), old_plan(), tmp_path / "plan")
    resources = tmp_path / "plan" / "Resources.csv"
    resources.write_text("\n".join(line for line in resources.read_text().splitlines() if not line.startswith("Bob")))
    given = load(tmp_path / "plan").portfolio
    found = plan_of_record(tmp_path / "plan", given)
    assert told(given, found.plan)[0] == WHOLE[0]
    assert (found.plan.allocations[1].resource_id in given.resources, found.plan.allocations[1].hours) == (False, 10.0)
    (said,) = found.findings
    assert "Plan of record: it names resources that are no longer there: “Bob”; 10 h" in str(said)
    assert "these hours count as gone" in str(said)
    its = changes(given, found.plan, plan(allocation("Build", "Ann", 1, 20.0)))
    assert (its.hours, its.gone) == (30.0, 10.0)


def test_who_is_only_missing_in_the_plan_workbook_is_the_one_of_that_name(tmp_path, now):
    export_plan(case(), old_plan(), tmp_path / "plan")
    resources = tmp_path / "plan" / "Resources.csv"
    resources.write_text("\n".join(line for line in resources.read_text().splitlines() if not line.startswith("Bob")))
    found = plan_of_record(tmp_path / "plan", now)
    assert (told(now, found.plan), found.findings) == (WHOLE, ())


def test_work_deleted_from_the_plan_workbook_itself_is_gone_too(tmp_path):
    export_plan(case(), old_plan(), tmp_path / "plan")
    for sheet in ("Demands.csv", "Projects.csv"):
        path = tmp_path / "plan" / sheet
        path.write_text(path.read_text().splitlines()[0] + "\n")
    given = load(tmp_path / "plan").portfolio
    found = plan_of_record(tmp_path / "plan", given)
    assert [a.hours for a in found.plan.allocations] == [20.0, 10.0]
    assert "it names demands that are no longer there: “Build”; 30 h" in " ".join(map(str, found.findings))


def test_rows_that_mean_nothing_are_left_out_and_told(tmp_path):
    export_plan(case(), old_plan(), tmp_path / "plan")
    sheet = tmp_path / "plan" / "Allocations.csv"
    sheet.write_text(sheet.read_text().replace(",20\n", ",many\n").replace(",20.0\n", ",many\n"))
    given = load(tmp_path / "plan").portfolio
    found = plan_of_record(tmp_path / "plan", given)
    assert told(given, found.plan) == WHOLE[1:]
    (said,) = found.findings
    assert str(said).startswith("Plan of record: 1 row cannot be read: Allocations!")
    assert "they are left out" in str(said)


def test_a_plan_workbook_carries_its_plan(tmp_path):
    export_plan(case(), old_plan(), tmp_path / "plan.xlsx")
    given = load(tmp_path / "plan.xlsx").portfolio
    assert told(given, plan_within(tmp_path / "plan.xlsx", given).plan) == WHOLE


def test_a_portfolio_workbook_carries_no_plan(tmp_path, now):
    assert plan_within(tmp_path / "now.xlsx", now) is None


def test_the_plan_of_record_of_a_workspace_is_the_one_in_force_else_the_latest(kept):
    with Workspace.open(kept) as workspace:
        workspace.keep_plan(plan(id=Id("plan-2")))
        assert workspace.plan_of_record.id == "plan-2"
        workspace.apply(plans.in_force(workspace.portfolio, Id("plan-1")))
        assert workspace.plan_of_record.id == "plan-1"
        workspace.apply(projects.with_priority(workspace.portfolio, Id("Apollo"), 1))
        assert workspace.plan_of_record.id == "plan-1"
