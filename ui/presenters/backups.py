"""Backups as a table, and what restoring one would change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.entities import Id
from ui.presenters.changes import ONE_OF
from ui.presenters.columns import Column, by_figure, by_text
from ui.presenters.formats import Formats
from ui.presenters.moments import when

if TYPE_CHECKING:
    from planner.files import Backup
    from planner.importing import Tally

KILOBYTE = 1000.0


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup; `when` says its time in words."""

    id: Id
    backup: Backup
    when: str


def rows(backups: Sequence[Backup], now: dt.datetime, formats: Formats) -> list[BackupRow]:
    """The backups in the order given, which is newest first."""
    return [BackupRow(Id(str(backup.path)), backup, when(backup.at, now, formats) + " · set aside" * backup.aside) for backup in backups]


def columns(formats: Formats) -> Sequence[Column[BackupRow]]:
    def figure(key: str, heading: str, width: int, tip: str) -> Column[BackupRow]:
        return Column(
            key,
            heading,
            width,
            lambda row: formats.number(_figures(row)[key]),
            lambda row: by_figure(_figures(row)[key]),
            tip=tip,
            numeric=True,
        )

    return (
        Column(
            "when",
            "When",
            150,
            lambda row: row.when,
            lambda row: by_figure(row.backup.at.timestamp()),
            explain=lambda row: str(row.backup.path),
        ),
        Column("name", "Portfolio", 170, lambda row: row.backup.name, lambda row: by_text(row.backup.name)),
        figure("step", "Step", 56, "How many steps the portfolio had gone through"),
        figure("people", "Resources", 84, "People, equipment and placeholders in it"),
        figure("projects", "Projects", 84, "Projects in it"),
        Column("size", "Size", 72, lambda row: size(row.backup.size, formats), lambda row: by_figure(row.backup.size), numeric=True),
    )


def size(count: int, formats: Formats) -> str:
    """Bytes as a person reads them: 412 KB, 1.3 MB."""
    thousands = count / KILOBYTE
    return f"{formats.number(max(1.0, thousands))} KB" if thousands < KILOBYTE else f"{formats.number(thousands / KILOBYTE, 1)} MB"


def restoring(tallies: Sequence[Tally]) -> str:
    """What restoring would change, counted: "Compared with now: 2 resources added, 1 demand changed"."""
    parts = [
        f"{_counted(count, ONE_OF[tally.kind].lower())} {what}"
        for tally in tallies
        for count, what in ((tally.added, "added"), (tally.changed, "changed"), (tally.removed, "removed"))
        if count
    ]
    return f"Restoring it changes: {', '.join(parts)}." if parts else "It holds the same as the portfolio now."


def _figures(row: BackupRow) -> dict[str, float]:
    return {"step": row.backup.state.log_number, "people": row.backup.people, "projects": row.backup.projects}


def _counted(count: int, thing: str) -> str:
    if count == 1 or thing == "settings":
        return f"{count} {thing}" if thing != "settings" else thing
    return f"{count} {thing[:-1]}ies" if thing.endswith("cy") else f"{count} {thing}s"
