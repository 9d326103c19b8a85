"""What the window gets from outside."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ui.presenters.formats import Formats
from ui.settings import Preferences
from ui.theme import Theme


@dataclass(frozen=True)
class Surroundings:
    """Its look, its memory, its language, and where its own files go."""

    theme: Theme
    preferences: Preferences
    formats: Formats
    data_folder: Path
