"""The actions of editable tables: their words, keys and order in the Edit menu."""

from __future__ import annotations

from ui.presenters.saying import translate
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
        Wording(
            "cut", translate("TableActions", "Cu&t cells"), translate("TableActions", "Copy the chosen cells and clear them"), ("Ctrl+X",)
        ),
        Wording(
            "copy",
            translate("TableActions", "&Copy cells"),
            translate("TableActions", "Copy the chosen cells, as a spreadsheet pastes them"),
            ("Ctrl+C",),
            "copy",
        ),
        Wording(
            "copy headed",
            translate("TableActions", "Copy with &headings"),
            translate("TableActions", "Copy the chosen cells under their headings"),
            ("Ctrl+Shift+C",),
        ),
        Wording(
            "paste",
            translate("TableActions", "&Paste cells"),
            translate("TableActions", "Put a copied block into the table, checked as a whole; one undo takes it back"),
            ("Ctrl+V",),
        ),
    )


def _cells() -> tuple[Wording, ...]:
    return (
        Wording(
            "fill down",
            translate("TableActions", "Fill &down"),
            translate("TableActions", "Put the first chosen cell into those below; one cell takes what stands above"),
            ("Ctrl+D",),
        ),
        Wording("clear", translate("TableActions", "C&lear cells"), translate("TableActions", "Empty the chosen cells"), ("Del",)),
        Wording(
            "add row", translate("TableActions", "&Add row"), translate("TableActions", "Add a row like the current one"), ("Ins",), "add"
        ),
        Wording(
            "delete rows",
            translate("TableActions", "Delete ro&ws"),
            translate("TableActions", "Remove the chosen rows with all that belongs to them"),
            ("Ctrl+Del",),
            "remove",
        ),
    )


def _looking() -> tuple[Wording, ...]:
    return (
        Wording(
            "find next",
            translate("TableActions", "Find &next"),
            translate("TableActions", "Go to the next cell that has the text"),
            ("F3",),
        ),
        Wording(
            "find previous",
            translate("TableActions", "Find pre&vious"),
            translate("TableActions", "Go to the cell before that has the text"),
            ("Shift+F3",),
        ),
        Wording(
            "filter",
            translate("TableActions", "F&ilter rows"),
            translate("TableActions", "Show only rows that have these words"),
            ("Ctrl+Shift+F",),
        ),
        Wording(
            "filter column",
            translate("TableActions", "Filter &by column…"),
            translate("TableActions", "Show only rows by what stands in the current column"),
            ("Ctrl+Shift+L",),
            "filter",
        ),
        Wording(
            "show all",
            translate("TableActions", "Sh&ow all rows"),
            translate("TableActions", "Take every filter of this table away"),
            ("Ctrl+Alt+F",),
        ),
        Wording(
            "columns",
            translate("TableActions", "C&olumns…"),
            translate("TableActions", "Choose the columns of this table and their order"),
            ("Ctrl+Shift+K",),
            "columns",
        ),
    )


def _out() -> tuple[Wording, ...]:
    return (
        Wording(
            "export table",
            translate("TableActions", "Export ta&ble…"),
            translate("TableActions", "Write this table as it is shown to .xlsx"),
            ("Ctrl+Shift+T",),
            "export",
        ),
        Wording(
            "print table",
            translate("TableActions", "&Print table…"),
            translate("TableActions", "Print this table as it is shown, or make a PDF of it"),
            ("Ctrl+P",),
            "print",
        ),
    )
