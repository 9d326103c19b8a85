"""A painted view as a picture: for the clipboard, or as a PNG, SVG or PDF file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPoint, QRect, QSizeF
from PySide6.QtGui import QColor, QImage, QImageWriter, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QWidget

from data.errors import PlannerError
from ui.presenters.saying import translate

SHARP = 2
"""Pixels of a picture for each of the screen, so that it can be printed."""
DOTS_PER_INCH = 96


class PictureError(PlannerError):
    """A picture could not be written."""


def image_of(shown: QWidget, background: str) -> QImage:
    """The widget as it is seen."""
    image = QImage(shown.size() * SHARP, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(SHARP)
    image.fill(QColor(background))
    painter = QPainter(image)
    shown.render(painter, QPoint())
    painter.end()
    return image


def write_picture(shown: QWidget, background: str, path: Path) -> None:
    """Writes the widget as it is seen, in the kind that the file's suffix says. Raises PictureError."""
    kinds = {".svg": _svg, ".pdf": _pdf}
    content = kinds.get(path.suffix.lower(), _png)(shown, background)
    try:
        path.write_bytes(content)
    except OSError as problem:
        why = problem.strerror or type(problem).__name__
        said = translate("Pictures", "{path}: the picture could not be written ({why}); choose another folder, or make room there")
        raise PictureError(said.format(path=path, why=why)) from problem


def _png(shown: QWidget, background: str) -> bytes:
    buffer = _buffer()
    QImageWriter(buffer, QByteArray(b"png")).write(image_of(shown, background))
    return bytes(buffer.data().data())


def _svg(shown: QWidget, background: str) -> bytes:
    from PySide6.QtSvg import QSvgGenerator  # noqa: PLC0415 - a library of its own, for the only kind of picture that needs it

    buffer = _buffer()
    made = QSvgGenerator()
    made.setOutputDevice(buffer)
    made.setSize(shown.size())
    made.setViewBox(QRect(QPoint(), shown.size()))
    _paint(shown, background, QPainter(made))
    return bytes(buffer.data().data())


def _pdf(shown: QWidget, background: str) -> bytes:
    """One page of the size of the picture."""
    buffer = _buffer()
    made = QPdfWriter(buffer)
    made.setResolution(DOTS_PER_INCH)
    made.setPageSize(QPageSize(QSizeF(shown.width(), shown.height()) / DOTS_PER_INCH, QPageSize.Unit.Inch))
    made.setPageMargins(QMarginsF())
    _paint(shown, background, QPainter(made))
    return bytes(buffer.data().data())


def _paint(shown: QWidget, background: str, painter: QPainter) -> None:
    painter.fillRect(QRect(QPoint(), shown.size()), QColor(background))
    shown.render(painter, QPoint())
    painter.end()


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer
