"""Shared banks on the command line: INPUT, OUTPUT and PORTFOLIO by their address, on a real server."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from builders import demand, portfolio, project, resource

from data.bank.bank import Bank
from data.edits import adding
from data.entities import Id
from planner.actions.entities import changed
from planner.cli import main
from planner.commands import mapped
from planner.exporting import export_portfolio
from planner.workspace import Workspace

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def typed(address, monkeypatch):
    """The address as one types it, with the password in the environment."""
    monkeypatch.setenv("PGPASSWORD", address.url.password)
    return str(address)


def case(*more):
    return portfolio(resource("Ann"), project("Apollo", value=1000.0), demand("Build", "Apollo"), *more, name="Case")


@pytest.fixture
def workbook(tmp_path):
    export_portfolio(case(resource("Bob")), tmp_path / "case.xlsx")
    return tmp_path / "case.xlsx"


@pytest.fixture
def bank(address):
    """A bank of Ann."""
    Workspace.create_shared(address, case()).close()
    return address


def run(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


def names(address) -> list[str]:
    with Workspace.open_shared(address) as workspace:
        return [each.name for each in workspace.portfolio.resources.values()]


def test_import_makes_the_bank_where_the_database_holds_none(workbook, typed, address, capsys):
    assert run("import", workbook, typed) == 0
    said = capsys.readouterr().out
    assert f"{address}: a new portfolio of" in said
    assert f"{workbook} imported into {address}." in said
    assert names(address) == ["Ann", "Bob"]


def test_import_is_one_edit_of_a_bank_that_is_there(workbook, typed, bank, capsys):
    assert run("import", workbook, typed) == 0
    assert "resources: 1 added" in capsys.readouterr().out
    with Workspace.open_shared(bank) as workspace:
        assert len(workspace.steps) == 2
        workspace.undo()
    assert names(bank) == ["Ann"]


def test_a_trial_import_writes_nothing(workbook, typed, bank, capsys):
    assert run("import", workbook, typed, "--dry-run") == 0
    assert capsys.readouterr().out.splitlines()[-2:] == ["resources: 1 added", "Nothing written (--dry-run)."]
    assert names(bank) == ["Ann"]


def test_a_trial_import_into_an_empty_database_writes_nothing(workbook, typed, address, capsys):
    assert run("import", workbook, typed, "--dry-run") == 0
    assert "a new portfolio" in capsys.readouterr().out
    assert run("export", typed, workbook.with_name("out.xlsx")) == 1
    assert "this database holds no portfolio yet" in capsys.readouterr().err


def meanwhile(monkeypatch, bank, edit_of):
    """Somebody else writes while the workbook is read."""
    load = mapped.load

    def load_slowly(place):
        with Workspace.open_shared(bank) as other:
            other.apply(edit_of(other.portfolio))
        return load(place)

    monkeypatch.setattr(mapped, "load", load_slowly)


def test_an_import_goes_on_top_of_what_others_wrote_meanwhile(workbook, typed, bank, monkeypatch):
    meanwhile(monkeypatch, bank, lambda _: adding("Add Cleo", [resource("Cleo")]))
    assert run("import", workbook, typed) == 0
    assert sorted(names(bank)) == ["Ann", "Bob", "Cleo"]


def test_an_import_that_others_were_faster_than_shows_both_values(tmp_path, typed, bank, monkeypatch, capsys):
    held = case()
    mine = changed(held, replace(held.projects[Id("Apollo")], priority=1), "Mine").applied_to(held)
    export_portfolio(mine, tmp_path / "mine.xlsx")
    meanwhile(monkeypatch, bank, lambda now: changed(now, replace(now.projects[Id("Apollo")], priority=5), "Theirs"))
    assert run("import", tmp_path / "mine.xlsx", typed) == 1
    assert "projects Apollo has changed since: priority: was 3, yours 1, theirs 5" in capsys.readouterr().err
    with Workspace.open_shared(bank) as workspace:
        assert workspace.portfolio.projects[Id("Apollo")].priority == 5


def test_a_bank_is_exported_solved_and_checked(tmp_path, typed, bank):
    assert run("export", typed, tmp_path / "out.xlsx") == 0
    assert run("solve", typed, tmp_path / "plan.xlsx", "--effort", "10", "--json") == 0
    assert run("check", typed, tmp_path / "plan.xlsx") == 0
    assert (tmp_path / "out.xlsx").exists()


def test_a_bank_keeps_its_own_plan(typed, bank, capsys):
    assert run("solve", typed, typed, "--effort", "10", "--json") == 0
    assert json.loads(capsys.readouterr().out)["output"] == str(bank)
    with Workspace.open_shared(bank) as workspace:
        assert workspace.plan is not None
        assert len(workspace.plan.allocations) > 0


def test_a_plan_of_a_bank_that_others_changed_meanwhile_is_said_to_be_out_of_date(typed, bank, capsys, monkeypatch):
    keep = Workspace.keep_plan

    def keep_late(self, plan):
        with Workspace.open_shared(bank) as other:
            other.apply(adding("Add Cleo", [resource("Cleo")]))
        return keep(self, plan)

    monkeypatch.setattr(Workspace, "keep_plan", keep_late)
    assert run("solve", typed, typed, "--effort", "10") == 0
    assert "others have changed the portfolio meanwhile" in capsys.readouterr().err


def test_a_file_becomes_a_bank_and_a_bank_a_file(tmp_path, typed, address):
    Workspace.create(tmp_path / "case.plimsoll", case()).close()
    assert run("export", tmp_path / "case.plimsoll", typed) == 0
    assert run("export", typed, tmp_path / "copy.plimsoll") == 0
    with Workspace.read(tmp_path / "copy.plimsoll") as copy:
        assert copy.portfolio == case()


def test_a_bank_is_never_replaced_by_another(workbook, typed, bank, capsys):
    assert run("solve", workbook, typed) == 1
    assert "this database holds a portfolio already" in capsys.readouterr().err
    assert names(bank) == ["Ann"]


def test_a_password_in_the_address_works_and_is_never_shown(workbook, bank, capfd, tmp_path):
    secret = bank.url.render_as_string(hide_password=False)
    assert run("import", workbook, secret) == 0
    assert run("solve", secret, secret, "--effort", "10") == 0
    assert run("import", workbook, secret.replace(bank.url.password, "open-sesame")) == 1
    assert run("backups", secret) == 2
    assert run("solve", secret, tmp_path / "nowhere" / "plan.xlsx") == 2
    said = "".join(capfd.readouterr())
    assert bank.url.password not in said
    assert "open-sesame" not in said


def test_a_password_file_works(workbook, bank, tmp_path, monkeypatch):
    url = bank.url
    known = tmp_path / "pgpass"
    known.write_text(f"{url.host}:{url.port}:{url.database}:{url.username}:{url.password}\n")
    known.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(known))
    monkeypatch.delenv("PGPASSWORD", raising=False)
    assert run("import", workbook, str(bank)) == 0


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"password": "wrong"}, "the server did not let you in"),
        ({"database": "nothing_of_the_kind"}, "the server has no database “nothing_of_the_kind”"),
        ({"port": 1}, "the server cannot be reached"),
    ],
)
def test_what_is_wrong_with_a_bank_is_said_in_a_line(workbook, bank, capsys, change, said):
    assert run("import", workbook, bank.url.set(**change).render_as_string(hide_password=False)) == 1
    err = capsys.readouterr().err
    assert said in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("arguments", [("backups",), ("restore", "1"), ("recover",)])
def test_backups_of_a_bank_are_its_servers(arguments, capsys):
    command, *more = arguments
    assert run(command, "postgresql+psycopg://dana@db.example.org/portfolio", *more) == 2
    assert "its server's backups are made and brought back by who runs the server" in capsys.readouterr().err


def test_an_address_that_is_none_is_wrong_usage_and_not_repeated(workbook, capsys):
    assert run("import", workbook, "postgresql://dana:sesame@db.example.org") == 2
    err = capsys.readouterr().err
    assert "it names no database after the host" in err
    assert "sesame" not in err


def test_a_plan_is_read_from_a_file_only(workbook, capsys):
    assert run("check", workbook, "postgresql+psycopg://dana@db.example.org/portfolio") == 2
    assert "a file is needed here" in capsys.readouterr().err


def test_a_bank_says_who_wrote_it(workbook, typed, bank):
    assert run("import", workbook, typed) == 0
    with Bank.open(bank) as opened:
        assert opened.history()[-1].who
