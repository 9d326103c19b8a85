"""What the window remembers between runs, each with its type (QSettings itself answers 'false' and bare strings)."""

from __future__ import annotations

from pathlib import Path

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

from data.entities import Id
from ui.theme import ThemeChoice

RECENT_LIMIT = 8
REMEMBERED_PLACES = 50
"""Portfolios whose chosen policy and scenario are remembered."""
REMEMBERED_FILTERS = 100
"""Tables of portfolios whose filters are remembered."""
REMEMBERED_PAGES = 50
"""Portfolios whose page is remembered."""
SCALES = (90, 100, 110, 125, 150, 175, 200)
"""Percent of the usual size, as the window offers them."""
USUAL_SCALE = 100
TIME_LIMITS = (10, 30, 60, 300)
"""Seconds that a solve may take, as the window offers them."""
USUAL_TIME_LIMIT = 60


def usual_place() -> Path:
    """Where the settings file of this user is."""
    return Path(platformdirs.user_config_dir("plimsoll", appauthor=False)) / "window.ini"


class Preferences:
    """The settings file of the window."""

    def __init__(self, path: Path) -> None:
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def theme(self) -> ThemeChoice:
        """The chosen theme; what is not understood counts as following the system."""
        said = self._text("theme")
        return ThemeChoice(said) if said in list(ThemeChoice) else ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._store.setValue("theme", choice.value)

    @property
    def language(self) -> str:
        """The code of the language chosen for the window; "" is that of the system."""
        return self._text("language")

    @language.setter
    def language(self, code: str) -> None:
        self._store.setValue("language", code)

    @property
    def time_limit(self) -> int:
        """Seconds that a solve may take: one of those offered."""
        said = self._text("time_limit")
        return int(said) if said in map(str, TIME_LIMITS) else USUAL_TIME_LIMIT

    @time_limit.setter
    def time_limit(self, seconds: int) -> None:
        self._store.setValue("time_limit", str(seconds))

    @property
    def from_last(self) -> bool:
        """Whether a solve starts from the last plan."""
        return self._text("from_last") != "no"

    @from_last.setter
    def from_last(self, start: bool) -> None:
        self._store.setValue("from_last", "yes" if start else "no")

    def policy_of(self, place: str) -> Id | None:
        """The policy chosen for the portfolio of this place; "" where it was none, None where nothing was chosen yet."""
        return dict(self._chosen("policies")).get(place)

    def remember_policy(self, place: str, policy_id: Id | None) -> None:
        self._choose("policies", place, policy_id)

    def _choose(self, key: str, place: str, chosen_id: Id | None) -> None:
        others = [(known, chosen) for known, chosen in self._chosen(key) if known != place]
        lines = [(place, chosen_id or ""), *others][:REMEMBERED_PLACES]
        self._store.setValue(key, "\n".join(f"{chosen}\t{known}" for known, chosen in lines))

    def _chosen(self, key: str) -> list[tuple[str, Id]]:
        lines = [line.partition("\t") for line in self._text(key).split("\n")]
        return [(place, Id(chosen)) for chosen, _, place in lines if place]

    def scenario_of(self, place: str) -> Id | None:
        """The scenario that was worked in last in the portfolio of this place; None where it was the plan of record."""
        return dict(self._chosen("scenarios")).get(place) or None

    def remember_scenario(self, place: str, scenario_id: Id | None) -> None:
        self._choose("scenarios", place, scenario_id)

    def baseline_of(self, place: str) -> Id | None:
        """What plans of the portfolio of this place were measured against last; None where it was the plan before."""
        return dict(self._chosen("baselines")).get(place) or None

    def remember_baseline(self, place: str, baseline_id: Id | None) -> None:
        self._choose("baselines", place, baseline_id)

    def table_layout(self, table: str) -> str:
        """How a table's columns were left, as `TableLayout` writes it; empty where it was never changed."""
        return self._text(f"tables/{table}")

    def keep_table_layout(self, table: str, layout: str) -> None:
        self._store.setValue(f"tables/{table}", layout)

    def table_filters(self, place: str, table: str) -> str:
        """What the columns of a table keep in the portfolio of this place; empty where they keep everything."""
        return next((said for known, name, said in self._filters() if (known, name) == (place, table)), "")

    def keep_table_filters(self, place: str, table: str, filters: str) -> None:
        others = [each for each in self._filters() if each[:2] != (place, table)]
        lines = [*([(place, table, filters)] if filters else []), *others][:REMEMBERED_FILTERS]
        self._store.setValue("filters", "\n".join("\t".join(line) for line in lines))

    def _filters(self) -> list[tuple[str, str, str]]:
        lines = [line.split("\t") for line in self._text("filters").split("\n")]
        return [(parts[0], parts[1], parts[2]) for parts in lines if len(parts) == 3]

    def page_of(self, place: str) -> str:
        """The page on which the portfolio of this place was left; empty where it was never open."""
        return next((page for page, known in self._pages() if known == place), "")

    def remember_page(self, place: str, page: str) -> None:
        others = [each for each in self._pages() if each[1] != place]
        self._store.setValue("pages", "\n".join("\t".join(line) for line in [(page, place), *others][:REMEMBERED_PAGES]))

    def _pages(self) -> list[tuple[str, str]]:
        lines = [line.partition("\t") for line in self._text("pages").split("\n")]
        return [(page, place) for page, _, place in lines if place]

    def view(self, name: str) -> str:
        """How something of a page was left, by its name; empty where it was never changed."""
        return self._text(f"views/{name}")

    def keep_view(self, name: str, said: str) -> None:
        self._store.setValue(f"views/{name}", said)

    @property
    def reopens_last(self) -> bool:
        """Whether the window starts with the portfolio that was open last."""
        return self._text("reopen_last") == "yes"

    @reopens_last.setter
    def reopens_last(self, reopen: bool) -> None:
        self._store.setValue("reopen_last", "yes" if reopen else "no")

    @property
    def scale(self) -> int:
        """How large everything is drawn, in percent: one of those offered."""
        said = self._text("scale")
        return int(said) if said in map(str, SCALES) else USUAL_SCALE

    @scale.setter
    def scale(self, percent: int) -> None:
        self._store.setValue("scale", str(percent))

    @property
    def recent_files(self) -> tuple[Path | str, ...]:
        """Portfolio files by their paths and shared banks by their addresses, opened lately, newest first, there or not."""
        return tuple(said if "://" in said else Path(said) for said in self._text("recent").split("\n") if said)

    def remember_file(self, path: Path | str) -> None:
        others = [str(known) for known in self.recent_files if known != path]
        self._store.setValue("recent", "\n".join([str(path), *others][:RECENT_LIMIT]))

    def forget_files(self) -> None:
        self._store.remove("recent")

    @property
    def folder(self) -> Path:
        """Where the last file dialog ended, else the home folder."""
        said = self._text("folder")
        return Path(said) if said and Path(said).is_dir() else Path.home()

    @folder.setter
    def folder(self, path: Path) -> None:
        self._store.setValue("folder", str(path))

    def layout(self, name: str) -> QByteArray:
        """A saved geometry or state by name; empty where none was saved."""
        value = self._store.value(f"layout/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_layout(self, name: str, state: QByteArray) -> None:
        self._store.setValue(f"layout/{name}", state)

    def _text(self, key: str) -> str:
        value = self._store.value(key)
        return value if isinstance(value, str) else ""
