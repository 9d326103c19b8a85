"""A short list under a heading, each line a button that leads to its cause."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.tokens import SMALL, TIGHT, Tokens
from ui.widgets.labels import Elided, in_role, label, wrapped
from ui.widgets.lead_button import LeadButton, passive

if TYPE_CHECKING:
    from ui.presenters.attention import Line

BAR_HEIGHT = 6


class ShareBar(QWidget):
    """A part of a whole: what there is filled, what is missing hatched."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.tokens = tokens
        self.share = 0.0
        self.setFixedHeight(BAR_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        filled = min(1.0, max(0.0, self.share)) * self.width()
        rest = QRectF(filled, 0, self.width() - filled, self.height())
        painter.fillRect(QRectF(0, 0, filled, self.height()), QColor(self.tokens.accent))
        painter.fillRect(rest, QColor(self.tokens.grid))
        painter.fillRect(rest, QBrush(QColor(self.tokens.bad), Qt.BrushStyle.BDiagPattern))
        painter.end()


class LineView(LeadButton):
    """What and how much on one line, a bar where there is a share, a note under it."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._name, self._figure, self._note = Elided(""), label(""), Elided("", "small")
        self.bar = ShareBar(tokens)
        above = QHBoxLayout()
        above.setSpacing(SMALL)
        above.addWidget(passive(self._name), 1)
        above.addWidget(passive(self._figure))
        column = QVBoxLayout(self)
        column.setContentsMargins(SMALL, TIGHT, SMALL, TIGHT)
        column.setSpacing(TIGHT // 2)
        column.addLayout(above)
        column.addWidget(passive(self.bar))
        column.addWidget(passive(self._note))

    @property
    def texts(self) -> tuple[str, str, str]:
        """Name, figure and note."""
        return self._name.text(), self._figure.text(), self._note.text()

    def show_line(self, line: Line) -> None:
        self.lead = line.lead
        self._name.setText(line.name)
        self._figure.setText(f"{line.sign} {line.figure}".strip())
        in_role(self._figure, line.mark)
        self._note.setText(line.note)
        self._note.setVisible(bool(line.note))
        self.bar.setVisible(line.share is not None)
        self.bar.share = line.share or 0.0
        self.bar.update()
        self.setToolTip(line.tip)
        self.setAccessibleName(", ".join(filter(None, (line.name, line.figure, line.note))))


class LeadList(QWidget):
    """`led` tells where the line that was pressed leads."""

    led = Signal(object)

    def __init__(self, title: str, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._nothing = wrapped("", "muted")
        self.lines: list[LineView] = []
        self.setAccessibleName(title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(TIGHT)
        heading = label(title, "section")
        heading.setContentsMargins(SMALL, 0, 0, 0)
        self._nothing.setContentsMargins(SMALL, 0, 0, 0)
        for part in (heading, self._nothing):
            self._column.addWidget(part)
        self._column.addStretch(1)

    @property
    def said(self) -> str:
        """What stands in place of lines; empty where there are some."""
        return self._nothing.text()

    def show_lines(self, lines: Sequence[Line], nothing: str) -> None:
        """Shows the lines, or what `nothing` says; those that stay keep the focus."""
        while len(self.lines) > len(lines):
            gone = self.lines.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.lines) < len(lines):
            made = LineView(self._tokens)
            made.led.connect(self.led)
            self.lines.append(made)
            self._column.insertWidget(self._column.count() - 1, made)
        for view, line in zip(self.lines, lines, strict=True):
            view.show_line(line)
        self._nothing.setText("" if lines else nothing)
        self._nothing.setVisible(not lines)

    def show_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for view in self.lines:
            view.bar.tokens = tokens
            view.bar.update()
