"""What pages can do beside showing themselves, for whoever holds them without knowing which they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from data.entities import Id
from ui.insight_actions import InsightAct
from ui.map_wordings import MapAct
from ui.tokens import Tokens

if TYPE_CHECKING:
    from ui.presenters.effects import Attached
    from ui.views.compare_sheet import CompareSheet


class Themed(Protocol):
    """A page follows the theme."""

    def show_tokens(self, tokens: Tokens) -> None: ...


class Mapped(Protocol):
    """A page with the heat map."""

    def act(self, what: MapAct) -> None: ...


@runtime_checkable
class HasCells(Protocol):
    """A part of a page with cells of its own, which what is done to chosen cells goes to while it has the focus."""

    def act_on_cells(self, name: str) -> None: ...


class ShowsDemands(Protocol):
    """A page that can be led to a demand."""

    def show_demand(self, key: Id) -> None: ...


class Insightful(Protocol):
    """The page Insight."""

    def act(self, what: InsightAct) -> None: ...


class OfScenarios(Protocol):
    """The page Scenarios."""

    @property
    def scenario_id(self) -> Id | None: ...

    @property
    def chosen_ids(self) -> list[Id]: ...

    @property
    def chosen_baselines(self) -> list[Id]: ...

    @property
    def shows_scenarios(self) -> bool: ...

    @property
    def shows_comparison(self) -> bool: ...

    @property
    def compare(self) -> CompareSheet: ...

    def choose(self, key: Id, *, rename: bool) -> None: ...

    def choose_baseline(self, key: Id) -> None: ...

    def attached(self, key: Id) -> Attached | None: ...

    def show_comparison(self, keys: Sequence[str] | None) -> None: ...
