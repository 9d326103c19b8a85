"""The answers to “Who else?” beside the heat map: one line for each candidate, with a button to give them the work."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.presenters.who_else import Offer
from ui.tokens import MEDIUM, SMALL, TIGHT
from ui.widgets.labels import button, hairline, label, wrapped
from ui.widgets.refilling import empty
from ui.widgets.scrolling import scrolled


class OfferLine(QWidget):
    """One candidate; `taken` tells that the work is to be theirs."""

    taken = Signal(object)

    def __init__(self, offer: Offer, *, can_take: bool) -> None:
        super().__init__()
        self.offer = offer
        self.take = button(self.tr("Take"))
        self.take.setEnabled(can_take)
        self.take.setAccessibleName(self.tr("Give the work to {name}").format(name=offer.name))
        self.take.setToolTip(self.tr("Book these hours firmly for {name}, as one step that can be undone").format(name=offer.name))
        self.take.clicked.connect(self._tell)
        effect = label(offer.effect, offer.mark)
        effect.setToolTip(offer.explained)
        effect.setAccessibleDescription(offer.explained)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, TIGHT, 0, TIGHT)
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(wrapped(offer.name), 0, 0)
        grid.addWidget(effect, 0, 1, Qt.AlignmentFlag.AlignRight)
        words = QVBoxLayout()
        words.setSpacing(0)
        for text in filter(None, (offer.fit, offer.room, offer.costs)):
            words.addWidget(wrapped(text, "small"))
        grid.addLayout(words, 1, 0)
        grid.addWidget(self.take, 1, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)

    def _tell(self) -> None:
        self.taken.emit(self.offer)


class WhoElsePanel(QWidget):
    """Shows a question and its answers.

    taken    the offer whose button was pressed
    stopped  nothing more is to be solved
    more     the next candidates are to be proved
    closed   back to the drill-down
    turned   the other question about the demand: hours missing instead of given, or the other way round
    """

    taken = Signal(object)
    stopped = Signal()
    more = Signal()
    closed = Signal()
    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Who else?"))
        self.back, self.stop, self.go_on = button(self.tr("Back"), link=True), button(self.tr("Stop")), button(self.tr("Prove more"))
        self._says, self._now, self._state = wrapped("", "section"), wrapped("", "muted"), wrapped("", "small")
        self.turn = button("", link=True)
        self._column = QVBoxLayout()
        self._lines: tuple[OfferLine, ...] = ()
        self._lay_out()
        self.back.clicked.connect(self.closed)
        self.stop.clicked.connect(self.stopped)
        self.go_on.clicked.connect(self.more)
        self.turn.clicked.connect(self.turned)

    def _lay_out(self) -> None:
        self.back.setToolTip(self.tr("Back to the chosen cells (Esc)"))
        self.stop.setToolTip(self.tr("Solve nothing more; what is proved stays"))
        self.go_on.setToolTip(self.tr("Solve again with each of the next candidates"))
        top = QHBoxLayout()
        top.addWidget(label(self.tr("Who else?"), "heading"), 1)
        top.addWidget(self.back)
        inside = QWidget()
        inside.setObjectName("scrolled")
        self._column.setContentsMargins(MEDIUM, 0, MEDIUM, SMALL)
        self._column.setSpacing(SMALL)
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addLayout(self._column)
        lines.addStretch(1)
        below = QHBoxLayout()
        below.addWidget(self._state, 1)
        below.addWidget(self.stop)
        below.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, MEDIUM, 0, SMALL)
        column.setSpacing(SMALL)
        head = QVBoxLayout()
        head.setContentsMargins(MEDIUM, 0, MEDIUM, 0)
        head.setSpacing(TIGHT)
        head.addLayout(top)
        head.addWidget(self._says)
        head.addWidget(self._now)
        head.addWidget(self.turn, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(head)
        column.addWidget(hairline())
        column.addWidget(scrolled(inside), 1)
        column.addWidget(hairline())
        foot = QVBoxLayout()
        foot.setContentsMargins(MEDIUM, 0, MEDIUM, 0)
        foot.addLayout(below)
        column.addLayout(foot)

    @property
    def lines(self) -> tuple[OfferLine, ...]:
        """The candidates shown, from top to bottom."""
        return self._lines

    def ask(self, says: str, now: str, turned: str = "") -> None:
        """Shows what is asked, who has the hours now, and what else can be asked of the demand."""
        self._says.setText(says)
        self._now.setText(now)
        self.turn.setText(turned)
        self.turn.setVisible(bool(turned))

    def show_offers(self, offers: Sequence[Offer], *, can_take: bool) -> None:
        """Shows the candidates; the one whose button has the focus keeps it."""
        focused = next((line.offer.candidate.resource_id for line in self._lines if line.take.hasFocus()), None)
        empty(self._column)
        self._lines = tuple(OfferLine(offer, can_take=can_take) for offer in offers)
        for line in self._lines:
            line.taken.connect(self.taken)
            self._column.addWidget(line)
            line.show()
            if line.offer.candidate.resource_id == focused:
                line.take.setFocus(Qt.FocusReason.OtherFocusReason)
        if not offers:
            self._column.addWidget(wrapped(self.tr("Nobody else who holds the role at the level asked has room in these weeks."), "muted"))

    def say(self, text: str, *, running: bool, more: bool) -> None:
        """How far the solving is."""
        self._state.setText(text)
        self.stop.setVisible(running)
        self.go_on.setVisible(more and not running)

    @property
    def state(self) -> str:
        return self._state.text()

    def texts(self) -> list[str]:
        return [part.text() for part in self.findChildren(QLabel) if not part.isHidden()]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
