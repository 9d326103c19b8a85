"""Roles and levels: who holds what, and who may work on which demand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from data.entities import Demand, Resource
from solver.problem import Bools, Ints


def folded(role: str) -> str:
    """A role as it is compared: without case and surrounding space."""
    return role.strip().casefold()


def levels(resources: Sequence[Resource]) -> Mapping[str, Ints]:
    """(R,) the level at which each resource holds a role, by folded role, 0 where it does not; a role held twice counts at the higher."""
    held: dict[str, Ints] = {}
    for row, resource in enumerate(resources):
        for role, level in ((resource.role, resource.level), *resource.other_roles):
            of = held.setdefault(folded(role), np.zeros(len(resources), np.int64))
            of[row] = max(of[row], level)
    return held


def eligible(resources: Sequence[Resource], demands: Sequence[Demand]) -> Bools:
    """(D, R) who may work on what (R3): the named resource alone, else who holds the role at the level or higher."""
    held = levels(resources)
    row_of = {resource.id: row for row, resource in enumerate(resources)}
    nobody = np.zeros(len(resources), np.int64)
    table = np.zeros((len(demands), len(resources)), bool)
    for d, demand in enumerate(demands):
        if demand.resource_id is None:
            table[d] = held.get(folded(demand.role), nobody) >= max(1, demand.min_level)
        else:
            table[d, row_of[demand.resource_id]] = True
    return table
