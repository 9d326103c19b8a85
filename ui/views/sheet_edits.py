"""What is done to the cells of a sheet: typed, pasted, filled down, cleared; rows added and removed. Each is one edit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Generic

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QApplication

from data.edits import Edit
from data.entities import Id
from data.errors import PlannerError
from data.portfolio import Kind
from planner.actions import entities
from ui.dialogs.pasting import PasteRows
from ui.models.rows import RowsModel
from ui.presenters.blocks import as_html, read_block, tabbed
from ui.presenters.cell_edits import Paste, Put, RefusedCellsError, Target, edit_of_cells, edit_of_paste, filled_down, laid
from ui.presenters.columns import Column, FieldError
from ui.presenters.formats import Formats
from ui.presenters.kinds import counted_things
from ui.presenters.saying import counted
from ui.presenters.tables import Row, TableDescription, edit_of_cell
from ui.session import Session
from ui.widgets.sheet import Sheet


class SheetEdits(QObject, Generic[Row]):
    """Turns what the user does in a sheet into edits of the portfolio; `done` says what a user could overlook."""

    done = Signal(str)

    def __init__(self, about: TableDescription[Row], session: Session, formats: Formats, parent: QObject) -> None:
        super().__init__(parent)
        self._about, self._session, self._formats = about, session, formats
        self.model: RowsModel[Row]
        self.sheet: Sheet

    def work_on(self, model: RowsModel[Row], sheet: Sheet) -> None:
        """The model asks this what a typed text means, so that it comes second."""
        self.model, self.sheet = model, sheet
        sheet.cells.typed_to_all.connect(self.type_into_all)

    def typed(self, row: Row, column: Column[Row], text: str) -> bool:
        """A text typed into one cell; whether it was taken."""
        portfolio = self._session.portfolio
        if portfolio is None:
            return False
        try:
            edit = edit_of_cell(portfolio, row, column, text, self.model.columns[0].text(row))
        except FieldError as problem:
            self._session.refused.emit(f"{column.heading}: {problem}")
            return False
        return edit is None or self._session.apply(edit)

    def type_into_all(self, text: str) -> None:
        """A text for every chosen cell that can be typed into."""
        puts = [Put(self.model.row_at(row).id, key, text) for key, rows in self._typed_spans().items() for row in rows]
        headings = [column.heading.lower() for column in self.model.columns if column.key in self._typed_spans()]
        self._put(
            puts, self.tr("Change {what} of {rows}").format(what=", ".join(headings[:2]), rows=self._counted(len({p.row for p in puts})))
        )

    def fill_down(self) -> None:
        """The first chosen cell of each column goes into the others; a single cell takes what stands above it."""
        puts = filled_down(self.model.columns, self.model.rows, self.sheet.chosen_spans())
        self._put(puts, self.tr("Fill down {cells}").format(cells=_cells(len(puts))))

    def clear(self) -> None:
        puts = [Put(self.model.row_at(row).id, key, "") for key, rows in self._typed_spans().items() for row in rows]
        self._put(puts, self.tr("Clear {cells}").format(cells=_cells(len(puts))))

    def copy(self) -> None:
        self._copy(headings=False)

    def copy_with_headings(self) -> None:
        self._copy(headings=True)

    def cut(self) -> None:
        self.copy()
        self.clear()

    def paste(self) -> None:
        """The block of the clipboard from the chosen cell on; rows below the last are added once the user agrees."""
        portfolio, text = self._session.portfolio, QApplication.clipboard().text()
        if portfolio is None or not self._may_edit():
            return
        if not text.strip():
            self._session.refused.emit(self.tr("There is no text in the clipboard; copy cells first, such as from a spreadsheet"))
            return
        columns = self.model.columns
        try:
            target = self._target()
            paste = laid(read_block(text), target, columns, self.model.rows, self._about.headings(columns), self._formats)
            edit = edit_of_paste(self._about, self._about.columns(portfolio, paste.formats), self._rows_by_id(), paste, portfolio)
        except RefusedCellsError as problem:
            self._session.refused.emit(str(problem))
            return
        if paste.fresh:
            self._ask(edit, paste)
        elif self._apply(edit):
            self._pasted(paste, edit)

    def add_row(self) -> None:
        """A new row like the current one, ready for its name to be typed."""
        portfolio = self._session.portfolio
        if portfolio is None or not self._may_edit():
            return
        here = self.sheet.currentIndex()
        like = self.model.row_at(here.row()).entity if here.isValid() else None
        try:
            fresh = self._about.fresh(portfolio, like)
        except PlannerError as problem:  # nothing can be added as things stand
            self._session.refused.emit(str(problem))
            return
        if self._session.apply(entities.added(fresh, self.tr("Add {one}").format(one=self._about.one))):
            row = self.model.row_of(fresh.id)
            if row is not None:
                self.sheet.go_to(row, 0)
                self.sheet.edit(self.model.index(row, 0))

    def delete_rows(self) -> None:
        """The rows of all chosen cells, with what cannot be without them."""
        portfolio, rows = self._session.portfolio, self.sheet.chosen_rows()
        if portfolio is None or not rows or not self._may_edit():
            return
        ids = [self.model.row_at(row).id for row in rows]
        name = self.model.columns[0].text(self.model.row_at(rows[0])) if len(rows) == 1 else self._counted(len(rows))
        edit = entities.removed(portfolio, self._about.kind, ids, self.tr("Remove {name}").format(name=name))
        if self._session.apply(edit):
            also = _also_gone(edit, self._about.kind)
            said = self.tr("Removed {name}, and with it {also}. Ctrl+Z brings everything back.")
            alone = self.tr("Removed {name}. Ctrl+Z brings everything back.")
            self.done.emit(said.format(name=name, also=also) if also else alone.format(name=name))
            row = min(rows[0], self.model.rowCount() - 1)
            if row >= 0:
                self.sheet.go_to(row, max(0, self.sheet.currentIndex().column()))

    def _copy(self, *, headings: bool) -> None:
        texts, spans = self.sheet.chosen_texts(), self.sheet.chosen_spans()
        if not texts:
            return
        by_key = {column.key: column for column in self.model.columns}
        names = [by_key[key].heading for key in spans] if headings else []
        numeric = [by_key[key].numeric for key in spans]
        data = QMimeData()
        data.setText(tabbed([*([names] if names else []), *texts]))
        if all(len(line) == len(numeric) for line in texts):
            data.setHtml(as_html(texts, numeric, names))
        QApplication.clipboard().setMimeData(data)

    def _target(self) -> Target:
        """The chosen block; below the last row where the table is empty."""
        keys, here = self.sheet.keys, self.sheet.currentIndex()
        spans = self.sheet.chosen_spans()
        if not self.model.rowCount():
            return Target(keys, 0)
        if not here.isValid() and not spans:
            raise RefusedCellsError(self.tr("Paste"), [self.tr("Choose the cell where the block is to begin")])
        rows = self.sheet.chosen_rows()
        whole = spans and all(len(each) == rows[-1] - rows[0] + 1 == len(rows) for each in spans.values())
        if whole:
            return Target(keys[keys.index(next(iter(spans))) :], rows[0], len(rows), len(spans))
        return Target(keys[keys.index(self.model.columns[here.column()].key) :], here.row())

    def _ask(self, edit: Edit, paste: Paste) -> None:
        asked = PasteRows(self._about, len(paste.puts), len(paste.fresh), self.sheet.window())

        def go_on() -> None:
            if self._apply(edit):
                self._pasted(paste, edit)

        asked.accepted.connect(go_on)
        asked.open()

    def _pasted(self, paste: Paste, edit: Edit) -> None:
        """Chooses what was pasted, and says what was left as it is or read in another way."""
        place = {row.id: number for number, row in enumerate(self.model.rows)}
        ids = {put.row for put in paste.puts} | {change.id for change in edit.changes}
        touched = {put.column for put in paste.puts} | {key for line in paste.fresh for key in line}
        self.sheet.choose_cells([place[key] for key in ids if key in place], [key for key in self.sheet.keys if key in touched])
        said = []
        if paste.left_out:
            said.append(self.tr("{columns}: worked out, not typed, and left as it is").format(columns=", ".join(paste.left_out)))
        if paste.formats.decimal_point != self._formats.decimal_point:
            said.append(self.tr("figures were read with “{sign}” before the decimals").format(sign=paste.formats.decimal_point))
        if paste.formats.date_order != self._formats.date_order:
            order = {"d": self.tr("day"), "m": self.tr("month"), "y": self.tr("year")}
            said.append(self.tr("dates were read as {order}").format(order=", ".join(order[sign] for sign in paste.formats.date_order)))
        if said:
            self.done.emit(self.tr("Pasted. {notes}").format(notes="; ".join(said)))

    def _put(self, puts: Sequence[Put], label: str) -> None:
        portfolio = self._session.portfolio
        if portfolio is None or not self._may_edit():
            return
        if not puts:
            self._session.refused.emit(self.tr("Nothing can be typed there; choose cells of other columns"))
            return
        try:
            self._apply(edit_of_cells(self.model.columns, self._rows_by_id(), puts, portfolio, label))
        except RefusedCellsError as problem:
            self._session.refused.emit(str(problem))

    def _apply(self, edit: Edit) -> bool:
        return not edit or self._session.apply(edit)

    def _may_edit(self) -> bool:
        if not self.model.may_edit:
            self._session.refused.emit(self.tr("This portfolio is read-only: save it under another name first (File, Save as)"))
        return self.model.may_edit

    def _typed_spans(self) -> dict[str, list[int]]:
        typed = {column.key for column in self.model.columns if column.read is not None}
        return {key: rows for key, rows in self.sheet.chosen_spans().items() if key in typed}

    def _rows_by_id(self) -> dict[Id, Row]:
        return {row.id: row for row in self.model.rows}

    def _counted(self, number: int) -> str:
        return f"{number} {self._about.one if number == 1 else self._about.many}"


def _cells(number: int) -> str:
    return counted("SheetEdits", "%n cells", "%n cell", number)


def _also_gone(edit: Edit, kind: Kind) -> str:
    """What else an edit removes, counted by kind."""
    counts = Counter(change.kind for change in edit.changes if change.after is None and change.kind is not kind)
    return ", ".join(counted_things(each, number) for each, number in counts.items())
