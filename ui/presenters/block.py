"""A block of the heat map, one cell or many: what is worked and booked in it, by demand and resource."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.entities import Hours, Id
from planner.insight.entries import Entries
from ui.presenters.formats import Formats
from ui.presenters.load_grid import GridRow
from ui.presenters.saying import translate
from ui.presenters.situation import Situation

Pair = tuple[int, int]
"""Row numbers of a demand and a resource in the portfolio."""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of the heat map and weeks, both next to each other; never empty."""

    rows: tuple[GridRow, ...]
    weeks: range

    @property
    def resource_id(self) -> Id | None:
        """The one resource it is about; None where it is about several, or about projects."""
        return self.rows[0].resource_id if len(self.rows) == 1 else None

    @property
    def resource_ids(self) -> tuple[Id, ...]:
        """Everybody in it; nobody where its rows are projects."""
        return tuple(key for row in self.rows for key in row.resource_ids)

    @property
    def project_ids(self) -> tuple[Id, ...]:
        return tuple(row.project_id for row in self.rows if row.project_id is not None)


@dataclass(frozen=True, slots=True)
class Work:
    """Hours of one resource on one demand in a block: those given, those firmly and those softly booked."""

    demand_id: Id
    resource_id: Id
    hours: Hours
    hard: Hours
    soft: Hours


def work(situation: Situation, block: Block) -> tuple[Work, ...]:
    """What is done or booked in a block, most hours first."""
    shares = [_by_pair(situation, block, entries) for entries in (situation.given, situation.booked.firm, situation.booked.soft)]
    demands, resources = tuple(situation.portfolio.demands), tuple(situation.portfolio.resources)
    pairs = sorted(set().union(*shares), key=lambda pair: (-shares[0].get(pair, 0.0), pair))
    return tuple(Work(demands[d], resources[r], *(share.get((d, r), 0.0) for share in shares)) for d, r in pairs)


def given_by_cell(situation: Situation, block: Block, *, demand_id: Id | None = None) -> Mapping[tuple[Id, Id, dt.date], Hours]:
    """Hours given in a block by demand, resource and week (a Monday), of one demand or of all."""
    entries, portfolio = situation.given, situation.portfolio
    mine = within(situation, block, entries)
    demands, resources = tuple(portfolio.demands), tuple(portfolio.resources)
    cells: dict[tuple[Id, Id, dt.date], Hours] = {}
    for d, r, t, hours in zip(*(part[mine].tolist() for part in _parts(entries)), strict=True):
        if demand_id is None or demands[d] == demand_id:
            cell = demands[d], resources[r], situation.weeks[t]
            cells[cell] = cells.get(cell, 0.0) + hours
    return cells


def when(situation: Situation, weeks: range, formats: Formats) -> str:
    """The weeks of a block: W1 · 4 Jan, or W1 · 4 Jan to W4 · 25 Jan."""
    first, last = (formats.week(situation.weeks[at]) for at in (weeks.start, weeks.stop - 1))
    return first if len(weeks) == 1 else translate("Block", "{first} to {last}").format(first=first, last=last)


def within(situation: Situation, block: Block, entries: Entries) -> NDArray[np.bool_]:
    """Which of the entries lie in a block."""
    inside = (entries.week >= block.weeks.start) & (entries.week < block.weeks.stop)
    if block.project_ids:
        wanted = _chosen(situation.portfolio.projects, block.project_ids)
        return inside & wanted[situation.book.project_of[entries.demand]]
    wanted = _chosen(situation.portfolio.resources, block.resource_ids)
    return inside & wanted[entries.resource]


def _chosen(things: Mapping[Id, object], ids: Sequence[Id]) -> NDArray[np.bool_]:
    wanted = frozenset(ids)
    return np.fromiter((key in wanted for key in things), bool, len(things))


def _by_pair(situation: Situation, block: Block, entries: Entries) -> dict[Pair, float]:
    mine = within(situation, block, entries)
    found: dict[Pair, float] = {}
    for d, r, hours in zip(entries.demand[mine].tolist(), entries.resource[mine].tolist(), entries.hours[mine].tolist(), strict=True):
        found[d, r] = found.get((d, r), 0.0) + hours
    return found


def _parts(entries: Entries) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    return entries.demand, entries.resource, entries.week, entries.hours
