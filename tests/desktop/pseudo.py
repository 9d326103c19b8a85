"""A language that marks every text it is asked for: `-p tests.desktop.pseudo` lets a whole run of tests speak it.

It is a plugin, since the window's modules say their texts when they are imported, which the conftest does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from ui.presenters import saying

START, END = "⟦", "⟧"


def marked(text: str) -> str:
    """The text as this language says it; what begins or ends with a space, a mnemonic or an ellipsis still does."""
    return f"{START}{text}{END}"


def unmarked(text: str) -> str:
    """What of a text on the screen was not translated; marks may stand within each other."""
    before = ""
    while before != text:
        before, text = text, re.sub(f"{START}[^{START}{END}]*{END}", "", text)
    return text


class Pseudo(QTranslator):
    """The same for views and for Qt's own dialogs."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return marked(text)


saying.speak(lambda _context, text, one, n: marked(one if n == 1 else text))


@pytest.fixture(scope="session", autouse=True)
def pseudo(qapp: QApplication) -> Iterator[Pseudo]:
    made = Pseudo()
    qapp.installTranslator(made)
    yield made
    qapp.removeTranslator(made)
