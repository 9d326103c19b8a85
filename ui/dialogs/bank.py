"""Opening a shared bank by its address; where its database holds none, one can be made there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from data.errors import PlannerError
from ui.presenters.sharing import bank_name
from ui.tokens import LARGE, MEDIUM, SMALL
from ui.widgets.labels import button, in_role, label, wrapped

if TYPE_CHECKING:
    from data.bank.address import Address

WIDTH = 560


class OpenBank(QDialog):
    """Asks for address and password; it stays open until the bank is, and says in place what went wrong.

    opened   the user wants the bank of this Address
    created  the user wants a bank to be made there of the open portfolio
    """

    opened = Signal(object)
    created = Signal(object)

    def __init__(self, place: str, parent: QWidget, *, can_create: bool) -> None:
        from data.bank.address import EXAMPLE  # noqa: PLC0415 - the database's libraries are loaded when they are wanted

        super().__init__(parent)
        self.setWindowTitle(self.tr("Open shared bank"))
        self._example, self._can_create = EXAMPLE, can_create
        self.address, self.password = QLineEdit(place), QLineEdit()
        self.address.setPlaceholderText(EXAMPLE)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(self.tr("empty where the server asks for none, or ~/.pgpass has it"))
        self.says = wrapped("", "muted")
        self.says.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.take = button(self.tr("Open"), primary=True)
        self.make = button(self.tr("Create here from the open portfolio"))
        self.make.setToolTip(self.tr("Make a shared bank of the portfolio that is open now, and go on in it; the file stays as it is"))
        self.leave = button(self.tr("Cancel"))
        self.make.hide()
        self._lay_out()
        self._connect()
        self._check()

    def say_wrong(self, text: str) -> None:
        """Says why the bank could not be opened."""
        self._rest()
        self._say(text, "bad")

    def offer_to_create(self, text: str) -> None:
        """Says that the database holds no portfolio yet, and how it gets one."""
        self._rest()
        self.make.setVisible(self._can_create)
        more = "" if self._can_create else self.tr(" To create a shared bank there, open the portfolio first that it shall hold.")
        self._say(f"{text}{more}", "warning")

    def ask_for_password(self, text: str) -> None:
        """Says that the server did not let the user in."""
        self.say_wrong(text)
        self.password.setFocus()
        self.password.selectAll()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(SMALL)
        form.addRow(self.tr("&Address"), self.address)
        form.addRow(self.tr("&Password"), self.password)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(self.make)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, MEDIUM)
        column.setSpacing(SMALL)
        column.addWidget(label(self.tr("A portfolio that several people work on"), "heading"))
        column.addWidget(wrapped(self.tr("It is kept in a PostgreSQL database; who runs the server tells you its address."), "muted"))
        column.addSpacing(SMALL)
        column.addLayout(form)
        column.addWidget(self.says)
        column.addSpacing(SMALL)
        column.addStretch(1)
        column.addLayout(buttons)
        self.setFixedWidth(WIDTH)

    def _connect(self) -> None:
        self.address.textChanged.connect(self._check)
        self.address.editingFinished.connect(self._hide_password)
        self.take.clicked.connect(self._open)
        self.make.clicked.connect(self._create)
        self.leave.clicked.connect(self.reject)
        self.take.setDefault(True)

    def _check(self) -> None:
        """Says while the address is typed what it means, or why it is none."""
        self.make.hide()
        address = self._read()
        self.take.setEnabled(not isinstance(address, str))
        if not self.address.text().strip():
            self._say(self.tr("For example {example}").format(example=self._example), "muted")
        elif isinstance(address, str):
            self._say(address, "warning")
        else:
            self._say(self.tr("This is {name}.").format(name=bank_name(str(address))), "muted")

    def _read(self) -> Address | str:
        """The address as it is typed, or why it is none."""
        from data.bank.address import Address  # noqa: PLC0415

        try:
            return Address.of(self.address.text())
        except PlannerError as problem:
            return str(problem)

    def _hide_password(self) -> None:
        """A password typed into the address goes where nobody reads it."""
        address = self._read()
        if not isinstance(address, str) and address.url.password:
            self.password.setText(address.url.password)
            self.address.setText(str(address))

    def _open(self) -> None:
        address = self._wanted()
        if address is not None:
            self._wait(self.tr("Connecting…"))
            self.opened.emit(address)

    def _create(self) -> None:
        address = self._wanted()
        if address is not None:
            self._wait(self.tr("Creating…"))
            self.created.emit(address)

    def _wanted(self) -> Address | None:
        self._hide_password()
        address, password = self._read(), self.password.text()
        if isinstance(address, str):
            return None
        return address.with_password(password) if password else address

    def _wait(self, text: str) -> None:
        self._say(text, "muted")
        for part in (self.address, self.password, self.take, self.make):
            part.setEnabled(False)

    def _rest(self) -> None:
        for part in (self.address, self.password, self.take, self.make):
            part.setEnabled(True)

    def _say(self, text: str, role: str) -> None:
        self.says.setText(text)
        in_role(self.says, role)
        self.adjustSize()
