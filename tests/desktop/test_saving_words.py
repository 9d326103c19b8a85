"""How the file stands, in words."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from data.file_errors import DiskError, GoneError, NotPublishedError
from data.portfolio import Kind
from data.steps import State
from planner.files import Backup, Holder, Leftover, ReadOnly, ReadOnlyWhy, Standing
from planner.importing import Tally
from ui.presenters import backups, leftovers
from ui.presenters.formats import Formats
from ui.presenters.moments import when
from ui.presenters.saving import How, Saving, Way, banner, read_only, told, words

ZONE = dt.timezone(dt.timedelta(hours=1))
NOW = dt.datetime(2027, 4, 5, 10, 32, tzinfo=ZONE)
FORMATS = Formats()
PATH = Path("/work/Case.plimsoll")


def text(saving: Saving) -> str:
    return words(saving, NOW, FORMATS).text


@pytest.mark.parametrize(
    ("days", "said"), [(0, "today 10:32"), (1, "yesterday 10:32"), (2, "3 Apr 10:32"), (120, "6 Dec 2026 10:32"), (-1, "6 Apr 10:32")]
)
def test_a_moment_is_said_as_a_person_says_it(days: int, said: str) -> None:
    assert when(NOW - dt.timedelta(days=days), NOW, FORMATS) == said


def test_a_moment_is_told_in_local_time() -> None:
    assert when(dt.datetime(2027, 4, 5, 9, 32, tzinfo=dt.UTC), NOW, FORMATS) == "today 10:32"


def test_a_saved_file_says_when() -> None:
    assert text(Saving(How.SAVED, NOW)) == "Saved 10:32"
    assert text(Saving(How.SAVED, NOW - dt.timedelta(days=1))) == "Saved yesterday 10:32"
    assert text(Saving(How.SAVED)) == "Saved"


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "Changes on their way to the file…"), (1, "1 change on its way to the file…"), (3, "3 changes on their way to the file…")],
)
def test_changes_are_counted_on_their_way(count: int, said: str) -> None:
    assert text(Saving(How.WAITING, changes=count)) == said


@pytest.mark.parametrize("how", [how for how in How if how is not How.READ_ONLY])
def test_every_state_says_that_edits_are_safe(how: How) -> None:
    assert "nothing is lost by a crash" in words(Saving(how), NOW, FORMATS).tip


def test_a_failure_names_the_reason_in_few_words_and_the_sentence_on_the_banner() -> None:
    problem = NotPublishedError(PATH, "the disk is full")
    problem.__cause__ = DiskError(PATH, "The disk is full")
    said, short = told("Case.plimsoll", problem)
    saving = Saving(How.FAILED, said=said, short=short)
    assert text(saving) == "Not in the file: the disk is full"
    offered = banner(saving)
    assert offered is not None
    assert offered.text.startswith("Case.plimsoll: it could not be written (the disk is full)")
    assert offered.ways == (Way.TRY_AGAIN, Way.SAVE_AS)


def test_a_bug_is_told_without_its_traceback() -> None:
    said, short = told("Case.plimsoll", ZeroDivisionError("division by zero"))
    assert said == "Case.plimsoll: an error inside Plimsoll (ZeroDivisionError)."
    assert short == "it could not be written"


def test_a_file_changed_outside_offers_both_sides_and_says_what_is_kept() -> None:
    offered = banner(Saving(How.CHANGED, said="Case.plimsoll: it was changed."))
    assert offered is not None
    assert offered.ways == (Way.KEEP_BOTH, Way.TAKE_THEIRS, Way.OVERWRITE)
    assert "yours is kept as a backup" in offered.more
    assert "theirs is kept as a backup" in offered.more


def test_a_file_moved_away_can_be_written_again_or_elsewhere() -> None:
    said, short = told("Case.plimsoll", GoneError(PATH))
    offered = banner(Saving(How.GONE, said=said, short=short))
    assert offered is not None
    assert offered.ways == (Way.WRITE_AGAIN, Way.SAVE_AS)


def test_a_file_that_somebody_holds_names_them_and_can_be_tried_again() -> None:
    holder = Holder("Dana", "laptop-3", 7, NOW)
    saving = read_only("Case.plimsoll", ReadOnly(ReadOnlyWhy.HELD, "it is open elsewhere", holder))
    assert text(saving) == f"Read-only: {holder}"
    assert "Dana on laptop-3" in text(saving)
    offered = banner(saving)
    assert offered is not None
    assert offered.ways == (Way.OPEN_AGAIN, Way.SAVE_AS)


@pytest.mark.parametrize("why", list(ReadOnlyWhy))
def test_every_reason_to_be_read_only_has_its_words(why: ReadOnlyWhy) -> None:
    saving = read_only("Case.plimsoll", ReadOnly(why, "so it is"))
    assert text(saving).startswith("Read-only: ")
    offered = banner(saving)
    assert offered is not None
    assert offered.ways == (Way.SAVE_AS,)


@pytest.mark.parametrize("how", [How.SAVED, How.WAITING, How.WRITING])
def test_where_all_is_well_there_is_nothing_to_decide(how: How) -> None:
    assert banner(Saving(how)) is None


def leftover(steps: int = 3, plans: int = 0, target: Standing = Standing.AS_IT_WAS) -> Leftover:
    return Leftover(PATH, "d1", "Harbour", steps, plans, NOW, "Change priority of Borealis", target, State(1, "", ""), None)


@pytest.mark.parametrize(
    ("steps", "plans", "said"),
    [(3, 1, "3 changes and 1 plan are"), (1, 0, "1 change is"), (0, 1, "1 plan is"), (-2, 0, "Its last changes are")],
)
def test_a_leftover_counts_what_its_file_lacks(steps: int, plans: int, said: str) -> None:
    assert leftovers.lacks(leftover(steps, plans)) == f"{said} not in the file"


def test_a_leftover_tells_its_last_change_and_how_the_file_stands() -> None:
    said = leftovers.words(leftover(), NOW, FORMATS)
    assert (said.name, said.place) == ("Case · Harbour", str(PATH))
    assert said.last == "Last: “Change priority of Borealis”, today 10:32"
    assert not said.warn


@pytest.mark.parametrize("standing", [Standing.AS_IT_WAS, Standing.CHANGED, Standing.GONE, Standing.DAMAGED])
def test_every_standing_of_a_leftover_has_its_words(standing: Standing) -> None:
    said = leftovers.words(leftover(target=standing), NOW, FORMATS)
    assert said.file
    assert said.warn is (standing is not Standing.AS_IT_WAS)


def test_leftovers_are_counted_for_the_start_page() -> None:
    assert leftovers.in_words(()) == ""
    assert leftovers.in_words((leftover(),)) == "1 portfolio has changes that are not in its file"
    assert leftovers.in_words((leftover(), leftover())) == "2 portfolios have changes that are not in their files"


def test_a_backup_is_a_row_of_words_and_figures() -> None:
    backup = Backup(PATH, "d1", NOW, State(12, "", ""), "Harbour", 60, 24, 412_300)
    (row,) = backups.rows([backup], NOW, FORMATS)
    assert [column.text(row) for column in backups.columns(FORMATS)] == ["today 10:32", "Harbour", "12", "60", "24", "412 KB"]


@pytest.mark.parametrize(("count", "said"), [(10, "1 KB"), (999_400, "999 KB"), (1_250_000, "1.2 MB")])
def test_a_size_is_said_in_its_own_unit(count: int, said: str) -> None:
    assert backups.size(count, FORMATS) == said


def test_what_restoring_changes_is_counted_by_kind() -> None:
    tallies = (Tally(Kind.SETTINGS, 0, 1, 0), Tally(Kind.RESOURCE, 2, 0, 1), Tally(Kind.DEPENDENCY, 0, 0, 3))
    assert (
        backups.restoring(tallies)
        == "Restoring it changes: settings changed, 2 resources added, 1 resource removed, 3 dependencies removed."
    )
    assert backups.restoring(()) == "It holds the same as the portfolio now."
