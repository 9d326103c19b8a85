"""Files as tests need them: a place of their own, edits of one word, and what a killed window leaves.

`person("Ann")` is an edit that adds Ann; `people(path)` are the names that the user's own file holds.
"""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import builders as b
import pytest

from data.document import locks
from data.document.document import Document
from data.document.private import HOME_VARIABLE, Desk
from data.document.publishing import Publication, Published
from data.edits import Edit, adding

FILES = Path(__file__).parent / "portfolio" / "files"
VERSION_1 = FILES / "version-1.plimsoll"
"""A file as version 1 wrote it: five people, three projects."""
VERSION_2 = FILES / "version-2.plimsoll"
"""The same with Quentin and one more plan, as version 2 wrote it."""

VERSION_3 = FILES / "version-3.plimsoll"
"""The small case with a policy, Zed and a plan made by the policy, as version 3 wrote it."""

VERSION_4 = FILES / "version-4.plimsoll"
"""The small case with a scenario and a plan, as version 4 wrote it."""

VERSION_5 = FILES / "version-5.plimsoll"
"""The small case with Zed, a scenario and a plan with a past, as version 5 wrote it."""

QUIET = {"lock", "holder.json", "origin.json"}
"""What a desk holds while nobody works at it."""

_WINDOW = """
import sys
from pathlib import Path
import builders as b
import documents
from data.document import locks
from data.document.document import Document
from data.document.recovery import OnLeftover
path, take_up, *names = sys.argv[1:]
opened = Document.open(Path(path), on_leftover=OnLeftover(take_up))
for name in names:
    opened.commit(documents.person(name))
print("open" if opened.read_only is None else opened.read_only.said, flush=True)
sys.stdin.read()
"""


def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a test's file goes, with a private folder of the test's own."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    (tmp_path / "files").mkdir()
    return tmp_path / "files" / "case.plimsoll"


def person(name: str) -> Edit:
    return adding(f"Add {name}", [b.resource(name)])


def made(path: Path, *names: str) -> Path:
    """A closed file with these people."""
    Document.create(path, b.portfolio(*map(b.resource, names))).close()
    return path


def left(path: Path, *names: str) -> None:
    """What a window leaves that ended after these people were added and before they reached the file."""
    working = Document.open(path)
    for name in names:
        working.commit(person(name))
    working.close(publish=False)


def people(path: Path) -> list[str]:
    """Who is in the user's own file."""
    with Document.read(path) as document:
        return names_in(document)


def names_in(document: Document) -> list[str]:
    return sorted(each.name for each in document.portfolio.resources.values())


def on_desk(path: Path) -> set[str]:
    """The names in the private folder of a file."""
    folder = Desk.of(path).folder
    return {each.name for each in folder.iterdir()} if folder.exists() else set()


def beside(path: Path) -> list[str]:
    """The names in the user's folder."""
    return sorted(each.name for each in path.parent.iterdir())


def apart(publication: Publication | None) -> Published:
    """Runs a publication in another thread, as a window does."""
    assert publication is not None
    with ThreadPoolExecutor(1) as worker:
        return worker.submit(publication.run).result()


def run(path: Path, *statements: str) -> None:
    """Changes a file behind Plimsoll's back."""
    with closing(sqlite3.connect(path)) as other:
        for statement in statements:
            other.execute(statement)
        other.commit()


@contextmanager
def window(path: Path, *names: str, on_leftover: str = "ask") -> Iterator[subprocess.Popen[str]]:
    """Another process that has the file open and has added these people, killed in the end."""
    child = python(_WINDOW, [path, on_leftover, *names])
    try:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == "open", "the other window could not open the file to change it"
        yield child
    finally:
        child.kill()
        child.wait()
        for stream in (child.stdin, child.stdout):
            if stream:
                stream.close()


def killed(path: Path, *names: str) -> None:
    """A window that adds these people to a file and is killed with SIGKILL."""
    with window(path, *names):
        pass


def python(script: str, arguments: Iterable[object]) -> subprocess.Popen[str]:
    """A Python process of its own, with the tests' builders at hand."""
    folders = f"import sys; sys.path[:0] = {[str(Path(__file__).parent), str(Path(__file__).parent.parent)]!r}\n"
    command = [sys.executable, "-c", folders + script, *map(str, arguments)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def copy_of(path: Path, name: str) -> Path:
    """The same bytes under another name."""
    return Path(shutil.copyfile(path, path.with_name(name)))


def _connections() -> list[str]:
    """The working copies that this process has open, where the system says so."""
    if not Path("/proc/self/fd").is_dir():
        return []
    return [str(place) for each in Path("/proc/self/fd").iterdir() if "working" in (place := _place_of(each))]


def _place_of(handle: Path) -> str:
    try:
        return str(handle.readlink())
    except OSError:
        return ""


def is_let_go(path: Path) -> bool:
    """Whether nothing of a file is held or open here."""
    return locks.is_free(Desk.of(path).folder) and not [each for each in _connections() if Desk.of(path).folder.name in each]
