"""Pictures of every page in both themes, made offscreen from the sample portfolio and a short solve: `make screenshots`."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from pictured import SIZES, dialog, freeze, make_scenarios, open_portfolio, open_solved_sample, pause, picture, wait_until_idle
from pictured_files import file_states, importing, mapping, recovering
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from data.entities import Id, Policy, new_id
from planner.actions.entities import changed
from planner.actions.policies import added
from planner.actions.resources import removed
from planner.comparing.choosing import OfRecord
from ui.dialogs.bank import OpenBank
from ui.dialogs.help import About, Shortcuts
from ui.dialogs.policies import Policies
from ui.dialogs.promoting import Promote
from ui.dialogs.restore_point import RestorePoint
from ui.dialogs.settings import SettingsDialog
from ui.locale import formats_of
from ui.main_window import MainWindow
from ui.map_wordings import MapAct
from ui.settings import Preferences
from ui.surroundings import Surroundings
from ui.theme import Theme, ThemeChoice
from ui.views.compare_tables import LOAD
from ui.views.log_page import LogPage
from ui.views.pages import PAGES
from ui.views.plan_page import PlanPage
from ui.views.roles_page import RolesPage
from ui.views.scenarios_page import BASELINES, FUTURES, SCENARIOS, SWEEPS, ScenariosPage
from ui.views.table_book import TableBook

SOLVING_MILLISECONDS = 2500
THEMES = (ThemeChoice.LIGHT, ThemeChoice.DARK)


def pictures(window: MainWindow, folder: Path, theme: str) -> None:
    """Every page that needs nothing done before, at every size; the large ones, to look at only, in a folder of their own."""
    for (width, height), place in zip(SIZES, (folder, folder / "large"), strict=True):
        place.mkdir(parents=True, exist_ok=True)
        window.resize(width, height)
        for page in (each for each in PAGES if each not in ("Scenarios", "Log")):
            window.show_page(PAGES.index(page))
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


def asking(window: MainWindow, folder: Path, theme: str) -> None:
    """Dialogs that need nothing but a portfolio: settings, shortcuts, about, a shared bank; and the findings."""
    act = window.actions_by_name
    window.resize(*SIZES[0])
    for name, kind, shown in (
        ("settings", SettingsDialog, "settings"),
        ("shortcuts", Shortcuts, "shortcuts"),
        ("about", About, "about"),
        ("open bank", OpenBank, "bank"),
    ):
        act[name].trigger()
        pause(200)
        dialog(window, kind, folder, f"{shown}-{theme}")
    window.show_page(PAGES.index("Demands"))
    window.findings.show()
    picture(window, folder, f"findings-{theme}")
    window.findings.hide()


def booking(window: MainWindow, folder: Path, theme: str) -> None:
    """Somebody's busiest week: who else could do its work, proved; then its work booked by hand."""
    window.resize(*SIZES[0])
    window.show_page(PAGES.index("Plan"))
    wait_until_idle(window)
    page = window.findChild(PlanPage)
    if page is None or page.heat_map.grid is None:
        raise SystemExit("the heat map did not open")
    row = next(number for number, line in enumerate(page.heat_map.grid.rows) if line.note.startswith("Backend"))
    page.heat_map.choose((row, int(page.heat_map.grid.load[row].argmax())))
    page.heat_map.bring_into_view()
    page.act(MapAct.WHO_ELSE)
    picture(window, folder, f"who-else-{theme}")
    page.others.closed.emit()
    page.act(MapAct.PIN)
    picture(window, folder, f"booking-{theme}")
    window.session.undo()
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


def inside(window: MainWindow, folder: Path, theme: str) -> None:
    """The scenarios at every size; a page while one is worked in, and what is asked before it is promoted."""
    for (width, height), place in zip(reversed(SIZES), (folder / "large", folder), strict=True):
        place.mkdir(parents=True, exist_ok=True)
        window.resize(width, height)
        window.show_page(PAGES.index("Scenarios"))
        picture(window, place, f"scenarios-{theme}")
    window.scenarios.go(next(iter(open_portfolio(window).record.scenarios)))
    wait_until_idle(window)
    window.show_page(PAGES.index("Projects"))
    picture(window, folder, f"scenario-{theme}")
    window.scenarios.ask_to_promote()
    wait_until_idle(window)
    dialog(window, Promote, folder, f"promote-{theme}")
    window.scenarios.leave()
    wait_until_idle(window)


def compared(window: MainWindow, folder: Path, theme: str) -> None:
    """A scenario beside the plan of record and the plan before: figures, and the load chart, at every size."""
    solved = next(iter(open_portfolio(window).record.scenarios))
    page = window.pages.page("Scenarios")
    if not isinstance(page, ScenariosPage):
        raise SystemExit("the page of scenarios did not open")
    for (width, height), place in zip(reversed(SIZES), (folder / "large", folder), strict=True):
        window.resize(width, height)
        window.pages.show_comparison([OfRecord.IN_FORCE, solved, OfRecord.BEFORE])
        wait_until_idle(window)
        for part, name in ((0, "compare"), (LOAD, "compare-load")):
            page.compare.tables.tabs.setCurrentIndex(part)
            wait_until_idle(window)
            pause(500)  # a chart is drawn once its size rests
            picture(window, place, f"{name}-{theme}")
    page.tabs.setCurrentIndex(0)


def futures(window: MainWindow, folder: Path, theme: str) -> None:
    """Two plans in drawn futures: projects, and the chart of values, at every size."""
    page = window.pages.page("Scenarios")
    if not isinstance(page, ScenariosPage):
        raise SystemExit("the page of scenarios did not open")
    solved = next(iter(open_portfolio(window).record.scenarios))
    for (width, height), place in zip(reversed(SIZES), (folder / "large", folder), strict=True):
        window.resize(width, height)
        window.show_page(PAGES.index("Scenarios"))
        page.tabs.setCurrentIndex(FUTURES)
        wait_until_idle(window)
        page.futures.sides.choose([OfRecord.IN_FORCE, solved])
        page.futures.sides.changed.emit()
        wait_until_idle(window)
        for part, name in ((1, "futures"), (3, "futures-reserve"), (4, "futures-values")):
            page.futures.tables.tabs.setCurrentIndex(part)
            wait_until_idle(window)
            pause(500)  # a chart is drawn once its size rests
            picture(window, place, f"{name}-{theme}")
    page.tabs.setCurrentIndex(0)


def sweeps(window: MainWindow, folder: Path, theme: str) -> None:
    """How the plan follows the delay of a project, and the people of a role beside it: points and chart, at every size."""
    window.show_page(PAGES.index("Scenarios"))
    page = window.pages.page("Scenarios")
    if not isinstance(page, ScenariosPage):
        raise SystemExit("the page of scenarios did not open")
    page.tabs.setCurrentIndex(SWEEPS)
    wait_until_idle(window)
    form = page.sweeps.form
    form.seconds.setValue(20)  # with less, the points far from the centre are flattered
    for second, name in ((0, "sweep"), (2, "sweep-of-two")):
        form.second.what.setCurrentIndex(second)
        form.start.click()
        wait_until_idle(window)
        for (width, height), place in zip(reversed(SIZES), (folder / "large", folder), strict=True):
            place.mkdir(parents=True, exist_ok=True)
            window.resize(width, height)
            for part, of in enumerate(("", "-chart")):
                page.sweeps.tables.tabs.setCurrentIndex(part)
                wait_until_idle(window)
                pause(500)  # a chart is drawn once its size rests
                picture(window, place, f"{name}{of}-{theme}")
    page.tabs.setCurrentIndex(0)


TALL = 1100
"""The height of a window that shows all that is said of a scenario."""


def scenarios(window: MainWindow, folder: Path) -> None:
    make_scenarios(window)
    for choice in THEMES:
        theme = themed(window, choice)
        inside(window, folder, theme)
        compared(window, folder, theme)
        futures(window, folder, theme)
    freeze(window)
    for choice in THEMES:
        asked_and_frozen(window, folder, themed(window, choice))
    window.baselines.measure_against_before()
    wait_until_idle(window)


def asked_and_frozen(window: MainWindow, folder: Path, theme: str) -> None:
    """What is said of a scenario that waits for approval, all of it, and the baselines."""
    page = window.pages.page("Scenarios")
    if not isinstance(page, ScenariosPage):
        raise SystemExit("the page of scenarios did not open")
    window.resize(SIZES[0][0], TALL)
    page.tabs.setCurrentIndex(SCENARIOS)
    page.table_page.choose(next(iter(open_portfolio(window).record.scenarios)))
    picture(window, folder, f"request-{theme}")
    window.resize(*SIZES[0])
    page.tabs.setCurrentIndex(BASELINES)
    picture(window, folder, f"baselines-{theme}")
    page.tabs.setCurrentIndex(SCENARIOS)


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
    wait_until_idle(window)
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


Part = Callable[[MainWindow, Path, Path], None]
"""Takes the window with the solved sample, the folder of the pictures, and one for files that nobody keeps."""


def in_themes(part: Callable[[MainWindow, Path, str], None]) -> Part:
    """A part that is pictured in one theme after the other."""

    def run(window: MainWindow, folder: Path, _: Path) -> None:
        for choice in THEMES:
            part(window, folder, themed(window, choice))

    return run


def in_themes_with_files(part: Callable[[MainWindow, Path, str, Path], None]) -> Part:
    """A part that is pictured in one theme after the other, and writes files for that."""

    def run(window: MainWindow, folder: Path, private: Path) -> None:
        for choice in THEMES:
            part(window, folder, themed(window, choice), private)

    return run


PARTS: dict[str, Part] = {
    "pages": in_themes(pictures),
    "log": in_themes(logged),
    "profile": in_themes(profile_and_roles),
    "asking": in_themes(asking),
    "booking": in_themes(booking),
    "replan": lambda window, folder, _: replanning(window, folder),
    "policies": lambda window, folder, _: policies(window, folder),
    "solving": in_themes(solving),
    "import": in_themes_with_files(importing),
    "mapping": in_themes_with_files(mapping),
    "recovery": in_themes_with_files(recovering),
    "scenarios": lambda window, folder, _: scenarios(window, folder),
    "sweeps": in_themes(sweeps),
    "file": in_themes(file_states),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("docs/images"))
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=list(PARTS), help="only these, in this order")
    asked = parser.parse_args()
    folder: Path = asked.folder
    folder.mkdir(parents=True, exist_ok=True)
    QLocale.setDefault(QLocale("en_GB"))
    application = QApplication(["plimsoll"])
    with tempfile.TemporaryDirectory() as private:
        os.environ["PLIMSOLL_HOME"] = str(Path(private) / "home")
        theme = Theme(application, ThemeChoice.LIGHT)
        preferences = Preferences(Path(private) / "window.ini")
        window = MainWindow(Surroundings(theme, preferences, formats_of(QLocale("en_GB")), Path(private)))
        window.resize(*SIZES[0])
        window.show()
        if asked.parts == list(PARTS):
            for choice in THEMES:
                picture(window, folder, f"start-{themed(window, choice)}")
        open_solved_sample(window)
        for name in asked.parts:
            PARTS[name](window, folder, Path(private))
        window.close()
        wait_until_idle(window)


if __name__ == "__main__":
    main()
