"""What a sheet of sweeps has done beside the window: the sweep itself, the list of those that are kept, a point made a scenario, a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from data.accounts import who
from data.edits import Edit
from data.entities import Id
from data.plan import Plan
from data.portfolio import Portfolio
from planner.sweeping import Point, Swept
from ui.jobs import SolveJob
from ui.presenters.sweeps import Kept

if TYPE_CHECKING:
    from planner.sweeping.solving import Asking


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a sweep, of which portfolio, the study that keeps it, and the edit for that."""

    swept: Swept
    portfolio: Portfolio
    key: Id
    edit: Edit


Hear = Callable[[SolveJob[Done], Point], None]


def kept_sweeps(record: Portfolio) -> list[Kept]:
    """Runs in a worker: whether each is out of date asks what its portfolio is today."""
    from planner.sweeping.keeping import is_current, studies  # noqa: PLC0415 - numpy, beside the window

    return [Kept(study.id, study.name, not is_current(study, record)) for study in studies(record)]


def swept(asking: Asking, record: Portfolio, hear: Hear, job: SolveJob[Done]) -> Done:
    """Runs in a worker, the searches in processes of their own."""
    from planner.plans import is_current  # noqa: PLC0415 - the optimiser's libraries are loaded with the first solve
    from planner.sweeping.keeping import keeping  # noqa: PLC0415 - as above
    from planner.sweeping.solving import swept_at  # noqa: PLC0415 - as above

    start = asking.start
    if start is not None and not is_current(start, asking.portfolio):
        asking = replace(asking, start=None)
    found = swept_at(None, asking, job, lambda point: hear(job, point))
    return Done(found, asking.portfolio, *keeping(record, asking.portfolio, found))


def made_scenario(record: Portfolio, scenario_id: Id | None, found: Swept, point: Point) -> tuple[Edit, Plan | None]:
    """Runs in a worker."""
    from planner.sweeping.trying import as_scenario  # noqa: PLC0415 - when one is made

    return as_scenario(record, scenario_id, found.sweep, point, who())


def written(found: Swept, place: Path) -> Path:
    """Runs in a worker."""
    from planner.exporting.sweep_book import export_sweep  # noqa: PLC0415 - the writing of workbooks, with the first

    export_sweep(found, place)
    return place
