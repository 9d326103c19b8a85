"""What can be undone and redone: read off the change log, so that it survives closing the file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from data.steps import Step, StepKind


@dataclass(frozen=True, slots=True)
class History:
    """The edits in force, oldest first, and those taken back, the next to redo last."""

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()

    @classmethod
    def of(cls, steps: Iterable[Step]) -> History:
        history = cls()
        for step in steps:
            history = history.after(step)
        return history

    def after(self, step: Step) -> History:
        """The history once the step is taken; an edit after an undo makes redo impossible, but stays in the log."""
        match step.kind:
            case StepKind.CREATE:
                return History()
            case StepKind.EDIT:
                return History((*self.done, step), ())
            case StepKind.UNDO:
                return History(self.done[:-1], (*self.undone, self.done[-1]))
            case StepKind.REDO:
                return History((*self.done, self.undone[-1]), self.undone[:-1])
            case _:
                assert_never(step.kind)

    @property
    def to_undo(self) -> Step | None:
        return self.done[-1] if self.done else None

    @property
    def to_redo(self) -> Step | None:
        return self.undone[-1] if self.undone else None
