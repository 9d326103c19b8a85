"""A place for a test's file, and the file that tests of publishing begin with."""

from __future__ import annotations

from pathlib import Path

import builders as b
import documents
import pytest

from data.document.document import Document


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user's file goes, with a private folder of the test's own; no file is there yet."""
    return documents.place(tmp_path, monkeypatch)


@pytest.fixture
def edited(path: Path) -> Document:
    """A file with Ann, open, to which Bob was added since."""
    document = Document.create(path, b.portfolio(b.resource("Ann")))
    document.commit(documents.person("Bob"))
    return document
