"""Thousands of small figures as one artist: matplotlib takes a millisecond to lay out a text, and a cell needs no layout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.font_manager import FontProperties


@dataclass(frozen=True, slots=True)
class Written:
    """A figure, its colour, and where its middle stands in the units of the axes."""

    x: float
    y: float
    text: str
    colour: str


class Figures(Artist):
    """Figures of one size, each centred on its place; in a drawing each is text."""

    def __init__(self, written: Sequence[Written], size: float) -> None:
        super().__init__()
        self.written = tuple(written)
        self._font = FontProperties(family=["sans-serif"], size=size)

    def draw(self, renderer: RendererBase) -> None:
        """Draw every figure; called by matplotlib."""
        if not self.written or self.axes is None:
            return
        _, top = renderer.get_canvas_width_height()
        places = self.axes.transData.transform([(each.x, each.y) for each in self.written])
        gc = renderer.new_gc()

        @cache
        def extent(text: str) -> tuple[float, float]:
            # The height of a figure is that of every other, so that a row of them stands on one line.
            width, _, _ = renderer.get_text_width_height_descent(text, self._font, ismath=False)
            _, height, descent = renderer.get_text_width_height_descent("0", self._font, ismath=False)
            return width, height - descent

        for each, (x, y) in zip(self.written, places, strict=True):
            width, height = extent(each.text)
            gc.set_foreground(each.colour)
            foot = y - height / 2
            renderer.draw_text(gc, x - width / 2, top - foot if renderer.flipy() else foot, each.text, self._font, 0)
        gc.restore()
