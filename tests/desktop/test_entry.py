"""The command `plimsoll`: window or command line, and what it says where the window cannot open."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ui import app, ground

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("arguments", [[], ["demo"], ["Case.plimsoll"], ["CASE.PLIMSOLL"]])
def test_nothing_demo_or_a_portfolio_opens_the_window(arguments: list[str]) -> None:
    assert app.wants_window(arguments, screen=True)


@pytest.mark.parametrize("arguments", [["solve", "in.xlsx", "out.xlsx"], ["--help"], ["demo", "--out", "here"], ["book.xlsx"]])
def test_anything_else_is_the_command_line(arguments: list[str]) -> None:
    assert not app.wants_window(arguments, screen=True)


def test_without_a_screen_everything_is_the_command_line() -> None:
    assert not app.wants_window(["demo"], screen=False)


def test_a_screen_is_there_where_a_display_is_named() -> None:
    assert not app.has_screen("linux", {"PATH": "/bin"})
    assert app.has_screen("linux", {"DISPLAY": ":0"})
    assert app.has_screen("win32", {})


def loaded_after(code: str) -> set[str]:
    """The modules loaded in a fresh interpreter after some code."""
    shown = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(shown.stdout.split())


def test_the_entry_loads_neither_qt_nor_the_planner() -> None:
    loaded = loaded_after("import ui.app")
    assert not {"PySide6", "planner", "numpy", "sqlalchemy"} & loaded


def test_the_window_loads_without_what_only_a_file_or_a_chart_needs() -> None:
    loaded = loaded_after("import ui.launch")
    assert not {"matplotlib", "sqlalchemy", "pulp", "highspy", "holidays", "numpy"} & loaded


def test_pyside_612_is_refused_below_python_312() -> None:
    assert ground.unfit((6, 12, 0), (3, 11, 7))
    assert not ground.unfit((6, 12, 0), (3, 12, 0))
    assert not ground.unfit((6, 11, 3), (3, 11, 7))


def test_what_qt_lacks_is_said_with_the_line_to_type(tmp_path: Path) -> None:
    (tmp_path / "PySide6").mkdir()
    lacking = "raise ImportError('libEGL.so.1: cannot open shared object file')"
    (tmp_path / "PySide6" / "__init__.py").write_text(lacking, encoding="utf-8")
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from ui.desktop import run; raise SystemExit(run([]))"
    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert shown.returncode == 1
    assert "libEGL.so.1" in shown.stderr
    assert "sudo apt-get install -y --no-install-recommends libgl1 libegl1" in shown.stderr


def test_a_screen_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform != "linux":
        pytest.skip("only an X server can be named and silent")
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":987")
    said = ground.ground_is_missing()
    assert said is not None
    assert "DISPLAY=:987 does not answer" in said or "apt-get install" in said


def test_the_command_line_runs_without_qt() -> None:
    code = "import sys; from ui.app import main; code = main(['--help']); assert 'PySide6' not in sys.modules; raise SystemExit(code)"
    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "solve" in shown.stdout
