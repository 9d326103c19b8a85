"""Other processes and programs that do something to a portfolio file while the window has it, or before it opens it."""

from __future__ import annotations

import errno
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from data.edits import Edit
from data.entities import Id
from data.portfolio import Portfolio
from planner.actions.entities import changed
from planner.workspace import Workspace
from tests.builders import small_case
from ui.main_window import MainWindow

ROOT = Path(__file__).resolve().parents[2]


def priority_edit(portfolio: Portfolio, priority: int, name: str = "Borealis") -> Edit:
    return changed(portfolio, replace(portfolio.projects[Id(name)], priority=priority), f"Change priority of {name} to {priority}")


def edit(window: MainWindow, priority: int) -> None:
    """An edit in the window, as a page makes it."""
    held = window.session.portfolio
    assert held is not None
    assert window.session.apply(priority_edit(held, priority))


def priority_in(path: Path) -> int:
    """What stands in the file itself, whoever has it open."""
    with Workspace.read(path) as source:
        return source.portfolio.projects[Id("Borealis")].priority


def made(path: Path) -> Path:
    """A file of the small case that nobody has open."""
    Workspace.create(path, small_case()).close()
    return path


def changed_outside(path: Path, priority: int) -> None:
    """Another machine saves its own version over the file, as a sync client brings it."""
    other = path.with_name("on another machine.plimsoll")
    with Workspace.read(path) as source:
        source.save_copy(other)
    with Workspace.open(other) as theirs:
        theirs.apply(priority_edit(theirs.portfolio, priority))
    other.replace(path)


def crashed(path: Path, *priorities: int) -> None:
    """A Plimsoll that ends in the middle, after these edits and before it has saved."""
    code = f"""
import os
from pathlib import Path
from planner.workspace import Workspace
from tests.desktop.others import priority_edit
open_file = Workspace.open(Path({str(path)!r}))
for priority in {priorities!r}:
    open_file.apply(priority_edit(open_file.portfolio, priority))
os._exit(1)
"""
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False)


@contextmanager
def held(path: Path) -> Iterator[Callable[[], None]]:
    """Another window has the file open until the function is called, or to the end."""
    code = f"""
import sys
from pathlib import Path
from planner.workspace import Workspace
open_file = Workspace.open(Path({str(path)!r}))
print("open", flush=True)
sys.stdin.readline()
open_file.close()
"""
    process = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"

    def let_go() -> None:
        process.communicate("\n")

    try:
        yield let_go
    finally:
        if process.poll() is None:
            let_go()


def fill_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on nothing more can be written to the user's files; undo the patch and there is room again."""

    def write(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("data.document.publishing.write", write)


DAMAGED = 8192


def damage(path: Path) -> None:
    """Flips two pages' worth of bytes in the middle of the file: fewer might hit what no page uses."""
    held_bytes = bytearray(path.read_bytes())
    middle = len(held_bytes) // 2
    held_bytes[middle : middle + DAMAGED] = bytes(byte ^ 0x5A for byte in held_bytes[middle : middle + DAMAGED])
    path.write_bytes(held_bytes)
