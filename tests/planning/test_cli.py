"""The command line with real files: exit codes, what is written, and what is not."""

import json
import os
import re
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import openpyxl
import pytest
from builders import allocation, demand, firm, plan, portfolio, project, resource

from data.edits import adding
from data.plan import Plan, PlanStatus
from data.portfolio import Portfolio
from planner.charts import save_all
from planner.cli import main
from planner.exporting import export_plan, export_portfolio
from planner.importing import load
from planner.plans import fingerprint
from planner.workspace import Workspace

ROOT = Path(__file__).parents[2]


def case(name: str = "Case") -> Portfolio:
    return portfolio(
        resource("Ann", cost_per_hour=80.0),
        resource("Bob"),
        project("Apollo", 1),
        demand("Build", "Apollo", last=2, hours_per_week=30.0),
        weeks=2,
        name=name,
    )


@pytest.fixture
def workbook(tmp_path):
    path = tmp_path / "case.xlsx"
    export_portfolio(case(), path)
    return path


def made_plan() -> Plan:
    """The best plan of the case, made by hand."""
    proved = {"value": 896.0, "bound": 896.0, "objective": 896.0, "objective_bound": 896.0, "status": PlanStatus.OPTIMAL}
    return plan(allocation("Build", "Ann", 1, 30.0), allocation("Build", "Ann", 2, 30.0), fingerprint=fingerprint(case()), **proved)


@pytest.fixture
def solved(tmp_path):
    """A portfolio file that keeps its plan."""
    path = tmp_path / "case.plimsoll"
    with Workspace.create(path, case()) as workspace:
        workspace.keep_plan(made_plan())
    return path


def spoiled(path, sheet, row, column, value):
    book = openpyxl.load_workbook(path)
    headings = [cell.value for cell in book[sheet][1]]
    book[sheet].cell(row, headings.index(column) + 1).value = value
    book.save(path)


def run(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


def solve(*arguments: str | Path) -> int:
    return run("solve", *arguments, "--time-limit", "20")


def test_solve_writes_a_plan_that_check_passes(workbook, tmp_path, capsys):
    assert solve(workbook, tmp_path / "plan.xlsx") == 0
    said = capsys.readouterr()
    assert "Plan: Optimal, worth 896 points" in said.out
    assert "Written to" in said.out
    assert "value" in said.err
    assert run("check", workbook, tmp_path / "plan.xlsx") == 0
    assert "every rule holds and every figure is true" in capsys.readouterr().out
    assert run("check", tmp_path / "plan.xlsx", tmp_path / "plan.xlsx") == 0


def test_solve_answers_in_json(workbook, tmp_path, capsys):
    assert solve(workbook, tmp_path / "plan.xlsx", "--json", "--seed", "4") == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["status"], answer["value"], answer["hours_met"], answer["seed"]) == ("Optimal", 896.0, 60.0, 4)
    assert answer["coverage_by_project"] == {"Apollo": 1.0}
    assert answer["output"] == str(tmp_path / "plan.xlsx")
    assert answer["findings"] == []


def test_solve_reads_and_writes_folders_and_portfolio_files(tmp_path):
    export_portfolio(case(), tmp_path / "in")
    assert solve(tmp_path / "in", tmp_path / "case.plimsoll") == 0
    with Workspace.open(tmp_path / "case.plimsoll") as workspace:
        assert workspace.plan is not None
        assert workspace.plan.value == 896.0
    assert run("check", tmp_path / "in", tmp_path / "case.plimsoll") == 0
    assert run("export", tmp_path / "case.plimsoll", tmp_path / "out") == 0
    assert run("check", tmp_path / "case.plimsoll", tmp_path / "out") == 0


def test_solve_keeps_the_plan_in_its_own_portfolio_file(tmp_path):
    Workspace.create(tmp_path / "case.plimsoll", case()).close()
    assert solve(tmp_path / "case.plimsoll", tmp_path / "case.plimsoll") == 0
    with Workspace.open(tmp_path / "case.plimsoll") as workspace:
        assert workspace.plan is not None
        assert workspace.portfolio == case()


def test_solve_of_a_wrong_workbook_prints_every_finding_and_writes_nothing(workbook, tmp_path, capsys):
    spoiled(workbook, "Demands", 2, "Role", None)
    spoiled(workbook, "Demands", 2, "Finish", "soon")
    assert solve(workbook, tmp_path / "plan.xlsx") == 1
    said = capsys.readouterr().err
    assert "error: Demands!D2" in said
    assert "error: Demands!G2" in said
    assert not (tmp_path / "plan.xlsx").exists()


def test_solve_of_a_wrong_workbook_answers_in_json(workbook, tmp_path, capsys):
    spoiled(workbook, "Demands", 2, "Role", None)
    assert solve(workbook, tmp_path / "plan.xlsx", "--json") == 1
    answer = json.loads(capsys.readouterr().out)
    assert answer["status"] == "Refused"
    assert answer["findings"][0]["place"] == "Demands!D2"


def test_solve_says_what_the_plan_cannot_put_right(tmp_path, capsys):
    export_portfolio(case().holding(firm("Build", "Ann", 1, 50.0)), tmp_path / "case.xlsx")
    assert solve(tmp_path / "case.xlsx", tmp_path / "plan.xlsx") == 0
    assert "warning: Resource Ann: firm bookings exceed capacity in 1 week" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["nothing.xlsx", "nothing.plimsoll", "nowhere"])
def test_solve_of_what_is_not_there_is_wrong(name, tmp_path, capsys):
    assert solve(tmp_path / name, tmp_path / "plan.xlsx") == 1
    assert name in capsys.readouterr().err
    assert not (tmp_path / "plan.xlsx").exists()


def test_solve_does_not_write_over_its_input(workbook, capsys):
    before = workbook.read_bytes()
    assert solve(workbook, workbook) == 2
    assert "is the INPUT" in capsys.readouterr().err
    assert workbook.read_bytes() == before


def test_solve_does_not_write_over_another_portfolio_file(workbook, tmp_path, capsys):
    Workspace.create(tmp_path / "mine.plimsoll", case("Mine")).close()
    assert solve(workbook, tmp_path / "mine.plimsoll") == 2
    assert "there is a portfolio file already" in capsys.readouterr().err
    assert load(tmp_path / "mine.plimsoll").portfolio == case("Mine")


@pytest.mark.parametrize("target", ["plan.ods", "plan.txt", "no-folder/plan.xlsx"])
def test_solve_refuses_a_place_it_cannot_write_before_it_works(target, workbook, tmp_path, capsys):
    assert solve(workbook, tmp_path / target) == 2
    assert target.split("/")[0] in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["dance"],
        ["solve"],
        ["solve", "a.xlsx"],
        ["solve", "a.xlsx", "b.xlsx", "--time-limit", "soon"],
        ["solve", "a.xlsx", "b.xlsx", "--time-limit", "0"],
        ["solve", "a.xlsx", "b.xlsx", "--gap", "5"],
        ["solve", "a.xlsx", "b.xlsx", "--effort", "-1"],
        ["solve", "a.xlsx", "b.xlsx", "--engine", "abacus"],
        ["check", "a.xlsx"],
        ["sweep", "a.plimsoll", "b"],
    ],
)
def test_wrong_usage_exits_with_two(arguments, capsys):
    assert main(arguments) == 2
    assert "usage: plimsoll" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("option", "typed", "told"),
    [
        ("--time-limit", "soon", "soon is no number of seconds above 0"),
        ("--gap", "1%", "1% is no fraction from 0 to 1; type 0.01 for 1 %"),
        ("--seed", "x", "x is no whole number from 0"),
        ("--engine", "abacus", "The engine “abacus” is not on this machine; choose one of: highs"),
    ],
)
def test_what_is_wrong_with_an_option_is_told(option, typed, told, capsys):
    assert main(["solve", "a.xlsx", "b.xlsx", option, typed]) == 2
    assert told in capsys.readouterr().err


def test_a_workbook_keeps_no_scenario(workbook, tmp_path, capsys):
    assert solve(workbook, tmp_path / "plan.xlsx", "--scenario", "x") == 2
    assert "--scenario x: the INPUT keeps no scenario of that name (it keeps none)." in capsys.readouterr().err


def test_help_is_there(capsys):
    assert main(["--help"]) == 0
    assert "solve" in capsys.readouterr().out


def test_check_of_a_changed_plan_fails_with_its_finding(workbook, tmp_path, capsys):
    export_plan(case(), made_plan(), tmp_path / "plan.xlsx")
    spoiled(tmp_path / "plan.xlsx", "Summary", 3, "Value", 5000)
    assert run("check", workbook, tmp_path / "plan.xlsx") == 1
    assert "error: Summary!B3: Value is 5,000; the allocations come to 896" in capsys.readouterr().out
    assert run("check", workbook, tmp_path / "plan.xlsx", "--json") == 1
    answer = json.loads(capsys.readouterr().out)
    assert (answer["passes"], answer["findings"][0]["place"]) == (False, "Summary!B3")


def test_check_against_a_wrong_workbook_fails(workbook, tmp_path, capsys):
    export_plan(case(), made_plan(), tmp_path / "plan.xlsx")
    spoiled(workbook, "Demands", 2, "Role", None)
    assert run("check", workbook, tmp_path / "plan.xlsx") == 1
    assert "error: Demands!D2" in capsys.readouterr().err


def test_import_makes_a_portfolio_file(workbook, tmp_path, capsys):
    assert run("import", workbook, tmp_path / "case.plimsoll") == 0
    said = capsys.readouterr().out
    assert "a new portfolio of 2 resources, 1 project, 1 demand." in said
    assert f"imported into {tmp_path / 'case.plimsoll'}." in said
    imported = load(tmp_path / "case.plimsoll").portfolio
    assert imported is not None
    assert [each.name for each in imported.resources.values()] == ["Ann", "Bob"]


def test_import_of_the_same_again_changes_nothing(workbook, tmp_path, capsys):
    run("import", workbook, tmp_path / "case.plimsoll")
    before = load(tmp_path / "case.plimsoll").portfolio
    assert run("import", workbook, tmp_path / "case.plimsoll") == 0
    assert "No difference" in capsys.readouterr().out
    assert load(tmp_path / "case.plimsoll").portfolio == before


def test_import_is_one_edit_that_can_be_undone(workbook, tmp_path, capsys):
    run("import", workbook, tmp_path / "case.plimsoll")
    before = load(tmp_path / "case.plimsoll").portfolio
    export_portfolio(case().holding(resource("Cy"), resource("Bob", level=5)), workbook)
    assert run("import", workbook, tmp_path / "case.plimsoll") == 0
    assert "resources: 1 added, 1 changed" in capsys.readouterr().out
    with Workspace.open(tmp_path / "case.plimsoll") as workspace:
        workspace.undo()
        assert workspace.portfolio == before


def test_a_dry_run_says_what_would_change_and_writes_nothing(workbook, tmp_path, capsys):
    assert run("import", workbook, tmp_path / "case.plimsoll", "--dry-run") == 0
    assert not (tmp_path / "case.plimsoll").exists()
    run("import", workbook, tmp_path / "case.plimsoll")
    before = load(tmp_path / "case.plimsoll").portfolio
    export_portfolio(case().holding(resource("Cy")), workbook)
    assert run("import", workbook, tmp_path / "case.plimsoll", "--dry-run") == 0
    assert "resources: 1 added" in capsys.readouterr().out
    assert load(tmp_path / "case.plimsoll").portfolio == before


def test_import_of_a_wrong_workbook_writes_nothing(workbook, tmp_path, capsys):
    spoiled(workbook, "Demands", 2, "Role", None)
    assert run("import", workbook, tmp_path / "case.plimsoll") == 1
    assert "error: Demands!D2" in capsys.readouterr().err
    assert not (tmp_path / "case.plimsoll").exists()


def test_import_goes_into_portfolio_files_alone(workbook, tmp_path, capsys):
    assert run("import", workbook, tmp_path / "other.xlsx") == 2
    assert "is no portfolio file" in capsys.readouterr().err


def test_export_writes_what_was_imported(workbook, tmp_path):
    run("import", workbook, tmp_path / "case.plimsoll")
    assert run("export", tmp_path / "case.plimsoll", tmp_path / "again.xlsx") == 0
    assert run("import", tmp_path / "again.xlsx", tmp_path / "case.plimsoll") == 0


def test_export_takes_an_up_to_date_plan_along(solved, tmp_path):
    assert run("export", solved, tmp_path / "out.xlsx") == 0
    assert "Allocations" in openpyxl.load_workbook(tmp_path / "out.xlsx").sheetnames


def test_export_leaves_a_plan_that_is_out_of_date(solved, tmp_path, capsys):
    with Workspace.open(solved) as workspace:
        workspace.apply(adding("Add Cy", [resource("Cy")]))
    assert run("export", solved, tmp_path / "out.xlsx") == 0
    assert "out of date" in capsys.readouterr().err
    assert "Allocations" not in openpyxl.load_workbook(tmp_path / "out.xlsx").sheetnames


def test_demo_without_a_screen_writes_plan_charts_and_summary(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("planner.commands.demo.TIME_LIMIT", 2.0)
    monkeypatch.setattr("planner.commands.demo.save_all", partial(save_all, formats=("svg",)))  # all three take half a minute
    assert run("demo", "--out", tmp_path / "demo") == 0
    written = {path.name for path in (tmp_path / "demo").iterdir()}
    assert {"plan.xlsx", "summary.txt"} <= written
    assert {"load.svg", "heat-map.svg", "coverage.svg", "gantt.svg"} <= written
    summary = (tmp_path / "demo" / "summary.txt").read_text(encoding="utf-8")
    assert summary in capsys.readouterr().out
    assert run("check", tmp_path / "demo" / "plan.xlsx", tmp_path / "demo" / "plan.xlsx") == 0


REPLAN = ("replan", "--plan")
CURVE = ("replan", "--effort", "2", "--curve", "30", "--plan")


def with_a_plan(moment):
    """Whether a line of progress tells of a plan."""
    return re.search(r"gap \d|Curve: [1-9]", moment) is not None


@pytest.mark.parametrize("command", [("solve",), REPLAN, CURVE], ids=["solve", "replan", "curve"])
def test_ctrl_c_keeps_and_writes_the_best_plan_so_far(command, tmp_path):
    """Pressed in a terminal it goes to every process there is."""
    people = [resource(f"P{n:02d}", level=n % 3 + 1, max_projects=2) for n in range(30)]
    projects = [project(f"X{n:02d}", n % 5 + 1) for n in range(15)]
    tasks = [
        demand(f"{p.name} {n}", p.name, min_level=n % 3 + 1, first=n + 1, last=n + 20, hours_per_week=70.0, max_people=3)
        for p in projects
        for n in range(8)
    ]
    case = portfolio(*people, *projects, *tasks, weeks=30)
    export_portfolio(case, tmp_path / "case.xlsx")
    export_plan(case, plan(allocation("X00 0", "P00", 1, 20.0)), tmp_path / "old.xlsx")
    which, *options = (*command, *([tmp_path / "old.xlsx"] if command[-1] == "--plan" else []))
    typed = [which, tmp_path / "case.xlsx", tmp_path / "plan.xlsx", "--time-limit", "200", "--gap", "0", *options]
    with subprocess.Popen(
        [sys.executable, "-m", "planner", *map(str, typed)],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as running:
        assert running.stderr is not None
        while not with_a_plan(heard := running.stderr.readline()):
            assert heard, "it ended before its first plan"
        os.killpg(running.pid, signal.SIGINT)
        said, complained = running.communicate(timeout=60)
    assert running.returncode == 0
    assert "Traceback" not in complained
    assert "Plan: Stopped" in said or which == "replan"
    assert run("check", tmp_path / "case.xlsx", tmp_path / "plan.xlsx") == 0
    assert not processes_of(running.pid)


def processes_of(session):
    """The processes of a session that still run; one that has ended stays listed where nobody takes its return code."""
    listed = subprocess.run(["ps", "-o", "pid=,stat=", "-s", str(session)], check=False, capture_output=True, text=True).stdout
    return [line for line in listed.splitlines() if not line.split()[1].startswith("Z")]


def test_ctrl_c_while_the_command_line_is_read_is_no_fault(monkeypatch, capsys):
    def stopped(_):
        raise KeyboardInterrupt

    monkeypatch.setattr("planner.commands.typed.budget", stopped)
    assert main(["replan", "in.xlsx", "out.xlsx", "--budget", "5%"]) == 3
    assert "plimsoll: stopped; nothing was written." in capsys.readouterr().err
