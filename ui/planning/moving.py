"""Work carried on the heat map, wired: the ghost that follows, and one edit when it is dropped."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from data.entities import Id
from planner.insight.by_hand import Moved
from ui.planning.booking import HandBooking
from ui.presenters.formats import Formats
from ui.presenters.load_grid import GridRow
from ui.presenters.moving import Carried, Landing, carried, landing, moving
from ui.presenters.situation import Situation
from ui.session import Session
from ui.widgets.heat_ghost import Ghost
from ui.widgets.heat_map import HeatMap


class HandMoving(QObject):
    """Carries the chosen work of one person on one demand.

    failed  why it cannot be carried or dropped
    """

    failed = Signal(str)

    def __init__(self, session: Session, formats: Formats, heat_map: HeatMap, booking: HandBooking, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._formats, self._map, self._booking = session, formats, heat_map, booking
        self._what: Carried | None = None
        self._landing: Landing | None = None
        self._moved: frozenset[Moved] = frozenset()
        self._plan_id: Id | None = None
        hand = heat_map.hand
        hand.grabbed.connect(self._take)
        hand.moved.connect(self._follow)
        hand.dropped.connect(self._drop)
        hand.left.connect(self._clear)
        session.portfolio_changed.connect(hand.put_back)

    def begin(self) -> None:
        """Takes the chosen work up, to be carried by the arrow keys."""
        self._take()
        self._map.setFocus()

    def moved_since(self, plan_id: Id | None) -> frozenset[Moved]:
        """What was given away by hand since this plan was made."""
        if plan_id != self._plan_id:
            self._moved, self._plan_id = frozenset(), plan_id
        return self._moved

    def _take(self) -> None:
        if not self._session.can_edit:
            self.failed.emit(self.tr("This portfolio can only be looked at"))
            return
        self._booking.choose_largest()
        situation, target = self._booking.situation, self._booking.target
        self._what = carried(situation, target) if situation is not None and target is not None else None
        if self._what is None:
            self.failed.emit(
                self.tr("Choose cells of one person with work in them first; rows of roles, teams and projects cannot be moved")
            )
            return
        self._map.hand.take()
        self._follow()

    def _follow(self) -> None:
        """Shows where it would land."""
        situation, what, row = self._booking.situation, self._what, self._row()
        if situation is None or what is None:
            return
        shift, number = self._map.hand.by[1], self._number()
        found = Landing("", "muted", allowed=False) if row is None else self._landed(situation, what, row, shift)
        self._landing = found
        start = what.weeks.start + shift
        source = (self._map.selection.rows.start, what.weeks)
        self._map.show_ghost(Ghost(number, start, len(what.weeks), found.figures, found.bands, found.says, found.mark, source))
        self._map.show_place((number, start))

    def _landed(self, situation: Situation, what: Carried, row: GridRow, shift: int) -> Landing:
        return landing(situation, what, row, shift, self._map.measure, self._formats)

    def _number(self) -> int:
        """The row it is over, as far as there are rows."""
        rows = len(self._map.grid.rows) if self._map.grid else 1
        return min(max(self._map.selection.rows.start + self._map.hand.by[0], 0), rows - 1)

    def _row(self) -> GridRow | None:
        return self._map.grid.rows[self._number()] if self._map.grid and self._map.grid.rows else None

    def _drop(self) -> None:
        situation, what, row, found = self._booking.situation, self._what, self._row(), self._landing
        shift, number = self._map.hand.by[1], self._number()
        self._clear()
        if situation is None or what is None or row is None or found is None or not found.allowed:
            return
        edit, moved = moving(situation, what, row, shift, self._formats)
        before = self._moved
        self._moved = before | moved
        if self._session.apply(edit):
            self._map.choose_block((number, what.weeks.start + shift), (number, what.weeks.stop - 1 + shift))
        else:
            self._moved = before

    def _clear(self) -> None:
        self._what, self._landing = None, None
        self._map.show_ghost(None)
