"""The policies of the portfolio: a list, and every figure of the chosen one with what it means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from data.entities import Id, Policy
from data.portfolio import Portfolio
from ui.presenters import policies as words
from ui.presenters.columns import FieldError
from ui.presenters.formats import Formats
from ui.tokens import LARGE, MEDIUM, SMALL, TIGHT
from ui.widgets.labels import button, hairline, in_role, label, wrapped
from ui.widgets.price_field import NAME_WIDTH, PriceField, TypedLine
from ui.widgets.scrolling import scrolled

WIDTH, HEIGHT, LIST_WIDTH = 960, 752, 208


class Policies(QDialog):
    """Shows what the portfolio has; whoever listens makes the edits.

    added       the user wants another policy, that counts nothing yet
    changed     this Policy shall take the place of the one with its id
    duplicated, removed, saved, wanted  this policy (its id) shall be copied, go, be written to a file, be solved by
    loaded      a policy shall be read from a file
    """

    added = Signal()
    changed = Signal(object)
    duplicated = Signal(object)
    removed = Signal(object)
    saved = Signal(object)
    loaded = Signal()
    wanted = Signal(object)

    def __init__(self, formats: Formats, steps: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Policies"))
        self.resize(WIDTH, HEIGHT)
        self._formats, self._portfolio, self._can_edit = formats, Portfolio(), True
        self._policy: Policy | None = None
        self.list = QListWidget()
        self.name, self.name_says = TypedLine(), wrapped("", "noteBad")
        self.prices = {price.field: PriceField(price, formats) for price in words.PRICES}
        self.strict = QCheckBox(self.tr("Strict priorities"))
        self.caution, self.says = wrapped("", "warning"), wrapped("", "muted")
        self.add, self.duplicate, self.remove = (button(text) for text in (self.tr("Add"), self.tr("Duplicate"), self.tr("Remove")))
        self.load, self.save = button(self.tr("Load from file…")), button(self.tr("Save to file…"))
        self.use, self.leave = button(self.tr("Solve by this policy"), primary=True), button(self.tr("Close"))
        self._lay_out(steps)
        self._connect()

    def _lay_out(self, steps: Sequence[QAction]) -> None:
        self.list.setAccessibleName(self.tr("Policies"))
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setProperty("choices", True)
        self._sheet = QStackedWidget()
        self._sheet.addWidget(self._figures())
        nothing = wrapped(
            self.tr("There is no policy yet. Add one, or load one from a file; solving without a policy weighs hours alone."), "muted"
        )
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sheet.addWidget(nothing)
        middle = QHBoxLayout()
        middle.setSpacing(MEDIUM)
        middle.addLayout(self._left())
        middle.addWidget(hairline(upright=True))
        middle.addWidget(self._sheet, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, MEDIUM)
        column.setSpacing(SMALL)
        column.addWidget(label(self.tr("Policies"), "heading"))
        column.addWidget(wrapped(words.ABOUT, "muted"))
        column.addSpacing(SMALL)
        column.addLayout(middle, 1)
        column.addWidget(self.says)
        column.addLayout(self._bottom(steps))

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SMALL)
        column.addWidget(self.list, 1)
        for part in (self.add, self.duplicate, self.remove, self.load, self.save):
            part.setAutoDefault(False)
            column.addWidget(part)
        return column

    def _figures(self) -> QWidget:
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, MEDIUM, 0)
        column.setSpacing(SMALL + TIGHT // 2)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        name = label(self.tr("Name"), "section")
        name.setFixedWidth(NAME_WIDTH)
        self.name.setAccessibleName(self.tr("Name of the policy"))
        row.addWidget(name)
        row.addWidget(self.name, 1)
        column.addLayout(row)
        column.addWidget(self.name_says)
        for field in self.prices.values():
            column.addWidget(field)
        column.addWidget(self.caution)
        column.addLayout(self._strict())
        column.addStretch(1)
        return scrolled(inside)

    def _strict(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(TIGHT // 2)
        column.addWidget(self.strict)
        column.addWidget(wrapped(words.STRICT, "muted"))
        return column

    def _bottom(self, steps: Sequence[QAction]) -> QHBoxLayout:
        """Undo and redo are the window's own, which their keys reach from here too."""
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        for step in steps:
            self.addAction(step)
            tool = QToolButton()
            tool.setDefaultAction(step)
            tool.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            row.addWidget(tool)
        row.addStretch(1)
        for part in (self.leave, self.use):
            part.setAutoDefault(False)
            row.addWidget(part)
        return row

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._choose)
        self.name.editingFinished.connect(self._rename)
        self.name.textChanged.connect(self._check_name)
        for field in self.prices.values():
            field.changed.connect(self._reprice)
        self.strict.clicked.connect(self._restrict)
        self.add.clicked.connect(self.added)
        self.load.clicked.connect(self.loaded)
        self.leave.clicked.connect(self.reject)
        for pressed, told in (
            (self.duplicate, self.duplicated),
            (self.remove, self.removed),
            (self.save, self.saved),
            (self.use, self.wanted),
        ):
            pressed.clicked.connect(partial(self._tell, told))

    def show_policies(self, portfolio: Portfolio, *, can_edit: bool) -> None:
        """Shows them as they stand; the chosen one stays chosen as long as it is there."""
        self._portfolio, self._can_edit = portfolio, can_edit
        chosen = self._policy.id if self._policy is not None else None
        ordered = sorted(portfolio.policies.values(), key=lambda policy: policy.name.casefold())
        self.list.blockSignals(True)
        self.list.clear()
        for policy in ordered:
            item = QListWidgetItem(policy.name)
            item.setData(Qt.ItemDataRole.UserRole, policy.id)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.choose(chosen if chosen in portfolio.policies else ordered[0].id if ordered else None)

    def choose(self, policy_id: Id | None) -> None:
        for number in range(self.list.count()):
            if self.list.item(number).data(Qt.ItemDataRole.UserRole) == policy_id:
                self.list.setCurrentRow(number)
        self._choose()

    def say(self, text: str, role: str = "muted") -> None:
        """What was done, or why something could not be."""
        self.says.setText(text)
        in_role(self.says, role)

    def _choose(self) -> None:
        item = self.list.currentItem()
        self._policy = None if item is None else self._portfolio.policies.get(item.data(Qt.ItemDataRole.UserRole))
        policy = self._policy
        self._sheet.setCurrentIndex(0 if policy else 1)
        for part in (self.add, self.load):
            part.setEnabled(self._can_edit)
        for part in (self.duplicate, self.remove):
            part.setEnabled(self._can_edit and policy is not None)
        for part in (self.save, self.use):
            part.setEnabled(policy is not None)
        if policy is not None:
            self._show(policy)

    def _show(self, policy: Policy) -> None:
        if self.name.text().strip() != policy.name:
            self.name.setText(policy.name)
        for name, field in self.prices.items():
            field.show_points(getattr(policy, name))
            field.edit.setReadOnly(not self._can_edit)
        self.name.setReadOnly(not self._can_edit)
        self.strict.setEnabled(self._can_edit)
        self.strict.setChecked(policy.strict)
        said = words.caution(self._portfolio, policy, self._formats)
        self.caution.setText(said)
        self.caution.setVisible(bool(said))
        self._check_name()

    def _check_name(self) -> str | None:
        """The name typed, None where it cannot be one; then it says why."""
        if self._policy is None:
            return None
        try:
            name, said = words.read_name(self.name.text(), self._policy.id, self._portfolio), ""
        except FieldError as problem:
            name, said = None, str(problem)
        self.name_says.setText(said)
        self.name_says.setVisible(bool(said))
        return name

    def _tell(self, told: SignalInstance, _pressed: bool = False) -> None:
        if self._policy is not None:
            told.emit(self._policy.id)

    def _rename(self) -> None:
        name = self._check_name()
        if self._policy is not None and name is not None:
            self._change(replace(self._policy, name=name))

    def _reprice(self, field: str, points: float) -> None:
        if self._policy is not None:
            self._change(replace(self._policy, **{field: points}))  # type: ignore[arg-type]  # the fields of prices are figures

    def _restrict(self, strict: bool) -> None:
        if self._policy is not None:
            self._change(replace(self._policy, strict=strict))

    def _change(self, policy: Policy) -> None:
        if policy != self._policy and self._can_edit:
            self.say("")
            self.changed.emit(policy)
