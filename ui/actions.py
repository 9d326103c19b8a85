"""Every action of the window: its words, icon, keys and place in the menus."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from ui.icons import coloured, icon
from ui.insight_actions import InsightAct, insight_wordings
from ui.map_wordings import BOOKING, LOOKING, TAKING, MapAct, map_wordings
from ui.presenters.terms import said
from ui.scenario_actions import PLAN_MENU, SCENARIO_MENU, scenario_wordings
from ui.table_actions import OUT, TABLE_ACTIONS, TABLE_MENU, table_wordings
from ui.theme import ThemeChoice
from ui.tokens import Tokens
from ui.wording import Wording

SEPARATOR = ""
RECENT = "recent"
"""Where the submenu of recent files stands."""
LANGUAGE = "language"
"""Where the submenu of languages stands."""
_FILES = ("open", "open bank", RECENT, "sample", "import", "import folder")
_SAVING = ("save", "save as", "save copy", "restore", "recover")
_EXPORTS = ("export portfolio", "export plan", "export charts", "export gantt", InsightAct.SAVE_CHART, *OUT)


class Actions(QObject):
    """The actions by name; `show_tokens` recolours their icons."""

    def __init__(self, tokens: Tokens, pages: tuple[str, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._icons: dict[str, str] = {}
        self._by_name: dict[str, QAction] = {}
        self._worded: dict[str, Wording] = {}
        for words in (
            self._file,
            self._save,
            self._backup,
            self._export,
            self._leave,
            self._edit,
            self._settings,
            self._plan,
            table_wordings,
            map_wordings,
            insight_wordings,
            scenario_wordings,
            self._view,
            self._help,
        ):
            for wording in words():
                self._add(wording)
        for number, page in enumerate(pages, 1):
            self._add(
                Wording(f"page {page}", said(page), self.tr("Show {page}").format(page=said(page)), (f"Ctrl+{number}",), page.lower())
            )
        self._pages = tuple(f"page {page}" for page in pages)
        self.pages, self.themes, self.map, self.tables, self.insight = (QActionGroup(self) for _ in range(5))
        for group in (self.pages, self.map, self.tables, self.insight):
            group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        for number, name in enumerate(self._pages):
            self[name].setData(number)
            self.pages.addAction(self[name])
        for act in MapAct:
            self[act].setData(act)
            self.map.addAction(self[act])
        for out in InsightAct:
            self[out].setData(out)
            self.insight.addAction(self[out])
        for name in TABLE_ACTIONS:
            self[name].setData(name)
            self.tables.addAction(self[name])
        for choice in ThemeChoice:
            self[f"theme {choice.value}"].setData(choice.value)
            self.themes.addAction(self[f"theme {choice.value}"])
        self["settings"].setMenuRole(QAction.MenuRole.PreferencesRole)
        self["quit"].setMenuRole(QAction.MenuRole.QuitRole)
        self["about"].setMenuRole(QAction.MenuRole.AboutRole)
        self.show_tokens(tokens)

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def all(self) -> tuple[QAction, ...]:
        return tuple(self._by_name.values())

    def show_tokens(self, tokens: Tokens) -> None:
        for name, drawn in self._icons.items():
            made = coloured(drawn, tokens.on_accent, tokens.disabled) if name == "solve" else icon(drawn, tokens)
            self[name].setIcon(made)

    def say_step(self, name: str, step: str | None) -> None:
        """Tells what undo or redo would do, in its menu and tip; its button keeps one word, so that no button beside it moves."""
        said = self._worded[name]
        action = self[name]
        action.setText(f"{said.text} {step}" if step else said.text)
        action.setIconText(said.text.replace("&", ""))
        action.setToolTip(f"{step or said.tip} ({_native(said)})")

    def say_of(self, name: str, what: str) -> None:
        """Tells in its menu what an action would be done to."""
        said = self._worded[name]
        self[name].setText(f"{said.text}: {what.replace('&', '&&')}" if what else said.text)
        self[name].setIconText(said.text.replace("&", ""))

    def say_why(self, name: str, why: str) -> None:
        """Tells why an action cannot be done, in its tip; with no reason, again what it does."""
        said = self._worded[name]
        self[name].setToolTip(why or f"{said.tip} ({_native(said)})")

    def fill(self, bar: QMenuBar, submenus: Mapping[str, QMenu]) -> None:
        """Puts every action into the menu it belongs to; `submenus` by the names of their places."""
        for title, names in self._menus():
            menu = bar.addMenu(title)
            menu.setToolTipsVisible(True)
            for name in names:
                self._put(menu, name, submenus)

    def _menus(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The menus with the names of what stands in them, from top to bottom."""
        themes = tuple(f"theme {choice.value}" for choice in ThemeChoice)
        return (
            (self.tr("&File"), (*_FILES, SEPARATOR, *_SAVING, SEPARATOR, *_EXPORTS, SEPARATOR, "close", "quit")),
            (
                self.tr("&Edit"),
                (
                    "undo",
                    "redo",
                    "reason",
                    *(name for part in TABLE_MENU for name in (SEPARATOR, *part)),
                    SEPARATOR,
                    "copy gantt",
                    InsightAct.COPY,
                    InsightAct.COPY_CHART,
                    SEPARATOR,
                    "settings",
                ),
            ),
            (
                self.tr("&Plan"),
                ("solve", "stop", "from last", SEPARATOR, "replan", "in force", SEPARATOR, *PLAN_MENU, SEPARATOR, "policies"),
            ),
            (self.tr("&Scenario"), SCENARIO_MENU),
            (self.tr("&Book"), (*BOOKING, SEPARATOR, *LOOKING, SEPARATOR, *TAKING)),
            (self.tr("&View"), (*self._pages, SEPARATOR, "findings", "solve dock", SEPARATOR, *themes, SEPARATOR, LANGUAGE)),
            (self.tr("&Help"), ("shortcuts", "about")),
        )

    def _put(self, menu: QMenu, name: str, submenus: Mapping[str, QMenu]) -> None:
        if name == SEPARATOR:
            menu.addSeparator()
        elif name in submenus:
            menu.addMenu(submenus[name])
        else:
            menu.addAction(self[name])

    def _add(self, wording: Wording) -> None:
        action = QAction(wording.text, self)
        action.setShortcuts([QKeySequence(keys) for keys in wording.keys])
        action.setStatusTip(wording.tip)
        action.setToolTip(f"{wording.tip} ({_native(wording)})")
        action.setCheckable(wording.checkable)
        self._by_name[wording.name], self._worded[wording.name] = action, wording
        if wording.icon:
            self._icons[wording.name] = wording.icon

    def _file(self) -> tuple[Wording, ...]:
        return (
            Wording("open", self.tr("&Open…"), self.tr("Open a portfolio file"), ("Ctrl+O",), "open"),
            Wording(
                "open bank",
                self.tr("Ope&n shared bank…"),
                self.tr("Work with others on one portfolio in a PostgreSQL database"),
                ("Ctrl+Shift+O",),
                "open",
            ),
            Wording(
                "sample",
                self.tr("New from &sample"),
                self.tr("Look around in a company of 60 people and 24 projects"),
                ("Ctrl+Shift+N",),
                "sample",
            ),
            Wording(
                "import",
                self.tr("&Import workbook…"),
                self.tr("Read .xlsx, .ods or .csv; you see every change before it is made"),
                ("Ctrl+I",),
                "import",
            ),
            Wording(
                "import folder",
                self.tr("Import &folder of .csv…"),
                self.tr("Read a folder of .csv files named after the sheets"),
                ("Ctrl+Shift+I",),
                "import",
            ),
        )

    def _save(self) -> tuple[Wording, ...]:
        return (
            Wording(
                "save", self.tr("&Save"), self.tr("Bring the file up to date now; it is done by itself when you pause"), ("Ctrl+S",), "save"
            ),
            Wording(
                "save as",
                self.tr("Save &as…"),
                self.tr("Go on under another name; the file before stays as it was saved last"),
                ("Ctrl+Shift+S",),
                "save",
            ),
            Wording(
                "save copy",
                self.tr("Save a cop&y…"),
                self.tr("Write a copy of this portfolio and go on with this one"),
                ("Ctrl+Alt+C",),
                "copy",
            ),
        )

    def _backup(self) -> tuple[Wording, ...]:
        return (
            Wording(
                "restore",
                self.tr("Restore a &backup…"),
                self.tr("See what this portfolio was like before, and bring it back"),
                ("Ctrl+Shift+B",),
                "restore",
            ),
            Wording(
                "recover",
                self.tr("Reco&ver…"),
                self.tr("Changes that Plimsoll could not write to their files before it ended"),
                ("Ctrl+Shift+R",),
                "restore",
            ),
        )

    def _export(self) -> tuple[Wording, ...]:
        return (
            Wording(
                "export portfolio",
                self.tr("&Export portfolio workbook…"),
                self.tr("Write the portfolio as .xlsx, to edit and import again"),
                ("Ctrl+E",),
                "export",
            ),
            Wording(
                "export plan",
                self.tr("Export &plan workbook…"),
                self.tr("Write the plan with its figures as .xlsx"),
                ("Ctrl+Shift+E",),
                "export",
            ),
            Wording(
                "export charts",
                self.tr("Export c&harts…"),
                self.tr("Write every chart as PNG, SVG and PDF into a folder"),
                ("Ctrl+Alt+E",),
                "chart",
            ),
        )

    def _leave(self) -> tuple[Wording, ...]:
        return (
            Wording(
                "export gantt",
                self.tr("Save &Gantt picture…"),
                self.tr("Write the Gantt of all projects as PNG, SVG or PDF"),
                ("Ctrl+Alt+G",),
                "export",
            ),
            Wording(
                "close",
                self.tr("C&lose portfolio"),
                self.tr("Back to the start page; the file is brought up to date first"),
                ("Ctrl+W",),
                "close",
            ),
            Wording("quit", self.tr("&Quit"), self.tr("Leave Plimsoll; the file is brought up to date first"), ("Ctrl+Q",)),
        )

    def _edit(self) -> tuple[Wording, ...]:
        return (
            Wording("undo", self.tr("&Undo"), self.tr("Take back the last change"), ("Ctrl+Z",), "undo"),
            Wording("redo", self.tr("&Redo"), self.tr("Do again what was taken back"), ("Ctrl+Y", "Ctrl+Shift+Z"), "redo"),
            Wording(
                "reason",
                self.tr("Reaso&n for changes…"),
                self.tr("Say why, in the log, of every change from now on"),
                ("Ctrl+Shift+Y",),
                "log",
            ),
            Wording(
                "copy gantt",
                self.tr("Copy &Gantt picture"),
                self.tr("Put the Gantt of all projects on the clipboard as a picture"),
                ("Ctrl+Shift+G",),
                "copy",
            ),
            Wording(
                "find",
                self.tr("&Find…"),
                self.tr("Go from cell to cell that has a text; search the rows of the heat map"),
                ("Ctrl+F",),
                "search",
            ),
        )

    def _settings(self) -> tuple[Wording, ...]:
        return (Wording("settings", self.tr("Se&ttings…"), self.tr("Theme, size, language, and what the window starts with"), ("Ctrl+,",)),)

    def _plan(self) -> tuple[Wording, ...]:
        return (
            Wording("solve", self.tr("&Solve"), self.tr("Propose who works on what, and prove how good that is"), ("F5",), "solve"),
            Wording(
                "stop",
                self.tr("S&top and keep the best"),
                self.tr("End the search now and keep the best plan so far"),
                ("Shift+F5",),
                "stop",
            ),
            Wording(
                "from last",
                self.tr("Start from the &last plan"),
                self.tr("Search on from the last plan, which is quicker after an edit; off: begin anew"),
                ("Ctrl+F5",),
                checkable=True,
            ),
            Wording(
                "replan",
                self.tr("Plan &again…"),
                self.tr("Change as little of a plan in force as you ask for, and see what more change would buy"),
                ("Ctrl+R",),
                "replan",
            ),
            Wording(
                "in force",
                self.tr("Make it the plan of &record"),
                self.tr("Put the last plan in force: later plans are measured against it, and planning again starts from it"),
                ("Ctrl+Shift+F5",),
            ),
            Wording(
                "policies",
                self.tr("P&olicies…"),
                self.tr("What a plan is to weigh beside the hours it meets: cost, fit, continuity, changes"),
                ("Ctrl+Shift+P",),
                "policies",
            ),
        )

    def _view(self) -> tuple[Wording, ...]:
        return (
            Wording("findings", self.tr("Fi&ndings"), self.tr("Show or hide the findings"), ("F8",), "warning", checkable=True),
            Wording("solve dock", self.tr("Running sol&ve"), self.tr("Show or hide the running solve"), ("F9",), "chart", checkable=True),
            Wording(
                "theme system", self.tr("Theme of the s&ystem"), self.tr("Light or dark, as the system is"), ("Ctrl+Alt+S",), checkable=True
            ),
            Wording("theme light", self.tr("&Light"), self.tr("Always light"), ("Ctrl+Alt+L",), checkable=True),
            Wording("theme dark", self.tr("&Dark"), self.tr("Always dark"), ("Ctrl+Alt+D",), checkable=True),
        )

    def _help(self) -> tuple[Wording, ...]:
        return (
            Wording("shortcuts", self.tr("&Shortcuts"), self.tr("Every key of the window"), ("F1",)),
            Wording("about", self.tr("&About Plimsoll"), self.tr("Version and what it runs on"), ("Shift+F1",)),
        )


def _native(wording: Wording) -> str:
    return QKeySequence(wording.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
