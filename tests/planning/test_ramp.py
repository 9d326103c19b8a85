"""The load ramp is one and the same in charts and in sheets."""

from __future__ import annotations

import numpy as np
import pytest
from builders import allocation, demand, plan, portfolio, project, resource

from data.workbook.sheets import Tint
from planner.exporting.load_sheets import load_sheets
from planner.insight.ramp import Band, bands_of


@pytest.mark.parametrize(
    ("hours", "there", "band"),
    [
        (0.0, 40.0, Band.NONE),
        (27.99, 40.0, Band.LOW),
        (28.0, 40.0, Band.RIGHT),
        (40.0, 40.0, Band.RIGHT),
        (40.5, 40.0, Band.OVER),
        (44.0, 40.0, Band.OVER),
        (45.0, 40.0, Band.BEYOND),
        (0.0, 0.0, Band.AWAY),
        (4.0, 0.0, Band.BEYOND),
    ],
)
def test_each_share_has_its_band(hours: float, there: float, band: Band) -> None:
    assert bands_of(np.array([[hours]]), np.array([[there]]))[0, 0] is band


def test_a_week_at_seventy_percent_is_healthy_in_the_sheet_too() -> None:
    case = portfolio(resource("Ann"), project("Apollo"), demand("Build", "Apollo", last=1, hours_per_week=40.0), weeks=1)
    resources, projects = load_sheets(case, plan(allocation("Build", "Ann", 1, 28.0)))
    assert (resources.tints, projects.tints) == ({(0, 2): Tint.FULL}, {(0, 2): Tint.FULL})


def test_a_resource_away_is_marked_and_a_project_that_asks_nothing_is_not() -> None:
    case = portfolio(resource("Ann", hours_per_week=0.0), project("Apollo"), weeks=1)
    resources, projects = load_sheets(case, plan())
    assert (resources.tints, projects.tints) == ({(0, 2): Tint.AWAY}, {})
