"""Booking by hand, wired: the form beside the heat map and the field in its cells make edits of the chosen block."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from data.edits import Edit
from data.entities import Id
from ui.presenters import booking
from ui.presenters.block import Block, work
from ui.presenters.booking import Target
from ui.presenters.cell import Line
from ui.presenters.columns import FieldError
from ui.presenters.formats import Formats
from ui.presenters.situation import Situation
from ui.session import Session
from ui.views.booking_form import BookingForm
from ui.widgets.cell_editor import CellEditor
from ui.widgets.heat_map import HeatMap


class HandBooking(QObject):
    """Knows what is chosen, on which demand and whom; every change is one edit.

    done     what was pinned or released
    failed   why something could not be booked
    changed  another demand or person is chosen: `demand_id`, `resource_id`
    """

    done = Signal(str)
    failed = Signal(str)
    changed = Signal()

    def __init__(self, session: Session, formats: Formats, heat_map: HeatMap, form: BookingForm, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._formats = session, formats
        self._map, self._form = heat_map, form
        self.editor = CellEditor(heat_map.viewport())
        self._situation: Situation | None = None
        self._block: Block | None = None
        self._wanted: Id | None = None
        self._picked: Id | None = None
        self._connect()

    def _connect(self) -> None:
        self._form.booked.connect(self._book_form)
        self._form.pinned.connect(self.pin)
        self._form.released.connect(self.release)
        self._form.chosen.connect(self._choose)
        self._map.typed.connect(self.edit)
        self._map.cleared.connect(self.release)
        self._map.chosen.connect(self.editor.hide)
        for bar in (self._map.horizontalScrollBar(), self._map.verticalScrollBar()):
            bar.valueChanged.connect(self.editor.hide)
        self.editor.entered.connect(self._book_cell)
        self.editor.stepped.connect(self._form.step)
        self.editor.left.connect(self._back_to_map)

    @property
    def demand_id(self) -> Id | None:
        """The demand that is chosen; None where it is all work, or none."""
        return self._form.demand_id

    @property
    def resource_id(self) -> Id | None:
        """The one whose work is chosen; None where it is several people."""
        people = self._people()
        return people[0] if len(people) == 1 else None

    @property
    def situation(self) -> Situation | None:
        """What is shown."""
        return self._situation

    @property
    def target(self) -> Target | None:
        return Target(self._block, self._form.demand_id, self._people()) if self._block is not None else None

    @property
    def named(self) -> str:
        """Whom Pin and Release are for, and when; empty where nothing is chosen."""
        target = self.target
        return booking.named(self._situation, target, self._formats) if self._situation is not None and target is not None else ""

    def show(self, situation: Situation | None, block: Block | None) -> None:
        """Goes to another block, or to the same after a change."""
        if self._block is None or block is None or block.rows != self._block.rows:
            self._picked = None
        self._situation, self._block = situation, block
        if situation is None or block is None:
            self._form.offer((), None, all_work=False)
        else:
            worked = list(dict.fromkeys(item.demand_id for item in work(situation, block)))
            found = booking.choices(situation, block, self._formats)
            self._form.offer(found, self._of_choice(worked), all_work=len(worked) > 1)
        self._show_state()

    def pick(self, line: Line) -> None:
        """Chooses the work of a line, and whose it is."""
        self._picked = line.resource_id
        self._wanted = line.demand_id
        self._form.choose(line.demand_id)
        self._show_state()

    def pin(self) -> None:
        """Books firmly what is given in the block."""
        self._make(booking.pinned, self.tr("Nothing is planned here that is not firm already"))

    def release(self) -> None:
        """Takes back what is booked in the block."""
        self._make(booking.released, self.tr("Nothing is booked here"))

    def edit(self, text: str = "") -> None:
        """Opens the field in the chosen cell, with what was typed, else with the hours that are there."""
        if self._situation is None or self._block is None:
            return
        self.choose_largest()
        target = self.target
        if target is None or target.demand_id is None or not target.resource_ids or not self._session.can_edit:
            self.failed.emit(self._why_not(typing=True))
            return
        there = booking.hours_there(self._situation, target, self._formats)
        self.editor.open_at(self._map.box_of(self._map.place), text or there, select=not text)
        self.editor.say(self._words())

    def _of_choice(self, worked: list[Id]) -> Id | None:
        """The demand to begin with: the one chosen before where it is worked on here, else the only one, else all work."""
        if not worked or self._wanted in worked:
            return self._wanted
        return worked[0] if len(worked) == 1 else None

    def _people(self) -> tuple[Id, ...]:
        """Who is booked: the rows where they are people, else whose line was picked."""
        if self._block is None:
            return ()
        if all(row.resource_id is not None for row in self._block.rows):
            return self._block.resource_ids
        return (self._picked,) if self._picked is not None else ()

    def _choose(self) -> None:
        self._wanted = self._form.demand_id
        self._show_state()
        if self.editor.isVisible():
            self.editor.say(self._words())

    def choose_largest(self) -> None:
        """Chooses the demand with most hours in the block, where none is chosen yet."""
        if self._form.demand_id is None and self._situation is not None and self._block is not None:
            most = booking.largest(work(self._situation, self._block))
            if most is not None and self._form.choose(most.demand_id):
                self._show_state()

    def _show_state(self) -> None:
        situation, target = self._situation, self.target
        hours = booking.hours_there(situation, target, self._formats) if situation is not None and target is not None else ""
        self._form.show_hours(hours)
        can_type = target is not None and bool(target.resource_ids)
        self._form.allow(can_edit=self._session.can_edit and target is not None, can_type=can_type, says=self._why_not())
        self._form.say_for(self.named)
        self.changed.emit()

    def _why_not(self, *, typing: bool = False) -> str:
        """What stands in the way of booking hours; empty where nothing does."""
        if self._block is None:
            return ""
        if self._session.read_only is not None:
            return self.tr("This portfolio is read-only: save it under another name first")
        if not self._people():
            return self.tr("Pick a line above to book hours of that person; Pin and Release are for all work here")
        if self._form.demand_id is None and (typing or not self._form.demand.count()):
            return self.tr("No demand asks them for hours in these weeks")
        return ""

    def _words(self) -> str:
        said = self._form.words
        return self.tr("{what} (↑↓ another)").format(what=said) if self._form.demand.count() > 1 else said

    def _book_form(self) -> None:
        self._book(self._form.hours.text())

    def _book_cell(self, text: str, on: int) -> None:
        if self._book(text):
            self._back_to_map()
            if on:
                self._map.choose((self._map.place[0], self._map.place[1] + on))

    def _back_to_map(self) -> None:
        self.editor.hide()
        self._map.setFocus(Qt.FocusReason.OtherFocusReason)

    def _book(self, text: str) -> bool:
        """Whether the hours were booked, or stand so already."""
        situation, target = self._situation, self.target
        if situation is None or target is None:
            return False
        try:
            edit = booking.typed(situation, target, text, self._form.kind, self._formats)
        except FieldError as problem:
            self.failed.emit(str(problem))
            return False
        self._wanted = target.demand_id
        return not edit or self._session.apply(edit)

    def _make(self, act: Callable[[Situation, Target, Formats], Edit], nothing: str) -> None:
        situation, target = self._situation, self.target
        if situation is None or target is None:
            return
        edit = act(situation, target, self._formats)
        if edit and self._session.apply(edit):
            self.done.emit(booking.told(edit, self._formats))
        elif not edit:
            self.failed.emit(nothing)
