"""The command `plimsoll`: opens the window, or hands its arguments to the command line without touching Qt.

Child processes of a solve import this module again: it must stay cheap, so everything else is imported late.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

SUFFIX = ".plimsoll"
SCREEN_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the window or the command line and answers the exit code of the process."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if getattr(sys, "frozen", False):
        # In a bundle a child process starts with this very command; it must not open a second window.
        import multiprocessing  # noqa: PLC0415

        multiprocessing.freeze_support()
    if wants_window(arguments, screen=has_screen(sys.platform, os.environ)):
        from ui.desktop import run  # noqa: PLC0415

        return run(arguments)
    from planner.cli import main as command_line  # noqa: PLC0415

    return command_line(arguments)


def wants_window(arguments: Sequence[str], *, screen: bool) -> bool:
    """Whether the arguments ask for the window: none, one portfolio file, or `demo`, where there is a screen."""
    if not screen or len(arguments) > 1:
        return False
    return not arguments or arguments[0] == "demo" or arguments[0].lower().endswith(SUFFIX)


def has_screen(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a window can be shown: always on Windows and macOS, elsewhere where a display is named."""
    return platform in ("win32", "darwin") or any(environment.get(name) for name in SCREEN_VARIABLES)


if __name__ == "__main__":
    raise SystemExit(main())
