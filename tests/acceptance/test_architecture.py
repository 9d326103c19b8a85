"""The arrows between the rooms are enforced: each contract of pyproject.toml is kept, and each one bites."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")


def lint(folder: Path) -> str:
    """What import-linter says of the four packages in `folder`."""
    return subprocess.run([LINT_IMPORTS, "--no-cache"], cwd=folder, check=False, capture_output=True, text=True).stdout


@pytest.fixture
def empty_rooms(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for module in ("data/store", "planner/plans", "planner/charts/gantt", "solver/problem", "ui/app"):
        file = tmp_path / f"{module}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        (file.parent / "__init__.py").touch()
        file.touch()
    return tmp_path


def test_the_product_keeps_every_contract() -> None:
    assert "0 broken" in lint(ROOT)


def test_empty_rooms_keep_every_contract(empty_rooms: Path) -> None:
    assert "0 broken" in lint(empty_rooms)


@pytest.mark.parametrize(
    ("module", "imported", "broken"),
    [
        ("data/store", "planner.plans", "Arrows point downwards"),
        ("planner/plans", "ui.app", "Arrows point downwards"),
        ("data/store", "solver.problem", "know nothing of each other"),
        ("solver/problem", "data.store", "know nothing of each other"),
        ("ui/app", "solver.problem", "ui reaches the solver only through planner"),
        ("planner/plans", "PySide6.QtCore", "Qt lives in ui"),
        ("planner/plans", "matplotlib", "matplotlib lives in planner.charts"),
        ("planner/plans", "sqlalchemy", "SQLAlchemy and the spreadsheet libraries live in data"),
        ("ui/app", "xlsxwriter", "SQLAlchemy and the spreadsheet libraries live in data"),
        ("planner/plans", "pulp", "PuLP, highspy and numba live in solver"),
        ("data/store", "psycopg", "a bank's driver is reached only through SQLAlchemy"),
        ("planner/plans", "distributed", "Dask lives in solver.executing"),
        ("data/store", "openpyxl", "what only tests need stays in tests"),
    ],
)
def test_a_forbidden_import_breaks_its_contract(empty_rooms: Path, module: str, imported: str, broken: str) -> None:
    (empty_rooms / f"{module}.py").write_text(f"import {imported}\n")

    report = lint(empty_rooms)

    assert any(broken in line and line.endswith("BROKEN") for line in report.splitlines())


def test_charts_may_use_matplotlib(empty_rooms: Path) -> None:
    (empty_rooms / "planner/charts/gantt.py").write_text("import matplotlib\nfrom matplotlib.figure import Figure\n")

    assert "0 broken" in lint(empty_rooms)
