"""What can be undone and redone: read off the change log, so that it survives closing the file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from data.accounts import who
from data.steps import Step, StepKind


@dataclass(frozen=True, slots=True)
class History:
    """The edits in force, oldest first, and those taken back, the next to redo last."""

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()

    @classmethod
    def of(cls, steps: Iterable[Step]) -> History:
        done: list[Step] = []
        undone: list[Step] = []
        for step in steps:
            _take(step, done, undone)
        return cls(tuple(done), tuple(undone))

    def after(self, step: Step) -> History:
        """The history once the step is taken; an edit after an undo makes redo impossible, but stays in the log."""
        done, undone = list(self.done), list(self.undone)
        _take(step, done, undone)
        return History(tuple(done), tuple(undone))

    @property
    def to_undo(self) -> Step | None:
        return self.done[-1] if self.done else None

    @property
    def to_redo(self) -> Step | None:
        return self.undone[-1] if self.undone else None


def is_own(step: Step) -> bool:
    """Whether this account may take it back in a shared bank."""
    return step.kind is StepKind.CREATE or step.who == who()


def _take(step: Step, done: list[Step], undone: list[Step]) -> None:
    """Moves what a step moves, in place: a long log is read once, not copied once for each step."""
    match step.kind:
        case StepKind.CREATE:
            done.clear()
            undone.clear()
        case StepKind.EDIT:
            done.append(step)
            undone.clear()
        case StepKind.UNDO:
            undone.append(done.pop())
        case StepKind.REDO:
            done.append(undone.pop())
        case _:
            assert_never(step.kind)


def own_history(steps: Iterable[Step], *, shared: bool) -> History:
    """What this account may take back: in a file every edit, in a shared bank its own."""
    return History.of(filter(is_own, steps) if shared else steps)
