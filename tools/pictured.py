"""What the pictures are taken of: the sample after a day's work, solved; waiting for the window that shows it, and picturing it or a dialog."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QDialog

from data.edits import Edit, adding
from data.entities import Booking, Project, ProjectStatus, Resource, ScenarioStatus, new_id
from data.portfolio import Portfolio
from planner.actions import baselines
from planner.actions.entities import changed
from planner.actions.projects import shifted
from planner.actions.resources import away
from planner.actions.scenarios import added as add_scenario
from planner.actions.scenarios import fresh as new_scenario
from planner.workspace import Workspace
from ui.main_window import MainWindow

SIZES = ((1280, 800), (2560, 1440))
"""Of the window, the laptop's and the large screen's."""
SOLVE_SECONDS = 20.0
PATIENCE_SECONDS = 240.0


def wait_until_idle(window: MainWindow, seconds: float = PATIENCE_SECONDS) -> None:
    """Lets the window work until no job is under way; SystemExit where that takes too long."""
    deadline = QDeadlineTimer(int(seconds * 1000))
    pause(400)
    while window.jobs.is_running("") and not deadline.hasExpired():
        pause(50)
    if deadline.hasExpired():
        raise SystemExit(f"the window was still busy after {seconds:.0f} s")
    pause(100)


def pause(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def history(window: MainWindow) -> None:
    """A day's work, so that the log has something to tell; what is left of it is no more than one absence."""
    workspace = open_portfolio(window)
    anybody, project = next(iter(workspace.portfolio.resources)), next(iter(workspace.portfolio.projects))
    first = workspace.portfolio.settings.start + dt.timedelta(weeks=20)
    workspace.reason = "Steering committee"
    window.session.apply(priority_edit(workspace.portfolio))
    window.session.apply(shifted(workspace.portfolio, project, 2))
    workspace.reason = ""
    for _ in range(2):
        window.session.undo()
    window.session.apply(away(workspace.portfolio, anybody, first, first + dt.timedelta(days=11), reason="Parental leave"))
    wait_until_idle(window)


def make_scenarios(window: MainWindow) -> None:
    """Three scenarios: one solved and proposed, one of which the plan of record has moved on, one decided."""
    workspace = open_portfolio(window)
    record = workspace.record
    first, second = sorted(record.projects.values(), key=lambda project: project.name)[:2]
    made = [
        (ScenarioStatus.DRAFT, "Billing first", "The client asks for it as soon as it can be", replace(first, priority=1, must_do=True)),
        (ScenarioStatus.DRAFT, "Somewhat later", "What if the supplier is late?", replace(second, max_delay=second.max_delay + 4)),
        (ScenarioStatus.REJECTED, "Without the portal", "", replace(second, status=ProjectStatus.ON_HOLD)),
    ]
    for status, name, note, project in made:
        scenario = replace(new_scenario(workspace.record, "Pia Larsen"), name=name, note=note, status=status)
        workspace.apply(add_scenario(workspace.record, scenario))
        workspace.enter(scenario.id)
        workspace.apply(changed(workspace.portfolio, project, f"Change {project.name}"))
        workspace.enter(None)
    workspace.apply(changed(workspace.record, replace(second, max_delay=second.max_delay + 2), f"Change delay of {second.name}"))
    window.scenarios.go(next(iter(workspace.record.scenarios)))
    wait_until_idle(window)
    hire(window, second)
    window.requests.propose()
    wait_until_idle(window)
    window.solve_dock.hide()
    window.scenarios.leave()
    wait_until_idle(window)


def hire(window: MainWindow, project: Project) -> None:
    """Somebody new, booked on the first demand of a project."""
    workspace = open_portfolio(window)
    demand = next(each for each in workspace.portfolio.demands.values() if each.project_id == project.id)
    zoe = Resource(new_id(), "Zoe Novak", demand.role, demand.min_level)
    first = max(demand.start, workspace.portfolio.settings.start)
    monday = first - dt.timedelta(days=first.weekday())
    workspace.apply(adding("Hire Zoe Novak", [zoe, Booking(new_id(), demand.id, zoe.id, monday, 16.0)]))
    wait_until_idle(window)


def freeze(window: MainWindow) -> None:
    """The plan of record as a baseline that plans are measured against."""
    workspace = open_portfolio(window)
    if workspace.plan is None:
        raise SystemExit("there is no plan to freeze")
    baseline = replace(baselines.fresh(workspace.record, workspace.plan.id), name="Board, March", note="As approved on 2 March")
    workspace.apply(baselines.frozen(baseline))
    window.baselines.measure_against(baseline.id)
    wait_until_idle(window)


def priority_edit(portfolio: Portfolio) -> Edit:
    project = next(iter(portfolio.projects.values()))
    return changed(portfolio, replace(project, priority=project.priority % 5 + 1), f"Change priority of {project.name}")


def open_portfolio(window: MainWindow) -> Workspace:
    if window.session.workspace is None:
        raise SystemExit("no portfolio is open")
    return window.session.workspace


def open_solved_sample(window: MainWindow) -> None:
    window.documents.open_sample()
    wait_until_idle(window)
    history(window)
    window.desk.time_limit = SOLVE_SECONDS
    window.desk.solve()
    wait_until_idle(window)
    window.solve_dock.hide()


def picture(window: MainWindow, folder: Path, name: str) -> None:
    window.notice.hide()
    wait_until_idle(window)
    window.grab().save(str(folder / f"{name}.png"))


def dialog(window: MainWindow, kind: type[QDialog], folder: Path, name: str) -> None:
    """Pictures the dialog that is open, and closes it."""
    shown = next((each for each in window.findChildren(kind) if each.isVisible()), None)
    if shown is None:
        raise SystemExit(f"the dialog of {name} did not open")
    shown.grab().save(str(folder / f"{name}.png"))
    shown.reject()
    pause(100)
