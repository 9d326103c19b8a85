"""Pictures of what the window asks and says about files: imports, a file changed outside, backups, what a crash left."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from pictured import SIZES, dialog, open_portfolio, pause, picture, priority_edit, wait_until_idle

from data.portfolio import Kind
from planner.exporting import export_portfolio
from planner.workspace import Workspace
from ui.dialogs.import_preview import ImportPreview
from ui.dialogs.import_wizard import ImportWizard
from ui.dialogs.recovery import Recovery
from ui.dialogs.restore import Restore
from ui.main_window import MainWindow
from ui.presenters.saving import Way
from ui.views.pages import PAGES


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
    code = "import os, sys; sys.path.append('tools'); from pathlib import Path; from planner.workspace import Workspace"
    code += "; from pictured import priority_edit"
    code += "; work = Workspace.open(Path(sys.argv[1])); work.apply(priority_edit(work.portfolio)); os._exit(0)"
    subprocess.run([sys.executable, "-c", code, str(path)], cwd=Path(__file__).parent.parent, check=True)
    window.files.recovering.ask()
    wait_until_idle(window)
    dialog(window, Recovery, folder, f"recovery-{theme}")
    shutil.rmtree(path.parent)
