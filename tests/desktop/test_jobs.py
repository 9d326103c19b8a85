"""Work beside the window: results, failures, replacement, and throttled progress."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.jobs import Jobs, SolveJob


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.abandon_all(5.0)


def fail(problem: Exception) -> None:
    raise problem


def test_a_result_arrives_in_the_gui_thread(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[tuple[str, bool, bool]] = []
    gui, worked = threading.get_ident(), threading.Event()

    def work() -> str:
        worked.set()
        return "done" if threading.get_ident() != gui else "in the GUI thread"

    def then(result: str) -> None:
        told.append((result, threading.get_ident() == gui, QThread.currentThread().isMainThread()))

    jobs.run("work", work, then, fail)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [("done", True, True)]


def test_a_failure_arrives_as_the_exception(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[str] = []
    jobs.run("work", lambda: 1 // 0, lambda _: told.append("done"), lambda problem: told.append(type(problem).__name__))
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["ZeroDivisionError"]


def test_of_several_jobs_of_a_name_only_the_newest_is_heard(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[str] = []
    ran: list[str] = []
    go_on = threading.Event()

    def slow() -> str:
        go_on.wait(10)
        return "first"

    def quick(name: str) -> str:
        ran.append(name)
        return name

    jobs.run("work", slow, told.append, fail)
    jobs.run("work", partial(quick, "second"), told.append, fail)
    jobs.run("work", partial(quick, "third"), told.append, fail)
    go_on.set()
    qtbot.waitUntil(lambda: not jobs.is_running(""))
    assert (told, ran) == (["third"], ["third"])


def test_once_over_no_job_is_started(qapp: QApplication) -> None:
    jobs = Jobs()
    jobs.abandon_all(1.0)
    jobs.run("work", lambda: "done", fail, fail)
    assert not jobs.is_running("work")


@dataclass(frozen=True)
class Report:
    phase: str
    value: float = 1.0
    bound: float = 2.0
    effort: int = 0
    seconds: float = 0.0
    gap: float = 0.5


def test_progress_is_told_at_most_ten_times_a_second_and_at_every_new_phase(qapp: QApplication) -> None:
    job = SolveJob(fail, fail, fail)  # never started
    told: list[str] = []
    job.progressed.connect(lambda report: told.append(report.phase))
    for phase in ("bound", "bound", "bound", "search", "search"):
        job.report(Report(phase), None)
    assert told == ["bound", "search"]


def test_an_abandoned_solve_tells_nothing_and_stops(qapp: QApplication) -> None:
    job = SolveJob(fail, fail, fail)  # never started
    told: list[object] = []
    job.progressed.connect(told.append)
    job.abandon()
    job.report(Report("search"), None)
    assert told == []
    assert job.should_stop()
