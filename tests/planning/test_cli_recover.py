"""The command that brings back what crashes left."""

import datetime as dt
import json
from pathlib import Path

import pytest
from builders import resource

from data.document import recovery
from data.edits import adding
from data.file_errors import UnreadableError
from planner.files import backups_for, leftovers
from planner.workspace import Workspace
from tests.planning.file_commands import add_elsewhere, crash, damage, names, run

pytestmark = pytest.mark.usefixtures("home")


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
