"""A private folder for commands, and the portfolio file that those which bring work back begin with."""

import pytest
from builders import portfolio, project, resource

from data.edits import adding
from planner.workspace import Workspace


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A private folder of this test's own."""
    home = tmp_path / "home"
    monkeypatch.setenv("PLIMSOLL_HOME", str(home))
    return home


@pytest.fixture
def file(tmp_path):
    """A portfolio file of Ann, with one backup of that, to which Bob was added later."""
    path = tmp_path / "case.plimsoll"
    Workspace.create(path, portfolio(resource("Ann"), project("Apollo"), name="Case")).close()
    with Workspace.open(path) as workspace:
        workspace.apply(adding("Add Bob", [resource("Bob")]))
    return path
