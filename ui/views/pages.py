"""The pages of an open portfolio, each made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QStackedWidget, QWidget

from data.entities import Id
from data.portfolio import Kind
from ui.actions import Actions
from ui.dialogs.files import FileDialogs
from ui.insight_actions import InsightAct
from ui.jobs import Jobs
from ui.map_wordings import MapAct
from ui.presenters import bookings, dependencies, estimates
from ui.presenters.demands import TABLE as DEMANDS
from ui.presenters.leads import Lead
from ui.presenters.projects import TABLE as PROJECTS
from ui.presenters.resources import TABLE as RESOURCES
from ui.presenters.tables import Row, TableDescription
from ui.presenters.terms import said
from ui.scenario_actions import ScenarioAct
from ui.session import Session
from ui.surroundings import Surroundings
from ui.table_actions import OF_CELLS
from ui.tokens import Tokens
from ui.views.abilities import HasCells, Insightful, Mapped, OfScenarios, ShowsDemands, Themed
from ui.views.leading import follow
from ui.views.overview import OverviewPage
from ui.views.table_book import TableBook
from ui.views.table_out import TableOut
from ui.views.table_page import TablePage
from ui.widgets.table import Table

if TYPE_CHECKING:
    from ui.presenters.effects import Attached

GANTT_SHARES = (3, 7)
"""Parts of the height of the projects' page: the table's, and the Gantt's under it."""
PROFILE_SHARES = (4, 5)
"""Parts of the height of the page Demands: the table's, and the profile's under it."""
PAGES = ("Overview", "Resources", "Projects", "Demands", "Plan", "Scenarios", "Insight", "Log")


class Pages(QStackedWidget):
    """Shows one page at a time.

    asked   a page leads to another, by its place in `PAGES`
    turned  another sheet of a page is in front
    errand  what a page wants to do with the workspace whole, to be called once nobody writes its file
    done    good news of a page in one sentence
    written the files that something of a page was written to
    failed  why a page could not do something
    scenario_chosen  another scenario is chosen on its page
    solve_asked  a plan is wanted of the scenario of that id, of the plan of record for None
    """

    asked = Signal(int)
    turned = Signal()
    errand = Signal(object)
    done = Signal(str)
    written = Signal(object)
    failed = Signal(str)
    scenario_chosen = Signal()
    solve_asked = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, around: Surroundings, actions: Actions, dialogs: FileDialogs) -> None:
        super().__init__()
        self.setObjectName("pages")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session, self._jobs, self._actions, self._dialogs = session, jobs, actions, dialogs
        self._formats, self._theme, self._preferences = around.formats, around.theme, around.preferences
        self._made: dict[str, QWidget] = {}
        self._out = TableOut(jobs, dialogs, self)
        self._out.written.connect(self.written)
        self._out.failed.connect(self.failed)

    @property
    def can_filter(self) -> bool:
        return self._search is not None

    @property
    def _search(self) -> Callable[[], None] | None:
        """What puts the focus where rows are searched; None on a page without rows."""
        return getattr(self.currentWidget(), "focus_filter", None)

    @property
    def table(self) -> TablePage[Any] | None:  # Any: a table of any rows
        """The editable table in sight."""
        page = self.currentWidget()
        tables = [page] if isinstance(page, TablePage) else page.findChildren(TablePage) if page else []
        return next((table for table in tables if table.isVisibleTo(self)), None)

    @property
    def shows_map(self) -> bool:
        """Whether the heat map is the page that is shown."""
        return self._made.get("Plan") is not None and self.currentWidget() is self._made["Plan"]

    @property
    def shows_insight(self) -> bool:
        """Whether Insight is the page that is shown."""
        return self._made.get("Insight") is not None and self.currentWidget() is self._made["Insight"]

    def page(self, name: str) -> QWidget:
        """The page of a name, made now if it has not been shown before."""
        if name not in self._made:
            made = self._make(name)
            made.setAccessibleName(said(name))
            if isinstance(made, TableBook):
                made.tabs.currentChanged.connect(self.turned)
            self._made[name] = made
            self.addWidget(made)
        return self._made[name]

    def show_page(self, number: int) -> None:
        self.setCurrentWidget(self.page(PAGES[number]))

    def find_in_page(self) -> None:
        """Finds in the table in sight, else puts the focus where rows are searched."""
        search = self.table.find_bar.open if self.table else self._search
        if search is not None:
            search()

    def act_on_table(self, action: QAction) -> None:
        """Does in the table in sight what an action of tables says."""
        table, workspace, focus = self.table, self._session.workspace, QApplication.focusWidget()
        if table is None or workspace is None:
            return
        if action.data() in OF_CELLS and (part := _part_with_cells(focus)) is not None:
            part.act_on_cells(action.data())
            return
        if action.data() in OF_CELLS and isinstance(focus, QAbstractScrollArea) and focus is not table.table:
            if action.data() == "copy" and isinstance(focus, Table):
                focus.copy()
            return  # the keys were meant for what has the focus, such as the Gantt
        match action.data():
            case "export table":
                self._out.export(table, workspace.title)
            case "print table":
                self._out.print_out(table, workspace.title)
            case name:
                table.does(name)()

    def act_on_map(self, action: QAction) -> None:
        """Does on the heat map what an action of its menu says."""
        focus = QApplication.focusWidget()
        if action.data() == MapAct.COPY and isinstance(focus, Table):
            focus.copy()  # the keys were meant for what has the focus, such as the findings
        elif self.shows_map:
            cast(Mapped, self.currentWidget()).act(MapAct(action.data()))

    def act_on_insight(self, action: QAction) -> None:
        """Does on the page Insight what one of its actions says."""
        if self.shows_insight:
            cast(Insightful, self.currentWidget()).act(InsightAct(action.data()))

    def go_to(self, name: str) -> QWidget:
        """Shows a page by its name."""
        page = self.page(name)
        self.asked.emit(PAGES.index(name))
        return page

    @property
    def scenario_id(self) -> Id | None:
        """The scenario that is chosen in its table, if that is what is shown."""
        page = self._scenarios_in_sight
        return page.scenario_id if page is not None and page.shows_scenarios else None

    @property
    def _scenarios_in_sight(self) -> OfScenarios | None:
        page = self.currentWidget()
        return cast(OfScenarios, page) if page is not None and page is self._made.get("Scenarios") else None

    @property
    def chosen_scenarios(self) -> list[Id]:
        """The scenarios that are chosen on their page, if that is the page that is shown."""
        return cast(OfScenarios, self.currentWidget()).chosen_ids if self.scenario_id is not None else []

    @property
    def chosen_baselines(self) -> list[Id]:
        """The baselines that are chosen on their sheet, if that is what is shown."""
        page = self._scenarios_in_sight
        return page.chosen_baselines if page is not None else []

    def show_comparison(self, keys: Sequence[str] | None) -> None:
        """Goes to the plans side by side, with these marked where some are given."""
        cast(OfScenarios, self.go_to("Scenarios")).show_comparison(keys)

    def export_comparison(self) -> None:
        """Writes what is compared; where that is not what is seen, goes there first."""
        page = self._made.get("Scenarios")
        if page is None or not cast(OfScenarios, page).shows_comparison:
            self.show_comparison(None)
        else:
            cast(OfScenarios, page).compare.export_to_file()

    def show_scenario(self, key: Id, *, rename: bool = True) -> None:
        """Goes to a scenario in its table, where its name can be typed at once to `rename` it."""
        cast(OfScenarios, self.go_to("Scenarios")).choose(key, rename=rename)

    def attached(self, key: Id) -> Attached | None:
        """The effects that were worked out of a scenario, as far as its page knows them."""
        page = self._made.get("Scenarios")
        return cast(OfScenarios, page).attached(key) if page is not None else None

    def show_baseline(self, key: Id) -> None:
        """Goes to a baseline in its table, where its name can be typed."""
        cast(OfScenarios, self.go_to("Scenarios")).choose_baseline(key)

    def show_demand(self, key: Id) -> None:
        """Goes to a demand in its table."""
        page = self.go_to("Demands")
        if isinstance(page, TableBook):
            page.turn_to(0).choose(key)

    def show_demand_in(self, name: str, key: Id) -> None:
        """Goes to a demand on another page."""
        cast(ShowsDemands, self.go_to(name)).show_demand(key)

    def show_tokens(self, tokens: Tokens) -> None:
        for page in self._made.values():
            cast(Themed, page).show_tokens(tokens)

    def _follow(self, lead: Lead) -> None:
        follow(self, lead)

    def _table(self, about: TableDescription[Row]) -> TablePage[Row]:
        page = TablePage(
            about, self._session, self._formats, self._theme.tokens, self._actions, self._preferences, (self._actions["import"],)
        )
        page.edits.done.connect(self.done)
        return page

    def _roles(self) -> QWidget:
        from ui.views.roles_page import RolesPage  # noqa: PLC0415 - numpy, when roles are first shown

        made = RolesPage(self._session, self._jobs, self._formats, self._theme.tokens)
        made.done.connect(self.done)
        return made

    def _scenarios(self) -> QWidget:
        from ui.views.scenarios_page import ScenariosPage  # noqa: PLC0415 - as below

        tokens, table = self._theme.tokens, self._scenario_table
        page = ScenariosPage(self._session, self._jobs, self._formats, tokens, self._actions, self._dialogs, table)
        page.done.connect(self.done)
        page.failed.connect(self.failed)
        page.written.connect(self.written)
        page.solve_asked.connect(self.solve_asked)
        page.errand.connect(self.errand)
        page.tabs.currentChanged.connect(self.turned)
        page.chosen.connect(self.scenario_chosen)
        return page

    def _scenario_table(self, about: TableDescription[Any]) -> TablePage[Any]:  # Any: a table of scenarios or of baselines
        """Each with its own first steps where it is empty."""
        names = (ScenarioAct.FREEZE,) if about.kind is Kind.BASELINE else (ScenarioAct.NEW, ScenarioAct.TAKE)
        *steps, adds = (self._actions[name] for name in names)
        page = TablePage(about, self._session, self._formats, self._theme.tokens, self._actions, self._preferences, tuple(steps), adds)
        page.edits.done.connect(self.done)
        return page

    def _make(self, name: str) -> QWidget:
        makers: Mapping[str, Callable[[], QWidget]] = {
            "Overview": self._overview,
            "Resources": self._resources,
            "Projects": self._projects,
            "Demands": self._demands,
            "Plan": self._plan,
            "Scenarios": self._scenarios,
            "Insight": self._insight,
            "Log": self._log,
        }
        return makers[name]()

    # What a page needs is read when the page is first shown: numpy and the reading of workbooks take their time.

    def _overview(self) -> QWidget:
        solve, steps = self._actions["solve"], (self._actions["import"],)
        page = OverviewPage(self._session, self._jobs, self._formats, self._theme.tokens, solve, steps)
        page.led.connect(self._follow, Qt.ConnectionType.QueuedConnection)
        return page

    def _resources(self) -> QWidget:
        from ui.presenters import absences, calendars  # noqa: PLC0415 - as above
        from ui.views.resource_panel import ResourcePanel  # noqa: PLC0415 - as above

        tables = (RESOURCES, absences.TABLE, calendars.CALENDARS, calendars.HOLIDAYS)
        page = TableBook(tables, self._table, ((self.tr("Roles"), self._roles),))
        panel = ResourcePanel(page.first, self._session, self._formats, self._theme.tokens)
        page.first.add_beside(panel)
        self._theme.changed.connect(panel.show_tokens)
        return page

    def _projects(self) -> QWidget:
        from ui.views.gantt_panel import GanttPanel  # noqa: PLC0415 - as above
        from ui.views.kept_views import KeptGanttView  # noqa: PLC0415 - as above

        page = TableBook((PROJECTS, dependencies.TABLE, estimates.TABLE), self._table)
        table = page.first
        gantt = GanttPanel(table.table, table.model, self._session, self._formats, self._theme, self._actions)
        KeptGanttView(gantt, self._preferences)
        table.add_below(gantt, GANTT_SHARES)
        return page

    def _demands(self) -> QWidget:
        from ui.views.profile_panel import ProfilePanel  # noqa: PLC0415 - as above

        page = TableBook((DEMANDS, bookings.WEEKS, bookings.BOOKINGS), self._table)
        profile = ProfilePanel(page.first, self._session, self._formats, self._theme.tokens)
        for leader in (profile, page.first):
            leader.led.connect(self.show_demand_in)
        page.first.add_below(profile, PROFILE_SHARES)
        self._theme.changed.connect(profile.show_tokens)
        return page

    def _plan(self) -> QWidget:
        from ui.views.kept_views import KeptPlanView  # noqa: PLC0415 - as above
        from ui.views.plan_page import PlanPage  # noqa: PLC0415 - as above

        page = PlanPage(self._session, self._jobs, self._formats, self._theme.tokens, self._actions, self._dialogs)
        KeptPlanView(page, self._preferences)
        page.done.connect(self.done)
        page.failed.connect(self.failed)
        return page

    def _insight(self) -> QWidget:
        from ui.views.insight_page import InsightPage  # noqa: PLC0415 - as above

        page = InsightPage(self._session, self._jobs, self._formats, self._theme.tokens, self._actions, self._dialogs)
        page.demand_chosen.connect(self.show_demand, Qt.ConnectionType.QueuedConnection)
        page.done.connect(self.done)
        page.failed.connect(self.failed)
        page.written.connect(self.written)
        return page

    def _log(self) -> QWidget:
        from ui.views.log_page import LogPage  # noqa: PLC0415 - as above

        page = LogPage(self._session, self._jobs, self._formats, self._theme.tokens)
        page.done.connect(self.done)
        page.failed.connect(self.failed)
        page.errand.connect(self.errand)
        return page


def _part_with_cells(focus: QWidget | None) -> HasCells | None:
    """The part with cells of its own that has the focus, somewhere inside it."""
    while focus is not None and not isinstance(focus, HasCells):
        focus = focus.parentWidget()
    return focus
