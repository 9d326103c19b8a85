"""What is under way while a bar or a row of the Gantt is dragged, by mouse or by keys; nothing is changed before it is let go."""

from __future__ import annotations

from dataclasses import dataclass, field

from ui.presenters.gantt_drafts import Draft, Drafting, Gesture


@dataclass
class BarDrag:
    """A bar taken hold of at a place on the axis; `draft` is what letting it go would make of the project."""

    row: int
    gesture: Gesture
    drafting: Drafting
    held_at: float = 0.0
    draft: Draft = field(init=False)

    def __post_init__(self) -> None:
        self.draft = self.drafting.draft(self.gesture, 0)

    def to(self, place: float) -> bool:
        """Follows the mouse to a place on the axis; whether that is another week."""
        return self._go(round(place - self.held_at))

    def by(self, weeks: int) -> bool:
        """Goes on by so many weeks; whether there was room."""
        return self._go(self.draft.weeks + weeks)

    def _go(self, weeks: int) -> bool:
        before, self.draft = self.draft, self.drafting.draft(self.gesture, weeks)
        return before is not self.draft


@dataclass
class RankDrag:
    """A row taken by its name; `gap` is the place between rows where it would be put, from 0 above the first."""

    row: int
    gap: int

    @property
    def place(self) -> int:
        """Its place among all rows once it has left its own."""
        return self.gap - (self.gap > self.row)
