"""A shared bank as people meet it in the window: what Dana does at it, what the window shows of it, and what it asks."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from pytestqt.qtbot import QtBot

from data.edits import Edit
from data.entities import Id
from planner.workspace import Workspace
from tests.desktop.conftest import PATIENCE
from ui.dialogs.stale import Stale
from ui.main_window import MainWindow


@contextmanager
def account(name: str) -> Iterator[None]:
    """Whatever is done here is done by the account of this name."""
    before = os.environ.get("LOGNAME")
    os.environ["LOGNAME"] = name
    try:
        yield
    finally:
        if before is None:
            del os.environ["LOGNAME"]
        else:
            os.environ["LOGNAME"] = before


def do(workspace: Workspace, edit: Edit) -> None:
    """Dana's edit."""
    with account("dana"):
        workspace.apply(edit)


def priority(window: MainWindow, name: str = "Borealis") -> int:
    held = window.session.portfolio
    assert held is not None
    return held.projects[Id(name)].priority


def status(window: MainWindow) -> str:
    return window.status.saved.text()


def dialog(qtbot: QtBot, window: MainWindow, kind: type) -> object:
    """The dialog of this kind, once it can be seen."""
    found: list[object] = []

    def is_there() -> bool:
        found[:] = [each for each in window.findChildren(kind) if each.isVisible()]
        return bool(found)

    qtbot.waitUntil(is_there, timeout=PATIENCE)
    return found[0]


def asked_which(qtbot: QtBot, window: MainWindow) -> Stale:
    found = dialog(qtbot, window, Stale)
    assert isinstance(found, Stale)
    return found
