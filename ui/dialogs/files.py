"""Asking for files and folders; the last folder is remembered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.presenters.saying import translate
from ui.settings import Preferences

PORTFOLIO = translate("FileDialogs", "Portfolio") + " (*.plimsoll)"
WORKBOOK_IN = translate("FileDialogs", "Sheets") + " (*.xlsx *.ods *.csv *.tsv)"
MAPPING = translate("FileDialogs", "Mapping") + " (*.toml)"
PICTURE = translate("FileDialogs", "Picture") + " (*.png *.svg *.pdf)"
POLICY = translate("FileDialogs", "Policy") + " (*.toml)"
SCENARIO = translate("FileDialogs", "Scenario") + " (*.plimsoll-scenario)"
WORKBOOK_OUT = translate("FileDialogs", "Workbook") + " (*.xlsx)"
REPORT = translate("FileDialogs", "Report") + " (*.pdf)"


class FileDialogs:
    """The dialogs of the system; every answer is None where the user cancelled."""

    def __init__(self, parent: QWidget, preferences: Preferences) -> None:
        self._parent, self._preferences = parent, preferences

    def portfolio_to_open(self) -> Path | None:
        said, _ = QFileDialog.getOpenFileName(self._parent, translate("FileDialogs", "Open portfolio"), self._folder(), PORTFOLIO)
        return self._answer(said)

    def workbook_to_import(self) -> Path | None:
        said, _ = QFileDialog.getOpenFileName(self._parent, translate("FileDialogs", "Import workbook"), self._folder(), WORKBOOK_IN)
        return self._answer(said)

    def folder_to_import(self) -> Path | None:
        said = QFileDialog.getExistingDirectory(self._parent, translate("FileDialogs", "Import folder of .csv files"), self._folder())
        return self._answer(said)

    def place_for_portfolio(self, name: str) -> Path | None:
        """Where to keep a portfolio; the system asks before a file is replaced."""
        return self._place(translate("FileDialogs", "Save portfolio"), name, PORTFOLIO, ".plimsoll")

    def place_for_workbook(self, name: str) -> Path | None:
        return self._place(translate("FileDialogs", "Export workbook"), name, WORKBOOK_OUT, ".xlsx")

    def place_for_comparison(self, name: str) -> Path | None:
        """Where to write a comparison: a workbook, or a report where the suffix or the kind chosen says so."""
        place = str(Path(self._folder()) / f"{_as_file_name(name)}.xlsx")
        kinds = f"{WORKBOOK_OUT};;{REPORT}"
        said, kind = QFileDialog.getSaveFileName(self._parent, translate("FileDialogs", "Export comparison"), place, kinds)
        answer = self._answer(said)
        wanted = ".pdf" if kind == REPORT else ".xlsx"
        return answer.with_suffix(wanted) if answer and answer.suffix.lower() not in (".xlsx", ".pdf") else answer

    def policy_to_load(self) -> Path | None:
        said, _ = QFileDialog.getOpenFileName(self._parent, translate("FileDialogs", "Load policy"), self._folder(), POLICY)
        return self._answer(said)

    def place_for_policy(self, name: str) -> Path | None:
        return self._place(translate("FileDialogs", "Save policy"), _as_file_name(name), POLICY, ".toml")

    def scenario_to_take(self) -> Path | None:
        said, _ = QFileDialog.getOpenFileName(self._parent, translate("FileDialogs", "Take in a scenario"), self._folder(), SCENARIO)
        return self._answer(said)

    def place_for_scenario(self, name: str) -> Path | None:
        return self._place(translate("FileDialogs", "Send scenario"), _as_file_name(name), SCENARIO, ".plimsoll-scenario")

    def mapping_to_load(self) -> Path | None:
        said, _ = QFileDialog.getOpenFileName(self._parent, translate("FileDialogs", "Load mapping"), self._folder(), MAPPING)
        return self._answer(said)

    def place_for_mapping(self, name: str) -> Path | None:
        return self._place(translate("FileDialogs", "Save mapping"), _as_file_name(name), MAPPING, ".toml")

    def place_for_picture(self, name: str) -> Path | None:
        """Where to write a picture: its suffix says what kind, .png where it has none of them."""
        place = str(Path(self._folder()) / f"{_as_file_name(name)}.png")
        said, _ = QFileDialog.getSaveFileName(self._parent, translate("FileDialogs", "Save picture"), place, PICTURE)
        answer = self._answer(said)
        return answer.with_suffix(".png") if answer and answer.suffix.lower() not in (".png", ".svg", ".pdf") else answer

    def folder_for_charts(self) -> Path | None:
        said = QFileDialog.getExistingDirectory(self._parent, translate("FileDialogs", "Folder for the charts"), self._folder())
        return self._answer(said)

    def _place(self, title: str, name: str, kind: str, suffix: str) -> Path | None:
        said, _ = QFileDialog.getSaveFileName(self._parent, title, str(Path(self._folder()) / f"{name}{suffix}"), kind)
        answer = self._answer(said)
        return answer.with_suffix(suffix) if answer and answer.suffix.lower() != suffix else answer

    def _folder(self) -> str:
        return str(self._preferences.folder)

    def _answer(self, said: str) -> Path | None:
        if not said:
            return None
        path = Path(said)
        self._preferences.folder = path if path.is_dir() else path.parent
        return path


def _as_file_name(name: str) -> str:
    """The name without what a file's name cannot have."""
    return "".join("-" if sign in '<>:"/\\|?*' else sign for sign in name)
