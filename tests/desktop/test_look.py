"""Colours that can be read, icons that are there, and a theme that follows the choice."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from planner.charts import style
from ui import tokens
from ui.icons import FOLDER, picture
from ui.launch import overflows
from ui.locale import formats_of
from ui.main_window import MainWindow
from ui.settings import Preferences
from ui.theme import Theme, ThemeChoice
from ui.tokens import DARK, LIGHT, Band, Tokens, band

READABLE = 4.5


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
def test_every_text_stands_out_from_its_ground(look: Tokens) -> None:
    pairs = [
        (text, ground) for text in (look.text, look.muted, look.bad, look.warning, look.good) for ground in (look.window, look.surface)
    ]
    pairs += [(look.on_accent, look.accent), (look.text, look.selection), *((ink.text, ink.fill) for ink in look.ramp.values())]
    assert [pair for pair in pairs if contrast(*pair) < READABLE] == []


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
def test_the_charts_have_the_colours_of_the_window(look: Tokens) -> None:
    charts = style.THEMES[look.name]  # type: ignore[index]  # a token's name is one of the two
    shared = ("surface", "line", "grid", "text", "muted", "disabled", "accent", "selection", "bad")
    assert [getattr(charts, name) for name in shared] == [getattr(look, name) for name in shared]
    assert [(ink.fill, ink.text) for ink in charts.ramp.values()] == [(ink.fill, ink.text) for ink in look.ramp.values()]


def test_projects_have_the_same_colours_in_window_and_charts() -> None:
    assert tokens.PROJECT_COLOURS == style.PROJECT_COLOURS


def test_utilisation_turns_at_70_100_and_110_percent() -> None:
    assert [band(load, 100.0) for load in (0.0, 69.9, 70.0, 100.0, 100.1, 110.0, 110.1)] == [
        Band.NONE,
        Band.LOW,
        Band.RIGHT,
        Band.RIGHT,
        Band.OVER,
        Band.OVER,
        Band.BEYOND,
    ]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.svg")), ids=lambda path: path.stem)
def test_every_icon_draws_something(qapp: QApplication, path: Path) -> None:
    image = picture(path.stem, "#000000", 20).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(20) for y in range(20))


def test_a_chosen_theme_is_in_force_at_once(qapp: QApplication, theme: Theme) -> None:
    theme.choose(ThemeChoice.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.window
    theme.choose(ThemeChoice.LIGHT)
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == LIGHT.window


def test_a_theme_chosen_in_the_menu_is_remembered(window: MainWindow, preferences: Preferences) -> None:
    window.actions_by_name["theme dark"].trigger()
    assert preferences.theme is ThemeChoice.DARK


def test_settings_that_are_not_understood_follow_the_system(tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_text("[General]\ntheme=pink\n", encoding="utf-8")
    assert Preferences(tmp_path / "window.ini").theme is ThemeChoice.SYSTEM


def test_recent_files_are_newest_first_and_stay_where_they_are_gone(preferences: Preferences, tmp_path: Path) -> None:
    one, two = (tmp_path / f"{name}.plimsoll" for name in ("one", "two"))
    for path in (one, two, one):
        preferences.remember_file(path)
    assert preferences.recent_files == (one, two)


def test_the_first_window_fills_a_screen_that_it_would_stand_out_of() -> None:
    assert overflows(QSize(1280, 800), QSize(1280, 800))
    assert not overflows(QSize(1280, 800), QSize(1920, 1080))


def test_where_no_language_is_set_dates_are_iso() -> None:
    assert formats_of(QLocale.c()).date(dt.date(2027, 4, 5)) == "2027-04-05"


def test_an_american_date_begins_with_the_month() -> None:
    assert formats_of(QLocale("en_US")).date(dt.date(2027, 4, 5)) == "04/05/2027"
