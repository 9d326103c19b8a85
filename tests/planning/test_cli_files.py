"""The commands that bring work back: backups, restore, recover."""

import datetime as dt
import json
from pathlib import Path

import pytest
from builders import portfolio, project, resource

from data.document import recovery
from data.edits import adding
from data.file_errors import UnreadableError
from planner.cli import main
from planner.files import backups_for, leftovers
from planner.workspace import Workspace


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """A private folder of this test's own."""
    home = tmp_path / "home"
    monkeypatch.setenv("PLIMSOLL_HOME", str(home))
    return home


@pytest.fixture
def file(tmp_path):
    """A portfolio file of Ann, with one backup of that, to which Bob was added later."""
    path = tmp_path / "case.plimsoll"
    Workspace.create(path, portfolio(resource("Ann"), project("Apollo"), name="Case")).close()
    with Workspace.open(path) as workspace:
        workspace.apply(adding("Add Bob", [resource("Bob")]))
    return path


def run(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


def names(path: Path) -> list[str]:
    with Workspace.read(path) as workspace:
        return [each.name for each in workspace.portfolio.resources.values()]


def crash(path: Path, *people: str) -> None:
    """What a killed window leaves: edits in the working copy that the file does not have."""
    workspace = Workspace.open(path)
    for name in people:
        workspace.apply(adding(f"Add {name}", [resource(name)]))
    workspace.close(publish=False)


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[2048:] = b"\xff" * (len(content) - 2048)
    path.write_bytes(content)


def add_elsewhere(path: Path, name: str) -> None:
    """What another machine does to the file: a whole new version of it."""
    copy = path.with_name("theirs.plimsoll")
    copy.write_bytes(path.read_bytes())
    with Workspace.open(copy) as workspace:
        workspace.apply(adding(f"Add {name}", [resource(name)]))
    copy.replace(path)


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


def test_recover_lists_what_crashes_left(file, capsys):
    assert run("recover") == 0
    assert "Nothing was left behind" in capsys.readouterr().out
    crash(file, "Cy", "Di")
    assert run("recover") == 0
    said = capsys.readouterr().out
    assert f"{file}: Plimsoll ended before 2 changes reached this file, the last “Add Di”" in said
    assert f"plimsoll recover {file}    (the file is as it was, and is brought up to date)" in said
    assert f"plimsoll recover {file} --set-aside" in said


@pytest.mark.parametrize(
    ("happens", "said"),
    [
        (lambda path: add_elsewhere(path, "Eve"), "the file was changed since, and stays"),
        (Path.unlink, "the file is gone, and is written again"),
        (damage, "the file is damaged, and is replaced; a copy of it is kept"),
    ],
)
def test_recover_tells_what_becomes_of_the_file(happens, said, file, capsys):
    crash(file, "Cy")
    happens(file)
    assert run("recover") == 0
    assert f"plimsoll recover {file}    ({said}" in capsys.readouterr().out


def test_recover_lists_as_json(file, capsys):
    crash(file, "Cy")
    assert run("recover", "--json") == 0
    (left,) = json.loads(capsys.readouterr().out)["leftovers"]
    assert (left["portfolio"], left["name"], left["changes"], left["plans"]) == (str(file), "Case", 1, 0)
    assert (left["last"], left["file"]) == ("Add Cy", "as it was")
    assert dt.datetime.fromisoformat(left["last_at"]).tzinfo is not None


def test_recover_brings_what_was_left_into_the_file(file, capsys):
    crash(file, "Cy")
    assert run("recover", file) == 0
    assert f"{file}: it holds every change now, up to “Add Cy”" in capsys.readouterr().out
    assert names(file) == ["Ann", "Bob", "Cy"]
    assert leftovers() == ()


def test_recover_answers_in_json(file, capsys):
    crash(file, "Cy")
    assert run("recover", file, "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["changes"], answer["set_aside"], answer["written"]) == (1, False, str(file))


def test_recover_keeps_both_where_the_file_was_changed_since(file, capsys):
    crash(file, "Cy")
    add_elsewhere(file, "Eve")
    assert run("recover", file) == 0
    both = Path(capsys.readouterr().out.strip().rpartition(" is in ")[2])
    assert names(file) == ["Ann", "Bob", "Eve"]
    assert names(both) == ["Ann", "Bob", "Cy"]
    assert leftovers() == ()


def test_recover_writes_a_file_again_that_is_gone(file):
    crash(file, "Cy")
    file.unlink()
    assert run("recover", file) == 0
    assert names(file) == ["Ann", "Bob", "Cy"]


def test_recover_replaces_a_damaged_file_and_keeps_it(file, capsys):
    crash(file, "Cy")
    damage(file)
    damaged = file.read_bytes()
    assert run("recover", file) == 0
    kept = Path(capsys.readouterr().out.strip().rpartition(" is kept in ")[2])
    assert names(file) == ["Ann", "Bob", "Cy"]
    assert kept.read_bytes() == damaged


def test_recover_waits_for_a_file_that_is_out_of_reach(file, monkeypatch, capsys):
    crash(file, "Cy")
    before = file.read_bytes()

    def bring_in(_: Path, named: Path, __: Path) -> None:
        raise UnreadableError(named, "another program keeps writing it")

    with monkeypatch.context() as busy:
        busy.setattr(recovery, "bring_in", bring_in)
        assert run("recover") == 0
        assert "(the file cannot be read now; once it can)" in capsys.readouterr().out
        assert run("recover", file) == 1
        assert "try again when the file is within reach" in capsys.readouterr().err
    assert file.read_bytes() == before
    assert run("recover", file) == 0
    assert names(file) == ["Ann", "Bob", "Cy"]


def test_recover_sets_aside_as_a_backup(file, capsys):
    crash(file, "Cy")
    before = file.read_bytes()
    assert run("recover", file, "--set-aside") == 0
    kept = Path(capsys.readouterr().out.strip().rpartition(" as the backup ")[2])
    assert names(kept) == ["Ann", "Bob", "Cy"]
    assert backups_for(file)[0].path == kept
    assert file.read_bytes() == before
    assert leftovers() == ()


def test_recover_where_nothing_was_left(file, tmp_path, capsys):
    assert run("recover", file) == 1
    assert "nothing was left behind" in capsys.readouterr().err
    assert run("recover", tmp_path / "nothing.plimsoll") == 1
    assert "there is no such file" in capsys.readouterr().err


def test_recover_of_an_open_file_names_the_holder(file, capsys):
    with Workspace.open(file) as workspace:
        workspace.apply(adding("Add Cy", [resource("Cy")]))
        assert run("recover", file) == 1
        assert "has it open" in capsys.readouterr().err


def test_setting_aside_needs_a_file(capsys):
    assert run("recover", "--set-aside") == 2
    assert "--set-aside needs the PORTFOLIO" in capsys.readouterr().err


def test_recover_keeps_apart_what_cannot_be_read(file, home, capsys):
    crash(file, "Cy")
    (working,) = home.glob("working/*/working.plimsoll")
    damage(working)
    left = working.read_bytes()
    assert run("restore", file, "2") == 1
    assert f"what it left cannot be read; to have that kept apart, type: plimsoll recover {file}" in capsys.readouterr().err
    assert run("recover", file) == 1
    assert "the file itself can be opened now" in capsys.readouterr().err
    assert [each.read_bytes() for each in home.glob("damaged/*/working.plimsoll")] == [left]
    assert run("restore", file, "2") == 0
