"""Where a figure, a bar or a line of the overview leads: to what causes it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import TypeAlias

from data.entities import Id
from data.findings import Finding
from ui.presenters.column_filter import ColumnFilter


class Page(StrEnum):
    """The pages with a table, by their names in `ui.views.pages`."""

    RESOURCES = "Resources"
    PROJECTS = "Projects"
    DEMANDS = "Demands"


class InsightPart(IntEnum):
    """The parts of the page Insight, in their order."""

    NOT_MET = 0
    ROLES = 1
    CONFLICTS = 2


@dataclass(frozen=True, slots=True)
class ToDemand:
    """A demand in its table."""

    id: Id


@dataclass(frozen=True, slots=True)
class ToTable:
    """The table of a page, narrowed by these columns alone."""

    page: Page
    filters: Mapping[str, ColumnFilter] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ToMap:
    """The heat map of resources, all or those overloaded, at a cell; None stays at the row or the week that is chosen."""

    resource_id: Id | None = None
    week: dt.date | None = None
    overloaded: bool = False


@dataclass(frozen=True, slots=True)
class ToInsight:
    """A part of Insight; what is not met of one role or demand where it is named, and one finding of the conflicts."""

    part: InsightPart
    role: str = ""
    demand_id: Id | None = None
    finding: Finding | None = None


Lead: TypeAlias = ToDemand | ToTable | ToMap | ToInsight
