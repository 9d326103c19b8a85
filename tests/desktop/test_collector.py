"""Where the rubbish of windows is collected."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.collector import Collector

MANY = 20_000
"""Objects for which Python by itself would search many times over."""


class Ring:
    """An object that only a search finds, and the thread that found the last one."""

    found_in = ""

    def __init__(self) -> None:
        self.me = self

    def __del__(self) -> None:
        Ring.found_in = threading.current_thread().name


@pytest.fixture
def still(collector: Collector) -> Iterator[Collector]:
    """The collector of all tests, waiting."""
    collector.timer.stop()
    gc.collect()
    yield collector
    collector.timer.start()


def test_a_worker_leaves_rubbish_to_the_thread_of_the_windows(still: Collector, qtbot: QtBot) -> None:
    ring, made = weakref.ref(Ring()), list[list[int]]()
    worker = threading.Thread(target=lambda: made.extend([number] for number in range(MANY)))
    worker.start()
    worker.join()
    assert ring() is not None
    still.timer.start()
    qtbot.waitUntil(lambda: ring() is None)
    assert Ring.found_in == threading.main_thread().name


@pytest.mark.parametrize(("thresholds", "found"), [((MANY, 10**9, 10**9), False), ((10, 10**9, 10**9), False), ((10, 0, 10**9), True)])
def test_each_age_is_searched_when_its_turn_comes(
    still: Collector, qapp: QApplication, thresholds: tuple[int, int, int], found: bool
) -> None:
    """The ring has outlived one search of the youngest before it became rubbish."""
    held = Ring()
    gc.collect(0)
    ring = weakref.ref(held)
    del held
    young = [[number] for number in range(100)]
    other = Collector(qapp, thresholds)
    other.timer.stop()
    other.collect_what_is_due()
    assert (ring() is None) == found
    assert len(young) == 100
    other.deleteLater()
