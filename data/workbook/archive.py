"""The zip inside a .xlsx or .ods: refused before anything is unpacked where its size, shape or parts are out of bounds."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from data.workbook.marks import RefusedFileError

MOST_ENTRIES = 10_000
MOST_UNPACKED = 256 * 2**20
"""Bytes: a workbook of 100,000 rows takes about 60 MB, and the child may hold 1 GB."""
MOST_RATIO = 400
"""Unpacked to packed: sheets of equal rows reach about 100, bombs 1,000."""
SMALL = 4 * 2**20
"""Bytes below which the ratio says nothing."""
DOCTYPE = re.compile(rb"<!\s*DOCTYPE", re.IGNORECASE)


class Archive:
    """The parts of a workbook, each read whole and only once asked for."""

    def __init__(self, path: Path) -> None:
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as damage:
            raise RefusedFileError(f"the file is torn or damaged ({damage}); fetch it again or save it anew") from damage
        self.names = frozenset(self._zip.namelist())
        self._check_size()

    def _check_size(self) -> None:
        entries = self._zip.infolist()
        unpacked, packed = sum(each.file_size for each in entries), sum(each.compress_size for each in entries)
        if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED or (unpacked > SMALL and unpacked > MOST_RATIO * max(packed, 1)):
            raise RefusedFileError(
                f"it would unpack to {unpacked / 2**20:,.0f} MB in {len(entries):,} parts, more than a workbook needs; "
                "copy its tables into a new workbook"
            )

    def find(self, path: str) -> str | None:
        """The name of the part at a path, case ignored as office programs do; None where there is none."""
        wanted = path.lstrip("/").casefold()
        return next((name for name in self.names if name.casefold() == wanted), None)

    def read(self, name: str) -> bytes:
        """One part. Raises RefusedFileError where it is damaged, encrypted or declares a document type."""
        try:
            with self._zip.open(name) as part:
                content = part.read(MOST_UNPACKED + 1)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError) as damage:
            raise RefusedFileError(f"its part {name} is damaged ({damage}); fetch the file again or save it anew") from damage
        except Exception as damage:  # zlib, lzma and bz2 each raise errors of their own
            raise RefusedFileError(f"its part {name} cannot be unpacked ({damage}); fetch the file again or save it anew") from damage
        if DOCTYPE.search(content):
            raise RefusedFileError(
                f"its part {name} declares a document type, which no office program writes; copy its tables into a new workbook"
            )
        return content
