"""The languages of the window: every text can be translated, the translations are whole, and a language comes in force."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from data.entities import BookingKind, Profile, ProjectStatus, ResourceKind, ScenarioStatus
from data.plan import PlanStatus
from planner.insight.causes import Cause
from tools import translations
from ui import language
from ui.main_window import MainWindow
from ui.presenters import saying, terms
from ui.settings import Preferences

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(translations.FOLDER.glob("*.ts"))
CASES = "tests/desktop/walking_texts.py::"
WORDS = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}|^[A-Z][a-z]{3,}$")
NOT_YET: tuple[str, ...] = ()
"""Presenters whose texts are still English alone: this list only gets shorter."""
NOT_SAID = ("blocks.py", "saying.py", "terms.py")
"""HTML of the clipboard, an error of programmers, and the words of files beside those of the window."""
PLACEHOLDERS = re.compile(r"\{[^}]*\}|%n")


def apart(*arguments: str, said_in: str = "") -> subprocess.CompletedProcess[str]:
    """A process of its own: a language is chosen before the window is imported."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), language.VARIABLE: said_in}
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("case", ["test_the_start_page", "test_pages_and_their_tables", "test_what_is_around_the_pages", "test_dialogs"])
def test_every_text_of_the_window_can_be_translated(case: str) -> None:
    walked = apart("-m", "pytest", "-p", "tests.desktop.pseudo", "-p", "no:xdist", "-q", "--no-header", f"{CASES}{case}")
    assert walked.returncode == 0, walked.stdout[-6000:]


@pytest.mark.parametrize("path", sorted((ROOT / "ui" / "presenters").glob("*.py")), ids=lambda path: path.stem)
def test_presenters_write_no_text_that_cannot_be_translated(path: Path) -> None:
    found = [] if path.name in NOT_SAID else list(untranslated(path))
    if path.name in NOT_YET:
        assert found, f"{path.name} is done: take it from NOT_YET"
    else:
        assert not found, "\n".join(found)


def untranslated(path: Path) -> Iterator[str]:
    """Texts of two words, or of one with a capital, that no call of `translate` or `counted` holds."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    passed: set[ast.AST] = set()
    for node in ast.walk(tree):
        if node in passed or _is_for_code(node):
            passed.update(ast.iter_child_nodes(node))
        elif isinstance(node, ast.Dict):
            passed.update(key for key in node.keys if key is not None)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and WORDS.search(node.value):
            yield f"{path.name}:{node.lineno}: {node.value}"


def _is_for_code(node: ast.AST) -> bool:
    """Whether what stands in it is said to nobody: texts already translated, docstrings, enumerations, names of fields and types."""
    match node:
        case ast.Call(func=ast.Name(id="translate" | "counted" | "TypeVar") | ast.Attribute(attr="compile" | "sub" | "search")):
            return True
        case ast.ClassDef(bases=bases):
            return any("Enum" in ast.unparse(base) for base in bases)
        case ast.Expr(value=ast.Constant()) | ast.Compare() | ast.Subscript() | ast.arg():
            return True
    return isinstance(node, ast.AnnAssign) and node.value is None


def messages(path: Path) -> Iterator[ET.Element]:
    return ET.parse(path).iter("message")


def said(message: ET.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None
    return [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_text_has_its_translation(path: Path) -> None:
    lacking = [message.findtext("source") for message in messages(path) if not all(said(message))]
    assert not lacking, f"{len(lacking)} texts of {path.name} are not translated: {lacking[:20]}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_translations_keep_the_placeholders(path: Path) -> None:
    for message in messages(path):
        source = message.findtext("source") or ""
        for form in said(message):
            assert sorted(set(PLACEHOLDERS.findall(form))) == sorted(set(PLACEHOLDERS.findall(source))), f"{source!r}: {form!r}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_texts_are_those_of_the_sources(path: Path, tmp_path: Path) -> None:
    renewed = tmp_path / path.name
    renewed.write_bytes(path.read_bytes())
    translations.update(renewed)
    assert renewed.read_text("utf-8") == path.read_text("utf-8"), "texts were added, changed or removed: run `make translations`"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_the_window_loads_is_made_of_the_texts(path: Path, tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    translations.tool("lrelease", "-silent", str(path), "-qm", str(made))
    assert made.read_bytes() == path.with_suffix(".qm").read_bytes(), "run `make translations`"


def test_a_language_is_that_of_the_environment_the_choice_or_the_system() -> None:
    german, french = QLocale("de_AT"), QLocale("fr_FR")
    assert language.wanted("", {}, german) == "de"
    assert language.wanted("", {}, french) == "en"
    assert language.wanted("en", {}, german) == "en"
    assert language.wanted("en", {language.VARIABLE: "de_DE.UTF-8"}, french) == "de"
    assert language.wanted("xx", {language.VARIABLE: "yy"}, german) == "de"


def test_a_language_that_comes_too_late_is_refused() -> None:
    assert terms.said("Active") == "Active"
    with pytest.raises(RuntimeError, match="before the presenters are imported"):
        saying.speak(lambda *_: "")


def test_the_window_speaks_german_in_all_its_parts() -> None:
    told = apart("-c", GERMAN, said_in="de")
    assert told.stdout.split("\n")[:6] == ["Überblick", "&Datei", "Aktiv", "3 Wochen", "1 Woche", "OK|Abbrechen"], told.stderr


GERMAN = """
import os
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from ui.language import begin, wanted
spoken = begin(wanted("", os.environ, QLocale("en_GB")))
from ui.launch import main_window
from ui.presenters import saying, terms
from ui.settings import Preferences
from pathlib import Path
import tempfile
application = QApplication([])
spoken.install(application)
with tempfile.TemporaryDirectory() as folder:
    window = main_window(application, Preferences(Path(folder, "window.ini")), spoken)
    print(window.side_bar.item(0).text())
    print(window.menuBar().actions()[0].text())
    print(terms.said("Active"))
    for count in (3, 1):
        print(saying.counted("GanttDrafts", "%n weeks", "%n week", count))
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    print("|".join(button.text().replace("&", "") for button in box.buttons()))
"""


def test_every_choice_of_the_portfolio_has_its_word() -> None:
    for kind in (ProjectStatus, ResourceKind, BookingKind, Profile, ScenarioStatus, PlanStatus, Cause):
        assert {str(word) for word in kind} <= terms.SAID.keys()


@pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)")
def test_a_language_is_chosen_in_the_view_menu_and_kept(window: MainWindow, preferences: Preferences, qtbot: QtBot) -> None:
    menu = window.language_menu
    assert [(action.data(), action.isChecked()) for action in menu.actions()] == [("", True), ("en", False), ("de", False)]
    menu.popup(window.rect().center())
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(menu.actions()[2]).center())
    assert preferences.language == "de"
    assert "next start" in window.notice.text
