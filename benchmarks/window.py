"""Shows a window, says `ready` on stderr once it has painted what it should show, and ends: what benchmarks.start times.

python -m benchmarks.window qt | ours | FILE.plimsoll
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


def show(window: QMainWindow) -> Callable[[], None]:
    """Shows the window; returns what is to be called once it holds what it should."""

    def ready() -> None:
        window.grab()  # paints every part, which offscreen nobody else asks for
        sys.stderr.write("ready\n")
        sys.stderr.flush()
        os._exit(0)  # the way out is no part of the start

    window.resize(1280, 800)
    window.show()
    return lambda: QTimer.singleShot(0, ready)


def main(what: str) -> int:
    application = QApplication([])
    if what == "qt":
        bare = QMainWindow()
        QTimer.singleShot(0, show(bare))
        return application.exec()
    from ui.language import begin  # noqa: PLC0415 - Qt alone is to be timed without it
    from ui.launch import main_window  # noqa: PLC0415
    from ui.settings import Preferences  # noqa: PLC0415

    window = main_window(application, Preferences(Path(tempfile.mkdtemp(), "window.ini")), begin("en"))
    ready = show(window)
    if what == "ours":
        QTimer.singleShot(0, ready)
        return application.exec()

    def worked_out() -> None:
        if window.session.situation is not None:
            ready()

    window.session.situation_changed.connect(worked_out)
    window.documents.open(Path(what))
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
