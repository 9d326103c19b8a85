"""The load ramp explained: a swatch with its sign for each band."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.presenters.saying import translate
from ui.tokens import CELL_PIXELS, SMALL, TIGHT, Band, Tokens
from ui.widgets.heat_paint import HATCH_ALPHA

SWATCH_HEIGHT = 18
BANDS = (
    (Band.LOW, "< 70 %"),
    (Band.RIGHT, "70–100 %"),
    (Band.OVER, translate("Legend", "▲ to 110 %")),
    (Band.BEYOND, translate("Legend", "▲▲ above")),
    (Band.AWAY, translate("Legend", "away")),
)


class Legend(QWidget):
    """One line of filled swatches with their words on them."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        font = self.font()
        font.setPixelSize(CELL_PIXELS)
        self.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Colours of utilisation: below 70 %, 70 to 100 %, up to 110 %, above, away"))
        self.setToolTip(self.tr("Utilisation: hours allocated ÷ capacity. Solid edge: hard booking; dashed edge: soft booking."))

    def show_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(sum(self._width(text) for _, text in BANDS), SWATCH_HEIGHT + SMALL)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        left, top = 0, (self.height() - SWATCH_HEIGHT) // 2
        for band, text in BANDS:
            ink, box = self._tokens.ramp[band], QRect(left, top, self._width(text) - TIGHT, SWATCH_HEIGHT)
            painter.fillRect(box, QColor(ink.fill))
            if band in (Band.BEYOND, Band.AWAY):
                lines = QColor(ink.text if band is Band.BEYOND else self._tokens.disabled)
                lines.setAlpha(HATCH_ALPHA)
                painter.fillRect(box, QBrush(lines, Qt.BrushStyle.BDiagPattern))
            painter.setPen(QColor(ink.text))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
            left += self._width(text)
        painter.end()

    def _width(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text) + 2 * SMALL + TIGHT
