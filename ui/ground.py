"""What the window stands on: a PySide6 that works with this Python, Qt's system libraries, and a screen that answers.

Qt ends the process where one of them is missing, so they are tried before it is started.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

BROKEN_PYSIDE, FIRST_GOOD_PYTHON = (6, 12), (3, 12)
"""PySide6 6.12 ends Python 3.10 and 3.11 after about five thousand calls (none_dealloc)."""

LIBRARIES = "libgl1 libegl1 libglib2.0-0 libdbus-1-3 libxkbcommon0 libfontconfig1"
SCREEN_LIBRARIES = "libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"


def ground_is_missing() -> str | None:
    """What is missing and how to mend it, in one message; None where the window can open."""
    return _unfit_pair() or _no_libraries() or (_no_screen() if _needs_xcb() else None)


def unfit(pyside: tuple[int, ...], python: tuple[int, ...]) -> bool:
    """Whether this PySide6 would end this Python."""
    return pyside[:2] == BROKEN_PYSIDE and python[:2] < FIRST_GOOD_PYTHON


def install_line(*packages: str) -> str:
    """The line to type on Debian and its kin."""
    return f"sudo apt-get install -y --no-install-recommends {' '.join(packages)}"


def _unfit_pair() -> str | None:
    try:
        from PySide6 import __version__ as said  # noqa: PLC0415 - its own folder is read, none of Qt yet
    except ImportError as problem:
        return f"Qt cannot start: {problem}. Type: {install_line(LIBRARIES, SCREEN_LIBRARIES)}"
    installed = tuple(int(part) for part in said.split(".")[:3] if part.isdigit())
    if not unfit(installed, sys.version_info[:3]):
        return None
    python = ".".join(map(str, sys.version_info[:3]))
    return f"PySide6 {said} crashes Python {python}; type: pip install 'PySide6-Essentials<6.12', or use Python 3.12 or newer"


def _no_libraries() -> str | None:
    try:
        from PySide6 import QtGui, QtSvg, QtWidgets  # noqa: F401, PLC0415 - to see whether they load
    except ImportError as problem:
        return f"Qt cannot start: {problem}. Type: {install_line(LIBRARIES, SCREEN_LIBRARIES)}"
    return None


def _needs_xcb() -> bool:
    """Whether Qt will speak to an X server: on Linux, unless told otherwise or under Wayland."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    return sys.platform == "linux" and (chosen.startswith("xcb") or (not chosen and not os.environ.get("WAYLAND_DISPLAY")))


def _no_screen() -> str | None:
    """Loads Qt's plugin for X as Qt would, then knocks at the X server."""
    spec = find_spec("PySide6")
    if spec is None or spec.origin is None:
        return None
    plugin = Path(spec.origin).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    if not plugin.is_file():
        return None
    try:
        ctypes.CDLL(str(plugin))
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as problem:
        return f"Qt cannot open a window: {problem}. Type: {install_line(LIBRARIES, SCREEN_LIBRARIES)}"
    if not _answers(xcb):
        return f"The screen named by DISPLAY={os.environ.get('DISPLAY', '')} does not answer; start it, or use the command line (plimsoll --help)"
    return None


def _answers(xcb: ctypes.CDLL) -> bool:
    connect: Callable[..., int | None] = xcb.xcb_connect
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(connect(None, None))
    healthy = bool(xcb.xcb_connection_has_error(connection) == 0)
    xcb.xcb_disconnect(connection)
    return healthy
