"""The portfolio's policies from the window: each change an edit, and the way to and from files."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from data.edits import Edit
from data.entities import Id, Policy
from data.errors import PlannerError
from ui.dialogs.files import FileDialogs
from ui.dialogs.policies import Policies
from ui.jobs import Jobs
from ui.presenters import policies as words
from ui.presenters.formats import Formats
from ui.session import Session


class PolicyDesk(QObject):
    """Opens the dialog of policies and makes the edits that it asks for.

    wanted  this policy (its id) shall be solved by
    """

    wanted = Signal(object)

    def __init__(
        self, session: Session, jobs: Jobs, dialogs: FileDialogs, formats: Formats, steps: tuple[QAction, ...], window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._jobs, self._files, self._formats = session, jobs, dialogs, formats
        self._steps, self._window = steps, window
        self.dialog: Policies | None = None
        session.document_changed.connect(self._close)
        session.portfolio_changed.connect(self._show)
        session.lent.connect(self._show)
        session.returned.connect(self._show)
        session.refused.connect(self._say_refused)

    def open(self) -> None:
        """Shows the dialog, which stands beside the window."""
        if self._session.workspace is None:
            return
        if self.dialog is None:
            self.dialog = self._made()
        self._show()
        self.dialog.show()
        self.dialog.activateWindow()

    def _made(self) -> Policies:
        dialog = Policies(self._formats, self._steps, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.destroyed.connect(self._forget)
        for told, slot in (
            (dialog.added, self._add),
            (dialog.changed, self._change),
            (dialog.duplicated, self._duplicate),
            (dialog.removed, self._remove),
            (dialog.saved, self._ask_save),
            (dialog.loaded, self._ask_load),
            (dialog.wanted, self._want),
        ):
            told.connect(slot)
        return dialog

    def _forget(self) -> None:
        self.dialog = None

    def _close(self) -> None:
        if self.dialog is not None:
            self.dialog.close()

    def _show(self) -> None:
        portfolio = self._session.portfolio
        if self.dialog is not None and portfolio is not None:
            self.dialog.show_policies(portfolio, can_edit=self._session.can_edit)

    def _say_refused(self, why: str) -> None:
        if self.dialog is not None:
            self.dialog.say(why, "bad")

    def _apply(self, edit: Edit) -> bool:
        """Whether the edit was made; where it was not, what was typed gives way to what stands."""
        if self._session.apply(edit):
            return True
        self._show()
        return False

    def _add(self) -> None:
        portfolio = self._session.portfolio
        if portfolio is not None:
            self._take(words.fresh(portfolio))
            if self.dialog is not None:
                self.dialog.name.setFocus()
                self.dialog.name.selectAll()

    def _take(self, policy: Policy) -> bool:
        from planner.actions import policies  # noqa: PLC0415 - the planner is loaded beside the window

        return self._apply(policies.added(policy)) and self._choose(policy.id)

    def _choose(self, policy_id: Id) -> bool:
        if self.dialog is not None:
            self.dialog.choose(policy_id)
        return True

    def _change(self, policy: Policy) -> None:
        from planner.actions import policies  # noqa: PLC0415

        portfolio = self._session.portfolio
        if portfolio is not None and policy.id in portfolio.policies:
            self._apply(policies.changed(portfolio, policy))

    def _duplicate(self, policy_id: Id) -> None:
        from planner.actions import policies  # noqa: PLC0415

        portfolio = self._session.portfolio
        if portfolio is not None:
            edit = policies.duplicated(portfolio, policy_id)
            if self._apply(edit):
                self._choose(edit.changes[0].id)

    def _remove(self, policy_id: Id) -> None:
        from planner.actions import policies  # noqa: PLC0415

        portfolio = self._session.portfolio
        if portfolio is not None:
            self._apply(policies.removed(portfolio, policy_id))

    def _want(self, policy_id: Id) -> None:
        self.wanted.emit(policy_id)
        self._close()

    def _ask_load(self) -> None:
        path = self._files.policy_to_load()
        if path is not None:
            self._jobs.run("policy file", partial(_read, path), self._read, self._not_done)

    def _ask_save(self, policy_id: Id) -> None:
        portfolio = self._session.portfolio
        policy = portfolio.policies.get(policy_id) if portfolio else None
        path = self._files.place_for_policy(policy.name) if policy is not None else None
        if policy is not None and path is not None:
            self._jobs.run("policy file", partial(_write, policy, path), self._written, self._not_done)

    def _read(self, policy: Policy) -> None:
        portfolio = self._session.portfolio
        if portfolio is None or self.dialog is None:
            return
        found = words.taken(policy, portfolio)
        if self._take(found.policy) if found.is_new else self._choose(found.policy.id):
            self.dialog.say(found.says)

    def _written(self, path: Path) -> None:
        if self.dialog is not None:
            self.dialog.say(self.tr("Saved in {path}").format(path=path))

    def _not_done(self, problem: Exception) -> None:
        if not isinstance(problem, PlannerError):
            raise problem
        self._say_refused(str(problem))


def _read(path: Path) -> Policy:
    from planner.importing.policy_file import read_policy  # noqa: PLC0415

    return read_policy(path)


def _write(policy: Policy, path: Path) -> Path:
    from planner.exporting.policy_file import write_policy  # noqa: PLC0415

    write_policy(policy, path)
    return path
