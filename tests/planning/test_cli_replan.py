"""`plimsoll replan` with real files: from which plan it starts, what stays, what moves, and what is written."""

import json
from pathlib import Path

import openpyxl
import pytest
from builders import absence, allocation, demand, dependency, firm, friday, plan, policy, portfolio, project, resource, week

from data.entities import Id
from data.plan import Plan, ProjectPlan
from data.portfolio import Portfolio
from planner.actions import plans, policies
from planner.cli import main
from planner.exporting import export_plan, export_portfolio
from planner.importing import load
from planner.plans import fingerprint
from planner.workspace import Workspace


def case(*entities) -> Portfolio:
    """Ann and Bob, either of whom may do Build: 20 h in weeks 1 to 4."""
    return portfolio(resource("Ann"), resource("Bob"), project("Apollo", 1), demand("Build", "Apollo"), *entities, weeks=4)


def without_ann_in_week_3() -> Portfolio:
    return case(absence("Ann", week(3), friday(3)))


def by_ann(given: Portfolio) -> Plan:
    """The plan of record: Ann does it all."""
    figures = {"value": 1216.0, "bound": 1216.0, "objective": 1216.0, "objective_bound": 1216.0}
    said = (ProjectPlan(Id("Apollo"), selected=True),)
    return plan(
        *(allocation("Build", "Ann", number, 20.0) for number in range(1, 5)), projects=said, fingerprint=fingerprint(given), **figures
    )


@pytest.fixture
def record(tmp_path):
    path = tmp_path / "record.xlsx"
    export_plan(case(), by_ann(case()), path)
    return path


@pytest.fixture
def changed(tmp_path):
    """A portfolio file in which Ann is away in week 3 since it was planned."""
    path = tmp_path / "case.plimsoll"
    with Workspace.create(path, without_ann_in_week_3()) as workspace:
        workspace.keep_plan(by_ann(case()))
    return path


def run(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


def replan(*arguments: str | Path) -> int:
    return run("replan", *arguments, "--time-limit", "20")


def said_of(capsys):
    return json.loads(capsys.readouterr().out)


def test_a_budget_is_kept_and_the_plan_passes_the_check(record, tmp_path, capsys):
    export_portfolio(without_ann_in_week_3(), tmp_path / "now.xlsx")
    assert replan(tmp_path / "now.xlsx", tmp_path / "new.xlsx", "--plan", record, "--budget", "0%") == 0
    said = capsys.readouterr().out
    assert "Moved: 20 h of the 80 h that the plan of record gave, 25.0 %; 20 h of it had to, because" in said
    assert "or were cut, 0 h by choice." in said
    assert "no plan of this input that keeps the budget can be worth more than" in said
    assert "Assignments: 1 begun, 0 ended." in said
    assert run("check", tmp_path / "now.xlsx", tmp_path / "new.xlsx") == 0


def sheet(path, name):
    return list(openpyxl.load_workbook(path, data_only=True)[name].iter_rows(values_only=True))


WEEK_1_IS_FREE = "In the past: Bob has free hours in 1 of the 4 weeks asked, past when this was planned, so that they stay free."


def test_the_workbook_tells_each_change_and_what_narrowed_the_bound(record, tmp_path):
    export_portfolio(portfolio(resource("Bob"), project("Apollo", 1), demand("Build", "Apollo"), weeks=4), tmp_path / "now.xlsx")
    new = tmp_path / "new.xlsx"
    assert replan(tmp_path / "now.xlsx", new, "--plan", record, "--budget", "5%", "--status-date", str(week(2))) == 0
    moved = [(person, demand, project, day.date(), *hours) for person, demand, project, day, *hours in sheet(new, "Changes")[1:]]
    assert moved[:2] == [("Ann", "Build", "Apollo", week(1), 20, 0, -20), ("Ann", "Build", "Apollo", week(2), 20, 0, -20)]
    assert [row[0] for row in moved] == ["Ann"] * 4 + ["Bob"] * 3
    summary = dict(sheet(new, "Summary"))
    kept = ("Portfolio", "Status date", "Change budget", "Hours moved", "Hours that had to move")
    assert [summary[name] for name in kept] == ["Portfolio", str(week(2)), 4, 80, 80]
    assert [row[5] for row in sheet(new, "Unmet")[1:]] == [WEEK_1_IS_FREE]
    assert run("check", tmp_path / "now.xlsx", new) == 0


def test_an_export_of_a_file_tells_what_its_plan_changes_of_the_plan_in_force(changed, tmp_path):
    with Workspace.open(changed) as workspace:
        workspace.apply(plans.in_force(workspace.portfolio, workspace.plan.id))
    assert replan(changed, changed, "--budget", "0%") == 0
    assert run("export", changed, tmp_path / "plan.xlsx") == 0
    assert [(row[0], *row[4:]) for row in sheet(tmp_path / "plan.xlsx", "Changes")[1:]] == [("Ann", 20, 0, -20), ("Bob", 0, 20, 20)]


def test_an_export_of_a_file_tells_of_the_past_as_the_replanning_did(record, tmp_path):
    kept, told = tmp_path / "kept.plimsoll", tmp_path / "told.xlsx"
    export_portfolio(portfolio(resource("Bob"), project("Apollo", 1), demand("Build", "Apollo"), weeks=4), tmp_path / "now.xlsx")
    assert replan(tmp_path / "now.xlsx", kept, "--plan", record, "--status-date", str(week(2))) == 0
    assert run("export", kept, told) == 0
    assert dict(sheet(told, "Summary"))["Status date"] == str(week(2))
    assert [row[5] for row in sheet(told, "Unmet")[1:]] == [WEEK_1_IS_FREE]


def test_without_a_limit_the_best_plan_is_made(record, tmp_path, capsys):
    export_portfolio(without_ann_in_week_3(), tmp_path / "now.xlsx")
    assert replan(tmp_path / "now.xlsx", tmp_path / "new.xlsx", "--plan", record, "--json") == 0
    answer = said_of(capsys)
    assert (answer["value"], answer["changes"]["assignments_ended"]) == (1216.0, 1)
    assert (answer["changes"]["hours_moved"], answer["changes"]["hours_forced"]) == (80.0, 20.0)


def test_a_price_for_each_hour_keeps_what_can_stay(changed, tmp_path, capsys):
    assert replan(changed, tmp_path / "new.xlsx", "--price-hour", "5", "--json") == 0
    answer = said_of(capsys)
    assert (answer["value"], answer["changes"]["hours_moved"]) == (1152.0, 20.0)


def test_a_policy_that_the_portfolio_keeps_prices_changes(changed, tmp_path, capsys):
    with Workspace.open(changed) as workspace:
        workspace.apply(policies.added(policy("Calm", moved=5.0)))
    assert replan(changed, tmp_path / "new.xlsx", "--policy", "Calm", "--json") == 0
    answer = said_of(capsys)
    assert (answer["value"], answer["changes"]["hours_moved"], answer["terms"]) == (1152.0, 20.0, {"Stability": -100.0})
    assert run("check", tmp_path / "new.xlsx", tmp_path / "new.xlsx") == 0


def test_a_file_that_would_change_a_policy_that_is_kept_is_refused(changed, tmp_path, capsys):
    with Workspace.open(changed) as workspace:
        workspace.apply(policies.added(policy("Calm", moved=5.0)))
    (tmp_path / "calm.toml").write_text('name = "Calm"\nmoved = 9\n')
    assert replan(changed, changed, "--policy", tmp_path / "calm.toml", "--json") == 2
    said = capsys.readouterr()
    assert "the portfolio keeps another policy “Calm”; give the file's a name of its own" in said.err
    assert said.out == ""
    with Workspace.read(changed) as workspace:
        assert [each.moved for each in workspace.portfolio.policies.values()] == [5.0]


def test_a_hard_booking_survives(tmp_path, record):
    export_portfolio(case(firm("Build", "Bob", 2, 12.0)), tmp_path / "now.xlsx")
    assert replan(tmp_path / "now.xlsx", tmp_path / "new.plimsoll", "--plan", record) == 0
    with Workspace.read(tmp_path / "new.plimsoll") as workspace:
        names = {key: each.name for key, each in workspace.portfolio.resources.items()}
        given = [(names[a.resource_id], a.hours) for a in workspace.plan.allocations if a.week == week(2)]
    assert next(hours for name, hours in given if name == "Bob") >= 12.0


def test_a_portfolio_file_starts_from_its_own_plan_and_keeps_the_new_one(changed, capsys):
    assert replan(changed, changed, "--budget", "0%", "--json") == 0
    assert said_of(capsys)["changes"]["hours_moved"] == 20.0
    with Workspace.read(changed) as workspace:
        weeks = {a.week: workspace.portfolio.resources[a.resource_id].name for a in workspace.plan.allocations}
    assert weeks == {week(1): "Ann", week(2): "Ann", week(3): "Bob", week(4): "Ann"}


def test_a_plan_workbook_edited_by_hand_starts_from_itself(tmp_path, capsys):
    export_plan(case(), by_ann(case()), tmp_path / "plan")
    absences = tmp_path / "plan" / "Absences.csv"
    absences.write_text(absences.read_text().rstrip() + f"\nAnn,{week(3)},{friday(3)},100,\n")
    assert replan(tmp_path / "plan", tmp_path / "new.xlsx", "--budget", "0%", "--json") == 0
    assert said_of(capsys)["changes"]["hours_moved"] == 20.0


def test_who_is_deleted_from_a_plan_workbook_takes_the_hours_along(tmp_path, capsys):
    export_plan(case(), by_ann(case()), tmp_path / "plan")
    people = tmp_path / "plan" / "Resources.csv"
    people.write_text("\n".join(line for line in people.read_text().splitlines() if not line.startswith("Ann")))
    past = ["--status-date", str(week(2)), "--spread", "--book-past"]
    for more in ([], past):
        assert replan(tmp_path / "plan", tmp_path / "new.xlsx", "--budget", "0%", *more) == 0
        said = capsys.readouterr()
        assert "Moved: 80 h of the 80 h that the plan of record gave, 100.0 %; 80 h of it had to" in said.out
        assert "it names resources that are no longer there: “Ann”; 80 h" in said.err


def test_the_past_stays_and_the_rest_of_it_is_spread_as_an_edit(tmp_path, capsys):
    """Week 1 asked for 20 h and the plan of record gave 8: 12 h go to weeks 2 to 4."""
    old = plan(allocation("Build", "Ann", 1, 8.0), projects=(ProjectPlan(Id("Apollo"), selected=True),), fingerprint=fingerprint(case()))
    with Workspace.create(tmp_path / "case.plimsoll", case()) as workspace:
        workspace.keep_plan(old)
    path = tmp_path / "case.plimsoll"
    assert replan(path, path, "--status-date", str(week(2)), "--spread") == 0
    said = capsys.readouterr()
    assert "Edit: Spread what is unmet before 2027-01-11 over the weeks left: 4 demand weeks added" in said.out
    with Workspace.open(path) as workspace:
        given = sorted((a.week, a.hours) for a in workspace.plan.allocations)
        assert given == [(week(1), 8.0), (week(2), 24.0), (week(3), 24.0), (week(4), 24.0)]
        assert workspace.undo_label == "Spread what is unmet before 2027-01-11 over the weeks left"
        workspace.undo()
        assert workspace.portfolio == case()
    assert run("check", path, path) == 1  # the plan is that of the portfolio before undo


def test_a_past_that_the_input_forbids_is_told_until_it_is_booked(tmp_path, record, capsys):
    """Ann was away in week 1 after all, in which the plan of record has her."""
    export_portfolio(case(absence("Ann", week(1), friday(1))), tmp_path / "now.xlsx")
    wish = (tmp_path / "now.xlsx", tmp_path / "new.xlsx", "--plan", record, "--status-date", str(week(2)))
    assert replan(*wish) == 0
    assert "warning: R1 Ann, 2027-01-04: 20.00 h given, 0.00 h there" in capsys.readouterr().err
    assert run("check", tmp_path / "now.xlsx", tmp_path / "new.xlsx") == 1
    new = tmp_path / "new.xlsx"
    assert "check it against itself" not in capsys.readouterr().out
    assert replan(*wish, "--book-past") == 0
    assert capsys.readouterr().out.splitlines()[-1].endswith(f"so check it against itself: plimsoll check {new} {new}")
    assert run("check", tmp_path / "new.xlsx", tmp_path / "new.xlsx") == 0


def test_hours_that_have_no_weeks_left_are_told(tmp_path, capsys):
    given = portfolio(resource("Ann"), project("Apollo", 1), demand("Build", "Apollo", last=1), demand("Land", "Apollo", first=3), weeks=4)
    with Workspace.create(tmp_path / "case.plimsoll", given) as workspace:
        workspace.keep_plan(plan(fingerprint=fingerprint(given)))
    assert replan(tmp_path / "case.plimsoll", tmp_path / "new.xlsx", "--status-date", str(week(2)), "--spread") == 0
    assert "warning: Demand Build: it did not get 20.00 h that it asked for in the past, and has no weeks left" in capsys.readouterr().err


def test_a_plan_workbook_that_is_imported_leaves_its_plan_behind_and_says_how_to_use_it(record, tmp_path, capsys):
    file = tmp_path / "imported.plimsoll"
    assert run("import", record, file) == 0
    hint = f"its plan was not; to plan again from that plan, type: plimsoll replan {file} OUTPUT --plan {record}"
    assert hint in capsys.readouterr().err
    assert run("import", record, file) == 0
    assert hint in capsys.readouterr().err
    export_portfolio(case(), tmp_path / "alone.xlsx")
    assert run("import", tmp_path / "alone.xlsx", file) == 0
    assert "its plan was not" not in capsys.readouterr().err
    assert replan(file, tmp_path / "new.xlsx", "--plan", record, "--budget", "0%", "--json") == 0
    assert said_of(capsys)["changes"]["hours_moved"] == 0.0


def test_the_curve_is_a_table_a_list_and_a_chart(changed, tmp_path, capsys):
    assert replan(changed, tmp_path / "new.xlsx", "--curve", "3", "--chart", tmp_path / "curve.svg", "--json") == 0
    answer = said_of(capsys)
    points = [(point["hours_moved"], point["value"]) for point in answer["curve"]]
    assert (points[0], points[-1]) == ((20.0, 1152.0), (80.0, 1216.0))
    assert [value for _, value in points] == sorted(value for _, value in points)
    assert answer["changes"]["hours_moved"] == 80.0
    assert (tmp_path / "curve.svg").exists()
    assert replan(changed, tmp_path / "again.xlsx", "--curve", "2", "--budget", "25%") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["May", "move", "Moves", "Share", "Value", "To", "bound", "Begun", "Ended"]
    assert lines[1].split()[:5] == ["0", "h", "20", "h", "25.0"]
    assert lines[3].startswith("anything")
    assert (tmp_path / "again-curve.png").exists()
    assert "Moved: 20 h" in "\n".join(lines)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--budget", "0.03"], "0.03 is no budget; type 0% to 100% of the plan's hours"),
        (["--budget", "101%"], "101% is no budget"),
        (["--budget", "-5"], "-5"),
        (["--price-hour", "x"], "x is no number of points from 0"),
        (["--status-date", "1.2.2027"], "1.2.2027 is no date; type it as 2027-03-01"),
        (["--curve", "1"], "1 is no number of plans for a curve; type 2 or more"),
        (["--price-hour", "2,5"], "2,5 is no number of points from 0; decimals have a point, as in 2.5"),
        (["--budget", "3", "%"], "unrecognized arguments: %; write the figure and % without a space between: 3%"),
        (["--polcy", "x"], "unrecognized arguments: --polcy x; is --policy meant?"),
        (["--nothing-like-it"], "unrecognized arguments: --nothing-like-it\n"),
        (["--spread"], "--spread needs --status-date"),
        (["--book-past"], "--book-past needs --status-date"),
        (["--chart", "curve.png"], "--chart is where --curve is drawn; type --curve 5 as well"),
    ],
)
def test_what_cannot_be_meant_is_wrong_usage(options, said, changed, tmp_path, capsys):
    assert replan(changed, tmp_path / "new.xlsx", *options) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "new.xlsx").exists()


def test_a_chart_of_an_unknown_kind_is_refused_before_the_search(changed, tmp_path, capsys):
    assert replan(changed, tmp_path / "new.xlsx", "--curve", "3", "--chart", tmp_path / "curve.bmp") == 1
    assert "a chart is saved as .png, .svg or .pdf" in capsys.readouterr().err
    assert not (tmp_path / "new.xlsx").exists()


def test_an_input_without_a_plan_says_where_one_could_come_from(tmp_path, capsys):
    export_portfolio(case(), tmp_path / "now.xlsx")
    Workspace.create(tmp_path / "now.plimsoll", case()).close()
    for name in ("now.xlsx", "now.plimsoll"):
        assert replan(tmp_path / name, tmp_path / "new.xlsx") == 1
        assert "holds no plan; solve it first, or name a plan workbook or portfolio file with --plan" in capsys.readouterr().err
    assert replan(tmp_path / "now.plimsoll", tmp_path / "now.plimsoll") == 1


def test_a_status_date_past_the_last_week_leaves_nothing_to_plan(changed, tmp_path, capsys):
    assert replan(changed, tmp_path / "new.xlsx", "--status-date", str(week(5))) == 1
    assert "nothing is left to plan" in capsys.readouterr().err


def test_a_wrong_input_is_refused_with_its_findings(record, tmp_path, capsys):
    export_portfolio(case(), tmp_path / "now")
    demands = tmp_path / "now" / "Demands.csv"
    demands.write_text(demands.read_text().replace("Backend", "", 1))
    assert replan(tmp_path / "now", tmp_path / "new.xlsx", "--plan", record, "--json") == 1
    said = capsys.readouterr()
    assert json.loads(said.out)["status"] == "Refused"
    assert "not planned and nothing written" in said.err


def test_who_left_is_told_apart_from_what_was_moved(record, tmp_path, capsys):
    alone = portfolio(resource("Bob"), project("Apollo", 1), demand("Build", "Apollo"), weeks=4)
    export_portfolio(alone, tmp_path / "now.xlsx")
    assert load(tmp_path / "now.xlsx").portfolio is not None
    assert replan(tmp_path / "now.xlsx", tmp_path / "new.xlsx", "--plan", record, "--budget", "0%") == 0
    assert "100.0 %; 80 h of it had to, because people or work are gone or were cut, 0 h by choice." in capsys.readouterr().out


def test_rules_that_cannot_all_hold_are_printed(record, tmp_path, capsys):
    given = case(project("Comet"), demand("Land", "Comet", last=1), dependency("Apollo", "Comet"))
    export_portfolio(given, tmp_path / "now.xlsx")
    for more in ([], ["--curve", "3"]):
        assert replan(tmp_path / "now.xlsx", tmp_path / "new.xlsx", "--plan", record, *more) == 1
        assert "error: Dependency Apollo → Comet: Comet after Apollo (FS) would need Comet 4 weeks later" in capsys.readouterr().err
    assert not (tmp_path / "new.xlsx").exists()
