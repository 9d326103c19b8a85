"""The window walked in the language of `pseudo`, which marks what can be translated: whatever it does not mark is found with its place.

Run by `test_languages` in a process of its own. What is painted (heat map, Gantt, charts) is not seen here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import astuple

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QToolBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from data.portfolio import Kind, Portfolio
from tests.desktop.conftest import PATIENCE
from tests.desktop.pseudo import unmarked
from ui.main_window import MainWindow
from ui.views.pages import PAGES
from ui.views.table_book import TableBook
from ui.widgets.picture import Picture

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)")
OPENING = ("settings", "shortcuts", "about", "policies", "replan", "restore", "recover", "open bank", "columns", "filter column")
"""Actions that open a dialog or a panel."""
UNITS = re.compile(
    r"\b(?:\d+ [A-Z][a-z]{2}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)|h|Esc|FTE|KB|MB|Plimsoll|Qt|Python|FS|SS|FF|SF|pgpass|csv|xlsx|min|English|Deutsch|postgresql\S*)\b"
)
KEYS = re.compile(r"\((?:(?:Ctrl|Shift|Alt|Meta)\+|F\d+|Del|Ins|Esc)[^)]*\)")
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


def test_pages_and_their_tables(planned: MainWindow, idle: Callable[[], None]) -> None:
    said = words_of(planned)
    found: dict[str, str] = {}
    for page in PAGES:
        planned.show_page(PAGES.index(page))
        idle()
        shown = planned.pages.page(page)
        turns = range(shown.tabs.count()) if isinstance(shown, TableBook) else range(1)
        for turn in turns:
            if isinstance(shown, TableBook):
                shown.turn_to(turn)
                idle()
            found |= plain(shown, page, said)
    assert not found, told(found)


def test_what_is_around_the_pages(planned: MainWindow) -> None:
    for part in (
        planned.menuBar(),
        planned.status,
        planned.side_bar,
        planned.findings,
        planned.solve_dock,
        *planned.findChildren(QToolBar),
    ):
        found = plain(part, "frame", words_of(planned))
        assert not found, told(found)


def test_the_start_page(window: MainWindow) -> None:
    found = plain(window, "start", frozenset())
    assert not found, told(found)


def test_dialogs(planned: MainWindow, idle: Callable[[], None], qtbot: QtBot) -> None:
    said = words_of(planned)
    found: dict[str, str] = {}
    planned.show_page(PAGES.index("Resources"))
    idle()
    for name in OPENING:
        before = set(QApplication.topLevelWidgets())
        planned.actions_by_name[name].trigger()
        idle()
        for top in set(QApplication.topLevelWidgets()) - before:
            found |= plain(top, name, said)
            top.close()
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=PATIENCE)
    assert not found, told(found)


def told(found: dict[str, str]) -> str:
    return f"{len(found)} texts cannot be translated:\n" + "\n".join(f"{place}: {text}" for place, text in sorted(found.items()))


def words_of(window: MainWindow) -> frozenset[str]:
    """Everything that is data: what stands in the portfolio, and what the planner says of it."""
    portfolio = window.session.portfolio
    assert portfolio is not None
    reasons = [one.sentence for one in window.session.situation.unmet] if window.session.situation else []
    steps = window.session.workspace.steps if window.session.workspace else ()
    done = [said for step in steps for said in (step.label, step.who)]
    return frozenset({*_said_in(portfolio), *reasons, *done, portfolio.settings.name, "Case"})


def _said_in(portfolio: Portfolio) -> Iterator[str]:
    for kind in Kind:
        if kind is Kind.SETTINGS:
            continue
        for entity in portfolio.of(kind).values():
            for value in astuple(entity):
                if type(value) is str:
                    yield value
                elif isinstance(value, tuple):
                    yield from (part for pair in value if isinstance(pair, tuple) for part in pair if isinstance(part, str))


def plain(top: QWidget, place: str, data: frozenset[str]) -> dict[str, str]:
    """Texts of a widget and all in it that nobody translated, by their place."""
    found = {}
    for where, text in texts(top):
        rest = unmarked(text)
        for word in sorted(data, key=len, reverse=True):
            rest = rest.replace(word, "") if word else rest
        rest = UNITS.sub("", KEYS.sub("", re.sub(r"<[^>]*>|&\w+;|https?://\S+|/\S+", "", rest)))
        if re.search(r"[A-Za-z]{2}", rest.replace("&", "")):
            found[f"{place}: {where}"] = text
    return found


def texts(top: QWidget) -> Iterator[tuple[str, str]]:
    for widget in (top, *top.findChildren(QWidget)):
        name = f"{type(widget).__name__} {widget.objectName()}".strip()
        yield f"{name} tip", widget.toolTip()
        yield f"{name} status tip", widget.statusTip()
        if not isinstance(widget, Picture):  # the title of a chart, which the planner draws
            yield f"{name} accessible name", widget.accessibleName()
        yield from ((f"{name} {part}", text) for part, text in _shown_by(widget))
        yield from (pair for action in widget.actions() for pair in _of_action(action))


def _shown_by(widget: QWidget) -> Iterator[tuple[str, str]]:
    match widget:
        case QLabel() | QAbstractButton():
            yield "text", widget.text()
        case QLineEdit():
            yield "placeholder", widget.placeholderText()
        case QMenu() | QDockWidget():
            yield "title", widget.title() if isinstance(widget, QMenu) else widget.windowTitle()
        case QTabBar():
            yield from (("tab", widget.tabText(number)) for number in range(widget.count()))
        case QComboBox():
            yield from (("choice", widget.itemText(number)) for number in range(widget.count()))
        case QAbstractItemView() if widget.model() is not None:
            yield from _of_model(widget.model())


def _of_action(action: QAction) -> Iterator[tuple[str, str]]:
    yield "action text", action.text()
    yield "action tip", action.toolTip()
    yield "action status tip", action.statusTip()


def _of_model(model: QAbstractItemModel) -> Iterator[tuple[str, str]]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for column in range(min(columns, 60)):
        for role in ROLES:
            heading = model.headerData(column, Qt.Orientation.Horizontal, role)
            if isinstance(heading, str):
                yield f"heading {column}", heading
        for row in range(min(model.rowCount(QModelIndex()), 40)):
            index: QModelIndex = model.index(row, column)
            for role in ROLES:
                value = model.data(index, role)
                if isinstance(value, str):
                    yield f"cell {row}, {column}", value
