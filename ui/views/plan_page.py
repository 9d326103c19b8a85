"""The plan: heat map of load by week, the chosen cells beside it, the chosen row's load under it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QMenu, QSplitter, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from data.entities import Id
from data.errors import PlannerError
from ui.actions import Actions
from ui.dialogs.files import FileDialogs
from ui.jobs import Jobs
from ui.map_wordings import BOOKING, LOOKING, TAKING, MapAct
from ui.planning.booking import HandBooking
from ui.planning.moving import HandMoving
from ui.planning.who_else import WhoElse
from ui.presenters import objective
from ui.presenters.block import Block
from ui.presenters.cell import Story, story
from ui.presenters.formats import Formats
from ui.presenters.grid_choices import Show, table
from ui.presenters.leads import ToMap
from ui.presenters.load_grid import Grouping, grid
from ui.presenters.load_profile import load_profile
from ui.presenters.saying import listed, translate
from ui.presenters.situation import Floats, Situation
from ui.presenters.week_profile import first_week
from ui.session import Session
from ui.tokens import MEDIUM, SMALL, Tokens
from ui.views.booking_form import BookingForm
from ui.views.cell_panel import CellPanel
from ui.views.lazy import WhenSeen
from ui.views.page import Heading
from ui.views.plan_bar import PlanBar
from ui.views.who_else_panel import WhoElsePanel
from ui.widgets.empty import EmptyPage
from ui.widgets.heat_geometry import Place, Selection
from ui.widgets.heat_map import HeatMap
from ui.widgets.labels import hairline
from ui.widgets.legend import Legend
from ui.widgets.load_strip import LoadStrip
from ui.widgets.objective_strip import ObjectiveStrip
from ui.widgets.pictures import image_of, write_picture
from ui.widgets.stale_strip import StaleStrip

SIDE_WIDTH = 308


class PlanPage(QWidget):
    """Who is loaded with how much, week by week.

    done    good news in one sentence
    failed  why something could not be done
    """

    done = Signal(str)
    failed = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, formats: Formats, tokens: Tokens, actions: Actions, dialogs: FileDialogs) -> None:
        super().__init__()
        self._session, self._formats, self._tokens = session, formats, tokens
        self._actions, self._dialogs = actions, dialogs
        self._laid: Situation | None = None
        self._gridded: tuple[Floats, tuple[object, ...]] | None = None
        self.heat_map = HeatMap(tokens, formats, self._describe)
        self.bar = PlanBar((actions[MapAct.TODAY], actions[MapAct.SMALLER], actions[MapAct.LARGER]))
        self.panel, self.form = CellPanel(), BookingForm()
        self.booking = HandBooking(session, formats, self.heat_map, self.form, self)
        self.moving = HandMoving(session, formats, self.heat_map, self.booking, self)
        self.others = WhoElsePanel()
        self.who_else = WhoElse(session, jobs, formats, self.others, self)
        self.stale = StaleStrip(tokens, actions["solve"])
        self.strip = LoadStrip(tokens, formats)
        self.legend = Legend(tokens)
        self.objective = ObjectiveStrip()
        self._heading = Heading(self.tr("Plan"), "")
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self._when_seen = WhenSeen(self, self.reload)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._heading.add(self.legend)
        left = QVBoxLayout()
        left.setSpacing(0)
        stacked: tuple[QWidget, ...] = (self.heat_map, hairline(), self.strip)
        for part in stacked:
            left.addWidget(part)
        left.setContentsMargins(0, 0, 0, 0)
        beside = QWidget()
        beside.setLayout(left)
        for number, part in enumerate((beside, self._side())):
            self.split.addWidget(part)
            self.split.setStretchFactor(number, 1 - number)
            self.split.setCollapsible(number, False)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        tops: tuple[QWidget, ...] = (self._heading, self.bar, self.stale, self.objective, hairline())
        for top in tops:
            column.addWidget(top)
        column.addWidget(self.split, 1)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(full)
        empty = self.tr("The plan shows the load of every resource in every week. There is nobody in this portfolio yet.")
        self._layers.addWidget(EmptyPage(empty, (self._actions["import"],)))

    def _side(self) -> QWidget:
        """The drill-down, and under it where hours are booked; or who else could do them."""
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.panel, 1)
        column.addWidget(hairline())
        inset = QVBoxLayout()
        inset.setContentsMargins(MEDIUM, SMALL, MEDIUM, MEDIUM)
        inset.addWidget(self.form)
        column.addLayout(inset)
        self._sides = QStackedWidget()
        self._sides.setMinimumWidth(SIDE_WIDTH)
        self._sides.addWidget(side)
        self._sides.addWidget(self.others)
        return self._sides

    def _connect(self) -> None:
        self.panel.picked.connect(self.booking.pick)
        self.booking.changed.connect(self._mark_line)
        self.form.wondered.connect(self._ask_who_else)
        self.who_else.opened.connect(self._show_others)
        self.who_else.closed.connect(self._back)
        self.booking.failed.connect(self.failed)
        self.booking.done.connect(self.done)
        for teller in (self.who_else, self.moving):
            teller.failed.connect(self.failed)
        self.heat_map.chosen.connect(self._go_to_chosen)
        self.heat_map.entered.connect(self._enter_panel)
        self.heat_map.zoomed.connect(self.strip.zoom_to)
        self.heat_map.menu_wanted.connect(self._open_menu)
        self.heat_map.horizontalScrollBar().valueChanged.connect(self.strip.scroll_to)
        self.bar.changed.connect(self.reload)
        self.bar.measured.connect(self.heat_map.show_measure)
        self.bar.search.returnPressed.connect(self._go_to_found)
        self._session.situation_changed.connect(self._when_seen.ask)

    def reload(self) -> None:
        situation = self._situation
        if situation is None:
            return
        self._layers.setCurrentIndex(0 if situation.portfolio.resources else 1)
        if situation.portfolio.resources:
            self._show_grid(situation)
            self._show_chosen()
        self.objective.show_parts(objective.parts(situation.figures, self._formats))
        if situation.plan is None:
            self._heading.say(self.tr("Booked work by week; there is no plan yet."))
        elif situation.current:
            self._heading.say(" ".join([self.tr("Load by week, as the plan gives it."), *_placed(situation)]))
        else:
            self._heading.say(self.tr("The plan from before your changes, with what was booked since laid over it."))
        self.stale.say("" if situation.current else self.tr("This plan was made before the latest changes."))

    def _show_grid(self, situation: Situation) -> None:
        """Causes, which come later, change nothing of it."""
        wanted = (situation.load, self.bar.choice)
        if self._gridded is None or self._gridded[0] is not wanted[0] or self._gridded[1] != wanted[1]:
            self._gridded = wanted
            self.heat_map.show_grid(self.bar.arranged(grid(situation, self.bar.rows)))

    def focus_filter(self) -> None:
        self.bar.focus_search()

    def show_demand(self, key: Id) -> None:
        """Goes to the project of a demand, in the first week in which the demand is short, else asks for hours."""
        situation = self._situation
        demand = situation.portfolio.demands.get(key) if situation else None
        if situation is None or demand is None:
            return
        self.bar.choose(Grouping.PROJECTS, Show.ALL)
        row = self.heat_map.grid.row_of(demand.project_id) if self.heat_map.grid else None
        if row is not None:
            self.heat_map.choose((row, first_week(situation, key)))
            self.heat_map.bring_into_view()
            for each in self.panel.lines:
                if each.line.demand_id == key:
                    self.booking.pick(each.line)
                    break
            self.heat_map.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_load(self, lead: ToMap) -> None:
        """The rows of resources, all or those overloaded, at a cell."""
        self.bar.choose(Grouping.RESOURCES, Show.OVER if lead.overloaded else Show.ALL)
        grid, place = self.heat_map.grid, self.heat_map.place
        if grid is not None:
            row = grid.row_of(lead.resource_id) if lead.resource_id else None
            column = grid.weeks.index(lead.week) if lead.week in grid.weeks else place[1]
            self.heat_map.choose((place[0] if row is None else row, column))
        self.heat_map.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for part in (self.heat_map, self.strip, self.legend, self.stale):
            part.show_tokens(tokens)

    def act(self, what: MapAct) -> None:
        """Does what an action of the heat map says."""
        shown = self.heat_map
        acts: dict[MapAct, Callable[[], None]] = {
            MapAct.EDIT: self.booking.edit,
            MapAct.PIN: self.booking.pin,
            MapAct.RELEASE: self.booking.release,
            MapAct.MOVE: self.moving.begin,
            MapAct.WHO_ELSE: self._ask_who_else,
            MapAct.TODAY: shown.show_this_week,
            MapAct.SELECTION: shown.bring_into_view,
            MapAct.LARGER: partial(shown.zoom, 1),
            MapAct.SMALLER: partial(shown.zoom, -1),
            MapAct.USUAL: partial(shown.zoom, 0),
            MapAct.COPY: self._copy,
            MapAct.COPY_PICTURE: self._copy_picture,
            MapAct.SAVE_PICTURE: self._save_picture,
        }
        acts[what]()

    @property
    def _situation(self) -> Situation | None:
        """The session's, with what was carried elsewhere by hand since the plan was made."""
        situation = self._session.situation
        if situation is None or situation.plan is None:
            return situation
        moved = self.moving.moved_since(situation.plan.id)
        if not moved:
            return situation
        if self._laid is None or self._laid.book is not situation.book or self._laid.moved != moved or self._laid.unmet != situation.unmet:
            self._laid = replace(situation, moved=moved)
        return self._laid

    def _block(self, selection: Selection) -> Block | None:
        shown = self.heat_map.grid
        if shown is None or not shown.rows:
            return None
        return Block(tuple(shown.rows[row] for row in selection.rows), selection.columns)

    def _story(self, selection: Selection) -> Story | None:
        situation, block = self._situation, self._block(selection)
        return None if situation is None or block is None else story(situation, block, self._formats)

    def _describe(self, place: Place) -> str:
        found = self._story(Selection(place, place))
        return found.sentence if found else ""

    def _go_to_chosen(self) -> None:
        """Other cells were chosen: a question about those before is over."""
        self.who_else.close()
        self._show_chosen()

    def _show_chosen(self) -> None:
        selection, situation = self.heat_map.selection, self._situation
        found, block = self._story(selection), self._block(Selection(self.heat_map.place, self.heat_map.place))
        if found is not None and block is not None and situation is not None:
            self.heat_map.formula = found.formula
            self.panel.show_story(found)
            self.strip.show_profile(load_profile(situation, block.rows[0]), selection.columns)
        else:
            self.panel.show_nothing()
        self.booking.show(situation, self._block(selection))

    def _ask_who_else(self) -> None:
        situation = self._situation
        self.booking.choose_largest()
        target = self.booking.target
        if situation is not None and target is not None:
            self.who_else.ask(situation, target)

    def _show_others(self) -> None:
        self._sides.setCurrentWidget(self.others)
        self.others.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.others.isAncestorOf(focused)
        self._sides.setCurrentIndex(0)
        if had_focus:
            self.heat_map.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark_line(self) -> None:
        """Marks whose work on what is chosen, where it is one line's; menus say whom and when it is that they pin."""
        self.panel.mark(self.booking.demand_id, self.booking.resource_id)
        for act in (MapAct.PIN, MapAct.RELEASE):
            self._actions.say_of(act, self.booking.named)

    def _enter_panel(self) -> None:
        first = self.panel.lines[0] if self.panel.lines else self.panel
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _go_to_found(self) -> None:
        self.heat_map.choose((0, self.heat_map.place[1]))
        self.heat_map.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for names in (BOOKING, LOOKING, TAKING):
            menu.addActions([self._actions[name] for name in names])
            menu.addSeparator()
        menu.popup(at)

    def _copy(self) -> None:
        shown, chosen = self.heat_map, self.heat_map.selection
        if shown.grid is not None and shown.grid.rows:
            QApplication.clipboard().setText(table(shown.grid, chosen.rows, chosen.columns, shown.measure, self._formats))
            self.done.emit(self.tr("Copied as a table"))

    def _copy_picture(self) -> None:
        QApplication.clipboard().setImage(image_of(self.heat_map.viewport(), self._tokens.surface))
        self.done.emit(self.tr("Copied as a picture"))

    def _save_picture(self) -> None:
        path = self._dialogs.place_for_picture(self.tr("Heat map"))
        if path is None:
            return
        try:
            write_picture(self.heat_map.viewport(), self._tokens.surface, path)
        except PlannerError as problem:
            self.failed.emit(str(problem))
        else:
            self.done.emit(self.tr("Picture written: {path}").format(path=path))


def _placed(situation: Situation) -> list[str]:
    """How many projects the plan has later than asked, and not at all."""
    found = situation.standing.placings.values()
    late, out = sum(each.delay > 0 for each in found), sum(not each.selected for each in found)
    later = translate("PlanPage", "{count} delayed").format(count=late) if late else ""
    without = translate("PlanPage", "{count} left out").format(count=out) if out else ""
    what = listed([each for each in (later, without) if each])
    return [translate("PlanPage", "{what} of {count} projects.").format(what=what, count=len(found))] if what else []
