"""The actions of editable tables: their words, keys and order in the Edit menu."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.wording import Wording

BLOCKS = ("cut", "copy", "copy headed", "paste")
CELLS = ("fill down", "clear", "add row", "delete rows")
LOOKING = ("find next", "find previous", "filter", "filter column", "show all", "columns")
OUT = ("export table", "print table")
TABLE_MENU = (BLOCKS, CELLS, ("find", *LOOKING))
TABLE_ACTIONS = (*BLOCKS, *CELLS, *LOOKING, *OUT)
OF_CELLS = frozenset({*BLOCKS, *CELLS} - {"add row"})
"""What is done to the chosen cells, and so only while they have the focus."""
LOOKS_ONLY = frozenset({"copy", "copy headed", *LOOKING, *OUT})
"""What can be done with a portfolio that can only be looked at."""


def table_wordings() -> tuple[Wording, ...]:
    return (*_blocks(), *_cells(), *_looking(), *_out())


def _blocks() -> tuple[Wording, ...]:
    return (
        Wording("cut", _tr("Cu&t cells"), _tr("Copy the chosen cells and clear them"), ("Ctrl+X",)),
        Wording("copy", _tr("&Copy cells"), _tr("Copy the chosen cells, as a spreadsheet pastes them"), ("Ctrl+C",), "copy"),
        Wording("copy headed", _tr("Copy with &headings"), _tr("Copy the chosen cells under their headings"), ("Ctrl+Shift+C",)),
        Wording(
            "paste", _tr("&Paste cells"), _tr("Put a copied block into the table, checked as a whole; one undo takes it back"), ("Ctrl+V",)
        ),
    )


def _cells() -> tuple[Wording, ...]:
    return (
        Wording(
            "fill down", _tr("Fill &down"), _tr("Put the first chosen cell into those below; one cell takes what stands above"), ("Ctrl+D",)
        ),
        Wording("clear", _tr("C&lear cells"), _tr("Empty the chosen cells"), ("Del",)),
        Wording("add row", _tr("&Add row"), _tr("Add a row like the current one"), ("Ins",), "add"),
        Wording("delete rows", _tr("Delete ro&ws"), _tr("Remove the chosen rows with all that belongs to them"), ("Ctrl+Del",), "remove"),
    )


def _looking() -> tuple[Wording, ...]:
    return (
        Wording("find next", _tr("Find &next"), _tr("Go to the next cell that has the text"), ("F3",)),
        Wording("find previous", _tr("Find pre&vious"), _tr("Go to the cell before that has the text"), ("Shift+F3",)),
        Wording("filter", _tr("F&ilter rows"), _tr("Show only rows that have these words"), ("Ctrl+Shift+F",)),
        Wording(
            "filter column",
            _tr("Filter &by column…"),
            _tr("Show only rows by what stands in the current column"),
            ("Ctrl+Shift+L",),
            "filter",
        ),
        Wording("show all", _tr("Sh&ow all rows"), _tr("Take every filter of this table away"), ("Ctrl+Alt+F",)),
        Wording("columns", _tr("C&olumns…"), _tr("Choose the columns of this table and their order"), ("Ctrl+Shift+K",), "columns"),
    )


def _out() -> tuple[Wording, ...]:
    return (
        Wording("export table", _tr("Export ta&ble…"), _tr("Write this table as it is shown to .xlsx"), ("Ctrl+Shift+T",), "export"),
        Wording("print table", _tr("&Print table…"), _tr("Print this table as it is shown, or make a PDF of it"), ("Ctrl+P",), "print"),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("TableActions", text)
