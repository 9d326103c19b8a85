"""A policy written to a file is the one that is read again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from planner.exporting.policy_file import PolicyNotSavedError, policy_text, write_policy
from planner.importing.policy_file import read_policy
from tests.builders import policy

CAREFUL = policy("Careful", cost=10.0, fit=0.5, continuity=12.0, moved=0.0001, changed=1e14, strict=True)


def test_a_written_policy_reads_back_the_same(tmp_path: Path) -> None:
    path = tmp_path / "careful.toml"
    write_policy(CAREFUL, path)
    read = read_policy(path)
    assert replace(read, id=CAREFUL.id) == CAREFUL


def test_a_name_with_quotes_and_backslashes_survives(tmp_path: Path) -> None:
    path = tmp_path / "odd.toml"
    write_policy(policy('A "quoted" \\ näme #1'), path)
    assert read_policy(path).name == 'A "quoted" \\ näme #1'


def test_every_figure_has_its_line() -> None:
    assert policy_text(policy("House", fit=0.5)).splitlines() == [
        'name = "House"',
        "overtime = 0",
        "cost = 0",
        "fit = 0.5",
        "continuity = 0",
        "moved = 0",
        "changed = 0",
        "strict = false",
    ]


def test_a_folder_that_is_not_there_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(PolicyNotSavedError, match="cannot be written"):
        write_policy(CAREFUL, tmp_path / "none" / "careful.toml")
    assert list(tmp_path.iterdir()) == []
