"""Commands on portfolio files as a test types them, and what befalls such a file: a crash, damage, another machine."""

from pathlib import Path

from builders import resource

from data.edits import adding
from planner.cli import main
from planner.workspace import Workspace


def run(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


def names(path: Path) -> list[str]:
    with Workspace.read(path) as workspace:
        return [each.name for each in workspace.portfolio.resources.values()]


def crash(path: Path, *people: str) -> None:
    """What a killed window leaves: edits in the working copy that the file does not have."""
    workspace = Workspace.open(path)
    for name in people:
        workspace.apply(adding(f"Add {name}", [resource(name)]))
    workspace.close(publish=False)


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[2048:] = b"\xff" * (len(content) - 2048)
    path.write_bytes(content)


def add_elsewhere(path: Path, name: str) -> None:
    """What another machine does to the file: a whole new version of it."""
    copy = path.with_name("theirs.plimsoll")
    copy.write_bytes(path.read_bytes())
    with Workspace.open(copy) as workspace:
        workspace.apply(adding(f"Add {name}", [resource(name)]))
    copy.replace(path)
