"""Bugs: a report file and one dialog without a traceback, from wherever they come."""

from __future__ import annotations

import datetime as dt
import logging
import platform
import sys
import threading
import time
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, QUrl, Signal, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from ui.dialogs.help import product_version

SECONDS_BETWEEN_DIALOGS = 5.0
"""A bug in a loop must not bury the window under dialogs."""
LOG = logging.getLogger("plimsoll")
LEVELS = {QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO, QtMsgType.QtWarningMsg: logging.WARNING}


def report_text(problem: BaseException, where: str) -> str:
    """What a report file says: versions and the traceback, nothing of the user's plan."""
    lines = traceback.format_exception(type(problem), problem, problem.__traceback__)
    head = f"Plimsoll {product_version()}, Python {sys.version.split()[0]}, {platform.platform()}\nin {where}\n\n"
    return head + "".join(lines)


def write_report(folder: Path, problem: BaseException, where: str) -> Path:
    """Writes a report file with a name of its own and answers its path."""
    folder.mkdir(parents=True, exist_ok=True)
    stamp = dt.datetime.now().astimezone().strftime("%Y%m%d-%H%M%S-%f")
    path = folder / f"report-{stamp}.txt"
    path.write_text(report_text(problem, where), encoding="utf-8")
    return path


class CrashReporter(QObject):
    """Takes every exception nobody caught; lives in the GUI thread, where it shows its dialog."""

    caught = Signal(object, str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder, self._last = folder, -SECONDS_BETWEEN_DIALOGS
        self.window: QWidget | None = None
        self.caught.connect(self._report)

    def install(self) -> None:
        """Hooks in for this thread, other threads, destructors and Qt itself."""
        self._folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(self._folder / "plimsoll.log", maxBytes=500_000, backupCount=2, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        LOG.addHandler(handler)
        LOG.setLevel(logging.INFO)
        sys.excepthook = self._from_main
        threading.excepthook = self._from_thread
        sys.unraisablehook = self._from_destructor
        qInstallMessageHandler(_from_qt)

    def _from_main(self, kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, KeyboardInterrupt):
            self.caught.emit(problem, "the window")

    def _from_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.caught.emit(args.exc_value, f"thread {args.thread.name if args.thread else '?'}")

    def _from_destructor(self, args: sys.UnraisableHookArgs) -> None:
        LOG.error("unraisable in %r: %s", args.object, args.exc_value)

    def _report(self, problem: BaseException, where: str) -> None:
        path = write_report(self._folder, problem, where)
        LOG.error("%s: report in %s", type(problem).__name__, path)
        if time.monotonic() - self._last >= SECONDS_BETWEEN_DIALOGS:
            self._last = time.monotonic()
            self._show(path)

    def _show(self, path: Path) -> None:
        box = QMessageBox(
            QMessageBox.Icon.Warning, self.tr("Plimsoll"), self.tr("Something went wrong inside Plimsoll."), parent=self.window
        )
        box.setInformativeText(
            self.tr(
                "Every edit you made is kept; what is not in its file yet is offered at the next start. "
                "A report was written to {path}; it holds nothing of your portfolio."
            ).format(path=path)
        )
        look = box.addButton(self.tr("Show report"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(self.tr("Go on"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        if box.clickedButton() is look:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _from_qt(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    LOG.log(LEVELS.get(kind, logging.ERROR), "Qt: %s", message)
    if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        sys.stderr.write(f"Qt: {message}\n")
