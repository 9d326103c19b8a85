"""Opening the window: checks of what it stands on, then the application around it."""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping, Sequence
from pathlib import Path

from ui.ground import ground_is_missing


def run(arguments: Sequence[str]) -> int:
    """Shows the window until it is closed; 1 with a message where Qt cannot work here."""
    missing = ground_is_missing()
    if missing:
        sys.stderr.write(f"plimsoll: {missing}\n")
        return 1
    from PySide6.QtCore import QLocale  # noqa: PLC0415 - Qt, now that it is known to work

    from ui.language import begin, wanted  # noqa: PLC0415
    from ui.settings import Preferences, usual_place  # noqa: PLC0415

    preferences = Preferences(usual_place())
    scale(preferences.scale, os.environ)
    language = begin(wanted(preferences.language, os.environ, QLocale.system()))
    from ui.launch import launch  # noqa: PLC0415 - every text of the window, now that its language is known

    demo = list(arguments) == ["demo"]
    path = Path(arguments[0]) if arguments and not demo else None
    return launch(path, preferences, language, demo=demo)


def scale(percent: int, environment: MutableMapping[str, str]) -> None:
    """Lets Qt draw everything so large, which it reads before it begins; what the user set outside goes before."""
    if percent != 100:
        environment.setdefault("QT_SCALE_FACTOR", f"{percent / 100:g}")
