"""The texts of the window, from the sources into ui/translations/plimsoll_XX.ts and from there into the .qm that it loads.

    python tools/translations.py           update every .ts and compile every .qm
    python tools/translations.py xx        begin a language, by its code

The sources are read here, not by lupdate: its reader of Python does not end on some calls, takes no text from within an f-string and knows
few counts for what they are. It gets one file of plain calls and does what it is good at: keeping translations through changes.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import PySide6

ROOT: Final = Path(__file__).resolve().parent.parent
FOLDER: Final = ROOT / "ui" / "translations"


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One text to be translated; `other` is its English singular where it `counts`, else what tells it from its like."""

    context: str
    text: str
    other: str = ""
    counts: bool = False


def main(arguments: list[str]) -> int:
    for code in arguments:
        (FOLDER / f"plimsoll_{code}.ts").touch()
    for path in sorted(FOLDER.glob("plimsoll_*.ts")):
        print(path.relative_to(ROOT), update(path), sep=": ")
        tool("lrelease", "-silent", str(path), "-qm", str(path.with_suffix(".qm")))
    return 0


def update(path: Path) -> str:
    """Brings a .ts to the texts of the sources; answers how many there are."""
    texts = sorted(set(found_in(ROOT / "ui")))
    with tempfile.TemporaryDirectory(prefix="plimsoll-texts-") as name:
        plain = Path(name, "texts.py")
        plain.write_text("\n".join(map(_call, texts)) + "\n", encoding="utf-8")
        if path.exists() and not path.stat().st_size:
            path.unlink()
        tool("lupdate", "-silent", "-no-obsolete", "-locations", "none", "-sort-messages", str(plain), "-ts", str(path))
    return f"{len(texts)} texts"


def tool(name: str, *arguments: str) -> None:
    """Runs a translator's tool of PySide6 itself. Ends the process with its words where it fails."""
    finished = subprocess.run(
        [str(Path(PySide6.__file__).parent / name), *arguments], check=False, capture_output=True, text=True, timeout=60
    )
    if finished.returncode != 0:
        sys.exit(f"{name} ended with {finished.returncode}:\n{finished.stdout}{finished.stderr}")


def found_in(folder: Path) -> Iterator[Text]:
    """Every text of the Python files below a folder."""
    for path in sorted(folder.rglob("*.py")):
        yield from texts_of(path.read_text(encoding="utf-8"), str(path))


def texts_of(source: str, place: str) -> Iterator[Text]:
    """The texts of `translate`, `counted` and `tr`; those of `tr` have the class as context. Raises ValueError where one is not written out."""
    yield from _texts(ast.parse(source), "", place)


def _texts(node: ast.AST, around: str, place: str) -> Iterator[Text]:
    inside = node.name if isinstance(node, ast.ClassDef) else around
    if isinstance(node, ast.Call):
        match _called(node.func), [_written(argument) for argument in node.args]:
            case "translate", [str(context), str(text), *others] if len(others) < 2:
                yield Text(context, text, next((other for other in others if other), ""))
            case "counted", [str(context), str(text), str(one), *_]:
                yield Text(context, text, one, counts=True)
            case "tr", [str(text)] if around and ast.unparse(node.func) == "self.tr":
                yield Text(around, text)
            case (("translate" | "counted" | "tr"), [_, *_]) if not _is_anothers(node.func):
                raise ValueError(f"{place}:{node.lineno}: write text and context out where they are translated, or self.tr in a class")
    for child in ast.iter_child_nodes(node):
        yield from _texts(child, inside, place)


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Name):
        return function.id
    return function.attr if isinstance(function, ast.Attribute) else ""


def _is_anothers(function: ast.expr) -> bool:
    """Whether it is the translate of str or of a QTranslator."""
    return isinstance(function, ast.Attribute) and function.attr == "translate"


def _written(argument: ast.expr) -> str | None:
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else None


def _call(text: Text) -> str:
    """The text as lupdate reads it: a number in the fourth place makes plural forms of it."""
    parts = [_quoted(text.context), _quoted(text.text), _quoted(text.other), *(["1"] if text.counts else [])]
    return f"translate({', '.join(parts)})"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
