"""What an open file is looked at through: the plan of record, or one of its scenarios."""

from __future__ import annotations

from data.edits import Edit
from data.entities import Id, Scenario
from data.portfolio import Portfolio
from planner.scenarios.editing import within
from planner.scenarios.resolving import Resolved, resolve


class View:
    """The scenario that is worked in, resolved once for each state of the plan of record."""

    def __init__(self) -> None:
        self._scenario_id: Id | None = None
        self._known: tuple[Portfolio, Id, Resolved] | None = None

    @property
    def scenario_id(self) -> Id | None:
        return self._scenario_id

    def enter(self, record: Portfolio, scenario_id: Id | None) -> None:
        """Looks through another scenario; None, and one that is not there, is the plan of record."""
        self._scenario_id = scenario_id if scenario_id in record.scenarios else None

    def scenario(self, record: Portfolio) -> Scenario | None:
        return record.scenarios.get(self._scenario_id) if self._scenario_id is not None else None

    def make_ready(self, record: Portfolio, scenario_id: Id) -> None:
        """Works out what is seen through a scenario."""
        self._known = record, scenario_id, resolve(record, scenario_id)

    def seen(self, record: Portfolio) -> Resolved:
        """The plan of record as it is seen through the scenario; one that is gone changes nothing."""
        key = self._scenario_id
        if key is None or key not in record.scenarios:
            return Resolved(record)
        if self._known is None or self._known[0] is not record or self._known[1] != key:
            self.make_ready(record, key)
        return self._known[2] if self._known is not None else Resolved(record)

    def stored(self, record: Portfolio, edit: Edit) -> Edit:
        """The edit of the plan of record's file that an edit of what is seen stands for."""
        return edit if self.scenario(record) is None or self._scenario_id is None else within(record, self._scenario_id, edit)
