"""What can be done on the heat map, in words; every action is in the menu Book, in the map's own menu and on a key."""

from __future__ import annotations

from enum import StrEnum

from ui.presenters.saying import translate
from ui.wording import Wording


class MapAct(StrEnum):
    """The actions of the heat map, by the names they have among all actions."""

    EDIT = "map edit"
    PIN = "map pin"
    RELEASE = "map release"
    MOVE = "map move"
    WHO_ELSE = "map who else"
    TODAY = "map today"
    SELECTION = "map selection"
    LARGER = "map larger"
    SMALLER = "map smaller"
    USUAL = "map usual"
    COPY = "map copy"
    COPY_PICTURE = "map picture"
    SAVE_PICTURE = "map save picture"


BOOKING = (MapAct.EDIT, MapAct.PIN, MapAct.RELEASE, MapAct.MOVE, MapAct.WHO_ELSE)
LOOKING = (MapAct.TODAY, MapAct.SELECTION, MapAct.LARGER, MapAct.SMALLER, MapAct.USUAL)
TAKING = (MapAct.COPY, MapAct.COPY_PICTURE, MapAct.SAVE_PICTURE)


def map_wordings() -> tuple[Wording, ...]:
    return (*_booking(), *_looking(), *_taking())


def _booking() -> tuple[Wording, ...]:
    return (
        Wording(
            MapAct.EDIT,
            translate("MapWordings", "&Book hours"),
            translate("MapWordings", "Type hours into the chosen cells; typing a figure does the same"),
            ("F2",),
        ),
        Wording(
            MapAct.PIN,
            translate("MapWordings", "&Pin"),
            translate("MapWordings", "Book firmly what is given in the chosen cells, so that the next solve keeps it"),
            ("Ctrl+L",),
        ),
        Wording(
            MapAct.RELEASE,
            translate("MapWordings", "&Release"),
            translate("MapWordings", "Take back what is booked in the chosen cells, so that the next solve is free; also Delete"),
            ("Ctrl+Shift+L",),
        ),
        Wording(
            MapAct.MOVE,
            translate("MapWordings", "&Move"),
            translate(
                "MapWordings", "Carry the chosen work with the arrow keys to somebody else or other weeks; Enter drops it, Esc puts it back"
            ),
            ("Ctrl+M",),
        ),
        Wording(
            MapAct.WHO_ELSE,
            translate("MapWordings", "&Who else?"),
            translate("MapWordings", "Who else could do the chosen work, and what solving again proves of it"),
            ("Ctrl+Shift+W",),
        ),
    )


def _looking() -> tuple[Wording, ...]:
    return (
        Wording(
            MapAct.TODAY,
            translate("MapWordings", "This &week"),
            translate("MapWordings", "Scroll the heat map to the week of today"),
            ("Ctrl+T",),
        ),
        Wording(
            MapAct.SELECTION,
            translate("MapWordings", "Chosen c&ells"),
            translate("MapWordings", "Scroll the heat map to what is chosen"),
            ("Ctrl+Backspace",),
        ),
        Wording(
            MapAct.LARGER,
            translate("MapWordings", "&Larger cells"),
            translate("MapWordings", "Fewer weeks, larger cells; also Ctrl and the wheel"),
            ("Ctrl+=", "Ctrl++"),
            "larger",
        ),
        Wording(
            MapAct.SMALLER,
            translate("MapWordings", "&Smaller cells"),
            translate("MapWordings", "More weeks, smaller cells; also Ctrl and the wheel"),
            ("Ctrl+-",),
            "smaller",
        ),
        Wording(
            MapAct.USUAL, translate("MapWordings", "&Usual size of cells"), translate("MapWordings", "Cells of the usual size"), ("Ctrl+0",)
        ),
    )


def _taking() -> tuple[Wording, ...]:
    return (
        Wording(
            MapAct.COPY,
            translate("MapWordings", "&Copy cells"),
            translate("MapWordings", "Copy the chosen cells as a table, with weeks and names"),
            ("Ctrl+C",),
            "copy",
        ),
        Wording(
            MapAct.COPY_PICTURE,
            translate("MapWordings", "Copy pi&cture"),
            translate("MapWordings", "Copy the heat map as it is seen"),
            ("Ctrl+Alt+P",),
        ),
        Wording(
            MapAct.SAVE_PICTURE,
            translate("MapWordings", "Save pictu&re…"),
            translate("MapWordings", "Write the heat map as it is seen to a PNG, SVG or PDF file"),
            ("Ctrl+Alt+Shift+P",),
        ),
    )
