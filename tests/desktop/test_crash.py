"""Bugs: a report without the user's data, and one dialog at a time."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ui.crash import CrashReporter, report_text, write_report


def raised() -> Exception:
    try:
        int("forty")
    except ValueError as problem:
        return problem
    raise AssertionError


def test_a_report_has_versions_and_the_traceback() -> None:
    text = report_text(raised(), "the window")
    assert text.startswith("Plimsoll ")
    assert "ValueError: invalid literal for int() with base 10: 'forty'" in text


def test_every_report_is_a_file_of_its_own(tmp_path: Path) -> None:
    paths = {write_report(tmp_path / "logs", raised(), "a thread") for _ in range(3)}
    assert len(paths) == 3


def test_a_bug_in_a_loop_shows_one_dialog(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Path] = []
    reporter = CrashReporter(tmp_path)
    monkeypatch.setattr(reporter, "_show", shown.append)
    for _ in range(3):
        reporter.caught.emit(raised(), "the window")
    assert len(shown) == 1
    assert len(list(tmp_path.glob("report-*.txt"))) == 3
