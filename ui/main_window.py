"""The window: side bar, pages, tool bar, docks and status bar around one session."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from data.plan import Plan
from ui.actions import LANGUAGE, RECENT, Actions
from ui.dialogs.files import FileDialogs
from ui.dialogs.help import About, Shortcuts
from ui.dialogs.settings import SettingsDialog
from ui.files.desk import FileDesk
from ui.jobs import Jobs
from ui.notices import Notices
from ui.planning.baselines import BaselineDesk
from ui.planning.desk import PlanningDesk
from ui.planning.requests import RequestDesk
from ui.planning.scenario_files import ScenarioFiles
from ui.planning.scenarios import ScenarioDesk
from ui.planning.solving import SolveDesk
from ui.presenters.findings import in_words
from ui.presenters.sharing import FILE_ONLY, bank_name
from ui.presenters.solving import plan_in_words
from ui.reasons import Reasons
from ui.session import Session
from ui.surroundings import Surroundings
from ui.table_actions import LOOKS_ONLY, TABLE_ACTIONS
from ui.theme import ThemeChoice
from ui.tokens import Tokens
from ui.views.findings_dock import FindingsDock
from ui.views.pages import PAGES, Pages
from ui.views.solve_dock import SolveDock
from ui.views.start import StartPage
from ui.widgets.floating import Floating
from ui.widgets.language_menu import LanguageMenu
from ui.widgets.notice import Notice
from ui.widgets.side_bar import SideBar
from ui.widgets.time_limit import TimeLimit

LAYOUT_VERSION = 1
SECONDS_TO_LEAVE = 2.0
"""How long the window waits for its jobs when it is closed: a solver's process ends within a second."""


class MainWindow(QMainWindow):
    """Wires what the user does to the session, and what the session tells to what is shown."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, tokens = around, around.theme.tokens
        self._was_left = False
        self.jobs = Jobs(self)
        self.session = Session(self.jobs, self)
        self.actions_by_name = Actions(tokens, PAGES, self)
        self.start = StartPage(tokens, [self.actions_by_name[name] for name in ("sample", "import", "open", "open bank")])
        self.files = FileDesk(self.session, self.jobs, around, self.start, self)
        self.documents, self.status = self.files.documents, self.files.status
        self.findings = FindingsDock(tokens, self)
        self.solve_dock = SolveDock(tokens, around.formats, self)
        self.desk = SolveDesk(self.session, self.jobs, self.solve_dock, around.formats, self)
        self.planning = PlanningDesk(self.session, self.jobs, self.desk, around, self.actions_by_name, self)
        self.reasons = Reasons(self.session, self.actions_by_name["reason"], self.status, self)
        self.time_limit = TimeLimit(around.preferences.time_limit)
        self.notice = Notice(tokens)
        self.notices = Notices(self.notice, self.session, self.findings)
        self.language_menu = LanguageMenu(around.preferences.language, self)
        self.side_bar = SideBar(PAGES, tokens)
        self.pages = Pages(self.session, self.jobs, around, self.actions_by_name, FileDialogs(self, around.preferences))
        writing = self.files.publisher
        self.scenarios = ScenarioDesk(self.session, self.jobs, writing, around, self.actions_by_name, self.pages, self)
        self.scenario_files = ScenarioFiles(self.scenarios, self.session, self.jobs, writing, around, self.actions_by_name, self.pages)
        self.requests = RequestDesk(self.scenarios, self.desk, self.session, self.jobs, writing, self.actions_by_name, self.pages)
        self.baselines = BaselineDesk(self.session, writing, around, self.actions_by_name, self.pages, self)
        self._lay_out()
        self._connect()
        self._show_document()
        self._restore()

    def _lay_out(self) -> None:
        self.setMinimumSize(960, 600)
        self.resize(1280, 800)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        self._stack.addWidget(self.pages)
        middle = QWidget()
        row = QHBoxLayout(middle)
        column = QVBoxLayout()
        for layout in (row, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        column.addWidget(self.files.banner)
        column.addWidget(self.scenarios.strip)
        column.addWidget(self._stack, 1)
        row.addWidget(self.side_bar)
        row.addLayout(column, 1)
        Floating(self.notice, self._stack)
        self.setCentralWidget(middle)
        self.setStatusBar(self.status)
        self.actions_by_name.fill(self.menuBar(), {RECENT: self.files.recent_menu, LANGUAGE: self.language_menu})
        self._add_tool_bar()
        self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.findings)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.solve_dock)
        self.findings.hide()
        self.solve_dock.hide()

    def _add_tool_bar(self) -> None:
        bar = self._bar = self.addToolBar(self.tr("Main"))
        bar.setObjectName("main")
        bar.setMovable(False)
        bar.setIconSize(QSize(20, 20))
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in ("open", "import"):
            bar.addAction(self.actions_by_name[name])
        bar.addSeparator()
        for name in ("undo", "redo"):
            bar.addAction(self.actions_by_name[name])
            self._beside_icon(bar.widgetForAction(self.actions_by_name[name]))
        bar.addSeparator()
        bar.addWidget(self.scenarios.picker)
        bar.addAction(self.actions_by_name["solve"])
        solve = bar.widgetForAction(self.actions_by_name["solve"])
        self._beside_icon(solve)
        solve.setProperty("primary", True)
        self.planning.fill(bar)
        bar.addWidget(self.time_limit)
        bar.addAction(self.actions_by_name["stop"])
        bar.addAction(self.actions_by_name["replan"])

    def _beside_icon(self, tool: QWidget) -> None:
        if isinstance(tool, QToolButton):
            tool.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def _connect(self) -> None:
        act = self.actions_by_name
        for name, slot in (
            ("open", self.documents.ask_open),
            ("open bank", self.files.sharing.ask_for_one),
            ("sample", self.documents.open_sample),
            ("import", self.documents.ask_import),
            ("import folder", self.documents.ask_import_folder),
            ("save", self.files.keeping.save),
            ("save as", self.files.keeping.save_as),
            ("save copy", self.files.keeping.save_copy),
            ("restore", self.files.restoring.ask),
            ("recover", self.files.recovering.ask),
            ("export portfolio", self.documents.export_portfolio),
            ("export plan", self.documents.export_plan),
            ("export charts", self.documents.export_charts),
            ("export gantt", self.files.pictures.save_gantt),
            ("copy gantt", self.files.pictures.copy_gantt),
            ("close", self.documents.close),
            ("quit", self.close),
            ("undo", self.session.undo),
            ("redo", self.session.redo),
            ("find", self.pages.find_in_page),
            ("solve", self.desk.solve),
            ("stop", self.desk.stop),
            ("settings", self._show_settings),
            ("shortcuts", self._show_shortcuts),
            ("about", self._show_about),
        ):
            act[name].triggered.connect(slot)
        act.pages.triggered.connect(self._page_asked)
        act.map.triggered.connect(self.pages.act_on_map)
        act.insight.triggered.connect(self.pages.act_on_insight)
        act.tables.triggered.connect(self.pages.act_on_table)
        act.themes.triggered.connect(self._theme_asked)
        self.language_menu.chosen.connect(self._choose_language)
        for name, dock in (("findings", self.findings), ("solve dock", self.solve_dock)):
            act[name].toggled.connect(dock.setVisible)
            dock.visibilityChanged.connect(act[name].setChecked)
        self._connect_parts()

    def _connect_parts(self) -> None:
        self.side_bar.chosen.connect(self.show_page)
        self.time_limit.chosen.connect(self._choose_time_limit)
        self.pages.asked.connect(self.show_page)
        self.pages.turned.connect(self._show_state)
        self.pages.errand.connect(self.files.publisher.when_idle)
        self.status.findings.clicked.connect(self.actions_by_name["findings"].trigger)
        self.desk.impossible.connect(self.notices.say_impossible)
        for teller in (
            self.files,
            self.desk,
            self.planning,
            self.pages,
            self.scenarios,
            self.scenario_files,
            self.baselines,
            self.requests,
        ):
            teller.done.connect(self.notices.say_done)
            teller.failed.connect(self.notices.say_failed)
        for writer in (self.files, self.pages):
            writer.written.connect(self.notices.say_written)
        self.files.warned.connect(self.notices.say_warning)
        self.files.recovering.changed.connect(self._show_state)
        self.files.sharing.changed.connect(self._show_state)
        self.session.document_changed.connect(self._show_document)
        self.session.lent.connect(self._show_state)
        self.session.returned.connect(self._show_file)
        self.session.portfolio_changed.connect(self._show_title)
        self.session.portfolio_changed.connect(self._show_state)
        self.session.situation_changed.connect(self._show_state)
        self.session.findings_changed.connect(self._show_findings)
        self.jobs.changed.connect(self._show_state)
        self._around.theme.changed.connect(self._show_tokens)

    def show_page(self, number: int) -> None:
        """Shows a page by its place in the side bar."""
        if self.session.workspace is None:
            return
        self.pages.show_page(number)
        self._around.preferences.remember_page(self.session.workspace.place, PAGES[number])
        if self.side_bar.currentRow() != number:
            self.side_bar.setCurrentRow(number)
        self._show_state()

    def choose_theme(self, choice: ThemeChoice) -> None:
        self.actions_by_name[f"theme {choice.value}"].setChecked(True)
        self._around.theme.choose(choice)
        self._around.preferences.theme = choice

    def _choose_language(self, code: str) -> None:
        self._around.preferences.language = code
        self.language_menu.show_choice(code)
        self.notices.say_done(self.tr("The window speaks this language from its next start on"))

    def _page_asked(self, action: QAction) -> None:
        self.show_page(action.data())

    def _theme_asked(self, action: QAction) -> None:
        self.choose_theme(ThemeChoice(action.data()))

    def _choose_time_limit(self, seconds: int) -> None:
        self.desk.time_limit = float(seconds)
        self._around.preferences.time_limit = seconds

    def _show_document(self) -> None:
        workspace = self.session.workspace
        self.notice.hide()
        self._stack.setCurrentWidget(self.pages if workspace else self.start)
        for part in (self.side_bar, self._bar):
            part.setVisible(workspace is not None)
        self.desk.leave()
        if workspace is None:
            self.side_bar.setCurrentRow(-1)
        else:
            left = self._around.preferences.page_of(workspace.place)
            self.show_page(PAGES.index(left) if left in PAGES else 0)
        self._show_file()

    def _show_file(self) -> None:
        """Names the file in the title; the same portfolio may be in another one now."""
        workspace = self.session.workspace
        self._show_title()
        self.setWindowFilePath(workspace.place if workspace and not workspace.address else "")
        self._show_state()

    def _show_title(self) -> None:
        """File and scenario."""
        workspace = self.session.workspace
        if workspace is None:
            self.setWindowTitle("Plimsoll")
            return
        note = self.tr(" (read-only)") if workspace.read_only is not None else ""
        name = self.tr("Shared: {name}").format(name=bank_name(workspace.place)) if workspace.address else workspace.title
        scenario = f" · {workspace.scenario.name}" if workspace.scenario else ""
        self.setWindowTitle(f"{name}{note}{scenario} – Plimsoll")

    def _show_state(self) -> None:
        """Enables what can be done, and says in the status bar how things stand."""
        workspace, act, running = self.session.workspace, self.actions_by_name, self.desk.is_running
        has_table = self.pages.table is not None
        plan = workspace.plan if workspace else None
        undo, redo = (workspace.undo_label, workspace.redo_label) if workspace else (None, None)
        is_open, can_edit = workspace is not None, self.session.can_edit
        for name, enabled in (
            *((name, is_open) for name in ("save copy", "export portfolio", "export charts", "export gantt", "copy gantt", "close")),
            *((name, is_open and not self._is_shared) for name in ("save as", "restore")),
            ("save", can_edit and not self._is_shared),
            *((name, can_edit) for name in ("solve", "reason")),
            ("replan", can_edit and plan is not None),
            ("in force", self.planning.can_put_in_force),
            ("policies", is_open),
            ("recover", bool(self.files.recovering.leftovers)),
            ("export plan", plan is not None),
            ("undo", can_edit and undo is not None),
            ("redo", can_edit and redo is not None),
            ("stop", running),
            ("find", is_open and self.pages.can_filter),
            *((name, has_table and (can_edit or name in LOOKS_ONLY)) for name in TABLE_ACTIONS),
        ):
            act[name].setEnabled(enabled)
        for action in act.pages.actions():
            action.setEnabled(is_open)
        act.map.setEnabled(is_open and self.pages.shows_map)
        act.insight.setEnabled(is_open and self.pages.shows_insight)
        act.say_step("undo", undo)
        act.say_step("redo", redo)
        self._say_why()
        self._show_status(plan, running=running)

    @property
    def _is_shared(self) -> bool:
        return self.session.workspace is not None and bool(self.session.workspace.address)

    def _say_why(self) -> None:
        """What a read-only portfolio or a shared bank keeps from being done says so in its tip."""
        for name, file_only in FILE_ONLY.items():
            self.actions_by_name.say_why(name, file_only if self._is_shared else "")
        if self.session.read_only is not None:
            why = self.tr("This portfolio is read-only: save it under another name first (File, Save as)")
            for name in ("undo", "redo", "save", "solve", "replan"):
                self.actions_by_name.say_why(name, why)
        else:
            self.actions_by_name.say_why("solve", "")
            no_plan = self.session.workspace is not None and self.session.workspace.plan is None
            self.actions_by_name.say_why("replan", self.tr("There is no plan to start from; solve first") if no_plan else "")

    def _show_status(self, plan: Plan | None, *, running: bool) -> None:
        situation = self.session.situation
        self.status.busy.setVisible(self.jobs.is_running(""))
        is_open = self.session.workspace is not None
        current = situation is None or situation.plan is not plan or situation.current
        said = self.tr("Solving") if running else plan_in_words(plan, self._around.formats, current=current)
        self.status.say_solved(said if is_open else "", warn=not current and not running)

    def _show_findings(self) -> None:
        found = self.session.findings
        self.findings.view.show_findings(found)
        self.status.say_findings(in_words(found) if found else "")

    def _show_tokens(self, tokens: Tokens) -> None:
        for part in (
            self.actions_by_name,
            self.files,
            self.planning,
            self.scenarios,
            self.side_bar,
            self.notice,
            self.start,
            self.pages,
            self.findings,
            self.solve_dock,
        ):
            part.show_tokens(tokens)

    def _show_settings(self) -> None:
        dialog = SettingsDialog(self._around.preferences, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.theme_chosen.connect(self.choose_theme)
        dialog.language_chosen.connect(self._choose_language)
        dialog.time_limit_chosen.connect(self.time_limit.choose)
        dialog.open()

    def _show_shortcuts(self) -> None:
        Shortcuts(self.actions_by_name.all(), self).open()

    def _show_about(self) -> None:
        About(self._around.theme.tokens, self).open()

    def _restore(self) -> None:
        """Takes up size and place of the last time; what does not fit a screen any more, Qt moves back into sight."""
        preferences = self._around.preferences
        self.actions_by_name[f"theme {preferences.theme.value}"].setChecked(True)
        self.desk.time_limit = float(preferences.time_limit)
        self.restoreGeometry(preferences.layout("geometry"))
        self.restoreState(preferences.layout("state"), LAYOUT_VERSION)
        self._bar.setVisible(self.session.workspace is not None)  # where it was last time does not count
        self.findings.hide()
        self.solve_dock.hide()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """The file is brought up to date first; then only jobs have to end."""
        if self.session.workspace is not None and not self._was_left:
            event.ignore()
            self.files.keeping.leave(self._end)
            return
        self._around.preferences.keep_layout("geometry", self.saveGeometry())
        self._around.preferences.keep_layout("state", self.saveState(LAYOUT_VERSION))
        self.hide()
        self.files.sharing.watch.stop()
        self.jobs.abandon_all(SECONDS_TO_LEAVE)
        super().closeEvent(event)

    def _end(self) -> None:
        """The file is closed or left to a job; the start page is not worth a glimpse."""
        self._was_left = True
        self.close()
