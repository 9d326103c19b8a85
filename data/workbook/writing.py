"""Writing sheets: an .xlsx workbook or a folder of .csv, each file whole and in its place or not at all."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from data.errors import PlannerError
from data.replacement import replacing
from data.workbook.addresses import known
from data.workbook.columns import PORTFOLIO, RESULTS
from data.workbook.csv_writing import csv_bytes
from data.workbook.excel_writing import workbook_bytes
from data.workbook.sheets import OutSheet

_OURS = frozenset(known(name) for name in (*(plan.name for plan in PORTFOLIO), *RESULTS))


class WriteError(PlannerError):
    """A workbook could not be written; what was at its place before is still there."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}.")


def write(path: Path, sheets: Sequence[OutSheet]) -> None:
    """Write the sheets to an .xlsx file, or to a folder of .csv where the path is a folder or has no suffix.

    A folder keeps what is not ours; files of sheets that are no longer part of it are removed. Raises WriteError.
    """
    with explained(path):
        is_folder = path.is_dir()  # names too long for the disk fail here already
    if path.suffix.casefold() == ".xlsx" and not is_folder:
        content = workbook_bytes(sheets)
        with explained(path), replacing(path) as beside:
            beside.write_bytes(content)
    elif is_folder or not path.suffix:
        with explained(path):
            _write_folder(path, sheets)
    else:
        raise WriteError(path, f"sheets are not written as {path.suffix}; end the name in .xlsx, or name a folder for .csv files")


def _write_folder(folder: Path, sheets: Sequence[OutSheet]) -> None:
    """All files are complete beside their places before the first takes its own."""
    contents = {f"{sheet.name}.csv": csv_bytes(sheet) for sheet in sheets}
    made = not folder.exists()
    folder.mkdir(exist_ok=True)
    try:
        with ExitStack() as places:
            for name, content in contents.items():
                places.enter_context(replacing(folder / name)).write_bytes(content)
    except OSError:
        if made:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise
    for file in folder.glob("*.csv"):
        if known(file.stem) in _OURS and file.name not in contents:
            file.unlink()


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns what the disk refuses into words with a way out."""
    try:
        yield
    except FileNotFoundError as missing:
        raise WriteError(path, f"there is no folder {path.parent}; create it or choose another") from missing
    except (PermissionError, FileExistsError, NotADirectoryError, IsADirectoryError) as refusal:
        raise WriteError(path, "it may not be written there; close it in other programs, or choose another place") from refusal
    except OSError as trouble:
        full = trouble.errno in (errno.ENOSPC, errno.EDQUOT)
        reason = (
            "the disk is full; free some space or choose another place" if full else f"{trouble.strerror or trouble}; choose another place"
        )
        raise WriteError(path, reason) from trouble
