"""Our own line icons, drawn in the colours of the theme (a system theme may have none)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.tokens import Tokens

FOLDER = Path(__file__).parent / "icons"
SIZES = (16, 20, 24, 32, 40)


def icon(name: str, tokens: Tokens) -> QIcon:
    """The icon in the text colour of a theme, faded where it is disabled."""
    return coloured(name, tokens.text, tokens.disabled)


@lru_cache(maxsize=256)
def coloured(name: str, colour: str, disabled: str) -> QIcon:
    """The icon in two colours. Raises FileNotFoundError for a name that no file in `icons` has."""
    drawn = QIcon()
    for size in SIZES:
        drawn.addPixmap(picture(name, colour, size), QIcon.Mode.Normal)
        drawn.addPixmap(picture(name, disabled, size), QIcon.Mode.Disabled)
    return drawn


def picture(name: str, colour: str, size: int, scale: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` logical pixels."""
    text = (FOLDER / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    pixmap = QPixmap(round(size * scale), round(size * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
