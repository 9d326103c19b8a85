"""The commands that bring work back from backups: backups and restore."""

import json
from pathlib import Path

import pytest
from builders import portfolio, resource

from planner.files import backups_for
from planner.workspace import Workspace
from tests.planning.file_commands import crash, damage, names, run

pytestmark = pytest.mark.usefixtures("home")


def test_backups_are_listed_newest_first(file, capsys):
    assert run("backups", file) == 0
    said = capsys.readouterr().out.splitlines()
    newest, oldest = backups_for(file)
    assert said[0] == f"{file}: 2 backups, newest first"
    assert said[1].split() == ["no.", "when", "step", "people", "projects", "size", "file"]
    assert said[2].split()[0] == "1"
    assert said[2].split()[-6:] == ["2", "2", "1", *_size(newest.size), str(newest.path)]
    assert said[3].split()[-6:] == ["1", "1", "1", *_size(oldest.size), str(oldest.path)]
    assert said[4] == f"To bring one back, type: plimsoll restore {file} NUMBER"


def _size(size: int) -> list[str]:
    return [f"{size / 1000:.0f}", "kB"]


def test_backups_are_listed_as_json(file, capsys):
    assert run("backups", file, "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    newest, oldest = backups_for(file)
    assert answer["portfolio"] == str(file)
    assert [(each["number"], each["step"], each["people"], each["projects"]) for each in answer["backups"]] == [(1, 2, 2, 1), (2, 1, 1, 1)]
    assert answer["backups"][1] == {
        "number": 2,
        "at": oldest.at.isoformat(),
        "step": 1,
        "people": 1,
        "projects": 1,
        "size": oldest.size,
        "set_aside": False,
        "name": "Case",
        "document_id": newest.document_id,
        "path": str(oldest.path),
    }


def test_backups_of_a_damaged_file_are_listed(file, capsys):
    damage(file)
    assert run("backups", file) == 0
    assert "2 backups" in capsys.readouterr().out


def test_backups_of_a_file_that_is_gone_are_listed(file, capsys):
    file.unlink()
    assert run("backups", file) == 0
    assert "2 backups" in capsys.readouterr().out


def test_backups_of_a_file_that_has_none(file, home, monkeypatch, capsys):
    monkeypatch.setenv("PLIMSOLL_HOME", str(home.with_name("another")))
    assert run("backups", file) == 0
    assert "no backups yet" in capsys.readouterr().out
    assert run("backups", file, "--json") == 0
    assert json.loads(capsys.readouterr().out)["backups"] == []


def test_backups_of_an_unknown_file_tell_where_they_all_are(tmp_path, home, capsys):
    assert run("backups", tmp_path / "nothing.plimsoll") == 1
    said = capsys.readouterr().err
    assert "there is no such file" in said
    assert str(home / "backups") in said


@pytest.mark.parametrize("command", [["backups"], ["restore", "1"], ["recover"]])
def test_what_is_no_portfolio_file_is_wrong_usage(command, tmp_path, capsys):
    name, *more = command
    assert run(name, tmp_path / "plan.xlsx", *more) == 2
    assert "is no portfolio file" in capsys.readouterr().err


def test_restore_is_one_edit_that_undo_takes_back(file, capsys):
    assert run("restore", file, "2") == 0
    assert f"{file}: the backup of " in capsys.readouterr().out
    assert names(file) == ["Ann"]
    with Workspace.open(file) as workspace:
        assert workspace.undo_label is not None
        assert workspace.undo_label.startswith("Restore backup of")
        workspace.undo()
    assert names(file) == ["Ann", "Bob"]


def test_restore_takes_a_path(file, tmp_path):
    apart = tmp_path / "mailed.plimsoll"
    apart.write_bytes(backups_for(file)[1].path.read_bytes())
    assert run("restore", file, apart) == 0
    assert names(file) == ["Ann"]


def test_restore_of_what_is_there_changes_nothing(file, capsys):
    before = file.read_bytes()
    assert run("restore", file, "1") == 0
    assert "nothing to restore" in capsys.readouterr().out
    assert file.read_bytes() == before


def test_restore_takes_the_place_of_a_damaged_file_which_is_kept(file, capsys):
    damage(file)
    damaged = file.read_bytes()
    assert run("restore", file, "1") == 0
    said = capsys.readouterr().out.strip()
    assert names(file) == ["Ann", "Bob"]
    assert Path(said.rpartition(" is kept in ")[2]).read_bytes() == damaged


def test_restore_takes_the_place_of_a_file_that_is_gone(file, capsys):
    file.unlink()
    assert run("restore", file, "2") == 0
    assert "is in its place." in capsys.readouterr().out
    assert names(file) == ["Ann"]


def test_restore_names_a_folder_that_is_gone(file, capsys):
    backup = backups_for(file)[1].path
    assert run("restore", file.parent / "gone" / "case.plimsoll", backup) == 1
    assert "there is no folder" in capsys.readouterr().err


def test_restore_to_another_place_leaves_the_file(file, tmp_path):
    before = file.read_bytes()
    assert run("restore", file, "2", "--to", tmp_path / "old.plimsoll") == 0
    assert names(tmp_path / "old.plimsoll") == ["Ann"]
    assert file.read_bytes() == before


def test_restore_to_another_place_replaces_nothing(file, tmp_path, capsys):
    there = tmp_path / "there.plimsoll"
    there.write_bytes(b"mine")
    assert run("restore", file, "2", "--to", there) == 2
    assert "there is a file already" in capsys.readouterr().err
    assert there.read_bytes() == b"mine"


def test_restore_to_the_place_of_a_lost_file_minds_what_a_crash_left_of_it(file, tmp_path, capsys):
    lost = tmp_path / "lost.plimsoll"
    Workspace.create(lost, portfolio(resource("Zoe"))).close()
    crash(lost, "Yan")
    lost.unlink()
    assert run("restore", file, "2", "--to", lost) == 1
    assert f"type: plimsoll recover {lost}" in capsys.readouterr().err
    assert not lost.exists()


@pytest.mark.parametrize(
    ("to", "code", "told"), [("old.xlsx", 2, "is no portfolio file"), ("nowhere/old.plimsoll", 1, "there is no folder")]
)
def test_restore_names_a_place_it_cannot_write(to, code, told, file, tmp_path, capsys):
    assert run("restore", file, "2", "--to", tmp_path / to) == code
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("number", ["0", "3"])
def test_restore_of_a_number_that_is_not_there(number, file, capsys):
    assert run("restore", file, number) == 1
    assert f"there is no backup {number}, they go from 1 to 2; they are listed by: plimsoll backups {file}" in capsys.readouterr().err
    assert names(file) == ["Ann", "Bob"]


def change_a_letter(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"Apollo", b"Apolla"))


@pytest.mark.parametrize("spoil", [damage, change_a_letter, Path.unlink])
def test_restore_of_a_damaged_backup_names_the_list(spoil, file, capsys):
    backup = backups_for(file)[1].path
    spoil(backup)
    assert run("restore", file, backup) == 1
    said = capsys.readouterr().err
    assert str(backup) in said
    assert f"plimsoll backups {file}" in said
    assert names(file) == ["Ann", "Bob"]


def test_restore_of_another_portfolio_is_refused(file, tmp_path, capsys):
    other = tmp_path / "other.plimsoll"
    Workspace.create(other, portfolio(resource("Zoe"), name="Other")).close()
    assert run("restore", file, other) == 1
    assert "is a backup of another portfolio, “Other”" in capsys.readouterr().err
    assert names(file) == ["Ann", "Bob"]


def test_restore_into_an_open_file_names_the_holder(file, capsys):
    with Workspace.open(file):
        assert run("restore", file, "2") == 1
    assert "has it open" in capsys.readouterr().err
    assert names(file) == ["Ann", "Bob"]


def test_restore_does_not_replace_a_damaged_file_that_is_open(file, capsys):
    window = Workspace.open(file)
    damage(file)
    damaged = file.read_bytes()
    assert run("restore", file, "2") == 1
    window.close()
    assert "has it open" in capsys.readouterr().err
    assert file.read_bytes() == damaged


def test_restore_does_not_pass_over_what_a_crash_left(file, capsys):
    crash(file, "Cy")
    damage(file)
    damaged = file.read_bytes()
    assert run("restore", file, "2") == 1
    assert f"type: plimsoll recover {file}" in capsys.readouterr().err
    assert file.read_bytes() == damaged
