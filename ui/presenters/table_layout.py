"""How a table was left: columns in sight, their order and widths, what it is sorted by; and what its columns keep."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ui.presenters.column_filter import ColumnFilter

NARROWEST, WIDEST = 24, 2000
"""Pixels of a column that are believed."""


@dataclass(frozen=True)
class TableLayout:
    """Columns by their keys. `order` may lack new columns and hold gone ones; `sorted_by` is a key and whether it descends."""

    order: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()
    widths: Mapping[str, int] = field(default_factory=dict)
    sorted_by: tuple[str, bool] | None = None

    def arranged(self, keys: Sequence[str]) -> list[str]:
        """All keys in this order: the first stays first, new ones stand after the one they follow at first."""
        known = [key for key in self.order if key in keys]
        for number, key in enumerate(keys):
            if key not in known:
                before = keys[number - 1] if number else ""
                known.insert(known.index(before) + 1 if before in known else 0, key)
        return [keys[0], *(key for key in known if key != keys[0])] if keys else []

    def as_text(self) -> str:
        return json.dumps(
            {"order": self.order, "hidden": sorted(self.hidden), "widths": dict(self.widths), "sorted": self.sorted_by}, ensure_ascii=False
        )

    @staticmethod
    def of(text: str) -> TableLayout | None:
        """The layout as it was kept; None where there is none or it cannot be understood."""
        try:
            said = json.loads(text)
            widths = {str(key): int(width) for key, width in said["widths"].items() if NARROWEST <= int(width) <= WIDEST}
            by = said["sorted"]
            return TableLayout(
                tuple(map(str, said["order"])), frozenset(map(str, said["hidden"])), widths, (str(by[0]), bool(by[1])) if by else None
            )
        except (ValueError, TypeError, KeyError, AttributeError, IndexError):
            return None


def filters_as_text(filters: Mapping[str, ColumnFilter]) -> str:
    return json.dumps(
        {key: [chosen.condition, None if chosen.values is None else sorted(chosen.values)] for key, chosen in filters.items()},
        ensure_ascii=False,
    )


def filters_of(text: str) -> dict[str, ColumnFilter]:
    """The filters as they were kept; none where they cannot be understood."""
    try:
        said = json.loads(text)
        return {
            str(key): ColumnFilter(str(condition), None if values is None else frozenset(map(str, values)))
            for key, (condition, values) in said.items()
        }
    except (ValueError, TypeError, AttributeError):
        return {}
