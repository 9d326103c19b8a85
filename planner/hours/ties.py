"""What decides between plans of equal value: levels above those asked, and placeholders."""

from __future__ import annotations

import numpy as np

from data.entities import ResourceKind
from planner.hours.roles import folded, levels
from planner.hours.rows import Rows
from solver.problem import Ties


def ties(rows: Rows) -> Ties:
    """The levels and placeholders of these rows; roles that nobody holds count as none."""
    held = levels(rows.resources)
    place = {role: number for number, role in enumerate(held)}
    return Ties(
        held=np.stack(list(held.values()), axis=1) if held else np.zeros((len(rows.resources), 0), np.int64),
        role=np.array([-1 if each.resource_id else place.get(folded(each.role), -1) for each in rows.demands], np.int64),
        least=np.array([max(1, each.min_level) for each in rows.demands], np.int64),
        placeholder=np.array([resource.kind is ResourceKind.PLACEHOLDER for resource in rows.resources], bool),
    )
