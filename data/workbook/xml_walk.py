"""A walk over one XML part, element by element and with nothing kept, by names without their namespace prefix."""

from __future__ import annotations

from typing import Protocol
from xml.parsers import expat

from data.workbook.marks import RefusedFileError


class Visitor(Protocol):
    """What hears of the elements. `text` hears all character data, in pieces."""

    def started(self, element: str, attributes: dict[str, str]) -> None: ...

    def ended(self, element: str) -> None: ...

    def text(self, piece: str) -> None: ...


def walk(content: bytes, visitor: Visitor) -> None:
    """Tell the visitor of every element. Raises RefusedFileError where it is no XML or declares a document type."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: visitor.started(_local(name), _locally(attributes))
    parser.EndElementHandler = lambda name: visitor.ended(_local(name))
    parser.CharacterDataHandler = visitor.text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(content, True)
    except expat.ExpatError as damage:
        raise RefusedFileError(f"a part of it is damaged ({damage}); fetch the file again or save it anew") from damage


def _refuse_doctype(*_declaration: object) -> None:
    raise RefusedFileError("a part of it declares a document type, which no office program writes; copy its tables into a new workbook")


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _locally(attributes: dict[str, str]) -> dict[str, str]:
    """By local name, and by full name too: LibreOffice gives `office:value-type` and `calcext:value-type` together."""
    return {_local(name): value for name, value in attributes.items()} | attributes
