"""The policy of the next solve, chosen beside Solve."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from data.entities import Id, Policy
from ui.presenters.policies import NO_POLICY

LETTERS = 10
"""What is seen of a name at least."""


class PolicyPicker(QComboBox):
    """One of the portfolio's policies, or none; `chosen` tells its id or None when the user chooses."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Policy"))
        self.setToolTip(self.tr("What a plan is to weigh beside the hours it meets (Plan, Policies)"))
        self.setMinimumContentsLength(LETTERS)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.show_policies((), None)
        self.activated.connect(self._tell)

    @property
    def policy_id(self) -> Id | None:
        said = self.currentData()
        return None if said is None else Id(said)

    def show_policies(self, policies: Iterable[Policy], chosen: Id | None) -> None:
        """Offers these by name; one that is not among them counts as none."""
        self.clear()
        self.addItem(NO_POLICY, None)
        for policy in sorted(policies, key=lambda policy: policy.name.casefold()):
            self.addItem(policy.name, policy.id)
        self.setCurrentIndex(max(0, self.findData(chosen)) if chosen is not None else 0)

    def _tell(self) -> None:
        self.chosen.emit(self.policy_id)
