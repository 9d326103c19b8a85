"""Where a run takes place: Plimsoll's own folder, the user's files, and a folder that no fault is about."""

from __future__ import annotations

from pathlib import Path

NAME = "case.plimsoll"

FILLER = "filler"
"""A file that takes what room there is."""

THEIRS = "theirs.plimsoll"
"""What another program is about to put in the place of the file."""

ENOUGH = "fault-is-over"
"""A folder of this name, made by an actor, ends a lasting fault; it is never really made."""


def home_of(place: Path) -> Path:
    return place / "home"


def files_of(place: Path) -> Path:
    return place / "files"


def elsewhere_of(place: Path) -> Path:
    return place.with_name(f"{place.name}-elsewhere")
