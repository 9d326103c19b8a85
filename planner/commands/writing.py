"""Changing a portfolio file or shared bank from the command line: refused before any work is done, and said to be done only when it stands in the file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.bank.address import Address
from data.errors import PlannerError
from data.file_errors import HeldError, ReadOnlyError
from data.portfolio import Portfolio
from planner.commands.output import complain
from planner.commands.ways_out import check_no_leftover, typed
from planner.files import OnLeftover, holder_of
from planner.workspace import Workspace


class KeptError(PlannerError):
    """A change was made and did not reach the file."""

    def __init__(self, path: Path, problem: PlannerError) -> None:
        super().__init__(f"{problem}. The change is kept; to bring it into the file, type: {typed('recover', path)}")


def check_free(path: Path) -> None:
    """Raises HeldError or UnsavedWorkError where a place without a file is still somebody's: a file of that name was moved away."""
    if (holder := holder_of(path)) is not None:
        raise HeldError(path, holder)
    check_no_leftover(path)


@contextmanager
def changing(place: Path | Address, on_leftover: OnLeftover = OnLeftover.ASK) -> Iterator[Workspace]:
    """A portfolio file held for a change, which stands in the file when this is left; or a shared bank, which nobody holds.

    Raises before that HeldError, ReadOnlyError or UnsavedWorkError where it may not be changed now, and KeptError where the
    change did not reach the file.
    """
    if isinstance(place, Address):
        with Workspace.open_shared(place) as workspace:
            yield workspace
    else:
        with _holding(place, on_leftover) as workspace:
            yield workspace


@contextmanager
def making(place: Path | Address, portfolio: Portfolio) -> Iterator[Workspace]:
    """The same for a new portfolio file or shared bank."""
    if isinstance(place, Address):
        with Workspace.create_shared(place, portfolio) as workspace:
            yield workspace
    else:
        workspace = Workspace.create(place, portfolio)
        with _until_it_stands(workspace, place):
            yield workspace


@contextmanager
def _holding(path: Path, on_leftover: OnLeftover) -> Iterator[Workspace]:
    workspace = Workspace.open(path, on_leftover=on_leftover)
    if (why := workspace.read_only) is not None:
        workspace.close()
        raise ReadOnlyError(path, why.said) if why.holder is None else HeldError(path, why.holder)
    for remark in workspace.remarks:
        complain(f"warning: {path}: {remark}")
    with _until_it_stands(workspace, path):
        yield workspace


@contextmanager
def _until_it_stands(workspace: Workspace, path: Path) -> Iterator[None]:
    try:
        yield
        _publish(workspace, path)
        workspace.close()
    except BaseException as problem:
        lacking = workspace.unpublished
        workspace.close(publish=False)
        if lacking and isinstance(problem, PlannerError):
            raise KeptError(path, problem) from problem
        if lacking and isinstance(problem, KeyboardInterrupt):
            raise KeyboardInterrupt(f"the change is kept; to bring it into the file, type: {typed('recover', path)}") from problem
        raise


def _publish(workspace: Workspace, path: Path) -> None:
    published = workspace.publish()
    if published is not None and published.backup_failed:
        complain(f"warning: {path}: it is written, but no backup of it was made ({published.backup_failed})")
