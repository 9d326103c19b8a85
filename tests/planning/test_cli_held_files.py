"""Commands and a portfolio file that is open elsewhere, protected, damaged, or lacks what a crash left."""

import errno
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest
from builders import allocation, demand, plan, portfolio, project, resource

from data.document import publishing, working_copy
from data.edits import adding
from data.errors import PlannerError
from data.plan import Plan, PlanStatus
from data.portfolio import Portfolio
from planner.commands import solve as solve_command
from planner.commands import transfer
from planner.exporting import export_plan, export_portfolio
from planner.plans import fingerprint
from planner.solving import Outcome
from planner.workspace import Workspace
from solver.solution import Status
from tests.planning.file_commands import crash, damage, names, run

pytestmark = pytest.mark.usefixtures("home")


def case() -> Portfolio:
    return portfolio(resource("Ann"), project("Apollo", 1), demand("Build", "Apollo", last=2, hours_per_week=30.0), weeks=2, name="Case")


def made_plan() -> Plan:
    """The best plan of the case, made by hand."""
    proved = {"value": 896.0, "bound": 896.0, "objective": 896.0, "objective_bound": 896.0, "status": PlanStatus.OPTIMAL}
    return plan(allocation("Build", "Ann", 1, 30.0), allocation("Build", "Ann", 2, 30.0), fingerprint=fingerprint(case()), **proved)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "my case.plimsoll"
    Workspace.create(path, case()).close()
    return path


@pytest.fixture
def workbook(tmp_path):
    """The case with Cy."""
    path = tmp_path / "case.xlsx"
    export_portfolio(case().holding(resource("Cy")), path)
    return path


class Solver:
    """Finds the plan at once, and can do something while it seems to search."""

    def __init__(self) -> None:
        self.runs = 0
        self.meanwhile = lambda: None

    def __call__(self, *_: object, **__: object) -> Outcome:
        self.runs += 1
        self.meanwhile()
        return Outcome(made_plan(), Status.OPTIMAL, (), ())


@pytest.fixture
def solver(monkeypatch):
    solver = Solver()
    monkeypatch.setattr(solve_command, "solve_portfolio", solver)
    return solver


def kept_plan(path: Path) -> Plan | None:
    with Workspace.read(path) as workspace:
        return workspace.plan


def failing_disk(monkeypatch: pytest.MonkeyPatch, problem: BaseException | None = None) -> None:
    """From now on nothing can be published."""

    def write(*_: object) -> None:
        raise problem or OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(publishing, "write", write)


# Reading


@pytest.fixture
def plan_book(tmp_path):
    path = tmp_path / "plan.xlsx"
    export_plan(case(), made_plan(), path)
    return path


def reading(command: str, file: Path, workbook: Path, plan_book: Path) -> list[str | Path]:
    """The command as it only reads the portfolio file."""
    out = file.parent / "out.xlsx"
    return {
        "solve": ["solve", file, out],
        "check": ["check", file, plan_book],
        "export": ["export", file, out],
        "import": ["import", workbook, file, "--dry-run"],
    }[command]


READERS = ["solve", "check", "export", "import"]


@pytest.mark.parametrize("command", READERS)
def test_a_file_that_is_open_can_be_read(command, file, workbook, plan_book, solver, capsys):
    before = file.read_bytes()
    with Workspace.open(file) as window:
        assert run(*reading(command, file, workbook, plan_book)) == 0
        assert window.read_only is None
    assert "warning" not in capsys.readouterr().err
    assert file.read_bytes() == before


@pytest.mark.parametrize("command", READERS)
def test_what_a_crash_left_is_named_and_stops_no_reading(command, file, workbook, plan_book, solver, capsys):
    crash(file, "Zoe")
    assert run(*reading(command, file, workbook, plan_book)) == 0
    said = capsys.readouterr().err
    assert f"warning: {file}: Plimsoll ended before 1 change reached this file, the last “Add Zoe” at " in said
    assert f"type: plimsoll recover '{file}'" in said
    assert set(names(file)) == {"Ann"}


def test_check_names_what_a_crash_left_of_the_plan_file(file, plan_book, tmp_path, capsys):
    with Workspace.open(file) as workspace:
        workspace.keep_plan(made_plan())
    crash(file, "Zoe")
    assert run("check", plan_book, file) == 0
    assert f"type: plimsoll recover '{file}'" in capsys.readouterr().err
    assert run("check", file, file) == 0
    assert capsys.readouterr().err.count("plimsoll recover") == 1


@pytest.mark.parametrize("command", READERS)
def test_a_damaged_file_is_told_with_the_way_to_its_backups(command, file, workbook, plan_book, solver, capsys):
    with Workspace.open(file) as workspace:
        workspace.apply(adding("Add Bob", [resource("Bob")]))
    damage(file)
    assert run(*reading(command, file, workbook, plan_book)) == 1
    assert capsys.readouterr().err.endswith(f"; its backups are listed by: plimsoll backups '{file}'\n")


def test_a_file_that_is_gone_is_told_with_the_way_to_its_backups(file, tmp_path, capsys):
    with Workspace.open(file) as workspace:
        workspace.apply(adding("Add Bob", [resource("Bob")]))
    file.unlink()
    assert run("export", file, tmp_path / "out.xlsx") == 1
    assert capsys.readouterr().err.endswith(f"; its backups are listed by: plimsoll backups '{file}'\n")


def test_a_damaged_file_without_backups_is_told_without_them(file, home, monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("PLIMSOLL_HOME", str(home.with_name("another")))
    damage(file)
    assert run("export", file, tmp_path / "out.xlsx") == 1
    said = capsys.readouterr().err
    assert "the file is damaged" in said
    assert "plimsoll backups" not in said


# Writing


def writing(command: str, file: Path, workbook: Path) -> list[str | Path]:
    """The command as it writes the portfolio file."""
    return {"solve": ["solve", file, file], "import": ["import", workbook, file], "restore": ["restore", file, file]}[command]


@pytest.fixture
def no_reading(monkeypatch):
    """Reading a workbook is work that a refusal comes before."""

    def load(path: Path) -> None:
        raise AssertionError(path)

    monkeypatch.setattr(transfer, "load", load)


WRITERS = ["solve", "import", "restore"]


@pytest.mark.parametrize("command", WRITERS)
def test_a_file_that_is_open_elsewhere_is_refused_before_any_work(command, file, workbook, solver, no_reading, capsys):
    before = file.read_bytes()
    with Workspace.open(file):
        assert run(*writing(command, file, workbook)) == 1
    assert "has it open since" in capsys.readouterr().err
    assert solver.runs == 0
    assert file.read_bytes() == before


@pytest.mark.parametrize("command", ["solve", "import"])
def test_a_file_that_lacks_what_a_crash_left_is_refused_before_any_work(command, file, workbook, solver, no_reading, capsys):
    crash(file, "Zoe")
    assert run(*writing(command, file, workbook)) == 1
    assert f"; type: plimsoll recover '{file}'\n" in capsys.readouterr().err
    assert solver.runs == 0
    assert run("recover", file) == 0
    assert set(names(file)) == {"Ann", "Zoe"}


@pytest.mark.parametrize("command", WRITERS)
def test_a_protected_file_is_refused_before_any_work(command, file, workbook, solver, no_reading, monkeypatch, capsys):
    monkeypatch.setattr(working_copy, "may_be_replaced", lambda _: False)
    assert run(*writing(command, file, workbook)) == 1
    assert f"{file}: the file or its folder may not be written" in capsys.readouterr().err
    assert solver.runs == 0


@pytest.mark.parametrize("command", ["solve", "import"])
def test_a_newer_file_is_refused_before_any_work(command, file, workbook, solver, no_reading, capsys):
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 99")
    assert run(*writing(command, file, workbook)) == 1
    assert "a newer Plimsoll wrote this file" in capsys.readouterr().err
    assert solver.runs == 0


@pytest.mark.parametrize("command", ["solve", "import", "export"])
def test_the_place_of_a_file_that_was_moved_away_is_refused_while_it_is_open(command, file, workbook, solver, capsys):
    target = file.with_name("new.plimsoll")
    window = Workspace.create(target, case())
    target.unlink()
    source = workbook if command == "import" else file
    assert run(command, source, target) == 1
    window.close()
    assert "has it open since" in capsys.readouterr().err
    assert solver.runs == 0
    assert not target.exists()


@pytest.mark.parametrize("command", ["solve", "import", "export"])
def test_the_place_of_a_lost_file_of_which_a_crash_left_work_is_refused(command, file, workbook, solver, capsys):
    target = file.with_name("new.plimsoll")
    Workspace.create(target, case()).close()
    crash(target, "Zoe")
    target.unlink()
    source = workbook if command == "import" else file
    assert run(command, source, target) == 1
    assert f"type: plimsoll recover {target}" in capsys.readouterr().err
    assert solver.runs == 0
    assert not target.exists()


def test_a_file_is_held_while_its_plan_is_searched(file, solver, capsys):
    tried = []

    def open_a_window() -> None:
        with Workspace.open(file) as window:
            tried.append(window.read_only)

    solver.meanwhile = open_a_window
    assert run("solve", file, file) == 0
    assert tried[0] is not None
    assert kept_plan(file) == made_plan()
    with Workspace.open(file) as window:
        assert window.read_only is None


@pytest.mark.parametrize("command", ["solve", "import"])
def test_a_change_that_cannot_be_written_is_kept_and_not_said_to_be_done(command, file, workbook, solver, monkeypatch, capsys):
    before = file.read_bytes()
    with monkeypatch.context() as broken:
        failing_disk(broken)
        assert run(*writing(command, file, workbook)) == 1
    said = capsys.readouterr()
    assert "No space left on device" in said.err
    assert f"The change is kept; to bring it into the file, type: plimsoll recover '{file}'" in said.err
    assert said.out == ""
    assert file.read_bytes() == before
    assert run("recover", file) == 0
    assert (kept_plan(file) == made_plan()) if command == "solve" else (set(names(file)) == {"Ann", "Cy"})


def test_a_plan_for_a_new_file_is_kept_where_the_disk_fills_up(file, solver, monkeypatch, capsys):
    target = file.with_name("new.plimsoll")
    written = publishing.write

    def once(*given: object) -> object:
        failing_disk(monkeypatch)
        return written(*given)

    monkeypatch.setattr(publishing, "write", once)
    assert run("solve", file, target) == 1
    assert f"type: plimsoll recover {target}" in capsys.readouterr().err
    monkeypatch.setattr(publishing, "write", written)
    assert run("recover", target) == 0
    assert kept_plan(target) == made_plan()


def test_a_new_file_that_cannot_be_written_is_not_said_to_be_there(workbook, tmp_path, monkeypatch, capsys):
    failing_disk(monkeypatch)
    assert run("import", workbook, tmp_path / "new.plimsoll") == 1
    assert capsys.readouterr().out == ""
    assert not (tmp_path / "new.plimsoll").exists()


def test_a_file_that_changes_during_the_search_is_not_overwritten(file, solver, capsys):
    theirs = file.with_name("theirs.plimsoll")

    def change_it_elsewhere() -> None:
        theirs.write_bytes(file.read_bytes())
        with Workspace.open(theirs) as workspace:
            workspace.apply(adding("Add Eve", [resource("Eve")]))
        theirs.replace(file)

    solver.meanwhile = change_it_elsewhere
    assert run("solve", file, file) == 1
    said = capsys.readouterr().err
    assert "has changed this file since it was opened" in said
    assert f"The change is kept; to bring it into the file, type: plimsoll recover '{file}'" in said
    assert set(names(file)) == {"Ann", "Eve"}
    assert run("recover", file) == 0
    both = Path(capsys.readouterr().out.strip().rpartition(" is in ")[2])
    assert kept_plan(both) == made_plan()
    assert set(names(file)) == {"Ann", "Eve"}


@pytest.mark.parametrize("command", ["solve", "import"])
def test_ctrl_c_while_it_is_written_keeps_the_change(command, file, workbook, solver, monkeypatch, capsys):
    with monkeypatch.context() as stopped:
        failing_disk(stopped, KeyboardInterrupt())
        assert run(*writing(command, file, workbook)) == 3
    assert f"stopped; the change is kept; to bring it into the file, type: plimsoll recover '{file}'" in capsys.readouterr().err
    assert run("recover", file) == 0
    assert (kept_plan(file) == made_plan()) if command == "solve" else (set(names(file)) == {"Ann", "Cy"})


def test_ctrl_c_before_anything_is_changed_leaves_nothing_behind(file, solver, capsys):
    def stop() -> None:
        raise KeyboardInterrupt

    solver.meanwhile = stop
    assert run("solve", file, file) == 3
    assert "stopped; nothing was written." in capsys.readouterr().err
    assert run("recover", file) == 1
    assert kept_plan(file) is None


def test_a_solve_that_fails_keeps_nothing_and_says_so(file, solver, capsys):
    def fail() -> None:
        raise PlannerError("the engine is missing")

    solver.meanwhile = fail
    assert run("solve", file, file) == 1
    assert capsys.readouterr().err.endswith("plimsoll: the engine is missing\n")
    assert run("recover", file) == 1


def test_a_refused_import_leaves_the_file_as_it_was(file, workbook, capsys):
    book = openpyxl.load_workbook(workbook)
    book["Demands"]["D2"] = None
    book.save(workbook)
    before = file.read_bytes()
    assert run("import", workbook, file) == 1
    assert "nothing imported" in capsys.readouterr().err
    assert file.read_bytes() == before
    assert run("recover", file) == 1


def test_a_second_name_on_the_disk_is_told(file, workbook, capsys):
    file.with_name("second.plimsoll").hardlink_to(file)
    assert run("import", workbook, file) == 0
    assert f"warning: {file}: this file has a second name on the disk" in capsys.readouterr().err


def test_a_backup_that_fails_is_told_and_the_change_is_written(file, workbook, monkeypatch, capsys):
    monkeypatch.setattr(publishing, "back_up", lambda *_: "no room")
    assert run("import", workbook, file) == 0
    assert f"warning: {file}: it is written, but no backup of it was made (no room)" in capsys.readouterr().err
    assert set(names(file)) == {"Ann", "Cy"}


def test_json_stays_one_object_beside_a_warning(file, solver, tmp_path, capsys):
    crash(file, "Zoe")
    assert run("solve", file, tmp_path / "out.xlsx", "--json") == 0
    assert json.loads(capsys.readouterr().out)["value"] == 896.0
