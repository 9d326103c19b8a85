"""The look of every chart: two themes, one list of project colours, and the page that a chart is drawn on.

A chart is laid out in inches on a plain `Figure`, so that it looks the same in a window, in print and in a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextToPath

from planner.insight.ramp import Band

ThemeName = Literal["light", "dark"]

FONTS = ["DejaVu Sans", "Verdana", "Arial", "Helvetica"]
"""The font that ships with matplotlib, so that every machine draws the same; the others stand in where a drawing is read
without it."""
TITLE, NOTE, LABEL, CELL = 13.0, 9.0, 8.0, 6.0
"""Sizes of type, in points."""
BOLD = 1.12
"""How much wider bold type runs than plain."""
HAIRLINE, LOAD_LINE = 0.6, 2.2
"""Widths of lines, in points."""
HEADER, FOOTER = 0.86, 0.5
"""Inches kept above a panel for the headline and below it for the axis."""


@dataclass(frozen=True, slots=True)
class Ink:
    """A filled cell: its colour and the colour of the figure on it."""

    fill: str
    text: str


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme, each colour as #RRGGBB; the figures are those of the window's look."""

    name: ThemeName
    surface: str
    line: str
    grid: str
    text: str
    muted: str
    disabled: str
    accent: str
    selection: str
    bad: str
    other: str
    ramp: Mapping[Band, Ink]


LIGHT = Theme(
    name="light",
    surface="#FFFFFF",
    line="#DFE3E8",
    grid="#ECEFF3",
    text="#1A1E24",
    muted="#58626F",
    disabled="#9BA4AF",
    accent="#1D5FBF",
    selection="#DCE9FB",
    bad="#B3361B",
    other="#C4CBD4",
    ramp=MappingProxyType(
        {
            Band.NONE: Ink("#FFFFFF", "#58626F"),
            Band.LOW: Ink("#DDEBFA", "#1A1E24"),
            Band.RIGHT: Ink("#9ED8D0", "#10302C"),
            Band.OVER: Ink("#F5C65D", "#3A2500"),
            Band.BEYOND: Ink("#C2432A", "#FFFFFF"),
            Band.AWAY: Ink("#F1F3F6", "#58626F"),
        }
    ),
)

DARK = Theme(
    name="dark",
    surface="#1C2025",
    line="#2E343C",
    grid="#262B32",
    text="#E7EAEE",
    muted="#9DA7B3",
    disabled="#5F6873",
    accent="#74A9FF",
    selection="#24364F",
    bad="#F08468",
    other="#56606C",
    ramp=MappingProxyType(
        {
            Band.NONE: Ink("#1C2025", "#9DA7B3"),
            Band.LOW: Ink("#233B57", "#DCE9F8"),
            Band.RIGHT: Ink("#1E6660", "#E6F7F4"),
            Band.OVER: Ink("#D9A036", "#1E1400"),
            Band.BEYOND: Ink("#F0785A", "#200A03"),
            Band.AWAY: Ink("#22272D", "#9DA7B3"),
        }
    ),
)

THEMES: Mapping[ThemeName, Theme] = MappingProxyType({"light": LIGHT, "dark": DARK})

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
"""By rank, in both themes. Searched for distance: at least 18 (CIE76) between any two, 24 between neighbours, for
normal, deuteranopic, protanopic and tritanopic eyes; light and dark take turns, so they part in grey as well."""


def drawing() -> AbstractContextManager[None]:
    """The settings under which a chart is put together: a font that ships with matplotlib, fine hatching, no formulas.

    Names are shown as they are: a dollar sign in one begins no formula.
    """
    return rc_context({"font.family": ["sans-serif"], "font.sans-serif": FONTS, "hatch.linewidth": HAIRLINE, "text.parse_math": False})


@dataclass(frozen=True, slots=True)
class Headline:
    """What was found, and under it what is shown."""

    title: str
    note: str


def page(width: float, height: float, headline: Headline, left: float, theme: Theme) -> Figure:
    """An empty page in inches with its headline, which begins `left` inches from the edge."""
    figure = Figure(figsize=(width, height), dpi=100, facecolor=theme.surface)
    at = left / width
    title = elided(headline.title, TITLE * BOLD, width - left - 0.3)
    figure.text(at, 1 - 0.2 / height, title, color=theme.text, size=TITLE, weight="bold", va="top", gid="title")
    figure.text(at, 1 - 0.48 / height, headline.note, color=theme.muted, size=NOTE, va="top", gid="note")
    return figure


def panel(figure: Figure, corner: tuple[float, float], width: float, height: float, theme: Theme) -> Axes:
    """Axes without a frame; the lower left corner and the size are in inches of the page."""
    left, bottom = corner
    across, up = figure.get_size_inches()
    axes = figure.add_axes((left / across, bottom / up, width / across, height / up), facecolor=theme.surface)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.tick_params(length=0, labelsize=LABEL, labelcolor=theme.muted, pad=4)
    axes.set_axisbelow(True)
    return axes


def ink_on(colour: str) -> str:
    """Black or white, whichever reads better on the colour."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(colour))
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return "#FFFFFF" if luminance < 0.18 else LIGHT.text


def blend(under: str, over: str, part: float) -> str:
    """The colour between the two that has this part of the one over it."""
    red, green, blue = ((1 - part) * u + part * o for u, o in zip(to_rgb(under), to_rgb(over), strict=True))
    return to_hex((red, green, blue))


def percent(share: float) -> str:
    """A fraction in whole percent; what is not quite all is never called 100 %."""
    return "99 %" if 0.99 <= share < 0.9995 else f"{100 * share:.0f} %"


@lru_cache(maxsize=4096)
def text_width(text: str, size: float) -> float:
    """Inches that the text takes in the charts' font."""
    width, _, _ = _measure().get_text_width_height_descent(text, FontProperties(family=FONTS[:1], size=size), False)
    return float(width) / 72


def elided(text: str, size: float, inches: float) -> str:
    """The text, its end replaced by an ellipsis where it is wider than the space."""
    if text_width(text, size) <= inches:
        return text
    kept = len(text)
    while kept > 1 and text_width(text[:kept].rstrip() + "…", size) > inches:
        kept -= 1
    return text[:kept].rstrip() + "…"


@lru_cache(maxsize=1)
def _measure() -> TextToPath:
    return TextToPath()
