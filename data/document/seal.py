"""The seal of a finished file: the sha256 of all its bytes, kept inside, so that whoever opens it sees at once that none has changed.

A file that a sync client, a disk or another program has touched has a broken seal; it may still be whole, which the slower
checks of data.database then have to say. The seal's own digits count as zeros.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

_MARK = b"plimsoll-seal:"
_DIGITS = 64
_BLANK = b"0" * _DIGITS
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Sealing:
    """The hash of a file's bytes, and whether its seal says the same."""

    hash: str
    whole: bool


def stamp(path: Path) -> str:
    """Seals a file that nobody has open, and answers the hash of its bytes; a file without a place for it stays unsealed."""
    with path.open("r+b") as stream:
        at = _place(stream)
        hashed, _ = _hash(stream, at)
        if at is not None:
            stream.seek(at)
            stream.write(hashed.encode())
    return hashed


def read(path: Path) -> Sealing:
    """Hashes a file and compares that with its seal."""
    with path.open("rb") as stream:
        at = _place(stream)
        hashed, written = _hash(stream, at)
        return Sealing(hashed, at is not None and written == hashed.encode())


def _place(stream: BinaryIO) -> int | None:
    """Where the digits stand; None where there is no mark, or more than one."""
    places: set[int] = set()
    tail, start = b"", 0
    for chunk in _chunks(stream):
        searched = tail + chunk
        at = searched.find(_MARK)
        while at >= 0:
            places.add(start - len(tail) + at + len(_MARK))
            at = searched.find(_MARK, at + 1)
        tail, start = searched[1 - len(_MARK) :], start + len(chunk)
    place = min(places, default=None)
    return place if place is not None and len(places) == 1 and place + _DIGITS <= start else None


def _hash(stream: BinaryIO, at: int | None) -> tuple[str, bytes]:
    """The hash with the digits at this place blanked, and the digits."""
    whole, written, start = sha256(), b"", 0
    for chunk in _chunks(stream):
        end = start + len(chunk)
        if at is None or end <= at or start >= at + _DIGITS:
            whole.update(chunk)
        else:
            first, last = max(at - start, 0), min(at + _DIGITS - start, len(chunk))
            written += chunk[first:last]
            whole.update(chunk[:first])
            whole.update(_BLANK[: last - first])
            whole.update(chunk[last:])
        start = end
    return whole.hexdigest(), written


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    stream.seek(0)
    while chunk := stream.read(_CHUNK):
        yield chunk
