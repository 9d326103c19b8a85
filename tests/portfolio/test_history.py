"""What can be undone and redone is read off the change log."""

from __future__ import annotations

import datetime as dt
import time

from data.steps import Step, StepKind
from planner.history import History

CREATED, EDITED, UNDONE, REDONE = StepKind.CREATE, StepKind.EDIT, StepKind.UNDO, StepKind.REDO


def steps(*kinds: StepKind) -> list[Step]:
    noon = dt.datetime(2027, 1, 4, 12, tzinfo=dt.UTC)
    return [Step(number, noon, "Ann", kind, None, f"step {number}", "", "", "") for number, kind in enumerate(kinds, 1)]


def labels(history: History) -> tuple[list[str], list[str]]:
    return [step.label for step in history.done], [step.label for step in history.undone]


def test_a_new_file_has_nothing_to_undo() -> None:
    history = History.of(steps(CREATED))
    assert (history.to_undo, history.to_redo) == (None, None)


def test_edits_are_undone_from_the_last_and_redone_in_the_order_they_were_made() -> None:
    assert labels(History.of(steps(CREATED, EDITED, EDITED, UNDONE, UNDONE))) == ([], ["step 3", "step 2"])
    assert labels(History.of(steps(CREATED, EDITED, EDITED, UNDONE, UNDONE, REDONE))) == (["step 2"], ["step 3"])


def test_an_edit_after_an_undo_makes_redo_impossible() -> None:
    assert labels(History.of(steps(CREATED, EDITED, UNDONE, EDITED))) == (["step 4"], [])


def test_step_by_step_is_the_same_as_all_at_once() -> None:
    taken = steps(CREATED, EDITED, EDITED, UNDONE, EDITED, UNDONE, REDONE)
    history = History()
    for step in taken:
        history = history.after(step)
    assert history == History.of(taken)


def test_a_log_of_fifty_thousand_edits_is_read_in_a_moment() -> None:
    log = steps(CREATED, *[EDITED] * 50_000)
    began = time.process_time()
    History.of(log)
    assert time.process_time() - began < 1
