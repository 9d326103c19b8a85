"""Pictures of every page in both themes, made offscreen from the sample portfolio and a short solve: `make screenshots`."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QLocale, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from data.edits import Edit
from data.entities import Id, Policy, ProjectStatus, ScenarioStatus, new_id
from data.portfolio import Kind, Portfolio
from planner.actions.entities import changed
from planner.actions.policies import added
from planner.actions.projects import shifted
from planner.actions.resources import away, removed
from planner.actions.scenarios import added as add_scenario
from planner.actions.scenarios import fresh as new_scenario
from planner.exporting import export_portfolio
from planner.workspace import Workspace
from ui.dialogs.import_preview import ImportPreview
from ui.dialogs.import_wizard import ImportWizard
from ui.dialogs.policies import Policies
from ui.dialogs.promoting import Promote
from ui.dialogs.recovery import Recovery
from ui.dialogs.restore import Restore
from ui.dialogs.restore_point import RestorePoint
from ui.locale import formats_of
from ui.main_window import MainWindow
from ui.presenters.saving import Way
from ui.settings import Preferences
from ui.surroundings import Surroundings
from ui.theme import Theme, ThemeChoice
from ui.views.log_page import LogPage
from ui.views.pages import PAGES
from ui.views.roles_page import RolesPage
from ui.views.table_book import TableBook

SIZES = ((1280, 800), (2560, 1440))
SOLVE_SECONDS = 20.0
SOLVING_MILLISECONDS = 2500
PATIENCE_SECONDS = 60.0
CURVE_PATIENCE_SECONDS = 240.0
THEMES = (ThemeChoice.LIGHT, ThemeChoice.DARK)


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


def picture(window: MainWindow, folder: Path, name: str) -> None:
    window.notice.hide()
    wait_until_idle(window)
    window.grab().save(str(folder / f"{name}.png"))


def pictures(window: MainWindow, folder: Path, theme: str) -> None:
    """Every page at every size; the large ones, to look at only, in a folder of their own."""
    for (width, height), place in zip(SIZES, (folder, folder / "large"), strict=True):
        place.mkdir(parents=True, exist_ok=True)
        window.resize(width, height)
        for number, page in enumerate(PAGES[: PAGES.index("Log")]):
            window.show_page(number)
            picture(window, place, f"{page.lower()}-{theme}")


def profile_and_roles(window: MainWindow, folder: Path, theme: str) -> None:
    """A demand that is met in part with its weeks, and the roles with one that is misspelt."""
    window.resize(*SIZES[0])
    window.show_page(PAGES.index("Demands"))
    demands, portfolio = window.pages.page("Demands"), window.session.portfolio
    if not isinstance(demands, TableBook) or portfolio is None:
        raise SystemExit("the page of demands did not open")
    wait_until_idle(window)
    rows = demands.first.model.rows
    demands.first.choose(next((row.id for row in rows if row.coverage is not None and 0.2 < row.coverage < 0.9), rows[0].id))
    picture(window, folder, f"demands-profile-{theme}")
    analyst = next(each for each in portfolio.resources.values() if each.role == "Analyst")
    window.session.apply(changed(portfolio, replace(analyst, role="Analist"), "Misspell a role"))
    window.show_page(PAGES.index("Resources"))
    book = window.pages.page("Resources")
    if not isinstance(book, TableBook):
        raise SystemExit("the page of resources did not open")
    book.tabs.setCurrentIndex(book.tabs.count() - 1)
    wait_until_idle(window)
    roles = book.findChild(RolesPage)
    row = roles.model.row_of(Id("analist")) if roles else None
    if roles is None or row is None:
        raise SystemExit("the roles are not there")
    roles.table.go_to(row, 0)
    picture(window, folder, f"roles-{theme}")
    book.tabs.setCurrentIndex(0)
    window.session.undo()
    wait_until_idle(window)


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


def logged(window: MainWindow, folder: Path, theme: str) -> None:
    """The log with an edit chosen, at every size, and the decision to go back."""
    page = window.pages.page("Log")
    if not isinstance(page, LogPage):
        raise SystemExit("the log is not in sight")
    for (width, height), place in zip(SIZES, (folder, folder / "large"), strict=True):
        place.mkdir(parents=True, exist_ok=True)
        window.resize(width, height)
        window.show_page(PAGES.index("Log"))
        wait_until_idle(window)
        page.table.setCurrentIndex(page.model.index(page.model.rowCount() - 3, 0))
        picture(window, place, f"log-{theme}")
    page.panel.restore.click()
    wait_until_idle(window)
    dialog(window, RestorePoint, folder, f"restore-point-{theme}")


def scenarios(window: MainWindow) -> None:
    """Three scenarios: one solved, one of which the plan of record has moved on, one decided."""
    workspace = open_portfolio(window)
    record = workspace.record
    first, second = sorted(record.projects.values(), key=lambda project: project.name)[:2]
    made = [
        (ScenarioStatus.PROPOSED, "Billing first", "The client asks for it as soon as it can be", replace(first, priority=1, must_do=True)),
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
    solved = next(iter(workspace.record.scenarios))
    window.scenarios.go(solved)
    wait_until_idle(window)
    window.desk.solve()
    wait_until_idle(window)
    window.solve_dock.hide()
    window.scenarios.leave()
    wait_until_idle(window)


def inside(window: MainWindow, folder: Path, theme: str) -> None:
    """A page while a scenario is worked in, and what is asked before it is promoted."""
    window.resize(*SIZES[0])
    window.scenarios.go(next(iter(open_portfolio(window).record.scenarios)))
    wait_until_idle(window)
    window.show_page(PAGES.index("Projects"))
    picture(window, folder, f"scenario-{theme}")
    window.scenarios.ask_to_promote()
    wait_until_idle(window)
    dialog(window, Promote, folder, f"promote-{theme}")
    window.scenarios.leave()
    wait_until_idle(window)


def solving(window: MainWindow, folder: Path, theme: str) -> None:
    """The plan page while a solve is under way, with its findings below."""
    window.resize(*SIZES[0])
    window.show_page(PAGES.index("Plan"))
    window.desk.solve()
    window.findings.show()
    while window.desk.is_running and window.solve_dock.course.last.value is None:
        pause(50)
    pause(SOLVING_MILLISECONDS)
    window.grab().save(str(folder / f"solving-{theme}.png"))
    window.desk.stop()
    wait_until_idle(window)
    window.solve_dock.hide()
    window.findings.hide()


def importing(window: MainWindow, folder: Path, theme: str, private: Path) -> None:
    """The preview of an import: people promoted, absences gone."""
    portfolio = window.session.portfolio
    if portfolio is None:
        raise SystemExit("no portfolio is open")
    gone = list(portfolio.absences)[::2]
    promoted = [replace(resource, level=min(5, resource.level + 1)) for resource in list(portfolio.resources.values())[::7]]
    fewer = portfolio.holding(*promoted).replacing([(Kind.ABSENCE, key, None) for key in gone])
    export_portfolio(fewer, private / "Resources in May.xlsx")
    window.documents.import_workbook(private / "Resources in May.xlsx")
    wait_until_idle(window)
    preview = window.findChild(ImportPreview)
    if preview is None:
        raise SystemExit("the preview of the import did not open")
    preview.grab().save(str(folder / f"import-{theme}.png"))
    preview.reject()
    pause(100)


def mapping(window: MainWindow, folder: Path, theme: str, private: Path) -> None:
    """Sheets of a form of their own: what they are taken for, beside their first rows."""
    portfolio = window.session.portfolio
    if portfolio is None:
        raise SystemExit("no portfolio is open")
    people, projects = list(portfolio.resources.values())[:12], list(portfolio.projects.values())
    rows = [f"{each.name};{projects[number % 5].name};{8 * (number % 4 + 1)};16;{24 - number};" for number, each in enumerate(people)]
    sheet = private / "Allocations 2027.csv"
    sheet.write_text("\n".join(["Allocations, hours;;;;;", ";;;;;", "Who;What;W5;W6;W7;Remarks", *rows]), encoding="utf-8")
    window.documents.import_workbook(sheet)
    wait_until_idle(window)
    dialog(window, ImportWizard, folder, f"import-mapping-{theme}")


def priority_edit(portfolio: Portfolio) -> Edit:
    project = next(iter(portfolio.projects.values()))
    return changed(portfolio, replace(project, priority=project.priority % 5 + 1), f"Change priority of {project.name}")


def open_portfolio(window: MainWindow) -> Workspace:
    if window.session.workspace is None:
        raise SystemExit("no portfolio is open")
    return window.session.workspace


def file_states(window: MainWindow, folder: Path, theme: str) -> None:
    """The open file changed by somebody else, and its backups."""
    workspace = open_portfolio(window)
    path, theirs = workspace.path, workspace.path.with_name("theirs.plimsoll")
    window.resize(*SIZES[0])
    window.show_page(PAGES.index("Projects"))
    workspace.save_copy(theirs)
    with Workspace.open(theirs) as other:
        other.apply(priority_edit(other.portfolio))
        other.apply(priority_edit(other.portfolio))
    theirs.replace(path)
    window.session.apply(priority_edit(workspace.portfolio))
    window.files.keeping.save()
    wait_until_idle(window)
    picture(window, folder, f"changed-outside-{theme}")
    window.files.keeping.go(Way.OVERWRITE)
    wait_until_idle(window)
    window.files.restoring.ask()
    wait_until_idle(window)
    dialog(window, Restore, folder, f"restore-{theme}")


def recovering(window: MainWindow, folder: Path, theme: str, private: Path) -> None:
    """What a Plimsoll that crashed left of a file."""
    path = private / theme / "Harbour.plimsoll"
    path.parent.mkdir()
    open_portfolio(window).save_copy(path)
    code = "import os, sys; from pathlib import Path; from planner.workspace import Workspace; from tools.screenshots import priority_edit"
    code += "; work = Workspace.open(Path(sys.argv[1])); work.apply(priority_edit(work.portfolio)); os._exit(0)"
    subprocess.run([sys.executable, "-c", code, str(path)], cwd=Path(__file__).parent.parent, check=True)
    window.files.recovering.ask()
    wait_until_idle(window)
    dialog(window, Recovery, folder, f"recovery-{theme}")
    shutil.rmtree(path.parent)


def dialog(window: MainWindow, kind: type[QDialog], folder: Path, name: str) -> None:
    """Pictures the dialog that is open, and closes it."""
    shown = next((each for each in window.findChildren(kind) if each.isVisible()), None)
    if shown is None:
        raise SystemExit(f"the dialog of {name} did not open")
    shown.grab().save(str(folder / f"{name}.png"))
    shown.reject()
    pause(100)


def policies(window: MainWindow, folder: Path) -> None:
    """The policies in both themes, and the plan by one of them with its terms apart."""
    careful = Policy(new_id(), "Careful", cost=10.0, fit=0.5, continuity=12.0, moved=1.0)
    for policy in (careful, Policy(new_id(), "Priorities first", strict=True, overtime=4.0)):
        window.session.apply(added(policy))
    wait_until_idle(window)
    for choice in THEMES:
        window.planning.policies.open()
        wait_until_idle(window)
        dialog(window, Policies, folder, f"policies-{themed(window, choice)}")
    window.planning.choose(careful.id)
    window.desk.solve()
    wait_until_idle(window)
    window.solve_dock.hide()
    window.resize(*SIZES[0])
    window.show_page(PAGES.index("Plan"))
    for choice in THEMES:
        picture(window, folder, f"plan-by-policy-{themed(window, choice)}")


def replanning(window: MainWindow, folder: Path) -> None:
    """What is asked before planning again, and the curve of plans after one person has left."""
    leaver = next(iter(open_portfolio(window).portfolio.resources.values()))
    window.session.apply(removed(open_portfolio(window).portfolio, leaver.id))
    wait_until_idle(window)
    window.planning.replanning.open()
    asking = window.planning.replanning.dialog
    if asking is None:
        raise SystemExit("the dialog of planning again did not open")
    asking.form.time_limit.setCurrentIndex(0)
    for choice in THEMES:
        name = f"replan-{themed(window, choice)}"
        pause(100)
        asking.grab().save(str(folder / f"{name}.png"))
    asking.form.curve.click()
    wait_until_idle(window, CURVE_PATIENCE_SECONDS)
    for choice in THEMES:
        name = f"replan-curve-{themed(window, choice)}"
        wait_until_idle(window)
        asking.grab().save(str(folder / f"{name}.png"))
    asking.reject()
    window.solve_dock.hide()
    window.session.undo()
    wait_until_idle(window)


def themed(window: MainWindow, choice: ThemeChoice) -> str:
    """Puts a theme in force, and answers its name."""
    window.choose_theme(choice)
    pause(50)
    return choice.value


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("docs/images"))
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(["plimsoll"])
    with tempfile.TemporaryDirectory() as private:
        os.environ["PLIMSOLL_HOME"] = str(Path(private) / "home")
        theme = Theme(application, ThemeChoice.LIGHT)
        preferences = Preferences(Path(private) / "window.ini")
        window = MainWindow(Surroundings(theme, preferences, formats_of(QLocale("en_GB")), Path(private)))
        window.show()
        for choice in THEMES:
            theme.choose(choice)
            window.resize(*SIZES[0])
            picture(window, folder, f"start-{choice.value}")
        window.documents.open_sample()
        wait_until_idle(window)
        history(window)
        window.desk.time_limit = SOLVE_SECONDS
        window.desk.solve()
        wait_until_idle(window)
        window.solve_dock.hide()
        scenarios(window)
        for choice in THEMES:
            theme.choose(choice)
            pictures(window, folder, choice.value)
            logged(window, folder, choice.value)
            profile_and_roles(window, folder, choice.value)
            inside(window, folder, choice.value)
        replanning(window, folder)
        policies(window, folder)
        for choice in THEMES:
            theme.choose(choice)
            solving(window, folder, choice.value)
            importing(window, folder, choice.value, Path(private))
            mapping(window, folder, choice.value, Path(private))
            recovering(window, folder, choice.value, Path(private))
            file_states(window, folder, choice.value)
        window.close()
        wait_until_idle(window)


if __name__ == "__main__":
    main()
