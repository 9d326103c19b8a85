"""Backups as a table, and what restoring one would change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.entities import Id
from ui.presenters.columns import Column, by_figure, worded
from ui.presenters.formats import Formats
from ui.presenters.kinds import counted_things
from ui.presenters.moments import when
from ui.presenters.saying import translate

if TYPE_CHECKING:
    from planner.files import Backup
    from planner.importing import Tally

KILOBYTE = 1000.0
ADDED = translate("Backups", "{things} added")
CHANGED = translate("Backups", "{things} changed")
REMOVED = translate("Backups", "{things} removed")


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup; `when` says its time in words."""

    id: Id
    backup: Backup
    when: str


def rows(backups: Sequence[Backup], now: dt.datetime, formats: Formats) -> list[BackupRow]:
    """The backups in the order given, which is newest first."""
    return [BackupRow(Id(str(backup.path)), backup, _when(backup, now, formats)) for backup in backups]


def _when(backup: Backup, now: dt.datetime, formats: Formats) -> str:
    said = when(backup.at, now, formats)
    return translate("Backups", "{said} · set aside").format(said=said) if backup.aside else said


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
            translate("Backups", "When"),
            150,
            lambda row: row.when,
            lambda row: by_figure(row.backup.at.timestamp()),
            explain=lambda row: str(row.backup.path),
        ),
        worded("name", translate("Backups", "Portfolio"), 170, lambda row: row.backup.name),
        figure("step", translate("Backups", "Step"), 56, translate("Backups", "How many steps the portfolio had gone through")),
        figure("people", translate("Backups", "Resources"), 84, translate("Backups", "People, equipment and placeholders in it")),
        figure("projects", translate("Backups", "Projects"), 84, translate("Backups", "Projects in it")),
        Column(
            "size",
            translate("Backups", "Size"),
            72,
            lambda row: size(row.backup.size, formats),
            lambda row: by_figure(row.backup.size),
            numeric=True,
        ),
    )


def size(count: int, formats: Formats) -> str:
    """Bytes as a person reads them: 412 KB, 1.3 MB."""
    thousands = count / KILOBYTE
    return (
        translate("Backups", "{max} KB").format(max=formats.number(max(1.0, thousands)))
        if thousands < KILOBYTE
        else translate("Backups", "{thousands} MB").format(thousands=formats.number(thousands / KILOBYTE, 1))
    )


def restoring(tallies: Sequence[Tally]) -> str:
    """What restoring would change, counted: "Compared with now: 2 resources added, 1 demand changed"."""
    parts = [
        text.format(things=counted_things(tally.kind, count))
        for tally in tallies
        for count, text in ((tally.added, ADDED), (tally.changed, CHANGED), (tally.removed, REMOVED))
        if count
    ]
    return (
        translate("Backups", "Restoring it changes: {parts}.").format(parts=", ".join(parts))
        if parts
        else translate("Backups", "It holds the same as the portfolio now.")
    )


def _figures(row: BackupRow) -> dict[str, float]:
    return {"step": row.backup.state.log_number, "people": row.backup.people, "projects": row.backup.projects}
