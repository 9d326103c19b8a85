"""A working day in a real window: the installed command on an X screen, driven from outside by keyboard, mouse and clipboard.

What became of it is read where its user would look: in titles, in the file, in exported workbooks, by the command line.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

import openpyxl
import pytest

from data.entities import BookingKind
from data.plan import Plan, PlanStatus
from data.portfolio import Portfolio
from planner.exporting import export_portfolio
from planner.workspace import Workspace
from tests.acceptance.screen import NoScreenError, Screen, screen, wait_until
from ui.views.pages import PAGES

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [str(script)] if (script := Path(sys.executable).with_name("plimsoll")).exists() else [sys.executable, "-m", "ui.app"]
OF_DESKTOPS = ("QT_", "XDG_", "WAYLAND_", "DESKTOP_", "DBUS_", "GTK_", "KDE_", "GNOME_")
"""How variables begin by which a desktop would change Qt's own dialogs and looks."""
TIME_LIMIT = 30
"""Seconds of a solve, one of those that the window offers."""
SECONDS_OF_SEARCH = (4, 8, 6, 12)
"""Processor time after which a search is stopped; where it had found nothing yet, or ended by itself, the next is tried."""
SOON = 20.0
"""Seconds within which a plan that was found is in the file, on any but a very slow machine; on that one it is searched for again."""
ON_FIRST_CHART = "Matplotlib is building the font cache; this may take a moment.\n"
IN_TABLE = (260, 300)
IN_HEAT_MAP = (430, 400)
"""Places of the window at which the pages have their table and their heat map, whatever else is shown."""
IMPORT_BUTTON = (-60, -30)
"""The one that accepts an import, in the corner of its dialog."""


@pytest.fixture(scope="module")
def desk() -> Iterator[Screen]:
    try:
        with screen() as made:
            yield made
    except NoScreenError as why:
        if os.environ.get("CI"):
            pytest.fail(str(why))
        pytest.skip(str(why))


class OtherProgram:
    """A program of its own with which the window shares the clipboard."""

    def __init__(self, environment: dict[str, str]) -> None:
        command = [sys.executable, str(Path(__file__).with_name("other_program.py"))]
        self._process = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def put(self, text: str) -> None:
        self._ask({"put": text})

    def take(self) -> str:
        return self._ask({"take": True})

    def picture(self, path: Path) -> None:
        """What is on the screen, for whoever wants to know why a step did not come about."""
        self._ask({"picture": str(path)})

    def end(self) -> None:
        self._process.communicate()

    def _ask(self, request: dict[str, object]) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        return str(json.loads(self._process.stdout.readline()))


class Day:
    """The program, whoever sits before it, and the folder in which both work."""

    def __init__(self, desk: Screen, folder: Path) -> None:
        self.desk, self.folder = desk, folder
        kept = {name: value for name, value in os.environ.items() if not name.startswith(OF_DESKTOPS)}
        own = {"HOME": "home", "PLIMSOLL_HOME": "plimsoll", "XDG_DOCUMENTS_DIR": "documents", "XDG_CONFIG_HOME": "config"}
        places = {name: str(folder / place) for name, place in own.items()} | {"XDG_STATE_HOME": str(folder), "XDG_CACHE_HOME": str(folder)}
        self.environment = kept | places | {"DISPLAY": desk.display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
        for place in (*own.values(), "config/plimsoll"):
            (folder / place).mkdir(parents=True, exist_ok=True)
        (folder / "config" / "plimsoll" / "window.ini").write_text(f"[General]\ntime_limit={TIME_LIMIT}\n")  # as its user once chose
        self.home = folder / "home"
        self.file = folder / "documents" / "Plimsoll" / "Sample portfolio.plimsoll"
        self.other = OtherProgram(self.environment)
        self.program: subprocess.Popen[str]

    def start(self, *arguments: str) -> None:
        self.program = subprocess.Popen([*COMMAND, *arguments], env=self.environment, cwd=self.folder, stderr=subprocess.PIPE, text=True)

    def quit(self) -> None:
        """By its keys; the program ends by itself, with nothing to complain of."""
        self.desk.press("Ctrl+Q")
        _, said = self.program.communicate(timeout=120)
        assert (self.program.returncode, said.replace(ON_FIRST_CHART, "")) == (0, "")

    def end(self) -> None:
        """Whatever is still there at the end, with the children that the program has."""
        if hasattr(self, "program") and self.program.poll() is None:
            self.other.picture(Path(os.environ.get("PLIMSOLL_PICTURE", str(self.folder / "at the end.png"))))
            for child in self.children():
                os.kill(child, signal.SIGKILL)
            self.program.kill()
            self.program.communicate()
        self.other.end()

    def children(self) -> list[int]:
        """The processes that the program has started, but for the one that Python itself keeps beside others."""
        with suppress(OSError):  # a thread may end while it is looked at
            tasks = Path("/proc", str(self.program.pid), "task").iterdir()
            started = [child for task in tasks for child in (task / "children").read_text().split()]
            return [int(child) for child in started if b"resource_tracker" not in Path("/proc", child, "cmdline").read_bytes()]
        return []

    def has_searched(self, seconds: float) -> bool:
        """Whether the program's children have had so much time of the processor, or are gone."""
        children = self.children()
        return not children or sum(map(processor_seconds, children)) >= seconds

    def page(self, name: str) -> None:
        self.desk.press(f"Ctrl+{PAGES.index(name) + 1}")

    def click(self, place: tuple[int, int]) -> None:
        self.desk.click(self.desk.windows()[-1], *place)

    def choose_file(self, title: str, path: Path) -> None:
        """Types the name of a file at home into the dialog of that title, which stands there."""
        self.desk.await_window(title)
        self.desk.press("Ctrl+A")
        self.desk.type(path.name)
        self.desk.press("Return")
        self.await_(lambda: self.desk.window(title) is None, f"{title} has gone")

    def saved(self) -> tuple[Portfolio, Plan | None]:
        """What the user's file holds."""
        with Workspace.read(self.file) as workspace:
            return workspace.portfolio, workspace.plan

    def await_saved(self, is_so: Callable[[Portfolio], bool], what: str) -> None:
        """Waits until the file holds something; it is brought up to date by itself a moment after an edit."""
        self.await_(lambda: is_so(self.saved()[0]), f"in the file: {what}")

    def await_(self, is_so: Callable[[], object], what: str, patience: float | None = None) -> None:
        wait_until(is_so, what, self.desk.mind_focus, patience)


def processor_seconds(process: int) -> float:
    """0 where the process is gone."""
    with suppress(OSError):
        told = Path("/proc", str(process), "stat").read_text().rpartition(")")[2].split()
        return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")
    return 0.0


@pytest.fixture
def day(desk: Screen, tmp_path: Path) -> Iterator[Day]:
    made = Day(desk, tmp_path)
    yield made
    made.end()


def names(portfolio: Portfolio) -> list[str]:
    """The first three resources."""
    return [resource.name for resource in portfolio.resources.values()][:3]


def open_the_sample(day: Day) -> Portfolio:
    day.start()
    day.desk.await_window("Plimsoll")
    day.desk.press("Ctrl+Shift+N")
    day.desk.await_window("Sample portfolio")
    day.await_(day.file.exists, "the file of the sample")
    return day.saved()[0]


def import_a_workbook(day: Day, sample: Portfolio) -> None:
    """The sample as a workbook, with fewer hours for the first resource, brought in again."""
    first = next(iter(sample.resources.values()))
    export_portfolio(sample.holding(replace(first, hours_per_week=28.0)), day.home / "May.xlsx")
    day.desk.press("Ctrl+I")
    day.choose_file("Import workbook", day.home / "May.xlsx")
    day.desk.await_window("Import May")
    day.click(IMPORT_BUTTON)
    day.desk.await_window("Sample portfolio")
    day.await_saved(lambda portfolio: portfolio.resources[first.id].hours_per_week == 28.0, "the hours that were imported")


def edit_a_cell(day: Day) -> None:
    day.page("Resources")
    day.click(IN_TABLE)
    day.desk.press("Ctrl+Home")
    day.desk.type("Ada Lovelace")
    day.desk.press("Return")
    day.await_saved(lambda portfolio: names(portfolio)[0] == "Ada Lovelace", "the name that was typed")


def paste_and_undo(day: Day, before: list[str]) -> None:
    """A block of another program's goes into the two cells below; undo takes it back as one step."""
    day.other.put("Grace Hopper\nKaty Johnson\n")
    day.desk.press("Ctrl+V")
    day.await_saved(lambda portfolio: names(portfolio) == ["Ada Lovelace", "Grace Hopper", "Katy Johnson"], "the block that was pasted")
    day.desk.press("Ctrl+C")
    day.await_(lambda: day.other.take().split() == ["Grace", "Hopper", "Katy", "Johnson"], "the block, copied for another program")
    day.desk.press("Ctrl+Z")
    day.await_saved(lambda portfolio: names(portfolio) == ["Ada Lovelace", *before[1:]], "what stood there before the paste")


def book_by_hand(day: Day, sample: Portfolio) -> None:
    """Seven hours in the third week of whoever is first on the heat map."""
    day.page("Plan")
    day.click(IN_HEAT_MAP)
    for keys in ("Ctrl+Up", "Ctrl+Left", "Right", "Right", "7", "Return"):
        day.desk.press(keys)
    day.await_saved(lambda portfolio: len(booked_by_hand(portfolio, sample)) == 1, "the hours that were booked")


def booked_by_hand(portfolio: Portfolio, sample: Portfolio) -> list[tuple[str, str, object]]:
    """The cells of hard bookings of seven hours that the sample did not have."""
    new = [booking for key, booking in portfolio.bookings.items() if key not in sample.bookings]
    return [(each.demand_id, each.resource_id, each.week) for each in new if each.hours == 7.0 and each.kind is BookingKind.HARD]


def solve_and_cancel(day: Day) -> Plan:
    """Stops the search once it has worked for some seconds, and keeps the best plan that it had found."""
    for seconds in SECONDS_OF_SEARCH:
        day.desk.press("F5")
        day.await_(day.children, "a search under way")
        day.await_(partial(day.has_searched, seconds), "a search that has worked for a while")
        day.desk.press("Shift+F5")
        day.await_(lambda: not day.children(), "the end of the search")
        with suppress(AssertionError):
            day.await_(lambda: is_stopped(day.saved()[1]), "its plan in the file", SOON)
            plan = day.saved()[1]
            assert plan is not None
            return plan
    raise AssertionError("no search had a plan when it was stopped")


def is_stopped(plan: Plan | None) -> bool:
    return plan is not None and plan.status is PlanStatus.STOPPED


def solve_to_the_end(day: Day, before: Plan) -> Plan:
    day.desk.press("F5")
    day.await_(day.children, "another search")
    day.await_(lambda: (found := day.saved()[1]) is not None and found.id != before.id, "its plan in the file")
    plan = day.saved()[1]
    assert plan is not None
    return plan


def compare_with_the_plan_before(day: Day, plan: Plan, before: Plan) -> None:
    """By its keys; every change of hours, copied as a table, leads from the plan before to the last one."""
    day.desk.press("Ctrl+Alt+V")
    day.desk.press("Ctrl+Alt+X")
    day.choose_file("Export comparison", day.home / "compared.xlsx")
    day.await_((day.home / "compared.xlsx").exists, "the comparison")
    told = {row[0]: row[1:] for row in cells(day.home / "compared.xlsx", "KPIs")}
    assert told["KPI"][:3] == ("Plan before", "Plan of record", "± Plan of record")
    assert (told["Value"][0], told["Value"][1]) == (pytest.approx(before.value), pytest.approx(plan.value))
    less, more = (sum(each.hours for each in of.allocations) for of in (before, plan))
    changed = cells(day.home / "compared.xlsx", "Hours compared")[1:]
    added, removed = (sum(float(str(row[4])) for row in changed if row[3] == what) for what in ("Added", "Removed"))
    assert added - removed == pytest.approx(more - less)


def export_both(day: Day) -> None:
    for keys, name in (("Ctrl+E", "portfolio.xlsx"), ("Ctrl+Shift+E", "plan.xlsx")):
        day.desk.press(keys)
        day.choose_file("Export workbook", day.home / name)
        day.await_((day.home / name).exists, name)


def cells(path: Path, sheet: str) -> list[tuple[object, ...]]:
    with closing(openpyxl.load_workbook(path, read_only=True)) as book:
        return list(book[sheet].iter_rows(values_only=True))


@pytest.mark.timeout(900)  # a minute, but for a machine that is busy with much else
def test_a_working_day_in_a_real_window_is_all_there_when_it_is_opened_again(day: Day) -> None:
    sample = open_the_sample(day)
    import_a_workbook(day, sample)
    edit_a_cell(day)
    paste_and_undo(day, names(sample))
    book_by_hand(day, sample)

    stopped = solve_and_cancel(day)
    plan = solve_to_the_end(day, stopped)

    assert stopped.status is PlanStatus.STOPPED
    assert plan.status in (PlanStatus.FEASIBLE, PlanStatus.OPTIMAL)
    assert plan.objective >= stopped.objective
    portfolio = day.saved()[0]
    (booked,) = booked_by_hand(portfolio, sample)
    assert [each.hours >= 7 for each in plan.allocations if (each.demand_id, each.resource_id, each.week) == booked] == [True]

    compare_with_the_plan_before(day, plan, stopped)
    export_both(day)
    day.quit()

    assert day.saved() == (portfolio, plan)
    assert cells(day.home / "portfolio.xlsx", "Resources")[1][0] == "Ada Lovelace"
    assert ("Value", round(plan.value, 4)) in [row[:2] for row in cells(day.home / "plan.xlsx", "Summary")]
    subprocess.run([*COMMAND, "check", str(day.file), str(day.home / "plan.xlsx")], env=day.environment, check=True)

    day.start(str(day.file))
    day.desk.await_window("Sample portfolio")
    day.page("Resources")
    day.click(IN_TABLE)
    day.desk.press("Ctrl+Home")
    day.desk.press("Ctrl+C")
    day.await_(lambda: day.other.take().strip() == "Ada Lovelace", "the first name, copied")
    day.desk.press("Ctrl+Z")
    day.await_saved(lambda portfolio: not booked_by_hand(portfolio, sample), "the booking taken back, of another day's")
    day.quit()
