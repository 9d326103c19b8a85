"""The wheel holds the four packages, whole, and nothing else."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("data", "planner", "solver", "ui")


@pytest.fixture(scope="module")
def wheel_names(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return frozenset(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_holds_every_file_of_the_four_packages(wheel_names: frozenset[str]) -> None:
    sources = {
        file.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for file in (ROOT / package).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }

    assert wheel_names >= sources


def test_the_wheel_holds_nothing_but_the_four_packages_and_its_own_record(wheel_names: frozenset[str]) -> None:
    tops = {name.split("/")[0] for name in wheel_names}

    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)


def test_the_wheel_says_that_its_packages_are_typed(wheel_names: frozenset[str]) -> None:
    assert {f"{package}/py.typed" for package in PACKAGES} <= wheel_names


def test_the_wheel_brings_the_sample_portfolio_the_icons_the_languages_and_the_licence(wheel_names: frozenset[str]) -> None:
    assert {"planner/sample/Resources.csv", "planner/sample/Projects.csv", "planner/sample/Demands.csv"} <= wheel_names
    assert any(name.startswith("ui/icons/") and name.endswith(".svg") for name in wheel_names)
    assert "ui/translations/plimsoll_de.qm" in wheel_names
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in wheel_names)
