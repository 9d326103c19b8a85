"""The colours and measures of the look, light and dark; no Qt, so that charts and tests may read them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

TIGHT, SMALL, MEDIUM, LARGE = 4, 8, 16, 24
"""The four spacings, in logical pixels."""

BASE_PIXELS, CELL_PIXELS, HEADING_PIXELS, TITLE_PIXELS = 13, 11, 16, 20
ROW_HEIGHT, COMPACT_ROW_HEIGHT = 28, 22


class Band(StrEnum):
    """Where a utilisation stands on the load ramp."""

    NONE = "none"
    LOW = "low"
    RIGHT = "right"
    OVER = "over"
    BEYOND = "beyond"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Ink:
    """A filled cell: its colour and the colour of the figure on it."""

    fill: str
    text: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme, each colour as #RRGGBB."""

    name: str
    window: str
    surface: str
    raised: str
    line: str
    grid: str
    text: str
    muted: str
    disabled: str
    accent: str
    on_accent: str
    selection: str
    good: str
    warning: str
    bad: str
    ramp: dict[Band, Ink] = field(default_factory=dict)

    @property
    def dark(self) -> bool:
        return self.name == "dark"


LIGHT = Tokens(
    name="light",
    window="#F6F7F9",
    surface="#FFFFFF",
    raised="#FFFFFF",
    line="#DFE3E8",
    grid="#ECEFF3",
    text="#1A1E24",
    muted="#58626F",
    disabled="#9BA4AF",
    accent="#1D5FBF",
    on_accent="#FFFFFF",
    selection="#DCE9FB",
    good="#1E7F5C",
    warning="#9E5E00",
    bad="#B3361B",
    ramp={
        Band.NONE: Ink("#FFFFFF", "#58626F"),
        Band.LOW: Ink("#DDEBFA", "#1A1E24"),
        Band.RIGHT: Ink("#9ED8D0", "#10302C"),
        Band.OVER: Ink("#F5C65D", "#3A2500"),
        Band.BEYOND: Ink("#C2432A", "#FFFFFF"),
        Band.AWAY: Ink("#F1F3F6", "#58626F"),
    },
)

DARK = Tokens(
    name="dark",
    window="#14171B",
    surface="#1C2025",
    raised="#242930",
    line="#2E343C",
    grid="#262B32",
    text="#E7EAEE",
    muted="#9DA7B3",
    disabled="#5F6873",
    accent="#74A9FF",
    on_accent="#0C1117",
    selection="#24364F",
    good="#5CC79A",
    warning="#E8B04B",
    bad="#F08468",
    ramp={
        Band.NONE: Ink("#1C2025", "#9DA7B3"),
        Band.LOW: Ink("#233B57", "#DCE9F8"),
        Band.RIGHT: Ink("#1E6660", "#E6F7F4"),
        Band.OVER: Ink("#D9A036", "#1E1400"),
        Band.BEYOND: Ink("#F0785A", "#200A03"),
        Band.AWAY: Ink("#22272D", "#9DA7B3"),
    },
)

PROJECT_COLOURS = (
    "#4F64A8",
    "#A6DACA",
    "#55663E",
    "#F6CA66",
    "#5B9FB9",
    "#C7D8A0",
    "#A14370",
    "#7FD3F0",
    "#746415",
    "#A995F6",
    "#AC9A56",
    "#CF7D83",
)
"""By rank, in both themes: the list of `planner.charts.style`, which loads a drawing library (a test compares them)."""

FULL, OVER, LOW = 1.0, 1.1, 0.7
"""Utilisations at which the ramp turns: in band from 0.7, over from 1.0, beyond from 1.1."""

ROUNDING = 0.0005
"""A twentieth of a percent: what a figure shown as 100 % may exceed it by without being called overload."""


def band(load: float, capacity: float) -> Band:
    """The place of a week's load on the ramp; without capacity any load is beyond it and none is away."""
    if capacity <= 0.0:
        return Band.BEYOND if load > 0.0 else Band.AWAY
    used = load / capacity
    if used <= 0.0:
        return Band.NONE
    if used < LOW:
        return Band.LOW
    if used <= FULL + ROUNDING:
        return Band.RIGHT
    return Band.OVER if used <= OVER + ROUNDING else Band.BEYOND
